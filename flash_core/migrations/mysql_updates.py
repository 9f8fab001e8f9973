"""UPDATE statements of MySQL and MariaDB that give rows values and leave the rest of them alone.

Depends on: catalog, mysql_columns.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from flash_core._dataclass import replace

from .mysql_columns import quoted_name

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from flash_core.catalog.model import Table


def unpadded(table: Table, names: Collection[str]) -> Table:
    """Return a table in which columns of BINARY keep the length of each value."""
    columns = tuple(
        replace(each, type_text=f"var{each.type_text}") if each.name in names else each
        for each in table.columns
    )
    return replace(table, columns=columns)


def cut(table: Table, path: str, names: Sequence[str]) -> str:
    """Return the statement that takes the zeros off values which BINARY filled up.

    The server refuses to cut them off by itself; those of the new length it adds again.

    Args:
        table: As it is meanwhile.
        path: Its name as it stands in SQL.
        names: The columns.
    """
    columns = [quoted_name(name) for name in names]
    sets = [f"{column} = TRIM(TRAILING x'00' FROM {column})" for column in columns]
    return f"UPDATE {path} SET {', '.join([*sets, *untouched(table, names)])}"  # noqa: S608 - quoted names


def updates(
    table: Table,
    path: str,
    values: dict[str, str],
    numbered: Mapping[str, Sequence[Sequence[str]]] = MappingProxyType({}),
    emptied: Mapping[str, Sequence[Sequence[str]]] = MappingProxyType({}),
) -> list[str]:
    """Return the statements that give rows their values, and touch nothing else.

    Args:
        table: As it is meanwhile.
        path: Its name as it stands in SQL.
        values: What to set where there is NULL.
        numbered: Columns whose rows are numbered; where several are alike in columns, if any come
            with them.
        emptied: Columns whose rows get NULL, in the same way.
    """
    kept = untouched(table, values)
    found: list[str] = []
    for name, value in values.items():
        column = quoted_name(name)
        sets = ", ".join([f"{column} = {value}", *kept])
        found.append(f"UPDATE {path} SET {sets} WHERE {column} IS NULL")  # noqa: S608 - quoted names
    for name, groups in emptied.items():
        sets = ", ".join([f"{quoted_name(name)} = NULL", *kept])
        found.append(f"UPDATE {path} SET {sets}{_repeated(path, groups)}")  # noqa: S608 - quoted names
    for name, groups in numbered.items():
        sets = ", ".join([f"{quoted_name(name)} = (@flash_row := @flash_row + 1)", *kept])
        # It begins to count itself: what stops between two statements goes on elsewhere.
        counted = f"{path}, (SELECT @flash_row := 0) AS counting"
        found.append(f"UPDATE {counted} SET {sets}{_repeated(path, groups)}")  # noqa: S608 - quoted names
    return found


def _repeated(path: str, groups: Sequence[Sequence[str]]) -> str:
    """Return the condition that other rows have the same values in a group of columns."""
    if not all(groups):
        return ""
    found: list[str] = []
    for names in groups:
        columns = ", ".join(map(quoted_name, names))
        # MySQL reads a table that it changes only by way of another one.
        alike = f"SELECT {columns} FROM {path} GROUP BY {columns} HAVING count(*) > 1"  # noqa: S608 - quoted names
        found.append(f"({columns}) IN (SELECT * FROM ({alike}) AS alike)")  # noqa: S608 - quoted names
    return f"\nWHERE {' OR '.join(found)}"


def untouched(table: Table, filled: Collection[str]) -> list[str]:
    """Return what keeps an UPDATE from touching the columns that note when a row changed."""
    return [
        f"{quoted_name(column.name)} = {quoted_name(column.name)}"
        for column in table.columns
        if column.on_update is not None and column.name not in filled
    ]
