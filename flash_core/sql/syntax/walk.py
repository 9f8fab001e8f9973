"""Walking the syntax tree without knowing every node.

Depends on: nodes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

from flash_core._dataclass import fields

from .nodes import Node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    SameLeaf = Callable[[object, object], bool | None]


_PLAIN: Final = frozenset({"str", "int", "bool", "None", "tuple"})
_WORD: Final = re.compile(r"[A-Za-z]\w*")
_FIELD_NAMES: dict[type[Node], tuple[str, ...]] = {}
_NESTING: dict[type[Node], tuple[str, ...]] = {}


def _field_names(kind: type[Node]) -> tuple[str, ...]:
    found = _FIELD_NAMES.get(kind)
    if found is None:
        found = tuple(item.name for item in fields(kind) if item.name != "span")
        _FIELD_NAMES[kind] = found
    return found


def _nesting(kind: type[Node]) -> tuple[str, ...]:
    """Return the fields that may hold a node, by their annotations."""
    words = {item.name: _WORD.findall(str(item.type)) for item in fields(kind)}
    found = tuple(n for n in _field_names(kind) if not _PLAIN.issuperset(words[n]))
    _NESTING[kind] = found
    return found


def children(node: Node) -> list[Node]:
    """Return the nodes just below ``node``, in the order of its fields."""
    found: list[Node] = []
    _add_children(node, found)
    return found


def _add_children(node: Node, found: list[Node]) -> None:
    names = _NESTING.get(type(node))
    for name in _nesting(type(node)) if names is None else names:
        value: object = getattr(node, name)
        if value is None:  # as most optional clauses are
            continue
        if isinstance(value, Node):
            found.append(value)
        elif isinstance(value, tuple) and value:
            _collect(cast("tuple[object, ...]", value), found)


def _collect(values: tuple[object, ...], found: list[Node]) -> None:
    for value in values:
        if isinstance(value, Node):
            found.append(value)
        elif isinstance(value, tuple):
            _collect(cast("tuple[object, ...]", value), found)


def descend(node: Node) -> Iterator[Node]:
    """Yield ``node`` and every node below it, each before what is below it."""
    waiting = [node]
    while waiting:
        found = waiting.pop()
        yield found
        waiting += reversed(children(found))


def subtree(node: Node) -> list[Node]:
    """Return ``node`` and every node below it, where the order is of no matter: the faster walk."""
    found = [node]
    for each in found:  # which grows
        _add_children(each, found)
    return found


def kinds(node: Node) -> set[type[Node]]:
    """Return the classes of ``node`` and of every node below it."""
    return set(map(type, subtree(node)))


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
