"""A statement as significant tokens: what DDL is read from, and sliced out of.

Clauses of a schema (defaults, checks, the tail of a foreign key) are kept as the
user's text.  :class:`Tokens` finds where they end and returns them with every
run of space and comments as one space.

Depends on: engine, lexer.
"""

from __future__ import annotations

import operator
from bisect import bisect_left
from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass

from .lexer import Token, TokenKind, tokenize
from .token import LAYOUT

if TYPE_CHECKING:
    from flash_core.engine import Engine

_OPEN = frozenset("([")
_CLOSE = frozenset(")]")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text without space and comments; positions are indices of it.

    Attributes:
        items: The tokens.
        starts: Their offsets, for :meth:`index`.
        glued: For each token, whether it follows the one before it directly.
    """

    items: tuple[Token, ...]
    starts: tuple[int, ...]
    glued: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.items)

    def index(self, offset: int) -> int:
        """Return the position of the first token at or after a character offset."""
        return bisect_left(self.starts, offset)

    def word(self, position: int) -> str:
        """Return the keyword there in upper case; quoted names and strings are no keywords."""
        if not 0 <= position < len(self.items):
            return ""
        token = self.items[position]
        return token.text.upper() if token.kind is TokenKind.WORD else ""

    def text(self, position: int) -> str:
        """Return the token's text, or an empty string after the end."""
        return self.items[position].text if 0 <= position < len(self.items) else ""

    def close(self, position: int) -> int:
        """Return the position of the bracket that closes the one at ``position``."""
        depth = 0
        for index in range(position, len(self.items)):
            text = self.items[index].text
            if text in _OPEN:
                depth += 1
            elif text in _CLOSE:
                depth -= 1
                if depth == 0:
                    return index
        return len(self.items)

    def element_end(self, position: int) -> int:
        """Return the position of the ``,`` or closing bracket that ends a list's element."""
        index = position
        while index < len(self.items):
            text = self.items[index].text
            if text in _OPEN:
                index = self.close(index)
            elif text in _CLOSE or text in {",", ";"}:
                return index
            index += 1
        return len(self.items)

    def find(self, words: frozenset[str], start: int, end: int) -> int:
        """Return the position of the first of ``words`` outside brackets, or ``end``."""
        index = start
        while index < end:
            if self.items[index].text in _OPEN:
                index = self.close(index)
            elif self.word(index) in words:
                return index
            index += 1
        return end

    def slice(self, start: int, end: int) -> str:
        """Return the text of ``[start, end)`` as written, single-spaced."""
        parts: list[str] = []
        for index in range(start, min(end, len(self.items))):
            if index > start and not self.glued[index]:
                parts.append(" ")
            parts.append(self.items[index].text)
        return "".join(parts)


def significant(text: str, engine: Engine) -> Tokens:
    """Return the tokens of ``text`` without space and comments."""
    items = [token for token in tokenize(text, engine) if token.kind not in LAYOUT]
    starts = [token.start for token in items]
    ends = [start + len(own) for _, own, start in items]
    glued = [False, *map(operator.eq, starts[1:], ends)] if items else []
    return Tokens(tuple(items), tuple(starts), tuple(glued))
