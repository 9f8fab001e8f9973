"""What has to change before something else on the way from one PostgreSQL schema to another.

Beyond what the new schema needs: that is about what was there, too.

Depends on: catalog, postgres_columns, postgres_fates, postgres_index_parts, postgres_items,
postgres_logging, postgres_partition_not_nulls, postgres_sequences.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flash_core.catalog.model import Table

from .postgres_columns import column_of
from .postgres_index_parts import partitions_first
from .postgres_logging import switched
from .postgres_partition_not_nulls import turns
from .postgres_sequences import identity_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .postgres_fates import Fates
    from .postgres_items import Item, Key


def precedence(fates: Fates) -> dict[Key, Item]:
    """Return objects of the new schema with what has to change before them.

    Args:
        fates: What becomes of each object.
    """
    found: dict[Key, Item] = {}
    for key, first, wanted in (
        *_settled(fates),
        *_without_identity(fates),
        *_logged(fates),
        *_untyped(fates),
        *_rows_of_tables(fates),
        *_no_more_alone(fates),
        *turns(fates.old, fates.new, fates.changed),
    ):
        item = found.get(key, fates.new.items[key])
        if wanted:
            found[key] = replace(item, wants=item.wants | {first})
        else:
            found[key] = replace(item, needs=item.needs | {first})
    for key, link, part in partitions_first(fates):
        index = found.get(key, fates.new.items[key])
        found[key] = replace(index, needs=index.needs | {link})
        partition = found.get(link, fates.new.items[link])
        found[link] = replace(partition, needs=partition.needs - {part})
        if part is not None and fates.comes(part):  # it is attached at once
            own = found.get(part, fates.new.items[part])
            found[part] = replace(own, needs=own.needs | {key})
    return found


def _settled(fates: Fates) -> Iterator[tuple[Key, Key, bool]]:
    """Yield columns whose type changes after what was calculated of them is so no more."""
    old, new = fates.old.items, fates.new.items
    for key in fates.changed:
        if key[0] == "column" and column_of(old[key]).generated is not None:
            for need in old[key].needs & fates.retyped & new.keys():
                if column_of(new[key]).generated is None:
                    yield need, key, True


def _without_identity(fates: Fates) -> Iterator[tuple[Key, Key, bool]]:
    """Yield what has sequences after the column whose identity has their name until then."""
    old, new = fates.old.items, fates.new.items
    left: dict[tuple[str, str], Key] = {}
    for key in fates.changed:
        if key[0] == "column" and (was := _identity(old[key])) and was != _identity(new[key]):
            left[was] = key
            sequence = ("sequence", *was)
            if sequence in fates.fresh and not new[sequence].serial:
                yield sequence, key, False
    for key in (*fates.fresh, *fates.changed) if left else ():
        name = _identity(new[key]) if key[0] == "column" else None
        if name in left and left[name] != key:
            table = ("table", *key[1:3])
            home = table if table in fates.fresh else key
            yield home, left[name], key in fates.changed


def _identity(item: Item) -> tuple[str, str] | None:
    """Return schema and name of the sequence of an identity column."""
    column = column_of(item)
    if column.identity is None:
        return None
    return item.key[1], identity_name(item.key[2], item.key[3], column.identity_options)


def _logged(fates: Fates) -> Iterator[tuple[Key, Key, bool]]:
    """Yield tables after those without which the server does not log them, or stop to.

    A table that is logged refers to no other than logged ones.
    """
    for before, after in switched(fates.old, fates.new, fates.changed):
        key = ("table", before.schema, before.name)
        for reference in before.foreign_keys:
            target = fates.old.relation(reference.table)
            if target is not None and target in fates.changed and target != key:
                yield (target, key, True) if after.unlogged else (key, target, True)


def _untyped(fates: Fates) -> Iterator[tuple[Key, Key, bool]]:
    """Yield types that change after the tables that are of them no more."""
    for key in fates.changed:
        before, after = (objects.items[key].definition for objects in (fates.old, fates.new))
        if isinstance(before, Table) and isinstance(after, Table) and before.of_type:
            kind = fates.old.type(before.of_type)
            if before.of_type != after.of_type and kind in fates.changed:
                yield kind, key, True


def _no_more_alone(fates: Fates) -> Iterator[tuple[Key, Key, bool]]:
    """Yield columns after those of tables below whose NOT NULL takes none from above before."""
    old, new = fates.old.items, fates.new.items
    for key in fates.changed:
        if key[0] != "column" or not column_of(old[key]).not_null_alone:
            continue
        for link in fates.new.links_of(key):
            above = ("column", *link[-2:], key[3])
            if above in fates.changed and not column_of(new[key]).not_null_alone:
                yield above, key, True


def _rows_of_tables(fates: Fates) -> Iterator[tuple[Key, Key, bool]]:
    """Yield columns with rows of a table after the columns of that."""
    for key, table in fates.carried.items():
        for column in fates.new.columns(table).values():
            yield key, column, True
