"""Text to tokens, for the three dialects.

Depends on: engine, source.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flash_core.engine import Engine


class TokenKind(enum.StrEnum):
    """What a token is; enough to know where SQL code is and where it is not."""

    SPACE = "space"
    COMMENT = "comment"  # -- to the end of the line (without it), # on MySQL, /* … */
    WORD = "word"  # keyword or unquoted identifier
    QUOTED = "quoted"  # "x", and `x` or [x] where the dialect has them
    STRING = "string"  # '…', E'…', $tag$…$tag$, N'…', X'…', B'…'
    NUMBER = "number"
    PARAMETER = "parameter"  # $1  ?  ?1  :name  @name  $name, as the dialect and DESIGN allow
    OPERATOR = "operator"  # the longest operator of the dialect: ::  ->>  <=  @>  ||
    PUNCTUATION = "punctuation"  # ( ) [ ] , ; .
    ERROR = "error"  # an unterminated string, quote or comment (to the end), a stray character


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of text; ``start`` and ``end`` are character offsets."""

    kind: TokenKind
    text: str
    start: int

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.start + len(self.text)


def tokenize(text: str, engine: Engine) -> list[Token]:
    """Split any text into tokens that concatenate to it.

    Never raises: what cannot be a token is an ``ERROR`` token.
    """
    raise NotImplementedError
