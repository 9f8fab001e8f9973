"""The few things that are written twice: here for an event loop, in ``flash_sync._compat`` for threads.

Same names, same meaning.  The rest of ``flash_core.database`` is authored once and converted, so
only this module may import asyncio.

Depends on: nothing.
"""

from __future__ import annotations

# This module is the one place where asyncio is allowed.
import asyncio  # noqa: TID251 - the one place of the runtime that may
from collections import deque
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable
from contextlib import suppress
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, Generic, TypeAlias, TypeVar

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Coroutine
    from threading import Thread

    import aiosqlite

    Held: TypeAlias = aiosqlite.Connection  # a SQLite connection of the user's

T = TypeVar("T")
ArgumentT = TypeVar("ArgumentT")

PACKAGE: Final = "flash_core"
OTHER_PACKAGE: Final = "flash_sync"
OTHER_KIND: Final = "synchronous"
HOPS: Final = True  # a call of SQLite goes to another thread
WITH: Final = "async with"  # how a user of this package enters a context, for messages

Closing: TypeAlias = Awaitable[object]  # what close() of a connection gives
Work: TypeAlias = Callable[[ArgumentT], Awaitable[T]]  # what a user wants done
Opener: TypeAlias = Callable[[], Awaitable[T]]  # what opens a connection
Call: TypeAlias = Callable[[str, tuple[object, ...]], Awaitable[T]]  # a statement, its arguments

Batch: TypeAlias = Iterable[T] | AsyncIterable[T]
"""Many of them: a list, a generator, whatever can be iterated over."""


async def in_chunks(items: Batch[T], size: int) -> AsyncIterator[list[T]]:
    """Yield the items in lists, all but the last of them as long as ``size``."""
    if isinstance(items, list) and 0 < len(items) <= size:
        yield items
        return
    if not isinstance(items, AsyncIterable):
        rest = iter(items)
        while found := list(islice(rest, size)):
            yield found
        return
    chunk: list[T] = []
    async for item in items:
        chunk.append(item)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


async def finish(work: Coroutine[object, object, T]) -> T:
    """Run ``work`` to its end even when the task is cancelled meanwhile.

    A rollback that is itself interrupted would leave the transaction open, and a cancelled anyio
    scope cancels again at every step.  The cancellation is raised afterwards.
    """
    task = asyncio.ensure_future(work)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait((task,))
        except asyncio.CancelledError as exc:
            cancelled = exc
    if cancelled is not None:
        raise cancelled from task.exception()
    return task.result()


async def call(callback: Callable[[], object]) -> None:
    """Call something of the user's, and wait for it when it is asynchronous."""
    result = callback()
    if isinstance(result, Awaitable):
        await result


sleep: Final = asyncio.sleep


def created() -> tuple[str, int] | None:
    """Return the file and line where the running task's coroutine was made, if that was noted."""
    task = asyncio.current_task()
    origin = getattr(task and task.get_coro(), "cr_origin", None)
    return origin[0][:2] if origin else None


class Slots:
    """A counter of what may be used at the same time, with a finite wait."""

    __slots__ = ("_alarm", "_free", "_loop", "_waiters")

    def __init__(self, count: int) -> None:
        self._free = count
        self._waiters: deque[tuple[asyncio.Future[bool], float]] = deque()  # and until when
        # One for all who wait, when the first of them must be answered.
        self._alarm: asyncio.TimerHandle | None = None
        self._loop: asyncio.AbstractEventLoop | None = None  # the alarm's

    @property
    def waiting(self) -> int:
        """How many tasks wait for a slot."""
        return len(self._waiters)

    # A deadline from outside would not do: the twin of this has no other than an argument.  And
    # asyncio.timeout() around a semaphore takes longer than the whole of this.
    async def acquire(self, timeout: float) -> bool:  # noqa: ASYNC109 - the twin has no cancel scopes
        """Take a slot; False when none became free in ``timeout`` seconds."""
        if self._free:
            self._free -= 1
            return True
        loop = asyncio.get_running_loop()
        found: asyncio.Future[bool] = loop.create_future()
        waiter = (found, loop.time() + timeout)
        self._waiters.append(waiter)
        alarm = self._alarm
        if alarm is None or waiter[1] < alarm.when() or self._loop is not loop:
            self._set_alarm(loop, waiter[1])
        try:
            return await found
        except asyncio.CancelledError:
            if not found.cancelled() and found.result():
                self.release()  # it was handed over just before
            with suppress(ValueError):  # whoever has been answered stands there no more
                self._waiters.remove(waiter)
            raise

    def _set_alarm(self, loop: asyncio.AbstractEventLoop, moment: float) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
        self._alarm, self._loop = loop.call_at(moment, self._give_up, loop), loop

    def _give_up(self, loop: asyncio.AbstractEventLoop) -> None:
        self._alarm = None
        now = loop.time()
        for waiter in [waiter for waiter in self._waiters if waiter[1] <= now]:
            self._waiters.remove(waiter)
            if not waiter[0].done():
                waiter[0].set_result(False)
        if self._waiters:
            self._set_alarm(loop, min(until for _, until in self._waiters))

    def release(self) -> None:
        """Give a slot to who has waited longest, or back."""
        while self._waiters:
            found, _ = self._waiters.popleft()
            if not found.done():
                found.set_result(True)
                return
        self._free += 1


