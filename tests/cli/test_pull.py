"""flash pull: the live database into the schema's files."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest

from flash_core.cli.application import run

if TYPE_CHECKING:
    from collections.abc import Callable

    Flash: TypeAlias = Callable[..., str]

CORPUS = Path(__file__).parents[1] / "corpus"
SCHEMA = """\
-- people
CREATE TABLE users (
    id INTEGER PRIMARY KEY, -- never reused
    name TEXT NOT NULL
);

-- what they write
CREATE TABLE posts (
    id   INTEGER PRIMARY KEY,  /* kept as laid out */
    user INT REFERENCES users (id)
);
CREATE INDEX by_user ON posts (user);
CREATE TABLE gone (a INT);
"""


@pytest.fixture
def flash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Flash:
    """Return a function that runs a command in an empty folder and returns what it prints."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)

    def done(*arguments: str, code: int = 0) -> str:
        assert run(list(arguments)) == code
        printed = capsys.readouterr()
        return printed.out if code == 0 else printed.err

    return done


def execute(script: str) -> None:
    with closing(sqlite3.connect("data.db")) as database:
        database.executescript(script)


def test_what_is_the_same_keeps_its_text_and_its_comments(flash: Flash) -> None:
    flash("init", "--sqlite")
    Path("db/schema/schema.sql").write_text(SCHEMA)
    execute(SCHEMA + "DROP TABLE gone; ALTER TABLE users ADD COLUMN age INT;")
    execute("CREATE TABLE tags (label TEXT PRIMARY KEY); CREATE INDEX by_name ON users (name);")
    assert "drop table gone" in flash("pull", code=1)
    assert Path("db/schema/schema.sql").read_text() == SCHEMA
    assert flash("pull", "--force") == "wrote db/schema/schema.sql\n"
    text = Path("db/schema/schema.sql").read_text()
    users, posts = SCHEMA.index("CREATE TABLE users"), SCHEMA.index("-- what they")
    assert text.startswith("-- people\n-- never reused\nCREATE TABLE users (")
    assert SCHEMA[posts : SCHEMA.index("CREATE TABLE gone")] in text
    assert "age INT" in text[users : text.index("-- what they")]
    assert "gone" not in text
    assert text.endswith(
        "CREATE TABLE tags (label TEXT PRIMARY KEY);\n\nCREATE INDEX by_name ON users (name);\n"
    )
    assert flash("pull") == "no changes: the schema's files say what the database has\n"


def test_a_dry_run_writes_nothing(flash: Flash) -> None:
    flash("init", "--sqlite")
    execute(SCHEMA)
    before = Path("db/schema/schema.sql").read_text()
    assert "CREATE TABLE posts" in flash("pull", "--dry-run")
    assert Path("db/schema/schema.sql").read_text() == before


def test_what_cannot_be_done_in_place_is_refused(flash: Flash) -> None:
    flash("init", "--sqlite")
    altered = "CREATE TABLE t (a INT);\nALTER TABLE t ADD COLUMN b INT;\n"
    Path("db/schema/schema.sql").write_text(altered)
    execute("CREATE TABLE t (a INT, b TEXT)")
    assert "cannot be changed in place" in flash("pull", code=1)
    assert Path("db/schema/schema.sql").read_text() == altered


@pytest.mark.parametrize("engine", ["sqlite", "postgresql", "mysql"])
def test_a_database_pulled_into_an_empty_project_is_what_its_migrations_made(
    engine: str, flash: Flash, request: pytest.FixtureRequest
) -> None:
    flash("init", f"--{engine}")
    if engine != "sqlite":
        url: str = request.getfixturevalue(f"{engine}_url")
        Path(".env").write_text(f"DATABASE_URL={url}\n")
    schema = Path("db/schema/schema.sql")
    schema.write_text((CORPUS / "chinook" / f"{engine}.sql").read_text())
    flash("migrate", "initial", "--no-verify")
    flash("apply")
    schema.unlink()
    assert flash("pull") == "wrote db/schema/schema.sql\n"
    assert flash("pull").startswith("no changes")
    assert flash("migrate", "again", "--no-verify").startswith("no changes"), [
        path.read_text() for path in Path("db/migrations").glob("*_again.up.sql")
    ]
