"""Names of PostgreSQL for the sequences of serial and identity columns that are not the usual ones.

A sequence keeps its name where its table gets another one, and it is a relation: beside
``user_account (id serial)`` the sequence of ``user (account_id serial)`` cannot have the usual name.

Depends on: engine, draft, identifiers, implied, inheritance, model, names, objects.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.engine import Engine

from .identifiers import quote, quote_path
from .implied import is_serial
from .inheritance import plain
from .model import OtherObject
from .names import object_name, unused
from .objects import altered_sequence, created, unquoted, unquoted_parts

if TYPE_CHECKING:
    from .draft import Draft, ObjectId
    from .model import Column, Table

SEQUENCE_NAME: Final = r'(?i)\bSEQUENCE\s+NAME\s+((?:"(?:[^"]|"")+"|[\w$.])+)\s*'


def counts(column: Column) -> bool:
    """Tell whether a column is serial or an identity."""
    return column.identity is not None or is_serial(column)


def sequence_name(table: Table, column: Column) -> str:
    """Return the name of the sequence of a serial or identity column, without its schema."""
    named = re.search(SEQUENCE_NAME, column.identity_options)
    if named is not None:
        return unquoted_parts(named[1])[-1]
    return object_name(table.name, column.name, "seq")


def with_free_sequences(draft: Draft, table: Table) -> Table:
    """Return a table that comes, or has got columns, with sequences whose names are free.

    Args:
        draft: What there is.
        table: The table, which may be there without the columns.
    """
    if draft.engine is not Engine.POSTGRESQL:
        return table
    own = draft.id(table.schema, table.name)
    there = {c.name for c in draft.tables[own].columns} if own in draft.tables else set[str]()
    names: dict[str, str] = {}
    taken = _Taken(draft, table.schema, own)
    for column in table.columns:
        if column.name in there or not _is_numbered(column):
            continue
        if object_name(table.name, column.name, "seq") in taken:
            names[column.name] = unused(table.name, column.name, "seq", taken)
    return _with_sequences(draft, table, names)


def with_kept_sequences(draft: Draft, table: Table) -> Table:
    """Return a table that gets another name with its sequences by the names that they keep.

    Args:
        draft: What there is.
        table: The table by its old name.
    """
    usual = {c.name: object_name(table.name, c.name, "seq") for c in table.columns}
    numbered = {c.name: usual[c.name] for c in table.columns if _is_numbered(c)}
    return _with_sequences(draft, table, numbered)


def _is_numbered(column: Column) -> bool:
    if column.identity is not None:
        return "NAME" not in column.identity_options.upper()
    return is_serial(column)


def _with_sequences(draft: Draft, table: Table, names: dict[str, str]) -> Table:
    """Return a table with sequences by other names than the usual ones."""
    if not names:
        return table
    columns = tuple(
        _with_sequence(draft, table, column, names[column.name]) if column.name in names else column
        for column in table.columns
    )
    return replace(table, columns=columns)


def _with_sequence(draft: Draft, table: Table, column: Column, name: str) -> Column:
    path = quote_path(table.schema, name, draft.engine)
    if column.identity is not None:
        draft.named_sequences.add(draft.id(table.schema, name))
        return replace(column, identity_options=f"SEQUENCE NAME {path} {column.identity_options}")
    keep_sequence(draft, table, column, name)
    return plain(column, table, name)


def keep_sequence(draft: Draft, table: Table, column: Column, name: str) -> None:
    """Keep the sequence of a serial column that is no longer written as one.

    Args:
        draft: What there is.
        table: The table.
        column: The column as it was.
        name: What the sequence is called.
    """
    path = quote_path(table.schema, name, draft.engine)
    unlogged = "UNLOGGED " if table.unlogged else ""
    text = f"CREATE {unlogged}SEQUENCE {path} AS {plain(column, table).type_text}"
    owner = (
        f"{quote_path(table.schema, table.name, draft.engine)}.{quote(column.name, draft.engine)}"
    )
    owned = f"ALTER SEQUENCE {path} OWNED BY {owner}"
    # It was so before all that has been said of it since.
    name = unquoted(path)
    said = (n for n, o in enumerate(draft.others) if altered_sequence(o.text) == name)
    at = next(said, len(draft.others))
    draft.others[at:at] = [
        OtherObject("CREATE SEQUENCE", text, origin=column.origin),
        OtherObject("ALTER SEQUENCE", owned, origin=column.origin),
    ]


class _Taken:
    """The names of a schema that a new sequence cannot have."""

    def __init__(self, draft: Draft, schema: str, own: ObjectId) -> None:
        self.draft = draft
        self.schema = schema
        self.own = own

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and (
            self._is_relation(name) or any(map(self._numbers, _parted(name)))
        )

    def _is_relation(self, name: str) -> bool:
        draft, id_ = self.draft, self.draft.id(self.schema, name)
        if draft.relation(id_) is not None:
            return True
        if id_ in draft.named_sequences:  # it was given once: who has it may be gone
            tables = (table for key, table in draft.tables.items() if key[0] == id_[0])
            options = (column.identity_options for t in tables for column in t.columns)
            if any(name.lower() in said.lower() for said in options):
                return True
        path = f"{id_[0]}.{name}" if id_[0] else name
        makes = (item.text for item in draft.others if item.keyword.startswith("CREATE"))
        made = (created(text) for text in makes if name.lower() in text.lower())
        return any(found is not None and found[:2] == ("SEQUENCE", path) for found in made)

    def _numbers(self, parts: tuple[str, str]) -> bool:
        """Tell whether there is a table with a column whose sequence has the usual name."""
        key = self.draft.id(self.schema, parts[0])
        table = self.draft.tables.get(key) if key != self.own else None
        return table is not None and any(
            column.name == parts[1] and _is_numbered(column) for column in table.columns
        )


def _parted(name: str) -> list[tuple[str, str]]:
    """Return the tables and columns whose sequence may have a name."""
    stem = name.removesuffix("_seq")
    if stem == name:
        return []
    return [(stem[: at.start()], stem[at.end() :]) for at in re.finditer("_", stem)]
