"""SQLite's type system: declared types, affinities and storage classes.

SQLite types values, not columns; Flash believes the declared type.  So a type here
is a declared type (``VARCHAR``, ``TIMESTAMP``) as long as a value is passed through, a
storage class (``INTEGER``, ``REAL``, ``TEXT``, ``BLOB``) where an expression makes a new
value, and a union of those (``INTEGER | TEXT``) where the values decide.

Two claims hold for ordinary numbers only, because the honest answer would help
nobody: INTEGER arithmetic stays INTEGER (SQLite turns an overflow into REAL), and
REAL arithmetic over values is a value (NULL for infinity minus infinity).

Depends on: model, plain, sqlite_constants, sqlite_functions, sqlite_storage, sqlite_times, sqlite_virtual.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace

from .model import UNKNOWN, CallKind, Nulls, Signature, SqlType
from .plain import PlainTypes
from .sqlite_constants import has_value
from .sqlite_functions import JSON_COLUMNS, Form, find_form, forms
from .sqlite_storage import (
    ANY,
    BLOB,
    BOOLEAN,
    BOOLEANS,
    DECIMALS,
    INTEGER,
    JSON,
    NUMBER,
    REAL,
    SCALAR,
    TEXT,
    affinity,
    common_type,
    is_number,
    number,
    storage_classes,
    union,
)
from .sqlite_times import TIME_FUNCTIONS, never_null
from .sqlite_virtual import brought_names, brought_table, virtual_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.syntax import Literal, TypeName

    from .definitions import Definitions
    from .model import SystemRelation

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
_UNIONS: Final = {
    "KEY": union(("INTEGER", "TEXT")),
    "NUMBER": NUMBER,
    "SCALAR": SCALAR,
}
# A format that SQLite understands to the end; it gives NULL for one that says nothing.
_FORMAT: Final = re.compile(r"(?:[^%]|%[-+ 0,#]*\d*(?:\.\d+)?(?:%|l{0,2}[diouxXfeEgGscqQw]))+")
_INT8_MAX: Final = 2**63 - 1


def _decided(type_: SqlType, otherwise: SqlType) -> SqlType:
    return otherwise if type_ == UNKNOWN else type_


def _compare(left: SqlType, right: SqlType) -> Signature:
    return Signature((_decided(left, right), _decided(right, left)), INTEGER, Nulls.STRICT)


def _calculate(name: str, left: SqlType, right: SqlType) -> Signature:
    """Add, subtract, multiply, divide; division by zero is NULL."""
    known = [type_ for type_ in (left, right) if type_ != UNKNOWN]
    expected = next((type_ for type_ in known if is_number(type_)), NUMBER)
    arguments = _decided(left, expected), _decided(right, expected)
    numbers = {number(type_) for type_ in arguments}
    result = REAL if REAL in numbers else NUMBER if NUMBER in numbers else INTEGER
    return Signature(arguments, result, Nulls.MAYBE if name in "/%" else Nulls.STRICT)


class SqliteTypes(PlainTypes):
    """Implements :class:`flash_core.types.model.TypeSystem`."""

    def named(self, name: TypeName) -> SqlType | None:
        """Return the declared type, upper case and without modifiers; any name is a type."""
        return SqlType(" ".join(name.parts).upper() or "ANY")

    def __init__(self, definitions: Definitions) -> None:
        self._definitions = definitions

    def relation(self, parts: Sequence[str]) -> SystemRelation | None:
        """Return a virtual table of the schema, or a table that SQLite brings."""
        name = parts[-1].lower()
        for found, module, arguments in self._definitions.virtual_tables:
            if found.lower() == name:
                return virtual_table(found, module, arguments)
        return brought_table(name)

    def relation_names(self, schema: str | None) -> Sequence[str]:
        """Return the names of those tables."""
        del schema
        own = (name for name, _, _ in self._definitions.virtual_tables)
        return *own, *brought_names()

    def literal(self, literal: Literal) -> SqlType:
        """Return the type of a constant."""
        kind = literal.kind.value
        if kind == "integer" and not -_INT8_MAX - 1 <= self._value(literal.text) <= _INT8_MAX:
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
            result = JSON if name == "->" else SCALAR
            return Signature(path, result, argument_names=("", "path"))
        return None

    def _prefix(self, name: str, right: SqlType) -> Signature | None:
        if name == "~":
            return Signature((_decided(right, INTEGER),), INTEGER, Nulls.STRICT)
        operand = _decided(right, NUMBER)
        if name == "-":
            return Signature((operand,), number(operand), Nulls.STRICT)
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
        if form is None:
            return None
        found = _signature(function, form, _moment(function, arguments, constants))
        return _by_constants(function, found, constants)

    def has_function(self, name: Sequence[str]) -> bool:
        """Tell whether any function of that name exists, whatever its arguments."""
        return len(name) == 1 and name[0].lower() in forms()

    def function_names(self) -> Sequence[str]:
        """Return every function name, for suggestions."""
        return tuple(sorted(forms()))

    def common(self, types: Sequence[SqlType]) -> SqlType | None:
        """Return the type of UNION, CASE, COALESCE, VALUES over these; ANY when they differ."""
        return common_type(types)

    def united(self, type_: SqlType, other: SqlType) -> SqlType:
        """Return the type itself."""
        del other
        return type_

    def cast_nulls(self, source: SqlType, target: SqlType) -> Nulls:
        """Return STRICT: CAST makes NULL of NULL only."""
        del source, target
        return Nulls.STRICT

    def materialised(self, type_: SqlType) -> SqlType:
        """Return the type itself."""
        return type_

    def passed_on(self, type_: SqlType) -> SqlType:
        """Return the type itself."""
        return type_

    def cast_result(self, target: SqlType, source: SqlType, constant: str | None) -> SqlType:
        """Return the target, or what SQLite makes where it has no such conversion.

        ``CAST('2024-05-06' AS DATE)`` is the number 2024.
        """
        del source, constant
        name = target.name
        if affinity(name) != "NUMERIC" and name != "ANY":
            return target
        return target if name in DECIMALS or name in BOOLEANS else NUMBER


def _moment(
    name: str, arguments: Sequence[SqlType], constants: Sequence[str | None]
) -> Sequence[SqlType]:
    """Return the arguments' types: a moment that a modifier counts in numbers is a number."""
    place = int(name == "strftime")
    if name not in TIME_FUNCTIONS or not {"unixepoch", "julianday", "auto"} & set(constants):
        return arguments
    return [*arguments[:place], _decided(arguments[place], NUMBER), *arguments[place + 1 :]]


