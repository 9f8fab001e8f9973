"""MySQL's defaults in the one spelling that the catalog keeps.

What the server shows is the model: a default of a DECIMAL has its digits, that of an INT is no
string, ``LOCALTIME`` is CURRENT_TIMESTAMP, and bytes are a text where they can be one.

Depends on: engine, mysql_text, sql.strings.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.sql.strings import quoted, string_value

from .mysql_text import canonical, wraps

if TYPE_CHECKING:
    from flash_core.sql.syntax import TypeName

_INTEGERS: Final = frozenset({"tinyint", "smallint", "mediumint", "int", "bigint", "year"})
_REALS: Final = frozenset({"float", "double"})
_OF_BYTES: Final = frozenset({"binary", "varbinary"})
# Bytes that are escaped where they are shown.
_SHOWN: Final = dict.fromkeys(map(ord, "\0\n\r"), "0")
_WITH_TIME: Final = frozenset({"datetime", "timestamp"})
_NUMBER: Final = re.compile(r"[+-]?\s*(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\Z")
_DATE: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})\Z")
_CENTURY: Final = 100
_TURN: Final = 70  # years of two digits from here on are those of the last century
_CONSTANT: Final = re.compile(r"[+-]?\s*[\d.][\w.+-]*\Z|[nN]?'(?:[^'\\]|''|\\.)*'\Z", re.DOTALL)
_INTRODUCED: Final = re.compile(r"(?:[nN]|(?i:date|time|timestamp)\s*)'")
_CLOCK: Final = re.compile(r"(-?)(\d+):(\d{1,2})(?::(\d{1,2})(\.\d+)?)?\Z")
_LITERAL: Final = re.compile(r"(?:0(?=\w)|(?=[xXbB]'))([xXbB])'?([0-9A-Fa-f]*)'?\Z")


def canonical_default(text: str | None, type_: TypeName, engine: Engine) -> str | None:
    """Return a column's default as the server keeps it; ``None`` when it is NULL."""
    if text is None or text.upper() == "NULL":
        return None
    if text.startswith("CURRENT_TIMESTAMP"):
        return text
    if text.startswith("("):
        inside = canonical(text, engine)
        while inside.startswith("(") and wraps(inside):
            inside = inside[1:-1]
        constant = _CONSTANT.match(inside) or _LITERAL.match(inside)
        if engine is Engine.MARIADB and inside.upper() == "NULL":
            return None
        if engine is not Engine.MARIADB or not constant:
            return f"({inside})"
        text = inside
    return _constant(text, type_)


def _constant(text: str, type_: TypeName) -> str:
    base = _base(type_)
    word = {"TRUE": "1", "FALSE": "0"}.get(text.upper())
    text = word or text.replace(" ", "", 1) if text[:1] in "+-" or word else text
    introduced = _INTRODUCED.match(text)
    text = text[introduced.end() - 1 :] if introduced else text
    string = text[:1] in {"'", '"'}
    value = string_value(text) if string else text
    found = None if string else _LITERAL.match(text)
    if found:
        return _bits(found[1].lower(), found[2], type_)
    if base == "bit":
        return f"b'{int(value):b}'" if value.isdecimal() else text
    if base == "year":
        value = _year(value)
    if base in _INTEGERS or base in _REALS or base == "decimal":
        return _number(value, base, type_.modifiers) if _NUMBER.match(value) else text
    if base in _WITH_TIME:
        return quoted(_moment(value, type_.modifiers))
    if base == "time":
        value = _clock(value, type_.modifiers)
    if base == "date":
        value = _day(value)
    return _octets(value.encode(), type_) if base in _OF_BYTES else quoted(value)


def _clock(value: str, digits: tuple[str, ...]) -> str:
    """Return a time with two digits and more for each of its parts, and those of its column."""
    found = _CLOCK.match(value)
    if found is None:
        return value
    sign, hours, minutes, seconds, rest = found.groups(default="")
    size = int(digits[0]) + 1 if digits and digits[0] != "0" else 0
    padded = f"{rest or '.':0<{size}}" if size else rest
    return f"{sign}{hours:0>2}:{minutes:0>2}:{seconds:0>2}{padded}"


def _bits(kind: str, digits: str, type_: TypeName) -> str:
    """Return the value of ``b'101'`` or ``0x41`` as a default of that type."""
    base = _base(type_)
    number = int(digits or "0", 2 if kind == "b" else 16)
    if base == "bit":
        return f"b'{number:b}'"
    if base in _INTEGERS or base in _REALS or base == "decimal":
        return str(number)
    size = (len(digits) * (1 if kind == "b" else 4) + 7) // 8
    return _octets(number.to_bytes(size, "big"), type_)


def _octets(data: bytes, type_: TypeName) -> str:
    """Return bytes as a string where they are text, and nothing in it hides; else as digits."""
    base = _base(type_)
    if base == "binary" and type_.modifiers:
        data = data.ljust(int(type_.modifiers[0]), b"\0")
    # What the bytes of a text mean depends on its character set, but for ASCII.
    charset = "utf-8" if base in _OF_BYTES else "ascii"
    try:
        text = data.decode(charset)
    except UnicodeDecodeError:
        return f"x'{data.hex()}'"
    hidden = not text.translate(_SHOWN).isprintable()
    return f"x'{data.hex()}'" if hidden else quoted(text)


def _base(type_: TypeName) -> str:
    return type_.parts[0].removesuffix(" unsigned")


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
    day, space, rest = value.partition(" ")
    return f"{_day(day)}{space}{_clock(rest, digits)}"


def _day(value: str) -> str:
    """Return a date with two digits for month and day."""
    found = _DATE.match(value)
    return value if found is None else f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}"


def _year(value: str) -> str:
    """Return a year with its century, where it is written without."""
    short = value.isdecimal() and 0 < int(value) < _CENTURY
    return f"{20 if int(value) < _TURN else 19}{value:0>2}" if short else value
