"""A sequence of MariaDB that changed: it goes on where it was, as far as its new range allows.

Depends on: catalog, change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.catalog.identifiers import quote
from flash_core.catalog.mysql_sequences import kept_options, sequence_options, written
from flash_core.catalog.objects import created_path

from .change import Change

if TYPE_CHECKING:
    from flash_core.catalog.model import OtherObject

    from .matching import Matching


def sequence_change(match: Matching, old: OtherObject, new: OtherObject) -> Change:
    """Return what turns one sequence into another."""
    name = created_path(new.text)[-1]
    up, begins = _statements(old.text, new.text, quote(name, match.engine))
    down, begins_again = _statements(new.text, old.text, quote(name, match.engine))
    remark = "; it begins anew"
    return Change(
        up,
        down,
        f"alter sequence {name}" + remark * begins,
        f"restore sequence {name}" + remark * begins_again,
        begins,
        begins_again,
        (f"sequence {name}",),
    )


def _statements(old: str, new: str, name: str) -> tuple[str, bool]:
    """Return what turns one sequence into the other, and whether it has to begin anew."""
    found: list[str] = []
    before, after = sequence_options(old), sequence_options(new)
    clauses, begins = _clauses(before, after) if before != after else ("", False)
    if clauses:
        found.append(f"ALTER SEQUENCE {name} {clauses}")
    kept = {"COMMENT": "''", "ENGINE": "InnoDB"}
    before, after = kept | kept_options(old), kept | kept_options(new)
    changed = [f"{word}={value}" for word, value in after.items() if before[word] != value]
    if changed:
        found.append(f"ALTER TABLE {name} {', '.join(changed)}")
    return ";\n".join(found), begins


def _clauses(old: dict[str, str], new: dict[str, str]) -> tuple[str, bool]:
    """Return what changes, and whether the sequence has to begin anew."""
    changed = {name: value for name, value in new.items() if old[name] != value}
    # Where it is, only the server knows; where it began must have a place in the new range.
    outside = not int(new["MINVALUE"]) <= int(old["START"]) <= int(new["MAXVALUE"])
    clauses = written(changed)
    return (f"{clauses} RESTART {new['START']}", True) if outside else (clauses, False)
