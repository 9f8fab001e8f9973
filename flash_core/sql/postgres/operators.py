"""PostgreSQL's ``A_Expr``: infix and prefix operators, and the forms built like them.

Depends on: syntax, tree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.sql import syntax

from .tree import child, children, list_items, string, strings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from flash_core.sql.libpg_query import Tree
    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Expression

    from .tree import Reader


def read_operator(
    reader: Reader, node: Tree, read: Callable[[Reader, Tree], Expression]
) -> Expression:
    """Read an ``A_Expr`` whose operands ``read`` reads."""
    kind = string(node, "kind").removeprefix("AEXPR_")
    name = _name(strings(children(node, "name")))
    span = reader.token(node)
    left_node = child(node, "lexpr")
    left = None if left_node is None else read(reader, left_node)
    right_node = child(node, "rexpr") or {}
    if left is not None and (kind == "IN" or "BETWEEN" in kind):
        items = tuple([read(reader, item) for item in list_items(right_node)])
        return _read_listed(kind, name, left, items, span)
    right = read(reader, right_node)
    if left is None:
        return syntax.Operator(name, None, right, span=span)
    match kind:
        case "OP_ANY" | "OP_ALL":
            return syntax.Quantified(left, name, kind == "OP_ALL", right, span=span)
        case "DISTINCT" | "NOT_DISTINCT":
            return syntax.IsDistinct(left, right, kind == "NOT_DISTINCT", span=span)
        case "NULLIF":
            return syntax.NullIf(left, right, span=span)
        case _:
            return syntax.Operator(name, left, right, span=span)


def _name(parts: Sequence[str]) -> str:
    """Return an operator's name, after a dot when ``OPERATOR(schema.name)`` says where it is."""
    own = len(parts) == 1 or parts[-2] == "pg_catalog"
    return parts[-1] if own else ".".join(parts[-2:])


def _read_listed(
    kind: str, name: str, left: Expression, items: tuple[Expression, ...], span: Span
) -> Expression:
    if kind == "IN":
        return syntax.InList(left, items, name == "<>", span=span)
    low, high = items
    symmetric = kind.endswith("SYM")
    return syntax.Between(left, low, high, kind.startswith("NOT"), symmetric, span=span)
