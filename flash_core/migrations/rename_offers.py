"""What may have been renamed, for a person to say: one thing gone, one of its kind new.

Depends on: catalog, matching, renames.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.catalog.model import Rename, RenameKind
from flash_core.catalog.order import arranged
from flash_core.catalog.text import fold

from .matching import Matching, same_type
from .renames import apply_renames

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flash_core.catalog.model import Catalog, Table


def next_offer(
    old: Catalog, new: Catalog, chosen: Sequence[Rename], declined: Sequence[Rename]
) -> Rename | None:
    """Return the next pair to ask about, or ``None`` when there is no other.

    Args:
        old: What the migrations make.
        new: What the schema says.
        chosen: What was answered with yes.
        declined: What was answered with no.

    Raises:
        CompileError: A directive names nothing that exists.
    """
    renamed = apply_renames(arranged(old), new, chosen).old
    match = Matching(renamed, new)
    answered = {(item.kind, item.old, item.name, item.owner) for item in declined}
    for offer in (*_tables(match), *_columns(match)):
        if (offer.kind, offer.old, offer.name, offer.owner) not in answered:
            return offer
    return None


def _path(table: Table) -> tuple[str, ...]:
    return (table.schema, table.name) if table.schema else (table.name,)


def _tables(match: Matching) -> Iterator[Rename]:
    """Yield pairs of tables with the same columns."""
    before, after = match.keyed(match.old.tables), match.keyed(match.new.tables)
    for key, table in after.items():
        for was_key, was in before.items():
            if key in before or was_key in after or was_key[0] != key[0]:
                continue
            if _alike(was, table, match):
                yield Rename(RenameKind.TABLE, was.name, _path(table))


def _alike(one: Table, other: Table, match: Matching) -> bool:
    columns = [{fold(c.name, match.engine): c for c in table.columns} for table in (one, other)]
    return columns[0].keys() == columns[1].keys() and all(
        same_type(column, columns[1][key], match.engine) for key, column in columns[0].items()
    )


def _columns(match: Matching) -> Iterator[Rename]:
    """Yield pairs of columns of one table and one type."""
    for old, new in match.tables():
        before = {fold(column.name, match.engine): column for column in old.columns}
        after = {fold(column.name, match.engine): column for column in new.columns}
        for key, column in after.items():
            for was_key, was in before.items():
                fresh = key not in before and was_key not in after
                if fresh and same_type(was, column, match.engine) and not column.generated:
                    yield Rename(RenameKind.COLUMN, was.name, (column.name,), _path(new))
