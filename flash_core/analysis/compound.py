"""CASE, COALESCE, GREATEST, NULLIF and a misplaced DEFAULT.

Depends on: arrays, infer, nullability, operators.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.sql.syntax import Case, Coalesce, DefaultValue, Extreme, NullIf
from flash_core.types.model import UNKNOWN, SqlType

from .arrays import elements_of
from .infer import (
    common,
    compared,
    exposed,
    infer,
    infer_all,
    merged_null,
    require_boolean,
    rule,
    settle,
    subject,
    welcome_null,
)
from .nullability import First, Guarded, Lenient, Null, Possible, Strict
from .operators import resolve
from .placement import refuse_sets
from .value import BROKEN, Value, broken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.source import Span

    from .context import Scope


_NO_ELSE: Final = Possible("CASE without ELSE")


@rule(Case)
def infer_case(node: Case, scope: Scope) -> Value:
    """Resolve the conditions, then the type that all results agree on."""
    operand = infer(node.operand, scope) if node.operand is not None else None
    if operand is not None and scope.context.dialect.undecided is None:
        operand = replace(operand, type=settle(operand, scope))
    results: list[Value] = []
    conditions: list[Null] = []
    for when in node.whens:
        condition = infer(when.condition, scope)
        if operand is None:
            require_boolean(condition, "CASE/WHEN", scope)
            conditions.append(condition.null)
        else:
            conditions.append(Strict((operand.null, condition.null)))
            compared(operand, condition, scope)
            resolve("=", operand, condition, when.span, scope)
        results.append(infer(when.result, scope))
    if node.default is not None:
        results.insert(0, infer(node.default, scope))
    refuse_sets([node], "CASE", scope)
    # an ELSE that is left out is NULL: beside it a domain is its base type on PostgreSQL
    absent = node.default is None and scope.context.dialect.strict
    missing = (Value(UNKNOWN, _NO_ELSE, node.span),) if absent else ()
    deciding = [value for value in results if not (node.called and _is_null(value))]
    type_ = common((*missing, *(deciding or results)), "CASE", scope)
    if type_ is BROKEN:
        return broken(node.span)
    nulls = [merged_null(value, type_, scope) for value in results]
    null = _case_null(conditions, nulls, default=node.default is not None)
    return _one_of(results, type_, null, node.span)


def _one_of(values: Sequence[Value], type_: SqlType, null: Null, span: Span) -> Value:
    """Return what is one of the values, whichever."""
    return Value(
        type_,
        null,
        span,
        exposed=exposed(values),
        subject=subject(values),
        elements=elements_of(values, type_),
    )


def _is_null(value: Value) -> bool:
    return value.type == UNKNOWN and value.parameter is None


def _case_null(conditions: Sequence[Null], results: Sequence[Null], *, default: bool) -> Null:
    """Judge each result where its condition is true and those before are not."""
    if not default:
        return _NO_ELSE
    other, *arms = results
    nulls: list[Null] = [
        Guarded(null, (conditions[i],), tuple(conditions[:i])) for i, null in enumerate(arms)
    ]
    return Lenient((*nulls, Guarded(other, (), tuple(conditions))))


@rule(Coalesce)
def infer_coalesce(node: Coalesce, scope: Scope) -> Value:
    """Resolve COALESCE: NULL only when every argument is."""
    values = infer_all(node.items, scope)
    about = subject(values)
    for value in values:
        welcome_null(value, scope, about)
    refuse_sets(node.items, "COALESCE", scope)
    type_ = common(values, "COALESCE", scope)
    if type_ is BROKEN:
        return broken(node.span)
    null = First(tuple(merged_null(value, type_, scope) for value in values))
    return _one_of(values, type_, null, node.span)


@rule(Extreme)
def infer_extreme(node: Extreme, scope: Scope) -> Value:
    """Resolve GREATEST and LEAST, which skip NULL."""
    values = infer_all(node.items, scope)
    type_ = common(values, "GREATEST" if node.greatest else "LEAST", scope)
    if type_ is BROKEN:
        return broken(node.span)
    nulls = tuple(value.null for value in values)
    null: Null = First(nulls, "GREATEST" if node.greatest else "LEAST")
    if not scope.context.dialect.extremes_skip_null:
        null = Strict(nulls)
    return _one_of(values, type_, null, node.span)


@rule(NullIf)
def infer_nullif(node: NullIf, scope: Scope) -> Value:
    """Resolve NULLIF, whose type is the left one as its ``=`` takes it."""
    left, right = infer(node.left, scope), infer(node.right, scope)
    compared(left, right, scope)
    found = resolve("=", left, right, node.span, scope)
    if found is None:
        return broken(node.span)
    types = scope.context.types
    open_ = left.parameter is not None and left.type == UNKNOWN
    type_ = found.arguments[0]
    if not scope.context.dialect.strict and not (open_ and type_ != UNKNOWN):
        type_ = types.passed_on(left.type)
    if open_ and type_ == UNKNOWN:
        type_ = settle(left, scope)  # nothing decides it later: two placeholders are compared
    if type_.name == "record" and left.type is not UNKNOWN:
        type_ = left.type  # any composite type is a record as it stands
    null = Possible("NULLIF gives null for equal values")
    return _one_of([left], type_, null, node.span)


@rule(DefaultValue)
def infer_default(node: DefaultValue, scope: Scope) -> Value:
    """Refuse DEFAULT where no column gives it a meaning."""
    message = "DEFAULT is not allowed in this context"
    hint = "DEFAULT stands alone: as a value of INSERT, or after = in SET"
    scope.context.error(node.span, message, sqlstate="42601", hint=hint)
    return broken(node.span)
