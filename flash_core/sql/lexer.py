r"""Text to tokens, for the three dialects.

One regular expression per dialect; what a regular expression cannot say is
finished by hand: nested comments, dollar quotes, and PostgreSQL's operators
that look like parameters (see :mod:`.ambiguity`).  The tokens of any text
concatenate to that text, and the time is linear in its length: every
repetition is possessive or bounded, and an unterminated quote takes the rest
of the text.

What the dialects disagree on:

==================  ======================  ===================  ======================
..                  PostgreSQL              MySQL                SQLite
==================  ======================  ===================  ======================
identifier quotes   ``"x"`` ``U&"x"``       `````x`````          ``"x"`` `````x````` ``[x]``
string quotes       ``'x'`` ``$tag$x$tag$`` ``'x'`` ``"x"``      ``'x'``
backslash escapes   in ``E'x'``             in every string      never
comments            ``--`` nested ``/* */`` ``-- `` ``#`` ``/*`` ``--`` ``/* */``
operators           any run of characters   a fixed list         a fixed list
==================  ======================  ===================  ======================

Depends on: engine, token, ambiguity.
"""

from __future__ import annotations

import functools
import re
from itertools import accumulate, repeat
from typing import TYPE_CHECKING, Final, cast

from flash_core.engine import Engine

from .token import Token, TokenKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = ["Token", "TokenKind", "scan", "tokenize"]

# Letters are those of ASCII and all beyond it.  Said by what they are not: a class that
# reaches to the end of Unicode takes milliseconds to compile, at every start.
_LETTER: Final = r"[^\x00-@\[-\^`{-\x7f]"
_LETTER_DIGIT: Final = r"[^\x00-/:-@\[-\^`{-\x7f]"
_LETTER_DIGIT_DOLLAR: Final = r"[^\x00-#%-/:-@\[-\^`{-\x7f]"

# Bodies of quoted text, after the opening quote, with the closing one.
_PLAIN: Final = r"[^']*+(?:''[^']*+)*+'"
_PLAIN_DOUBLE: Final = r'[^"]*+(?:""[^"]*+)*+"'
_PLAIN_BACKQUOTE: Final = r"[^`]*+(?:``[^`]*+)*+`"
_ESCAPED: Final = r"[^'\\]*+(?:(?:''|\\[\s\S])[^'\\]*+)*+'"
_ESCAPED_DOUBLE: Final = r'[^"\\]*+(?:(?:""|\\[\s\S])[^"\\]*+)*+"'

_FLAT_COMMENT: Final = r"/\*[^*]*+(?:\*(?!/)[^*]*+)*+\*/"
# A carriage return ends PostgreSQL's line comments; elsewhere only as part of CR LF.
_LINE_END_AT_LF: Final = r"[^\r\n]*+(?:\r(?!\n)[^\r\n]*+)*+"

_NUMBER: Final = (
    r"(?:0[xX](?:_?[0-9A-Fa-f])++|0[oO](?:_?[0-7])++|0[bB](?:_?[01])++"
    r"|(?:[0-9](?:_?[0-9])*+(?:\.(?!\.)(?:[0-9](?:_?[0-9])*+)?)?|\.[0-9](?:_?[0-9])*+)"
    r"(?:[eE][+-]?[0-9](?:_?[0-9])*+)?)"
)

# PostgreSQL: an operator is a run of these, cut before "--" and "/*"; it may end
# in "+" or "-" only if it holds one of the characters that SQL itself has no
# operator of.  Names end at 63 bytes, which also bounds the search.
_CUT: Final = r"(?!--|/\*)"
_SQL_OPERATOR: Final = rf"{_CUT}[+\-*/<>=]"
_OWN_OPERATOR: Final = rf"{_CUT}[~!@#%^&|`?]"
_POSTGRESQL_OPERATOR: Final = (
    rf"(?:{_SQL_OPERATOR}){{0,63}}+{_OWN_OPERATOR}(?:{_CUT}[~!@#%^&|`?+\-*/<>=]){{0,63}}+"
    rf"|(?:{_SQL_OPERATOR}){{0,63}}{_CUT}[*/<>=]"
    r"|[+\-]|::|:=|\.\."
)
_CONTINUED_LINE: Final = r"[ \t\f\v]*+[\r\n][ \t\r\n\f\v]*+"

# The two most frequent come before what needs a closer look: a third less to try.
_COMMON_WORD: Final = rf"[A-Za-z_]{_LETTER_DIGIT_DOLLAR}*+"
_COMMON_SIGN: Final = r"[(),;]"

_Rules = tuple[tuple[TokenKind, str], ...]

