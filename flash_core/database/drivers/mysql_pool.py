"""Connections to MySQL or MariaDB that wait for their next use.

Depends on: errors, mysql_link, _compat.
"""

from __future__ import annotations

import abc
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from flash_core._compat import Slots, finish
from flash_core.errors import PoolTimeout

from .mysql_link import connect_link

if TYPE_CHECKING:
    from .mysql_link import Link, Wire
    from .mysql_options import Options

_LIFETIME: Final = 3600.0  # seconds; servers and proxies end what is older
_UNCHECKED: Final = 30.0  # seconds a connection may lie idle and be trusted


class Pool(abc.ABC):
    """Where connections are borrowed."""

    @abc.abstractmethod
    async def acquire(self) -> Link:
        """Borrow a connection."""

    @abc.abstractmethod
    async def release(self, link: Link) -> None:
        """Give a connection back."""

    @abc.abstractmethod
    async def close(self) -> None:
        """Close what is idle now, and what is borrowed when it comes back."""


@dataclass(frozen=True, slots=True)
class _Idle:
    """A connection nobody uses, and since when."""

    link: Link
    since: float


class OwnPool(Pool):
    """A pool of ours: the connection used last is borrowed first.

    Args:
        wire: The driver.
        options: Where to connect.
        min_size: Connections to open at once.
        max_size: Connections to open at most.
        timeout: Seconds to wait for a free one.
    """

    def __init__(
        self, wire: Wire, options: Options, min_size: int, max_size: int, timeout: float
    ) -> None:
        self._wire = wire
        self._options = options
        self._min_size = min_size
        self._timeout = timeout
        self._slots = Slots(max_size)
        self._idle: list[_Idle] = []
        self._born: dict[int, float] = {}  # by identity of the link
        self._closed = False

    async def open(self) -> None:
        """Connect, at least once: who cannot be reached is told at once.

        Raises:
            ConnectionLost: The server cannot be reached, or refuses.
        """
        for _ in range(max(self._min_size, 1)):
            await self._add()

    async def acquire(self) -> Link:
        """Borrow a connection.

        Raises:
            ConnectionLost: The server cannot be reached.
            PoolTimeout: None became free in time.
        """
        if not await self._slots.acquire(self._timeout):
            message = f"no connection became free in {self._timeout} seconds"
            raise PoolTimeout(message)
        try:
            return await self._take()
        except BaseException:
            self._slots.release()
            raise

    async def release(self, link: Link) -> None:
        """Give a connection back; one that broke, or is still in a transaction, is closed."""
        try:
            link.ended = False
            if self._closed or not link.is_open or link.maybe_in_transaction:
                await finish(self._discard(link))
            else:
                self._idle.append(_Idle(link, time.monotonic()))
        finally:
            self._slots.release()

    async def close(self) -> None:
        """Close what is idle now, and what is borrowed when it comes back."""
        self._closed = True
        while self._idle:
            await finish(self._discard(self._idle.pop().link))

    async def _take(self) -> Link:
        while True:
            try:
                idle = self._idle.pop()
            except IndexError:
                # An opening that is cancelled goes on: its connection is for the next call.
                await finish(self._add())
                continue
            if await self._is_good(idle):
                return idle.link
            await finish(self._discard(idle.link))

    async def _is_good(self, idle: _Idle) -> bool:
        now = time.monotonic()
        if not idle.link.is_open or now - self._born[id(idle.link)] > _LIFETIME:
            return False
        return now - idle.since < _UNCHECKED or await idle.link.is_alive()

    async def _add(self) -> None:
        link = await connect_link(self._wire, self._options)
        self._born[id(link)] = time.monotonic()
        self._idle.append(_Idle(link, time.monotonic()))

    async def _discard(self, link: Link) -> None:
        self._born.pop(id(link), None)
        await link.close()
