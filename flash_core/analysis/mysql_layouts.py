"""STR_TO_DATE whose layout no text in the query gives: the server looks at it before it answers.

It sends a date, a time or both, as the letters of a constant layout say; a parameter is a constant
to it, and so is what is computed of parameters alone.  Of a layout in a column it sends a datetime.

Depends on: context, model, sql.syntax.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql.syntax import Cast, ColumnRef, Expression, FunctionCall, Literal, UserVariable
from flash_core.sql.syntax.queries import Query, Target
from flash_core.sql.syntax.walk import children, descend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flash_core.sql.syntax import Statement
    from flash_core.sql.syntax.nodes import Node

    from .context import Context
    from .model import Column

_MOMENTS: Final = frozenset({"date", "datetime", "time"})
# They are of one type, whatever they are given.
_DECIDING: Final = frozenset({"date", "time", "timestamp", "last_day", "convert_tz"})
_ARGUMENTS: Final = 2


def check_layouts(statement: Statement, columns: tuple[Column, ...], context: Context) -> None:
    """Report results of which only the value of a parameter tells whether they are dates or times.

    Args:
        statement: The query.
        columns: What it returns.
        context: Takes the errors.
    """
    if not any(each.origin is None and each.type.name in _MOMENTS for each in columns):
        return
    for target in descend(statement):
        if isinstance(target, Target):
            for call in _open(target.expression):
                context.error(
                    call.span,
                    "the type of STR_TO_DATE depends on its layout, which is known only when the"
                    " query runs",
                    hint="write CAST(STR_TO_DATE(…) AS DATETIME), or as DATE or TIME",
                )


def _open(node: Node) -> Iterator[FunctionCall]:
    """Yield the calls that the type of an expression may follow."""
    if isinstance(node, Cast | Query):
        return
    if isinstance(node, FunctionCall):
        name = node.name.last.lower()
        if name in _DECIDING:
            return
        if name == "str_to_date" and len(node.arguments) == _ARGUMENTS:
            if _is_open(node.arguments[1]):
                yield node
            return
    for child in children(node):
        yield from _open(child)


def _is_open(layout: Expression) -> bool:
    """Tell whether a layout is constant to the server and no text in the query."""
    return not isinstance(layout, Literal) and not any(
        isinstance(each, ColumnRef | UserVariable) for each in descend(layout)
    )
