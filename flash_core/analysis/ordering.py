"""Which types PostgreSQL can sort and compare for equality, wherever it has to.

ORDER BY needs an ordering; DISTINCT, GROUP BY, PARTITION BY and set operations need
equality.  Both come with the default operator classes, which most types have.

Depends on: infer, types.model.
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
    if scope.context.dialect.strict and _innermost(type_).name in _UNEQUAL:
        message = f"could not identify an equality operator for type {type_}"
        scope.context.error(span, message, sqlstate="42883", hint=_hint(type_))


def require_ordering(type_: SqlType, span: Span, scope: Scope) -> None:
    """Report a type that cannot be sorted."""
    if scope.context.dialect.strict and _innermost(type_).name in _UNORDERED:
        message = f"could not identify an ordering operator for type {type_}"
        scope.context.error(span, message, sqlstate="42883", hint=_hint(type_))


def _innermost(type_: SqlType) -> SqlType:
    type_ = base(type_)
    while type_.kind is TypeKind.ARRAY and type_.element is not None:
        type_ = base(type_.element)
    return type_


def _hint(type_: SqlType) -> str:
    return f"cast it to {'jsonb' if type_.name == 'json' else 'text'}"
