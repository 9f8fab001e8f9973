"""Casts, and the types that a query names.

Depends on: arrays, infer, nullability, records, unresolved.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql.syntax import ArrayLiteral, Cast, Literal, LiteralKind
from flash_core.types.model import UNKNOWN, Nulls, SqlType, TypeKind

from .arrays import elements_of_cast, infer_array
from .infer import base, coerce, infer, is_closed_record, rule
from .nullability import Certain, Lossy, Null, Possible, Strict
from .records import assign_fields
from .unresolved import unknown_schema
from .value import BROKEN, Value, broken

if TYPE_CHECKING:
    from flash_core.sql.syntax import Expression, TypeName

    from .context import Scope


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
_TWO: Final = 2  # digits and scale
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
    if found.name == "numeric" and len(name.modifiers) > _TWO:
        message, hint = (
            "invalid NUMERIC type modifier",
            "write how many digits it has, and the scale",
        )
    elif called is not None and size < 1:
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
    if operand.parameter is not None and node.type.bounds > 1:
        scope.context.parameters.dimensions[operand.parameter] = node.type.bounds
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
        elements=elements_of_cast(operand, target, scope),
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
