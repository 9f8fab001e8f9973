"""MariaDB itself is asked: what it says of a prepared query is what we say of it.

A file of ``tests/corpus/mysql`` is a schema and the queries over it, from the first
``-- name:`` on.  A new construct is a new query in one of them.  What the server
cannot tell may stand under the name of a query, and is compared with our answer::

    -- params: id bigint, name varchar?, ids bigint*
    -- columns: id!, name?

``?`` takes or may be NULL, ``*`` takes a list, ``!`` is never NULL.  The second line
must stand wherever the server's NOT_NULL flag is another one: it knows nothing of
WHERE, takes every value that goes through a temporary table for one that may be NULL,
and most functions for one that may fail; and it holds JSON_DEPTH and the keys of WITH
ROLLUP to be never NULL, which they are.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import pymysql
import pytest
from pymysql.constants import CLIENT

from flash_core.engine import Engine
from flash_core.types.model import TypeKind
from flash_core.types.mysql_names import DIGITS
from tests.analysis.mysql_metadata import Column, executed, family, prepare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flash_core.analysis.model import Parameter, Query
    from flash_core.catalog.model import Catalog
    from flash_core.types.model import SqlType
    from tests.analysis.conftest import AnalyseAll, LoadCatalog
    from tests.analysis.mysql_metadata import Connection

_CORPUS: Final = Path(__file__).parent.parent / "corpus"
_FILES: Final = sorted((_CORPUS / "mysql").glob("*.sql"))
_STATEMENT: Final = re.compile(r"(?m)^(params|columns):(.*)$")
_PLACEHOLDER: Final = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`|\?""")
_NUMBERS: Final = frozenset(DIGITS) | {"decimal", "float", "double"}


def _our_type(type_: SqlType) -> str:
    return "label" if type_.kind is TypeKind.ENUM else family(type_.name)


def _their_type(column: Column) -> str:
    return "label" if column.type in {"enum", "set"} else family(column.type)


def _sample(type_: SqlType) -> str:
    """Return a constant for a parameter of that type."""
    name = type_.name
    if name in {"date", "datetime", "timestamp"}:
        return "'2024-05-06'"
    return "1" if name in _NUMBERS else "'1'"


def _with_constants(query: Query) -> str:
    """Return a query with a constant for every parameter."""
    types = iter([query.parameters[number - 1].type for number in query.order])
    return _PLACEHOLDER.sub(
        lambda found: _sample(next(types)) if found[0] == "?" else found[0], query.sql
    )


def _nameless(column: Column) -> Column:
    """Return a column of SHOW TABLES without the name of the database, which we do not know."""
    return column._replace(name=column.name.partition("_in_t_")[0])


def _described(connection: Connection, query: Query) -> list[Column]:
    """Return the server's description.

    Some statements have one only when they run, and so has a parameter that nothing
    but its value gives a type: ``? + 1`` is a double before.
    """
    columns = prepare(connection, query.sql).columns
    if (not columns and query.columns) or (query.order and _types(columns) != _our_types(query)):
        connection.begin()
        columns = executed(connection, _with_constants(query))
        connection.rollback()
    return [_nameless(column) for column in columns]


def _types(columns: list[Column]) -> list[str]:
    return [_their_type(column) for column in columns]


def _our_types(query: Query) -> list[str]:
    return [_our_type(column.type) for column in query.columns]


def _marked(parameter: Parameter) -> str:
    marks = "*" * parameter.slice + "?" * parameter.nullable + "=" * parameter.optional
    return f"{parameter.name} {parameter.type}{marks}"


def _stated(query: Query) -> dict[str, str]:
    return {
        "params": ", ".join(map(_marked, query.parameters)),
        "columns": ", ".join(f"{c.name}{'?' if c.nullable else '!'}" for c in query.columns),
    }


def _difference(query: Query, connection: Connection) -> str | None:
    """Return how our answer is another one than the server's, or than what is stated."""
    theirs = _described(connection, query)
    one = list(zip((column.name for column in query.columns), _our_types(query), strict=True))
    other = list(zip((column.name for column in theirs), _types(theirs), strict=True))
    if one != other:
        return f"{query.name}\n  ours   {one}\n  server {other}"
    stated, ours = dict(_STATEMENT.findall(query.doc)), _stated(query)
    for what, text in stated.items():
        if text.strip() != ours[what]:
            return f"{query.name}\n  ours   {ours[what]}\n  stated {text.strip()}"
    flags = [column.not_null for column in theirs]
    if "columns" not in stated and flags != [not column.nullable for column in query.columns]:
        return f"{query.name}: state that\n-- columns: {ours['columns']}"
    return None


def _differences(
    text: str, catalog: Catalog, connection: Connection, all_: AnalyseAll
) -> list[str]:
    found: list[str] = []
    for query, problems in all_(text, catalog):
        if query is None:
            found += [problem.render() for problem in problems]
            continue
        try:
            difference = _difference(query, connection)
        except pymysql.MySQLError as error:
            difference = f"{query.name}: {error}"
        found += [difference] if difference else []
    return found


@pytest.fixture
def connection(mysql_url: str) -> Iterator[Connection]:
    parts = urlsplit(mysql_url)
    found = pymysql.connect(
        host=parts.hostname or "",
        port=parts.port or 3306,
        user=parts.username or "",
        password=parts.password or "",
        database=parts.path.lstrip("/"),
        charset="utf8mb4",
        autocommit=True,
        client_flag=CLIENT.MULTI_STATEMENTS,
    )
    yield found
    found.close()


def _create(connection: Connection, schema: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(schema)
        while cursor.nextset():
            pass
        cursor.execute("SET foreign_key_checks = 0")


@pytest.mark.parametrize("file", _FILES, ids=[file.stem for file in _FILES])
def test_our_own_queries_are_described_as_the_server_does(
    file: Path, connection: Connection, load_catalog: LoadCatalog, analyse_all: AnalyseAll
) -> None:
    schema, mark, queries = file.read_text("utf-8").partition("-- name:")
    _create(connection, schema)
    catalog = load_catalog(schema, Engine.MARIADB)
    found = _differences(mark + queries, catalog, connection, analyse_all)
    assert not found, "\n\n".join(found)


def test_chinook_is_described_as_the_server_does(
    connection: Connection, load_catalog: LoadCatalog, analyse_all: AnalyseAll
) -> None:
    schema = (_CORPUS / "chinook" / "mysql.sql").read_text("utf-8")
    _create(connection, schema)
    queries = (_CORPUS / "queries" / "chinook-mysql.sql").read_text("utf-8")
    catalog = load_catalog(schema, Engine.MARIADB)
    found = _differences(queries, catalog, connection, analyse_all)
    assert not found, "\n\n".join(found)
