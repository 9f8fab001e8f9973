"""Range, multirange and row constants in quotes, split as PostgreSQL splits them.

Depends on: postgres_input (for :class:`Refusal`).
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from .postgres_input import SPACE, Refusal

_SPAN: Final = re.compile(
    r'(?s)[\[(](?:[^"\\)\]]|\\[ \t\n\r\v\f]*.|"(?:[^"\\]|""|\\[ \t\n\r\v\f]*.)*")*[\])]'
)
"""A range among others, as the server looks for its end."""
_EMPTY: Final = "empty"


class Split(NamedTuple):
    """The texts of the parts, ``None`` for a NULL, and what is said of the form after them."""

    parts: list[str | None]
    problem: Refusal | None = None


class Bounds(NamedTuple):
    """The bounds of a range, ``None`` for one that is not written, and which belong to it."""

    lower: str | None
    upper: str | None
    with_lower: bool = False
    with_upper: bool = False


def _malformed(what: str, text: str) -> Refusal:
    return Refusal(f'malformed {what} literal: "{text}"')


def _skip(text: str, place: int) -> int:
    while place < len(text) and text[place] in SPACE:
        place += 1
    return place


def _part(text: str, place: int, stops: str) -> tuple[str | None, int] | None:
    """Read to the next of ``stops`` outside of quotes: what is written there, and its end."""
    if text[place : place + 1] in {*stops}:
        return None, place
    written: list[str] = []
    quoted = False
    while place < len(text):
        mark = text[place]
        if not quoted and mark in stops:
            return "".join(written), place
        place += 1
        if mark == "\\" or (quoted and mark == '"' == text[place : place + 1]):
            written.append(text[place : place + 1])
            place += 1
        elif mark == '"':
            quoted = not quoted
        else:
            written.append(mark)
    return None


def range_bounds(text: str) -> Bounds | Refusal:
    """Return the bounds of ``[a,b)``; a range that is ``empty`` has none."""
    place = _skip(text, 0)
    if text[place : place + len(_EMPTY)].lower() == _EMPTY:
        rest = text[place + len(_EMPTY) :].strip(SPACE)
        return _malformed("range", text) if rest else Bounds(None, None)
    opened = text[place : place + 1]
    lower = _part(text, place + 1, ",)]") if opened in {"[", "("} else None
    if lower is None or text[lower[1]] != ",":
        return _malformed("range", text)
    upper = _part(text, lower[1] + 1, ",)]")
    if upper is None or text[upper[1]] == "," or text[upper[1] + 1 :].strip(SPACE):
        return _malformed("range", text)
    return Bounds(lower[0], upper[0], opened == "[", text[upper[1]] == "]")


def multirange_parts(text: str) -> Split:
    """Return the ranges of ``{[a,b),(c,d]}`` that are not empty."""
    bad = _malformed("multirange", text)
    parts: list[str | None] = []
    place = _skip(text, 0)
    if text[place : place + 1] != "{":
        return Split(parts, bad)
    place = _skip(text, place + 1)
    if text[place : place + 1] == "}":
        return Split(parts, bad if text[place + 1 :].strip(SPACE) else None)
    while True:
        if found := _SPAN.match(text, place):
            parts.append(found[0])
            place = found.end()
        elif text[place : place + len(_EMPTY)].lower() == _EMPTY:
            place += len(_EMPTY)
        else:
            return Split(parts, bad)
        place = _skip(text, place)
        mark = text[place : place + 1]
        if mark != ",":
            ended = mark == "}" and not text[place + 1 :].strip(SPACE)
            return Split(parts, None if ended else bad)
        place = _skip(text, place + 1)


def row_parts(text: str, count: int) -> Split:
    """Return the fields of ``(a,"b c",)``, of which there are ``count``."""
    bad = _malformed("record", text)
    parts: list[str | None] = []
    place = _skip(text, 0)
    mark = "(" if text[place : place + 1] == "(" else ""
    while mark in {"(", ","} and len(parts) < count:
        found = _part(text, place + 1, ",)")
        if found is None:
            return Split(parts, bad)
        parts.append(found[0])
        place = found[1]
        mark = text[place]
    ended = mark == ")" and len(parts) == count and not text[place + 1 :].strip(SPACE)
    return Split(parts, None if ended else bad)
