"""The four ways to run a statement, on every driver."""

from __future__ import annotations

import re

import pytest

import flash_core
from flash_core import Database, Engine, ExecResult, QueriesBase, Sql

pytestmark = pytest.mark.anyio

INSERT = "INSERT INTO users (id, name, email) VALUES (?1, ?2, ?3)"
USERS = "SELECT id, name, email FROM users ORDER BY id"


def text(database: Database, sql: str) -> str:
    """Write placeholders as the database's engine wants them."""
    if database.engine is Engine.MYSQL:
        return re.sub(r"\?\d", "%s", sql)
    return sql if database.engine is Engine.SQLITE else sql.replace("?", "$")


async def add(database: Database, *ids: int) -> None:
    for number in ids:
        await database.execute(text(database, INSERT), number, f"u{number}", f"{number}@x.org")


async def test_execute_counts_the_rows_a_statement_affects(database: Database) -> None:
    await add(database, 1, 2, 3)
    assert await database.execute("UPDATE users SET name = 'x' WHERE id > 1") == 2
    assert await database.execute("UPDATE users SET name = 'x' WHERE id > 9") == 0
    assert await database.execute("DELETE FROM users WHERE id = 1 RETURNING id") == 1
    assert await database.execute("SELECT id FROM users") == 2
    assert await database.execute("CREATE TABLE other (id INTEGER)") == 0


async def test_a_statement_that_starts_with_with_is_counted(database: Database) -> None:
    await add(database, 1, 2)
    if database.engine is Engine.MYSQL:
        pytest.skip("MariaDB has no WITH before a statement that writes")
    sql = "WITH gone AS (SELECT 1 AS id) DELETE FROM users WHERE id IN (SELECT id FROM gone)"
    assert await database.execute(sql) == 1
    assert await database.execute(sql) == 0


async def test_the_result_of_a_statement_tells_the_row_that_was_inserted(
    database: Database,
) -> None:
    number = {
        Engine.SQLITE: "INTEGER PRIMARY KEY",
        Engine.MYSQL: "INT PRIMARY KEY AUTO_INCREMENT",
        Engine.POSTGRESQL: "SERIAL PRIMARY KEY",
    }[database.engine]
    await database.execute(f"CREATE TABLE things (id {number}, name VARCHAR(9))")

    async def do(sql: str) -> tuple[int, int | None]:
        result = await database.execute_result(text(database, sql), "a", 7)
        return result.rows_affected, result.last_insert_id

    def told(number: int) -> int | None:
        return None if database.engine is Engine.POSTGRESQL else number

    insert = "INSERT INTO things (name) SELECT ?1 WHERE ?2 = 7"
    assert await do(insert) == (1, told(1))
    assert await do("INSERT INTO things (name, id) VALUES (?1, ?2)") == (1, told(7))
    assert await do("UPDATE things SET name = ?1 WHERE id < ?2 - 9") == (0, None)
    assert await do("UPDATE things SET name = ?1 WHERE id < ?2") == (1, None)
    assert await do("INSERT INTO things (name) SELECT ?1 WHERE ?2 < 7") == (0, None)
    assert await do("DELETE FROM things WHERE name = ?1 OR id = ?2") == (2, None)


async def test_an_insert_that_skips_its_row_tells_no_id(database: Database) -> None:
    await add(database, 1)
    skipping = {
        Engine.SQLITE: "INSERT INTO users VALUES (?1, 'x', 'y') ON CONFLICT DO NOTHING",
        Engine.MYSQL: "INSERT IGNORE INTO users VALUES (?1, 'x', 'y')",
        Engine.POSTGRESQL: "INSERT INTO users VALUES (?1, 'x', 'y') ON CONFLICT DO NOTHING",
    }[database.engine]
    async with database.transaction() as tx:
        assert await tx.execute_result(text(database, skipping), 1) == ExecResult(0, None)


async def test_sqlite_tells_no_id_of_a_row_that_may_have_been_updated(database: Database) -> None:
    if database.engine is not Engine.SQLITE:
        pytest.skip("MySQL has another form of it, PostgreSQL no ids")
    upsert = "INSERT INTO users VALUES (?1, ?2, 'e') ON CONFLICT (id) DO UPDATE SET name = ?2"
    assert await database.execute_result(upsert, 5, "x") == ExecResult(1, None)
    assert await database.execute_result(upsert, 5, "y") == ExecResult(1, None)
    plain = (
        "/* one */ -- two\nWITH a AS (SELECT 9 AS id) INSERT INTO users SELECT id, 'x', 'f' FROM a"
    )
    assert await database.execute_result(plain) == ExecResult(1, 9)


