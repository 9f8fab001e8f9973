"""SQLite's own word on a query: every one is prepared on an empty copy of the schema.

What SQLite rejects although we did not becomes an error with SQLite's message,
and the names of result columns are those that SQLite gives.  Nothing of the user's
is touched: the copy lives in memory, once per catalog.

Depends on: catalog.render, context, sql.placeholders, sqlite_hints.
"""

from __future__ import annotations

import re
import sqlite3
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.catalog.render import render
from flash_core.engine import Engine
from flash_core.sql.lexer import TokenKind, tokenize
from flash_core.sql.source import Severity, Span
from flash_core.sql.syntax import Delete, Insert, Query, RowLiteral, Update
from flash_core.sql.syntax.walk import children
from flash_core.types.sqlite_storage import SEPARATOR, affinity, storage_classes, union

from .sqlite_hints import hint as hint_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flash_core.sql.placeholders import Rewritten
    from flash_core.sql.source import Diagnostic
    from flash_core.sql.syntax import Node, Statement

    from .context import Context
    from .model import Column
    from .workspace import Workspace

_STEPS: Final = 20_000  # a recursive query over no rows ends long before
# What a message is about: the words to look for in the statement, in order.
_ABOUT: Final = (
    (r'near "(.+)": syntax error', (r"\1",)),
    (r'unrecognized token: "(.+)"', (r"\1",)),
    (r"unknown join type: (.+)", (r"\1",)),
    (r"cannot modify (\S+) because", (r"\1",)),
    (r'generated column "(\w+)"', (r"\1",)),
    (r"columns assigned", ("SET",)),
    (r"ON CONFLICT clause", ("ON CONFLICT",)),
    (r"a (NATURAL) join", (r"\1",)),
    (r"reference to (\w+) in USING", (r"\1",)),
    (r"^(DISTINCT|FILTER|HAVING|RANGE)\b", (r"\1",)),
    (r"unsupported frame", ("ROWS", "RANGE", "GROUPS")),
    (r"(ORDER|GROUP) BY", (r"\1 BY",)),
    (r"IN\(", ("IN",)),
    (r"(\w+)\(\)", (r"\1",)),
    (r"(?:column|table|function|name|index|reference|sequence):? (?:\w+\.)*(\w+)", (r"\1",)),
)
# Problems of the library that is linked here, not of the query.
_NOT_OURS: Final = ("no such module", "no such collation", "no such function: regexp")
_EXPLAINS: Final = re.compile(r"(\s|--.*\n|/\*(?s:.*?)\*/)*EXPLAIN\b", re.IGNORECASE)
_TERM: Final = re.compile(r"(\d+)\w\w ORDER BY term does not match")
_NAMES_ONE: Final = re.compile(r"no such \w+: |multiple references|cannot modify ")
_MISSING: Final = re.compile(r"no such function: (\w+)")


def ask_sqlite(
    statement: Statement,
    rewritten: Rewritten,
    sent: str,
    columns: tuple[Column, ...],
    context: Context,
) -> tuple[str, tuple[Column, ...]]:
    """Let SQLite prepare a query.

    Args:
        statement: The query, parsed.
        rewritten: Its text.
        sent: The text that is sent, with every ``*`` written out.
        columns: Its columns as we see them.
        context: Where to report what SQLite rejects.

    Returns:
        The text to send, with ``*`` where SQLite cannot tell the columns apart by name, and the
        columns under the names that SQLite gives them.
    """
    if isinstance(statement, Insert | Update | Delete):
        columns = _returned(statement, columns, context.workspace)
    database = _database(context.workspace)
    if database is None:
        return sent, columns
    if (problem := _refusal(database, rewritten.sql)) is not None:
        _report(problem, statement, rewritten, context)
        return sent, columns
    if sent != rewritten.sql and _refusal(database, sent) is not None:
        sent = rewritten.sql
    probe = _probe(statement, sent) if columns else None
    names = _names(database, probe) if probe is not None else None
    if names is None or len(names) != len(columns):
        return sent, columns
    named = zip(columns, names, strict=True)
    return sent, tuple(replace(column, name=name) for column, name in named)


def _refusal(database: sqlite3.Connection, sql: str) -> str | None:
    """Return why SQLite does not prepare a text, or ``None``."""
    explained = sql if _EXPLAINS.match(sql) else f"EXPLAIN {sql}"
    try:
        database.execute(explained, [0] * _highest_parameter(sql)).close()
    except sqlite3.Error as error:
        return str(error)
    return None


def _returned(
    statement: Insert | Update | Delete, columns: tuple[Column, ...], workspace: Workspace
) -> tuple[Column, ...]:
    """Return the columns of RETURNING as SQLite sends their numbers.

    A whole number in a REAL column comes as it is stored, as an integer.  And every column
    gets the affinity of the table's first one (until SQLite 3.41): behind a REAL one, all
    integers come as reals.
    """
    loose = set[str]() if isinstance(statement, Delete) else {"REAL"}
    table = workspace.find_table(statement.table.name.parts)
    first = None if table is None else table.columns[0].type
    if table is None or (first is not None and affinity(" ".join(first.parts)) == "REAL"):
        loose.add("INTEGER")
    return tuple(_loosened(column, loose) for column in columns)


