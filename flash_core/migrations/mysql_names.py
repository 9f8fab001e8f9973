"""Names of MySQL and MariaDB that something of another kind takes over.

Tables, views and the sequences of MariaDB share their names.

Depends on: catalog, matching.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.catalog.objects import created, created_path
from flash_core.catalog.text import fold_object

if TYPE_CHECKING:
    from flash_core.catalog.model import Catalog, OtherObject
    from flash_core.engine import Engine

    from .matching import Matching


def exchanges_names(match: Matching) -> bool:
    """Tell whether a sequence takes the name of a table, or a table or view that of a sequence.

    Views are dropped before everything else and made after it, which gives their names free.

    Args:
        match: The catalogs.
    """
    old, new = match.old, match.new
    tables = {match.key(table) for table in old.tables}
    relations = {match.key(table) for table in new.tables}
    relations |= {match.key(view) for view in new.views}
    return not (
        _sequences(new, match).isdisjoint(tables) and _sequences(old, match).isdisjoint(relations)
    )


def _sequences(catalog: Catalog, match: Matching) -> set[tuple[str, str]]:
    found = (made_path(item, "SEQUENCE", match.engine) for item in catalog.others)
    return {path for path in found if path is not None}


def made_path(item: OtherObject, kind: str, engine: Engine) -> tuple[str, str] | None:
    """Return schema and name of what a kept statement makes, as they are compared.

    Args:
        item: The statement.
        kind: ``TABLE`` or ``SEQUENCE``; what makes anything else has None.
        engine: MySQL or MariaDB.
    """
    made = created(item.text)
    if made is None or made[0] != kind:
        return None
    *schema, name = created_path(item.text)
    return fold_object("".join(schema), engine), fold_object(name, engine)
