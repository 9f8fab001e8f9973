"""``IN (flash.slice(ids))`` on every engine and driver, for lists of any length."""

from __future__ import annotations

import importlib
from datetime import date
from decimal import Decimal
from inspect import isawaitable
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

import flash_core
import flash_sync
from flash_core.engine import Engine
from flash_core.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path
    from types import ModuleType
    from typing import TypeAlias

    from tests.codegen.conftest import Workshop

    Run: TypeAlias = Callable[[Callable[["Items"], Awaitable[None]]], Awaitable[None]]

SCHEMA = """
CREATE TABLE items (
    id INTEGER PRIMARY KEY,
    parent INTEGER,
    name VARCHAR(50) NOT NULL,
    weight {double} NOT NULL,
    price DECIMAL(10, 2) NOT NULL,
    data {bytes} NOT NULL,
    bought DATE NOT NULL,
    fresh BOOLEAN NOT NULL,
    code {uuid} NOT NULL
);
"""
QUERIES = """
-- name: Add :exec
INSERT INTO items (id, parent, name, weight, price, data, bought, fresh, code)
VALUES (:id, :parent, :name, :weight, :price, :data, :bought, :fresh, :code);
-- name: In :many
SELECT id FROM items
WHERE name <> :other AND id IN (flash.slice(ids)) AND price < :most ORDER BY id;
-- name: NotIn :many
SELECT id FROM items
WHERE name <> :other AND id NOT IN (flash.slice(ids)) AND price < :most ORDER BY id;
-- name: Twice :many
SELECT id FROM items WHERE id IN (flash.slice(ids)) OR parent IN (flash.slice(ids)) ORDER BY id;
-- name: NullIn :many
SELECT id FROM items WHERE parent NOT IN (flash.slice(ids)) ORDER BY id;
-- name: Inside :many
SELECT name FROM items WHERE id IN (SELECT parent FROM items WHERE name IN (flash.slice(names)))
ORDER BY name LIMIT :most;
-- name: Remove :execrows
DELETE FROM items WHERE id IN (flash.slice(ids)) AND name IN (flash.slice(names));
-- name: Rename :exec
UPDATE items SET name = :name WHERE id IN (flash.slice(ids));
-- name: First :one
SELECT * FROM items WHERE id IN (flash.slice(ids)) ORDER BY id LIMIT 1;
-- name: Percent :many
SELECT id FROM items WHERE name LIKE 'b%' AND name <> 'flash.slice(ids) ?1 ? %s' AND id IN (flash.slice(ids));
-- name: ByWeight :many
SELECT id FROM items WHERE weight IN (flash.slice(weights)) AND name NOT IN (flash.slice(names))
AND data NOT IN (flash.slice(blobs)) AND weight <> :other AND 'flash.slice(weights)' <> 'x' ORDER BY id;
-- name: ByPrice :many
SELECT id FROM items WHERE price IN (flash.slice(prices)) ORDER BY id;
-- name: ByData :many
SELECT id FROM items WHERE data IN (flash.slice(blobs)) OR data IN (flash.slice(blobs)) ORDER BY id;
-- name: ByDate :many
SELECT id FROM items WHERE bought IN (flash.slice(days)) ORDER BY id;
-- name: ByFresh :many
SELECT id FROM items WHERE fresh IN (flash.slice(values)) ORDER BY id;
-- name: ByCode :many
SELECT id FROM items WHERE code IN (flash.slice(codes)) ORDER BY id;
"""
TYPES = {
    Engine.POSTGRESQL: {"double": "DOUBLE PRECISION", "bytes": "BYTEA", "uuid": "UUID"},
    Engine.SQLITE: {"double": "DOUBLE", "bytes": "BLOB", "uuid": "UUID"},
    Engine.MARIADB: {"double": "DOUBLE", "bytes": "VARBINARY(20)", "uuid": "UUID"},
}
DRIVERS = (
    *("postgresql+asyncpg", "postgresql+psycopg", "postgresql sync", "sqlite", "sqlite sync"),
    *("mysql+aiomysql", "mysql+asyncmy", "mysql sync"),
)
NAMES = ("ant", "bee", "c'at \\ %s ? 🐜", 'd"og', "eel")


class Items:
    """The queries over a database that holds five items."""

    def __init__(self, queries: object) -> None:
        self.queries = queries

    async def __call__(self, name: str, /, *args: object, **named: object) -> object:
        """Run a query of either flavour."""
        answer: object = getattr(self.queries, name)(*args, **named)
        return await answer if isawaitable(answer) else answer

    async def fill(self) -> None:
        for id_, name in enumerate(NAMES, 1):
            await self(
                "add",
                id=id_,
                parent=id_ - 1 or None,
                name=name,
                weight=id_ / 10,
                price=Decimal(id_) / 4,
                data=bytes([id_, 0, 255, 39, 92, 37]),
                bought=date(2024, 1, id_),
                fresh=id_ % 2 == 0,
                code=UUID(int=id_),
            )


