"""Walking the syntax tree without knowing every node.

Depends on: sql.syntax.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, cast

from flash_core.sql.syntax import Node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    SameLeaf = Callable[[object, object], bool | None]


_FIELD_NAMES: dict[type[Node], tuple[str, ...]] = {}


def _field_names(kind: type[Node]) -> tuple[str, ...]:
    found = _FIELD_NAMES.get(kind)
    if found is None:
        found = tuple(item.name for item in fields(kind) if item.name != "span")
        _FIELD_NAMES[kind] = found
    return found


def children(node: Node) -> Iterator[Node]:
    """Yield the nodes just below ``node``, in the order of its fields."""
    for name in _field_names(type(node)):
        value = cast("object", getattr(node, name))
        if isinstance(value, Node):
            yield value
        elif isinstance(value, tuple):
            yield from _nodes(cast("tuple[object, ...]", value))


def _nodes(values: tuple[object, ...]) -> Iterator[Node]:
    for value in values:
        if isinstance(value, Node):
            yield value
        elif isinstance(value, tuple):
            yield from _nodes(cast("tuple[object, ...]", value))


def descend(node: Node) -> Iterator[Node]:
    """Yield ``node`` and every node below it."""
    yield node
    for child in children(node):
        yield from descend(child)


def same(left: object, right: object, same_leaf: SameLeaf) -> bool:
    """Tell whether two expressions are one and the same, by ``same_leaf`` for some nodes."""
    verdict = same_leaf(left, right)
    if verdict is not None:
        return verdict
    if isinstance(left, Node) and isinstance(right, Node):
        return type(left) is type(right) and all(
            same(
                cast("object", getattr(left, name)), cast("object", getattr(right, name)), same_leaf
            )
            for name in _field_names(type(left))
        )
    if isinstance(left, tuple) and isinstance(right, tuple):
        first, second = cast("tuple[object, ...]", left), cast("tuple[object, ...]", right)
        return len(first) == len(second) and all(
            same(a, b, same_leaf) for a, b in zip(first, second, strict=True)
        )
    return left == right
