"""PostgreSQL's relations that are no tables, and that ALTER TABLE renames all the same.

Depends on: sequence_names, draft, objects, sql.syntax.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.syntax import ObjectKind

from .objects import created
from .sequence_names import counts, sequence_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .draft import Draft


def renamed_as_table(draft: Draft, statement: syntax.AlterTable) -> syntax.RenameObject | None:
    """Return what ALTER TABLE renames or moves that is no table: an index or a sequence."""
    action, name = statement.actions[0], statement.name
    key = draft.id_of(name.parts)
    if draft.engine is not Engine.POSTGRESQL:
        return None
    if key in draft.indexes:
        kind = ObjectKind.INDEX
    elif draft.relation(key) is None and sequence_schema(draft, name.parts) is not None:
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


def sequence_schema(draft: Draft, parts: Sequence[str]) -> str | None:
    """Return the schema of the sequence of that name, which a statement or a column makes.

    Args:
        draft: What there is, and where it is looked for.
        parts: Its (qualified) name.
    """
    name = parts[-1]
    made = [created(item.text) for item in draft.others]
    owners = [
        key[0]
        for key, table in draft.tables.items()
        for column in table.columns
        if counts(column) and sequence_name(table, column) == name
    ]
    for schema in [draft.schema_of(parts)] if len(parts) > 1 else draft.path:
        path = f"{schema}.{name}" if schema else name
        if schema in owners or ("SEQUENCE", path, "") in made:
            return schema
    return None
