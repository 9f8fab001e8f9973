"""The indexes that a partition of PostgreSQL has of the table above, with names as the server gives.

Depends on: model, names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace

from .names import index_name

if TYPE_CHECKING:
    from .model import Catalog, Index, Table


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
