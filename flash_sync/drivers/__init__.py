"""Which drivers there are, by URL scheme and by class of what the user holds.

Tables only: a driver's module is imported when it is chosen.  Written by hand; the asynchronous
package has tables of its own.

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


DRIVERS: Final = (
    Driver(
        name="psycopg",
        engine=Engine.POSTGRESQL,
        module="flash_sync.drivers.psycopg",
        needs=("psycopg", "psycopg_pool"),
        install="flashorm[postgresql]",
        connections=frozenset({"psycopg.Connection"}),
        pools=frozenset({"psycopg_pool.pool.ConnectionPool"}),
    ),
    Driver(
        name="pymysql",
        engine=Engine.MYSQL,
        module="flash_sync.drivers.pymysql",
        needs=("pymysql",),
        install="flashorm[mysql]",
        connections=frozenset({"pymysql.connections.Connection"}),
    ),
    Driver(
        name="sqlite3",
        engine=Engine.SQLITE,
        module="flash_sync.drivers.sqlite3",
        needs=("sqlite3",),
        install="a Python that has sqlite3",
        connections=frozenset({"sqlite3.Connection"}),
    ),
)

FRAMEWORKS: Final = (
    Framework(
        module="flash_sync.drivers.django",
        function="wrap_connection",
        classes=frozenset(
            {
                "django.db.backends.base.base.BaseDatabaseWrapper",
                "django.utils.connection.ConnectionProxy",
            }
        ),
    ),
    Framework(
        module="flash_sync.drivers.sqlalchemy",
        function="wrap_connection",
        classes=frozenset({"sqlalchemy.engine.base.Connection"}),
    ),
    Framework(
        module="flash_sync.drivers.sqlalchemy",
        function="wrap_session",
        classes=frozenset(
            {"sqlalchemy.orm.session.Session", "sqlalchemy.orm.scoping.scoped_session"}
        ),
    ),
)

# What belongs to flash_core.
FOREIGN: Final = frozenset(
    {
        "flash_core.database.connection.Connection",
        "asyncpg.connection.Connection",
        "asyncpg.pool.Pool",
        "asyncpg.pool.PoolConnectionProxy",
        "psycopg.AsyncConnection",
        "psycopg_pool.pool_async.AsyncConnectionPool",
        "aiomysql.connection.Connection",
        "aiomysql.pool.Pool",
        "asyncmy.connection.Connection",
        "asyncmy.pool.Pool",
        "aiosqlite.core.Connection",
        "sqlalchemy.ext.asyncio.engine.AsyncConnection",
        "sqlalchemy.ext.asyncio.session.AsyncSession",
        "sqlalchemy.ext.asyncio.scoping.async_scoped_session",
    }
)
ACCEPTED: Final = (
    "flash_sync.connect(url), a psycopg Connection or ConnectionPool, a pymysql Connection, a "
    "sqlite3 Connection, Django's connection, or a Connection or Session of SQLAlchemy"
)
