"""What happens to tables, stage by stage.

Depends on: catalog, engine, change, columns, creation, matching, mysql.
"""

from __future__ import annotations

from dataclasses import field, replace
from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass
from flash_core.catalog.identifiers import quote_path
from flash_core.catalog.model import ForeignKey, Key
from flash_core.catalog.names import constraints
from flash_core.engine import Engine

from . import mysql
from .change import Change, inverted
from .columns import beside, column_changes
from .creation import (
    comment_changes,
    constraint_change,
    describe,
    label,
    lost_comments,
    table_changes,
)
from .mysql_columns import rebuilt_columns

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.catalog.model import Catalog, Index, Table
    from flash_core.catalog.names import Constraint

    from .matching import Matching


@dataclass(slots=True)
class TableChanges:
    """The changes of all tables, in the order in which they can run."""

    released: list[Change] = field(default_factory=list[Change])  # constraints dropped
    created: list[Change] = field(default_factory=list[Change])
    added: list[Change] = field(default_factory=list[Change])  # columns
    altered: list[Change] = field(default_factory=list[Change])
    constrained: list[Change] = field(default_factory=list[Change])
    references: list[Change] = field(default_factory=list[Change])
    removed: list[Change] = field(default_factory=list[Change])  # columns
    dropped: list[Change] = field(default_factory=list[Change])
    comments: list[Change] = field(default_factory=list[Change])
    lost_comments: list[Change] = field(default_factory=list[Change])  # only to be restored

    def all(self) -> list[Change]:
        """Return every change but the comments, which come last of all."""
        return [
            *self.released,
            *self.created,
            *self.added,
            *self.altered,
            *self.constrained,
            *self.references,
            *self.removed,
            *self.dropped,
        ]


def compare_tables(match: Matching, surviving: Sequence[Index]) -> TableChanges:
    """Compare the tables of two catalogs.

    Args:
        match: The catalogs.
        surviving: The indexes that are not dropped beforehand.
    """
    changes = TableChanges()
    before, after = match.keyed(match.old.tables), match.keyed(match.new.tables)
    touched: set[tuple[str, str]] = set()
    for old, new in match.tables():
        if match.engine.family is Engine.MYSQL:
            changed = _compare_whole(match, old, new, changes)
        else:
            changed = _compare(match, old, new, surviving, changes)
        if changed:
            touched.add(match.key(new))
    both = before.keys() & after.keys()
    changes.created, later = _creations(match, match.new, both, touched)
    changes.references += later
    gone, unlinked = _creations(match, match.old, both, touched)
    changes.released = [*inverted(unlinked), *changes.released]
    changes.dropped = inverted(gone)
    if match.engine is Engine.POSTGRESQL:
        for key, table in after.items():
            changes.comments += comment_changes(before.get(key), table, match.engine)
        for key, table in before.items():
            changes.lost_comments += lost_comments(table, after.get(key), match.engine)
    _check_reversible(match, changes)
    return changes


def _creations(
    match: Matching,
    catalog: Catalog,
    both: set[tuple[str, str]],
    touched: set[tuple[str, str]],
) -> tuple[list[Change], list[Change]]:
    """Create the tables that are only in ``catalog``."""

    def waits(_: Table, reference: ForeignKey) -> bool:
        # The key that it refers to may only come, or already be gone, with other changes.
        target = catalog.find_table(reference.table)
        strict = match.engine is not Engine.SQLITE
        return strict and target is not None and match.key(target) in touched

    return table_changes(catalog, lambda table: match.key(table) not in both, waits)


def _check_reversible(match: Matching, changes: TableChanges) -> None:
    """Report constraints whose name on the server is uncertain, wherever it is needed."""
    for change in (*changes.released, *changes.constrained, *changes.references):
        if not (change.up and change.down):
            text = change.up or change.down
            match.problems.append(f"the name of this constraint is uncertain, give it one: {text}")


# -- one table -----------------------------------------------------------------