async def test_fetch_returns_every_row_in_order(database: Database) -> None:
    await add(database, 1, 2)
    rows = await database.fetch(Sql[tuple[int, str, str]](USERS))
    assert [tuple(row) for row in rows] == [(1, "u1", "1@x.org"), (2, "u2", "2@x.org")]
    assert [name for _, name, _ in rows] == ["u1", "u2"]


async def test_fetchrow_returns_the_first_row_or_none(database: Database) -> None:
    sql = Sql[tuple[int, str, str]](USERS)
    assert await database.fetchrow(sql) is None
    await add(database, 1, 2)
    row = await database.fetchrow(sql)
    assert row is not None
    assert tuple(row) == (1, "u1", "1@x.org")


async def test_fetchval_returns_the_first_column_or_none(database: Database) -> None:
    sql = Sql[tuple[str]]("SELECT name FROM users ORDER BY id")
    assert await database.fetchval(sql) is None
    await add(database, 1, 2)
    assert await database.fetchval(sql) == "u1"


async def test_a_returned_value_is_committed(database: Database) -> None:
    sql = text(database, INSERT + " RETURNING id")
    assert await database.fetchval(Sql[tuple[int]](sql), 7, "n", "e") == 7
    async with database.transaction() as other:
        assert await other.fetchval(Sql[tuple[int]]("SELECT id FROM users")) == 7


async def test_rows_that_nobody_reads_are_written_all_the_same(database: Database) -> None:
    insert = "INSERT INTO users VALUES ({0}1, 'n', '{0}1'), ({0}2, 'n', '{0}2') RETURNING id"
    assert await database.fetchval(Sql[tuple[int]](insert.format(1))) == 11
    row = await database.fetchrow(Sql[tuple[int]](insert.format(2)))
    assert row is not None
    assert await database.fetchval(Sql[tuple[int]]("SELECT count(*) FROM users")) == 4


async def test_fetching_from_a_statement_without_rows_gives_none(database: Database) -> None:
    sql = text(database, INSERT)
    assert await database.fetch(Sql[tuple[int]](sql), 1, "n", "1") == []
    assert await database.fetchrow(Sql[tuple[int]](sql), 2, "n", "2") is None
    assert await database.fetchval(Sql[tuple[int]](sql), 3, "n", "3") is None


@pytest.mark.anyio
async def test_a_script_of_comments_alone_does_nothing(database: Database) -> None:
    await database.execute_script("-- nothing\n/* to do */\n")


async def test_a_script_runs_every_statement(database: Database) -> None:
    await database.execute_script(
        """
        -- a comment; with a semicolon
        INSERT INTO users VALUES (1, 'a;b', '1');
        INSERT INTO users VALUES (2, 'c''d', '2') ;;
        /* the end; */
        """
    )
    assert [tuple(row) for row in await database.fetch(Sql[tuple[object, ...]](USERS))] == [
        (1, "a;b", "1"),
        (2, "c'd", "2"),
    ]


async def test_hostile_text_comes_back_as_it_went(database: Database) -> None:
    hostile = "'; DROP TABLE users; -- \\ %s $1 ?1 {} \N{SNOWMAN} \U0001f600"
    await database.execute(text(database, INSERT), 1, hostile, "e")
    assert await database.fetchval(Sql[tuple[str]]("SELECT name FROM users")) == hostile


async def test_text_that_is_no_text_is_a_data_error(database: Database) -> None:
    with pytest.raises(flash_core.DataError):
        await database.execute(text(database, INSERT), 1, "\ud800", "e")


@pytest.mark.parametrize(
    "statement",
    ["BEGIN", " begin;", "START TRANSACTION", "COMMIT", "ROLLBACK", "/* x */ SAVEPOINT a", "END"],
)
async def test_a_transaction_statement_is_refused_where_there_are_many_connections(
    database: Database, statement: str
) -> None:
    with pytest.raises(flash_core.ProgrammingError) as caught:
        await database.execute(statement)
    assert "with db.transaction() as tx:" in str(caught.value)


async def test_queries_of_no_compiler_run_through_generated_classes(database: Database) -> None:
    class Queries(QueriesBase):
        __slots__ = ()

        async def names(self) -> list[str]:
            return [
                name for (name,) in await self.db.fetch(Sql[tuple[str]]("SELECT name FROM users"))
            ]

    db = Queries(database)
    assert await db.execute(text(database, INSERT), 1, "n", "e") == 1
    assert await db.fetch(USERS) == [(1, "n", "e")]
    assert await db.fetchrow(USERS) == (1, "n", "e")
    assert await db.fetchval(USERS) == 1
    assert await db.names() == ["n"]
    async with db.transaction() as tx:
        assert type(tx) is Queries
        await tx.execute(text(database, INSERT), 2, "m", "f")
        assert await tx.names() == ["n", "m"]
