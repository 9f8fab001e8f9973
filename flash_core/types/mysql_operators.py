"""The operators of MySQL and MariaDB: what they make of their operands.

Nothing is refused but arithmetic over addresses and shapes: every other value has a
number and a text that it stands for.

Depends on: model, mysql_merging, mysql_names.
"""

from __future__ import annotations

from typing import Final

from .model import UNKNOWN, Nulls, Signature, SqlType
from .mysql_merging import decimal_size
from .mysql_names import (
    ADDRESSES,
    CAST_BYTES,
    DIGITS,
    FIELD,
    FLOATS,
    MOMENTS,
    SHAPES,
    TIMES,
    decided,
    decimal,
    digits,
    integer,
    is_hybrid,
    is_label,
    is_null,
    is_unsigned,
    longest,
)

INT: Final = SqlType("int", modifiers=(1, FIELD))
"""Of a condition."""
BIGINT: Final = integer("bigint")
BITS: Final = integer("bigint unsigned")
DOUBLE: Final = SqlType("double")
TEXT: Final = SqlType("varchar")
DECIMAL: Final = decimal(65, 30)
JSON: Final = SqlType("json")

_COMPARISONS: Final = frozenset({"=", "<>", "!=", "<", "<=", ">", ">="})
_MATCHES: Final = frozenset(
    f"{negation}{word}" for negation in ("", "NOT ") for word in ("LIKE", "REGEXP", "RLIKE")
)
_ARITHMETIC: Final = frozenset({"+", "-", "*", "/", "%", "MOD", "DIV"})
_BIT_OPERATORS: Final = frozenset({"&", "|", "^", "<<", ">>"})
_DIVISORS: Final = ("timestamp", *sorted(ADDRESSES))  # unsigned to DIV
_UNREADABLE: Final = frozenset(DIGITS) | FLOATS | TIMES | SHAPES | {"decimal"}
"""What no address is compared with."""

_INT_LENGTH: Final = 9  # as many characters fit in an int for sure
_BYTES: Final = 4  # a character of a label takes, each of which counts for a digit to minus
_EXTRA_SCALE: Final = 4  # of a quotient: div_precision_increment
_TIME_DIGITS: Final = {"date": 8, "time": 6, "datetime": 14, "timestamp": 14}


def resolve_operator(name: str, left: SqlType | None, right: SqlType) -> Signature | None:
    """Resolve an operator by its upper-case name; ``left`` is ``None`` for a prefix operator."""
    if left is None:
        return _prefix(name, right)
    if name in _COMPARISONS or name in _MATCHES or name == "SOUNDS LIKE":
        return _compare(name, left, right)
    if name in _ARITHMETIC:
        return _calculate(name, left, right)
    if name in _BIT_OPERATORS:
        arguments = decided(left, BITS), decided(right, BITS)
        refused = any(type_.name in ADDRESSES | SHAPES for type_ in arguments)
        return None if refused else Signature(arguments, BITS, Nulls.STRICT)
    if name == "XOR":
        arguments = decided(left, INT), decided(right, INT)
        return Signature(arguments, INT, Nulls.STRICT)
    if name == "MEMBER OF":
        return Signature((decided(left, TEXT), decided(right, JSON)), INT, Nulls.LOSSY)
    if name in {"->", "->>"}:
        arguments = decided(left, JSON), decided(right, TEXT)
        return Signature(arguments, JSON if name == "->" else SqlType("longtext"), Nulls.LOSSY)
    return (
        Signature((decided(left, TEXT), decided(right, TEXT)), TEXT, Nulls.STRICT)
        if (name == "COLLATE")
        else None
    )


def _compare(name: str, left: SqlType, right: SqlType) -> Signature | None:
    """Compare; a parameter is of the other side's type."""
    if name not in _COMPARISONS:
        pattern = name.endswith(("REGEXP", "RLIKE"))  # NULL for one that cannot be read
        nulls = Nulls.LOSSY if pattern else Nulls.STRICT
        return Signature((decided(left, TEXT), decided(right, TEXT)), INT, nulls)
    names = {left.name, right.name}
    alone = names.isdisjoint(_UNREADABLE) and not names <= ADDRESSES
    if len(names) > 1 and not names.isdisjoint(ADDRESSES) and not alone:
        return None
    arguments = decided(left, _beside(right)), decided(right, _beside(left))
    return Signature(arguments, INT, Nulls.STRICT)


def _beside(type_: SqlType) -> SqlType:
    """Return the type of a parameter that is compared with a value of that type."""
    cast = type_.name == CAST_BYTES.name and type_.modifiers == CAST_BYTES.modifiers
    # a value inside a document is compared as the text that it is, not as a document
    return TEXT if cast or type_.name == "json" else type_


def _prefix(name: str, right: SqlType) -> Signature | None:
    if name in {"!", "NOT"}:
        return Signature((decided(right, INT),), INT, Nulls.STRICT)
    if right.name in ADDRESSES | SHAPES:
        return None
    if name == "~":
        return Signature((decided(right, BITS),), BITS, Nulls.STRICT)
    if name == "+":
        return Signature((decided(right, DOUBLE),), decided(right, DOUBLE), Nulls.STRICT)
    if name != "-":
        return None
    operand = as_number(right)
    if operand.name not in DIGITS:
        return Signature((decided(right, DOUBLE),), operand, Nulls.STRICT)
    size = digits(operand) * (_BYTES if is_label(right) else 1)
    if right.name in TIMES:
        return Signature((right,), decimal(size, 0), Nulls.STRICT)
    return Signature((right,), sized(size, unsigned=False), Nulls.STRICT)