def _compare(
    match: Matching, old: Table, new: Table, surviving: Sequence[Index], changes: TableChanges
) -> bool:
    """Compare a table with itself; tell whether its keys or columns changed."""
    engine = match.engine
    _compare_options(match, old, new, changes)
    old, new = _own(match.old, old), _own(match.new, new)
    texts = [
        index.text
        for index in surviving
        if match.key(index)[0] == match.key(old)[0] and index.table.lower() == old.name.lower()
    ]
    columns = column_changes(match, old, new, texts)
    changes.added += columns.added
    changes.altered += columns.altered
    changes.removed += columns.removed
    # What is written beside a new or dropped column comes and goes with it.
    comes = [item for name in columns.new for item in beside(new, name, engine)]
    goes = [item for name in columns.gone for item in beside(old, name, engine)]
    gone, added = match.unmatched(_without(old, goes), _without(new, comes))
    if engine is Engine.SQLITE:
        for item in gone:
            match.problems.append(f"cannot drop {describe(old, item, engine)} yet")
        for item in added:
            match.problems.append(f"cannot add {describe(new, item, engine)} yet")
        return False
    # Foreign keys rest on keys: they go first and come last.
    gone.sort(key=lambda item: not isinstance(item, ForeignKey))
    own = inverted(constraint_change(old, item, engine) for item in reversed(gone))
    references = [item for item in gone if isinstance(item, ForeignKey)]
    changes.released[0:0] = own[: len(references)]
    changes.released += own[len(references) :]
    for item in added:
        change = constraint_change(new, item, engine)
        if isinstance(item, ForeignKey):
            changes.references.append(change)
        else:
            changes.constrained.append(change)
    keys = any(isinstance(item, Key) for item in (*gone, *added, *comes, *goes))
    return keys or bool(columns.new or columns.gone or columns.altered)


def _compare_whole(match: Matching, old: Table, new: Table, changes: TableChanges) -> bool:
    """Compare a table of MySQL with itself; tell whether its keys or columns changed."""
    altered = mysql.alter_table(match, old, new)
    changes.altered += altered
    gone, added = match.unmatched(old.foreign_keys, new.foreign_keys)
    for reference in new.foreign_keys:
        if reference not in added and _disturbed(match, new, reference):
            twin = next(item for item in old.foreign_keys if item.name == reference.name)
            gone.append(twin)
            added.append(reference)
    changes.released += inverted(mysql.reference_change(match, old, item) for item in gone)
    changes.references += [mysql.reference_change(match, new, item) for item in added]
    return bool(altered)


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
        rebuilt = rebuilt_columns(was, end)
        if any(name.lower() in rebuilt for name in columns):
            return True
        if mysql.loses_key(match, was, end, columns):
            return True
    return False


def _own(catalog: Catalog, table: Table) -> Table:
    """Return the table without what changes with its parents."""
    if not table.inherits:
        return table
    parents = [catalog.find_table(path) for path in table.inherits]
    theirs = {column.name for parent in parents if parent for column in parent.columns}
    return replace(
        table,
        columns=tuple(column for column in table.columns if column.name not in theirs),
        keys=tuple(key for key in table.keys if not key.inherited),
    )


def _without(table: Table, left_out: Sequence[Constraint]) -> list[Constraint]:
    skipped = {id(item) for item in left_out}
    return [item for item in constraints(table) if id(item) not in skipped]


def _place(table: Table) -> tuple[object, ...]:
    return table.inherits, table.bound, table.of_type, table.foreign


def _compare_options(match: Matching, old: Table, new: Table, changes: TableChanges) -> None:
    name = label(new.schema, new.name)
    if (old.strict, old.without_rowid) != (new.strict, new.without_rowid):
        match.problems.append(f"cannot change STRICT or WITHOUT ROWID of table {name} yet")
    if _place(old) != _place(new):
        match.problems.append(f"cannot change the parents, type or server of table {name} yet")
    if old.tail != new.tail:
        match.problems.append(
            f"cannot change the options of table {name} yet:"
            f" {old.tail or 'none'} to {new.tail or 'none'}"
        )
    if old.unlogged != new.unlogged:
        path = quote_path(new.schema, new.name, match.engine)
        words = ("UNLOGGED", "LOGGED") if new.unlogged else ("LOGGED", "UNLOGGED")
        changes.altered.append(
            Change(
                f"ALTER TABLE {path} SET {words[0]}",
                f"ALTER TABLE {path} SET {words[1]}",
                f"make table {name} {words[0].lower()}",
                f"make table {name} {words[1].lower()}",
                names=(name,),
            )
        )
