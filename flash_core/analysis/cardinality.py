"""How many rows a statement returns, as far as it can be proven.

A relation has one row at most when every column of one of its unique keys is
fixed: compared for equality with a constant, a parameter, an outer column or a
column that is fixed itself.

Depends on: context, walk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.sql.syntax import (
    And,
    Cast,
    ColumnRef,
    Join,
    JoinKind,
    Literal,
    LiteralKind,
    Node,
    Operator,
    Query,
)

from .nullability import OfColumn
from .walk import children, descend

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from flash_core.sql.syntax import Expression, FromItem, Select

    from .context import Scope
    from .relation import Relation


def select_rows(query: Select, keys: Sequence[Expression], scope: Scope) -> tuple[bool, bool]:
    """Return whether a SELECT gives exactly one row, and at most one."""
    limit, offset = _count(query.limit), _count(query.offset)
    limited = (query.limit is not None and limit is None) or limit == 0
    skipped = query.offset is not None and offset != 0
    few = limit is not None and limit <= 1 and not query.with_ties
    if query.grouping_sets or scope.sets:
        return False, few
    aggregated = (scope.has_aggregates or query.having is not None) and not query.group_by
    one = aggregated or _single_source(query)
    one = one or (not query.group_by and query.where is None and _plain_single(query, scope))
    exact = one and query.having is None and not limited and not skipped
    if exact or few or aggregated or not query.from_:
        return exact, True
    joins = list(_joins(query.from_))
    if any(join.kind is JoinKind.FULL for join in joins):
        return False, False
    bounds = Bounds(scope, query.where, joins)
    if query.group_by:
        return False, all(bounds.fixed_expression(key) for key in keys)
    return False, bounds.single(scope.facts.own)


def _single_source(query: Select) -> bool:
    return not query.from_ and query.where is None and not query.group_by


def _plain_single(query: Select, scope: Scope) -> bool:
    """Tell whether FROM only lists things of one row each."""
    return all(not isinstance(item, Join) for item in query.from_) and all(
        relation.exactly_one for relation in scope.facts.own
    )


def changed_rows(where: Expression | None, scope: Scope) -> bool:
    """Tell whether an UPDATE or DELETE changes one row at most."""
    return Bounds(scope, where, ()).single(scope.facts.own)


def _count(node: Expression | None) -> int | None:
    if isinstance(node, Cast):
        return _count(node.operand)
    if isinstance(node, Literal) and node.kind is LiteralKind.INTEGER and node.text.isdecimal():
        return int(node.text)
    return None


def _conjuncts(node: Expression | None) -> Iterator[Expression]:
    if isinstance(node, And):
        for item in node.items:
            yield from _conjuncts(item)
    elif node is not None:
        yield node


def _joins(items: Iterable[FromItem]) -> Iterator[Join]:
    for item in items:
        if isinstance(item, Join):
            yield item
            yield from _joins([item.left, item.right])


class Bounds:
    """Which columns of one query level can have only one value."""

    def __init__(self, scope: Scope, where: Expression | None, joins: Sequence[Join]) -> None:
        self.scope = scope
        self.fixed: set[tuple[Relation, int]] = set()
        self.singles: set[Relation] = set()
        self.pairs: list[tuple[tuple[Relation, int], Expression | tuple[Relation, int]]] = []
        self._collect(where, None)
        for join in joins:
            self._collect_join(join)
        self._propagate()

    def _collect(self, condition: Expression | None, only: frozenset[Relation] | None) -> None:
        """Note what each ``column = value`` fixes; with ``only``, columns of those relations."""
        for node in _conjuncts(condition):
            if isinstance(node, Operator) and node.name in {"=", "=="} and node.left is not None:
                for one, other in ((node.left, node.right), (node.right, node.left)):
                    resolve = self.scope.context.resolution
                    found = resolve(one) if isinstance(one, ColumnRef) else None
                    if found is not None and (only is None or found[0] in only):
                        self.pairs.append((found, other))

    def _collect_join(self, join: Join) -> None:
        """An outer join's condition fixes columns of the side that may be missing only."""
        details = self.scope.context.joins.get(id(join))
        if details is None or join.kind is JoinKind.FULL:
            return
        sides = {JoinKind.LEFT: details.right, JoinKind.RIGHT: details.left}
        only = sides.get(join.kind)
        self._collect(join.on, only)
        for left, right in details.merged:
            for one, other in ((left, right), (right, left)):
                if only is None or one[0] in only:
                    self.pairs.append((one, other))

    def _propagate(self) -> None:
        before = -1
        while before != len(self.fixed) + len(self.singles):
            before = len(self.fixed) + len(self.singles)
            for one, other in self.pairs:
                if self._is_fixed(other):
                    self._fix(one)
            for relation in self.scope.facts.own:
                if relation not in self.singles and self._is_single(relation):
                    self.singles.add(relation)
                    self.fixed |= {(relation, i) for i in range(len(relation.columns))}

    def _fix(self, found: tuple[Relation, int]) -> None:
        """Fix a column, and the one that it merely passes on."""
        self.fixed.add(found)
        below = found[0].columns[found[1]].null
        if isinstance(below, OfColumn) and below.relation in self.scope.facts.own:
            self._fix((below.relation, below.index))

    def _is_fixed(self, other: Expression | tuple[Relation, int]) -> bool:
        return other in self.fixed if isinstance(other, tuple) else self.fixed_expression(other)

    def fixed_expression(self, node: Node) -> bool:
        """Tell whether an expression has one value over all rows."""
        if isinstance(node, ColumnRef):
            found = self.scope.context.resolution(node)
            return found is not None and (
                found[0] not in self.scope.facts.own or found in self.fixed
            )
        if isinstance(node, Query):
            own = self.scope.facts.own
            resolve = self.scope.context.resolution
            found_inside = [resolve(n) for n in descend(node) if isinstance(n, ColumnRef)]
            return all(f is None or f[0] not in own or f in self.fixed for f in found_inside)
        return all(self.fixed_expression(child) for child in children(node))

    def _is_single(self, relation: Relation) -> bool:
        if relation.at_most_one:
            return True
        if not relation.columns or all(isinstance(c.null, OfColumn) for c in relation.columns):
            return bool(not relation.name)  # columns merged by USING add no rows
        if relation.table is None:
            return False
        names = {relation.columns[i].name for r, i in self.fixed if r is relation}
        table = relation.table
        fold = self.scope.context.catalog.fold
        folded = {fold(name) for name in names}
        if any({fold(c) for c in key.columns} <= folded for key in table.keys):
            return True
        return any(
            index.unique
            and not index.partial
            and bool(index.columns)
            and fold(index.table) == fold(table.name)
            and index.schema == table.schema
            and all(column is not None and fold(column) in folded for column in index.columns)
            for index in self.scope.context.catalog.indexes
        )

    def single(self, relations: Iterable[Relation]) -> bool:
        """Tell whether all these relations together have one row at most."""
        return all(relation in self.singles for relation in relations)
