"""Quoted constants against the type they take: enum labels, numbers, dates, JSON, arrays.

Depends on: context, types.postgres_input, types.postgres_nested_input, value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.types.model import SqlType, TypeKind
from flash_core.types.postgres_input import Refusal, refusal
from flash_core.types.postgres_nested_input import (
    array_parts,
    multirange_parts,
    range_parts,
    row_parts,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .context import Scope
    from .value import Value

_HINTS = {
    "date": "write it as '2024-12-31'",
    "timestamp without time zone": "write it as '2024-12-31 23:59:59'",
    "timestamp with time zone": "write it as '2024-12-31 23:59:59+00'",
    "time without time zone": "write it as '23:59:59'",
    "time with time zone": "write it as '23:59:59+00'",
    "interval": "write it as '1 day 12 hours'",
    "boolean": "write true or false",
    "uuid": "write 32 hexadecimal digits, with or without hyphens",
    "json": "write JSON: names and strings stand in double quotes",
    "jsonb": "write JSON: names and strings stand in double quotes",
    "integer": "write a whole number",
    "bigint": "write a whole number",
    "smallint": "write a whole number between -32768 and 32767",
    "numeric": "write a number, with a point before the decimals",
    "jsonpath": "write a JSON path: '$.items[*].name'",
    "hstore": "write key=>value pairs; for a key alone write a cast to text",
    "record": "write a cast to the type of the row",
}


_SPACED = frozenset({"int2vector", "oidvector"})
"""Arrays that are written as numbers with spaces between."""


def check_constant(value: Value, target: SqlType, scope: Scope) -> None:
    """Report a quoted constant that is no value of the type it is converted to."""
    if value.text is None or not scope.context.dialect.strict:
        return
    found = _problem(value.text, target, scope)
    if found is None:
        return
    hint = _hint(value.text, target, scope)
    scope.context.error(value.span, found.message, sqlstate=found.sqlstate, hint=hint)


def _base(type_: SqlType) -> SqlType:
    while type_.kind is TypeKind.DOMAIN and type_.element is not None:
        type_ = type_.element
    return type_


def _problem(text: str, target: SqlType, scope: Scope) -> Refusal | None:
    type_ = _base(target)
    if type_.name == "record":
        return Refusal("input of anonymous composite types is not implemented", "0A000")
    match type_.kind:
        case TypeKind.ENUM:
            labels = _labels(type_, scope)
            if labels is None or text in labels:
                return None
            return Refusal(f'invalid input value for enum {type_}: "{text}"')
        case TypeKind.ARRAY:
            if type_.name in _SPACED:
                return None
            return _parts_problem(array_parts(text), [type_.element], scope)
        case TypeKind.RANGE:
            return _parts_problem(range_parts(text), [type_.element], scope)
        case TypeKind.MULTIRANGE:
            return _parts_problem(multirange_parts(text), [type_.element], scope)
        case TypeKind.COMPOSITE:
            return _row_problem(text, type_, scope)
        case _:
            return refusal(text, type_)


def _parts_problem(
    parts: Sequence[str | None] | Refusal, types: Sequence[SqlType | None], scope: Scope
) -> Refusal | None:
    """Return the first problem of the parts; one type alone is that of all of them."""
    if isinstance(parts, Refusal):
        return parts
    if len(types) != len(parts):
        types = [types[0]] * len(parts)
    for part, type_ in zip(parts, types, strict=True):
        if part is None or type_ is None:
            continue
        if found := _problem(part, type_, scope):
            return found
    return None


def _row_problem(text: str, type_: SqlType, scope: Scope) -> Refusal | None:
    from .records import composite_fields  # noqa: PLC0415 - records need constants too

    fields = composite_fields(type_, scope)
    if not fields:
        return None
    return _parts_problem(row_parts(text, len(fields)), [field for _, field, _ in fields], scope)


def _labels(type_: SqlType, scope: Scope) -> Sequence[str] | None:
    enum = scope.context.catalog.find_enum((type_.schema, type_.name))
    return None if enum is None else enum.labels


def _hint(text: str, target: SqlType, scope: Scope) -> str | None:
    type_ = _base(target)
    if type_.kind is TypeKind.ENUM:
        labels = _labels(type_, scope) or ()
        return scope.context.suggestion(text, labels) or f"one of {', '.join(labels)}"
    if type_.kind is TypeKind.ARRAY:
        return "write it as '{a,b}'"
    if type_.kind is TypeKind.RANGE:
        return "write it as '[from,to)'"
    return _HINTS.get(type_.name)
