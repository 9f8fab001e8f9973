"""What MariaDB refuses, Flash refuses: the same code and words, at the same place.

The blocks of ``tests/corpus/refused-mysql`` are as those of ``tests/corpus/refused``.  The
server names the database, which we do not know: it is left out of its words.  Of a syntax
error it quotes the rest of the statement, which begins at the place that Flash underlines.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pymysql
import pytest
from pymysql.constants import CLIENT

from flash_core.engine import Engine
from tests.analysis.mysql_metadata import prepare
from tests.analysis.refused_cases import problems_of, read_cases, what_is_wrong

if TYPE_CHECKING:
    from flash_core.catalog.model import Catalog
    from tests.analysis.conftest import LoadCatalog
    from tests.analysis.refused_cases import Case

    Connection = pymysql.Connection[Any]  # whatever its cursors return

_CORPUS = Path(__file__).parent.parent / "corpus" / "refused-mysql"
_FILES = sorted(file for file in _CORPUS.glob("*.sql") if file.stem != "schema")
_SYNTAX = re.compile(r"(?s)You have an error in your SQL syntax; .* near '(.*)' at line \d+")


def _connect(url: str) -> Connection:
    parts = urlsplit(url)
    return pymysql.connect(
        host=parts.hostname or "127.0.0.1",
        port=parts.port or 3306,
        user=parts.username or "root",
        password=parts.password or "",
        database=parts.path.strip("/"),
        autocommit=False,
        client_flag=CLIENT.MULTI_STATEMENTS,
    )


def _define(connection: Connection, schema: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(schema)
        while cursor.nextset():
            pass
    connection.commit()  # of each case nothing stays


def _complaint(connection: Connection, sql: str) -> tuple[str, str] | None:
    """Return SQLSTATE and message of a statement that is prepared, or else run and undone."""
    with connection.cursor() as cursor:
        try:
            prepare(connection, sql)
            cursor.execute(sql)
        except pymysql.MySQLError as error:
            message = str(error.args[1])
            cursor.execute("GET DIAGNOSTICS CONDITION 1 @state = RETURNED_SQLSTATE")
            cursor.execute("SELECT @state, DATABASE()")
            state, database = cursor.fetchone() or ("", "")
            return str(state), message.replace(f"{database}.", "")
        finally:
            connection.rollback()
    return None


def _differs(case: Case, connection: Connection, catalog: Catalog) -> list[str]:
    """Compare what the server reports with what the block says."""
    sql = problems_of(case.sql, catalog)[1]
    theirs = _complaint(connection, sql)
    if theirs is None:
        return ["the server accepts it"]
    syntax = _SYNTAX.fullmatch(theirs[1])
    if syntax is not None:
        rest = syntax[1]  # a long one is cut
        start = sql.rindex(rest) if rest else len(sql)
        low, high = case.place
        near = low <= start <= high if low == high else low <= start < high
        return [] if near or case.noted("place") else [f"the server points at {sql[start:]!r}"]
    message = (case.noted("server") or [case.message])[0]
    if theirs != (case.sqlstate, message):
        return [f"the server says: {theirs}"]
    return []


@pytest.mark.parametrize("file", _FILES, ids=[file.stem for file in _FILES])
def test_what_mariadb_refuses_is_refused_in_its_words_at_its_place(
    file: Path, mysql_url: str, load_catalog: LoadCatalog
) -> None:
    schema = (_CORPUS / "schema.sql").read_text("utf-8")
    catalog = load_catalog(schema, Engine.MARIADB)
    connection = _connect(mysql_url)
    found: list[str] = []
    with connection:
        _define(connection, schema)
        for case in read_cases(file):
            wrong = [*what_is_wrong(case, catalog), *_differs(case, connection, catalog)]
            if wrong:
                found.append("\n  ".join([f"{file.name}:{case.line} {case.sql}", *wrong]))
    assert not found, "\n\n".join(found)


def test_what_mysql_alone_refuses_is_refused_in_its_words(load_catalog: LoadCatalog) -> None:
    folder = _CORPUS.parent / "mysql-only"
    schema = (folder / "accepted.sql").read_text("utf-8").partition("-- name:")[0]
    catalog = load_catalog(schema, Engine.MYSQL)
    cases = read_cases(folder / "refused.sql")
    found = {case.sql: wrong for case in cases if (wrong := what_is_wrong(case, catalog))}
    assert not found
