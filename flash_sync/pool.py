# Generated from flash_core/database/pool.py by `nox -s unasync`: edit that file.
"""Connections that wait for their next use, whichever driver they belong to.

Depends on: errors, _compat.
"""

from __future__ import annotations

import abc
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Generic, Protocol, TypeVar

from flash_core.errors import PoolTimeout
from flash_sync._compat import Slots, finish

if TYPE_CHECKING:
    from flash_sync._compat import Opener

_UNCHECKED: Final = 30.0  # seconds a connection may lie idle and be trusted
_UNSEEN: Final = (
    0.01  # seconds it may do so without a look at its socket, which costs a system call
)


class Member(Protocol):
    """A connection, as a pool sees it."""

    @property
    def is_open(self) -> bool:
        """It can be used, as far as one can tell without asking the server."""
        ...

    @property
    def is_quiet(self) -> bool:
        """The server has neither gone nor said anything since it was last asked.

        True where the event loop tells the driver, so that ``is_open`` knows.
        """
        ...

    def is_alive(self) -> bool:
        """Ask the server."""
        ...

    def tidy(self) -> bool:
        """Undo what was changed of the session; tell whether somebody else may have it."""
        ...

    def close(self) -> None:
        """Close it; it may be closed already, or broken."""
        ...


MemberT = TypeVar("MemberT", bound=Member)


@dataclass(frozen=True, slots=True)
class PoolStats:
    """What a pool is doing.

    Attributes:
        max_size: How many connections it opens at most.
        in_use: How many are borrowed.
        idle: How many wait for their next use.
        waiting: How many tasks or threads wait for one; ``None`` where a pool of the user's does
            not tell.
    """

    max_size: int
    in_use: int
    idle: int
    waiting: int | None


class Pool(abc.ABC, Generic[MemberT]):
    """Where connections are borrowed."""

    @abc.abstractmethod
    def acquire(self) -> MemberT:
        """Borrow a connection."""

    @abc.abstractmethod
    def release(self, member: MemberT) -> None:
        """Give a connection back."""

    def discard(self, member: MemberT) -> None:
        """Give a connection back that is for nobody else."""
        try:
            member.close()
        finally:
            self.release(member)

    @abc.abstractmethod
    def close(self) -> None:
        """Close what is idle now, and what is borrowed when it comes back."""

    @abc.abstractmethod
    def stats(self) -> PoolStats:
        """Count the connections."""


@dataclass(slots=True)
class _Kept(Generic[MemberT]):
    """A connection of the pool, since when it is open, and since when nobody uses it."""

    member: MemberT
    born: float
    since: float


class OwnPool(Pool[MemberT]):
    """A pool of ours: the connection used last is borrowed first.

    Args:
        opener: Opens a connection.
        min_size: Connections to open at once.
        max_size: Connections to open at most.
        timeout: Seconds to wait for a free one.
        max_lifetime: Seconds after which a connection is replaced.
    """

    def __init__(
        self,
        opener: Opener[MemberT],
        min_size: int,
        max_size: int,
        timeout: float,
        max_lifetime: float,
    ) -> None:
        self._opener = opener
        self._min_size = min_size
        self._max_size = max_size
        self._timeout = timeout
        self._max_lifetime = max_lifetime
        self._slots = Slots(max_size)
        self._idle: list[_Kept[MemberT]] = []
        self._lent: dict[int, _Kept[MemberT]] = {}  # by identity of the member
        self._suspect = 0.0  # what is idle since before then is asked before it is trusted
        self._closed = False

    def open(self) -> None:
        """Connect, at least once: who cannot be reached is told at once.

        Raises:
            ConnectionLost: The server cannot be reached, or refuses.
        """
        for _ in range(max(self._min_size, 1)):
            self._add()

    def acquire(self) -> MemberT:
        """Borrow a connection.

        Raises:
            ConnectionLost: The server cannot be reached.
            PoolTimeout: None became free in time.
        """
        if not self._slots.acquire(self._timeout):
            count = self._max_size
            message = (
                f"no connection became free in {self._timeout} seconds: "
                f"{'the only one is' if count == 1 else f'all {count} are'} in use "
                "(max_size); transactions that wait for something else hold theirs"
            )
            raise PoolTimeout(message)
        try:
            kept = self._take()
        except BaseException:
            self._slots.release()
            raise
        self._lent[id(kept.member)] = kept
        return kept.member

    def release(self, member: MemberT) -> None:
        """Give a connection back; one that broke, or is still in a transaction, is closed."""
        kept = self._lent.pop(id(member))
        try:
            try:
                again = member.tidy() and not self._closed
            except BaseException:
                finish(member.close())
                raise
            if again:
                kept.since = time.monotonic()
                self._idle.append(kept)
            else:
                if not member.is_open:  # then the server may be gone for the others, too
                    self._suspect = time.monotonic()
                finish(member.close())
        finally:
            self._slots.release()

    def close(self) -> None:
        """Close what is idle now, and what is borrowed when it comes back."""
        self._closed = True
        finish(self._close_idle())

    def stats(self) -> PoolStats:
        """Count the connections."""
        return PoolStats(self._max_size, len(self._lent), len(self._idle), self._slots.waiting)

    def _close_idle(self) -> None:
        while self._idle:
            self._idle.pop().member.close()

    def _take(self) -> _Kept[MemberT]:
        while True:
            try:
                kept = self._idle.pop()
            except IndexError:
                # An opening that is cancelled goes on: its connection is for the next call.
                finish(self._add())
                continue
            if self._is_trusted(kept):
                return kept
            try:
                good = self._is_usable(kept) and kept.member.is_alive()
            except BaseException:
                finish(kept.member.close())
                raise
            if good:
                return kept
            finish(kept.member.close())

    def _is_usable(self, kept: _Kept[MemberT]) -> bool:
        return kept.member.is_open and time.monotonic() - kept.born <= self._max_lifetime

    def _is_trusted(self, kept: _Kept[MemberT]) -> bool:
        """Tell whether it can be lent without a word to the server."""
        idle = time.monotonic() - kept.since
        return (
            self._is_usable(kept)
            and kept.since > self._suspect
            and idle < _UNCHECKED
            and (idle < _UNSEEN or kept.member.is_quiet)
        )

    def _add(self) -> None:
        member = self._opener()
        now = time.monotonic()
        self._idle.append(_Kept(member, now, now))
