"""Transactions that are run again."""

from __future__ import annotations

import pytest

import flash_core
from flash_core import Database, Sql, retry

pytestmark = pytest.mark.anyio

COUNT = Sql[tuple[int]]("SELECT count(*) FROM users")
CONFLICTS = [flash_core.SerializationFailure, flash_core.Deadlock]


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The waits between attempts, which are not waited for."""
    found: list[float] = []

    async def sleep(seconds: float) -> None:
        found.append(seconds)

    monkeypatch.setattr("flash_core.database.retrying.sleep", sleep)
    return found


class Work:
    """Writes a row, and fails as often as it is told to."""

    def __init__(self, failures: int, error: type[Exception]) -> None:
        self.attempts = 0
        self._failures = failures
        self._error = error

    async def __call__(self, tx: flash_core.Connection) -> int:
        self.attempts += 1
        await tx.execute(f"INSERT INTO users VALUES ({self.attempts}, 'n', '{self.attempts}')")
        if self.attempts <= self._failures:
            message = "no"
            raise self._error(message)
        return self.attempts


@pytest.mark.parametrize("error", CONFLICTS)
async def test_a_conflict_runs_the_whole_transaction_again(
    database: Database, error: type[Exception], waits: list[float]
) -> None:
    work = Work(2, error)
    assert await retry(database, work) == 3
    assert await database.fetchval(COUNT) == 1
    assert len(waits) == 2


async def test_the_last_conflict_is_raised(database: Database, waits: list[float]) -> None:
    work = Work(99, flash_core.Deadlock)
    with pytest.raises(flash_core.Deadlock) as caught:
        await retry(database, work, attempts=4)
    assert caught.value.__notes__ == ["retry() gave up after 4 attempts"]
    assert work.attempts == 4
    assert len(waits) == 3
    assert await database.fetchval(COUNT) == 0


async def test_every_wait_is_random_and_bounded(database: Database, waits: list[float]) -> None:
    with pytest.raises(flash_core.Deadlock):
        await retry(database, Work(99, flash_core.Deadlock), attempts=12)
    bounds = [min(0.02 * 2**number, 2.0) for number in range(11)]
    assert all(0 <= wait <= bound for wait, bound in zip(waits, bounds, strict=True))
    assert len(set(waits)) == len(waits)


@pytest.mark.parametrize("error", [flash_core.UniqueViolation, KeyError])
async def test_no_other_error_is_retried(database: Database, error: type[Exception]) -> None:
    work = Work(1, error)
    with pytest.raises(error):
        await retry(database, work)
    assert work.attempts == 1
    assert await database.fetchval(COUNT) == 0


async def test_a_part_of_a_transaction_is_not_retried(database: Database) -> None:
    work = Work(0, flash_core.Deadlock)
    async with database.transaction() as tx:
        with pytest.raises(flash_core.ProgrammingError, match="outermost"):
            await retry(tx, work)
        with pytest.raises(flash_core.ProgrammingError, match="outermost"):
            await retry(flash_core.QueriesBase(tx), _fetch)
    assert work.attempts == 0


async def _fetch(queries: flash_core.QueriesBase) -> object:
    return await queries.fetchval("SELECT 1")


async def test_the_work_gets_the_queries_it_is_called_on(database: Database) -> None:
    assert await retry(flash_core.QueriesBase(database), _fetch, read_only=True) == 1


async def test_there_is_at_least_one_attempt(database: Database) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        await retry(database, Work(0, KeyError), attempts=0)
