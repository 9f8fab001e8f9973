"""SQLite's type system: declared types, affinities and storage classes.

SQLite types values, not columns; Flash believes the declared type.  So a type here
is a declared type (``VARCHAR``, ``TIMESTAMP``) as long as a value is passed through, a
storage class (``INTEGER``, ``REAL``, ``TEXT``, ``BLOB``) where an expression makes a new
value, ``NUMERIC`` where the values decide between INTEGER and REAL, and ``ANY`` where
nothing is known.

INTEGER and REAL have REAL in common (``coalesce(avg(x), 0)``), so a REAL that no
column declares may arrive as an integer: convert it where that matters.

Two claims hold for ordinary numbers only, because the honest answer would help
nobody: INTEGER arithmetic stays INTEGER (SQLite turns an overflow into REAL), and
REAL arithmetic over values is a value (NULL for infinity minus infinity).

Depends on: model, sqlite_functions, sqlite_times.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from .model import UNKNOWN, CallKind, Nulls, Signature, SqlType
from .sqlite_functions import JSON_COLUMNS, Form, find_form, forms
from .sqlite_times import TIME_FUNCTIONS, never_null

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.syntax import Literal, TypeName

    from .model import SystemRelation

INTEGER: Final = SqlType("INTEGER")
REAL: Final = SqlType("REAL")
TEXT: Final = SqlType("TEXT")
BLOB: Final = SqlType("BLOB")
NUMERIC: Final = SqlType("NUMERIC")
BOOLEAN: Final = SqlType("BOOLEAN")
JSON: Final = SqlType("JSON")
ANY: Final = SqlType("ANY")

# By LiteralKind; its module lies above this one.
_LITERALS: Final = {
    "null": UNKNOWN,
    "boolean": BOOLEAN,
    "integer": INTEGER,
    "decimal": REAL,
    "string": TEXT,
    "blob": BLOB,
}

_COMPARISONS: Final = frozenset({"=", "==", "<>", "!=", "<", "<=", ">", ">=", "IS", "IS NOT"})
_MATCHES: Final = frozenset(
    {
        f"{negation}{word}"
        for negation in ("", "NOT ")
        for word in ("LIKE", "GLOB", "REGEXP", "MATCH")
    }
)
_BITS: Final = frozenset({"&", "|", "<<", ">>"})
_ARITHMETIC: Final = frozenset({"+", "-", "*", "/", "%"})
_DECIMALS: Final = frozenset({"NUMERIC", "DECIMAL", "DEC", "NUMBER", "MONEY"})
_BOOLEANS: Final = frozenset({"BOOLEAN", "BOOL"})
_INT8_MAX: Final = 2**63 - 1


def affinity(declared: str) -> str:
    """Return the affinity of a column's declared type, by the five rules of the manual.

    Args:
        declared: The type as declared; empty when there is none.

    Returns:
        ``INTEGER``, ``TEXT``, ``BLOB``, ``REAL`` or ``NUMERIC``.
    """
    name = declared.upper()
    if "INT" in name:
        return "INTEGER"
    if any(word in name for word in ("CHAR", "CLOB", "TEXT")):
        return "TEXT"
    if not name or "BLOB" in name:
        return "BLOB"
    if any(word in name for word in ("REAL", "FLOA", "DOUB")):
        return "REAL"
    return "NUMERIC"


def _number(type_: SqlType) -> SqlType:
    """Return what a value of that type becomes in arithmetic."""
    if type_.name in _BOOLEANS:
        return INTEGER
    found = affinity(type_.name)
    return SqlType(found) if found in {"INTEGER", "REAL"} else NUMERIC


def _is_number(type_: SqlType) -> bool:
    return affinity(type_.name) in {"INTEGER", "REAL"} or type_.name in _DECIMALS


def common_type(types: Sequence[SqlType]) -> SqlType:
    """Return a type that holds for a value of any of these; unknown ones do not count."""
    found = list(dict.fromkeys(type_ for type_ in types if type_ != UNKNOWN))
    if len(found) <= 1:
        return found[0] if found else ANY
    if all(_is_number(type_) for type_ in found):
        decimal = next((type_ for type_ in found if type_.name in _DECIMALS), None)
        integers = all(_number(type_) == INTEGER for type_ in found)
        return decimal or (INTEGER if integers else REAL)
    if all(_number(type_) == INTEGER for type_ in found):
        return INTEGER
    classes = {affinity(type_.name) for type_ in found}
    return TEXT if classes == {"TEXT"} else BLOB if classes == {"BLOB"} else ANY


def _decided(type_: SqlType, otherwise: SqlType) -> SqlType:
    return otherwise if type_ == UNKNOWN else type_


def _compare(left: SqlType, right: SqlType) -> Signature:
    return Signature((_decided(left, right), _decided(right, left)), INTEGER, Nulls.STRICT)


def _calculate(name: str, left: SqlType, right: SqlType) -> Signature:
    """Add, subtract, multiply, divide; division by zero is NULL."""
    known = [type_ for type_ in (left, right) if type_ != UNKNOWN]
    expected = next((type_ for type_ in known if _is_number(type_)), NUMERIC)
    arguments = _decided(left, expected), _decided(right, expected)
    numbers = {_number(type_) for type_ in arguments}
    result = REAL if REAL in numbers else NUMERIC if NUMERIC in numbers else INTEGER
    return Signature(arguments, result, Nulls.MAYBE if name in "/%" else Nulls.STRICT)


class SqliteTypes:
    """Implements :class:`flash_core.types.model.TypeSystem`."""

    def named(self, name: TypeName) -> SqlType | None:
        """Return the declared type, upper case and without modifiers; any name is a type."""
        return SqlType(" ".join(name.parts).upper() or "ANY")

    def relation(self, parts: Sequence[str]) -> SystemRelation | None:
        """Return ``None``: the system tables are not known yet."""
        del parts
        return None

    def relation_names(self, schema: str | None) -> Sequence[str]:
        """Return nothing."""
        del schema
        return ()

    def fields(self, type_: SqlType) -> Sequence[tuple[str, SqlType]]:
        """Return nothing: there are no composite types."""
        del type_
        return ()

    def literal(self, literal: Literal) -> SqlType:
        """Return the type of a constant."""
        kind = literal.kind.value
        if kind == "integer" and abs(self._value(literal.text)) > _INT8_MAX:
            return REAL
        return _LITERALS.get(kind, ANY)

    def _value(self, text: str) -> int:
        try:
            return int(text.replace("_", ""), 16 if "x" in text.lower() else 10)
        except ValueError:
            return 0

    def sql_value(self, name: str) -> SqlType:
        """Return TEXT: ``CURRENT_TIMESTAMP`` and its kin are strings here."""
        del name
        return TEXT

    def boolean(self) -> SqlType:
        """Return INTEGER: a condition is 0 or 1."""
        return INTEGER

    def row_count(self) -> SqlType:
        """Return INTEGER."""
        return INTEGER

    def text(self) -> SqlType:
        """Return ANY: SQLite never decides what a bare parameter is."""
        return ANY

    def array_of(self, element: SqlType) -> SqlType | None:
        """Return ``None``: there are no arrays."""
        del element
        return None

    def operator(self, name: str, left: SqlType | None, right: SqlType) -> Signature | None:
        """Resolve an operator; ``left`` is ``None`` for a prefix operator."""
        name = name.upper()
        if left is None:
            return self._prefix(name, right)
        if name in _COMPARISONS:
            return _compare(left, right)
        if name in _ARITHMETIC:
            return _calculate(name, left, right)
        if name in _BITS:
            arguments = _decided(left, INTEGER), _decided(right, INTEGER)
            return Signature(arguments, INTEGER, Nulls.STRICT)
        texts = _decided(left, TEXT), _decided(right, TEXT)
        if name == "||":
            return Signature(texts, TEXT, Nulls.STRICT)
        if name in _MATCHES:
            # An application's own REGEXP or MATCH may answer anything.
            own = "LIKE" not in name and "GLOB" not in name
            return Signature(texts, INTEGER, Nulls.MAYBE if own else Nulls.STRICT)
        if name in {"->", "->>"}:
            path = _decided(left, JSON), _decided(right, TEXT)
            return Signature(path, JSON if name == "->" else ANY)
        return None

    def _prefix(self, name: str, right: SqlType) -> Signature | None:
        if name == "~":
            return Signature((_decided(right, INTEGER),), INTEGER, Nulls.STRICT)
        operand = _decided(right, NUMERIC)
        if name == "-":
            return Signature((operand,), _number(operand), Nulls.STRICT)
        return Signature((operand,), operand, Nulls.STRICT) if name == "+" else None

    def function(
        self,
        name: Sequence[str],
        arguments: Sequence[SqlType],
        *,
        star: bool = False,
        names: Sequence[str | None] = (),
        variadic: bool = False,
        constants: Sequence[str | None] = (),
    ) -> Signature | None:
        """Resolve a function call; see :class:`flash_core.types.model.TypeSystem`."""
        if len(name) > 1 or variadic or any(names):
            return None
        if star and (name[0].lower() != "count" or arguments):
            return None
        function = name[0].lower()
        form = find_form(function, len(arguments))
        found = None if form is None else _signature(function, form, arguments)
        if found is not None and function in TIME_FUNCTIONS and arguments:
            if never_null(function, constants):
                found = replace(found, nulls=Nulls.NEVER)
            if function == "unixepoch" and {"subsec", "subsecond"} & set(constants):
                found = replace(found, result=REAL)
        return found

    def operator_is_ambiguous(self, name: str, left: SqlType | None, right: SqlType) -> bool:
        """Return false: SQLite's operators take any types."""
        del name, left, right
        return False

    def function_is_ambiguous(
        self,
        name: Sequence[str],
        arguments: Sequence[SqlType],
        *,
        names: Sequence[str | None] = (),
        variadic: bool = False,
    ) -> bool:
        """Return false: SQLite's functions take any types."""
        del name, arguments, names, variadic
        return False

    def function_is_undetermined(
        self,
        name: Sequence[str],
        arguments: Sequence[SqlType],
        *,
        names: Sequence[str | None] = (),
        variadic: bool = False,
    ) -> bool:
        """Return false: there are no polymorphic types."""
        del name, arguments, names, variadic
        return False

    def subscript(self, type_: SqlType) -> tuple[SqlType, SqlType] | None:
        """Return ``None``: nothing has elements."""
        del type_
        return None

    def has_function(self, name: Sequence[str]) -> bool:
        """Tell whether any function of that name exists, whatever its arguments."""
        return len(name) == 1 and name[0].lower() in forms()

    def knows_extension(self, name: str) -> bool:
        """Return false: a schema names none."""
        del name
        return False

    def extension_with(self, name: str) -> str | None:
        """Return ``None``: a schema names none."""
        del name
        return None

    def function_names(self) -> Sequence[str]:
        """Return every function name, for suggestions."""
        return tuple(sorted(forms()))

    def common(self, types: Sequence[SqlType]) -> SqlType | None:
        """Return the type of UNION, CASE, COALESCE, VALUES over these; ANY when they differ."""
        return common_type(types)

    def cast_nulls(self, source: SqlType, target: SqlType) -> Nulls:
        """Return STRICT: CAST makes NULL of NULL only."""
        del source, target
        return Nulls.STRICT

    def castable(self, source: SqlType, target: SqlType, *, explicit: bool) -> bool:
        """Return true: SQLite converts anything to anything."""
        del source, target, explicit
        return True


