"""Constants as PostgreSQL writes them, where their type leaves no doubt.

``'06:00'`` of a time is ``'06:00:00'``.  A time without a zone, where the type has one, stays as
it is: what it means is up to the server.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_CLOCK: Final = r"(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.(?P<part>\d{1,6}))?)?"
_ZONE: Final = r"\s*(?P<zone>[zZ]|[-+]\d\d(?::?\d\d)?)?"
_DAY: Final = r"(?P<day>\d{4}-\d\d-\d\d)"
_TIME: Final = re.compile(rf"{_CLOCK}{_ZONE}\Z")
_MOMENT: Final = re.compile(rf"{_DAY}(?:[ T]{_CLOCK}{_ZONE})?\Z")
_SPAN: Final = re.compile(
    r"(?=.)(?:(?P<years>-?\d+) years? ?)?(?:(?P<months>-?\d+) mons?(?:ths?)? ?)?(?:(?P<weeks>-?\d+) weeks? ?)?"
    r"(?:(?P<days>-?\d+) days? ?)?(?:(?P<hours>-?\d+) hours? ?)?(?:(?P<minutes>-?\d+) min(?:ute)?s? ?)?"
    r"(?:(?P<seconds>-?\d+)(?: sec(?:ond)?s? ?|\Z))?(?:(?P<h>\d\d+):(?P<m>\d\d)(?::(?P<s>\d\d))?)?\Z"
)


def plain_value(text: str, kind: str) -> str | None:
    """Return a constant as a dump writes it, or ``None`` where that is not certain.

    Args:
        text: What stands between the quotation marks.
        kind: The name that the server has for the type: ``timestamptz``.
    """
    plain = _PLAIN.get(kind)
    return None if plain is None else plain(text.strip())


def _clock(found: re.Match[str]) -> str:
    part = (found["part"] or "").rstrip("0")
    seconds = (found["second"] or "00") + (f".{part}" if part else "")
    return f"{found['hour'] or '00'}:{found['minute'] or '00'}:{seconds}"


def _date(text: str) -> str | None:
    found = _MOMENT.match(text)
    return None if found is None else found["day"]


def _time(text: str) -> str | None:
    found = _TIME.match(text)
    return None if found is None else _clock(found)


def _timestamp(text: str) -> str | None:
    found = _MOMENT.match(text)
    return None if found is None else f"{found['day']} {_clock(found)}"


def _moment(text: str) -> str | None:
    """Return a time with a zone as that of UTC; one without says what it says."""
    found = _MOMENT.match(text)
    if found is None:
        return None
    clock = f"{found['day']} {_clock(found)}"
    if found["zone"] is None:
        return clock
    form = "%Y-%m-%d %H:%M:%S.%f" if "." in clock else "%Y-%m-%d %H:%M:%S"
    try:
        local = datetime.strptime(clock, form).replace(tzinfo=UTC)
        return f"{local - _offset(found['zone'])}"
    except (ValueError, OverflowError):
        return None


def _offset(zone: str) -> timedelta:
    if zone in "zZ":
        return timedelta()
    digits = zone[1:].replace(":", "").ljust(4, "0")
    size = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return -size if zone.startswith("-") else size


def _interval(text: str) -> str | None:
    found = _SPAN.match(text)
    if found is None:
        return None
    number = {name: int(value or 0) for name, value in found.groupdict().items()}
    months = number["years"] * 12 + number["months"]
    days = number["weeks"] * 7 + number["days"]
    minutes = (number["hours"] + number["h"]) * 60 + number["minutes"] + number["m"]
    return f"{months} mons {days} days {minutes * 60 + number['seconds'] + number['s']} secs"


def _document(text: str) -> str | None:
    """Return a ``jsonb`` in one form: neither its spaces nor the order of its keys count."""
    try:
        read: object = json.loads(text, parse_float=_fraction)
        return json.dumps(read, sort_keys=True, default=lambda number: f"\0{number}")
    except ValueError:
        return None


def _fraction(text: str) -> Decimal:
    """Return a number of a document with all its digits.

    Raises:
        ValueError: The server writes it otherwise.
    """
    if "e" in text.lower():
        raise ValueError(text)
    return Decimal(text)


_PLAIN: Final[dict[str, Callable[[str], str | None]]] = {
    "date": _date,
    "time": _time,
    "timestamp": _timestamp,
    "timestamptz": _moment,
    "interval": _interval,
    "jsonb": _document,
    "uuid": str.lower,
}
