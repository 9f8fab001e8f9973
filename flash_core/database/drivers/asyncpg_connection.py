"""One connection of asyncpg, and transactions on it.

The rows of ``read()`` are ``Any``, as the driver types them: its caller knows what it selected.

Depends on: blocks, session, pool, errors, values, asyncpg_errors, asyncpg_link, postgres_cursors,
_compat.
"""

from __future__ import annotations

import decimal
import re
from contextlib import aclosing, suppress
from typing import TYPE_CHECKING, Any, Final, NoReturn

import asyncpg

from flash_core._compat import Mailbox, finish
from flash_core.database.blocks import Block, Modes, aborted, deaf, over
from flash_core.engine import Engine
from flash_core.errors import ConnectionLost, DatabaseError
from flash_core.values import Notification

from .asyncpg_errors import ERRORS, fail
from .asyncpg_link import is_closed
from .postgres_cursors import CursorSession

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence

    from flash_core.database.pool import Pool
    from flash_core.database.session import Session
    from flash_core.values import CopyTarget, RowT, Sql, T

    from .asyncpg_link import AsyncpgLink

# asyncpg itself fails on a script without a statement.
NOTHING: Final = re.compile(r"(?>[\s;]+|--[^\n]*(?:\n|$)|/\*.*?\*/)*+\Z", re.DOTALL)
# Types that asyncpg writes in binary for sure.
_BINARY: Final = frozenset(
    {
        *("boolean", "smallint", "integer", "bigint", "real", "double precision", "numeric"),
        *("text", "character varying", "character", "bytea", "uuid", "json", "jsonb"),
        *("date", "time without time zone", "timestamp without time zone"),
        *("timestamp with time zone", "interval", "inet", "cidr"),
    }
)


