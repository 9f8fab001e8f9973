"""From one PostgreSQL schema to another: what goes, what is made anew, what changes, in order.

What goes, goes first, dependents before what they rest on; then the rest changes and comes, each
after what it needs; last go the objects that something had until then, and sequences go on after
the rows.

Depends on: postgres_drops, postgres_fates, postgres_items, postgres_late,
postgres_makings, postgres_partition_indexes, postgres_partition_keys, postgres_positions, postgres_types.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass

from .postgres_columns import Step
from .postgres_drops import Drops
from .postgres_fates import Fates
from .postgres_index_parts import incomplete_keys
from .postgres_inherits import checks_above
from .postgres_items import quoted, written
from .postgres_late import Late
from .postgres_makings import Makings
from .postgres_partition_indexes import named_again
from .postgres_partition_keys import named_keys
from .postgres_positions import positions
from .postgres_types import new_labels

if TYPE_CHECKING:
    from .postgres_items import Item, Key, Objects


# What says an index by its name, or the constraint that it is of.
_ON_INDEX: Final = re.compile(
    r"COMMENT ON (?:INDEX|CONSTRAINT) |ALTER INDEX |ALTER TABLE \S.* (?:CLUSTER ON|IDENTITY USING INDEX) ",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Plan:
    """The way from one schema to another.

    Attributes:
        steps: Its statements.
        problems: What cannot be done.
        postponed: What is made when what was renamed has its old name again.
        late: Names of the objects that this makes.
    """

    steps: list[Step]
    problems: list[str]
    postponed: list[Step]
    late: set[str]


def plan(old: Objects, new: Objects, originals: dict[Key, Item]) -> Plan:
    """Return the way from one schema to another.

    Args:
        old: The schema as it is.
        new: The schema as it should be.
        originals: Objects as their texts were before they were renamed, where they were.
    """
    found = _way(old, new, frozenset(), originals)
    used = _used_labels(old, new, [*found.steps, *found.postponed])
    return _way(old, new, used, originals) if used else found


def _way(old: Objects, new: Objects, forced: frozenset[Key], originals: dict[Key, Item]) -> Plan:
    problems = list(incomplete_keys(old, new))
    fates = Fates(old, new, forced, late=bool(originals))
    behind = Late(fates, originals)
    makings = Makings(fates, problems, behind)
    early, late = Drops(fates, problems).steps()
    renames = [
        _rename(old.items[key], name)
        for key, name in fates.renamed.items()
        if not _follows(fates, key, name)
    ]
    noted, going_on = positions(fates)
    named = [*named_again(fates), *named_keys(fates)]
    made, on_indexes = makings.steps(), list[Step]()
    if named:  # they have to have their names before these are said
        on_indexes = [step for step in made if _ON_INDEX.match(step.sql)]
        made = [step for step in made if step not in on_indexes]
    steps = [*noted, *early, *renames, *made, *late, *named, *on_indexes, *going_on]
    return Plan(steps, problems, behind.steps, behind.names)


def _follows(fates: Fates, key: Key, name: Key) -> bool:
    """Tell whether a CHECK gets its new name with that of a table above."""
    renamed = (fates.renamed.get(above) for above in checks_above(fates.old, key))
    return any(new is not None and new[-1] == name[-1] for new in renamed)


def _rename(item: Item, new: Key) -> Step:
    old = item.key
    name = quoted(new[-1])
    if old[0] == "index":
        return Step(f"ALTER INDEX {written(old)} RENAME TO {name}", f"rename {item.label}")
    table = written(("table", *old[1:3]))
    return Step(
        f"ALTER TABLE {table} RENAME CONSTRAINT {quoted(old[-1])} TO {name}",
        f"rename {item.label}",
    )


def _used_labels(old: Objects, new: Objects, steps: list[Step]) -> frozenset[Key]:
    """Return the enums whose new labels are used at once, which the server refuses.

    Args:
        old: The schema as it is.
        new: The schema as it should be.
        steps: The way from one to the other.
    """
    passed = "ALTER TYPE ", "COMMENT ON ", "CREATE TYPE "
    said = [step.sql for step in steps if not step.sql.startswith(passed)]
    between = {part for text in said for part in text.split("'")[1:-1]}  # two quotation marks
    found: set[Key] = set()
    for key, item in new.items.items():
        before = old.items.get(key)
        if key[0] != "type" or before is None:
            continue
        for label in new_labels(before, item):
            literal = "'" + label.replace("'", "''") + "'"
            if label in between or ("'" in label and any(literal in text for text in said)):
                found.add(key)
    return frozenset(found)
