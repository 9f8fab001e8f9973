"""What PostgreSQL's constraints name, while the search path is still known.

Depends on: sql.syntax, draft, in_path.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace
from flash_core.sql import syntax

from .in_path import part_in_path

if TYPE_CHECKING:
    from .draft import Draft, ObjectId
    from .table import Definition


def resolved_constraint(
    draft: Draft, item: Definition, making: ObjectId | None = None
) -> Definition:
    """Return a constraint that means the same wherever its names are looked up.

    Args:
        draft: What there is.
        item: The constraint.
        making: The table that is about to be there, to which its own foreign keys may refer.
    """
    if isinstance(item, syntax.CheckDef):
        return replace(item, text=part_in_path(draft, item.text))
    if not isinstance(item, syntax.ForeignKeyDef) or len(item.table.parts) > 1:
        return item
    last = item.table.last
    found = draft.id_of(item.table.parts)
    if found not in draft.tables and making is not None and last == making[1]:
        found = making
    return replace(item, table=replace(item.table, parts=(found[0] or "public", last)))
