"""SQL/JSON and SQL/XML: what the expressions with a grammar of their own return.

Depends on: document_clauses, infer, nullability, casts (types as written), value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.sql.syntax import (
    ColumnRef,
    IsJson,
    JsonAggregate,
    JsonConstructor,
    JsonInput,
    JsonPathQuery,
    XmlFunction,
    XmlSerialize,
)
from flash_core.types.model import UNKNOWN, SqlType

from .casts import named_type
from .document_clauses import (
    STRINGS,
    check_behavior,
    check_encoding,
    check_quotes,
    infer_behavior,
    returned_type,
)
from .infer import base, coerce, exposed, infer, infer_all, rule, settle
from .nullability import Aggregated, Certain, First, Null, Possible, Strict
from .subqueries import shape_of
from .value import BROKEN, Value, broken

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flash_core.sql.syntax import JsonPassing, Query

    from .context import Scope

JSON: Final = SqlType("json")
JSONB: Final = SqlType("jsonb")
JSONPATH: Final = SqlType("jsonpath")
XML: Final = SqlType("xml")
_LISTS: Final = frozenset({"json_object", "json_array"})
_DOCUMENTS: Final = STRINGS | {"json", "jsonb", "bytea"}
_RESULTS: Final = {"json_value": SqlType("text"), "json_query": JSONB}


# -- what SQL/JSON reads -----------------------------------------------------


@rule(JsonInput)
def infer_json_input(node: JsonInput, scope: Scope) -> Value:
    """Resolve a value to be put into JSON; FORMAT JSON wants a string that holds JSON."""
    value = infer(node.operand, scope)
    type_ = settle(value, scope)
    if node.format is None or value.broken:
        return replace(value, type=type_, fields=None)
    if not check_encoding(node, type_, scope):
        return broken(node.span)
    if base(type_).name not in _DOCUMENTS:
        message = "cannot use non-string types with explicit FORMAT JSON clause"
        scope.context.error(value.span, message, sqlstate="42804")
        return broken(node.span)
    return replace(value, type=type_, fields=None)


def infer_document(node: JsonInput, scope: Scope) -> Value:
    """Resolve the document that a path is applied to."""
    value = infer(node, scope)
    if not value.broken and base(value.type).name not in _DOCUMENTS:
        message = f"cannot cast type {value.type} to jsonb"
        scope.context.error(value.span, message, sqlstate="42846")
        return broken(node.span)
    return value


def infer_path(value: Value, scope: Scope) -> None:
    """Check that a value is a path."""
    coerce(value, JSONPATH, scope)
    allowed = value.type is UNKNOWN or base(value.type) == JSONPATH
    if not value.broken and not allowed and base(value.type).name not in STRINGS:
        message = f"JSON path expression must be of type jsonpath, not of type {value.type}"
        scope.context.error(value.span, message, sqlstate="42804")


def infer_passing(items: Iterable[JsonPassing], scope: Scope) -> None:
    """Resolve the variables of a path."""
    for item in items:
        value = infer(item.value.operand, scope)
        type_ = settle(value, scope)
        if not value.broken:
            check_encoding(item.value, type_, scope)


# -- SQL/JSON functions ------------------------------------------------------


def _made_of(parts: Iterable[SqlType]) -> SqlType:
    """Return the type of a document without RETURNING: jsonb as soon as one part is."""
    return SqlType("jsonb") if any(part.name == "jsonb" for part in parts) else JSON


@rule(JsonPathQuery)
def infer_path_query(node: JsonPathQuery, scope: Scope) -> Value:
    """Resolve JSON_VALUE, JSON_QUERY and JSON_EXISTS."""
    document = infer_document(node.document, scope)
    path = infer(node.path, scope)
    infer_path(path, scope)
    infer_passing(node.passing, scope)
    boolean = scope.context.types.boolean()
    check_quotes(node, scope)
    if node.format is not None and node.name == "json_value":
        message = "cannot specify FORMAT JSON in RETURNING clause of JSON_VALUE()"
        hint = "leave it out, or call JSON_QUERY"
        scope.context.error(node.format.span, message, sqlstate="42601", hint=hint)
        return broken(node.span)
    type_ = _RESULTS.get(node.name, boolean)
    if node.returning is not None:
        type_ = returned_type(node.returning, node.format, scope, strings=True)
    for clause, behavior in (("ON EMPTY", node.on_empty), ("ON ERROR", node.on_error)):
        check_behavior(behavior, clause, node.name, scope)
        infer_behavior(behavior, type_, scope)
    if document.broken or path.broken or type_ is BROKEN:
        return broken(node.span)
    null: Null = Possible("the path may find nothing")
    unknown = node.on_error is not None and node.on_error.kind == "UNKNOWN"
    if node.name == "json_exists" and not unknown:
        null = Strict((document.null, path.null))
    return Value(type_, null, node.span)


@rule(JsonConstructor)
def infer_json_constructor(node: JsonConstructor, scope: Scope) -> Value:
    """Resolve JSON_OBJECT, JSON_ARRAY, JSON, JSON_SCALAR and JSON_SERIALIZE."""
    keys = infer_all(node.keys, scope)
    values = infer_all(node.values, scope)
    failed = any(value.broken for value in (*keys, *values))
    if node.query is not None:
        column = _single_column(node, node.query, scope)
        failed |= column is None
        parts = [] if column is None else [column]
    else:
        parts = [value.type for value in (*keys, *values)]
    if node.name in {"json", "json_serialize"}:
        failed |= not _is_text(node, values[0], scope)
    elif node.name == "json_scalar":
        settle(values[0], scope)
    serialized = node.name == "json_serialize"
    made = _made_of(parts) if node.name in _LISTS else JSON
    type_ = scope.context.types.text() if serialized else made
    if node.returning is not None:
        type_ = returned_type(node.returning, node.format, scope, strings=serialized)
    failed |= not _check_returned(node, type_, scope)
    if failed:
        return broken(node.span)
    null: Null = Certain(f"{node.name} is never null")
    if node.query is not None:
        null = Possible("the query may return no row")
    elif node.name in {"json", "json_scalar", "json_serialize"}:
        null = Strict((values[0].null,))
    return Value(type_, null, node.span, exposed=exposed(values))


def _single_column(node: JsonConstructor, query: Query, scope: Scope) -> SqlType | None:
    """Return the type of the one column of JSON_ARRAY's query; report it when there are more."""
    shape = shape_of(query, scope)
    if shape is not None and len(shape.columns) != 1:
        message = "subquery must return only one column"
        scope.context.error(node.span, message, sqlstate="42601")
        return None
    return None if shape is None else shape.columns[0].type


