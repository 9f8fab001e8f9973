"""Columns of MySQL and MariaDB: what their changes are called in ALTER TABLE, and what they lose.

Depends on: catalog, engine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.catalog.identifiers import quote
from flash_core.catalog.mysql_render import column_definition, is_row_time
from flash_core.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flash_core.catalog.model import Column, Table

_WIDTHS: Final = {"tinyint": 1, "smallint": 2, "mediumint": 3, "int": 4, "bigint": 8}
# Between what is of different kinds here, the server casts no values; texts become anything.
_KINDS: Final = {
    **dict.fromkeys(("inet4", "inet6", "uuid"), ""),
    **dict.fromkeys(("point", "linestring", "polygon", "geometry", "multipoint"), "geometry"),
    **dict.fromkeys(("multilinestring", "multipolygon", "geometrycollection"), "geometry"),
    **dict.fromkeys((*_WIDTHS, "decimal", "float", "double", "bit", "boolean"), "number"),
    **dict.fromkeys(("year", "date", "time", "datetime", "timestamp"), "number"),
}
NUMBERS: Final = frozenset((*_WIDTHS, "decimal", "float", "double"))
_SIZES: Final = {"tiny": 1, "": 2, "medium": 3, "long": 4}


def quoted_name(name: str) -> str:
    """Return a name as it stands in SQL."""
    return quote(name, Engine.MYSQL)


def remade_columns(old: Table, new: Table) -> frozenset[str]:
    """Return the columns, folded, that MODIFY cannot change.

    They are or become virtual, or are of a type to which the server casts no value of the old one.
    """
    before = {column.name.lower(): column for column in old.columns}

    def regenerated(one: Column, other: Column) -> bool:
        if _is_kept(one) and _is_kept(other):
            return _is_uncastable(one.type_text, other.type_text)
        return _is_kept(one) or _is_kept(other) or one != other

    return frozenset(
        column.name.lower()
        for column in new.columns
        if (was := before.get(column.name.lower())) is not None and regenerated(was, column)
    )


def _is_kept(column: Column) -> bool:
    """Tell whether the values of a column are kept with its rows, as virtual ones are not."""
    return column.generated is None or column.stored


def _is_uncastable(old: str, new: str) -> bool:
    bases = _split(old)[0], _split(new)[0]
    kinds = {_KINDS[base] or base for base in bases if base in _KINDS}
    return all(base in _KINDS for base in bases) and len(kinds) > 1


def rebuilt_columns(old: Table, new: Table) -> frozenset[str]:
    """Return the columns, folded, that a foreign key must let go while they change."""
    before = {column.name.lower(): column for column in old.columns}
    after = {column.name.lower(): column for column in new.columns}
    recoded = old.collation != new.collation

    def essence(column: Column) -> tuple[object, ...]:
        generation = column.generated, column.stored
        return column.name, column.type_text, column.not_null, generation, column.collation

    return frozenset(
        key
        for key in before.keys() | after.keys()
        if key not in before
        or key not in after
        or essence(before[key]) != essence(after[key])
        or (recoded and _is_text(after[key]) and after[key].collation is None)
    )


def differs(old: Table, was: Column, new: Table, column: Column) -> bool:
    """Tell whether a column has to be defined anew, be it for what its table says of text."""
    if was.name != column.name:
        return True
    recoded = old.collation != new.collation and _is_text(column) and column.collation is None
    return recoded or column_definition(was, old.checks) != column_definition(column, new.checks)


def _is_text(column: Column) -> bool:
    return column.type_text.startswith(("char", "varchar", "enum(", "set(")) or (
        "text" in column.type_text
    )


def column_clauses(old: Table, new: Table, remade: frozenset[str]) -> Iterator[str]:
    """Yield ADD, CHANGE and MODIFY, in the order of the new table's columns."""
    before = {column.name.lower(): column for column in old.columns}
    stay = [
        column.name.lower()
        for column in old.columns
        if column.name.lower() in {item.name.lower() for item in new.columns}
        and column.name.lower() not in remade
    ]
    kept = settled(stay, [column.name.lower() for column in new.columns])
    last_kept = next(
        (column.name for column in reversed(new.columns) if column.name.lower() in kept), None
    )
    previous: str | None = None
    behind = last_kept is None  # all that follows is appended
    for column in new.columns:
        key = column.name.lower()
        definition = column_definition(column, new.checks)
        place = "FIRST" if previous is None else f"AFTER {quoted_name(previous)}"
        was = before.get(key) if key not in remade else None
        if was is None:
            yield f"ADD COLUMN {definition}{'' if behind and previous else ' ' + place}"
        elif key not in kept or differs(old, was, new, column):
            verb = "MODIFY COLUMN"
            if was.name != column.name:
                verb = f"CHANGE COLUMN {quoted_name(was.name)}"
            moved = f" {place}" if key not in kept else ""
            yield f"{verb} {definition}{moved}"
        previous = column.name
        behind = behind or column.name == last_kept