def as_number(type_: SqlType) -> SqlType:
    """Return what a value of that type becomes in arithmetic."""
    name = type_.name
    if name in DIGITS or name == "decimal":
        return type_
    if is_hybrid(type_):
        return integer("bigint unsigned", digits(type_))
    if is_label(type_):
        return integer("int", digits(type_))
    if name in TIMES:
        size = _TIME_DIGITS[name]
        places = type_.modifiers[0] if type_.modifiers else 0
        return decimal(size + places, places) if places else integer("bigint", size)
    return DOUBLE


def sized(size: int, *, unsigned: bool) -> SqlType:
    """Return the integer that arithmetic makes of that many digits."""
    name = "int" if size + (not unsigned) <= _INT_LENGTH else "bigint"
    return integer(f"{name} unsigned" if unsigned else name, size)


def _calculate(name: str, left: SqlType, right: SqlType) -> Signature | None:
    if name != "DIV" and any(type_.name in ADDRESSES | SHAPES for type_ in (left, right)):
        return None
    nulls = Nulls.LOSSY if name in {"/", "%", "MOD", "DIV"} else Nulls.STRICT
    arguments = _expected(name, left, right), _expected(name, right, left)
    if is_null(left) or (is_null(right) and name != "DIV"):
        return Signature(arguments, INT if name == "DIV" else DOUBLE, nulls)
    result = _divided(left, right) if name == "DIV" else _result(name, *arguments)
    return Signature(arguments, result, nulls)


def _expected(name: str, type_: SqlType, other: SqlType) -> SqlType:
    """Return what an operand is, or a parameter in its place: a number like the other one.

    ``/`` makes a fraction of two integers, so it takes fractions beside one, too.
    """
    if type_ != UNKNOWN:
        return type_
    if other == UNKNOWN:
        return DOUBLE
    number = as_number(other)
    unsized = other.name in TIMES and number.name == "decimal"
    return DECIMAL if unsized or (name == "/" and number.name in DIGITS) else number


def _result(name: str, left: SqlType, right: SqlType) -> SqlType:
    first, second = as_number(left), as_number(right)
    if first.name in FLOATS or second.name in FLOATS:
        return DOUBLE
    if name == "/" or "decimal" in {first.name, second.name}:
        return _decimal(name, first, second)
    if name in {"%", "MOD"}:
        return sized(max(digits(first), digits(second)), unsigned=_counts(left, "timestamp"))
    stamps = left.name == right.name == "timestamp"
    counts = stamps or _counts(left) or _counts(right)
    unsigned = counts and not _is_calendar(left, right)
    if name == "*":
        return sized(digits(first) + digits(second), unsigned=unsigned)
    return sized(max(digits(first), digits(second)) + 1, unsigned=unsigned)


def _counts(type_: SqlType, *others: str) -> bool:
    return is_unsigned(type_) or type_.name in others


def _is_calendar(*types: SqlType) -> bool:
    return any(type_.name in TIMES - {"timestamp"} for type_ in types)


def _decimal(name: str, left: SqlType, right: SqlType) -> SqlType:
    (one, scale), (other, second) = decimal_size(left), decimal_size(right)
    if name == "/":
        return decimal(one + second + _EXTRA_SCALE, scale + _EXTRA_SCALE)
    if name == "*":
        return decimal(one + other, scale + second)
    most = max(scale, second)
    carry = 0 if name in {"%", "MOD"} else 1
    return decimal(max(one - scale, other - second) + most + carry, most)


def _divided(left: SqlType, right: SqlType) -> SqlType:
    """Return the type of DIV, as wide as what is divided."""
    unsigned = _counts(left, *_DIVISORS) or _counts(right, *_DIVISORS)
    number = as_number(left)
    length = longest(left)
    if length is not None and length <= _INT_LENGTH:
        return integer("int unsigned" if unsigned else "int", length)
    if number.name in FLOATS:
        return integer("bigint unsigned" if unsigned else "bigint")
    precision, scale = decimal_size(number)
    return sized(precision - scale, unsigned=unsigned)


def assigned(type_: SqlType) -> SqlType:
    """Return the type of ``@name := value``: a variable holds a number or a string."""
    if type_.name in DIGITS:
        size = digits(type_)
        name = "int" if size <= _INT_LENGTH else "bigint"
        return integer(f"{name} unsigned" if is_unsigned(type_) else name, size)
    if type_.name == "float":
        return DOUBLE
    if type_.name == "json":
        return SqlType("longtext")
    return TEXT if type_.name in TIMES | ADDRESSES or is_label(type_) else type_


def shifted(moment: SqlType, unit: str, fraction: tuple[int, ...] = ()) -> SqlType:
    """Return the type of ``moment + INTERVAL … unit``, whose amount has so many places."""
    if is_null(moment):
        return TEXT
    name = moment.name
    clock = not {"HOUR", "MINUTE", "SECOND", "MICROSECOND"}.isdisjoint(unit.split("_"))
    if name == "date":
        return SqlType("datetime", modifiers=fraction) if clock else SqlType("date")
    if name == "time":
        return SqlType("time", modifiers=max(moment.modifiers, fraction))
    if name in MOMENTS:
        return SqlType("datetime", modifiers=max(moment.modifiers, fraction))
    return TEXT
