"""PostgreSQL expressions: raw parse nodes to :class:`~flash_core.sql.syntax.Expression`.

The raw parser has already decided precedence and spelled out SQL's special
forms as calls of ``pg_catalog`` functions; that qualifier is dropped, as it is
searched first anyway.

Depends on: syntax, tree, constants, documents, operators.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql import syntax

from .constants import read_constant, read_type
from .operators import read_operator
from .tree import (
    Reader,
    child,
    children,
    flag,
    integer,
    optional,
    string,
    strings,
    unwrap,
    unwrapped,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.sql.libpg_query import Tree
    from flash_core.sql.syntax import Expression


def read_expression(reader: Reader, wrapper: Tree) -> Expression:
    """Read any expression.

    Raises:
        NotReadable: It is valid SQL that Flash does not read yet.
    """
    kind, node = unwrap(wrapper)
    read = _READERS.get(kind) or _document_reader(kind)
    if read is None:
        reader.refuse(f"this expression ({kind})", node)
    return read(reader, node)


def read_expressions(reader: Reader, wrappers: list[Tree]) -> tuple[Expression, ...]:
    """Read a list of expressions."""
    return tuple([read_expression(reader, wrapper) for wrapper in wrappers])


def read_optional(reader: Reader, wrapper: Tree | None) -> Expression | None:
    """Read an expression that may be absent."""
    return None if wrapper is None else read_expression(reader, wrapper)


def read_column(reader: Reader, node: Tree) -> Expression:
    """Read a ``ColumnRef``: a column, ``*`` or ``table.*``."""
    fields = children(node, "fields")
    parts = strings(fields)
    start = reader.at(node) or 0
    end = reader.dotted_end(start)
    span = reader.excerpt.span(start, end)
    if len(parts) == len(fields):
        return syntax.ColumnRef(parts, span=span)
    return syntax.Star(parts, embed=reader.excerpt.is_embed(start, end), span=span)


def _read_parameter(reader: Reader, node: Tree) -> Expression:
    return syntax.Parameter(integer(node, "number"), span=reader.token(node))


_CONSTANT_TYPES = frozenset(
    [
        "bytea",
        "date",
        "interval",
        "json",
        "jsonb",
        "text",
        "time",
        "timestamp",
        "timestamptz",
        "uuid",
    ]
)


def _read_cast(reader: Reader, node: Tree) -> Expression:
    type_ = read_type(reader, child(node, "typeName") or {})
    kind, argument = unwrap(child(node, "arg") or {})
    written = child(node, "typeName") or {}
    if kind == "ParamRef" and reader.at(node) is None and reader.at(written) is not None:
        # libpg_query takes "interval $1" for normalized queries; the server does not.
        # any name may be read as a type here; these are meant as one
        meant = type_.parts[-1] in _CONSTANT_TYPES
        hint = f"write CAST(… AS {type_.parts[-1]})" if meant else None
        reader.refuse_parameter(argument, hint)
    operand = read_expression(reader, child(node, "arg") or {})
    return syntax.Cast(operand, type_, span=operand.span.until(type_.span))


def _read_boolean(reader: Reader, node: Tree) -> Expression:
    items = read_expressions(reader, children(node, "args"))
    span = reader.token(node)
    match string(node, "boolop"):
        case "AND_EXPR":
            return syntax.And(items, span=span)
        case "OR_EXPR":
            return syntax.Or(items, span=span)
        case _:
            operand = items[0]
    if isinstance(operand, syntax.InQuery) and not operand.negated:
        return syntax.InQuery(operand.operand, operand.query, negated=True, span=operand.span)
    return syntax.Not(operand, span=span)


def _read_null_test(reader: Reader, node: Tree) -> Expression:
    operand = read_expression(reader, child(node, "arg") or {})
    negated = string(node, "nulltesttype") == "IS_NOT_NULL"
    return syntax.IsNull(operand, negated, span=reader.token(node))


_BOOLEAN_TESTS: Final[dict[str, bool | None]] = {"TRUE": True, "FALSE": False, "UNKNOWN": None}


def _read_boolean_test(reader: Reader, node: Tree) -> Expression:
    operand = read_expression(reader, child(node, "arg") or {})
    test = string(node, "booltesttype")
    value = _BOOLEAN_TESTS[test.rpartition("_")[2]]
    return syntax.BooleanTest(
        operand, value, negated=test.startswith("IS_NOT"), span=reader.token(node)
    )


def _read_call(reader: Reader, node: Tree) -> Expression:
    parts = strings(children(node, "funcname"))
    if parts[0] == "pg_catalog":
        parts = parts[1:]
    arguments: list[Expression] = []
    names: list[str | None] = []
    for wrapper in children(node, "args"):
        kind, argument = unwrap(wrapper)
        named = kind == "NamedArgExpr"
        names.append(string(argument, "name") if named else None)
        arguments.append(
            read_expression(reader, (child(argument, "arg") or {}) if named else wrapper)
        )
    window = child(node, "over")
    span = reader.dotted(node)
    special = string(node, "funcformat") == "COERCE_SQL_SYNTAX"
    if special and parts == ("extract",) and isinstance(arguments[0], syntax.Parameter):
        # Another extension of libpg_query: the server wants a word here.
        reader.refuse_parameter(
            unwrapped(children(node, "args")[0]), "write date_part(…) with the parameter in it"
        )
    return syntax.FunctionCall(
        syntax.Name(parts, span=span),
        tuple(arguments),
        tuple(names) if any(names) else (),
        star=flag(node, "agg_star"),
        distinct=flag(node, "agg_distinct"),
        variadic=flag(node, "func_variadic"),
        order_by=read_order(reader, children(node, "agg_order")),
        within_group=flag(node, "agg_within_group"),
        filter=read_optional(reader, child(node, "agg_filter")),
        over=None if window is None else read_window(reader, window),
        span=span,
    )


# Bits of frameOptions, from the server's parsenodes.h.
_STARTS_BY_ROW = 0x20 | 0x200 | 0x800  # UNBOUNDED PRECEDING, CURRENT ROW, n PRECEDING
_ENDS_AFTER_ROW = 0x100 | 0x400 | 0x4000  # UNBOUNDED FOLLOWING, CURRENT ROW, n FOLLOWING
_EXCLUDES_ROW = 0x8000 | 0x10000  # EXCLUDE CURRENT ROW, EXCLUDE GROUP


def _holds_row(options: int) -> bool:
    """Tell whether a frame always has the current row in it."""
    around = options & _STARTS_BY_ROW and options & _ENDS_AFTER_ROW
    return bool(around) and not options & _EXCLUDES_ROW


_FRAME: Final = 0x01
_FRAME_MODES: Final = {0x02: "RANGE", 0x04: "ROWS", 0x08: "GROUPS"}


def read_window(reader: Reader, node: Tree) -> syntax.WindowSpec:
    """Read a ``WindowDef``: ``OVER (…)``, ``OVER name`` or ``WINDOW name AS (…)``."""
    bounds = (child(node, "startOffset"), child(node, "endOffset"))
    options = integer(node, "frameOptions")
    modes = [mode for bit, mode in _FRAME_MODES.items() if options & bit and options & _FRAME]
    return syntax.WindowSpec(
        optional(node, "name"),
        read_expressions(reader, children(node, "partitionClause")),
        read_order(reader, children(node, "orderClause")),
        read_expressions(reader, [bound for bound in bounds if bound is not None]),
        _holds_row(options),
        optional(node, "refname"),
        modes[0] if modes else None,
        span=reader.token(node),
    )


def read_order(reader: Reader, wrappers: list[Tree]) -> tuple[syntax.OrderItem, ...]:
    """Read the ``SortBy`` nodes of an ORDER BY."""
    nulls = {"SORTBY_NULLS_FIRST": True, "SORTBY_NULLS_LAST": False}
    items: list[syntax.OrderItem] = []
    for node in map(unwrapped, wrappers):
        key = read_expression(reader, child(node, "node") or {})
        descending = string(node, "sortby_dir") == "SORTBY_DESC"
        nulls_first = nulls.get(string(node, "sortby_nulls"))
        items.append(syntax.OrderItem(key, descending, nulls_first, span=key.span))
    return tuple(items)


def _read_sql_value(reader: Reader, node: Tree) -> Expression:
    name = string(node, "op").removeprefix("SVFOP_").removesuffix("_N")
    return syntax.SqlValue(name, span=reader.token(node))


def _read_coalesce(reader: Reader, node: Tree) -> Expression:
    items = read_expressions(reader, children(node, "args"))
    return syntax.Coalesce(items, span=reader.token(node))


def _read_extreme(reader: Reader, node: Tree) -> Expression:
    items = read_expressions(reader, children(node, "args"))
    greatest = string(node, "op") == "IS_GREATEST"
    return syntax.Extreme(items, greatest, span=reader.token(node))


def _read_case(reader: Reader, node: Tree) -> Expression:
    whens = tuple(
        syntax.When(
            read_expression(reader, child(when, "expr") or {}),
            read_expression(reader, child(when, "result") or {}),
            span=reader.token(when),
        )
        for when in map(unwrapped, children(node, "args"))
    )
    operand = read_optional(reader, child(node, "arg"))
    default = read_optional(reader, child(node, "defresult"))
    return syntax.Case(operand, whens, default, span=reader.token(node))


def _read_array(reader: Reader, node: Tree) -> Expression:
    items = read_expressions(reader, children(node, "elements"))
    return syntax.ArrayLiteral(items, span=reader.token(node))


def _read_row(reader: Reader, node: Tree) -> Expression:
    return syntax.RowLiteral(
        read_expressions(reader, children(node, "args")), span=reader.token(node)
    )


def _read_grouping(reader: Reader, node: Tree) -> Expression:
    span = reader.token(node)
    arguments = read_expressions(reader, children(node, "args"))
    return syntax.FunctionCall(syntax.Name(("grouping",), span=span), arguments, span=span)


def read_indices(reader: Reader, subscripts: list[Tree]) -> tuple[tuple[Expression, ...], bool]:
    """Read consecutive ``A_Indices``: their bounds, and whether one of them is a slice."""
    bounds = [child(part, key) for part in subscripts for key in ("lidx", "uidx")]
    written = [bound for bound in bounds if bound is not None]
    return read_expressions(reader, written), any(flag(part, "is_slice") for part in subscripts)


def _read_indirection(reader: Reader, node: Tree) -> Expression:
    value = read_expression(reader, child(node, "arg") or {})
    subscripts: list[Tree] = []
    for kind, part in map(unwrap, children(node, "indirection")):
        if kind == "A_Indices":
            subscripts.append(part)
            continue
        value = _subscripted(reader, value, subscripts)
        subscripts = []
        name = "*" if kind == "A_Star" else string(part, "sval")
        value = syntax.FieldAccess(value, name, span=value.span)
    return _subscripted(reader, value, subscripts)


def _subscripted(reader: Reader, value: Expression, subscripts: list[Tree]) -> Expression:
    if not subscripts:
        return value
    indices, sliced = read_indices(reader, subscripts)
    return syntax.Subscript(value, indices, sliced, span=value.span)


def _read_sublink(reader: Reader, node: Tree) -> Expression:
    query = reader.read_query(reader, unwrapped(child(node, "subselect")))
    span = reader.token(node)
    kind = string(node, "subLinkType")
    match kind:
        case "EXISTS_SUBLINK":
            return syntax.Exists(query, span=span)
        case "EXPR_SUBLINK":
            return syntax.ScalarQuery(query, span=span)
        case "ARRAY_SUBLINK":
            return syntax.ArrayQuery(query, span=span)
        case _:
            left = read_expression(reader, child(node, "testexpr") or {})
    operator = strings(children(node, "operName"))
    if not operator:
        return syntax.InQuery(left, query, span=span)
    return syntax.Quantified(left, operator[-1], kind == "ALL_SUBLINK", query, span=span)


def _read_collate(reader: Reader, node: Tree) -> Expression:
    operand = read_expression(reader, child(node, "arg") or {})
    collation = ".".join(strings(children(node, "collname")))
    return syntax.Collate(operand, collation, span=reader.token(node))


def _read_default(reader: Reader, node: Tree) -> Expression:
    return syntax.DefaultValue(span=reader.token(node))


def _read_operator(reader: Reader, node: Tree) -> Expression:
    return read_operator(reader, node, read_expression)


def _read_cursor(reader: Reader, node: Tree) -> Expression:
    if not optional(node, "cursor_name"):
        reader.refuse("a parameter after WHERE CURRENT OF", node, "write the name of the cursor")
    return syntax.CurrentOf(string(node, "cursor_name"), span=reader.excerpt.whole())


def _read_merge_action(reader: Reader, node: Tree) -> Expression:
    return syntax.MergeAction(span=reader.token(node))


def _read_array_aggregate(reader: Reader, node: Tree) -> Expression:
    from . import documents  # noqa: PLC0415 - few queries make JSON

    constructor, values = documents.read_array_aggregate(reader, node, read_expression)
    clauses = _read_clauses(reader, constructor)
    return documents.aggregate(reader, constructor, "json_arrayagg", values, clauses)


def _read_object_aggregate(reader: Reader, node: Tree) -> Expression:
    from . import documents  # noqa: PLC0415 - few queries make JSON

    constructor, values = documents.read_object_aggregate(reader, node, read_expression)
    clauses = _read_clauses(reader, constructor)
    return documents.aggregate(reader, constructor, "json_objectagg", values, clauses)


def _read_clauses(
    reader: Reader, node: Tree
) -> tuple[tuple[syntax.OrderItem, ...], Expression | None, syntax.WindowSpec | None]:
    window = child(node, "over")
    return (
        read_order(reader, children(node, "agg_order")),
        read_optional(reader, child(node, "agg_filter")),
        None if window is None else read_window(reader, window),
    )


def _document_reader(kind: str) -> Callable[[Reader, Tree], Expression] | None:
    from .documents import READERS  # noqa: PLC0415 - few queries make JSON or XML

    read = READERS.get(kind)
    return None if read is None else lambda reader, node: read(reader, node, read_expression)


_READERS: Final[dict[str, Callable[[Reader, Tree], Expression]]] = {
    "A_ArrayExpr": _read_array,
    "A_Const": read_constant,
    "A_Expr": _read_operator,
    "A_Indirection": _read_indirection,
    "BoolExpr": _read_boolean,
    "BooleanTest": _read_boolean_test,
    "CaseExpr": _read_case,
    "CoalesceExpr": _read_coalesce,
    "CollateClause": _read_collate,
    "ColumnRef": read_column,
    "CurrentOfExpr": _read_cursor,
    "FuncCall": _read_call,
    "GroupingFunc": _read_grouping,
    "JsonArrayAgg": _read_array_aggregate,
    "JsonObjectAgg": _read_object_aggregate,
    "MergeSupportFunc": _read_merge_action,
    "MinMaxExpr": _read_extreme,
    "NullTest": _read_null_test,
    "ParamRef": _read_parameter,
    "RowExpr": _read_row,
    "SQLValueFunction": _read_sql_value,
    "SetToDefault": _read_default,
    "SubLink": _read_sublink,
    "TypeCast": _read_cast,
}
