"""Columns that hold rows of a table: the server changes no type in it while there are some.

Such rows are JSON for a while, field by field, and rows again when the table has changed.

Depends on: postgres_columns, postgres_items.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .postgres_columns import Step, column_of, table_key
from .postgres_items import quoted, written

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from .postgres_items import Item, Key, Objects


def row_columns(objects: Objects) -> dict[Key, Key]:
    """Return the columns whose values are rows of another table, each with that table.

    Args:
        objects: A schema.
    """
    found: dict[Key, Key] = {}
    for key, item in objects.items.items():
        if key[0] == "column" and not item.unwritten:
            type_ = column_of(item).type
            kind = objects.type(type_.parts) if type_ else None
            if kind is not None and kind[0] == "table" and kind != item.inside:
                found[key] = kind
    return found


def is_rewritten(objects: Objects, table: Key, made: AbstractSet[Key]) -> bool:
    """Tell whether a table gets columns for which the server writes its rows anew.

    Args:
        objects: The schema as it should be.
        table: The table.
        made: What comes.
    """
    for key in set(objects.columns(table).values()) & made:
        column = column_of(objects.items[key])
        if column.stored or column.identity is not None or ("default", *key[1:]) in objects.items:
            return True
    return False


def as_json(item: Item) -> Step:
    """Return what makes JSON of the rows in a column.

    Args:
        item: The column.
    """
    name, head = quoted(item.key[3]), f"ALTER TABLE {written(table_key(item))}"
    sql = f"{head} ALTER COLUMN {name} TYPE jsonb USING to_jsonb({name})"
    return Step(sql, f"keep the rows in {item.label} by the names of their fields")


def as_rows(item: Item, table: Key, problems: list[str]) -> Step:
    """Return what makes rows of them again.

    Args:
        item: The column.
        table: The table whose rows they are.
        problems: Takes that a column holds more than one in each value.
    """
    type_ = column_of(item).type
    if type_ is not None and type_.dimensions:
        problems.append(
            f"cannot change the columns of {'.'.join(filter(None, table[1:]))} while {item.label}"
            " holds arrays of its rows"
        )
    name, head = quoted(item.key[3]), f"ALTER TABLE {written(table_key(item))}"
    kind = column_of(item).type_text
    value = f"jsonb_populate_record(NULL::{kind}, {name})"
    sql = f"{head} ALTER COLUMN {name} TYPE {kind} USING {value}"
    return Step(sql, f"make rows of {kind} again in {item.label}")
