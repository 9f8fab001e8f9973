"""The numbers that columns of MySQL and MariaDB hold, by their types.

Depends on: nothing here.
"""

from __future__ import annotations

from typing import Final

from flash_core._dataclass import dataclass

WIDTHS: Final = {"tinyint": 1, "smallint": 2, "mediumint": 3, "int": 4, "bigint": 8}
# Digits that come back as they were.
FLOATS: Final = {"float": 6, "double": 15}
_YEARS: Final = 2155


@dataclass(frozen=True, slots=True)
class Exact:
    """Numbers without rounding: from ``low`` to ``high``, in steps of a tenth to the ``scale``."""

    low: int
    high: int
    scale: int = 0

    def holds(self, other: Exact) -> bool:
        """Tell whether all of other numbers are among these."""
        if other.scale > self.scale:
            return False
        factor = int(10 ** (self.scale - other.scale))
        return self.low <= other.low * factor and other.high * factor <= self.high

    @property
    def digits(self) -> int:
        """How many the longest has."""
        return len(str(max(self.high, -self.low)))

    @property
    def printed(self) -> int:
        """How many characters the longest has."""
        point = 1 if self.scale else 0
        sides = ((self.high, 0), (-self.low, 1 if self.low else 0))
        return max(max(len(str(size)), self.scale + 1) + sign for size, sign in sides) + point


def base_type(text: str) -> str:
    """Return the first word of a type."""
    return text.partition("(")[0].split()[0]


def arguments(text: str) -> tuple[str, ...]:
    """Return what stands in the parentheses behind a type; one empty text for none."""
    rest = text.partition("(")[2]
    return tuple(part.strip() for part in rest.partition(")")[0].split(","))


def exact(text: str) -> Exact | None:
    """Return the numbers of a type, ``None`` where it rounds or has others than numbers."""
    base, given = base_type(text), arguments(text)
    unsigned = "unsigned" in text or "zerofill" in text
    if base in WIDTHS or base == "boolean":
        size = 8 * WIDTHS.get(base, 1)
        return Exact(0, 2**size - 1) if unsigned else Exact(-(2 ** (size - 1)), 2 ** (size - 1) - 1)
    if base == "bit":
        return Exact(0, 2 ** int(given[0] or 1) - 1)
    if base == "year":
        return Exact(0, _YEARS)
    if base == "decimal":
        high = 10 ** int(given[0] or 10) - 1
        return Exact(0 if unsigned else -high, high, int(given[1]) if len(given) > 1 else 0)
    return None


def holds_number(old: str, new: str) -> bool:
    """Tell whether every number of an exact type is one of another type."""
    before, after = exact(old), exact(new)
    return before is not None and after is not None and after.holds(before)


def holds_float(old: str, new: str) -> bool:
    """Tell whether every number of a type is one of FLOAT or DOUBLE."""
    before, after = base_type(old), base_type(new)
    if before not in FLOATS:
        numbers = exact(old)
        if numbers is None or numbers.digits > FLOATS[after]:
            return False
        room = _rounded(new)
        return room is None or room.holds(numbers)
    if FLOATS[before] > FLOATS[after]:
        return False
    need, room = _rounded(old), _rounded(new)
    return room is None or (need is not None and room.holds(need))


def _rounded(text: str) -> Exact | None:
    """Return the numbers of ``FLOAT(7,3)``, ``None`` where there are no digits to keep to."""
    given = arguments(text)
    high = 10 ** int(given[0] or 0) - 1
    if len(given) == 1:
        return None
    return Exact(0 if "unsigned" in text else -high, high, int(given[1]))
