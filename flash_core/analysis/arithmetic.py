"""Whole numbers that a query spells out: servers compute them before anything runs.

Depends on: sql.syntax.
"""

from __future__ import annotations

from operator import add, mul, sub
from typing import TYPE_CHECKING, Final

from flash_core.sql.syntax import Literal, LiteralKind, Operator

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.sql.syntax import Expression

_KNOWN: Final[dict[str, Callable[[int, int], int]]] = {"+": add, "-": sub, "*": mul}


def computed_number(node: Expression) -> int | None:
    """Return the number that a calculation with written numbers makes, ``None`` for all else."""
    if isinstance(node, Literal):
        return int(node.text) if _is_whole(node) else None
    if not isinstance(node, Operator):
        return None
    right = computed_number(node.right)
    if right is None or node.name not in _KNOWN:
        return None
    left = 0 if node.left is None else computed_number(node.left)
    return None if left is None else _KNOWN[node.name](left, right)


def is_written_number(node: Expression) -> bool:
    """Tell whether an expression is a number, perhaps with its sign, and nothing to compute."""
    if isinstance(node, Operator) and node.left is None and node.name == "-":
        return is_written_number(node.right)
    return isinstance(node, Literal) and _is_whole(node)


def _is_whole(node: Literal) -> bool:
    return node.kind is LiteralKind.INTEGER and node.text.isdecimal()
