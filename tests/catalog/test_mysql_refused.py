"""What MariaDB refuses of a schema file, Flash refuses: the same code and words, at its place.

The blocks of ``tests/corpus/refused-schemas-mysql`` are as those of ``tests/corpus/refused``;
each is a file of its own, to which the tables of ``schema.sql`` there are added in front.
Of a syntax error the server quotes the rest of the statement, which begins at the place that
Flash underlines.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pymysql
import pytest

from flash_core.analysis.mysql_schema import check_schema
from flash_core.catalog.build import build
from flash_core.engine import Engine
from flash_core.sql.parse import parse_script
from flash_core.sql.source import Severity, SourceFile
from flash_core.sql.statements import split_statements
from tests.analysis.mysql_metadata import sqlstate
from tests.analysis.refused_cases import read_cases

if TYPE_CHECKING:
    from flash_core.sql.source import Diagnostic
    from tests.analysis.mysql_metadata import Connection
    from tests.analysis.refused_cases import Case

_CORPUS = Path(__file__).parent.parent / "corpus" / "refused-schemas-mysql"
_FILES = sorted(file for file in _CORPUS.glob("*.sql") if file.stem != "schema")
_SYNTAX = re.compile(r"(?s)You have an error in your SQL syntax; .* near '(.*)' at line \d+")


def _connect(url: str) -> Connection:
    parts = urlsplit(url)
    return pymysql.connect(
        host=parts.hostname or "127.0.0.1",
        port=parts.port or 3306,
        user=parts.username or "root",
        password=parts.password or "",
    )


def _problems(text: str) -> list[Diagnostic]:
    """Return our errors."""
    source = SourceFile("schema.sql", text)
    statements, problems = parse_script(source, Engine.MARIADB)
    catalog, more = build([(source, statement) for statement in statements], Engine.MARIADB)
    if not problems and not more:
        more += check_schema(catalog)
    return [one for one in (*problems, *more) if one.severity is Severity.ERROR]


def _complaints(connection: Connection, database: str, text: str) -> list[tuple[str, str]]:
    """Return SQLSTATE and message of every statement that the server refuses."""
    found: list[tuple[str, str]] = []
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE OR REPLACE DATABASE {database} CHARACTER SET utf8mb4")
        cursor.execute(f"USE {database}")
        for span in split_statements(SourceFile("schema.sql", text), Engine.MARIADB):
            try:
                cursor.execute(text[span.start : span.end])
            except pymysql.MySQLError as error:
                message = str(error.args[1])
                state = sqlstate(connection, message)
                found.append((state, re.sub(rf"`{database}`\.|{database}\.", "", message)))
    return found


def _differs(case: Case, theirs: list[tuple[str, str]]) -> list[str]:
    """Compare what the server reports with what the block says."""
    if not theirs:
        return ["the server accepts it"]
    found = _SYNTAX.fullmatch(theirs[0][1])
    if found is not None:
        start = case.sql.rindex(found[1]) if found[1] else len(case.sql)
        low, high = case.place
        near = low <= start <= high if low == high else low <= start < high
        return [] if near or case.noted("place") else [f"the server points at {found[1]!r}"]
    stated = [(case.sqlstate, (case.noted("server") or [case.message])[0])]
    if theirs[:1] != stated or [message for _, message in theirs[1:]] != case.noted("also"):
        return [f"the server says: {theirs}"]
    return []


def _what_is_wrong(case: Case, schema: str) -> list[str]:
    """Compare what we report with what the block says."""
    errors = _problems(schema + case.sql)
    if not errors or (errors[0].sqlstate, errors[0].message) != (case.sqlstate, case.message):
        return ["we say: " + "; ".join(f"{one.sqlstate} {one.message}" for one in errors)]
    found: list[str] = []
    place = errors[0].span.start - len(schema), errors[0].span.end - len(schema)
    if place != case.place:
        found.append(f"we underline {case.sql[slice(*place)]!r}")
    if (errors[0].hint or "") != "".join(case.noted("help")):
        found.append(f"our hint: {errors[0].hint}")
    also = [one.message for one in errors[1:]]
    if also != case.noted("also"):
        found.append(f"we also say: {also}")
    return found


@pytest.mark.parametrize("file", _FILES, ids=[file.stem for file in _FILES])
def test_what_mariadb_refuses_in_a_schema_is_refused_in_its_words_at_its_place(
    file: Path, mysql_url: str
) -> None:
    schema = (_CORPUS / "schema.sql").read_text("utf-8")
    database = mysql_url.rpartition("/")[2]
    found: list[str] = []
    with _connect(mysql_url) as connection:
        for case in read_cases(file):
            theirs = _complaints(connection, database, schema + case.sql)
            if wrong := [*_what_is_wrong(case, schema), *_differs(case, theirs)]:
                found.append("\n  ".join([f"{file.name}:{case.line} {case.sql}", *wrong]))
    assert not found, "\n\n".join(found)
