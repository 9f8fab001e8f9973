"""The grammar of JSON paths: where PostgreSQL stops reading one, and in which words.

Follows ``jsonpath_scan.l`` and ``jsonpath_gram.y`` of the server.  A path with a
backslash or a comment is not judged, nor are regular expressions and the sizes of numbers.

Manual: https://www.postgresql.org/docs/18/functions-json.html#FUNCTIONS-SQLJSON-PATH

Depends on: nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_OTHER: Final = r'[^?%$.\[\]{}()|&!=<>@#,*:\-+/\\" \t\n\r\f]'
_UNJUDGED: Final = r"\\|/\*|[0-9._][^\x00-\x7f]"
_INTEGER: Final = r"(?:0|[1-9](?:_?[0-9])*)"
_DIGITS: Final = r"[0-9](?:_?[0-9])*"
_DECIMAL: Final = rf"(?:{_INTEGER}\.(?:{_DIGITS})?|\.{_DIGITS})"
_REAL: Final = rf"(?:{_DECIMAL}|{_INTEGER})[Ee][-+]?{_DIGITS}"
_RULES: Final = tuple(
    (kind, re.compile(pattern, re.DOTALL))
    for kind, pattern in (
        ("blank", r"[ \t\n\r\f]+"),
        ("numeric", _REAL),
        ("numeric", _DECIMAL),
        ("integer", _INTEGER),
        ("integer", r"0[xX][0-9a-fA-F](?:_?[0-9a-fA-F])*"),
        ("integer", r"0[oO][0-7](?:_?[0-7])*"),
        ("integer", r"0[bB][01](?:_?[01])*"),
        ("half", rf"(?:{_DECIMAL}|{_INTEGER})[Ee][-+]"),
        ("junk", rf"(?:{_REAL}|{_DECIMAL}|{_INTEGER}){_OTHER}"),
        ("variable", rf"\${_OTHER}+"),
        ("variable", r'\$"[^"]*"'),
        ("string", r'"[^"]*"'),
        ("open", r'\$?"[^"]*\Z'),
        ("sign", r"&&|\|\||\*\*|<=|==|<>|!=|>=|[?%$.\[\]{}()|&!=<>@#,*:\-+/]"),
        ("word", rf"{_OTHER}+"),
    )
)
"""As in the server's scanner, the longest match counts, and of these the first."""

_COMPARISONS: Final = frozenset({"==", "!=", "<>", "<", ">", "<=", ">="})
_PLAIN: Final = frozenset(
    {"abs", "size", "type", "floor", "double", "ceiling", "keyvalue", "bigint", "boolean"}
    | {"date", "integer", "number", "string"}
)
_TIMES: Final = frozenset({"time", "time_tz", "timestamp", "timestamp_tz"})
_METHODS: Final = _PLAIN | _TIMES | {"decimal", "datetime"}
_CONSTANTS: Final = frozenset({"true", "false", "null"})  # in these letters alone
_FLAGS: Final = frozenset('"ismxq')
_FLAG: Final = "invalid input syntax for type jsonpath"
_LAST: Final = "LAST is allowed only in array subscripts"
_AT: Final = "@ is not allowed in root expressions"


class _Wrong(Exception):
    """What the server says of a path."""


class _Token(NamedTuple):
    """``seen`` is what the server's scanner has last read when it hands the token on."""

    kind: str
    text: str
    seen: str


def path_problem(text: str) -> str | None:
    """Return what the server says of a JSON path, with SQLSTATE 42601; ``None`` if it reads it."""
    if re.search(_UNJUDGED, text):
        return None
    try:
        _Reader(text).read()
    except _Wrong as wrong:
        return str(wrong)
    return None


def _tokens(text: str) -> Iterator[_Token]:
    """Yield the tokens, the end too; what cannot be one is wrong when it is reached."""
    place = 0
    while place < len(text):
        matches = [(kind, found[0]) for kind, rule in _RULES if (found := rule.match(text, place))]
        kind, read = max(matches, key=lambda match: len(match[1]))
        place += len(read)
        if kind == "blank":
            continue
        if kind in {"half", "junk"}:
            what = "invalid numeric" if kind == "half" else "trailing junk after numeric"
            raise _Wrong(_near(f"{what} literal", read))
        if kind == "open":
            raise _Wrong(_near("unterminated quoted string", ""))
        yield _Token(kind, read, _seen(kind, read, text, place))
    yield _Token("end", "", "")


def _seen(kind: str, read: str, text: str, end: int) -> str:
    """Return what the scanner has last read: of a word what ends it, of a string its end."""
    if kind != "word":
        return '"' if read.endswith('"') else read
    found = re.match(r"[ \t\n\r\f]+", text[end:])
    return found[0] if found else ""


def _near(message: str, seen: str) -> str:
    return (
        f'{message} at or near "{seen}" of jsonpath input'
        if seen
        else f"{message} at end of jsonpath input"
    )


