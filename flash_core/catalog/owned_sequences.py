"""Sequences of PostgreSQL that go with the column to which they belong.

Depends on: engine, sql.postgres_objects, draft, objects, sequence_renames.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine

from .objects import removes
from .sequence_renames import forget_renames

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .draft import Draft, ObjectId
    from .model import OtherObject, Table

_KEYWORDS: Final = frozenset({"CREATE SEQUENCE", "ALTER SEQUENCE"})


def forget_owned(draft: Draft, table: Table, column: str | None = None) -> None:
    """Drop the sequences that belong to a table that goes.

    Args:
        draft: Where they are kept.
        table: The table.
        column: Its only column that goes.
    """
    if draft.engine is not Engine.POSTGRESQL:
        return
    for name in owned_by(draft, draft.id(table.schema, table.name), column):
        gone = "DROP SEQUENCE " + ".".join('"' + part.replace('"', '""') + '"' for part in name)
        draft.others = [item for item in draft.others if not removes(gone, item)]
    forget_renames(draft, table, column)


def owned_by(draft: Draft, table: ObjectId, column: str | None = None) -> list[tuple[str, ...]]:
    """Return the names of the sequences that ALTER SEQUENCE gives to a table.

    Args:
        draft: Where they are kept.
        table: The table.
        column: The only column of it that counts.
    """
    return [
        name
        for name, (*path, own) in dict(_owners(draft)).items()
        if path and draft.id_of(path) == table and column in {None, own}
    ]


def _is_about(other: OtherObject) -> bool:
    return other.keyword in _KEYWORDS and "OWNED" in other.text.upper()


def _owners(draft: Draft) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """Yield each sequence with the column to which it is said to belong, the last at last."""
    from flash_core.sql.postgres_objects import stated  # noqa: PLC0415 - PostgreSQL's alone

    for other in filter(_is_about, draft.others):
        about = stated(other.text)
        owner = dict(about.options).get("owned_by") if about is not None else None
        if about is not None and owner is not None:
            yield about.name, owner.split(".")