def _by_constants(name: str, found: Signature, constants: Sequence[str | None]) -> Signature:
    """Return what constant arguments say beyond their types."""
    if name in {"printf", "format"} and constants and _FORMAT.fullmatch(constants[0] or ""):
        return replace(found, nulls=Nulls.NEVER)
    if found.nulls is Nulls.MAYBE and has_value(name, constants):
        found = replace(found, nulls=Nulls.NEVER)
    if name in TIME_FUNCTIONS and constants:
        if never_null(name, constants):
            found = replace(found, nulls=Nulls.NEVER)
        if name == "unixepoch" and {"subsec", "subsecond"} & set(constants):
            found = replace(found, result=REAL)
    return found


def _signature(name: str, form: Form, arguments: Sequence[SqlType]) -> Signature:
    others = common_type(arguments)
    places = [form.place(number) for number in range(len(arguments))]
    converted = tuple(
        _decided(given, others if form.arguments[place] == "ANY" else _named(form.arguments[place]))
        for given, place in zip(arguments, places, strict=True)
    )
    columns: tuple[tuple[str, SqlType], ...] = ()
    if form.kind is CallKind.TABLE:
        columns = tuple((column, _named(type_)) for column, type_ in JSON_COLUMNS)
        if name == "generate_series":
            columns = (("value", INTEGER),)
        elif name.startswith("jsonb"):
            columns = tuple((column, ANY if t == SCALAR else t) for column, t in columns)
    return Signature(
        converted,
        _result(form, converted),
        _nulls(form, converted),
        form.kind,
        columns,
        tuple(form.names[place] for place in places),
    )


def _named(word: str) -> SqlType:
    """Return the type that a word of the functions' table stands for."""
    return _UNIONS.get(word) or SqlType(word)


def _result(form: Form, arguments: Sequence[SqlType]) -> SqlType:
    match form.result:
        case "same":
            return _decided(arguments[0], ANY)
        case "text":
            texts = {"BLOB" if name == "BLOB" else "TEXT" for name in storage_classes(arguments[0])}
            return union(texts)
        case "number":
            return number(arguments[0])
        case "absolute":
            classes = storage_classes(arguments[0])
            return union(name if name == "INTEGER" else "REAL" for name in classes)
        case "kept":
            return union({*storage_classes(arguments[0]), "TEXT"})
        case "common":
            return common_type(arguments)
        case "arms":
            return common_type(arguments[1:])
        case "lagged":
            return common_type((arguments[0], *arguments[2:]))
        case name:
            return _named(name)


def _nulls(form: Form, arguments: Sequence[SqlType]) -> Nulls:
    match form.nulls:
        case "numbers":
            strict = all(map(is_number, arguments))
        case "texts":
            strict = "BLOB" not in storage_classes(arguments[0])
        case word:
            return Nulls(word)
    return Nulls.STRICT if strict else Nulls.MAYBE
