"""Sequences: their parameters in full, and how one becomes another without losing its place.

Depends on: sql.postgres_objects, catalog.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass, replace
from flash_core.catalog.names import object_name
from flash_core.sql.postgres_objects import sequence_options

if TYPE_CHECKING:
    from collections.abc import Iterable

LARGEST: Final = {"int2": 2**15 - 1, "int4": 2**31 - 1, "int8": 2**63 - 1}
_NAMES: Final = {"int2": "smallint", "int4": "integer", "int8": "bigint"}
_SPELT: Final = {"smallint": "int2", "int": "int4", "integer": "int4", "bigint": "int8"}
SERIAL: Final = {
    "smallserial": "int2",
    "serial2": "int2",
    "serial": "int4",
    "serial4": "int4",
    "bigserial": "int8",
    "serial8": "int8",
}


@dataclass(frozen=True, slots=True)
class Sequence:
    """All parameters of a sequence."""

    type: str = "int8"
    increment: int = 1
    minimum: int = 1
    maximum: int = 2**63 - 1
    start: int = 1
    cache: int = 1
    cycle: bool = False
    unlogged: bool = False

    @property
    def clauses(self) -> str:
        """The parameters as SQL, without the type."""
        return (
            f"INCREMENT BY {self.increment} MINVALUE {self.minimum} MAXVALUE {self.maximum}"
            f" START WITH {self.start} CACHE {self.cache} {'CYCLE' if self.cycle else 'NO CYCLE'}"
        )

    @property
    def settings(self) -> str:
        """The parameters as clauses of ALTER COLUMN."""
        return (
            f"SET INCREMENT BY {self.increment} SET MINVALUE {self.minimum}"
            f" SET MAXVALUE {self.maximum} SET START WITH {self.start} SET CACHE {self.cache}"
            f" SET {'CYCLE' if self.cycle else 'NO CYCLE'}"
        )

    @property
    def largest(self) -> int:
        """The largest value of the type."""
        return LARGEST[self.type]

    @property
    def type_name(self) -> str:
        """The type as people write it."""
        return _NAMES[self.type]


def sequence(type_: str, options: Iterable[tuple[str, str | None]]) -> Sequence:
    """Return what clauses make of a sequence; of several of a kind the last counts.

    Args:
        type_: ``int2``, ``int4`` or ``int8``, where no clause says another.
        options: The clauses with their values.
    """
    given = dict(options)
    spelt = given.get("as") or type_
    type_ = _SPELT.get(spelt, spelt)
    largest = LARGEST.get(type_, LARGEST["int8"])
    increment = _number(given, "increment", 1)
    low, high = (1, largest) if increment > 0 else (-largest - 1, -1)
    minimum, maximum = _number(given, "minvalue", low), _number(given, "maxvalue", high)
    start = _number(given, "start", minimum if increment > 0 else maximum)
    cycle = given.get("cycle") == "true"
    cache = _number(given, "cache", 1)
    return Sequence(type_, increment, minimum, maximum, start, cache, cycle)


def changed(old: Sequence, options: Iterable[tuple[str, str | None]]) -> Sequence:
    """Return what ALTER SEQUENCE makes of a sequence."""
    largest = LARGEST.get(old.type, LARGEST["int8"])
    up = old.increment > 0
    low, high = (1, largest) if up else (-largest - 1, -1)
    kept: dict[str, str | None] = {
        "as": old.type,
        "increment": str(old.increment),
        "start": str(old.start),
        "cache": str(old.cache),
        "cycle": "true" if old.cycle else "false",
    }
    given = dict(options)
    spelt = given.get("as") or old.type
    wide = LARGEST.get(_SPELT.get(spelt, spelt), LARGEST["int8"])
    # A limit that is the type's own follows the type, whichever way the sequence goes.
    if old.minimum != low:
        kept["minvalue"] = str(-wide - 1 if old.minimum == -largest - 1 else old.minimum)
    if old.maximum != high:
        kept["maxvalue"] = str(wide if old.maximum == largest else old.maximum)
    made = sequence(old.type, {**kept, **given}.items())
    return replace(made, unlogged=old.unlogged)


def _number(given: dict[str, str | None], name: str, otherwise: int) -> int:
    value = given.get(name)
    return otherwise if value is None else int(value)


def identity_sequence(type_: str, options: str) -> Sequence:
    """Return the sequence of an identity column."""
    return sequence(type_, sequence_options(options) if options else ())


def identity_name(table: str, column: str, options: str) -> str:
    """Return the name of the sequence of an identity column.

    Args:
        table: Its table.
        column: Its name.
        options: What is said of the sequence.
    """
    named = "NAME" in options.upper()
    given = dict(sequence_options(options)).get("sequence_name") if named else None
    return given.rpartition(".")[2] if given else object_name(table, column, "seq")


def outgrown(old: Sequence, new: Sequence) -> bool:
    """Tell whether the place of a sequence may lie outside of its new range."""
    return new.minimum > old.minimum or new.maximum < old.maximum


def moved(name: str, new: Sequence) -> str:
    """Return the statement that brings the place of a sequence into its new range.

    Args:
        name: The sequence as SQL, an expression of type ``regclass`` or text.
        new: Its new parameters.
    """
    return (
        f"SELECT setval({name}, least(greatest(coalesce(pg_sequence_last_value({name}),"
        f" {new.start}), {new.minimum}), {new.maximum}),"
        f" pg_sequence_last_value({name}) IS NOT NULL)"
    )
