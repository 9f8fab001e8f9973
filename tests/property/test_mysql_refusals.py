"""Mutated queries: Flash takes what MariaDB takes, and refuses the rest.

What is left out: placeholders in places and numbers that Flash refuses for the user's sake.
What an optimizer finds out, or preparing leaves unread, makes the difference to all.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pymysql
import pytest
from hypothesis import settings
from pymysql.constants import CLIENT

from flash_core.analysis.query import analyse
from flash_core.engine import Engine
from flash_core.sql.placeholders import rewrite
from flash_core.sql.queries import read_queries
from flash_core.sql.source import Severity, SourceFile
from tests.analysis.mysql_metadata import prepare

from .claims import load
from .effort import LONG
from .mutations import Mutations

if TYPE_CHECKING:
    from typing import Any

    from flash_core.catalog.model import Catalog

    Connection = pymysql.Connection[Any]  # whatever its cursors return

_FOLDER = Path(__file__).parent.parent / "corpus" / "mysql"
_FILES = ["blog.sql", "documents.sql", "shop.sql", "writes.sql"]
_CHANGES = ("UPDATE", "DELETE", "INSERT", "REPLACE")
_OURS = ("is mixed with", "is never used")
_AGREED = 0.97
_FEW = 100


def _queries(text: str) -> list[str]:
    """Return a corpus file's queries without names and comments."""
    found = ["\n".join(block.splitlines()[1:]) for block in text.split("-- name:")[1:]]
    plain = [block for block in found if "flash." not in block]
    return [
        "\n".join(line for line in block.splitlines() if not line.startswith("--")).strip(" ;\n")
        for block in plain
    ]


def _many() -> int:
    profile = settings.default or settings()
    return 5000 if profile.max_examples >= LONG else _FEW


def _connect(url: str, schema: str) -> Connection:
    parts = urlsplit(url)
    connection = pymysql.connect(
        host=parts.hostname or "127.0.0.1",
        port=parts.port or 3306,
        user=parts.username or "root",
        password=parts.password or "",
        database=parts.path.strip("/"),
        charset="utf8mb4",
        client_flag=CLIENT.MULTI_STATEMENTS,
    )
    with connection.cursor() as cursor:
        cursor.execute(schema)
        while cursor.nextset():
            pass
    return connection


def _refusal(connection: Connection, sql: str) -> str:
    """Return why the server does not take a statement; of a change EXPLAIN reads all."""
    try:
        prepare(connection, sql)
        if sql.lstrip().upper().startswith(_CHANGES):
            connection.cursor().execute(f"EXPLAIN {sql.replace('?', 'NULL')}")
    except pymysql.MySQLError as error:
        return str(error)
    return ""


def _errors(sql: str, catalog: Catalog) -> tuple[str, str] | None:
    """Return our errors and the text for the server; ``None`` for text that is no query."""
    source = SourceFile("queries.sql", f"-- name: Q :exec\n{sql}\n")
    blocks, problems = read_queries(source, catalog.engine)
    if problems or len(blocks) != 1:
        return None
    _, found = analyse(blocks[0], source, catalog)
    messages = [each.message for each in found if each.severity is Severity.ERROR]
    if any(word in message for word in _OURS for message in messages):
        return None
    return "; ".join(messages), rewrite(source, blocks[0].body, catalog.engine)[0].sql


@pytest.mark.parametrize("name", _FILES)
def test_a_mutated_query_is_taken_or_refused_as_mariadb_does(name: str, mysql_url: str) -> None:
    text = (_FOLDER / name).read_text("utf-8")
    schema = text.partition("-- name:")[0]
    catalog, _ = load(schema, Engine.MARIADB)
    mutations = Mutations(Engine.MARIADB, _queries(text), random.Random(name))  # noqa: S311 - a test
    agreed, different = 0, list[str]()
    with _connect(mysql_url, schema) as connection:
        for _ in range(_many()):
            sql = mutations.some()
            found = _errors(sql, catalog)
            if found is None:
                continue
            ours, theirs = found[0], _refusal(connection, found[1])
            if bool(ours) == bool(theirs):
                agreed += 1
            else:
                different.append(f"{sql}\n  ours: {ours}\n  MariaDB's: {theirs}")
    assert agreed >= _AGREED * (agreed + len(different)), "\n".join(different)
