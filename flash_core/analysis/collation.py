"""COLLATE: it changes the order alone, and only text has one.

Depends on: infer, value.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.sql.syntax import Collate
from flash_core.types.model import TypeKind

from .infer import base, infer, rule, settle
from .value import Value

if TYPE_CHECKING:
    from flash_core.types.model import SqlType

    from .context import Scope

_CREATED: Final = r'(?is)CREATE\s+COLLATION\s+(?:IF\s+NOT\s+EXISTS\s+)?((?:"[^"]+"|[\w$.])+)'
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
    elif not (scope.context.types.has_collation(_last(node.collation)) or _is_own(node, scope)):
        message = f'collation "{node.collation}" for encoding "UTF8" does not exist'
        hint = "put the name in double quotes where it has capitals, or CREATE COLLATION first"
        scope.context.error(node.span, message, sqlstate="42704", hint=hint)
    return Value(type_, operand.null, node.span, exposed=operand.exposed, subject=operand.subject)


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
