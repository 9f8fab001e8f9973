from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

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
