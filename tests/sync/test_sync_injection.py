# Generated from tests/database/test_injection.py by `nox -s unasync`: edit that file.
"""Hostile text in every string parameter: it comes back as it went, or is refused."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import flash_sync
from flash_sync import Database, Engine, Sql

pytestmark = pytest.mark.anyio

# What has a meaning somewhere between the caller and the server.
HOSTILE = st.sampled_from(
    [
        *("'", "''", '"', "`", "\\", "\\'", "\0", "%s", "%%", "%(name)s", "$1", "?1", ":name"),
        *("--", "/*", "*/", "#", ";", "$$", "E'", "\x1a", "\n", "\r", "\ud800", "\udfff", "%"),
        *("'; DROP TABLE users; --", "') OR ('1'='1", "\\'; DROP TABLE users; #", "NULL", "{", "}"),
        *("\xbf'", "\u02bc", "\uff07", "\U0001f41c", "\x7f", "' UNION SELECT email FROM users --"),
    ]
)
TEXTS = st.lists(HOSTILE | st.text(max_size=4), min_size=1, max_size=8).map("".join)
MARKS = {
    Engine.POSTGRESQL: ("$1", "$2", "$3"),
    Engine.SQLITE: ("?1", "?2", "?3"),
    Engine.MYSQL: ("%s", "%s", "%s"),
}


def statements(engine: Engine) -> tuple[str, str, str]:
    """Return statements that insert, find and compare a text."""
    one, two, three = MARKS[engine]
    return (
        f"INSERT INTO users (id, name, email) VALUES ({one}, {two}, {three})",
        f"SELECT name, email FROM users WHERE name = {one}",
        f"SELECT count(*) FROM users WHERE name = {one} AND id = {two} AND email <> {three}",
    )


def send(database: Database, text: str) -> None:
    """Send a text in every place that takes one; it must come back, or be refused."""
    insert, find, count = statements(database.engine)
    try:
        with database.transaction() as tx:
            assert tx.execute(insert, 2, text, "x") == 1
            rows = [tuple(row) for row in tx.fetch(Sql[tuple[str, str]](find), text)]
            assert rows == [(text, "x")]
            assert tx.fetchval(Sql[tuple[int]](count), text, 2, text + "y") == 1
            tx.execute("DELETE FROM users WHERE id = 2")
    except flash_sync.DataError:
        # A lone surrogate is no text, and PostgreSQL's has no NUL.
        assert "\0" in text or any("\ud800" <= each <= "\udfff" for each in text)


def test_hostile_text_comes_back_or_is_refused_and_harms_nothing(database: Database) -> None:
    database.execute("INSERT INTO users (id, name, email) VALUES (1, 'kept', 'kept')")

    @settings(
        max_examples=60,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.nested_given, HealthCheck.too_slow],
    )
    @given(st.lists(TEXTS, min_size=1, max_size=4))
    def collect(texts: list[str]) -> None:
        hostile.extend(texts)

    hostile: list[str] = []
    collect()
    for text in hostile:
        send(database, text)
    sql = Sql[tuple[int, str, str]]("SELECT id, name, email FROM users")
    assert [tuple(row) for row in database.fetch(sql)] == [(1, "kept", "kept")]
    assert database.fetchval(Sql[tuple[int]]("SELECT count(*) FROM posts")) == 0
