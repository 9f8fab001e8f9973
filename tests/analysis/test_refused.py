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

from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg.pq import DiagnosticField

from flash_core.engine import Engine
from tests.analysis.refused_cases import problems_of, read_cases, what_is_wrong

if TYPE_CHECKING:
    from flash_core.catalog.model import Catalog
    from tests.analysis.conftest import LoadCatalog
    from tests.analysis.refused_cases import Case

    Connection = psycopg.Connection[tuple[str, ...]]

_CORPUS = Path(__file__).parent.parent / "corpus" / "refused"
_FILES = sorted(file for file in _CORPUS.glob("*.sql") if file.stem != "schema")


def _differs(case: Case, connection: Connection, catalog: Catalog) -> list[str]:
    """Compare what the server reports with what the block says."""
    sql = problems_of(case.sql, catalog)[1].encode()
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
        for case in read_cases(file):
            wrong = [*what_is_wrong(case, catalog), *_differs(case, connection, catalog)]
            if wrong:
                found.append("\n  ".join([f"{file.name}:{case.line} {case.sql}", *wrong]))
    assert not found, "\n\n".join(found)
