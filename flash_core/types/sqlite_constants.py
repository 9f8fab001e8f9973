"""SQLite's functions over constants alone: SQLite itself says whether their value is NULL.

Depends on: sqlite_times.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cache
from typing import TYPE_CHECKING, Final

from .sqlite_times import TIME_FUNCTIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

# To them a number is the same as the text that spells it.
_ASKED: Final = TIME_FUNCTIONS | frozenset(
    [
        "acos",
        "acosh",
        "asin",
        "asinh",
        "atan",
        "atan2",
        "atanh",
        "ceil",
        "ceiling",
        "cos",
        "cosh",
        "degrees",
        "exp",
        "floor",
        "ln",
        "log",
        "log10",
        "log2",
        "mod",
        "pow",
        "power",
        "radians",
        "sin",
        "sinh",
        "sqrt",
        "tan",
        "tanh",
        "trunc",
        "unicode",
    ]
)


def has_value(name: str, constants: Sequence[str | None]) -> bool:
    """Tell whether a call is known to be something else than NULL.

    Args:
        name: The function, in lower case.
        constants: The text of each argument, ``None`` for one that is no constant.
    """
    texts = tuple(text for text in constants if text is not None)
    return name in _ASKED and len(texts) == len(constants) > 0 and _evaluated(name, texts)


@cache
def _evaluated(name: str, texts: tuple[str, ...]) -> bool:
    marks = ", ".join("?" * len(texts))
    with closing(sqlite3.connect(":memory:")) as database:
        try:
            (found,) = database.execute(f"SELECT {name}({marks}) IS NOT NULL", texts).fetchone()
        except sqlite3.Error:
            return False  # this SQLite does not have it
    return bool(found)
