"""Constants of the types ``tsvector`` and ``tsquery``.  Manual, section 8.11.

Depends on: postgres_input (for :class:`Refusal`).
"""

from __future__ import annotations

import re
from typing import Final

from .postgres_input import SPACE, Refusal

_QUOTED: Final = r"(?s)(?:'(?P<quoted>(?:[^'\\]|''|\\.)*)'"
_WORD: Final = re.compile(_QUOTED + r"|(?:[^ \t\n\r\v\f'\\]|\\.)(?:[^ \t\n\r\v\f\\:]|\\.)*)")
_OPERAND: Final = re.compile(
    _QUOTED + r"|(?:[^ \t\n\r\v\f'\\:!&|()<]|\\.)(?:[^ \t\n\r\v\f\\:!&|()<]|\\.)*)"
)
_POSITIONS: Final = re.compile(r"(?a):\d[\da-dA-D*]*(?:,\d[\da-dA-D*]*)*(?=[ \t\n\r\v\f]|\Z)")
_MODIFIERS: Final = re.compile(r":[a-dA-D*]*")
_FOLLOWED: Final = re.compile(r"<(?:-|(?P<distance>\d+))>")
_FARTHEST: Final = 16384
_LONGEST: Final = 2046  # bytes of a lexeme


def _unsure(text: str) -> bool:
    """Tell whether what is a space, or how long a word is, is the server's to say."""
    strange = any(mark.isspace() and mark not in SPACE for mark in text)
    return strange or len(text.encode()) > _LONGEST


def text_search(text: str, name: str) -> Refusal | None:
    """Return what the server says of a document or a query, if it refuses it."""
    if _unsure(text):
        return None
    return _vector(text) if name == "tsvector" else _Query(text).problem()


def _skip(text: str, place: int) -> int:
    while place < len(text) and text[place] in SPACE:
        place += 1
    return place


def _vector(text: str) -> Refusal | None:
    place = _skip(text, 0)
    while place < len(text):
        found = _WORD.match(text, place)
        if found is None or found["quoted"] == "":
            return Refusal(f'syntax error in tsvector: "{text}"', "42601")
        place = found.end()
        if text[place : place + 1] == ":":
            positions = _POSITIONS.match(text, place)
            if positions is None:
                return Refusal(f'syntax error in tsvector: "{text}"', "42601")
            place = positions.end()
        place = _skip(text, place)
    return None


class _Query:
    """One query: operands with operators between, prefixes and parentheses."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0

    def problem(self) -> Refusal | None:
        opened, first = 0, True
        while True:
            found = self._operand(first=first)
            if isinstance(found, Refusal) or found is None:
                return found
            opened += found
            first = False
            while self._take(")"):
                opened -= 1
            if opened < 0:
                return self._wrong()
            if self.place == len(self.text):
                return self._wrong() if opened else None
            if wrong := self._operator():
                return wrong

    def _wrong(self, what: str = "syntax error") -> Refusal:
        return Refusal(f'{what} in tsquery: "{self.text}"', "42601")

    def _take(self, mark: str) -> bool:
        self.place = _skip(self.text, self.place)
        found = self.text[self.place : self.place + 1] == mark
        self.place += found
        return found

    def _operand(self, *, first: bool) -> Refusal | int | None:
        """Read a word after ``!`` and ``(``; return how many of those, ``None`` at the end."""
        opened = 0
        while True:
            if self._take("("):
                opened += 1
            elif not self._take("!"):
                break
            first = False
        if self.place == len(self.text):
            return None if first else self._wrong("no operand")
        found = _OPERAND.match(self.text, self.place)
        if found is None or found["quoted"] == "":
            return self._wrong()
        modifiers = _MODIFIERS.match(self.text, found.end())
        self.place = modifiers.end() if modifiers else found.end()
        self.place = _skip(self.text, self.place)
        return opened

    def _operator(self) -> Refusal | None:
        if self._take("&") or self._take("|"):
            return None
        found = _FOLLOWED.match(self.text, self.place)
        if found is None:
            return self._wrong()
        if int(found["distance"] or 0) > _FARTHEST:
            message = "distance in phrase operator must be an integer value"
            return Refusal(f"{message} between zero and {_FARTHEST} inclusive", "22023")
        self.place = found.end()
        return None
