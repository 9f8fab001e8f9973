"""Queries that are nearly right: one of a corpus, with a token or two changed.

Depends on: sql.lexer.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from flash_core.sql.lexer import TokenKind, scan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from flash_core.engine import Engine
    from flash_core.sql.token import Token

_VALUES: Final = ("1", "'x'", "NULL", "1.5", "count(*)", "(SELECT 1)", "x'00'", "(1, 2)", "*")
_OPERATORS: Final = (" = ", " < ", " || ", " -> ", " + ", " IS ", " LIKE ", " IN ", " & ")
_WRAPPED: Final = (
    *("lower({})", "count({})", "max({})", "({})", "-{}", "NOT {}", "sum({}) OVER ()"),
    *("CAST({} AS INT)", "(SELECT {})", "coalesce({})", "{} IS NULL", "abs({}, 1)"),
    *("EXISTS (SELECT {})", "date({})", "rank({}) OVER ()", "{} AS z", "{} DESC", "{}, {}"),
)
_WAYS: Final = (
    *(["name"] * 4 + ["own"] * 4 + ["value"] * 3 + ["wrap"] * 4 + ["piece"] * 3),
    *("keyword", "operator", "swap", "drop", "twice"),
)
_VALUED: Final = frozenset({TokenKind.STRING, TokenKind.NUMBER, TokenKind.PARAMETER})


@dataclass
class Mutations:
    """Changes queries at random.

    Args:
        engine: Whose they are.
        queries: Where words and pieces in brackets are taken from.
        chance: Where chance comes from.
    """

    engine: Engine
    queries: Sequence[str]
    chance: Random
    names: list[str] = field(init=False)
    keywords: list[str] = field(init=False)
    pieces: list[str] = field(init=False)

    def __post_init__(self) -> None:
        """Collect words and pieces; what is in capitals is a keyword in a corpus."""
        tokens = [token for query in self.queries for token in scan(query, self.engine)]
        words = {token.text for token in tokens if token.kind is TokenKind.WORD}
        self.names = sorted(word for word in words if not word.isupper())
        self.keywords = sorted(word for word in words if word.isupper())
        self.pieces = [piece for query in self.queries for piece in self._pieces(query)]

    def some(self) -> str:
        """Return a changed query."""
        tokens = list(scan(self.chance.choice(self.queries), self.engine))
        texts = [token.text for token in tokens]
        for _ in range(self.chance.choice((1, 1, 1, 2))):
            self._change(tokens, texts)
        return "".join(texts)

    def _pieces(self, query: str) -> list[str]:
        """Return what stands in brackets, with the name of the function before it."""
        found: list[str] = []
        starts: list[int] = []
        texts = [token.text for token in scan(query, self.engine)]
        for place, text in enumerate(texts):
            if text == "(":
                starts.append(place - (place > 0 and texts[place - 1] in self.names))
            elif text == ")" and starts:
                found.append("".join(texts[starts.pop() : place + 1]))
        return found

    def _change(self, tokens: Sequence[Token], texts: list[str]) -> None:
        names = [
            place
            for place, token in enumerate(tokens)
            if token.kind is TokenKind.WORD and not token.text.isupper()
        ]
        operands = [
            place for place, token in enumerate(tokens) if token.kind in _VALUED or place in names
        ]
        keywords = [
            place
            for place, token in enumerate(tokens)
            if token.kind is TokenKind.WORD and place not in names
        ]
        operators = [p for p, token in enumerate(tokens) if token.kind is TokenKind.OPERATOR]
        significant = [p for p, token in enumerate(tokens) if token.significant]
        pick = self.chance.choice
        place, other = pick(operands or significant), pick(operands or significant)
        match pick(_WAYS):
            case "name":
                texts[pick(names or operands or significant)] = pick(self.names)
            case "own":
                texts[place] = tokens[other].text
            case "value":
                texts[place] = pick(_VALUES)
            case "wrap":
                texts[place] = pick(_WRAPPED).replace("{}", texts[place])
            case "piece":
                texts[place] = pick(self.pieces or ["(1)"])
            case "keyword":
                texts[pick(keywords or significant)] = pick(self.keywords)
            case "operator":
                texts[pick(operators or significant)] = pick(_OPERATORS)
            case "swap":
                texts[place], texts[other] = texts[other], texts[place]
            case "drop":
                texts[pick(significant)] = ""
            case _:
                place = pick(significant)
                texts[place] += f" {texts[place]}"
