"""A server for as long as a command asks it, and nothing left on it afterwards.

Depends on: database.scratch.
"""

from __future__ import annotations

# The command line starts the event loop; the database package only runs in it.
import asyncio  # noqa: TID251 - a command runs a loop
import logging
import signal
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from flash_core.database.scratch import embedded_server

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Generator
    from types import FrameType

T = TypeVar("T")
Work: TypeAlias = "Coroutine[Any, Any, T]"


def ask_server(url: str | None, work: Callable[[str], Work[T]]) -> T:
    """Run what makes databases on a server; when it is interrupted or terminated they are dropped.

    Args:
        url: The server's; ``None`` to start a PostgreSQL for that long.
        work: Takes the URL.

    Raises:
        ConfigError: A PostgreSQL is to be started, and none is installed.
        OperationalError: It does not start.
        KeyboardInterrupt: The run was interrupted or terminated.
    """
    logging.getLogger("psycopg").addHandler(logging.NullHandler())  # errors are ours to show
    there = embedded_server() if url is None else nullcontext(url)
    with _terminating_as_interrupting(), there as server:
        return asyncio.run(work(server))


@contextmanager
def _terminating_as_interrupting() -> Generator[None, None, None]:
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _interrupt(number: int, frame: FrameType | None) -> None:
    # While a loop runs, its own handler cancels the task, which then cleans up; an exception would
    # be raised between any two of its instructions.
    handler = signal.getsignal(signal.SIGINT)
    if callable(handler):
        handler(number, frame)
    else:  # a shell ignores SIGINT for what it runs in the background
        signal.default_int_handler(number, frame)
