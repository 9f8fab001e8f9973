"""What cannot be read as SQL at all: unterminated quotes and stray characters.

Depends on: source, token.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .source import Diagnostic, Span
from .token import TokenKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .source import SourceFile
    from .token import Token

_UNTERMINATED: Final = (
    (r"/\*", "comment", "close it with */"),
    (r"\$[^$\s]*\$", "dollar-quoted string", "close it with {0}"),
    (r"[A-Za-z&]{0,2}'", "string", "close it with ', and write '' for a quote inside"),
    (r"(?:[uU]&)?\"", "quoted name", 'close it with "'),
    (r"`", "quoted name", "close it with `"),
    (r"\[", "quoted name", "close it with ]"),
)
_BRACES: Final = frozenset("${}")
_PARAMETER: Final = "write a parameter as @name"
_UNUSABLE: Final = r"[\x00\ud800-\udfff]"


def find_unusable(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the first NUL or lone surrogate of a part of a text, if there is one.

    No server takes these, wherever they stand; the parsers would fail to encode or cut the text.
    """
    if text.isascii() and text.find("\x00", start, end) < 0:
        return None
    return re.compile(_UNUSABLE).search(text, start, end)


def lexical_problems(
    source: SourceFile, region: Span, tokens: Sequence[Token], offset: int = 0
) -> list[Diagnostic]:
    """Report what in a region no parser should see, each message once.

    Args:
        source: The file.
        region: The part of it that the tokens were made from.
        tokens: Its tokens.
        offset: What to add to a token's start to get its place in the file.
    """
    found: dict[str, Diagnostic] = {}
    for token in tokens:
        if token.kind is TokenKind.ERROR:
            if token.text in _BRACES and any(one.hint == _PARAMETER for one in found.values()):
                continue  # the rest of one mistake: ${name}
            problem = _describe(source, token, token.start + offset)
            found.setdefault(problem.message, problem)
    unusable = find_unusable(source.text, region.start, region.end)
    if unusable is not None:
        problem = _stray(source, unusable[0], unusable.start())
        found.setdefault(problem.message, problem)
    return list(found.values())


def _describe(source: SourceFile, token: Token, start: int) -> Diagnostic:
    text = token.text
    for pattern, kind, hint in _UNTERMINATED:
        opening = re.match(pattern, text)
        if opening is not None:
            first_line = text.split("\n", 1)[0].rstrip()
            span = Span(start, start + max(len(opening[0]), len(first_line)))
            return Diagnostic(f"unterminated {kind}", source, span, hint.format(opening[0]))
    return _stray(source, text, start)


def _stray(source: SourceFile, character: str, start: int) -> Diagnostic:
    shown = f'"{character}"' if character.isprintable() else f"U+{ord(character[0]):04X}"
    hint = _PARAMETER if character in _BRACES else None
    return Diagnostic(f"unexpected character {shown}", source, Span(start, start + 1), hint)
