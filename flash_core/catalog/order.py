"""The order in which the objects of a catalog can be created.

Where nothing depends on anything, objects keep the order of their definition.

Depends on: engine, model, objects, text, user_types.
"""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING, Final, TypeVar

from flash_core._dataclass import replace
from flash_core.engine import Engine

from .model import Composite, Domain, Enum
from .objects import created
from .text import fold, names_in
from .user_types import is_built_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from .model import Catalog, Column, ForeignKey, Index, OtherObject, Table, View

_Item = TypeVar("_Item")
_FIRST: Final = frozenset({"EXTENSION", "SEQUENCE", "COLLATION", "TYPE"})
_ROUTINES: Final = frozenset({"FUNCTION", "AGGREGATE", "OPERATOR"})
_BEFORE_INDEXES: Final = _ROUTINES | {"OPERATOR FAMILY", "OPERATOR CLASS"}


def in_order(items: Sequence[_Item], needs: Callable[[_Item], Iterable[_Item]]) -> list[_Item]:
    """Return ``items`` so that each comes after what it needs, as far as there is no cycle.

    The first that is free comes first, so a list in order stays as it is.
    """
    place = {id(item): position for position, item in enumerate(items)}
    wanted = [
        {place[id(need)] for need in needs(item) if id(need) in place} - {position}
        for position, item in enumerate(items)
    ]
    users: list[list[int]] = [[] for _ in items]
    for position, needed in enumerate(wanted):
        for need in needed:
            users[need].append(position)
    free = [position for position, needed in enumerate(wanted) if not needed]
    left = dict.fromkeys(range(len(items)))
    result: list[_Item] = []
    while left:
        position = heapq.heappop(free) if free else _in_cycle(wanted, next(iter(left)))
        if position not in left:
            continue
        del left[position]
        result.append(items[position])
        for user in users[position]:
            wanted[user].discard(position)
            if not wanted[user] and user in left:
                heapq.heappush(free, user)
    return result


def _in_cycle(wanted: list[set[int]], start: int) -> int:
    """Return an item of the cycle that ``start`` waits for: the first of them in the list."""
    path: list[int] = []
    while start not in path:
        path.append(start)
        start = min(wanted[start])
    return min(path[path.index(start) :])


def arranged(catalog: Catalog) -> Catalog:
    """Return the catalog with its objects in the order in which they can be created."""
    types = ordered_types(catalog)
    on_tables, on_views = split_indexes(catalog)
    early, middle, late = split_others(catalog)
    tables = tuple(table for table, _ in ordered_tables(catalog))
    if catalog.engine.family is Engine.MYSQL:  # indexes are written with their tables
        place = {(table.schema, table.name): number for number, table in enumerate(tables)}
        on_tables.sort(key=lambda index: place.get((index.schema, index.table), 0))
    return replace(
        catalog,
        tables=tables,
        views=tuple(ordered_views(catalog)),
        indexes=(*on_tables, *on_views),
        domains=tuple(item for item in types if isinstance(item, Domain)),
        composites=tuple(item for item in types if isinstance(item, Composite)),
        others=(*early, *middle, *late),
    )


def ordered_types(catalog: Catalog) -> list[Enum | Domain | Composite]:
    """Return the user's types: enums first, then domains and composites by need."""

    def needs(item: Enum | Domain | Composite) -> list[Enum | Domain | Composite]:
        if isinstance(item, Enum):
            return []
        columns = item.columns if isinstance(item, Composite) else ()
        names = [column.type for column in columns]
        if isinstance(item, Domain):
            names.append(item.type)
        found = (_type(catalog, name.parts) for name in names if name is not None)
        return [other for other in found if other is not None]

    return in_order([*catalog.enums, *catalog.domains, *catalog.composites], needs)


def _type(catalog: Catalog, parts: tuple[str, ...]) -> Enum | Domain | Composite | None:
    return catalog.find_enum(parts) or catalog.find_domain(parts) or catalog.find_composite(parts)


def _is_hidden(catalog: Catalog, parts: tuple[str, ...]) -> bool:
    """Tell whether the server has a type of a table's name, which comes before its rows."""
    return catalog.find_table(parts) is not None and is_built_in(parts)


