"""Quoted constants as PostgreSQL's input functions read them: which it certainly refuses.

The server runs a type's input function on ``'abc'::integer`` while it parses, so such a
constant is an error of the query.  What is refused here, the server refuses in the same
words; what it takes, or might take under some setting, is never refused.

Depends on: model, postgres_dates, postgres_jsonpath.
"""

from __future__ import annotations

import json
import math
import re
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

from .postgres_dates import DATES, bad_date, bad_interval, bad_time

if TYPE_CHECKING:
    from collections.abc import Callable

    from .model import SqlType


class Refusal(NamedTuple):
    """What the server says of a constant, and its SQLSTATE."""

    message: str
    sqlstate: str = "22P02"


_DIGITS: Final = r"\d(?:_?\d)*"
_OTHER_BASES: Final = r"0[xX](?:_?[\da-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+"
_INTEGER: Final = rf"(?a)[+-]?(?:{_DIGITS}|{_OTHER_BASES})"
_NUMERIC: Final = (
    rf"(?a)[+-]?(?:(?:{_DIGITS}\.?(?:{_DIGITS})?|\.{_DIGITS})(?:[eE][+-]?{_DIGITS})?"
    rf"|{_OTHER_BASES}|[iI][nN][fF](?:[iI][nN][iI][tT][yY])?)|[nN][aA][nN]"
)
_FLOAT: Final = r"(?ai)[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|0x[\da-f.]+(?:p[+-]?\d+)?|inf(?:inity)?|nan(?:\(\w*\))?)"
_UUID: Final = r"(?ai)[\da-f]{4}(?:-?[\da-f]{4}){7}"
_HEX: Final = frozenset("0123456789abcdefABCDEF")
_BYTES: Final = r"(?s)(?:[^\\]|\\\\|\\[0-3][0-7][0-7])*"
SPACE: Final = " \t\n\r\v\f"
_LARGEST_REAL: Final = 3.4028235677973366e38
_SMALLEST_REAL: Final = 7.006492321624085e-46

_BITS: Final = {"smallint": 15, "integer": 31, "bigint": 63}
_SHAPES: Final = {
    "oid": r"(?a)[+-]?\d\w*",
    **dict.fromkeys(("xid", "cid", "xid8"), r"(?a)[+-]?\d\w*"),
    "tid": r"(?as).*,\s*[+-]?\d*\).*",
    "pg_lsn": r"(?a)[\da-fA-F]{1,8}/[\da-fA-F]{1,8}",
}


def refusal(text: str, type_: SqlType) -> Refusal | None:
    """Return what the server says of ``text`` as a value of a scalar type, if it refuses it."""
    name = type_.name
    if name in _BITS:
        return _integer(text, name)
    if name in DATES:
        found = bad_interval(text) if name == "interval" else _date(text, name)
        return None if found is None else Refusal(*found)
    if (shape := _SHAPES.get(name)) is not None:
        return None if re.fullmatch(shape, text.strip(SPACE)) else _syntax(text, name)
    check = _CHECKS.get(name)
    return None if check is None else check(text, name)


def _date(text: str, name: str) -> tuple[str, str] | None:
    return (
        bad_time(text, name) if name.startswith("time ") or name == "time" else bad_date(text, name)
    )


def _syntax(text: str, name: str) -> Refusal:
    return Refusal(f'invalid input syntax for type {name}: "{text}"')


def _integer(text: str, name: str) -> Refusal | None:
    trimmed = text.strip(SPACE)
    if not re.fullmatch(_INTEGER, trimmed):
        return _syntax(text, name)
    value = whole(trimmed)
    limit = 1 << _BITS[name]
    if -limit <= value < limit:
        return None
    return Refusal(f'value "{text}" is out of range for type {name}', "22003")


def whole(text: str) -> int:
    """Return the integer that a text says, which is known to be one."""
    digits = text.replace("_", "")
    return int(digits, 10) if digits.lstrip("+-").isdecimal() else int(digits, 0)


def _numeric(text: str, name: str) -> Refusal | None:
    return None if re.fullmatch(_NUMERIC, text.strip(SPACE)) else _syntax(text, name)


