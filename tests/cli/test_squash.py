"""flash squash: one migration in the place of many."""

from __future__ import annotations

import errno
import json
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest

from flash_core.cli.application import run
from tests import servers

if TYPE_CHECKING:
    from collections.abc import Callable

    Flash: TypeAlias = Callable[..., str]

FOLDER = Path("db/migrations")
STEPS = {
    "20240101000000_one": (
        "CREATE TABLE people (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(20));\n",
        "DROP TABLE people;\n",
    ),
    "20240102000000_two": (
        "ALTER TABLE people ADD COLUMN age INTEGER;\n",
        "ALTER TABLE people DROP COLUMN age;\n",
    ),
    "20240103000000_three": (
        "CREATE INDEX by_name ON people (name);\nCREATE VIEW names AS SELECT name FROM people;\n",
        "DROP VIEW names;\nDROP TABLE people;\nCREATE TABLE people (id INTEGER, name VARCHAR(20));",
    ),
}
LATER = {"20240104000000_four": ("CREATE TABLE four (a INTEGER);\n", "DROP TABLE four;\n")}
SEED = "-- who was here\nINSERT INTO people (id, name) VALUES (1, 'Ada'), (2, 'Bo');\n"
SEEDED = {
    **dict(list(STEPS.items())[:2]),
    "20240103000000_seed": (SEED, "DELETE FROM people;\n"),
    "20240104000000_mark": ("UPDATE people SET age = 3 WHERE id = 2;\n", ""),
    "20240105000000_full": ("ALTER TABLE people RENAME COLUMN name TO called;\n", ""),
}


