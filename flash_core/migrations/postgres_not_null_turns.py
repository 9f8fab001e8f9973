"""In which turn the NOT NULL constraints of a table give their names to each other.

Renames of columns leave the names of these constraints behind, so that in the course of time one
column has the name that another one should have.

Depends on: catalog, postgres_columns, postgres_items.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flash_core.catalog.not_nulls import is_named, own_not_null

from .postgres_columns import column_of, renamed_not_null

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .postgres_columns import Step
    from .postgres_items import Item, Key, Objects


def turns(old: Objects, new: Objects) -> tuple[dict[Key, Key], dict[Key, Item], list[Step]]:
    """Return which columns wait for which, those that go first, and what makes them.

    Each NOT NULL may have the name of the next: one of them waits under another name then.

    Args:
        old: The schema as it is.
        new: The schema as it should be.
    """
    taken = _takers(old, new)
    aside = _set_aside(old, taken)
    return taken, aside, [renamed_not_null(old.items[key], item) for key, item in aside.items()]


def _takers(old: Objects, new: Objects) -> dict[Key, Key]:
    """Return the columns whose NOT NULL gets a name that another column gives away."""
    given = {
        (*key[1:3], name): key
        for key, item in old.items.items()
        if (name := _name(item)) and key in new.items and _name(new.items[key]) != name
    }
    named = ((key, _name(item)) for key, item in new.items.items()) if given else ()
    found = ((key, given.get((*key[1:3], name))) for key, name in named if name)
    return {key: other for key, other in found if other is not None and other != key}


def in_turn(items: Mapping[Key, Item], taken: Mapping[Key, Key]) -> dict[Key, Item]:
    """Return the columns that wait for others, with those as what they need.

    Args:
        items: What there should be.
        taken: Which column gets its name from which other one.
    """
    return {key: replace(items[key], needs=items[key].needs | {taken[key]}) for key in taken}


def _set_aside(old: Objects, taken: dict[Key, Key]) -> dict[Key, Item]:
    """Return a column of every circle with another name of its NOT NULL."""
    found: dict[Key, Item] = {}
    for start in tuple(taken):
        if start in _chain(taken, start):
            column = replace(
                column_of(old.items[start]), not_null_name=f"_flash_not_null{len(found) + 1}"
            )
            found[start] = replace(old.items[start], definition=column)
            for key in [key for key, other in taken.items() if other == start]:
                del taken[key]
    return found


def _chain(taken: Mapping[Key, Key], start: Key) -> set[Key]:
    found: set[Key] = set()
    key: Key | None = taken.get(start)
    while key is not None and key not in found:
        found.add(key)
        key = taken.get(key)
    return found


def _name(item: Item) -> str:
    """Return what the NOT NULL of a column is called; nothing for others, and for none."""
    if item.key[0] != "column":
        return ""
    column = column_of(item)
    return own_not_null(item.key[2], column) if is_named(column) else ""
