"""Slots: what may be used at the same time is counted, whoever waits, gives up or is cancelled."""

from __future__ import annotations

import asyncio  # noqa: TID251 - what is tested is the event loop's side

import pytest

from flash_core._compat import Slots

LONG = 60.0

pytestmark = pytest.mark.anyio


async def waiting(slots: Slots, seconds: float = LONG) -> asyncio.Task[bool]:
    """Return a task that waits for a slot."""
    task = asyncio.create_task(slots.acquire(seconds))
    await asyncio.sleep(0)
    return task


async def test_who_has_waited_longest_is_next() -> None:
    slots = Slots(1)
    assert await slots.acquire(0)
    tasks = [await waiting(slots) for _ in range(3)]
    for served, task in enumerate(tasks):
        assert slots.waiting == 3 - served
        slots.release()
        assert await task
    assert slots.waiting == 0
    slots.release()
    assert await slots.acquire(0)


async def test_each_gives_up_at_its_own_time() -> None:
    slots = Slots(1)
    assert await slots.acquire(0)
    patient = await waiting(slots)
    hasty = [await waiting(slots, seconds) for seconds in (0.05, 0.01)]
    assert not await hasty[1]
    assert not hasty[0].done()
    assert not await hasty[0]
    assert not patient.done()
    assert slots.waiting == 1
    slots.release()
    assert await patient
    assert not await slots.acquire(0.01)


async def test_who_is_cancelled_leaves_the_queue() -> None:
    slots = Slots(1)
    assert await slots.acquire(0)
    first, second = await waiting(slots), await waiting(slots)
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first
    assert slots.waiting == 1
    slots.release()
    assert await second


async def test_a_slot_handed_to_who_is_cancelled_goes_on_to_the_next() -> None:
    slots = Slots(1)
    assert await slots.acquire(0)
    first, second = await waiting(slots), await waiting(slots)
    slots.release()  # it is the first's now, which has not run yet
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first
    assert await second
    slots.release()
    assert await slots.acquire(0)


async def test_a_slot_is_not_handed_to_who_was_cancelled_before() -> None:
    slots = Slots(1)
    assert await slots.acquire(0)
    first, second = await waiting(slots), await waiting(slots)
    first.cancel()
    slots.release()  # before the first has heard of it
    with pytest.raises(asyncio.CancelledError):
        await first
    assert await second
    assert slots.waiting == 0


def test_who_waits_in_another_loop_gives_up_as_well() -> None:
    slots = Slots(1)

    async def leave() -> None:
        assert await slots.acquire(0)
        await waiting(slots, 0.001)  # its loop ends before its time

    asyncio.run(leave())
    assert not asyncio.run(slots.acquire(0.01))
