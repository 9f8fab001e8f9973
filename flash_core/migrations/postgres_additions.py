"""ADD COLUMN of PostgreSQL, and what rows that exist get in it where they must have a value.

Depends on: catalog, allowed_values, postgres_columns, postgres_found, postgres_items,
postgres_values.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.catalog.implied import is_serial
from flash_core.catalog.model import Table
from flash_core.catalog.not_nulls import is_passed_on
from flash_core.catalog.render_tables import column_definition

from .allowed_values import allowed_value
from .postgres_columns import NUMBERS, Step, column_of, head_of, required, table_key
from .postgres_found import Found
from .postgres_items import PG, quoted, written
from .postgres_values import distinct, is_text, placeholder

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.catalog.model import Column

    from .postgres_items import Item, Key, Objects

# Defaults that give every row another value.
_COUNTING: Final = re.compile(r"nextval|uuid|random|clock_timestamp", re.IGNORECASE)
_ONCE: Final = "NULLS NOT DISTINCT"


def added_column(objects: Objects, item: Item, default: str | None, found: Found) -> Step:
    """Return what adds a column; rows that exist get a value where they must have one.

    Args:
        objects: The schema that it is part of.
        item: The column.
        default: Its default.
        found: What is there already.
    """
    step = _added_column(objects, item, default, found)
    column = column_of(item)
    if not column.not_null_alone:
        return step
    # ADD COLUMN would let tables below refuse NULL, too, without any constraint.
    return replace(step, sql=f"{step.sql};\n{required(item, column, '').sql}")


def _added_column(objects: Objects, item: Item, default: str | None, found: Found) -> Step:
    column = column_of(item)
    words = _plainly(item) + (f" DEFAULT {default}" if default is not None else "")
    label = item.label.removeprefix("column ")
    table = objects.items[table_key(item)].definition
    free = default is not None or column.generated is not None or column.identity is not None
    if free or words.endswith("serial") or not (column.not_null or _is_once(table, column.name)):
        return Step(words, f"add column {label}")
    if column.not_null and found.empty is not None:
        why = f"{written(found.empty)}, which it refers to, comes empty"
        return Step(words, f"add column {label}; fails if the table has rows: {why}")
    if _is_numbered(objects, table, column.name, found):
        return _numbered(item, column, found.target)
    if not column.not_null:
        return Step(words, f"add column {label}; fails if the table has several rows")
    if found.target is not None:
        return _referring(item, column, found.target)
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
    if not isinstance(table, Table):
        return found
    was = {column.name: column for column in before.columns}
    fresh = {column.name for column in table.columns} - was.keys()
    for column in table.columns:
        old, own = was.get(column.name), default(("column", *item.key[1:], column.name))
        given = column.generated is not None or column.identity is not None or is_serial(column)
        if given or own == NUMBERS or not column.not_null or (old is not None and old.not_null):
            continue
        if old is not None:
            found |= {column.name: own} if own is not None else {}
        elif own is None:
            once = _is_numbered(objects, table, column.name, Found(before, fresh))
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


def _numbered(item: Item, column: Column, target: Key | None) -> Step:
    """Return what adds a column in which every row gets another value.

    Args:
        item: The column.
        column: The same.
        target: The column that it refers to, if any: each row gets another of its values.
    """
    path = written(table_key(item))
    label = item.label.removeprefix("column ")
    value, why = distinct("numbered.number", column.type), "are numbered, since it has no DEFAULT"
    if target is not None:
        above, key = written(("table", *target[1:3])), quoted(target[3])
        rows = f"SELECT {key} FROM {above} ORDER BY {key}"  # noqa: S608 - quoted names
        value = f"({rows} OFFSET numbered.number - 1 LIMIT 1)"
        why = f"refer to another one of {above} each, since it is unique; fails where it has fewer"
    update = (
        f"UPDATE {path} AS target SET {quoted(column.name)} = {value}"  # noqa: S608 - quoted names
        f" FROM (SELECT tableoid AS home, ctid AS place, row_number() OVER () AS number"
        f" FROM {path}) AS numbered"
        f" WHERE target.tableoid = numbered.home AND target.ctid = numbered.place"
    )
    return Step(_filled(item, column, update), f"add column {label}; rows that exist {why}")


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


def _is_numbered(objects: Objects, table: object, name: str, found: Found) -> bool:
    """Tell whether rows are numbered in a column, since a key would take no two of them else."""
    if not isinstance(table, Table):
        return False
    indexes = objects.unique_indexes.get((table.schema, table.name), ())
    keys: list[tuple[tuple[str | None, ...], str]] = [(k.columns, k.form) for k in table.keys]
    keys += [(index.columns, "") for index in indexes if None not in index.columns]
    return any(_counted(table, columns, form, found) == name for columns, form in keys)


def _counted(table: Table, columns: tuple[str | None, ...], form: str, found: Found) -> str | None:
    """Return the new column of a key that has to tell rows apart, if one has to and can."""
    fresh = [c for c in table.columns if c.name in found.fresh & set(columns)]
    names = set(columns) - found.fresh
    before = found.before.keys if found.before is not None else ()
    if any(names.issuperset(key.columns) for key in before):
        return None
    empty = () if form == _ONCE else [c for c in fresh if not c.not_null and c.default is None]
    if empty or any(_differs(column) for column in fresh):
        return None
    bound = {key.columns for key in table.foreign_keys}
    fitting = [c for c in fresh if c.default is None and distinct("", c.type) is not None]
    fitting.sort(key=lambda column: (column.name,) in bound)
    return next((column.name for column in fitting), None)


def _differs(column: Column) -> bool:
    """Tell whether each row gets another value by itself, or may."""
    made = column.generated is not None or column.identity is not None or is_serial(column)
    return made or _COUNTING.search(column.default or "") is not None


def _is_once(table: object, name: str) -> bool:
    """Tell whether even NULL may stand in a column only once."""
    return isinstance(table, Table) and any(
        key.columns == (name,) and key.form == _ONCE for key in table.keys
    )
