"""CASE, COALESCE, casts, rows and access to their parts.

Depends on: arrays, infer, nullability, operators.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from flash_core.sql.syntax import (
    ArrayLiteral,
    Case,
    Cast,
    Coalesce,
    DefaultValue,
    Extreme,
    FieldAccess,
    FunctionCall,
    Literal,
    LiteralKind,
    Name,
    NullIf,
    RowLiteral,
    Star,
)
from flash_core.types.model import UNKNOWN, Nulls, SqlType, TypeKind

from .arrays import element_of_cast, elements_of, infer_array
from .infer import (
    base,
    coerce,
    common,
    compared,
    exposed,
    infer,
    infer_all,
    is_closed_record,
    merged_null,
    require_boolean,
    rule,
    settle,
    subject,
    welcome_null,
)
from .names import column_value, expand_star
from .nullability import Certain, First, Guarded, Lenient, Lossy, Null, OfColumn, Possible, Strict
from .operators import resolve
from .placement import refuse_sets
from .unresolved import unknown_schema
from .value import BROKEN, Value, broken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Expression, TypeName

    from .context import Scope


_NO_ELSE: Final = Possible("CASE without ELSE")


@rule(Case)
def infer_case(node: Case, scope: Scope) -> Value:
    """Resolve the conditions, then the type that all results agree on."""
    operand = infer(node.operand, scope) if node.operand is not None else None
    if operand is not None and scope.context.dialect.undecided is None:
        operand = replace(operand, type=settle(operand, scope))
    results: list[Value] = []
    conditions: list[Null] = []
    for when in node.whens:
        condition = infer(when.condition, scope)
        if operand is None:
            require_boolean(condition, "CASE/WHEN", scope)
            conditions.append(condition.null)
        else:
            conditions.append(Strict((operand.null, condition.null)))
            compared(operand, condition, scope)
            resolve("=", operand, condition, when.span, scope)
        results.append(infer(when.result, scope))
    if node.default is not None:
        results.insert(0, infer(node.default, scope))
    refuse_sets([node], "CASE", scope)
    # an ELSE that is left out is NULL: beside it a domain is its base type on PostgreSQL
    absent = node.default is None and scope.context.dialect.strict
    missing = (Value(UNKNOWN, _NO_ELSE, node.span),) if absent else ()
    deciding = [value for value in results if not (node.called and _is_null(value))]
    type_ = common((*missing, *(deciding or results)), "CASE", scope)
    if type_ is BROKEN:
        return broken(node.span)
    nulls = [merged_null(value, type_, scope) for value in results]
    null = _case_null(conditions, nulls, default=node.default is not None)
    return _one_of(results, type_, null, node.span)


def _one_of(values: Sequence[Value], type_: SqlType, null: Null, span: Span) -> Value:
    """Return what is one of the values, whichever."""
    return Value(
        type_,
        null,
        span,
        exposed=exposed(values),
        subject=subject(values),
        element=elements_of(values, type_),
    )


def _is_null(value: Value) -> bool:
    return value.type == UNKNOWN and value.parameter is None


def _case_null(conditions: Sequence[Null], results: Sequence[Null], *, default: bool) -> Null:
    """Judge each result where its condition is true and those before are not."""
    if not default:
        return _NO_ELSE
    other, *arms = results
    nulls: list[Null] = [
        Guarded(null, (conditions[i],), tuple(conditions[:i])) for i, null in enumerate(arms)
    ]
    return Lenient((*nulls, Guarded(other, (), tuple(conditions))))


@rule(Coalesce)
def infer_coalesce(node: Coalesce, scope: Scope) -> Value:
    """Resolve COALESCE: NULL only when every argument is."""
    values = infer_all(node.items, scope)
    about = subject(values)
    for value in values:
        welcome_null(value, scope, about)
    refuse_sets(node.items, "COALESCE", scope)
    type_ = common(values, "COALESCE", scope)
    if type_ is BROKEN:
        return broken(node.span)
    null = First(tuple(merged_null(value, type_, scope) for value in values))
    return _one_of(values, type_, null, node.span)


@rule(Extreme)
def infer_extreme(node: Extreme, scope: Scope) -> Value:
    """Resolve GREATEST and LEAST, which skip NULL."""
    values = infer_all(node.items, scope)
    type_ = common(values, "GREATEST" if node.greatest else "LEAST", scope)
    if type_ is BROKEN:
        return broken(node.span)
    nulls = tuple(value.null for value in values)
    null: Null = First(nulls, "GREATEST" if node.greatest else "LEAST")
    if not scope.context.dialect.extremes_skip_null:
        null = Strict(nulls)
    return _one_of(values, type_, null, node.span)


@rule(NullIf)
def infer_nullif(node: NullIf, scope: Scope) -> Value:
    """Resolve NULLIF, whose type is the left one as its ``=`` takes it."""
    left, right = infer(node.left, scope), infer(node.right, scope)
    compared(left, right, scope)
    found = resolve("=", left, right, node.span, scope)
    if found is None:
        return broken(node.span)
    types = scope.context.types
    open_ = left.parameter is not None and left.type == UNKNOWN
    type_ = found.arguments[0]
    if not scope.context.dialect.strict and not (open_ and type_ != UNKNOWN):
        type_ = types.passed_on(left.type)
    if open_ and type_ == UNKNOWN:
        type_ = settle(left, scope)  # nothing decides it later: two placeholders are compared
    if type_.name == "record" and left.type is not UNKNOWN:
        type_ = left.type  # any composite type is a record as it stands
    null = Possible("NULLIF gives null for equal values")
    return _one_of([left], type_, null, node.span)


_UNSIZED = frozenset(
    {
        "text",
        "json",
        "jsonb",
        "uuid",
        "date",
        "bytea",
        "inet",
        "cidr",
        "money",
        "xml",
        "name",
        "oid",
    }
    | {"boolean", "smallint", "integer", "bigint", "real", "double precision"}
)


_SIZED: Final = {
    "varchar": "varchar",
    "character varying": "varchar",
    "bpchar": "char",
    "character": "char",
    "bit": "bit",
    "varbit": "varbit",
    "bit varying": "varbit",
}
_MOST_DIGITS: Final = 1000
_ELSEWHERE: Final = {
    "blob": "bytea",
    "datetime": "timestamp",
    "double": "double precision",
    "number": "numeric",
    "nvarchar": "varchar",
    "signed": "integer",
    "string": "text",
    "tinyint": "smallint",
    "unsigned": "integer",
}
"""What types of other databases are called here."""


def named_type(name: TypeName, scope: Scope) -> SqlType:
    """Return the type written in a cast; an unknown one is reported."""
    found = scope.context.types.named(name)
    if found is None and unknown_schema(name.parts, name.span, scope):
        return BROKEN
    if found is None:
        text = ".".join(name.parts) + "[]" * min(name.dimensions, 1)
        catalog = scope.context.catalog
        own = [enum.name for enum in catalog.enums]
        own += [domain.name for domain in catalog.domains]
        own += [composite.name for composite in catalog.composites]
        context = scope.context
        hint = context.creation_hint(name.parts[-1]) or context.suggestion(name.parts[-1], own)
        if hint is None and context.dialect.strict and (known := _ELSEWHERE.get(name.parts[-1])):
            hint = f"PostgreSQL calls it {known}"
        scope.context.error(name.span, context.dialect.no_type(text), hint=hint)
        return BROKEN
    if name.modifiers and scope.context.dialect.strict and base(found).name in _UNSIZED:
        message = f'type modifier is not allowed for type "{name.parts[-1]}"'
        hint = "write varchar(…) for a longest length" if found.name == "text" else "leave it out"
        scope.context.error(name.span, message, sqlstate="42601", hint=hint)
    elif name.modifiers and scope.context.dialect.strict:
        _check_size(name, base(found), scope)
    return found


def _check_size(name: TypeName, found: SqlType, scope: Scope) -> None:
    """Report a length or precision that the type cannot have."""
    while found.kind is TypeKind.ARRAY and found.element is not None:
        found = found.element
    if not name.modifiers[0].lstrip("-").isdecimal():
        return
    called, size = _SIZED.get(found.name), int(name.modifiers[0])
    message = hint = None
    if called is not None and size < 1:
        message = f"length for type {called} must be at least 1"
        hint = "write a length of 1 or more"
    elif found.name == "numeric" and not 1 <= size <= _MOST_DIGITS:
        message = f"NUMERIC precision {size} must be between 1 and {_MOST_DIGITS}"
        hint = "write how many digits it has"
    if message is not None:
        scope.context.error(name.span, message, sqlstate="22023", hint=hint)


@rule(Cast)
def infer_cast(node: Cast, scope: Scope) -> Value:
    """Resolve a cast; it decides the type of a placeholder."""
    target = named_type(node.type, scope)
    element = base(target).element if base(target).kind is TypeKind.ARRAY else None
    if isinstance(node.operand, ArrayLiteral) and element is not None:
        operand = infer_array(node.operand, scope, element)
    else:
        operand = infer(node.operand, scope)
    if target is BROKEN or operand.broken:
        return broken(node.span)
    if operand.fields is not None and base(target).kind is TypeKind.COMPOSITE:
        assign_fields(operand, target, scope)
    elif operand.type == UNKNOWN:
        coerce(operand, target, scope)
    elif is_closed_record(operand, target) or not scope.context.types.castable(
        operand.type, target, explicit=True
    ):
        message = f"cannot cast type {operand.type} to {target}"
        hint = f"no cast leads there: compute the {target} with a function or CASE"
        scope.context.error(node.span, message, sqlstate="42846", hint=hint)
        return broken(node.span)
    null = _cast_null(operand, target, scope)
    return Value(
        scope.context.types.cast_result(target, operand.type, _written(node.operand)),
        null,
        node.span,
        parameter=operand.parameter,
        exposed=operand.exposed,
        subject=operand.subject,
        element=element_of_cast(operand, target, scope),
    )


def _written(node: Expression) -> str | None:
    """Return the text of a constant that is a string or an integer."""
    plain = {LiteralKind.STRING, LiteralKind.INTEGER}
    return node.text if isinstance(node, Literal) and node.kind in plain else None


def _cast_null(operand: Value, target: SqlType, scope: Scope) -> Null:
    """Judge a cast: it checks a NOT NULL domain, and makes NULL of few values."""
    context = scope.context
    if operand.type != target and context.workspace.domain_not_null(target):
        return Certain(f"a cast to the NOT NULL domain {target.name} refuses null")
    if _user_cast(base(operand.type), base(target), scope):
        return Possible("a cast of the schema may return null")
    if context.types.cast_nulls(operand.type, target) is not Nulls.STRICT:
        why = f"the cast of {operand.type} to {target} makes null of some values"
        return Lossy((operand.null,), why)
    return operand.null if isinstance(operand.null, Certain | Possible) else Strict((operand.null,))


def _user_cast(source: SqlType, target: SqlType, scope: Scope) -> bool:
    """Tell whether a function of the schema does the cast."""
    named = scope.context.types.named
    return any(
        not cast.binary and (named(cast.source), named(cast.target)) == (source, target)
        for cast in scope.context.catalog.casts
    )


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


@rule(DefaultValue)
def infer_default(node: DefaultValue, scope: Scope) -> Value:
    """Refuse DEFAULT where no column gives it a meaning."""
    message = "DEFAULT is not allowed in this context"
    hint = "DEFAULT stands alone: as a value of INSERT, or after = in SET"
    scope.context.error(node.span, message, sqlstate="42601", hint=hint)
    return broken(node.span)
