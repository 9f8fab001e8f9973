"""The changes between two SQLite catalogs.

SQLite checks every view and trigger when a table is renamed or loses a column, and drops what is
written about a table with it: triggers, views and indexes that a change touches go first and come
back last.

Depends on: catalog, engine, change, creation, matching, sqlite_apart, sqlite_columns, sqlite_compare,
sqlite_order, sqlite_rebuild, sqlite_virtual.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from flash_core._dataclass import dataclass, field, replace
from flash_core.catalog.identifiers import quote
from flash_core.catalog.order import ordered_views
from flash_core.catalog.text import closed, names_in
from flash_core.engine import Engine

from .change import Change, inverted
from .creation import index_change, table_changes, view_change
from .sqlite_apart import apart
from .sqlite_columns import addition
from .sqlite_compare import compare_table, same_statement, same_text
from .sqlite_order import misplaced
from .sqlite_rebuild import rebuild
from .sqlite_virtual import compare_virtual

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from flash_core.catalog.model import Catalog, Index, OtherObject, Table, View

    from .matching import Matching

_LITE: Final = Engine.SQLITE
_Item = TypeVar("_Item")


def sqlite_changes(match: Matching, renames: Sequence[Change]) -> list[Change]:
    """Return the changes between two catalogs of SQLite, in the order in which they can run."""
    _check_others(match)
    old_indexes, new_indexes, surviving = _indexes(match)
    tables = _compare_tables(match, surviving)
    virtual = compare_virtual(match)
    old_indexes += [i for i in surviving if i.table.lower() in tables.rebuilt]
    new_indexes += [
        i for i in match.new.indexes if i.table.lower() in tables.rebuilt and i not in new_indexes
    ]
    disturbed = tables.disturbed | virtual.disturbed
    stale_views = _stale_views(match, disturbed)
    old_views, new_views = _sides(match, ordered_views, _view_key, stale_views)
    stale_triggers = _stale_triggers(match, disturbed | stale_views)
    old_triggers, new_triggers = _sides(match, _triggers, _trigger_key, stale_triggers)
    old_indexes, first = _apart_from(old_views, old_indexes)
    new_indexes, last = _apart_from(new_views, new_indexes)
    return [
        *inverted(_trigger_change(item) for item in old_triggers),
        *virtual.unfilled,
        *inverted(index_change(index, _LITE) for index in first),
        *inverted(view_change(view, _LITE) for view in old_views),
        *virtual.undone,
        *virtual.dropped,
        *renames,
        *inverted(index_change(index, _LITE) for index in old_indexes),
        *tables.created,
        *tables.changed,
        *tables.undone,
        *tables.dropped,
        *virtual.created,
        *(index_change(index, _LITE) for index in new_indexes),
        *(view_change(view, _LITE) for view in new_views),
        *(index_change(index, _LITE) for index in last),
        *virtual.filled,
        *(_trigger_change(item) for item in new_triggers),
    ]


# -- tables ----------------------------------------------------------------------


@dataclass(slots=True)
class _Tables:
    """What happens to tables.

    Attributes:
        rebuilt: Those that are made anew.
        disturbed: Those that views and triggers cannot be about meanwhile; names in lower case.
    """

    created: list[Change] = field(default_factory=list[Change])
    changed: list[Change] = field(default_factory=list[Change])
    undone: list[Change] = field(default_factory=list[Change])  # only on the way down
    dropped: list[Change] = field(default_factory=list[Change])
    rebuilt: set[str] = field(default_factory=set[str])
    disturbed: set[str] = field(default_factory=set[str])


def _compare_tables(match: Matching, surviving: Sequence[Index]) -> _Tables:
    found = _Tables()
    texts: dict[str, list[str]] = {}
    for index in surviving:
        texts.setdefault(index.table.lower(), []).append(index.text)
    relied_on = misplaced(match)
    for old, new in match.tables():
        key = new.name.lower()
        various = apart(match, old, new)
        difference = compare_table(old, new, texts.get(key, []), various, relied_on.get(key))
        if difference is None:
            continue
        if difference.reasons:
            emptied = _emptied(match, old)
            forth, back = rebuild(old, new, difference.reasons, various, emptied)
            found.changed += forth
            # Tables are made in one order both ways: the first is one that others refer to.
            found.undone[0:0] = back
            found.rebuilt.add(key)
        else:
            found.changed += [addition(new, column) for column in difference.added]
            found.changed += inverted(addition(old, c) for c in difference.dropped)
        # Taking a new column back is dropping it.
        found.disturbed.add(key)
    found.created = _creations(match, match.new, match.old)
    found.dropped = inverted(_creations(match, match.old, match.new))
    found.disturbed |= {table.name.lower() for table in match.old.tables} - {
        table.name.lower() for table in match.new.tables
    }
    return found


def _emptied(match: Matching, table: Table) -> list[str]:
    """Return the tables that a table refers to, and that go with their rows."""
    kept = match.keyed(match.new.tables)
    gone = {
        each.name.lower(): each.name for each in match.old.tables if match.key(each) not in kept
    }
    parents = dict.fromkeys(item.table[-1].lower() for item in table.foreign_keys)
    return [gone[name] for name in parents if name in gone]


def _creations(match: Matching, catalog: Catalog, other: Catalog) -> list[Change]:
    """Create the tables of ``catalog`` that ``other`` has not."""
    known = match.keyed(other.tables)
    made = [table for table in catalog.tables if match.key(table) not in known]
    changes, _ = table_changes(catalog, made.__contains__, lambda _table, _key: False)
    # In a cycle no order of dropping them is right.
    if _in_cycle(made):
        changes = [replace(change, foreign_keys_off=True) for change in changes]
    return changes


def _in_cycle(made: Sequence[Table]) -> bool:
    """Tell whether a table refers to one that is created after it."""
    place = {table.name.lower(): number for number, table in enumerate(made)}
    return any(
        place.get(reference.table[-1].lower(), -1) > number
        for number, table in enumerate(made)
        for reference in table.foreign_keys
    )


# -- indexes ---------------------------------------------------------------------


def _indexes(match: Matching) -> tuple[list[Index], list[Index], list[Index]]:
    """Return the indexes to drop, to create, and to leave alone."""
    before, after = match.keyed(match.old.indexes), match.keyed(match.new.indexes)
    same = {key for key, index in before.items() if key in after and _same_index(index, after[key])}
    old = [index for key, index in before.items() if key not in same]
    new = [index for key, index in after.items() if key not in same]
    return old, new, [before[key] for key in before if key in same]


def _apart_from(views: Sequence[View], indexes: Sequence[Index]) -> tuple[list[Index], list[Index]]:
    """Part the indexes from those of tables that are made by a query, as views are."""
    made = {view.name.lower() for view in views if view.table}
    return (
        [index for index in indexes if index.table.lower() not in made],
        [index for index in indexes if index.table.lower() in made],
    )


def _same_index(old: Index, new: Index) -> bool:
    return (
        old.unique == new.unique
        and old.table.lower() == new.table.lower()
        and same_text(old.text, new.text)
    )


# -- views and triggers ----------------------------------------------------------


def _view_key(view: View) -> str:
    return view.name.lower()


def _trigger_key(trigger: OtherObject) -> str:
    return str(trigger.about[1])


def _triggers(catalog: Catalog) -> list[OtherObject]:
    return [item for item in catalog.others if item.about[:1] == ("trigger",)]


def _check_others(match: Matching) -> None:
    """Report statements that are kept as text and that we do not know how to take back."""

    def unknown(catalog: Catalog) -> set[str]:
        others = catalog.others
        return {o.text for o in others if o.about[:1] not in {("trigger",), ("virtual table",)}}

    for text in sorted(unknown(match.old) ^ unknown(match.new)):
        match.problems.append(f"cannot make or take back: {text.partition(chr(10))[0]}")


def _stale_views(match: Matching, disturbed: set[str]) -> set[str]:
    """Return the views that differ, and those over what is disturbed or over other such views."""
    before = {_view_key(view): view for view in match.old.views}
    after = {_view_key(view): view for view in match.new.views}
    stale = {
        key
        for key, view in before.items()
        if key not in after or not same_statement(view.text, after[key].text)
    }
    for key in stale & after.keys():
        if before[key].table or after[key].table:  # making it again would lose its rows
            match.problems.append(f"cannot change table {after[key].name}, made by a query, yet")
    fresh = after.keys() - before.keys()
    if not (disturbed or stale):
        return stale
    names = {key: names_in(v.text, _LITE) for key, v in before.items() if not v.table}
    grown = -1
    while grown != len(stale):
        grown = len(stale)
        stale |= {
            key for key, words in names.items() if words & (disturbed | (stale - {key}) | fresh)
        }
    return stale


def _stale_triggers(match: Matching, disturbed: set[str]) -> set[str]:
    before = {_trigger_key(item): item for item in _triggers(match.old)}
    after = {_trigger_key(item): item for item in _triggers(match.new)}
    return {
        key
        for key, item in before.items()
        if key not in after
        or not same_statement(item.text, after[key].text)
        or (disturbed and not disturbed.isdisjoint(names_in(item.text, _LITE, calls=True)))
    }


def _sides(
    match: Matching,
    items: Callable[[Catalog], Sequence[_Item]],
    key: Callable[[_Item], str],
    stale: set[str],
) -> tuple[list[_Item], list[_Item]]:
    """Return what to drop of the old catalog, and what to create of the new one."""
    known = {key(item) for item in items(match.old)}
    # They go before anything is renamed, and come back, on the way down, after that.
    old = [item for item in items(match.before) if key(item) in stale]
    new = [item for item in items(match.new) if key(item) in stale or key(item) not in known]
    return old, new


def _trigger_change(trigger: OtherObject) -> Change:
    name = _trigger_key(trigger)
    return Change(
        closed(trigger.text, _LITE),
        f"DROP TRIGGER {quote(name, _LITE)}",
        f"create trigger {name}",
        f"drop trigger {name}",
        names=(name,),
    )
