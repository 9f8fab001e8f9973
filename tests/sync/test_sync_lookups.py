# Generated from tests/database/test_lookups.py by `nox -s unasync`: edit that file.
"""Rows of SQLite that are looked up by a key where the call is made."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, NoReturn

import pytest

import flash_sync
from flash_sync import Database, Sql
from flash_sync._compat import HOPS
from flash_sync.drivers.sqlite_calls import by_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.anyio

TABLE = """
CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    name TEXT,
    email TEXT UNIQUE,
    team INTEGER,
    place INTEGER,
    age INTEGER,
    UNIQUE (team, place)
);
CREATE INDEX by_age ON users (age);
"""
INSERT = "INSERT INTO users (id, name, email, team, place, age) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
NAME = Sql[tuple[str]]("SELECT name FROM users WHERE id = ?1")
ANN = (1, "Ann", "a@x", 1, 2, 30)


@pytest.fixture(params=[0, 2], ids=["alone", "beside readers"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A file with a table of users."""
    readers: int = request.param
    url = f"sqlite:///{tmp_path}/a.db"
    with flash_sync.connect(url, readers=readers, inline=True, timeout=0.3) as database:
        database.execute_script(TABLE)
        database.execute(INSERT, *ANN)
        yield database


@pytest.fixture
def looked_up(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The statements whose rows were looked up where the call was made."""
    found: list[str] = []

    def first(connection: sqlite3.Connection, query: str, args: tuple[object, ...]) -> object:
        row: object = connection.execute(query, args).fetchone()
        found.append(query)
        return row

    monkeypatch.setattr("flash_sync.drivers.sqlite_lookups._row", by_name(first))
    return found


@pytest.mark.parametrize(
    ("condition", "args"),
    [
        ("WHERE id = ?1", (1,)),
        ("WHERE rowid = ?1 LIMIT 1", (1,)),
        ("WHERE email = ?1", ("a@x",)),
        ("WHERE team = ?1 AND place = ?2", (1, 2)),
        ("WHERE team = ?2 AND place = ?1 AND age > ?3", (2, 1, 20)),
        ("AS u WHERE u.id = 1", ()),
    ],
)
def test_a_row_is_looked_up_by_all_columns_of_a_key(
    database: Database, looked_up: list[str], condition: str, args: tuple[object, ...]
) -> None:
    query = f"SELECT name FROM users {condition}"
    for _ in range(3):
        assert database.fetchval(Sql[tuple[str]](query), *args) == "Ann"
        assert database.fetchrow(Sql[tuple[str]](query), *args) == ("Ann",)
    looked = Sql[tuple[str]](f"-- a comment\nWITH u AS (SELECT * {query[11:]}) SELECT name FROM u")
    assert database.fetchval(looked, *args) == "Ann"
    assert looked_up == [query] * 6 + [looked]


@pytest.mark.parametrize(
    ("query", "args"),
    [
        ("SELECT name FROM users WHERE age = ?1", (30,)),
        ("SELECT name FROM users WHERE team = ?1", (1,)),
        ("SELECT name FROM users WHERE team = ?1 AND place > ?2", (1, 1)),
        ("SELECT name FROM users WHERE id >= ?1", (1,)),
        ("SELECT max(name) FROM users", ()),
        ("SELECT name FROM users ORDER BY name", ()),
        ("SELECT (SELECT name FROM users WHERE id = ?1)", (1,)),
        ("SELECT a.name FROM users a JOIN users b USING (id) WHERE id = ?1", (1,)),
        ("UPDATE users SET age = 31 WHERE id = ?1 RETURNING name", (1,)),
    ],
)
def test_what_may_take_longer_than_a_look_up_is_run_as_ever(
    database: Database, looked_up: list[str], query: str, args: tuple[object, ...]
) -> None:
    for _ in range(2):
        assert database.fetchval(Sql[tuple[str]](query), *args) == "Ann"
        assert database.fetchrow(Sql[tuple[str]](query), *args) == ("Ann",)
    assert looked_up == []


@pytest.mark.parametrize(("inline", "count"), [(None, int(HOPS)), (True, 1), (False, 0)])
def test_rows_are_looked_up_unless_that_is_switched_off(
    tmp_path: Path, looked_up: list[str], inline: bool | None, count: int
) -> None:
    with flash_sync.connect(f"sqlite:///{tmp_path}/a.db", inline=inline) as database:
        database.execute_script(TABLE)
        assert database.fetchval(NAME, 1) is None
        with database.transaction() as tx:
            assert tx.fetchval(NAME, 1) is None
    assert looked_up == [NAME] * count


@pytest.mark.parametrize(
    "way", ["execute", "execute_result", "execute_script", "fetch", "fetchval"]
)
def test_a_temporary_table_hides_that_of_the_file(tmp_path: Path, way: str) -> None:
    hide = Sql[tuple[str]]("CREATE TEMP TABLE users AS SELECT 1 AS id, 'Bob' AS name")
    with flash_sync.connect(f"sqlite:///{tmp_path}/a.db", inline=True) as database:
        database.execute_script(TABLE)
        assert database.fetchval(NAME, 1) is None
        getattr(database, way)(hide)
        assert database.fetchval(NAME, 1) == "Bob"


@pytest.mark.parametrize("mode", ["journal_mode = DELETE", "Journal_Mode(truncate)"])
def test_who_wants_the_file_alone_has_it(tmp_path: Path, looked_up: list[str], mode: str) -> None:
    with flash_sync.connect(f"sqlite:///{tmp_path}/a.db", inline=True) as database:
        database.execute_script(TABLE)
        assert database.fetchval(NAME, 1) is None
        found = database.fetchval(Sql[tuple[str]](f"PRAGMA {mode}"))
        assert found in {"delete", "truncate"}
        assert database.fetchval(NAME, 1) is None
        assert looked_up == [NAME]


def test_a_slow_disk_holds_up_nothing_for_long(
    database: Database, looked_up: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr("flash_sync.drivers.sqlite_lookups.perf_counter", clock.read)
    for _ in range(100):
        assert database.fetchval(NAME, 1) == "Ann"
    assert len(looked_up) == 100  # each of them took some microseconds
    looked_up.clear()
    clock.each = 0.015
    for _ in range(20):
        assert database.fetchval(NAME, 1) == "Ann"
    assert len(looked_up) == 2
    clock.now += 1
    clock.each = 1e-6
    for _ in range(20):
        assert database.fetchval(NAME, 1) == "Ann"
    assert len(looked_up) == 22


class Clock:
    """A clock that goes on by ``each`` seconds whenever it is read."""

    def __init__(self) -> None:
        self.now = 100.0
        self.each = 3e-6

    def read(self) -> float:
        """Return the time."""
        self.now += self.each
        return self.now


def test_where_no_second_connection_is_to_be_had_the_first_one_does_it(
    database: Database, looked_up: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **settings: object) -> NoReturn:
        del args, settings
        message = "unable to open database file"
        raise sqlite3.OperationalError(message)

    monkeypatch.setattr("flash_sync.drivers.sqlite_lookups.sqlite3.connect", refuse)
    for _ in range(3):
        assert database.fetchval(NAME, 1) == "Ann"
    assert looked_up == []


def test_no_row_is_none(database: Database) -> None:
    assert database.fetchrow(NAME, 7) is None
    assert database.fetchval(NAME, 7) is None


def test_who_looks_up_sees_what_was_committed_before(database: Database, tmp_path: Path) -> None:
    change = "UPDATE users SET name = ?1 WHERE id = 1"
    other = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
    for number in range(20):
        database.execute(change, str(number))
        assert database.fetchval(NAME, 1) == str(number)
        with database.transaction() as tx:
            tx.execute(change, "new")
            assert tx.fetchval(NAME, 1) == "new"
            assert database.fetchval(NAME, 1) == str(number)
        assert database.fetchval(NAME, 1) == "new"
        other.execute(change, ("others",))
        assert database.fetchval(NAME, 1) == "others"
        # Nothing that was looked up keeps the log from being written back and begun anew.
        assert other.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone() == (0, 0, 0)
        assert database.fetchval(NAME, 1) == "others"
    other.close()


def test_a_lock_is_waited_for_by_the_others(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
    other.executescript(TABLE)
    other.execute("INSERT INTO users (id, name) VALUES (1, 'Ann')")
    other.execute("BEGIN IMMEDIATE")  # so the file stays in its mode, in which writers lock it
    with flash_sync.connect(f"sqlite:///{tmp_path}/a.db", inline=True, timeout=0.2) as database:
        assert database.fetchval(NAME, 1) == "Ann"
        other.execute("COMMIT")
        for _ in range(2):
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(flash_sync.OperationalError, match="locked"):
                database.fetchval(NAME, 1)
            other.execute("UPDATE users SET name = name || '!'")
            other.execute("COMMIT")
        assert database.fetchval(NAME, 1) == "Ann!!"
    other.close()


def test_long_rows_and_many_steps_are_left_to_the_others(database: Database) -> None:
    database.execute("UPDATE users SET name = ?1", "x" * 3_000_000)
    assert len(database.fetchval(NAME, 1) or "") == 3_000_000
    database.execute("UPDATE users SET name = 'short'")
    assert database.fetchval(NAME, 1) == "short"
    # A unique index has a place for every NULL.
    database.execute(
        "WITH RECURSIVE n(x) AS (VALUES (2) UNION ALL SELECT x + 1 FROM n WHERE x < 30000) "
        "INSERT INTO users (id, name) SELECT x, x FROM n"
    )
    last = Sql[tuple[int]]("SELECT id FROM users WHERE email IS ?1 AND name = '30000'")
    for _ in range(3):
        assert database.fetchval(last, None) == 30000
    for _ in range(2000):  # whose steps do not add up
        assert database.fetchval(NAME, 1) == "short"


def test_what_is_wrong_is_said_as_ever(database: Database) -> None:
    with pytest.raises(flash_sync.ProgrammingError):
        database.fetchval(NAME)
    with pytest.raises(flash_sync.ProgrammingError, match="no such table: nowhere"):
        database.fetchval(Sql[tuple[int]]("SELECT x FROM nowhere WHERE id = ?1"), 1)
    overflow = Sql[tuple[int]](
        "SELECT abs(-9223372036854775807 - ?2) FROM users WHERE id = ?1",
    )
    for _ in range(2):
        with pytest.raises(flash_sync.DatabaseError, match="integer overflow"):
            database.fetchval(overflow, 1, 1)
        with pytest.raises(flash_sync.DatabaseError):
            database.fetchval(NAME, 2**64)
    assert database.fetchval(NAME, 1) == "Ann"


def test_the_schema_may_change(database: Database) -> None:
    everything = Sql[tuple[object, ...]]("SELECT * FROM users WHERE id = ?1")
    assert database.fetchrow(everything, 1) == ANN
    database.execute("ALTER TABLE users ADD COLUMN note TEXT DEFAULT 'n'")
    assert database.fetchrow(everything, 1) == (*ANN, "n")
    database.execute_script(
        "DROP TABLE users; CREATE TABLE users (id INTEGER, name TEXT); "
        "INSERT INTO users VALUES (1, 'Eve'), (1, 'Max')"
    )
    assert database.fetchrow(everything, 1) == (1, "Eve")
    database.execute("DROP TABLE users")
    with pytest.raises(flash_sync.ProgrammingError, match="no such table"):
        database.fetchrow(everything, 1)


def test_more_statements_are_looked_up_than_are_kept(database: Database) -> None:
    for number in range(1100):
        query = Sql[tuple[str, int]](f"SELECT name, {number} FROM users WHERE id = ?1")
        assert database.fetchrow(query, 1) == ("Ann", number)


def files(folder: Path) -> list[str]:
    """Return what is there."""
    return [path.name for path in folder.iterdir()]


def test_a_database_that_looks_up_opens_and_closes_as_others_do(tmp_path: Path) -> None:
    database = flash_sync.connect(f"sqlite:///{tmp_path}/a.db?cache=private", inline=True)
    with pytest.raises(flash_sync.ProgrammingError, match="not open"):
        database.fetchval(NAME, 1)
    for number in range(2):
        with database:
            if not number:
                database.execute_script(TABLE)
            assert database.fetchval(NAME, 1) is None
        with pytest.raises(flash_sync.ProgrammingError, match="not open"):
            database.fetchval(NAME, 1)
        # Who closes last takes the log and the shared memory away.
        assert files(tmp_path) == ["a.db"]


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("sqlite://:memory:", "a database in memory has one connection: leave"),
        ("postgresql://localhost/x", "leave inline out"),
        ("mysql://localhost/x", "leave inline out"),
    ],
)
def test_looking_up_is_refused_where_it_would_gain_nothing(url: str, words: str) -> None:
    with pytest.raises(flash_sync.ConfigError, match=words):
        flash_sync.connect(url, inline=True)
