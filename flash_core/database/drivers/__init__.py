"""Which drivers there are, by URL scheme and by class of what the user holds.

Tables only: a driver's module is imported when it is chosen.  The synchronous package has tables
of its own, written by hand.

Depends on: engine.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from flash_core.engine import Engine


@dataclass(frozen=True, slots=True)
class Driver:
    """One driver.

    Attributes:
        name: What stands after ``+`` in a URL's scheme.
        engine: What it connects to.
        module: Our adapter; it has ``connect``, ``wrap_connection`` and ``wrap_pool``.
        needs: Packages that must be installed.
        install: What to give to ``pip install``.
        connections: Full class names of its connections.
        pools: Full class names of its pools.
    """

    name: str
    engine: Engine
    module: str
    needs: tuple[str, ...]
    install: str
    connections: frozenset[str]
    pools: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Framework:
    """Something that holds a connection of a driver.

    Attributes:
        module: Our adapter.
        function: What of it takes the object.
        classes: Full names of the object's classes.
    """

    module: str
    function: str
    classes: frozenset[str]


# In order of preference: asyncpg answers a single row in half the time of psycopg.
DRIVERS: Final = (
    Driver(
        name="asyncpg",
        engine=Engine.POSTGRESQL,
        module="flash_core.database.drivers.asyncpg",
        needs=("asyncpg",),
        install="flashorm[asyncpg]",
        connections=frozenset(
            {"asyncpg.connection.Connection", "asyncpg.pool.PoolConnectionProxy"}
        ),
        pools=frozenset({"asyncpg.pool.Pool"}),
    ),
    Driver(
        name="psycopg",
        engine=Engine.POSTGRESQL,
        module="flash_core.database.drivers.psycopg",
        needs=("psycopg", "psycopg_pool"),
        install="flashorm[postgresql]",
        connections=frozenset({"psycopg.AsyncConnection"}),
        pools=frozenset({"psycopg_pool.pool_async.AsyncConnectionPool"}),
    ),
    # asyncmy is the faster of the two, and asked for by name: aiomysql is what the extra installs.
    Driver(
        name="aiomysql",
        engine=Engine.MYSQL,
        module="flash_core.database.drivers.aiomysql",
        needs=("aiomysql",),
        install="flashorm[mysql]",
        connections=frozenset({"aiomysql.connection.Connection"}),
        pools=frozenset({"aiomysql.pool.Pool"}),
    ),
    Driver(
        name="asyncmy",
        engine=Engine.MYSQL,
        module="flash_core.database.drivers.asyncmy",
        needs=("asyncmy",),
        install="flashorm[asyncmy]",
        connections=frozenset({"asyncmy.connection.Connection"}),
        pools=frozenset({"asyncmy.pool.Pool"}),
    ),
    Driver(
        name="aiosqlite",
        engine=Engine.SQLITE,
        module="flash_core.database.drivers.aiosqlite",
        needs=("aiosqlite",),
        install="aiosqlite",
        connections=frozenset({"aiosqlite.core.Connection"}),
    ),
)

FRAMEWORKS: Final = (
    Framework(
        module="flash_core.database.drivers.sqlalchemy",
        function="wrap_connection",
        classes=frozenset({"sqlalchemy.ext.asyncio.engine.AsyncConnection"}),
    ),
    Framework(
        module="flash_core.database.drivers.sqlalchemy",
        function="wrap_session",
        classes=frozenset(
            {
                "sqlalchemy.ext.asyncio.session.AsyncSession",
                "sqlalchemy.ext.asyncio.scoping.async_scoped_session",
            }
        ),
    ),
)

# What belongs to flash_sync.
FOREIGN: Final = frozenset(
    {
        "flash_sync.connection.Connection",
        "psycopg.Connection",
        "psycopg_pool.pool.ConnectionPool",
        "pymysql.connections.Connection",
        "sqlite3.Connection",
        "django.db.backends.base.base.BaseDatabaseWrapper",
        "django.utils.connection.ConnectionProxy",
        "sqlalchemy.engine.base.Connection",
        "sqlalchemy.orm.session.Session",
        "sqlalchemy.orm.scoping.scoped_session",
    }
)
ACCEPTED: Final = (
    "flash_core.connect(url), an asyncpg Pool or Connection, a psycopg AsyncConnection or "
    "AsyncConnectionPool, an aiomysql or asyncmy Pool or Connection, an aiosqlite Connection, or "
    "an AsyncConnection or AsyncSession of SQLAlchemy"
)
