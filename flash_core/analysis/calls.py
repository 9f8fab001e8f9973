"""Function calls: plain functions, aggregates, window functions.

Depends on: arrays, infer, nullability, operators, placement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.engine import Engine
from flash_core.sql.syntax import FunctionCall, Literal, LiteralKind
from flash_core.types.model import UNKNOWN, CallKind, Nulls, Signature, TypeKind

from .arrays import elements_of_call
from .frames import check_call, meet_window
from .infer import (
    base,
    coerce,
    compared,
    exposed,
    infer,
    infer_all,
    name_after,
    refuse_row,
    require_boolean,
    rule,
    settle,
    subject,
)
from .nullability import Aggregated, Certain, Null, Possible
from .operators import nulls_of
from .ordering import require_equality, require_ordering
from .parameters import Rank
from .placement import check_form, place
from .value import Subject, Value, broken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.syntax import Expression

    from .context import Scope

_LIKE: Final = ("like",)
"""What LIKE with ESCAPE is read as: ``like(text, pattern, escape)``."""


_DEFAULT: Final = ("default",)
"""What ``DEFAULT(column)`` is read as."""


@rule(FunctionCall)
def infer_call(node: FunctionCall, scope: Scope) -> Value:
    """Resolve a call by the engine's overload rules and place it in its query."""
    before = len(scope.context.referenced)
    sequence = _sequence(node, scope)
    if sequence is not None:
        return sequence
    values = infer_all(node.arguments, scope)
    # what an ordered-set aggregate sorts decides whose it is
    before = len(scope.context.referenced) if node.within_group else before
    keys = infer_all((item.expression for item in node.order_by), scope)
    operands = [*values, *keys] if node.within_group else values
    if any(refuse_row(value, scope) for value in operands):
        return broken(node.span)
    if any(value.broken for value in operands):
        if not scope.context.types.has_function(node.name.parts):
            _no_function(node, [value for value in operands if not value.broken], scope)
        return broken(node.span)
    projected = _projection(node, operands, scope)
    if projected is not None:
        return projected
    found = resolve_call(node, operands, scope)
    if found is None:
        return broken(node.span)
    _check_comparable(node, operands, keys, found, scope)
    condition = _filter(node, scope)
    if node.over is not None:
        meet_window(node.over, scope)
        check_call(node, node.over, scope)
    check_form(node, found, scope)
    owner = place(node, found, scope, before)
    value = _value(node, found, operands, scope)
    elements = elements_of_call(node, found, operands, condition)
    if elements is not None:
        value = replace(value, elements=elements)
    if owner is scope or found.nulls is Nulls.NEVER:
        return value
    # an aggregate over an outer query's rows: its groups are not known here
    unknown = Possible("aggregate of an outer query")
    return replace(value, null=unknown, elements=elements and replace(elements, null=unknown))


def _check_default(column: Value, scope: Scope) -> None:
    """Report MySQL's ``DEFAULT(column)`` where the column has none."""
    catalog, origin = scope.context.catalog, column.origin
    table = origin and catalog.find_table((origin.schema, origin.table))
    found = table and origin and catalog.find_column(table, origin.column)
    if not found or found.has_default or not found.not_null:
        return
    problem = scope.context.dialect.no_default(found.name)
    if problem is not None:
        hint = f"give {found.name} a DEFAULT, or write its value out"
        scope.context.error(column.span, problem, hint=hint)


def _filter(node: FunctionCall, scope: Scope) -> Null | None:
    """Resolve FILTER (WHERE …)."""
    if node.filter is None:
        return None
    # A window's rows may be groups: SQLite lets their aggregates stand there.
    groups = node.over is not None and not scope.context.dialect.strict
    with scope.inside("FILTER", aggregates=groups and scope.aggregates_allowed):
        test = infer(node.filter, scope)
        require_boolean(test, "FILTER", scope)
    return test.null


def _projection(node: FunctionCall, operands: Sequence[Value], scope: Scope) -> Value | None:
    """Read ``column(row)`` as the row's column, where there is no such function."""
    if len(operands) != 1 or len(node.name.parts) > 1 or node.over is not None or node.variadic:
        return None
    row = base(operands[0].type)
    if row.kind is not TypeKind.COMPOSITE or scope.context.types.function(node.name.parts, [row]):
        return None
    from .records import composite_fields, field_null  # noqa: PLC0415 - they need each other

    for name, type_, null in composite_fields(row, scope):
        if name == node.name.last:
            return Value(type_, field_null(operands[0], null), node.span)
    return None


