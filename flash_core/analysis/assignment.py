"""Writing a value to a column: conversion, checks, and what that says of parameters.

Depends on: records, infer, parameters, places, sql.syntax.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql.syntax import (
    Case,
    Cast,
    Coalesce,
    Collate,
    DefaultValue,
    FunctionCall,
    Indices,
    Literal,
    NullIf,
    Parameter,
)

from .infer import base, coerce, convertible, infer, is_closed_record, name_after, refuse_row
from .parameters import Nullity, Rank, Use
from .places import Part, slot_of
from .value import Subject, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from flash_core.sql.syntax import Expression

    from .context import Scope
    from .places import Place, Slot

_SIZED: Final = frozenset(
    {"character varying", "character", "numeric", "smallint", "integer", "bigint"}
)


def assign_row(nodes: Sequence[Expression], places: Sequence[Place], scope: Scope) -> None:
    """Infer expressions and write them to columns.

    All are inferred before the first is written, as PostgreSQL does: a parameter that is
    written to columns of two types is an error there.
    """
    values = [None if isinstance(node, DefaultValue) else infer(node, scope) for node in nodes]
    for value, node, place in zip(values, nodes, places, strict=False):
        if value is None:
            _check_default(node, place, scope)
            continue
        assign(value, node, place, scope)
        if isinstance(node, Literal) and scope.context.dialect.strict and _has_size(place):
            from .fitting import check_fit  # noqa: PLC0415 - few queries write constants

            check_fit(node, place, scope)


def _has_size(place: Place) -> bool:
    """Tell whether a column is of a type that has room for so much and no more."""
    return place.column is not None and place.column.type.name in _SIZED


def _check_default(node: Expression, place: Place, scope: Scope) -> None:
    if place.path and scope.context.dialect.strict:
        part = "an array element" if isinstance(place.path[0], Indices) else "a subfield"
        scope.context.error(node.span, f"cannot set {part} to DEFAULT", sqlstate="0A000")


def assign(value: Value, node: Expression | None, place: Place, scope: Scope) -> None:
    """Write a value to a column or a part of one."""
    slot = slot_of(place, scope)
    if slot is None:
        return
    if value.fields is not None:
        from .records import assign_fields  # noqa: PLC0415 - few queries have rows as values

        if assign_fields(value, slot.type, scope):
            return
    if refuse_row(value, scope):
        return
    coerce(value, slot.type, scope)
    name_after(value, Subject(slot.name, slot.origin), Rank.ASSIGNED, scope)
    if node is not None:
        _note_nulls(node, slot, scope)
    if not convertible(value, slot.type, scope):
        _mismatch(value, slot, scope)


def _note_nulls(node: Expression, slot: Slot, scope: Scope) -> None:
    """Record for each parameter in a written value whether NULL makes sense as it."""
    if slot.part is Part.ELEMENT:
        return
    if slot.required:
        numbers, nullity = _null_through(node), Nullity.REFUSED
    else:
        numbers, nullity = _as_is(node), Nullity.WELCOME
    use = Use(Rank.PART_ASSIGNED, None, slot.origin, nullity)
    scope.context.parameters.use(sorted(numbers), use)


def _mismatch(value: Value, slot: Slot, scope: Scope) -> None:
    if is_closed_record(value, slot.type):
        message = f"cannot cast type record to {base(slot.type)}"
        hint = "only ROW(…) and the whole row of a relation become such a type"
        scope.context.error(value.span, message, sqlstate="42846", hint=hint)
        return
    verb = "requires type" if slot.part is Part.ELEMENT else "is of type"
    scope.context.error(
        value.span,
        f'{slot.part} "{slot.name}" {verb} {slot.type} but expression is of type {value.type}',
        sqlstate="42804",
        hint=f"rewrite the expression or cast it: CAST(… AS {base(slot.type)})",
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
        case Cast(operand=operand) | Collate(operand=operand) | NullIf(left=operand):
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
