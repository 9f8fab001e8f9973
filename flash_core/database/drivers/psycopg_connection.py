"""One connection of psycopg, and transactions on it.

The driver's connection is one of ``Any`` rows: its user may have set any row factory, and our
cursors do not use it.  So are the rows of ``read()``, whose caller knows what it selected.

Depends on: blocks, connection, session, pool, errors, values, postgres_cursors, psycopg_cursors,
psycopg_errors, psycopg_link, psycopg_values, _compat.
"""

from __future__ import annotations

import abc
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, NoReturn
from weakref import WeakKeyDictionary

from psycopg.pq import TransactionStatus

from flash_core._compat import Turn, finish
from flash_core.database.blocks import Block, Modes, aborted, deaf, over
from flash_core.database.connection import CHUNK, Connection
from flash_core.engine import Engine
from flash_core.errors import DatabaseError
from flash_core.values import Notification

from .postgres_cursors import CursorSession
from .psycopg_cursors import Cursor, Cursors
from .psycopg_errors import ERRORS, UNWRITABLE, fail
from .psycopg_link import IDLE
from .psycopg_values import ValueAdapters

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Iterable, Sequence

    import psycopg

    from flash_core.database.pool import Pool
    from flash_core.database.session import Session
    from flash_core.values import CopyTarget, RowT, Sql, T

    from .psycopg_link import PsycopgLink

# Types that psycopg writes in binary as it does in text, whatever Python value is passed.
_BINARY: Final = frozenset(
    {
        *("boolean", "smallint", "integer", "bigint", "double precision"),
        *("text", "character varying", "bytea", "uuid", "date", "timestamp without time zone"),
    }
)

# Several adapters may stand over one connection of the user's.
_turns: WeakKeyDictionary[object, Turn] = WeakKeyDictionary()


class Calls(Connection):
    """The four ways to run a statement, over :meth:`_run`."""

    __slots__ = ()

    @property
    def engine(self) -> Engine:
        """The family of servers behind this."""
        return Engine.POSTGRESQL

    @abc.abstractmethod
    async def _run(self, query: str, args: tuple[object, ...]) -> Cursor:
        """Run a statement and return the cursor that holds its result."""

    async def execute(self, query: str, /, *args: object) -> int:
        """Run a statement and return how many rows it affected."""
        try:
            cursor = await self._run(query, args)
            count = max(cursor.rowcount, 0)
            cursor.keep()
        except ERRORS as exc:
            fail(exc, query)
        return count

    async def fetch(self, query: Sql[RowT], /, *args: object) -> list[RowT]:
        """Run a statement and return all of its rows."""
        try:
            cursor = await self._run(query, args)
            rows: list[RowT] = await cursor.fetchall() if cursor.rownumber is not None else []
            cursor.keep()
        except ERRORS as exc:
            fail(exc, query)
        return rows

    async def fetch_built(
        self,
        query: Sql[RowT],
        build: Callable[[Sequence[RowT]], Iterable[T]],
        /,
        *args: object,
    ) -> list[T]:
        """Run a statement and return what is built of its rows."""
        try:
            cursor = await self._run(query, args)
            rows = await cursor.fetchmany(CHUNK) if cursor.rownumber is not None else []
        except ERRORS as exc:
            fail(exc, query)
        built = list(build(rows))
        # Some rows at a time: tuples of all of them would not fit into the processor's cache.
        while len(rows) == CHUNK:
            try:
                rows = await cursor.fetchmany(CHUNK)
            except ERRORS as exc:
                fail(exc, query)
            built += build(rows)
        cursor.keep()
        return built

    async def fetchrow(self, query: Sql[RowT], /, *args: object) -> RowT | None:
        """Run a statement and return its first row, or None when there is none."""
        cursor: Cursor | None = None
        try:
            cursor = await self._run(query, args)
            row: RowT | None = await cursor.fetchone()
            cursor.keep()
        except ERRORS as exc:
            # Asking first whether there are rows takes longer than this, and there are.
            if cursor is not None and cursor.rownumber is None and not cursor.closed:
                return None
            fail(exc, query)
        return row

    async def fetchval(self, query: Sql[tuple[T]], /, *args: object) -> T | None:
        """Run a statement and return the first column of its first row, or None."""
        row = await self.fetchrow(query, *args)
        return None if row is None else row[0]

    async def execute_script(self, sql: str) -> None:
        """Run several statements, without arguments."""
        try:
            await self._run(sql, ())
        except ERRORS as exc:
            fail(exc, sql)


