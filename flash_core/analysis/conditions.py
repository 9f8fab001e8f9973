"""AND, OR, NOT and the tests that are never NULL: IS NULL, IS TRUE, IS DISTINCT FROM.

Depends on: infer, nullability, operators.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.sql.syntax import And, BooleanTest, CurrentOf, IsDistinct, IsNull, Not, Or

from .infer import compared, infer, require_boolean, rule, welcome_null
from .nullability import (
    Both,
    Certain,
    Either,
    Negation,
    Null,
    Outcome,
    Possible,
    Strict,
    Test,
)
from .operators import combine, resolve
from .value import Value, broken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Expression

    from .context import Scope


def _boolean(scope: Scope, null: Null, span: Span) -> Value:
    return Value(scope.context.types.boolean(), null, span)


def _operands(nodes: Sequence[Expression], word: str, scope: Scope) -> tuple[Null, ...]:
    values: list[Value] = []
    for node in nodes:
        value = infer(node, scope)
        require_boolean(value, word, scope)
        values.append(value)
    return tuple(value.null for value in values)


@rule(And)
def infer_and(node: And, scope: Scope) -> Value:
    """Combine conditions that must all hold."""
    return _boolean(scope, Both(_operands(node.items, "AND", scope)), node.span)


@rule(Or)
def infer_or(node: Or, scope: Scope) -> Value:
    """Combine conditions of which one must hold."""
    return _boolean(scope, Either(_operands(node.items, "OR", scope)), node.span)


@rule(Not)
def infer_not(node: Not, scope: Scope) -> Value:
    """Negate a condition."""
    (null,) = _operands([node.operand], "NOT", scope)
    return _boolean(scope, Negation(null), node.span)


@rule(IsNull)
def infer_is_null(node: IsNull, scope: Scope) -> Value:
    """Test for NULL; a row is tested field by field."""
    operand = infer(node.operand, scope)
    welcome_null(operand, scope)
    value = Outcome.VALUE
    test: Null
    if operand.fields is not None:  # true only when every field holds a value, or none
        fields = Strict(tuple(field.null for field in operand.fields))
        test = Test(fields, if_true=value if node.negated else None)
    elif node.negated:
        test = Test(operand.null, if_true=value)
    else:
        test = Test(operand.null, if_false=value)
    return _boolean(scope, _trusted(test, scope), node.span)


def _trusted(test: Null, scope: Scope) -> Null:
    """Return what a test for NULL tells: nothing in RETURNING of SQLite.

    There it takes every column for the table's first one, and answers without looking where
    that is NOT NULL (seen with SQLite 3.40).
    """
    level: Scope | None = scope
    while level is not None and scope.context.dialect.returns_target:
        if level.clause == "RETURNING":
            return Certain("a test for NULL is true or false")
        level = level.parent
    return test


@rule(BooleanTest)
def infer_boolean_test(node: BooleanTest, scope: Scope) -> Value:
    """Test for TRUE, FALSE or UNKNOWN."""
    word = "UNKNOWN" if node.value is None else str(node.value).upper()
    operand = infer(node.operand, scope)
    require_boolean(operand, f"IS {'NOT ' if node.negated else ''}{word}", scope)
    if node.value is None:
        outcome, when = Outcome.VALUE, node.negated
    else:
        outcome, when = (Outcome.TRUE if node.value else Outcome.FALSE), not node.negated
    test = Test(operand.null, if_true=outcome) if when else Test(operand.null, if_false=outcome)
    return _boolean(scope, test, node.span)


@rule(IsDistinct)
def infer_is_distinct(node: IsDistinct, scope: Scope) -> Value:
    """Compare with NULL as a value of its own."""
    left, right = infer(node.left, scope), infer(node.right, scope)
    compared(left, right, scope)
    for value in (left, right):
        welcome_null(value, scope)
    if left.fields is not None and right.fields is not None:
        rows = combine("=", left, right, node.span, scope)
        same = Certain("IS DISTINCT FROM is true or false")
        return rows if rows.broken else _boolean(scope, same, node.span)
    found = resolve("=", left, right, node.span, scope)
    if found is None:
        return broken(node.span)
    null = _distinct(left.null, right.null, negated=node.negated)
    return _boolean(scope, _trusted(null, scope), node.span)


def _distinct(left: Null, right: Null, *, negated: bool) -> Null:
    """Equal to a value means not NULL; distinct from NULL means not NULL."""
    for one, other in ((left, right), (right, left)):
        if isinstance(other, Certain):
            return (
                Test(one, if_true=Outcome.VALUE) if negated else Test(one, if_false=Outcome.VALUE)
            )
        if isinstance(other, Possible) and other.always:
            return (
                Test(one, if_false=Outcome.VALUE) if negated else Test(one, if_true=Outcome.VALUE)
            )
    return Certain("IS DISTINCT FROM is true or false")


@rule(CurrentOf)
def infer_current_of(node: CurrentOf, scope: Scope) -> Value:
    """Compare with the row of a cursor, which only the session knows."""
    return _boolean(scope, Certain("CURRENT OF is true or false"), node.span)
