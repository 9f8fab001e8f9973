"""One hierarchy of errors for every driver."""

from __future__ import annotations

import pytest

import flash_core
from flash_core import Database, Sql, name_queries

pytestmark = pytest.mark.anyio

USER = "INSERT INTO users (id, name, email) VALUES (1, 'n', 'e')"


async def test_a_unique_violation_names_the_table_and_what_it_broke(database: Database) -> None:
    await database.execute(USER)
    again = USER.replace("1", "2")
    with pytest.raises(flash_core.UniqueViolation) as caught:
        await database.execute(again)
    error = caught.value
    assert "unique constraint" in str(error).lower()
    # MariaDB names the key, and not its table.
    assert error.table == (None if database.engine is flash_core.Engine.MYSQL else "users")
    assert error.query == again
    assert error.constraint == "users_email_key" or error.column == "email"
    assert error.sqlstate in {"23505", "23000", "SQLITE_CONSTRAINT_UNIQUE"}
    assert error.__cause__ is not None
    driver = type(error.__cause__).__module__.split(".")[0]
    assert driver in {"asyncpg", "psycopg", "pymysql", "asyncmy", "sqlite3"}


@pytest.mark.parametrize(
    ("statement", "kind", "words"),
    [
        ("INSERT INTO users VALUES (1, 'n', 'f')", flash_core.UniqueViolation, "unique constraint"),
        ("INSERT INTO posts VALUES (1, 99, 1)", flash_core.ForeignKeyViolation, "foreign key"),
        ("INSERT INTO users VALUES (2, NULL, 'f')", flash_core.NotNullViolation, "not null"),
        ("INSERT INTO posts VALUES (1, 1, -1)", flash_core.CheckViolation, "check"),
        ("SELECT nothing FROM users", flash_core.ProgrammingError, "nothing"),
        ("SELECT 1 FROM nowhere", flash_core.ProgrammingError, "nowhere"),
        ("SELEC 1", flash_core.ProgrammingError, "selec"),
    ],
)
@pytest.mark.parametrize("method", ["execute", "fetch", "fetchrow", "fetchval"])
async def test_every_method_raises_the_class_and_the_words_people_match(
    database: Database,
    method: str,
    statement: str,
    kind: type[flash_core.DatabaseError],
    words: str,
) -> None:
    await database.execute(USER)
    with pytest.raises(kind) as caught:
        await getattr(database, method)(statement)
    assert words in str(caught.value).lower()
    assert caught.value.query == statement
    async with database.transaction() as tx:
        with pytest.raises(kind):
            async with tx.transaction() as inner:
                await getattr(inner, method)(statement)
    assert await database.fetchval(Sql[tuple[int]]("SELECT count(*) FROM users")) == 1


async def test_a_not_null_violation_names_its_column(database: Database) -> None:
    with pytest.raises(flash_core.NotNullViolation) as caught:
        await database.execute("INSERT INTO users VALUES (1, NULL, 'e')")
    assert caught.value.column == "name"
    assert caught.value.table == (None if database.engine is flash_core.Engine.MYSQL else "users")


@pytest.mark.parametrize("method", ["execute", "execute_result", "fetch", "fetchrow", "fetchval"])
async def test_an_error_names_the_query_and_the_line_it_stands_on(
    database: Database, method: str
) -> None:
    text = "SELECT nothing FROM users"
    name_queries("db/queries/users.sql", {text: ("GetNothing", 12)})
    with pytest.raises(flash_core.ProgrammingError) as caught:
        await getattr(database, method)(text)
    assert caught.value.query == text
    assert caught.value.query_name == "GetNothing"
    assert caught.value.location == "db/queries/users.sql:12"
    assert caught.value.__notes__ == ["in query GetNothing (db/queries/users.sql:12)"]
    with pytest.raises(flash_core.ProgrammingError) as caught:
        async for _ in database.stream(Sql[tuple[int]](text)):
            pass
    assert caught.value.location == "db/queries/users.sql:12"


async def test_an_error_of_sql_that_was_not_generated_has_no_place(database: Database) -> None:
    with pytest.raises(flash_core.ProgrammingError) as caught:
        await database.execute("SELECT nowhere FROM users")
    assert caught.value.query_name is None
    assert caught.value.location is None


async def test_a_wrong_number_of_arguments_is_a_programming_error(database: Database) -> None:
    with pytest.raises(flash_core.ProgrammingError):
        await database.fetch(Sql[tuple[int]]("SELECT 1"), 5)


async def test_a_statement_timeout_is_a_query_timeout(postgresql: Database) -> None:
    async with postgresql.transaction() as tx:
        await tx.execute("SET LOCAL statement_timeout = 20")
        with pytest.raises(flash_core.QueryTimeout):
            async with tx.transaction() as inner:
                await inner.execute("SELECT pg_sleep(5)")


async def test_a_session_that_the_server_ends_is_a_lost_connection(postgresql: Database) -> None:
    with pytest.raises(flash_core.ConnectionLost):
        async with postgresql.transaction() as tx:
            await tx.execute("SELECT pg_terminate_backend(pg_backend_pid())")
    assert await postgresql.fetchval(Sql[tuple[int]]("SELECT 1")) == 1


async def test_a_database_that_is_not_open_says_how_to_open_it(url: str) -> None:
    database = flash_core.connect(url)
    with pytest.raises(flash_core.ProgrammingError, match="not open"):
        await database.fetchval(Sql[tuple[int]]("SELECT 1"))
    with pytest.raises(flash_core.ProgrammingError, match="not open"):
        async with database.transaction():
            pass
    await database.open()
    assert await database.fetchval(Sql[tuple[int]]("SELECT 1")) == 1
    await database.close()
    await database.close()
    with pytest.raises(flash_core.ProgrammingError, match="not open"):
        await database.execute("SELECT 1")
