"""One deploy at a time: a lock that is held while migrations are applied.

PostgreSQL and MySQL have locks of a session, which end with it: one is held on a connection of its
own, where nothing that a migration does can let go of it, and a second one on the connection that
runs the migrations, because a server goes on with the statement of a process that is gone.  On
SQLite each transaction that may write takes the only write lock.  For what runs outside of one
there, and on servers that know no such locks, a row of a table says who is at it.

Depends on: session, database, engine, errors, values, _compat.
"""

from __future__ import annotations

import os
import platform
import time
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from flash_core._compat import finish, sleep
from flash_core.engine import Engine
from flash_core.errors import (
    DatabaseError,
    IntegrityError,
    MigrationError,
    OperationalError,
    ProgrammingError,
)
from flash_core.values import Sql

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from .database import Database
    from .session import Session

LOCK: Final = 0x666C617368  # "flash"; any number that other programs do not use
TABLE: Final = "_flash_migration_lock"
_SHORTEST: Final = 0.02  # seconds between two looks
_LONGEST: Final = 0.5


@dataclass(frozen=True, slots=True)
class _Locks:
    """Statements that take and let go of a lock of the session; a taken lock is 1."""

    take: str
    release: str
    server: str  # tells the server's name, for those that only pretend to have locks


def _named(name: str) -> str:
    # A lock is the server's: one a database.  Where none is chosen, the first statement says so.
    return f"CONCAT('{name}_', MD5(COALESCE(DATABASE(), '')))"


_PG_TAKE: Final = "SELECT pg_try_advisory_lock({key})::int"
_PG_RELEASE: Final = "SELECT pg_advisory_unlock({key})"
_MY_TAKE: Final = "SELECT GET_LOCK({key}, 0)"
_MY_RELEASE: Final = "DO RELEASE_LOCK({key})"
LOCKS: Final[dict[Engine, _Locks]] = {
    Engine.POSTGRESQL: _Locks(_PG_TAKE, _PG_RELEASE, "SELECT version()"),
    Engine.MYSQL: _Locks(_MY_TAKE, _MY_RELEASE, "SELECT VERSION()"),
}
_KEYS: Final = {
    Engine.POSTGRESQL: (str(LOCK), str(LOCK + 1)),
    Engine.MYSQL: (_named("flash"), _named("flash_run")),
}
_PRETENDERS: Final = ("CockroachDB",)  # their functions take any lock, at once


