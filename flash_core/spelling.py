"""The word that was probably meant.

Depends on: nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def closest(
    word: str, candidates: Iterable[str], count: int = 1, *, cutoff: float = 0.6
) -> list[str]:
    """Return the candidates that look most like ``word``, the best first.

    Args:
        word: What was written.
        candidates: What could have been.
        count: How many at most.
        cutoff: Likeness from 0 to 1 below which nothing is returned.
    """
    import difflib  # noqa: PLC0415 - a run without mistakes has no use for it

    return difflib.get_close_matches(word, list(candidates), count, cutoff)
