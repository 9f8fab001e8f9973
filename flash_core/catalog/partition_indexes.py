"""The indexes that a partition of PostgreSQL has of the table above, with names as the server gives.

Depends on: draft, model, names, objects.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.engine import Engine

from .model import Key
from .names import constraint_names, index_name
from .objects import unquoted_parts

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from .draft import Draft, ObjectId
    from .model import Catalog, Index, Table

_ATTACHED: Final = (
    r"(?is)ALTER\s+INDEX\s+(?:IF\s+EXISTS\s+)?(?P<above>\S+|\"[^;]+\")"
    r"\s+ATTACH\s+PARTITION\s+(?P<part>.+?)\s*;?\s*\Z"
)
# As migrations name the parts: see flash_core.migrations.postgres_partition_indexes.
_NAMED_PART: Final = r"\bWHERE indrelid = '((?:[^']|'')+)'::regclass\s+LOOP\b"
_NAMES: Final = r"\bJOIN \(VALUES (.+)\) AS names \(above, name\)"
_PAIR: Final = r"\('((?:[^']|'')+)', '((?:[^']|'')+)'\)"
_PARTITIONED: Final = r"(?i)\bPARTITION\s+BY\b"


def partition_indexes(catalog: Catalog) -> list[tuple[Index, Index]]:
    """Return the indexes that partitions have of the table they are part of, each with its like.

    One that is written and was there before it became part of the other is among them.

    Args:
        catalog: Of PostgreSQL.
    """
    found: list[tuple[Index, Index]] = []
    taken = {index.name for index in catalog.indexes}
    written = {id(index): place for place, index in enumerate(catalog.indexes)}
    places: dict[tuple[str, str], list[Index]] = {}
    for index in catalog.indexes:
        places.setdefault((index.schema, index.table), []).append(index)
    for table in catalog.tables:
        parent = catalog.find_table(table.inherits[0]) if table.bound else None
        own = places.setdefault((table.schema, table.name), [])
        free = list(own)
        for index in places.get((parent.schema, parent.name), []) if parent else []:
            if (table.schema, table.name) in index.lacking:
                continue
            made = _taken_over(table, index, free, written)
            if made is None:
                name = index_name(table.name, index.text, taken)
                taken.add(name)
                made = _part(index, table, name)
                own.append(made)
            else:
                free.remove(made)
            found.append((made, index))
    return found


def implied_index(draft: Draft, key: ObjectId) -> Index | None:
    """Return an index that a partition has of that of the table above, under the server's name.

    Args:
        draft: Where it is; it is written in it from now on.
        key: Schema and name.
    """
    if draft.engine is not Engine.POSTGRESQL:
        return None
    for index, _ in partition_indexes(draft.freeze()):
        if draft.id(index.schema, index.name) == key:
            draft.indexes[key] = index
            return index
    return None


def attach_index(draft: Draft, text: str) -> bool:
    """Let an index, or a key, of a partition be part of that of the table above.

    Args:
        draft: Where they are.
        text: ``ALTER INDEX … ATTACH PARTITION …``; any other does nothing.

    Returns:
        Whether it says so of what there is.
    """
    found = re.match(_ATTACHED, text)
    if found is None:
        return False
    above, part = (draft.id(*_path(found[each])) for each in ("above", "part"))
    top, index = draft.indexes.get(above), draft.indexes.get(part)
    if top is None or index is None:
        return _attach_key(draft, above, part)
    draft.indexes[part] = replace(index, part_of=(top.schema, top.name))
    _lack(draft, top, {(index.schema, index.table)}, index.lacking)
    return True


def _lack(
    draft: Draft,
    index: Index,
    fewer: AbstractSet[tuple[str, str]],
    more: AbstractSet[tuple[str, str]],
) -> None:
    """Let an index, and those that it is part of, lack fewer partitions, and others."""
    seen: set[ObjectId] = set()  # no server lets an index be part of itself
    above: Index | None = index
    while above is not None and (key := draft.index_id(above)) not in seen:
        seen.add(key)
        draft.indexes[key] = replace(above, lacking=above.lacking - fewer | more)
        above = draft.indexes.get(draft.id(*above.part_of)) if above.part_of else None


def name_parts(draft: Draft, text: str) -> None:
    """Let what a partition has of indexes be called as a migration says that looks it up.

    Args:
        draft: Where they are.
        text: A DO block; any other than that of a migration of ours does nothing.
    """
    part, values = re.search(_NAMED_PART, text), re.search(_NAMES, text)
    if part is None or values is None:
        return
    pairs = re.findall(_PAIR, values[1])
    wanted = {_path(above.replace("''", "'")): name.replace("''", "'") for above, name in pairs}
    owner = _path(part[1].replace("''", "'"))
    for index, above in partition_indexes(draft.freeze()):
        name = wanted.get((above.schema, above.name), index.name)
        if (index.schema, index.table) == owner and name != index.name:
            draft.indexes.pop(draft.id(index.schema, index.name), None)
            draft.indexes[draft.id(index.schema, name)] = replace(index, name=name)
    _name_keys(draft, owner, wanted)


def _name_keys(draft: Draft, owner: tuple[str, str], wanted: dict[tuple[str, str], str]) -> None:
    """Let keys that a partition has of the table above be called as that says."""
    table = draft.tables.get(draft.id(*owner))
    parent = draft.tables.get(draft.key(table.inherits[0])) if table and table.bound else None
    if table is None or parent is None:
        return
    named: list[Key] = []
    for key in table.keys:
        above = key_above(parent, key) if key.inherited else None
        name = wanted.get((parent.schema, above)) if above is not None else None
        named.append(replace(key, name=name) if name is not None else key)
    if tuple(named) != table.keys:
        draft.put(replace(table, keys=tuple(named)))


def key_above(parent: Table, key: Key) -> str | None:
    """Return what the key is called that a key of a partition is part of.

    Args:
        parent: The table above.
        key: Of the partition.
    """
    for name, other in _named_keys(parent).items():
        if (other.columns, other.primary, other.form) == (key.columns, key.primary, key.form):
            return name
    return None


def _path(name: str) -> tuple[str, str]:
    parts = ["", "", *unquoted_parts(name)]
    return parts[-2], parts[-1]


def _attach_key(draft: Draft, above: ObjectId, part: ObjectId) -> bool:
    """Let a key of a partition be that of the table above; tell whether there is one."""
    owner = _owner_of_key(draft, part)
    parent = _owner_of_key(draft, above)
    if owner is None:
        return False
    keys = _named_keys(owner)
    changed = replace(keys[part[1]], inherited=True)
    own = tuple(changed if key is keys[part[1]] else key for key in owner.keys)
    draft.put(replace(owner, keys=own))
    if parent is not None and (top := _named_keys(parent)[above[1]]).lacking:
        fewer = replace(top, lacking=top.lacking - {(owner.schema, owner.name)})
        draft.put(replace(parent, keys=tuple(fewer if k is top else k for k in parent.keys)))
    return True


def _named_keys(table: Table) -> dict[str, Key]:
    return {name: key for name, key in constraint_names(table) if isinstance(key, Key)}


def _owner_of_key(draft: Draft, key: ObjectId) -> Table | None:
    """Return the table that has a key of that name: dumps name those of all partitions."""
    found = draft.tables.get(draft.keyed.get(key, key))
    if found is None or key[1] not in _named_keys(found):
        draft.keyed = {
            (own[0], name): own
            for own, table in draft.tables.items()
            for name in _named_keys(table)
        }
        found = draft.tables.get(draft.keyed[key]) if key in draft.keyed else None
    return found


def partitions_of(draft: Draft, table: Table) -> frozenset[tuple[str, str]]:
    """Return schema and name of each partition right below a table.

    Args:
        draft: Where they are.
        table: The table.
    """
    if not re.search(_PARTITIONED, table.tail):
        return frozenset()
    owner = draft.id(table.schema, table.name)
    return frozenset(
        (each.schema, each.name)
        for each in draft.tables.values()
        if each.bound and draft.key(each.inherits[0]) == owner
    )


def leave_keys(draft: Draft, before: Table, after: Table) -> None:
    """Let new keys be those of a table alone, as ALTER TABLE ONLY adds them.

    Args:
        draft: Where it is.
        before: The table without them.
        after: The table with them.
    """
    if lacking := partitions_of(draft, after):
        old = len(before.keys)
        keys = (*after.keys[:old], *(replace(key, lacking=lacking) for key in after.keys[old:]))
        draft.put(replace(after, keys=keys))


def no_more_lacking(draft: Draft, table: Table) -> None:
    """Let nothing of the table above lack a partition that is one no more.

    Args:
        draft: Where they are.
        table: The partition; what is none has no effect.
    """
    parent = draft.tables.get(draft.key(table.inherits[0])) if table.bound else None
    path = {(table.schema, table.name)}
    below = {part.part_of: part.lacking for _, part in draft.indexes_of(table)}
    for _, index in list(draft.indexes_of(parent)) if parent else ():
        if index.lacking:
            lacked = below.get((index.schema, index.name), frozenset[tuple[str, str]]())
            _lack(draft, index, path | lacked, frozenset())
    if parent is not None and any(key.lacking for key in parent.keys):
        keys = tuple(replace(key, lacking=key.lacking - path) for key in parent.keys)
        draft.put(replace(parent, keys=keys))


def renamed_partition(
    draft: Draft, parent: Table, old: tuple[str, str], new: tuple[str, str]
) -> None:
    """Let indexes and keys that lack a partition do so under its new name.

    Args:
        draft: Where they are.
        parent: The table above.
        old: Schema and name that the partition had.
        new: Those that it has.
    """
    for _, index in list(draft.indexes_of(parent)):
        if old in index.lacking:
            _lack(draft, index, {old}, {new})
    if any(old in key.lacking for key in parent.keys):
        keys = tuple(
            replace(key, lacking=key.lacking - {old} | {new}) if old in key.lacking else key
            for key in parent.keys
        )
        draft.put(replace(parent, keys=keys))


def _part(index: Index, table: Table, name: str) -> Index:
    """Return what a partition has of the index above."""
    return replace(
        index,
        name=name,
        table=table.name,
        schema=table.schema,
        lacking=frozenset(),
        part_of=(index.schema, index.name),
    )


def _taken_over(
    table: Table, above: Index, free: list[Index], written: dict[int, int]
) -> Index | None:
    """Return the index that became part of the one above because it says the same, or one said so."""
    path = above.schema, above.name
    for index in sorted(free, key=lambda each: each.part_of != path) if len(free) > 1 else free:
        same = (index.unique, index.text) == (above.unique, above.text)
        later = written.get(id(index), 0) > written.get(id(above), len(written))
        if same and (table.attached or not later or index.part_of == path):
            return index
    return None
