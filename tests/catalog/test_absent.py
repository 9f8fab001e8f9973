"""Statements about what no schema file makes are errors, as they are on the servers."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from flash_core.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.catalog.model import Catalog
    from flash_core.sql.source import Diagnostic

    Build = Callable[..., tuple[Catalog, list[Diagnostic]]]

PG = Engine.POSTGRESQL
FILE = Path(__file__).parent.parent / "corpus" / "absent" / "postgresql.sql"
SCHEMA, _, LINES = FILE.read_text().partition("-- ----\n")
STATEMENTS = [line.partition(";")[::2] for line in LINES.splitlines()]


def errors(problems: list[Diagnostic]) -> list[Diagnostic]:
    return [problem for problem in problems if problem.severity == "error"]


@pytest.mark.parametrize(("statement", "note"), STATEMENTS, ids=[s for s, _ in STATEMENTS])
def test_what_is_not_there_is_an_error_with_its_place(
    built: Build, statement: str, note: str
) -> None:
    del note
    (problem, *more) = errors(built(PG, SCHEMA + statement)[1])
    assert more == []
    assert problem.span.start >= len(SCHEMA)
    assert "\n" not in SCHEMA[problem.span.start : problem.span.end]


def test_the_server_refuses_each_of_them_with_the_same_code(
    built: Build, postgresql_url: str
) -> None:
    """The file says where the codes differ: PostgreSQL has several for things of another kind."""
    wrong: list[tuple[str, str | None, str | None]] = []
    with psycopg.connect(postgresql_url) as connection:
        connection.execute(SCHEMA.encode())
        for statement, note in STATEMENTS:
            code = None
            try:
                with connection.transaction(force_rollback=True):
                    connection.execute(statement.encode())
            except psycopg.Error as error:
                code = error.sqlstate
            said = errors(built(PG, SCHEMA + statement)[1])[0].sqlstate
            if code is None or (said != code) != ("another code" in note):
                wrong.append((statement, said, code))
    assert wrong == []


THERE = (
    # What every database has.
    "GRANT USAGE ON SCHEMA public TO PUBLIC; GRANT SELECT ON pg_catalog.pg_class TO PUBLIC",
    "COMMENT ON EXTENSION plpgsql IS 'x'; REVOKE EXECUTE ON FUNCTION lo_import(text) FROM PUBLIC",
    "GRANT USAGE ON LANGUAGE plpgsql TO PUBLIC; GRANT SELECT ON information_schema.tables TO reader",
    (
        "CREATE TRIGGER same BEFORE UPDATE ON t FOR EACH ROW"
        " EXECUTE FUNCTION suppress_redundant_updates_trigger()"
    ),
    # What comes later in the files, or under another name.
    "COMMENT ON VIEW late IS 'x'; CREATE VIEW late AS SELECT 1 AS one",
    "CREATE VIEW early AS SELECT 1 AS one; ALTER VIEW early RENAME TO late",
    "CREATE PUBLICATION gone; ALTER PUBLICATION gone ADD TABLE t; DROP PUBLICATION gone",
    (
        "CREATE PUBLICATION old; ALTER PUBLICATION old RENAME TO young;"
        "ALTER PUBLICATION young ADD TABLE t"
    ),
    (
        "CREATE TABLE k (id serial PRIMARY KEY); COMMENT ON SEQUENCE k_id_seq IS 'x';"
        "COMMENT ON INDEX k_pkey IS 'x'; COMMENT ON CONSTRAINT k_pkey ON k IS 'x'"
    ),
    (
        "CREATE FUNCTION g(a int, OUT b text) LANGUAGE sql AS 'SELECT 1::text';"
        "COMMENT ON FUNCTION g(int) IS 'x'; GRANT EXECUTE ON FUNCTION g TO PUBLIC"
    ),
    (
        "CREATE SCHEMA app; SET search_path = app, public; CREATE SEQUENCE own; COMMENT ON SEQUENCE own"
        " IS 'x'; GRANT USAGE ON SEQUENCE app.own TO PUBLIC; GRANT SELECT ON t TO PUBLIC"
    ),
    "DO $$ BEGIN CREATE PUBLICATION hidden; END $$; ALTER PUBLICATION hidden ADD TABLE t",
    # What an extension brings.
    "CREATE EXTENSION pg_stat_statements; GRANT SELECT ON pg_stat_statements TO PUBLIC",
    "CREATE EXTENSION pgcrypto; GRANT EXECUTE ON FUNCTION digest(text, text) TO PUBLIC",
    "CREATE EXTENSION pg_cron; GRANT USAGE ON SCHEMA cron TO PUBLIC; GRANT SELECT ON cron.job TO PUBLIC",
    # What another project keeps beside the schema.
    "CREATE TRIGGER fill AFTER INSERT ON auth.users FOR EACH ROW EXECUTE FUNCTION tf()",
    # IF EXISTS says it all.
    "ALTER VIEW IF EXISTS nothing SET (security_barrier); DROP TRIGGER IF EXISTS nothing ON t",
)


@pytest.mark.parametrize("statements", THERE)
def test_what_may_be_there_is_none(built: Build, statements: str) -> None:
    assert [problem.render() for problem in errors(built(PG, f"{SCHEMA}{statements};")[1])] == []


def test_migrations_may_name_what_the_database_has(built: Build) -> None:
    text = "COMMENT ON VIEW v IS 'x'; ALTER PUBLICATION p ADD TABLE t; DROP POLICY p ON t"
    assert errors(built(PG, text, in_order=True)[1]) == []


def test_the_name_is_underlined(built: Build) -> None:
    (problem,) = errors(
        built(PG, "CREATE VIEW names AS SELECT 1 AS a;\nALTER VIEW name SET (x)")[1]
    )
    assert problem.message == 'view "name" does not exist'
    assert problem.hint == 'did you mean "names"?'
    assert problem.source.position(problem.span.start) == (2, 12)


MARIADB = {
    "ALTER VIEW v AS SELECT 1 AS a": "Table 'v' doesn't exist",
    "ALTER EVENT e DISABLE": "Unknown event 'e'",
    "ALTER FUNCTION p COMMENT 'x'": "FUNCTION p does not exist",
    "ALTER PROCEDURE f COMMENT 'x'": "PROCEDURE f does not exist",
}


@pytest.mark.parametrize("statement", MARIADB)
def test_mariadb_says_so_too(built: Build, statement: str) -> None:
    text = f"CREATE PROCEDURE p() SELECT 1; CREATE FUNCTION f() RETURNS int RETURN 1; {statement}"
    problems = errors(built(Engine.MARIADB, text)[1])
    assert [problem.message for problem in problems] == [MARIADB[statement]]
    assert errors(built(Engine.MARIADB, text, in_order=True)[1]) == []


SQLITE = (
    "DROP TRIGGER absent",
    "ALTER TABLE v RENAME TO w",
    "CREATE INDEX i ON v (a)",
)


@pytest.mark.parametrize("statement", SQLITE)
def test_sqlite_says_so_too(built: Build, statement: str) -> None:
    text = f"CREATE VIEW v AS SELECT 1 AS a; {statement}"
    (problem,) = errors(built(Engine.SQLITE, text)[1])
    with (
        closing(sqlite3.connect(":memory:")) as connection,
        pytest.raises(sqlite3.OperationalError, match=f"^{problem.message}$"),
    ):
        connection.executescript(text)
