"""Tables that a query made (CREATE TABLE … AS), which a live database keeps no trace of.

Depends on: catalog.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace
from flash_core.catalog.text import fold_object

from .mysql_names import made_path

if TYPE_CHECKING:
    from flash_core.catalog.model import Catalog, Table, View


def without_copies(one: Catalog, other: Catalog) -> tuple[Catalog, Catalog]:
    """Return two schemas without the tables that a query made in one and that are in the other.

    Args:
        one: A schema, perhaps read from a database.
        other: The same.
    """
    first, second = _made(one) & _plain(other), _made(other) & _plain(one)
    both = first | second
    return (_without(one, both), _without(other, both)) if both else (one, other)


def _key(item: Table | View, catalog: Catalog) -> tuple[str, str]:
    return fold_object(item.schema, catalog.engine), fold_object(item.name, catalog.engine)


def _made(catalog: Catalog) -> set[tuple[str, str]]:
    views = {_key(view, catalog) for view in catalog.views if view.table}
    # A table of MySQL may have columns beside those of its query.
    kept = (made_path(item, "TABLE", catalog.engine) for item in catalog.others)
    return views | {path for path in kept if path is not None}


def _plain(catalog: Catalog) -> set[tuple[str, str]]:
    return {_key(table, catalog) for table in catalog.tables}


def _without(catalog: Catalog, keys: set[tuple[str, str]]) -> Catalog:
    return replace(
        catalog,
        tables=tuple(item for item in catalog.tables if _key(item, catalog) not in keys),
        views=tuple(item for item in catalog.views if _key(item, catalog) not in keys),
        others=tuple(
            item for item in catalog.others if made_path(item, "TABLE", catalog.engine) not in keys
        ),
    )
