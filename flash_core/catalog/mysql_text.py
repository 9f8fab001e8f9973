"""MySQL's names and expressions in the one spelling that the catalog keeps.

Depends on: engine, identifiers, sql.lexer, sql.strings.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.sql.lexer import TokenKind, tokenize
from flash_core.sql.strings import quoted, string_value

from .identifiers import quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.engine import Engine
    from flash_core.sql.lexer import Token

_OPTION: Final = re.compile(
    r"([A-Z_]+(?:\s+DIRECTORY)?)\s*(?:=\s*|\s)('(?:[^'\\]|''|\\.)*'|\([^)]*\)|[^\s,]+)",
    re.IGNORECASE,
)
_PARTITION_WORDS: Final = frozenset(
    {"PARTITION", "PARTITIONS", "SUBPARTITION", "SUBPARTITIONS", "BY", "RANGE", "LIST", "HASH"}
    | {"KEY", "LINEAR", "COLUMNS", "SYSTEM_TIME", "INTERVAL", "LIMIT", "HISTORY", "CURRENT"}
    | {
        "VALUES",
        "LESS",
        "THAN",
        "IN",
        "MAXVALUE",
        "ENGINE",
        "COMMENT",
        "DEFAULT",
        "ALGORITHM",
        "NULL",
    }
)
_CALLED: Final = re.compile(r"'(?:[^'\\]|''|\\.)*'|`[^`]*`|\b([A-Za-z_]+)(?=\()")
_QUOTED: Final = re.compile(r"'(?:[^'\\]|''|\\.)*'|\"(?:[^\"\\]|\\.)*\"|[^'\"]+")
# Of a list of columns; of a period; of a column.
_KEY_WORDS: Final = frozenset({"ASC", "DESC", "WITHOUT", "OVERLAPS"})
PERIOD_WORDS: Final = frozenset({"PERIOD", "FOR", "SYSTEM_TIME"})
COLUMN_WORDS: Final = frozenset({"COMPRESSED"})
_NO_SPACE_AFTER: Final = frozenset({"(", "."})
_NO_SPACE_BEFORE: Final = frozenset({")", ",", ".", "("})


def canonical(text: str, engine: Engine, keywords: frozenset[str] = frozenset()) -> str:
    """Return an expression or a list of columns without what its layout and quotes add.

    Args:
        text: The text.
        engine: The engine.
        keywords: Words that are written in capitals.
    """
    if not text:
        return ""
    pieces: list[str] = []
    last = ""
    for token in tokenize(text, engine):
        if not token.significant:
            continue
        written = _spelt(token, engine)
        written = written.upper() if token.text.upper() in keywords else written
        spaced = last and last not in _NO_SPACE_AFTER and written not in _NO_SPACE_BEFORE
        pieces.append(f" {written}" if spaced else written)
        last = written
    return "".join(pieces)


def canonical_key(text: str, engine: Engine, columns: Sequence[str] = ()) -> str:
    """Return the columns of a key, without the ASC that says what is so anyway.

    Args:
        text: As written.
        engine: MySQL or MariaDB.
        columns: Their names in the letters of the table.
    """
    found = canonical(text, engine, _KEY_WORDS)
    if "'" in found:
        return found  # an expression, in whose strings nothing changes
    for name in columns:
        written = quote(name, engine)
        one = rf"(?i)(?<=[(, ]){re.escape(written)}(?=[(), ])"
        found = re.sub(one, written.replace("\\", r"\\"), found)
    return re.sub(r" ASC(?=[,)])", "", found)


def _spelt(token: Token, engine: Engine) -> str:
    if token.kind is TokenKind.QUOTED and token.text[0] == "`":
        return quote(token.text[1:-1].replace("``", "`"), engine)
    if token.kind is TokenKind.STRING and token.text[0] == '"':
        return quoted(string_value(token.text))
    return token.text


def table_options(text: str) -> dict[str, str]:
    """Return the value of each option behind a table's columns, by its name in capitals."""
    return {found[1].upper(): found[2] for found in _OPTION.finditer(text)}


def canonical_tail(text: str, engine: Engine) -> str:
    """Return what follows a table's columns, without the engine that tables have anyway."""
    options, partition, partitions = text.partition("PARTITION BY")
    options = re.sub(r"(?i)\b(?:ENGINE|TYPE)=innodb\b", "", options).strip()
    if not partition:
        return canonical(options, engine)
    return f"{canonical(options, engine)} {canonical_partitions(partition + partitions, engine)}".strip()


def canonical_partitions(text: str, engine: Engine) -> str:
    """Return what is said of partitions, its keywords in capitals, without the usual engine."""
    found = re.sub(r"(?i) ENGINE(?: = | )innodb\b", "", canonical(text, engine, _PARTITION_WORDS))
    return _CALLED.sub(_as_called, found)


def _as_called(found: re.Match[str]) -> str:
    """Return the name of a built-in function in small letters: partitions know no other ones."""
    is_call = found[1] and found[1] not in _PARTITION_WORDS
    return found[0].lower() if is_call else found[0]


def folded(text: str) -> str:
    """Return SQL in which letters differ in strings alone, in which they matter."""
    return _QUOTED.sub(lambda found: found[0] if found[0][0] in "'\"" else found[0].lower(), text)


def wraps(text: str) -> bool:
    """Tell whether the first parenthesis is closed by the last one."""
    depth = 0
    for position, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return position == len(text) - 1
    return False