def _check_comparable(
    node: FunctionCall,
    operands: Sequence[Value],
    keys: Sequence[Value],
    found: Signature,
    scope: Scope,
) -> None:
    """Check that an aggregate can sort and compare what it is told to."""
    if not node.within_group:
        sorted_by = [item.expression for item in node.order_by]
        for value, item in zip(operands, node.arguments, strict=True):
            if value.type == UNKNOWN and item in sorted_by:
                settle(value, scope)
        for key in keys:
            require_ordering(settle(key, scope), key.span, scope)
    if node.distinct:
        for value, type_ in zip(operands, found.arguments, strict=True):
            # what is sorted has a type, be the function's argument of any: count(DISTINCT $1)
            known = settle(value, scope) if type_ == UNKNOWN else type_
            require_equality(known, value.span, scope)


def _constant(node: Expression, scope: Scope) -> str | None:
    if not isinstance(node, Literal):
        return None
    if node.kind is LiteralKind.NULL and scope.context.dialect.strict:
        return ""  # PostgreSQL takes NULL for a constant of unknown type as well
    return node.text if node.kind in scope.context.dialect.constants else None


def _sequence(node: FunctionCall, scope: Scope) -> Value | None:
    if scope.context.catalog.engine is not Engine.MARIADB:
        return None
    from .sequences import sequence_value  # noqa: PLC0415 - MariaDB's alone

    return sequence_value(node, scope)


def _no_function(node: FunctionCall, operands: Sequence[Value], scope: Scope) -> None:
    from .unresolved import no_function  # noqa: PLC0415 - for an error alone

    no_function(node, [value.type for value in operands], scope)


def resolve_call(node: FunctionCall, operands: Sequence[Value], scope: Scope) -> Signature | None:
    """Find the function and convert the arguments; report when there is none."""
    types = scope.context.types
    nodes = [*node.arguments, *(i.expression for i in node.order_by if node.within_group)]
    found = types.function(
        node.name.parts,
        [value.type for value in operands],
        star=node.star and not node.within_group,
        names=node.argument_names,
        variadic=node.variadic,
        constants=[_constant(item, scope) for item in nodes],
    )
    if found is None:
        _no_function(node, operands, scope)
        return None
    scope.context.signatures[id(node)] = found
    if node.name.parts == _LIKE:  # LIKE … ESCAPE …
        compared(operands[0], operands[1], scope)
    if node.name.parts == _DEFAULT:
        _check_default(operands[0], scope)
    for position, value in enumerate(operands):
        coerce(value, found.arguments[position], scope)
        if position < len(found.argument_names) and (name := found.argument_names[position]):
            name_after(value, Subject(name), Rank.ARGUMENT, scope)
    if scope.context.catalog.fold(node.name.last) in scope.context.dialect.comparing:
        compared(operands[0], operands[1], scope)
    return found


def _value(node: FunctionCall, found: Signature, operands: Sequence[Value], scope: Scope) -> Value:
    name = scope.context.catalog.fold(node.name.last)
    about = subject(operands)
    if name == "count" or all(value.subject is None for value in operands):
        about = Subject(name)
    counting = found.kind is CallKind.AGGREGATE and node.over is None
    return Value(
        found.result,
        _call_null(node, found, operands, scope),
        node.span,
        exposed=() if counting else exposed(operands),
        subject=about,
    )


def _call_null(
    node: FunctionCall, found: Signature, operands: Sequence[Value], scope: Scope
) -> Null:
    name = node.name.last
    if found.nulls is Nulls.NEVER:
        return Certain(f"{name} is never null")
    if node.over is not None:
        from .windows import window_null  # noqa: PLC0415 - few calls have OVER

        return window_null(node, node.over, found, operands, scope)
    if found.kind is CallKind.TABLE and found.nulls is Nulls.STRICT:
        return Certain(f"{name} returns no row for NULL")
    if found.kind is CallKind.AGGREGATE:
        if found.nulls in {Nulls.MAYBE, Nulls.LOSSY}:
            return Possible(f"{name} may return null")
        items = tuple(value.null for value in operands)
        return Aggregated(node, items, filtered=node.filter is not None)
    return nulls_of(found.nulls, operands[: found.deciding], name)
