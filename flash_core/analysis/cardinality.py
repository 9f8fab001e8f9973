"""How many rows a statement returns, as far as it can be proven, and why.

What is assumed: no BEFORE ROW trigger drops the row of an INSERT by returning NULL (a call that
is promised one row raises ``NoRowError`` then).

Depends on: bounds, grouping, value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace
from flash_core.sql.syntax import (
    Cast,
    FunctionCall,
    Join,
    JoinKind,
    Literal,
    LiteralKind,
    Operator,
    SetKind,
)

from .bounds import Bounds, conjuncts, joins_of
from .grouping import aggregates, meant
from .value import Rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.syntax import Expression, FromItem, Query, Select, SetOperation

    from .context import Scope
    from .relation import Relation
    from .value import Output, Shape


def describe_rows(shape: Shape) -> str:
    """Return a shape's number of rows in words, with the rule behind it."""
    if not shape.columns:
        return "no rows: the statement returns none"
    rows = shape.rows
    if rows.exactly_one:
        return f"exactly one row: {rows.why}"
    if rows.at_most_one:
        return f"one row at most: {rows.why}"
    number = "one row or more" if rows.at_least_one else "any number of rows"
    return f"{number}: {rows.why}"


def possibly_none(rows: Rows, why: str) -> Rows:
    """Return the rows of a query whose only row may be lost."""
    return Rows(at_most_one=rows.at_most_one, why=why if rows.at_most_one else rows.why)


def values_rows(count: int, what: str) -> Rows:
    """Return how many rows a VALUES list gives; ``what`` names the statement."""
    if count == 1:
        return Rows.one(f"{what} of one row")
    return Rows(at_least_one=True, why=f"{what} of {count} rows")


def combined_rows(query: SetOperation, left: Rows, right: Rows) -> Rows:
    """Return how many rows a set operation gives, before its LIMIT."""
    word = query.kind.value.upper()
    if query.kind is SetKind.UNION:
        filled = left.at_least_one or right.at_least_one
        return Rows(at_least_one=filled, why="UNION adds the rows of both sides")
    few = left if query.kind is SetKind.EXCEPT or left.at_most_one else right
    return Rows(at_most_one=few.at_most_one, why=f"{word} keeps rows of: {few.why}")


def limited(rows: Rows, query: Query) -> Rows:
    """Apply LIMIT and OFFSET."""
    if query.offset is not None and not _is_null(query.offset) and _count(query.offset) != 0:
        rows = _less(rows, "OFFSET")
    if query.limit is None or _is_null(query.limit):
        return rows
    limit = _count(query.limit)
    if not limit:
        rows = _less(rows, "LIMIT")
    if limit is not None and limit <= 1 and not query.with_ties and not rows.at_most_one:
        return replace(rows, at_most_one=True, why=f"LIMIT {limit}")
    return rows


def _less(rows: Rows, clause: str) -> Rows:
    why = f"{rows.why}, which {clause} may drop" if rows.exactly_one else rows.why
    return Rows(at_most_one=rows.at_most_one, why=why)


def _is_null(node: Expression) -> bool:
    return isinstance(node, Literal) and node.kind is LiteralKind.NULL  # LIMIT ALL, too


def _count(node: Expression) -> int | None:
    if isinstance(node, Cast):
        return _count(node.operand)
    if isinstance(node, Literal) and node.kind is LiteralKind.INTEGER and node.text.isdecimal():
        return int(node.text)
    return None


# -- SELECT ------------------------------------------------------------------


def select_rows(
    query: Select, keys: Sequence[Expression], outputs: Sequence[Output], scope: Scope
) -> Rows:
    """Return how many rows a SELECT gives.

    Args:
        query: The SELECT.
        keys: What it groups by.
        outputs: Its select list.
        scope: Its query level.
    """
    return limited(_unlimited(query, keys, outputs, scope), query)


