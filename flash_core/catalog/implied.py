"""What an engine implies of a table, checked on the engines themselves.

- PostgreSQL: the columns of a primary key, serial and identity columns are NOT NULL.
- PostgreSQL: DEFAULT NULL is none, but of a type with modifiers (``varchar(5)``), where it is kept.
- PostgreSQL: what a new table asks of its rows is valid.
- SQLite: a primary key accepts NULL, except the rowid alias (``INTEGER PRIMARY
  KEY``, spelt just so) and the keys of STRICT and WITHOUT ROWID tables.

Depends on: engine, sql.syntax, draft, model.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.engine import Engine

from .draft import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flash_core.sql import syntax

    from .model import Column, ForeignKey, Key, Table

_SERIAL: Final = frozenset({"serial", "bigserial", "smallserial", "serial2", "serial4", "serial8"})
_NOT_VALID: Final = re.compile(r"\s*\bNOT\s+VALID\b", re.IGNORECASE)


def is_serial(column: Column) -> bool:
    """Tell whether the column is declared ``serial`` or one of its sizes."""
    kind = column.type
    return kind is not None and not kind.dimensions and kind.parts[-1].lower() in _SERIAL


def rowid_alias(table: Table) -> str | None:
    """Return the column that is another name of SQLite's rowid, or ``None``."""
    key = next((key for key in table.keys if key.primary), None)
    if key is None or len(key.columns) != 1 or table.without_rowid:
        return None
    # A column-level PRIMARY KEY DESC is a plain key, for compatibility with an old bug.
    if key.tail.upper().startswith("DESC"):
        return None
    column = next((c for c in table.columns if c.name == key.columns[0]), None)
    return column.name if column and column.type_text.upper() == "INTEGER" else None


def validated(table: Table) -> Table:
    """Return a new table of PostgreSQL: what holds for its rows, of which there are none, is valid.

    Args:
        table: As it is written, perhaps with NOT VALID.
    """
    tails = [item.tail for item in table.checks] + [item.tail for item in table.foreign_keys]
    if not any("VALID" in text.upper() for text in (*tails, *(o.text for o in table.others))):
        return table
    return replace(
        table,
        checks=tuple(replace(item, tail=valid(item.tail)) for item in table.checks),
        foreign_keys=tuple(replace(item, tail=valid(item.tail)) for item in table.foreign_keys),
        others=tuple(replace(item, text=valid(item.text)) for item in table.others),
    )


def valid(tail: str) -> str:
    """Return what follows a constraint without NOT VALID.

    Args:
        tail: As a table keeps it.
    """
    return _NOT_VALID.sub("", tail).strip()


def settle(table: Table, engine: Engine) -> Table:
    """Return the table in its one canonical form, with all that the engine implies.

    Keys and references are ordered by their columns, so that it does not matter
    whether one was written beside its column, after the columns, or added later.
    """
    alias = rowid_alias(table) if engine is Engine.SQLITE else None
    keyed = engine is not Engine.SQLITE or table.strict or table.without_rowid
    required = frozenset(table.primary_key) if keyed else frozenset[str]()
    columns: list[Column] = []
    for item in table.columns:
        if item.default is not None and engine is Engine.POSTGRESQL and _is_none(item):
            item = replace(item, default=None)  # noqa: PLW2901 - as the server keeps it
        automatic = item.name == alias or (
            engine is Engine.POSTGRESQL and (is_serial(item) or item.identity is not None)
        )
        has_default = (
            automatic
            or item.autoincrement
            or item.generated is not None
            or item.default is not None
        )
        not_null = item.not_null or automatic or item.name in required
        if not_null != item.not_null or has_default != item.has_default:
            item = replace(item, not_null=not_null, has_default=has_default)  # noqa: PLW2901 - completed
        columns.append(item)
    order = {item.name: position for position, item in enumerate(table.columns)}
    # There is no index of the rowid that could be sorted otherwise.
    keys = [
        replace(key, form="") if key.primary and key.form and key.columns == (alias,) else key
        for key in table.keys
    ]

    def positions(names: Iterable[str]) -> tuple[int, ...]:
        return tuple(order.get(name, len(order)) for name in names)

    def key_order(key: Key) -> tuple[bool, tuple[int, ...], str, str]:
        return not key.primary, positions(key.columns), key.name or "", key.tail

    def reference_order(
        key: ForeignKey,
    ) -> tuple[tuple[int, ...], tuple[str, ...], tuple[str, ...], str, str]:
        columns = positions(key.columns)
        return columns, key.table, key.foreign_columns, key.name or "", key.tail

    return replace(
        table,
        columns=tuple(columns),
        keys=tuple(sorted(keys, key=key_order)),
        foreign_keys=tuple(sorted(table.foreign_keys, key=reference_order)),
        checks=tuple(
            sorted(table.checks, key=lambda check: order.get(check.column or "", len(order)))
        ),
    )


def _is_none(column: Column) -> bool:
    """Tell whether the default of a column of PostgreSQL is a NULL that the server drops.

    That of a domain stays, as it hides the domain's own; so does one that is made fit a length.
    """
    kind = column.type
    if kind is None or kind.modifiers or (column.default or "").strip("()").upper() != "NULL":
        return False
    from .user_types import is_built_in  # noqa: PLC0415 - few columns say so

    return is_built_in(kind.parts)


def check_sqlite(table: Table, statement: syntax.CreateTable) -> None:
    """Refuse what SQLite would take but that silently means something else.

    Raises:
        Refused: AUTOINCREMENT off the rowid, or PostgreSQL's serial as a key:
            SQLite knows no such type and would leave the key NULL.
    """
    spans = {definition.name: definition.span for definition in statement.columns}
    alias = rowid_alias(table)
    for item in table.columns:
        hint = "write INTEGER PRIMARY KEY"
        if item.autoincrement and item.name != alias:
            message = (
                f'column "{item.name}": AUTOINCREMENT is only allowed on an INTEGER PRIMARY KEY'
            )
            raise Refused(message, spans[item.name], hint=hint)
        if table.primary_key == (item.name,) and is_serial(item):
            message = (
                f'column "{item.name}": SQLite does not number a {item.type_text.upper()} column,'
                " it would stay NULL"
            )
            raise Refused(message, spans[item.name], hint=hint)
    if table.without_rowid and not table.primary_key:
        message = f'table "{table.name}" is WITHOUT ROWID but has no primary key'
        raise Refused(message, statement.name.span)
