"""Conditions in words, for the reasons that people read.

The span of an operator is its sign alone, where messages point; a reason shows the
whole condition.

Depends on: context, walk.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.sql.syntax.walk import subtree

if TYPE_CHECKING:
    from flash_core.sql.syntax import Expression

    from .context import Scope

_LONGEST: Final = 60
_TEST: Final = r"(?i)\s+(NOT\s+)?(NULL|TRUE|FALSE|UNKNOWN)\b"


def worded(node: Expression, scope: Scope) -> str:
    """Return the text of a condition, on one line and not too long."""
    source = scope.context.source.text
    spans = [inner.span for inner in subtree(node)]
    start = min([span.start for span in spans])
    end = max([span.end for span in spans])
    if source[max(end - 2, 0) : end].upper() == "IS":
        rest = re.compile(_TEST).match(source, end)
        end = end if rest is None else rest.end()
    start, end = _balanced(source, start, end)
    text = " ".join(source[start:end].split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _balanced(source: str, start: int, end: int) -> tuple[int, int]:
    """Return the place with the brackets that belong to it: no node has those as its own."""
    if "(" not in (inside := source[start:end]) and ")" not in inside:
        return start, end
    depth = lowest = 0
    for character in inside:
        depth += {"(": 1, ")": -1}.get(character, 0)
        lowest = min(lowest, depth)
    while lowest < 0 and start > 0:
        start -= 1
        lowest += {"(": 1, ")": -1}.get(source[start], 0)
    open_ = source.count("(", start, end) - source.count(")", start, end)
    while open_ > 0 and end < len(source):
        open_ += {"(": 1, ")": -1}.get(source[end], 0)
        end += 1
    return start, end
