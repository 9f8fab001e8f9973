"""What PostgreSQL refuses, Flash refuses: the same code and words, at the same place.

A file of ``tests/corpus/refused`` is a list of statements over its ``schema.sql``::

    -- 42703: column "nam" does not exist
    -- help: did you mean "name"?
    SELECT «nam» FROM users

First the SQLSTATE and the message, then the hint, then the statement with the marked
place that Flash underlines.  The server's position lies in it.  Where our words are
better than the server's, ``-- server:`` gives its own; where our place is better,
``-- place:`` says why.  ``-- also:`` is one more problem of the statement, which the
server never comes to.  A new case is a new block.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg.pq import DiagnosticField

from flash_core.analysis.query import analyse
from flash_core.engine import Engine
from flash_core.sql.placeholders import rewrite
from flash_core.sql.queries import read_queries
from flash_core.sql.source import Diagnostic, Severity, SourceFile

if TYPE_CHECKING:
    from flash_core.catalog.model import Catalog
    from tests.analysis.conftest import LoadCatalog

    Connection = psycopg.Connection[tuple[str, ...]]

_CORPUS = Path(__file__).parent.parent / "corpus" / "refused"
_FILES = sorted(file for file in _CORPUS.glob("*.sql") if file.stem != "schema")
_NOTE = re.compile(r"-- (\w+): (.*)")
_HEAD = "-- name: Q :exec\n"


@dataclass(frozen=True, slots=True)
class Case:
    """One block: ``place`` is the marked range of ``sql``, ``notes`` what stands above it."""

    line: int
    sqlstate: str
    message: str
    notes: tuple[tuple[str, str], ...]
    sql: str
    place: tuple[int, int]

    def noted(self, word: str) -> list[str]:
        return [text for name, text in self.notes if name == word]


def _read(file: Path) -> list[Case]:
    cases: list[Case] = []
    line = 1
    for block in file.read_text("utf-8").rstrip("\n").split("\n\n"):
        notes = [found.groups() for found in map(_NOTE.match, block.split("\n")) if found]
        sql = "\n".join(line for line in block.split("\n") if not _NOTE.match(line))
        start, end = sql.index("«"), sql.index("»") - 1
        sql = sql.replace("«", "").replace("»", "")
        (sqlstate, message), *rest = notes
        pairs = tuple((name, text) for name, text in rest)
        cases.append(Case(line, sqlstate, message, pairs, sql, (start, end)))
        line += block.count("\n") + 2
    return cases


def _problems(sql: str, catalog: Catalog) -> tuple[list[Diagnostic], str]:
    """Return our errors, and the statement as it is sent to the server."""
    source = SourceFile("queries.sql", f"{_HEAD}{sql}\n")
    (block,), problems = read_queries(source, Engine.POSTGRESQL)
    _, more = analyse(block, source, catalog)
    errors = [one for one in (*problems, *more) if one.severity is Severity.ERROR]
    return errors, rewrite(source, block.body, Engine.POSTGRESQL)[0].sql


def _wrong(case: Case, catalog: Catalog) -> list[str]:
    """Compare what we report with what the block says."""
    errors, _ = _problems(case.sql, catalog)
    main = [one for one in errors if (one.sqlstate, one.message) == (case.sqlstate, case.message)]
    if not main:
        return ["we say: " + "; ".join(f"{one.sqlstate} {one.message}" for one in errors)]
    found: list[str] = []
    place = main[0].span.start - len(_HEAD), main[0].span.end - len(_HEAD)
    if place != case.place:
        found.append(f"we underline {case.sql[slice(*place)]!r}")
    if (main[0].hint or "") != "".join(case.noted("help")):
        found.append(f"our hint: {main[0].hint}")
    also = [one.message for one in errors if one is not main[0]]
    if also != case.noted("also"):
        found.append(f"we also say: {also}")
    return found


def _differs(case: Case, connection: Connection, catalog: Catalog) -> list[str]:
    """Compare what the server reports with what the block says."""
    sql = _problems(case.sql, catalog)[1].encode()
    result = connection.pgconn.prepare(b"", sql)
    if not result.error_message:  # a few things are only found out by planning
        result = connection.pgconn.exec_(b"EXPLAIN (GENERIC_PLAN) " + sql)
    if not result.error_message:
        return ["the server accepts it"]

    def part(field: DiagnosticField) -> str:
        return (result.error_field(field) or b"").decode()

    found: list[str] = []
    message = (case.noted("server") or [case.message])[0]
    theirs = part(DiagnosticField.SQLSTATE), part(DiagnosticField.MESSAGE_PRIMARY)
    if theirs != (case.sqlstate, message):
        found.append(f"the server says: {theirs}")
    position = part(DiagnosticField.STATEMENT_POSITION)
    start, end = case.place
    inside = not position or start <= int(position) - 1 < max(end, start + 1)
    if inside == bool(case.noted("place")):
        found.append(f"the server points at {case.sql[int(position or 1) - 1 :]!r}")
    return found


@pytest.mark.parametrize("file", _FILES, ids=[file.stem for file in _FILES])
def test_what_postgresql_refuses_is_refused_in_its_words_at_its_place(
    file: Path, postgresql_url: str, load_catalog: LoadCatalog
) -> None:
    schema = (_CORPUS / "schema.sql").read_text("utf-8")
    catalog = load_catalog(schema, Engine.POSTGRESQL)
    found: list[str] = []
    with psycopg.connect(postgresql_url, autocommit=True) as connection:
        connection.execute(schema.encode())
        for case in _read(file):
            wrong = [*_wrong(case, catalog), *_differs(case, connection, catalog)]
            if wrong:
                found.append("\n  ".join([f"{file.name}:{case.line} {case.sql}", *wrong]))
    assert not found, "\n\n".join(found)
