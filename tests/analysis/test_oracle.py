"""PostgreSQL itself is asked: what its Describe says of a query is what we say of it.

A file of ``tests/corpus/postgresql`` is a schema and the queries over it, from the
first ``-- name:`` on.  A new construct is a new query in one of them.  What the server
cannot tell may stand under the name of a query, and is compared with our answer::

    -- params: id bigint, name text?, note text?=, ids bigint*
    -- columns: id!, name?

``?`` takes or may be NULL, ``?=`` may be left out, ``*`` takes a list, ``!`` is never NULL.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from flash_core.analysis.wire import column_type, parameter_type
from flash_core.engine import Engine

if TYPE_CHECKING:
    from flash_core.analysis.model import Parameter, Query
    from flash_core.catalog.model import Catalog
    from tests.analysis.conftest import AnalyseAll, LoadCatalog

    Connection = psycopg.Connection[tuple[str, ...]]
    Description = tuple[list[str], list[str], list[str]]

_CORPUS = Path(__file__).parent.parent / "corpus"
_FILES = sorted((_CORPUS / "postgresql").glob("*.sql"))

_STATEMENT = re.compile(r"(?m)^(params|columns):(.*)$")

_NOT_FOR_THE_SERVER = (
    # a partitioned table's key must hold the partition's column; an extension; databases
    (r"(audit_log \(\s+id\s+BIGSERIAL) PRIMARY KEY", r"\1"),
    (r"CREATE INDEX idx_posts_title_trgm[^;]*;", ""),
    (r"(CREATE|DROP) DATABASE[^;]*;", ""),
    (r"\\c [^\n]*", ""),
    (r"(?s)\nINSERT INTO.*", ""),
)


def _type_names(connection: Connection, oids: list[int]) -> list[str]:
    rows = connection.execute(
        "SELECT format_type(oid, NULL) FROM unnest(%s::oid[]) WITH ORDINALITY AS t (oid, place)"
        " ORDER BY place",
        (oids,),
    )
    return [row[0] for row in rows]


def _server(connection: Connection, query: Query) -> Description:
    """Return parameter types, column types and column names, as the server describes them.

    What it refuses has its message for a column, which differs from any answer.
    """
    prepared = connection.pgconn.prepare(b"", query.sql.encode())
    if prepared.error_message:
        return [], [], [prepared.error_message.decode()]
    result = connection.pgconn.describe_prepared(b"")
    parameters = [result.param_type(i) for i in range(result.nparams)]
    columns = [result.ftype(i) for i in range(result.nfields)]
    names = [(result.fname(i) or b"").decode() for i in range(result.nfields)]
    return _type_names(connection, parameters), _type_names(connection, columns), names


def _ours(query: Query, catalog: Catalog) -> Description:
    return (
        [parameter_type(parameter.type, catalog) for parameter in query.parameters],
        [column_type(column.type, catalog) for column in query.columns],
        [column.name for column in query.columns],
    )


def _marked(parameter: Parameter, catalog: Catalog) -> str:
    marks = "*" * parameter.slice + "?" * parameter.nullable + "=" * parameter.optional
    return f"{parameter.name} {parameter_type(parameter.type, catalog)}{marks}"


def _broken_statements(query: Query, catalog: Catalog) -> list[str]:
    """Return what the comments of a query state and we do not answer."""
    ours = {
        "params": ", ".join(_marked(parameter, catalog) for parameter in query.parameters),
        "columns": ", ".join(f"{c.name}{'?' if c.nullable else '!'}" for c in query.columns),
    }
    return [
        f"{query.name}\n  ours   {ours[what]}\n  stated {stated.strip()}"
        for what, stated in _STATEMENT.findall(query.doc)
        if ours[what] != stated.strip()
    ]


def _differences(
    schema: str, queries: str, connection: Connection, load: LoadCatalog, analyse_all: AnalyseAll
) -> list[str]:
    catalog = load(schema, Engine.POSTGRESQL)
    found: list[str] = []
    for query, problems in analyse_all(queries, catalog):
        if query is None:
            found += [problem.render() for problem in problems]
        elif (ours := _ours(query, catalog)) != (theirs := _server(connection, query)):
            found.append(f"{query.name}\n  ours   {ours}\n  server {theirs}")
        else:
            found += _broken_statements(query, catalog)
    return found


@pytest.mark.parametrize("file", _FILES, ids=[file.stem for file in _FILES])
def test_our_own_queries_are_described_as_the_server_does(
    file: Path, postgresql_url: str, load_catalog: LoadCatalog, analyse_all: AnalyseAll
) -> None:
    schema, mark, queries = file.read_text("utf-8").partition("-- name:")
    with psycopg.connect(postgresql_url, autocommit=True) as connection:
        connection.execute(schema.encode())
        found = _differences(schema, mark + queries, connection, load_catalog, analyse_all)
    assert not found, "\n\n".join(found)


@pytest.mark.parametrize(
    ("schema", "queries", "refused"),
    [
        (
            "flash-example/schema.sql",
            "flash-example/queries.sql",
            ['column "following_id" does not exist'],  # the server says so too
        ),
        ("chinook/postgresql.sql", "queries/chinook-postgresql.sql", []),
    ],
    ids=["flash-example", "chinook"],
)
def test_the_corpora_are_described_as_the_server_does(
    schema: str,
    queries: str,
    refused: list[str],
    postgresql_url: str,
    load_catalog: LoadCatalog,
    analyse_all: AnalyseAll,
) -> None:
    text = (_CORPUS / schema).read_text("utf-8")
    for_server = text
    for pattern, replacement in _NOT_FOR_THE_SERVER:
        for_server = re.sub(pattern, replacement, for_server)
    with psycopg.connect(postgresql_url, autocommit=True) as connection:
        connection.execute(for_server.encode())
        found = _differences(
            text, (_CORPUS / queries).read_text("utf-8"), connection, load_catalog, analyse_all
        )
    assert len(found) == len(refused), "\n\n".join(found)
    for difference, expected in zip(found, refused, strict=True):
        assert expected in difference
