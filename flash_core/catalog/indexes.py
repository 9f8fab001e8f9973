"""The indexes of a draft, found by their own names and by those of their tables.

Depends on: model.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .model import Index

    ObjectId = tuple[str, str]


class Indexes(MutableMapping["ObjectId", "Index"]):
    """Indexes in the order of their definitions.

    Args:
        items: Indexes by their keys.
    """

    def __init__(self, items: Iterable[tuple[ObjectId, Index]] = ()) -> None:
        self._items: dict[ObjectId, Index] = {}
        self._of_tables: dict[str, dict[ObjectId, Index]] = {}
        for key, index in items:
            self[key] = index

    def __getitem__(self, key: ObjectId) -> Index:
        """Return an index."""
        return self._items[key]

    def __setitem__(self, key: ObjectId, index: Index) -> None:
        """Store an index, at its old place if there is one."""
        old = self._items.get(key)
        if old is not None and old.table != index.table:
            del self._of_tables[old.table.lower()][key]
        self._items[key] = index
        self._of_tables.setdefault(index.table.lower(), {})[key] = index

    def __delitem__(self, key: ObjectId) -> None:
        """Remove an index."""
        old = self._items.pop(key)
        del self._of_tables[old.table.lower()][key]

    def __iter__(self) -> Iterator[ObjectId]:
        """Yield the keys."""
        return iter(self._items)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def __copy__(self) -> Indexes:
        """Return the same indexes, to be changed apart."""
        found = Indexes()
        found._items = dict(self._items)
        found._of_tables = {table: dict(own) for table, own in self._of_tables.items()}
        return found

    def clear(self) -> None:
        """Remove all of them."""
        self._items.clear()
        self._of_tables.clear()

    def on(self, table: str) -> Iterable[tuple[ObjectId, Index]]:
        """Return those on tables of a name, whatever its case and schema."""
        return self._of_tables.get(table.lower(), {}).items()
