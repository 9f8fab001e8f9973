"""What is measured: the tables, the queries, the lines of the table, and the bars.

Depends on: nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Awaitable
    from concurrent.futures import ThreadPoolExecutor

ROWS: Final = 10_000
KEY: Final = 5000
TASKS: Final = 32
EACH: Final = 10  # gets of one task
POOL: Final = 8

GET: Final = "get by key"
HUNDRED: Final = "100 rows"
MANY: Final = "10,000 rows"
TYPED: Final = "10,000 rows, bool and datetime"
ADD: Final = "insert returning"
BULK: Final = "bulk insert 10,000"
POOLED: Final = "get by key, pool"
TOGETHER: Final = "32 tasks, pool of 8"
LINES: Final = (GET, HUNDRED, MANY, TYPED, ADD, BULK, POOLED, TOGETHER)

# What Flash's CPU may be, of the first contender of the driver.
BARS: Final = {
    ("asyncpg", GET): 1.08,
    ("asyncpg", MANY): 1.28,
    ("asyncpg", BULK): 1.05,
    ("asyncpg", POOLED): 0.45,
    ("asyncpg", TOGETHER): 0.5,
    ("psycopg", GET): 1.05,
    ("psycopg", MANY): 1.20,
    ("psycopg", BULK): 1.05,
    ("psycopg (sync)", GET): 1.05,
    ("psycopg (sync)", MANY): 1.20,
    ("psycopg (sync)", BULK): 1.05,
    ("sqlite3", GET): 1.12,
    ("sqlite3", MANY): 1.12,
    ("sqlite3", TYPED): 1.28,
    ("sqlite3", BULK): 0.65,
    ("aiosqlite", GET): 5.2,
    ("aiosqlite", MANY): 1.30,
    ("aiomysql", GET): 1.05,
    ("aiomysql", MANY): 1.08,
    ("aiomysql", BULK): 1.05,
    ("asyncmy", GET): 1.05,
    ("asyncmy", MANY): 1.08,
    ("asyncmy", BULK): 1.05,
    ("pymysql", GET): 1.05,
    ("pymysql", MANY): 1.08,
    ("pymysql", BULK): 1.05,
}

ITEMS: Final = """
CREATE TABLE {table} (
    id {key},
    name VARCHAR(100) NOT NULL,
    price DOUBLE PRECISION NOT NULL,
    stock INTEGER NOT NULL,
    note VARCHAR(200)
);
"""
VISITS: Final = """
CREATE TABLE visits (
    id {key},
    page VARCHAR(100) NOT NULL,
    seen BOOLEAN NOT NULL,
    at {moment} NOT NULL
);
"""
KEYS: Final = {
    "postgresql": "SERIAL PRIMARY KEY",
    "sqlite": "INTEGER PRIMARY KEY",
    "mariadb": "INTEGER AUTO_INCREMENT PRIMARY KEY",
}
MOMENTS: Final = {"postgresql": "TIMESTAMP", "sqlite": "DATETIME", "mariadb": "DATETIME"}
TABLES: Final = ("items", "added", "loads")

_ADD: Final = "INSERT INTO added (name, price, stock) VALUES ($1, $2, $3)"


@dataclass(frozen=True, slots=True)
class Texts:
    """The queries as a driver wants them.

    Attributes:
        get: One item by its key.
        many: So many items.
        add: One more item; returns its id, except on MySQL.
        load: One of many items.
        typed: All visits.
    """

    get: str = "SELECT id, name, price, stock, note FROM items WHERE id = $1"
    many: str = "SELECT id, name, price, stock, note FROM items ORDER BY id LIMIT $1"
    add: str = f"{_ADD} RETURNING id"
    load: str = "INSERT INTO loads (name, price, stock, note) VALUES ($1, $2, $3, $4)"
    typed: str = "SELECT id, page, seen, at FROM visits ORDER BY id"

    def spelt(self, engine: str, mark: str = "${}") -> Texts:
        """Return them for an engine, with another kind of placeholder.

        Args:
            engine: Of Flash's names.
            mark: The placeholder, with ``{}`` for its number.
        """
        texts = [self.get, self.many, self.add, self.load, self.typed]
        if engine == "mariadb":
            texts[2] = _ADD
        for number in range(1, 5):
            texts = [text.replace(f"${number}", mark.format(number)) for text in texts]
        return Texts(*texts)


def schema(engine: str) -> str:
    """Return the tables' DDL."""
    key = KEYS[engine]
    items = "".join(ITEMS.format(table=table, key=key) for table in TABLES)
    return items + VISITS.format(key=key, moment=MOMENTS[engine])


def queries(engine: str) -> str:
    """Return the query file of Flash's project."""
    texts = Texts().spelt(engine)
    return f"""
-- name: GetItem :one
{texts.get};

-- name: ListItems :many
{texts.many};

-- name: ListVisits :many
{texts.typed};

-- name: AddItem {":execlastid" if engine == "mariadb" else ":one"}
{texts.add};

-- name: LoadItems :copyfrom
{texts.load};
"""


NEW: Final = ("new", 2.5, 1)
LOADED: Final = [
    (f"item {number}", number / 8, number, "a note" if number % 2 else None)
    for number in range(ROWS)
]
SEEN: Final = [
    (f"/page/{number}", number % 3 == 0, datetime(2026, 1, 1 + number % 28, 12, 30, number % 60))  # noqa: DTZ001 - the columns have no zone
    for number in range(ROWS)
]


@dataclass(slots=True)
class Item:
    """What a careful person writes by hand."""

    id: int
    name: str
    price: float
    stock: int
    note: str | None


@dataclass(slots=True)
class Visit:
    """The same, with types that SQLite has not."""

    id: int
    page: str
    seen: bool
    at: datetime


#: Line → what does it once; an awaitable is awaited.
Calls = dict[str, Callable[[], object]]


@dataclass(frozen=True, slots=True)
class Place:
    """Where to measure, and Flash's code for it.

    Attributes:
        engine: Of Flash's names.
        url: Of the database; of SQLite, the path.
        generated: The package that ``flash gen`` wrote.
        generated_sync: Its synchronous twin.
    """

    engine: str
    url: str
    generated: Any  # written while this runs: no checker has seen it
    generated_sync: Any  # as above


@dataclass(frozen=True, slots=True)
class Contender:
    """One row of the table.

    Attributes:
        name: As it is printed.
        calls: What it can do.
    """

    name: str
    calls: Calls


async def together(get: Callable[[], Awaitable[object]]) -> None:
    """Get from many tasks at once."""

    async def one() -> None:
        for _ in range(EACH):
            await get()

    await asyncio.gather(*(one() for _ in range(TASKS)))


def in_threads(threads: ThreadPoolExecutor, get: Callable[[], object]) -> None:
    """Get from many threads at once."""

    def one(number: int) -> None:
        del number
        for _ in range(EACH):
            get()

    for _ in threads.map(one, range(TASKS)):
        pass
