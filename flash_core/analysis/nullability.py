"""When a value can be NULL: trees built while types are inferred, judged once all is known.

Every expression gets a tree that says how NULL gets into it.  The conditions of a
SELECT are such trees too, so a condition that passed yields *facts*: columns that
held a value, and outer joins that found their row.  A tree is judged against
the facts of its own SELECT; columns of outer queries stay symbolic until the outer
query is judged.

Invariant: ``Certain`` is only ever said of a value that cannot be NULL.

Depends on: relation.
"""

from __future__ import annotations

import enum
from dataclasses import field
from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flash_core.sql.syntax import Expression

    from .relation import OuterJoin, Relation


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
class First(Null):
    """NULL only when every item is: COALESCE."""

    items: tuple[Null, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Aggregated(Null):
    """An aggregate that is NULL over no rows, else like its arguments.

    ``key`` is the call itself: a HAVING about it tells about its other uses.
    """

    key: Expression
    items: tuple[Null, ...]
    filtered: bool


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


Known = frozenset["tuple[Relation, int] | OuterJoin | Expression"]
_NOTHING: Known = frozenset()


def _all(sets: Iterable[Known]) -> Known:
    everything: set[tuple[Relation, int] | OuterJoin | Expression] = set()
    for some in sets:
        everything |= some
    return frozenset(everything)


def _common(sets: Iterable[Known]) -> Known:
    first, *rest = list(sets) or [_NOTHING]
    return first.intersection(*rest)


def implied(tree: Null, outcome: Outcome) -> Known:
    """Return what must have held a value when ``tree`` came out so."""
    match tree:
        case OfColumn(relation=relation, index=index):
            below = relation.columns[index].null if index >= 0 else None
            known = _all([frozenset([(relation, index)]), frozenset(relation.joins)])
            return known | (implied(below, outcome) if below else _NOTHING)
        case Strict(items=items):
            return _all(implied(item, Outcome.VALUE) for item in items)
        case First(items=items):
            return _common(implied(item, Outcome.VALUE) for item in items)
        case Aggregated(key=key):
            return frozenset([key])
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


@dataclass(slots=True)
class Facts:
    """What one SELECT knows about its rows.

    Attributes:
        own: Relations of this SELECT's FROM.
        known: Columns and aggregates that hold a value, outer joins that matched.
        nullable_parameters: Set once it is known for which parameters NULL may be passed.
        empty_group: The result may stem from no row at all (aggregates without GROUP BY).
        nullable_keys: GROUPING SETS, ROLLUP or CUBE blank out keys.
    """

    own: set[Relation] = field(default_factory=set["Relation"])
    known: set[tuple[Relation, int] | OuterJoin | Expression] = field(
        default_factory=set["tuple[Relation, int] | OuterJoin | Expression"]
    )
    nullable_parameters: frozenset[int] | None = None
    empty_group: bool = False
    grouped: bool = False
    nullable_keys: bool = False

    def assume(self, tree: Null, only: set[Relation] | None = None) -> None:
        """Record that a condition passed; with ``only``, what it says about those relations."""
        self.learn(implied(tree, Outcome.TRUE), only)

    def learn(self, known: Known, only: set[Relation] | None = None) -> None:
        """Record facts, and what the conditions of outer joins that matched tell."""
        from .relation import OuterJoin  # noqa: PLC0415 - relation needs the trees above

        for fact in known:
            if fact in self.known:
                continue
            if only is not None and isinstance(fact, tuple) and fact[0] not in only:
                continue
            if isinstance(fact, OuterJoin):
                if only is not None and not any(fact in relation.joins for relation in only):
                    continue
                self.known.add(fact)
                if fact.condition is not None:
                    self.learn(implied(fact.condition, Outcome.TRUE))
            else:
                self.known.add(fact)

    def judge(self, tree: Null) -> Null:
        """Return ``tree`` with everything known applied: only columns of outer queries remain."""
        match tree:
            case OfColumn():
                return self._judge_column(tree)
            case OfParameter(number=number):
                return self._judge_parameter(tree, number)
            case Aggregated(key=key):
                known = key in self.known
                return Certain("HAVING rejects NULL") if known else self._judge_aggregate(tree)
            case Test():
                return Certain("a test is true or false")
            case _:
                return self._judge_combination(tree)

    def _judge_combination(self, tree: Null) -> Null:
        match tree:
            case First(items=items):
                return _judge_first([self.judge(item) for item in items])
            case Strict(items=items):
                return _judge_any([self.judge(item) for item in items], Strict)
            case Lenient(items=items) | Both(items=items) | Either(items=items):
                return _judge_any([self.judge(item) for item in items], Lenient)
            case Predicate(items=items):
                return _judge_any([self.judge(item) for item in items], Lenient)
            case Negation(item=item):
                return self.judge(item)
            case _:
                return tree

    def _judge_parameter(self, tree: Null, number: int) -> Null:
        if self.nullable_parameters is None:
            return tree
        if number in self.nullable_parameters:
            return Possible("the parameter may be null")
        return Certain("the parameter is never null")

    def _judge_aggregate(self, tree: Aggregated) -> Null:
        if tree.filtered:
            return Possible("FILTER may leave no row")
        if not self.grouped or self.nullable_keys:
            return Possible("aggregate over an empty group")
        return _judge_any([self.judge(item) for item in tree.items], Strict)

    def _judge_column(self, tree: OfColumn) -> Null:
        relation, index = tree.relation, tree.index
        if relation not in self.own:
            known = (relation, index) in self.known
            return Certain("a condition rejects NULL") if known else tree
        if self.nullable_keys:
            return Possible("GROUPING SETS leave keys out")
        if self.empty_group:
            return Possible("there may be no row to take the value from")
        missing = next((join for join in relation.joins if join not in self.known), None)
        if missing is not None:
            return Possible(missing.why)
        if index < 0:
            return Certain("a whole row")
        if (relation, index) in self.known:
            below = self.judge(relation.columns[index].null)
            return below if isinstance(below, Certain) else Certain("a condition rejects NULL")
        return self.judge(relation.columns[index].null)


def _judge_first(items: list[Null]) -> Null:
    certain = next((item for item in items if isinstance(item, Certain)), None)
    if certain is not None:
        return Certain("COALESCE with an argument that is never null")
    if all(isinstance(item, Possible) for item in items):
        return Possible("every argument of COALESCE may be null")
    return First(tuple(item for item in items if not isinstance(item, Possible)))


def _judge_any(items: list[Null], kind: type[Strict | Lenient]) -> Null:
    open_items: list[Null] = []
    for item in items:
        if isinstance(item, Possible):
            return item
        if not isinstance(item, Certain):
            open_items.append(item)
    if open_items:
        return kind(tuple(open_items))
    if len(items) == 1:
        return items[0]
    return Certain("no operand is ever null" if items else "never null")
