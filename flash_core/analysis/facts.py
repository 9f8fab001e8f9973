"""What one SELECT knows about its rows, and the verdict over the trees of ``nullability``.

A tree is judged against the facts of its own SELECT; columns of outer queries
stay symbolic until the outer query is judged.

Depends on: nullability, relation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass, field, replace

from .nullability import (
    Aggregated,
    Both,
    Certain,
    Either,
    Elsewhere,
    First,
    Gathered,
    Guarded,
    Lenient,
    Lossy,
    Negation,
    Null,
    OfColumn,
    OfParameter,
    Outcome,
    Possible,
    Predicate,
    Strict,
    Test,
    Witness,
    implied,
)
from .relation import OuterJoin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .nullability import Fact, Known
    from .relation import Relation


@dataclass(slots=True)
class Facts:
    """What one SELECT knows about its rows.

    Attributes:
        own: Relations of this SELECT's FROM.
        known: Columns and aggregates that hold a value, outer joins that matched; and why.
        nullable_parameters: Set once it is known for which parameters NULL may be passed.
        empty_group: The result may stem from no row at all (aggregates without GROUP BY).
        filled_groups: Every group has a row, so an aggregate has something to work on.
        blanked: Keys that GROUPING SETS, ROLLUP or CUBE leave out of some rows.
        everywhere: Set while a condition on this row alone is assumed: what holds in all rows.
    """

    own: set[Relation] = field(default_factory=set["Relation"])
    known: dict[Fact, str] = field(default_factory=dict["Fact", str])
    nullable_parameters: frozenset[int] | None = None
    empty_group: bool = False
    filled_groups: bool = False
    blanked: set[tuple[Relation, int]] = field(default_factory=set["tuple[Relation, int]"])

    everywhere: Facts | None = None

    def assume(self, tree: Null, why: str, only: set[Relation] | None = None) -> None:
        """Record that a condition passed; with ``only``, what it says about those relations.

        Args:
            tree: The condition.
            why: The condition in words, for people.
            only: Relations, where nothing follows for others.
        """
        self.learn(implied(tree, Outcome.TRUE), why, only)

    def learn(self, known: Iterable[Fact], why: str, only: set[Relation] | None = None) -> None:
        """Record facts, and what the conditions of outer joins that matched tell."""
        for fact in known:
            if fact in self.known or not _concerns(fact, only):
                continue
            self.known[fact] = why
            if isinstance(fact, OuterJoin) and fact.condition is not None:
                self.learn(implied(fact.condition, Outcome.TRUE), why, only)

    def about_others(self) -> Known:
        """Return what is known about relations of the queries around this one."""
        joins = {join for relation in self.own for join in relation.joins}
        return frozenset(
            fact
            for fact in self.known
            if (isinstance(fact, tuple) and fact[0] not in self.own)
            or (isinstance(fact, OuterJoin) and fact not in joins)
        )

    def judge(self, tree: Null) -> Null:
        """Return ``tree`` with everything known applied: only columns of outer queries remain."""
        match tree:
            case OfColumn():
                return self._judge_column(tree)
            case Certain() | Possible():
                return tree
            case OfParameter(number=number):
                return self._judge_parameter(tree, number)
            case Aggregated():
                return self._judge_aggregate(tree)
            case Test():
                return Certain("a test is true or false")
            case Lossy(why=why):
                return Possible(why)
            case Guarded():
                return self._judge_guarded(tree)
            case Gathered():
                return self._judge_gathered(tree)
            case Elsewhere(item=item):
                return (self.everywhere or self).judge(item)
            case _:
                return self._judge_combination(tree)

    def _judge_combination(self, tree: Null) -> Null:
        match tree:
            case First(items=items, name=name):
                return _judge_first([self.judge(item) for item in items], name)
            case Strict(items=items):
                return _judge_any([self.judge(item) for item in items], Strict)
            case Lenient(items=items) | Predicate(items=items):
                return _judge_any([self.judge(item) for item in items], Lenient)
            case Both(items=items):
                return self._judge_logic(items, Outcome.TRUE)
            case Either(items=items):
                return self._judge_logic(items, Outcome.FALSE)
            case Negation(item=item) | Witness(item=item):
                return self.judge(item)
            case _:
                return tree

    def _judge_logic(self, items: tuple[Null, ...], neutral: Outcome) -> Null:
        """Judge AND or OR: NULL only when no other operand decides the outcome.

        So where an operand is never NULL, it came out ``neutral``, and what that tells
        holds for the others: ``a IS NOT NULL AND a > 1`` is never NULL.
        """
        judged = [self.judge(item) for item in items]
        sure = [
            item
            for item, verdict in zip(items, judged, strict=True)
            if isinstance(verdict, Certain)
        ]
        if sure and len(sure) < len(items):
            inner = self._assuming((item, neutral) for item in sure)
            judged = [
                verdict if isinstance(verdict, Certain) else inner.judge(item)
                for item, verdict in zip(items, judged, strict=True)
            ]
        return _judge_any(judged, Lenient)

    def _assuming(self, outcomes: Iterable[tuple[Null, Outcome]]) -> Facts:
        inner = replace(self, known=dict(self.known), everywhere=self.everywhere or self)
        for tree, outcome in outcomes:
            inner.learn(implied(tree, outcome), "the condition beside it rejects NULL")
        return inner

    def _judge_guarded(self, tree: Guarded) -> Null:
        outcomes = [(condition, Outcome.TRUE) for condition in tree.true]
        outcomes += [
            (condition, Outcome.FALSE)
            for condition in tree.untrue
            if isinstance(self.judge(condition), Certain)
        ]
        judged = self._assuming(outcomes).judge(tree.item)
        done = isinstance(judged, Certain | Possible)
        return judged if done else Guarded(judged, tree.true, tree.untrue)

    def _judge_parameter(self, tree: Null, number: int) -> Null:
        if self.nullable_parameters is None:
            return tree
        if number in self.nullable_parameters:
            return Possible(f"parameter ${number} may be null")
        return Certain(f"parameter ${number} is never null")

    def _judge_aggregate(self, tree: Aggregated) -> Null:
        if tree.key in self.known:
            return Certain(self.known[tree.key])
        if tree.filtered:
            return Possible("FILTER may leave no row")
        if not self.filled_groups:
            return Possible("aggregate over no rows is null")
        inside = replace(self, blanked=set()) if self.blanked else self
        return _judge_any([inside.judge(item) for item in tree.items], Strict)

    def _judge_gathered(self, tree: Gathered) -> Null:
        """Judge what the rows of a group have: there is one, and its keys are not left out."""
        inside = replace(self.everywhere or self, blanked=set(), empty_group=False)
        if tree.filter is not None:
            inside = inside._assuming([(tree.filter, Outcome.TRUE)])  # noqa: SLF001 - of the same class
        return _judge_any([inside.judge(item) for item in tree.items], Lenient)

    def _judge_column(self, tree: OfColumn) -> Null:
        relation, index = tree.relation, tree.index
        place = (relation, index)
        if relation not in self.own:
            return Certain(self.known[place]) if place in self.known else tree
        if place in self.blanked:
            return Possible("GROUPING SETS leave the key out of some rows")
        if self.empty_group:
            return Possible("there may be no row to take the value from")
        for join in relation.joins:
            if join not in self.known:
                return Possible(f"{relation.name or 'the column'} {join.why}")
        if index < 0:
            return Certain("a whole row")
        below = self.judge(relation.columns[index].null)
        if place in self.known and not isinstance(below, Certain):
            return Certain(self.known[place])
        return below


def _concerns(fact: Fact, only: set[Relation] | None) -> bool:
    if only is None:
        return True
    if isinstance(fact, tuple):
        return fact[0] in only
    return not isinstance(fact, OuterJoin) or any(fact in relation.joins for relation in only)


def _judge_first(items: list[Null], name: str) -> Null:
    certain = next((item for item in items if isinstance(item, Certain)), None)
    if certain is not None:
        return Certain(f"{name} has an argument that is never null: {certain.why}")
    if all(isinstance(item, Possible) for item in items):
        return Possible(f"every argument of {name} may be null")
    return First(tuple(item for item in items if not isinstance(item, Possible)), name)


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
