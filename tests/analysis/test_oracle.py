"""PostgreSQL itself is asked: what PREPARE says of a query is what we say of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import psycopg
import pytest

from flash_core.engine import Engine

if TYPE_CHECKING:
    from pathlib import Path

    from flash_core.analysis.model import Query
    from tests.analysis.conftest import AnalyseAll, LoadCatalog

_DESCRIBE = """
    SELECT parameter_types::text[], result_types::text[]
    FROM pg_prepared_statements WHERE name = 'q'
"""


def _describe(
    connection: psycopg.Connection[tuple[object, ...]], query: Query
) -> tuple[object, object, list[str]]:
    """Return parameter types, column types and column names, as the server has them."""
    connection.execute(f"PREPARE q AS {query.sql}".encode())
    row = connection.execute(_DESCRIBE).fetchone()
    assert row is not None
    result = connection.pgconn.describe_prepared(b"q")
    names = [(result.fname(i) or b"").decode() for i in range(result.nfields)]
    connection.execute("DEALLOCATE q")
    return row[0], row[1], names


_NOT_FOR_THE_SERVER = (
    # a partitioned table's key must hold the partition's column; an extension; databases
    (r"(audit_log \(\s+id\s+BIGSERIAL) PRIMARY KEY", r"\1"),
    (r"CREATE INDEX idx_posts_title_trgm[^;]*;", ""),
    (r"(CREATE|DROP) DATABASE[^;]*;", ""),
    (r"\\c [^\n]*", ""),
    (r"(?s)\nINSERT INTO.*", ""),
)


def _server_schema(text: str) -> bytes:
    """Return a corpus schema without what this server cannot take, and without rows."""
    for pattern, replacement in _NOT_FOR_THE_SERVER:
        text = re.sub(pattern, replacement, text)
    return text.encode()


@pytest.mark.parametrize(
    ("schema", "queries", "refused"),
    [
        (
            "flash-example/schema.sql",
            "flash-example/queries.sql",
            'column "following_id" does not exist',  # the server says so too
        ),
        ("chinook/postgresql.sql", "queries/chinook-postgresql.sql", ""),
    ],
    ids=["flash-example", "chinook"],
)
def test_names_and_types_are_the_servers(
    schema: str,
    queries: str,
    refused: str,
    postgresql_url: str,
    corpus: Path,
    load_catalog: LoadCatalog,
    analyse_all: AnalyseAll,
) -> None:
    catalog = load_catalog((corpus / schema).read_text("utf-8"), Engine.POSTGRESQL)
    differences: list[str] = []
    with psycopg.connect(postgresql_url, autocommit=True) as connection:
        connection.execute(_server_schema((corpus / schema).read_text("utf-8")))
        for query, problems in analyse_all((corpus / queries).read_text("utf-8"), catalog):
            if query is None:
                differences += [problem.message for problem in problems]
                continue
            if query.sql.startswith("REFRESH"):
                continue  # not a statement that can be prepared
            ours = (
                [parameter.type.name for parameter in query.parameters],
                [column.type.name for column in query.columns] or None,
                [column.name for column in query.columns],
            )
            theirs = _describe(connection, query)
            if ours != theirs:
                differences.append(f"{query.name}\n  ours   {ours}\n  server {theirs}")
    assert "\n".join(differences) == refused