_POSTGRESQL: Final[_Rules] = (
    (TokenKind.SPACE, r"[ \t\n\r\f\v]++|\A\ufeff"),
    (TokenKind.WORD, rf"""(?![eEnNbBxX]'|[uU]&['"]){_COMMON_WORD}"""),
    (TokenKind.PUNCTUATION, _COMMON_SIGN),
    (TokenKind.STRING, rf"[eE]'{_ESCAPED}(?:{_CONTINUED_LINE}'{_ESCAPED})*+"),
    (TokenKind.STRING, rf"(?:[nNbBxX]|[uU]&)?'{_PLAIN}"),
    (TokenKind.QUOTED, rf'(?:[uU]&)?"{_PLAIN_DOUBLE}'),
    (TokenKind.ERROR, r"""(?:[eEnNbBxX]|[uU]&)?'[\s\S]*+|(?:[uU]&)?"[\s\S]*+"""),
    (TokenKind.WORD, rf"{_LETTER}{_LETTER_DIGIT_DOLLAR}*+"),
    (TokenKind.NUMBER, _NUMBER),
    (TokenKind.COMMENT, r"--[^\r\n]*+"),
    (TokenKind.COMMENT, r"/\*(?:[^*/]|\*(?!/)|/(?!\*))*+\*/"),
    (TokenKind.PUNCTUATION, r"[()\[\],;]|\.(?!\.)"),
    (TokenKind.PARAMETER, rf"\$[0-9]++|[:@]{_LETTER}{_LETTER_DIGIT}*+"),
    (TokenKind.OPERATOR, _POSTGRESQL_OPERATOR),
    (TokenKind.PUNCTUATION, r":"),
    (TokenKind.PARAMETER, rf"\${_LETTER}{_LETTER_DIGIT}*+(?!\$)"),
)
# MySQL: digits may begin a name (``1a``), a fraction or an exponent makes them a number, and
# what follows a name and a dot is a name: ``t.1``.
_EXPONENT: Final = r"(?:[eE][+-]?[0-9]++)"
_MYSQL_NUMBER: Final = (
    rf"[0-9]++(?:\.[0-9]*+{_EXPONENT}?+|{_EXPONENT})"
    rf"|(?<!{_LETTER_DIGIT_DOLLAR})(?<!`)\.[0-9]++{_EXPONENT}?+"
    rf"|(?:0x[0-9A-Fa-f]++|0b[01]++|[0-9]++)(?!{_LETTER_DIGIT_DOLLAR})"
)
# Code for some servers: what is quoted in it, and a comment, do not end it.
_EXECUTABLE: Final = (
    rf"""/\*M?!(?:[^*/'"`\#-]|\*(?!/)|'{_ESCAPED}|"{_ESCAPED_DOUBLE}|`{_PLAIN_BACKQUOTE}"""
    rf"|(?:--(?=[\x00-\x20])|\#){_LINE_END_AT_LF}|-|{_FLAT_COMMENT}|/(?!\*))*+\*/"
)
_MYSQL: Final[_Rules] = (
    (TokenKind.SPACE, r"[ \t\n\r\f\v]++|\A\ufeff"),
    (TokenKind.WORD, rf"(?![nNbBxX]'){_COMMON_WORD}"),
    (TokenKind.PUNCTUATION, _COMMON_SIGN),
    (TokenKind.STRING, rf"""[nNbBxX]?'{_ESCAPED}|"{_ESCAPED_DOUBLE}"""),
    (TokenKind.QUOTED, rf"""`{_PLAIN_BACKQUOTE}|@(?:`{_PLAIN_BACKQUOTE}|'{_ESCAPED})"""),
    (TokenKind.QUOTED, rf'@"{_ESCAPED_DOUBLE}'),
    (TokenKind.ERROR, r"""[nNbBxX]?'[\s\S]*+|"[\s\S]*+|`[\s\S]*+"""),
    (TokenKind.PARAMETER, rf"\$[0-9]++(?!{_LETTER_DIGIT_DOLLAR})"),
    (TokenKind.NUMBER, _MYSQL_NUMBER),
    (TokenKind.WORD, rf"(?:@@)?{_LETTER_DIGIT_DOLLAR}++"),
    (TokenKind.COMMENT, rf"(?:--(?=[\x00-\x20]|\Z)|\#){_LINE_END_AT_LF}"),
    (TokenKind.COMMENT, rf"{_EXECUTABLE}|{_FLAT_COMMENT}"),
    (TokenKind.ERROR, r"/\*[\s\S]*+"),
    (TokenKind.PUNCTUATION, r"[(){}\[\],;.]"),
    (TokenKind.PARAMETER, rf"\?[0-9]*+|[:@]{_LETTER}{_LETTER_DIGIT}*+"),
    (TokenKind.OPERATOR, r"<=>|->>|->|<<|>>|\|\||&&|[<>!:]=|<>|::|[+\-*/%<>=!~^&|:@]|\\N"),
)
_SQLITE: Final[_Rules] = (
    (TokenKind.SPACE, r"[ \t\n\r\f\ufeff]++"),
    (TokenKind.WORD, rf"(?![xX]'){_COMMON_WORD}"),
    (TokenKind.PUNCTUATION, _COMMON_SIGN),
    (TokenKind.STRING, rf"[xX]?'{_PLAIN}"),
    (TokenKind.QUOTED, rf'"{_PLAIN_DOUBLE}|`{_PLAIN_BACKQUOTE}|\[[^\]]*+\]'),
    (TokenKind.ERROR, r"""[xX]?'[\s\S]*+|["`\[][\s\S]*+"""),
    (TokenKind.WORD, rf"{_LETTER}{_LETTER_DIGIT_DOLLAR}*+"),
    (TokenKind.NUMBER, _NUMBER),
    (TokenKind.COMMENT, rf"--{_LINE_END_AT_LF}|{_FLAT_COMMENT}"),
    (TokenKind.ERROR, r"/\*[\s\S]*+"),
    (TokenKind.PUNCTUATION, r"[(),;.]"),
    (TokenKind.PARAMETER, rf"\?[0-9]*+|\$[0-9]++|[:@$]{_LETTER}{_LETTER_DIGIT}*+"),
    (TokenKind.OPERATOR, r"->>|->|\|\||<<|>>|[<>!=:]=|<>|::|[+\-*/%<>=~&|]"),
)


