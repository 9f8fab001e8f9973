"""Virtual columns of MySQL and MariaDB that become plain: what they showed is what rows are given.

Depends on: catalog, engine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.catalog.text import mentions
from flash_core.engine import Engine

if TYPE_CHECKING:
    from flash_core.catalog.model import Column, Table


def becomes_plain(was: Column, column: Column) -> bool:
    """Tell whether a virtual column becomes one that keeps values."""
    return was.generated is not None and not was.stored and column.generated is None


def computed_value(old: Table, new: Table, was: Column, column: Column) -> str | None:
    """Return what rows have in a virtual column that becomes plain, as SQL.

    Args:
        old: The table as it is.
        new: The table as it should be.
        was: The column as it is.
        column: The column as it should be.

    Returns:
        ``None`` for other columns, where something that it is computed from changes, and where a
        new key may have no place for it.
    """
    if was.generated is None or not becomes_plain(was, column):
        return None
    fresh = [key.columns for key in new.keys if key not in old.keys]
    fresh += [key.columns for key in new.foreign_keys]
    if any(column.name in columns for columns in fresh):
        return None
    after = {each.name: each for each in new.columns}
    for each in old.columns:
        if mentions(was.generated, each.name, Engine.MYSQL):
            other = after.get(each.name)
            if other is None or (each.type_text, each.generated) != (
                other.type_text,
                other.generated,
            ):
                return None
    if column.not_null and column.default is not None:
        return f"coalesce({was.generated}, {column.default})"
    return f"({was.generated})"
