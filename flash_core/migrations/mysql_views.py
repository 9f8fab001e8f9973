"""Views of MySQL and MariaDB: replaced when they change, and around changes of what they read.

A view remembers the columns that ``*`` meant when it was created.

Depends on: catalog, change, creation, matching.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace
from flash_core.catalog.mysql_programs import view_words
from flash_core.catalog.order import ordered_views
from flash_core.catalog.reading import tables_in
from flash_core.catalog.text import normalized
from flash_core.sql.syntax import FunctionCall, Star
from flash_core.sql.syntax.walk import descend, same

from .change import Change, inverted
from .creation import view_change
from .matching import same_type

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.catalog.model import Catalog, Table, View
    from flash_core.engine import Engine
    from flash_core.sql.syntax import Node

    from .matching import Matching


def compare_views(match: Matching) -> tuple[list[Change], list[Change]]:
    """Return the changes that drop views, and those that create them."""
    fixed, open_ended = _changed_tables(match)
    before, after = match.keyed(match.old.views), match.keyed(match.new.views)
    stale = {
        key
        for key, view in before.items()
        if key not in after or not _same(view, after[key], match)
    }
    readers = {key: view for key, view in before.items() if not view.table}
    stale |= {key for key, view in readers.items() if _reads(match.old, match, view, fixed)}
    stale |= {
        key
        for key, view in readers.items()
        if _has_star(view.query) and _reads(match.old, match, view, open_ended)
    }
    for key, view in before.items():
        # Making such a table again would lose its rows.
        if view.table and key in stale and key in after:
            match.problems.append(f"cannot change table {view.name}, made by a query, yet")
    grown = -1
    while grown != len(stale):  # views over stale views
        grown = len(stale)
        stale |= {key for key, view in readers.items() if _reads(match.old, match, view, stale)}
    # They go before anything is renamed, and come back, on the way down, after that.
    stale_before = {match.renamed_views.get(key, key) for key in stale}
    gone = _made(match.before, lambda view: match.key(view) in stale_before, match)
    new = _made(
        match.new, lambda view: match.key(view) in stale or match.key(view) not in before, match
    )
    return inverted(gone), new


def _same(one: View, other: View, match: Matching) -> bool:
    """Tell whether two statements make the same view."""
    engine = match.engine
    if normalized(one.text, engine) == normalized(other.text, engine):
        return True
    if one.table or other.table:
        return False
    # The words say all but the capitals of a column's name, which the query keeps.
    texts = view_words(one.text, engine), view_words(other.text, engine)
    if texts[0] != texts[1] or one.columns != other.columns:
        return False
    return same(one.query, other.query, _alike)


def _alike(one: object, other: object) -> bool | None:
    """Let functions be called in any letters."""
    if not isinstance(one, FunctionCall) or not isinstance(other, FunctionCall):
        return None
    names = [tuple(part.lower() for part in call.name.parts) for call in (one, other)]
    if one.name == other.name or names[0] != names[1]:
        return None
    return same(replace(one, name=other.name), other, _alike)


def _changed_tables(match: Matching) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Return the tables that lose or change columns, and those of which ``*`` means others."""
    fixed = {match.key(table) for table in match.old.tables}
    fixed -= {match.key(table) for table in match.new.tables}
    open_ended = set(match.renamed_columns)
    for old, new in match.tables():
        if old.columns == new.columns:
            continue
        if _loses(old, new, match.engine):
            fixed.add(match.key(old))
        if _shown(old) != _shown(new):
            open_ended.add(match.key(old))
    return fixed, open_ended


def _loses(old: Table, new: Table, engine: Engine) -> bool:
    """Tell whether a table loses or changes a column; views write its name as it is."""
    after = {column.name: column for column in new.columns}
    return any(
        column.name not in after or not same_type(column, after[column.name], engine)
        for column in old.columns
    )


def _shown(table: Table) -> list[str]:
    """Return what ``*`` means, in order."""
    return [column.name for column in table.columns if not column.invisible]


def _reads(catalog: Catalog, match: Matching, view: View, keys: set[tuple[str, str]]) -> bool:
    for parts in tables_in(view.query):
        found = catalog.find_table(parts)
        if found is not None and match.key(found) in keys:
            return True
        other = catalog.find_view(parts)
        if other is not None and other is not view and match.key(other) in keys:
            return True
    return False


def _has_star(query: Node) -> bool:
    return any(isinstance(found, Star) for found in descend(query))


def _made(catalog: Catalog, wanted: Callable[[View], bool], match: Matching) -> list[Change]:
    return [view_change(view, match.engine) for view in ordered_views(catalog) if wanted(view)]
