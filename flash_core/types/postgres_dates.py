"""Dates, times and intervals in quotes: which PostgreSQL certainly refuses.

Its date parser takes a great many spellings, some only under some settings.  So only
three things are refused here: a text without any digit that is no special word, a word
that no table of the server holds, and a number out of range in an ISO 8601 date or time.

Depends on: nothing.
"""

from __future__ import annotations

import re
from typing import Final

DATES: Final = frozenset(
    {
        "date",
        "time",
        "time without time zone",
        "time with time zone",
        "timestamp without time zone",
        "timestamp with time zone",
        "interval",
    }
)
_SPECIAL: Final = frozenset({"now", "today", "tomorrow", "yesterday", "epoch", "infinity"})
_ANY_TIME: Final = frozenset({"now", "allballs"})
_NAMES: Final = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
]  # the server's words, whatever the locale here
_DATE_WORDS: Final = frozenset(_NAMES) | {name[:3] for name in _NAMES}
# zones whose names are one word; shorter words may be abbreviations of zones
_ZONES: Final = frozenset(
    [
        "acsst",
        "acwst",
        "aesst",
        "almst",
        "anast",
        "awsst",
        "azost",
        "cetdst",
        "chadt",
        "chast",
        "easst",
        "eetdst",
        "irkst",
        "krast",
        "magst",
        "metdst",
        "novst",
        "omsst",
        "petst",
        "ulast",
        "vlast",
        "wetdst",
        "yakst",
        "yekst",
        "egypt",
        "factory",
        "greenwich",
        "hongkong",
        "iceland",
        "israel",
        "jamaica",
        "japan",
        "kwajalein",
        "libya",
        "navajo",
        "poland",
        "portugal",
        "singapore",
        "turkey",
        "universal",
        "julian",
        "thurs",
        "allballs",
    ]
)
_WORDS: Final = _SPECIAL | _DATE_WORDS | _ZONES
_SHORTEST: Final = 5
_UNITS: Final = frozenset(
    [
        "ago",
        "c",
        "cent",
        "centuries",
        "century",
        "d",
        "day",
        "days",
        "dec",
        "decade",
        "decades",
        "decs",
        "h",
        "hour",
        "hours",
        "hr",
        "hrs",
        "m",
        "mil",
        "millennia",
        "millennium",
        "mils",
        "min",
        "mins",
        "minute",
        "minutes",
        "mon",
        "mons",
        "month",
        "months",
        "ms",
        "msec",
        "msecs",
        "mseconds",
        "qtr",
        "quarter",
        "s",
        "sec",
        "second",
        "seconds",
        "secs",
        "timezone",
        "us",
        "usec",
        "usecond",
        "useconds",
        "usecs",
        "w",
        "week",
        "weeks",
        "y",
        "year",
        "years",
        "yr",
        "yrs",
        "microsecon",
        "millisecon",
    ]
)
_LONGEST_UNIT: Final = 10  # the server compares no more

_CLOCK: Final = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?P<fraction>\.\d*)?)?"
_ZONE: Final = r"(?:\s*(?:z|utc|gmt|[+-]\d{1,2}(?::?\d{2})?))?"
_DAY: Final = r"(?P<year>\d{4})(?P<mark>[-/]?)(?P<month>\d{2})(?P=mark)(?P<day>\d{2})"
ISO_DATE: Final = rf"(?a){_DAY}(?:(?:t|\s+){_CLOCK}{_ZONE})?"
_SHORT_NUMBER: Final = r"(?a)\d{1,5}"  # a year, a month or a day alone
_SHORT_DAY: Final = r"(?a)(?P<year>\d{2,3})(?P<month>\d{2})(?P<day>\d{2})"
_TIME: Final = rf"(?a){_CLOCK}{_ZONE}"
_NO_TIME: Final = r"(?a)\d+[-/]\d+[-/]\d+t?|\d{1,3}|\d{5}|\d{7,}"  # 0405 and 040506 are times
_SPAN: Final = (
    r"(?a)(?:[+-]?\d+(?:\.\d+)?\s*(?:year|month|week|day|hour|minute|second)s?\s*)+(?:ago)?"
)
"""What is an interval and nothing else."""
_LETTERS: Final = r"[a-z]+"

