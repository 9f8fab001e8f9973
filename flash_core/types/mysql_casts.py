"""What CAST and CONVERT make on MySQL and MariaDB, and of what they make NULL.

Depends on: model, mysql_merging, mysql_names.
"""

from __future__ import annotations

from typing import Final

from .model import UNKNOWN, Nulls, SqlType
from .mysql_merging import decimal_size
from .mysql_names import (
    CAST_BYTES,
    DIGITS,
    FLOATS,
    STORED,
    TEXTS,
    TIMES,
    digits,
    integer,
    is_label,
    is_null,
    is_text,
    is_unsigned,
    longest,
)

_CAST_TO: Final = {
    "char": SqlType("varchar", modifiers=STORED),
    "binary": CAST_BYTES,
    "float": SqlType("float"),
}
_WHOLE: Final = frozenset({"int", "int unsigned", "bigint", "bigint unsigned"})
_INT_LENGTH: Final = 9  # as many characters fit in an int for sure
_UNBOUNDED: Final = 20


def cast_nulls(source: SqlType, target: SqlType) -> Nulls:
    """Return LOSSY where NULL stands for what makes no such value."""
    if target.name in TIMES:
        kept = source.name in TIMES and (source.name != "time" or target.name == "time")
        return Nulls.STRICT if kept else Nulls.LOSSY
    return Nulls.STRICT if _converts(source, target) else Nulls.LOSSY


def _converts(source: SqlType, target: SqlType) -> bool:
    """Tell whether every value becomes one of ``target``: a number or a string, no address."""
    plain = target.name in TEXTS or target.name in FLOATS or target.name == "decimal"
    whole = target.name.removesuffix(" unsigned") in {"bigint", "int", "year"}
    return (
        plain
        or whole
        or target.name in {"binary", "varbinary"}
        or (is_text(target) and source.name == target.name)
    )


def cast_result(target: SqlType, source: SqlType, constant: str | None) -> SqlType:
    """Return what a cast to ``target`` makes; ``constant`` is the text that it reads, if known."""
    if target.name not in _WHOLE:
        return _CAST_TO.get(target.name, target)
    length = _length(source) if constant is None else len(constant)
    if not target.name.endswith(" unsigned"):
        return integer("int" if length <= _INT_LENGTH else "bigint", length)
    if constant is not None:
        short = length <= (1 if is_text(source) else DIGITS["int"])
    else:
        short = _is_nothing(source) or (is_unsigned(source) and length <= DIGITS["int"])
    return integer("int unsigned", length) if short else integer("bigint unsigned")


def _is_nothing(source: SqlType) -> bool:
    return source == UNKNOWN or is_null(source)


def _length(source: SqlType) -> int:
    """Return how many characters a value has at most; a string's are not counted."""
    if _is_nothing(source):
        return 0
    if source.name in DIGITS:
        return digits(source) + (not is_unsigned(source))
    if source.name == "decimal":
        precision, scale = decimal_size(source)
        return precision + (scale > 0) + 1
    return digits(source) if is_label(source) else longest(source) or _UNBOUNDED
