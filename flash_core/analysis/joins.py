"""Joins: what they let through, what they fill with NULL, which columns they merge.

Depends on: context, infer, nullability, relation.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.sql.source import Span
from flash_core.sql.syntax import Join, JoinKind, QueryRef

from .arrays import elements_of
from .context import JoinDetails, Scope
from .infer import assume_condition, infer, require_boolean
from .names import value_of
from .nullability import Certain, First, Null, OfColumn, Predicate
from .relation import Namespace, OuterJoin, Reached, Relation, RelationColumn, Source
from .value import BROKEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

_USING: Final = r"(?i)\bUSING\s*\("


def join(item: Join, left: Source, right: Source, scope: Scope, visible: Namespace) -> Source:
    """Join two parts of FROM.

    Args:
        item: The join.
        left: Its left side.
        right: Its right side.
        scope: The query level.
        visible: What stands before the join in FROM.
    """
    names: Sequence[str] = _common_names(left, right, scope) if item.natural else item.using
    sides = frozenset(left.relations), frozenset(right.relations)
    scope.context.joins[id(item)] = JoinDetails(*sides)
    if names:
        names = _once(item, names, scope)
        source, condition = _merge(item, left, right, names, scope)
    else:
        namespace = left.namespace.joined(right.namespace)
        source = _side_by_side(left, right, {}, scope.context.catalog.fold)
        condition = _condition(item, namespace, scope, visible)
    _apply(item, left, right, condition, scope)
    return source if item.alias is None else _renamed_join(item.alias, source, scope)


def _once(item: Join, names: Sequence[str], scope: Scope) -> Sequence[str]:
    """Return the columns of USING without repetitions, which are reported."""
    fold = scope.context.catalog.fold
    kept = tuple(dict.fromkeys(fold(name) for name in names))
    if len(kept) < len(names) and scope.context.dialect.strict and not item.natural:
        twice = next(name for i, name in enumerate(names) if fold(name) in names[:i])
        message = f'column name "{twice}" appears more than once in USING clause'
        span = _using_span(item, twice, scope)
        scope.context.error(span, message, sqlstate="42701", hint="name it once")
    return names if len(kept) == len(names) else kept


def _using_span(item: Join, name: str, scope: Scope) -> Span:
    """Return where USING names a column: behind the right side of the join."""
    text = scope.context.source.text
    clause = re.compile(_USING).search(text, item.right.span.end)
    if item.natural or clause is None:
        return item.span
    word = re.compile(rf'(?<!\w)"?{re.escape(name)}"?(?!\w)', re.IGNORECASE)
    found = word.search(text, clause.end())
    return item.span if found is None else Span(found.start(), found.end())


def _condition(item: Join, namespace: Namespace, scope: Scope, visible: Namespace) -> Null | None:
    if item.on is None:
        return None
    reach = namespace if scope.context.dialect.own_columns_in_on else visible.joined(namespace)
    value = infer(item.on, scope.beside(reach, "JOIN conditions"))
    require_boolean(value, "JOIN/ON", scope)
    return value.null


def _apply(item: Join, left: Source, right: Source, condition: Null | None, scope: Scope) -> None:
    """Record what the join lets through and what it fills with NULL."""
    match item.kind:
        case JoinKind.INNER | JoinKind.CROSS:
            _pass(item, condition, {*left.relations, *right.relations}, scope)
            if isinstance(item.right, QueryRef):
                why = "narrowed by the LATERAL subquery"
                scope.facts.learn(right.relations[0].passed, why, set(left.relations))
        case JoinKind.LEFT:
            _pass(item, condition, set(right.relations), scope)
            _extend(right, _named(item, left, right), condition)
        case JoinKind.RIGHT:
            _pass(item, condition, set(left.relations), scope)
            _extend(left, _named(item, left, right), condition)
        case JoinKind.FULL:
            _extend(left, _named(item, left, right), None)
            _extend(right, _named(item, left, right), None)


def _pass(item: Join, condition: Null | None, only: set[Relation], scope: Scope) -> None:
    """Record what the condition tells about its own sides.

    Nothing follows for what stands outside, which a LATERAL query may speak of: an
    outer join further out may keep such rows.
    """
    if condition is None:
        return
    if item.on is not None:
        assume_condition(item.on, condition, "ON", scope, only)
    else:
        names = f"USING ({', '.join(item.using)})" if item.using else "NATURAL JOIN"
        scope.facts.assume(condition, f"{names} rejects NULL", only)


def _named(item: Join, left: Source, right: Source) -> str:
    """Return the join in words."""
    sides = [", ".join(r.name for r in side.relations if r.name) for side in (left, right)]
    return f"{sides[0]} {item.kind.value.upper()} JOIN {sides[1]}"


def _extend(side: Source, name: str, condition: Null | None) -> None:
    join = OuterJoin(f"is on the nullable side of {name}", condition)
    for relation in side.relations:
        relation.joins.append(join)


def _common_names(left: Source, right: Source, scope: Scope) -> tuple[str, ...]:
    fold = scope.context.catalog.fold
    there = {fold(reached.name) for reached in right.namespace.columns}
    return tuple(r.name for r in left.namespace.columns if fold(r.name) in there)


def _merge(
    item: Join, left: Source, right: Source, names: Sequence[str], scope: Scope
) -> tuple[Source, Null | None]:
    """Join by equal columns, each of which appears once."""
    fold = scope.context.catalog.fold
    merged = Relation("", [], merged=True)
    conditions: list[Null] = []
    pairs: list[tuple[tuple[Relation, int], tuple[Relation, int]]] = []
    for name in names:
        one = _join_column(name, left, "left", item, scope)
        other = None if one is None else _join_column(name, right, "right", item, scope)
        if one is None or other is None:
            continue
        _check_equal(item, name, one, other, scope)
        merged.columns.append(_merged_column(item, [one, *_called(other, right, scope)], scope))
        pairs.append(((one.relation, one.index), (other.relation, other.index)))
        conditions += [OfColumn(one.relation, one.index), OfColumn(other.relation, other.index)]
    scope.facts.own.add(merged)
    details = scope.context.joins[id(item)]
    scope.context.joins[id(item)] = replace(details, merged=tuple(pairs))
    shared = {fold(c.name): Reached(c.name, merged, i) for i, c in enumerate(merged.columns)}
    columns = _once_each(item, left, right, shared, scope)
    both = [*left.namespace.relations, *right.namespace.relations]
    if item.using_alias is not None:
        if any(relation.name == item.using_alias for relation in both):
            message = f'table name "{item.using_alias}" specified more than once'
            hint = "give each its own alias"
            scope.context.error(item.span, message, sqlstate="42712", hint=hint)
        both.append(_using_alias(item.using_alias, merged, scope))
    source = _side_by_side(left, right, shared, fold)
    source = replace(
        source, namespace=Namespace(both, columns), relations=(*source.relations, merged)
    )
    items = tuple(conditions)
    return source, Predicate(items, if_true=items)


def _side_by_side(
    left: Source, right: Source, shared: Mapping[str, Reached], fold: Callable[[str], str]
) -> Source:
    """Return both sides of a join, with the columns it merges as they stand in brackets."""
    before, table = left.bracketed[: left.last], left.bracketed[left.last :]
    there = {fold(r.name) for r in before if r.relation.merged}  # by a join further left
    again = (shared.get(fold(r.name), r) if r.relation.merged else r for r in before)
    merged = (reached for name, reached in shared.items() if name not in there)
    columns = (*again, *merged, *(r for r in table if fold(r.name) not in shared))
    others = _left_over(right.bracketed, shared, fold)
    return Source(
        left.namespace.joined(right.namespace),
        (*left.relations, *right.relations),
        (*columns, *others),
        len(columns),
    )


def _once_each(
    item: Join, left: Source, right: Source, shared: Mapping[str, Reached], scope: Scope
) -> list[Reached]:
    """Return the columns of a join by equal columns, in the order of ``*``."""
    fold = scope.context.catalog.fold
    if scope.context.dialect.merged_in_place:
        merged = dict(shared)
        first = [merged.pop(fold(r.name), r) for r in left.namespace.columns]
        return [*first, *_left_over(right.namespace.columns, shared, fold)]
    swapped = scope.context.dialect.right_first and item.kind is JoinKind.RIGHT
    sides = (right, left) if swapped else (left, right)
    others = [reached for side in sides for reached in side.namespace.columns]
    return [*shared.values(), *(reached for reached in others if fold(reached.name) not in shared)]


def _left_over(
    columns: Iterable[Reached], shared: Mapping[str, Reached], fold: Callable[[str], str]
) -> Iterator[Reached]:
    """Yield the right side's columns without the first one of each name that is merged."""
    merged = set(shared)
    for reached in columns:
        name = fold(reached.name)
        if name in merged and not reached.starred:
            merged.remove(name)
        else:
            hidden = name in shared and not reached.starred
            yield replace(reached, starred=True) if hidden else reached


