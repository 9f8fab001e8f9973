"""Migration files on disk."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from flash_core.engine import Engine
from flash_core.errors import MigrationConflict, MigrationError
from flash_core.migrations.change import Change
from flash_core.migrations.files import MigrationFile, checksum, read, slug, write, write_pair
from flash_core.migrations.replay import replay
from flash_core.migrations.sections import read_steps

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2024, 1, 1, 12, 0, 0)  # noqa: DTZ001 - names of files have no zone
CHANGES = (
    Change(
        "CREATE TABLE t (\n    a INT\n)",
        "DROP TABLE t",
        "create table t",
        "drop table t",
        undo_destroys=True,
    ),
    Change("ALTER TYPE m ADD VALUE 'x'", "", "add value x to enum m", "value x stays"),
    Change(
        "DROP TABLE u",
        "CREATE TABLE u (a INT)",
        "drop table u\n; oh",
        "create table u",
        destroys=True,
    ),
    Change("", "COMMENT ON TABLE u IS 'x'", "", "comment on table u"),
)
UP = """\
-- create table t
CREATE TABLE t (
    a INT
);

-- add value x to enum m
ALTER TYPE m ADD VALUE 'x';

-- destroys data: drop table u ; oh
DROP TABLE u;
"""
DOWN = """\
-- comment on table u
COMMENT ON TABLE u IS 'x';

-- create table u
CREATE TABLE u (a INT);

-- value x stays

-- destroys data: drop table t
DROP TABLE t;
"""


def test_a_written_migration_is_read_back(tmp_path: Path) -> None:
    folder = tmp_path / "db" / "migrations"
    up, down = write(folder, "Initial schema", CHANGES, NOW)
    assert sorted(folder.iterdir()) == [down, up]
    assert up.name == "20240101120000_initial_schema.up.sql"
    assert down.name == "20240101120000_initial_schema.down.sql"
    assert read(folder) == [
        MigrationFile(
            "20240101120000_initial_schema",
            UP,
            DOWN,
            up,
            down,
            hashlib.sha256(UP.encode()).hexdigest(),
            hashlib.sha256(DOWN.encode()).hexdigest(),
        )
    ]


def test_a_migration_is_newer_than_all_others(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        write(tmp_path, name, CHANGES, NOW)
    (tmp_path / "20240101125959_d.up.sql").write_text("")
    write(tmp_path, "e", CHANGES, NOW)
    assert [item.id for item in read(tmp_path)] == [
        "20240101120000_a",
        "20240101120001_b",
        "20240101120002_c",
        "20240101125959_d",
        "20240101130000_e",
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("add user profiles table", "add_user_profiles_table"),
        ("Initial-Schema!", "initial_schema"),
        ("../../etc/passwd", "etc_passwd"),
        ("a\\b\x00c\nd", "a_b_c_d"),
        ("x" * 300, "x" * 100),
        ("ünï cödé", "uni_code"),
        ("Straße Ⅳ ﬁx", "strasse_iv_fix"),
        ("日本 users", "users"),
    ],
)
def test_a_name_becomes_part_of_a_file_name(name: str, expected: str) -> None:
    assert slug(name) == expected


@pytest.mark.parametrize("name", ["", "   ", "../..", "☃", "日本"])
def test_a_name_without_letters_or_digits_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(MigrationError, match='write one that has, such as "add users"'):
        write(tmp_path / "m", name, CHANGES, NOW)
    assert not (tmp_path / "m").exists()


def test_nothing_is_left_when_a_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "20240101120000_x.down.sql").mkdir()  # in the way of the second file
    with pytest.raises(
        MigrationError, match=r"cannot write migration 20240101120000_x to .*: is a directory"
    ):
        write_pair(tmp_path, "20240101120000_x", "SELECT 1;", "SELECT 2;")
    assert [path.name for path in tmp_path.iterdir()] == ["20240101120000_x.down.sql"]


def test_a_migration_without_changes_is_to_be_filled_in(tmp_path: Path) -> None:
    up, down = write(tmp_path, "x", (), NOW)
    assert up.read_text() == "-- write the statements that apply this migration here\n"
    assert down.read_text() == "-- write the statements that take it back here\n"


def test_single_files_are_split_at_their_sections(tmp_path: Path) -> None:
    (tmp_path / "20240101000000_a.sql").write_text(
        "-- Migration: a\n-- +migrate Up\nCREATE TABLE t (a INT);\n-- +migrate Down\nDROP TABLE t;\n"
    )
    (tmp_path / "20240102000000_b.sql").write_text("CREATE TABLE u (a INT);\n")
    assert [(item.id, item.up, item.down, item.down_path) for item in read(tmp_path)] == [
        # in lines of the same numbers as in the file
        ("20240101000000_a", "\n\nCREATE TABLE t (a INT);\n\n\n", "\n\n\n\nDROP TABLE t;\n", None),
        ("20240102000000_b", "CREATE TABLE u (a INT);\n", "", None),
    ]


def test_a_single_file_keeps_the_checksum_of_its_sections(tmp_path: Path) -> None:
    (tmp_path / "20240101000000_a.sql").write_text(
        "-- x\n-- +migrate Up\nCREATE TABLE t (a INT);\n-- +migrate Down\nDROP TABLE t;\n"
    )
    (found,) = read(tmp_path)
    assert found.checksum == checksum("CREATE TABLE t (a INT);\n")
    assert found.down_checksum == checksum("DROP TABLE t;\n")


BLOCK = "CREATE FUNCTION f() RETURNS int AS 'SELECT 1; SELECT 2;' LANGUAGE sql;\nSELECT f();\n"
GOOSE = f"""\
-- +goose NO TRANSACTION
-- +goose Up
CREATE TABLE t (a INT);
-- +goose StatementBegin
{BLOCK}-- +goose StatementEnd

