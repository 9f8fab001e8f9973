"""Options of functions and types that say what would be so without them.

Depends on: libpg_query, postgres, postgres_kinds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .postgres.tree import child, children, string, strings, unwrapped
from .postgres_kinds import path_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .libpg_query import Tree

_USUAL: Final = frozenset({("volatility", "volatile"), ("parallel", "unsafe")})
_UNSET: Final = frozenset({"strict", "leakproof", "security"})
_QUICK: Final = frozenset({"c", "internal"})  # languages of functions that cost 1, not 100


def telling(options: Sequence[Tree], name: tuple[str, ...]) -> list[Tree]:
    """Return the options of a statement that change what it makes.

    Args:
        options: All of them.
        name: The range type, if it is that of one.
    """
    usual = _estimates([unwrapped(each) for each in options])
    return [
        each
        for each in options
        if not _is_usual(unwrapped(each), name) and _estimate(unwrapped(each)) not in usual
    ]


def unlimited(node: Tree, key: str) -> Tree:
    """Return the type of a parameter or result, of which the server forgets the length.

    Args:
        node: What has it.
        key: Under which key.
    """
    found = child(node, key)
    return {} if found is None else {key: {k: v for k, v in found.items() if k != "typmods"}}


def _estimates(options: Sequence[Tree]) -> frozenset[tuple[str, str]]:
    """Return what the server takes a function with options to cost and to return."""
    languages = {
        string(unwrapped(child(option, "arg") or {}), "sval").lower()
        for option in options
        if string(option, "defname") == "language"
    }
    return frozenset({("rows", "1000"), ("cost", "1" if languages & _QUICK else "100")})


def _estimate(option: Tree) -> tuple[str, str]:
    value = unwrapped(child(option, "arg") or {})
    return string(option, "defname"), string(value, "fval") or str(value.get("ival", ""))


def _is_usual(option: Tree, name: tuple[str, ...]) -> bool:
    """Tell whether an option says what would be so without it.

    Args:
        option: The option.
        name: The range type, if it is that of one.
    """
    word, value = string(option, "defname"), child(option, "arg") or {}
    if word == "multirange_type_name" and name:
        own = name[-1]
        usual = own.replace("range", "multirange", 1) if "range" in own else f"{own}_multirange"
        names = strings(children(unwrapped(value), "names"))
        return path_of(names) == path_of((*name[:-1], usual))
    if word in _UNSET and "Boolean" in value:
        return not unwrapped(value).get("boolval")
    return (word, string(unwrapped(value), "sval")) in _USUAL
