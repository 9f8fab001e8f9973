"""Operators: arithmetic, comparison, pattern matching, membership.

Depends on: arrays, infer, nullability, subqueries (through the context).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.sql.syntax import (
    Between,
    ColumnRef,
    InList,
    Literal,
    LiteralKind,
    Operator,
    Quantified,
    Query,
    RowLiteral,
    ScalarQuery,
)
from flash_core.sql.syntax.walk import children
from flash_core.types.model import UNKNOWN, Nulls, Signature, SqlType, TypeKind

from .arithmetic import computed_number, is_written_number
from .arrays import elements_of_operator
from .infer import (
    base,
    coerce,
    compared,
    exposed,
    infer,
    infer_all,
    merged_null,
    name_after,
    rule,
    settle,
    subject,
)
from .nullability import Certain, Lenient, Lossy, Null, Possible, Predicate, Strict
from .parameters import Rank
from .value import Subject, Value, broken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Expression, Node

    from .context import Scope

_ORDERINGS: Final = frozenset({"<", ">", "<=", ">="})
_TEXTS: Final = frozenset({"text", "varchar", "bpchar", UNKNOWN.name})
_NUMBERS: Final = frozenset({LiteralKind.INTEGER, LiteralKind.DECIMAL})
_DIVISIONS: Final = frozenset({"/", "%", "DIV", "MOD"})
_CALCULATIONS: Final = _DIVISIONS | {"+", "-", "*", "&", "|", "<<", ">>", "||"}
COMPARISONS: Final = frozenset({"=", "==", "<>", "!=", "<", ">", "<=", ">="})


def resolve(
    name: str, left: Value | None, right: Value, span: Span, scope: Scope
) -> Signature | None:
    """Resolve an operator over two values and convert them; report when there is none."""
    context = scope.context
    if right.broken or (left is not None and left.broken):
        return None
    operands = [right] if left is None else [left, right]
    if not context.dialect.strict and any(value.fields is not None for value in operands):
        types = [settle(value, scope) for value in operands]
        context.error(span, context.dialect.row_operand(name, types))
        return None
    found = context.types.operator(name, left.type if left else None, right.type)
    if found is None:
        _not_resolved(name, left.type if left else None, right.type, span, scope)
        return None
    if left is not None:
        coerce(left, found.arguments[0], scope)
    coerce(right, found.arguments[-1], scope)
    if found.argument_names:
        name_after(right, Subject(found.argument_names[-1]), Rank.ARGUMENT, scope)
    return found


def _not_resolved(
    name: str, left: SqlType | None, right: SqlType, span: Span, scope: Scope
) -> None:
    operands = f"{name} {right}" if left is None else f"{left} {name} {right}"
    if scope.context.types.operator_is_ambiguous(name, left, right):
        message, state = f"operator is not unique: {operands}", "42725"
        hint = "several operators would do: cast an operand to the type that you mean"
    elif (problem := scope.context.dialect.no_operator(name, left, right)) is not None:
        scope.context.error(span, problem, hint="CAST(… AS CHAR) makes a text of it")
        return
    else:
        message, state = f"operator does not exist: {operands}", "42883"
        hint = _meant(name, left, right) or "no operator takes these types; you may need a cast"
    scope.context.error(span, message, sqlstate=state, hint=hint)


def _meant(name: str, left: SqlType | None, right: SqlType) -> str | None:
    """Return what to type for an operator as another language has it."""
    if name == "==":
        return "write = once"
    texts = left is not None and {left.name, right.name} <= _TEXTS
    return "texts are joined with ||" if name == "+" and texts else None


def nulls_of(nulls: Nulls, values: Sequence[Value], what: str) -> Null:
    """Return the tree of a call over ``values``; ``what`` names it for people."""
    items = tuple(value.null for value in values)
    match nulls:
        case Nulls.NEVER:
            return Certain(f"{what} is never null")
        case Nulls.STRICT:
            return Strict(items)
        case Nulls.LENIENT:
            return Lenient(items)
        case Nulls.LOSSY:
            return Lossy(items, f"{what} may return null")
        case Nulls.MAYBE:
            return Possible(f"{what} may return null")


def _fits(number: int) -> bool:
    """Tell whether a number is a bigint."""
    return -(2**63) <= number < 2**63


@rule(Operator)
def infer_operator(node: Operator, scope: Scope) -> Value:
    """Resolve a prefix or infix operator."""
    if node.left is None:
        right = infer(node.right, scope)
        found = resolve(node.name, None, right, node.span, scope)
        if found is None:
            return broken(node.span)
        null = nulls_of(found.nulls, [right], f"operator {node.name}")
        result = found.result
        number = computed_number(node.right) if node.name == "-" else None
        if number is not None and not (is_written_number(node.right) and _fits(-number)):
            result = scope.context.types.negated(result, number)
        return Value(result, null, node.span, exposed=right.exposed, subject=right.subject)
    if isinstance(node.left, RowLiteral) and isinstance(node.right, ScalarQuery):
        from .subqueries import compare_with_row  # noqa: PLC0415 - the two need each other

        return compare_with_row(node.name, node.left, node.right.query, node.span, scope)
    left, right = infer(node.left, scope), infer(node.right, scope)
    value = combine(node.name, left, right, node.span, scope)
    if isinstance(value.null, Lossy) and _is_safe(node):
        value = replace(value, null=Strict(value.null.items))
    if _divides_by_constant(node) and isinstance(value.null, Possible):
        value = replace(value, null=Strict((left.null, right.null)))
    scope.context.compared[id(node)] = left.type, right.type
    return value


def _divides_by_constant(node: Operator) -> bool:
    """Tell whether a division is by a number that is not zero, nor becomes it as an integer."""
    return (
        node.name in {"/", "%", "DIV"}
        and isinstance(node.right, Literal)
        and node.right.kind in {LiteralKind.INTEGER, LiteralKind.DECIMAL}
        and node.right.text[:1] in set("123456789")
        and "e-" not in node.right.text.lower()
    )


def _is_safe(node: Operator) -> bool:
    """Tell whether what makes NULL of some values has none of them: it stands written out."""
    if node.name == "REGEXP":  # MariaDB reads a constant pattern before anything runs
        return isinstance(node.right, Literal) and node.right.kind is LiteralKind.STRING
    return node.name in _DIVISIONS and _is_nonzero(node.right)


def _is_nonzero(node: Expression) -> bool:
    """Tell whether a divisor is a number that is not zero, written out."""
    if not isinstance(node, Literal) or node.kind not in _NUMBERS:
        return False
    return any(digit in "123456789" for digit in node.text.lower().partition("e")[0])


def combine(name: str, left: Value, right: Value, span: Span, scope: Scope) -> Value:
    """Return ``left name right``."""
    if left.fields is not None and right.fields is not None and name in COMPARISONS:
        return _combine_rows(name, left, right, span, scope)
    found = resolve(name, left, right, span, scope)
    if found is None:
        compared(left, right, scope)
        return broken(span)
    null = nulls_of(found.nulls, [left, right], f"operator {name}")
    if name in COMPARISONS and found.nulls is Nulls.STRICT:
        null = Strict((merged_null(left, right.type, scope), merged_null(right, left.type, scope)))
    is_condition = found.result == scope.context.types.boolean() and name not in _CALCULATIONS
    if name in COMPARISONS or is_condition:
        compared(left, right, scope)
        return Value(found.result, null, span)
    return _calculated(found, left, right, null, span, scope)


def _calculated(
    found: Signature, left: Value, right: Value, null: Null, span: Span, scope: Scope
) -> Value:
    """Return the value of an operator that is no condition.

    It lends its name to a placeholder that could stand in its place:
    ``now() - $1::interval`` is a time, ``$1`` is none.
    """
    first, second = (
        declared if value.type == UNKNOWN else value.type
        for value, declared in zip((left, right), found.arguments, strict=True)
    )
    if right.subject is not None and _alike(first, second, scope):
        name_after(left, right.subject, Rank.OPERAND, scope)
    if left.subject is not None and _alike(second, first, scope):
        name_after(right, left.subject, Rank.OPERAND, scope)
    lent = [
        value
        for value, type_ in ((left, first), (right, second))
        if _alike(type_, found.result, scope)
    ]
    both = subject([left, right])
    inside = elements_of_operator(found, left, right)
    return Value(found.result, null, span, exposed=exposed(lent), subject=both, elements=inside)


def _alike(one: SqlType, other: SqlType, scope: Scope) -> bool:
    """Tell whether a value may stand where one of another type does, or one element of it."""
    element = base(other).element if base(other).kind is TypeKind.ARRAY else None
    return (
        element == one
        or not scope.context.dialect.strict
        or scope.context.types.castable(one, other, explicit=False)
    )


def _combine_rows(name: str, left: Value, right: Value, span: Span, scope: Scope) -> Value:
    first, second = left.fields or (), right.fields or ()
    if len(first) != len(second):
        problem = scope.context.dialect.operand_width(len(first), len(second))
        hint = f"the left row has {len(first)}, the right row {len(second)}"
        scope.context.error(span, problem, hint=hint)
        return broken(span)
    if not first and scope.context.dialect.strict:
        message = "cannot compare rows of zero length"
        scope.context.error(span, message, sqlstate="0A000", hint="write ROW(…) with values")
        return broken(span)
    parts = [combine(name, a, b, span, scope) for a, b in zip(first, second, strict=True)]
    if any(part.broken for part in parts):
        return broken(span)
    true, false = needed_of_rows(name, [part.null for part in parts])
    nulls = tuple(part.null for part in parts)
    return Value(scope.context.types.boolean(), Predicate(nulls, true, false), span)


def needed_of_rows(name: str, pairs: Sequence[Null]) -> tuple[tuple[Null, ...], tuple[Null, ...]]:
    """Return which pairs of a comparison of rows have no NULL when it is true, and when false."""
    if name in {"=", "=="}:
        return tuple(pairs), ()
    if name in {"<>", "!="}:
        return (), tuple(pairs)
    if name not in _ORDERINGS:
        return (), ()
    # the first pair alone is always looked at: the others only while all before are equal
    first = tuple(pairs[:1])
    return first, first


def parts_of(value: Value) -> tuple[Null, ...]:
    """Return the trees of what a comparison looks at: of ROW(…) its fields."""
    return (value.null,) if value.fields is None else tuple(f.null for f in value.fields)


def _once(*nulls: Null) -> tuple[Null, ...]:
    """Return each tree once: operands that hold operands would be judged twice at each level."""
    return tuple({id(null): null for null in nulls}.values())


def _boolean(scope: Scope, null: Null, span: Span) -> Value:
    return Value(scope.context.types.boolean(), null, span)


@rule(Between)
def infer_between(node: Between, scope: Scope) -> Value:
    """Resolve ``x BETWEEN low AND high`` as two comparisons."""
    operand = infer(node.operand, scope)
    low = infer(node.low, scope)
    lower = resolve(">=", operand, low, node.span, scope)
    if operand.parameter is not None:  # the first comparison may have decided its type
        decided = scope.context.parameters.types.get(operand.parameter)
        operand = replace(operand, type=decided or operand.type)
    high = infer(node.high, scope)
    upper = None if lower is None else resolve("<=", operand, high, node.span, scope)
    for value, suffix in ((low, "from"), (high, "to")):
        if operand.subject is not None:
            bound = Subject(f"{operand.subject.name}_{suffix}", operand.subject.origin)
            name_after(value, bound, Rank.COMPARED, scope)
    about = subject([low, high])
    if about is not None:
        name_after(operand, about, Rank.COMPARED, scope)
    if lower is None or upper is None:
        return broken(node.span)
    every = _once(
        *(*parts_of(operand), *parts_of(low), *parts_of(high)),
        *(merged_null(operand, bound.type, scope) for bound in (low, high)),
        *(merged_null(bound, operand.type, scope) for bound in (low, high)),
    )
    if operand.fields is not None:
        return _boolean(scope, Predicate(every), node.span)
    needed = (operand.null,)
    # x >= low OR … may hold with one bound NULL, so only AND tells about the bounds
    true, false = (needed, every) if node.negated else (every, needed)
    return _boolean(scope, Predicate(every, if_true=true, if_false=false), node.span)


def _has_column(node: Node, scope: Scope) -> bool:
    """Tell whether a value depends on the rows of its own query level."""
    if isinstance(node, ColumnRef):
        place = scope.context.resolution(node)
        return place is None or place[0] in scope.facts.own
    return any(_has_column(child, scope) for child in children(node))


def _unify(
    values: list[Value], left: Value, nodes: Sequence[Expression], scope: Scope
) -> list[Value]:
    """Give constants of an IN list one type, as PostgreSQL does with two or more of them."""
    constant = [
        value for value, node in zip(values, nodes, strict=True) if not _has_column(node, scope)
    ]
    if len(constant) < 2 or left.broken or any(value.broken for value in values):  # noqa: PLR2004 - one is no list
        return values
    found = scope.context.types.common([left.type, *(value.type for value in constant)])
    if found is None or found is UNKNOWN or not scope.context.dialect.strict:
        return values
    for value in constant:
        coerce(value, found, scope)
    return [
        replace(value, type=found) if any(value is one for one in constant) else value
        for value in values
    ]


@rule(InList)
def infer_in_list(node: InList, scope: Scope) -> Value:
    """Resolve ``x IN (a, b)``."""
    left = infer(node.operand, scope)
    items = infer_all(node.items, scope)
    for item in items:
        if left.fields is None:
            compared(left, item, scope)
    if left.fields is None:
        items = _unify(items, left, node.items, scope)
    if len(items) == 1:
        scope.context.compared[id(node)] = left.type, items[0].type
    failed = False
    for item in items:
        if left.fields is not None and item.fields is not None:
            failed |= combine("=", left, item, node.span, scope).broken
        else:
            failed |= resolve("=", left, item, node.span, scope) is None
    if failed:
        return broken(node.span)
    operand = parts_of(left)
    every = _once(
        *(merged_null(left, item.type, scope) for item in items),
        *operand,
        *(null for item in items for null in parts_of(item)),
        *(merged_null(item, left.type, scope) for item in items),
    )
    # rows differ by one pair alone, and whatever it is, a value is not in an empty list
    unsure = left.fields is not None or _may_be_empty(items, scope)
    differs = () if unsure else every
    true, false = (differs, operand) if node.negated else (operand, differs)
    return _boolean(scope, Predicate(every, true, false), node.span)


def _may_be_empty(items: Sequence[Value], scope: Scope) -> bool:
    """Tell whether a list is nothing but ``flash.slice``, which may hold no value at all."""
    return all(item.parameter in scope.context.parameters.slices for item in items)


@rule(Quantified)
def infer_quantified(node: Quantified, scope: Scope) -> Value:
    """Resolve ``x op ANY (array)`` or ``x op ALL (SELECT …)``."""
    if isinstance(node.right, Query):
        from .subqueries import compare_with_query  # noqa: PLC0415 - the two need each other

        return compare_with_query(
            node.operator, node.left, node.right, node.span, scope, every=node.all, negated=False
        )
    left, right = infer(node.left, scope), infer(node.right, scope)
    compared(left, right, scope)
    if left.broken or right.broken:
        return broken(node.span)
    element = _element(right)
    if element is None:
        message = "op ANY/ALL (array) requires array on right side"
        hint = "write an array: ARRAY[…], or use = instead"
        scope.context.error(right.span, message, sqlstate="42809", hint=hint)
        return broken(node.span)
    found = scope.context.types.operator(node.operator, left.type, element)
    if found is None:
        _not_resolved(node.operator, left.type, element, node.span, scope)
        return broken(node.span)
    if scope.context.dialect.strict and found.result != scope.context.types.boolean():
        message = "op ANY/ALL (array) requires operator to yield boolean"
        hint = "use a comparison: = ANY (…)"
        scope.context.error(node.span, message, sqlstate="42809", hint=hint)
    coerce(left, found.arguments[0], scope)
    array = scope.context.types.array_of(found.arguments[1])
    if array is not None:
        coerce(right, array, scope)
    needed = (left.null, right.null)
    # the array's own elements may be NULL, and then so may the result
    null = Predicate(
        (Possible("an element of the array may be null"),),
        if_true=() if node.all else needed,
        if_false=needed if node.all else (),
    )
    return _boolean(scope, null, node.span)


def _element(value: Value) -> SqlType | None:
    if value.type is UNKNOWN:
        return UNKNOWN
    type_ = base(value.type)
    return type_.element if type_.kind is TypeKind.ARRAY else None
