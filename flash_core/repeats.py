"""For tests: the query that a loop runs once for each row of another one.

Depends on: hooks, errors.
"""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .errors import FlashError
from .hooks import on_query

if TYPE_CHECKING:
    from collections.abc import Collection, Generator

    from .events import Caller, QueryEvent


@dataclass(frozen=True, slots=True)
class Repeat:
    """A query that one place has run again and again.

    Attributes:
        name: Of the query; ``None`` for SQL that ``flash gen`` has not seen.
        location: Where it stands: ``db/queries/users.sql:12``.
        text: Its SQL; empty when it has a name.
        caller: Which line of the program ran it; ``None`` where that cannot be told.
        times: How often.
    """

    name: str | None
    location: str | None
    text: str
    caller: Caller | None
    times: int

    def __str__(self) -> str:
        """Say it as errors are said."""
        query = f"query {self.name} ({self.location})"
        if self.name is None:
            query = " ".join(self.text.split())
        place = "tasks of their own" if self.caller is None else str(self.caller)
        return f"{place}: ran {self.times} times: {query}"


class RepeatedQueries(FlashError, AssertionError):
    """Queries ran again and again where one would do; a failure of a test.

    Args:
        repeats: What was repeated, the most frequent first.
    """

    def __init__(self, repeats: tuple[Repeat, ...]) -> None:
        self.repeats = repeats
        super().__init__(repeats)

    def __str__(self) -> str:
        """List them, and say what to do."""
        lines = [str(repeat) for repeat in self.repeats]
        lines.append(
            "  = help: read all rows with one query, by a JOIN or by IN (flash.slice(ids)), "
            "or send them together with :batchone or :batchmany"
        )
        return "\n".join(lines)


@contextmanager
def detect_repeats(times: int = 3, *, allow: Collection[str] = ()) -> Generator[None]:
    """Fail when, inside the block, one line of the program runs one query again and again.

    This is how the "N+1 queries" of a page look.  All queries of the process are counted, of both
    packages; batches count once, however many sets they have.  When the block raises, nothing is
    reported.

    Args:
        times: How often is too often.
        allow: Names of queries that may be repeated.

    Raises:
        RepeatedQueries: At the end of the block; it names the query, where it stands, and the
            line that ran it.
        ValueError: Nothing is repeated in less than two times.
    """
    if times < 2:  # noqa: PLR2004 - once is no repetition
        message = f"times is {times}; a query is repeated when it runs twice"
        raise ValueError(message)
    seen: list[tuple[str | None, str | None, str, Caller | None]] = []

    def note(event: QueryEvent) -> None:
        if event.name is None or event.name not in allow:
            # A list is written out, so the text tells less than the name.
            text = event.text if event.name is None else ""
            seen.append((event.name, event.location, text, event.caller))

    with _noting_tasks(), on_query(note, caller=True):
        yield
    # Counted here: several threads may note at the same time.
    repeats = tuple(Repeat(*query, number) for query, number in Counter(seen).most_common())
    if repeats and repeats[0].times >= times:
        raise RepeatedQueries(tuple(found for found in repeats if found.times >= times))


@contextmanager
def _noting_tasks() -> Generator[None]:
    """Let coroutines note where they are made: a task has no other trace of that."""
    depth = sys.get_coroutine_origin_tracking_depth()
    sys.set_coroutine_origin_tracking_depth(max(depth, 1))
    try:
        yield
    finally:
        sys.set_coroutine_origin_tracking_depth(depth)
