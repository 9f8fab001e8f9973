"""What a column finds that comes to a table of PostgreSQL.

Depends on: catalog.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass
from flash_core.catalog.model import Table

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from flash_core.catalog.model import ForeignKey

    from .postgres_fates import Fates
    from .postgres_items import Key


@dataclass(frozen=True, slots=True)
class Found:
    """What a column finds that comes to a table.

    Attributes:
        before: The table as it was, if it was called so.
        fresh: The columns of the table that come.
        target: The column that it refers to, in a table that keeps its rows.
        empty: The table that it refers to, where that comes, too: it has no row to refer to.
    """

    before: Table | None
    fresh: AbstractSet[str]
    target: Key | None = None
    empty: Key | None = None


def found(fates: Fates, column: Key) -> Found:
    """Return what a column finds that comes to a table."""
    place = ("table", *column[1:3])
    table, old = fates.new.items[place].definition, fates.old.items.get(place)
    before = old.definition if old is not None and isinstance(old.definition, Table) else None
    if not isinstance(table, Table):
        return Found(before, frozenset())
    fresh = {c.name for c in table.columns if fates.comes(("column", *column[1:3], c.name))}
    keys = [key for key in table.foreign_keys if key.columns == (column[3],)]
    targets = (_target(fates, key) for key in keys)
    empty = (_empty(fates, key) for key in keys)
    return Found(before, fresh, next(filter(None, targets), None), next(filter(None, empty), None))


def _target(fates: Fates, key: ForeignKey) -> Key | None:
    """Return the column that a foreign key refers to, in a table that keeps its rows."""
    above = fates.new.catalog.find_table(key.table)
    if above is None:
        return None
    names = key.foreign_columns or above.primary_key
    column = ("column", above.schema, above.name, *names)
    comes = fates.comes(("table", *column[1:3])) or fates.comes(column)
    return None if comes else column


def _empty(fates: Fates, key: ForeignKey) -> Key | None:
    """Return the table that a foreign key refers to, where there can be no row yet."""
    above = fates.new.catalog.find_table(key.table)
    words = key.tail.upper()
    if above is None or "NOT VALID" in words or "NOT ENFORCED" in words:
        return None
    place = ("table", above.schema, above.name)
    parted = above.tail.upper().startswith("PARTITION BY")  # old tables may be partitions of it
    return place if place in fates.fresh and not parted else None