def ordered_tables(catalog: Catalog) -> list[tuple[Table, tuple[ForeignKey, ...]]]:
    """Return the tables by need, each with the foreign keys that must be added later.

    SQLite looks at the target of a foreign key only when rows change, so there
    a cycle needs no second statement.
    """

    def needs(table: Table) -> list[Table]:
        names = [reference.table for reference in table.foreign_keys]
        names += table.inherits
        if catalog.engine is Engine.POSTGRESQL:  # a table's rows are a type
            types = [column.type.parts for column in table.columns if column.type is not None]
            names += [parts for parts in types if len(parts) > 1 or not _is_hidden(catalog, parts)]
        found = (catalog.find_table(parts) for parts in names)
        return [other for other in found if other is not None and other is not table]

    tables = in_order(catalog.tables, needs)
    created_tables: set[int] = set()
    result: list[tuple[Table, tuple[ForeignKey, ...]]] = []
    for table in tables:
        created_tables.add(id(table))
        later = tuple(
            reference
            for reference in table.foreign_keys
            if catalog.engine is not Engine.SQLITE
            and id(catalog.find_table(reference.table)) not in created_tables
        )
        result.append((table, later))
    return result


def split_indexes(catalog: Catalog) -> tuple[list[Index], list[Index]]:
    """Return the indexes of tables, and those of materialized views."""
    views = {(view.schema, view.name) for view in catalog.views}
    on_views = [index for index in catalog.indexes if (index.schema, index.table) in views]
    on_tables = [index for index in catalog.indexes if (index.schema, index.table) not in views]
    return on_tables, on_views


def ordered_views(catalog: Catalog) -> list[View]:
    """Return the views so that each comes after those that it, or a function it calls, reads."""
    if not catalog.views:
        return []
    from .reading import tables_in  # noqa: PLC0415 - many schemas have no views

    behind = _behind_functions(catalog)

    def needs(view: View) -> list[View]:
        found = [catalog.find_view(parts) for parts in tables_in(view.query)]
        if behind:
            words = names_in(view.text, catalog.engine, calls=True)
            called = {name for function in words & behind.keys() for name in behind[function]}
            found += [
                other for other in catalog.views if fold(other.name, catalog.engine) in called
            ]
        return [other for other in found if other is not None and other is not view]

    return in_order(catalog.views, needs)


def _behind_functions(catalog: Catalog) -> dict[str, set[str]]:
    """Return the functions of MySQL that views may call, with the names that these lead to.

    What a function reads is looked for when a view that calls it is made, and not before.
    """
    if catalog.engine.family is not Engine.MYSQL:
        return {}
    made = ((other.text, created(other.text)) for other in catalog.others)
    found = {
        fold(about[1].rpartition(".")[2], catalog.engine): names_in(
            text, catalog.engine, calls=True
        )
        for text, about in made
        if about is not None and about[0] == "FUNCTION"
    }
    return {name: _reached(name, found) for name in found}


def _reached(start: str, found: Mapping[str, frozenset[str]]) -> set[str]:
    """Return the names in a function and in those that it calls."""
    reached = set(found[start])
    ahead = [name for name in reached if name in found]
    while ahead:
        new = found[ahead.pop()] - reached
        reached |= new
        ahead += [name for name in new if name in found]
    return reached


def split_others(
    catalog: Catalog,
) -> tuple[list[OtherObject], list[OtherObject], list[OtherObject]]:
    """Return the objects kept as text that come before tables, before views, and last."""
    early: list[OtherObject] = []
    middle: list[OtherObject] = []
    late: list[OtherObject] = []
    known = [(other, *(created(other.text) or ("", "", ""))) for other in catalog.others]
    routines = any(kind in _ROUTINES for _, kind, *_ in known)
    used = _words_of_tables(catalog) if routines else frozenset[str]()
    # MySQL does not look at what a function reads before it is called.
    checked = catalog.engine.family is not Engine.MYSQL
    views = {view.name for view in catalog.views if checked}
    # Base types and their functions need each other: they stay in the order that works.
    bases = {item.name for item in catalog.base_types}
    for other, kind, name, _ in known:
        words = names_in(other.text, catalog.engine)
        called = name.rpartition(".")[2]
        # The character set that a database gives to the tables which come.
        of_database = other.keyword == "ALTER DATABASE"
        if (
            of_database
            or kind in _FIRST
            or kind.startswith("TEXT SEARCH")
            or (kind in _ROUTINES and (called in used or words & bases))
        ):
            early.append(other)
        elif (kind in _BEFORE_INDEXES or kind.endswith("TABLE")) and not words & views:
            middle.append(other)
        else:
            late.append(other)
    return early, middle, late


def _words_of_tables(catalog: Catalog) -> frozenset[str]:
    """Return the names of functions that columns and constraints of tables may call."""

    def texts(column: Column) -> list[str]:
        return [column.default or "", column.generated or ""]

    found: set[str] = set()
    for table in catalog.tables:
        pieces = [text for column in table.columns for text in texts(column)]
        pieces += [check.text for check in table.checks]
        for piece in filter(None, pieces):
            found |= names_in(piece, catalog.engine, calls=True)
    return frozenset(found)
