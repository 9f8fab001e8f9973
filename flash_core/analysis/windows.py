"""Window functions and aggregates with OVER: when they are NULL.

Depends on: context, nullability.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.types.model import CallKind, Nulls

from .nullability import Elsewhere, Lenient, Null, Possible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.syntax import FunctionCall, WindowSpec
    from flash_core.types.model import Signature

    from .context import Scope
    from .value import Value

_OF_THE_FRAME: Final = frozenset({"first_value", "last_value"})
_OF_ANOTHER_ROW: Final = frozenset({"lag", "lead"})
_WITH_DEFAULT: Final = 3  # arguments


def window_null(
    node: FunctionCall, over: WindowSpec, found: Signature, operands: Sequence[Value], scope: Scope
) -> Null:
    """Return the tree of a call with OVER that is not simply never NULL."""
    name = scope.context.catalog.fold(node.name.last)
    items = tuple(value.null for value in operands)
    if name in _OF_ANOTHER_ROW:
        if len(items) == _WITH_DEFAULT:
            return Elsewhere(Lenient(items))
        return Possible(f"{name} without a default is null where there is no such row")
    if found.kind is CallKind.WINDOW and name not in _OF_THE_FRAME:
        strict = found.nulls is Nulls.STRICT
        return Lenient(items) if strict else Possible(f"{name} may return null")
    unsure = found.nulls is not Nulls.STRICT or name.lower() in scope.context.dialect.null_over
    if unsure and name not in _OF_THE_FRAME:
        return Possible(f"{name} may return null")
    if node.filter is not None:
        return Possible("FILTER may leave no row")
    if not _holds_row(over, scope):
        return Possible("the window frame may be empty")
    # what is known of this row alone tells nothing about the first one of its frame
    return Elsewhere(Lenient(items)) if name in _OF_THE_FRAME else Lenient(items)


def _holds_row(over: WindowSpec, scope: Scope) -> bool:
    """Tell whether the frame always has the current row in it."""
    fold = scope.context.catalog.fold
    named = None if over.name is None else scope.windows.get(fold(over.name))
    return over.holds_row and (named is None or named.holds_row)
