"""Array, range and row constants in quotes, split as PostgreSQL splits them.

Each function returns the texts of the parts, ``None`` for a NULL; or the message of the
server where the text has not the form.

Depends on: postgres_input (for :class:`Refusal`).
"""

from __future__ import annotations

import re
from typing import Final

from .postgres_input import Refusal

Parts = list[str | None]

_QUOTED: Final = r'"(?:[^"\\]|\\.)*"'
_ELEMENT: Final = rf'(?s)\s*(?:(?P<quoted>{_QUOTED})|(?P<plain>(?:[^"{{}},\\]|\\.)*?))\s*(?=[,}}])'
_BOUNDS: Final = r"(?:\[\s*[+-]?\d+\s*(?::\s*[+-]?\d+\s*)?\]\s*)+="
_BOUND: Final = rf'(?:{_QUOTED}|""|[^"\\,)\]]|\\.)*'
_RANGE: Final = (
    rf"(?si)\s*(?:(?P<empty>empty)|[\[(](?P<lower>{_BOUND}),(?P<upper>{_BOUND})[\])])\s*"
)
_MULTI: Final = "multirange"
_FIELD: Final = r'(?s)(?:"(?:[^"\\]|\\.|"")*"|[^"\\,)]|\\.)*'
_ESCAPE: Final = r"(?s)\\(.)"


def _malformed(what: str, text: str) -> Refusal:
    return Refusal(f'malformed {what} literal: "{text}"')


def array_parts(text: str) -> Parts | Refusal:
    """Return the elements of ``{a,"b c",NULL}``, of all its dimensions in order."""
    trimmed = text.strip()
    if trimmed.startswith("["):
        # what follows written bounds is left to the server
        return [] if re.match(_BOUNDS, trimmed) else _malformed("array", text)
    parts: Parts = []
    end = _braces(trimmed, 0, parts, 0)
    return _malformed("array", text) if end is None or end[0] != len(trimmed) else parts


def _braces(text: str, start: int, parts: Parts, depth: int) -> tuple[int, object] | None:
    """Read one pair of braces; return the end and the shape, which must be the same for all."""
    if text[start : start + 1] != "{" or depth > 6:  # noqa: PLR2004 - the server's limit
        return None
    place = _skip(text, start + 1)
    if text[place : place + 1] == "}":
        return place + 1, 0
    shape: object = None
    count = 0
    while True:
        place = _skip(text, place)
        found = (
            _braces(text, place, parts, depth + 1)
            if text[place : place + 1] == "{"
            else _leaf(text, place, parts)
        )
        if found is None or (count and found[1] != shape):
            return None
        place, shape = _skip(text, found[0]), found[1]
        count += 1
        mark = text[place : place + 1]
        place += 1
        if mark == "}":
            return place, (count, shape)
        if mark != ",":
            return None


def _skip(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _leaf(text: str, place: int, parts: Parts) -> tuple[int, object] | None:
    found = re.compile(_ELEMENT).match(text, place)
    if found is None:
        return None
    quoted, plain = found["quoted"], found["plain"]
    if quoted is not None:
        parts.append(re.sub(_ESCAPE, r"\1", quoted[1:-1]))
    elif not plain:
        return None
    else:
        parts.append(None if plain.upper() == "NULL" else re.sub(_ESCAPE, r"\1", plain))
    return found.end(), None


def range_parts(text: str) -> Parts | Refusal:
    """Return the bounds of ``[a,b)`` that are written."""
    found = re.fullmatch(_RANGE, text)
    if found is None:
        return _malformed("range", text)
    bounds = (found["lower"], found["upper"])
    return [_plain(bound) for bound in bounds if bound]


def multirange_parts(text: str) -> Parts | Refusal:
    """Return the ranges of ``{[a,b),(c,d]}``."""
    inside = text.strip()
    parts: Parts = []
    place = 1
    while inside.startswith("{") and inside.endswith("}"):
        found = re.compile(_RANGE).match(inside, place)
        if found is None:
            return parts if not parts and not inside[1:-1].strip() else _malformed(_MULTI, text)
        parts.append(found[0].strip())
        place = found.end() + 1
        if inside[found.end()] != ",":
            return parts if place == len(inside) else _malformed(_MULTI, text)
    return _malformed(_MULTI, text)


def _plain(text: str) -> str:
    return re.sub(_ESCAPE, r"\1", text.replace('""', "\0").replace('"', "").replace("\0", '"'))


def row_parts(text: str, count: int) -> Parts | Refusal:
    """Return the fields of ``(a,"b c",)``."""
    trimmed = text.strip()
    parts: Parts = []
    place = 1
    while trimmed.startswith("("):
        found = re.compile(_FIELD).match(trimmed, place)
        field = "" if found is None else found[0]
        parts.append(_plain(field) if field else None)
        place += len(field) + 1
        mark = trimmed[place - 1 : place]
        if mark == ")" and place == len(trimmed) and len(parts) == count:
            return parts
        if mark != ",":
            break
    return _malformed("record", text)
