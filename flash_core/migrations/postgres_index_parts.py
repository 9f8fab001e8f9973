"""Indexes of partitioned tables that not all partitions have a part of: ON ONLY and ATTACH PARTITION.

The server makes no parts of such an index, and lets none go: they are made one by one, and an
index that lacks more partitions than before is made anew.

Depends on: catalog, postgres_columns, postgres_items.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.catalog.model import Index, Key
from flash_core.catalog.names import constraint_names
from flash_core.catalog.render import attach_index

from .postgres_columns import Step
from .postgres_items import shown

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from flash_core.catalog.model import Catalog

    from .postgres_fates import Fates
    from .postgres_items import Item, Objects
    from .postgres_items import Key as ItemKey


def is_completed(old: Objects, new: Objects, key: ItemKey) -> bool:
    """Tell whether an index only lacks fewer partitions than before.

    Args:
        old: The schema as it is.
        new: The schema as it should be.
        key: Of the index, which both have.
    """
    was, now = old.items[key].definition, new.items[key].definition
    before, after = old.items[key].facts, new.items[key].facts
    if not isinstance(was, Index) or not isinstance(now, Index):
        return False
    if not isinstance(before, tuple) or not isinstance(after, tuple) or before[:3] != after[:3]:
        return False
    found = was.lacking - now.lacking
    below = {path for path in found if ("parent", *path, was.schema, was.table) not in old.items}
    for part, item in new.items.items() if below else ():
        own = old.items.get(part)
        if own is not None and own.above == item.above == key and is_completed(old, new, part):
            below -= _lacking(own)
    return now.lacking < was.lacking and not below


def partitions_first(fates: Fates) -> Iterator[tuple[ItemKey, ItemKey, ItemKey | None]]:
    """Yield indexes that not all partitions have, each with what makes one a partition, and its part.

    All partitions are there before the index: one that came later would have its part at once.

    Args:
        fates: What becomes of each object.
    """
    for key in fates.fresh | fates.rebuilt:
        index = fates.new.items[key].definition
        if not isinstance(index, Index) or not index.lacking:
            continue
        parts: dict[tuple[str, ...], ItemKey] = {
            _owner(item): own for own, item in fates.new.items.items() if item.above == key
        }
        for link in fates.new.links():
            if link[3:] == (index.schema, index.table):
                yield key, link, parts.get(link[1:3])


def made_alone(fates: Fates, part: Item) -> list[Step]:
    """Return what makes an index of a partition that does not come with the one above.

    Args:
        fates: What becomes of each object.
        part: Of the new schema; what is no such index has nothing.
    """
    above = fates.new.items.get(part.above) if part.above else None
    if above is None or not _lacking(above) or not fates.comes(above.key):
        return []
    return [Step(f"{part.create};\n{_attached(fates.new, part)}", f"create {part.label}")]


def attached(fates: Fates, index: Item) -> list[Step]:
    """Return what makes indexes that partitions have, and keep, part of one that is made or changes.

    Args:
        fates: What becomes of each object.
        index: Of the new schema.
    """
    made = fates.comes(index.key)
    found: list[Step] = []
    if not _lacking(index) and made:
        return found
    before = fates.old.items.get(index.key)
    lacked = _lacking(before) if before is not None else frozenset[tuple[str, str]]()
    for part in fates.new.items.values():
        if part.above != index.key:
            continue
        text = _attached(fates.new, part)
        if not fates.comes(part.key):
            was = fates.old.items.get(part.key)
            if made or (was is not None and was.above != index.key):
                found.append(Step(text, f"make {part.label} part of {index.label}"))
        elif not made and _owner(part) in lacked:
            found.append(Step(f"{part.create};\n{text}", f"create {part.label}"))
    return found


def _lacking(index: Item) -> frozenset[tuple[str, str]]:
    return index.definition.lacking if isinstance(index.definition, Index) else frozenset()


def _owner(part: Item) -> tuple[str, str]:
    index = part.definition
    return (index.schema, index.table) if isinstance(index, Index) else ("", "")


def _attached(objects: Objects, part: Item) -> str:
    above = objects.items[part.above].definition if part.above else None
    index = part.definition
    if not isinstance(above, Index) or not isinstance(index, Index):
        return ""
    return attach_index(above, index)


def renamed_parts(
    old: Objects, new: Objects, gone: Iterable[ItemKey], fresh: Iterable[ItemKey]
) -> dict[ItemKey, ItemKey]:
    """Return the indexes of partitions that have another name, where somebody named one of the two.

    Args:
        old: The schema as it is.
        new: The schema as it should be.
        gone: What is in the old one alone.
        fresh: What is in the new one alone.
    """
    parts: dict[tuple[ItemKey | None, ItemKey | None, Hashable], ItemKey] = {}
    for key in gone:
        item = old.items[key]
        if item.above in new.items and item.inside in new.items:
            parts[item.inside, item.above, item.facts] = key
    written = {("index", i.schema, i.name) for c in (old, new) for i in c.catalog.indexes}
    found: dict[ItemKey, ItemKey] = {}
    for key in fresh if parts else ():
        item = new.items[key]
        was = parts.get((item.inside, item.above, item.facts))
        if was is not None and written & {key, was}:
            found[was] = key
    return found


def incomplete_keys(old: Objects, new: Objects) -> Iterator[str]:
    """Yield what cannot be done: a key that partitions lack comes, goes or changes.

    Args:
        old: The schema as it is.
        new: The schema as it should be.
    """
    before, after = dict(_incomplete(old.catalog)), dict(_incomplete(new.catalog))
    for key in sorted(before.keys() | after.keys()):
        lacking = after.get(key) or before[key]
        if before.get(key) != after.get(key):
            names = ", ".join(".".join(filter(None, path)) for path in sorted(lacking))
            yield (
                f"cannot change constraint {shown(key)}: ALTER TABLE ONLY added it, and the"
                f" partitions {names} have no part of it: add it without ONLY, or add it to each"
                " of them, too, and ATTACH it to this one"
            )


def _incomplete(catalog: Catalog) -> Iterator[tuple[ItemKey, frozenset[tuple[str, str]]]]:
    for table in catalog.tables:
        for name, key in constraint_names(table) if any(k.lacking for k in table.keys) else ():
            if isinstance(key, Key) and key.lacking:
                yield ("constraint", table.schema, table.name, name), key.lacking
