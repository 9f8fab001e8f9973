"""What holds of MySQL and MariaDB alone: values, errors, the pool."""

from __future__ import annotations

import enum
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from importlib import import_module
from ipaddress import ip_address
from typing import Any
from uuid import UUID

import pytest

import flash_core
from flash_core import Database, QueriesBase, Sql
from flash_core.database.drivers import mysql_values

pytestmark = pytest.mark.anyio

ONE = Sql[tuple[int]]("SELECT 1")
OWN = Sql[tuple[int]]("SELECT connection_id()")


def inside(thing: object, name: str) -> Any:
    """Return what is nobody's business, to break it or to let time pass."""
    return getattr(thing, name)


class Role(enum.StrEnum):
    """What generated code passes for an enum."""

    ADMIN = "admin"


class Level(enum.IntEnum):
    """What a user may pass for a number."""

    HIGH = 3


# Type of the column, what is sent, what comes back.
CASES: list[tuple[str, object, object]] = [
    ("TINYINT(1)", True, 1),
    ("INT", Level.HIGH, 3),
    ("BIGINT", -(2**63), -(2**63)),
    ("BIGINT UNSIGNED", 2**64 - 1, 2**64 - 1),
    ("INT", None, None),
    ("DOUBLE", 0.1, 0.1),
    ("DOUBLE", 1e300, 1e300),
    ("DOUBLE", 3.0, 3.0),
    ("FLOAT", 1.5, 1.5),
    ("DECIMAL(40, 9)", Decimal("12345678901234567890.123456789"), None),
    ("DECIMAL(10, 2)", Decimal("1E+2"), Decimal("100.00")),
    ("TEXT", "a'b\\c\n%s %% \x00\x1a\" \N{SNOWMAN} \U0001f600", None),
    ("VARCHAR(10)", "", None),
    ("TEXT", Role.ADMIN, "admin"),
    ("BLOB", bytes(range(256)), None),
    ("BLOB", bytearray(b"'\\\xff"), b"'\\\xff"),
    ("BLOB", memoryview(b"a"), b"a"),
    ("VARBINARY(10)", b"\xe2\x98", None),
    ("BINARY(2)", b"\x00\xff", None),
    ("DATE", date(2024, 2, 29), None),
    ("DATE", date(1000, 1, 1), None),
    ("DATETIME", datetime(2024, 1, 2, 3, 4, 5), None),  # noqa: DTZ001 - the type is naive
    ("DATETIME(6)", datetime(2024, 1, 2, 3, 4, 5, 678901), None),  # noqa: DTZ001 - as above
    ("TIMESTAMP(3)", datetime(2024, 1, 2, 3, 4, 5, 678000), None),  # noqa: DTZ001 - as above
    ("TIME", timedelta(hours=-838, minutes=-59, seconds=-59), None),
    ("TIME(6)", timedelta(days=1, seconds=5, microseconds=7), None),
    ("TIME", timedelta(seconds=-1), None),
    ("TIME", time(1, 2, 3), timedelta(hours=1, minutes=2, seconds=3)),
    ("YEAR", 2024, None),
    ("ENUM('admin', 'user')", Role.ADMIN, "admin"),
    ("SET('a', 'b')", "a,b", None),
    ("JSON", '{"a": [1, null, "x"]}', None),
    ("BIT(8)", 5, b"\x05"),
    ("UUID", UUID(int=5), "00000000-0000-0000-0000-000000000005"),
    ("INET6", ip_address("::1"), "::1"),
    ("INET4", ip_address("127.0.0.1"), "127.0.0.1"),
]


@pytest.mark.parametrize(("type_", "value", "back"), CASES)
async def test_a_value_comes_back_as_every_driver_gives_it(
    mysql: Database, type_: str, value: object, back: object
) -> None:
    expected = value if back is None else back
    for mode in ("", "NO_BACKSLASH_ESCAPES", "ANSI_QUOTES"):
        async with mysql.transaction() as tx:
            await tx.execute(f"SET SESSION sql_mode = '{mode}'")
            await tx.execute(f"CREATE OR REPLACE TABLE one (v {type_})")
            await tx.execute("INSERT INTO one VALUES (%s)", value)
            got = await tx.fetchval(Sql[tuple[object]]("SELECT v FROM one"))
        assert got == expected
        assert type(got) is type(expected)