def _unlimited(
    query: Select, keys: Sequence[Expression], outputs: Sequence[Output], scope: Scope
) -> Rows:
    if scope.sets:
        return Rows(why="the select list returns a set")
    if query.grouping_sets:
        return Rows(why="GROUPING SETS give rows for each set")
    aggregated = aggregates(query, scope) and not query.group_by
    if aggregated:
        rows = Rows.one("aggregate without GROUP BY")
        return _after_having(query, rows)
    bounds = Bounds(scope, query.where, query.from_)
    rows = _source_rows(query, bounds, scope)
    if query.group_by:
        return _after_having(query, _groups(rows, keys, bounds))
    if (query.distinct or query.distinct_on) and not rows.at_most_one:
        every = [output.expression for output in outputs]
        distinct = [meant(node, outputs) for node in query.distinct_on] or every
        if all(bounds.fixed_expression(node) for node in distinct):
            why = "DISTINCT over what is the same in every row"
            return _after_having(query, replace(rows, at_most_one=True, why=why))
    return _after_having(query, rows)


def _after_having(query: Select, rows: Rows) -> Rows:
    return rows if query.having is None else _less(rows, "HAVING")


def _groups(rows: Rows, keys: Sequence[Expression], bounds: Bounds) -> Rows:
    if rows.at_most_one:
        return rows
    if all(bounds.fixed_expression(key) for key in keys):
        return replace(rows, at_most_one=True, why="every GROUP BY key has one value")
    return replace(rows, why="one row for each group")


def _source_rows(query: Select, bounds: Bounds, scope: Scope) -> Rows:
    """Return how many rows FROM and WHERE leave."""
    if not query.from_:
        rows = Rows.one("SELECT without FROM")
        return rows if query.where is None else _less(rows, "WHERE")
    filled = has_rows(query, scope)
    if any(join.kind is JoinKind.FULL for join in joins_of(query.from_)):
        return Rows(at_least_one=filled, why="FULL JOIN keeps the rows of both sides")
    return replace(_bounded(scope.facts.own, bounds), at_least_one=filled)


def _bounded(relations: set[Relation], bounds: Bounds) -> Rows:
    loose = [relation for relation in relations if relation not in bounds.singles]
    if loose:
        names = sorted(relation.name for relation in loose if relation.name)
        which = f" of {names[0]}" if names else ""
        return Rows(why=f"no unique key{which} is compared with a single value")
    reasons = sorted({why for why in bounds.singles.values() if why})
    return Rows(at_most_one=True, why="; ".join(reasons) or "one row in FROM")


def _has_row(item: FromItem, scope: Scope) -> bool:
    """Tell whether a part of FROM always gives a row."""
    if isinstance(item, Join):
        left, right = _has_row(item.left, scope), _has_row(item.right, scope)
        match item.kind:
            case JoinKind.LEFT:
                return left
            case JoinKind.RIGHT:
                return right
            case JoinKind.FULL:
                return left or right
            case _:
                free = item.on is None and not item.using and not item.natural
                return left and right and (free or _is_true(item.on))
    relation = scope.context.sources.get(id(item))
    return relation is not None and relation.rows is not None and relation.rows.at_least_one


def has_rows(query: Select, scope: Scope) -> bool:
    """Tell whether FROM and WHERE always leave a row."""
    if scope.context.dialect.constant_on_ends and _may_end([*joins_of(query.from_)]):
        return False
    return query.where is None and all(_has_row(item, scope) for item in query.from_)


def _may_end(joins: Sequence[Join]) -> bool:
    """Tell whether an ON that is false may leave out what an outer join around it keeps."""
    narrows = any(join.kind is JoinKind.INNER and join.on is not None for join in joins)
    return narrows and any(join.kind in {JoinKind.RIGHT, JoinKind.FULL} for join in joins)


def counts_rows(having: Expression | None) -> bool:
    """Tell whether HAVING lets only groups through that have a row: ``count(…) > 0``."""
    for node in conjuncts(having):
        if isinstance(node, Operator) and isinstance(node.left, FunctionCall):
            least = {">": 0, ">=": 1, "=": 1}.get(node.name)
            number = _count(node.right)
            counting = node.left.name.last.lower() == "count" and node.left.filter is None
            if counting and least is not None and number is not None and number >= least:
                return True
    return False


def _is_true(node: Expression | None) -> bool:
    return (
        isinstance(node, Literal)
        and node.kind is LiteralKind.BOOLEAN
        and node.text.upper() == "TRUE"
    )


def changed_rows(
    target: Relation, where: Expression | None, sources: Sequence[FromItem], scope: Scope
) -> Rows:
    """Return how many rows of ``target`` an UPDATE or DELETE changes, each at most once."""
    bounds = Bounds(scope, where, sources)
    return _bounded({target}, bounds)
