"""What stands in the way while the rows of partitions are kept aside, or partitions go.

A foreign key would refuse that, or delete what refers to the rows; a trigger would take rows that
come back for new ones.  Both go before, and come when all rows are where they belong.

Depends on: catalog, postgres_items.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.catalog.model import ForeignKey, Table

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from .postgres_items import Item, Key, Objects


def tree_of(tables: AbstractSet[Key], *sides: Objects) -> set[Key]:
    """Return tables with all that are partitions of one another with them.

    Args:
        tables: Some tables.
        sides: The schemas whose partitions count.
    """
    links = [(("table", *k[1:3]), ("table", *k[-2:])) for side in sides for k in bound_links(side)]
    found, size = set(tables), -1
    while size != len(found):
        size = len(found)
        for child, parent in links:
            if child in found or parent in found:
                found |= {child, parent}
    return found


def bound_links(objects: Objects) -> list[Key]:
    """Return the links of all partitions.

    Args:
        objects: A schema.
    """
    return [key for key in objects.links() if _is_bound(objects.items["table", *key[1:3]])]


def _is_bound(item: Item) -> bool:
    return isinstance(item.definition, Table) and bool(item.definition.bound)


def in_the_way(objects: Objects, detached: AbstractSet[Key], moved: AbstractSet[Key]) -> set[Key]:
    """Return the foreign keys and triggers that go for a while.

    Args:
        objects: The schema.
        detached: Tables of which partitions are detached or go, with their partitions.
        moved: Tables whose rows are kept aside, with their partitions.
    """
    found: set[Key] = set()
    for key, item in objects.items.items() if detached else ():
        if key[0] == "trigger" and item.inside in moved:
            found.add(key)
        if key[0] == "reference" and not item.unwritten and isinstance(item.definition, ForeignKey):
            target = objects.relation(item.definition.table)
            found |= {key} if target in detached else set()
    return found


def held(objects: Objects, found: AbstractSet[Key]) -> set[Key]:
    """Return what goes before rows move, or waits for all of them, with what belongs to it.

    Args:
        objects: The schema as it is, or as it should be.
        found: Foreign keys and triggers.
    """
    result, size = set(found), -1
    while found and size != len(result):
        size = len(result)
        result |= {
            key
            for key, item in objects.items.items()
            if item.inside in result or not item.needs.isdisjoint(result)
        }
    return result


def is_deferred(objects: Objects, table: Key) -> bool:
    """Tell whether rows wait for a foreign key of a table or of its partitions until the end.

    Args:
        objects: The schema that they are put into.
        table: The table.
    """
    found = (objects.items[key].definition for key in tree_of({table}, objects))
    return any(
        "INITIALLY DEFERRED" in reference.tail.upper()
        for each in found
        if isinstance(each, Table)
        for reference in each.foreign_keys
    )
