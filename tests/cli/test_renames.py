"""What was renamed: said in the schema, asked on a terminal, never guessed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Folder

BEFORE = "CREATE TABLE people (id INTEGER PRIMARY KEY, fullname TEXT, age INT);\n"
AFTER = "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT, age INT);\n"

on_a_terminal = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


@pytest.fixture
def migrated(project: Folder) -> Folder:
    """A project whose one table is migrated."""
    for path in project.files("db/schema"):
        (project.root / "db/schema" / path).unlink()
    for path in project.files("db/queries"):
        (project.root / "db/queries" / path).unlink()
    project.write("db/schema/schema.sql", BEFORE)
    project.migration("20200101000000_first", BEFORE)
    return project


def last_up(project: Folder) -> str:
    """Return the SQL of the newest migration."""
    newest = max(path for path in project.files("db/migrations") if path.endswith(".up.sql"))
    return project.read(f"db/migrations/{newest}")


@on_a_terminal
def test_a_person_is_asked_whether_a_column_is_renamed(migrated: Folder) -> None:
    migrated.write("db/schema/schema.sql", AFTER)
    shown = migrated.typed("y\n", "migrate", "names")
    assert "is column `people.fullname` renamed to `name`? [y/N]" in shown
    assert "RENAME COLUMN fullname TO name" in last_up(migrated)
    assert "destroys data" not in last_up(migrated)
    assert "no changes" in migrated.done("migrate")


@on_a_terminal
def test_no_is_no(migrated: Folder) -> None:
    migrated.write("db/schema/schema.sql", AFTER)
    migrated.typed("\n", "migrate", "names")
    assert "RENAME" not in last_up(migrated).replace("RENAME COLUMN fullname TO name)", "")
    assert "destroys data" in last_up(migrated)


@on_a_terminal
def test_a_table_is_asked_about_before_its_columns(migrated: Folder) -> None:
    migrated.write("db/schema/schema.sql", BEFORE.replace("people", "users"))
    shown = migrated.typed("y\n", "migrate", "names")
    assert "is table `people` renamed to `users`?" in shown
    assert last_up(migrated).endswith("ALTER TABLE people RENAME TO users;\n")


@pytest.mark.parametrize("arguments", [("--auto",), ("names",)])
def test_without_a_terminal_nothing_is_asked_or_guessed(
    migrated: Folder, arguments: tuple[str, ...]
) -> None:
    migrated.write("db/schema/schema.sql", AFTER)
    migrated.done("migrate", *arguments)
    assert "destroys data" in last_up(migrated)


@on_a_terminal
def test_auto_asks_nobody(migrated: Folder) -> None:
    migrated.write("db/schema/schema.sql", AFTER)
    assert "[y/N]" not in migrated.typed("", "migrate", "--auto")


def test_a_directive_renames_and_is_spent_afterwards(migrated: Folder) -> None:
    migrated.write("db/schema/schema.sql", "-- flash:rename fullname name\n" + AFTER)
    migrated.done("migrate", "--auto")
    assert "RENAME COLUMN fullname TO name" in last_up(migrated)
    assert "no changes" in migrated.done("migrate", "--auto")


def test_a_directive_without_a_match_is_an_error_under_its_words(migrated: Folder) -> None:
    migrated.write("db/schema/schema.sql", "-- flash:rename fullnam name\n" + AFTER)
    result = migrated.flash("migrate", "--auto")
    assert result.code == 1
    assert 'there is no column "fullnam" to rename, and no "name" either' in result.err
    assert "   ^^^^^^^^^^^^^^^^^^^^^^^^^" in result.err
    assert 'did you mean "fullname"?' in result.err
