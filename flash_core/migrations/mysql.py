"""The changes between two catalogs of MySQL or MariaDB, in an order in which each can run.

Depends on: catalog, change, creation, matching, mysql_copies, mysql_names, mysql_objects, mysql_references,
mysql_tables, mysql_views.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass, field

from .change import Change, inverted
from .creation import schema_change, table_changes
from .mysql_copies import keep_rows
from .mysql_names import exchanges_names
from .mysql_objects import compare_kept
from .mysql_references import compare_references, reference_change
from .mysql_tables import alter_table
from .mysql_views import compare_views

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from flash_core.catalog.model import Catalog, ForeignKey, Table

    from .matching import Matching
    from .mysql_objects import KeptChanges


def mysql_changes(match: Matching, renames: Sequence[Change]) -> list[Change]:
    """Return the changes between two catalogs.

    Args:
        match: The catalogs; takes what cannot be expressed.
        renames: What is renamed before.
    """
    kept = compare_kept(match)
    tables = _compare_tables(match)
    dropped_views, created_views = compare_views(match)
    keep_rows(match, kept, (dropped_views, created_views), (tables.dropped, tables.created))
    schemas = [name for name in match.new.schemas if name not in match.old.schemas]
    gone_schemas = [name for name in match.old.schemas if name not in match.new.schemas]
    exchanged = exchanges_names(match)
    return [
        *(schema_change(name, match.engine) for name in schemas),
        *kept.dropped_first,
        *dropped_views,
        *kept.dropped_after_views,
        *_still_there(renames, dropped_views),
        *_between(kept, tables, exchanged=exchanged),
        *kept.middle,
        *created_views,
        *kept.late,
        *([] if exchanged else kept.dropped_late),
        *inverted(schema_change(name, match.engine) for name in gone_schemas),
    ]


def _still_there(renames: Sequence[Change], dropped: Sequence[Change]) -> list[Change]:
    """Return the renames without those of views that are dropped and made again."""
    gone = {change.up.partition(" ")[2] for change in dropped}
    return [
        change
        for change in renames
        if change.up.partition(" ")[2].partition(" RENAME TO ")[0] not in gone
    ]


# -- tables ----------------------------------------------------------------------


@dataclass(slots=True)
class _Tables:
    """The changes of all tables, in the order in which they can run."""

    released: list[Change] = field(default_factory=list[Change])  # foreign keys dropped
    created: list[Change] = field(default_factory=list[Change])
    altered: list[Change] = field(default_factory=list[Change])
    references: list[Change] = field(default_factory=list[Change])  # foreign keys added
    dropped: list[Change] = field(default_factory=list[Change])


def _between(kept: KeptChanges, tables: _Tables, *, exchanged: bool) -> list[Change]:
    """Return the changes of tables and sequences, in the order that their names leave."""
    if exchanged:
        # What leaves a name goes before something else takes it.
        return [
            *tables.released,
            *tables.dropped,
            *kept.early,
            *tables.altered,
            *kept.dropped_late,
            *tables.created,
            *tables.references,
        ]
    return [
        *kept.early,
        *tables.released,
        *tables.created,
        *tables.altered,
        *tables.references,
        *tables.dropped,
    ]


def _compare_tables(match: Matching) -> _Tables:
    found = _Tables()
    touched: set[tuple[str, str]] = set()
    for old, new in match.tables():
        altered = alter_table(match, old, new)
        released, added = compare_references(match, old, new)
        found.altered += altered
        found.released += released
        found.references += added
        if altered:
            touched.add(match.key(new))
    found.created, later = _creations(match, match.new, match.old, touched)
    found.references += later
    # A database has one foreign key of a name: it goes before another table gets it.
    named = {
        key.name.lower() for table in match.new.tables for key in table.foreign_keys if key.name
    }
    gone, unlinked = _creations(match, match.old, match.new, touched, named)
    found.released = [*inverted(unlinked), *found.released]
    found.dropped = inverted(gone)
    return found


def _creations(
    match: Matching,
    catalog: Catalog,
    other: Catalog,
    touched: set[tuple[str, str]],
    named: AbstractSet[str] = frozenset(),
) -> tuple[list[Change], list[Change]]:
    """Create the tables of ``catalog`` that ``other`` has not; foreign keys of some names later."""
    known = match.keyed(other.tables)

    def waits(_: Table, reference: ForeignKey) -> bool:
        if (reference.name or "").lower() in named:
            return True
        # The key that it refers to may only come, or already be gone, with other changes.
        target = catalog.find_table(reference.table)
        return target is not None and match.key(target) in touched

    created, waiting = table_changes(catalog, lambda table: match.key(table) not in known, waits)
    return created, [reference_change(catalog, table, item) for table, item in waiting]