class PsycopgConnection(Calls, CursorSession):
    """One connection.

    Args:
        connection: The driver's.
        cursors: Of this connection.
        home: Where it goes back to, and as what, if it is borrowed for a transaction.
        depth: How many transactions of ours it is inside.
        outer: The session it is opened on.
        queued: Several tasks may use it at the same time.
        kept: It is a framework's of the user: no call commits.
    """

    __slots__ = ("_connection", "_cursors", "_depth", "_home", "_kept", "_turn")

    def __init__(
        self,
        connection: psycopg.AsyncConnection[Any],
        cursors: Cursors,
        home: tuple[Pool[PsycopgLink], PsycopgLink] | None,
        depth: int,
        outer: Session | None = None,
        *,
        queued: bool = False,
        kept: bool = False,
    ) -> None:
        super().__init__(outer, queued=queued)
        self._connection = connection
        self._cursors = cursors
        self._home = home
        self._depth = depth
        self._kept = kept
        self.left = []
        self._turn = _turns.setdefault(connection, Turn())

    async def _run(self, query: str, args: tuple[object, ...]) -> Cursor:
        use = self.use
        use.take(query)
        try:
            if self.left:
                await self.close_left()
            connection = self._connection
            if not connection.autocommit and not self._kept:
                return await self._run_now(query, args)
            # As _run_now() does; this is called most.
            cursor = self._cursors.take()
            await cursor.send(query, args)
        finally:
            use.query = None
        return cursor

    async def _run_now(self, query: str, args: tuple[object, ...]) -> Cursor:
        connection = self._connection
        cursor = self._cursors.new()
        if connection.autocommit or self._kept:
            await cursor.send(query, args)
            return cursor
        # Another task must not take the transaction that one call opens for the user's.
        await self._turn.acquire()
        try:
            await cursor.run(query, args)
        finally:
            self._turn.release()
        return cursor

    def in_transaction(self) -> bool:
        """Tell whether a transaction is open, or will be with the next statement."""
        connection = self._connection
        if self._kept and not connection.autocommit:
            return True
        return connection.pgconn.transaction_status != IDLE

    def copies_alone(self) -> bool:
        """Tell whether a COPY now is a transaction by itself."""
        connection = self._connection
        return connection.autocommit and connection.pgconn.transaction_status == IDLE

    async def send(self, sql: str, args: tuple[object, ...] = ()) -> None:
        """Run a statement that returns no rows."""
        try:
            await self._run_now(sql, args)
        except ERRORS as exc:
            fail(exc, sql)

    async def read(self, sql: str) -> list[Any]:
        """Run a statement that no cache should keep, and return its rows."""
        try:
            return await (await self._run_now(sql, ())).fetchall()
        except ERRORS as exc:
            fail(exc, sql)

    async def send_many(self, query: str, sets: Sequence[tuple[object, ...]]) -> None:
        """Run a statement once for each set of parameters."""
        cursor, use = self._cursors.new(), self.use
        use.take(query)
        try:
            await cursor.executemany(query, sets)  # pyright: ignore[reportArgumentType, reportCallIssue] - psycopg wants literal text
        except ERRORS as exc:
            fail(exc, query)
        finally:
            use.query = None

    async def read_many(
        self, query: Sql[RowT], sets: Sequence[tuple[object, ...]]
    ) -> list[list[RowT]]:
        """Run a statement once for each set of parameters and return the rows of each."""
        cursor, use = self._cursors.new(), self.use
        use.take(query)
        try:
            await cursor.executemany(query, sets, returning=True)  # pyright: ignore[reportArgumentType, reportCallIssue] - as above
            return await cursor.read_all()
        except ERRORS as exc:
            fail(exc, query)
        finally:
            use.query = None

    async def copy_group(self, target: CopyTarget, rows: Sequence[tuple[object, ...]]) -> int:
        """Write rows, and return how many were written."""
        cursor = self._cursors.new()
        binary = all(name in _BINARY for name in target.types)
        sql = f"COPY {target.names(chr(34))} FROM STDIN{' (FORMAT BINARY)' if binary else ''}"
        try:
            async with cursor.copy(sql) as copy:  # pyright: ignore[reportArgumentType, reportCallIssue] - psycopg wants literal text
                if binary:
                    copy.set_types(target.types)
                # As its write_row() does, without a coroutine for each row.
                written, write = copy.formatter.write_row, copy.writer.write
                for row in rows:
                    if block := written(row):
                        await write(block)
        except (*ERRORS, *UNWRITABLE) as exc:
            fail(exc, sql)
        except BaseException:
            # Cancelled before its first row, a COPY goes on to wait for rows: nothing else can run.
            if self._connection.pgconn.transaction_status == TransactionStatus.ACTIVE:
                await finish(self._connection.close())
            raise
        return cursor.rowcount

    async def notes(
        self, channels: tuple[str, ...], quiet: float | None
    ) -> AsyncGenerator[Notification | None]:
        """Listen; yield ``None`` once that has begun, and when nothing came for so many seconds."""
        connection = self._connection
        if self.in_transaction():
            raise deaf()
        try:
            for channel in channels:
                await self.send(f"LISTEN {_quoted(channel)}")
            yield None
            while True:
                for note in await _arrived(connection, quiet):
                    if note is None or note.channel in channels:
                        yield note
        finally:
            with suppress(DatabaseError):  # it may be broken, or in a transaction that has failed
                for channel in channels:
                    await finish(self.send(f"UNLISTEN {_quoted(channel)}"))

    async def enter(self, modes: Modes) -> Session:
        """Begin a transaction, or a savepoint inside the one that is open."""
        connection = self._connection
        session = PsycopgConnection(
            connection, self._cursors, None, self._depth + 1, self, kept=self._kept
        )
        await self._turn.acquire()
        try:
            if connection.pgconn.transaction_status != IDLE:
                await session.begin(modes.savepoint(self._depth))
            else:
                await session.begin(outermost(modes, connection))
        finally:
            self._turn.release()
        return session

    async def command(self, sql: str) -> None:
        """Run one statement that controls the transaction, as it stands."""
        cursor = self._cursors.new()
        try:
            await cursor.execute(sql)  # pyright: ignore[reportArgumentType, reportCallIssue] - psycopg wants literal text
        except ERRORS as exc:
            fail(exc, sql)
        if sql == "COMMIT" and cursor.statusmessage == "ROLLBACK":
            raise aborted()

    async def undo(self, sql: str) -> None:
        """Run one statement of a rollback, unless it is sure that no transaction is open."""
        if self._connection.pgconn.transaction_status != IDLE:
            await self.command(sql)

    async def release(self) -> None:
        """Give the driver's connection back; from now on every call is refused."""
        self._connection = _OVER
        self._cursors = _NO_CURSORS
        if self._home is not None:
            pool, link = self._home
            link.touched = self.use.touched
            await pool.release(link)


