"""Mistakes in SQL files: one message each, with its place; all in one run; nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Folder

POSTGRESQL_SCHEMA = """\
CREATE TABLE users (
    id SERIAL PRIMARY KEY,
    name VARCHAR(100) NOT NULL
);
"""
SQLITE_SCHEMA = POSTGRESQL_SCHEMA.replace("SERIAL", "INTEGER")


@pytest.fixture(params=["sqlite", "postgresql"])
def written(
    request: pytest.FixtureRequest, initialised: Callable[[str, str], Folder]
) -> Callable[[dict[str, str]], Folder]:
    """A factory: a project of each engine with a table ``users`` and other files."""

    def make(files: dict[str, str]) -> Folder:
        project = initialised(request.param, "none")
        sqlite = request.param == "sqlite"
        project.write("db/schema/schema.sql", SQLITE_SCHEMA if sqlite else POSTGRESQL_SCHEMA)
        for path, text in files.items():
            project.write(path, text)
        return project

    return make


def places(err: str) -> list[str]:
    """Return ``file:line:col`` of each error."""
    return [line.partition(": error")[0] for line in err.splitlines() if ": error" in line]


@pytest.mark.parametrize(
    ("path", "text", "place", "words"),
    [
        ("q", "-- name: A :many\nSELECT id FROM usrs;\n", "2:16", ["usrs", 'did you mean "users"']),
        ("q", "-- name: A :many\nSELECT nme FROM users;\n", "2:8", ["nme", 'did you mean "name"']),
        (
            "q",
            "-- name: A :one\nSELECT 1;\n\n-- name: A :one\nSELECT 2;\n",
            "4:10",
            ["A is defined twice"],
        ),
        ("q", "-- name: A :onne\nSELECT 1;\n", "1:12", [":onne", "one"]),
        ("q", "-- name: A\nSELECT 1;\n", "1:", ["A"]),
        ("q", "SELECT 1;\n", "1:1", ["SQL without a query annotation above it"]),
        ("q", "-- name: A :many\n\n", "1:10", ["A"]),
        ("q", "-- name: A :many\nSELECT id FORM users;\n", "2:", ["users"]),
        ("q", "-- name: A :many\nSELECT 'open FROM users;\n", "2:8", ["unterminated"]),
        ("q", "-- name: A :one\nSELECT 1; SELECT 2;\n", "2:11", ["more than one statement"]),
        ("s", "CREATE TABLE a (id INTEGER PRIMARY KEY,);\n", "1:", ["syntax error"]),
        ("s", "CREATE TABEL a (id INTEGER);\n", "1:8", ["TABEL"]),
        (
            "s",
            "CREATE TABLE a (id INTEGER, u INTEGER REFERENCES usrs(id));\n",
            "1:50",
            ["usrs", 'did you mean "users"'],
        ),
        ("s", "CREATE TABLE users (id INTEGER);\n", "1:14", ["users"]),
    ],
)
def test_a_mistake_has_its_place_and_nothing_is_written(
    written: Callable[[dict[str, str]], Folder],
    path: str,
    text: str,
    place: str,
    words: list[str],
) -> None:
    file = {"q": "db/queries/x.sql", "s": "db/schema/x.sql"}[path]
    project = written({file: text})
    before = project.files()
    result = project.flash("gen")
    assert (result.code, result.out) == (1, "")
    assert len(places(result.err)) == 1, result.err
    assert places(result.err)[0].startswith(f"{file}:{place}"), result.err
    assert "^" in result.err
    for word in words:
        assert word in result.err
    assert result.err.endswith("\n1 error\n")
    assert project.files() == before


def test_all_mistakes_of_all_files_come_out_of_one_run(
    written: Callable[[dict[str, str]], Folder],
) -> None:
    project = written(
        {
            "db/queries/a.sql": (
                "-- name: One :many\nSELECT x FROM users;\n\n"
                "-- name: Two :mny\nSELECT 1;\n\n"
                "-- name: Three :many\nSELECT id FROM nowhere;\n"
            ),
            "db/queries/b.sql": "-- name: One :one\nSELECT count(*) FROM users;\n",
        }
    )
    result = project.flash("gen")
    assert result.code == 1
    assert places(result.err) == [
        "db/queries/a.sql:2:8",
        "db/queries/a.sql:4:14",
        "db/queries/a.sql:8:16",
        "db/queries/b.sql:1:10",
    ]
    assert result.err.endswith("\n4 errors\n")
    assert not (project.root / "flash_gen").exists()


def test_a_broken_schema_hides_no_annotation_and_repeats_itself_in_no_query(
    written: Callable[[dict[str, str]], Folder],
) -> None:
    project = written(
        {
            "db/schema/a.sql": "CREATE TABEL posts (id INTEGER PRIMARY KEY);\n",
            "db/schema/b.sql": "CREATE TABLE c (p INTEGER REFERENCES posts(id));\n",
            "db/schema/d.sql": "CREATE TABLE d (p INTEGER REFERENCES nowhere(id));\n",
            "db/queries/a.sql": (
                "-- name: A :many\nSELECT id FROM posts;\n-- name: B :mny\nSELECT 1;\n"
            ),
        }
    )
    result = project.flash("gen")
    assert result.code == 1
    assert places(result.err) == [
        "db/queries/a.sql:3:12",
        "db/schema/a.sql:1:8",
        "db/schema/d.sql:1:38",
    ]


def test_a_failed_run_leaves_the_last_good_output(
    written: Callable[[dict[str, str]], Folder],
) -> None:
    good = "-- name: A :many\nSELECT id FROM users;\n"
    project = written({"db/queries/x.sql": good})
    project.done("gen")
    text = project.read("flash_gen/x.py")
    project.write("db/queries/x.sql", good.replace("id", "idd"))
    assert project.flash("gen").code == 1
    assert project.flash("gen").code == 1
    assert project.read("flash_gen/x.py") == text
    project.write("db/queries/x.sql", good)
    assert project.done("gen") == "flash_gen is up to date\n"


@pytest.mark.parametrize("file", ["db/schema/x.sql", "db/queries/x.sql"])
def test_a_file_that_is_not_utf_8_is_named(
    written: Callable[[dict[str, str]], Folder], file: str
) -> None:
    project = written({})
    project.write(file, b"-- first line\n-- caf\xe9\n")
    result = project.flash("gen")
    assert result.code == 1
    assert places(result.err) == [f"{file}:2:7"]
    assert "not UTF-8 text (byte 0xe9)" in result.err


def test_a_byte_order_mark_and_crlf_change_nothing(
    written: Callable[[dict[str, str]], Folder],
) -> None:
    project = written({})
    project.write("db/schema/x.sql", b"\xef\xbb\xbfCREATE TABLE crlf (\r\n  id INTEGER\r\n);\r\n")
    project.write(
        "db/queries/x.sql", b"\xef\xbb\xbf-- name: A :many\r\nSELECT id\r\nFROM crlf;\r\n"
    )
    project.done("gen")
    assert "def a(" in project.read("flash_gen/x.py")
    project.write("db/queries/x.sql", b"\xef\xbb\xbf-- name: A :mny\r\nSELECT 1;\r\n")
    assert places(project.flash("gen").err) == ["db/queries/x.sql:1:12"]


@pytest.mark.parametrize(
    ("key", "command"), [("schema_dir", "gen"), ("schema_dir", "migrate"), ("queries", "gen")]
)
def test_a_folder_that_does_not_exist_is_named(project: Folder, key: str, command: str) -> None:
    folder = {"schema_dir": "db/schema", "queries": "db/queries"}[key]
    project.write("flash.config.json", project.read("flash.config.json").replace(folder, "db/no"))
    result = project.flash(command)
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        f'error: the folder db/no ("{key}") does not exist: create it, or correct "{key}"\n'
    )


def test_a_mistake_in_a_migration_has_its_place(project: Folder) -> None:
    project.migration("20240101000000_one", "CREATE TABEL one (id INTEGER);\n")
    result = project.flash("migrate", "next")
    assert result.code == 1
    assert places(result.err) == ["db/migrations/20240101000000_one.up.sql:1:8"]


def test_files_of_sub_folders_are_read_and_other_folders_are_not(project: Folder) -> None:
    config = project.read("flash.config.json")
    project.write("flash.config.json", config.replace('"db/schema"', '"db"'))
    project.write("db/schema/deep/er/tags.sql", "CREATE TABLE tags (id INTEGER PRIMARY KEY);\n")
    project.write("db/migrations/notes.sql", "not SQL at all;\n")
    project.write("db/schema/.hidden/x.sql", "not SQL at all;\n")
    project.write("db/queries/tags.sql", "-- name: Tags :many\nSELECT id FROM tags;\n")
    project.done("gen")
    assert "tags.py" in project.files("flash_gen")
