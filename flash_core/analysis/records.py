"""Rows and composite values, and access to their fields.

Depends on: infer, names, nullability.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.sql.syntax import FieldAccess, FunctionCall, Name, RowLiteral, Star
from flash_core.types.model import SqlType, TypeKind

from .infer import base, coerce, infer, rule, settle
from .names import column_value, expand_star
from .nullability import Certain, Null, OfColumn, Possible, Strict
from .value import Value, broken

if TYPE_CHECKING:
    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Expression

    from .context import Scope


def composite_fields(type_: SqlType, scope: Scope) -> list[tuple[str, SqlType, Null]]:
    """Return name, type and nullability of the fields of a composite type."""
    if type_.kind is not TypeKind.COMPOSITE:
        return []
    workspace = scope.context.workspace
    parts = type_.schema, type_.name
    composite = workspace.catalog.find_composite(parts)
    null = Possible("field of a composite type")
    if composite is not None:
        return [(c.name, workspace.column_type(c.type), null) for c in composite.columns]
    table = workspace.find_table(parts)
    view = workspace.find_view(parts) if table is None else None
    if view is not None:
        from .views import view_fields  # noqa: PLC0415 - a view holds expressions

        return [(name, found, null) for name, found in view_fields(view, scope.context)]
    if table is None:
        brought = Possible("field of a row")
        return [(name, found, brought) for name, found in workspace.types.fields(type_)]
    # a table's NOT NULL holds for its own rows, not for other values of its row type
    return [(c.name, c.type, null) for c in workspace.columns(table) if not c.hidden]


def assign_fields(value: Value, target: SqlType, scope: Scope) -> bool:
    """Convert ROW(…) to a composite type, field by field; tell whether the numbers agree."""
    fields = composite_fields(base(target), scope)
    if value.fields is None or len(fields) != len(value.fields):
        if fields and value.fields is not None:
            message = f"cannot cast type record to {target}"
            hint = f"{target} has {len(fields)} fields, the row {len(value.fields)}"
            scope.context.error(value.span, message, sqlstate="42846", hint=hint)
        return False
    from .parameters import Nullity, Rank, Use  # noqa: PLC0415 - used here alone

    for item, (name, type_, _) in zip(value.fields, fields, strict=True):
        if item.fields is not None:
            assign_fields(item, type_, scope)
            continue
        coerce(item, type_, scope)
        refused = scope.context.workspace.domain_not_null(type_)
        nullity = Nullity.REFUSED if refused else Nullity.WELCOME
        scope.context.parameters.use(item.exposed, Use(Rank.ASSIGNED, name, None, nullity))
    return True


@rule(RowLiteral)
def infer_row(node: RowLiteral, scope: Scope) -> Value:
    """Resolve ROW(…), whose fields stay open until something gives them types."""
    values = tuple(value for item in node.items for value in row_items(item, scope))
    null = Certain("a row constructor is never null")
    return Value(SqlType("record", TypeKind.PSEUDO), null, node.span, fields=values)


def row_items(node: Expression, scope: Scope) -> list[Value]:
    """Infer one item of ROW(…); ``table.*`` stands for all its columns there."""
    found = expand_star(node, scope) if isinstance(node, Star) else None
    if not isinstance(node, Star) or found is None:
        return [infer(node, scope)]
    return [column_value(reached, node, scope) for reached in found]


@rule(FieldAccess)
def infer_field(node: FieldAccess, scope: Scope) -> Value:
    """Resolve ``(row).field``."""
    operand = infer(node.operand, scope)
    if operand.broken:
        return operand
    for name, type_, null in row_fields(node.operand, operand, scope):
        if name == node.field:
            return Value(type_, field_null(operand, null), node.span, subject=operand.subject)
    if base(operand.type).kind is TypeKind.COMPOSITE:
        called = attribute_call(node.field, operand, node.operand, node.span, scope)
        if called is not None:
            return called
    return _no_field(node, operand, scope)


def row_fields(node: Expression, operand: Value, scope: Scope) -> list[tuple[str, SqlType, Null]]:
    """Return the fields of a composite value, or of a record whose making is in sight."""
    if isinstance(operand.null, OfColumn) and operand.null.index < 0:  # a whole row
        relation = operand.null.relation
        return [
            (column.name, column.type, OfColumn(relation, index))
            for index, column in enumerate(relation.columns)
            if not column.hidden
        ]
    fields = composite_fields(base(operand.type), scope)
    if fields:
        return fields
    if operand.fields is not None:
        return [
            (f"f{place}", settle(item, scope), item.null)
            for place, item in enumerate(operand.fields, 1)
        ]
    found = scope.context.signatures.get(id(node))
    columns = () if found is None else found.columns
    return [(name, type_, Possible("field of a row")) for name, type_ in columns]


def attribute_call(
    name: str, operand: Value, node: Expression, span: Span, scope: Scope
) -> Value | None:
    """Resolve ``row.function``, as which a function of one row may be written."""
    types = scope.context.types
    if types.function([name], [operand.type]) is None:
        return None
    call = FunctionCall(Name((name,), span=span), (node,), span=span)
    scope.context.made.append(call)
    return infer(call, scope)


def field_null(operand: Value, null: Null) -> Null:
    """Return the tree of a field: only a table's own row keeps to the table's constraints."""
    if not isinstance(operand.null, OfColumn) or operand.null.index >= 0:
        return Possible("a stored row may hold null in any field")
    return null if isinstance(null, Possible) else Strict((operand.null, null))


def _no_field(node: FieldAccess, operand: Value, scope: Scope) -> Value:
    names = [name for name, _, _ in row_fields(node.operand, operand, scope)]
    if names:
        message = f'column "{node.field}" not found in data type {operand.type}'
        hint = scope.context.suggestion(node.field, names)
        scope.context.error(node.span, message, sqlstate="42703", hint=hint)
    elif operand.type.name == "record":
        message = f'could not identify column "{node.field}" in record data type'
        hint = "nothing tells the fields of this row: select from it with a column list"
        scope.context.error(node.span, message, sqlstate="42703", hint=hint)
    else:
        message = (
            f"column notation .{node.field} applied to type {operand.type}, "
            "which is not a composite type"
        )
        scope.context.error(node.span, message, sqlstate="42809")
    return broken(node.span)