def _using_alias(alias: str, merged: Relation, scope: Scope) -> Relation:
    """Return the relation that names the merged columns alone."""
    columns = [
        replace(column, null=OfColumn(merged, index)) for index, column in enumerate(merged.columns)
    ]
    relation = Relation(alias, columns, qualified=True)
    scope.facts.own.add(relation)
    return relation


def _check_equal(item: Join, name: str, one: Reached, other: Reached, scope: Scope) -> None:
    """Report columns of USING whose types cannot be compared."""
    context = scope.context
    left, right = one.column.type, other.column.type
    if not context.dialect.strict or BROKEN in {left, right}:
        return
    if context.types.operator("=", left, right) is None:
        span = _using_span(item, name, scope)
        message = f"operator does not exist: {left} = {right}"
        hint = "join with ON, and cast one of the two"
        context.error(span, message, sqlstate="42883", hint=hint)


def _join_column(name: str, side: Source, word: str, item: Join, scope: Scope) -> Reached | None:
    context = scope.context
    fold = context.catalog.fold
    found = [r for r in side.namespace.columns if fold(r.name) == fold(name)]
    if len(found) == 1 or (found and context.dialect.first_of_using):
        return found[0]
    if any(relation.broken for relation in side.relations):
        return None
    if found:
        problem = context.dialect.ambiguous_using(name, word)
        hint = "join with ON, and qualify the column" if context.dialect.explains else None
        context.error(_using_span(item, name, scope), problem, hint=hint)
        return None
    hint = context.suggestion(name, (r.name for r in side.namespace.columns))
    problem = context.dialect.no_using_column(name, word)
    context.error(_using_span(item, name, scope), problem, hint=hint)
    return None


