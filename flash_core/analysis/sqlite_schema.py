"""SQLite's own word on a schema: its statements are run in an empty database in memory.

Nothing else than definitions is run, and the order of a schema's files does not matter: what
fails waits until the others have been run.

Depends on: catalog.model, catalog.render, sql.lexer, sql.source, sql.syntax.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.catalog.render import create_schema
from flash_core.engine import Engine
from flash_core.sql.lexer import tokenize
from flash_core.sql.source import Diagnostic, Severity, Span
from flash_core.sql.syntax import CreateTable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeAlias

    from flash_core.catalog.model import Catalog
    from flash_core.sql.source import SourceFile
    from flash_core.sql.syntax import Statement

    Located: TypeAlias = tuple[SourceFile, Statement]

# What an application brings to the library, or another build of it has.
_NOT_OURS: Final = re.compile(
    "no such (module|collation|function|tokenizer)|(unknown|error in) tokenizer|vtable constructor",
    re.IGNORECASE,
)
_ECHO: Final = re.compile("no such (table|column|index|view|trigger)|error in ", re.IGNORECASE)
_DEFINITION: Final = re.compile(r"(CREATE|ALTER|DROP)\b", re.IGNORECASE)
# Words of messages that tell no place, though they stand in statements, too.
_PLAIN: Final = frozenset(
    {"a", "add", "column", "create", "index", "on", "table", "trigger", "view"}
)
_STRICT: Final = "a STRICT table has columns of INT, INTEGER, REAL, TEXT, BLOB or ANY"
_COPY: Final = "make a new table and copy the rows"
_HINTS: Final = {
    "missing datatype": _STRICT,
    "unknown datatype": _STRICT,
    "Cannot add a": _COPY,
    "non-deterministic functions": "index what is stored: a column, or what is computed from it alone",
    "subqueries prohibited": "write a condition over the row alone",
    "cannot create INSTEAD OF trigger": "write BEFORE or AFTER: INSTEAD OF is for views",
    "cannot create": "write INSTEAD OF: the other triggers are for tables",
}  # fmt: skip


def check_schema(catalog: Catalog, statements: Sequence[Located]) -> Iterator[Diagnostic]:
    """Yield what SQLite has against a schema that has no error so far.

    Args:
        catalog: The schema, of SQLite.
        statements: What it was built from, each with its file.
    """
    refused = _refused(catalog, statements)
    # What is missing because of a module that only the application has is not missing there.
    blind = any(_NOT_OURS.search(message) for _, _, message in refused)
    for source, statement, message in refused:
        if _NOT_OURS.search(message) or (blind and _ECHO.match(message)):
            continue
        hint = next((hint for words, hint in _HINTS.items() if message.startswith(words)), None)
        yield Diagnostic(message, source, _place(message, source, statement, catalog), hint)


def say_as_sqlite(
    problems: Sequence[Diagnostic], catalog: Catalog, statements: Sequence[Located]
) -> list[Diagnostic]:
    """Return the errors of a schema in SQLite's words, where SQLite refuses the same statement."""
    if all(one.severity is not Severity.ERROR for one in problems):
        return list(problems)
    refused = _refused(catalog, statements)
    return [_said(problem, refused) for problem in problems]


def _said(problem: Diagnostic, refused: Sequence[tuple[SourceFile, Statement, str]]) -> Diagnostic:
    if problem.severity is not Severity.ERROR:
        return problem
    for source, statement, message in refused:
        span = statement.span
        if source is problem.source and span.start <= problem.span.start < span.end:
            if message.startswith("error in ") or _NOT_OURS.search(message):
                return problem
            hint = None if message.startswith("use DROP") else problem.hint
            return replace(problem, message=message, hint=hint)
    return problem


def _refused(
    catalog: Catalog, statements: Sequence[Located]
) -> list[tuple[SourceFile, Statement, str]]:
    """Return the statements that SQLite refuses whatever is run before them, and its messages."""
    waiting = [
        (source, statement, text)
        for source, statement in statements
        if _DEFINITION.match(text := source.text[statement.span.start : statement.span.end])
    ]
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
        for schema in catalog.schemas:
            database.execute(create_schema(schema, Engine.SQLITE))
        while True:
            refused: list[tuple[SourceFile, Statement, str]] = []
            again: list[tuple[SourceFile, Statement, str]] = []
            for source, statement, text in waiting:
                try:
                    database.execute(text)
                except (sqlite3.Error, sqlite3.Warning) as error:
                    refused.append((source, statement, str(error)))
                    again.append((source, statement, text))
            if len(again) in {0, len(waiting)}:
                return refused
            waiting = again


def _place(message: str, source: SourceFile, statement: Statement, catalog: Catalog) -> Span:
    """Return the column that a message names, or else the name that is defined."""
    words: list[str] = re.findall(r"\w+", message)
    if isinstance(statement, CreateTable):
        table = catalog.find_table(statement.name.parts)
        for column in () if table is None else table.columns:
            if column.name in words and column.origin is not None:
                return column.origin.span
        return statement.name.span
    start = statement.span.start
    tokens = tokenize(source.text[start : statement.span.end], Engine.SQLITE)
    for word in reversed(words):
        for token in () if word.lower() in _PLAIN else tokens:
            if token.text.strip("\"`[]'").lower() == word.lower():
                return Span(start + token.start, start + token.end)
    return Span(start, start + tokens[0].end)
