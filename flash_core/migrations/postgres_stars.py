"""Views of all columns of one table: ``SELECT * FROM t``, and what the star stands for.

PostgreSQL puts a column that is added behind the others, wherever the schema has it.  A star would
have them in that order from then on, so that the columns are written out instead.

Depends on: catalog, sql.lexer, sql.syntax, postgres_items.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.catalog.model import View
from flash_core.sql.lexer import tokenize
from flash_core.sql.syntax import Select, Star, TableRef

from .postgres_items import PG, Item, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.catalog.model import Catalog, Table

    from .postgres_fates import Fates


def starred_columns(catalog: Catalog, view: View) -> list[str] | None:
    """Return the columns that a star alone stands for; ``None`` where a view says something else.

    Args:
        catalog: The schema.
        view: One of its views.
    """
    table = _table_under(catalog, view)
    return None if table is None else [column.name for column in table.columns]


def _table_under(catalog: Catalog, view: View) -> Table | None:
    query = view.query
    if not isinstance(query, Select) or query.with_ or query.distinct_on:
        return None
    if len(query.targets) != 1 or len(query.from_) != 1:
        return None
    star, source = query.targets[0].expression, query.from_[0]
    if not isinstance(star, Star) or not isinstance(source, TableRef) or source.column_aliases:
        return None
    if star.qualifier:
        return None
    return (catalog if view.as_of is None else view.as_of).find_table(source.name.parts)


def without_star(text: str, columns: Sequence[str]) -> str:
    """Return a view with its columns in the place of the star.

    Args:
        text: The statement that makes it.
        columns: What the star stands for.
    """
    star = next(token for token in tokenize(text, PG) if token.text == "*")
    return f"{text[: star.start]}{', '.join(map(quoted, columns))}{text[star.end :]}"


def in_order(fates: Fates, item: Item) -> str:
    """Return what makes a view, with columns in place of a star that has them in another order.

    Args:
        fates: What becomes of each object.
        item: The view.
    """
    view = item.definition
    table = _table_under(fates.new.catalog, view) if isinstance(view, View) else None
    if table is None:
        return item.create
    owner = ("table", table.schema, table.name)
    before = fates.old.catalog.find_table((table.schema or "public", table.name))
    if before is None or owner in fates.fresh | fates.rebuilt:
        return item.create
    wanted = [column.name for column in table.columns]
    new = fates.fresh | fates.rebuilt | fates.gone
    kept = [c.name for c in before.columns if ("column", *owner[1:], c.name) not in new]
    there = [*kept, *(name for name in wanted if name not in kept)]
    return item.create if there == wanted else without_star(item.create, wanted)
