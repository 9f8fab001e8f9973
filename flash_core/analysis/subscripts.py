"""Subscripts: what ``a[i]`` and ``a[i:j]`` are, read or written.

Depends on: infer, nullability, value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql.syntax import Subscript
from flash_core.types.model import UNKNOWN, SqlType, TypeKind

from .infer import base, coerce, infer, infer_all, rule
from .nullability import Lossy, Null, Strict
from .value import Value, broken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.source import Span

    from .context import Scope

_INTEGER: Final = SqlType("integer")
_STRINGS: Final = frozenset({"text", "character varying", "character", "name", '"char"', "citext"})
_KEYS: Final = _STRINGS | {"integer", "smallint"}
_MOST_DIMENSIONS: Final = 6
_KEYED: Final = frozenset({"jsonb", "hstore"})


def element_type(
    container: SqlType, indices: Sequence[Value], span: Span, scope: Scope, *, sliced: bool
) -> SqlType | None:
    """Return the type of a part of a value and convert the subscripts.

    Returns:
        The type, or ``None`` after an error was reported.
    """
    type_ = base(container)
    context = scope.context
    if any(index.broken for index in indices):
        return None
    if type_.name in _KEYED:
        if sliced:
            message = f"{type_.name} subscript does not support slices"
            context.error(span, message, sqlstate="42804", hint="take one key at a time")
            return None
        return _keyed(type_, indices, scope)
    place, element = context.types.subscript(type_) or (_INTEGER, type_.element)
    if element is None or type_.kind not in {TypeKind.ARRAY, TypeKind.BASE}:
        context.error(
            span,
            f"cannot subscript type {container} because it does not support subscripting",
            sqlstate="42804",
        )
        return None
    if len(indices) > _MOST_DIMENSIONS and not sliced and context.dialect.strict:
        most = f"exceeds the maximum allowed ({_MOST_DIMENSIONS})"
        message = f"number of array dimensions ({len(indices)}) {most}"
        context.error(span, message, sqlstate="54000", hint="an array has no more of them")
        return None
    for index in indices:
        coerce(index, place, scope)
        if index.type is not UNKNOWN and not context.types.castable(
            index.type, place, explicit=False
        ):
            message = "array subscript must have type integer"
            context.error(index.span, message, sqlstate="42804")
    return type_ if sliced else element


def _keyed(type_: SqlType, indices: Sequence[Value], scope: Scope) -> SqlType:
    text = scope.context.types.text()
    for index in indices:
        coerce(index, text, scope)
        fits = base(index.type).name in (_KEYS if type_.name == "jsonb" else _STRINGS)
        if index.type is not UNKNOWN and not index.broken and not fits:
            message = f"subscript type {index.type} is not supported"
            hint = "jsonb subscript must be coercible to either integer or text"
            scope.context.error(index.span, message, sqlstate="42804", hint=hint)
    return text if type_.name == "hstore" else type_


@rule(Subscript)
def infer_subscript(node: Subscript, scope: Scope) -> Value:
    """Resolve ``a[i]``, ``a[i:j]`` and jsonb's ``j['key']``."""
    operand = infer(node.operand, scope)
    indices = infer_all(node.indices, scope)
    if operand.broken:
        return operand
    result = element_type(operand.type, indices, node.operand.span, scope, sliced=node.slice)
    if result is None:
        return broken(node.span)
    if node.slice and base(operand.type).kind is TypeKind.ARRAY:  # empty when out of range
        null: Null = Strict((operand.null, *(index.null for index in indices)))
        return Value(result, null, node.span, subject=operand.subject, elements=operand.elements)
    keyed = base(operand.type).name in _KEYED
    why = "the key may be missing" if keyed else "the subscript may be out of range"
    null = Lossy((operand.null, *(index.null for index in indices)), why)
    return Value(result, null, node.span, subject=operand.subject)
