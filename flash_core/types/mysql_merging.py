"""What alternatives have in common on MySQL and MariaDB: CASE, COALESCE, UNION, LEAST.

Both servers take any two types: numbers widen, a string beside a number makes a
string, a date beside a time makes a datetime.  Where signed and unsigned integers meet
MariaDB makes a decimal at once, MySQL the next wider integer.

Depends on: model, mysql_names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .model import UNKNOWN, SqlType
from .mysql_names import (
    ADDRESSES,
    BLOBS,
    DIGITS,
    FLOATS,
    INTEGERS,
    SHAPES,
    STORED,
    TEXTS,
    TIMES,
    WRITTEN,
    decimal,
    digits,
    integer,
    is_condition,
    is_field,
    is_hybrid,
    is_label,
    is_null,
    is_stored,
    is_text,
    is_unsigned,
    makes_bytes,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDTHS: Final = ("tinyint", "smallint", "mediumint", "int", "bigint")
_SHORT: Final = frozenset(
    {"year"}
    | {f"{size}int{sign}" for size in ("tiny", "small", "medium") for sign in ("", " unsigned")}
)
_TEXT_ORDER: Final = ("char", "varchar", "tinytext", "text", "mediumtext", "longtext")
_BLOB_ORDER: Final = ("binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob")
_NUMBERS: Final = frozenset(DIGITS) | FLOATS | {"decimal", UNKNOWN.name}
_FIXED: Final = frozenset(DIGITS) | {"float"}
_BITS: Final = frozenset({"bit", "bit(1)"})


def computed(type_: SqlType) -> SqlType:
    """Return the type of a value that went through an expression.

    A label is a string then, ``tinyint(1)`` has lost its width, and a number its mark.
    """
    if is_label(type_):
        return SqlType("varchar", modifiers=STORED)
    if is_hybrid(type_):
        return SqlType("varbinary", modifiers=WRITTEN)
    if type_.name == "boolean":
        return integer("tinyint", digits(type_))
    if not is_field(type_) or is_condition(type_):
        return type_
    return integer(type_.name, digits(type_)) if type_.name in DIGITS else SqlType(type_.name)


def picked(type_: SqlType) -> SqlType:
    """Return the type of one of several values: MIN, LAG, FIRST_VALUE.

    A number that no column holds goes through the widest of its kind.
    """
    if is_field(type_) or type_.name not in _FIXED:
        return computed(type_)
    if type_.name == "float":
        return SqlType("double")
    return integer("bigint unsigned" if is_unsigned(type_) else "bigint", digits(type_))


def merge(types: Sequence[SqlType], *, bumps: bool) -> SqlType | None:
    """Return the type of CASE, COALESCE, UNION over these, or ``None`` where there is none.

    Args:
        types: Of each alternative; unknown ones are NULL and parameters.
        bumps: As MySQL: signed and unsigned integers make a wider one, not a decimal.
    """
    found = [computed(type_) for type_ in types if type_ != UNKNOWN]
    if not found:
        return SqlType("varchar")
    if all(map(is_condition, found)):
        return found[0]
    loose = len(found) < len(types)
    names = {type_.name for type_ in found}
    if len(names) == 1 and not (loose and found[0].name in INTEGERS):
        return _wider(found)
    if "ANY" in names:  # a variable holds what it was given: beside a string it makes one
        found = [type_ for type_ in found if type_.name != "ANY"]
        return _strings(found)[0] or SqlType("ANY")
    for rule in (_addresses, _strings, _moments):
        merged, done = rule(found)
        if done:
            return merged
    return _numbers(found, loose=loose, bumps=bumps)


def united(type_: SqlType, other: SqlType) -> SqlType:
    """Return what UNION takes a column for beside one of another type: bits are bytes there."""
    alone = type_.name not in _BITS or other.name in _BITS or other == UNKNOWN
    return type_ if alone else SqlType("varbinary")


def _wider(found: Sequence[SqlType]) -> SqlType:
    first = found[0]
    if first.name in DIGITS:
        return integer(first.name, max(map(digits, found)))
    if first.name == "decimal":
        return _decimals(found)
    if first.name in TEXTS:
        return SqlType(first.name, modifiers=STORED if any(map(is_stored, found)) else ())
    if first.name in TIMES:
        return max(found, key=_places)
    if first.name in BLOBS:
        return first if all(type_.modifiers for type_ in found) else SqlType(first.name)
    return first if len(found) == 1 else SqlType(first.name, first.kind, modifiers=first.modifiers)


def _addresses(found: Sequence[SqlType]) -> tuple[SqlType | None, bool]:
    """An address or a shape goes with its own kind and with strings.

    What stands before the first of them has a type already when it meets it, so that there
    a number goes too, beside a string.
    """
    special = [type_ for type_ in found if type_.name in ADDRESSES or type_.name in SHAPES]
    if not special:
        return None, False
    start = found.index(special[0])
    others = [type_ for type_ in found[start:] if type_ not in special]
    before = merge(found[:start], bumps=False) if start else None
    if not all(map(_is_string, others if before is None else [before, *others])):
        return None, True
    if all(type_.name in SHAPES for type_ in special):
        return SqlType("longblob" if others or start else "geometry"), True
    return (special[0] if len(set(special)) == 1 else None), True


def _is_string(type_: SqlType) -> bool:
    return is_text(type_) or type_.name in BLOBS


def _strings(found: Sequence[SqlType]) -> tuple[SqlType | None, bool]:
    """A string beside anything makes a string; of bytes where one of them is bytes or bits."""
    texts = [type_ for type_ in found if is_text(type_)]
    blobs = [type_ for type_ in found if type_.name in BLOBS]
    mixed = any(t.name in TIMES for t in found) and any(t.name not in TIMES for t in found)
    if not texts and not blobs and not mixed:
        return None, False
    place = max([_place(type_) for type_ in (*texts, *blobs)], default=1)
    if makes_bytes(found):
        return SqlType(_BLOB_ORDER[place]), True
    stored = any(map(is_stored, found))
    return SqlType(_TEXT_ORDER[place], modifiers=STORED if stored else ()), True


def _place(type_: SqlType) -> int:
    if type_.name in BLOBS:
        return _BLOB_ORDER.index(type_.name)
    return _TEXT_ORDER.index(type_.name) if type_.name in TEXTS else len(_TEXT_ORDER) - 1


def _moments(found: Sequence[SqlType]) -> tuple[SqlType | None, bool]:
    if not all(type_.name in TIMES for type_ in found):
        return None, False
    places = max(_places(type_) for type_ in found)
    return SqlType("datetime", modifiers=(places,) if places else ()), True


def _places(type_: SqlType) -> int:
    return type_.modifiers[0] if type_.modifiers else 0


def _numbers(found: Sequence[SqlType], *, loose: bool, bumps: bool) -> SqlType:
    names = {type_.name for type_ in found}
    if not names.isdisjoint(FLOATS):
        short = "double" not in names and names <= _SHORT | {"float"}
        return SqlType("float" if short else "double")
    if "decimal" in names:
        return _decimals(found)
    if names <= _BITS:
        return SqlType("bit", modifiers=(max(map(digits, found)),))
    return _integers(found, loose=loose, bumps=bumps)


def _decimals(found: Sequence[SqlType]) -> SqlType:
    sizes = [decimal_size(type_) for type_ in found]
    scale = max(scale for _, scale in sizes)
    return decimal(max(precision - own for precision, own in sizes) + scale, scale)


def decimal_size(type_: SqlType) -> tuple[int, int]:
    """Return precision and scale of a number as a decimal."""
    if type_.name == "decimal":
        precision, scale = (*type_.modifiers, *(10, 0)[len(type_.modifiers) :])[:2]
        return precision, scale
    return digits(type_), 0


def _integers(found: Sequence[SqlType], *, loose: bool, bumps: bool) -> SqlType:
    signs = {is_unsigned(type_) for type_ in found}
    if loose and not bumps and not any(t.name in {"year", *_BITS} for t in found):
        signs = {*signs, False}  # NULL, and the number that is sent for a parameter, are signed
    width = max(_width(type_) for type_ in found)
    most = max(map(digits, found))
    if len(signs) == 1:
        return integer(f"{_WIDTHS[width]} unsigned" if True in signs else _WIDTHS[width], most)
    if not bumps:
        return decimal(most, 0)
    if any(is_unsigned(type_) and _width(type_) == width for type_ in found):
        width += 1
    return integer(_WIDTHS[width], most) if width < len(_WIDTHS) else decimal(20, 0)


def _width(type_: SqlType) -> int:
    if type_.name in _BITS:
        return _WIDTHS.index("int" if digits(type_) < DIGITS["int"] else "bigint")
    if type_.name == "year":
        return 0
    return _WIDTHS.index(type_.name.removesuffix(" unsigned"))


def extreme(types: Sequence[SqlType], *, bumps: bool) -> SqlType | None:
    """Return the type of LEAST and GREATEST, which compare: a number beside a string is one."""
    found = [computed(type_) for type_ in types]
    if any(map(is_null, types)) and all(type_.name in _NUMBERS for type_ in found):
        return SqlType("double")
    names = {type_.name for type_ in found}
    times = names & TIMES
    if times:
        alone = len(times) == 1 and (times != {"timestamp"} or len(names) == 1)
        digits_behind = max(_places(type_) for type_ in found if type_.name in TIMES)
        modifiers = (digits_behind,) if digits_behind else ()
        return SqlType(times.pop() if alone else "datetime", modifiers=modifiers)
    numbers = [type_ for type_ in found if type_.name in DIGITS or type_.name == "decimal"]
    floats = any(type_.name in FLOATS for type_ in found)
    if floats or (numbers and len(numbers) < len(found)):
        others = (t for t in found if t.name in ADDRESSES or t.name in SHAPES)
        return None if any(others) else SqlType("double")
    return merge(found, bumps=bumps)
