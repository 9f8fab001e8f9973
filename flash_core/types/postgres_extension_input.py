"""Constants of types that extensions bring: ``hstore``, ``ltree`` and pgvector's.

Depends on: postgres_input (for :class:`Refusal`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .postgres_input import SPACE, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable

_WS: Final = r"[ \t\n\r\v\f]*"
_QUOTED: Final = r'"(?:[^"\\]|\\.)*"'
_KEY: Final = re.compile(
    rf'(?s){_WS}(?:{_QUOTED}|(?:[^ \t\n\r\v\f="\\]|\\.)(?:[^ \t\n\r\v\f=\\]|\\.)*){_WS}'
)
_VALUE: Final = re.compile(
    rf'(?s){_WS}(?:{_QUOTED}|(?:[^ \t\n\r\v\f"\\]|\\.)(?:[^ \t\n\r\v\f,\\]|\\.)*){_WS}'
)
_LABEL: Final = re.compile(r"(?a)[\w-]+")
_ELEMENT: Final = (
    r"[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|0x[\w.+-]*|inf(?:inity)?|nan(?:\(\w*\))?)"
)
_VECTOR: Final = rf"(?ai){_WS}\[{_WS}{_ELEMENT}(?:{_WS},{_WS}{_ELEMENT})*{_WS}\]{_WS}"
_NO_ELEMENT: Final = rf"{_WS}\[{_WS}\].*"


def extended(text: str, name: str) -> Refusal | None:
    """Return what an extension says of a constant of its type, if it surely refuses it."""
    return _KINDS[name](text, name)


def _hstore(text: str, _name: str) -> Refusal | None:
    place = 0
    while text[place:].strip(SPACE):
        key = _KEY.match(text, place)
        if key is None:
            return _unexpected(text, place)
        place = key.end()
        if text[place : place + 2] != "=>":
            return _unexpected(text, place + (text[place : place + 1] == "="), skip=False)
        value = _VALUE.match(text, place + 2)
        if value is None:
            return Refusal(_END, "42601")
        place = value.end()
        if place < len(text) and text[place] != ",":
            return _unexpected(text, place)
        place += 1
    return None


_END: Final = "syntax error in hstore: unexpected end of string"


def _unexpected(text: str, place: int, *, skip: bool = True) -> Refusal:
    """Complain of a character; of what is open, that it has no end."""
    while skip and text[place : place + 1] and text[place] in SPACE:
        place += 1
    mark = text[place : place + 1]
    if not mark or mark in {'"', "\\"}:
        return Refusal(_END, "42601")
    at = len(text[:place].encode())
    return Refusal(f'syntax error in hstore, near "{mark}" at position {at}', "42601")


def _ltree(text: str, _name: str) -> Refusal | None:
    if not text or not text.isascii():
        return None  # which letters there are is the locale's to say
    place = 0
    while True:
        label = _LABEL.match(text, place)
        if label is None:
            break
        place = label.end()
        if place == len(text):
            return None
        if text[place] != ".":
            break
        place += 1
    where = f" at character {place + 1}" if place < len(text) else ""
    return Refusal(f"ltree syntax error{where}", "42601")


def _vector(text: str, name: str) -> Refusal | None:
    if re.fullmatch(_VECTOR, text):
        return None
    if re.fullmatch(_NO_ELEMENT, text, re.DOTALL):
        return Refusal(f"{name} must have at least 1 dimension", "22000")
    return Refusal(f'invalid input syntax for type {name}: "{text}"')


_KINDS: Final[dict[str, Callable[[str, str], Refusal | None]]] = {
    "hstore": _hstore,
    "ltree": _ltree,
    "vector": _vector,
    "halfvec": _vector,
}