@pytest.mark.parametrize(
    "value",
    [
        float("nan"),
        float("inf"),
        Decimal("NaN"),
        datetime(2024, 1, 1, tzinfo=UTC),
        time(1, tzinfo=UTC),
        "\udc80",
        {1},
        {"a": 1},
        object(),
    ],
)
async def test_a_value_that_mysql_has_not_is_a_data_error(mysql: Database, value: object) -> None:
    with pytest.raises(flash_core.DataError):
        await mysql.fetchval(Sql[tuple[object]]("SELECT %s"), value)
    assert await mysql.fetchval(ONE) == 1


@pytest.mark.parametrize("look", ["holds_text", "look_for_text"])  # the extension, or without it
@pytest.mark.parametrize(
    ("type_", "value"),
    [("DATE", "0000-00-00"), ("DATETIME", "2024-00-10 00:00:00"), ("TIMESTAMP", "0")],
)
async def test_a_date_that_python_has_not_is_refused_with_its_column(
    mysql: Database,
    type_: str,
    value: str,
    look: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = import_module("flash_core.rows")
    monkeypatch.setattr(mysql_values, "holds_text", getattr(rows, look))
    async with mysql.transaction() as tx:
        await tx.execute("SET SESSION sql_mode = ''")
        await tx.execute(f"CREATE TABLE one (id INT, born {type_} NULL)")
        await tx.execute("INSERT INTO one VALUES (1, %s)", value)
    every = Sql[tuple[object]]("SELECT * FROM one")
    for read in (
        lambda: mysql.fetch(every),
        lambda: mysql.fetchrow(every),
        lambda: mysql.fetch_built(every, list),
        lambda: anext(mysql.stream(every)),
    ):
        with pytest.raises(flash_core.DataError, match=r"column born holds '\d+-00-") as caught:
            await read()
        assert caught.value.column == "born"
        assert "NULLIF(born" in str(caught.value)
    empty = Sql[tuple[object]]("SELECT NULLIF(born, '0000-00-00') FROM one")
    if value != "2024-00-10 00:00:00":
        assert await mysql.fetchval(empty) is None


async def test_a_connection_does_not_hold_the_rows_it_has_returned(mysql: Database) -> None:
    rows = await mysql.fetch(Sql[tuple[str]]("SELECT repeat('x', 1000) UNION SELECT 'y'"))
    alone = [(object(),)]
    assert sys.getrefcount(rows[0]) == sys.getrefcount(alone[0])


async def test_a_percent_sign_is_doubled_only_beside_arguments(mysql: Database) -> None:
    db = QueriesBase(mysql)
    assert await db.fetchval("SELECT '100%'") == "100%"
    assert await db.fetchval("SELECT '100%% %s'") == "100%% %s"
    assert await db.fetchrow("SELECT '100%%', %s", "5%") == ("100%", "5%")
    for args in ((), (1, 2), (1,)):
        with pytest.raises(flash_core.ProgrammingError):
            await db.fetchval("SELECT '5%', %s, %s, %s", *args)


async def test_rows_that_are_found_count_whether_or_not_they_change(mysql: Database) -> None:
    await mysql.execute("CREATE TABLE one (id INT PRIMARY KEY, v INT)")
    await mysql.execute("INSERT INTO one VALUES (1, 1), (2, 2)")
    assert await mysql.execute("UPDATE one SET v = 1") == 2
    assert await mysql.execute("UPDATE one SET v = 1") == 2


async def test_a_procedure_gives_its_first_result(mysql: Database) -> None:
    await mysql.execute_script(
        "CREATE PROCEDURE p() BEGIN SELECT 1, 2; SELECT 3; END; CREATE TABLE one (id INT)"
    )
    db = QueriesBase(mysql)
    assert await db.fetch("CALL p()") == [(1, 2)]
    assert await db.fetchval("CALL p()") == 1
    assert await mysql.execute("CALL p()") == 1
    assert await mysql.fetchval(ONE) == 1


async def test_a_script_may_have_statements_that_say_nothing(mysql: Database) -> None:
    await mysql.execute_script(
        """;; # a comment; with 'quotes
        -- another;
        CREATE TABLE `a;b` (v VARCHAR(20) DEFAULT '/* ; */');;
        /* between; */ ;
        INSERT INTO `a;b` VALUES ('x''; \\'y'), ("--;");
        /*!50000 INSERT INTO `a;b` VALUES ('executed') */;
        -- the end"""
    )
    values = [value for (value,) in await mysql.fetch(Sql[tuple[str]]("SELECT v FROM `a;b`"))]
    assert values == ["x'; 'y", "--;", "executed"]


async def test_a_warning_of_the_server_is_not_an_error(mysql: Database) -> None:
    await mysql.execute("DROP TABLE IF EXISTS nowhere")
    assert await mysql.fetchval(Sql[tuple[object]]("SELECT CAST('x' AS DATE)")) is None


async def test_errors_name_what_the_server_names(mysql: Database) -> None:
    await mysql.execute_script(
        """CREATE TABLE a (id INT PRIMARY KEY, n TINYINT NOT NULL, d DATE,
             CONSTRAINT positive CHECK (n > 0), m INT CHECK (m > 0));
           CREATE TABLE b (a INT, CONSTRAINT to_a FOREIGN KEY (a) REFERENCES a (id));
           INSERT INTO a (id, n) VALUES (1, 1); INSERT INTO b VALUES (1)"""
    )
    cases: list[tuple[str, type[flash_core.DatabaseError], dict[str, str | None]]] = [
        (
            "INSERT INTO a (id, n) VALUES (1, 1)",
            flash_core.UniqueViolation,
            {"constraint": "PRIMARY"},
        ),
        (
            "INSERT INTO b VALUES (2)",
            flash_core.ForeignKeyViolation,
            {"constraint": "to_a", "table": "b", "sqlstate": "23000"},
        ),
        ("DELETE FROM a", flash_core.ForeignKeyViolation, {"constraint": "to_a", "table": "b"}),
        ("INSERT INTO a (id, n) VALUES (2, NULL)", flash_core.NotNullViolation, {"column": "n"}),
        ("INSERT INTO a (id) VALUES (2)", flash_core.NotNullViolation, {"column": "n"}),
        (
            "INSERT INTO a (id, n) VALUES (2, 0)",
            flash_core.CheckViolation,
            {"constraint": "positive", "table": "a"},
        ),
        (
            "INSERT INTO a (id, n, m) VALUES (2, 1, 0)",
            flash_core.CheckViolation,
            {"constraint": "m", "table": "a", "column": "m"},
        ),
        ("INSERT INTO a (id, n) VALUES (2, 999)", flash_core.DataError, {"column": "n"}),
        (
            "INSERT INTO a (id, n, d) VALUES (2, 1, 'x')",
            flash_core.DataError,
            {"table": "a", "column": "d"},
        ),
        ("SELECT nothing FROM a", flash_core.ProgrammingError, {"sqlstate": "42S22"}),
        ("SELECT @@nothing", flash_core.ProgrammingError, {}),
        ("SELECT 9223372036854775807 + 1", flash_core.DataError, {"sqlstate": "22003"}),
        ("SIGNAL SQLSTATE '45000'", flash_core.DatabaseError, {"sqlstate": "45000"}),
    ]
    for statement, kind, parts in cases:
        with pytest.raises(kind) as caught:
            await mysql.execute(statement)
        for name, value in parts.items():
            assert getattr(caught.value, name) == value, (statement, name)


async def test_a_statement_timeout_is_a_query_timeout(mysql: Database) -> None:
    with pytest.raises(flash_core.QueryTimeout):
        await mysql.execute("SET STATEMENT max_statement_time = 0.05 FOR SELECT sleep(5)")
    assert await mysql.fetchval(ONE) == 1


async def test_a_session_that_the_server_ends_is_a_lost_connection(mysql: Database) -> None:
    with pytest.raises(flash_core.ConnectionLost):
        async with mysql.transaction() as tx:
            own = await tx.fetchval(Sql[tuple[int]]("SELECT connection_id()"))
            await mysql.execute(f"KILL {own}")
            await tx.fetchval(ONE)
    assert await mysql.fetchval(ONE) == 1


async def test_a_deadlock_ends_the_whole_transaction(mysql: Database) -> None:
    await mysql.execute("CREATE TABLE one (id INT PRIMARY KEY, v INT) ENGINE = InnoDB")
    await mysql.execute("INSERT INTO one VALUES (1, 0), (2, 0)")
    await mysql.execute("CREATE TABLE big (id INT)")
    with pytest.raises(flash_core.OperationalError, match="nothing was committed"):
        async with mysql.transaction() as tx:
            await tx.execute("INSERT INTO big VALUES (1)")
            # What a deadlock does to the session, without two tasks to make one.
            raised = "SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213"
            await tx.execute("ROLLBACK")
            link: Any = inside(tx, "_link")
            link.connection.server_status |= 1  # as it is when the server answers with an error
            with pytest.raises(flash_core.Deadlock):
                await tx.execute(raised)
            with pytest.raises(flash_core.OperationalError, match="nothing was committed"):
                await tx.execute("INSERT INTO big VALUES (2)")
    assert await mysql.fetchval(Sql[tuple[int]]("SELECT count(*) FROM big")) == 0


async def test_a_savepoint_that_a_definition_committed_is_told_so(mysql: Database) -> None:
    with pytest.raises(flash_core.OperationalError, match="has committed it"):
        async with mysql.transaction() as tx, tx.transaction() as inner:
            await inner.execute("CREATE TABLE one (id INT)")
    assert await mysql.fetchval(ONE) == 1


async def test_isolation_is_what_was_asked_for(mysql: Database) -> None:
    async with mysql.transaction(isolation="serializable") as tx:
        shown = await tx.fetchval(
            Sql[tuple[str]](
                "SELECT trx_isolation_level FROM information_schema.innodb_trx"
                " WHERE trx_mysql_thread_id = connection_id()"
            )
        )
        assert shown in {None, "SERIALIZABLE"}


async def test_connections_are_used_again(mysql: Database) -> None:
    assert len({await mysql.fetchval(OWN) for _ in range(5)}) == 1
    async with mysql.transaction() as tx:
        first = await tx.fetchval(OWN)
        assert await mysql.fetchval(OWN) != first


async def test_a_connection_that_died_while_idle_is_replaced(mysql: Database) -> None:
    pool: Any = inside(mysql, "_pool")
    before = await mysql.fetchval(OWN)
    pool._idle[-1].member.drop()
    assert await mysql.fetchval(OWN) != before


async def test_a_connection_that_the_server_ended_while_idle_is_replaced(mysql: Database) -> None:
    async with mysql.transaction() as tx, mysql.transaction() as other:
        ids = {await tx.fetchval(OWN), await other.fetchval(OWN)}
    (lost,) = ids - {await mysql.fetchval(OWN)}
    await mysql.execute(f"KILL {lost}")
    pool: Any = inside(mysql, "_pool")
    pool._idle = [replace(idle, since=idle.since - 3600) for idle in pool._idle]
    async with mysql.transaction() as tx, mysql.transaction() as other:
        now = {await tx.fetchval(OWN), await other.fetchval(OWN)}
    assert len(now) == 2
    assert lost not in now


async def test_a_connection_that_is_old_is_replaced(mysql: Database) -> None:
    pool: Any = inside(mysql, "_pool")
    before = await mysql.fetchval(OWN)
    assert await mysql.fetchval(OWN) == before
    pool._idle = [replace(idle, born=idle.born - 7200) for idle in pool._idle]
    assert await mysql.fetchval(OWN) != before


async def test_a_server_that_cannot_be_reached_is_named(mysql_drivers: list[str]) -> None:
    for driver in mysql_drivers:
        for engine in ("MySQL", "MariaDB"):
            url = f"{engine.lower()}+{driver}://user:secret@127.0.0.1:1/x"
            with pytest.raises(flash_core.ConnectionLost) as caught:
                async with flash_core.connect(url, timeout=2):
                    pass
            assert f"cannot connect to {engine} at 127.0.0.1:1" in str(caught.value)
            assert "secret" not in str(caught.value)
            assert caught.value.__cause__ is not None


async def test_a_database_or_user_that_the_server_does_not_know_is_named(
    mysql_url: str, mysql_drivers: list[str]
) -> None:
    base = mysql_url.rpartition("/")[0]
    for driver in mysql_drivers:
        url = base.replace("mysql://", f"mysql+{driver}://")
        with pytest.raises(flash_core.ConnectionLost, match="Unknown database 'nowhere'"):
            async with flash_core.connect(f"{url}/nowhere"):
                pass
        stranger = url.replace("//root@", "//nobody:secret@")
        with pytest.raises(flash_core.ConnectionLost, match="Access denied for user") as caught:
            async with flash_core.connect(stranger):
                pass
        assert "secret" not in str(caught.value)


async def test_the_driver_may_be_left_open(mysql_url: str) -> None:
    for engine in ("mysql", "mariadb"):
        url = mysql_url.replace("mysql", engine, 1) + "?charset=utf8mb4&connect_timeout=5"
        async with flash_core.connect(url) as database:
            assert await database.fetchval(ONE) == 1
            name = await database.fetchval(Sql[tuple[str]]("SELECT @@character_set_client"))
            assert name == "utf8mb4"