@pytest.fixture
def flash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Flash:
    """Return a function that runs a command in an empty folder and returns what it prints."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.delenv("DEV_DATABASE_URL", raising=False)

    def done(*arguments: str, code: int = 0) -> str:
        answered = run(list(arguments))
        printed = capsys.readouterr()
        assert answered == code, printed
        return printed.out if code == 0 else printed.err

    return done


@pytest.fixture(params=["sqlite", "postgresql", "mysql"])
def url(request: pytest.FixtureRequest, flash: Flash) -> str:
    """A new database of each engine, and a project whose database it is."""
    flash("init", f"--{request.param}")
    if request.param == "sqlite":
        return f"sqlite://{Path('data.db').absolute()}"
    server: str = request.getfixturevalue(f"{request.param}_url")
    Path(".env").write_text(f"DATABASE_URL={server}\n")
    return server


def ask(url: str, query: str) -> list[tuple[object, ...]]:
    if not url.startswith("sqlite"):
        return [tuple(row) for row in servers.ask(url, query)]
    with closing(sqlite3.connect("data.db")) as database:
        return database.execute(query).fetchall()


def write(steps: dict[str, tuple[str, str]]) -> None:
    for name, (up, down) in steps.items():
        (FOLDER / f"{name}.up.sql").write_text(up)
        (FOLDER / f"{name}.down.sql").write_text(down)


def ids() -> set[str]:
    return {path.name.partition(".")[0] for path in FOLDER.glob("*.sql")}


def states_of(flash: Flash) -> dict[str, str]:
    answer = json.loads(flash("status", "--json"))
    return {each["id"]: each["state"] for each in answer["migrations"]}


def states(flash: Flash) -> dict[str, str]:
    """Return the states, where the database is what the applied migrations make."""
    answer = json.loads(flash("status", "--json"))
    assert answer["drift"] in (None, [])
    return {each["id"]: each["state"] for each in answer["migrations"]}


def trying(url: str) -> list[str]:
    """Return what lets squash try it on the server of the database."""
    return [] if url.startswith("sqlite") else ["--dev-url", url]


def untried(url: str) -> list[str]:
    """Return what spares a server that; it has been seen in other tests."""
    return [] if url.startswith("sqlite") else ["--no-verify"]


SQUASHED = "20240103000000_squashed"


def test_a_database_that_has_all_of_them_has_the_one_in_their_place(
    url: str, flash: Flash, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(STEPS | LATER)
    flash("apply")
    printed = flash("squash", "--to", "20240103", *trying(url))
    assert printed.splitlines()[:3] == [
        f"wrote db/migrations/{SQUASHED}.up.sql",
        f"wrote db/migrations/{SQUASHED}.down.sql",
        "removed 3 migrations that it stands for",
    ]
    assert ids() == {SQUASHED, *LATER}
    if not url.startswith("sqlite"):
        monkeypatch.setenv("DEV_DATABASE_URL", url)
    assert states(flash) == dict.fromkeys([SQUASHED, *LATER], "applied")
    monkeypatch.delenv("DEV_DATABASE_URL", raising=False)
    assert flash("apply") == "no pending migrations\n"
    # taken back and applied again it is what the others made, as has been tried
    flash("down", "2", "--force")
    assert states(flash) == dict.fromkeys([SQUASHED, *LATER], "pending")
    flash("apply")
    assert states(flash) == dict.fromkeys([SQUASHED, *LATER], "applied")
    assert ask(url, "SELECT id, name, age FROM people") == []
    assert ask(url, "SELECT id FROM _flash_migrations ORDER BY id") == [(SQUASHED,), *zip(LATER)]


def test_a_database_that_has_a_part_says_so_and_goes_on_with_the_files_beside(
    url: str, flash: Flash
) -> None:
    write(STEPS | LATER)
    flash("apply", "--count", "2")
    flash("squash", "--to", "20240103", *untried(url))
    told = flash("apply", code=3)
    assert f"{SQUASHED} stands for migrations of which this database has only a part" in told
    assert "not 20240103000000_three: put the files of all of them back beside it" in told
    assert states(flash) == {SQUASHED: "partial", **dict.fromkeys(LATER, "pending")}
    assert "only a part" in flash("baseline", code=3)
    write(STEPS)
    assert list(states(flash).values()) == ["applied", "applied", "pending", "pending"]
    flash("apply")
    assert states(flash) == dict.fromkeys([SQUASHED, *LATER], "applied")
    assert "is still beside the migration that stands for it" in flash(
        "squash", *untried(url), code=3
    )
    assert ask(url, "SELECT name FROM names") == []


def test_a_person_can_say_what_has_become_of_it(url: str, flash: Flash) -> None:
    write(STEPS)
    flash("apply", "--count", "1")
    flash("squash", *untried(url))
    flash("resolve", SQUASHED, "--applied")
    assert states_of(flash) == {SQUASHED: "applied"}
    flash("resolve", SQUASHED, "--rolled-back")
    assert ask(url, "SELECT id FROM _flash_migrations") == []
    flash("resolve", SQUASHED, "--rolled-back", code=1)


def test_what_was_squashed_can_be_squashed_again(url: str, flash: Flash) -> None:
    write(STEPS | LATER)
    flash("apply", "--count", "3")
    flash("squash", "first", "--to", "20240103", *untried(url))
    flash("squash", "second", *untried(url))
    second = "20240104000000_second"
    assert ids() == {second}
    text = (FOLDER / f"{second}.up.sql").read_text()
    lines = [line for line in text.splitlines() if line.startswith("-- flash:squashes ")]
    assert [line.split()[2] for line in lines] == [*STEPS, "20240103000000_first", *LATER]
    assert lines[3].endswith(" and those above")
    # three of its four originals, which are the whole of what was squashed first
    assert "not 20240104000000_four" in flash("apply", code=3)
    flash("reset", "--force")
    assert ask(url, "SELECT id FROM _flash_migrations") == []
    flash("apply")
    assert states(flash) == {second: "applied"}


def test_an_original_that_was_edited_after_it_was_applied_is_a_conflict(
    url: str, flash: Flash
) -> None:
    write(STEPS)
    flash("apply")
    edited = FOLDER / "20240102000000_two.up.sql"
    edited.write_text(edited.read_text().replace("INTEGER", "BIGINT"))
    flash("squash", *untried(url))
    assert states_of(flash) == {SQUASHED: "edited"}
    assert "stands for 20240102000000_two, applied in another version" in flash("status")
    write(LATER)
    assert "applied in another version" in flash("apply", code=3)
    assert "applied 20240104000000_four" in flash("apply", "--force")


def test_what_changes_rows_is_refused_and_shown_until_somebody_says_what_becomes_of_it(
    url: str, flash: Flash
) -> None:
    write(SEEDED)
    told = flash("squash", *untried(url), code=1)
    assert "db/migrations/20240103000000_seed.up.sql:2:1: error: INSERT is not part of" in told
    assert "db/migrations/20240104000000_mark.up.sql:1:1: error: UPDATE is not part of" in told
    assert "--data keep" in told
    assert ids() == set(SEEDED)
    assert run(["squash", "--data", "drop", "--dry-run", *untried(url)]) == 0
    assert ids() == set(SEEDED)


def test_kept_rows_are_there_as_before(url: str, flash: Flash) -> None:
    write(SEEDED)
    answer = json.loads(flash("squash", "--data", "keep", "--json", *trying(url)))
    assert answer["unverified"] is None
    assert [each["place"].rpartition("/")[2] for each in answer["data"]] == [
        "20240103000000_seed.up.sql:2",
        "20240104000000_mark.up.sql:1",
    ]
    assert SEED in answer["up"]
    flash("apply")
    assert ask(url, "SELECT * FROM people ORDER BY id") == [(1, "Ada", None), (2, "Bo", 3)]
    assert states(flash) == {"20240105000000_squashed": "applied"}
    flash("down", "--force")
    assert states(flash) == {"20240105000000_squashed": "pending"}


def test_dropped_rows_are_named_and_the_schema_is_the_same(
    url: str, flash: Flash, capsys: pytest.CaptureFixture[str]
) -> None:
    write(SEEDED)
    assert run(["squash", "--data", "drop", *untried(url)]) == 0
    told = capsys.readouterr().err
    assert "left out db/migrations/20240103000000_seed.up.sql:2: INSERT INTO people" in told
    flash("apply")
    assert ask(url, "SELECT id, called, age FROM people") == []


def test_a_table_built_anew_carries_nothing_when_it_begins_empty(flash: Flash) -> None:
    flash("init", "--sqlite")
    for schema in ("name TEXT", "name VARCHAR(9) NOT NULL DEFAULT 'x'"):
        Path("db/schema/schema.sql").write_text(
            f"CREATE TABLE t (a INTEGER PRIMARY KEY, {schema});"
        )
        flash("migrate", "--auto")
    by_hand = (
        "CREATE TABLE u (a INT NOT NULL); INSERT INTO u SELECT a FROM t; DROP TABLE t;\n"
        "ALTER TABLE u RENAME TO t;\n"
    )
    write({"20990101000000_by_hand": (by_hand, "")})
    assert any("INSERT" in path.read_text() for path in FOLDER.glob("*"))
    flash("squash")
    assert ids() == {"20990101000000_squashed"}


def test_nothing_is_removed_when_the_new_files_cannot_be_written(
    flash: Flash, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    flash("init", "--sqlite")
    write(STEPS)
    monkeypatch.setattr(tempfile, "mkstemp", full)
    assert "cannot write migration" in flash("squash", code=1)
    assert ids() == set(STEPS)
    assert not (FOLDER / f"{SQUASHED}.up.sql").exists()


def test_one_migration_is_not_squashed_and_no_name_is_used_twice(flash: Flash) -> None:
    flash("init", "--sqlite")
    assert flash("squash").startswith("nothing to squash")
    write(STEPS)
    assert flash("squash", "--to", "20240101").startswith("nothing to squash")
    assert 'there is no migration "2025"' in flash("squash", "--to", "2025", code=1)
    assert "give the new one another name" in flash("squash", "three", code=1)
    assert ids() == set(STEPS)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM people",
        "DO $$ BEGIN PERFORM 1; END $$",
        "SELECT setval('s', 7)",
        "WITH x AS (SELECT 1) INSERT INTO people (id) SELECT * FROM x",
        "TRUNCATE people",
        "CALL f()",
        "ALTER TABLE people OWNER TO somebody",
    ],
)
def test_a_statement_that_no_schema_says_is_never_left_out_silently(
    statement: str, flash: Flash
) -> None:
    flash("init", "--postgresql")
    write(STEPS)
    text = f"CREATE SEQUENCE s;\nSET lock_timeout = '1s';\n\n{statement};\n"
    (FOLDER / "20240104000000_x.up.sql").write_text(text)
    told = flash("squash", "--no-verify", code=1)
    word = statement.split(maxsplit=1)[0]
    assert f"20240104000000_x.up.sql:4:1: error: {word} is not part of the schema" in told
