"""``*`` and the columns of a bare INSERT written out, in the text that is sent.

A schema file lists columns in one order, and a database that grew by ALTER TABLE
may hold them in another; a column may also be added while older programs run.
Rows are read and written by position, so every ``*`` is replaced by the names it
stood for when the query was compiled, and an INSERT without a column list gets one.

Depends on: catalog.identifiers, relation, context.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from flash_core.catalog.identifiers import quote, quote_list
from flash_core.sql.source import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flash_core.sql.placeholders import Rewritten
    from flash_core.sql.syntax import Insert, Star

    from .context import Scope
    from .relation import Relation


_EMPTY_LIST: Final = re.compile(r"\s*\(\s*\)")


def spell_out(node: Star, found: Sequence[tuple[str, Relation, int]], scope: Scope) -> None:
    """Remember what to write for a ``*``; nothing, where its columns cannot be told apart by name."""
    context = scope.context
    engine = context.catalog.engine
    fold = context.catalog.fold
    # Bare names would become ambiguous when the other table gets a column of the same name.
    alone = len({id(reached.relation) for reached in scope.namespace.columns}) == 1
    shared = _repeated([fold(reached.name) for reached in scope.namespace.columns])
    written: list[str] = []
    for name, relation, _ in found:
        column = quote(name, engine)
        if node.qualifier:
            column = ".".join([*(quote(part, engine) for part in node.qualifier), column])
        elif relation.name and not alone:
            column = f"{quote(relation.name, engine)}.{column}"
        elif fold(name) in shared:
            return  # merged by USING, so without a table, and another column is called so too
        written.append(column)
    twice = _repeated([fold(column) for column in written])
    if written and not twice and all(map(_is_named, found)):
        context.written_out[node.span] = ", ".join(written)


def _repeated(names: Sequence[str]) -> set[str]:
    """Return the names that come more than once."""
    if len(set(names)) == len(names):
        return set()
    return {name for name, count in Counter(names).items() if count > 1}


def _is_named(found: tuple[str, Relation, int]) -> bool:
    """Tell whether a column has a name that a reference can rely on.

    An expression that lends its text may be called otherwise by the next release of the
    server, or because a ``*`` inside it is written out too.
    """
    name, relation, index = found
    origin = relation.columns[index].origin
    return name.isidentifier() or (origin is not None and origin.column == name)


def name_columns(insert: Insert, names: Sequence[str], scope: Scope) -> None:
    """Remember the column list to write into an INSERT that has none."""
    if names and not insert.columns and insert.table.alias is None:
        end = insert.table.span.end
        columns = quote_list(names, scope.context.catalog.engine)
        empty = _EMPTY_LIST.match(scope.context.source.text, end)
        if empty is None:
            scope.context.written_out[Span(end, end)] = f" {columns}"
        else:  # MySQL takes () for no list
            inside = empty.end() - 1
            scope.context.written_out[Span(inside, inside)] = columns[1:-1]


def write_out(rewritten: Rewritten, written_out: Mapping[Span, str]) -> str:
    """Return the text to send.

    Args:
        rewritten: The query.
        written_out: What to write at each span of the user's file.
    """
    sql = rewritten.sql
    for span in sorted(written_out, reverse=True):
        place = rewritten.to_rewritten(span)
        # Some grammars imply a star that nobody wrote: TABLE users, x IN users.
        if place.start == place.end or sql[place.start : place.end].endswith("*"):
            sql = sql[: place.start] + written_out[span] + sql[place.end :]
    return sql
