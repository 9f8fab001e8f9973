"""Which type a value of PostgreSQL's trees has, where that needs no look at functions and operators.

Depends on: libpg_query, postgres.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .postgres.tree import child, children, string, strings, unwrapped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .libpg_query import Json, Tree

NUMBERS: Final = ("int2", "int4", "int8", "numeric", "float4", "float8")
PROMOTED: Final = frozenset({"numeric", "float8"})
_NUMBER: Final = re.compile(r"-?\d+(\.\d+)?\Z")
JOINED: Final = frozenset({"text", "varchar", "unknown", *NUMBERS})
# Operators that look into a document: what is right of them, and their value.
INSIDE: Final = {
    "->": ("text", ""),
    "->>": ("text", "text"),
    "#>": ("text[]", ""),
    "#>>": ("text[]", "text"),
}
_ARITHMETIC: Final = frozenset("+-*/%")
# Functions whose arguments are text, and only that, with a text as their value.
TO_TEXT: Final = frozenset(
    {"lower", "upper", "initcap", "btrim", "ltrim", "rtrim", "replace", "translate", "md5"}
    | {"split_part", "regexp_replace", "current_setting"}
)
_SIDES: Final = ("lexpr", "rexpr")


class Kinds:
    """The types of values.

    Args:
        columns: Those of columns, by name.
    """

    def __init__(self, columns: Mapping[str, str]) -> None:
        self._columns = columns

    def kind(self, node: Tree) -> str:
        """Return the type of a value; empty where it is unknown, ``unknown`` of a mere literal."""
        ((word, _),) = node.items() if len(node) == 1 else (("", None),)
        inner = unwrapped(node)
        match word:
            case "ColumnRef":
                names = strings(children(inner, "fields"))
                return self._columns.get(names[-1], "") if names else ""
            case "TypeCast":
                return type_name(inner)
            case "A_Const":
                return _constant(inner)
            case "A_Expr" if sign_of(inner) in _ARITHMETIC:
                sides = {self.kind(side) for side in (child(inner, key) for key in _SIDES) if side}
                return max(sides, key=rank) if sides <= set(NUMBERS) else ""
            case "A_Expr" if sign_of(inner) == "||":
                sides = {self.kind(side) for side in (child(inner, key) for key in _SIDES) if side}
                return "text" if "text" in sides and sides <= JOINED else ""
            case "A_Expr" if sign_of(inner) in INSIDE:
                return INSIDE[sign_of(inner)][1]
            case "CoalesceExpr":
                first = children(inner, "args")
                return self.kind(first[0]) if first else ""
            case "FuncCall":
                return "text" if called(inner) in TO_TEXT else ""
            case _:
                return ""

    def own(self, node: Tree) -> str:
        """Return the type that a value has of its own, and not by a cast that may be the server's.

        Args:
            node: The value.
        """
        cast, kind = child(node, "TypeCast"), self.kind(node)
        inner = child(cast, "arg") if cast is not None else None
        before = self.kind(inner) if inner is not None else kind
        if before == "unknown":
            return before
        return before if kind in PROMOTED and before in {*NUMBERS, ""} else kind


def path_of(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return a name without the schema in which it is found anyway."""
    from flash_core.types.postgres_data import built_in  # noqa: PLC0415 - PostgreSQL's alone

    if names[:1] == ("pg_catalog",) and len(names) == 2:  # noqa: PLR2004 - schema and name
        return names[1:]
    hidden = names[1:] and (names[-1] in built_in().function_names or names[-1] in NUMBERS)
    return names[1:] if names[:1] == ("public",) and len(names) > 1 and not hidden else names


def type_name(cast: Tree) -> str:
    """Return the type of a cast: ``int4``, ``text[]``, ``hr.mood``."""
    type_ = child(cast, "typeName") or {}
    dimensions = "[]" * len(children(type_, "arrayBounds"))
    return ".".join(path_of(strings(children(type_, "names")))) + dimensions


def modifiers(cast: Tree | None) -> Json:
    """Return the length or precision of the type of a cast."""
    return (child(cast or {}, "typeName") or {}).get("typmods")


def sign_of(node: Tree) -> str:
    """Return the operator of an expression, unless its schema is named."""
    names = strings(children(node, "name"))
    return names[-1] if len(names) == 1 else ""


def called(node: Tree) -> str:
    """Return the function of a call, unless another schema than the server's own is named."""
    names = strings(children(node, "funcname"))
    names = path_of(names) if names[:1] == ("pg_catalog",) else names
    return names[0] if len(names) == 1 else ""


def rank(kind: str) -> int:
    """Return the place of a type among the numbers, narrow ones first; -1 for any other."""
    return NUMBERS.index(kind) if kind in NUMBERS else -1


def _constant(node: Tree) -> str:
    if "sval" in node or "isnull" in node:
        return "unknown"
    if "ival" in node:
        return "int4"
    if "fval" in node:
        return "numeric" if "." in string(child(node, "fval") or {}, "fval") else "int8"
    return "bool" if "boolval" in node else ""


def number_in(node: Tree) -> str | None:
    """Return the number in quotes that a literal is, as the server writes negative ones."""
    constant = child(node, "A_Const") or {}
    text = string(child(constant, "sval") or {}, "sval")
    return text if _NUMBER.match(text) else None
