"""PostgreSQL's utility statements: those with rows of their own, and those with a query inside.

Depends on: excerpt, syntax, tree, changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql import syntax

from .changes import DML, read_dml
from .expressions import read_expression
from .tree import child, children, string, unwrap, unwrapped

if TYPE_CHECKING:
    from flash_core.sql.libpg_query import Tree
    from flash_core.sql.syntax import Statement

    from .tree import Reader

_SETTINGS: Final = {
    # what SHOW calls its column is the setting's own spelling
    "datestyle": "DateStyle",
    "intervalstyle": "IntervalStyle",
    "timezone": "TimeZone",
}
_PLANS: Final = frozenset({"json", "xml"})


def _columns(reader: Reader, *columns: tuple[str, str]) -> tuple[syntax.ColumnDefinition, ...]:
    span = reader.excerpt.whole()
    return tuple(
        syntax.ColumnDefinition(name, syntax.TypeName((type_,), span=span), span=span)
        for name, type_ in columns
    )


def read_show(reader: Reader, node: Tree) -> Statement:
    """Read ``SHOW name`` or ``SHOW ALL``."""
    name = string(node, "name")
    if name.lower() == "all":
        shown = [("name", "text"), ("setting", "text"), ("description", "text")]
    else:
        shown = [(_SETTINGS.get(name.lower(), name.lower()), "text")]
    return syntax.Utility("SHOW", columns=_columns(reader, *shown), span=reader.excerpt.whole())


def read_explain(reader: Reader, node: Tree) -> Statement:
    """Read EXPLAIN, whose parameters are those of the statement it explains."""
    type_ = "text"
    for option in map(unwrapped, children(node, "options")):
        if string(option, "defname") == "format":
            written = string(unwrapped(child(option, "arg")), "sval").lower()
            type_ = written if written in _PLANS else "text"
    return syntax.Utility(
        "EXPLAIN",
        columns=_columns(reader, ("QUERY PLAN", type_)),
        query=_inner(reader, child(node, "query") or {}),
        span=reader.excerpt.whole(),
    )


def read_declare(reader: Reader, node: Tree) -> Statement:
    """Read ``DECLARE name CURSOR FOR query``."""
    query = _inner(reader, child(node, "query") or {})
    return syntax.Utility("DECLARE", query=query, span=reader.excerpt.whole())


def read_call(reader: Reader, node: Tree) -> Statement:
    """Read CALL."""
    call = read_expression(reader, {"FuncCall": child(node, "funccall") or {}})
    if not isinstance(call, syntax.FunctionCall):
        reader.refuse("this CALL", node)
    return syntax.Call(call, span=reader.excerpt.whole())


def _inner(reader: Reader, wrapper: Tree) -> Statement | None:
    kind, node = unwrap(wrapper)
    if kind not in DML:
        return None
    return read_select_into(reader, node) or read_dml(reader, wrapper)


def read_select_into(reader: Reader, node: Tree) -> syntax.Utility | None:
    """Read ``SELECT … INTO table …``, which makes a table; ``None`` for any other statement."""
    bare = _without_into(node)
    if bare is None:
        return None
    query = reader.read_query(reader, bare)
    return syntax.Utility("SELECT INTO", query=query, span=reader.excerpt.whole())


def _without_into(node: Tree) -> Tree | None:
    """Return the query without the INTO of its first SELECT, ``None`` if that has none."""
    if "intoClause" in node:
        return {key: value for key, value in node.items() if key != "intoClause"}
    left = child(node, "larg")
    bare = None if left is None else _without_into(left)
    return None if bare is None else {**node, "larg": bare}
