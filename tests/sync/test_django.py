"""Joining Django's connection; written by hand, for Django's is synchronous only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import psycopg.conninfo
import pymysql
import pytest

import flash_sync
from flash_sync import Sql, wrap
from flash_sync.frameworks import adapter_of

pymysql.version_info = (
    2,
    2,
    8,
    "final",
    0,
)  # what Django asks of mysqlclient, which PyMySQL stands for
pymysql.install_as_MySQLdb()

import django  # noqa: E402 - it looks for MySQLdb
import django.conf  # noqa: E402 - same
from django.db import connection as proxy  # noqa: E402 - same
from django.db import connections, transaction  # noqa: E402 - same

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from django.db.backends.base.base import BaseDatabaseWrapper

IDS = Sql[tuple[int]]("SELECT id FROM users ORDER BY id")
SCHEMA = """
CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    name VARCHAR(50) NOT NULL,
    email VARCHAR(50) NOT NULL,
    CONSTRAINT users_email_key UNIQUE (email)
);
"""


class Refused(Exception):
    """Something that goes wrong in a block."""


def settings(request: pytest.FixtureRequest, folder: Path) -> tuple[str, dict[str, Any]]:
    """Return the URL of an empty database, and what Django takes in place of it."""
    if request.param == "sqlite3":
        return f"sqlite:///{folder}/django.db", {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": folder / "django.db",
        }
    if request.param == "pymysql":
        url: str = request.getfixturevalue("mysql_url")
        parts = urlsplit(url)
        return url, {
            "ENGINE": "django.db.backends.mysql",
            "NAME": parts.path[1:],
            "HOST": parts.hostname,
            "PORT": parts.port,
            "USER": parts.username,
            "PASSWORD": parts.password or "",
        }
    url = request.getfixturevalue("postgresql_url")
    found = psycopg.conninfo.conninfo_to_dict(url)
    return url, {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": found["dbname"],
        "HOST": found.get("host"),
        "PORT": found.get("port"),
        "USER": found.get("user"),
        "PASSWORD": found.get("password", ""),
    }


@pytest.fixture(params=["psycopg", "pymysql", "sqlite3"])
def connection(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[BaseDatabaseWrapper]:
    """Django's connection, once for each of its backends; the table is there."""
    if not django.conf.settings.configured:
        django.conf.settings.configure(DATABASES={})
        django.setup()
    url, asked = settings(request, tmp_path)
    with flash_sync.connect(url) as database:
        database.execute_script(SCHEMA)
    connections.settings["default"] = connections.configure_settings({"default": asked})["default"]
    connection = connections["default"]
    yield connection
    connection.close()
    del connections["default"]
    connections.settings.pop("default")


def add(db: flash_sync.DatabaseConnection, number: int) -> None:
    db.execute(f"INSERT INTO users VALUES ({number}, 'n', '{number}')")


def ids(db: flash_sync.DatabaseConnection) -> list[int]:
    return [number for (number,) in db.fetch(IDS)]


def seen(connection: BaseDatabaseWrapper) -> list[int]:
    """Return the ids that others see."""
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute(IDS)
            return [row[0] for row in cursor.fetchall()]
    finally:
        other.close()


def test_djangos_proxy_is_taken_as_its_connection_is(connection: BaseDatabaseWrapper) -> None:
    add(wrap(proxy), 1)
    assert ids(wrap(connection)) == [1]


def test_outside_atomic_each_call_commits_by_itself(connection: BaseDatabaseWrapper) -> None:
    db = wrap(connection)
    add(db, 1)
    assert seen(connection) == [1]
    with pytest.raises(flash_sync.UniqueViolation):
        add(db, 1)
    assert ids(db) == [1]


def test_inside_atomic_django_ends_the_transaction(connection: BaseDatabaseWrapper) -> None:
    db = wrap(connection)
    with pytest.raises(Refused), transaction.atomic():
        add(db, 1)
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO users VALUES (2, 'n', '2')")
        assert ids(db) == [1, 2]
        assert seen(connection) == []
        raise Refused
    assert ids(db) == []
    with transaction.atomic():
        assert ids(db) == []
        add(db, 3)
        assert seen(connection) == []
    assert seen(connection) == [3]


