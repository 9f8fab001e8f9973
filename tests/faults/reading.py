"""Read many rows in a process of its own, and print by how many KiB it grew meanwhile.

    python reading.py HOW DRIVER URL ROWS

HOW is ``iter`` or ``iter-in-a-transaction``, which build a row of each and drop it; ``many``,
which keeps them; ``bare``, which keeps what the driver alone returns; or ``rows``, which counts
only what the rows add to that.
"""

from __future__ import annotations

import asyncio  # noqa: TID251 - a program of its own
import importlib
import sqlite3
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import flash_core
import flash_sync

if TYPE_CHECKING:
    from collections.abc import Sequence

ASYNCHRONOUS: Final = ("asyncpg", "psycopg-async", "aiomysql", "asyncmy", "aiosqlite")
SYNCHRONOUS: Final = ("psycopg", "pymysql", "sqlite3")
_ENGINE: Final = {
    "asyncpg": "SELECT n, 'name of ' || n || repeat('.', 50), n * 2.5::float8 FROM generate_series(1, {}) n",
    "mysql": "SELECT seq, concat('name of ', seq, repeat('.', 50)), seq * 2.5e0 FROM seq_1_to_{}",
    "sqlite": (
        "WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {})"
        " SELECT n, 'name of ' || n || printf('%.50c', '.'), n * 2.5 FROM c"
    ),
}


@dataclass(slots=True)
class Row:
    """What a generated query returns."""

    id: int
    name: str
    score: float


def query(driver: str, rows: int) -> flash_core.Sql[tuple[int, str, float]]:
    """Return a query of that many rows."""
    kind = "asyncpg"
    if "mysql" in driver or driver == "asyncmy":
        kind = "mysql"
    elif "sqlite" in driver:
        kind = "sqlite"
    return flash_core.Sql[tuple[int, str, float]](_ENGINE[kind].format(rows))


class Memory:
    """How far the process grows, in KiB of resident memory."""

    def start(self) -> None:
        """Forget the highest value so far."""
        Path("/proc/self/clear_refs").write_text("5")
        self._before = self._read("VmRSS")

    def growth(self) -> int:
        """Return how far it has grown since, at the most."""
        return self._read("VmHWM") - self._before

    @staticmethod
    def _read(name: str) -> int:
        lines = Path("/proc/self/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith(name))


async def read_async(how: str, driver: str, url: str, rows: int, memory: Memory) -> None:
    """Read on an asynchronous driver."""
    sql = query(driver, rows)
    async with flash_core.connect(url, max_size=2) as database:
        await database.fetch(query(driver, 10))
        memory.start()
        if how == "many":
            kept = [Row(*row) for row in await database.fetch(sql)]
            assert len(kept) == rows
            return
        count = 0
        if how == "iter":
            async for chunk in database.stream(sql):
                for row in chunk:
                    count += Row(*row).id > 0
        else:
            async with database.transaction() as tx:
                async for chunk in tx.stream(sql):
                    for row in chunk:
                        count += Row(*row).id > 0
        assert count == rows


def read_sync(how: str, driver: str, url: str, rows: int, memory: Memory) -> None:
    """Read on a synchronous driver."""
    sql = query(driver, rows)
    with flash_sync.connect(url, max_size=2) as database:
        database.fetch(query(driver, 10))
        memory.start()
        if how == "many":
            kept = [Row(*row) for row in database.fetch(sql)]
            assert len(kept) == rows
            return
        count = 0
        if how == "iter":
            for chunk in database.stream(sql):
                for row in chunk:
                    count += Row(*row).id > 0
        else:
            with database.transaction() as tx:
                for chunk in tx.stream(sql):
                    for row in chunk:
                        count += Row(*row).id > 0
        assert count == rows


async def bare(driver: str, url: str, rows: int, memory: Memory) -> Sequence[Any]:
    """Return the rows as the driver alone gives them, by its usual call."""
    sql, small = query(driver, rows), query(driver, 10)
    plain = url.replace(f"+{driver.partition('-')[0]}", "")
    parts = urlsplit(url)
    place = {"host": parts.hostname, "port": parts.port, "user": parts.username}
    module = importlib.import_module(driver.partition("-")[0])
    if driver == "asyncpg":
        connection = await module.connect(plain)
        await connection.fetch(small)
        memory.start()
        found = await connection.fetch(sql)
        await connection.close()
    elif driver == "psycopg-async":
        async with await module.AsyncConnection.connect(plain) as held:
            await (await held.execute(small)).fetchall()
            memory.start()
            found = await (await held.execute(sql)).fetchall()
    elif driver == "aiosqlite":
        async with module.connect(parts.path[1:]) as file:
            await file.execute_fetchall(small)
            memory.start()
            found = await file.execute_fetchall(sql)
    elif driver in {"aiomysql", "asyncmy"}:
        mysql = await module.connect(**place, db=parts.path[1:])
        async with mysql.cursor() as cursor:
            await cursor.execute(small)
            await cursor.fetchall()
            memory.start()
            await cursor.execute(sql)
            found = await cursor.fetchall()
        await mysql.ensure_closed()
    else:
        found = _bare_sync(driver, plain, parts.path[1:], place, (small, sql), memory)
    return list(found)


def _bare_sync(
    driver: str,
    url: str,
    path: str,
    place: dict[str, Any],
    queries: tuple[str, str],
    memory: Memory,
) -> Sequence[Any]:
    module = importlib.import_module(driver)
    connection: Any
    if driver == "psycopg":
        connection = module.connect(url)
    elif driver == "sqlite3":
        connection = sqlite3.connect(path)
    else:
        connection = module.connect(**place, database=path)
    with closing(connection), closing(connection.cursor()) as cursor:
        cursor.execute(queries[0])
        cursor.fetchall()
        memory.start()
        cursor.execute(queries[1])
        return list(cursor.fetchall())


def main() -> None:
    """Run from the command line."""
    how, driver, url, rows = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
    memory = Memory()
    if how in {"bare", "rows"}:
        kept = asyncio.run(bare(driver, url, rows, memory))
        assert len(kept) == rows
        if how == "rows":
            memory.start()
            built = [Row(*row) for row in kept]
            assert len(built) == rows
    elif driver in ASYNCHRONOUS:
        asyncio.run(read_async(how, driver, url, rows, memory))
    else:
        read_sync(how, driver, url, rows, memory)
    print(memory.growth())  # noqa: T201 - the answer


if __name__ == "__main__":
    main()
