"""What MySQL refuses of a table's definition, in its own words.

Depends on: engine, draft, model, mysql_defaults, mysql_limits, mysql_text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine

from .draft import Refused
from .mysql_defaults import is_invalid
from .mysql_limits import is_too_long, wrong_column
from .mysql_text import table_options

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flash_core.sql import syntax
    from flash_core.sql.source import Span

    from .draft import Draft
    from .model import Column, ForeignKey, Index, Table

_LONGEST_NAME: Final = 64
_SIZED: Final = re.compile(r"(?:var)?(?:char|binary)\b")
_LONG: Final = re.compile(r"(?:tiny|medium|long)?(?:text|blob)\Z|json\Z|geometry\Z")
_TEXTS: Final = re.compile(r"(?:(?:tiny|medium|long)?text|char|varchar)\b")
# Highest precision, by type: digits of a fraction, of a number, bits.
_PRECISION: Final = {"time": 6, "datetime": 6, "timestamp": 6, "decimal": 65}
_MOST_BITS: Final = 64
_SPATIAL: Final = frozenset(
    {"geometry", "point", "linestring", "polygon", "multipoint", "multilinestring"}
    | {"multipolygon", "geometrycollection"}
)
MALFORMED: Final = (
    'Can\'t create table `{table}` (errno: 150 "Foreign key constraint is incorrectly formed")'
)
UNMATCHED: Final = (
    "Incorrect foreign key definition for '{name}': Key reference and table reference don't match"
)
_NO_PREFIX: Final = (
    "Incorrect prefix key; the used key part isn't a string, the used length is longer than the"
    " key part, or the storage engine doesn't support unique prefix keys"
)


def check_name(name: str, span: Span, what: str = "") -> None:
    """Refuse a name that is too long, empty, or ends with a space.

    Args:
        name: The name.
        span: Where it stands.
        what: ``table``, ``column`` or ``index``; empty where an empty name is none at all.

    Raises:
        Refused: It is.
    """
    if len(name) > _LONGEST_NAME and what != "table":
        message = f"Identifier name '{name}' is too long"
        raise Refused(message, span, sqlstate="42000")
    wrong = not name or name[-1] == " " or len(name) > _LONGEST_NAME
    if what and (wrong or (what == "index" and name.upper() == "PRIMARY")):
        message = f"Incorrect {what} name '{name}'"
        raise Refused(message, span, sqlstate="42000")


def check_column(
    definition: syntax.ColumnDef, column: Column, charset: str | None, engine: Engine
) -> None:
    """Refuse a column that contradicts itself.

    Args:
        definition: As written.
        column: As the catalog has it.
        charset: Its character set or its table's, ``None`` for the database's.
        engine: The engine.

    Raises:
        Refused: With the server's words.
    """
    check_name(column.name, definition.span, "column")
    for message, sqlstate in (
        *_precision(column),
        *wrong_column(column, charset, engine),
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
    if wrong or is_invalid(default, column):
        yield f"Invalid default value for '{name}'", "42000"
    if engine is Engine.MYSQL and _LONG.match(kind) and not null and default[:1] != "(":
        yield f"BLOB, TEXT, GEOMETRY or JSON column '{name}' can't have a default value", "42000"


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
        if kind == "SPATIAL" and column.type_text not in _SPATIAL:
            message = "Incorrect arguments to SPATIAL INDEX"
            raise Refused(message, item.span, sqlstate="HY000")
        if kind == "SPATIAL" and not column.not_null:
            message = "All parts of a SPATIAL index must be NOT NULL"
            raise Refused(
                message, item.span, hint=f"declare {column.name} NOT NULL", sqlstate="42000"
            )
        prefixed = re.search(rf"`?{re.escape(name)}`?\s*\(\s*(\d+)", form, re.IGNORECASE)
        if prefixed is not None and not _takes_prefix(column, int(prefixed[1])):
            raise Refused(
                _NO_PREFIX, item.span, hint=f"write {column.name} alone", sqlstate="HY000"
            )
        if not (kind or whole) and _LONG.match(column.type_text) and not prefixed:
            message = (
                f"BLOB/TEXT column '{column.name}' used in key specification without a key length"
            )
            hint = f"index the first characters: {column.name}(100)"
            raise Refused(message, item.span, hint=hint, sqlstate="42000")


def _takes_prefix(column: Column, length: int) -> bool:
    """Tell whether an index may hold so many characters of a column."""
    characters = _characters(column)
    if characters is not None:
        return length <= characters
    return bool(_LONG.match(column.type_text)) or column.type_text in _SPATIAL


def key_parts(text: str, columns: Iterable[Column], kind: str = "") -> str:
    """Return the columns of a key without the lengths that say nothing.

    The server drops the length of a column that is indexed as a whole, and all of them in a
    full-text index.

    Args:
        text: The columns in parentheses, in their canonical spelling.
        columns: Of the table.
        kind: ``FULLTEXT``, ``SPATIAL`` or empty.
    """
    found = {column.name.lower(): column for column in columns}

    def part(match: re.Match[str]) -> str:
        column = found.get(match[1].strip("`").replace("``", "`").lower())
        if column is None or not (kind == "FULLTEXT" or _characters(column) == int(match[2])):
            return match[0]
        return match[1]

    return re.sub(r"(`(?:[^`]|``)+`|\w+)\((\d+)\)", part, text)


def _characters(column: Column) -> int | None:
    """Return how many characters or bytes a column holds that says so."""
    if column.type is None or not _SIZED.match(column.type_text):
        return None
    return int((*column.type.modifiers, "1")[0])


def check_length(item: syntax.KeyDef, form: str, table: Table) -> None:
    """Refuse a primary key that is longer than InnoDB's keys can be.

    Args:
        item: The key.
        form: Its columns as written, in parentheses.
        table: Its table.

    Raises:
        Refused: With the server's words.
    """
    if "(" in form[1:] or "ENGINE" in table.tail.upper():
        return
    columns = {column.name.lower(): column for column in table.columns}
    found = [columns[name.lower()] for name in item.columns if name and name.lower() in columns]
    if is_too_long(found, table.charset):
        message = "Specified key was too long; max key length is 3072 bytes"
        raise Refused(message, item.span, hint="make its columns shorter", sqlstate="42000")


def check_counted(table: Table, indexes: Iterable[Index]) -> None:
    """Refuse AUTO_INCREMENT on more than one column, or where no key lets the server count.

    Args:
        table: The table.
        indexes: Its indexes that are no keys.

    Raises:
        Refused: With the server's words.
    """
    counted = [column for column in table.columns if column.autoincrement]
    if not counted:
        return
    last = counted[-1]
    # MyISAM and Aria count within what stands before the column in its key.
    grouped = table_options(table.tail).get("ENGINE", "").lower() in {"myisam", "aria"}
    columns = [*(key.columns for key in table.keys), *(index.columns for index in indexes)]
    keyed = {name for names in columns for name in (names if grouped else names[:1])}
    if len(counted) > 1 or last.name not in keyed:
        message = (
            "Incorrect table definition; there can be only one auto column"
            " and it must be defined as a key"
        )
        span = last.origin.span if last.origin else None
        assert span is not None  # noqa: S101 - columns of a statement have a place
        hint = f"add PRIMARY KEY ({last.name})"
        if len(counted) > 1:
            hint = "leave AUTO_INCREMENT to one of them"
        raise Refused(message, span, hint=hint, sqlstate="42000")


def check_trigger(draft: Draft, statement: syntax.CreateTrigger) -> Table:
    """Return the table of a trigger.

    Raises:
        Refused: There is no such table (yet), or it is a view.
    """
    parts, span = statement.table.parts, statement.table.span
    key = draft.id_of(parts)
    if draft.relation(key) is None:
        raise draft.missing_relation(parts, span)
    if key not in draft.tables:
        message = f"'{statement.table}' is not of type 'BASE TABLE'"
        raise Refused(message, span, hint="MySQL has triggers on tables alone", sqlstate="HY000")
    return draft.tables[key]


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
