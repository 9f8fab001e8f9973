"""Which types PostgreSQL can sort and compare for equality, wherever it has to.

ORDER BY needs an ordering; DISTINCT, GROUP BY, PARTITION BY and set operations need
equality.  Both come with the default operator classes, which most types have.

Depends on: records, infer, types.model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.types.model import TypeKind

from .infer import base

if TYPE_CHECKING:
    from flash_core.sql.source import Span
    from flash_core.types.model import SqlType

    from .context import Scope

_UNEQUAL: Final = frozenset(
    {"json", "jsonpath", "xml", "point", "box", "lseg", "line", "path", "polygon", "circle"}
    | {"refcursor", "void", "gtsvector", "pg_snapshot", "txid_snapshot"}
)
_UNORDERED: Final = _UNEQUAL | {"xid", "cid", "aclitem"}


def require_equality(type_: SqlType, span: Span, scope: Scope) -> None:
    """Report a type that has no equality."""
    if scope.context.dialect.strict and _lacks(type_, _UNEQUAL, scope):
        message = f"could not identify an equality operator for type {type_}"
        scope.context.error(span, message, sqlstate="42883", hint=_hint(type_))


def require_ordering(type_: SqlType, span: Span, scope: Scope) -> None:
    """Report a type that cannot be sorted."""
    if scope.context.dialect.strict and _lacks(type_, _UNORDERED, scope):
        message = f"could not identify an ordering operator for type {type_}"
        scope.context.error(span, message, sqlstate="42883", hint=_hint(type_))


def _lacks(type_: SqlType, names: frozenset[str], scope: Scope) -> bool:
    """Tell whether a type is one of ``names``, or an array or a row that holds one."""
    type_ = base(type_)
    if type_.kind is TypeKind.ARRAY and type_.element is not None:
        return _lacks(type_.element, names, scope)
    if type_.kind is TypeKind.COMPOSITE:
        from .records import composite_fields  # noqa: PLC0415 - few queries order by rows

        return any(_lacks(field, names, scope) for _, field, _ in composite_fields(type_, scope))
    return type_.kind is not TypeKind.ENUM and type_.name in names


def _hint(type_: SqlType) -> str:
    return f"cast it to {'jsonb' if type_.name == 'json' else 'text'}"
