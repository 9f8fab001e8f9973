"""Array constants in quotes, split as PostgreSQL splits them.  Manual, section 8.15.2.

The server reads an element as soon as its text ends: a bad one is complained of before
braces that are missing further on.

Depends on: postgres_input (for :class:`Refusal`), postgres_nested_input (for :class:`Split`).
"""

from __future__ import annotations

import re
from typing import Final

from .postgres_input import SPACE, Refusal
from .postgres_nested_input import Split

_BOUNDS: Final = re.compile(r"(?a)\[(?:([+-]?\d+):)?([+-]?\d+)\]")
_MOST: Final = 6  # dimensions
_LARGEST: Final = 2**31 - 1
_QUOTED: Final = re.compile(r'(?s)"((?:[^"\\]|\\.)*)"')
_ESCAPED: Final = r"(?s)\\(.)"
_KEPT: Final = r"(?s)(?:[ \t\n\r\v\f]*(?:\\.|[^ \t\n\r\v\f\\]))*"  # no spaces at the end


def array_parts(text: str, delimiter: str = ",") -> Split:
    """Return the elements of ``{a,"b c",NULL}``, of all its dimensions in order.

    Args:
        text: The constant.
        delimiter: What stands between elements; for ``box`` a semicolon.
    """
    reader = _Reader(text, delimiter)
    return Split(reader.parts, reader.problem())


class _Reader:
    """One array: the elements so far, and how many each level of braces has."""

    def __init__(self, text: str, delimiter: str) -> None:
        self.text = text
        self.place = 0
        self.parts: list[str | None] = []
        self._delimiter = delimiter
        self._plain = re.compile(rf'(?s)((?:[^"{{}}\\{delimiter}]|\\.)+)(?=[{delimiter}}}])')
        self._sizes: list[int | None] = []  # of each dimension, once it is known
        self._frozen = False  # no more dimensions may come
        self._open: list[int] = []  # how many items each open brace has
        self._after = False  # an item has just ended

    def problem(self) -> Refusal | None:
        """Read to the end, and return what the server says of the form."""
        if found := self._dimensions():
            return found
        if self._next() != "{":
            return self._malformed()
        while True:
            if not self._step(self._next()):
                return self._malformed()
            if len(self._sizes) > _MOST:
                return Refusal(
                    f"number of array dimensions exceeds the maximum allowed ({_MOST})", "54000"
                )
            if not self._open:
                return None if not self.text[self.place :].strip(SPACE) else self._malformed()

    def _malformed(self) -> Refusal:
        return Refusal(f'malformed array literal: "{self.text}"')

    def _next(self) -> str:
        while self.place < len(self.text) and self.text[self.place] in SPACE:
            self.place += 1
        return self.text[self.place : self.place + 1]

    def _dimensions(self) -> Refusal | None:
        """Read the bounds of ``[1:2][0:3]={…}``."""
        while self._next() == "[":
            if (found := _BOUNDS.match(self.text, self.place)) is None:
                return self._malformed()
            lower, upper = int(found[1] or 1), int(found[2])
            if upper > _LARGEST or lower < -_LARGEST:
                return Refusal("array bound is out of integer range", "22003")
            if upper < lower:
                return Refusal("upper bound cannot be less than lower bound", "2202E")
            self._sizes.append(upper - lower + 1)
            self.place = found.end()
        if self._sizes:
            self._frozen = True
            if self._next() != "=":
                return self._malformed()
            self.place += 1
        return None

    def _step(self, mark: str) -> bool:
        """Read one brace, delimiter or element; tell whether it may stand there."""
        if mark == "{":
            self.place += 1
            return not self._after and self._enter()
        if mark == "}":
            self.place += 1
            return (self._after or not self._open[-1]) and self._leave()
        if mark == self._delimiter:
            self.place += 1
            expected, self._after = self._after, False
            return expected
        return not self._after and self._element(mark)

    def _enter(self) -> bool:
        self._open.append(0)
        if len(self._open) > len(self._sizes):
            if self._frozen:
                return False
            self._sizes.append(None)
        return True

    def _leave(self) -> bool:
        count = self._open.pop()
        if self._open:
            self._open[-1] += 1
        self._after = True
        level = len(self._open)
        if self._sizes[level] is None:
            self._sizes[level] = count
        return self._sizes[level] == count

    def _element(self, mark: str) -> bool:
        found = (_QUOTED if mark == '"' else self._plain).match(self.text, self.place)
        if found is None:
            return False
        self.place = found.end()
        if mark == '"' and self._next() not in {self._delimiter, "{", "}"}:
            return False
        self.parts.append(_value(found[1], quoted=mark == '"'))
        self._open[-1] += 1
        self._frozen = self._after = True
        return len(self._open) == len(self._sizes)


def _value(text: str, *, quoted: bool) -> str | None:
    if quoted:
        return re.sub(_ESCAPED, r"\1", text)
    if text.rstrip(SPACE).upper() == "NULL":
        return None
    kept = re.match(_KEPT, text)
    return re.sub(_ESCAPED, r"\1", kept[0] if kept else "")
