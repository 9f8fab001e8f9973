"""Who is told of every query, and what.

While nobody is, a query does not pass here: generated code holds the driver's adapter itself.  The
first hook puts :class:`Call` between the two, in both packages, and the last one to go takes it out.

Depends on: engine, errors, events, origins.
"""

from __future__ import annotations

import logging
import time
from contextvars import ContextVar
from dataclasses import replace
from inspect import currentframe, iscoroutinefunction
from threading import Lock
from typing import TYPE_CHECKING, Final

from .errors import DatabaseError
from .events import Caller, QueryEvent
from .origins import origin_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType, TracebackType
    from typing import Self

    from .engine import Engine
    from .events import Hook
    from .values import CopyTarget, T

_OURS: Final = frozenset({"flash_core", "flash_sync", "contextlib"})
_LOOP: Final = frozenset({"asyncio", "concurrent", "threading"})  # nobody called: it is a task
_log: Final = logging.getLogger("flash")


class Watch:
    """A hook that is set; as a context manager, for the length of a block.

    Args:
        hook: What is called.
        values: It wants to know the parameters.
        caller: It wants to know who ran the query.
    """

    __slots__ = ("caller", "hook", "values")

    def __init__(self, hook: Hook, *, values: bool, caller: bool) -> None:
        self.hook = hook
        self.values = values
        self.caller = caller

    def close(self) -> None:
        """Call the hook no more; does nothing when that was said already."""
        with _lock:
            _set(tuple(watch for watch in _watches[0] if watch is not self))

    def __enter__(self) -> Self:
        """Do nothing: the hook is set already."""
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Call the hook no more."""
        self.close()


_lock: Final = Lock()
_watches: Final[list[tuple[Watch, ...]]] = [()]  # one tuple, which is replaced as a whole
_switches: Final[dict[type, Callable[[bool], None]]] = {}  # by the base class of queries
_telling: Final[ContextVar[bool]] = ContextVar("flash_telling", default=False)


def on_query(hook: Hook, *, values: bool = False, caller: bool = False) -> Watch:
    """Call something after every query of this process, of both packages, until it is closed.

    Queries are those of generated code, and the SQL that is run through it, whatever they run on.
    A hook is called where the query ran, before its caller goes on, so it should be quick.  When
    it raises, the query has run all the same: the error goes to the log ``flash``, not to the
    caller.  Queries that a hook runs are not told to hooks.

    Args:
        hook: Takes a :class:`QueryEvent`; not a coroutine function.
        values: Tell the parameters, which may be secrets.
        caller: Tell which line of the program ran the query.

    Returns:
        What ends it: by ``close()``, or as a context manager.

    Raises:
        TypeError: The hook cannot be called, or would have to be awaited.
    """
    function: object = hook
    called = getattr(hook, "__call__", None)  # noqa: B004 - looked at, to see whether it is one to await
    awaited = iscoroutinefunction(hook) or iscoroutinefunction(called)
    if not callable(function) or awaited:
        message = f"a hook is a function that is called with the event, not awaited; got {hook!r}"
        raise TypeError(message)
    watch = Watch(hook, values=values, caller=caller)
    with _lock:
        _set((*_watches[0], watch))
    return watch


def _set(watches: tuple[Watch, ...]) -> None:
    _watches[0] = watches
    for switch in _switches.values():
        switch(bool(watches))


def add_switch(base: type, switch: Callable[[bool], None]) -> None:
    """Note what puts hooks between generated code and the database, and takes them out.

    Args:
        base: The base class of generated queries.
        switch: Called with whether there are hooks.
    """
    with _lock:
        _switches[base] = switch
        if _watches[0]:
            switch(True)  # noqa: FBT003 - the only argument


class Call:
    """One query while it runs.  As a context manager it notes the time and tells the hooks.

    Args:
        method: What runs it.
        query: Its text, or where it copies to.
        values: Its parameters.
        connection: What it runs on.
        created: Tells where the running task was made, when the program is nowhere on the stack.

    Attributes:
        rows: How many rows there were.
        sets: How many sets of parameters there were.
    """

    __slots__ = (
        "_caller",
        "_connection",
        "_method",
        "_query",
        "_resumed",
        "_seconds",
        "_started",
        "_values",
        "_watches",
        "rows",
        "sets",
    )

    def __init__(
        self,
        method: str,
        query: str | CopyTarget,
        values: tuple[object, ...] | None,
        connection: object,
        created: Callable[[], tuple[str, int] | None],
    ) -> None:
        self._connection = connection
        self._method = method
        self._query = query
        self._values = values
        self._watches = () if _telling.get() else _watches[0]
        self._caller = None
        if any(watch.caller for watch in self._watches):
            self._caller = _find_caller(created)
        self._seconds = 0.0
        self.rows: int | None = None
        self.sets: int | None = None

    def __enter__(self) -> Self:
        """Look at the clock."""
        self._started = time.time_ns()
        self._resumed: float | None = time.perf_counter()
        return self

    def pause(self) -> None:
        """Let the program work on the rows so far."""
        if self._resumed is not None:
            self._seconds += time.perf_counter() - self._resumed
            self._resumed = None

    def resume(self) -> None:
        """Ask for more rows."""
        self._resumed = time.perf_counter()

    def counting(
        self, encode: Callable[[T], tuple[object, ...]]
    ) -> Callable[[T], tuple[object, ...]]:
        """Return what encodes the sets of parameters, and counts them."""
        self.sets = 0

        def counted(each: T) -> tuple[object, ...]:
            self.sets = (self.sets or 0) + 1
            return encode(each)

        return counted

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Tell the hooks."""
        self.pause()
        # Whoever breaks out of a loop has seen enough; that is no failure.
        error = None if isinstance(exc, GeneratorExit) else exc
        query = self._query
        origin = origin_of(query)
        event = QueryEvent(
            name=None if origin is None else origin.name,
            location=None if origin is None else str(origin),
            text=query if isinstance(query, str) else f"INSERT INTO {query.names(chr(34))}",
            method=self._method,
            engine=_engine(self._connection),
            started=self._started,
            seconds=self._seconds,
            rows=self.rows,
            sets=self.sets,
            error=error,
        )
        token = _telling.set(True)
        try:
            for watch in self._watches:
                _tell(watch, event, self._values, self._caller)
        finally:
            _telling.reset(token)


