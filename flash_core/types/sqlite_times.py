"""SQLite's date and time functions over constants.

They return NULL for what they cannot read, so ``date(x)`` may be NULL whatever
``x`` is declared as; but ``date('now', '-7 days')`` cannot.

Depends on: nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

TIME_FUNCTIONS: Final = frozenset(
    {"date", "time", "datetime", "julianday", "unixepoch", "strftime"}
)

_MODIFIER: Final = re.compile(
    r"[+-]?\d{1,4}(\.\d{1,9})? (second|minute|hour|day|month)s?"
    r"|[+-]?\d{1,3} years?"
    r"|start of (day|month|year)"
    r"|weekday [0-6]"
    r"|utc|localtime",
    re.IGNORECASE,
)
_FORMAT: Final = re.compile(r"([^%]|%[dfHjJmMsSwWY%])+")


def never_null(name: str, constants: Sequence[str | None]) -> bool:
    """Tell whether a call cannot be NULL: it starts at ``now`` and every word of it is known.

    Args:
        name: One of :data:`TIME_FUNCTIONS`.
        constants: The text of each argument, ``None`` for one that is no constant.
    """
    words = list(constants)
    if name == "strftime" and words:
        layout = words.pop(0)
        if layout is None or not _FORMAT.fullmatch(layout):
            return False
        if not words:
            return True  # the moment defaults to now
    if not words or words[0] is None or words[0].lower() != "now":
        return False
    return all(word is not None and _MODIFIER.fullmatch(word) for word in words[1:])
