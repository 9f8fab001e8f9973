"""What goes with a type of PostgreSQL that DROP … CASCADE drops.

Depends on: sql.postgres_places, draft, kept, user_types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace

from .kept import forget
from .user_types import names_type

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.sql.syntax import TypeName

    from .draft import Draft, ObjectId
    from .model import Table, View


def drop_users(draft: Draft, key: ObjectId) -> None:
    """Drop what has a type in its definition, other than columns of tables and views."""

    def uses(type_: TypeName | None) -> bool:
        return type_ is not None and names_type(draft, type_, key)

    for domain_key, domain in list(draft.domains.items()):
        if uses(domain.type):
            del draft.domains[domain_key]
            drop_columns(draft, domain_key)
            drop_users(draft, domain_key)
    for composite_key, composite in list(draft.composites.items()):
        columns = tuple(column for column in composite.columns if not uses(column.type))
        draft.composites[composite_key] = replace(composite, columns=columns)
    _drop_callables(draft, uses)
    for table in list(draft.tables.values()):
        if (changed := _without_casts(draft, table, key)) is not table:
            draft.put(changed)
    for index_key, index in list(draft.indexes.items()):
        if casts(draft, f"CREATE INDEX ON x {index.text}", key):
            del draft.indexes[index_key]


def views_casting(draft: Draft, key: ObjectId) -> list[tuple[ObjectId, View]]:
    """Return the views whose query names a type."""
    return [
        (view_key, view)
        for view_key, view in draft.views.items()
        if not view.table and casts(draft, view.text, key)
    ]


def casts(draft: Draft, statement: str, key: ObjectId) -> bool:
    """Tell whether a statement names a type.

    Args:
        draft: Where the type is.
        statement: The statement.
        key: The type.
    """
    if key[1] not in statement and key[1] not in statement.lower():
        return False
    from flash_core.sql.postgres_places import places  # noqa: PLC0415 - PostgreSQL's alone

    return any(
        place.kind == "TypeName" and draft.id_of(place.path) == key for place in places(statement)
    )


def _without_casts(draft: Draft, table: Table, key: ObjectId) -> Table:
    """Return a table without the defaults, checks and generated columns that name a type."""

    def keeps(text: str | None) -> bool:
        return text is None or not casts(draft, f"SELECT {text}", key)

    columns = tuple(
        column if keeps(column.default) else replace(column, default=None, has_default=False)
        for column in table.columns
        if keeps(column.generated)
    )
    checks = tuple(check for check in table.checks if keeps(check.text))
    if (columns, checks) == (table.columns, table.checks):
        return table
    return replace(table, columns=columns, checks=checks)


def _drop_callables(draft: Draft, uses: Callable[[TypeName | None], bool]) -> None:
    for routine_key, routine in list(draft.routines.items()):
        if uses(routine.result) or any(uses(argument.type) for argument in routine.arguments):
            del draft.routines[routine_key]
            forget(draft, ("routine", *routine_key))
    for operator_key, operator in list(draft.operators.items()):
        if uses(operator.left) or uses(operator.right):
            del draft.operators[operator_key]
            forget(draft, ("operator", *operator_key))
    for cast_key, cast in list(draft.casts.items()):
        if uses(cast.source) or uses(cast.target):
            del draft.casts[cast_key]
            forget(draft, ("cast", *cast_key))


def drop_columns(draft: Draft, key: ObjectId) -> None:
    """Drop the columns of a type."""
    for table in list(draft.tables.values()):
        kept = tuple(
            c for c in table.columns if c.type is None or not names_type(draft, c.type, key)
        )
        draft.put(replace(table, columns=kept))
