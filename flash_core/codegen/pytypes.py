"""SQL types → Python types: the annotation, what the driver delivers, and the way between.

Each engine has a table in a module of its own, imported when the engine is first asked
for.  A type that no table knows is ``object``: true of every value, and
:attr:`PyType.unmapped` lets the caller warn.

Depends on: engine, types.model, codegen.imports, codegen.layout, and in turn
pytypes_postgresql, pytypes_mysql, pytypes_sqlite.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from flash_core._dataclass import dataclass, field, replace
from flash_core.engine import Engine
from flash_core.types.model import SqlType, TypeKind

from .imports import BUILTINS, MODELS, RUNTIME, Symbol
from .layout import Items, ListOf, UnlessNone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from flash_core.analysis.model import Column, Parameter

    from .layout import Expression

    Spelling: TypeAlias = Callable[[Symbol], str]
    """How a module writes a symbol where it is used."""

CODECS: Final = "flash_core.codecs"


@dataclass(frozen=True, slots=True)
class Annotation:
    """A type expression: a symbol with arguments, or a union when there are ``others``."""

    symbol: Symbol
    arguments: tuple[Annotation, ...] = ()
    others: tuple[Annotation, ...] = ()

    def text(self, spell: Spelling) -> str:
        """Return the annotation as this place writes it."""
        if not self.arguments and not self.others:
            return spell(self.symbol)
        inside = ", ".join(argument.text(spell) for argument in self.arguments)
        own = f"{spell(self.symbol)}[{inside}]" if inside else spell(self.symbol)
        return " | ".join([own, *(other.text(spell) for other in self.others)])


@dataclass(frozen=True, slots=True)
class Call:
    """``function(value)``, with more arguments where there are ``others``."""

    function: Symbol
    others: tuple[Symbol, ...] = ()

    def apply(self, value: str, spell: Spelling) -> Expression:
        """Return the conversion of ``value``."""
        others = (spell(other) for other in self.others)
        return Items(f"{spell(self.function)}(", (value, *others))


@dataclass(frozen=True, slots=True)
class NotZero:
    """``value != 0``."""

    def apply(self, value: str, spell: Spelling) -> Expression:
        """Return the conversion of ``value``."""
        del spell
        return f"{value} != 0"


@dataclass(frozen=True, slots=True)
class Each:
    """A list with every element converted."""

    codec: Call | NotZero

    def apply(self, value: str, spell: Spelling) -> Expression:
        """Return the conversion of ``value``."""
        return ListOf(self.codec.apply("item", spell), f"for item in {value}")


@dataclass(frozen=True, slots=True)
class Deep:
    """An array of PostgreSQL: NULL is kept in every place, and so are more dimensions.

    Attributes:
        function: ``load_list`` or ``dump_list``.
        item: What converts an element.
    """

    function: Symbol
    item: Symbol

    def apply(self, value: str, spell: Spelling) -> Expression:
        """Return the conversion of ``value``."""
        return Items(f"{spell(self.function)}(", (value, spell(self.item)))


@dataclass(frozen=True, slots=True)
class Rows:
    """An array of arrays, each of which is converted."""

    codec: Deep | Rows

    def apply(self, value: str, spell: Spelling) -> Expression:
        """Return the conversion of ``value``."""
        items = "items" if isinstance(self.codec, Deep) else f"items_{self.depth}"
        return ListOf(self.codec.apply(items, spell), f"for {items} in {value}")

    @property
    def depth(self) -> int:
        """How many dimensions there are around the innermost lists."""
        return 1 if isinstance(self.codec, Deep) else self.codec.depth + 1


Codec: TypeAlias = Call | NotZero | Each | Deep | Rows


def convert(codec: Codec | None, value: str, spell: Spelling, *, nullable: bool) -> Expression:
    """Return ``value`` converted, NULL kept."""
    if codec is None:
        return value
    converted = codec.apply(value, spell)
    return UnlessNone(value, converted) if nullable else converted


@dataclass(frozen=True, slots=True)
class PyType:
    """What a SQL type is in Python.

    Attributes:
        annotation: What users see.
        raw: What the driver delivers.
        decode: From ``raw`` to ``annotation``; ``None`` when they are the same.
        encode: From ``annotation`` to what the driver takes.
        unmapped: Flash knows nothing better than ``object``.
    """

    annotation: Annotation
    raw: Annotation
    decode: Codec | None = None
    encode: Codec | None = None
    unmapped: bool = False


def builtin(name: str) -> Annotation:
    """Return the annotation of a built-in type."""
    return Annotation(Symbol(BUILTINS, name))


def same(module: str, name: str) -> PyType:
    """Return the type that the driver delivers and takes as it is."""
    annotation = Annotation(Symbol(module, name))
    return PyType(annotation, annotation)


def codec(name: str) -> Call:
    """Return the call of a function of :mod:`flash_core.codecs`."""
    return Call(Symbol(CODECS, name))


_LIST: Final = Symbol(BUILTINS, "list")
STR: Final = builtin("str")
INT: Final = builtin("int")
FLOAT: Final = builtin("float")
DECIMAL: Final = Annotation(Symbol("decimal", "Decimal"))
BYTES: Final = builtin("bytes")
JSON: Final = Annotation(Symbol(RUNTIME, "JsonValue"))

OBJECT: Final = same(BUILTINS, "object")
UNMAPPED: Final = PyType(OBJECT.annotation, OBJECT.raw, unmapped=True)
PLAIN_STR: Final = PyType(STR, STR)
PLAIN_INT: Final = PyType(INT, INT)
PLAIN_FLOAT: Final = PyType(FLOAT, FLOAT)
PLAIN_BYTES: Final = PyType(BYTES, BYTES)
PLAIN_BOOL: Final = same(BUILTINS, "bool")
JSON_TEXT: Final = PyType(JSON, STR, codec("load_json"), codec("dump_json"))


class CompositeNames(NamedTuple):
    """What ``models.py`` calls the things it has for a composite type.

    Attributes:
        row: The class of its values.
        raw: What a driver delivers, a tuple.
        load: The function from that to the class.
        dump: The function from the class to what a driver takes.
    """

    row: str
    raw: str
    load: str
    dump: str


def _no_composite(type_: SqlType) -> CompositeNames | None:
    del type_
    return None


@dataclass(frozen=True, slots=True)
class TypeMap:
    """The Python types of one project.

    Attributes:
        engine: Whose table to use.
        enums: Class names of the schema's enums by ``(schema, name)``.
        sets: Those of them whose values are sets of labels.
        composites: Finds the names of a composite type, ``None`` when its fields are not known.
    """

    engine: Engine
    enums: Mapping[tuple[str, str], str]
    sets: frozenset[tuple[str, str]] = frozenset()
    composites: Callable[[SqlType], CompositeNames | None] = field(
        default=_no_composite, compare=False, repr=False
    )
    _found: dict[SqlType, PyType] = field(
        default_factory=dict["SqlType", PyType], compare=False, repr=False
    )

    def of(self, sql_type: SqlType) -> PyType:
        """Return what ``sql_type`` is in Python; ``object`` when Flash does not know."""
        found = self._found.get(sql_type)
        if found is None:
            found = self._found[sql_type] = self._of(sql_type)
        return found

    def _of(self, sql_type: SqlType) -> PyType:
        match sql_type.kind:
            case TypeKind.DOMAIN:
                return UNMAPPED if sql_type.element is None else self.of(sql_type.element)
            case TypeKind.ARRAY:
                return UNMAPPED if sql_type.element is None else self._array(sql_type.element)
            case TypeKind.ENUM:
                return self._enum(sql_type)
            case TypeKind.RANGE | TypeKind.MULTIRANGE:
                return self._range(sql_type)
            case TypeKind.COMPOSITE:
                return self._composite(sql_type)
            case TypeKind.BASE | TypeKind.PSEUDO:
                return self._named(sql_type.name)

    def of_column(self, column: Column) -> PyType:
        """Return what a column of a result is in Python."""
        found = self.of(column.type)
        if found.annotation.symbol == _LIST:
            return _array_of(column, found)
        if (
            not column.loose
            or found.decode is not None
            or found.annotation not in {INT, FLOAT, DECIMAL}
        ):
            return found
        return PyType(found.annotation, found.raw, Call(found.annotation.symbol), found.encode)

    def of_parameter(self, parameter: Parameter) -> PyType:
        """Return what a parameter is in Python."""
        return _in_rows(self.of(parameter.type), parameter.dimensions)

    def of_declared(self, sql_type: SqlType, dimensions: int) -> PyType:
        """Return what a column of a table is in Python that was declared with so many ``[]``."""
        return _in_rows(self.of(sql_type), dimensions)

    def _named(self, name: str) -> PyType:
        return _table(self.engine.family)(name) or UNMAPPED

    def _enum(self, sql_type: SqlType) -> PyType:
        name = self.enums.get((sql_type.schema, sql_type.name))
        if name is None:
            return UNMAPPED
        symbol = Symbol(MODELS, name)
        if (sql_type.schema, sql_type.name) not in self.sets:
            return PyType(Annotation(symbol), STR, Call(symbol))
        return PyType(
            Annotation(Symbol(BUILTINS, "frozenset"), (Annotation(symbol),)),
            STR,
            Call(Symbol(CODECS, "load_set"), (symbol,)),
            Call(Symbol(CODECS, "dump_set"), (symbol,)),
        )

    def _composite(self, sql_type: SqlType) -> PyType:
        found = self.composites(sql_type)
        if found is None:
            return UNMAPPED
        row, raw, load, dump = (Symbol(MODELS, name) for name in found)
        return PyType(Annotation(row), Annotation(raw), Call(load), Call(dump))

    def _array(self, element: SqlType) -> PyType:
        item = self.of(element)
        if not isinstance(item.decode, Call | None) or not isinstance(item.encode, Call | None):
            return UNMAPPED  # an array of a domain over arrays; no driver says what comes
        lists = item.annotation in {JSON, Annotation(Symbol(BUILTINS, "list"), (FLOAT,))}
        dump = "dump_items" if lists else "dump_list"
        return PyType(
            Annotation(_LIST, (item.annotation,)),
            Annotation(_LIST, (item.raw,)),
            item.decode and Deep(Symbol(CODECS, "load_list"), item.decode.function),
            item.encode and Deep(Symbol(CODECS, dump), item.encode.function),
            unmapped=item.unmapped,
        )

    def _range(self, sql_type: SqlType) -> PyType:
        several = sql_type.kind is TypeKind.MULTIRANGE
        single = sql_type.element if several else sql_type
        if single is None or single.element is None:
            return UNMAPPED
        item = self.of(single.element)
        if item.decode is not None or item.encode is not None or item.unmapped:
            return UNMAPPED
        name = "multirange" if several else "range"
        raw = Annotation(Symbol(CODECS, "RawRange"), (item.annotation,))
        return PyType(
            Annotation(Symbol(RUNTIME, name.capitalize()), (item.annotation,)),
            Annotation(Symbol("collections.abc", "Sequence"), (raw,)) if several else raw,
            codec(f"load_{name}"),
            codec(f"dump_{name}"),
        )


def _array_of(column: Column, found: PyType) -> PyType:
    inside = _with_null_elements(found) if column.null_elements else found
    if column.dimensions is None:
        return _of_any_dimensions(inside)
    return _in_rows(inside, column.dimensions)


def _with_null_elements(array: PyType) -> PyType:
    """Return an array among whose elements NULL may be: ``list[T | None]``."""
    (item,), (raw,) = array.annotation.arguments, array.raw.arguments
    if item == JSON:  # has None already
        return array
    decode = array.decode
    if isinstance(decode, Deep):
        decode = Deep(Symbol(CODECS, "load_nullable_list"), decode.item)
    return PyType(Annotation(_LIST, (_or_none(item),)), Annotation(_LIST, (_or_none(raw),)), decode)


def _in_rows(array: PyType, dimensions: int) -> PyType:
    """Return an array of so many dimensions: ``list[list[T]]``."""
    if array.annotation.symbol != _LIST:
        return array
    for _ in range(dimensions - 1):
        array = PyType(
            Annotation(_LIST, (array.annotation,)),
            Annotation(_LIST, (array.raw,)),
            Rows(array.decode) if isinstance(array.decode, Deep | Rows) else None,
            Rows(array.encode) if isinstance(array.encode, Deep | Rows) else None,
            unmapped=array.unmapped,
        )
    return array


def _of_any_dimensions(array: PyType) -> PyType:
    """Return an array that has as many dimensions as the rows bring."""
    if not isinstance(array.decode, Deep | None):
        return UNMAPPED
    annotation = Annotation(_LIST, (OBJECT.annotation,))
    if array.decode is None:
        return PyType(annotation, annotation)
    decode = Deep(Symbol(CODECS, "load_array"), array.decode.item)
    return PyType(annotation, array.raw, decode)


def _or_none(annotation: Annotation) -> Annotation:
    none = builtin("None")
    return replace(annotation, others=(*annotation.others, none))


def _table(engine: Engine) -> Callable[[str], PyType | None]:
    """Return what knows the types of an engine, by the names its type system gives them."""
    match engine:
        case Engine.MYSQL:
            from .pytypes_mysql import named  # noqa: PLC0415 - see the module's docstring
        case Engine.SQLITE:
            from .pytypes_sqlite import named  # noqa: PLC0415 - same
        case _:
            from .pytypes_postgresql import named  # noqa: PLC0415 - same
    return named
