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
PLAIN: Final = "10,000 rows, plain"
ADD: Final = "insert returning"
BULK: Final = "bulk insert 10,000"
POOLED: Final = "get by key, pool"
TOGETHER: Final = "32 tasks, pool of 8"
LINES: Final = (GET, HUNDRED, MANY, PLAIN, ADD, BULK, POOLED, TOGETHER)

# What Flash's CPU may be, of the first contender of the driver.  MANY is of the guide's users, which
# is what the goals were set for; SQLite's without conversions is PLAIN.
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
    ("sqlite3", MANY): 1.28,
    ("sqlite3", PLAIN): 1.12,
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
# As the guide has it.
USERS: Final = """
CREATE TABLE users (
    id {key},
    name VARCHAR(100) NOT NULL,
    email VARCHAR(255) UNIQUE NOT NULL,
    is_active BOOLEAN DEFAULT TRUE,
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
);
"""
KEYS: Final = {
    "postgresql": "SERIAL PRIMARY KEY",
    "sqlite": "INTEGER PRIMARY KEY",
    "mariadb": "INTEGER AUTO_INCREMENT PRIMARY KEY",
}
TABLES: Final = ("items", "added", "loads")

_SELECT: Final = "SELECT id, name, email, is_active, created_at, updated_at FROM users"
_ADD: Final = "INSERT INTO added (name, price, stock) VALUES ($1, $2, $3)"


@dataclass(frozen=True, slots=True)
class Texts:
    """The queries as a driver wants them.

    Attributes:
        get: One user by the key.
        many: So many users.
        add: One more item; returns its id, except on MySQL.
        load: One of many items.
        plain: All items.
    """

    get: str = f"{_SELECT} WHERE id = $1"
    many: str = f"{_SELECT} ORDER BY id LIMIT $1"
    add: str = f"{_ADD} RETURNING id"
    load: str = "INSERT INTO loads (name, price, stock, note) VALUES ($1, $2, $3, $4)"
    plain: str = "SELECT id, name, price, stock, note FROM items ORDER BY id"

    def spelt(self, engine: str, mark: str = "${}") -> Texts:
        """Return them for an engine, with another kind of placeholder.

        Args:
            engine: Of Flash's names.
            mark: The placeholder, with ``{}`` for its number.
        """
        texts = [self.get, self.many, self.add, self.load, self.plain]
        if engine == "mariadb":
            texts[2] = _ADD
        for number in range(1, 5):
            texts = [text.replace(f"${number}", mark.format(number)) for text in texts]
        return Texts(*texts)


def schema(engine: str) -> str:
    """Return the tables' DDL."""
    key = KEYS[engine]
    items = "".join(ITEMS.format(table=table, key=key) for table in TABLES)
    return items + USERS.format(key=key)


def queries(engine: str) -> str:
    """Return the query file of Flash's project."""
    texts = Texts().spelt(engine)
    return f"""
-- name: GetUser :one
{texts.get};

-- name: ListUsers :many
{texts.many};

-- name: ListItems :many
{texts.plain};

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
_MOMENTS: Final = [datetime(2026, 1, 1 + day, 12, 30, day) for day in range(28)]  # noqa: DTZ001 - the columns have no zone
PEOPLE: Final = [
    (
        *(f"user {number}", f"user{number}@example.com", number % 3 == 0),
        *(_MOMENTS[number % 28], _MOMENTS[number % 27]),
    )
    for number in range(ROWS)
]


@dataclass(slots=True)
class User:
    """What a careful person writes by hand."""

    id: int
    name: str
    email: str
    is_active: bool | None
    created_at: datetime | None
    updated_at: datetime | None


@dataclass(slots=True)
class Item:
    """The same, without types that SQLite has not."""

    id: int
    name: str
    price: float
    stock: int
    note: str | None


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
