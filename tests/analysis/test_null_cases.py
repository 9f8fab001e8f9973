"""A table of queries: of each column whether it may be NULL, by which rule, and what rows say.

``tests/corpus/nulls/cases.sql`` states a column a line above its query: ``!`` is never
NULL, ``?`` is NULL in some of the rows the test tries, ``~`` may be NULL as far as the
rules can tell though these rows have none.  A new case is new lines there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from psycopg.pq import ExecStatus

from flash_core.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flash_core.analysis.model import Query
    from flash_core.catalog.model import Catalog
    from tests.analysis.conftest import AnalyseOne, LoadCatalog

    Connection = psycopg.Connection[tuple[object, ...]]

_FOLDER = Path(__file__).parent.parent / "corpus" / "nulls"
_SCHEMA = (_FOLDER / "schema.sql").read_text("utf-8")
_ROWS = [f"{part};" for part in (_FOLDER / "rows.sql").read_text("utf-8").split(";\n") if part]
_ARGUMENTS = {"integer": b"2", "text": b"x", "integer[]": b"{1,2,NULL}"}
_COLUMN = re.compile(r"-- ([!?~]) ([^:]+): (.+)")


@dataclass(frozen=True)
class Case:
    sql: str
    columns: tuple[tuple[str, str, str], ...]  # mark, name, reason


def _cases() -> Iterator[Case]:
    for block in (_FOLDER / "cases.sql").read_text("utf-8").split("\n\n"):
        columns = tuple((m[1], m[2], m[3]) for m in _COLUMN.finditer(block))
        if columns:
            yield Case(_COLUMN.sub("", block).strip(), columns)


CASES = list(_cases())


@pytest.fixture(scope="module")
def catalog(load_catalog: LoadCatalog) -> Catalog:
    return load_catalog(_SCHEMA, Engine.POSTGRESQL)


def _analysed(case: Case, catalog: Catalog, analyse_one: AnalyseOne) -> Query:
    query, problems = analyse_one(case.sql, catalog)
    assert query is not None, "\n".join(problem.render() for problem in problems)
    return query


@pytest.mark.parametrize("case", CASES, ids=[case.sql for case in CASES])
def test_null_is_possible_by_the_rule_stated(
    case: Case, catalog: Catalog, analyse_one: AnalyseOne
) -> None:
    query = _analysed(case, catalog, analyse_one)
    ours = [("!" if not c.nullable else "?", c.name, c.why) for c in query.columns]
    assert ours == [(mark.replace("~", "?"), name, why) for mark, name, why in case.columns]


def _null_places(connection: Connection, query: Query, rows: list[str]) -> set[int]:
    """Return the columns that are NULL in some row of the query over these tables."""
    seen: set[int] = set()
    for none in {False, *(parameter.nullable for parameter in query.parameters)}:
        arguments = [
            None if none and one.nullable else _ARGUMENTS[str(one.type)] for one in query.parameters
        ]
        connection.execute("BEGIN")
        for insert in rows:
            connection.execute(insert.encode())
        result = connection.pgconn.exec_params(query.sql.encode(), arguments)
        assert result.status == ExecStatus.TUPLES_OK, (query.sql, result.error_message)
        for row in range(result.ntuples):
            seen |= {i for i in range(result.nfields) if result.get_value(row, i) is None}
        connection.execute("ROLLBACK")
    return seen


def test_rows_show_null_where_it_is_possible_and_nowhere_else(
    postgresql_url: str, catalog: Catalog, analyse_one: AnalyseOne
) -> None:
    first, *others = _ROWS
    wrong: list[str] = []
    with psycopg.connect(postgresql_url, autocommit=True) as connection:
        connection.execute(_SCHEMA.encode())
        for case in CASES:
            query = _analysed(case, catalog, analyse_one)
            seen: set[int] = set()
            for rows in (_ROWS, [first], others, []):
                seen |= _null_places(connection, query, rows)
            stated = {i for i, column in enumerate(case.columns) if column[0] == "?"}
            wrong += [case.sql] if seen != stated else []
    assert not wrong, "\n\n".join(wrong)
