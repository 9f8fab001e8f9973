"""Which statements may leave something behind in PostgreSQL's session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from flash_core.engine import Engine

if TYPE_CHECKING:
    from tests.analysis.conftest import AnalyseOne, LoadCatalog

TABLE = "CREATE TABLE users (id int PRIMARY KEY, name text NOT NULL);"
OWN = "CREATE FUNCTION greet(text) RETURNS text LANGUAGE sql AS 'SELECT $1';"
TRIGGER = "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';"
VIEW = "CREATE VIEW names AS SELECT name FROM users;"
LOCKING = "CREATE VIEW locks AS SELECT pg_advisory_lock(id) FROM users;"
LOCKED = "CREATE VIEW locked AS SELECT * FROM locks;"
RULE = "CREATE RULE quiet AS ON DELETE TO users DO INSTEAD NOTHING;"
TRGM = "CREATE EXTENSION pg_trgm;"


class Changes(Protocol):
    def __call__(self, schema: str, query: str, engine: Engine = Engine.POSTGRESQL) -> bool: ...


@pytest.fixture
def changes(load_catalog: LoadCatalog, analyse_one: AnalyseOne) -> Changes:
    """Analyse one query and tell what it says of the session."""

    def ask(schema: str, query: str, engine: Engine = Engine.POSTGRESQL) -> bool:
        found, problems = analyse_one(query, load_catalog(TABLE + schema, engine), "exec")
        assert found is not None, problems
        return found.changes_session

    return ask


@pytest.mark.parametrize(
    ("schema", "query"),
    [
        ("", "SELECT name FROM users WHERE id = $1"),
        ("", "SELECT count(*), lower(name), now() FROM users GROUP BY name"),
        ("", "INSERT INTO users VALUES ($1, $2) RETURNING id"),
        ("", "UPDATE users SET name = upper(name)"),
        ("", "DELETE FROM users USING users AS other WHERE users.id = other.id"),
        ("", "SELECT pg_advisory_xact_lock(7)"),
        ("", "SELECT pg_notify('news', $1)"),
        ("", "SELECT id FROM users FOR UPDATE"),
        (VIEW, "SELECT name FROM names"),
        (OWN, "SELECT name FROM users"),
        (OWN + TRIGGER, "SELECT lower(name) FROM users"),
        (TRIGGER + VIEW, "SELECT name FROM names"),
        (TRGM, "SELECT lower(name) FROM users"),
    ],
)
def test_what_is_seen_through_leaves_nothing(changes: Changes, schema: str, query: str) -> None:
    assert not changes(schema, query)


@pytest.mark.parametrize(
    ("schema", "query"),
    [
        ("", "SET search_path = a"),
        ("", "LISTEN news"),
        ("", "SELECT set_config('search_path', 'a', false)"),
        ("", "SELECT name FROM users WHERE pg_try_advisory_lock(id)"),
        ("", "WITH locked AS (SELECT pg_advisory_lock(7)) SELECT 1 FROM locked"),
        ("", "INSERT INTO users SELECT 1, set_config('a.b', 'c', false)"),
        ("", "SELECT query_to_xml('SELECT 1', true, true, '')"),
        (LOCKING, "SELECT * FROM locks"),
        (LOCKING + LOCKED, "SELECT * FROM locked"),
        (OWN, "SELECT greet(name) FROM users"),
        (OWN, "INSERT INTO users VALUES (1, 'a')"),
        (TRIGGER, "UPDATE users SET name = 'a'"),
        (TRIGGER, "WITH gone AS (DELETE FROM users RETURNING id) SELECT id FROM gone"),
        (OWN + VIEW, "SELECT name FROM names"),
        (RULE, "SELECT name FROM users"),
        (TRGM, "SELECT set_limit(0.5)"),
    ],
)
def test_what_may_leave_something_is_reported(changes: Changes, schema: str, query: str) -> None:
    assert changes(schema, query)


def test_only_postgresql_has_sessions_to_reset(changes: Changes) -> None:
    assert not changes("", "SELECT name FROM users", Engine.SQLITE)
