"""Executable comments: code for those servers that are new enough.

``/*!40101 … */`` is code for both servers since version 4.1.1, ``/*!80016 … */`` for
MySQL 8.0.16, ``/*M!100600 … */`` for MariaDB 10.6.  MariaDB skips the numbers that only
MySQL has had.  mysqldump writes a good part of a schema so.

Depends on: engine, clauses, lexer.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine

from .clauses import Tokens, significant
from .lexer import Token, TokenKind, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENING: Final = r"/\*(M?)!(\d{5,6})?"
_NEWEST: Final = {Engine.MYSQL: 90999, Engine.MARIADB: 119999}
_JOINED: Final = r"[\w$@`'\"]{2}"
# Versions of MySQL that MariaDB never had.
_FOREIGN: Final = range(50700, 100000)


def executed(text: str, engine: Engine) -> Tokens:
    """Return the tokens of ``text`` that the server runs, without space and comments."""
    if "/*!" not in text and "/*M!" not in text:
        return significant(text, engine)
    items: list[Token] = []
    glued: list[bool] = []
    touching = False
    for token in _tokens(text, engine, 0):
        if not token.significant:
            touching = False
            continue
        items.append(token)
        glued.append(touching)
        touching = True
    return Tokens(tuple(items), tuple(token.start for token in items), tuple(glued))


def executed_text(text: str, engine: Engine) -> str:
    """Return a statement without the marks of executable comments around parts of it.

    Like the server, which keeps the bodies of programs so, it leaves nothing in their place.
    """
    if "/*!" not in text and "/*M!" not in text:
        return text.strip()
    pieces: list[str] = []
    parted = False
    for token in _tokens(text, engine, 0):
        if _is_mark(token):
            parted = True
            continue
        if parted and pieces and re.search(_JOINED, pieces[-1][-1] + token.text[0]):
            pieces.append(" ")  # two words do not become one
        pieces.append(token.text)
        parted = False
    return "".join(pieces).strip()


def _is_mark(token: Token) -> bool:
    return token.kind is TokenKind.SPACE and not token.text.isspace()


def _tokens(text: str, engine: Engine, offset: int) -> Iterator[Token]:
    for token in tokenize(text, engine):
        code = executable(token, engine)
        if code is None:
            yield Token(token.kind, token.text, token.start + offset)
            continue
        start, end = code
        inside = token.text[start:end]
        yield Token(TokenKind.SPACE, token.text[:start], token.start + offset)
        yield from _tokens(inside, engine, token.start + offset + start)
        yield Token(TokenKind.SPACE, token.text[end:], token.start + offset + end)


def executable(token: Token, engine: Engine) -> tuple[int, int] | None:
    """Return where in a comment the code is that the server runs, or ``None``."""
    if token.kind is not TokenKind.COMMENT or engine.family is not Engine.MYSQL:
        return None
    found = re.match(_OPENING, token.text)
    if found is None or (found[1] and engine is not Engine.MARIADB):
        return None
    version = int(found[2] or 0)
    skipped = engine is Engine.MARIADB and not found[1] and version in _FOREIGN
    if skipped or version > _NEWEST[engine]:
        return None
    return found.end(), len(token.text) - 2
