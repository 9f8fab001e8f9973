"""A sequence of MariaDB that changed: it goes on where it was, as far as its new range allows.

Depends on: catalog, change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.catalog.identifiers import quote
from flash_core.catalog.mysql_sequences import sequence_options, written
from flash_core.catalog.objects import created

from .change import Change

if TYPE_CHECKING:
    from flash_core.catalog.model import OtherObject

    from .matching import Matching


def sequence_change(match: Matching, old: OtherObject, new: OtherObject) -> Change:
    """Return what turns one sequence into another."""
    made = created(new.text)
    name = "" if made is None else made[1]
    before, after = sequence_options(old.text), sequence_options(new.text)
    head = f"ALTER SEQUENCE {quote(name, match.engine)}"
    up, begins = _clauses(before, after)
    down, begins_again = _clauses(after, before)
    remark = "; it begins anew"
    return Change(
        f"{head} {up}",
        f"{head} {down}",
        f"alter sequence {name}" + remark * begins,
        f"restore sequence {name}" + remark * begins_again,
        begins,
        begins_again,
        (f"sequence {name}",),
    )


def _clauses(old: dict[str, str], new: dict[str, str]) -> tuple[str, bool]:
    """Return what changes, and whether the sequence has to begin anew."""
    changed = {name: value for name, value in new.items() if old[name] != value}
    # Where it is, only the server knows; where it began must have a place in the new range.
    outside = not int(new["MINVALUE"]) <= int(old["START"]) <= int(new["MAXVALUE"])
    clauses = written(changed)
    return (f"{clauses} RESTART {new['START']}", True) if outside else (clauses, False)
