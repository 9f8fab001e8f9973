"""The types of MySQL and MariaDB: their names, widths, and the families they belong to.

A type is named in lower case with ``unsigned`` behind it: ``int``, ``bigint unsigned``.
``boolean`` is ``tinyint(1)``, which is how both servers store it; ``bit(1)`` is apart
from ``bit`` for the same reason.  Widths travel in ``modifiers``, since by them the
servers choose between int and bigint.

Depends on: model.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from .model import UNKNOWN, SqlType, TypeKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.syntax import TypeName

DIGITS: Final = {
    "boolean": 1,
    "tinyint": 3,
    "tinyint unsigned": 3,
    "smallint": 5,
    "smallint unsigned": 5,
    "mediumint": 8,
    "mediumint unsigned": 8,
    "int": 10,
    "int unsigned": 10,
    "bigint": 19,
    "bigint unsigned": 20,
    "year": 4,
    "bit(1)": 1,
    "bit": 20,
}
"""Integers, and what is one in arithmetic, with their decimal digits."""

INTEGERS: Final = frozenset(DIGITS) - {"year", "bit", "bit(1)"}
FLOATS: Final = frozenset({"float", "double"})
TEXTS: Final = frozenset({"char", "varchar", "tinytext", "text", "mediumtext", "longtext"})
BLOBS: Final = frozenset({"binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob"})
MOMENTS: Final = frozenset({"date", "datetime", "timestamp"})
TIMES: Final = MOMENTS | {"time"}
ADDRESSES: Final = frozenset({"uuid", "inet4", "inet6"})
SHAPES: Final = frozenset(
    {
        *("geometry", "point", "linestring", "polygon", "multipoint"),
        *("multilinestring", "multipolygon", "geometrycollection"),
    }
)
UNSIGNED: Final = frozenset({"year", "bit", "bit(1)"})

CAST_BYTES: Final = SqlType("varbinary", modifiers=(0,))
"""What BINARY makes of a text, to compare it case by case: texts stand beside it."""

NULL: Final = SqlType(UNKNOWN.name, UNKNOWN.kind, modifiers=(0,))
"""The constant: as open as a parameter, but what calculates with it makes a float."""

STORED: Final = (2,)
"""Marks a text of a column or a cast, by the number that the servers have for it.

Behind it may stand how many characters the column has at most."""

SPELLED: Final = (1,)
"""Marks a text that a query spells out; behind it stands how many characters it has."""

WRITTEN: Final = (0,)
"""Marks bytes that a query spells out."""

FIELD: Final = 1
"""Marks a number that a column holds, behind its digits; a condition's has the mark too.

