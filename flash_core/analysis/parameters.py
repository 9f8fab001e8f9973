"""Parameters: their types as PostgreSQL's parse_param.c decides them, their names and nulls.

A parameter starts without a type; the first place that needs one decides it.
Every place it stands in is recorded as a :class:`Use`, from which the name, the
column it belongs to and whether NULL makes sense are told at the end.

Depends on: model, types.model.
"""

from __future__ import annotations

import enum
import keyword
import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass, field
from flash_core.types.model import UNKNOWN, SqlType, TypeKind

from .model import Parameter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from flash_core.sql.placeholders import Slot
    from flash_core.sql.source import Span

    from .model import TableColumn


class Rank(enum.IntEnum):
    """How telling a use is for the name; the lowest wins.

    What happens to the placeholder itself tells more than what happens to an expression
    it stands in: in ``total > tax($1)`` it is the argument of ``tax``.
    """

    ASSIGNED = 0
    COMPARED = 1
    CLAUSE = 2  # LIMIT, OFFSET
    ARGUMENT = 3
    PART_ASSIGNED = 4
    PART_COMPARED = 5
    PART_CLAUSE = 6
    OPERAND = 7
    PART_ARGUMENT = 8

    def of_part(self) -> Rank:
        """Return the rank for a placeholder that is only a part of what is used."""
        return _OF_PARTS.get(self, self)


_OF_PARTS: Final = {
    Rank.ASSIGNED: Rank.PART_ASSIGNED,
    Rank.COMPARED: Rank.PART_COMPARED,
    Rank.CLAUSE: Rank.PART_CLAUSE,
    Rank.ARGUMENT: Rank.PART_ARGUMENT,
}


class Nullity(enum.Enum):
    """What a use says about NULL."""

    WELCOME = "welcome"  # NULL makes sense here
    REFUSED = "refused"  # NULL is an error here
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True)
class Use:
    """One place that a parameter stands in."""

    rank: Rank
    name: str | None = None
    origin: TableColumn | None = None
    nullity: Nullity = Nullity.NEUTRAL


@dataclass(slots=True)
class Parameters:
    """The parameters of one statement while it is analysed.

    Attributes:
        early: Places met before the type was decided, but for the one that decided it.
        slices: Numbers of those that stand for a list, which may be empty.
        dimensions: Of those that a cast makes arrays of more than one, ``$1::integer[][]``.
    """

    types: dict[int, SqlType] = field(default_factory=dict[int, SqlType])
    uses: dict[int, list[Use]] = field(default_factory=dict[int, list[Use]])
    spans: dict[int, list[Span]] = field(default_factory=dict[int, "list[Span]"])
    loose: dict[int, list[Span]] = field(default_factory=dict[int, "list[Span]"])
    slices: frozenset[int] = frozenset()
    early: dict[int, set[Span]] = field(default_factory=dict[int, "set[Span]"])
    dimensions: dict[int, int] = field(default_factory=dict[int, int])

    def meet(self, number: int, span: Span) -> SqlType:
        """Note one more place of a parameter and return its type so far."""
        self.spans.setdefault(number, []).append(span)
        type_ = self.types.get(number, UNKNOWN)
        if type_ is UNKNOWN:
            self.loose.setdefault(number, []).append(span)
            self.early.setdefault(number, set()).add(span)
        return type_

    def decided_late(self) -> bool:
        """Tell whether some place of a parameter did not know yet what another one decided."""
        return any(self.early.get(number) for number in self.types)

    def decide(self, number: int, span: Span, type_: SqlType) -> SqlType | None:
        """Give an undecided place its type.

        Returns:
            The type that another place had already decided, if it is another one.
        """
        loose = self.loose.get(number, [])
        if span in loose:
            loose.remove(span)
        if number not in self.types and number in self.early:
            self.early[number].discard(span)
        decided = self.types.setdefault(number, type_)
        return None if decided == type_ else decided

    def use(self, numbers: Sequence[int], use: Use) -> None:
        """Record a use."""
        for number in numbers:
            self.uses.setdefault(number, []).append(use)


_NOT_A_WORD = re.compile(r"\W")
# Of an expression that a column is called after: count(*).
_END = re.compile(r"[^\w?]+$")


