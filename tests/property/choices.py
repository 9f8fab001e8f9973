"""The one source of chance for the generators: every choice shrinks to the first option.

Depends on: hypothesis.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

T = TypeVar("T")


class Choices:
    """Choices drawn from hypothesis, and the fuel that keeps what is made of them small.

    Args:
        draw: Of a composite strategy.
        fuel: How many times :meth:`spend` says yes.
    """

    def __init__(self, draw: st.DrawFn, fuel: int) -> None:
        self._draw = draw
        self.fuel = fuel

    def number(self, low: int, high: int) -> int:
        """Return a number of that range, both ends included."""
        return self._draw(st.integers(low, high))

    def chance(self, percent: int) -> bool:
        """Return True in so many cases of a hundred."""
        return self.number(0, 99) >= 100 - percent

    def pick(self, options: Sequence[T]) -> T:
        """Return one of the options."""
        return options[self.number(0, len(options) - 1)]

    def weighted(self, options: Iterable[tuple[int, T]]) -> T:
        """Return one of the options, each as often as its weight says."""
        spread = [option for weight, option in options for _ in range(weight)]
        return self.pick(spread)

    def some(self, options: Sequence[T], low: int, high: int) -> list[T]:
        """Return several of the options, each at most once, in their order."""
        wanted = min(self.number(low, high), len(options))
        left = list(range(len(options)))
        chosen = {left.pop(self.number(0, len(left) - 1)) for _ in range(wanted)}
        return [options[place] for place in sorted(chosen)]

    def spend(self) -> bool:
        """Use up one unit of fuel; say whether there was any left."""
        self.fuel -= 1
        return self.fuel >= 0
