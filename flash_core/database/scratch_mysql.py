"""A database of a MySQL or MariaDB server that is made for one look and dropped afterwards.

Depends on: connection, sql_modes, urls, errors, values, _compat.
"""

from __future__ import annotations

import uuid
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flash_core._compat import finish
from flash_core.errors import ConnectionLost, DatabaseError, FlashError
from flash_core.values import Sql

from .sql_modes import read_alike
from .urls import connect

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from .connection import Connection
    from .database import Database


@asynccontextmanager
async def mysql_scratch(url: str) -> AsyncGenerator[MySQLScratch, None]:
    """Make a database on the server at ``url``, yield it, and drop it whatever happens.

    Args:
        url: A database of that server; nothing in it is looked at.

    Raises:
        ConfigError: The URL is wrong, or no driver is installed.
        ConnectionLost: The server cannot be reached.
        DatabaseError: The user may not create databases.
    """
    name = f"flash_verify_{uuid.uuid4().hex[:12]}"
    async with connect(url, max_size=1) as server:
        dropped = f"DROP DATABASE IF EXISTS {name}"
        try:
            await finish(_run(server, f"CREATE DATABASE {name} CHARACTER SET utf8mb4"))
        except FlashError:
            raise
        except BaseException:  # an interruption: the database was made all the same
            await finish(_run(server, dropped))
            raise
        try:
            own = urlsplit(url)._replace(path=f"/{name}").geturl()
            async with connect(own, max_size=1) as database, database.transaction() as session:
                await read_alike(session)
                version = await session.fetchval(Sql[tuple[str]]("SELECT version()"))
                yield MySQLScratch(session, version or "")
        finally:
            await finish(_run(server, dropped))


async def _run(server: Database, sql: str) -> None:
    await server.execute(sql)


class MySQLScratch:
    """A new database, over one connection.

    Args:
        session: The connection.
        version: What the server says of itself.
    """

    def __init__(self, session: Connection, version: str) -> None:
        self._session = session
        self.version = version

    async def run(self, sql: str) -> DatabaseError | None:
        """Run a statement; return why it was refused, if it was.

        Raises:
            ConnectionLost: The connection broke.
        """
        try:
            await self._session.execute_script(sql)
        except ConnectionLost:
            raise
        except DatabaseError as error:
            return error
        return None

    async def prepare(self, sql: str) -> DatabaseError | None:
        """Prepare a query without running it; return why it was refused, if it was.

        Raises:
            ConnectionLost: The connection broke.
        """
        try:
            await self._session.execute("PREPARE flash_query FROM %s", sql)
            await self._session.execute("DEALLOCATE PREPARE flash_query")
        except ConnectionLost:
            raise
        except DatabaseError as error:
            return error
        return None
