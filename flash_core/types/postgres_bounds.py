"""Bounds of ranges in the wrong order, where both are written so that they have one order.

Depends on: postgres_dates, postgres_input, postgres_nested_input (for :class:`Bounds`).
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from .postgres_dates import ISO_DATE
from .postgres_input import SPACE, Refusal, whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from .postgres_nested_input import Bounds

Place = tuple[int, int | Decimal, bool]
"""Before or after everything else, how far along, and whether that is certain to the last bit."""

_ZONED: Final = "timestamp with time zone"
_WIDTHS: Final = {"integer": 31, "bigint": 63}
_INFINITE: Final = {"-inf": -1, "inf": 1, "nan": 2}
_SHORT_NUMBER: Final = r"(?a)[+-]?[\d.]+(?:e[+-]?\d{1,4})?"
_OFFSET: Final = r"(?a)(?:z|utc|gmt|(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?)\Z"
_SECOND: Final = 1_000_000
_DAY: Final = 86_400 * _SECOND
_DIGITS: Final = 6  # of a fraction of a second; the server rounds the others away
_MOVED: Final = frozenset({"2011-12", "2012-01"})
_SETTLED: Final = 1996


def disorder(bounds: Bounds, element: str) -> Refusal | None:
    """Return what the server says of bounds that are turned round, or too large for a range.

    Args:
        bounds: Both are values of the type.
        element: The type of the bounds, of a range that the server brings.
    """
    place = _PLACES[element]
    lower = None if bounds.lower is None else place(bounds.lower.strip(SPACE).lower())
    upper = None if bounds.upper is None else place(bounds.upper.strip(SPACE).lower())
    if lower is not None and upper is not None:
        apart = 0 if lower[2] and upper[2] else _unsure(int(lower[1]), int(upper[1]))
        if lower[0] > upper[0] or (lower[0] == upper[0] and lower[1] - upper[1] > apart):
            message = "range lower bound must be less than or equal to range upper bound"
            return Refusal(message, "22000")
    return _beyond(bounds, lower, upper, element)


def _unsure(*moments: int) -> int:
    """Return how far a zone that is not written may move one bound against the other.

    Clocks are turned by few hours, but calendars leave a day out where the date line moves:
    the last to do so were islands of the Pacific in 1994 and 2011.
    """
    days = [date.fromordinal(moment // _DAY) for moment in moments if moment]
    calm = all(day.year >= _SETTLED and f"{day:%Y-%m}" not in _MOVED for day in days)
    return _DAY // 2 if calm else 2 * _DAY


def _beyond(
    bounds: Bounds, lower: Place | None, upper: Place | None, element: str
) -> Refusal | None:
    """Refuse the largest integer as a bound that is rewritten as the one after it."""
    if element not in _WIDTHS or lower == upper:
        return None
    largest = (1 << _WIDTHS[element]) - 1
    after_lower = lower is not None and lower[1] == largest and not bounds.with_lower
    after_upper = upper is not None and upper[1] == largest and bounds.with_upper
    return Refusal(f"{element} out of range", "22003") if after_lower or after_upper else None


def _whole(text: str) -> Place | None:
    return 0, whole(text), True


def _number(text: str) -> Place | None:
    plain = text.replace("_", "")
    word = plain.lstrip("+").replace("infinity", "inf")
    if word in _INFINITE:
        return _INFINITE[word], 0, True
    return (0, Decimal(plain), True) if re.fullmatch(_SHORT_NUMBER, plain) else None


def _moment(text: str) -> Place | None:
    """Place a date or a timestamp in microseconds; its zone is left out of it."""
    word = text.lstrip("+").replace("infinity", "inf")
    if word in _INFINITE:
        return _INFINITE[word], 0, True
    found = re.fullmatch(ISO_DATE, text)
    if found is None:
        return None
    day = date(int(found["year"]), int(found["month"]), int(found["day"])).toordinal()
    clock = [int(found[part] or 0) for part in ("hour", "minute", "second")]
    fraction = (found["fraction"] or ".")[1:]
    if len(fraction) > _DIGITS:
        return None
    seconds = (clock[0] * 60 + clock[1]) * 60 + clock[2]
    return 0, day * _DAY + seconds * _SECOND + int(fraction.ljust(_DIGITS, "0")), True


def _day(text: str) -> Place | None:
    found = _moment(text)
    return None if found is None else (found[0], found[1] // _DAY, True)


def _zoned(text: str) -> Place | None:
    found = _moment(text)
    if found is None or found[0]:
        return found
    zone = re.search(_OFFSET, text) if ":" in text else None
    if zone is None:
        return found[0], found[1], False
    minutes = int(zone["hours"] or 0) * 60 + int(zone["minutes"] or 0)
    ahead = minutes * 60 * _SECOND
    return 0, found[1] + (ahead if zone["sign"] == "-" else -ahead), True


_PLACES: Final[dict[str, Callable[[str], Place | None]]] = {
    "integer": _whole,
    "bigint": _whole,
    "numeric": _number,
    "date": _day,
    "timestamp without time zone": _moment,
    _ZONED: _zoned,
}
ORDERED: Final = frozenset(
    {"int4range", "int8range", "numrange", "daterange", "tsrange", "tstzrange"}
)
"""Ranges of the server whose order of bounds is known here."""
