"""Columns of MySQL and MariaDB: what their changes are called in ALTER TABLE, and what they lose.

Depends on: catalog, engine, mysql_fits, mysql_numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.catalog.identifiers import quote
from flash_core.catalog.mysql_render import column_definition, is_row_time
from flash_core.catalog.mysql_text import folded
from flash_core.engine import Engine

from .mysql_fits import keeps_values
from .mysql_numbers import WIDTHS, base_type

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flash_core.catalog.model import Column, Table

# Between what is of different kinds here, the server casts no values; texts become anything.
_KINDS: Final = {
    **dict.fromkeys(("inet4", "inet6", "uuid"), ""),
    **dict.fromkeys(("point", "linestring", "polygon", "geometry", "multipoint"), "geometry"),
    **dict.fromkeys(("multilinestring", "multipolygon", "geometrycollection"), "geometry"),
    **dict.fromkeys((*WIDTHS, "decimal", "float", "double", "bit", "boolean"), "number"),
    **dict.fromkeys(("year", "date", "time", "datetime", "timestamp"), "number"),
}
NUMBERS: Final = frozenset((*WIDTHS, "decimal", "float", "double"))


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
    bases = base_type(old), base_type(new)
    kinds = {_KINDS[base] or base for base in bases if base in _KINDS}
    return all(base in _KINDS for base in bases) and len(kinds) > 1


def rebuilt_columns(old: Table, new: Table) -> frozenset[str]:
    """Return the columns, folded, that a foreign key must let go while they change."""
    before = {column.name.lower(): column for column in old.columns}
    after = {column.name.lower(): column for column in new.columns}
    recoded = old.collation != new.collation

    def essence(column: Column) -> tuple[object, ...]:
        generation = column.generated and folded(column.generated), column.stored
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
    definitions = column_definition(was, old.checks), column_definition(column, new.checks)
    return recoded or folded(definitions[0]) != folded(definitions[1])


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
            or not keeps_values(old, column, new, found)
        )
    ]


def shortened_columns(old: Table, new: Table) -> list[str]:
    """Return the columns of ``old`` that are BINARY of a length, and of a smaller one in ``new``."""
    after = {column.name.lower(): column for column in new.columns}
    found: list[str] = []
    for column in old.columns:
        other = after.get(column.name.lower())
        if other is None or column.generated is not None or other.generated is not None:
            continue
        binary = base_type(column.type_text) == base_type(other.type_text) == "binary"
        if binary and not keeps_values(old, column, new, other):
            found.append(column.name)
    return found