def test_with_autocommit_off_the_user_commits(connection: BaseDatabaseWrapper) -> None:
    db = wrap(connection)
    transaction.set_autocommit(False)
    try:
        add(db, 1)
        with db.transaction() as tx:
            add(tx, 2)
        assert seen(connection) == []
        transaction.rollback()
        assert ids(db) == []
    finally:
        transaction.rollback()
        transaction.set_autocommit(True)


def test_our_transaction_is_atomic(connection: BaseDatabaseWrapper) -> None:
    db = wrap(connection)
    told: list[str] = []
    with db.transaction() as tx:
        add(tx, 1)
        transaction.on_commit(lambda: told.append("committed"))
        with pytest.raises(Refused), tx.transaction() as inner:
            add(inner, 2)
            raise Refused
        with transaction.atomic():
            add(db, 3)
        assert told == []
        assert seen(connection) == []
    assert told == ["committed"]
    assert seen(connection) == [1, 3]
    with pytest.raises(flash_sync.UniqueViolation), db.transaction() as tx:
        add(tx, 4)
        add(tx, 1)
    assert seen(connection) == [1, 3]


def test_a_transaction_of_ours_inside_atomic_is_a_savepoint(
    connection: BaseDatabaseWrapper,
) -> None:
    db = wrap(connection)
    with transaction.atomic():
        with db.transaction() as tx:
            add(tx, 1)
        with pytest.raises(flash_sync.UniqueViolation), db.transaction() as tx:
            add(tx, 2)
            add(tx, 1)
        assert ids(db) == [1]
        assert seen(connection) == []
    assert seen(connection) == [1]


def test_a_transaction_that_can_only_be_rolled_back_is_refused(
    connection: BaseDatabaseWrapper,
) -> None:
    db = wrap(connection)
    with transaction.atomic():
        add(db, 1)
        transaction.set_rollback(True)
        with pytest.raises(flash_sync.ProgrammingError, match="atomic"):
            add(db, 2)
    assert seen(connection) == []


def test_isolation_is_djangos_to_choose(connection: BaseDatabaseWrapper) -> None:
    with (
        pytest.raises(flash_sync.ProgrammingError, match="outermost"),
        wrap(connection).transaction(isolation="serializable"),
    ):
        pass


def test_a_connection_that_django_has_closed_is_opened_again(
    connection: BaseDatabaseWrapper,
) -> None:
    db = wrap(connection)
    add(db, 1)
    connection.close()
    assert ids(db) == [1]


def test_the_asynchronous_package_names_the_other(connection: BaseDatabaseWrapper) -> None:
    import flash_core  # noqa: PLC0415 - only here

    with pytest.raises(TypeError, match="use flash_sync"):
        flash_core.wrap(connection)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] - the point


def test_hooks_are_told_of_queries_in_atomic_and_in_our_transactions(
    connection: BaseDatabaseWrapper,
) -> None:
    db, events = flash_sync.QueriesBase(wrap(connection)), list[flash_sync.QueryEvent]()
    with flash_sync.on_query(events.append):
        with transaction.atomic():
            db.execute("INSERT INTO users VALUES (1, 'n', '1')")
            with db.transaction() as tx:
                assert tx.fetch(IDS) == [(1,)]
                tx.rollback()
        with pytest.raises(flash_sync.UniqueViolation):
            db.execute("INSERT INTO users VALUES (1, 'n', '1')")
    assert [(event.method, event.rows) for event in events] == [
        ("execute", 1),
        ("fetch", 1),
        ("execute", None),
    ]
    assert isinstance(db.db, flash_sync.Connection)
    assert {event.engine for event in events} == {db.db.engine}
    assert isinstance(events[-1].error, flash_sync.UniqueViolation)


@pytest.mark.parametrize(
    ("module", "name", "advice"),
    [
        (
            "psycopg2.extensions",
            "connection",
            "psycopg 3: .* Django takes it where it is installed",
        ),
        ("MySQLdb.connections", "Connection", r"Django takes it after pymysql\.install_as_MySQLdb"),
    ],
)
def test_a_driver_flash_does_not_run_on_is_refused_with_what_django_takes(
    module: str, name: str, advice: str
) -> None:
    thing: Any = type(name, (), {"__module__": module})()
    with pytest.raises(
        TypeError, match=rf"Django is connected through {module}\.{name}, .*{advice}"
    ):
        adapter_of(thing, "Django")
