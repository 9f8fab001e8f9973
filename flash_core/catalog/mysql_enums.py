"""Enums that stand for the ENUM and SET columns of MySQL's tables.

Depends on: model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace

from .model import Column, Enum, Table

if TYPE_CHECKING:
    from flash_core.sql.syntax import TypeName

    from .model import Catalog


def with_enums(catalog: Catalog) -> Catalog:
    """Return the catalog with an enum for each ENUM and SET column: ``table_column``."""
    enums = [enum for enum in catalog.enums if enum.owner is None]
    taken = {(table.schema, table.name.lower()) for table in catalog.tables}
    tables: list[Table] = []
    for table in catalog.tables:
        columns: list[Column] = []
        for column in table.columns:
            made = _enum(table, column, taken)
            if made is None or column.type is None:
                columns.append(column)
                continue
            enums.append(made)
            taken.add((made.schema, made.name.lower()))
            columns.append(replace(column, type=_enum_type(made, column.type)))
        tables.append(replace(table, columns=tuple(columns)))
    return replace(catalog, tables=tuple(tables), enums=tuple(enums))


def _enum(table: Table, column: Column, taken: set[tuple[str, str]]) -> Enum | None:
    if column.type is None or not column.type_text.startswith(("enum(", "set(")):
        return None
    stem = f"{table.name}_{column.name}"
    name, number = stem, 1
    while (table.schema, name.lower()) in taken:
        number += 1
        name = f"{stem}_{number}"
    return Enum(
        name,
        column.type.modifiers,
        table.schema,
        multiple=column.type_text.startswith("set("),
        owner=(table.name, column.name),
        origin=column.origin,
    )


def _enum_type(enum: Enum, type_: TypeName) -> TypeName:
    parts = (enum.schema, enum.name) if enum.schema else (enum.name,)
    return replace(type_, parts=parts)