class AsyncpgConnection(CursorSession):
    """One connection.

    Args:
        connection: The driver's.
        home: Where it goes back to, and as what, if it is borrowed for a transaction.
        depth: How many transactions of ours it is inside.
        outer: The session it is opened on.
    """

    __slots__ = ("_connection", "_depth", "_home")

    def __init__(
        self,
        connection: asyncpg.Connection,
        home: tuple[Pool[AsyncpgLink], AsyncpgLink] | None,
        depth: int,
        outer: Session | None = None,
    ) -> None:
        super().__init__(outer)
        self._connection = connection
        self._home = home
        self._depth = depth
        self.left = []

    @property
    def engine(self) -> Engine:
        """The family of servers behind this."""
        return Engine.POSTGRESQL

    async def execute(self, query: str, /, *args: object) -> int:
        """Run a statement and return how many rows it affected."""
        use = self.use
        use.take(query)
        try:
            if self.left:
                await self.close_left()
            return count(await self._connection.execute(query, *args))
        except ERRORS as exc:
            fail(exc, query)
        finally:
            use.query = None

    async def fetch(self, query: Sql[RowT], /, *args: object) -> list[RowT]:
        """Run a statement and return all of its rows."""
        use = self.use
        use.take(query)
        try:
            if self.left:
                await self.close_left()
            return await self._connection.fetch(query, *args)
        except ERRORS as exc:
            fail(exc, query)
        finally:
            use.query = None

    async def fetchrow(self, query: Sql[RowT], /, *args: object) -> RowT | None:
        """Run a statement and return its first row, or None when there is none."""
        use = self.use
        use.take(query)
        try:
            if self.left:
                await self.close_left()
            row: RowT | None = await self._connection.fetchrow(query, *args)
        except ERRORS as exc:
            fail(exc, query)
        finally:
            use.query = None
        return row

    async def fetchval(self, query: Sql[tuple[T]], /, *args: object) -> T | None:
        """Run a statement and return the first column of its first row, or None."""
        use = self.use
        use.take(query)
        try:
            if self.left:
                await self.close_left()
            value: T | None = await self._connection.fetchval(query, *args)
        except ERRORS as exc:
            fail(exc, query)
        finally:
            use.query = None
        return value

    async def execute_script(self, sql: str) -> None:
        """Run several statements, without arguments."""
        if not NOTHING.match(sql):
            await self.execute(sql)

    def in_transaction(self) -> bool:
        """Tell whether a transaction is open."""
        return self._connection.is_in_transaction()

    async def send(self, sql: str, args: tuple[object, ...] = ()) -> None:
        """Run a statement that returns no rows."""
        try:
            # Not through the cache: the text is used once.
            if args:
                await (await self._connection.prepare(sql)).fetch(*args)
            else:
                await self._connection.execute(sql)
        except ERRORS as exc:
            fail(exc, sql)

    async def read(self, sql: str) -> list[Any]:
        """Run a statement that no cache should keep, and return its rows."""
        try:
            return await (await self._connection.prepare(sql)).fetch()
        except ERRORS as exc:
            fail(exc, sql)

    async def send_many(self, query: str, sets: Sequence[tuple[object, ...]]) -> None:
        """Run a statement once for each set of parameters."""
        use = self.use
        use.take(query)
        try:
            await self._connection.executemany(query, sets)
        except ERRORS as exc:
            fail(exc, query)
        finally:
            use.query = None

    async def read_many(
        self, query: Sql[RowT], sets: Sequence[tuple[object, ...]]
    ) -> list[list[RowT]]:
        """Run a statement once for each set of parameters and return the rows of each."""
        use, fetch = self.use, self._connection.fetch
        use.take(query)
        try:
            return [await fetch(query, *args) for args in sets]
        except ERRORS as exc:
            fail(exc, query)
        finally:
            use.query = None

    async def copy_group(self, target: CopyTarget, rows: Sequence[tuple[object, ...]]) -> int:
        """Write rows, and return how many were written."""
        if all(name in _BINARY for name in target.types):
            return await self._copy(target, rows)
        # The driver copies in binary alone, which a type may not have: it tells once it has begun.
        savepoint = await self.enter(Modes())
        try:
            count = await self._copy(target, rows)
        except DatabaseError as exc:
            await finish(savepoint.leave(commit=False))
            if not isinstance(exc.__cause__, asyncpg.InternalClientError):
                raise
            marks = ", ".join(f"${number}" for number in range(1, len(target.columns) + 1))
            insert = f"INSERT INTO {target.names(chr(34))} VALUES ({marks})"  # noqa: S608 - quoted
            await self.send_many(insert, rows)
            return len(rows)
        except BaseException:
            await finish(savepoint.leave(commit=False))
            raise
        await savepoint.leave(commit=True)
        return count

    async def _copy(self, target: CopyTarget, rows: Sequence[tuple[object, ...]]) -> int:
        try:
            tag = await self._connection.copy_records_to_table(
                target.table[-1],
                schema_name=target.table[0] if len(target.table) > 1 else None,
                columns=target.columns,
                records=rows,
            )
        except (*ERRORS, TypeError, decimal.DecimalException) as exc:  # of a value it cannot write
            fail(exc, f"COPY {target.names(chr(34))} FROM STDIN")
        return count(tag)

    async def read_first(
        self, query: Sql[RowT], sets: Sequence[tuple[object, ...]], *, exact: bool
    ) -> list[RowT | None]:
        """Run a statement once for each set of parameters and return the first row of each."""
        if not exact:
            return await super().read_first(query, sets, exact=exact)
        use = self.use
        use.take(query)
        try:
            # It does not tell which row is of which set: that takes one of each.
            return await self._connection.fetchmany(query, sets)
        except ERRORS as exc:
            fail(exc, query)
        finally:
            use.query = None

    async def notes(
        self, channels: tuple[str, ...], quiet: float | None
    ) -> AsyncGenerator[Notification | None]:
        """Listen; yield ``None`` once that has begun, and when nothing came for so many seconds."""
        if self._connection.is_in_transaction():
            raise deaf()
        async with aclosing(listen(self._connection, channels, quiet)) as found:
            async for note in found:
                yield note

    async def enter(self, modes: Modes) -> Session:
        """Begin a transaction, or a savepoint inside the one that is open."""
        session = AsyncpgConnection(self._connection, None, self._depth + 1, self)
        if self._connection.is_in_transaction():
            await session.begin(modes.savepoint(self._depth))
        else:
            await session.begin(outermost(modes))
        return session

    async def command(self, sql: str) -> None:
        """Run one statement that controls the transaction, as it stands."""
        try:
            tag = await self._connection.execute(sql)
        except ERRORS as exc:
            fail(exc, sql)
        if tag == "ROLLBACK" and sql == "COMMIT":
            raise aborted()

    async def undo(self, sql: str) -> None:
        """Run one statement of a rollback, unless it is sure that no transaction is open."""
        # When BEGIN was cancelled the driver does not know yet; the server ignores one too many.
        if not is_closed(self._connection):
            await self.command(sql)

    async def release(self) -> None:
        """Give the driver's connection back; from now on every call is refused."""
        self._connection = _OVER
        if self._home is not None:
            pool, link = self._home
            link.touched = self.use.touched
            await pool.release(link)


class _Over:
    """Stands where the connection was once the block has ended."""

    def __getattr__(self, name: str) -> NoReturn:
        raise over()


_OVER: Final[asyncpg.Connection] = _Over()  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType] - refuses every call


async def listen(
    connection: asyncpg.Connection, channels: tuple[str, ...], quiet: float | None
) -> AsyncGenerator[Notification | None]:
    """Listen; yield ``None`` once that has begun, and when nothing came for so many seconds."""
    box: Mailbox[Notification | ConnectionLost] = Mailbox()

    def arrived(_: object, pid: int, channel: str, payload: str) -> None:
        box.put(Notification(channel, payload, pid))

    def lost(_: object) -> None:
        message = "the connection that listens was closed; notifications may have been missed"
        box.put(ConnectionLost(message))

    try:
        connection.add_termination_listener(lost)
        for channel in channels:
            await connection.add_listener(channel, arrived)
        yield None
        while True:
            found = await box.take(quiet)
            if isinstance(found, ConnectionLost):
                raise found
            yield found
    except ERRORS as exc:
        fail(exc, None)
    finally:
        with suppress(*ERRORS):  # it may be broken; what is not asked for is dropped
            connection.remove_termination_listener(lost)
            for channel in channels:
                await finish(connection.remove_listener(channel, arrived))


def outermost(modes: Modes) -> Block:
    """Return what opens and ends a transaction."""
    return Block(begin=(f"BEGIN {modes.sql()}".rstrip(),))


def count(tag: str) -> int:
    """Return the number at the end of a command tag: ``INSERT 0 1``, ``UPDATE 3``, ``SELECT 5``."""
    number = tag.rpartition(" ")[2]
    return int(number) if number.isdecimal() else 0
