"""COLLATE: it changes the order alone, and only text has one.

Depends on: infer, value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql.syntax import Collate
from flash_core.types.model import TypeKind

from .infer import base, infer, rule, settle
from .value import Value

if TYPE_CHECKING:
    from flash_core.types.model import SqlType

    from .context import Scope

_UNCOLLATED: Final = frozenset(
    {
        *("bigint", "integer", "smallint", "numeric", "real", "double precision", "money", "oid"),
        *("boolean", "bytea", "bit", "bit varying", "uuid", "json", "jsonb", "inet"),
        *("date", "interval", "time with time zone", "time without time zone"),
        *("timestamp with time zone", "timestamp without time zone"),
    }
)


@rule(Collate)
def infer_collate(node: Collate, scope: Scope) -> Value:
    """Resolve COLLATE, which changes nothing but the order."""
    operand = infer(node.operand, scope)
    type_ = settle(operand, scope)
    if scope.context.dialect.strict and _is_uncollated(type_):
        message = f"collations are not supported by type {type_}"
        hint = "cast it to text first"
        scope.context.error(node.span, message, sqlstate="42804", hint=hint)
    return Value(type_, operand.null, node.span, exposed=operand.exposed, subject=operand.subject)


def _is_uncollated(type_: SqlType) -> bool:
    inner = base(type_)
    if inner.kind is TypeKind.ARRAY and inner.element is not None:
        inner = base(inner.element)
    return inner.kind is TypeKind.ENUM or inner.name in _UNCOLLATED
