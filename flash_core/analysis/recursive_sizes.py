"""The lengths and precisions of recursive queries: both sides have the same, or none.

A length is that of a cast or of a table's column; what is computed has none.  Where one
cannot be told (CASE, a subquery in the select list), nothing is reported.

Depends on: collation (what a side has in a place), context.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql.syntax import Cast, ColumnRef, FunctionCall, Literal, Operator, Parameter
from flash_core.types.model import TypeKind

from .collation import selected

if TYPE_CHECKING:
    from flash_core.sql.syntax import Expression, SetOperation, TypeName
    from flash_core.types.model import SqlType

    from .context import Scope

_SIZED: Final = frozenset({"character varying", "numeric"})
_COMPUTED: Final = (FunctionCall, Literal, Operator, Parameter)


def check_recursive_size(
    query: SetOperation, position: int, types: tuple[SqlType, SqlType], name: str, scope: Scope
) -> None:
    """Report a column that has a length in the first term alone.

    Args:
        query: The recursive query.
        position: The column, from 1.
        types: Its types in the two terms.
        name: What the query is called.
        scope: Where it stands.
    """
    type_, other = types
    first, second = selected(query.left, position), selected(query.right, position)
    if first is None or second is None or type_.name not in _SIZED or _is_special(type_):
        return
    before = _size(first, type_, scope)
    after = _size(second, type_, scope) if other == type_ else ()
    if not before or after is None or after == before:
        return
    sized = f"{type_}({','.join(before)})"
    message = (
        f'recursive query "{name}" column {position} has type {sized} '
        f"in non-recursive term but type {type_} overall"
    )
    hint = f"cast it here: ::{type_}"
    scope.context.error(first.span, message, sqlstate="42804", hint=hint)


def _is_special(type_: SqlType) -> bool:
    return type_.kind is not TypeKind.BASE


def _size(node: Expression, type_: SqlType, scope: Scope) -> tuple[str, ...] | None:
    """Return the length or precision of an expression; ``None`` where it cannot be told."""
    if isinstance(node, Cast):
        return _written(node.type, type_, scope)
    if isinstance(node, ColumnRef):
        return _of_column(node, type_, scope)
    return () if isinstance(node, _COMPUTED) else None


def _of_column(node: ColumnRef, type_: SqlType, scope: Scope) -> tuple[str, ...] | None:
    found = scope.context.resolution(node)
    origin = None if found is None else found[0].columns[found[1]].origin
    catalog = scope.context.catalog
    table = origin and catalog.find_table((origin.schema, origin.table))
    column = table and origin and catalog.find_column(table, origin.column)
    return _written(column.type, type_, scope) if column and column.type else None


def _written(name: TypeName, type_: SqlType, scope: Scope) -> tuple[str, ...] | None:
    """Return the modifiers of a type as the server prints them."""
    if name.of_column or scope.context.types.named(name) != type_:
        return None
    whole = type_.name == "numeric" and len(name.modifiers) == 1
    return (*name.modifiers, "0") if whole else name.modifiers
