"""A database on a pool of connections, whichever driver they belong to.

Depends on: database, pool.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic

from .database import Database, not_open
from .pool import MemberT

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

    from .pool import OwnPool, Pool, PoolStats


class PooledDatabase(Database, Generic[MemberT]):
    """A pool.  Every call borrows a connection.

    Args:
        pool: The user's pool, or ``None``.
        make: Makes one of our own on ``open()``.
    """

    __slots__ = ("_make", "_pool")

    def __init__(
        self, pool: Pool[MemberT] | None, make: Callable[[], OwnPool[MemberT]] | None = None
    ) -> None:
        self._pool = pool
        self._make = make

    async def open(self) -> Self:
        """Connect; does nothing when it is open already."""
        if self._pool is None and self._make is not None:
            pool = self._make()
            try:
                await pool.open()
            except BaseException:
                await pool.close()
                raise
            self._pool = pool
        return self

    async def close(self) -> None:
        """Close every connection; does nothing when it is closed already."""
        pool = self._pool
        if self._make is not None and pool is not None:
            self._pool = None
            await pool.close()

    def stats(self) -> PoolStats:
        """Count the connections of the pool."""
        return self._open_pool().stats()

    def _open_pool(self) -> Pool[MemberT]:
        pool = self._pool
        if pool is None:
            raise not_open()
        return pool
