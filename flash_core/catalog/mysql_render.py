"""MySQL's tables, columns and indexes as SQL, in the manner of SHOW CREATE TABLE.

Depends on: engine, identifiers, model, sql.strings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.sql.strings import quoted

from .identifiers import quote, quote_list, quote_path
from .model import Check, ForeignKey, Key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .model import Column, Index, Table
    from .names import Constraint

_INDENT: Final = "    "


def create_table(
    table: Table, without: Sequence[ForeignKey] = (), indexes: Iterable[Index] = ()
) -> str:
    """Return CREATE TABLE.

    Args:
        table: The table.
        without: Foreign keys to leave out, because their tables come later.
        indexes: Those of its indexes that are to be written with it.
    """
    skipped = {id(item) for item in without}
    lines = [column_definition(column, table.checks) for column in table.columns]
    lines += map(constraint, table.keys)
    lines += map(index_definition, indexes)
    lines += map(constraint, (item for item in table.foreign_keys if id(item) not in skipped))
    lines += map(constraint, (check for check in table.checks if not _is_beside(check)))
    lines += [item.text for item in table.others]
    body = ",\n".join(_INDENT + line for line in lines)
    head = f"CREATE TABLE {quote_path(table.schema, table.name, Engine.MYSQL)} (\n{body}\n)"
    return " ".join((head, *table_options(table)))


def table_options(table: Table) -> Iterator[str]:
    """Yield what stands behind the column list."""
    options, partition, partitions = table.tail.partition("PARTITION BY")
    if table.charset is not None:
        yield f"DEFAULT CHARSET={table.charset}"
    if table.collation is not None:
        yield f"COLLATE={table.collation}"
    if options.strip():
        yield options.strip()
    if table.comment is not None:
        yield f"COMMENT={quoted(table.comment)}"
    if partition:
        yield f"{partition}{partitions}"


def _is_beside(check: Check) -> bool:
    """Tell whether a check is part of a column's definition, as MariaDB has it."""
    return check.name is None and check.column is not None


def column_definition(column: Column, checks: Iterable[Check] = ()) -> str:
    """Return a column of CREATE TABLE, ADD or MODIFY COLUMN.

    Args:
        column: The column.
        checks: Those of its table.
    """
    words = [quote(column.name, Engine.MYSQL), column.type_text, *_type_words(column)]
    if is_row_time(column):
        pass  # when a row began or ended is never NULL, and may not be said not to be
    elif column.not_null:
        words.append("NOT NULL")
    elif column.type_text.startswith("timestamp"):
        words.append("NULL")  # some servers take a bare one for NOT NULL
    words += _value_words(column)
    if column.comment is not None:
        words.append(f"COMMENT {quoted(column.comment)}")
    words += [constraint(c) for c in checks if _is_beside(c) and c.column == column.name]
    return " ".join(words)


def _type_words(column: Column) -> Iterator[str]:
    if column.charset is not None:
        yield f"CHARACTER SET {column.charset}"
    if column.collation is not None:
        yield f"COLLATE {column.collation}"
    if column.generated is not None:
        yield f"GENERATED ALWAYS AS ({column.generated})"
        yield "STORED" if column.stored else "VIRTUAL"
    if _is_of_type(column):
        yield column.attributes


def is_row_time(column: Column) -> bool:
    """Tell whether a column says when its row began or ended, which stands beside its type."""
    return "AS ROW" in column.attributes.upper()


def _is_of_type(column: Column) -> bool:
    """Tell whether attributes are part of the type: NOT NULL and the like come after them."""
    return is_row_time(column) or column.attributes.startswith("REF_SYSTEM_ID")


def _value_words(column: Column) -> Iterator[str]:
    if column.invisible:
        yield "INVISIBLE"
    if column.default is not None:
        yield f"DEFAULT {column.default}"
    if column.on_update is not None:
        yield f"ON UPDATE {column.on_update}"
    if column.autoincrement:
        yield "AUTO_INCREMENT"
    if column.attributes and not _is_of_type(column):
        yield column.attributes


def constraint(item: Constraint) -> str:
    """Return a key, foreign key or check, with its name."""
    match item:
        case Key():
            columns = item.form or quote_list(item.columns, Engine.MYSQL)
            name = "" if item.name is None else f"{quote(item.name, Engine.MYSQL)} "
            kind = "PRIMARY KEY" if item.primary else "UNIQUE KEY"
            return f"{kind} {name}{columns} {item.tail}".rstrip()
        case ForeignKey():
            return f"{_named(item)}{_reference(item)}"
        case Check():
            return f"{_named(item)}CHECK ({item.text}) {item.tail}".rstrip()
        case _:
            return item.text


def _named(item: Check | ForeignKey) -> str:
    return "" if item.name is None else f"CONSTRAINT {quote(item.name, Engine.MYSQL)} "


def _reference(item: ForeignKey) -> str:
    table = ".".join(quote(part, Engine.MYSQL) for part in item.table)
    own = quote_list(item.columns, Engine.MYSQL)
    foreign = quote_list(item.foreign_columns, Engine.MYSQL) if item.foreign_columns else ""
    return f"FOREIGN KEY {own} REFERENCES {table} {foreign} {item.tail}".rstrip()


def index_definition(index: Index) -> str:
    """Return an index as CREATE TABLE and ADD have it."""
    kind = "UNIQUE " if index.unique else f"{index.kind} " if index.kind else ""
    return f"{kind}KEY {quote(index.name, Engine.MYSQL)} {index.text}"


def create_index(index: Index) -> str:
    """Return CREATE INDEX."""
    kind = "UNIQUE " if index.unique else f"{index.kind} " if index.kind else ""
    table = quote_path(index.schema, index.table, Engine.MYSQL)
    return f"CREATE {kind}INDEX {quote(index.name, Engine.MYSQL)} ON {table} {index.text}"
