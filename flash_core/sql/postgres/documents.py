"""SQL/JSON and SQL/XML: the expressions and the table functions that have a grammar of their own.

Depends on: syntax, tree, constants; what reads any expression is handed in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql import syntax
from flash_core.sql.excerpt import NotReadable

from .constants import read_type
from .tree import child, children, flag, optional, string, strings, unwrapped

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.sql.libpg_query import Tree
    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Expression

    from .tree import Reader

    Read = Callable[[Reader, Tree], Expression]

_AGGREGATES: Final = {
    # name, binary → the function that the server calls
    ("json_arrayagg", False): "json_agg",
    ("json_arrayagg", True): "jsonb_agg",
    ("json_objectagg", False): "json_object_agg",
    ("json_objectagg", True): "jsonb_object_agg",
}


def _optional(reader: Reader, wrapper: Tree | None, read: Read) -> Expression | None:
    return None if wrapper is None else read(reader, wrapper)


def _read_output(
    reader: Reader, node: Tree
) -> tuple[syntax.TypeName | None, syntax.JsonFormat | None]:
    """Read ``RETURNING type [FORMAT JSON]``."""
    output = child(node, "output")
    if output is None:
        return None, None
    written = _read_format(reader, child(output, "returning") or {})
    type_ = child(output, "typeName")
    return None if type_ is None else _read_returned(reader, type_), written


def _read_returned(reader: Reader, node: Tree) -> syntax.TypeName:
    """Read the type of a result, which is no set.

    Raises:
        NotReadable: It is one.
    """
    type_ = read_type(reader, node)
    if flag(node, "setof"):
        message = "returning SETOF types is not supported in SQL/JSON functions"
        start = reader.at(node) or 0
        hint = "leave SETOF out"
        end = reader.token_end(start)
        raise NotReadable(message, start, end, hint=hint, sqlstate="0A000")
    return type_


def _read_format(reader: Reader, node: Tree) -> syntax.JsonFormat | None:
    """Read ``FORMAT JSON`` of a node, where it is written."""
    written = child(node, "format") or {}
    if string(written, "format_type") != "JS_FORMAT_JSON":
        return None
    encoding = string(written, "encoding").removeprefix("JS_ENC_")
    return syntax.JsonFormat(
        None if encoding == "DEFAULT" else encoding, span=reader.token(written)
    )


def _word(node: Tree, key: str, prefix: str) -> str | None:
    """Read how WRAPPER or QUOTES is written; ``None`` where it is not."""
    word = string(node, key).removeprefix(prefix).lower()
    return None if word in {"", "unspec"} else word


def _read_input(reader: Reader, node: Tree, read: Read) -> syntax.JsonInput:
    """Read a ``JsonValueExpr``, whose format tells whether it holds JSON text."""
    operand = read(reader, child(node, "raw_expr") or {})
    return syntax.JsonInput(operand, _read_format(reader, node), span=operand.span)


def _read_inputs(reader: Reader, wrappers: list[Tree], read: Read) -> list[syntax.JsonInput]:
    return [_read_input(reader, unwrapped(wrapper), read) for wrapper in wrappers]


def _read_behavior(reader: Reader, node: Tree | None, read: Read) -> syntax.JsonBehavior | None:
    if node is None:
        return None
    kind = string(node, "btype").removeprefix("JSON_BEHAVIOR_").replace("_", " ")
    default = _optional(reader, child(node, "expr"), read)
    return syntax.JsonBehavior(kind, default, span=reader.token(node))


def _read_passing(reader: Reader, node: Tree, read: Read) -> tuple[syntax.JsonPassing, ...]:
    found: list[syntax.JsonPassing] = []
    for argument in map(unwrapped, children(node, "passing")):
        value = _read_input(reader, child(argument, "val") or {}, read)
        found.append(syntax.JsonPassing(string(argument, "name"), value, span=value.span))
    return tuple(found)


def read_path_query(reader: Reader, node: Tree, read: Read) -> Expression:
    """Read a ``JsonFuncExpr``: JSON_VALUE, JSON_QUERY or JSON_EXISTS."""
    returning, written = _read_output(reader, node)
    return syntax.JsonPathQuery(
        string(node, "op").removesuffix("_OP").lower(),
        _read_input(reader, child(node, "context_item") or {}, read),
        read(reader, child(node, "pathspec") or {}),
        _read_passing(reader, node, read),
        returning,
        written,
        _read_behavior(reader, child(node, "on_empty"), read),
        _read_behavior(reader, child(node, "on_error"), read),
        _word(node, "wrapper", "JSW_"),
        _word(node, "quotes", "JS_QUOTES_"),
        span=reader.token(node),
    )


def _constructor(
    reader: Reader,
    node: Tree,
    name: str,
    values: list[Expression],
    keys: tuple[Expression, ...] = (),
) -> Expression:
    returning, written = _read_output(reader, node)
    query = child(node, "query")
    return syntax.JsonConstructor(
        name,
        tuple(values),
        keys,
        None if query is None else reader.read_query(reader, unwrapped(query)),
        returning,
        written,
        unique=name == "json" and flag(node, "unique_keys"),
        span=reader.token(node),
    )


def read_object(reader: Reader, node: Tree, read: Read) -> Expression:
    """Read a ``JsonObjectConstructor``."""
    keys: list[Expression] = []
    values: list[Expression] = []
    for item in map(unwrapped, children(node, "exprs")):
        keys.append(read(reader, child(item, "key") or {}))
        values.append(_read_input(reader, child(item, "value") or {}, read))
    return _constructor(reader, node, "json_object", values, tuple(keys))


def read_array(reader: Reader, node: Tree, read: Read) -> Expression:
    """Read a ``JsonArrayConstructor`` or ``JsonArrayQueryConstructor``."""
    values = _read_inputs(reader, children(node, "exprs"), read)
    return _constructor(reader, node, "json_array", list(values))


def read_parse(reader: Reader, node: Tree, read: Read) -> Expression:
    """Read a ``JsonParseExpr``: ``JSON(text)``."""
    value = _read_input(reader, child(node, "expr") or {}, read)
    return _constructor(reader, node, "json", [value])


def read_scalar(reader: Reader, node: Tree, read: Read) -> Expression:
    """Read a ``JsonScalarExpr``."""
    return _constructor(reader, node, "json_scalar", [read(reader, child(node, "expr") or {})])


def read_serialize(reader: Reader, node: Tree, read: Read) -> Expression:
    """Read a ``JsonSerializeExpr``."""
    value = _read_input(reader, child(node, "expr") or {}, read)
    return _constructor(reader, node, "json_serialize", [value])


def read_is_json(reader: Reader, node: Tree, read: Read) -> Expression:
    """Read a ``JsonIsPredicate``."""
    operand = read(reader, child(node, "expr") or {})
    return syntax.IsJson(operand, span=operand.span)


def read_array_aggregate(reader: Reader, node: Tree, read: Read) -> tuple[Tree, list[Expression]]:
    """Return the constructor and the arguments of a ``JsonArrayAgg``."""
    value = _read_input(reader, child(node, "arg") or {}, read)
    return child(node, "constructor") or {}, [value]


def read_object_aggregate(reader: Reader, node: Tree, read: Read) -> tuple[Tree, list[Expression]]:
    """Return the constructor and the arguments of a ``JsonObjectAgg``."""
    pair = child(node, "arg") or {}
    key = read(reader, child(pair, "key") or {})
    value = _read_input(reader, child(pair, "value") or {}, read)
    return child(node, "constructor") or {}, [key, value]


def aggregate(
    reader: Reader,
    constructor: Tree,
    name: str,
    arguments: list[Expression],
    clauses: tuple[tuple[syntax.OrderItem, ...], Expression | None, syntax.WindowSpec | None],
) -> Expression:
    """Build a JSON aggregate over the function that the server calls for it.

    Args:
        reader: The statement.
        constructor: ``JsonAggConstructor``: RETURNING, and the clauses.
        name: As written, in lower case.
        arguments: Key and value, or the value alone.
        clauses: Its ORDER BY, FILTER and OVER.
    """
    returning, written = _read_output(reader, constructor)
    binary = returning is not None and returning.parts == ("jsonb",) and not returning.dimensions
    span = reader.token(constructor)
    order_by, filter_, over = clauses
    call = syntax.FunctionCall(
        syntax.Name((_AGGREGATES[name, binary],), span=span),
        tuple(arguments),
        order_by=order_by,
        filter=filter_,
        over=over,
        span=span,
    )
    return syntax.JsonAggregate(name, call, returning, written, span=span)


# -- SQL/XML -----------------------------------------------------------------


def read_xml(reader: Reader, node: Tree, read: Read) -> Expression:
    """Read an ``XmlExpr``."""
    name = string(node, "op").removeprefix("IS_")
    name = "is document" if name == "DOCUMENT" else name.lower()
    attributes = [unwrapped(wrapper) for wrapper in children(node, "named_args")]
    arguments = children(node, "args")
    if name == "xmlparse":  # the rest are flags of the grammar
        arguments = arguments[:1]
    elif name == "xmlroot":
        arguments = arguments[:2]
    return syntax.XmlFunction(
        name,
        tuple([read(reader, argument) for argument in arguments]),
        tuple([read(reader, child(item, "val") or {}) for item in attributes]),
        tuple([optional(item, "name") for item in attributes]),
        span=reader.token(node),
    )


def read_xml_serialize(reader: Reader, node: Tree, read: Read) -> Expression:
    """Read an ``XmlSerialize``."""
    operand = read(reader, child(node, "expr") or {})
    type_ = read_type(reader, child(node, "typeName") or {})
    return syntax.XmlSerialize(operand, type_, span=reader.token(node))


# -- tables ------------------------------------------------------------------


def _alias(node: Tree) -> tuple[str | None, tuple[str, ...]]:
    alias = child(node, "alias") or {}
    return optional(alias, "aliasname"), strings(children(alias, "colnames"))


def read_json_table(reader: Reader, node: Tree, read: Read) -> syntax.JsonTable:
    """Read a ``JsonTable``."""
    alias, columns = _alias(node)
    path = child(node, "pathspec") or {}
    return syntax.JsonTable(
        _read_input(reader, child(node, "context_item") or {}, read),
        read(reader, child(path, "string") or {}),
        _read_passing(reader, node, read),
        _json_columns(reader, node, read),
        alias,
        columns,
        _path_name(reader, path),
        _read_behavior(reader, child(node, "on_error"), read),
        span=reader.token(node),
    )


def _path_name(reader: Reader, path: Tree) -> syntax.Name | None:
    """Read ``AS name`` after a path."""
    name = optional(path, "name")
    return None if name is None else syntax.Name((name,), span=reader.token(path, "name_location"))


def _json_columns(
    reader: Reader, node: Tree, read: Read
) -> tuple[syntax.TableColumnDef | syntax.NestedColumns, ...]:
    found: list[syntax.TableColumnDef | syntax.NestedColumns] = []
    for column in map(unwrapped, children(node, "columns")):
        path = child(column, "pathspec") or {}
        span = reader.token(column)
        if string(column, "coltype") == "JTC_NESTED":
            nested = _json_columns(reader, column, read)
            found.append(syntax.NestedColumns(nested, _path_name(reader, path), span=span))
        else:
            found.append(_json_column(reader, column, span, read))
    return tuple(found)


def _json_column(reader: Reader, node: Tree, span: Span, read: Read) -> syntax.TableColumnDef:
    type_ = child(node, "typeName")
    path = child(node, "pathspec") or {}
    return syntax.TableColumnDef(
        string(node, "name"),
        None if type_ is None else _read_returned(reader, type_),
        _optional(reader, child(path, "string"), read),
        _read_behavior(reader, child(node, "on_empty"), read),
        _read_behavior(reader, child(node, "on_error"), read),
        exists=string(node, "coltype") == "JTC_EXISTS",
        format=_read_format(reader, node),
        wrapper=_word(node, "wrapper", "JSW_"),
        quotes=_word(node, "quotes", "JS_QUOTES_"),
        span=span,
    )


def read_xml_table(reader: Reader, node: Tree, read: Read) -> syntax.XmlTable:
    """Read a ``RangeTableFunc``: XMLTABLE."""
    alias, aliases = _alias(node)
    columns: list[syntax.TableColumnDef] = []
    for column in map(unwrapped, children(node, "columns")):
        type_ = child(column, "typeName")
        columns.append(
            syntax.TableColumnDef(
                string(column, "colname"),
                None if type_ is None else read_type(reader, type_),
                _optional(reader, child(column, "colexpr"), read),
                default=_optional(reader, child(column, "coldefexpr"), read),
                not_null=flag(column, "is_not_null"),
                span=reader.token(column),
            )
        )
    names = [child(item, "val") or {} for item in map(unwrapped, children(node, "namespaces"))]
    return syntax.XmlTable(
        read(reader, child(node, "docexpr") or {}),
        read(reader, child(node, "rowexpr") or {}),
        tuple([read(reader, name) for name in names]),
        tuple(columns),
        alias,
        aliases,
        span=reader.token(node),
    )


READERS: Final[dict[str, Callable[[Reader, Tree, Read], Expression]]] = {
    "JsonArrayConstructor": read_array,
    "JsonArrayQueryConstructor": read_array,
    "JsonFuncExpr": read_path_query,
    "JsonIsPredicate": read_is_json,
    "JsonObjectConstructor": read_object,
    "JsonParseExpr": read_parse,
    "JsonScalarExpr": read_scalar,
    "JsonSerializeExpr": read_serialize,
    "XmlExpr": read_xml,
    "XmlSerialize": read_xml_serialize,
}
