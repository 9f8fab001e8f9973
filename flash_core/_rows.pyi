from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar, overload

_T = TypeVar("_T")

class RowBuilder(Generic[_T]):
    def __new__(
        cls,
        row: type[_T],
        names: tuple[str, ...],
        decoders: tuple[Callable[..., object] | None, ...],
        quick: tuple[Callable[..., object] | None, ...],
        /,
    ) -> RowBuilder[_T]: ...
    def __call__(self, rows: Iterable[Sequence[object]], /) -> list[_T]: ...
    @overload
    def one(self, values: Sequence[object], /) -> _T: ...
    @overload
    def one(self, values: Sequence[object] | None, /) -> _T | None: ...
    def read_mysql(
        self,
        data: bytes | bytearray,
        start: int,
        end: int,
        sequence: int,
        columns: tuple[tuple[int, str | None, Callable[..., object] | None], ...],
        rows: list[_T],
        /,
    ) -> tuple[int, int]: ...

def holds_text(rows: Sequence[Sequence[object]], places: tuple[int, ...], /) -> bool: ...
