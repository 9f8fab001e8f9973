"""Which defaults MySQL refuses: constants that are no value of their column.

Depends on: engine, model, sql.strings.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from flash_core.sql.strings import string_value

if TYPE_CHECKING:
    from .model import Column

_BITS: Final = {"tinyint": 8, "smallint": 16, "mediumint": 24, "int": 32, "bigint": 64}
_NUMBERS: Final = frozenset({*_BITS, "decimal", "float", "double", "year"})
_NUMBER: Final = re.compile(r"\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*\Z")
_STRING: Final = re.compile(r"'.*'\Z", re.DOTALL)
_DAY: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})\b")
_UUID: Final = re.compile(r"(?i)[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\Z")
_MOMENTS: Final = frozenset({"date", "datetime", "timestamp"})
_YEARS: Final = (1901, 2155)
_SHORT_YEARS: Final = 99


def is_invalid(default: str, column: Column) -> bool:
    """Tell whether a default is a constant that is no value of its column.

    Args:
        default: As the catalog keeps it.
        column: What it is the default of.
    """
    kind = column.type_text.partition("(")[0].partition(" ")[0]
    if _STRING.match(default):
        value = string_value(default)
        return (kind in _NUMBERS and not _NUMBER.match(value)) or _is_wrong(value, kind, column)
    return bool(_NUMBER.match(default)) and _is_wrong(default, kind, column)


def _is_wrong(value: str, kind: str, column: Column) -> bool:
    modifiers = () if column.type is None else column.type.modifiers
    if kind in _NUMBERS:
        return _is_out_of_range(value, kind, column)
    if kind in {"char", "varchar"} and modifiers:
        return len(value.rstrip(" ")) > int(modifiers[0])
    if kind in {"enum", "set"}:
        labels = {label.lower() for label in modifiers}
        given = {value.lower()} if kind == "enum" else set(filter(None, value.lower().split(",")))
        return not value.isdecimal() and not given <= labels
    if kind == "time":
        return not re.search(r"\d", value)
    if kind == "uuid":
        return not _UUID.match(value)
    return kind in _MOMENTS and not _is_moment(value)


def _is_moment(value: str) -> bool:
    """Tell whether a text begins with a day, which may be in parts zero."""
    found = _DAY.match(value.strip())
    if found is None:
        return bool(re.search(r"\d{2}", value))
    year, month, day = map(int, found.groups())
    try:
        date(year or 1, month or 1, day or 1)
    except ValueError:
        return False
    return True


def _is_out_of_range(value: str, kind: str, column: Column) -> bool:
    try:
        number = Decimal(value.strip())
    except InvalidOperation:
        return False
    unsigned = " unsigned" in column.type_text
    if unsigned and number < 0:
        return True
    if kind == "year":
        return not (0 <= number <= _SHORT_YEARS or _YEARS[0] <= number <= _YEARS[1])
    if kind == "decimal" and column.type is not None:
        digits, scale = map(int, (*column.type.modifiers, "10", "0")[:2])
        return abs(round(number, scale)) >= Decimal(10) ** (digits - scale)
    if kind not in _BITS:
        return False
    size = 1 << _BITS[kind]
    low, high = (0, size) if unsigned else (-size // 2, size // 2)
    return not low <= round(number) < high
