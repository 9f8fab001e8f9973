"""The indexes that a partition of PostgreSQL has of the table above, with names as the server gives.

Depends on: draft, model, names, objects.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace

from .names import constraint_names, index_name
from .objects import unquoted

if TYPE_CHECKING:
    from .draft import Draft
    from .model import Catalog, Index, Table

_ATTACHED: Final = (
    r"(?is)ALTER\s+INDEX\s+(?:IF\s+EXISTS\s+)?\S+\s+ATTACH\s+PARTITION\s+(.+?)\s*;?\s*\Z"
)


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
            made = _taken_over(table, index, free, written)
            if made is None:
                name = index_name(table.name, index.text, taken)
                taken.add(name)
                made = replace(index, name=name, table=table.name, schema=table.schema)
                own.append(made)
            else:
                free.remove(made)
            found.append((made, index))
    return found


def attach_key(draft: Draft, text: str) -> None:
    """Let a key of a partition be that of the table above, where one statement says so.

    Args:
        draft: Where the tables are.
        text: ``ALTER INDEX … ATTACH PARTITION …``; any other does nothing.
    """
    found = re.match(_ATTACHED, text)
    if found is None:
        return
    schema, _, name = unquoted(found[1]).rpartition(".")
    for table in list(draft.tables.values()):
        if not table.bound or table.schema != schema:
            continue
        names = {id(item): own for own, item in constraint_names(table)}
        keys = (replace(k, inherited=True) if names[id(k)] == name else k for k in table.keys)
        if (changed := replace(table, keys=tuple(keys))) != table:
            draft.put(changed)


def _taken_over(
    table: Table, above: Index, free: list[Index], written: dict[int, int]
) -> Index | None:
    """Return the index that became part of the one above because it says the same."""
    for index in free:
        same = (index.unique, index.text) == (above.unique, above.text)
        later = written.get(id(index), 0) > written.get(id(above), len(written))
        if same and (table.attached or not later):
            return index
    return None
