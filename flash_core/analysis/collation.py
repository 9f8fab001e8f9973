"""COLLATE: it changes the order alone, and only text has one.

Depends on: infer, value.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.sql.syntax import (
    ArrayLiteral,
    ArrayQuery,
    Case,
    Cast,
    Coalesce,
    Collate,
    ColumnRef,
    Extreme,
    FunctionCall,
    NullIf,
    Operator,
    ScalarQuery,
    Select,
    Star,
    Subscript,
)
from flash_core.sql.syntax.walk import children, descend
from flash_core.types.model import UNKNOWN, TypeKind

from .infer import base, infer, rule, settle
from .value import Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.syntax import Expression, Node, Query, SetOperation
    from flash_core.types.model import SqlType

    from .context import Scope

_CREATED: Final = r'(?is)CREATE\s+COLLATION\s+(?:IF\s+NOT\s+EXISTS\s+)?((?:"[^"]+"|[\w$.])+)'
_GIVING_TEXT: Final = frozenset({"||", "->>", "#>>"})
_UNCOLLATED: Final = frozenset(
    {
        *("bigint", "integer", "smallint", "numeric", "real", "double precision", "money", "oid"),
        *("boolean", "bytea", "bit", "bit varying", "uuid", "json", "jsonb", "inet"),
        *("date", "interval", "time with time zone", "time without time zone"),
        *("timestamp with time zone", "timestamp without time zone"),
    }
)


_BYTES: Final = frozenset({"binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob"})
_TEXTS: Final = frozenset({"char", "varchar", "tinytext", "text", "mediumtext", "longtext"})


@rule(Collate)
def infer_collate(node: Collate, scope: Scope) -> Value:
    """Resolve COLLATE, which changes nothing but the order."""
    operand = infer(node.operand, scope)
    if operand.parameter is not None and scope.context.dialect.undecided is not None:
        _check_charset(node, operand, scope)
        return operand  # what is around it decides its type
    undecided = scope.context.dialect.strict and operand.type == UNKNOWN
    type_ = UNKNOWN if undecided else settle(operand, scope)
    if scope.context.dialect.strict and _is_uncollated(type_):
        message = f"collations are not supported by type {type_}"
        hint = "cast it to text first"
        scope.context.error(node.span, message, sqlstate="42804", hint=hint)
    elif not (scope.context.types.has_collation(_last(node.collation)) or _is_own(node, scope)):
        message = f'collation "{node.collation}" for encoding "UTF8" does not exist'
        hint = "put the name in double quotes where it has capitals, or CREATE COLLATION first"
        scope.context.error(node.span, message, sqlstate="42704", hint=hint)
    else:
        _check_charset(node, operand, scope)
    if undecided:
        return operand  # what is around it decides its type
    type_ = scope.context.types.collated(type_)
    return Value(type_, operand.null, node.span, exposed=operand.exposed, subject=operand.subject)


def _check_charset(node: Collate, operand: Value, scope: Scope) -> None:
    """Report a collation of another character set than that of a constant or a column.

    What says nothing of its character set is in that of connections, which new databases
    have, too.
    """
    catalog, own = scope.context.catalog, None
    if operand.type.name in _BYTES:
        own = "binary"
    elif isinstance(node.operand, ColumnRef) and operand.origin is not None:
        table = catalog.find_table((operand.origin.schema, operand.origin.table))
        column = table and catalog.find_column(table, operand.origin.column)
        if table is None or column is None or not _is_written(operand.type):
            return
        own = column.collation or table.collation
    elif operand.parameter is None and not _is_plain(node.operand, operand, scope):
        return
    problem = scope.context.dialect.wrong_collation(node.collation, own)
    if problem is not None:
        charset = "utf8mb4" if own is None else own.partition("_")[0]
        hint = f"write a collation of {charset}, or CONVERT(… USING …) before COLLATE"
        scope.context.error(node.span, problem, hint=hint)


def _is_written(type_: SqlType) -> bool:
    """Tell whether a column is in its table's character set: numbers are not, nor is JSON."""
    return type_.kind is TypeKind.ENUM or type_.name in _TEXTS


