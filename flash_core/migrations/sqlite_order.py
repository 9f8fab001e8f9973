"""Which views and triggers of SQLite rely on the order of a table's columns.

ALTER TABLE puts a column that it adds behind all others, wherever the schema has it.  Whoever names
the columns does not mind; ``*``, and INSERT without a list of columns, mean something else then.

Depends on: catalog, engine, sql.lexer, sql.parse, sql.source, sql.syntax.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.catalog.text import names_in
from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.lexer import tokenize
from flash_core.sql.parse import parse_script
from flash_core.sql.source import SourceFile
from flash_core.sql.syntax.walk import children, descend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flash_core.catalog.model import Catalog, Table

    from .matching import Matching

_LITE: Final = Engine.SQLITE


def misplaced(match: Matching) -> dict[str, str]:
    """Return the tables for which adding and dropping columns does not do.

    Args:
        match: Two catalogs of SQLite.

    Returns:
        Names of tables in lower case, and of each what relies on the order of its columns.
    """
    forth = [new.name.lower() for old, new in match.tables() if not _falls_into_place(old, new)]
    back = [new.name.lower() for old, new in match.tables() if not _falls_into_place(new, old)]
    before = _reliant(match.old) if back else {}
    after = _reliant(match.new) if forth else {}
    return {name: before[name] for name in back if name in before} | {
        name: after[name] for name in forth if name in after
    }


def _reliant(catalog: Catalog) -> dict[str, str]:
    """Return the tables whose order of columns matters, and the first view or trigger it does to."""
    found: dict[str, str] = {}
    for view in catalog.views:
        for name in () if view.table else _by_position(view.query):
            found.setdefault(name, f"view {view.name}")
    for item in catalog.others:
        if item.about[:1] == ("trigger",):
            for name in _in_trigger(item.text):
                found.setdefault(name, f"trigger {item.about[1]}")
    return found


def _falls_into_place(old: Table, new: Table) -> bool:
    """Tell whether columns that are added behind those that stay are where they should be."""
    before, after = ([column.name.lower() for column in table.columns] for table in (old, new))
    kept = [name for name in before if name in after]
    return [*kept, *(name for name in after if name not in before)] == after


def _in_trigger(text: str) -> Iterator[str]:
    """Yield the tables in the body of a trigger by whose order of columns it goes."""
    tokens = [token for token in tokenize(text, _LITE) if token.significant]
    words = [token.text.upper() for token in tokens]
    # RAISE is known in triggers alone; as far as its arguments go it might be any function.
    parts = ["ABS" if word == "RAISE" else t.text for t, word in zip(tokens, words, strict=True)]
    start, end = words.index("BEGIN"), len(words) - 1 - words[::-1].index("END")
    when = words.index("WHEN") + 1 if "WHEN" in words[:start] else start
    condition = ["SELECT", *parts[when:start], ";"] if when < start else []
    statements, problems = parse_script(
        SourceFile("", " ".join([*condition, *parts[start + 1 : end]])), _LITE
    )
    for statement in statements:
        yield from _by_position(statement)
    if problems:  # what cannot be read may rely on anything that it names
        yield from names_in(text, _LITE)


def _by_position(node: syntax.Node) -> Iterator[str]:
    """Yield the tables of which a statement takes the columns as they come, in lower case."""
    unread = {id(found.query) for found in descend(node) if isinstance(found, syntax.Exists)}
    for found in descend(node):
        if isinstance(found, syntax.Insert) and not found.columns and found.source is not None:
            yield found.table.name.last.lower()
        elif isinstance(found, syntax.Select) and id(found) not in unread:
            yield from _starred(found)


def _starred(query: syntax.Select) -> Iterator[str]:
    """Yield the tables that stars among what a query selects stand for."""
    stars = [item.expression for item in query.targets if isinstance(item.expression, syntax.Star)]
    waiting: list[syntax.Node] = list(query.from_) if stars else []
    while waiting:
        item = waiting.pop()
        if isinstance(item, syntax.Join):
            waiting += children(item)
        elif isinstance(item, syntax.TableRef):
            called = (item.alias or item.name.last).lower()
            if any(not star.qualifier or star.qualifier[-1].lower() == called for star in stars):
                yield item.name.last.lower()
