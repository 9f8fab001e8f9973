"""Views of all columns of tables: ``SELECT * FROM t``, and what the star stands for.

PostgreSQL puts a column that is added behind the others, wherever the schema has it.  A star would
have them in that order from then on, so that the columns are written out instead.

Depends on: catalog, sql.lexer, postgres_items, postgres_star_columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.catalog.model import View
from flash_core.sql.lexer import tokenize

from .postgres_items import PG, Item, column_key, quoted
from .postgres_star_columns import stars_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flash_core.catalog.model import Catalog
    from flash_core.sql.token import Token

    from .postgres_fates import Fates
    from .postgres_items import Key
    from .postgres_star_columns import Starred

_BEFORE: Final = frozenset({"SELECT", "ALL", "DISTINCT", ",", "."})
_AFTER: Final = frozenset({"FROM", ","})  # where DISTINCT ON (…) may be before it


def without_stars(catalog: Catalog, view: View, text: str) -> str | None:
    """Return a view with its columns in the place of stars; ``None`` where that cannot be told.

    Args:
        catalog: The schema.
        view: One of its views.
        text: The statement that makes it.
    """
    if "*" not in text or (stars := stars_of(catalog, view)) is None or not stars.found:
        return None
    tokens = _tokens(text)
    if len(stars.found) != len(tokens):
        return None
    for token, star in reversed(list(zip(tokens, stars.found, strict=True))):
        text = f"{text[: token.start]}{_listed(star)}{text[token.end :]}"
    return text


def _listed(each: Starred) -> str:
    """Return the columns of a star, without what qualifies the first where that is written."""
    if each.star.qualifier:
        between = f", {quoted(each.star.qualifier[-1])}."
        return between.join(quoted(column) for _, column in each.columns)
    return ", ".join(
        quoted(column) if each.plain or not table else f"{quoted(table)}.{quoted(column)}"
        for table, column in each.columns
    )


def _tokens(text: str) -> list[Token]:
    """Return the stars of a text that stand for columns: nothing is multiplied."""
    tokens = [token for token in tokenize(text, PG) if token.significant]
    around = zip(tokens, tokens[1:], [*tokens[2:], None], strict=False)
    return [
        token
        for before, token, after in around
        if token.text == "*"
        and (
            before.text.upper() in _BEFORE
            or (before.text == ")" and after is not None and after.text.upper() in _AFTER)
        )
    ]


def in_order(fates: Fates, item: Item, renamed: Mapping[Key, Item] | None = None) -> str:
    """Return what makes a view, with columns in place of stars that have them in another order.

    Args:
        fates: What becomes of each object.
        item: The view.
        renamed: Objects as they were before the renames, which the view is to be made with.
    """
    renamed = renamed or {}
    made, view = renamed.get(item.key, item), item.definition
    if not isinstance(view, View) or not item.listed:
        return made.create
    stars = stars_of(fates.new.catalog, view)
    names = {was.key: key for key, was in renamed.items()}
    for path, columns in stars.tables.items() if stars else ():
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
    if fates.goes(owner) or fates.comes(owner):
        return True
    keys = [("column", *owner[1:], column.name) for column in before.columns]
    if any(key in fates.gone and key in fates.left_to_stayers for key in keys):
        return False  # it goes after what stays and needs it no more has been replaced
    kept = [key[3] for key in keys if not (fates.goes(key) or fates.comes(key))]
    return [*kept, *(name for name in wanted if name not in kept)] == list(wanted)
