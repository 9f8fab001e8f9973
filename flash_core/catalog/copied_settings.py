"""What a new table of PostgreSQL has of another one's storage and statistics.

The server lets partitions and children have the storage and the compression of columns as they are
when they are made; afterwards storage comes to them unless ALTER TABLE says ONLY, and compression
does not.  LIKE brings storage, compression and extended statistics on request.

Depends on: sql.syntax, copied_comments, draft, identifiers, inheritance, kept, model, objects.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.engine import Engine

from .copied_comments import copy_comments
from .identifiers import quote, quote_path
from .inheritance import children, descendants, path_of
from .kept import keep, keep_settings, named_statistics
from .model import Origin, OtherObject
from .objects import counted_table, created, created_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flash_core.sql import syntax
    from flash_core.sql.postgres_objects import Stated
    from flash_core.sql.source import SourceFile

    from .draft import Draft, Stored
    from .model import Table

_SET: Final = r"(?i)\bSET\s+(?:STORAGE|COMPRESSION)\b"
_RECURSING: Final = r"(?i)\bSET\s+(?:STORAGE|STATISTICS)\b"
_ONLY: Final = r"(?i)\s*ALTER\s+TABLE\s+(?:IF\s+EXISTS\s+)?ONLY\b"
_CLAUSES: Final = {"compression": "SetCompression", "storage": "SetStorage"}
_STATISTICS: Final = (
    r"(?is)CREATE\s+STATISTICS\s+(?:IF\s+NOT\s+EXISTS\s+)?(?:(?!ON\b)(?:\"(?:[^\"]|\"\")+\"|[\w$.])+)?"
    r"\s*(?P<what>(?:\([^)]*\)\s*)?ON\b.*\bFROM\s+)"
)


def copy_settings(
    draft: Draft,
    table: Table,
    parents: Iterable[Table],
    likes: tuple[Iterable[syntax.LikeTable], SourceFile],
) -> None:
    """Give a new table what its parents' columns have, and what LIKE brings.

    Args:
        draft: Where they are.
        table: The new table.
        parents: What it inherits from, or is a partition of.
        likes: What it is like, and where that is written.
    """
    for parent in parents:
        _copy(draft, parent, table, set(_CLAUSES.values()))
    for like in likes[0]:
        _copy_like(draft, table, like, likes[1])


def _copy_like(draft: Draft, table: Table, like: syntax.LikeTable, source: SourceFile) -> None:
    """Give a new table what LIKE brings of storage, compression and statistics."""
    origin = draft.tables.get(draft.id_of(like.table.parts))
    if origin is None:
        return
    clauses = {clause for name, clause in _CLAUSES.items() if name in like.options}
    _copy(draft, origin, table, clauses)
    if "statistics" not in like.options:
        return
    was, path = ".".join(path_of(origin)), quote_path(table.schema, table.name, draft.engine)
    for other in list(draft.others):
        found = re.match(_STATISTICS, other.text)
        if found is not None and counted_table(other.text) == was:
            text = named_statistics(draft, f"CREATE STATISTICS {found['what']}{path}")
            place = Origin(source, like.span)
            draft.others.append(OtherObject("CREATE STATISTICS", text, origin=place))
            made, at = created(other.text), created_at(text)
            if made is not None and at is not None and "comments" in like.options:
                copy_comments(draft, {made: f"STATISTICS {text[slice(*at)]}"}, place)


def settings_below(
    draft: Draft, table: Table, column: syntax.ColumnDef, source: SourceFile
) -> None:
    """Give the tables below one the storage of its new column.

    Args:
        draft: Where they are.
        table: What gets the column.
        column: As it was written.
        source: Where that was.
    """
    if not column.settings:
        return
    for child in children(draft, table):
        if draft.column(child, column.name) is None:
            keep_settings(draft, child, (column,), source)
        settings_below(draft, child, column, source)


def settings_come_to_children(draft: Draft, statement: syntax.OtherDdl, source: SourceFile) -> None:
    """Let the tables below one follow its ALTER, where the server has it so.

    Args:
        draft: Where they are.
        statement: What is kept of the table.
        source: Where it was written.
    """
    if not re.search(_RECURSING, statement.text) or re.match(_ONLY, statement.text):
        return
    from flash_core.sql.postgres_objects import stated  # noqa: PLC0415 - PostgreSQL's alone

    about = stated(statement.text)
    if about is None or about.name[0] not in {"SetStorage", "SetStatistics"}:
        return
    what = statement.text[[*re.finditer(_RECURSING, statement.text)][-1].start() :]
    for key in descendants(draft, draft.key(about.table)):
        table = draft.tables[key]
        if draft.column(table, about.name[1]) is not None:
            text = f"{_head(table)} {quote(about.name[1], Engine.POSTGRESQL)} {what}"
            keep(draft, replace(statement, text=text), source)


def _head(table: Table) -> str:
    return f"ALTER TABLE {quote_path(table.schema, table.name, Engine.POSTGRESQL)} ALTER COLUMN"


def _copy(draft: Draft, origin: Table, table: Table, clauses: set[str]) -> None:
    """Let a table have settings of the columns of another one."""
    for _, other, about in _stored(draft, path_of(origin)) if clauses else ():
        column = about.name[1]
        if about.name[0] in clauses and draft.column(table, column) is not None:
            what = other.text[[*re.finditer(_SET, other.text)][-1].start() :]
            text = f"{_head(table)} {quote(column, Engine.POSTGRESQL)} {what}"
            draft.others.append(OtherObject(other.keyword, text, origin=other.origin))


def _stored(draft: Draft, path: tuple[str, ...]) -> list[Stored]:
    """Return what is kept of the storage of a table's columns; each statement is read once."""
    others, read, found = draft.stored
    if others is not draft.others or read > len(draft.others):
        others, read, found = draft.others, 0, dict[tuple[str, ...], "list[Stored]"]()
    for position in range(read, len(others)):
        if (about := _setting(others[position])) is not None:
            found.setdefault(about.table, []).append((position, others[position], about))
    draft.stored = others, len(others), found
    own = list(found.get(path, ()))
    if any(others[place] is not item for place, item, _ in own if place < len(others)):
        draft.stored = [], 0, {}  # something has gone from between
        return _stored(draft, path)
    return own


def _setting(other: OtherObject) -> Stated | None:
    """Return what a statement says of the storage of a column, if it does."""
    if not other.keyword.startswith("ALTER TABLE") or re.search(_SET, other.text) is None:
        return None
    from flash_core.sql.postgres_objects import stated  # noqa: PLC0415 - PostgreSQL's alone

    return stated(other.text)
