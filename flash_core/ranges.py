"""PostgreSQL's ranges and multiranges, the same from every driver.

Depends on: nothing.
"""

from __future__ import annotations

# Not only for type checkers: pydantic evaluates the fields' annotations.
from collections.abc import Iterator, Sequence  # noqa: TC003 - see above
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final, Generic, TypeVar

T = TypeVar("T")

_INFINITE: Final[dict[date, str]] = {
    date.max: "infinity",
    date.min: "-infinity",
    datetime.max: "infinity",  # noqa: DTZ901 - the type may be naive
    datetime.min: "-infinity",  # noqa: DTZ901 - same
    datetime.max.replace(tzinfo=UTC): "infinity",
    datetime.min.replace(tzinfo=UTC): "-infinity",
}


# no slots: on Python 3.11 a frozen class with slots fails in Range[int](…)
@dataclass(frozen=True)
class Range(Generic[T]):
    """What lies between two bounds.

    Attributes:
        lower: ``None`` for no bound.
        upper: ``None`` for no bound.
        lower_inc: The lower bound is part of it; never so without a bound.
        upper_inc: The upper bound is part of it; never so without a bound.
        isempty: Nothing is in it; then it has no bounds.
    """

    lower: T | None = None
    upper: T | None = None
    lower_inc: bool = True
    upper_inc: bool = False
    isempty: bool = False

    def __post_init__(self) -> None:
        if self.isempty:
            object.__setattr__(self, "lower", None)
            object.__setattr__(self, "upper", None)
        if self.lower is None:
            object.__setattr__(self, "lower_inc", False)
        if self.upper is None:
            object.__setattr__(self, "upper_inc", False)

    def __contains__(self, value: T) -> bool:
        if self.isempty:
            return False
        number: Any = value
        if self.lower is not None and (
            number < self.lower or (number == self.lower and not self.lower_inc)
        ):
            return False
        return self.upper is None or bool(
            number < self.upper or (number == self.upper and self.upper_inc)
        )

    def __str__(self) -> str:
        """Return the text by which PostgreSQL knows it."""
        if self.isempty:
            return "empty"
        left, right = "(["[self.lower_inc], ")]"[self.upper_inc]
        return f"{left}{_bound(self.lower)},{_bound(self.upper)}{right}"


@dataclass(frozen=True)
class Multirange(Generic[T]):
    """Ranges, which the server puts in order, and joins where they meet.

    Attributes:
        ranges: A tuple, whatever was given.
    """

    ranges: Sequence[Range[T]] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "ranges", tuple(self.ranges))

    def __iter__(self) -> Iterator[Range[T]]:
        return iter(self.ranges)

    def __len__(self) -> int:
        return len(self.ranges)

    def __contains__(self, value: T) -> bool:
        return any(value in each for each in self.ranges)

    def __str__(self) -> str:
        """Return the text by which PostgreSQL knows it."""
        return "{" + ",".join(map(str, self.ranges)) + "}"


class Ranges(tuple[object, ...]):
    """A multirange on its way to a driver."""

    __slots__ = ()


def infinity(value: date) -> str | None:
    """Return what the first and the last date or time mean to PostgreSQL, as asyncpg sends them."""
    if value.year not in {1, 9999}:
        return None
    return _INFINITE.get(value)


def _bound(value: object) -> str:
    if value is None:
        return ""
    found = infinity(value) if isinstance(value, date) else None
    text = (found or str(value)).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{text}"'
