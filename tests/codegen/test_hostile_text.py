"""What stands in a query file reaches the server as it stands, whatever Python thinks of its characters.

Each query asks for the text that the server received, or is traced, and selects a
string, so that its value can be compared too.
"""

from __future__ import annotations

import importlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import astuple
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import flash_sync
from flash_core.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    from tests.codegen.conftest import Workshop

ROOT = Path(__file__).parents[2]
PIECES = (
    *("%", "%%", "%s", "%(x)s", "'", '"', "`", "\\", "\\\\", '"""', "'''", "?", "?1", "?1?", "$1"),
    *(":x", "@x", "@@x", "{}", "{x}", "{0!r}", "flash.arg(x)", "flash.slice(x)", "--", "/*", "#"),
    *(";", "$$", "$a$", "[", "]", "\n", "\r\n", "\t", " ", "\\n", "\\x41", "\\N{DASH}", "\\u0041"),
    *("é", "\u0130", "\u2028", "\u200b", "\u202e", "\xa0", "\ufeff", "\x7f", "\x01", "\U0001f41c"),
    *("SELECT", "_utf8'", "E'", "N'", "x'", "b'", "E\\'", "\\'", "''", "a" * 30),
)
HOSTILE = st.lists(
    st.sampled_from(PIECES) | st.text(st.characters(codec="utf-8", exclude_characters="\0")),
    max_size=12,
).map("".join)
PROBES = {
    Engine.POSTGRESQL: "current_query()",
    Engine.SQLITE: "'traced'",
    Engine.MARIADB: "(SELECT statement FROM received)",
}
PLACEHOLDERS = {Engine.POSTGRESQL: "$1", Engine.SQLITE: "?1", Engine.MARIADB: "2"}
ARGUMENTS = {
    Engine.POSTGRESQL: "CAST({} AS INTEGER)",
    Engine.SQLITE: "CAST({} AS INTEGER)",
    Engine.MARIADB: "CAST({} AS SIGNED)",
}
ENGINES = (Engine.POSTGRESQL, Engine.SQLITE, Engine.MARIADB)
RECEIVED = """
CREATE VIEW received AS SELECT CAST(info_binary AS CHAR CHARACTER SET utf8mb4) AS statement
FROM information_schema.processlist WHERE id = connection_id()
"""


def string(content: str, engine: Engine) -> str:
    """Return the constant of a content in SQL."""
    if engine.family is Engine.MYSQL:
        content = content.replace("\\", "\\\\")
    return "'" + content.replace("'", "''") + "'"


def name(content: str, engine: Engine) -> str:
    """Return an identifier with that content, as far as identifiers of the engine can have it."""
    if engine.family is Engine.MYSQL:
        plain = "".join(each for each in content if each <= "\uffff" and each not in "\x01\r")
        return "`" + f"x{plain}y"[:60].replace("`", "``") + "`"
    short = f"x{content}".encode()[:60].decode(errors="ignore")
    return '"' + short.replace('"', '""') + '"'


def comment(content: str) -> str:
    """Return a comment of that content, which nests nowhere and gives no orders."""
    return "/* " + content.replace("*/", "").replace("/*", "").replace("*", "") + " */"


def query(content: str, engine: Engine, operand: str) -> str:
    """Return a query that holds the content wherever one can be hidden."""
    return (
        f"SELECT {PROBES[engine]} AS probe {comment(content)}, {string(content, engine)}"
        f" AS {name(content, engine)},\n  1 {comment(content)} + {operand} AS sum"
    )


def compiled(workshop: Workshop, engine: Engine, contents: Sequence[str]) -> ModuleType:
    """Return the package of two queries a content: without parameters, and with one."""
    blocks: list[str] = []
    for number, content in enumerate(contents):
        blocks.append(f"-- name: Plain{number} :one\n{query(content, engine, '2')};\n")
        with_argument = query(content, engine, ARGUMENTS[engine].format("flash.arg(given)"))
        blocks.append(f"-- name: With{number} :one\n{with_argument};\n")
    schema = "CREATE TABLE received (statement LONGTEXT);" if engine is Engine.MARIADB else ""
    return workshop.compiled(engine, schema, "\n".join(blocks))


def check(package: ModuleType, engine: Engine, url: str, contents: Sequence[str]) -> None:
    """Compare what the server got, and what it answered, with what stands in the file."""
    twin = importlib.import_module(f"{package.__name__}.sync")
    traced: list[str] = []
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.set_trace_callback(traced.append)
        target = connection if engine is Engine.SQLITE else None
        with flash_sync.connect(url) if target is None else closing(connection) as opened:
            db = twin.new(opened)
            if engine is Engine.MARIADB:
                db.execute("DROP VIEW IF EXISTS received")
                db.execute(RECEIVED)
            for number, content in enumerate(contents):
                for method, args, operand in (
                    ("plain", (), "2"),
                    ("with", (2,), ARGUMENTS[engine].format(PLACEHOLDERS[engine])),
                ):
                    found = getattr(db, f"{method}{number}")(*args)
                    probe, value, total = astuple(found)
                    if engine is Engine.SQLITE:
                        probe = traced[-1].replace("CAST(2 AS", "CAST(?1 AS")
                    assert probe == query(content, engine, operand)
                    assert (value, total) == (content, 3)


def address(request: pytest.FixtureRequest, engine: Engine) -> str:
    """Return the URL of a server."""
    if engine is Engine.SQLITE:
        return "sqlite:///:memory:"
    fixture = "mysql_url" if engine is Engine.MARIADB else f"{engine}_url"
    return str(request.getfixturevalue(fixture))


@pytest.mark.parametrize("engine", ENGINES)
@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(contents=st.lists(HOSTILE, min_size=4, max_size=8))
def test_any_text_is_sent_as_it_stands(
    workshop: Workshop, request: pytest.FixtureRequest, engine: Engine, contents: list[str]
) -> None:
    package = compiled(workshop, engine, contents)
    check(package, engine, address(request, engine), contents)


@pytest.mark.parametrize("engine", ENGINES)
def test_every_hostile_piece_is_sent_as_it_stands(
    workshop: Workshop, request: pytest.FixtureRequest, engine: Engine
) -> None:
    contents = [*PIECES, "".join(PIECES), "".join(reversed(PIECES))]
    package = compiled(workshop, engine, contents)
    check(package, engine, address(request, engine), contents)


@pytest.mark.typecheck
@pytest.mark.parametrize("engine", ENGINES)
def test_type_checkers_read_every_hostile_piece(
    workshop: Workshop, engine: Engine, tmp_path: Path
) -> None:
    contents = [*PIECES, "".join(PIECES), "".join(reversed(PIECES))]
    package = compiled(workshop, engine, contents)
    folder = tmp_path / "gen_hostile"
    shutil.copytree(Path(package.__path__[0]), folder, ignore=shutil.ignore_patterns("__pycache__"))
    settings = json.dumps({"extraPaths": [str(ROOT)], "typeCheckingMode": "strict"})
    (tmp_path / "pyrightconfig.json").write_text(settings)
    for checker in ("mypy", "--strict", "gen_hostile"), ("pyright", "gen_hostile"):
        done = subprocess.run(
            [sys.executable, "-m", *checker],
            cwd=tmp_path,
            env={**os.environ, "MYPYPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
        own = [line for line in done.stdout.splitlines() if "gen_hostile" in line]
        assert done.returncode == 0 or own == [], done.stdout + done.stderr
