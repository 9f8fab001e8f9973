"""What of a schema could have got another name: the objects of a kind, by name.

Depends on: catalog, engine, mysql_labels, sqlite_virtual.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.catalog.model import RenameKind
from flash_core.catalog.names import constraint_names, constraints
from flash_core.catalog.not_nulls import is_named, not_null_name
from flash_core.catalog.objects import created, created_parts
from flash_core.catalog.render import indexes_of
from flash_core.catalog.text import fold, fold_object
from flash_core.engine import Engine

from .mysql_labels import labels_of
from .sqlite_virtual import find_virtual, virtual_columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.catalog.model import Catalog, Composite, Domain, Enum, Rename, Table, View
    from flash_core.types.definitions import RangeDefinition


def has_owner(catalog: Catalog, item: Rename) -> bool:
    """Tell whether there is what a rename says that its object is part of."""
    if item.kind is RenameKind.LABEL:
        return bool(labels_of(catalog, item.owner))
    if find_virtual(catalog, item.owner) is not None:
        return True
    return bool(catalog.find_table(item.owner) or catalog.find_composite(item.owner))


def is_there(catalog: Catalog, item: Rename, name: str) -> bool:
    """Tell whether there is an object of that name, and of the kind that a rename is of."""
    engine = catalog.engine
    same = fold_object if item.kind in {RenameKind.TABLE, RenameKind.VIEW} else fold
    return same(name, engine) in {same(other, engine) for other in names(catalog, item)}


def names(catalog: Catalog, item: Rename) -> list[str]:
    """Return the names of what could have been renamed."""
    table = catalog.find_table(item.owner) if item.owner else None
    match item.kind:
        case RenameKind.SCHEMA:
            return list(catalog.schemas)
        case RenameKind.TYPE:
            kinds = catalog.enums, catalog.domains, catalog.composites, catalog.ranges
            return _of_schema(catalog, item, *kinds)
        case RenameKind.LABEL:
            return list(labels_of(catalog, item.owner))
        case RenameKind.TABLE:
            made = [view for view in catalog.views if view.table]
            virtual = [each.virtual[0] for each in catalog.others if each.virtual is not None]
            return [*_of_schema(catalog, item, catalog.tables, made), *virtual]
        case RenameKind.COLUMN:
            return _column_names(catalog, item, table)
        case RenameKind.CONSTRAINT:
            return _constraint_names(catalog, table)
        case RenameKind.INDEX:
            return _index_names(catalog, table)
        case RenameKind.VIEW:
            return _of_schema(catalog, item, catalog.views)
        case _:
            return _kept_names(catalog, item)


def _kept_names(catalog: Catalog, item: Rename) -> list[str]:
    """Return the names of what is kept as text and of one kind; of a table's, of that table."""
    routine = item.kind is RenameKind.ROUTINE
    kinds = {"FUNCTION", "PROCEDURE"} if routine else {item.kind.value.upper()}
    found: list[str] = []
    for other in catalog.others:
        kind, _, table = created(other.text) or ("", "", "")
        *schemas, name = created_parts(other.text) or ("",)
        schema = "".join(schemas)
        fits = item.kind is not RenameKind.SEQUENCE or _beside(catalog, item, schema)
        on = table.rpartition(".")[2] if item.owner else ""
        if kind in kinds and fits and (not item.owner or on == item.owner[-1]):
            found.append(name)
    return found


def _column_names(catalog: Catalog, item: Rename, table: Table | None) -> list[str]:
    row = table or catalog.find_composite(item.owner)
    if row is None:
        return virtual_columns(find_virtual(catalog, item.owner))
    return [column.name for column in row.columns]


def _of_schema(
    catalog: Catalog,
    item: Rename,
    *kinds: Sequence[Enum]
    | Sequence[Domain]
    | Sequence[Composite]
    | Sequence[Table]
    | Sequence[View]
    | Sequence[RangeDefinition],
) -> list[str]:
    return [each.name for found in kinds for each in found if _beside(catalog, item, each.schema)]


def _beside(catalog: Catalog, item: Rename, schema: str) -> bool:
    default = {"", "public" if catalog.engine is Engine.POSTGRESQL else "main", catalog.database}
    wanted = item.name[-2] if len(item.name) > 1 else ""
    return schema == wanted or {schema, wanted} <= default or (not wanted and schema == "")


def _index_names(catalog: Catalog, table: Table | None) -> list[str]:
    if table is None or catalog.engine.family is not Engine.MYSQL:
        return [index.name for index in catalog.indexes]
    # Each table of MySQL has its own, and a unique key is one of them.
    own = [index.name for index in indexes_of(catalog, table)]
    return own + [key.name for key in table.keys if key.name is not None and not key.primary]


def _constraint_names(catalog: Catalog, table: Table | None) -> list[str]:
    if table is None:
        return []
    if catalog.engine is Engine.POSTGRESQL:
        required = [c for c in table.columns if is_named(c)]
        return [name for name, _ in constraint_names(table)] + [
            not_null_name(catalog.find_table, table, column) for column in required
        ]
    named = [item.name for item in constraints(table) if item.name is not None]
    return named + [index.name for index in catalog.indexes if index.table == table.name]