def _tell(
    watch: Watch, event: QueryEvent, values: tuple[object, ...] | None, caller: Caller | None
) -> None:
    if watch.values or watch.caller:
        event = replace(
            event,
            values=values if watch.values else None,
            caller=caller if watch.caller else None,
        )
    try:
        watch.hook(event)
    except Exception:  # noqa: BLE001 - the caller has its rows; what the hook does is not its affair
        _log.exception("the hook %r failed; the query has run all the same", watch.hook)


def _engine(connection: object) -> Engine | None:
    try:
        found: Engine | None = getattr(connection, "engine", None)
    except DatabaseError:  # a framework's, which has lent nothing yet
        return None
    return found


def _find_caller(created: Callable[[], tuple[str, int] | None]) -> Caller | None:
    """Return the innermost place that is neither ours, nor a generated method, nor an event loop."""
    frame: FrameType | None = currentframe()
    inside = False  # the method of a query has been passed
    while frame is not None:
        package = str(frame.f_globals.get("__name__", "")).partition(".")[0]
        if not inside and isinstance(frame.f_locals.get("self"), tuple(_switches)):
            inside = True
        elif package in _LOOP:
            break
        elif package not in _OURS:
            code = frame.f_code
            return Caller(code.co_filename, frame.f_lineno, code.co_qualname)
        frame = frame.f_back
    place = created()
    return None if place is None else Caller(*place, "")
