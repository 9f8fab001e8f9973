"""Views of all columns of tables: ``SELECT * FROM t``, and what the star stands for.

PostgreSQL puts a column that is added behind the others, wherever the schema has it.  A star would
have them in that order from then on, so that the columns are written out instead.

Depends on: catalog, sql.lexer, sql.syntax, postgres_items.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from flash_core.catalog.model import View
from flash_core.sql.lexer import tokenize
from flash_core.sql.syntax import ColumnRef, Join, Select, Star, TableRef

from .postgres_items import PG, Item, column_key, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import TypeAlias

    from flash_core.catalog.model import Catalog
    from flash_core.sql.syntax import FromItem

    from .postgres_fates import Fates
    from .postgres_items import Key

    # What a table or view is called in FROM, which it is, and its columns.
    Source: TypeAlias = tuple[str, tuple[str, ...], tuple[str, ...]]

_BEFORE: Final = frozenset({"SELECT", "ALL", "DISTINCT", ",", "."})


def without_stars(catalog: Catalog, view: View, text: str) -> str | None:
    """Return a view with its columns in the place of stars; ``None`` where that cannot be told.

    Args:
        catalog: The schema.
        view: One of its views.
        text: The statement that makes it.
    """
    sources = _sources(catalog, view)
    tokens = [token for token in tokenize(text, PG) if token.significant]
    stars = [
        token
        for before, token in pairwise(tokens)
        if token.text == "*" and before.text.upper() in _BEFORE  # nothing that is multiplied
    ]
    if sources is None or not isinstance(view.query, Select):
        return None
    meant = [t.expression for t in view.query.targets if isinstance(t.expression, Star)]
    if len(meant) != len(stars):
        return None
    for token, star in reversed(list(zip(stars, meant, strict=True))):
        listed = _listed(star, sources)
        text = f"{text[: token.start]}{listed}{text[token.end :]}"
    return text


def _listed(star: Star, sources: list[Source]) -> str:
    """Return the columns of a star, without what qualifies the first where that is written."""
    if star.qualifier:
        columns = next((c for name, _, c in sources if name == star.qualifier[-1]), ())
        return f", {quoted(star.qualifier[-1])}.".join(map(quoted, columns))
    plain = len(sources) == 1
    return ", ".join(
        quoted(column) if plain else f"{quoted(name)}.{quoted(column)}"
        for name, _, columns in sources
        for column in columns
    )


def _sources(catalog: Catalog, view: View) -> list[Source] | None:
    """Return what a view with stars reads, in order; ``None`` where more than names would say it."""
    query = view.query
    if not isinstance(query, Select) or query.with_ or query.distinct_on:
        return None
    found: list[Source] = []
    for item in _read(query.from_):
        columns = _columns(catalog if view.as_of is None else view.as_of, item)
        if columns is None or not isinstance(item, TableRef):
            return None
        found.append((item.alias or item.name.last, item.name.parts, columns))
    names = {name for name, _, _ in found}
    stars = [t.expression for t in query.targets if isinstance(t.expression, Star)]
    known = all(not star.qualifier or star.qualifier[-1] in names for star in stars)
    return found if stars and known and len(names) == len(found) else None


def _read(items: Iterable[FromItem]) -> Iterator[FromItem]:
    for item in items:
        if isinstance(item, Join) and not (item.using or item.natural or item.alias):
            yield from _read((item.left, item.right))
        else:
            yield item


def _columns(catalog: Catalog, item: FromItem) -> tuple[str, ...] | None:
    if not isinstance(item, TableRef) or item.column_aliases:
        return None
    if (table := catalog.find_table(item.name.parts)) is not None:
        return tuple(column.name for column in table.columns)
    view = catalog.find_view(item.name.parts)
    if view is None or not isinstance(view.query, Select) or view.changes:
        return None
    columns: list[str] = []
    for target in view.query.targets:
        expression = target.expression
        if target.alias is not None:
            columns.append(target.alias)
        elif isinstance(expression, ColumnRef):
            columns.append(expression.parts[-1])
        elif isinstance(expression, Star) and (sources := _sources(catalog, view)) is not None:
            own = expression.qualifier[-1:]
            columns += [c for name, _, all_ in sources if not own or own == (name,) for c in all_]
        else:
            return None
    return (*view.columns, *columns[len(view.columns) :])


def in_order(fates: Fates, item: Item, renamed: Mapping[Key, Item] | None = None) -> str:
    """Return what makes a view, with columns in place of stars that have them in another order.

    Args:
        fates: What becomes of each object.
        item: The view.
        renamed: Objects as they were before the renames, which the view is to be made with.
    """
    renamed = renamed or {}
    made, view = renamed.get(item.key, item), item.definition
    sources = _sources(fates.new.catalog, view) if isinstance(view, View) else None
    names = {was.key: key for key, was in renamed.items()}
    for _, path, columns in sources or ():
        schema, table = ("", *path)[-2:]
        owner = names.get(("table", schema, table), ("table", schema, table))
        wanted = [column_key(schema, table, column) for column in columns]
        if not _is_ordered(fates, owner[1:3], tuple(names.get(key, key)[3] for key in wanted)):
            return made.listed or made.create
    return made.create


def _is_ordered(fates: Fates, path: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Tell whether a table will have its columns on the server as the schema has them."""
    table = fates.new.catalog.find_table(path)
    before = None if table is None else fates.old.catalog.find_table(path)
    if table is None or before is None:
        return True
    owner = ("table", table.schema, table.name)
    moved = fates.fresh | fates.rebuilt | fates.gone
    if owner in moved:
        return True
    kept = [c.name for c in before.columns if ("column", *owner[1:], c.name) not in moved]
    return [*kept, *(name for name in wanted if name not in kept)] == list(wanted)
