"""Defaults and constraints that come behind the table that they are part of.

``CHECK (few(owner))``, where ``few`` counts the rows of the table: the function is made behind the
table, and they behind the function.  What is NOT VALID would be valid in CREATE TABLE, which makes
one key of those that say the same.

Depends on: catalog, postgres_items, postgres_types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace
from flash_core.catalog.model import Check, Domain, ForeignKey, Key
from flash_core.catalog.names import constraint_names

from .postgres_types import alter_type, bared, created

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from flash_core.catalog.model import Table

    from .postgres_columns import Step
    from .postgres_items import Item, Objects
    from .postgres_items import Key as ItemKey


def in_circles(
    items: Mapping[ItemKey, Item], homes: Mapping[ItemKey, ItemKey], coming: AbstractSet[ItemKey]
) -> set[ItemKey]:
    """Return what cannot come with its table or column: it needs that to be there.

    Args:
        items: The new schema.
        homes: With what each object comes that does not come alone.
        coming: What comes or changes.
    """
    reached: dict[ItemKey, set[ItemKey]] = {}
    found: set[ItemKey] = set()
    for key, home in homes.items():
        item = items[key]
        if key[0] != "default" and not isinstance(item.definition, Check):
            continue
        for routine in (need for need in item.needs & coming if need[0] == "routine"):
            if routine not in reached:
                reached[routine] = _reached(routine, items, homes, coming)
            if home in reached[routine]:
                found.add(key)
    return found


def unchecked(items: Mapping[ItemKey, Item], homes: Mapping[ItemKey, ItemKey]) -> set[ItemKey]:
    """Return the constraints that no row was looked at for.

    Args:
        items: The new schema.
        homes: With what each object comes that does not come alone.
    """
    return {
        key
        for key in homes
        if isinstance(found := items[key].definition, Check | ForeignKey)
        and found.tail.upper().endswith("NOT VALID")
        and not items[key].unwritten
    }


def repeated(items: Mapping[ItemKey, Item], homes: Mapping[ItemKey, ItemKey]) -> set[ItemKey]:
    """Return the keys that say the same as another one of their table.

    Args:
        items: The new schema.
        homes: With what each object comes that does not come alone.
    """
    found: set[ItemKey] = set()
    first: dict[tuple[ItemKey, tuple[str, ...], str, str], ItemKey] = {}
    for key, home in homes.items():
        own = items[key].definition
        if isinstance(own, Key) and not items[key].unwritten:
            same = home, own.columns, own.form, own.tail.upper()
            other = first.setdefault(same, key)
            if own.primary:
                first[same] = key
            found |= {key, other} - {first[same]}
    return found


def bare_domains(
    items: Mapping[ItemKey, Item], homes: Mapping[ItemKey, ItemKey], coming: AbstractSet[ItemKey]
) -> dict[ItemKey, Item]:
    """Return domains without the checks that call functions which need the domains themselves.

    Args:
        items: The schema.
        homes: With what each object comes that does not come alone.
        coming: What comes, or goes.
    """
    found: dict[ItemKey, Item] = {}
    for key in coming:
        item = items[key]
        if not isinstance(item.definition, Domain):
            continue
        called = {need for need in item.needs & coming if need[0] == "routine"}
        circle = {need for need in called if key in _reached(need, items, homes, coming)}
        if circle:
            bare = bared(item, circle)
            found[key] = replace(bare, create=created(bare), needs=item.needs - circle)
    return found


def checked(bare: Mapping[ItemKey, Item], objects: Objects) -> Iterator[Step]:
    """Yield what gives domains the checks whose functions are there by now.

    Args:
        bare: The domains as they came.
        objects: The new schema.
    """
    for key, item in bare.items():
        yield from alter_type(objects, item, objects.items[key])


def _reached(
    start: ItemKey,
    items: Mapping[ItemKey, Item],
    homes: Mapping[ItemKey, ItemKey],
    coming: AbstractSet[ItemKey],
) -> set[ItemKey]:
    """Return what has to come before a routine; its body may be looked at when it is made."""
    found: set[ItemKey] = set()
    waiting = [start]
    while waiting:
        item = items[waiting.pop()]
        needs = item.needs | item.wants if item.key[0] == "routine" else item.needs
        needs = {homes.get(need, need) for need in needs & coming}
        needs |= {k for k, home in homes.items() if k[0] == "column" and home in needs - found}
        waiting += needs - found
        found |= needs
    return found


def freed(items: Mapping[ItemKey, Item], apart: AbstractSet[ItemKey]) -> dict[ItemKey, Item]:
    """Return columns without what only their defaults want.

    Args:
        items: The new schema.
        apart: What comes behind its table or column.
    """
    columns = {("column", *key[1:]): items[key].needs for key in apart if key[0] == "default"}
    return {
        key: replace(items[key], wants=items[key].wants - needs) for key, needs in columns.items()
    }


def of_tables(apart: AbstractSet[ItemKey], objects: Objects, table: ItemKey) -> set[ItemKey]:
    """Return what comes behind a table, and behind those above it.

    Args:
        apart: All that comes behind its table.
        objects: The new schema.
        table: The table.
    """
    if not apart:
        return set()
    tables = [table]
    for each in tables:
        tables += [("table", *link[-2:]) for link in objects.links_of(each)]
    return {key for key in apart if ("table", *key[1:3]) in tables}


def without(table: Table, apart: AbstractSet[ItemKey]) -> Table:
    """Return a table without the defaults, checks and keys that come by themselves.

    Args:
        table: The table.
        apart: Their keys.
    """
    defaults = {key[-1] for key in apart if key[0] == "default"}
    names = {key[-1] for key in apart if key[0] == "constraint"}
    if not apart:
        return table
    gone = {id(found) for name, found in constraint_names(table) if name in names}
    return replace(
        table,
        columns=tuple(
            replace(each, default=None) if each.name in defaults else each for each in table.columns
        ),
        checks=tuple(check for check in table.checks if id(check) not in gone),
        keys=tuple(key for key in table.keys if id(key) not in gone),
    )
