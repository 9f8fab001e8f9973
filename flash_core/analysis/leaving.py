"""Parameters that only stand where NULL means "leave it": they may be left out.

Such places are ``SET c = COALESCE($n, c)``, ``c = COALESCE($n, c)`` and every
place inside ``$n IS NULL OR …``.  This is a matter of form alone, so it is read off
the syntax tree.

Depends on: sql.syntax, walk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.sql.syntax import (
    Assignment,
    Cast,
    Coalesce,
    ColumnRef,
    IsNull,
    Operator,
    Or,
    Parameter,
)
from flash_core.sql.syntax.walk import children

if TYPE_CHECKING:
    from collections.abc import Collection

    from flash_core.sql.syntax import Expression, Node


def leaving_parameters(statement: Node, within: Collection[type[Node]]) -> frozenset[int]:
    """Return the numbers of the parameters all of whose places are such places.

    Args:
        statement: The statement.
        within: The kinds of nodes in it.
    """
    if Or not in within and Coalesce not in within:
        return frozenset()
    every: set[int] = set()
    needed: set[int] = set()
    _tell_apart(statement, frozenset(), every, needed)
    return frozenset(every - needed)


def _tell_apart(node: Node, guarded: frozenset[int], every: set[int], needed: set[int]) -> None:
    """Collect the parameters below a node, and those in a place where NULL is a value."""
    if isinstance(node, Parameter):
        every.add(node.number)
        if node.number not in guarded:
            needed.add(node.number)
        return
    guarded |= _guards(node)
    for child in children(node):
        _tell_apart(child, guarded, every, needed)


def _guards(node: Node) -> frozenset[int]:
    """Return the parameters for which a NULL switches this part of the statement off."""
    match node:
        case Or(items=items):
            tests = [item for item in items if isinstance(item, IsNull) and not item.negated]
            return frozenset(n for test in tests if (n := _number(test.operand)) is not None)
        case Assignment(column=column, value=Coalesce() as value):
            return _kept(value, column)
        case Operator(name="=", left=ColumnRef() as column, right=Coalesce() as value):
            return _kept(value, column.parts[-1])
        case Operator(name="=", left=Coalesce() as value, right=ColumnRef() as column):
            return _kept(value, column.parts[-1])
        case _:
            return frozenset()


def _kept(value: Coalesce, column: str) -> frozenset[int]:
    """Read ``COALESCE($n, column)``."""
    first, *rest = value.items
    number = _number(first)
    other = rest[0] if len(rest) == 1 else None
    same = isinstance(other, ColumnRef) and other.parts[-1].lower() == column.lower()
    return frozenset([number]) if number is not None and same else frozenset()


def _number(node: Expression) -> int | None:
    while isinstance(node, Cast):
        node = node.operand
    return node.number if isinstance(node, Parameter) else None