def fixed_columns(old: Table, new: Table) -> list[str]:
    """Return the columns that say when a row began or ended, and that would have to change.

    The server renames and drops them, and does nothing else with them.
    """
    before = {column.name.lower(): column for column in old.columns}
    after = [column.name.lower() for column in new.columns]
    kept = settled([key for key in before if key in after], after)
    return [
        column.name
        for column in new.columns
        if (was := before.get(column.name.lower())) is not None
        and is_row_time(was)
        and is_row_time(column)
        and (was.name.lower() not in kept or column_definition(was) != column_definition(column))
    ]


def settled(present: Sequence[str], wanted: Sequence[str]) -> frozenset[str]:
    """Return as many columns as possible that need not move: a longest common order."""
    place = {name: position for position, name in enumerate(wanted)}
    best: list[list[str]] = []
    for name in present:
        before = [chain for chain in best if place[chain[-1]] < place[name]]
        best.append([*_longest(before), name])
    return frozenset(_longest(best))


def _longest(chains: list[list[str]]) -> list[str]:
    return max(chains, key=len) if chains else []


def lost_columns(old: Table, new: Table) -> list[Column]:
    """Return the columns of ``old`` whose values are lost, or do not all fit, in ``new``."""
    after = {column.name.lower(): column for column in new.columns}
    remade = remade_columns(old, new)
    return [
        column
        for column in old.columns
        if column.generated is None
        and (
            (found := after.get(column.name.lower())) is None
            or column.name.lower() in remade
            or found.generated is not None
            or _narrows(column, found)
        )
    ]


def _narrows(old: Column, new: Column) -> bool:
    """Tell whether values of one type may not fit into another."""
    if old.type_text == new.type_text:
        return False
    before, after = _split(old.type_text), _split(new.type_text)
    if before[0] in _WIDTHS and after[0] in _WIDTHS:
        wider = _WIDTHS[after[0]] - _WIDTHS[before[0]]
        signs = "unsigned" in old.type_text, "unsigned" in new.type_text
        return wider < 0 or (signs[0] != signs[1] and not (signs[0] and wider > 0))
    for kind in ("text", "blob"):
        if before[0].endswith(kind) and after[0].endswith(kind):
            return _SIZES[after[0][: -len(kind)]] < _SIZES[before[0][: -len(kind)]]
    if before[0] == after[0] and before[0] in {"enum", "set"} and old.type and new.type:
        return not set(old.type.modifiers) <= set(new.type.modifiers)
    if before[0] == after[0] or {before[0], after[0]} <= {"char", "varchar"}:
        return not _fits(before[1], after[1])
    return not (before[0] in {"char", "varchar"} and after[0] in {"text", "mediumtext", "longtext"})


def shortened_columns(old: Table, new: Table) -> list[str]:
    """Return the columns of ``old`` that are BINARY of a length, and of a smaller one in ``new``."""
    after = {column.name.lower(): column for column in new.columns}
    found: list[str] = []
    for column in old.columns:
        other = after.get(column.name.lower())
        if other is None or column.generated is not None or other.generated is not None:
            continue
        before, wanted = _split(column.type_text), _split(other.type_text)
        binary = before[0] == wanted[0] == "binary"
        if binary and not _fits(before[1], wanted[1]):
            found.append(column.name)
    return found


def base_type(text: str) -> str:
    """Return the first word of a type."""
    return _split(text)[0]


def _split(text: str) -> tuple[str, tuple[str, ...]]:
    base, _, rest = text.partition("(")
    return base.split()[0], tuple(part.strip() for part in rest.partition(")")[0].split(","))


def _fits(old: tuple[str, ...], new: tuple[str, ...]) -> bool:
    """Tell whether a length, or digits with a scale, has room for another."""
    if not all(part.isdecimal() for part in (*old, *new)):
        return False
    room, scale = int(new[0]), int(new[1]) if len(new) > 1 else 0
    need, places = int(old[0]), int(old[1]) if len(old) > 1 else 0
    return scale >= places and room - scale >= need - places