class _Reader:
    """Reads one path; each method leaves off before the first token it has no use for.

    Expressions are told from predicates by what the methods return: True for a predicate.
    """

    def __init__(self, text: str) -> None:
        self.tokens = _tokens(text)
        self.token = next(self.tokens)
        self.filters = 0
        self.subscripts = 0
        self.misplaced: str | None = None

    def read(self) -> None:
        if self.at_word("strict", "lax"):
            self.advance()
        self.predicate_or_expression()
        if self.token.kind != "end":
            self.fail()
        if self.misplaced is not None:
            raise _Wrong(self.misplaced)

    # -- tokens --------------------------------------------------------------

    def advance(self) -> None:
        self.token = next(self.tokens)

    def fail(self) -> None:
        raise _Wrong(_near("syntax error", self.token.seen))

    def at(self, *signs: str) -> bool:
        return self.token.kind == "sign" and self.token.text in signs

    def at_word(self, *words: str) -> bool:
        return self.token.kind == "word" and self.token.text.lower() in words

    def expect(self, sign: str) -> None:
        self.take(there=self.at(sign))

    def take(self, *, there: bool) -> None:
        if not there:
            self.fail()
        self.advance()

    def must(self, *, predicate: bool, found: bool) -> None:
        if predicate is not found:
            self.fail()

    # -- predicates ----------------------------------------------------------

    def predicate_or_expression(self) -> bool:
        found = self.conjunction()
        while self.at("||"):
            self.must(predicate=True, found=found)
            self.advance()
            self.must(predicate=True, found=self.conjunction())
        return found

    def conjunction(self) -> bool:
        found = self.comparison()
        while self.at("&&"):
            self.must(predicate=True, found=found)
            self.advance()
            self.must(predicate=True, found=self.comparison())
        return found

    def comparison(self) -> bool:
        if self.at("!"):
            self.advance()
            self.negated()
            return True
        if self.at_word("exists"):
            self.exists()
            return True
        if self.sum():
            if self.at_word("is"):
                self.advance()
                self.take(there=self.at_word("unknown"))
            return True
        if self.token.kind == "sign" and self.token.text in _COMPARISONS:
            self.advance()
            self.must(predicate=False, found=self.sum())
        elif self.at_word("starts"):
            self.advance()
            self.take(there=self.at_word("with"))
            self.take(there=self.token.kind in {"string", "variable"})
        elif self.at_word("like_regex"):
            self.advance()
            self.take(there=self.token.kind == "string")
            self.flags()
        else:
            return False
        return True

    def flags(self) -> None:
        if not self.at_word("flag"):
            return
        self.advance()
        if self.token.kind == "string" and set(self.token.text) - _FLAGS:
            raise _Wrong(_FLAG)
        self.take(there=self.token.kind == "string")

    def negated(self) -> None:
        if self.at_word("exists"):
            self.exists()
            return
        self.expect("(")
        self.must(predicate=True, found=self.predicate_or_expression())
        self.expect(")")

    def exists(self) -> None:
        self.advance()
        self.expect("(")
        self.must(predicate=False, found=self.sum())
        self.expect(")")

    # -- expressions ---------------------------------------------------------

    def sum(self) -> bool:
        """Read an expression, or a predicate in brackets."""
        found = self.signed()
        while self.at("+", "-", "*", "/", "%"):
            self.must(predicate=False, found=found)
            self.advance()
            self.must(predicate=False, found=self.signed())
        return found

    def signed(self) -> bool:
        if self.at("+", "-"):
            self.advance()
            self.must(predicate=False, found=self.signed())
            return False
        if not self.at("("):
            self.primary()
            self.accessors()
            return False
        self.advance()
        found = self.predicate_or_expression()
        self.expect(")")
        return not self.accessors() and found

    def primary(self) -> None:
        token = self.token
        if self.at("@") and not self.filters:
            self.misplaced = self.misplaced or _AT
        elif self.at_word("last") and not self.subscripts:
            self.misplaced = self.misplaced or _LAST
        constant = token.kind == "word" and token.text in _CONSTANTS
        known = token.kind in {"string", "numeric", "integer", "variable"}
        self.take(there=known or constant or self.at("$", "@") or self.at_word("last"))

    # -- accessors -----------------------------------------------------------

    def accessors(self) -> bool:
        found = False
        while self.at(".", "[", "?"):
            found = True
            sign = self.token.text
            self.advance()
            if sign == ".":
                self.member()
            elif sign == "[":
                self.subscript()
            else:
                self.filter()
        return found

    def filter(self) -> None:
        self.expect("(")
        self.filters += 1
        self.must(predicate=True, found=self.predicate_or_expression())
        self.expect(")")
        self.filters -= 1

    def subscript(self) -> None:
        if self.at("*"):
            self.advance()
        else:
            self.subscripts += 1
            self.index()
            while self.at(","):
                self.advance()
                self.index()
            self.subscripts -= 1
        self.expect("]")

    def index(self) -> None:
        self.must(predicate=False, found=self.sum())
        if self.at_word("to"):
            self.advance()
            self.must(predicate=False, found=self.sum())

    def member(self) -> None:
        if self.at("**"):
            self.advance()
            self.levels()
            return
        name = self.token.text.lower()
        word = self.token.kind == "word"
        self.take(there=word or self.at("*") or self.token.kind == "string")
        if word and name in _METHODS and self.at("("):
            self.advance()
            self.arguments(name)
            self.expect(")")

    def levels(self) -> None:
        if not self.at("{"):
            return
        self.advance()
        self.take(there=self.token.kind == "integer" or self.at_word("last"))
        if self.at_word("to"):
            self.advance()
            self.take(there=self.token.kind == "integer" or self.at_word("last"))
        self.expect("}")

    def arguments(self, name: str) -> None:
        if self.at(")") or name in _PLAIN:
            return
        if name == "datetime":
            self.take(there=self.token.kind == "string")
        elif name in _TIMES:
            self.take(there=self.token.kind == "integer")
        else:
            self.number()
            while self.at(","):
                self.advance()
                self.number()

    def number(self) -> None:
        if self.at("+", "-"):
            self.advance()
        self.take(there=self.token.kind == "integer")
