"""The few things that are written twice: here for threads, in ``flash_core._compat`` for an event loop.

Same names, same meaning.  Written by hand; everything else in this package is converted.

Depends on: nothing.
"""

from __future__ import annotations

import sqlite3
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from threading import Lock
from typing import Any, Final, TypeAlias, TypeVar

T = TypeVar("T")
ArgumentT = TypeVar("ArgumentT")

PACKAGE: Final = "flash_sync"
OTHER_PACKAGE: Final = "flash_core"
OTHER_KIND: Final = "asynchronous"
HOPS: Final = False  # no call goes to another thread
WITH: Final = "with"  # how a user of this package enters a context, for messages

Held: TypeAlias = sqlite3.Connection  # a SQLite connection of the user's
Closing: TypeAlias = None  # what close() of a connection gives
Work: TypeAlias = Callable[[ArgumentT], T]  # what a user wants done
Opener: TypeAlias = Callable[[], T]  # what opens a connection
Call: TypeAlias = Callable[[str, tuple[object, ...]], T]  # a statement, its arguments

Batch: TypeAlias = Iterable[T]
"""Many of them: a list, a generator, whatever can be iterated over."""


def in_chunks(items: Batch[T], size: int) -> Iterator[list[T]]:
    """Yield the items in lists, all but the last of them as long as ``size``."""
    if isinstance(items, list) and 0 < len(items) <= size:
        yield items
        return
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk


def finish(work: T) -> T:
    """Return what has run to its end already: threads are not cancelled."""
    return work


def call(callback: Callable[[], object]) -> None:
    """Call something of the user's."""
    callback()


sleep: Final = time.sleep


def created() -> tuple[str, int] | None:
    """Return ``None``: nobody notes where threads are started."""
    return None


class Slots:
    """A counter of what may be used at the same time, with a finite wait.

    Who has waited longest is next: a semaphore of ``threading`` lets a thread that comes at the
    right moment pass all who wait, some of them for longer than their time.
    """

    __slots__ = ("_free", "_lock", "_queue")

    def __init__(self, count: int) -> None:
        self._free = count
        self._lock = Lock()  # over the two others
        self._queue: deque[Lock] = deque()  # a lock for each thread that waits, held until its turn

    @property
    def waiting(self) -> int:
        """How many threads wait for a slot."""
        return len(self._queue)

    def acquire(self, timeout: float) -> bool:
        """Take a slot; False when none became free in ``timeout`` seconds."""
        with self._lock:
            if self._free:
                self._free -= 1
                return True
            turn = Lock()
            turn.acquire()
            self._queue.append(turn)
        try:
            given = turn.acquire(timeout=timeout)
        except BaseException:  # Ctrl-C
            if not self._forget(turn):
                self.release()
            raise
        return given or not self._forget(turn)

    def _forget(self, turn: Lock) -> bool:
        """Leave the queue; False when the slot was given this very moment."""
        with self._lock:
            try:
                self._queue.remove(turn)
            except ValueError:
                return False
            return True

    def release(self) -> None:
        """Give a slot back, or on to who waits for it."""
        with self._lock:
            if self._queue:
                self._queue.popleft().release()
            else:
                self._free += 1


class Turn:
    """Lets one thread at a time through."""

    __slots__ = ("__weakref__", "acquire", "release")

    def __init__(self) -> None:
        lock = Lock()
        self.acquire = lock.acquire
        self.release = lock.release


class Channel:
    """The way to one SQLite connection.

    Args:
        connection: An open connection.
        shared: Several threads may call at the same time; they take turns.
    """

    __slots__ = ("_lock", "connection", "driver")

    def __init__(self, connection: sqlite3.Connection, *, shared: bool = False) -> None:
        self.connection = self.driver = connection
        self._lock = Lock() if shared else None

    def bind(self, function: Callable[[sqlite3.Connection, str, tuple[object, ...]], T]) -> Call[T]:
        """Return ``function`` to be called with a statement and its arguments only."""
        return self.hop(partial(function, self.connection))

    def hop(self, function: Callable[[str, tuple[object, ...]], T]) -> Call[T]:
        """Return what runs ``function`` when it is this thread's turn."""
        lock = self._lock
        if lock is None:
            return function

        def call(query: str, args: tuple[object, ...]) -> T:
            with lock:
                return function(query, args)

        return call


def driver_connection(connection: object) -> object:
    """Return the driver's connection behind SQLAlchemy's."""
    alchemy: Any = connection  # SQLAlchemy need not be installed, so its type cannot be named
    driver: object = alchemy.connection.driver_connection
    return driver


def open_sqlite(
    target: str, *, uri: bool, busy_timeout: float, cached_statements: int
) -> sqlite3.Connection:
    """Open a SQLite connection in autocommit mode."""
    return sqlite3.connect(
        target,
        uri=uri,
        timeout=busy_timeout,
        isolation_level=None,
        cached_statements=cached_statements,
        check_same_thread=False,
    )