def _loosened(column: Column, loose: set[str]) -> Column:
    """Return a column that holds numbers which may come as the other kind, and says so."""
    classes = storage_classes(column.type)
    if SEPARATOR not in column.type.name:
        return replace(column, loose=bool(classes & loose))
    if "REAL" in classes & loose:  # an affinity is for columns alone, which hold no such union
        return replace(column, type=union({*classes, "INTEGER"}))
    return column


def say_as_sqlite(rewritten: Rewritten, context: Context) -> None:
    """Say the only error of a query in SQLite's words, if SQLite refuses the query too."""
    errors = [one for one in context.diagnostics if one.severity is Severity.ERROR]
    database = _database(context.workspace)
    refusal = None if database is None or len(errors) > 1 else _refusal(database, rewritten.sql)
    if refusal is not None and not _is_of_the_library(refusal):
        place = context.diagnostics.index(errors[0])
        context.diagnostics[place] = _said(errors[0], refusal, rewritten, context)


def _said(ours: Diagnostic, message: str, rewritten: Rewritten, context: Context) -> Diagnostic:
    """Return our error with SQLite's message, at its place if it is about something else."""
    if message == ours.message:
        return replace(ours, hint=ours.hint or hint_of(message))
    marked = context.source.text[ours.span.start : ours.span.end].lower()
    about = _about(message, rewritten, context)
    elsewhere = not any(words.lower() in marked for words in _complaints(message))
    if about is None or not (elsewhere and _NAMES_ONE.match(message)):
        return replace(ours, message=message, hint=ours.hint or hint_of(message))
    return replace(ours, message=message, span=about, hint=_hint(message, context))


def _is_of_the_library(message: str) -> bool:
    return message.lower().startswith(_NOT_OURS)


class _Copy(sqlite3.Connection):
    """A database that is closed with the last reference to it."""

    def __del__(self) -> None:
        """Close it: Python 3.13 warns where only memory is freed."""
        self.close()


def _database(workspace: Workspace) -> sqlite3.Connection | None:
    if workspace.database is None and not workspace.database_failed:
        database = sqlite3.connect(
            ":memory:", isolation_level=None, check_same_thread=False, factory=_Copy
        )
        try:
            database.executescript(render(workspace.catalog))
        except sqlite3.Error:
            # the schema's own problems are reported with the schema
            database.close()
            workspace.database_failed = True
        else:
            workspace.database = database
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


def _report(message: str, statement: Statement, rewritten: Rewritten, context: Context) -> None:
    if _is_of_the_library(message):
        return
    span = _span(message, statement, rewritten, context)
    context.error(span, message, hint=_hint(message, context))


def _hint(message: str, context: Context) -> str | None:
    missing = _MISSING.fullmatch(message)
    if missing is not None:
        return context.dialect.function_hint(missing[1], known=False)
    return hint_of(message)


def _span(message: str, statement: Statement, rewritten: Rewritten, context: Context) -> Span:
    """Return the words that SQLite complains about, or the statement's first one."""
    if message == "row value misused" and (row := _first_row(statement)) is not None:
        return row.span
    term = _TERM.match(message)
    if term is not None and isinstance(statement, Query):
        for item in statement.order_by[int(term[1]) - 1 : int(term[1])]:
            return item.span
    found = _about(message, rewritten, context)
    if found is not None:
        return found
    first = next((t for t in tokenize(rewritten.sql, Engine.SQLITE) if t.significant), None)
    if first is None:
        return rewritten.region
    return rewritten.to_source(Span(first.start, first.end))


def _about(message: str, rewritten: Rewritten, context: Context) -> Span | None:
    """Return where the words stand that a message is about."""
    tokens = [t for t in tokenize(rewritten.sql, context.catalog.engine) if t.significant]
    texts = [token.text.lower() for token in tokens]
    for words in _complaints(message):
        wanted = words.lower().split()
        for place in range(len(tokens) - len(wanted) + 1):
            if texts[place : place + len(wanted)] == wanted:
                last = tokens[place + len(wanted) - 1]
                return rewritten.to_source(Span(tokens[place].start, last.end))
    return None


def _complaints(message: str) -> Iterator[str]:
    """Yield the words that a message is about, the likeliest first."""
    for pattern, words in _ABOUT:
        if found := re.search(pattern, message):
            yield from (found.expand(word) for word in words)


def _first_row(node: Node) -> RowLiteral | None:
    """Return the first row value below a node."""
    for child in children(node):
        found = child if isinstance(child, RowLiteral) else _first_row(child)
        if found is not None:
            return found
    return None
