"""Rows of MySQL that are built while they arrive, where the driver lets them be: as all others."""

from __future__ import annotations

from dataclasses import dataclass, make_dataclass
from importlib import import_module
from typing import Any

import pytest

import flash_core
from flash_core import Database, DatabaseConnection, Sql, wrap
from flash_core.rows import READS_MYSQL, RowBuilder, row_builder

from .conftest import MYSQL, mysql_connection
from .test_mysql import CASES, ONE, inside

pytestmark = pytest.mark.anyio


@dataclass(slots=True)
class Row:
    """A row."""

    id: int
    name: str | None


BUILD = row_builder(Row)
NUMBERS = "SELECT seq, {} FROM seq_1_to_{}"


def rows(name: str, count: int) -> Sql[tuple[int, str | None]]:
    """Return a statement with so many rows."""
    return Sql[tuple[int, str | None]](NUMBERS.format(name, count))


async def test_every_value_is_what_it_is_when_it_is_fetched(mysql: Database) -> None:
    columns = [f"c{number} {case[0]}" for number, case in enumerate(CASES)]
    names = [f"c{number}" for number in range(len(CASES))]
    wide: Any = make_dataclass("Wide", names, slots=True)
    build: RowBuilder[Any] = row_builder(wide)
    await mysql.execute(f"CREATE TABLE wide (id INT AUTO_INCREMENT UNIQUE, {', '.join(columns)})")
    marks = ", ".join(["%s"] * len(CASES))
    values = [case[1] for case in CASES]
    for sent in (values, [None] * len(values), values):
        nullable = [
            value if value is not None or not kind.startswith("TIMESTAMP") else values[place]
            for place, (value, (kind, *_)) in enumerate(zip(sent, CASES, strict=True))
        ]
        await mysql.execute(f"INSERT INTO wide ({', '.join(names)}) VALUES ({marks})", *nullable)
    every = Sql[tuple[object, ...]](f"SELECT {', '.join(names)} FROM wide ORDER BY id")
    fetched = await mysql.fetch(every)
    assert len(fetched) == 3
    assert await mysql.fetch_built(every, build) == build(fetched)


@pytest.mark.parametrize(
    "name", ["repeat('x', 7)", "repeat('é', 70000)", "NULL", "repeat('y', seq % 700)"]
)
async def test_rows_come_whole_and_in_order_however_they_arrive(mysql: Database, name: str) -> None:
    query = rows(name, 3000 if "000" not in name else 40)
    fetched = await mysql.fetch(query)
    assert await mysql.fetch_built(query, BUILD) == [Row(*row) for row in fetched]
    assert await mysql.fetchval(ONE) == 1


async def test_a_row_larger_than_a_packet_is_built(
    mysql: Database, mysql_url: str, mysql_drivers: list[str]
) -> None:
    name = "CASE WHEN seq = 2 THEN repeat('z', 17000000) ELSE 'a' END"
    size = await mysql.fetchval(Sql[tuple[int]]("SELECT @@GLOBAL.max_allowed_packet"))
    await mysql.execute("SET GLOBAL max_allowed_packet = 67108864")
    try:
        for driver in mysql_drivers:
            async with flash_core.connect(mysql_url.replace("mysql:", f"mysql+{driver}:")) as large:
                built = await large.fetch_built(rows(name, 3), BUILD)
            lengths = [(row.id, len(row.name or "")) for row in built]
            assert lengths == [(1, 1), (2, 17_000_000), (3, 1)]
    finally:
        await mysql.execute(f"SET GLOBAL max_allowed_packet = {size}")


async def check(db: DatabaseConnection) -> None:
    """Hold that the connection reads on."""
    assert await db.fetch_built(rows("'a'", 2), BUILD) == [Row(1, "a"), Row(2, "a")]


