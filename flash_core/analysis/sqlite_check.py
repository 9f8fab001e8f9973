"""SQLite's own word on a query: every one is prepared on an empty copy of the schema.

What SQLite rejects although we did not becomes an error with SQLite's message,
and the names of result columns are those that SQLite gives.  Nothing of the user's
is touched: the copy lives in memory, once per catalog.

Depends on: catalog.render, context, sql.placeholders.
"""

from __future__ import annotations

import re
import sqlite3
import weakref
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from flash_core.catalog.render import render
from flash_core.engine import Engine
from flash_core.sql.lexer import TokenKind, tokenize
from flash_core.sql.source import Span
from flash_core.sql.syntax import Delete, Insert, Query, Update
from flash_core.types.sqlite_storage import storage_classes

if TYPE_CHECKING:
    from flash_core.sql.placeholders import Rewritten
    from flash_core.sql.syntax import Statement

    from .context import Context
    from .model import Column
    from .workspace import Workspace

_STEPS: Final = 20_000  # a recursive query over no rows ends long before
_WORD_IN_MESSAGE: Final = re.compile(
    r'near "(?P<near>.+)": syntax error|(?:column|table|function|name):? (?P<word>[\w.]+)'
)
# Problems of the library that is linked here, not of the query.
_NOT_OURS: Final = ("no such module", "no such collation", "no such function: regexp")


def ask_sqlite(
    statement: Statement,
    rewritten: Rewritten,
    sent: str,
    columns: tuple[Column, ...],
    context: Context,
) -> tuple[Column, ...]:
    """Let SQLite prepare a query.

    Args:
        statement: The query, parsed.
        rewritten: Its text.
        sent: The text that is sent, with every ``*`` written out.
        columns: Its columns as we see them.
        context: Where to report what SQLite rejects.

    Returns:
        The columns under the names that SQLite gives them.
    """
    if isinstance(statement, Insert | Update):
        columns = tuple(map(_returned, columns))
    database = _database(context.workspace)
    if database is None:
        return columns
    values = [0] * _highest_parameter(rewritten.sql)
    try:
        database.execute(f"EXPLAIN {rewritten.sql}", values).close()
    except sqlite3.Error as error:
        _report(str(error), rewritten, context)
        return columns
    probe = _probe(statement, sent) if columns else None
    names = _names(database, probe) if probe is not None else None
    if names is None or len(names) != len(columns):
        return columns
    return tuple(replace(column, name=name) for column, name in zip(columns, names, strict=True))


def _returned(column: Column) -> Column:
    """Return a column of RETURNING: SQLite shows a whole number in a REAL column as integer."""
    return replace(column, integral=storage_classes(column.type) == {"REAL"})


def _database(workspace: Workspace) -> sqlite3.Connection | None:
    if workspace.database is None and not workspace.database_failed:
        database = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        try:
            database.executescript(render(workspace.catalog))
        except sqlite3.Error:
            # the schema's own problems are reported with the schema
            database.close()
            workspace.database_failed = True
        else:
            workspace.database = database
            weakref.finalize(workspace, database.close)
    return workspace.database


def _probe(statement: Statement, sent: str) -> str | None:
    """Return a query with the same result columns that changes nothing."""
    if isinstance(statement, Query):
        return sent
    if not isinstance(statement, Insert | Update | Delete):
        return None
    tokens = [t for t in tokenize(sent, Engine.SQLITE) if t.significant]
    starts = [t.end for t in tokens if t.text.upper() == "RETURNING"]
    if not starts:
        return None
    table = ".".join('"' + part.replace('"', '""') + '"' for part in statement.table.name.parts)
    return f"SELECT {sent[starts[-1] :]} FROM {table} LIMIT 0"  # noqa: S608 - the user's own SQL, over an empty database in memory


def _highest_parameter(sql: str) -> int:
    """Return how many values a text with ``?n`` needs."""
    tokens = tokenize(sql, Engine.SQLITE)
    numbers = [t.text[1:] for t in tokens if t.kind is TokenKind.PARAMETER]
    return max((int(number) for number in numbers if number.isdecimal()), default=0)


def _names(database: sqlite3.Connection, sql: str) -> list[str] | None:
    """Return the names of the result's columns by running the query over no rows."""
    steps = 0

    def give_up() -> int:
        nonlocal steps
        steps += 1
        return int(steps > 1)

    database.set_progress_handler(give_up, _STEPS)
    database.execute("BEGIN")
    try:
        cursor = database.execute(sql, [0] * _highest_parameter(sql))
        names = [str(item[0]) for item in cursor.description or ()]
        cursor.close()
    except sqlite3.Error:
        return None  # a constraint, or a query that would not end
    finally:
        database.set_progress_handler(None, 0)
        if database.in_transaction:
            database.execute("ROLLBACK")
    return names


def _report(message: str, rewritten: Rewritten, context: Context) -> None:
    if message.startswith(_NOT_OURS):
        return
    context.error(_span(message, rewritten, context), message)


def _span(message: str, rewritten: Rewritten, context: Context) -> Span:
    """Return the word that SQLite complains about, or the statement's first word."""
    tokens = [t for t in tokenize(rewritten.sql, context.catalog.engine) if t.significant]
    found = _WORD_IN_MESSAGE.search(message)
    word = (found["near"] or found["word"].rpartition(".")[2]) if found else None
    for token in tokens:
        if word is not None and token.text.lower() == word.lower():
            return rewritten.to_source(Span(token.start, token.end))
    first = tokens[0] if tokens else None
    if first is None:
        return rewritten.region
    return rewritten.to_source(Span(first.start, first.end))
