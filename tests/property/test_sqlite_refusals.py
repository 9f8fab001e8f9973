"""Mutated queries: Flash takes what SQLite takes, and refuses the rest.

What is left out: parameters of two styles in one statement, and of numbers with gaps, which
Flash refuses for the user's sake.  A few things SQLite does not look at (names in a frame's
bounds, behind ``0 AND``) or reads in a way that nobody means; they make the difference to all.
"""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from flash_core.catalog.model import Catalog

_FOLDER = Path(__file__).parent.parent / "corpus" / "sqlite"
_FILES = ("declared", "habits", "joins", "search", "shop", "teams", "warehouse")
_OURS = ("is mixed with", "is never used")
_AGREED = 0.99
_FEW, _MANY = 150, 3000


def _queries(text: str) -> list[str]:
    """Return a corpus file's queries without names and comments."""
    found = ["\n".join(block.splitlines()[1:]) for block in text.split("-- name:")[1:]]
    plain = [block for block in found if "flash." not in block]
    return [
        "\n".join(line for line in block.splitlines() if not line.startswith("--")).strip(" ;\n")
        for block in plain
    ]


def _catalog(schema: str) -> Catalog:
    source = SourceFile("schema.sql", schema)
    statements, _ = parse_script(source, Engine.SQLITE)
    return build([(source, statement) for statement in statements], Engine.SQLITE)[0]


def _judged(sql: str, catalog: Catalog, connection: sqlite3.Connection) -> tuple[str, str] | None:
    """Return our errors and SQLite's; ``None`` for what is refused for the user's sake."""
    source = SourceFile("queries.sql", f"-- name: Q :exec\n{sql}\n")
    blocks, problems = read_queries(source, Engine.SQLITE)
    if problems or len(blocks) != 1:
        return None
    _, found = analyse(blocks[0], source, catalog)
    errors = "; ".join(each.message for each in found if each.severity is Severity.ERROR)
    if any(word in errors for word in _OURS):
        return None
    rewritten = rewrite(source, blocks[0].body, Engine.SQLITE)[0]
    try:
        connection.execute(f"EXPLAIN {rewritten.sql}", [0] * max(rewritten.order, default=0))
    except (sqlite3.Error, sqlite3.Warning) as error:
        return errors, str(error)
    return errors, ""


def test_a_mutated_query_is_taken_or_refused_as_sqlite_does() -> None:
    profile = settings.default or settings()
    many = _MANY if profile.max_examples >= LONG else _FEW
    agreed, different = 0, list[str]()
    for name in _FILES:
        text = (_FOLDER / f"{name}.sql").read_text("utf-8")
        schema = text.partition("-- name:")[0]
        catalog = _catalog(schema)
        mutations = Mutations(Engine.SQLITE, _queries(text), random.Random(name))  # noqa: S311 - a test
        with database(schema) as connection:
            for sql in (mutations.some() for _ in range(many)):
                judged = _judged(sql, catalog, connection)
                if judged is None or bool(judged[0]) == bool(judged[1]):
                    agreed += judged is not None
                else:
                    different.append(f"{sql}\n  ours: {judged[0]}\n  SQLite: {judged[1]}")
    assert agreed >= _AGREED * (agreed + len(different)), "\n".join(different)
