"""SQL types → Python types: the annotation, what the driver delivers, and the way between.

One table per engine.  A type that no table knows is ``object``: true of every
value, and :attr:`PyType.unmapped` lets the caller warn.

Depends on: engine, types.model, catalog.model, codegen.imports, codegen.layout.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from flash_core._dataclass import dataclass
from flash_core.engine import Engine
from flash_core.types.model import SqlType, TypeKind

from .imports import BUILTINS, MODELS, RUNTIME, Symbol
from .layout import Items, ListOf, UnlessNone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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
        inside = ", ".join(argument.text(spell) for argument in self.arguments)
        own = f"{spell(self.symbol)}[{inside}]" if inside else spell(self.symbol)
        return " | ".join([own, *(other.text(spell) for other in self.others)])


@dataclass(frozen=True, slots=True)
class Call:
    """``function(value)``."""

    function: Symbol

    def apply(self, value: str, spell: Spelling) -> Expression:
        """Return the conversion of ``value``."""
        return Items(f"{spell(self.function)}(", (value,))


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


Codec: TypeAlias = Call | NotZero | Each


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


def _same(module: str, name: str) -> PyType:
    annotation = Annotation(Symbol(module, name))
    return PyType(annotation, annotation)


def _codec(name: str) -> Call:
    return Call(Symbol(CODECS, name))


_STR: Final = builtin("str")
_INT: Final = builtin("int")
_FLOAT: Final = builtin("float")
_BYTES: Final = builtin("bytes")
# To a type checker ``float`` takes an ``int`` too.
_TEXT_OR_NUMBER: Final = Annotation(_STR.symbol, others=(_FLOAT,))
_TEXT_OR_BYTES: Final = Annotation(_STR.symbol, others=(_BYTES,))

OBJECT: Final = _same(BUILTINS, "object")
UNMAPPED: Final = PyType(OBJECT.annotation, OBJECT.raw, unmapped=True)
_PLAIN_STR: Final = PyType(_STR, _STR)
_PLAIN_INT: Final = PyType(_INT, _INT)
_PLAIN_FLOAT: Final = PyType(_FLOAT, _FLOAT)
_PLAIN_BYTES: Final = PyType(_BYTES, _BYTES)
_PLAIN_BOOL: Final = _same(BUILTINS, "bool")

_JSON: Final = Annotation(Symbol(RUNTIME, "JsonValue"))
_POSTGRESQL_JSON: Final = PyType(_JSON, _STR, _codec("load_json"), _codec("dump_json"))

POSTGRESQL: Final[Mapping[str, PyType]] = {
    "boolean": _PLAIN_BOOL,
    **dict.fromkeys(("smallint", "integer", "bigint", "oid"), _PLAIN_INT),
    **dict.fromkeys(("real", "double precision"), _PLAIN_FLOAT),
    "numeric": _same("decimal", "Decimal"),
    **dict.fromkeys(
        (
            *("text", "character varying", "character", '"char"', "name", "citext", "unknown"),
            *("xml", "money", "bit", "bit varying", "ltree", "lquery", "ltxtquery"),
            *("tsvector", "tsquery", "macaddr", "macaddr8", "cstring"),
            *("point", "line", "lseg", "box", "path", "polygon", "circle"),
        ),
        _PLAIN_STR,
    ),
    "bytea": _PLAIN_BYTES,
    "date": _same("datetime", "date"),
    "time without time zone": _same("datetime", "time"),
    "time with time zone": _same("datetime", "time"),
    "timestamp without time zone": _same("datetime", "datetime"),
    "timestamp with time zone": _same("datetime", "datetime"),
    "interval": _same("datetime", "timedelta"),
    "uuid": _same("uuid", "UUID"),
    "json": _POSTGRESQL_JSON,
    "jsonb": _POSTGRESQL_JSON,
    "inet": _same(CODECS, "InetAddress"),
    "cidr": _same(CODECS, "IpNetwork"),
    "void": OBJECT,
}
"""By the names that ``format_type`` prints."""

_SQLITE_BOOL: Final = PyType(builtin("bool"), _INT, NotZero())
_SQLITE_JSON: Final = PyType(
    _JSON,
    Annotation(_STR.symbol, others=(_BYTES, _FLOAT)),
    _codec("load_json"),
    _codec("dump_json"),
)
_SQLITE_DATETIME: Final = PyType(
    Annotation(Symbol("datetime", "datetime")),
    _TEXT_OR_NUMBER,
    _codec("load_datetime"),
    _codec("dump_datetime"),
)
_SQLITE_DECIMAL: Final = PyType(
    Annotation(Symbol("decimal", "Decimal")),
    _TEXT_OR_NUMBER,
    _codec("load_decimal"),
    Call(Symbol(BUILTINS, "str")),
)

SQLITE: Final[Mapping[str, PyType]] = {
    "BOOLEAN": _SQLITE_BOOL,
    "BOOL": _SQLITE_BOOL,
    **dict.fromkeys(("SERIAL", "BIGSERIAL", "SMALLSERIAL"), _PLAIN_INT),
    "DATE": PyType(
        Annotation(Symbol("datetime", "date")),
        _TEXT_OR_NUMBER,
        _codec("load_date"),
        _codec("dump_date"),
    ),
    "TIME": PyType(
        Annotation(Symbol("datetime", "time")),
        _TEXT_OR_NUMBER,
        _codec("load_time"),
        _codec("dump_time"),
    ),
    **dict.fromkeys(
        (
            *("DATETIME", "TIMESTAMP", "TIMESTAMPTZ"),
            *("TIMESTAMP WITH TIME ZONE", "TIMESTAMP WITHOUT TIME ZONE"),
        ),
        _SQLITE_DATETIME,
    ),
    **dict.fromkeys(("DECIMAL", "NUMERIC", "DEC"), _SQLITE_DECIMAL),
    "UUID": PyType(
        Annotation(Symbol("uuid", "UUID")),
        _TEXT_OR_BYTES,
        _codec("load_uuid"),
        Call(Symbol(BUILTINS, "str")),
    ),
    "JSON": _SQLITE_JSON,
    "JSONB": _SQLITE_JSON,
    "ANY": OBJECT,
    "": OBJECT,
    "unknown": OBJECT,
}
"""By declared type in upper case; what is not here goes by SQLite's rules of affinity."""

