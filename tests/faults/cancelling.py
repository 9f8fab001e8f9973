"""Cancelling a task where it waits: at any of its awaits, and at each moment a cancel can come.

A coroutine that waits yields a future to its event loop.  What stands between the two sees each
of them, and so counts the awaits of everything below: ours, the driver's, the loop's.
"""

from __future__ import annotations

import asyncio  # noqa: TID251 - the fuzzer stands between a task and its loop
from dataclasses import dataclass
from types import coroutine
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

if TYPE_CHECKING:
    from collections.abc import Coroutine, Generator

Moment: TypeAlias = Literal["waiting", "answered", "again", "later"]
"""When the cancel comes: as the task begins to wait, when what it waits for is there but it has
not gone on, at this await and at each after it (as a cancelled scope of anyio does), or some turns
of the loop after it began to wait."""

MOMENTS: tuple[Moment, ...] = get_args(Moment)
_PATIENCE = 20.0  # seconds after which something hangs


@dataclass(frozen=True)
class Outcome:
    """What became of a piece of work.

    Attributes:
        waits: How often it waited.
        struck: A cancel was sent.
        error: What it raised, cancellation or else.
    """

    waits: int
    struck: bool
    error: BaseException | None


class _Struck:
    def __init__(self, work: Coroutine[Any, Any, object], number: int, moment: Moment) -> None:
        self._work = work
        self._number = number
        self._moment = moment
        self.waits = 0
        self.struck = False

    @coroutine
    def run(self) -> Generator[Any, Any, None]:
        task = asyncio.current_task()
        assert task is not None
        error: BaseException | None = None
        while True:
            try:
                waited = self._work.send(None) if error is None else self._work.throw(error)
            except StopIteration:
                return
            self.waits += 1
            if self.waits == self._number or (
                self.waits > self._number and self._moment == "again"
            ):
                self.struck = True
                self._strike(task, waited)
            error = None
            try:
                yield waited
            except BaseException as exc:  # noqa: BLE001 - it is handed on to the work
                error = exc

    def _strike(self, task: asyncio.Task[Any], waited: asyncio.Future[Any] | None) -> None:
        if self._moment == "answered" and waited is not None:
            # Before the task's own callback, which is added when it has yielded.
            waited.add_done_callback(lambda _: task.cancel())
        elif self._moment == "later":
            task.get_loop().call_soon(_turn, task, self._number % 4 + 1)
        else:
            task.cancel()


def _turn(task: asyncio.Task[Any], left: int) -> None:
    if left:
        task.get_loop().call_soon(_turn, task, left - 1)
    else:
        task.cancel()  # nothing happens when it is done already


async def run(
    work: Coroutine[Any, Any, object], number: int = 0, moment: Moment = "waiting"
) -> Outcome:
    """Run ``work`` in a task of its own, and cancel it at its await of that number.

    Args:
        work: What to do.
        number: Counted from one; zero cancels nothing.
        moment: When exactly.

    Raises:
        TimeoutError: It hangs.
    """
    struck = _Struck(work, number, moment)
    task = asyncio.ensure_future(struck.run())
    done, _ = await asyncio.wait((task,), timeout=_PATIENCE)
    if not done:
        frames = task.get_stack()
        task.cancel()
        message = f"cancelled at await {number} ({moment}), it hangs: {frames}"
        raise TimeoutError(message)
    error: BaseException | None
    try:
        error = task.exception()
    except asyncio.CancelledError as exc:
        error = exc
    return Outcome(struck.waits, struck.struck, error)


def is_cancellation(error: BaseException | None) -> bool:
    """Tell whether a task ended because it was cancelled."""
    return isinstance(error, asyncio.CancelledError)
