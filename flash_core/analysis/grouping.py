"""The GROUP BY rule: outside aggregates, only what is grouped or depends on it.

A column depends on the grouped ones when they include the primary key of its
table.  SQLite and MariaDB take any row of the group instead, so nothing is checked there.
MySQL also follows unique keys, and what WHERE and ON make equal; of derived tables it knows
more than we do, so that their columns are let through.

Depends on: bounds, context, walk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql.syntax import (
    ColumnRef,
    FieldAccess,
    FunctionCall,
    Literal,
    LiteralKind,
    Node,
    Query,
)
from flash_core.sql.syntax.walk import children, descend, same

from .dialect import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Expression, Select

    from .context import Scope
    from .relation import Relation
    from .value import Output


_ANY_OF_GROUP: Final = frozenset({"any_value", "grouping"})
"""What MySQL lets stand over a column that is not grouped."""


def aggregates(query: Select, scope: Scope) -> bool:
    """Tell whether a SELECT makes one row of many, or of each group."""
    having = query.having is not None and not scope.context.dialect.having_filters
    return scope.has_aggregates or having


def check_grouping(
    query: Select, outputs: Sequence[Output], keys: Sequence[Expression], scope: Scope
) -> None:
    """Report columns of a grouped query that are neither grouped nor aggregated."""
    grouped = bool(query.group_by) or aggregates(query, scope)
    if not scope.context.dialect.strict_grouping:
        return
    if not grouped:
        if scope.context.groupings:
            _Checker((), scope).check_grouping_calls()
        return
    checker = _Checker(keys, scope)
    checker.grouped = bool(query.group_by)
    if not scope.context.dialect.strict:
        from .bounds import Bounds  # noqa: PLC0415 - asks for what only one engine checks

        checker.columns |= Bounds(scope, query.where, query.from_, checker.columns).fixed
    for place, output in enumerate(outputs, 1):
        checker.clause = place, "SELECT list"
        checker.check(output.expression)
    checker.clause = 1, "HAVING clause"
    if query.having is not None:
        checker.check(query.having)
    for place, item in enumerate(query.order_by, 1):
        checker.clause = place, "ORDER BY"
        node = item.expression
        name = node.parts[0] if isinstance(node, ColumnRef) and len(node.parts) == 1 else None
        if name is None or all(output.name != name for output in outputs):
            checker.check(node)


def check_distinct(query: Select, outputs: Sequence[Output], scope: Scope) -> None:
    """Report ORDER BY keys that DISTINCT has already lost, on PostgreSQL."""
    if not scope.context.dialect.strict or not query.order_by:
        return
    checker = _Checker((), scope)
    order = [meant(item.expression, outputs) for item in query.order_by]
    if query.distinct_on:
        on = [meant(node, outputs) for node in query.distinct_on]
        for item, node in zip(query.order_by[: len(on)], order, strict=False):
            if not any(checker.same(node, key) for key in on):
                message = "SELECT DISTINCT ON expressions must match initial ORDER BY expressions"
                hint = "start ORDER BY with the expressions of DISTINCT ON"
                scope.context.error(item.expression.span, message, sqlstate="42P10", hint=hint)
                return
    elif query.distinct:
        for item, node in zip(query.order_by, order, strict=True):
            if not any(checker.same(node, output.expression) for output in outputs):
                message = "for SELECT DISTINCT, ORDER BY expressions must appear in select list"
                hint = "select it too, or leave DISTINCT out"
                scope.context.error(item.expression.span, message, sqlstate="42P10", hint=hint)


def grouped_columns(keys: Sequence[Expression], scope: Scope) -> set[tuple[Relation, int]]:
    """Return the columns that are keys themselves, under each of their names."""
    return _Checker(keys, scope).columns


def uses_key(node: Node, keys: Sequence[Expression], scope: Scope) -> bool:
    """Tell whether an expression holds one of the keys outside its aggregates."""
    checker = _Checker(keys, scope)
    return bool(keys) and checker.uses_key(node)


def meant(node: Expression, outputs: Sequence[Output]) -> Expression:
    """Return the expression behind a position or the name of an output column."""
    if isinstance(node, Literal) and node.kind is LiteralKind.INTEGER and node.text.isdecimal():
        index = int(node.text) - 1
        return outputs[index].expression if 0 <= index < len(outputs) else node
    if isinstance(node, ColumnRef) and len(node.parts) == 1:
        named = [output.expression for output in outputs if output.name == node.parts[0]]
        return named[0] if named else node
    return node


class _Checker:
    """Looks for ungrouped columns of one query level."""

    def __init__(self, keys: Sequence[Expression], scope: Scope) -> None:
        self.keys = keys
        self.scope = scope
        self.columns: set[tuple[Relation, int]] = set()
        self.reported: set[Span] = set()
        self.messages: set[str] = set()
        self.clause: tuple[int, str] = (1, "SELECT list")
        self.grouped = True
        for key in keys:
            found = self._column(key)
            if found is not None:
                self.columns |= _aliases_of(found, scope, exact=True)

    def check(self, node: Node, *, inside: bool = False) -> None:
        """Check one expression; ``inside`` a subquery the message differs."""
        if not inside and any(same(node, key, self._same_column) for key in self.keys):
            return
        if isinstance(node, FunctionCall) and self._is_over_groups(node, inside=inside):
            return
        found = self._column(node)
        if found is not None:
            self._check_column(node, found, inside=inside)
            return
        row = self.scope.context.rows.get(id(node))
        if row is not None:
            self._check_row(node, row, inside=inside)
            return
        for child in children(node):
            self.check(child, inside=inside or isinstance(child, Query))

    def _is_over_groups(self, node: FunctionCall, *, inside: bool) -> bool:
        """Tell whether the columns in a call need not be grouped; check those that must be."""
        if self._is_aggregate(node):
            if node.within_group:  # its direct arguments are one value for the whole group
                for argument in node.arguments:
                    self.check(argument, inside=inside)
            return True
        if node.name.parts == ("grouping",):
            if self._is_of_this_level(node, inside=inside):
                self._check_grouping_call(node)
                return True
            return not inside  # it asks for the groups of a query around this one, which checks it
        loose = not self.scope.context.dialect.strict
        return loose and node.name.last.lower() in _ANY_OF_GROUP

    def uses_key(self, node: Node) -> bool:
        """Tell whether an expression holds a key outside its aggregates."""
        if any(same(node, key, self._same_column) for key in self.keys):
            return True
        if isinstance(node, FunctionCall) and (
            self._is_aggregate(node)
            or self.scope.context.catalog.fold(node.name.last) == "grouping"
        ):
            return False  # GROUPING tells which keys are left out, and reads none
        return any(self.uses_key(child) for child in children(node))

    def same(self, left: Expression, right: Expression) -> bool:
        """Tell whether two expressions are one, however their columns are qualified."""
        return same(left, right, self._same_column)

    def _is_aggregate(self, node: FunctionCall) -> bool:
        return id(node) in self.scope.context.aggregates

    def _same_column(self, left: object, right: object) -> bool | None:
        if not isinstance(left, ColumnRef | FieldAccess):
            return None
        if isinstance(right, ColumnRef | FieldAccess):
            first, second = self._column(left), self._column(right)
            if first is None or second is None:
                both = isinstance(left, ColumnRef) and isinstance(right, ColumnRef)
                return left == right if both else None
            if not self._around(first[0]) and not self._around(second[0]):
                return left == right and first[1] == second[1]  # inside a subquery
            return bool(
                _aliases_of(first, self.scope) & _aliases_of(second, self.scope, exact=True)
            )
        return None

    def _around(self, relation: Relation) -> bool:
        """Tell whether a relation is of this query level, or of one around it."""
        level: Scope | None = self.scope
        while level is not None:
            if relation in level.facts.own:
                return True
            level = level.parent
        return False

    def _column(self, node: Node) -> tuple[Relation, int] | None:
        """Return the column that an expression is; ``(t).a`` is one as ``t.a`` is."""
        if isinstance(node, ColumnRef):
            return self.scope.context.resolution(node)
        if not isinstance(node, FieldAccess):
            return None
        row = self.scope.context.rows.get(id(node.operand))
        columns = [] if row is None else [column.name for column in row.columns]
        return (row, columns.index(node.field)) if row and node.field in columns else None

    def _check_column(self, node: Node, found: tuple[Relation, int], *, inside: bool) -> None:
        if found[0] not in self.scope.facts.own:
            return
        candidates = _aliases_of(found, self.scope)
        if candidates & self.columns or any(self._depends(r) for r, _ in candidates):
            return
        relation, index = found
        derived = all(r.table is None for r, _ in candidates)
        if derived and not self.scope.context.dialect.strict:
            return
        column = relation.columns[index].name
        name = f"{relation.name}.{column}" if relation.name else column
        self._ungrouped(node, name, f"add {name} to GROUP BY, or write min({name})", inside=inside)

    def _check_row(self, node: Node, relation: Relation, *, inside: bool) -> None:
        if relation in self.scope.facts.own and not self._depends(relation):
            hint = f"group by the primary key of {relation.name}, or name its columns"
            self._ungrouped(node, f"{relation.name}.*", hint, inside=inside)

    def _ungrouped(self, node: Node, name: str, hint: str, *, inside: bool) -> None:
        if inside:
            message = f'subquery uses ungrouped column "{name}" from outer query'
            hint = hint.partition(", or")[0]
        else:
            message = (
                f'column "{name}" must appear in the GROUP BY clause '
                "or be used in an aggregate function"
            )
        state: str | None = "42803"
        if not self.scope.context.dialect.strict:
            problem = self.scope.context.dialect.ungrouped(name, self.clause, grouped=self.grouped)
            message, state = problem
        # all columns of a star stand at one place; a column is reported once
        if node.span not in self.reported and message not in self.messages:
            self.scope.context.error(node.span, Problem(message, state), hint=hint)
        self.reported.add(node.span)
        self.messages.add(message)

    def check_grouping_calls(self) -> None:
        """Check the calls of GROUPING alone, those in subqueries too."""
        for call, place in self.scope.context.groupings:
            if self._is_of_this_level(call, inside=place is not self.scope):
                self._check_grouping_call(call)

    def _is_of_this_level(self, node: FunctionCall, *, inside: bool) -> bool:
        """Tell whether a call of GROUPING asks for this query's groups.

        As an aggregate it belongs to the innermost query that one of its columns comes
        from; without columns to the one it stands in.
        """
        found = (self._column(one) for argument in node.arguments for one in descend(argument))
        relations = [column[0] for column in found if column is not None]
        if not relations:
            return not inside
        own = self.scope.facts.own
        return any(one in own for one in relations) and all(map(self._around, relations))

    def _check_grouping_call(self, node: FunctionCall) -> None:
        for argument in node.arguments:
            if not any(same(argument, key, self._same_column) for key in self.keys):
                message = (
                    "arguments to GROUPING must be grouping expressions "
                    "of the associated query level"
                )
                hint = "name an expression of GROUP BY"
                self.scope.context.error(argument.span, message, sqlstate="42803", hint=hint)

    def _depends(self, relation: Relation) -> bool:
        """Tell whether the whole primary key of a table is grouped, in all grouping sets."""
        if relation.table is None or not relation.table.primary_key:
            return False
        kept = self.columns
        if self.scope.context.dialect.strict:
            kept = kept - self.scope.facts.blanked
        names = {relation.columns[i].name for r, i in kept if r is relation}
        return set(relation.table.primary_key) <= names


def _aliases_of(
    found: tuple[Relation, int], scope: Scope, *, exact: bool = False
) -> set[tuple[Relation, int]]:
    """Return a column and, when it merely passes on another one of this level, that one too.

    USING casts columns of different types to one: what is made of a column is known with it,
    but does not tell the column, where ``exact`` ones are asked for.
    """
    exact = exact and scope.context.dialect.strict
    from .nullability import OfColumn  # noqa: PLC0415 - used here alone

    out = {found}
    relation, index = found
    below = relation.columns[index].null
    while isinstance(below, OfColumn) and below.relation in scope.facts.own:
        if exact and below.relation.columns[below.index].type != relation.columns[index].type:
            break
        out.add((below.relation, below.index))
        below = below.relation.columns[below.index].null
    return out