class Patience:
    """How long to wait for others.

    Args:
        seconds: So long, from now on.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds
        self._next = _SHORTEST

    async def wait(self, holder: str = "another process") -> None:
        """Wait a moment.

        Args:
            holder: Who has the lock.

        Raises:
            MigrationError: That was too long.
        """
        if time.monotonic() >= self._end:
            message = (
                f"{holder} holds the lock of this database: waited {self.seconds:g} seconds; "
                "try again when it has finished, or wait longer with --lock-timeout"
            )
            raise MigrationError(message)
        await sleep(min(self._next, max(self._end - time.monotonic(), _SHORTEST)))
        self._next = min(self._next * 1.5, _LONGEST)


@asynccontextmanager
async def locked(database: Database, patience: Patience) -> AsyncGenerator[Session]:
    """Yield a connection on which migrations may be run; nobody else runs some meanwhile.

    Raises:
        MigrationError: Somebody else has the lock, and kept it.
    """
    if database.engine.family not in LOCKS:
        async with _hurried(database, patience) as session:
            yield session
        return
    alone = database.stats().max_size == 1  # then one connection has to do
    async with _held(database, patience, alone=alone) as holder:
        if alone:
            yield holder
            return
        session = await database.borrow()
        try:
            key = _KEYS[session.engine.family][1]
            with suppress(ProgrammingError):  # those without locks have a row for it
                await _take(session, key, patience)
            yield session
        finally:
            await finish(_give_back(session, _KEYS[session.engine.family][1:]))


@asynccontextmanager
async def _hurried(database: Database, patience: Patience) -> AsyncGenerator[Session]:
    """Yield a connection of SQLite that waits for the write lock no longer than we want to."""
    session = await database.borrow()
    before = await session.fetchval(Sql[tuple[int]]("PRAGMA busy_timeout")) or 0
    try:
        await session.execute(f"PRAGMA busy_timeout = {min(before, int(patience.seconds * 1000))}")
        yield session
    finally:
        await finish(_unhurried(session, before))


async def _unhurried(session: Session, before: int) -> None:
    try:
        with suppress(DatabaseError):
            await session.execute(f"PRAGMA busy_timeout = {before}")
    finally:
        await session.release()


@asynccontextmanager
async def _held(database: Database, patience: Patience, *, alone: bool) -> AsyncGenerator[Session]:
    session = await database.borrow()
    every = _KEYS[session.engine.family]
    keys = every if alone else every[:1]
    row: RowLock | None = None
    try:
        if await _has_locks(session):
            for key in keys:
                await _take(session, key, patience)
        else:
            row = RowLock(session)
            await row.take(patience)
        yield session
    finally:
        if row is not None:
            with suppress(DatabaseError):
                await finish(row.release())
        await finish(_give_back(session, keys))


async def _has_locks(session: Session) -> bool:
    locks = LOCKS[session.engine.family]
    server = await session.fetchval(Sql[tuple[str]](locks.server)) or ""
    if any(name in server for name in _PRETENDERS):
        return False
    key = _KEYS[session.engine.family][0]
    try:
        if await session.fetchval(Sql[tuple[int]](locks.take.format(key=key))) == 1:
            await session.execute(locks.release.format(key=key))
    except ProgrammingError:
        return False
    return True


async def _take(session: Session, key: str, patience: Patience) -> None:
    query = Sql[tuple[int]](LOCKS[session.engine.family].take.format(key=key))
    while await session.fetchval(query) != 1:
        await patience.wait()


async def _give_back(session: Session, keys: tuple[str, ...]) -> None:
    """Let go of the locks, and of the connection; one that broke has none any more."""
    release = LOCKS[session.engine.family].release
    try:
        with suppress(DatabaseError):
            for key in keys:
                await session.execute(release.format(key=key))
    finally:
        await session.release()


async def is_locked(database: Database) -> bool:
    """Tell whether somebody is applying migrations now.  Changes nothing."""
    session = await database.borrow()
    try:
        locks = LOCKS.get(session.engine.family)
        if locks is None or not await _has_locks(session):
            owner = await RowLock(session).owner()
            return owner is not None and not _is_gone(owner)
        for key in _KEYS[session.engine.family]:
            if await session.fetchval(Sql[tuple[int]](locks.take.format(key=key))) != 1:
                return True
            await session.execute(locks.release.format(key=key))
        return False
    finally:
        await finish(session.release())


class RowLock:
    """A row that says who is at it; it stays when that process is killed.

    Args:
        session: In no transaction.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._me = f"process {os.getpid()} on {platform.node()}"

    async def take(self, patience: Patience) -> None:
        """Write the row, once there is none of somebody who is alive.

        Raises:
            MigrationError: There is; the message says what to do when it is not.
        """
        number = "INTEGER" if self._session.engine is Engine.SQLITE else "INT"
        await self._session.execute(
            f"CREATE TABLE IF NOT EXISTS {TABLE} (id {number} NOT NULL PRIMARY KEY,"
            " owner VARCHAR(255) NOT NULL)"
        )
        while not await self._taken():
            owner = await self.owner()
            if owner is not None and _is_gone(owner):
                await self._remove(owner)  # not the row of whoever was quicker to do so
                continue
            await patience.wait(f'{owner} (if that is gone, run "DELETE FROM {TABLE}")')  # noqa: S608 - to read

    async def _taken(self) -> bool:
        insert = f"INSERT INTO {TABLE} (id, owner) VALUES (1, '{_escaped(self._me)}')"  # noqa: S608 - no parameters: engines write them differently
        try:
            await self._session.execute(insert)
        except IntegrityError:
            return False
        except OperationalError as error:
            if not is_busy(error):
                raise
            return False
        return True

    async def owner(self) -> str | None:
        """Return who has it, ``None`` when nobody has."""
        query = Sql[tuple[str]](f"SELECT owner FROM {TABLE}")  # noqa: S608 - our own name
        try:
            return await self._session.fetchval(query)
        except ProgrammingError:  # there is no such table
            return None

    async def others(self) -> str | None:
        """Return who has it when that is somebody else, who is alive."""
        owner = await self.owner()
        return None if owner in {None, self._me} or _is_gone(owner or "") else owner

    async def release(self) -> None:
        """Remove the row."""
        await self._remove(self._me)

    async def _remove(self, owner: str) -> None:
        query = f"DELETE FROM {TABLE} WHERE owner = '{_escaped(owner)}'"  # noqa: S608 - as above
        await self._session.execute(query)


def _escaped(text: str) -> str:
    return text.replace("'", "").replace("\\", "").replace("%", "")


def _is_gone(owner: str) -> bool:
    """Tell whether a process of this machine has ended; of others nobody knows."""
    words = owner.split()
    if len(words) < 4 or words[3] != platform.node() or os.name != "posix":  # noqa: PLR2004 - its words
        return False
    try:
        os.kill(int(words[1]), 0)
    except ProcessLookupError:
        return True
    except (ValueError, OSError):
        return False
    return False


def is_busy(error: DatabaseError) -> bool:
    """Tell whether somebody else has SQLite's write lock."""
    return isinstance(error, OperationalError) and (error.sqlstate or "").startswith("SQLITE_BUSY")
