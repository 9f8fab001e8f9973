"""Quoted constants against the type they take: enum labels, numbers, dates, JSON, arrays.

Depends on: context, types.postgres_input, types.postgres_nested_input, value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.types.model import SqlType, TypeKind
from flash_core.types.postgres_input import Refusal, refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.types.postgres_nested_input import Split

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
    "point": "write it as '(1,2)'",
    "lseg": "write it as '[(1,2),(3,4)]'",
    "box": "write it as '(1,2),(3,4)'",
    "path": "write it as '[(1,2),(3,4)]', or '((1,2),(3,4))' if it is closed",
    "polygon": "write it as '((1,2),(3,4),(5,6))'",
    "line": "write it as '{1,-1,0}', or as two of its points",
    "circle": "write it as '<(1,2),3>'",
    "tsquery": "write operators between the words: 'fat & cat'; "
    "plainto_tsquery and websearch_to_tsquery take plain words",
    "macaddr": "write it as '08:00:2b:01:02:03'",
    "macaddr8": "write it as '08:00:2b:01:02:03:04:05'",
    "ltree": "write labels with points between: 'top.science'",
    "vector": "write it as '[1,2,3]'",
    "halfvec": "write it as '[1,2,3]'",
    "hstore": "write key=>value pairs; for a key alone write a cast to text",
    "record": "write a cast to the type of the row",
}


_DELIMITERS = {"box": ";", "geometry": ":", "geography": ":"}
"""What stands between the elements of arrays where that is no comma."""

_NAMING = frozenset({"regclass", "regtype", "regnamespace"})
"""Types whose values are named in their constants."""

_SPACED = frozenset({"int2vector", "oidvector"})
"""Arrays that are written as numbers with spaces between."""


def check_constant(value: Value, target: SqlType, scope: Scope) -> None:
    """Report a quoted constant that is no value of the type it is converted to."""
    if value.text is None or not scope.context.dialect.strict:
        return
    found = (
        _unnamed(value, target, scope)
        if target.name in _NAMING
        else _problem(value.text, target, scope)
    )
    if found is None:
        return
    hint = _hint(value.text, target, scope)
    scope.context.error(value.span, found.message, sqlstate=found.sqlstate, hint=hint)


def _unnamed(value: Value, target: SqlType, scope: Scope) -> Refusal | None:
    """Look up what a constant names."""
    from .object_names import unknown_object  # noqa: PLC0415 - few queries name objects so

    return unknown_object(value.text or "", target.name, value.span, scope)


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
            return _array_problem(text, type_, scope)
        case TypeKind.RANGE:
            return _range_problem(text, type_, scope)
        case TypeKind.MULTIRANGE:
            from flash_core.types.postgres_nested_input import multirange_parts  # noqa: PLC0415 - few are written

            return _parts_problem(multirange_parts(text), [type_.element], scope)
        case TypeKind.COMPOSITE:
            return _row_problem(text, type_, scope)
        case _:
            return refusal(text, type_)


def _parts_problem(split: Split, types: Sequence[SqlType | None], scope: Scope) -> Refusal | None:
    """Return the first problem of the parts, then that of the form; one type alone is of all."""
    several = len(types) > 1
    for place, part in enumerate(split.parts):
        type_ = types[place if several else 0]
        if part is None or type_ is None:
            continue
        if found := _problem(part, type_, scope):
            return found
    return split.problem


def _array_problem(text: str, type_: SqlType, scope: Scope) -> Refusal | None:
    if type_.name in _SPACED:
        return None
    from flash_core.types.postgres_array_input import array_parts  # noqa: PLC0415 - few are written

    element = type_.element
    delimiter = "," if element is None else _DELIMITERS.get(element.name, ",")
    return _parts_problem(array_parts(text, delimiter), [element], scope)


def _range_problem(text: str, type_: SqlType, scope: Scope) -> Refusal | None:
    from flash_core.types.postgres_nested_input import Split, range_bounds  # noqa: PLC0415 - few are written

    bounds = range_bounds(text)
    if isinstance(bounds, Refusal):
        return bounds
    found = _parts_problem(Split([bounds.lower, bounds.upper]), [type_.element], scope)
    if found is not None or type_.element is None:
        return found
    from flash_core.types.postgres_bounds import ORDERED, disorder  # noqa: PLC0415 - few are written

    return disorder(bounds, type_.element.name) if type_.name in ORDERED else None


def _row_problem(text: str, type_: SqlType, scope: Scope) -> Refusal | None:
    from flash_core.types.postgres_nested_input import row_parts  # noqa: PLC0415 - few are written

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
    if type_.name in _NAMING:
        from .object_names import known_names  # noqa: PLC0415 - few queries name objects so

        return scope.context.suggestion(text, known_names(type_.name, scope))
    if type_.kind is TypeKind.ENUM:
        labels = _labels(type_, scope) or ()
        return scope.context.suggestion(text, labels) or f"one of {', '.join(labels)}"
    if type_.kind is TypeKind.ARRAY:
        return "write it as '{a,b}'"
    if type_.kind is TypeKind.RANGE:
        return "write it as '[from,to)'"
    if type_.kind is TypeKind.MULTIRANGE:
        return "write it as '{[from,to),[from,to)}'"
    if type_.kind is TypeKind.COMPOSITE:
        from .records import composite_fields  # noqa: PLC0415 - records need constants too

        return f"write it as '({','.join(name for name, *_ in composite_fields(type_, scope))})'"
    return _HINTS.get(type_.name)
