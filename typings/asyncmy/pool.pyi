from collections.abc import Awaitable
from types import TracebackType
from typing import Self

from .connection import Connection

class Pool:
    maxsize: int
    size: int
    freesize: int
    def close(self) -> None: ...
    async def wait_closed(self) -> None: ...
    def acquire(self) -> Awaitable[Connection]: ...
    def release(self, conn: Connection) -> Awaitable[None]: ...
    async def __aenter__(self) -> Self: ...
    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc_val: BaseException | None,
        exc_tb: TracebackType | None,
    ) -> None: ...
