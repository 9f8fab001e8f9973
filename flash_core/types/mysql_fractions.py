"""Digits behind the point of a time on MySQL and MariaDB: how many a function leaves it.

They decide whether a time makes an integer or a decimal where a number is wanted.

Depends on: model, mysql_merging, mysql_names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .model import SqlType
from .mysql_merging import decimal_size
from .mysql_names import DIGITS, TIMES, is_null

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST: Final = 6
_TIMED: Final = frozenset({"datetime", "time", "double", "bigint"})
"""What a function wants where it takes over the digits of what it gets."""


def places(type_: SqlType, constant: str | None = None) -> int:
    """Return how many digits a value has behind the point as a time.

    Args:
        type_: Its type; a text may hold as many as there are.
        constant: What it says, if it is written out.
    """
    if type_.name == "decimal":
        return min(decimal_size(type_)[1], _MOST)
    if type_.name in TIMES:
        return type_.modifiers[0] if type_.modifiers else 0
    if type_.name in DIGITS or is_null(type_):
        return 0
    return _MOST if constant is None else min(len(constant.partition(".")[2]), _MOST)


def timed(name: str, digits: int) -> SqlType:
    """Return the type of that name with so many digits."""
    return SqlType(name, modifiers=(digits,) if digits else ())


def fractional(
    result: SqlType,
    wanted: Sequence[str],
    types: Sequence[SqlType],
    constants: Sequence[str | None],
) -> SqlType:
    """Return what a function makes of times: as exact as the most exact of them.

    Args:
        result: A date and time, or a time.
        wanted: What the function takes in each place.
        types: Of the arguments.
        constants: Their texts, where they are written out.
    """
    if result.name not in {"datetime", "time"}:
        return result
    if tuple(wanted) == ("int",):  # NOW(3)
        written = constants[0] if constants else None
        return timed(result.name, int(written) if written and written.isdecimal() else 0)
    texts = constants or [None] * len(types)
    found = [
        places(type_, text)
        for type_, text, want in zip(types, texts, wanted, strict=False)
        if want in _TIMED
    ]
    return timed(result.name, max(found, default=0))
