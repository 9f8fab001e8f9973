"""Types of the schema ``public`` under one name: a dump writes ``public.lang``, people write ``lang``.

Depends on: catalog.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from flash_core._dataclass import replace
from flash_core.catalog.user_types import is_built_in

if TYPE_CHECKING:
    from flash_core.catalog.model import Catalog, Column, Composite, Domain, Table
    from flash_core.sql.syntax import TypeName

RelationT = TypeVar("RelationT", "Table", "Composite")

_PUBLIC = "public"


def spelt_alike(catalog: Catalog) -> Catalog:
    """Return a catalog in which what columns, fields and domains are of has no ``public`` before it.

    How it is written stays: only what is compared has one name.

    Args:
        catalog: Of PostgreSQL.
    """
    return replace(
        catalog,
        tables=tuple(map(_with_columns, catalog.tables)),
        composites=tuple(map(_with_columns, catalog.composites)),
        domains=tuple(map(_domain, catalog.domains)),
    )


def _with_columns(item: RelationT) -> RelationT:
    columns = _columns(item.columns)
    return item if columns is item.columns else replace(item, columns=columns)


def _columns(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    found = tuple(map(_column, columns))
    same = all(one is other for one, other in zip(found, columns, strict=True))
    return columns if same else found


def _column(column: Column) -> Column:
    type_ = None if column.type is None else _type(column.type)
    collation = column.collation and column.collation.removeprefix(f"{_PUBLIC}.")
    same = type_ is column.type and collation == column.collation
    return column if same else replace(column, type=type_, collation=collation)


def _domain(domain: Domain) -> Domain:
    type_ = _type(domain.type)
    return domain if type_ is domain.type else replace(domain, type=type_)


def _type(type_: TypeName) -> TypeName:
    """Return the name of a type; one that the server has, too, keeps its schema."""
    if type_.parts[:-1] != (_PUBLIC,) or is_built_in(type_.parts[-1:]):
        return type_
    return replace(type_, parts=type_.parts[-1:])
