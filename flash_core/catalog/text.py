"""SQL kept as text: made comparable, searched and renamed by tokens.

Depends on: engine, sql.lexer.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.sql.lexer import TokenKind, tokenize
from flash_core.sql.token import LAYOUT

from .identifiers import quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flash_core.sql.lexer import Token

# Only text with one of these can change under normalisation.
_IRREGULAR: Final = re.compile(r"\s\s|[\n\r\t\f\v]|--|/\*|#")
RENAMING: Final = ("flash:rename", "@renamed", "atlas:renamed_from")
"""What a comment that says an older name has in it."""
_CLOSING: Final = {"[": "]"}


# Where the partitions themselves are listed.
_PARTITIONS: Final = r"(?i)\(\s*PARTITION\b"


def normalized(text: str, engine: Engine) -> str:
    """Return ``text`` without comments and with single spaces, so that layout never matters.

    A comment would also swallow what is printed after the text on its line.
    """
    text = text.strip()
    if not _IRREGULAR.search(text):
        return text
    pieces: list[str] = []
    for token in tokenize(text, engine):
        if token.kind not in LAYOUT:
            pieces.append(token.text)
        elif pieces and pieces[-1] != " ":
            pieces.append(" ")
    return "".join(pieces).strip()


def closed(text: str, engine: Engine) -> str:
    """Return a whole statement such that a ``;`` written after it ends it."""
    text = text.strip().rstrip("; \t\r\n")  # one may stand before another delimiter
    if "--" not in text and "#" not in text:
        return text
    tokens = tokenize(text, engine)
    return text + "\n" if tokens[-1].kind is TokenKind.COMMENT else text


def fold(name: str, engine: Engine) -> str:
    """Return ``name`` in the form in which the engine compares names."""
    return name if engine is Engine.POSTGRESQL else name.lower()


def fold_object(name: str, engine: Engine) -> str:
    """Return the same for the name of a table, view or schema.

    MySQL's are files and folders; on Linux it compares them exactly.
    """
    return name if engine.family is Engine.MYSQL else fold(name, engine)


# A type, a collation, or FIRST and LAST come behind these.
_BEFORE_WORDS: Final = frozenset({"::", "AS", "COLLATE", "NULLS"})
_PAIRS: Final = frozenset(
    {("AT", "TIME"), ("AT", "LOCAL"), ("TIME", "ZONE"), ("WITH", "TIME"), ("WITHOUT", "TIME")}
)


def identifier(token: Token, engine: Engine) -> str | None:
    """Return the name that a token denotes, as the engine stores it, or ``None``."""
    if token.kind is TokenKind.WORD:
        return token.text.lower() if engine is Engine.POSTGRESQL else token.text
    if token.kind is TokenKind.QUOTED and len(token.text) > 1:
        opening = token.text[0]
        closing = _CLOSING.get(opening, opening)
        return token.text[1:-1].replace(closing * 2, closing)
    return None


def _naming(text: str, engine: Engine, *, prefixes: bool = False) -> Iterator[tuple[Token, str]]:
    """Yield the tokens that may name a column: words and quoted names before no ``(``.

    With ``prefixes`` also those of MySQL's keys, before a number in brackets.
    """
    tokens = [token for token in tokenize(text, engine) if token.kind not in LAYOUT]
    for position, token in enumerate(tokens):
        name = identifier(token, engine)
        after = [item.text for item in tokens[position + 1 : position + 4]]
        prefix = prefixes and after[2:] == [")"] and after[1].isdecimal()
        if name is not None and (after[:1] != ["("] or prefix):
            yield token, fold(name, engine)


def names_in(text: str, engine: Engine, *, calls: bool = False) -> frozenset[str]:
    """Return, folded, every word or quoted name in ``text``; those of functions only on demand."""
    if not calls:
        return frozenset(name for _, name in _naming(text, engine))
    found = (identifier(token, engine) for token in tokenize(text, engine))
    return frozenset(fold(name, engine) for name in found if name is not None)


def referred(text: str, engine: Engine) -> frozenset[str]:
    """Return, folded, the words and quoted names of an expression that may mean columns."""
    tokens = [token for token in tokenize(text, engine) if token.kind not in LAYOUT]
    grammar = {t.start for n, t in enumerate(tokens) if is_of_grammar(tokens, n)}
    found = _naming(text, engine)
    return frozenset(name for token, name in found if token.start not in grammar)


def mentions(text: str, column: str, engine: Engine) -> bool:
    """Tell whether ``text`` may name ``column``."""
    return fold(column, engine) in names_in(text, engine)


def renamed(text: str, old: str, new: str, engine: Engine, *, prefixes: bool = False) -> str:
    """Return ``text`` with the column ``old`` called ``new``; ``prefixes`` for that of a key."""
    pieces: list[str] = []
    position = 0
    tokens = [token for token in tokenize(text, engine) if token.kind not in LAYOUT]
    grammar = {t.start for n, t in enumerate(tokens) if is_of_grammar(tokens, n)}
    for token, name in _naming(text, engine, prefixes=prefixes):
        if name == fold(old, engine) and token.start not in grammar:
            pieces += [text[position : token.start], _in_place_of(token, new, engine)]
            position = token.end
    return "".join([*pieces, text[position:]])


def is_of_grammar(tokens: Sequence[Token], position: int) -> bool:
    """Tell whether a word means no column where it stands, whatever columns are called.

    ``at AT TIME ZONE 'UTC'``, ``date > '2020-01-01'::date``, ``last NULLS LAST``,
    ``extract(year FROM at)``, ``date '2020-01-01'``.

    Args:
        tokens: Those of an expression, without blanks.
        position: That of the word.
    """
    token = tokens[position]
    word, after = token.text.upper(), tokens[position + 1] if position + 1 < len(tokens) else token
    before = tokens[position - 1] if position else token
    earlier = tokens[position - 2].text.upper() if position > 1 else ""
    lead = before.text.upper() if position else ""
    if token.kind is not TokenKind.WORD:
        return False
    if lead in _BEFORE_WORDS or (lead == "(" and earlier == "EXTRACT"):
        return True
    if (lead, word) in _PAIRS or (word, after.text.upper()) in _PAIRS:
        return True
    literal = {TokenKind.STRING} - {token.kind}
    interval = earlier == "INTERVAL" and before.kind is TokenKind.NUMBER
    return interval or before.kind in literal or after.kind in literal


def _in_place_of(token: Token, name: str, engine: Engine) -> str:
    """Return a name in quotes where the one before it had some, so that it can come back."""
    if token.kind is not TokenKind.QUOTED:
        return quote(name, engine)
    opening = token.text[0]
    closing = _CLOSING.get(opening, opening)
    return f"{opening}{name.replace(closing, closing * 2)}{closing}"


def renamed_partitions(tail: str, old: str, new: str, engine: Engine) -> str:
    """Return what follows a table's columns, partitioned by ``new`` in place of ``old``."""
    head = re.search(r"(?i)\bPARTITION\s+BY\b", tail)
    if head is None:
        return tail
    partitions = tail[head.end() :]
    found = re.search(_PARTITIONS, partitions)
    end = len(partitions) if found is None else found.start()
    return f"{tail[: head.end()]}{renamed(partitions[:end], old, new, engine)}{partitions[end:]}"
