"""What of PostgreSQL's search path statements mean that are kept as text.

Such a statement is read again where no search path is set.

Depends on: draft; placed_names where a search path is set.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Collection

    from .draft import Draft


def in_path(draft: Draft, text: str, own: Collection[str] = ()) -> str:
    """Return a statement with the schemas that the search path gives to the names in it.

    Args:
        draft: What there is, and where it is looked for.
        text: The statement.
        own: The names of its WITH queries, which hide tables and views.
    """
    if draft.engine is not Engine.POSTGRESQL or draft.path in {("",), ()}:
        return text
    from .placed_names import placed  # noqa: PLC0415 - few schemas set a search path

    return placed(draft, text, own)


def part_in_path(draft: Draft, text: str, head: str = "SELECT ") -> str:
    """Return a part of a statement, such as an expression, with those schemas.

    Args:
        draft: As for :func:`in_path`.
        text: The part.
        head: What makes a statement of it.
    """
    return in_path(draft, head + text).removeprefix(head)
