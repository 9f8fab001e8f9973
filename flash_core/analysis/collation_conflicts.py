"""Explicit collations that contradict each other: ``a COLLATE "C" || b COLLATE "POSIX"``.

Manual, section 23.2.1: all collations written out among the inputs of an expression have
to be the same.  Only what is written in the statement is looked at.

Depends on: collation, context, walk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql.syntax import (
    ArrayLiteral,
    Between,
    Case,
    Coalesce,
    Collate,
    Extreme,
    FunctionCall,
    InList,
    IsDistinct,
    NullIf,
    Operator,
    Query,
)
from flash_core.sql.syntax.walk import descend

from .collation import explicit_collation
from .placement import HYPOTHETICAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from flash_core.sql.syntax import Expression, Node

    from .context import Scope


_SPLIT: Final = ("unnest",)
"""In FROM, each of its arguments is a function of its own."""


def check_collations(statement: Node, scope: Scope) -> None:
    """Report, on PostgreSQL, inputs of one expression that have different explicit collations.

    Args:
        statement: It has a COLLATE somewhere, and is analysed.
        scope: Where it stands.
    """
    if not scope.context.dialect.strict:
        return
    for node in descend(statement):
        for group in _compared(node):
            _check(group, scope)


def _compared(node: Node) -> Iterator[Sequence[Expression]]:
    """Yield the inputs of an expression that have to agree."""
    match node:
        case FunctionCall() if node.within_group:
            keys = [item.expression for item in node.order_by]
            if node.name.last in HYPOTHETICAL:
                yield from zip(node.arguments, keys, strict=False)
        case FunctionCall() if node.name.parts != _SPLIT:
            yield node.arguments
        case Case():
            results = [when.result for when in node.whens]
            yield results if node.default is None else [*results, node.default]
        case Operator(left=left, right=right):
            yield [right] if left is None else [left, right]
        case IsDistinct(left=left, right=right) | NullIf(left=left, right=right):
            yield [left, right]
        case Between(operand=operand, low=low, high=high):
            yield [operand, low]
            yield [operand, high]
        case InList(operand=operand, items=items):
            yield [operand, *items]
        case Coalesce(items=items) | Extreme(items=items) | ArrayLiteral(items=items):
            yield items
        case _:
            return


def _check(inputs: Iterable[Expression], scope: Scope) -> None:
    first: str | None = None
    for node in inputs:
        if any(isinstance(one, Query) for one in descend(node)):
            continue  # a query's own collations are not taken over
        found = explicit_collation(node, scope)
        if found is not None and first is not None and found != first:
            message = f'collation mismatch between explicit collations "{first}" and "{found}"'
            place = next(one for one in descend(node) if isinstance(one, Collate))
            hint = f'write COLLATE "{first}" for both'
            scope.context.error(place.span, message, sqlstate="42P21", hint=hint)
            return
        first = first or found