def _signature(name: str, form: Form, arguments: Sequence[SqlType]) -> Signature:
    last = len(form.arguments) - 1
    others = common_type(arguments)
    converted = tuple(
        _decided(given, SqlType(expected) if expected != "ANY" else others)
        for given, expected in (
            (given, form.arguments[min(place, last)]) for place, given in enumerate(arguments)
        )
    )
    columns: tuple[tuple[str, SqlType], ...] = ()
    if form.kind is CallKind.TABLE:
        columns = tuple((column, SqlType(type_)) for column, type_ in JSON_COLUMNS)
        if name == "generate_series":
            columns = (("value", INTEGER),)
    return Signature(
        converted, _result(form, converted), _nulls(form, converted), form.kind, columns
    )


def _result(form: Form, arguments: Sequence[SqlType]) -> SqlType:
    match form.result:
        case "same":
            return _decided(arguments[0], ANY)
        case "text":
            return BLOB if affinity(arguments[0].name) == "BLOB" else TEXT
        case "number":
            return _number(arguments[0])
        case "kept":
            return TEXT if affinity(arguments[0].name) == "TEXT" else ANY
        case "common":
            return common_type(arguments)
        case "arms":
            return common_type(arguments[1:])
        case "lagged":
            return common_type((arguments[0], *arguments[2:]))
        case name:
            return SqlType(name)


def _nulls(form: Form, arguments: Sequence[SqlType]) -> Nulls:
    if form.nulls != "numbers":
        return Nulls(form.nulls)
    numbers = all(_number(type_) != NUMERIC for type_ in arguments)
    return Nulls.STRICT if numbers else Nulls.MAYBE
