"""Whether every value of a column of MySQL or MariaDB is the same in a column of another type.

What is not known to fit may be lost or refused.

Depends on: catalog, types, mysql_characters, mysql_numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .mysql_characters import Characters, bytes_of, characters_of, fits_in
from .mysql_numbers import FLOATS, arguments, base_type, exact, holds_float, holds_number

if TYPE_CHECKING:
    from flash_core.catalog.model import Column, Table

# As many characters as their longest value has.
_LENGTHS: Final = {"date": 10, "year": 4, "uuid": 36, "inet4": 15, "inet6": 39}
# What becomes bytes as they are stored, not as they are shown.
_RAW: Final = {"uuid": 16, "inet4": 4, "inet6": 16}
_CLOCKS: Final = {"time": 10, "datetime": 19}
_FRACTIONS: Final = frozenset({"time", "datetime", "timestamp"})
_LONGEST_DOUBLE: Final = 24
_SHAPES: Final = frozenset(
    {"point", "linestring", "polygon", "multipoint", "multilinestring", "multipolygon"}
    | {"geometrycollection", "geometry"}
)


def keeps_values(old: Table, was: Column, new: Table, column: Column) -> bool:
    """Tell whether every value of a column is the same after a change of its type.

    Args:
        old: The table as it is.
        was: The column as it is.
        new: The table as it should be.
        column: The column as it should be.
    """
    before, after = base_type(was.type_text), base_type(column.type_text)
    source, target = characters_of(old, was), characters_of(new, column)
    if "json" in {before, after} or _SHAPES & {before, after}:
        # Texts of JSON are long; of shapes, one type takes them all.
        wider = {"json": "longtext"} | dict.fromkeys(_SHAPES, "geometry")
        return after in {before, wider.get(before)}
    if {before, after} & {"enum", "set"}:
        return _keeps_members(was, column, source, target)
    if target is not None:
        return _fits_text(was, source, target)
    if (room := bytes_of(column.type_text)) is not None:
        return _fits_bytes(was, source, room, padded=after == "binary")
    if before in _FRACTIONS and before == after:
        return _fraction(was) <= _fraction(column)
    if (before, after) == ("date", "datetime") or before == after == "year":
        return True
    if after in FLOATS:
        return holds_float(was.type_text, column.type_text)
    if exact(was.type_text) is not None and after != "year":
        return holds_number(was.type_text, column.type_text)
    return was.type_text == column.type_text


def _keeps_members(
    was: Column, column: Column, source: Characters | None, target: Characters | None
) -> bool:
    """Tell whether every value of an ENUM or SET is one of another column."""
    before, after = base_type(was.type_text), base_type(column.type_text)
    if source is None or was.type is None or column.type is None or before not in {"enum", "set"}:
        return False
    members = was.type.modifiers
    spoken = Characters("ascii" if "".join(members).isascii() else source.charset)
    if after in {"enum", "set"}:
        known = set(members) <= set(column.type.modifiers)
        return known and after in {before, "set"} and not spoken.loses(target)
    if target is None:
        return False
    lengths = [len(member) for member in members]
    longest = sum(lengths) + len(lengths) - 1 if before == "set" else max(lengths)
    return fits_in(Characters(spoken.charset, longest), target)


def _fits_text(was: Column, source: Characters | None, target: Characters) -> bool:
    if source is not None:
        # CHAR takes spaces at the end for nothing.
        padded = target.padded and not source.padded
        return not padded and fits_in(source, target)
    length = _printed(was)
    return length is not None and fits_in(Characters("ascii", length), target)


def _fits_bytes(was: Column, source: Characters | None, room: int, *, padded: bool) -> bool:
    if source is not None:
        return not padded and source.size is not None and source.size <= room
    need = bytes_of(was.type_text)
    if need is not None:
        # Zeros that BINARY fills up with are cut off again on the way back.
        return need <= room and (not padded or base_type(was.type_text) == "binary")
    raw = _RAW.get(base_type(was.type_text))
    if raw is not None:
        return raw == room if padded else raw <= room
    length = _printed(was)
    return not padded and length is not None and length <= room


def _printed(column: Column) -> int | None:
    """Return how many characters the longest value has that is no text, if they say all of it."""
    base = base_type(column.type_text)
    if base in _LENGTHS:
        return _LENGTHS[base]
    if base in _CLOCKS:
        fraction = _fraction(column)
        return _CLOCKS[base] + (fraction + 1 if fraction else 0)
    if base == "double":
        return _LONGEST_DOUBLE
    numbers = None if base == "bit" else exact(column.type_text)
    if numbers is None:
        return None
    filled = int(arguments(column.type_text)[0] or 0) if "zerofill" in column.type_text else 0
    return max(numbers.printed, filled)


def _fraction(column: Column) -> int:
    return int(arguments(column.type_text)[0] or 0)
