"""MySQL's names, expressions and defaults in the one spelling that the catalog keeps.

What information_schema says is the model: a default of a DECIMAL has its digits,
that of an INT is no string, ``LOCALTIME`` is CURRENT_TIMESTAMP.

Depends on: engine, identifiers, sql.lexer, sql.strings.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.sql.lexer import TokenKind, tokenize
from flash_core.sql.strings import quoted, string_value

from .identifiers import quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.lexer import Token
    from flash_core.sql.syntax import TypeName

_INTEGERS: Final = frozenset({"tinyint", "smallint", "mediumint", "int", "bigint", "year"})
_REALS: Final = frozenset({"float", "double"})
_WITH_TIME: Final = frozenset({"datetime", "timestamp"})
_NUMBER: Final = re.compile(r"[+-]?\s*(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\Z")
_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d\Z")
_CONSTANT: Final = re.compile(r"[+-]?\s*[\d.][\w.+-]*\Z|[nN]?'(?:[^'\\]|''|\\.)*'\Z", re.DOTALL)
_CLOCK: Final = re.compile(r"(-?)(\d+):(\d{1,2})(?::(\d{1,2})(\.\d+)?)?\Z")
_LITERAL: Final = re.compile(r"(?:0?([xXbB]))'?([0-9A-Fa-f]*)'?\Z")
_OPTION: Final = re.compile(
    r"([A-Z_]+(?:\s+DIRECTORY)?)\s*(?:=\s*|\s)('(?:[^'\\]|''|\\.)*'|\([^)]*\)|[^\s,]+)",
    re.IGNORECASE,
)
_PARTITION_WORDS: Final = frozenset(
    {"PARTITION", "PARTITIONS", "SUBPARTITION", "SUBPARTITIONS", "BY", "RANGE", "LIST", "HASH"}
    | {"KEY", "LINEAR", "COLUMNS", "SYSTEM_TIME", "INTERVAL", "LIMIT", "HISTORY", "CURRENT"}
    | {"VALUES", "LESS", "THAN", "IN", "MAXVALUE", "ENGINE", "COMMENT", "DEFAULT", "ALGORITHM"}
)
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


def canonical_default(text: str | None, type_: TypeName, engine: Engine) -> str | None:
    """Return a column's default as the server keeps it; ``None`` when it is NULL."""
    if text is None or text.upper() == "NULL":
        return None
    if text.startswith("CURRENT_TIMESTAMP"):
        return text
    if text.startswith("("):
        inside = canonical(text, engine)
        while inside.startswith("(") and _wraps(inside):
            inside = inside[1:-1]
        if engine is not Engine.MARIADB or not _CONSTANT.match(inside):
            return f"({inside})"
        text = inside
    return _constant(text, type_)


def table_options(text: str) -> dict[str, str]:
    """Return the value of each option behind a table's columns, by its name in capitals."""
    return {found[1].upper(): found[2] for found in _OPTION.finditer(text)}


def canonical_tail(text: str, engine: Engine) -> str:
    """Return what follows a table's columns, without the engine that tables have anyway."""
    options, partition, partitions = text.partition("PARTITION BY")
    options = re.sub(r"(?i)\b(?:ENGINE|TYPE)=innodb\b", "", options).strip()
    if not partition:
        return canonical(options, engine)
    return f"{canonical(options, engine)} {_partitions(partition + partitions, engine)}".strip()


def _partitions(text: str, engine: Engine) -> str:
    """Return PARTITION BY and what follows, its keywords in capitals."""
    return re.sub(r"(?i) ENGINE(?: = | )innodb\b", "", canonical(text, engine, _PARTITION_WORDS))


def _wraps(text: str) -> bool:
    """Tell whether the first parenthesis is closed by the last one."""
    depth = 0
    for position, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return position == len(text) - 1
    return False


def _constant(text: str, type_: TypeName) -> str:
    base = type_.parts[0].removesuffix(" unsigned")
    word = {"TRUE": "1", "FALSE": "0"}.get(text.upper())
    text = word or text.replace(" ", "", 1) if text[:1] in "+-" or word else text
    text = text[1:] if text[:2].lower() == "n'" else text
    string = text[:1] in {"'", '"'}
    value = string_value(text) if string else text
    found = None if string else _LITERAL.match(text)
    if found:
        return _bits(found[1].lower(), found[2], base)
    if base == "bit":
        return f"b'{int(value):b}'" if value.isdecimal() else text
    if base in _INTEGERS or base in _REALS or base == "decimal":
        return _number(value, base, type_.modifiers) if _NUMBER.match(value) else text
    if base in _WITH_TIME:
        return quoted(_moment(value, type_.modifiers))
    if base == "time":
        value = _clock(value)
    if base == "binary" and type_.modifiers:  # filled up with zero bytes
        missing = int(type_.modifiers[0]) - len(value.encode())
        return quoted(value)[:-1] + r"\0" * missing + "'"
    return quoted(value)


def _clock(value: str) -> str:
    """Return a time with two digits and more for each of its parts."""
    found = _CLOCK.match(value)
    if found is None:
        return value
    sign, hours, minutes, seconds, rest = found.groups(default="")
    return f"{sign}{hours:0>2}:{minutes:0>2}:{seconds:0>2}{rest}"


def _bits(kind: str, digits: str, base: str) -> str:
    """Return the value of ``b'101'`` or ``0x41`` as a default of that type."""
    number = int(digits or "0", 2 if kind == "b" else 16)
    if base == "bit":
        return f"b'{number:b}'"
    if base in _INTEGERS or base in _REALS or base == "decimal":
        return str(number)
    data = number.to_bytes((number.bit_length() + 7) // 8, "big")
    if data.isascii() and data.decode("ascii").isprintable():
        return quoted(data.decode("ascii"))
    return f"{kind}'{digits}'"


def _number(value: str, base: str, modifiers: tuple[str, ...]) -> str:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    if base == "decimal" and len(modifiers) > 1:
        return f"{number.quantize(Decimal(1).scaleb(-int(modifiers[1])), ROUND_HALF_UP):f}"
    if base in _INTEGERS:
        return f"{number.quantize(Decimal(1), ROUND_HALF_UP):f}"
    plain = f"{number:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _moment(value: str, digits: tuple[str, ...]) -> str:
    """Return a date and time with all the digits of its column."""
    if value == "0":
        value = "0000-00-00"
    if _DATE.match(value):
        value += " 00:00:00"
    if digits and "." not in value:
        value += "." + "0" * int(digits[0])
    return value