def _is_text(node: JsonConstructor, value: Value, scope: Scope) -> bool:
    """Check the argument of JSON() and JSON_SERIALIZE(), which hold JSON text."""
    name = base(value.type).name
    if node.unique and not value.broken and name not in STRINGS | {"bytea", "unknown"}:
        message = "cannot use non-string types with WITH UNIQUE KEYS clause"
        hint = "leave it out, or cast the value to text"
        scope.context.error(node.span, message, sqlstate="42804", hint=hint)
        return False
    if value.broken or name in _DOCUMENTS or value.type is UNKNOWN:
        return not value.broken
    if node.name == "json":
        message, state = f"cannot cast type {value.type} to json", "42846"
    else:
        message = "cannot use non-string types with implicit FORMAT JSON clause"
        state = "42804"
    scope.context.error(value.span, message, sqlstate=state)
    return False


def _check_returned(node: JsonConstructor | JsonAggregate, type_: SqlType, scope: Scope) -> bool:
    if type_ is BROKEN or node.returning is None:
        return type_ is not BROKEN
    name = base(type_).name
    if name in STRINGS or name == "bytea":
        return True
    if node.name == "json_serialize":
        scope.context.error(
            node.returning.span,
            f"cannot use type {type_} in RETURNING clause of JSON_SERIALIZE()",
            sqlstate="42804",
            hint="try returning a string type or bytea",
        )
        return False
    if name in {"json", "jsonb"} or scope.context.types.castable(JSON, type_, explicit=True):
        return True
    message = f"cannot cast type json to {type_}"
    scope.context.error(node.returning.span, message, sqlstate="42846")
    return False


