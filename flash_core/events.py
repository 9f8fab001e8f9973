"""What a hook is told of a query.

Depends on: engine.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from .engine import Engine


@dataclass(frozen=True, slots=True)
class Caller:
    """A place in a program.

    Attributes:
        path: Its file.
        line: In the file.
        function: Name of the function; empty for a task that was made here.
    """

    path: str
    line: int
    function: str

    def __str__(self) -> str:
        """Return the place as editors understand it."""
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class QueryEvent:
    """A query that has run, or failed.

    Attributes:
        name: Of the query, as the user wrote it; ``None`` for SQL that ``flash gen`` has not seen.
        location: Where it stands: ``db/queries/users.sql:12``.
        text: The SQL that was sent.  Of ``:copyfrom``, the INSERT that it stands for.
        method: What ran it: ``fetch``, ``fetchrow``, ``fetchval``, ``execute``, ``execute_result``,
            ``stream``, ``execute_many``, ``fetch_many``, ``fetchrow_many`` or ``copy_rows``.
        engine: What it ran on, where that is known.
        started: Nanoseconds since 1970.
        seconds: How long it took, with the wait for a connection.  Of ``:iter``, without what the
            program did with the rows meanwhile.
        rows: How many it returned, or affected when it returns none; ``None`` when nobody told.
        sets: How many sets of parameters it ran for; ``None`` when it is no batch.
        values: The parameters as they were sent, when the hook asked for them, and no batch.
        caller: Which line of the program ran it, when the hook asked; ``None`` when that is a task,
            as of ``asyncio.gather``.
        error: Why it failed; a cancellation is one, too.
    """

    name: str | None
    location: str | None
    text: str
    method: str
    engine: Engine | None
    started: int
    seconds: float
    rows: int | None
    sets: int | None = None
    values: tuple[object, ...] | None = None
    caller: Caller | None = None
    error: BaseException | None = None


Hook: TypeAlias = "Callable[[QueryEvent], object]"
