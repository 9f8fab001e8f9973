"""Mutated queries: Flash takes what SQLite takes, and refuses the rest.

What is left out: parameters of two styles in one statement, and of numbers with gaps, which
Flash refuses for the user's sake.  A few things SQLite does not look at (names in a frame's
bounds, behind ``0 AND``) or reads in a way that nobody means; they make the difference to all.
"""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest
from hypothesis import settings

from flash_core.analysis.query import analyse
from flash_core.catalog.build import build
from flash_core.engine import Engine
from flash_core.sql.parse import parse_script
from flash_core.sql.placeholders import rewrite
from flash_core.sql.queries import read_queries
from flash_core.sql.source import Severity, SourceFile
from tests.analysis.sqlite_server import database

from .effort import LONG
from .mutations import Mutations

_FOLDER = Path(__file__).parent.parent / "corpus" / "sqlite"
_FILES = ["declared.sql", "joins.sql", "search.sql", "shop.sql"]
_OURS = ("is mixed with", "is never used")
_AGREED = 0.99
_FEW = 250


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


@pytest.mark.parametrize("name", _FILES)
def test_a_mutated_query_is_taken_or_refused_as_sqlite_does(name: str) -> None:
    text = (_FOLDER / name).read_text("utf-8")
    schema = text.partition("-- name:")[0]
    source = SourceFile("schema.sql", schema)
    statements, _ = parse_script(source, Engine.SQLITE)
    catalog, _ = build([(source, statement) for statement in statements], Engine.SQLITE)
    mutations = Mutations(Engine.SQLITE, _queries(text), random.Random(name))  # noqa: S311 - a test
    agreed, different = 0, list[str]()
    with database(schema) as connection:
        for _ in range(_many()):
            sql = mutations.some()
            source = SourceFile("queries.sql", f"-- name: Q :exec\n{sql}\n")
            blocks, problems = read_queries(source, Engine.SQLITE)
            if problems or len(blocks) != 1:
                continue
            _, found = analyse(blocks[0], source, catalog)
            errors = [each.message for each in found if each.severity is Severity.ERROR]
            if any(word in message for word in _OURS for message in errors):
                continue
            rewritten = rewrite(source, blocks[0].body, Engine.SQLITE)[0]
            refusal = _refusal(connection, rewritten.sql, max(rewritten.order, default=0))
            if bool(errors) == bool(refusal):
                agreed += 1
            else:
                different.append(f"{sql}\n  ours: {'; '.join(errors)}\n  SQLite: {refusal}")
    assert agreed >= _AGREED * (agreed + len(different)), "\n".join(different)


def _refusal(connection: sqlite3.Connection, sql: str, parameters: int) -> str:
    try:
        connection.execute(f"EXPLAIN {sql}", [0] * parameters)
    except (sqlite3.Error, sqlite3.Warning) as error:
        return str(error)
    return ""
