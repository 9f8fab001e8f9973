"""Migrations that a service applies when it starts, on every driver."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import flash_core

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.anyio


def write(folder: Path, **texts: str) -> Path:
    """Write the files of migrations."""
    for name, text in texts.items():
        (folder / f"2024010{name[1:]}.up.sql").write_text(text)
    return folder


async def test_a_service_applies_what_is_pending_once(url: str, tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        _1000000_one="CREATE TABLE one (id INTEGER PRIMARY KEY);\nINSERT INTO one VALUES (1);\n",
        _2000000_two="INSERT INTO one VALUES (2); INSERT INTO one VALUES (3)",
    )
    both = ["20240101000000_one", "20240102000000_two"]
    async with flash_core.connect(url) as database:
        assert await flash_core.migrate(database, folder, to="20240101") == both[:1]
        assert await flash_core.migrate(database, str(folder)) == both[1:]
        assert await flash_core.migrate(database, folder) == []
        rows = flash_core.Sql[tuple[int]]("SELECT id FROM one ORDER BY id")
        assert await database.fetch(rows) == [(1,), (2,), (3,)]
        assert database.stats().in_use == 0


async def test_one_connection_is_enough(url: str, tmp_path: Path) -> None:
    folder = write(tmp_path, _1000000_one="CREATE TABLE one (id INTEGER PRIMARY KEY);")
    async with flash_core.connect(url, max_size=1, timeout=2.0) as database:
        assert await flash_core.migrate(database, folder) == ["20240101000000_one"]
        assert await database.fetch(flash_core.Sql[tuple[int]]("SELECT id FROM one")) == []


async def test_a_failure_names_the_file_the_line_and_the_statement(
    url: str, tmp_path: Path
) -> None:
    folder = write(
        tmp_path, _1000000_one="-- a\nCREATE TABLE one (id INTEGER);\n\nDROP TABLE no;\n"
    )
    async with flash_core.connect(url) as database:
        with pytest.raises(flash_core.MigrationError) as raised:
            await flash_core.migrate(database, folder)
    message = str(raised.value)
    assert message.startswith("migration 20240101000000_one failed at statement 2 of 2: ")
    assert "20240101000000_one.up.sql:4: DROP TABLE no\n" in message


async def test_a_folder_that_is_not_there_is_an_error(url: str, tmp_path: Path) -> None:
    async with flash_core.connect(url) as database:
        with pytest.raises(flash_core.MigrationError, match="there is no folder"):
            await flash_core.migrate(database, tmp_path / "nowhere")


async def test_a_statement_that_ends_the_transaction_is_refused(url: str, tmp_path: Path) -> None:
    folder = write(tmp_path, _1000000_one="CREATE TABLE one (id INTEGER);\nCOMMIT;\n")
    async with flash_core.connect(url) as database:
        with pytest.raises(flash_core.MigrationError, match=r"one\.up\.sql:2: COMMIT inside a"):
            await flash_core.migrate(database, folder)


async def test_a_single_connection_is_refused(url: str, tmp_path: Path) -> None:
    async with flash_core.connect(url) as database, database.transaction() as transaction:
        with pytest.raises(flash_core.ProgrammingError, match="what connect"):
            await flash_core.migrate(transaction, tmp_path)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] - what it is about
