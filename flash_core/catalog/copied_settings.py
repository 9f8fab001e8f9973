"""What a new table of PostgreSQL has of another one's storage and statistics.

The server lets partitions and children have the compression of columns as it is when they are
made, and keeps it from them afterwards; LIKE brings storage, compression and extended statistics
on request.

Depends on: sql.syntax, draft, identifiers, inheritance, kept, model, objects.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine

from .identifiers import quote, quote_path
from .inheritance import children, path_of
from .kept import keep_settings, named_statistics
from .model import Origin, OtherObject
from .objects import counted_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flash_core.sql import syntax
    from flash_core.sql.postgres_objects import Stated
    from flash_core.sql.source import SourceFile

    from .draft import Draft
    from .model import Table

_SET: Final = re.compile(r"(?i)\bSET\s+(?:STORAGE|COMPRESSION)\b")
_CLAUSES: Final = {"compression": "SetCompression", "storage": "SetStorage"}
_STATISTICS: Final = re.compile(
    r"(?is)CREATE\s+STATISTICS\s+(?:IF\s+NOT\s+EXISTS\s+)?(?:(?!ON\b)(?:\"(?:[^\"]|\"\")+\"|[\w$.])+)?"
    r"\s*(?P<what>(?:\([^)]*\)\s*)?ON\b.*\bFROM\s+)"
)


def copy_settings(
    draft: Draft,
    table: Table,
    parents: Iterable[Table],
    likes: tuple[Iterable[syntax.LikeTable], SourceFile],
) -> None:
    """Give a new table the compression of its parents' columns, and what LIKE brings.

    Args:
        draft: Where they are.
        table: The new table.
        parents: What it inherits from, or is a partition of.
        likes: What it is like, and where that is written.
    """
    for parent in parents:
        _copy(draft, parent, table, {_CLAUSES["compression"]})
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
        found = _STATISTICS.match(other.text)
        if found is not None and counted_table(other.text) == was:
            text = named_statistics(draft, f"CREATE STATISTICS {found['what']}{path}")
            place = Origin(source, like.span)
            draft.others.append(OtherObject("CREATE STATISTICS", text, origin=place))


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


def _copy(draft: Draft, origin: Table, table: Table, clauses: set[str]) -> None:
    """Let a table have settings of the columns of another one."""
    head = f"ALTER TABLE {quote_path(table.schema, table.name, Engine.POSTGRESQL)} ALTER COLUMN"
    for other in list(draft.others) if clauses else ():
        about = _setting(other, origin)
        if about is None or about.name[0] not in clauses:
            continue
        column = about.name[1]
        if draft.column(table, column) is not None:
            what = other.text[_found(other.text).start() :]
            text = f"{head} {quote(column, Engine.POSTGRESQL)} {what}"
            draft.others.append(OtherObject(other.keyword, text, origin=other.origin))


def _found(text: str) -> re.Match[str]:
    found = list(_SET.finditer(text))
    return found[-1]


def _setting(other: OtherObject, table: Table) -> Stated | None:
    """Return what a statement says of the storage of a table's column, if it does."""
    if not other.keyword.startswith("ALTER TABLE") or _SET.search(other.text) is None:
        return None
    from flash_core.sql.postgres_objects import stated  # noqa: PLC0415 - PostgreSQL's alone

    about = stated(other.text)
    return about if about is not None and about.table == path_of(table) else None
