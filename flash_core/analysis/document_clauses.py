"""The clauses of SQL/JSON: FORMAT JSON, RETURNING, ON EMPTY and ON ERROR, wrappers and quotes.

Depends on: infer, casts (types as written), placement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql import syntax
from flash_core.sql.syntax.walk import children
from flash_core.types.model import UNKNOWN, CallKind, SqlType, TypeKind

from .casts import named_type
from .infer import base, coerce, infer
from .placement import calls_in, is_set
from .value import BROKEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flash_core.sql.source import Span

    from .context import Scope

STRINGS: Final = frozenset({"text", "character varying", "character", "name", '"char"', "citext"})

_SCALAR: Final = ("ERROR", "NULL", "DEFAULT")
_BEHAVIORS: Final = {
    "json_exists": ("ERROR", "TRUE", "FALSE", "UNKNOWN"),
    "json_value": _SCALAR,
    "json_query": (*_SCALAR, "EMPTY ARRAY", "EMPTY OBJECT"),
    "json_table": ("EMPTY ARRAY", "ERROR"),
}
"""What may stand ON EMPTY and ON ERROR; EMPTY alone is EMPTY ARRAY."""

_COMPUTED: Final = (
    syntax.And,
    syntax.ArrayLiteral,
    syntax.ArrayQuery,
    syntax.Between,
    syntax.BooleanTest,
    syntax.Case,
    syntax.Coalesce,
    syntax.ColumnRef,
    syntax.Exists,
    syntax.Extreme,
    syntax.InQuery,
    syntax.IsDistinct,
    syntax.IsJson,
    syntax.IsNull,
    syntax.JsonAggregate,
    syntax.JsonConstructor,
    syntax.JsonPathQuery,
    syntax.Not,
    syntax.NullIf,
    syntax.Or,
    syntax.Parameter,
    syntax.Quantified,
    syntax.RowLiteral,
    syntax.ScalarQuery,
    syntax.SqlValue,
    syntax.Subscript,
    syntax.XmlFunction,
)
"""What is no constant, function or operator to the server."""


# -- FORMAT JSON and RETURNING -----------------------------------------------


def check_encoding(node: syntax.JsonInput, type_: SqlType, scope: Scope) -> bool:
    """Report ENCODING of what holds no bytes; return whether it is right."""
    written = node.format
    if written is None or written.encoding is None or base(type_).name == "bytea":
        return True
    message = "JSON ENCODING clause is only allowed for bytea input type"
    hint = "write FORMAT JSON alone"
    scope.context.error(written.span, message, sqlstate="42804", hint=hint)
    return False


def returned_type(
    name: syntax.TypeName, written: syntax.JsonFormat | None, scope: Scope, *, strings: bool
) -> SqlType:
    """Return the type after RETURNING, or of a column; report one that cannot be asked for.

    Args:
        name: The type.
        written: Its FORMAT JSON.
        scope: Where it stands.
        strings: FORMAT JSON makes strings, bytes and documents alone.

    Returns:
        The type, or what stands for a wrong one.
    """
    type_ = named_type(name, scope)
    if type_ is BROKEN or not scope.context.dialect.strict:
        return type_
    if type_.kind is TypeKind.PSEUDO:
        message = "returning pseudo-types is not supported in SQL/JSON functions"
        hint = "name a type that a column can have"
        scope.context.error(name.span, message, sqlstate="0A000", hint=hint)
        return BROKEN
    return type_ if _fits_format(written, base(type_), scope, strings=strings) else BROKEN


def _fits_format(
    written: syntax.JsonFormat | None, type_: SqlType, scope: Scope, *, strings: bool
) -> bool:
    if written is None:
        return True
    hint: str | None = "write FORMAT JSON alone"
    if strings and type_.name not in STRINGS | {"bytea", "json", "jsonb"}:
        message, hint = "cannot use JSON format with non-string output types", "leave it out"
    elif written.encoding is not None and type_.name != "bytea":
        message = "cannot set JSON encoding for non-bytea output types"
    elif written.encoding not in {None, "UTF8"}:
        message, hint = "unsupported JSON encoding", "write ENCODING UTF8"
    else:
        return True
    scope.context.error(written.span, message, sqlstate="0A000", hint=hint)
    return False


# -- wrappers, quotes and behaviors ------------------------------------------


def check_quotes(node: syntax.JsonPathQuery | syntax.TableColumnDef, scope: Scope) -> None:
    """Report OMIT QUOTES of what a wrapper is put around."""
    if node.quotes == "omit" and node.wrapper in {"conditional", "unconditional"}:
        message = "SQL/JSON QUOTES behavior must not be specified when WITH WRAPPER is used"
        hint = "leave OMIT QUOTES or WITH WRAPPER out"
        scope.context.error(node.span, message, sqlstate="42601", hint=hint)


def check_behavior(
    node: syntax.JsonBehavior | None,
    clause: str,
    function: str,
    scope: Scope,
    column: str | None = None,
) -> None:
    """Report what cannot stand ON EMPTY or ON ERROR.

    Args:
        node: What stands there.
        clause: ``ON EMPTY`` or ``ON ERROR``.
        function: What takes it, in lower case; of a column, what computes it.
        scope: Where it stands.
        column: The column of JSON_TABLE.
    """
    allowed = _BEHAVIORS[function]
    if node is None or node.kind in allowed or not scope.context.dialect.strict:
        return
    if node.kind == "EMPTY" and "EMPTY ARRAY" in allowed:
        return
    whose = "" if column is None else f' for column "{column}"'
    *some, last = ("DEFAULT …" if kind == "DEFAULT" else kind for kind in allowed)
    hint = f"write {', '.join(some)} or {last}"
    message = f"invalid {clause} behavior{whose}"
    scope.context.error(node.span, message, sqlstate="42601", hint=hint)


def column_function(node: syntax.TableColumnDef, type_: SqlType) -> str:
    """Return the function that computes a column of JSON_TABLE."""
    if node.exists:
        return "json_exists"
    found = base(type_)
    written = node.format or node.wrapper or node.quotes
    parts = found.kind in {TypeKind.ARRAY, TypeKind.COMPOSITE} or found.name in {"json", "jsonb"}
    return "json_query" if written or parts else "json_value"


# -- DEFAULT -----------------------------------------------------------------


def infer_behavior(node: syntax.JsonBehavior | None, target: SqlType, scope: Scope) -> None:
    """Resolve ``DEFAULT value`` ON EMPTY or ON ERROR: a constant, a function or an operator."""
    if node is None or node.default is None:
        return
    value = infer(node.default, scope)
    if scope.context.dialect.strict and not value.broken:
        wrong = _wrong_default(node.default, scope)
        if wrong is not None:
            message, hint = wrong
            scope.context.error(node.default.span, message, sqlstate="42804", hint=hint)
            return
    coerce(value, target, scope)
    if value.broken or value.type is UNKNOWN or target is BROKEN:
        return
    if not _becomes(value.type, target, scope):
        message = f"cannot cast behavior expression of type {value.type} to {target}"
        hint = f"cast it to {target} where a cast leads there"
        scope.context.error(value.span, message, sqlstate="42846", hint=hint)


def _becomes(source: SqlType, target: SqlType, scope: Scope) -> bool:
    """Tell whether a default is cast, or put into the result as JSON is."""
    if source.name == "jsonb" or (source.name == "boolean" and base(target).name != "integer"):
        return True
    bits = base(target).name in {"bit", "bit varying"}
    return scope.context.types.castable(source, target, explicit=not bits)


def _wrong_default(node: syntax.Expression, scope: Scope) -> tuple[str, str] | None:
    """Return what is wrong with a default, and what to do."""
    if _is_computed(node, scope):
        message = "can only specify a constant, non-aggregate function, or operator expression for DEFAULT"
        return message, "write COALESCE around the call for a default that is passed"
    if any(isinstance(one, syntax.ColumnRef) for one in _of_level(node)):
        message = "DEFAULT expression must not contain column references"
        return message, "write COALESCE around the call for a default from a column"
    if any(is_set(call, scope) for call in calls_in([node])):
        return "DEFAULT expression must not return a set", "write one value"
    return None


def _is_computed(node: syntax.Expression, scope: Scope) -> bool:
    """Tell whether an expression is neither a constant, nor a plain function or operator."""
    match node:
        case syntax.Collate(operand=operand):
            return _is_computed(operand, scope)
        case syntax.Cast(operand=syntax.Parameter(), type=type_):
            return not type_.modifiers  # a length is a function's work
        case syntax.InList(items=items):
            return len(items) > 1
        case syntax.FunctionCall():
            found = scope.context.signatures.get(id(node))
            aggregate = found is not None and found.kind is CallKind.AGGREGATE
            return node.over is not None or aggregate or node.name.parts == ("grouping",)
        case _:
            return isinstance(node, _COMPUTED)


def _of_level(node: syntax.Node) -> Iterator[syntax.Node]:
    """Yield the nodes of an expression, but not those of the queries inside it."""
    yield node
    for child in children(node):
        if not isinstance(child, syntax.Query):
            yield from _of_level(child)


# -- names in JSON_TABLE -----------------------------------------------------


def refuse_names(item: syntax.JsonTable, scope: Scope) -> bool:
    """Report a column or path of JSON_TABLE whose name is taken; return whether one is."""
    taken: set[str] = set()
    twice = False
    for name, span in _names(item):
        if name in taken:
            scope.context.error(span, scope.context.dialect.path_column_twice(name))
            twice = True
        taken.add(name)
    return twice


def _names(
    item: syntax.JsonTable | syntax.NestedColumns | syntax.TableColumnDef,
) -> Iterator[tuple[str, Span]]:
    if isinstance(item, syntax.TableColumnDef):
        yield item.name, item.span
        return
    if item.name is not None:
        yield item.name.last, item.name.span
    for column in item.columns:
        yield from _names(column)


def refuse_ordinalities(
    items: Iterable[syntax.TableColumnDef | syntax.NestedColumns], scope: Scope
) -> None:
    """Report a second FOR ORDINALITY among the columns of one path, on PostgreSQL."""
    if not scope.context.dialect.strict:
        return
    found = [one for one in items if isinstance(one, syntax.TableColumnDef) and one.type is None]
    for one in found[1:]:
        message, hint = "only one FOR ORDINALITY column is allowed", "leave it out"
        scope.context.error(one.span, message, sqlstate="42601", hint=hint)