-- +goose Down
DROP TABLE t;
"""
DBMATE = """\
-- migrate:up transaction:false
CREATE INDEX CONCURRENTLY i ON t (a);

-- migrate:down
DROP INDEX i;
"""
SQL_MIGRATE = """\
-- +migrate Up notransaction
VACUUM;
-- +migrate Down
SELECT 1;
"""


@pytest.mark.parametrize(
    ("text", "up", "down"),
    [
        (
            GOOSE,
            [
                ("CREATE TABLE t (a INT)", 3),
                (BLOCK.strip(), 5),
            ],
            [("DROP TABLE t", 10)],
        ),
        (DBMATE, [("CREATE INDEX CONCURRENTLY i ON t (a)", 2)], [("DROP INDEX i", 5)]),
        (SQL_MIGRATE, [("VACUUM", 2)], [("SELECT 1", 4)]),
    ],
    ids=["goose", "dbmate", "sql-migrate"],
)
def test_files_of_other_tools_are_read_with_their_options(
    text: str, up: list[tuple[str, int]], down: list[tuple[str, int]], tmp_path: Path
) -> None:
    (tmp_path / "00001_a.sql").write_text(text)
    (found,) = read(tmp_path)
    read_up = read_steps(found.up, Engine.POSTGRESQL)
    read_down = read_steps(found.down, Engine.POSTGRESQL)
    assert [(step.sql, step.line) for step in read_up.steps] == up
    assert [(step.sql, step.line) for step in read_down.steps] == down
    assert not read_up.transaction
    assert read_down.transaction is (text != GOOSE)


def test_an_edited_option_is_an_edit(tmp_path: Path) -> None:
    (tmp_path / "00001_a.sql").write_text(DBMATE)
    (before,) = read(tmp_path)
    (tmp_path / "00001_a.sql").write_text(DBMATE.replace(" transaction:false", ""))
    (after,) = read(tmp_path)
    assert before.checksum != after.checksum


def test_numbers_are_ordered_as_numbers_and_may_stand_there_once(tmp_path: Path) -> None:
    for name in ("010_b", "0009_a", "20240101000000_c"):
        (tmp_path / f"{name}.sql").write_text("SELECT 1")
    assert [found.id for found in read(tmp_path)] == ["0009_a", "010_b", "20240101000000_c"]
    (tmp_path / "009_d.sql").write_text("SELECT 1")
    with pytest.raises(MigrationConflict, match="0009_a and 009_d have one timestamp"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("text", "transaction", "foreign_keys"),
    [
        ("-- make it\n-- flash:no-transaction\n\nSELECT 1", False, True),
        ("SELECT 1; -- flash:no-transaction", True, True),
        ("SELECT 1;\n-- flash:no-transaction\n", True, True),
        ("\n-- flash:foreign-keys-off\nSELECT 1", True, False),
        ("PRAGMA foreign_keys=OFF; SELECT 1; PRAGMA foreign_keys = 1;", True, False),
        ("pragma foreign_keys(0); SELECT 1", True, False),
        ("PRAGMA foreign_keys = ON; SELECT 1", True, True),
    ],
)
def test_directives_stand_in_the_first_comments_and_pragmas_anywhere(
    text: str, transaction: bool, foreign_keys: bool
) -> None:
    found = read_steps(text, Engine.SQLITE)
    assert [step.sql for step in found.steps] == ["SELECT 1"]
    assert (found.transaction, found.foreign_keys) == (transaction, foreign_keys)


def test_other_files_are_no_migrations(tmp_path: Path) -> None:
    for name in ("README.md", "schema.sql", "2024_x.up.sql", "20240101000000_a.up.sql.bak"):
        (tmp_path / name).write_text("x")
    assert read(tmp_path) == []
    assert read(tmp_path / "missing") == []


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (
            ["20240101000000_a.down.sql"],
            "20240101000000_a.down.sql has no 20240101000000_a.up.sql beside it; restore that file",
        ),
        (
            ["20240101000000_a.up.sql", "20240101000000_b.up.sql"],
            "migrations 20240101000000_a and 20240101000000_b have one timestamp; rename one of them",
        ),
        (
            ["20240101000000_a.sql", "20240101000000_a.up.sql"],
            (
                "migration 20240101000000_a is there twice:"
                " 20240101000000_a.sql and 20240101000000_a.up.sql; delete one of them"
            ),
        ),
    ],
)
def test_files_that_contradict_each_other_are_a_conflict(
    names: list[str], message: str, tmp_path: Path
) -> None:
    for name in names:
        (tmp_path / name).write_text("")
    with pytest.raises(MigrationConflict) as raised:
        read(tmp_path)
    assert str(raised.value) == message


def test_a_file_that_is_no_text_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "20240101000000_a.up.sql").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(MigrationError, match=r"cannot read migration 20240101000000_a.*UTF-8"):
        read(tmp_path)


def test_a_folder_and_a_link_to_nothing_are_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "20240101000000_a.up.sql").mkdir()
    with pytest.raises(MigrationError, match=r"cannot read migration 20240101000000_a.up.sql: "):
        read(tmp_path)
    (tmp_path / "20240101000000_a.up.sql").rmdir()
    (tmp_path / "20240101000000_a.up.sql").symlink_to(tmp_path / "nowhere")
    with pytest.raises(MigrationError, match=r"a.up.sql: No such file or directory"):
        read(tmp_path)


def test_line_ends_and_byte_order_marks_do_not_change_a_checksum() -> None:
    assert checksum("a;\nb;\n") == checksum("a;\r\nb;\r\n") == checksum("\ufeffa;\rb;\r")
    assert checksum("a;\nb;\n") != checksum("a;\nb; \n")


def test_replaying_files_gives_the_state_they_lead_to(tmp_path: Path) -> None:
    texts = {
        "20240101000000_a": "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT);",
        "20240102000000_b": "ALTER TABLE t RENAME COLUMN a TO b; INSERT INTO t (b) VALUES ('x');",
        "20240103000000_c": "CREATE TABLE gone (a INT); DROP TABLE gone;",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.up.sql").write_text(text)
    catalog, problems = replay(read(tmp_path), Engine.SQLITE)
    assert problems == []
    assert [(t.name, [c.name for c in t.columns]) for t in catalog.tables] == [("t", ["id", "b"])]


def test_replay_keeps_to_the_order_of_statements(tmp_path: Path) -> None:
    (tmp_path / "20240101000000_a.up.sql").write_text("ALTER TABLE t ADD COLUMN b INT;")
    (tmp_path / "20240102000000_b.up.sql").write_text("CREATE TABLE t (a INT);")
    _, problems = replay(read(tmp_path), Engine.SQLITE)
    assert [item.message for item in problems] == ['table "t" does not exist']