class Mailbox(Generic[T]):
    """Where callbacks put what one task takes out."""

    __slots__ = ("_queue",)

    def __init__(self) -> None:
        self._queue: asyncio.Queue[T] = asyncio.Queue()

    def put(self, item: T) -> None:
        """Add something."""
        self._queue.put_nowait(item)

    async def take(self, timeout: float | None) -> T | None:  # noqa: ASYNC109 - as for Slots
        """Return the oldest item; ``None`` when none came in ``timeout`` seconds."""
        try:
            async with asyncio.timeout(timeout):
                return await self._queue.get()
        except TimeoutError:
            return None


class Turn(asyncio.Lock):
    """Lets one task at a time through."""


class Channel:
    """The way to one SQLite connection: functions run in its thread, one hop a call.

    Args:
        connection: An open connection.
        shared: Several threads may call at the same time (the thread behind it queues anyway).
    """

    __slots__ = ("connection", "driver")

    def __init__(self, connection: aiosqlite.Connection, *, shared: bool = False) -> None:
        del shared
        self.connection = connection
        self.driver: sqlite3.Connection = connection._conn  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - what its thread has

    def bind(self, function: Callable[[sqlite3.Connection, str, tuple[object, ...]], T]) -> Call[T]:
        """Return ``function`` to be called with a statement and its arguments only."""
        return self.hop(partial(function, self.driver))

    def hop(self, function: Callable[[str, tuple[object, ...]], T]) -> Call[T]:
        """Return what runs ``function`` in the connection's thread."""
        # There is no public way to do so, and each public call is a hop of its own: execute, fetch
        # and commit would be three.  This is the body of the connection's _execute().
        connection: Any = self.connection
        put, loop = connection._tx.put_nowait, asyncio.get_running_loop  # noqa: SLF001 - as above

        def call(query: str, args: tuple[object, ...]) -> asyncio.Future[T]:
            if not connection._running or not connection._connection:  # noqa: SLF001 - as above
                message = "Connection closed"
                raise ValueError(message)
            future: asyncio.Future[T] = loop().create_future()
            put((future, partial(function, query, args)))
            return future

        return call


async def driver_connection(connection: object) -> object:
    """Return the driver's connection behind SQLAlchemy's."""
    alchemy: Any = connection  # SQLAlchemy need not be installed, so its type cannot be named
    driver: object = (await alchemy.get_raw_connection()).driver_connection
    return driver


async def open_sqlite(
    target: str, *, uri: bool, busy_timeout: float, cached_statements: int
) -> aiosqlite.Connection:
    """Open a SQLite connection in autocommit mode."""
    import aiosqlite  # noqa: PLC0415 - only SQLite needs it

    connection = aiosqlite.connect(
        target,
        uri=uri,
        timeout=busy_timeout,
        isolation_level=None,
        cached_statements=cached_statements,
    )
    # A database that nobody closed must not keep the interpreter from ending.  Until 0.21 the
    # connection was the thread.
    thread: Thread = getattr(connection, "_thread", None) or connection  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
    thread.daemon = True
    try:
        return await connection
    except BaseException:
        # The thread has one more thing to tell the loop, which may be closed before it does.
        thread.join()
        raise