@rule(JsonAggregate)
def infer_json_aggregate(node: JsonAggregate, scope: Scope) -> Value:
    """Resolve JSON_OBJECTAGG and JSON_ARRAYAGG: no document over no rows."""
    value = infer(node.call, scope)
    found = scope.context.signatures.get(id(node.call))
    made = JSON if found is None else _made_of(found.arguments)
    type_ = made
    if node.returning is not None:
        type_ = returned_type(node.returning, node.format, scope, strings=False)
    if value.broken or not _check_returned(node, type_, scope):
        return broken(node.span)
    null = value.null
    if isinstance(null, Aggregated):
        null = replace(null, items=())  # NULL becomes a part of the document, or is left out
    return replace(value, type=type_, null=null, span=node.span)


@rule(IsJson)
def infer_is_json(node: IsJson, scope: Scope) -> Value:
    """Resolve ``x IS JSON``."""
    value = infer(node.operand, scope)
    type_ = settle(value, scope)
    if not value.broken and base(type_).name not in _DOCUMENTS:
        message = f"cannot use type {type_} in IS JSON predicate"
        scope.context.error(value.span, message, sqlstate="42804")
        return broken(node.span)
    return Value(scope.context.types.boolean(), Strict((value.null,)), node.span)


# -- SQL/XML -----------------------------------------------------------------


@rule(XmlFunction)
def infer_xml(node: XmlFunction, scope: Scope) -> Value:
    """Resolve XMLELEMENT, XMLFOREST, XMLCONCAT, XMLPARSE, XMLPI, XMLROOT and IS DOCUMENT."""
    attributes = infer_all(node.attributes, scope)
    for attribute, name, item in zip(attributes, node.names, node.attributes, strict=True):
        if name is None and not isinstance(item, ColumnRef):
            kind = "attribute" if node.name == "xmlelement" else "element"
            message = f"unnamed XML {kind} value must be a column reference"
            scope.context.error(attribute.span, message, sqlstate="42601", hint="add AS name")
    arguments = infer_all(node.arguments, scope)
    if any(value.broken for value in (*attributes, *arguments)):
        return broken(node.span)
    for position, value in enumerate(arguments):
        wanted = _xml_argument(node.name, position, scope)
        if wanted is not None:
            coerce(value, wanted, scope)
            check_xml(node.name, value, wanted, scope)
    type_ = scope.context.types.boolean() if node.name == "is document" else XML
    return Value(type_, _xml_null(node.name, attributes, arguments), node.span)


def _xml_argument(name: str, position: int, scope: Scope) -> SqlType | None:
    match name:
        case "xmlconcat" | "is document":
            return XML
        case "xmlroot":
            return XML if position == 0 else scope.context.types.text()
        case "xmlparse" | "xmlpi":
            return scope.context.types.text()
        case _:
            return None


def check_xml(name: str, value: Value, wanted: SqlType, scope: Scope) -> None:
    """Check an argument of SQL/XML; ``name`` is what takes it, in lower case."""
    type_ = base(value.type)
    if type_ in {UNKNOWN, wanted}:
        return
    if wanted != XML and scope.context.types.castable(type_, wanted, explicit=False):
        return
    what = "IS DOCUMENT" if name == "is document" else name.upper()
    message = f"argument of {what} must be type {wanted}, not type {value.type}"
    scope.context.error(value.span, message, sqlstate="42804")


def _xml_null(name: str, attributes: list[Value], arguments: list[Value]) -> Null:
    nulls = tuple(value.null for value in arguments)
    match name:
        case "xmlelement":
            return Certain("an element is never null")
        case "xmlforest":
            return First(tuple(value.null for value in attributes))
        case "xmlconcat":
            return First(nulls)
        case "xmlroot":
            return Strict(nulls[:1])
        case _:
            return Strict(nulls) if nulls else Certain(f"{name} is never null")


@rule(XmlSerialize)
def infer_xml_serialize(node: XmlSerialize, scope: Scope) -> Value:
    """Resolve ``XMLSERIALIZE(… AS type)``."""
    value = infer(node.operand, scope)
    coerce(value, XML, scope)
    type_ = named_type(node.type, scope)
    if value.broken or type_ is BROKEN:
        return broken(node.span)
    check_xml("xmlserialize", value, XML, scope)
    if base(type_).name not in STRINGS:
        message = f"cannot cast XMLSERIALIZE result to {type_}"
        scope.context.error(node.type.span, message, sqlstate="42846")
        return broken(node.span)
    return Value(type_, Strict((value.null,)), node.span)
