"""Partitions that hold other rows than before: theirs go into the table above, to be told apart.

A partition whose bounds change beside others that come, go or change is detached before any of
them is made, and attached when they are there.  The rows of one that goes move where another takes
their values.

Depends on: sql.clauses, catalog, postgres_columns, postgres_items, postgres_rows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from flash_core.catalog.model import Table
from flash_core.sql.clauses import significant

from .postgres_columns import Step
from .postgres_items import PG, Item, quoted, written
from .postgres_rows import aside_of, listed_columns, refill, table_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from .postgres_items import Key, Objects

_RANGE: Final = re.compile(r"FROM\s*\((.*)\)\s*TO\s*\((.*)\)\s*\Z", re.IGNORECASE | re.DOTALL)
_LIST: Final = re.compile(r"\bIN\s*\((.*)\)\s*\Z", re.IGNORECASE | re.DOTALL)
_ENDS: Final = {"MINVALUE": -1, "MAXVALUE": 1}


def moving(
    old: Objects, new: Objects, gone: set[Key], fresh: set[Key], changed: set[Key]
) -> tuple[set[Key], set[Key]]:
    """Return the links of partitions to detach for a while, and the tables whose rows move.

    Args:
        old: The schema as it is.
        new: The schema as it should be.
        gone: What goes.
        fresh: What comes.
        changed: What becomes another.
    """
    links = {k for k in changed if k[0] == "parent" and _bound(old, k) and _bound(new, k)}
    others = {k for k in gone | fresh | changed if k[0] == "parent"}
    parents = {k[-2:] for k in fresh | changed if k[0] == "parent" and _bound(new, k)}
    defaults = set(_default_partitions(old, new))
    links |= {k for k in defaults if k[-2:] in parents}
    # A default partition takes what fits no more, whatever becomes of it.
    near = others | defaults
    crowded = {k for k in links if any(o != k and o[-2:] == k[-2:] for o in near)}
    emptied = {
        ("table", *k[1:3])
        for k in gone
        if k[0] == "parent"
        and ("table", *k[1:3]) in gone
        and {("table", *k[-2:])} <= new.items.keys() - fresh
        for o in fresh | changed | defaults
        if o[0] == "parent" and o[-2:] == k[-2:] and overlap(_bound(old, k), _bound(new, o))
    }
    return crowded, emptied


def numbered_below(objects: Objects, links: AbstractSet[Key]) -> set[Key]:
    """Return the links below some of partitions, where the tables above have an identity.

    ATTACH gives the identity to the partition alone, and not to those below it.

    Args:
        objects: A schema.
        links: Links of it.
    """
    found: set[Key] = set()
    waiting = [link for link in links if _is_numbered(objects, link)]
    parts: defaultdict[Key, list[Key]] = defaultdict(list)
    for link in objects.links() if waiting else ():
        parts[link[-2:]].append(link)
    while waiting:
        below = parts[waiting.pop()[1:3]]
        found.update(below)
        waiting += below
    return found


def _is_numbered(objects: Objects, link: Key) -> bool:
    """Tell whether the table above a partition has an identity."""
    above = objects.items.get(("table", *link[-2:]))
    return above is not None and any(column.identity for column in table_of(above).columns)


def linked_tables(links: Iterable[Key]) -> set[Key]:
    """Return the tables that come under a parent, or leave it: schema and name."""
    return {link[1:3] for link in links if link[0] == "parent"}


def is_unlinked(item: Item, tables: AbstractSet[Key]) -> bool:
    """Tell whether the table of an item is one of those that come under a parent, or leave it."""
    return item.inside is not None and item.inside[1:3] in tables


def _default_partitions(old: Objects, new: Objects) -> Iterator[Key]:
    """Yield the links of default partitions that stay; another partition may take rows of theirs."""
    for key in old.items:
        if key[0] != "parent" or key not in new.items:
            continue
        if (_bound(old, key).upper(), _bound(new, key).upper()) == ("DEFAULT", "DEFAULT"):
            yield key


def _bound(objects: Objects, link: Key) -> str:
    item = objects.items.get(("table", *link[1:3]))
    return item.definition.bound if item and isinstance(item.definition, Table) else ""


def overlap(one: str, other: str) -> bool:
    """Tell whether two partitions may hold the same rows.

    Args:
        one: ``FOR VALUES FROM (1) TO (10)``.
        other: The same of another one; empty for what is no partition.
    """
    first, second = _LIST.search(one), _LIST.search(other)
    if first and second:
        return bool(set(_values(first[1])) & set(_values(second[1])))
    from_, to = _RANGE.search(one), _RANGE.search(other)
    if from_ and to:
        low, high = _ordered(from_[1]), _ordered(from_[2])
        return _ordered(to[1]) < high and low < _ordered(to[2])
    return bool(other)


def _values(text: str) -> Iterator[str]:
    tokens = significant(text, PG)
    position = 0
    while position < len(tokens):
        stop = tokens.element_end(position)
        yield tokens.slice(position, stop)
        position = stop + 1


def _ordered(text: str) -> list[tuple[int, float, str]]:
    """Return what stands for values so that it compares as they most likely do."""
    found: list[tuple[int, float, str]] = []
    for value in _values(text):
        plain = value.strip("'")
        number = re.fullmatch(r"-?\d+(?:\.\d+)?", plain)
        place = _ENDS.get(value.upper(), 0)
        found.append((place, float(plain), "") if number else (place, 0.0, "" if place else plain))
    return found


def rows_aside(item: Item, drop: str, objects: Objects, unheld: AbstractSet[Key]) -> Step:
    """Return what takes a partition out, and keeps its rows aside.

    Args:
        item: The partition.
        drop: The statement that takes it out.
        objects: The schema that it is part of.
        unheld: Types that go meanwhile.
    """
    aside = f"CREATE TABLE {aside_of(item.key)} ({listed_columns(item, objects, unheld)})"
    names = ", ".join(quoted(column.name) for column in table_of(item).columns)
    empty = (
        f"WITH moved AS (DELETE FROM {written(item.key)} RETURNING {names})\n"  # noqa: S608 - quoted names
        f"INSERT INTO {aside_of(item.key)} SELECT {names} FROM moved"
    )
    return Step(f"{aside};\n{empty};\n{drop}", f"detach {item.label}; its rows may move")


def rows_back(
    objects: Objects, item: Item, above: Item, missing: Mapping[str, str], *, deferred: bool
) -> Step:
    """Return what puts the rows of a partition into the table above; see ``refill``."""
    return refill(objects, item, above, missing, item.key, deferred=deferred)


def is_over_foreign(objects: Objects, table: Key) -> bool:
    """Tell whether a table is foreign, or has partitions or children that are.

    Args:
        objects: A schema.
        table: The table.
    """
    definition = objects.items[table].definition
    if isinstance(definition, Table) and definition.foreign:
        return True
    below = [("table", *link[1:3]) for link in objects.links() if link[-2:] == table[1:3]]
    return any(is_over_foreign(objects, each) for each in below)
