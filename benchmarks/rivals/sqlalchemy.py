"""SQLAlchemy: Core, and the ORM with one session and its identity map emptied for each call.

Statements and rows are ``Any``: their types are its own affair, and long.

Depends on: cases.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime  # noqa: TC003 - read by the mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from benchmarks.cases import (
    ADD,
    BULK,
    GET,
    HUNDRED,
    KEY,
    LOADED,
    MANY,
    NEW,
    PLAIN,
    POOL,
    POOLED,
    ROWS,
    TASKS,
    TOGETHER,
    Calls,
    Contender,
    Place,
    in_threads,
    together,
)

if TYPE_CHECKING:
    from contextlib import AsyncExitStack

    from sqlalchemy.ext.asyncio import AsyncEngine

#: Driver → SQLAlchemy's scheme.
ASYNC: Final = {
    "asyncpg": "postgresql+asyncpg",
    "psycopg": "postgresql+psycopg",
    "aiosqlite": "sqlite+aiosqlite",
    "aiomysql": "mysql+aiomysql",
    "asyncmy": "mysql+asyncmy",
}
SYNC: Final = {
    "psycopg (sync)": "postgresql+psycopg",
    "sqlite3": "sqlite",
    "pymysql": "mysql+pymysql",
}
NAMES: Final[tuple[str, ...]] = ("name", "price", "stock", "note")
MAPPINGS: Final[list[dict[str, Any]]] = [dict(zip(NAMES, row, strict=True)) for row in LOADED]


class Base(DeclarativeBase):
    """The tables."""


class _Columns:
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    price: Mapped[float]
    stock: Mapped[int]
    note: Mapped[str | None]


class Item(_Columns, Base):
    """Row of ``items``."""

    __tablename__ = "items"


class Added(_Columns, Base):
    """Row of ``added``."""

    __tablename__ = "added"


class Loaded(_Columns, Base):
    """Row of ``loads``."""

    __tablename__ = "loads"


class User(Base):
    """Row of ``users``."""

    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    email: Mapped[str]
    is_active: Mapped[bool | None]
    created_at: Mapped[datetime | None]
    updated_at: Mapped[datetime | None]


@dataclass(frozen=True, slots=True)
class _Statements:
    get: Any
    many: Any
    plain: Any
    add: Any


_KEY: Final = sa.bindparam("key", type_=sa.Integer)
_LIMIT: Final = sa.bindparam("limit", type_=sa.Integer)
_TABLES: Final = Base.metadata.tables
_USERS, _ITEMS = _TABLES["users"], _TABLES["items"]
_ADDED, _LOADS = _TABLES["added"], _TABLES["loads"]
_CORE: Final = _Statements(
    sa.select(_USERS).where(_USERS.c.id == _KEY),
    sa.select(_USERS).order_by(_USERS.c.id).limit(_LIMIT),
    sa.select(_ITEMS).order_by(_ITEMS.c.id),
    sa.insert(_ADDED),
)
_ORM: Final = _Statements(
    sa.select(User).where(User.id == _KEY),
    sa.select(User).order_by(User.id).limit(_LIMIT),
    sa.select(Item).order_by(Item.id),
    None,
)
_VALUES: Final[dict[str, Any]] = dict(zip(NAMES, NEW, strict=False))


async def enter(stack: AsyncExitStack, place: Place, driver: str) -> list[Contender]:
    """Return Core and the ORM on a driver."""
    if driver in SYNC:
        return _enter_sync(stack, place, SYNC[driver])
    if driver not in ASYNC:
        return []
    engine = create_async_engine(
        _url(place, ASYNC[driver]), pool_size=POOL, isolation_level="AUTOCOMMIT"
    )
    stack.push_async_callback(engine.dispose)
    grouping = engine.execution_options(isolation_level=_isolation(place))
    return [
        Contender("SQLAlchemy Core", await _core(stack, engine, grouping)),
        Contender("SQLAlchemy ORM", await _orm(stack, engine, grouping)),
    ]


async def _core(stack: AsyncExitStack, engine: AsyncEngine, grouping: AsyncEngine) -> Calls:
    connection = await stack.enter_async_context(engine.connect())

    async def get() -> Any:
        return (await connection.execute(_CORE.get, {"key": KEY})).first()

    async def many(statement: Any, **values: object) -> Any:
        return (await connection.execute(statement, values)).all()

    async def add() -> Any:
        return (await connection.execute(_CORE.add, _VALUES)).inserted_primary_key

    async def load() -> None:
        async with grouping.begin() as other:
            await other.execute(sa.insert(_LOADS), MAPPINGS)

    async def lent() -> Any:
        async with engine.connect() as borrowed:
            return (await borrowed.execute(_CORE.get, {"key": KEY})).first()

    return {
        GET: get,
        HUNDRED: lambda: many(_CORE.many, limit=100),
        MANY: lambda: many(_CORE.many, limit=ROWS),
        PLAIN: lambda: many(_CORE.plain),
        ADD: add,
        BULK: load,
        POOLED: lent,
        TOGETHER: lambda: together(lent),
    }


async def _orm(stack: AsyncExitStack, engine: AsyncEngine, grouping: AsyncEngine) -> Calls:
    connection = await stack.enter_async_context(engine.connect())
    session = await stack.enter_async_context(AsyncSession(connection, expire_on_commit=False))

    async def get() -> Any:
        session.expunge_all()
        return (await session.scalars(_ORM.get, {"key": KEY})).first()

    async def many(statement: Any, **values: object) -> Any:
        session.expunge_all()
        return (await session.scalars(statement, values)).all()

    async def add() -> int:
        added = Added(**_VALUES)
        session.add(added)
        await session.flush()
        return added.id

    async def load() -> None:
        async with AsyncSession(grouping) as other:
            other.add_all([Loaded(**values) for values in MAPPINGS])
            await other.commit()

    async def lent() -> Any:
        async with AsyncSession(engine) as other:
            return (await other.scalars(_ORM.get, {"key": KEY})).first()

    return {
        GET: get,
        HUNDRED: lambda: many(_ORM.many, limit=100),
        MANY: lambda: many(_ORM.many, limit=ROWS),
        PLAIN: lambda: many(_ORM.plain),
        ADD: add,
        BULK: load,
        POOLED: lent,
        TOGETHER: lambda: together(lent),
    }


def _enter_sync(stack: AsyncExitStack, place: Place, scheme: str) -> list[Contender]:
    engine = sa.create_engine(
        _url(place, scheme),
        pool_size=POOL,
        max_overflow=0,
        poolclass=sa.QueuePool,
        isolation_level="AUTOCOMMIT",
    )
    stack.callback(engine.dispose)
    connection = stack.enter_context(engine.connect())
    session = stack.enter_context(Session(connection, expire_on_commit=False))
    threads = stack.enter_context(ThreadPoolExecutor(TASKS))
    grouping = engine.execution_options(isolation_level=_isolation(place))

    def load() -> None:
        with grouping.begin() as other:
            other.execute(sa.insert(_LOADS), MAPPINGS)

    def lent() -> Any:
        with engine.connect() as borrowed:
            return borrowed.execute(_CORE.get, {"key": KEY}).first()

    def orm_get() -> Any:
        session.expunge_all()
        return session.scalars(_ORM.get, {"key": KEY}).first()

    def orm_many(statement: Any, **values: object) -> Any:
        session.expunge_all()
        return session.scalars(statement, values).all()

    def orm_add() -> int:
        added = Added(**_VALUES)
        session.add(added)
        session.flush()
        return added.id

    def orm_load() -> None:
        with Session(grouping) as other:
            other.add_all([Loaded(**values) for values in MAPPINGS])
            other.commit()

    def orm_lent() -> Any:
        with Session(engine) as other:
            return other.scalars(_ORM.get, {"key": KEY}).first()

    core: Calls = {
        GET: lambda: connection.execute(_CORE.get, {"key": KEY}).first(),
        HUNDRED: lambda: connection.execute(_CORE.many, {"limit": 100}).all(),
        MANY: lambda: connection.execute(_CORE.many, {"limit": ROWS}).all(),
        PLAIN: lambda: connection.execute(_CORE.plain).all(),
        ADD: lambda: connection.execute(_CORE.add, _VALUES).inserted_primary_key,
        BULK: load,
        POOLED: lent,
        TOGETHER: partial(in_threads, threads, lent),
    }
    orm: Calls = {
        GET: orm_get,
        HUNDRED: lambda: orm_many(_ORM.many, limit=100),
        MANY: lambda: orm_many(_ORM.many, limit=ROWS),
        PLAIN: lambda: orm_many(_ORM.plain),
        ADD: orm_add,
        BULK: orm_load,
        POOLED: orm_lent,
        TOGETHER: partial(in_threads, threads, orm_lent),
    }
    return [Contender("SQLAlchemy Core", core), Contender("SQLAlchemy ORM", orm)]


def _url(place: Place, scheme: str) -> str:
    if place.engine == "sqlite":
        return f"{scheme}:///{place.url}"
    return f"{scheme}://{place.url.partition('://')[2]}"


def _isolation(place: Place) -> Any:
    """Return the level of a plain transaction: all rows are written, or none."""
    return "SERIALIZABLE" if place.engine == "sqlite" else "READ COMMITTED"