def _called(other: Reached, right: Source, scope: Scope) -> list[Reached]:
    """Return every column of the right side that is called like the one to join by."""
    fold = scope.context.catalog.fold
    named = [r for r in right.namespace.columns if fold(r.name) == fold(other.name)]
    return [r for r in named if not r.starred] or [other]


def _merged_column(item: Join, every: Sequence[Reached], scope: Scope) -> RelationColumn:
    kind = item.kind
    kept = every[-1 if kind is JoinKind.RIGHT else 0]
    type_ = kept.column.type
    if kind is JoinKind.FULL or not scope.context.dialect.merged_as_is:
        types = [reached.column.type for reached in every]
        alike = all(other == type_ for other in types)
        type_ = type_ if alike else scope.context.types.common(types) or type_
    nulls = [OfColumn(reached.relation, reached.index) for reached in every]
    if kind is not JoinKind.FULL:
        null = OfColumn(kept.relation, kept.index)
        elements = kept.column.elements
        return RelationColumn(kept.name, type_, null, kept.column.origin, elements=elements)
    # judged before the join fills either side: one of the two is always there
    sure = [isinstance(scope.facts.judge(null), Certain) for null in nulls]
    there = sure[0] and any(sure[1:])
    either = Certain("one side of FULL JOIN is there") if there else First(tuple(nulls))
    values = [value_of(reached.relation, reached.index, item.span) for reached in every]
    return RelationColumn(kept.name, type_, either, elements=elements_of(values, type_))


def _renamed_join(alias: str, source: Source, scope: Scope) -> Source:
    """Hide the joined tables behind the alias of the join."""
    columns = [
        replace(r.column, name=r.name, null=OfColumn(r.relation, r.index))
        for r in source.namespace.columns
    ]
    relation = Relation(alias, columns)
    scope.facts.own.add(relation)
    return Source(Namespace.of(relation), (*source.relations, relation))
