"""What stands between generated code and the database while a hook is set, and only then.

``QueriesBase.db`` is a slot.  The first hook puts a property in its place, which lends what is in
the slot inside a :class:`Watched`; so every query passes one place, whatever it runs on.

Depends on: hooks, protocol, _compat.
"""

from __future__ import annotations

from contextlib import aclosing, asynccontextmanager
from typing import TYPE_CHECKING

from flash_core._compat import created
from flash_core.hooks import Call

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Iterable, Sequence

    from flash_core._compat import Batch
    from flash_core.values import CopyTarget, ExecResult, RowT, Sql, T

    from .protocol import DatabaseConnection, Isolation


class Watched:
    """A connection whose queries are told to the hooks; meets ``DatabaseConnection``.

    Args:
        inner: What runs them.
    """

    __slots__ = ("inner",)

    def __init__(self, inner: DatabaseConnection) -> None:
        self.inner = inner

    def __getattr__(self, name: str) -> object:
        """Return what else the connection has."""
        return getattr(self.inner, name)

    async def execute(self, query: str, /, *args: object) -> int:
        """Run a statement and return how many rows it affected."""
        with self._call("execute", query, args) as call:
            call.rows = count = await self.inner.execute(query, *args)
        return count

    async def execute_result(self, query: str, /, *args: object) -> ExecResult:
        """Run a statement and return how many rows it affected, and the id of the row inserted."""
        with self._call("execute_result", query, args) as call:
            result = await self.inner.execute_result(query, *args)
            call.rows = result.rows_affected
        return result

    async def fetch(self, query: Sql[RowT], /, *args: object) -> list[RowT]:
        """Run a statement and return all of its rows."""
        with self._call("fetch", query, args) as call:
            rows = await self.inner.fetch(query, *args)
            call.rows = len(rows)
        return rows

    async def fetch_built(
        self,
        query: Sql[RowT],
        build: Callable[[Sequence[RowT]], Iterable[T]],
        /,
        *args: object,
    ) -> list[T]:
        """Run a statement and return what is built of its rows."""
        with self._call("fetch", query, args) as call:
            built = await self.inner.fetch_built(query, build, *args)
            call.rows = len(built)
        return built

    async def fetchrow(self, query: Sql[RowT], /, *args: object) -> RowT | None:
        """Run a statement and return its first row, or None when there is none."""
        with self._call("fetchrow", query, args) as call:
            row = await self.inner.fetchrow(query, *args)
            call.rows = 0 if row is None else 1
        return row

    async def fetchval(self, query: Sql[tuple[T]], /, *args: object) -> T | None:
        """Run a statement and return the first column of its first row, or None."""
        with self._call("fetchval", query, args) as call:
            value = await self.inner.fetchval(query, *args)
            call.rows = None if value is None else 1  # NULL, or no row
        return value

    async def stream(self, query: Sql[RowT], /, *args: object) -> AsyncGenerator[list[RowT]]:
        """Run a statement that only reads, and yield its rows, many at a time."""
        with self._call("stream", query, args) as call:
            count = 0
            async with aclosing(self.inner.stream(query, *args)) as chunks:
                async for rows in chunks:
                    call.pause()
                    call.rows = count = count + len(rows)
                    yield rows
                    call.resume()
            call.rows = count

    async def execute_many(
        self, query: str, sets: Batch[T], encode: Callable[[T], tuple[object, ...]], /
    ) -> None:
        """Run a statement once for each set of parameters, all of it or nothing."""
        with self._call("execute_many", query) as call:
            await self.inner.execute_many(query, sets, call.counting(encode))

    async def fetch_many(
        self, query: Sql[RowT], sets: Batch[T], encode: Callable[[T], tuple[object, ...]], /
    ) -> list[list[RowT]]:
        """Run a statement once for each set of parameters and return the rows of each."""
        with self._call("fetch_many", query) as call:
            found = await self.inner.fetch_many(query, sets, call.counting(encode))
            call.rows = sum(map(len, found))
        return found

    async def fetchrow_many(
        self,
        query: Sql[RowT],
        sets: Batch[T],
        encode: Callable[[T], tuple[object, ...]],
        /,
        *,
        exact: bool = False,
    ) -> list[RowT | None]:
        """Run a statement once for each set of parameters and return the first row of each."""
        with self._call("fetchrow_many", query) as call:
            encode = call.counting(encode)
            found = await self.inner.fetchrow_many(query, sets, encode, exact=exact)
            call.rows = sum(row is not None for row in found)
        return found

    async def copy_rows(
        self, target: CopyTarget, rows: Batch[T], encode: Callable[[T], tuple[object, ...]], /
    ) -> int:
        """Write rows by the fastest way there is, all or none, and return how many."""
        with self._call("copy_rows", target) as call:
            call.rows = count = await self.inner.copy_rows(target, rows, call.counting(encode))
        return count

    @asynccontextmanager
    async def transaction(
        self,
        *,
        isolation: Isolation | None = None,
        read_only: bool = False,
        deferrable: bool = False,
    ) -> AsyncGenerator[DatabaseConnection]:
        """Open a transaction, or a savepoint inside one."""
        async with self.inner.transaction(
            isolation=isolation, read_only=read_only, deferrable=deferrable
        ) as session:
            yield Watched(session)

    def _call(
        self, method: str, query: str | CopyTarget, values: tuple[object, ...] | None = None
    ) -> Call:
        return Call(method, query, values, self.inner, created)


def unwatched(connection: DatabaseConnection) -> DatabaseConnection:
    """Return what runs the queries."""
    return connection.inner if isinstance(connection, Watched) else connection
