"""Mutated queries and constants: Flash refuses nothing that PostgreSQL takes.

The other way round is a law only almost: what a server finds out later, a regular
expression that does not compile for example, is no error of ours.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flash_core.analysis.query import analyse
from flash_core.catalog.build import build
from flash_core.engine import Engine
from flash_core.sql.lexer import TokenKind, scan
from flash_core.sql.parse import parse_script
from flash_core.sql.placeholders import rewrite
from flash_core.sql.queries import read_queries
from flash_core.sql.source import Severity, SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis.strategies import DataObject

    from flash_core.catalog.model import Catalog
    from flash_core.sql.source import Diagnostic

    Connection = psycopg.Connection[tuple[str, ...]]

_FILE = Path(__file__).parent.parent / "corpus" / "postgresql" / "near_misses.sql"
_SCHEMA, _MARK, _REST = _FILE.read_text("utf-8").partition("-- name:")
_QUERIES = [block.partition("\n")[2].strip().removesuffix(";") for block in _REST.split(_MARK)]
_VALUES = ["1", "'x'", "true", "NULL", "1.5", "'2024-01-01'", "now()", "count(*)", "ARRAY[1]"]
_WORDS = sorted(
    {
        token.text
        for query in _QUERIES
        for token in scan(query, Engine.POSTGRESQL)
        if token.kind is TokenKind.WORD
    }
)
_CONSTANTS = {
    "integer": ["12", "-5", "0x1f", "1_000", " 7 "],
    "numeric": ["1.5", "1e5", ".5", "nan", "-infinity"],
    "real": ["1e38", "1.5", "inf"],
    "boolean": ["true", "off", "yes", " t "],
    "uuid": ["6ecd8c99-4036-403d-bf84-cf8400f67836", "{6ecd8c994036403dbf84cf8400f67836}"],
    "jsonb": ['{"a": [1, 2.5, "x"]}', "null", "-1e5"],
    "bytea": ["\\xdead", "\\001", "abc"],
    "inet": ["10.0.0.1/8", "::1", "::ffff:1.2.3.4"],
    "cidr": ["10.0.0.0/8", "10.1/16", "192.168.1"],
    "date": ["2024-01-31", "Jan 8, 1999", "infinity", "1999.008", "today"],
    "timestamptz": ["2024-01-31 10:20:30+02", "Wed Dec 17 07:37:16 1997 PST", "now"],
    "time": ["10:20:30.5", "04:05 PM", "allballs"],
    "interval": ["1 year 2 mons", "3 days 04:05:06", "P1Y2M", "1-2", "@ 1 minute ago"],
    "integer[]": ["{1,2}", "{{1},{2}}", "[1:2]={1,2}", "{NULL, 1}"],
    "text[]": ['{a,"b c",NULL}', "{{a},{b}}"],
    "int4range": ["[1,2)", "(,5]", "empty"],
    "address": ["(a,1)", '("a b",)', "(,)"],
    "mood": ["sad"],
}
# both ask a server, and share it
_SLOW = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
_PIECES = list("0123456789aefxyz:-+./,'{}[]()\" \\_TP")


@pytest.fixture(scope="module")
def shop(postgresql_server: str) -> Iterator[Connection]:
    """A database with the schema, for as many examples as there are."""
    name = "property_refusals"
    base, _, tail = postgresql_server.partition("?")
    with psycopg.connect(postgresql_server, autocommit=True) as owner:
        owner.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)".encode())
        owner.execute(f"CREATE DATABASE {name}".encode())
        url = f"{base.rpartition('/')[0]}/{name}" + (f"?{tail}" if tail else "")
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(_SCHEMA.encode())
            yield connection
        owner.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """The same schema, as Flash reads it."""
    source = SourceFile("schema.sql", _SCHEMA)
    statements, _ = parse_script(source, Engine.POSTGRESQL)
    return build([(source, statement) for statement in statements], Engine.POSTGRESQL)[0]


def _errors(sql: str, catalog: Catalog) -> tuple[list[Diagnostic], str] | None:
    """Return our errors and the text for the server; ``None`` for text that is no query."""
    source = SourceFile("queries.sql", f"-- name: Q :exec\n{sql}\n")
    blocks, problems = read_queries(source, Engine.POSTGRESQL)
    if problems or len(blocks) != 1:
        return None
    _, found = analyse(blocks[0], source, catalog)
    errors = [problem for problem in found if problem.severity is Severity.ERROR]
    return errors, rewrite(source, blocks[0].body, Engine.POSTGRESQL)[0].sql


def _is_accepted(sql: str, connection: Connection) -> bool:
    result = connection.pgconn.prepare(b"", sql.encode())
    if not result.error_message:  # an ON CONFLICT without a key is only found out by planning
        result = connection.pgconn.exec_(b"EXPLAIN (GENERIC_PLAN) " + sql.encode())
    return not result.error_message


def _mutate(query: str, data: DataObject) -> str:
    tokens = [token.text for token in scan(query, Engine.POSTGRESQL)]
    place = data.draw(st.sampled_from([i for i, text in enumerate(tokens) if text.strip()]))
    other = data.draw(st.integers(0, len(tokens) - 1))
    match data.draw(st.sampled_from(["word", "word", "value", "value", "drop", "twice", "swap"])):
        case "word":
            tokens[place] = data.draw(st.sampled_from(_WORDS))
        case "value":
            tokens[place] = data.draw(st.sampled_from(_VALUES))
        case "drop":
            tokens[place] = ""
        case "twice":
            tokens[place] += f" {tokens[place]}"
        case _:
            tokens[place], tokens[other] = tokens[other], tokens[place]
    return "".join(tokens)


# derandomized: a chance find belongs into the corpus, not into an unrelated run
@settings(derandomize=True, suppress_health_check=_SLOW)
@given(data=st.data())
def test_a_mutated_query_that_the_server_takes_is_not_refused(
    shop: Connection, catalog: Catalog, data: DataObject
) -> None:
    for query in data.draw(st.lists(st.sampled_from(_QUERIES), min_size=5, max_size=5)):
        mutated = _mutate(query, data)
        found = _errors(mutated, catalog)
        if found is not None and found[0]:
            said = "; ".join(problem.message for problem in found[0])
            assert not _is_accepted(found[1], shop), f"{mutated}\nrefused: {said}"


@settings(derandomize=True, suppress_health_check=_SLOW)
@given(data=st.data())
def test_a_constant_that_the_server_reads_is_not_refused(
    shop: Connection, catalog: Catalog, data: DataObject
) -> None:
    for type_, seeds in _CONSTANTS.items():
        text = data.draw(st.sampled_from(seeds))
        for _ in range(data.draw(st.integers(0, 2))):
            place = data.draw(st.integers(0, len(text)))
            kept = place + data.draw(st.integers(0, 1))
            text = text[:place] + data.draw(st.sampled_from(["", *_PIECES])) + text[kept:]
        quoted = text.replace("'", "''")
        sql = f"SELECT '{quoted}'::{type_} AS value"
        found = _errors(sql, catalog)
        assert found is not None
        if found[0]:
            assert not _is_accepted(found[1], shop), f"{sql}\nrefused: {found[0][0].message}"