def float_problem(text: str, name: str) -> Refusal | None:
    """Return what the server says of a number with a binary exponent, if it refuses it."""
    trimmed = text.strip(SPACE).lower()
    if not re.fullmatch(_FLOAT, trimmed):
        return _syntax(text, name)
    if "x" in trimmed or "n" in trimmed:
        return None
    value = abs(float(trimmed))
    largest, smallest = (_LARGEST_REAL, _SMALLEST_REAL) if name == "real" else (math.inf, 5e-324)
    nothing = not any(digit in "123456789" for digit in trimmed.split("e")[0])
    if value >= largest or (value < smallest and not nothing):
        return Refusal(f'"{trimmed}" is out of range for type {name}', "22003")
    return None


def _boolean(text: str, name: str) -> Refusal | None:
    word = text.strip(SPACE).lower()
    prefix = bool(word) and any(full.startswith(word) for full in ("true", "false", "yes", "no"))
    return None if prefix or word in {"on", "of", "off", "1", "0"} else _syntax(text, name)


def _uuid(text: str, name: str) -> Refusal | None:
    inner = text[1:-1] if text[:1] == "{" and text[-1:] == "}" else text
    return None if re.fullmatch(_UUID, inner) else _syntax(text, name)


def _json(text: str, _name: str) -> Refusal | None:
    def constant(word: str) -> None:
        raise json.JSONDecodeError(word, text, 0)

    try:
        json.loads(text, parse_constant=constant)
    except json.JSONDecodeError:
        return Refusal("invalid input syntax for type json")
    except (ValueError, RecursionError):  # too long or too deep for Python, not for the server
        return None
    return None


def _bytea(text: str, name: str) -> Refusal | None:
    if not text.startswith("\\x"):
        return (
            None if re.fullmatch(_BYTES, text) else Refusal(f"invalid input syntax for type {name}")
        )
    digits = text[2:]
    if any(character in SPACE for character in digits):
        return None  # allowed between bytes
    for character in digits:
        if character not in _HEX:
            return Refusal(f'invalid hexadecimal digit: "{character}"', "22023")
    odd = len(digits) % 2 == 1
    return Refusal("invalid hexadecimal data: odd number of digits", "22023") if odd else None


def bits(text: str, _name: str = "") -> Refusal | None:
    """Return what the server says of the digits of a bit string."""
    base = text[:1].lower()
    digits = text[1:] if base in {"b", "x"} else text
    allowed, kind = (_HEX, "hexadecimal") if base == "x" else (frozenset("01"), "binary")
    for digit in digits:
        if digit not in allowed:
            return Refusal(f'"{digit}" is not a valid {kind} digit')
    return None


def _jsonpath(text: str, name: str) -> Refusal | None:
    """Refuse what the grammar of paths has no place for."""
    if not text.strip(SPACE):
        return _syntax(text, name)
    from .postgres_jsonpath import path_problem  # noqa: PLC0415 - few queries have a path

    problem = path_problem(text)
    return None if problem is None else Refusal(problem, "42601")


def _rare(text: str, name: str) -> Refusal | None:
    """Ask the module that knows a type of which few projects hold a constant."""
    module, function = _ELSEWHERE[name]
    check: Callable[[str, str], Refusal | None] = getattr(
        import_module(f"flash_core.types.{module}"), function
    )
    return check(text, name)


_ELSEWHERE: Final = {
    **dict.fromkeys(("inet", "cidr", "macaddr", "macaddr8"), ("postgres_addresses", "address")),
    **dict.fromkeys(
        ("point", "lseg", "box", "path", "polygon", "line", "circle"),
        ("postgres_geometry", "geometric"),
    ),
    **dict.fromkeys(("tsvector", "tsquery"), ("postgres_text_search", "text_search")),
    **dict.fromkeys(
        ("hstore", "ltree", "vector", "halfvec"), ("postgres_extension_input", "extended")
    ),
}
"""The modules of other types, and their functions."""

_CHECKS: Final[dict[str, Callable[[str, str], Refusal | None]]] = {
    "numeric": _numeric,
    "real": float_problem,
    "double precision": float_problem,
    "boolean": _boolean,
    "uuid": _uuid,
    "json": _json,
    "jsonb": _json,
    "bytea": _bytea,
    "bit": bits,
    "bit varying": bits,
    "jsonpath": _jsonpath,
    **dict.fromkeys(_ELSEWHERE, _rare),
}