def _is_plain(node: Expression, value: Value, scope: Scope) -> bool:
    """Tell whether it is a constant without a character set before it, as ``_latin1'…'`` has."""
    return value.text is not None and scope.context.source.text[node.span.start] in {"'", '"'}


def check_recursive_collation(
    query: SetOperation, position: int, type_: SqlType, name: str, scope: Scope
) -> None:
    """Report a column whose recursive side alone has a COLLATE.

    Only what is written out is looked at: not the collations of columns.
    """
    if _is_uncollated(type_):
        return
    first, second = selected(query.left, position), selected(query.right, position)
    if first is None or second is None or any(isinstance(n, ColumnRef) for n in descend(first)):
        return
    before, after = explicit_collation(first, scope), explicit_collation(second, scope)
    if after is None or before == after:
        return
    if before is None:
        message = (
            f'recursive query "{name}" column {position} has collation "default" '
            f'in non-recursive term but collation "{after}" overall'
        )
    else:
        message = f'collation mismatch between explicit collations "{before}" and "{after}"'
    place = first.span if before is None else second.span
    hint = f'write COLLATE "{after}" on both sides'
    scope.context.error(place, message, sqlstate="42P21", hint=hint)


def selected(query: Query, position: int) -> Expression | None:
    """Return what a plain SELECT has in that place."""
    if not isinstance(query, Select) or position > len(query.targets):
        return None
    before = [target.expression for target in query.targets[:position]]
    return None if any(isinstance(each, Star) for each in before) else before[-1]


def explicit_collation(node: Node, scope: Scope) -> str | None:
    """Return the collation that COLLATE gives an expression.

    Manual, section 23.2.1: a function or operator takes over that of its arguments, where its
    own value can have one.

    Args:
        node: The expression.
        scope: Where it stands.

    Returns:
        The collation without its schema, ``None`` where none is written.
    """
    if isinstance(node, Collate):
        return _last(node.collation)
    found = (explicit_collation(one, scope) for one in _handed_on(node, scope))
    return next((one for one in found if one), None)


def _handed_on(node: Node, scope: Scope) -> Sequence[Node]:
    """Return the parts of an expression whose collation it takes over."""
    match node:
        case Subscript():
            return [node.operand]
        case FunctionCall():
            signature = scope.context.signatures.get(id(node))
            plain = signature is None or _is_uncollated(signature.result)
            return () if plain else node.arguments
        case Operator():
            return children(node) if node.name in _GIVING_TEXT else ()
        case ScalarQuery() | ArrayQuery():
            first = selected(node.query, 1)
            return () if first is None else [first]
        case Cast():
            target = scope.context.types.named(node.type)
            return () if target is None or _is_uncollated(target) else [node.operand]
        case Case():
            results = [when.result for when in node.whens]
            return results if node.default is None else [*results, node.default]
        case ArrayLiteral() | Coalesce() | Extreme() | NullIf():
            return children(node)
        case _:
            return ()


def _last(name: str) -> str:
    return name.rpartition(".")[2]


def _is_own(node: Collate, scope: Scope) -> bool:
    """Tell whether the schema makes the collation, which the catalog keeps as text."""
    made = (
        re.match(_CREATED, other.text)
        for other in scope.context.catalog.others
        if other.keyword == "CREATE COLLATION"
    )
    return any(found and _last(found[1]).strip('"') == _last(node.collation) for found in made)


def _is_uncollated(type_: SqlType) -> bool:
    inner = base(type_)
    if inner.kind is TypeKind.ARRAY and inner.element is not None:
        inner = base(inner.element)
    return inner.kind is TypeKind.ENUM or inner.name in _UNCOLLATED
