"""Tables that are put below others when they have columns already: ATTACH PARTITION and INHERIT.

Depends on: engine, identifiers, model, names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace

from .names import constraint_names

if TYPE_CHECKING:
    from collections.abc import Callable

    from .model import Catalog, Check, Table


def with_checks_above(table: Table, catalog: Catalog) -> Table:
    """Return a table to be attached with the checks of its parents, which ATTACH looks for.

    Args:
        table: The table.
        catalog: What it is part of.
    """
    if not table.attached:
        return table
    return replace(table, checks=tuple(all_checks(table, catalog.find_table)))


def all_checks(table: Table, find: Callable[[tuple[str, ...]], Table | None]) -> list[Check]:
    """Return the checks of a table with those of its parents, under the names they have there.

    Args:
        table: The table.
        find: Returns the table of that path.
    """
    names = {id(item): name for name, item in constraint_names(table)}
    found = list(table.checks)
    taken = {names[id(check)] for check in found}
    for path in table.inherits:
        parent = find(path)
        if parent is None:
            continue
        for check in all_checks(parent, find):
            own = next((n for n, item in constraint_names(parent) if item is check), check.name)
            if own not in taken and "NO INHERIT" not in check.tail.upper():
                taken.add(own or "")
                found.append(replace(check, name=own, column=None))
    return found
