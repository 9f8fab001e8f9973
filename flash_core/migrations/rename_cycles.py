"""Directives that name each other: ``a`` becomes ``b`` while ``b`` becomes ``c``, or ``a`` again.

Where names go round, what is there before the migration has the names of what is there after it:
whether it was done already is told by what has them.

Depends on: catalog, engine.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from flash_core.catalog.model import RenameKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flash_core.catalog.model import Catalog, Column, Rename

_LONGEST: Final = 50  # so that something fits behind it


def cycle_of(item: Rename, wanted: Sequence[Rename]) -> tuple[Rename, ...]:
    """Return the renames that lead from the new name of an object back to its old one, or nothing.

    Args:
        item: One of them, which comes first.
        wanted: All renames.
    """
    following = {each.old: each for each in wanted if _place(each) == _place(item)}
    found = [item]
    while (after := following.get(found[-1].name[-1])) is not None and after not in found:
        found.append(after)
    return tuple(found) if found[-1].name[-1] == item.old and len(found) > 1 else ()


def chained(wanted: Sequence[Rename]) -> list[Rename]:
    """Return renames so that each comes after the one that frees its name.

    Args:
        wanted: Renames of what is there.
    """
    olds = {(_place(item), item.old): item for item in wanted}

    def depth(item: Rename) -> int:
        seen: list[Rename] = []
        after: Rename | None = item
        while after is not None and after not in seen:
            seen.append(after)
            after = olds.get((_place(after), after.name[-1]))
        return len(seen)

    return sorted(wanted, key=depth)


def _place(item: Rename) -> tuple[object, ...]:
    return item.kind, item.owner, item.name[:-1]


def is_turned(old: Catalog, new: Catalog, cycle: Sequence[Rename]) -> bool | None:
    """Tell whether columns or tables still are to change names with each other.

    Args:
        old: What there is.
        new: What there should be.
        cycle: The renames.

    Returns:
        ``None`` where that cannot be told.
    """
    tables = cycle[0].kind is RenameKind.TABLE
    if not (tables or cycle[0].kind is RenameKind.COLUMN):
        return None
    facts = _facts_of_table if tables else _facts
    stay = move = 0
    for item in cycle:
        now = facts(new, item, item.name[-1])
        stay += len(now & facts(old, item, item.name[-1]))
        move += len(now & facts(old, item, item.old))
    return None if stay == move else move > stay


def _facts(catalog: Catalog, item: Rename, name: str) -> set[tuple[object, ...]]:
    row = catalog.find_table(item.owner) or catalog.find_composite(item.owner)
    columns: tuple[Column, ...] = row.columns if row else ()
    return {
        fact
        for column in columns
        if column.name == name
        for fact in (
            ("type", column.type),
            ("null", column.not_null),
            ("default", column.default),
            ("generated", column.generated),
            ("comment", column.comment),
        )
    }


def _facts_of_table(catalog: Catalog, item: Rename, name: str) -> set[tuple[object, ...]]:
    table = catalog.find_table((*item.name[:-1], name))
    columns = () if table is None else table.columns
    return {fact for c in columns for fact in ((c.name.lower(),), (c.name.lower(), c.type))}


def by_way_of(cycle: Sequence[Rename]) -> Iterator[Rename]:
    """Yield renames that make those of a cycle, one of them by way of a name that is free.

    Args:
        cycle: The renames.
    """
    first, *rest = cycle
    aside = f"{first.old[:_LONGEST]}__old"
    yield replace(first, name=(*first.name[:-1], aside))
    yield from reversed(rest)
    yield replace(first, old=aside)
