"""When a value can be NULL: trees built while types are inferred, judged once all is known.

Every expression gets a tree that says how NULL gets into it.  The conditions of a
SELECT are such trees too, so a condition that passed implies *facts*: columns that
held a value, and outer joins that found their row.  ``facts`` judges the trees.

Invariant: ``Certain`` is only ever said of a value that cannot be NULL.

Depends on: relation.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeAlias

    from flash_core.sql.syntax import Expression

    from .relation import OuterJoin, Relation

    Fact: TypeAlias = tuple[Relation, int] | OuterJoin | Expression
    Known: TypeAlias = frozenset[Fact]


@dataclass(frozen=True, slots=True, eq=False)
class Null:
    """Base of the trees."""


@dataclass(frozen=True, slots=True, eq=False)
class Certain(Null):
    """Never NULL."""

    why: str


@dataclass(frozen=True, slots=True, eq=False)
class Possible(Null):
    """May be NULL; ``always`` for the constant NULL."""

    why: str
    always: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class OfColumn(Null):
    """As the column of a relation; index -1 is the row as a whole."""

    relation: Relation
    index: int


@dataclass(frozen=True, slots=True, eq=False)
class OfParameter(Null):
    """As the parameter: NULL is passed only where the signature allows it."""

    number: int


@dataclass(frozen=True, slots=True, eq=False)
class Strict(Null):
    """NULL exactly when one of the items is."""

    items: tuple[Null, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Lenient(Null):
    """NULL only when one of the items is, but perhaps not even then."""

    items: tuple[Null, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Lossy(Null):
    """NULL when one of the items is, and perhaps otherwise: JSON access."""

    items: tuple[Null, ...]
    why: str


@dataclass(frozen=True, slots=True, eq=False)
class First(Null):
    """NULL only when every item is: COALESCE, GREATEST."""

    items: tuple[Null, ...]
    name: str = "COALESCE"


@dataclass(frozen=True, slots=True, eq=False)
class Guarded(Null):
    """An arm of CASE: its condition was true, those of the arms before it were not."""

    item: Null
    true: tuple[Null, ...]
    untrue: tuple[Null, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Elsewhere(Null):
    """As the item in another row: conditions on this row alone tell nothing about it."""

    item: Null


@dataclass(frozen=True, slots=True, eq=False)
class Witness(Null):
    """A subquery: when it comes out true, one of its rows passed its conditions.

    ``known`` is what those say about the queries around it.
    """

    item: Null
    known: Known


@dataclass(frozen=True, slots=True, eq=False)
class Aggregated(Null):
    """An aggregate that is NULL over no rows, else like its arguments.

    ``key`` is the call itself: a HAVING about it tells about its other uses.
    """

    key: Expression
    items: tuple[Null, ...]
    filtered: bool


@dataclass(frozen=True, slots=True, eq=False)
class Gathered(Null):
    """As the items in one of the rows that an aggregate takes in, where its FILTER holds."""

    items: tuple[Null, ...]
    filter: Null | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Both(Null):
    """AND."""

    items: tuple[Null, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Either(Null):
    """OR."""

    items: tuple[Null, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Negation(Null):
    """NOT."""

    item: Null


@dataclass(frozen=True, slots=True, eq=False)
class Predicate(Null):
    """A condition, by what must hold a value for it to come out true or false."""

    items: tuple[Null, ...]
    if_true: tuple[Null, ...] = ()
    if_false: tuple[Null, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Test(Null):
    """A condition that is never NULL itself; ``item`` has that outcome when it is true or false."""

    item: Null
    if_true: Outcome | None = None
    if_false: Outcome | None = None


class Outcome(enum.Enum):
    """What is known of an evaluated expression."""

    TRUE = "true"
    FALSE = "false"
    VALUE = "value"  # not NULL

    def negated(self) -> Outcome:
        """Return the outcome of the operand of NOT."""
        if self is Outcome.TRUE:
            return Outcome.FALSE
        return Outcome.TRUE if self is Outcome.FALSE else self


_NOTHING: Final[Known] = frozenset()


def _all(sets: Iterable[Known]) -> Known:
    return _NOTHING.union(*sets)


def _common(sets: Iterable[Known]) -> Known:
    first, *rest = list(sets) or [_NOTHING]
    return first.intersection(*rest)


def implied(tree: Null, outcome: Outcome) -> Known:
    """Return what must have held a value when ``tree`` came out so."""
    match tree:
        case OfColumn():
            return _implied_by_column(tree, outcome)
        case Strict(items=items) | Lossy(items=items):
            return _all(implied(item, Outcome.VALUE) for item in items)
        case First(items=items):
            return _common(implied(item, Outcome.VALUE) for item in items)
        case Aggregated(key=key):
            return frozenset([key])
        case Witness(item=item, known=known):
            return implied(item, outcome) | (known if outcome is Outcome.TRUE else _NOTHING)
        case Both() | Either():
            return _implied_by_logic(tree, outcome)
        case Negation(item=item):
            return implied(item, outcome.negated())
        case Predicate(if_true=if_true, if_false=if_false):
            return _implied_by_predicate(if_true, if_false, outcome)
        case Test(item=item, if_true=if_true, if_false=if_false):
            inner = {Outcome.TRUE: if_true, Outcome.FALSE: if_false}.get(outcome)
            return implied(item, inner) if inner else _NOTHING
        case _:
            return _NOTHING


def _implied_by_column(column: OfColumn, outcome: Outcome) -> Known:
    relation, index = column.relation, column.index
    known: Known = frozenset([(relation, index), *relation.joins])
    below = relation.columns[index].null if index >= 0 else None
    if below is None or isinstance(below, Certain | Possible):  # as in all columns of tables
        return known
    return known | implied(below, outcome)


def _implied_by_logic(tree: Both | Either, outcome: Outcome) -> Known:
    if outcome is Outcome.VALUE:
        return _implied_by_logic(tree, Outcome.TRUE) & _implied_by_logic(tree, Outcome.FALSE)
    every = isinstance(tree, Both) == (outcome is Outcome.TRUE)
    parts = [implied(item, outcome) for item in tree.items]
    return _all(parts) if every else _common(parts)


def _implied_by_predicate(
    if_true: tuple[Null, ...], if_false: tuple[Null, ...], outcome: Outcome
) -> Known:
    true = _all(implied(item, Outcome.VALUE) for item in if_true)
    false = _all(implied(item, Outcome.VALUE) for item in if_false)
    if outcome is Outcome.TRUE:
        return true
    return false if outcome is Outcome.FALSE else true & false