MIN, MAX and what looks at one row of a window keep the type of such a number alone:
what an expression makes goes through the widest of its kind.
"""

_BITS: Final = frozenset({"bit", "bit(1)"})
_ALIASES: Final = {
    "bool": "boolean",
    "integer": "int",
    "int1": "tinyint",
    "int2": "smallint",
    "int3": "mediumint",
    "int4": "int",
    "int8": "bigint",
    "middleint": "mediumint",
    "dec": "decimal",
    "numeric": "decimal",
    "fixed": "decimal",
    "number": "decimal",
    "real": "double",
    "double precision": "double",
    "float4": "float",
    "float8": "double",
    "character": "char",
    "nchar": "char",
    "national char": "char",
    "national character": "char",
    "character varying": "varchar",
    "char varying": "varchar",
    "varcharacter": "varchar",
    "nvarchar": "varchar",
    "national varchar": "varchar",
    "national character varying": "varchar",
    "nchar varchar": "varchar",
    "nchar varying": "varchar",
    "varchar2": "varchar",
    "long": "mediumtext",
    "long varchar": "mediumtext",
    "long varbinary": "mediumblob",
    "char byte": "binary",
    "raw": "varbinary",
    "clob": "longtext",
    "geomcollection": "geometrycollection",
    "signed": "bigint",
    "signed integer": "bigint",
    "signed int": "bigint",
    "unsigned": "bigint unsigned",
    "unsigned integer": "bigint unsigned",
    "unsigned int": "bigint unsigned",
}
_EXACT: Final = _BITS | {"boolean", "tinyint", "year"}
"""What a column has in its own width."""
_NAMES: Final = (
    (frozenset(DIGITS) - {"bit(1)"})
    | (FLOATS | TEXTS | BLOBS | TIMES | ADDRESSES | SHAPES)
    | {"decimal", "json", "vector", "enum", "set"}
)
_MARKS: Final = frozenset({"unsigned", "zerofill", "signed"})
_SIZES: Final = ("tiny", "", "medium", "long")
_LARGEST: Final = (255, 65_535, 16_777_215)
_DEFAULT_DECIMAL: Final = (10, 0)
_POSITIVE: Final = (0,)  # behind the size of a decimal that cannot be negative
_BYTE_DIGITS: Final = 8 * math.log10(2)
_FLOAT_DIGITS: Final = 24  # float(25) is a double


def integer(name: str, digits: int | None = None) -> SqlType:
    """Return an integer type of that many digits, or of as many as it has."""
    return SqlType(name, modifiers=(DIGITS[name] if digits is None else digits,))


def stored(type_: SqlType) -> SqlType:
    """Return the type of a column that keeps such values: an integer has all its digits there."""
    if type_.name == "float":
        return SqlType("float", modifiers=(_FLOAT_DIGITS, FIELD))
    if type_.name not in DIGITS:
        return type_
    own = type_.name in _EXACT
    return SqlType(type_.name, modifiers=(digits(type_) if own else DIGITS[type_.name], FIELD))


def is_field(type_: SqlType) -> bool:
    """Tell whether a number is marked as that of a column, or is that of a condition."""
    return type_.modifiers[1:] == (FIELD,) and type_.name != "decimal"


def is_condition(type_: SqlType) -> bool:
    """Tell whether it is the type of what is 0 or 1."""
    return type_.name == "int" and type_.modifiers == (1, FIELD)


def hybrid(bits: int) -> SqlType:
    """Return the type of ``b'101'`` and ``0x05``: bytes, and a number where one is wanted."""
    size = -(-bits // 8)
    return SqlType("varbinary", modifiers=(max(1, math.ceil(size * _BYTE_DIGITS)),))


def is_hybrid(type_: SqlType) -> bool:
    """Tell whether it is the type of such a constant."""
    return type_.name == "varbinary" and type_.modifiers not in {(), WRITTEN}


def makes_bytes(types: Sequence[SqlType]) -> bool:
    """Tell whether strings together are bytes; written ones give way to a column of text."""
    found = [type_ for type_ in types if type_.name in BLOBS | SHAPES or type_.name in _BITS]
    found += [type_ for type_ in types if type_.name == "json" and type_.modifiers]
    written = all(type_.name == "varbinary" and type_.modifiers for type_ in found)
    return bool(found) and not (written and any(map(is_stored, types)))


def is_stored(type_: SqlType) -> bool:
    """Tell whether a text comes from a column or a cast, and is no constant."""
    return is_label(type_) or (type_.name in TEXTS and type_.modifiers[:1] == STORED)


def is_null(type_: SqlType) -> bool:
    """Tell whether it is the type of the constant NULL, and not of a parameter."""
    return type_ == UNKNOWN and bool(type_.modifiers)


def decimal(precision: int, scale: int) -> SqlType:
    """Return ``decimal(precision, scale)``."""
    return SqlType("decimal", modifiers=(min(precision, 65), min(scale, 38)))


def named_type(name: TypeName) -> SqlType | None:
    """Return the type of a column or cast, or ``None`` where there is no such type.

    ENUM and SET are the catalog's: they have labels.
    """
    words = " ".join(name.parts).lower().split()
    unsigned = not {"unsigned", "zerofill"}.isdisjoint(words[1:])
    base = " ".join([*words[:1], *(word for word in words[1:] if word not in _MARKS)])
    if base in {"signed", "unsigned"}:
        return integer(_ALIASES[base])
    base = _ALIASES.get(base, base)
    numbers = tuple(int(part) for part in name.modifiers if part.isdecimal())
    if base not in _NAMES:
        return None
    return stored(_sized(base, numbers, unsigned=unsigned))


def _sized(base: str, numbers: tuple[int, ...], *, unsigned: bool) -> SqlType:
    if base == "tinyint" and numbers == (1,) and not unsigned:
        return integer("boolean")
    if base == "bit":
        return integer("bit" if numbers and numbers[0] > 1 else "bit(1)", _bit_digits(numbers))
    if base in DIGITS:
        return integer(f"{base} unsigned" if unsigned and base != "boolean" else base)
    if base == "decimal":
        precision, scale = (*numbers, *_DEFAULT_DECIMAL[len(numbers) :])[:2]
        return SqlType("decimal", modifiers=(precision, scale, *(_POSITIVE * unsigned)))
    if base == "float" and len(numbers) == 1 and numbers[0] > _FLOAT_DIGITS:
        return SqlType("double")
    if base in {"text", "blob"} and numbers:
        size = sum(numbers[0] > most for most in _LARGEST)
        return SqlType(f"{_SIZES[size]}{base}", modifiers=STORED if base == "text" else ())
    if base in TEXTS:
        return SqlType(base, modifiers=(*STORED, *numbers[:1]))
    return SqlType(base, modifiers=numbers[:1] if base in TIMES else ())


def _bit_digits(numbers: tuple[int, ...]) -> int:
    return numbers[0] if numbers else 1  # as wide as it is written


def is_text(type_: SqlType) -> bool:
    """Tell whether its values are strings, those of ENUM, SET and JSON included."""
    return (
        type_.name in TEXTS or type_.kind is TypeKind.ENUM or type_.name in {"json", "enum", "set"}
    )


def longest(type_: SqlType) -> int | None:
    """Return how many characters a text has at most, where that is known."""
    known = type_.name in TEXTS and type_.modifiers[1:]
    return known[0] if known else None


def is_label(type_: SqlType) -> bool:
    """Tell whether it is an ENUM or a SET."""
    return type_.kind is TypeKind.ENUM or type_.name in {"enum", "set"}


def is_address(text: str, name: str) -> bool:
    """Tell whether a text is surely a value of ``uuid``, ``inet4`` or ``inet6``."""
    from ipaddress import IPv4Address, IPv6Address  # noqa: PLC0415 - few projects hold such a constant
    from uuid import UUID  # noqa: PLC0415 - as above

    read = {"uuid": UUID, "inet4": IPv4Address, "inet6": IPv6Address}[name]
    try:
        return str(read(text)) == text.lower()
    except ValueError:
        return False


def digits(type_: SqlType) -> int:
    """Return how many digits an integer has."""
    return type_.modifiers[0] if type_.modifiers else DIGITS.get(type_.name, 19)


def is_unsigned(type_: SqlType) -> bool:
    """Tell whether a number cannot be negative."""
    if type_.name == "decimal":
        return type_.modifiers[2:] == _POSITIVE
    return type_.name in UNSIGNED or is_hybrid(type_) or type_.name.endswith(" unsigned")


def decided(type_: SqlType, otherwise: SqlType) -> SqlType:
    """Return ``otherwise`` for what has no type yet."""
    return otherwise if type_ is UNKNOWN or type_ == UNKNOWN else type_
