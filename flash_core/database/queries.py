"""The base class of generated query classes.

Depends on: blocks, session, protocol, watching, hooks, values.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Final

from flash_core.hooks import add_switch
from flash_core.values import Sql

from .blocks import not_begun
from .session import Session
from .watching import Watched, unwatched

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable
    from typing import Self

    from .protocol import DatabaseConnection, Isolation


class QueriesBase:
    """Queries bound to a connection, with room for SQL that is not compiled.

    Args:
        db: Where the queries run.
    """

    __slots__ = ("db",)

    def __init__(self, db: DatabaseConnection) -> None:
        self.db = db

    async def execute(self, query: str, /, *args: object) -> int:
        """Run a statement and return how many rows it affected."""
        return await self.db.execute(query, *args)

    async def fetch(self, query: str, /, *args: object) -> list[tuple[object, ...]]:
        """Run a statement and return all of its rows."""
        rows = await self.db.fetch(Sql[tuple[object, ...]](query), *args)
        return [tuple(row) for row in rows]  # a driver's row type compares and prints differently

    async def fetchrow(self, query: str, /, *args: object) -> tuple[object, ...] | None:
        """Run a statement and return its first row, or None when there is none."""
        row = await self.db.fetchrow(Sql[tuple[object, ...]](query), *args)
        return None if row is None else tuple(row)

    async def fetchval(self, query: str, /, *args: object) -> object:
        """Run a statement and return the first column of its first row, or None."""
        return await self.db.fetchval(Sql[tuple[object]](query), *args)

    @asynccontextmanager
    async def transaction(
        self,
        *,
        isolation: Isolation | None = None,
        read_only: bool = False,
        deferrable: bool = False,
    ) -> AsyncGenerator[Self]:
        """Open a transaction, or a savepoint inside one, and yield these queries inside it.

        Args:
            isolation: ``None`` for the server's default.
            read_only: Refuse statements that write.
            deferrable: Wait at the begin until no other transaction can make this one fail;
                PostgreSQL does so when it is serializable and read-only.
        """
        async with self.db.transaction(
            isolation=isolation, read_only=read_only, deferrable=deferrable
        ) as db:
            yield type(self)(db)

    async def rollback(self) -> None:
        """Undo what was done in this transaction or savepoint, and end it.

        Its block goes on, without the database.

        Raises:
            ProgrammingError: These queries are not inside a transaction of Flash.
        """
        await self._session().rollback()

    def on_commit(self, callback: Callable[[], object]) -> None:
        """Call something when the outermost transaction has been committed.

        Args:
            callback: Takes nothing; what it returns is awaited if it can be.

        Raises:
            ProgrammingError: These queries are not inside a transaction that Flash began.
        """
        self._session().on_commit(callback)

    def _session(self) -> Session:
        session = unwatched(self.db)
        if not isinstance(session, Session):
            raise not_begun()
        return session


_DB: Final = "db"
_slot: Final[Any] = QueriesBase.__dict__[_DB]


def _lend(queries: QueriesBase) -> DatabaseConnection:
    return Watched(_slot.__get__(queries))


def _hold(queries: QueriesBase, db: DatabaseConnection) -> None:
    _slot.__set__(queries, unwatched(db))


def _watch(on: bool) -> None:
    setattr(QueriesBase, _DB, property(_lend, _hold) if on else _slot)


add_switch(QueriesBase, _watch)
