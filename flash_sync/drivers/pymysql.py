"""MySQL and MariaDB through PyMySQL.  Written by hand; its asynchronous kin are aiomysql and asyncmy.

Depends on: pool, sockets, mysql, mysql_link, mysql_options, mysql_wire.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import pymysql
from pymysql.converters import decoders

from flash_sync.pool import OwnPool
from flash_sync.sockets import is_quiet

from .mysql import MySQLConnection, MySQLDatabase
from .mysql_link import FOUND_ROWS, MULTI_STATEMENTS, connect_link, link_to
from .mysql_options import Options, read_url
from .mysql_wire import Wire


def connect(
    url: str, *, min_size: int, max_size: int, timeout: float, max_lifetime: float
) -> MySQLDatabase:
    """Return a database with a pool of its own."""
    opener = partial(connect_link, _WIRE, read_url(url, timeout))
    make = partial(OwnPool, opener, min_size, max_size, timeout, max_lifetime)
    return MySQLDatabase(None, make)


def wrap_connection(connection: pymysql.Connection[Any], *, kept: bool = False) -> MySQLConnection:
    """Return an adapter of the user's connection.

    Args:
        connection: The driver's.
        kept: No call ends a transaction: a framework of the user's does.
    """
    return MySQLConnection(link_to(_WIRE, connection, kept=kept), None, 0, queued=True)


class _Pymysql(Wire):
    def open(self, options: Options) -> Any:
        """Connect."""
        return pymysql.connect(
            host=options.host,
            port=options.port,
            user=options.user,
            password=options.password,
            database=options.database,
            unix_socket=options.unix_socket,
            charset=options.charset,
            connect_timeout=options.connect_timeout,
            ssl=options.tls,
            client_flag=FOUND_ROWS | MULTI_STATEMENTS,
            autocommit=True,
        )

    def is_open(self, connection: Any) -> bool:
        """Tell whether the connection can still be used."""
        return bool(connection.open)

    def is_quiet(self, connection: Any) -> bool:
        """Tell whether the server has neither gone nor said anything since it was last asked."""
        return is_quiet(connection._sock.fileno())  # noqa: SLF001 - there is no public way to it

    def drop(self, connection: Any) -> None:
        """Close the connection at once, without a word to the server."""
        connection._force_close()  # noqa: SLF001 - close() would send what a broken stream cannot take

    def close(self, connection: Any) -> None:
        """Close the connection; it may be closed already."""
        if connection.open:
            connection.close()


_WIRE = _Pymysql(pymysql.Error, decoders)
