"""The keys that partitions have of the table above, where somebody gave one a name of its own.

Depends on: catalog, postgres_columns, postgres_items, postgres_partition_indexes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flash_core.catalog.identifiers import quote_path
from flash_core.catalog.model import Key, Table
from flash_core.catalog.names import usual_name
from flash_core.catalog.partition_indexes import key_above

from .postgres_columns import Step
from .postgres_items import PG, written
from .postgres_partition_indexes import named_parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .postgres_fates import Fates


def named_keys(fates: Fates) -> Iterator[Step]:
    """Yield what gives keys of partitions their names: the server makes each under its usual one.

    Args:
        fates: What becomes of each object.
    """
    for item in fates.new.items.values():
        key, owner = item.definition, fates.new.items.get(item.inside or ())
        if not isinstance(key, Key) or not item.unwritten or not fates.comes(item.key):
            continue
        table = None if owner is None else owner.definition
        if not isinstance(table, Table) or not table.bound:
            continue
        parent = fates.new.catalog.find_table(table.inherits[0])
        above = None if parent is None else key_above(parent, key)
        usual = usual_name(table, replace(key, name=None), ())
        if parent is not None and above is not None and usual != item.key[-1]:
            path = written(("table", table.schema, table.name))
            pairs = [(quote_path(parent.schema, above, PG), item.key[-1])]
            yield Step(
                named_parts(path, pairs),
                f"name {item.label}, which PostgreSQL calls after the table",
            )
