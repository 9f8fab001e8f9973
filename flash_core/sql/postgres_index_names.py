"""What PostgreSQL calls the columns of an index, of which it makes the name of one without a name.

The rules are those of ``FigureIndexColname`` in parse_target.c and ``ChooseIndexColumnNames`` in
indexcmds.c.

Depends on: libpg_query, postgres.tree.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from . import libpg_query
from .postgres.tree import child, children, optional, string, unwrap, unwrapped

if TYPE_CHECKING:
    from .libpg_query import Tree

_LIMIT: Final = 63  # NAMEDATALEN - 1, in bytes
_CALLED: Final = {
    "A_ArrayExpr": "array",
    "RowExpr": "row",
    "CoalesceExpr": "coalesce",
    "XmlSerialize": "xmlserialize",
}
_JSON: Final = {
    "JSON_EXISTS_OP": "json_exists",
    "JSON_QUERY_OP": "json_query",
    "JSON_VALUE_OP": "json_value",
}
_GOOD: Final = 2
"""How much a name is worth that a cast leaves as it is."""


@lru_cache(maxsize=20_000)
def index_column_names(text: str) -> tuple[str, ...]:
    """Return the names of an index's columns, included ones, too; none of what cannot be read.

    Args:
        text: What follows the name of the table in CREATE INDEX.
    """
    found = libpg_query.parse(f"CREATE INDEX ON t {text}")
    if isinstance(found, libpg_query.SyntaxProblem):
        return ()
    index = unwrapped(child(found[0], "stmt") or {})
    names: list[str] = []
    for field in ("indexParams", "indexIncludingParams"):
        for element in map(unwrapped, children(index, field)):
            own = optional(element, "name")
            name = own or _figured(child(element, "expr") or {})[0] or "expr"
            names.append(_unlike(name, names))
    return tuple(names)


def _unlike(name: str, others: list[str]) -> str:
    """Return a name with the first number behind it that makes it differ, if one must."""
    found, number = name, 0
    while found in others:
        number += 1
        room = _LIMIT - len(str(number))
        found = name.encode()[:room].decode(errors="ignore") + str(number)
    return found


def _figured(tree: Tree) -> tuple[str, int]:
    """Return the name of an expression, and how good it is; an empty one where it has none."""
    kind, node = unwrap(tree)
    match kind:
        case "ColumnRef":
            return _last(node, "fields"), _GOOD
        case "FuncCall":
            return _last(node, "funcname"), _GOOD
        case "A_Indirection":
            own = _last(node, "indirection")
            return (own, _GOOD) if own else _figured(child(node, "arg") or {})
        case "CollateClause":
            return _figured(child(node, "arg") or {})
        case "A_Expr":
            null = string(node, "kind") == "AEXPR_NULLIF"
            return ("nullif", _GOOD) if null else ("", 0)
        case "TypeCast":
            name, worth = _figured(child(node, "arg") or {})
            cast = _last(child(node, "typeName") or {}, "names")
            return (name, worth) if worth == _GOOD else (cast, 1)
        case "CaseExpr":
            name, worth = _figured(child(node, "defresult") or {})
            return (name, worth) if worth == _GOOD else ("case", 1)
        case "MinMaxExpr":
            return ("greatest" if string(node, "op") == "IS_GREATEST" else "least"), _GOOD
        case "JsonFuncExpr":
            return _JSON.get(string(node, "op"), ""), _GOOD
        case _:
            return _CALLED.get(kind, ""), _GOOD if kind in _CALLED else 0


def _last(node: Tree, field: str) -> str:
    """Return the last of the strings in a list of names and subscripts."""
    named = [
        string(each, "sval")
        for kind, each in map(unwrap, children(node, field))
        if kind == "String"
    ]
    return named[-1] if named else ""