class _Over:
    """Stands where the connection was once the block has ended."""

    def __getattr__(self, name: str) -> NoReturn:
        raise over()


_OVER: Final[psycopg.AsyncConnection[Any]] = _Over()  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType] - refuses every call
_NO_CURSORS: Final = Cursors(_OVER, ValueAdapters())


async def _arrived(
    connection: psycopg.AsyncConnection[Any], quiet: float | None
) -> list[Notification | None]:
    """Wait for notifications, but let other statements run before the next wait."""
    try:
        found = connection.notifies(timeout=quiet, stop_after=1)
        notes = [Notification(note.channel, note.payload, note.pid) async for note in found]
    except ERRORS as exc:
        fail(exc, None)
    return [*notes] or [None]


def _quoted(name: str) -> str:
    quoted = name.replace('"', '""')
    return f'"{quoted}"'


def outermost(modes: Modes, connection: psycopg.AsyncConnection[Any]) -> Block:
    """Return what opens and ends a transaction on this connection."""
    text = modes.sql()
    if connection.autocommit:
        return Block(begin=(f"BEGIN {text}".rstrip(),))
    # psycopg sends BEGIN by itself before the first statement, so there has to be one.
    return Block(begin=(f"SET TRANSACTION {text}" if text else "SELECT",))
