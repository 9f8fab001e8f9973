"""What to type instead, where a grammar only says "syntax error".

Each entry of a language's table is a pattern for the text before the place, one for the
text from there on, and the hint; the first that fits wins.

Depends on: spelling.
"""

from __future__ import annotations

import re
from typing import Final

from flash_core._dataclass import dataclass
from flash_core.spelling import closest

_FLAGS: Final = re.IGNORECASE | re.DOTALL
_CLOSE: Final = 0.7
_NAMED: Final = re.compile(r"\b(?:FROM|JOIN|INTO|UPDATE|AS)\Z|\.\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mistake:
    """A common mistake: the text on both sides of the place, and what to type."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    hint: str


@dataclass(frozen=True, slots=True)
class Mistakes:
    """The mistakes in one language.

    Attributes:
        common: Those with a hint of their own.
        starts: Words that a statement may start with.
        words: Other words that are easily misspelt.
        reserved: Words that are no names, in lower case.
    """

    common: tuple[Mistake, ...]
    starts: tuple[str, ...]
    words: tuple[str, ...]
    reserved: frozenset[str]


def mistake(before: str, after: str, hint: str) -> Mistake:
    """Return a mistake; both are patterns, the first for the end of the text before."""
    return Mistake(re.compile(rf"{before}\s*\Z", _FLAGS), re.compile(after, _FLAGS), hint)


def hint_for(mistakes: Mistakes, text: str, start: int) -> str | None:
    """Return what to type where the grammar stumbled.

    Args:
        mistakes: Those of the language.
        text: The statement.
        start: Where.
    """
    before, after = text[:start], text[start:]
    fitting = (m.hint for m in mistakes.common if m.after.match(after) and m.before.search(before))
    found = next(fitting, None)
    before = before.rstrip()
    return (
        found
        or _brackets(before, after)
        or _misspelt(mistakes, before, after)
        or _keyword(mistakes, before, after)
    )


def _brackets(before: str, after: str) -> str | None:
    plain = re.sub(r"'[^']*'|\"[^\"]*\"|--[^\n]*", "", before)
    depth = plain.count("(") - plain.count(")")
    if after.startswith(")") and depth <= 0:
        return "there is no ( for it: remove it"
    if not after.strip():
        return "close the bracket with )" if depth > 0 else "the statement is not complete"
    return None


def _misspelt(mistakes: Mistakes, before: str, after: str) -> str | None:
    """Find the keyword that the word here, or the one before, is meant to be."""
    word = re.match(r"\w+", after)
    if not before and word:
        return _meant(word[0], mistakes.starts)
    words = [word[0]] if word else []
    words += re.findall(r"\w+", before)[-2:][::-1]
    return next((hint for one in words if (hint := _meant(one, mistakes.words))), None)


def _meant(word: str, keywords: tuple[str, ...]) -> str | None:
    if word.upper() in keywords:
        return None
    close = closest(word.upper(), keywords, cutoff=_CLOSE)
    return f'did you mean "{close[0]}"?' if close else None


def _keyword(mistakes: Mistakes, before: str, after: str) -> str | None:
    """Name a keyword that stands where only a name can."""
    if not _NAMED.search(before):
        return None
    word = re.match(r"[A-Za-z_]+", after)
    if word is None or word[0].lower() not in mistakes.reserved:
        return None
    return f'{word[0].upper()} is a keyword; as a name it is written "{word[0].lower()}"'
