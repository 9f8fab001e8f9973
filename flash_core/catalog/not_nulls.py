"""What PostgreSQL 18 calls the NOT NULL of a column when it is made, and whose it is.

Depends on: model, names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flash_core._dataclass import replace

from .names import object_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from .model import Catalog, Column, Table


def not_null_name(
    find: Callable[[tuple[str, ...]], Table | None], table: Table, column: Column
) -> str:
    """Return the name that the NOT NULL of a column gets when the schema is made afresh.

    Args:
        find: Returns the table of that path.
        table: A table.
        column: One of its columns.
    """
    if column.not_null_name is not None:
        return column.not_null_name
    for path in table.inherits if comes_from_above(table, column) else ():
        parent = find(path)
        above = next((c for c in parent.columns if c.name == column.name), None) if parent else None
        if parent is not None and above is not None and is_passed_on(above):
            return not_null_name(find, parent, above)
    return object_name(table.name, column.name, "not_null")


def is_named(column: Column) -> bool:
    """Tell whether a column has a constraint NOT NULL, though it be NOT VALID."""
    return column.not_null or column.not_null_name is not None


def is_passed_on(column: Column) -> bool:
    """Tell whether tables below have the NOT NULL of a column, too."""
    return column.not_null and not column.not_null_alone


def comes_from_above(table: Table, column: Column) -> bool:
    """Tell whether the NOT NULL of a column is that of a parent, if it has any.

    Args:
        table: A table.
        column: One of its columns.
    """
    if table.bound:
        said = column.restated and not column.not_null_above
        return column.inherited and not said and not table.attached
    return bool(column.not_null_above)


def is_cut(table: str, column: str) -> bool:
    """Tell whether table and column have such long names that a NOT NULL gets only parts of them.

    Those of one table may be the same then, and what is added later has the higher number: which
    column has which number is no matter.
    """
    return not object_name(table, column, "not_null").startswith(f"{table}_{column}_")


def own_not_null(table: str, column: Column) -> str:
    """Return what the NOT NULL of a column is called where it is none of a parent.

    Args:
        table: The table.
        column: Its column.
    """
    name, usual = column.not_null_name, object_name(table, column.name, "not_null")
    if name is None or (is_cut(table, column.name) and is_numbered(table, column.name, name)):
        return usual
    return name


def is_numbered(table: str, column: str, name: str) -> bool:
    """Tell whether a NOT NULL has the name that a server gives it, though it have a number.

    Args:
        table: Its table.
        column: Its column.
        name: What it is called.
    """
    number = re.search(r"\d*\Z", name)
    return number is not None and name == object_name(table, column, f"not_null{number[0]}")


def with_vague_not_nulls(catalog: Catalog) -> Catalog:
    """Return a catalog that does not say whose NOT NULL constraints are, and what they are called.

    Args:
        catalog: What a server before PostgreSQL 18 contains.
    """
    return replace(
        catalog,
        tables=tuple(
            replace(table, columns=tuple(replace(c, not_null_above=None) for c in table.columns))
            for table in catalog.tables
        ),
    )
