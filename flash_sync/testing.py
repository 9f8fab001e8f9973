# Generated from flash_core/database/testing.py by `nox -s unasync`: edit that file.
"""For tests of programs that use Flash: a database that forgets everything when a test ends.

Depends on: blocks, connection, joining, urls.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from flash_sync._compat import finish

from .blocks import Modes
from .connection import Connection
from .joining import wrap
from .urls import connect

if TYPE_CHECKING:
    from collections.abc import Generator

    from .protocol import Connectable, DatabaseConnection


@contextmanager
def rolled_back(target: str | Connectable) -> Generator[DatabaseConnection]:
    """Yield a connection inside a transaction that is rolled back at the end, come what may.

    Give it to ``new()``; a ``transaction()`` of the program under test is a savepoint in it.  With
    pytest, which is not needed, a fixture is::

        @pytest.fixture
        async def db():
            async with rolled_back("sqlite://./test.db") as connection:
                yield new(connection)

    MySQL and MariaDB commit before each statement that defines something, so tables are made
    before.

    Args:
        target: A URL, or what ``new()`` takes: a database that is open, a pool, a connection.

    Raises:
        ConfigError: The URL is not understood, or its driver is not installed.
        TypeError: ``target`` is an object with the methods of a connection, but not of a driver.
    """
    if isinstance(target, str):
        with connect(target, min_size=0) as database, rolled_back(database) as connection:
            yield connection
        return
    held = wrap(target)
    if not isinstance(held, Connection):
        message = f"cannot roll back what {type(target).__qualname__} does: pass a database"
        raise TypeError(message)
    session = held.enter(Modes())
    try:
        yield session
    finally:
        finish(session.leave(commit=False))
