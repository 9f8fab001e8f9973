# Generated from flash_core/database/drivers/sqlalchemy.py by `nox -s unasync`: edit that file.
"""SQLAlchemy's connections and sessions: our statements go to the driver's connection behind them.

They run in SQLAlchemy's transaction, which begins with the first of them as it does with the first
of its own, and which only the user ends.  ``transaction()`` is ``begin_nested()``, so that a
session forgets what a rollback has undone.  Under AUTOCOMMIT every call commits by itself.

Depends on: frameworks, _compat.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

from flash_core.engine import Engine
from flash_sync._compat import driver_connection
from flash_sync.frameworks import FrameworkConnection, FrameworkSession, translated

if TYPE_CHECKING:
    from flash_sync.blocks import Modes
    from flash_sync.frameworks import Block
    from flash_sync.session import Session

_NAME: Final = "SQLAlchemy"


class Alchemy(Protocol):
    """What is needed of SQLAlchemy's connection."""

    def in_transaction(self) -> bool:
        """Tell whether a transaction has begun."""
        ...

    def begin(self) -> object:
        """Begin a transaction."""
        ...

    def begin_nested(self) -> Block:
        """Open a savepoint."""
        ...

    def exec_driver_sql(self, statement: str) -> object:
        """Run a statement."""
        ...


class AlchemySession(Protocol):
    """What is needed of SQLAlchemy's session."""

    def connection(self) -> Alchemy:
        """Begin a transaction unless there is one, and return its connection."""
        ...

    def begin_nested(self) -> Block:
        """Write what is pending, and open a savepoint."""
        ...


def wrap_connection(connection: Alchemy) -> FrameworkConnection:
    """Return an adapter of the user's connection."""
    return AlchemyConnection(connection, None)


def wrap_session(session: AlchemySession) -> FrameworkConnection:
    """Return an adapter of the user's session."""
    return AlchemyConnection(None, session)


class AlchemyConnection(FrameworkConnection):
    """A connection or a session.

    Args:
        connection: The user's connection, if it is one.
        session: The user's session, if it is one.
    """

    __slots__ = ("_connection", "_session")

    def __init__(self, connection: Alchemy | None, session: AlchemySession | None) -> None:
        super().__init__(_NAME)
        self._connection = connection
        self._session = session

    def lend(self) -> Session:
        """Return the adapter of the connection to use now, in a transaction of SQLAlchemy's."""
        with translated(_NAME):
            connection = self._begun()
            driver = driver_connection(connection)
            adapter = self.adapt(driver)
            # Its adapter of asyncpg sends BEGIN before the first statement of its own.
            if adapter.engine is Engine.POSTGRESQL and _needs_begin(driver):
                connection.exec_driver_sql("SELECT 1")
        return adapter

    def enter(self, modes: Modes) -> Session:
        """Open a savepoint; under AUTOCOMMIT, begin a transaction."""
        adapter = self.lend()
        if _commits_by_itself(self._driver, adapter.engine):
            return adapter.enter(modes)
        modes.savepoint(0)  # refuses what only an outermost transaction can choose
        with translated(_NAME):
            if adapter.engine is Engine.SQLITE and not _in_transaction(self._driver):
                # Without a transaction, the release of a savepoint would commit.
                adapter.command("BEGIN")
            holder = self._session or self._begun()
            block = holder.begin_nested()
        return FrameworkSession(_NAME, self, block)

    def _begun(self) -> Alchemy:
        connection = self._connection
        if connection is not None:
            if not connection.in_transaction():
                connection.begin()
            return connection
        if self._session is None:  # it is one of the two
            raise AssertionError
        return self._session.connection()


# A driver's connection is Any here: which of nine classes it is shows by what it has.
def _needs_begin(driver: Any) -> bool:
    return hasattr(driver, "is_in_transaction") and not driver.is_in_transaction()


def _in_transaction(driver: Any) -> bool:
    return bool(driver.in_transaction)


def _commits_by_itself(driver: Any, engine: Engine) -> bool:
    match engine:
        case Engine.SQLITE:
            return driver.isolation_level is None and not driver.in_transaction
        case Engine.MYSQL:
            return bool(driver.get_autocommit())
        case _:
            return _needs_begin(driver) or bool(getattr(driver, "autocommit", False))
