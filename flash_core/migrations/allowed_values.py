"""What rows get in a column that must have a value, where a CHECK does not allow the neutral one.

Values are tried in SQLite, whose comparisons are those of the other engines; a check that it does
not understand is left to the server.

Depends on: catalog, sql.lexer.
"""

from __future__ import annotations

import re
import sqlite3
from typing import TYPE_CHECKING, Final

from flash_core.catalog.identifiers import quote, string
from flash_core.catalog.text import mentions
from flash_core.engine import Engine
from flash_core.sql.lexer import tokenize
from flash_core.sql.token import TokenKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_CAST: Final = re.compile(
    r"::(?:\"[^\"]+\"|\w+)(?:\.\w+)?(?: varying| precision| with(?:out)? time zone)?"
    r"(?:\(\d+(?:,\s*\d+)?\))?(?:\[\])*"
)
_ANY: Final = re.compile(r"(?i)=\s*ANY\s*\(\s*\(?\s*ARRAY\s*\[([^\]]*)\]\s*\)?\s*\)")
_LONGEST: Final = 100
_EMPTY: Final = "''"


def allowed_value(value: str, column: str, checks: Iterable[str], engine: Engine) -> str:
    """Return a value that checks allow: the one given, if they do or if no other is known.

    Args:
        value: The neutral value, as SQL: ``0``, ``false``, ``''`` of texts alone, ``'1970-01-01'``.
        column: The column.
        checks: The conditions of its table.
        engine: Whose SQL it is.
    """
    texts = [_plain(text) for text in checks if mentions(text, column, engine)]
    if not texts:
        return value
    database = sqlite3.connect(":memory:")
    database.create_function("char_length", 1, _char_length)
    try:
        known = [text for text in texts if _holds(database, text, column, value) is not None]
        for candidate in (value, *_candidates(value, known)):
            if all(_holds(database, text, column, candidate) for text in known):
                return candidate
    finally:
        database.close()
    return value


def _char_length(text: object) -> int:
    return len(str(text))


def _plain(text: str) -> str:
    """Return a condition without what PostgreSQL alone writes."""
    return _ANY.sub(r"IN (\1)", _CAST.sub("", text))


def _holds(database: sqlite3.Connection, text: str, column: str, value: str) -> bool | None:
    """Tell whether a row with a value fulfils a condition; ``None`` where that cannot be told."""
    query = (
        f"SELECT coalesce(({text}), 1) <> 0 FROM (SELECT {value} AS {quote(column, Engine.SQLITE)})"  # noqa: S608 - SQL of the user's schema, in memory
    )
    try:
        return bool(database.execute(query).fetchone()[0])
    except sqlite3.Error:
        return None


def _candidates(value: str, texts: Sequence[str]) -> Iterator[str]:
    """Yield other values of that kind: those that the conditions speak of, and around them.

    Only of texts and numbers is another value made up: a date or a label is none of any letters.
    """
    tokens = [token for text in texts for token in tokenize(text, Engine.SQLITE)]
    numbers = [token.text for token in tokens if token.kind is TokenKind.NUMBER]
    whole = [int(number) for number in numbers if number.isdecimal()]
    if value == "false":
        yield "true"
    elif value == "0":
        yield from (f"{sign}{number}" for number in numbers for sign in ("", "-"))
        yield from (str(n) for m in [0, *whole] for n in (m + 1, m - 1, -m + 1, -m - 1))
    elif value.startswith("'"):
        yield from (token.text for token in tokens if token.kind is TokenKind.STRING)
    if value == _EMPTY:
        yield from (string("x" * n) for m in [0, *whole] for n in (m, m + 1) if 0 < n <= _LONGEST)
