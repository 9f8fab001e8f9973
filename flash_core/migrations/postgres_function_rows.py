"""Views over functions that return rows of a table, or of a composite type.

PostgreSQL keeps the columns of such rows as they were when the view was made, and shows them behind
its alias: ``cheap() c(id, name)``.  So a view is not the same where they have become others.

Depends on: catalog, sql.postgres_objects, sql.syntax, postgres_items.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.catalog.model import Composite, Table, View
from flash_core.sql.postgres_objects import Stated
from flash_core.sql.syntax import Cast, ColumnRef, FunctionCall, FunctionRef
from flash_core.sql.syntax.walk import descend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .postgres_items import Item, Key, Objects


def function_rows(objects: Objects, item: Item, view: View) -> dict[Key, tuple[str, ...]]:
    """Return the columns of the rows that functions in FROM of a view may return.

    Args:
        objects: The schema.
        item: The view.
        view: The same.

    Returns:
        By key of table or composite type, the names of its columns, in no order: that of PostgreSQL cannot change.
    """
    sources = [found for found in descend(view.query) if isinstance(found, FunctionRef)]
    kinds = {kind for source in sources for kind in _kinds(objects, item, source)}
    return {kind: names for kind in sorted(kinds) if (names := _columns(objects, kind))}


def turn_renamed(before: Objects, old: Objects) -> None:
    """Have views made anew whose functions return rows with columns that are renamed.

    Args:
        before: The schema as it was before the renames.
        old: The same after them.
    """
    for was, now in zip(before.items.values(), old.items.values(), strict=False):
        views = isinstance(was.definition, View) and isinstance(now.definition, View)
        if views and _names(before, was) != _names(old, now):
            now.facts, now.definition = ("turned", now.facts), None


def _names(objects: Objects, item: Item) -> list[tuple[str, ...]]:
    view = item.definition
    return list(function_rows(objects, item, view).values()) if isinstance(view, View) else []


def _kinds(objects: Objects, item: Item, source: FunctionRef) -> Iterator[Key]:
    """Yield the types whose rows a function may return: its own, or those of what it is given."""
    for found in (each for call in source.calls for each in descend(call)):
        match found:
            case FunctionCall():
                name = found.name.parts[-1]
                for key in item.needs:
                    if key[0] == "routine" and key[2] == name:
                        yield from _returned(objects, key)
            case Cast():
                yield from filter(None, [objects.type(found.type.parts)])
            case ColumnRef():
                for key in item.needs:
                    if key[0] == "column" and key[3] == found.parts[-1]:
                        yield from _typed(objects, key)
            case _:
                pass


def _returned(objects: Objects, routine: Key) -> Iterator[Key]:
    """Yield the types that a routine takes or returns, by RETURNS or by an OUT parameter."""
    about = objects.items[routine].definition
    if isinstance(about, Stated):
        types = *about.parameters, *filter(None, [about.returned])
        yield from filter(None, (objects.type(each.path) for each in types))


def _typed(objects: Objects, column: Key) -> Iterator[Key]:
    """Yield what a column has values, or arrays, of."""
    needs = objects.items[column].needs if column in objects.items else ()
    return (
        key for key in needs if key[0] == "type" or (key[0] == "table" and key[1:3] != column[1:3])
    )


def _columns(objects: Objects, kind: Key) -> tuple[str, ...]:
    definition = objects.items[kind].definition if kind in objects.items else None
    if not isinstance(definition, (Composite, Table)):
        return ()
    return tuple(sorted(column.name for column in definition.columns))
