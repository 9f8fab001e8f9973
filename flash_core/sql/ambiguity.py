r"""PostgreSQL's operators and slices that look like parameters.

``?`` is an operator of jsonb, ``@`` of numbers, and ``:`` stands between the
bounds of an array slice.  All of them are also ways to write a parameter, so
what stands *before* decides:

``?``
    A parameter where an operand is missing: at the start, after ``(``, ``,``,
    an operator, or a keyword such as ``WHERE``, ``AND``, ``LIMIT``.  After an
    operand it is the operator: ``data ? 'key'``.  An operator that SQL knows
    may be glued to it: ``id=?``, ``?||'%'``.  ``?|`` and ``?&`` and every other
    operator of PostgreSQL that holds a question mark are never parameters.
``@name``
    A parameter, unless operator characters come before the ``@``: ``a <@b`` is
    the operator ``<@``.  Only SQL's own operators may be glued to it: ``id=@id``.
``:name``
    A parameter, unless it follows an operand directly inside ``[…]`` or
    ``JSON_OBJECT(…)``: ``a[1:n]`` is a slice up to column ``n``.  A parameter as
    upper bound is written with a space between: ``a[1: :n]``.

Depends on: token.
"""

from __future__ import annotations

import re
from typing import Final

from .token import Token, TokenKind

_PLAIN_OPERATOR: Final = r"<>|!=|<=|>=|\|\||[=<>+\-*/%]"
# "<@" is "is contained by"; no other plain operator and "@" make one of PostgreSQL's.
_GLUED_AT: Final = r"(<>|!=|<=|>=|\|\||[=>+\-*/%])@"
_GLUED_QUESTION: Final = rf"({_PLAIN_OPERATOR})?(\?)({_PLAIN_OPERATOR})?"
_GEOMETRIC: Final = frozenset({"?-", "?|"})  # prefix operators of lines

# fmt: off - a word list, not one word a line
_EXPECTS_OPERAND: Final = frozenset(
    {
        "all",
        "and",
        "any",
        "array",
        "as",
        "asymmetric",
        "between",
        "both",
        "by",
        "case",
        "check",
        "default",
        "distinct",
        "else",
        "escape",
        "except",
        "fetch",
        "for",
        "from",
        "having",
        "ilike",
        "in",
        "intersect",
        "into",
        "is",
        "join",
        "lateral",
        "leading",
        "like",
        "limit",
        "not",
        "offset",
        "on",
        "only",
        "or",
        "placing",
        "returning",
        "select",
        "set",
        "similar",
        "some",
        "symmetric",
        "then",
        "to",
        "trailing",
        "union",
        "using",
        "values",
        "variadic",
        "when",
        "where",
        "with",
    }
)
# fmt: on
# Words that may also be columns: they expect an operand only after these.
_AFTER: Final = {
    "zone": frozenset({"time"}),
    "by": frozenset({"order", "group", "partition"}),
    "first": frozenset({"fetch"}),
    "next": frozenset({"fetch"}),
    "set": frozenset[str](),
    "values": frozenset[str](),
}
_OPERAND_KINDS: Final = frozenset(
    {TokenKind.QUOTED, TokenKind.STRING, TokenKind.NUMBER, TokenKind.PARAMETER}
)
_KEY_VALUE_CALLS: Final = frozenset({"json_object", "json_objectagg"})


def settle(tokens: list[Token]) -> list[Token]:
    """Return the tokens with every doubtful one decided by what stands before it."""
    if not any(_is_doubtful(token) for token in tokens):
        return tokens
    return _Settler(tokens).run()


def _is_doubtful(token: Token) -> bool:
    if token.kind is TokenKind.PARAMETER:
        return token.text[0] == ":"
    return token.kind is TokenKind.OPERATOR and ("?" in token.text or token.text[-1] == "@")


class _Settler:
    """One walk over the tokens, knowing the two significant ones before and the open brackets."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._out: list[Token] = []
        self._last: Token | None = None
        self._before_last: Token | None = None
        self._open: list[str] = []

    def run(self) -> list[Token]:
        index = 0
        while index < len(self._tokens):
            token = self._tokens[index]
            following = self._tokens[index + 1] if index + 1 < len(self._tokens) else None
            index += 1
            if not _is_doubtful(token):
                self._emit(token)
            elif token.kind is TokenKind.PARAMETER:
                self._settle_colon(token)
            elif self._settle_operator(token, following):
                index += 1
        return self._out

    def _emit(self, token: Token) -> None:
        self._out.append(token)
        if not token.significant:
            return
        if token.kind is TokenKind.PUNCTUATION:
            self._track(token)
        self._before_last = self._last
        self._last = token

    def _track(self, token: Token) -> None:
        if token.text in "([":
            last = self._last
            key_value = last is not None and last.text.lower() in _KEY_VALUE_CALLS
            self._open.append("[" if key_value else token.text)
        elif token.text in ")]" and self._open:
            self._open.pop()

    def _settle_colon(self, token: Token) -> None:
        if self._open and self._open[-1] == "[" and self._ends_operand() and not self._names_json():
            self._emit(Token(TokenKind.PUNCTUATION, ":", token.start))
            self._emit(Token(TokenKind.WORD, token.text[1:], token.start + 1))
        else:
            self._emit(token)

    def _settle_operator(self, token: Token, following: Token | None) -> bool:
        """Emit the token, in pieces if it holds a parameter; tell if ``following`` went with it."""
        if (glued := re.fullmatch(_GLUED_AT, token.text)) and following is not None:
            if following.kind is TokenKind.WORD:
                self._emit(Token(TokenKind.OPERATOR, glued[1], token.start))
                self._emit(Token(TokenKind.PARAMETER, "@" + following.text, token.end - 1))
                return True
        elif glued := re.fullmatch(_GLUED_QUESTION, token.text):
            return self._settle_question(token, glued, following)
        self._emit(token)
        return False

    def _settle_question(self, token: Token, glued: re.Match[str], following: Token | None) -> bool:
        digits = following is not None and following.text.isascii() and following.text.isdigit()
        geometric = token.text in _GEOMETRIC and not digits
        if geometric or (glued[1] is None and self._ends_operand()):
            self._emit(token)
            return False
        if glued[1] is not None:
            self._emit(Token(TokenKind.OPERATOR, glued[1], token.start))
        numbered = digits and glued[3] is None and following is not None
        number = following.text if numbered and following is not None else ""
        self._emit(Token(TokenKind.PARAMETER, "?" + number, token.start + glued.start(2)))
        if glued[3] is not None:
            self._emit(Token(TokenKind.OPERATOR, glued[3], token.start + glued.start(3)))
        return numbered

    def _names_json(self) -> bool:
        """Whether the last word introduces a part of ``JSON_OBJECT(KEY k VALUE v)``."""
        return self._last is not None and self._last.text.lower() in {"key", "value"}

    def _ends_operand(self) -> bool:
        """Whether the last significant token can be the end of a value."""
        token = self._last
        if token is None:
            return False
        before = "" if self._before_last is None else self._before_last.text.lower()
        if token.kind is not TokenKind.WORD:
            whole_row = token.text == "*" and before == "."
            return whole_row or token.kind in _OPERAND_KINDS or token.text in {")", "]"}
        word = token.text.lower()
        if before == ".":
            return True
        if word in _AFTER:
            return before not in _AFTER[word]
        return word not in _EXPECTS_OPERAND
