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
    "?": ("text", "bool"),
}
_ARITHMETIC: Final = frozenset("+-*/%")
# Functions whose arguments are text, and only that, with a text as their value.
TO_TEXT: Final = frozenset(
    {"lower", "upper", "initcap", "btrim", "ltrim", "rtrim", "replace", "translate", "md5"}
    | {"split_part", "regexp_replace", "current_setting"}
)
# Others with one type of value, whatever their arguments.
_VALUES: Final = {
    **dict.fromkeys(
        ("now", "statement_timestamp", "clock_timestamp", "to_timestamp"), "timestamptz"
    ),
    **dict.fromkeys(("jsonb_typeof", "json_typeof", "to_char", "encode", "concat"), "text"),
    **dict.fromkeys(("date_part", "random"), "float8"),
    "extract": "numeric",
    "nextval": "int8",
    "similar_to_escape": "text",
}
_CLOCKS: Final = {"SVFOP_CURRENT_TIMESTAMP": "timestamptz", "SVFOP_LOCALTIMESTAMP": "timestamp"}
MOMENTS: Final = {"timestamptz": "timestamp", "timestamp": "timestamptz"}  # by AT TIME ZONE
_LATER: Final = ("+", "unknown")  # where only an interval can be meant
_ROUNDED: Final = frozenset({"round", "floor", "ceil", "ceiling"})
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
            case "A_Expr":
                return self._operation(inner)
            case "CoalesceExpr":
                first = children(inner, "args")
                return self.kind(first[0]) if first else ""
            case "FuncCall":
                return self._result(called(inner), children(inner, "args"))
            case "SQLValueFunction":
                return _CLOCKS.get(string(inner, "op").removesuffix("_N"), "")
            case _:
                return ""

    def _operation(self, node: Tree) -> str:
        sign = sign_of(node)
        sides = [self.kind(side) for side in (child(node, key) for key in _SIDES) if side]
        if sign in _ARITHMETIC:
            if sides[0] in MOMENTS and (sides[1:] == ["interval"] or (sign, *sides[1:]) == _LATER):
                return sides[0]
            return max(sides, key=rank) if set(sides) <= set(NUMBERS) else ""
        if sign == "||":
            return "text" if "text" in sides and set(sides) <= JOINED else ""
        return INSIDE.get(sign, ("", ""))[1]

    def _result(self, name: str, arguments: list[Tree]) -> str:
        """Return the type of what a function of the server's own returns."""
        if name in TO_TEXT or name in _VALUES:
            several = name == "random" and arguments
            return "" if several else _VALUES.get(name, "text")
        kind = self.kind(arguments[-1]) if arguments else ""
        if name in {"timezone", "date_trunc"} and kind in MOMENTS:
            return MOMENTS[kind] if name == "timezone" else kind
        if name == "abs" or (name in _ROUNDED and kind in PROMOTED):
            return kind if kind in NUMBERS and len(arguments) == 1 else ""
        return ""

    def common(self, left: Tree, right: Tree) -> str:
        """Return the type to which the server casts the sides of an operator.

        Args:
            left: A value.
            right: Another one.
        """
        sides = {self.kind(left), self.kind(right)} - {"unknown"}
        widest = max(sides, key=rank, default="")
        return widest if sides <= set(NUMBERS) - {"float4"} and widest in PROMOTED else ""

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
