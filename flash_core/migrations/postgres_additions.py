"""ADD COLUMN of PostgreSQL, and what rows that exist get in it where they must have a value.

Depends on: catalog, allowed_values, postgres_columns, postgres_items, postgres_values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace
from flash_core.catalog.implied import is_serial
from flash_core.catalog.model import Table
from flash_core.catalog.not_nulls import is_passed_on
from flash_core.catalog.render_tables import column_definition

from .allowed_values import allowed_value
from .postgres_columns import NUMBERS, Step, column_of, head_of, required, table_key
from .postgres_items import PG, quoted, written
from .postgres_values import distinct, is_text, placeholder

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.catalog.model import Column

    from .postgres_items import Item, Key, Objects


def added_column(objects: Objects, item: Item, default: str | None, target: Key | None) -> Step:
    """Return what adds a column; rows that exist get a value where they must have one.

    Args:
        objects: The schema that it is part of.
        item: The column.
        default: Its default.
        target: The column that it refers to, in a table that has rows.
    """
    step = _added_column(objects, item, default, target)
    column = column_of(item)
    if not column.not_null_alone:
        return step
    # ADD COLUMN would let tables below refuse NULL, too, without any constraint.
    return replace(step, sql=f"{step.sql};\n{required(item, column, '').sql}")


def _added_column(objects: Objects, item: Item, default: str | None, target: Key | None) -> Step:
    column = column_of(item)
    words = _plainly(item) + (f" DEFAULT {default}" if default is not None else "")
    label = item.label.removeprefix("column ")
    table = objects.items[table_key(item)].definition
    free = default is not None or column.generated is not None or column.identity is not None
    if free or words.endswith("serial") or not (column.not_null or _is_once(table, column.name)):
        return Step(words, f"add column {label}")
    number = distinct("numbered.number", column.type)
    if number is not None and _is_unique(objects, table, column.name):
        return _numbered(item, column, number)
    if not column.not_null:
        return Step(words, f"add column {label}; fails if the table has several rows")
    if target is not None:
        return _referring(item, column, target)
    value = _neutral(objects, table, column)
    if value is None:
        return Step(words, f"add column {label}; fails if the table has rows: it has no DEFAULT")
    head, name = head_of(item)
    return Step(
        f"{words} DEFAULT {value};\n{head} ALTER COLUMN {name} DROP DEFAULT",
        f"add column {label}; rows that exist get {value}, since it has no DEFAULT",
    )


def missing_values(
    objects: Objects, item: Item, before: Table, default: Callable[[Key], str | None]
) -> dict[str, str]:
    """Return what rows get, by column, that come into a table and have no value where they must.

    A column that they have, but with NULL, gets its default; where it has none, they cannot come.

    Args:
        objects: The schema that it is part of.
        item: The table.
        before: The table that they come from.
        default: Returns the default of a column.
    """
    table, found = item.definition, dict[str, str]()
    was = {column.name: column for column in before.columns}
    for column in table.columns if isinstance(table, Table) else ():
        old, own = was.get(column.name), default(("column", *item.key[1:], column.name))
        given = column.generated is not None or column.identity is not None or is_serial(column)
        if given or own == NUMBERS or not column.not_null or (old is not None and old.not_null):
            continue
        if old is not None:
            found |= {column.name: own} if own is not None else {}
        elif own is None:
            once = _is_unique(objects, table, column.name)
            value = distinct("row_number() OVER ()", column.type) if once else None
            value = value or _neutral(objects, table, column)
            found |= {column.name: value} if value is not None else {}
    return found


def _neutral(objects: Objects, table: object, column: Column) -> str | None:
    """Return what rows get in a column that has no DEFAULT."""
    value = placeholder(objects.catalog, column.type)
    if value is None or not isinstance(table, Table):
        return value
    if value == "''" and not is_text(column.type):  # not all letters are an hstore
        return value
    return allowed_value(value, column.name, (check.text for check in table.checks), PG)


def _plainly(item: Item) -> str:
    """Return what adds a column without its default, and what tables below do not have."""
    bare = replace(column_of(item), default=None)
    if bare.not_null_alone:
        bare = replace(bare, not_null=False)
    return f"{head_of(item)[0]} ADD COLUMN {column_definition(bare, PG, (), None)}"


def _filled(item: Item, column: Column, update: str) -> str:
    """Return what adds a column, fills it and then gives it its NOT NULL."""
    free = replace(column, not_null=False, not_null_name=None)
    steps = [_plainly(replace(item, definition=free)), update]
    if is_passed_on(column):
        steps.append(required(item, column, "").sql)
    return ";\n".join(steps)


def _numbered(item: Item, column: Column, number: str) -> Step:
    path = written(table_key(item))
    label = item.label.removeprefix("column ")
    update = (
        f"UPDATE {path} AS target SET {quoted(column.name)} = {number}"  # noqa: S608 - quoted names
        f" FROM (SELECT tableoid AS home, ctid AS place, row_number() OVER () AS number"
        f" FROM {path}) AS numbered"
        f" WHERE target.tableoid = numbered.home AND target.ctid = numbered.place"
    )
    return Step(
        _filled(item, column, update),
        f"add column {label}; rows that exist are numbered, since it has no DEFAULT",
    )


def _referring(item: Item, column: Column, target: Key) -> Step:
    """Return what adds a foreign key's column; rows that exist refer to the first row there is."""
    label = item.label.removeprefix("column ")
    path, above = written(table_key(item)), written(("table", *target[1:3]))
    key = quoted(target[3])
    update = (
        f"UPDATE {path} SET {quoted(column.name)} ="  # noqa: S608 - quoted names
        f" (SELECT {key} FROM {above} ORDER BY {key} LIMIT 1)"
    )
    return Step(
        _filled(item, column, update),
        f"add column {label}; rows that exist refer to the first of {above},"
        " since it has no DEFAULT",
    )


def _is_unique(objects: Objects, table: object, name: str) -> bool:
    if not isinstance(table, Table):
        return False
    indexes = objects.unique_indexes.get((table.schema, table.name), ())
    return any(key.columns == (name,) for key in (*table.keys, *indexes))


def _is_once(table: object, name: str) -> bool:
    """Tell whether even NULL may stand in a column only once."""
    return isinstance(table, Table) and any(
        key.columns == (name,) and key.form == "NULLS NOT DISTINCT" for key in table.keys
    )
