"""Cancelling work again and again, and looking at what each time leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import anyio

import flash_core
from flash_core import Database, Sql
from flash_core._compat import sleep
from tests.faults.cancelling import MOMENTS, Moment, Outcome, is_cancellation, run
from tests.faults.work import WORKS
from tests.servers import wait_for_rest

if TYPE_CHECKING:
    import random
    from collections.abc import Awaitable, Callable, Sequence

_CHECK = 250  # runs after which the server is asked what is left


class Fuzzer:
    """Cancels work on one database or connection, and looks at what is left of it.

    Args:
        db: The database, or a connection of the user's.
        url: Where it is, when it is a database whose pool is ours.
        first: How many runs there were before, whose numbers are not used again.
    """

    def __init__(
        self, db: flash_core.DatabaseConnection, url: str | None = None, first: int = 0
    ) -> None:
        assert isinstance(db, flash_core.Connection)
        self._own = url is not None
        self.db = db
        self._url = url
        self.runs = first
        self.beside = 0
        self.cancelled = 0

    async def strike(
        self,
        work: Callable[[flash_core.Connection, int], Awaitable[None]],
        number: int = 0,
        moment: Moment = "waiting",
        neighbours: int = 0,
    ) -> Outcome:
        """Run some work once, cancelled at one of its awaits; check that its task is told.

        Args:
            work: What to do.
            number: At which await.
            moment: When.
            neighbours: How many tasks use the same pool meanwhile; they must not notice.
        """
        self.runs += 1
        what = f"{work.__name__} cancelled at await {number} ({moment}), {neighbours} beside it"
        outcome: Outcome | None = None
        async with anyio.create_task_group() as group:
            for _ in range(neighbours):
                group.start_soon(self._neighbour)
            outcome = await run(_coroutine(work, self.db, self.runs), number, moment)
        assert outcome is not None
        ended = is_cancellation(outcome.error)
        assert ended or outcome.error is None, f"{what}: {outcome.error!r}"
        # "later" may find the task done, and "answered" may wait for what never comes.
        late = moment in {"later", "answered"}
        assert ended or late or not outcome.struck, f"{what}: the cancellation was swallowed"
        self.cancelled += ended
        self.what = what
        self._ended = ended
        return outcome

    async def _neighbour(self) -> None:
        for _ in range(2):
            async with self.db.transaction() as tx:
                await tx.execute("INSERT INTO entries VALUES (0, 0)")
                self.beside += 1

    async def check(self) -> None:
        """Check that the last run is there wholly or not at all, and that nothing is borrowed."""
        await self._check_rest()
        found = await self._parts(self.runs)
        assert found in ([1, 2], []), f"{self.what}: half of it was committed: {found}"
        assert self._ended or found, f"{self.what}: nothing was committed"

    async def _check_rest(self) -> None:
        if isinstance(self.db, Database):
            with anyio.fail_after(10):
                while True:
                    stats = self.db.stats()
                    if self._own or stats.in_use == 0:  # ours is at rest at once
                        break
                    await sleep(0.002)
            assert (stats.in_use, stats.waiting or 0) == (0, 0), f"{self.what}: {stats}"
        else:
            async with self.db.transaction() as tx:
                assert not tx.nested, f"{self.what}: a transaction was left open"

    async def _parts(self, number: int) -> list[int]:
        query = Sql[tuple[int]](f"SELECT part FROM entries WHERE run = {number} ORDER BY part")
        return [part for (part,) in await self.db.fetch(query)]

    async def settle(self) -> None:
        """Ask the server what is left; forget what was written."""
        assert len(await self._parts(0)) == self.beside
        self.beside = 0
        await self.db.execute("DELETE FROM entries")
        # Nobody but the user knows how many connections there should be in a pool of theirs.
        if isinstance(self.db, Database) and self._url and not self._url.startswith("sqlite"):
            wait_for_rest(self._url, self.db.stats().idle)


async def _coroutine(
    work: Callable[[flash_core.Connection, int], Awaitable[None]],
    db: flash_core.Connection,
    number: int,
) -> None:
    await work(db, number)


async def go_on(
    fuzzer: Fuzzer,
    choice: random.Random,
    runs: int,
    neighbours: Sequence[int] = (0,),
    is_closed: Callable[[], bool] = lambda: False,
    waits: dict[str, int] | None = None,
) -> None:
    """Cancel until there were so many runs, or the user's connection is closed.

    Args:
        fuzzer: What cancels.
        choice: Chooses the await and the moment.
        runs: How many there are to be.
        neighbours: How many tasks may work beside it.
        is_closed: Tells that the driver has closed the connection.
        waits: How often each work waits, as far as known.
    """
    waits = {} if waits is None else waits
    while fuzzer.runs < runs:
        work = choice.choice(WORKS)
        if work.__name__ not in waits:
            waits[work.__name__] = (await fuzzer.strike(work)).waits
        else:
            number = choice.randint(1, waits[work.__name__] + 1)
            await fuzzer.strike(work, number, choice.choice(MOMENTS), choice.choice(neighbours))
        if is_closed():
            return
        await fuzzer.check()
        if fuzzer.runs % _CHECK == 0:
            await fuzzer.settle()
    await fuzzer.settle()
