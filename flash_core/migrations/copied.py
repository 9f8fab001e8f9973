"""Tables that a query made (CREATE TABLE … AS), which a live database keeps no trace of.

Depends on: catalog.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace
from flash_core.catalog.objects import created, created_path
from flash_core.catalog.text import fold_object

if TYPE_CHECKING:
    from flash_core.catalog.model import Catalog, OtherObject, Table, View


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
    return views | {key for item in catalog.others if (key := _kept_key(item, catalog))}


def _kept_key(item: OtherObject, catalog: Catalog) -> tuple[str, str] | None:
    """Return what identifies a table of MySQL that has columns beside those of a query."""
    made = created(item.text)
    if made is None or made[0] != "TABLE":
        return None
    *schema, name = created_path(item.text)
    return fold_object("".join(schema), catalog.engine), fold_object(name, catalog.engine)


def _plain(catalog: Catalog) -> set[tuple[str, str]]:
    return {_key(table, catalog) for table in catalog.tables}


def _without(catalog: Catalog, keys: set[tuple[str, str]]) -> Catalog:
    return replace(
        catalog,
        tables=tuple(item for item in catalog.tables if _key(item, catalog) not in keys),
        views=tuple(item for item in catalog.views if _key(item, catalog) not in keys),
        others=tuple(item for item in catalog.others if _kept_key(item, catalog) not in keys),
    )
