"""What every query may end with: ORDER BY positions, LIMIT and OFFSET.

Depends on: context, infer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.sql.syntax import Literal, LiteralKind, Operator, Parameter
from flash_core.types.model import UNKNOWN

from .context import Scope
from .infer import coerce, infer, name_after, settle
from .parameters import Rank
from .value import Subject

if TYPE_CHECKING:
    from flash_core.sql.syntax import Delete, Expression, Query, Update
    from flash_core.types.model import SqlType

    from .value import Value


def position_of(node: Expression, count: int, clause: str, scope: Scope) -> int | None:
    """Return the position (from 1) that a bare integer names.

    A wrong one is reported, as is any other constant; then it is ``count + 1``.
    """
    strict = scope.context.dialect.strict
    if not strict and (negative := _negative(node)):
        scope.context.error(node.span, scope.context.dialect.no_position(negative, clause))
        return count + 1
    if not isinstance(node, Literal):
        return None
    if node.kind is LiteralKind.INTEGER and _is_position(node.text):
        position = int(node.text) if node.text.isdecimal() else 0
        if 1 <= position <= count:
            return position
        problem = scope.context.dialect.no_position(node.text, clause)
        scope.context.error(
            node.span, problem, hint=_positions(count) if scope.context.dialect.explains else None
        )
        return count + 1
    if not strict:
        return None
    message = f"non-integer constant in {clause}"
    hint = "write a column's name or position"
    scope.context.error(node.span, message, sqlstate="42601", hint=hint)
    return count + 1


def _negative(node: Expression) -> str | None:
    """Return a number that is written with a minus, of which PostgreSQL makes no position."""
    if not isinstance(node, Operator) or (node.name, node.left) != ("-", None):
        return None
    number = node.right
    if not isinstance(number, Literal) or number.kind is not LiteralKind.INTEGER:
        return None
    return f"-{number.text}"


def _is_position(text: str) -> bool:
    """PostgreSQL takes a number for a position when it fits 32 bits."""
    return not text.lstrip("-").isdecimal() or abs(int(text)) < 2**31


def _positions(count: int) -> str:
    return "the only position is 1" if count == 1 else f"positions are 1 to {count}"


def infer_limit(query: Query, scope: Scope) -> None:
    """Infer LIMIT and OFFSET, which see no column of the query."""
    for node, name in ((query.offset, "offset"), (query.limit, "limit")):
        if node is not None:
            infer_row_limit(node, name, scope)


def infer_row_limit(node: Expression, name: str, scope: Scope) -> None:
    """Infer ``limit`` or ``offset``."""
    inner = Scope(scope.context, scope.parent, ctes=scope.ctes, clause=name.upper())
    before = len(scope.context.referenced)
    wanted = scope.context.types.row_count()
    if not scope.context.dialect.strict:
        _expect(wanted, node, scope)
    value = _infer_count(node, name.upper(), inner, scope)
    coerce(value, wanted, scope)
    name_after(value, Subject(name), Rank.CLAUSE, scope)
    _check_count(value, wanted, name.upper(), scope)
    if not value.broken and scope.facts.own & {*scope.context.referenced[before:]}:
        message = f"argument of {name.upper()} must not contain variables"
        hint = "write a number, a parameter or a subquery"
        scope.context.error(value.span, message, sqlstate="42P10", hint=hint)


def _expect(type_: SqlType, node: Expression | None, scope: Scope) -> None:
    """Let a parameter in a calculation be what comes of it, where any number would do."""
    if isinstance(node, Parameter):
        scope.context.parameters.types.setdefault(node.number, type_)
    elif isinstance(node, Operator):
        _expect(type_, node.left, scope)
        _expect(type_, node.right, scope)


def _infer_count(node: Expression, clause: str, inner: Scope, scope: Scope) -> Value:
    """On PostgreSQL the columns of FROM are in reach, and refused afterwards."""
    if not scope.context.dialect.strict:
        return infer(node, inner)
    scope.enter(clause)
    return infer(node, scope)


def _check_count(value: Value, wanted: SqlType, clause: str, scope: Scope) -> None:
    context = scope.context
    if not context.dialect.strict or value.broken or value.type is UNKNOWN:
        return
    if not context.types.castable(value.type, wanted, explicit=False):
        message = f"argument of {clause} must be type {wanted}, not type {value.type}"
        context.error(value.span, message, sqlstate="42804")


def order_and_limit(statement: Update | Delete, scope: Scope) -> None:
    """Analyse ORDER BY, LIMIT and OFFSET of a change."""
    scope.enter("ORDER BY")
    for item in statement.order_by:
        settle(infer(item.expression, scope), scope)
    for node, name in ((statement.offset, "offset"), (statement.limit, "limit")):
        if node is not None:
            infer_row_limit(node, name, scope)
