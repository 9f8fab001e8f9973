"""Generated columns that get another expression: not in place where the server cannot do that.

SET EXPRESSION of a virtual one is refused where the table has a CHECK, whatever that is about, or
is published; before PostgreSQL 17 there is none.  Such a column goes and comes again: nothing is
kept in it that is not calculated.

Depends on: catalog, postgres_columns, postgres_items, postgres_publications.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.catalog.model import Check

from .postgres_columns import column_of
from .postgres_publications import MEMBER

if TYPE_CHECKING:
    from .postgres_items import Item, Key, Objects


def is_calculated_anew(old: Objects, new: Objects, key: Key) -> bool:
    """Tell whether a column has to go and come again for its other expression.

    Args:
        old: The schema as it is.
        new: The schema as it should be.
        key: The column, which both have.
    """
    if not _is_calculated_otherwise(old.items[key], new.items[key]):
        return False
    if old.older:
        return True
    if column_of(old.items[key]).stored:
        return False
    tables = _with_those_below(old, ("table", *key[1:3]))
    return any(
        (part[0] == MEMBER and part[2:] in tables)
        or (
            part[0] == "constraint"
            and isinstance(item.definition, Check)
            and ("table", *part[1:3]) in tables
        )
        for part, item in old.items.items()
        if part in new.items
    )


def _is_calculated_otherwise(old: Item, new: Item) -> bool:
    before, after = column_of(old), column_of(new)
    if before.generated is None or after.generated is None or before.stored != after.stored:
        return False
    return before.generated != after.generated


def _with_those_below(objects: Objects, table: Key) -> set[Key]:
    found, size = {table}, 0
    while size != len(found):
        size = len(found)
        links = objects.links()
        found |= {("table", *link[1:3]) for link in links if ("table", *link[-2:]) in found}
    return found
