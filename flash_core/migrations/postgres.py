"""Two catalogs of PostgreSQL to the changes between them.

The way back is planned like the way there, so that each may do what only it can: an enum gets a
value in place, and loses it by a new type.

Depends on: errors, change, postgres_build, postgres_plan.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .change import Change
from .postgres_build import objects_of
from .postgres_plan import Plan, used_labels

if TYPE_CHECKING:
    from .matching import Matching
    from .postgres_columns import Step
    from .postgres_items import Key, Objects


def changes(match: Matching) -> list[Change]:
    """Return the changes that turn one catalog into the other.

    Args:
        match: The catalogs; takes what cannot be expressed.
    """
    old, new = objects_of(match.old), objects_of(match.new)
    forward = _steps(old, new, match.problems)
    back: list[str] = []
    backward = _steps(new, old, back)
    match.problems += [] if match.problems else back
    return [
        *(Change(step.sql, "", step.comment, "", step.destroys) for step in forward),
        *(
            Change("", step.sql, "", step.comment, undo_destroys=step.destroys)
            for step in reversed(backward)
        ),
    ]


def _steps(old: Objects, new: Objects, problems: list[str]) -> list[Step]:
    forced: frozenset[Key] = frozenset()
    found: list[str] = []
    steps = Plan(old, new, forced, found).steps()
    if used := used_labels(old, new, steps):
        found = []
        steps = Plan(old, new, used, found).steps()
    problems += found
    return steps
