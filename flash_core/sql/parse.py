"""Text to syntax trees, whatever the engine.

The grammars are imported when they are first needed: a project on SQLite never
loads libpg_query.  No text makes these functions raise; whatever is wrong with
a statement becomes a diagnostic and the statements around it are still read.

Depends on: depth, engine, excerpt, placeholders, source, statements, syntax.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine

from .depth import deeply
from .excerpt import Excerpt, NotReadable
from .placeholders import Rewritten
from .source import Diagnostic
from .syntax import Call, Delete, Insert, Merge, Query, Update, Utility

if TYPE_CHECKING:
    from collections.abc import Callable

    from .source import SourceFile, Span
    from .syntax import Statement


def parse_statement(
    rewritten: Rewritten, engine: Engine
) -> tuple[Statement | None, list[Diagnostic]]:
    """Parse one statement of a query file.

    Args:
        rewritten: Its text, with numbered placeholders.
        engine: Whose grammar to use.

    Returns:
        The statement, and what is wrong with it; ``None`` when it cannot be read.

    Raises:
        FlashError: The engine's grammar is not installed.
    """
    excerpt = Excerpt(rewritten)
    try:
        excerpt.check_characters()
        statement = deeply(lambda: _reader(engine)(excerpt))
    except NotReadable as problem:
        return None, [excerpt.diagnose(problem)]
    except RecursionError:
        start = len(rewritten.sql) - len(rewritten.sql.lstrip())
        end = min(start + 1, len(rewritten.sql))
        depth = NotReadable("the statement is nested too deeply", start, end)
        return None, [excerpt.diagnose(depth)]
    if statement is None or _takes_parameters(statement):
        return statement, []
    for slot in rewritten.slots:
        return statement, [_no_parameters(statement, engine, rewritten.source, slot.spans[0])]
    return statement, []


def _takes_parameters(statement: Statement) -> bool:
    if isinstance(statement, Utility):
        return statement.query is not None
    return isinstance(statement, (Query, Insert, Update, Delete, Merge, Call))


_POSTGRESQL_INSTEAD: Final = {
    "SET": "write SELECT set_config('name', @value, false)",
    "NOTIFY": "write SELECT pg_notify('channel', @payload)",
}


def _no_parameters(
    statement: Statement, engine: Engine, source: SourceFile, span: Span
) -> Diagnostic:
    hint: str | None = None
    if engine is Engine.POSTGRESQL and isinstance(statement, Utility):
        hint = _POSTGRESQL_INSTEAD.get(statement.keyword)
    hint = hint or "only queries and data changes take parameters: write the value"
    state = "42000" if engine.family is Engine.MYSQL else "42601"
    return Diagnostic("parameters are not allowed in this statement", source, span, hint, state)


def parse_script(source: SourceFile, engine: Engine) -> tuple[list[Statement], list[Diagnostic]]:
    """Parse every statement of a schema or migration file.

    Args:
        source: The file.
        engine: Whose grammar to use.

    Returns:
        The statements that could be read, in order, and what is wrong with the others.

    Raises:
        FlashError: The engine's grammar is not installed.
    """
    from .statements import split_statements  # noqa: PLC0415 - query files need no splitting

    statements: list[Statement] = []
    diagnostics: list[Diagnostic] = []
    for region in split_statements(source, engine):
        text = source.text[region.start : region.end]
        if _is_rows(text, engine):
            statements.append(Utility("INSERT", span=region))
            continue
        statement, problems = parse_statement(Rewritten(source, region, text), engine)
        diagnostics += problems
        if statement is not None:
            statements.append(statement)
    return statements, diagnostics


_MANY_ROWS: Final = 20_000  # characters


def _is_rows(text: str, engine: Engine) -> bool:
    """Tell whether a statement is the data of a dump: much to read, and nothing to know."""
    dump = engine is not Engine.POSTGRESQL and len(text) > _MANY_ROWS
    return dump and text[:6].upper() == "INSERT"


@functools.cache
def _reader(engine: Engine) -> Callable[[Excerpt], Statement | None]:
    """Return what reads a statement of an engine, which is loaded when it is first asked for."""
    if engine is Engine.POSTGRESQL:
        from .postgres import read_statement  # noqa: PLC0415 - loads PostgreSQL's grammar

        return read_statement
    if engine is Engine.SQLITE:
        from .sqlite import read_statement as read_sqlite  # noqa: PLC0415 - loads SQLite's grammar

        return read_sqlite
    from .mysql import read_statement as read_mysql  # noqa: PLC0415 - loads MySQL's grammar

    return lambda excerpt: read_mysql(excerpt, engine)
