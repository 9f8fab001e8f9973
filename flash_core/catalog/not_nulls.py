"""What PostgreSQL 18 calls the NOT NULL of a column when it is made, and whose it is.

Depends on: model, names.
"""

from __future__ import annotations

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
    for path in table.inherits if _comes_from_above(table, column) else ():
        parent = find(path)
        above = next((c for c in parent.columns if c.name == column.name), None) if parent else None
        if parent is not None and above is not None and above.not_null:
            return not_null_name(find, parent, above)
    return object_name(table.name, column.name, "not_null")


def _comes_from_above(table: Table, column: Column) -> bool:
    if table.bound:
        return column.inherited and not column.restated and not table.attached
    return bool(column.not_null_above)


def with_vague_not_nulls(catalog: Catalog) -> Catalog:
    """Return a catalog that does not say whose the NOT NULL of a child of INHERITS is.

    Args:
        catalog: What a server before PostgreSQL 18 contains.
    """
    return replace(
        catalog,
        tables=tuple(
            replace(table, columns=tuple(replace(c, not_null_above=None) for c in table.columns))
            if table.inherits and not table.bound
            else table
            for table in catalog.tables
        ),
    )
