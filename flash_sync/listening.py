# Generated from flash_core/database/listening.py by `nox -s unasync`: edit that file.
"""Notifications of PostgreSQL: what ``listen()`` returns.

A driver gives an endless generator, which yields ``None`` when it has begun to listen, and again
whenever nothing came for a while.

Depends on: errors, values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.errors import DataError, ProgrammingError

if TYPE_CHECKING:
    from collections.abc import Generator
    from types import TracebackType
    from typing import Self

    from flash_core.values import Notification

_LONGEST: Final = 63  # bytes; the server would cut a longer name off, and say so to nobody


class Listening:
    """Notifications as they come: for a loop, or first for a context that begins to listen.

    Args:
        notes: What listens.
    """

    __slots__ = ("_entered", "_notes")

    def __init__(self, notes: Generator[Notification | None]) -> None:
        self._notes = notes
        self._entered = False

    def __enter__(self) -> Self:
        """Begin to listen.

        Raises:
            ConnectionLost: The server cannot be reached.
            PoolTimeout: No connection became free in time.
            ProgrammingError: This has listened already, or a transaction is open.
        """
        if self._entered:
            message = "this has listened already; call listen() again"
            raise ProgrammingError(message)
        self._entered = True
        next(self._notes)
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Listen no more, and give the connection back."""
        self._notes.close()

    def __iter__(self) -> Generator[Notification]:
        """Yield notifications; outside the context, listen for the length of the loop."""
        if not self._entered:
            with self:
                for note in self:
                    yield note
            return
        for each in self._notes:
            if each is None:
                return
            yield each


def check_channels(channels: tuple[str, ...]) -> None:
    """Refuse names that the server would not take as they are.

    Raises:
        DataError: A name is empty, too long, or has a NUL character in it.
        ProgrammingError: There is none.
    """
    if not channels:
        message = "listen() takes the name of a channel, or several"
        raise ProgrammingError(message)
    for channel in channels:
        size = len(channel.encode(errors="surrogatepass"))
        if not 0 < size <= _LONGEST or "\0" in channel:
            message = (
                f"{channel!r} is no name for a channel: that has from 1 to {_LONGEST} bytes, "
                "and no NUL among them"
            )
            raise DataError(message)
