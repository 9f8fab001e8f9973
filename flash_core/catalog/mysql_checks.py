"""What MySQL refuses of a table's definition, in its own words.

Depends on: engine, draft, model, text, sql.strings.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.sql.strings import string_value

from .draft import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flash_core.sql import syntax
    from flash_core.sql.source import Span

    from .model import Column, ForeignKey, Table

_LONGEST_NAME: Final = 64
_NUMBERS: Final = frozenset(
    {"tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "float", "double", "year"}
)
_LONG: Final = re.compile(r"(?:tiny|medium|long)?(?:text|blob)\Z|json\Z|geometry\Z")
_TEXTS: Final = re.compile(r"(?:(?:tiny|medium|long)?text|char|varchar)\b")
_NUMBER: Final = re.compile(r"\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*\Z")
_STRING: Final = re.compile(r"'.*'\Z", re.DOTALL)
# Highest precision, by type: digits of a fraction, of a number, bits.
_PRECISION: Final = {"time": 6, "datetime": 6, "timestamp": 6, "decimal": 65}
_MOST_BITS: Final = 64


def check_name(name: str, span: Span) -> None:
    """Refuse a name that is too long.

    Raises:
        Refused: It is.
    """
    if len(name) > _LONGEST_NAME:
        message = f"Identifier name '{name}' is too long"
        raise Refused(message, span, sqlstate="42000")


def check_column(definition: syntax.ColumnDef, column: Column, engine: Engine) -> None:
    """Refuse a column that contradicts itself.

    Args:
        definition: As written.
        column: As the catalog has it.
        engine: The engine.

    Raises:
        Refused: With the server's words.
    """
    check_name(column.name, definition.span)
    for message, sqlstate in (
        *_precision(column),
        *_default(definition, column, engine),
    ):
        span = definition.span if definition.type is None else definition.type.span
        raise Refused(message, span, sqlstate=sqlstate)


def _precision(column: Column) -> Iterator[tuple[str, str]]:
    kind = column.type_text.partition("(")[0]
    numbers = [] if column.type is None else [m for m in column.type.modifiers if m.isdecimal()]
    if not numbers or column.type_text.startswith(("enum", "set")):
        return
    most = _PRECISION.get(kind)
    if most is not None and int(numbers[0]) > most:
        message = f"Too big precision specified for '{column.name}'. Maximum is {most}"
        yield message, "42000"
    if kind == "bit" and int(numbers[0]) > _MOST_BITS:
        message = f"Display width out of range for '{column.name}' (max = {_MOST_BITS})"
        yield message, "42000"
    if kind in {"decimal", "float", "double"} and int(numbers[0]) < int(numbers[-1]):
        message = (
            f"For float(M,D), double(M,D) or decimal(M,D), M must be >= D (column '{column.name}')"
        )
        yield message, "42000"


def _default(
    definition: syntax.ColumnDef, column: Column, engine: Engine
) -> Iterator[tuple[str, str]]:
    written = definition.default
    if written is None:
        return
    name, kind = column.name, column.type_text.partition("(")[0].partition(" ")[0]
    null = written.upper() == "NULL"
    wrong = (null and column.not_null) or (column.autoincrement and not null)
    default = column.default or ""
    if _STRING.match(default) and not wrong:
        wrong = _is_wrong(string_value(default), kind, column)
    if wrong:
        yield f"Invalid default value for '{name}'", "42000"
    if engine is Engine.MYSQL and _LONG.match(kind) and not null and default[:1] != "(":
        yield f"BLOB, TEXT, GEOMETRY or JSON column '{name}' can't have a default value", "42000"


def _is_wrong(value: str, kind: str, column: Column) -> bool:
    """Tell whether a string is no value of its column."""
    modifiers = () if column.type is None else column.type.modifiers
    if kind in _NUMBERS:
        return not _NUMBER.match(value)
    if kind in {"char", "varchar"} and modifiers:
        return len(value.rstrip(" ")) > int(modifiers[0])
    if kind == "enum":
        return value.lower() not in {label.lower() for label in modifiers}
    return kind in {"date", "datetime", "timestamp"} and not re.search(r"\d{2}", value)


def check_index(
    item: syntax.CreateIndex | syntax.KeyDef,
    table: Table,
    form: str,
    kind: str = "",
    *,
    whole: bool,
) -> None:
    """Refuse an index over columns of which the server makes none.

    Args:
        item: The index or primary key.
        table: Its table.
        form: Its columns as written, in parentheses.
        kind: ``FULLTEXT``, ``SPATIAL`` or empty.
        whole: A long column may be named without a length, as MariaDB has it.

    Raises:
        Refused: With the server's words.
    """
    columns = {column.name.lower(): column for column in table.columns}
    for name in item.columns:
        column = None if name is None else columns.get(name.lower())
        if column is None or name is None:
            continue
        if kind == "FULLTEXT" and not _TEXTS.match(column.type_text):
            message = f"Column '{column.name}' cannot be part of FULLTEXT index"
            raise Refused(message, item.span, sqlstate="HY000")
        if kind == "SPATIAL" and not column.not_null:
            message = "All parts of a SPATIAL index must be NOT NULL"
            raise Refused(
                message, item.span, hint=f"declare {column.name} NOT NULL", sqlstate="42000"
            )
        prefixed = re.search(rf"`?{re.escape(name)}`?\s*\(", form, re.IGNORECASE)
        if not (kind or whole) and _LONG.match(column.type_text) and not prefixed:
            message = (
                f"BLOB/TEXT column '{column.name}' used in key specification without a key length"
            )
            hint = f"index the first characters: {column.name}(100)"
            raise Refused(message, item.span, hint=hint, sqlstate="42000")


def check_reference(table: Table, reference: ForeignKey, target: Table) -> str | None:
    """Return why the server calls a foreign key incorrectly formed, or ``None``."""
    own = {column.name: column for column in table.columns}
    foreign = {column.name.lower(): column for column in target.columns}
    for name, other in zip(reference.columns, reference.foreign_columns, strict=False):
        column, referred = own.get(name), foreign.get(other.lower())
        if column is None or referred is None:
            continue
        if _family(column) != _family(referred):
            return (
                f"column '{name}' is {column.type_text}, but '{other}' of '{target.name}'"
                f" is {referred.type_text}"
            )
        if "SET NULL" in reference.tail and column.not_null:
            return f"SET NULL of column '{name}', which is NOT NULL"
    return "SET DEFAULT is not supported" if "SET DEFAULT" in reference.tail else None


def _family(column: Column) -> str:
    """Return what the types on both ends of a foreign key must agree in."""
    kind = column.type_text.partition("(")[0].partition(" ")[0]
    if kind in {"char", "varchar"}:
        return "text"
    if kind in {"binary", "varbinary"}:
        return "bytes"
    return f"{kind} unsigned" if " unsigned" in column.type_text else kind