def identifier(name: str) -> str:
    """Return ``name`` as a Python identifier that may be an argument of a method."""
    word = name
    if not (name.isascii() and name.isidentifier()):
        word = _NOT_A_WORD.sub("_", name) or "arg"
    if not word.isidentifier():
        word = f"_{word}" if word[0].isdigit() else "arg"
    if keyword.iskeyword(word) or word == "self":
        word += "_"
    return word


def _cut(name: str) -> str:
    """Return a name without what stands behind its last word: ``count(*)``."""
    plain = name.isascii() and name.isidentifier()
    return name if plain else _END.sub("", name)


def _best(uses: Sequence[Use]) -> Use | None:
    named = [use for use in uses if use.name]
    return min(named, key=lambda use: use.rank, default=None)


def _unique(name: str, taken: set[str]) -> str:
    candidate, count = name, 1
    while candidate in taken:
        count += 1
        candidate = f"{name.rstrip('_')}_{count}"
    taken.add(candidate)
    return candidate


def _nullable(slot: Slot, uses: Sequence[Use]) -> tuple[bool, str]:
    """Return whether NULL may be passed, and why."""
    if slot.nullable:
        return True, "declared nullable"
    refused = next((use for use in uses if use.nullity is Nullity.REFUSED), None)
    if refused is not None:
        return False, f"stored in {_place(refused)}, which is NOT NULL"
    welcome = next((use for use in uses if use.nullity is Nullity.WELCOME), None)
    if welcome is None:
        return False, "nothing it is used for expects NULL"
    if welcome.rank in (Rank.ASSIGNED, Rank.PART_ASSIGNED):
        return True, f"stored in {_place(welcome)}, which may be NULL"
    return True, "used where NULL makes sense: IS NULL, COALESCE, IS DISTINCT FROM"


def _place(use: Use) -> str:
    if use.origin is not None:
        return f"{use.origin.table}.{use.origin.column}"
    return use.name or "a column"


def _names(slots: Sequence[Slot], best: Mapping[int, Use | None]) -> dict[int, str]:
    """Name every slot; names that the user wrote are never changed for derived ones.

    Args:
        slots: As the user wrote them.
        best: Of each number, the use with the most telling name.
    """
    taken: set[str] = set()
    names: dict[int, str] = {}
    for slot in slots:
        if slot.name is not None:
            names[slot.number] = _unique(identifier(slot.name), taken)
    for slot in slots:
        if slot.name is None:
            use = best[slot.number]
            name = f"arg_{slot.number}" if use is None else identifier(_cut(use.name or ""))
            names[slot.number] = _unique(name, taken)
    return names


def describe(
    slots: Sequence[Slot],
    parameters: Parameters,
    leaving: frozenset[int],
    undecided: SqlType,
    declared: Callable[[TableColumn], int],
) -> tuple[Parameter, ...]:
    """Return the parameters of a query.

    Args:
        slots: As the user wrote them.
        parameters: What analysis recorded.
        leaving: Numbers that only stand where NULL means "leave it".
        undecided: Type of those that nothing decided.
        declared: Tells how many dimensions a column of arrays was declared with.
    """
    named = {slot.number: _best(parameters.uses.get(slot.number, ())) for slot in slots}
    names = _names(slots, named)
    out: list[Parameter] = []
    trailing = True
    for slot in reversed(slots):
        uses = parameters.uses.get(slot.number, ())
        best = named[slot.number] or next((use for use in uses if use.origin), None)
        nullable, why = _nullable(slot, uses)
        trailing = trailing and nullable and (slot.nullable or slot.number in leaving)
        type_ = parameters.types.get(slot.number, undecided)
        origin = None if best is None else best.origin
        dimensions = parameters.dimensions.get(slot.number, 1)
        if type_.kind is TypeKind.ARRAY and origin is not None and not slot.slice:
            dimensions = max(dimensions, declared(origin))
        out.append(
            Parameter(
                slot.number,
                names[slot.number],
                type_,
                nullable,
                trailing,
                slot.slice,
                origin,
                dimensions,
                why,
            )
        )
    return tuple(reversed(out))
