"""Interleaved rounds, the CPU of this process beside the clock, medians of ratios.

Depends on: cases.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Awaitable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from .cases import Contender

SLICE: Final = 0.015  # seconds that a contender runs in one round
SLOW: Final = 0.15  # seconds; what takes longer is measured in a few rounds only
FEW: Final = 3


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of one call: of the CPU of this process, and by the clock."""

    cpu: float
    wall: float


@dataclass(slots=True)
class _Runner:
    """A contender on one line: how often a slice calls it, and what the slices took."""

    name: str
    call: Callable[[], object]
    is_async: bool
    repeat: int
    rounds: int
    costs: list[Cost] = field(default_factory=list[Cost])

    async def run(self) -> None:
        call, times = self.call, range(self.repeat)
        wall, cpu = time.perf_counter(), time.process_time()
        if self.is_async:
            for _ in times:
                await call()  # type: ignore[misc]  # pyright: ignore[reportGeneralTypeIssues, reportUnknownVariableType] - it was one
        else:
            for _ in times:
                call()
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
        self.costs.append(Cost(cpu / self.repeat, wall / self.repeat))


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell of the table: medians over the rounds.

    Attributes:
        cost: Of one call.
        ratio: To the first contender's in the same round.
    """

    cost: Cost
    ratio: Cost


async def measure(
    contenders: list[Contender], line: str, rounds: int, before: Callable[[], object]
) -> dict[str, Figure]:
    """Run one line with every contender that has it.

    Args:
        contenders: The first is what the others are compared with.
        line: Of :data:`cases.LINES`.
        rounds: How often each has its turn.
        before: Empties what the line fills; its time is not counted.

    Returns:
        The figures by the contenders' names.
    """
    runners = [
        await _calibrate(each.name, each.calls[line], rounds, before)
        for each in contenders
        if line in each.calls
    ]
    if not runners or runners[0].name != contenders[0].name:
        return {}
    gc.collect()
    gc.freeze()  # what the others have loaded is not for each to walk through
    for number in range(rounds):
        # Who comes first changes: a neighbour's work is not always on the same.
        for runner in runners[number % len(runners) :] + runners[: number % len(runners)]:
            if len(runner.costs) < runner.rounds:
                before()
                await runner.run()
    gc.unfreeze()
    base = runners[0].costs
    return {runner.name: _figure(runner.costs, base) for runner in runners}


async def _calibrate(
    name: str, call: Callable[[], object], rounds: int, before: Callable[[], object]
) -> _Runner:
    took, is_async = 0.0, False
    for _ in range(3):  # caches, statements prepared after a few calls
        before()
        started = time.perf_counter()
        result = call()
        is_async = isinstance(result, Awaitable)
        if isinstance(result, Awaitable):
            await result
        took = time.perf_counter() - started
        if took > SLICE:
            break
    runner = _Runner(name, call, is_async, 1, rounds)
    if took > SLOW:
        runner.rounds = min(rounds, FEW)
    elif took < SLICE:
        runner.repeat = min(20, int(SLICE / took) + 1)
        before()
        await runner.run()
        took = runner.costs.pop().wall
        runner.repeat = max(1, round(SLICE / took))
    return runner


def _figure(costs: list[Cost], base: list[Cost]) -> Figure:
    pairs = list(zip(costs, base, strict=False))
    return Figure(
        Cost(statistics.median(c.cpu for c in costs), statistics.median(c.wall for c in costs)),
        Cost(
            statistics.median(c.cpu / b.cpu for c, b in pairs),
            statistics.median(c.wall / b.wall for c, b in pairs),
        ),
    )