@pytest.fixture(params=DRIVERS)
def run(request: pytest.FixtureRequest, workshop: Workshop, tmp_path: Path) -> Run:
    """Run a test on one driver, with the five items in a table."""
    scheme, _, sync = str(request.param).partition(" ")
    name, _, driver = scheme.partition("+")
    engine = Engine.MARIADB if name == "mysql" else Engine(name)
    if engine is Engine.SQLITE:
        url = f"sqlite://{tmp_path}/data.db"
    else:
        url = str(request.getfixturevalue(f"{name}_url"))
        url = url.replace(name, scheme, 1) if driver else url
    schema = SCHEMA.format(**TYPES[engine])
    package = workshop.compiled(engine, schema, QUERIES)

    async def on_database(test: Callable[[Items], Awaitable[None]]) -> None:
        if not sync:
            async with flash_core.connect(url) as database:
                await database.execute(schema)
                items = Items(package.new(database))
                await items.fill()
                await test(items)
            return
        twin = importlib.import_module(f"{package.__name__}.sync")
        with flash_sync.connect(url) as database:
            database.execute(schema)
            items = Items(twin.new(database))
            await items.fill()
            await test(items)

    return on_database


@pytest.mark.anyio
async def test_a_list_of_any_length_is_bound_beside_other_arguments(run: Run) -> None:
    async def test(db: Items) -> None:
        most = Decimal("1.1")
        for ids, found in (
            ([], []),
            ([2], [2]),
            ((4, 1, 5, 1, -1), [1, 4]),
            (range(10_000), [1, 2, 4]),
        ):
            assert await db("in_", other="c'at \\ %s ? 🐜", ids=ids, most=most) == found
            rest = [each for each in (1, 2, 4) if each not in ids]
            assert await db("not_in", other="c'at \\ %s ? 🐜", ids=ids, most=most) == rest

    await run(test)


@pytest.mark.anyio
async def test_one_list_may_stand_in_several_places(run: Run) -> None:
    async def test(db: Items) -> None:
        assert await db("twice", [1, 4]) == [1, 2, 4, 5]
        assert await db("twice", []) == []
        assert await db("by_data", [bytes([3, 0, 255, 39, 92, 37]), b"", b"\0"]) == [3]

    await run(test)


@pytest.mark.anyio
async def test_nothing_is_in_an_empty_list_and_everything_is_outside_it(run: Run) -> None:
    async def test(db: Items) -> None:
        assert await db("null_in", []) == [1, 2, 3, 4, 5]
        assert await db("null_in", [4]) == [2, 3, 4]
        assert await db("percent", []) == []
        assert await db("percent", [1, 2, 3]) == [2]

    await run(test)


@pytest.mark.anyio
async def test_every_command_and_subqueries_take_lists(run: Run) -> None:
    async def test(db: Items) -> None:
        assert await db("inside", names=NAMES[2:4], most=10) == [NAMES[1], NAMES[2]]
        assert await db("remove", ids=[1, 2, 3], names=[NAMES[2], "nobody"]) == 1
        assert await db("remove", ids=[], names=NAMES) == 0
        await db("rename", name="new", ids=[1, 2])
        assert await db("inside", names=["new"], most=10) == ["new"]
        first = await db("first", [5, 2])
        assert first is not None
        assert vars(type(first))["__slots__"][0] == "id"
        assert await db("first", []) is None

    await run(test)


@pytest.mark.anyio
async def test_elements_of_every_type_find_their_equals(run: Run) -> None:
    async def test(db: Items) -> None:
        assert await db("by_weight", [0.1, 0.3, 0.5, 1e300], ["ant"], [b"x"], 0.5) == [3]
        assert await db("by_weight", [0.1, 0.3], [], [], 0.5) == [1, 3]
        assert await db("by_weight", [], ["ant"], [], 0.5) == []
        assert await db("by_price", [Decimal("0.50"), Decimal(1), Decimal("9.99")]) == [2, 4]
        assert await db("by_date", [date(2024, 1, 2), date(1, 1, 1)]) == [2]
        assert await db("by_fresh", [True]) == [2, 4]
        assert await db("by_fresh", [True, False]) == [1, 2, 3, 4, 5]
        assert await db("by_code", [UUID(int=5), UUID(int=9)]) == [5]
        assert await db("inside", list(NAMES), 10) == sorted(NAMES[:4])

    await run(test)


@pytest.mark.anyio
async def test_sqlite_refuses_a_list_with_a_text_that_it_would_cut(workshop: Workshop) -> None:
    schema = SCHEMA.format(**TYPES[Engine.SQLITE])
    package = workshop.compiled(Engine.SQLITE, schema, QUERIES)
    async with flash_core.connect("sqlite:///:memory:") as database:
        await database.execute(schema)
        db = package.new(database)
        assert await db.inside(["\\u0000", "\\\\0"], 1) == []
        with pytest.raises(DataError, match=r"flash\.slice cannot send 'a\\x00b'"):
            await db.inside(["a\0b"], 1)


def test_a_query_without_lists_has_no_code_for_them(workshop: Workshop) -> None:
    package: ModuleType = workshop.compiled(
        Engine.SQLITE, SCHEMA.format(**TYPES[Engine.SQLITE]), QUERIES
    )
    text = workshop.text(package, "_ADD")
    assert "flash.slice" not in text
    assert workshop.text(package, "_BY_PRICE").count("json_each(?1)") == 1
