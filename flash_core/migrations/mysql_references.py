"""Foreign keys of MySQL and MariaDB, which keep the server from changing what they rest on.

Depends on: catalog, change, creation, matching, mysql_columns, mysql_rows,
mysql_tables.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flash_core.catalog.mysql_render import index_definition
from flash_core.catalog.render import indexes_of
from flash_core.catalog.render_tables import add_constraint

from .change import Change, inverted
from .creation import label, table_path
from .mysql_columns import quoted_name, rebuilt_columns
from .mysql_rows import first_parent
from .mysql_tables import is_unchanged, loses_key, statement

if TYPE_CHECKING:
    from flash_core.catalog.model import Catalog, ForeignKey, Index, Table

    from .matching import Matching


def compare_references(
    match: Matching, old: Table, new: Table
) -> tuple[list[Change], list[Change]]:
    """Return the changes that drop foreign keys of a table, and those that add some.

    One that stays goes and comes back where its columns or the key that it rests on change.
    """
    gone, added = _unmatched(match, old, new)
    for reference in new.foreign_keys:
        if reference not in added and _disturbed(match, new, reference):
            gone.append(next(k for k in old.foreign_keys if k.name == reference.name))
            added.append(reference)
    return (
        inverted(_coming_back(match, new, old, item) for item in gone),
        [_beside_its_index(match, new, item) for item in added],
    )


def _coming_back(match: Matching, new: Table, old: Table, item: ForeignKey) -> Change:
    """Add a foreign key again, on the way down, and let rows refer to something."""
    change = _beside_its_index(match, old, item)
    if match.new.find_table(item.table) is None:
        return _unchecked(change, label("", item.table[-1]))
    parent = first_parent(new, old, item)
    if parent is None:
        return change
    caution = f"; rows refer to the first of {label('', item.table[-1])}, since it was dropped"
    return replace(change, up=f"{parent};\n{change.up}", comment=change.comment + caution)


def _unchecked(change: Change, parent: str) -> Change:
    """Add a foreign key to a table that comes back empty: rows refer to what it has lost."""
    # It has to be there for whoever restores the rows; half a way back helps nobody.
    sql = f"SET foreign_key_checks = 0;\n{change.up};\nSET foreign_key_checks = DEFAULT"
    what = change.comment.partition(";")[0]
    caution = f"{parent} comes back empty: rows refer to nothing until its rows are restored"
    return replace(change, up=sql, comment=f"{what}, unchecked; {caution}")


def _unmatched(
    match: Matching, old: Table, new: Table
) -> tuple[list[ForeignKey], list[ForeignKey]]:
    """Return the foreign keys that are only in one of two states of a table."""
    after = {item.name: item for item in new.foreign_keys}
    same = {
        item.name
        for item in old.foreign_keys
        if item.name in after and match.same_constraint(item, after[item.name])
    }
    return (
        [item for item in old.foreign_keys if item.name not in same],
        [item for item in new.foreign_keys if item.name not in same],
    )


def _disturbed(match: Matching, table: Table, reference: ForeignKey) -> bool:
    """Tell whether columns or keys change that a foreign key, which itself stays, rests on."""
    target = match.new.find_table(reference.table)
    ends = [(table, reference.columns)]
    if target is not None:
        ends.append((target, reference.foreign_columns or target.primary_key))
    for end, columns in ends:
        was = match.old.find_table((end.schema, end.name) if end.schema else (end.name,))
        if was is None:
            return True
        if is_unchanged(match, was, end):
            continue
        rebuilt = rebuilt_columns(was, end)
        if any(name.lower() in rebuilt for name in columns):
            return True
        if loses_key(match, was, end, columns):
            return True
    return False


def reference_change(catalog: Catalog, table: Table, item: ForeignKey) -> Change:
    """Add a foreign key to a table that exists.

    Args:
        catalog: What they are part of; it gives every foreign key a name.
        table: The table.
        item: The foreign key.
    """
    engine = catalog.engine
    what = f"constraint {item.name} of table {label(table.schema, table.name)}"
    # MySQL knows DROP CONSTRAINT since 8.0.19.
    drop = f"DROP FOREIGN KEY {quoted_name(item.name or '')}"
    return Change(
        add_constraint(table, item, engine),
        f"ALTER TABLE {table_path(table, engine)} {drop}",
        f"add {what}; fails if rows break it",
        f"drop {what}",
        names=(label(table.schema, table.name),),
    )


def _beside_its_index(match: Matching, table: Table, item: ForeignKey) -> Change:
    """Add a foreign key to a table that exists.

    The server would give the index that an earlier one brought the name of this one, so that
    index is defined anew beside it.
    """
    change = reference_change(match.new, table, item)
    kept = _implied_index(match, table, item)
    if kept is None:
        return change
    name = quoted_name(kept.name)
    clauses = (f"DROP INDEX {name}", f"ADD {index_definition(kept)}")
    head = f"ALTER TABLE {table_path(table, match.engine)}"
    addition = change.up.removeprefix(head).strip()
    return replace(change, up=statement(head, (*clauses, addition)))


def _implied_index(match: Matching, table: Table, item: ForeignKey) -> Index | None:
    """Return the index that came with a foreign key and stays, under a name not its own."""

    def found(catalog: Catalog) -> dict[str, Index]:
        other = catalog.find_table((table.schema, table.name) if table.schema else (table.name,))
        indexes = () if other is None else indexes_of(catalog, other)
        return {index.name: index for index in indexes if index.columns == item.columns}

    before, after = found(match.old), found(match.new)
    for name in before.keys() & after.keys() - {item.name or ""}:
        # Where the two differ, it is defined anew before.
        was, is_ = before[name], after[name]
        if (was.implied or is_.implied) and was.text.lower() == is_.text.lower():
            return is_
    return None
