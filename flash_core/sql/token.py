"""What the lexer's output is made of.

Depends on: nothing.
"""

from __future__ import annotations

import enum
from typing import Final, NamedTuple


class TokenKind(enum.StrEnum):
    """What a token is; enough to know where SQL code is and where it is not."""

    SPACE = "space"
    COMMENT = "comment"  # -- to the end of the line (without it), # on MySQL, /* … */
    WORD = "word"  # keyword or unquoted identifier
    QUOTED = "quoted"  # "x", and `x` or [x] where the dialect has them
    STRING = "string"  # '…', E'…', $tag$…$tag$, N'…', X'…', B'…'
    NUMBER = "number"
    PARAMETER = "parameter"  # $1  ?  ?1  :name  @name  $name, where the dialect allows it
    OPERATOR = "operator"  # the longest operator of the dialect: ::  ->>  <=  @>  ||
    PUNCTUATION = "punctuation"  # ( ) [ ] , ; . and the : of a slice
    ERROR = "error"  # an unterminated string, quote or comment (to the end), a stray character


LAYOUT: Final = frozenset({TokenKind.SPACE, TokenKind.COMMENT})
"""What no grammar sees."""


class Token(NamedTuple):
    """A stretch of text; ``start`` and ``end`` are character offsets.

    A tuple, because a project's files have hundreds of thousands of them.
    """

    kind: TokenKind
    text: str
    start: int

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.start + len(self.text)

    @property
    def significant(self) -> bool:
        """Whether a grammar sees the token: neither space nor comment."""
        return self.kind not in LAYOUT
