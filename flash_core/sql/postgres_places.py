"""Where a statement of PostgreSQL names relations, types, columns and functions, by its own grammar.

Depends on: libpg_query, postgres.tree.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass

from . import libpg_query
from .postgres.tree import children, integer, string, unwrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .libpg_query import Json, Tree

_PART: Final = r'(?:"(?:[^"]|"")*"|[^\W\d][\w$]*)'
_DOTTED: Final = re.compile(rf"{_PART}(?:\s*\.\s*{_PART})*")
_KINDS: Final = frozenset({"RangeVar", "TypeName", "ColumnRef", "FuncCall"})
_NAMES: Final = {"TypeName": "names", "ColumnRef": "fields", "FuncCall": "funcname"}


@dataclass(frozen=True, slots=True)
class Place:
    """A name in a statement.

    Attributes:
        kind: ``RangeVar``, ``TypeName``, ``ColumnRef`` or ``FuncCall``.
        path: The name, as the server stores it.
        start: Where it begins.
        end: Where it ends.
    """

    kind: str
    path: tuple[str, ...]
    start: int
    end: int


@lru_cache(maxsize=20_000)
def places(text: str) -> tuple[Place, ...]:
    """Return the names in a statement by their places, none for one that cannot be read.

    Args:
        text: One statement.
    """
    found = libpg_query.parse(text)
    if isinstance(found, libpg_query.SyntaxProblem):
        return ()
    raw = text.encode()
    result: set[Place] = set()
    for kind, node in _nodes(found):
        start = integer(node, "location")
        path = _path(kind, node)
        if start < 0 or not path:
            continue
        at = len(raw[:start].decode(errors="ignore"))
        written = _DOTTED.match(text, at)
        if written is not None and _last(written[0]) == path[-1]:
            result.add(Place(kind, path, at, written.end()))
    return tuple(sorted(result, key=lambda place: place.start))


def _last(written: str) -> str:
    part = re.findall(_PART, written)[-1]
    return str(part[1:-1].replace('""', '"') if part[0] == '"' else part.lower())


def _path(kind: str, node: Tree) -> tuple[str, ...]:
    if kind == "RangeVar":
        return tuple(filter(None, (string(node, "schemaname"), string(node, "relname"))))
    items = children(node, _NAMES[kind])
    return tuple(string(inner, "sval") for name, inner in map(unwrap, items) if name == "String")


def _nodes(tree: Json | list[Tree], kind: str = "") -> Iterator[tuple[str, Tree]]:
    """Yield what names something; fields that hold one kind only do not say which."""
    if isinstance(tree, list):
        for item in tree:
            yield from _nodes(item)
    elif isinstance(tree, dict):
        if kind in _KINDS:
            yield kind, tree
        elif "relname" in tree and "location" in tree:
            yield "RangeVar", tree
        elif "names" in tree and "typemod" in tree:
            yield "TypeName", tree
        for key, value in tree.items():
            yield from _nodes(value, key)
