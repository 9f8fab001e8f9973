# Generated from tests/database/test_migrating.py by `nox -s unasync`: edit that file.
"""Migrations that a service applies when it starts, on every driver."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import flash_sync

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.anyio


def write(folder: Path, **texts: str) -> Path:
    """Write the files of migrations."""
    for name, text in texts.items():
        (folder / f"2024010{name[1:]}.up.sql").write_text(text)
    return folder


def test_a_service_applies_what_is_pending_once(url: str, tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        _1000000_one="CREATE TABLE one (id INTEGER PRIMARY KEY);\nINSERT INTO one VALUES (1);\n",
        _2000000_two="INSERT INTO one VALUES (2); INSERT INTO one VALUES (3)",
    )
    both = ["20240101000000_one", "20240102000000_two"]
    with flash_sync.connect(url) as database:
        assert flash_sync.migrate(database, folder, to="20240101") == both[:1]
        assert flash_sync.migrate(database, str(folder)) == both[1:]
        assert flash_sync.migrate(database, folder) == []
        rows = flash_sync.Sql[tuple[int]]("SELECT id FROM one ORDER BY id")
        assert database.fetch(rows) == [(1,), (2,), (3,)]
        assert database.stats().in_use == 0


def test_one_connection_is_enough(url: str, tmp_path: Path) -> None:
    folder = write(tmp_path, _1000000_one="CREATE TABLE one (id INTEGER PRIMARY KEY);")
    with flash_sync.connect(url, max_size=1, timeout=2.0) as database:
        assert flash_sync.migrate(database, folder) == ["20240101000000_one"]
        assert database.fetch(flash_sync.Sql[tuple[int]]("SELECT id FROM one")) == []


def test_a_failure_names_the_file_the_line_and_the_statement(url: str, tmp_path: Path) -> None:
    folder = write(
        tmp_path, _1000000_one="-- a\nCREATE TABLE one (id INTEGER);\n\nDROP TABLE no;\n"
    )
    with flash_sync.connect(url) as database:
        with pytest.raises(flash_sync.MigrationError) as raised:
            flash_sync.migrate(database, folder)
    message = str(raised.value)
    assert message.startswith("migration 20240101000000_one failed at statement 2 of 2: ")
    assert "20240101000000_one.up.sql:4: DROP TABLE no\n" in message


def test_a_folder_that_is_not_there_is_an_error(url: str, tmp_path: Path) -> None:
    with flash_sync.connect(url) as database:
        with pytest.raises(flash_sync.MigrationError, match="there is no folder"):
            flash_sync.migrate(database, tmp_path / "nowhere")


def test_a_statement_that_ends_the_transaction_is_refused(url: str, tmp_path: Path) -> None:
    folder = write(tmp_path, _1000000_one="CREATE TABLE one (id INTEGER);\nCOMMIT;\n")
    with flash_sync.connect(url) as database:
        with pytest.raises(flash_sync.MigrationError, match=r"one\.up\.sql:2: COMMIT inside a"):
            flash_sync.migrate(database, folder)


def test_a_single_connection_is_refused(url: str, tmp_path: Path) -> None:
    with flash_sync.connect(url) as database, database.transaction() as transaction:
        with pytest.raises(flash_sync.ProgrammingError, match="what connect"):
            flash_sync.migrate(transaction, tmp_path)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] - what it is about