async def test_a_statement_without_rows_builds_none(mysql: Database) -> None:
    await mysql.execute("CREATE TABLE one (id INT, name TEXT)")
    async with mysql.transaction() as tx:
        nothing = Sql[tuple[int, str]]("INSERT INTO one VALUES (1, 'a')")
        assert await tx.fetch_built(nothing, BUILD) == []
        await check(tx)
    returning = Sql[tuple[int, str]](
        "INSERT INTO one VALUES (2, 'b'), (3, NULL) RETURNING id, name"
    )
    assert await mysql.fetch_built(returning, BUILD) == [Row(2, "b"), Row(3, None)]
    assert await mysql.fetch_built(Sql[tuple[int, str]]("SELECT 1, 'a' WHERE 0"), BUILD) == []
    assert await mysql.fetchval(Sql[tuple[int]]("SELECT count(*) FROM one")) == 3


async def test_a_procedure_builds_its_first_result(mysql: Database) -> None:
    await mysql.execute_script("CREATE PROCEDURE p() BEGIN SELECT 1, 'a'; SELECT 3; END")
    for _ in range(2):
        assert await mysql.fetch_built(Sql[tuple[int, str]]("CALL p()"), BUILD) == [Row(1, "a")]
        await check(mysql)


async def test_an_error_after_rows_is_raised_and_the_connection_goes_on(mysql: Database) -> None:
    broken = rows("IF(seq = 2900, (SELECT 'a' UNION SELECT 'b'), repeat('x', 500))", 3000)
    async with mysql.transaction() as tx:
        with pytest.raises(flash_core.DatabaseError, match="more than 1 row"):
            await tx.fetch_built(broken, BUILD)
        await check(tx)


class Odd(Exception):
    """What a decoder of the user's raises."""


def odd(value: str) -> str:
    """Fail for one of the values."""
    if value == "1500":
        raise Odd(value)
    return value


async def test_what_a_decoder_raises_leaves_the_transaction_as_it_was(mysql: Database) -> None:
    await mysql.execute("CREATE TABLE one (id INT)")
    build = row_builder(Row, name=odd)
    async with mysql.transaction() as tx:
        await tx.execute("INSERT INTO one VALUES (1)")
        with pytest.raises(Odd):
            await tx.fetch_built(rows("CAST(seq AS CHAR)", 30000), build)
        await check(tx)
    assert await mysql.fetchval(Sql[tuple[int]]("SELECT count(*) FROM one")) == 1


async def test_rows_of_another_width_are_refused(mysql: Database) -> None:
    three = Sql[tuple[int, str]]("SELECT seq, 'a', 'b' FROM seq_1_to_20000")
    async with mysql.transaction() as tx:
        with pytest.raises((TypeError, ValueError)):
            await tx.fetch_built(three, BUILD)
        await check(tx)


@pytest.mark.parametrize("place", [1, 15000, 30000])
async def test_a_date_that_python_has_not_is_refused_wherever_it_is(
    mysql: Database, place: int
) -> None:
    zero = f"CAST(IF(seq = {place}, '0000-00-00', '2024-02-29') AS DATETIME)"
    async with mysql.transaction() as tx:
        await tx.execute("SET SESSION sql_mode = ''")
        await tx.execute("CREATE TABLE days (id INT, born DATETIME)")
        await tx.execute(f"INSERT INTO days SELECT seq, {zero} FROM seq_1_to_30000")
    every = Sql[tuple[int, str]]("SELECT id, born FROM days ORDER BY id")
    async with mysql.transaction() as tx:
        with pytest.raises(flash_core.DataError, match=r"column born holds '0000-00-00") as caught:
            await tx.fetch_built(every, BUILD)
        assert caught.value.column == "born"
        await check(tx)


@pytest.mark.parametrize("autocommit", [False, True])
@pytest.mark.parametrize("driver", MYSQL)
async def test_a_connection_of_the_user_with_decoders_of_its_own_builds_the_same(
    mysql_url: str, driver: str, autocommit: bool
) -> None:
    async with mysql_connection(driver, mysql_url, autocommit=autocommit) as held:
        db = wrap(held)
        await check(db)
        assert len(await db.fetch_built(rows("seq", 30000), BUILD)) == 30000
        await check(db)


def test_asyncmy_builds_rows_while_they_arrive() -> None:
    driver = import_module("flash_core.database.drivers.asyncmy")
    assert inside(driver, "_OPEN") == READS_MYSQL
