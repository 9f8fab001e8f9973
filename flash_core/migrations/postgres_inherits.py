"""Children of INHERITS that no ALTER TABLE can make what they should be.

Depends on: catalog, postgres_columns, postgres_items, postgres_rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace
from flash_core.catalog.inheritance import plain
from flash_core.catalog.model import Check
from flash_core.catalog.not_nulls import is_passed_on, not_null_name
from flash_core.catalog.render_tables import is_child

from .postgres_columns import column_of
from .postgres_rows import table_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from flash_core.catalog.model import Catalog, Column, Table

    from .postgres_items import Key, Objects


def remade_children(old: Objects, new: Objects, fresh: AbstractSet[Key]) -> set[Key]:
    """Return the tables with parents that are made again around their rows.

    Args:
        old: The schema as it is.
        new: The schema as it should be.
        fresh: What comes, parents of tables among it.
    """
    joined = {("table", *link[1:3]) for link in fresh if link[0] == "parent"}
    found = {key for key in joined if key in old.items and _is_given_columns(old, new, key)}
    before, after = ({("table", *link[1:3]) for link in each.links()} for each in (old, new))
    found |= {key for key in before & after if _is_otherwise_inherited(old, new, key)}
    found |= _below(old, new, found)
    for key in found:  # it comes after all that becomes of its parents
        for link in new.links_of(key):
            for column in new.columns(("table", *link[-2:])).values():
                new.items[column].wants -= set(new.columns(key).values())
    return found


def _below(old: Objects, new: Objects, found: AbstractSet[Key]) -> set[Key]:
    """Return the children of tables, and theirs, which go with them."""
    links = [link for each in (old, new) for link in each.links()] if found else []
    below: set[Key] = set()
    size = -1
    while size != len(below):
        size = len(below)
        above = below | found
        below |= {("table", *link[1:3]) for link in links if ("table", *link[-2:]) in above}
    return below & old.items.keys() & new.items.keys()


def _is_given_columns(old: Objects, new: Objects, key: Key) -> bool:
    """Tell whether a table would have columns from a new parent alone.

    INHERIT asks for them to be there, and leaves them the table's own: they would stay when the
    parent loses them.

    Args:
        old: The schema as it is.
        new: The schema as it should be.
        key: The table, which gets a parent.
    """
    was, now = table_of(old.items[key]), table_of(new.items[key])
    if now.bound or now.foreign or was.foreign:
        return False
    kept = [link for link in new.links_of(key) if link in old.items]
    below = {name for link in kept for name in new.columns(("table", *link[-2:]))}
    return any(
        new.items[column].unwritten and not new.items[column].local and name not in below
        for name, column in new.columns(key).items()
    )


def _is_otherwise_inherited(old: Objects, new: Objects, key: Key) -> bool:
    """Tell whether a child would have what its parents have of its own as well, or no more.

    ALTER TABLE takes neither a column nor NOT NULL from a child that has it from above, too.

    Args:
        old: The schema as it is.
        new: The schema as it should be.
        key: The table, which has parents before and after.
    """
    was, now = table_of(old.items[key]), table_of(new.items[key])
    if not (is_child(was) and is_child(now)) or was.foreign or now.foreign:
        return False
    one, other = old.catalog, new.catalog
    before, after = _by_name(one, was), _by_name(other, now)
    above = [
        (_by_name(one, one.find_table(path)), _by_name(other, other.find_table(path)))
        for path in now.inherits
    ]
    for name in before.keys() & after.keys():
        pairs = [(there.get(name), here[name]) for there, here in above if name in here]
        # What ONLY leaves of a NOT NULL has the parent's name, and no RENAME takes it.
        left = not pairs and bool(before[name].not_null_above) and after[name].not_null
        if left or (pairs and _is_otherwise_own(before[name], after[name], pairs)):
            return True
        kinds = {(column.type, column.collation) for column in (before[name], after[name])}
        if len(kinds) > 1 and len(_origins(other, now, name)) > 1:
            return True
    return False


def _origins(catalog: Catalog, table: Table, column: str) -> set[str]:
    """Return the tables that a column comes from in the end; ALTER TABLE of each must reach it all."""
    parents = [catalog.find_table(path) for path in table.inherits]
    found = [p for p in parents if p is not None and catalog.find_column(p, column) is not None]
    above = {origin for parent in found for origin in _origins(catalog, parent, column)}
    return above or {f"{table.schema}.{table.name}"}


def _by_name(catalog: Catalog, table: Table | None) -> dict[str, Column]:
    """Return the columns of a table by name, as a child has them, and what their NOT NULL is called."""
    if table is None:
        return {}
    named = (
        replace(c, not_null_name=not_null_name(catalog.find_table, table, c)) for c in table.columns
    )
    return {column.name: plain(column, table) for column in named}


def _is_otherwise_own(
    was: Column, now: Column, above: Sequence[tuple[Column | None, Column]]
) -> bool:
    """Tell whether a column, or its NOT NULL, no longer is whose it was, or is in the way.

    Where parent and child each have a NOT NULL of a column, the server neither renames one of them
    nor changes the type of the column.

    Args:
        was: The column as it is.
        now: As it should be.
        above: Those of the parents, as they are and should be.
    """
    if was.inherited != now.inherited:
        return True
    if not (was.not_null and now.not_null) or None in {was.not_null_above, now.not_null_above}:
        return False
    if was.not_null_above or now.not_null_above:
        return was.not_null_above != now.not_null_above
    required = [(b, a) for b, a in above if b and is_passed_on(b) and is_passed_on(a)]
    return any(
        (b.type, b.collation, b.not_null_name) != (a.type, a.collation, a.not_null_name)
        for b, a in [*required, (was, now)]
        if required
    )


def shared_checks(objects: Objects, keys: AbstractSet[Key]) -> set[Key]:
    """Return the CHECKs that some table has from two parents, which RENAME CONSTRAINT refuses.

    Args:
        objects: The schema as it is.
        keys: Constraints that would get another name; those above and below one go with it.
    """
    above = {key: checks_above(objects, key) & keys for key in keys if _is_check(objects, key)}
    found = {key for key, parents in above.items() if len(parents) > 1}
    size = -1
    while found and size != len(found):
        size = len(found)
        found |= {parent for key in found for parent in above.get(key, ())}
        found |= {key for key, parents in above.items() if parents & found}
    return found


def _is_check(objects: Objects, key: Key) -> bool:
    return key in objects.items and isinstance(objects.items[key].definition, Check)


def checks_above(objects: Objects, key: Key) -> set[Key]:
    """Return the CHECKs that the parents of a table pass on, of the name that one of it has.

    Args:
        objects: The schema as it is.
        key: Of the one; what is no CHECK has none.
    """
    found: set[Key] = set()
    for link in objects.links_of(key) if _is_check(objects, key) else ():
        above: Key = (key[0], *link[-2:], key[-1])
        check = objects.items[above].definition if above in objects.items else None
        if isinstance(check, Check) and "NO INHERIT" not in check.tail.upper():
            found.add(above)
    return found


def is_called_otherwise(old: Objects, new: Objects, key: Key) -> bool:
    """Tell whether a child's NOT NULL, which no parent has, is called otherwise than before.

    Args:
        old: The schema as it is.
        new: The schema as it should be.
        key: The column, which comes from a parent before and after.
    """
    table = table_of(new.items["table", *key[1:3]])
    was, now = column_of(old.items[key]), column_of(new.items[key])
    if not (was.not_null and now.not_null and is_child(table)):
        return False
    above = (("column", *link[-2:], key[3]) for link in new.links_of(key))
    required = any(
        is_passed_on(column_of(objects.items[each]))
        for each in above
        for objects in (old, new)
        if each in objects.items
    )
    return not required and was.not_null_name != now.not_null_name
