"""Foreign keys in the way of tables of PostgreSQL that are logged from now on, or no more.

Depends on: catalog, postgres_items.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.catalog.model import Table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from .postgres_items import Key, Objects


def switched(
    old: Objects, new: Objects, changed: AbstractSet[Key]
) -> Iterator[tuple[Table, Table]]:
    """Yield the tables that come to be logged, or cease to be, as they are and as they should be.

    Args:
        old: The schema as it is.
        new: The schema as it should be.
        changed: The objects that differ.
    """
    for key in changed:
        before, after = (objects.items[key].definition for objects in (old, new))
        if not isinstance(before, Table) or not isinstance(after, Table):
            continue
        if before.unlogged != after.unlogged:
            yield before, after


def in_the_way(old: Objects, new: Objects, changed: AbstractSet[Key]) -> set[Key]:
    """Return the foreign keys by which such tables refer to each other in a circle.

    A table that is logged refers to logged ones alone, so that no order of the statements does.

    Args:
        old: The schema as it is.
        new: The schema as it should be.
        changed: The objects that differ.
    """
    links: dict[Key, dict[Key, Key]] = {}  # of each table: the foreign keys, and to which tables
    for table, _ in switched(old, new, changed):
        links["table", table.schema, table.name] = {}
    if len(links) < 2:  # noqa: PLR2004 - one table is no circle
        return set()
    for key, item in old.items.items():
        own = ("table", *key[1:3])
        if key[0] == "reference" and own in links and not item.unwritten:
            for target in (item.needs & links.keys()) - {own}:
                links[own][key] = target
    return {
        key
        for own, found in links.items()
        for key, target in found.items()
        if _leads(links, target, own, set())
    }


def _leads(links: dict[Key, dict[Key, Key]], start: Key, goal: Key, seen: set[Key]) -> bool:
    """Tell whether one table refers to another by way of others."""
    seen.add(start)
    ahead = set(links[start].values())
    return goal in ahead or any(_leads(links, key, goal, seen) for key in ahead - seen)
