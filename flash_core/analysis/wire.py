"""Types as the server describes them to a client.

What ``Describe`` answers differs from what a query's author sees in one thing: a
column of a domain travels as the type below the domain.

Depends on: catalog.identifiers, infer, types.model, types.postgres_data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.catalog.identifiers import quote
from flash_core.engine import Engine
from flash_core.types.model import TypeKind

from .infer import base

if TYPE_CHECKING:
    from flash_core.catalog.model import Catalog
    from flash_core.types.model import SqlType

_WRITTEN_BY_USERS = frozenset({TypeKind.ENUM, TypeKind.DOMAIN, TypeKind.COMPOSITE})


def column_type(type_: SqlType, catalog: Catalog) -> str:
    """Return the type of a result column as the server names it to a client."""
    return parameter_type(base(type_), catalog)


def parameter_type(type_: SqlType, catalog: Catalog) -> str:
    """Return a type as ``format_type`` prints it: with its schema when that is not searched."""
    if catalog.engine is not Engine.POSTGRESQL:
        return type_.name
    if type_.element is not None and type_.name.endswith("[]"):
        return f"{parameter_type(type_.element, catalog).removesuffix('[]')}[]"
    name = type_.name
    if type_.schema or type_.kind in _WRITTEN_BY_USERS:
        name = quote(name, catalog.engine)
    if not _visible(type_, catalog):
        name = f"{quote(type_.schema or 'public', catalog.engine)}.{name}"
    return name


def _visible(type_: SqlType, catalog: Catalog) -> bool:
    """Tell whether the bare name means this type: it is searched, and nothing hides it."""
    if type_.schema and type_.schema not in catalog.search_path:
        return False
    if type_.kind not in _WRITTEN_BY_USERS:
        return True
    if "pg_catalog" not in catalog.search_path and _is_built_in(type_.name):
        return False  # a table called line
    found = catalog.find_type((type_.name,))
    beyond = catalog.find_type((type_.schema, type_.name)) is not None
    return not beyond if found is None else found.schema == type_.schema


def _is_built_in(name: str) -> bool:
    from flash_core.types.postgres_data import built_in  # noqa: PLC0415 - not for SQLite

    return name in built_in().types.named
