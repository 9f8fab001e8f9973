"""Rows that wait aside while their table is made anew: it becomes partitioned, or otherwise so.

Depends on: catalog, postgres_columns, postgres_items, postgres_tables, postgres_types,
postgres_values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.catalog.model import Table
from flash_core.catalog.render_tables import is_child

from .postgres_columns import Step
from .postgres_items import quoted, written
from .postgres_tables import grouping, plain_column
from .postgres_values import conversion

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from flash_core.catalog.model import Column

    from .postgres_items import Item, Key, Objects


def is_regrouped(old: Item, new: Item) -> bool:
    """Tell whether a table changes what no ALTER TABLE can: how it is partitioned."""
    was, now = old.definition, new.definition
    if not isinstance(was, Table) or not isinstance(now, Table) or was.foreign or now.foreign:
        return False
    one, other = grouping(was.tail), grouping(now.tail)
    known = all(not words or words[:2] == ('"partition"', '"by"') for words in (one, other))
    return one != other and known


def table_of(item: Item) -> Table:
    """Return the table of an item that is one."""
    if not isinstance(item.definition, Table):
        message = f"{item.label} is no table"
        raise TypeError(message)
    return item.definition


def aside_of(key: Key) -> str:
    """Return the name of the table in which the rows of another wait."""
    return written((*key[:2], f"{key[2][:50]}__rows"))


def listed_columns(item: Item, objects: Objects, unheld: AbstractSet[Key]) -> str:
    """Return the columns of a table with nothing but their types.

    LIKE would take the names of NOT NULL constraints.

    Args:
        item: The table.
        objects: The schema that it is part of.
        unheld: Types that go meanwhile; their values wait as text.
    """
    columns = map(plain_column, table_of(item).columns)
    return ", ".join(f"{quoted(c.name)} {_kept_type(c, objects, unheld)}" for c in columns)


def _kept_type(column: Column, objects: Objects, unheld: AbstractSet[Key]) -> str:
    if column.type is None or objects.type(column.type.parts) not in unheld:
        return column.type_text
    return "text[]" if column.type.dimensions else "text"


def put_aside(item: Item, objects: Objects, unheld: AbstractSet[Key]) -> Step:
    """Return what drops a table after its rows have been copied.

    Args:
        item: The table.
        objects: The schema that it is part of.
        unheld: Types that go meanwhile.
    """
    path, aside = written(item.key), aside_of(item.key)
    if item.key in objects.parents and not _is_partitioned(item):
        path = f"ONLY {path}"  # its children wait on their own
    names = ", ".join(quoted(column.name) for column in table_of(item).columns)
    child = is_child(table_of(item))
    why = (
        ": ALTER TABLE cannot part what it has of its own from what its parent has" if child else ""
    )
    return Step(
        f"CREATE TABLE {aside} ({listed_columns(item, objects, unheld)});\n"  # noqa: S608 - quoted names
        f"INSERT INTO {aside} SELECT {names} FROM {path};\n"
        f"{item.drop}",
        f"drop {item.label}, to be made again around its rows{why}",
    )


def _is_partitioned(item: Item) -> bool:
    return table_of(item).tail.upper().startswith("PARTITION BY")


def _value(objects: Objects, before: Column, after: Column) -> str:
    """Return what a value becomes; a type of the user's may be another one of its name by now."""
    name = quoted(after.name)
    if before.type is not None and before.type == after.type:
        if objects.type(before.type.parts) is None:
            return name
        return f"{name}::text{'[]' * bool(before.type.dimensions)}::{after.type_text}"
    return conversion(name, before.type, after.type, after.type_text)


def refill(
    objects: Objects,
    old: Item,
    new: Item,
    missing: Mapping[str, str],
    aside: Key | None = None,
    *,
    deferred: bool,
) -> Step:
    """Return what brings the rows back.

    Args:
        objects: The schema that they come from.
        old: The table that they were in.
        new: The one that they go to.
        missing: What they get, by column, where they have no value.
        aside: What they are kept aside for, if not for ``new``.
        deferred: Foreign keys of ``new`` would look at them at the end alone.
    """
    was, now = table_of(old), table_of(new)
    before = {column.name: plain_column(column) for column in was.columns}
    kept = [c for c in now.columns if c.name in before and c.generated is None]
    fresh = [column for column in now.columns if column.name in missing.keys() - before.keys()]
    names = ", ".join(quoted(column.name) for column in (*kept, *fresh))
    taken = {c.name: _value(objects, before[c.name], plain_column(c)) for c in kept}
    filled = (f"coalesce({v}, {missing[n]})" if n in missing else v for n, v in taken.items())
    values = ", ".join((*filled, *(missing[column.name] for column in fresh)))
    path, place = written(new.key), aside_of(aside or new.key)
    source = f"SELECT {values} FROM {place}"  # noqa: S608 - quoted names
    columns = f" ({names})" if names else ""  # without any, rows have what comes by default
    back = f"INSERT INTO {path}{columns} OVERRIDING SYSTEM VALUE {source}"
    steps = [back, f"DROP TABLE {place}"]
    if deferred:
        steps.insert(1, "SET CONSTRAINTS ALL IMMEDIATE")  # no ALTER TABLE waits for them
    comment = f"bring the rows of {old.label} back"
    if missing:
        each = (f"{value} in {name}" for name, value in missing.items())
        comment += f", with {', '.join(each)} where they have no value"
    return Step(";\n".join(steps), comment)
