"""The table of ``tests/corpus/nulls-mysql``: what may be NULL on MariaDB, and what its rows say.

The file is as that of ``test_null_cases``.  The rows hold a zero date, which the server
takes as it comes: what a function makes NULL of it is no claim of ours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pymysql
import pytest
from pymysql.constants import CLIENT

from flash_core.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flash_core.analysis.model import Query
    from flash_core.catalog.model import Catalog
    from tests.analysis.conftest import AnalyseOne, LoadCatalog

    Connection = pymysql.Connection[Any]  # whatever its cursors return

_FOLDER = Path(__file__).parent.parent / "corpus" / "nulls-mysql"
_SCHEMA = (_FOLDER / "schema.sql").read_text("utf-8")
_ROWS = [f"{part};" for part in (_FOLDER / "rows.sql").read_text("utf-8").split(";\n") if part]
_COLUMN = re.compile(r"-- ([!?~]) (.+?): (.+)")


@dataclass(frozen=True)
class Case:
    sql: str
    columns: tuple[tuple[str, str, str], ...]  # mark, name, reason


def _cases() -> Iterator[Case]:
    for block in (_FOLDER / "cases.sql").read_text("utf-8").split("\n\n"):
        columns = tuple((m[1], m[2], m[3]) for m in _COLUMN.finditer(block))
        if columns:
            yield Case(_COLUMN.sub("", block).strip().removesuffix(";"), columns)


CASES = list(_cases())


@pytest.fixture(scope="module")
def catalog(load_catalog: LoadCatalog) -> Catalog:
    return load_catalog(_SCHEMA, Engine.MARIADB)


def _analysed(case: Case, catalog: Catalog, analyse_one: AnalyseOne) -> Query:
    query, problems = analyse_one(case.sql, catalog)
    assert query is not None, "\n".join(problem.render() for problem in problems)
    return query


@pytest.mark.parametrize("case", CASES, ids=[case.sql[:80] for case in CASES])
def test_null_is_possible_on_mariadb_by_the_rule_stated(
    case: Case, catalog: Catalog, analyse_one: AnalyseOne
) -> None:
    query = _analysed(case, catalog, analyse_one)
    ours = [("!" if not c.nullable else "?", c.name, c.why) for c in query.columns]
    assert ours == [(mark.replace("~", "?"), name, why) for mark, name, why in case.columns]


def _connect(url: str) -> Connection:
    parts = urlsplit(url)
    return pymysql.connect(
        host=parts.hostname or "127.0.0.1",
        port=parts.port or 3306,
        user=parts.username or "root",
        password=parts.password or "",
        database=parts.path.strip("/"),
        charset="utf8mb4",
        client_flag=CLIENT.MULTI_STATEMENTS,
    )


def _null_places(connection: Connection, query: Query, rows: list[str]) -> set[int]:
    """Return the columns that are NULL in some row of the query over these tables."""
    with connection.cursor() as cursor:
        for insert in rows:
            cursor.execute(insert)
        cursor.execute(query.sql)
        found = cursor.fetchall()
    connection.rollback()
    return {place for row in found for place, value in enumerate(row) if value is None}


def test_rows_of_mariadb_show_null_where_it_is_possible_and_nowhere_else(
    mysql_url: str, catalog: Catalog, analyse_one: AnalyseOne
) -> None:
    first, *others = _ROWS
    wrong: list[str] = []
    with _connect(mysql_url) as connection:
        with connection.cursor() as cursor:
            cursor.execute(_SCHEMA)
            while cursor.nextset():
                pass
        for case in CASES:
            query = _analysed(case, catalog, analyse_one)
            seen: set[int] = set()
            for rows in (_ROWS, [first], others, []):
                seen |= _null_places(connection, query, rows)
            stated = {i for i, column in enumerate(case.columns) if column[0] == "?"}
            wrong += [case.sql] if seen != stated else []
    assert not wrong, "\n\n".join(wrong)
