"""PostgreSQL's relations that are no tables, and that ALTER TABLE renames all the same.

Depends on: draft, implied, names, objects, sql.syntax.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.syntax import ObjectKind

from .implied import is_serial
from .names import object_name
from .objects import created

if TYPE_CHECKING:
    from flash_core.sql.syntax import Name

    from .draft import Draft


def renamed_as_table(draft: Draft, statement: syntax.AlterTable) -> syntax.RenameObject | None:
    """Return what ALTER TABLE renames or moves that is no table: an index or a sequence."""
    action, name = statement.actions[0], statement.name
    key = draft.id_of(name.parts)
    if draft.engine is not Engine.POSTGRESQL:
        return None
    if key in draft.indexes:
        kind = ObjectKind.INDEX
    elif draft.relation(key) is None and _is_sequence(draft, name):
        kind = ObjectKind.SEQUENCE
    else:
        return None
    match action:
        case syntax.RenameTable(new_name=new):
            return syntax.RenameObject(kind, name, new, span=statement.span)
        case syntax.SetSchema(schema=schema):
            return syntax.RenameObject(kind, name, None, schema, span=statement.span)
        case _:
            return None


def _is_sequence(draft: Draft, name: Name) -> bool:
    """Tell whether a statement or a column makes a sequence of that name."""
    schemas = [draft.schema_of(name.parts)] if len(name.parts) > 1 else draft.path
    paths = {f"{schema}.{name.last}" if schema else name.last for schema in schemas}
    if any(
        made is not None and made[0] == "SEQUENCE" and made[1] in paths
        for made in map(created, (item.text for item in draft.others))
    ):
        return True
    return any(
        (column.identity is not None or is_serial(column))
        and object_name(table.name, column.name, "seq") == name.last
        for key, table in draft.tables.items()
        if key[0] in schemas
        for column in table.columns
    )