_SQLITE_AFFINITY: Final = (
    (("INT",), _PLAIN_INT),
    (("CHAR", "CLOB", "TEXT"), _PLAIN_STR),
    (("BLOB",), _PLAIN_BYTES),
    (("REAL", "FLOA", "DOUB"), _PLAIN_FLOAT),
)
"""https://sqlite.org/datatype3.html#determination_of_column_affinity, in its order."""


@dataclass(frozen=True, slots=True)
class TypeMap:
    """The Python types of one project.

    Attributes:
        engine: Whose table to use.
        enums: Class names of the schema's enums by ``(schema, name)``.
    """

    engine: Engine
    enums: Mapping[tuple[str, str], str]

    def of(self, sql_type: SqlType) -> PyType:
        """Return what ``sql_type`` is in Python; ``object`` when Flash does not know."""
        match sql_type.kind:
            case TypeKind.DOMAIN:
                return UNMAPPED if sql_type.element is None else self.of(sql_type.element)
            case TypeKind.ARRAY:
                return UNMAPPED if sql_type.element is None else self._array(sql_type.element)
            case TypeKind.ENUM:
                return self._enum(sql_type)
            case TypeKind.COMPOSITE | TypeKind.RANGE | TypeKind.MULTIRANGE:
                return UNMAPPED
            case TypeKind.BASE | TypeKind.PSEUDO:
                return self._named(sql_type.name)

    def _named(self, name: str) -> PyType:
        if self.engine is not Engine.SQLITE:
            return POSTGRESQL.get(name, UNMAPPED)
        if " | " in name:  # a union of storage classes
            first, *others = (self._named(part).annotation for part in name.split(" | "))
            annotation = Annotation(first.symbol, others=tuple(others))
            return PyType(annotation, annotation)
        declared = " ".join(name.partition("(")[0].split())
        found = SQLITE.get(declared) or SQLITE.get(declared.upper())
        if found is not None:
            return found
        upper = declared.upper()
        return next(
            (found for parts, found in _SQLITE_AFFINITY if any(part in upper for part in parts)),
            UNMAPPED,
        )

    def _enum(self, sql_type: SqlType) -> PyType:
        name = self.enums.get((sql_type.schema, sql_type.name))
        if name is None:
            return UNMAPPED
        symbol = Symbol(MODELS, name)
        return PyType(Annotation(symbol), _STR, Call(symbol))

    def _array(self, element: SqlType) -> PyType:
        item = self.of(element)
        if isinstance(item.decode, Each) or isinstance(item.encode, Each):
            return UNMAPPED  # an array of a domain over arrays; no driver says what comes
        return PyType(
            Annotation(Symbol(BUILTINS, "list"), (item.annotation,)),
            Annotation(Symbol(BUILTINS, "list"), (item.raw,)),
            item.decode and Each(item.decode),
            item.encode and Each(item.encode),
            unmapped=item.unmapped,
        )
