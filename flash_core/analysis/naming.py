"""Names of result columns: what the server calls a column that has no alias.

PostgreSQL's rule is ``FigureColname`` of parse_target.c: a name and how good it is.
SQLite takes the expression's text; what it makes of the whole query's columns,
``sqlite_check`` asks SQLite itself.

Depends on: context, sql.syntax.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql.syntax import (
    ArrayLiteral,
    ArrayQuery,
    Case,
    Cast,
    Coalesce,
    Collate,
    ColumnRef,
    Exists,
    Expression,
    Extreme,
    FieldAccess,
    FunctionCall,
    JsonAggregate,
    JsonConstructor,
    JsonPathQuery,
    Literal,
    LiteralKind,
    MergeAction,
    NullIf,
    Parameter,
    Query,
    RowLiteral,
    ScalarQuery,
    Select,
    SetOperation,
    SqlValue,
    Star,
    Subscript,
    Values,
    XmlFunction,
    XmlSerialize,
)
from flash_core.sql.syntax.walk import descend

from .nullability import OfColumn

if TYPE_CHECKING:
    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Target

    from .context import Context

_LONGEST: Final = 255  # bytes
NO_NAME: Final = "?column?"
_FIXED: Final[dict[type[Expression], str]] = {
    NullIf: "nullif",
    Coalesce: "coalesce",
    ArrayLiteral: "array",
    ArrayQuery: "array",
    RowLiteral: "row",
    Exists: "exists",
    MergeAction: "merge_action",
    XmlSerialize: "xmlserialize",
}


def name_of(target: Target, context: Context) -> str:
    """Return the name of a result column: its alias, or what the server makes of the rest."""
    if target.alias is not None:
        return target.alias
    if context.dialect.named_by_text:
        return text_name(target.expression, target.span, context)
    node = target.expression
    if not context.dialect.named_as_written:
        return figure(node, context)
    while isinstance(node, Collate):
        node = node.operand
    if isinstance(node, ColumnRef):
        return figure(node, context)
    return context.source.text[target.span.start : target.span.end]


def text_name(node: Expression, span: Span, context: Context) -> str:
    """Return MySQL's name of a column: the column's own, a text's content, else all as written."""
    if isinstance(node, ColumnRef):
        found = context.resolution(node)
        while found is not None and not found[0].name:  # a column that USING merged
            below = found[0].columns[found[1]].null
            found = (below.relation, below.index) if isinstance(below, OfColumn) else None
        if found is None or found[0].table is not None or found[0].system:
            return node.parts[-1]
        return found[0].columns[found[1]].name
    if isinstance(node, Literal):
        if node.kind is LiteralKind.STRING:
            return node.text.lstrip()
        if node.kind is LiteralKind.NULL:
            return "NULL"
        span = node.span
    text, places = context.source.text, sorted(_placeholders(node))
    parts: list[str] = []
    start = span.start
    for place in places:
        parts += [text[start : place.start], "?"]
        start = place.end
    whole = "".join([*parts, text[start : span.end]]).strip()
    # what does not fit into a name is cut off, between two characters
    return whole.encode()[:_LONGEST].decode(errors="ignore")


def _placeholders(node: Expression) -> set[Span]:
    return {inner.span for inner in descend(node) if isinstance(inner, Parameter)}


def figure(node: Expression, context: Context) -> str:
    """Return the name of a result column without an alias."""
    name, _ = _figure(node, context)
    return name or NO_NAME


def _figure(node: Expression, context: Context) -> tuple[str | None, int]:
    """Return a name and its strength: 2 is good, 1 is a last resort."""
    match node:
        case Collate(operand=operand) | Subscript(operand=operand):
            return _figure(operand, context)
        case Cast(operand=operand, type=type_):
            inner = _figure(operand, context)
            return inner if inner[1] > 1 else (type_.parts[-1], 1)
        case Case(default=default):
            inner = _figure(default, context) if default is not None else (None, 0)
            return inner if inner[1] > 1 else ("case", 1)
        case _:
            name = _own_name(node, context)
            return name, 0 if name is None else 2


def _own_name(node: Expression, context: Context) -> str | None:
    match node:
        case ColumnRef(parts=parts):
            return _column_name(node, parts, context)
        case FieldAccess(field=field):
            return field
        case Star(qualifier=qualifier) if qualifier:
            return qualifier[-1]  # a whole row in an expression: (t.*)::text
        case FunctionCall(name=name):
            return name.last
        case JsonPathQuery(name=word) | JsonConstructor(name=word) | JsonAggregate(name=word):
            return word
        case XmlFunction(name=word):
            return None if " " in word else word
        case SqlValue(name=name):
            return name.split("(")[0].lower()
        case Extreme(greatest=greatest):
            return "greatest" if greatest else "least"
        case ScalarQuery(query=query):
            return _query_name(query, context)
        case _:
            return _FIXED.get(type(node))


def _column_name(node: ColumnRef, parts: tuple[str, ...], context: Context) -> str:
    """SQLite spells a column as its table does; PostgreSQL as the query (already folded)."""
    found = context.resolution(node)
    if found is None or context.dialect.strict:
        return parts[-1]
    relation, index = found
    return relation.columns[index].name


def _query_name(query: Query, context: Context) -> str:
    match query:
        case Select(targets=targets) if targets:
            return targets[0].alias or figure(targets[0].expression, context)
        case SetOperation(left=left):
            return _query_name(left, context)
        case Values():
            return "column1"
        case _:
            return NO_NAME
