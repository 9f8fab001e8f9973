"""Geometric constants in quotes, read as PostgreSQL reads them.  Manual, section 8.8.

Depends on: postgres_input (for :class:`Refusal`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .postgres_input import SPACE, Refusal, float_problem

if TYPE_CHECKING:
    from collections.abc import Callable

_NUMBER: Final = re.compile(
    r"(?ai)[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|infinity|inf|nan)(?P<more>[\w(]?)"
)


class _Wrong(Exception):
    """The text has not the form; ``refusal`` is what the server says instead, if it is known."""

    def __init__(self, refusal: Refusal | None = None, *, known: bool = True) -> None:
        self.refusal = refusal
        self.known = known


class _Reader:
    """One constant, and how far it was read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0
        self.skip()

    def skip(self) -> None:
        while self.here() and self.here() in SPACE:
            self.place += 1

    def here(self) -> str:
        return self.text[self.place : self.place + 1]

    def take(self, mark: str) -> bool:
        """Step over a character, if it stands here."""
        if self.here() != mark:
            return False
        self.place += 1
        return True

    def expect(self, mark: str) -> None:
        if not self.take(mark):
            raise _Wrong

    def end(self) -> None:
        if self.here():
            raise _Wrong

    def twice(self) -> bool:
        """Tell whether two parentheses open here; step over the first."""
        found = re.compile(r"\([ \t\n\r\v\f]*(?=\()").match(self.text, self.place)
        if found is not None:
            self.place = found.end()
        return found is not None

    def alone(self) -> bool:
        """Tell whether a parenthesis opens here, and none further on."""
        return self.here() == "(" and self.text.rfind("(") == self.place

    def number(self) -> float:
        self.skip()
        found = _NUMBER.match(self.text, self.place)
        if found is None:
            raise _Wrong
        if found["more"]:  # 0x1p3, nan(1): what the server's libc reads
            raise _Wrong(known=False)
        if problem := float_problem(found[0], "double precision"):
            raise _Wrong(problem)
        self.place = found.end()
        self.skip()
        return float(found[0])

    def point(self) -> tuple[float, float]:
        self.skip()
        inside = self.take("(")
        x = self.number()
        self.expect(",")
        y = self.number()
        if inside:
            self.expect(")")
            self.skip()
        return x, y

    def points(self, count: int, *, brackets: bool) -> list[tuple[float, float]]:
        """Read points with commas between, in parentheses or not, or in brackets."""
        self.skip()
        opened = self.here() == "["
        if opened and not brackets:
            raise _Wrong
        depth = 1
        if not self.take("[") and not self.twice():
            depth = int(self.alone() and self.take("("))
        found: list[tuple[float, float]] = []
        for _ in range(count):
            found.append(self.point())
            self.take(",")
        for _ in range(depth):
            if not (opened and self.take("]")):
                self.expect(")")
            self.skip()
        return found

    def count(self) -> int:
        """Return how many points the commas make, or raise."""
        commas = self.text.count(",")
        if commas % 2 == 0:
            raise _Wrong
        return (commas + 1) // 2


def _path(reader: _Reader) -> None:
    count = reader.count()
    alone = reader.alone() and reader.take("(")
    reader.points(count, brackets=True)
    if alone:
        reader.expect(")")
        reader.skip()


def _line(reader: _Reader) -> None:
    if not reader.take("{"):
        one, other = reader.points(2, brackets=True)
        if one == other:
            message = "invalid line specification: must be two distinct points"
            raise _Wrong(Refusal(message))
        return
    first = reader.number()
    reader.expect(",")
    second = reader.number()
    reader.expect(",")
    reader.number()
    reader.expect("}")
    reader.skip()
    if not first and not second and not reader.here():
        raise _Wrong(Refusal("invalid line specification: A and B cannot both be zero"))


def _circle(reader: _Reader) -> None:
    pointed = reader.take("<")
    depth = int(pointed or reader.twice())
    reader.point()
    reader.take(",")
    if reader.number() < 0:
        raise _Wrong
    if depth:
        if not reader.take(">"):
            reader.expect(")")
        reader.skip()


_FORMS: Final[dict[str, Callable[[_Reader], object]]] = {
    "point": _Reader.point,
    "lseg": lambda reader: reader.points(2, brackets=True),
    "box": lambda reader: reader.points(2, brackets=False),
    "path": _path,
    "polygon": lambda reader: reader.points(reader.count(), brackets=False),
    "line": _line,
    "circle": _circle,
}


def geometric(text: str, name: str) -> Refusal | None:
    """Return what the server says of a point, a line, a box…, if it refuses it."""
    reader = _Reader(text)
    try:
        _FORMS[name](reader)
        reader.end()
    except _Wrong as wrong:
        if not wrong.known:
            return None
        return wrong.refusal or Refusal(f'invalid input syntax for type {name}: "{text}"')
    return None