_RULES: Final = {
    Engine.POSTGRESQL: _POSTGRESQL,
    Engine.MYSQL: _MYSQL,
    Engine.SQLITE: _SQLITE,
}


@functools.cache
def _dialect(engine: Engine) -> tuple[re.Pattern[str], tuple[TokenKind, ...]]:
    """Return the pattern of a dialect's tokens, and the kind that each of its groups finds."""
    every = (*_RULES[engine.family], (TokenKind.ERROR, r"[\s\S]"))
    pattern = "|".join(f"({rule})" for _, rule in every)
    return re.compile(pattern), (TokenKind.ERROR, *(kind for kind, _ in every))


_token: Final = cast(
    "Callable[[type[Token], tuple[TokenKind, str, int]], Token]",
    tuple.__new__,  # pyright: ignore[reportUnknownMemberType] - typeshed leaves its items open
)
"""Makes a token of the three; half the time of ``Token(…)``, which counts its arguments."""

_COMMENT_MARK: Final = r"/\*|\*/"
_DOLLAR_QUOTE: Final = re.compile(rf"\$(?:{_LETTER}{_LETTER_DIGIT}*+)?\$")


def tokenize(text: str, engine: Engine) -> list[Token]:
    """Split any text into tokens that concatenate to it.

    Never raises: what cannot be a token is an ``ERROR`` token.
    """
    return settled(tokens_of(text, engine), text, engine)


def settled(tokens: list[Token], text: str, engine: Engine) -> list[Token]:
    """Return the tokens of a text with PostgreSQL's doubtful ones decided."""
    if engine is Engine.POSTGRESQL and ("?" in text or "@" in text or ":" in text):
        from .ambiguity import settle  # noqa: PLC0415 - many texts have none of the three

        return settle(tokens)
    return tokens


def tokens_of(text: str, engine: Engine) -> list[Token]:
    """Return the tokens of a text in one go, where nothing of PostgreSQL needs a second look."""
    if engine is Engine.POSTGRESQL and ("/*" in text or _DOLLAR_QUOTE.search(text)):
        return list(scan(text, engine))
    pattern, kinds = _dialect(engine)
    matches = list(pattern.finditer(text))
    texts = [match[0] for match in matches]
    found = [kinds[match.lastindex or 0] for match in matches]
    starts = accumulate(map(len, texts), initial=0)  # tokens leave no gaps
    return list(map(_token, repeat(Token), zip(found, texts, starts, strict=False)))


def scan(text: str, engine: Engine, start: int = 0) -> Iterator[Token]:
    """Yield the tokens from an offset on as far as the caller wants them.

    Unlike :func:`tokenize`, leaves it open which of PostgreSQL's operators are
    parameters.
    """
    pattern, kinds = _dialect(engine)
    nested = engine is Engine.POSTGRESQL
    while start < len(text):
        for match in pattern.finditer(text, start):
            kind = kinds[match.lastindex or 0]
            if nested and kind is TokenKind.ERROR and (special := _special(text, match.start())):
                yield special
                start = special.end
                break  # the pattern goes on behind what it could not match
            yield _token(Token, (kind, match[0], match.start()))
        else:
            return  # the pattern matches any character, so all of the text


def _special(text: str, start: int) -> Token | None:
    """Return the dollar quote or nested comment of PostgreSQL that starts here, if one does."""
    if text.startswith("/*", start):
        return _nested_comment(text, start)
    opening = _DOLLAR_QUOTE.match(text, start)
    if opening is None:
        return None
    closing = text.find(opening[0], opening.end())
    if closing < 0:
        return Token(TokenKind.ERROR, text[start:], start)
    return Token(TokenKind.STRING, text[start : closing + len(opening[0])], start)


def _nested_comment(text: str, start: int) -> Token:
    depth = 0
    for mark in re.compile(_COMMENT_MARK).finditer(text, start):
        depth += 1 if mark[0] == "/*" else -1
        if depth == 0:
            return Token(TokenKind.COMMENT, text[start : mark.end()], start)
    return Token(TokenKind.ERROR, text[start:], start)
