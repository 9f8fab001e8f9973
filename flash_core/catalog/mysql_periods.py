"""Periods of MariaDB: the columns that say when one begins and ends, and what keys have of them.

Depends on: model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace

if TYPE_CHECKING:
    from .model import Key, Table


def period_columns(table: Table) -> set[str]:
    """Return the columns that say when a period begins and ends."""
    lists = [item.text.partition("(")[2].rstrip(")") for item in table.others]
    return {name.strip().strip("`") for names in lists for name in names.split(",")}


def keys_without_row_end(table: Table) -> tuple[Key, ...]:
    """Return the keys without the column that the server adds to them where there is a history."""
    ends = {column.name for column in table.columns if "AS ROW END" in column.attributes}
    return tuple(
        replace(key, columns=key.columns[:-1])
        if key.columns[1:] and key.columns[-1] in ends and not key.form
        else key
        for key in table.keys
    )