_THREE_PARTS: Final = r"\d-\d+-"  # years-months is the most an interval has

Complaint = tuple[str, str]
"""Message and SQLSTATE."""


def _syntax(text: str, name: str) -> Complaint:
    short = name.removesuffix(" without time zone")
    return f'invalid input syntax for type {short}: "{text}"', "22007"


def _range(text: str) -> Complaint:
    return f'date/time field value out of range: "{text}"', "22008"


def bad_date(text: str, name: str) -> Complaint | None:
    """Return what the server says of a date or timestamp, if it surely refuses it."""
    lowered = text.strip().lower()
    if found := re.fullmatch(ISO_DATE, lowered):
        return None if _is_day(found) and _is_clock(found) else _range(text)
    if re.fullmatch(_SHORT_NUMBER, lowered):
        return _syntax(text, name) if lowered.strip("0") else _range(text)
    if found := re.fullmatch(_SHORT_DAY, lowered):
        return None if _is_day(found) else _range(text)
    return _bad_words(text, lowered, name, _SPECIAL)


def bad_time(text: str, name: str) -> Complaint | None:
    """Return what the server says of a time of day, if it surely refuses it."""
    lowered = text.strip().lower()
    if found := re.fullmatch(_TIME, lowered):
        return None if _is_clock(found) else _range(text)
    if re.fullmatch(_NO_TIME, lowered):
        return _syntax(text, name)
    return _bad_words(text, lowered, name, _ANY_TIME)


def _bad_words(text: str, lowered: str, name: str, special: frozenset[str]) -> Complaint | None:
    if re.fullmatch(_SPAN, lowered):
        return _syntax(text, name)
    words = re.findall(_LETTERS, lowered)
    if not any(character.isdecimal() for character in lowered):
        return None if special & {*words} else _syntax(text, name)
    if any(mark in lowered for mark in "/_") or not lowered.isascii():
        return None  # perhaps the name of a zone
    strange = any(len(word) >= _SHORTEST and word not in _WORDS for word in words)
    return _syntax(text, name) if strange else None


def _days_in(month: int, year: int) -> int:
    if month == 2:  # noqa: PLR2004 - February
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31


def _is_day(found: re.Match[str]) -> bool:
    year, month, day = int(found["year"]), int(found["month"]), int(found["day"])
    if len(found["year"]) == 2:  # noqa: PLR2004 - digits, of a year between 1970 and 2069
        year += 2000 if year < 70 else 1900  # noqa: PLR2004 - as above
    if not year or not 1 <= month <= 12:  # noqa: PLR2004 - months
        return False
    return 1 <= day <= _days_in(month, year)


def _is_clock(found: re.Match[str]) -> bool:
    if found["hour"] is None:
        return True
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    fraction = any(digit in "123456789" for digit in found["fraction"] or "")
    if (hour, minute, second) == (24, 0, 0):
        return not fraction
    if hour > 23 or minute > 59 or second > 60:  # noqa: PLR2004 - a leap second counts as the next
        return False
    return not (second == 60 and fraction)  # noqa: PLR2004 - a leap second


def bad_interval(text: str) -> Complaint | None:
    """Return what the server says of an interval, if it surely refuses it."""
    lowered = text.strip().lower()
    if lowered.lstrip("+-").startswith(("infinity", "p")):
        return None
    words = re.findall(_LETTERS, lowered)
    strange = any(word[:_LONGEST_UNIT] not in _UNITS for word in words)
    number = any(character.isdecimal() for character in lowered)
    if strange or not number or re.search(_THREE_PARTS, lowered):
        return _syntax(text, "interval")
    return None
