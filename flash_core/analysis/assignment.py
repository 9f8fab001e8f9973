"""Writing a value to a column: conversion, checks, and what that says of parameters.

Depends on: compound, infer, parameters, sql.syntax.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.sql.syntax import (
    Case,
    Cast,
    Coalesce,
    Collate,
    DefaultValue,
    FunctionCall,
    Parameter,
)

from .compound import assign_fields
from .infer import base, coerce, convertible, infer, name_after
from .nullability import Certain
from .parameters import Nullity, Rank, Use
from .value import Subject, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from flash_core.sql.syntax import Expression

    from .context import Scope
    from .relation import RelationColumn


def assign_row(
    nodes: Sequence[Expression], columns: Sequence[RelationColumn | None], scope: Scope
) -> None:
    """Infer expressions and write them to columns; ``None`` is a column that does not exist.

    All are inferred before the first is written, as PostgreSQL does: a parameter that is
    written to columns of two types is an error there.
    """
    values = [None if isinstance(node, DefaultValue) else infer(node, scope) for node in nodes]
    for value, node, column in zip(values, nodes, columns, strict=False):
        if value is not None and column is not None:
            assign(value, node, column, scope)


def assign(value: Value, node: Expression | None, column: RelationColumn, scope: Scope) -> None:
    """Write a value to a column."""
    if value.fields is not None and assign_fields(value, column.type, scope):
        return
    coerce(value, column.type, scope)
    name_after(value, Subject(column.name, column.origin), column.type, Rank.ASSIGNED, scope)
    if node is not None:
        _note_nulls(node, column, scope)
    if not convertible(value, column.type, scope):
        _mismatch(value, column, scope)


def _note_nulls(node: Expression, column: RelationColumn, scope: Scope) -> None:
    """Record for each parameter in a written value whether NULL makes sense as it."""
    if not_null(column):
        numbers, nullity = _null_through(node), Nullity.REFUSED
    else:
        numbers, nullity = _as_is(node), Nullity.WELCOME
    use = Use(Rank.PART_ASSIGNED, None, column.origin, nullity)
    scope.context.parameters.use(sorted(numbers), use)


def not_null(column: RelationColumn) -> bool:
    """Tell whether a column refuses NULL."""
    return isinstance(column.null, Certain)


def _mismatch(value: Value, column: RelationColumn, scope: Scope) -> None:
    scope.context.error(
        value.span,
        f'column "{column.name}" is of type {column.type} but expression is of type {value.type}',
        sqlstate="42804",
        hint=f"rewrite the expression or cast it: CAST(… AS {base(column.type)})",
    )


def _any(
    find: Callable[[Expression], frozenset[int]], nodes: Iterable[Expression]
) -> frozenset[int]:
    return frozenset(number for node in nodes for number in find(node))


def _as_is(node: Expression) -> frozenset[int]:
    """Return the parameters that the written value may be, perhaps through a function."""
    match node:
        case Parameter(number=number):
            return frozenset([number])
        case Cast(operand=operand) | Collate(operand=operand):
            return _as_is(operand)
        case Coalesce(items=items) | FunctionCall(arguments=items):
            return _any(_as_is, items)
        case Case(whens=whens, default=default):
            results = [when.result for when in whens]
            return _any(_as_is, results if default is None else [*results, default])
        case _:
            return frozenset()


def _null_through(node: Expression) -> frozenset[int]:
    """Return the parameters whose NULL would be written as NULL."""
    match node:
        case Parameter(number=number):
            return frozenset([number])
        case Cast(operand=operand) | Collate(operand=operand):
            return _null_through(operand)
        case FunctionCall(arguments=items):
            return _any(_null_through, items)
        case _:
            return frozenset()
