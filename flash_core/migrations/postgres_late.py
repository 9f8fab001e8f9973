"""What comes behind the renames: its text says names that are back only then.

On the way back of a migration that renames, objects get their old names at last.  What names them in
its own text (a view, a function, a policy) is made when they have.

Depends on: catalog, postgres_columns, postgres_creation, postgres_grants, postgres_items,
postgres_stars, postgres_types.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from flash_core.catalog.model import Domain, View

from .postgres_columns import Step
from .postgres_creation import replacement
from .postgres_grants import comes_as
from .postgres_items import filled, quoted, written
from .postgres_stars import in_order
from .postgres_types import alter_type, bared, domain_parts

if TYPE_CHECKING:
    from .postgres_fates import Fates
    from .postgres_items import Item, Key

# What is made by a text that names other objects.
_TEXTS: Final = frozenset({"view", "routine", "trigger", "policy", "rule", "statistics"})
# What a part of a table is called where it gets another name.
_PART_WORDS: Final = {
    "column": "RENAME COLUMN",
    "constraint": "RENAME CONSTRAINT",
    "reference": "RENAME CONSTRAINT",
}


class Late:
    """What waits for the renames.

    Args:
        fates: What becomes of each object.
        originals: Objects as their texts were before they were renamed; none without renames.

    Attributes:
        keys: What waits.
        steps: What makes it.
        names: Those that the renames find gone.
    """

    def __init__(self, fates: Fates, originals: dict[Key, Item]) -> None:
        self.fates = fates
        self.originals = originals
        self.keys: set[Key] = set()
        self.steps: list[Step] = []
        self.names: set[str] = set()

    def takes(self, key: Key) -> bool:
        """Tell whether an object waits, as its text or what it needs does; it counts from now on."""
        if not self.originals or not (self.fates.comes(key) or key in self.fates.changed):
            return False
        needs = self.fates.new.items[key].needs
        if key[0] in _TEXTS or (not self.calls(key) and bool(needs & self.keys)):
            self.keys.add(key)
            return True
        return False

    def calls(self, key: Key) -> bool:
        """Tell whether a domain that stays calls what waits."""
        item = self.fates.new.items[key]
        stays = isinstance(item.definition, Domain) and not self.fates.comes(key)
        stays = stays and key not in self.fates.swapped
        return stays and any(need[0] == "routine" for need in item.needs & self.keys)

    def make(self, key: Key, *, replaced: bool) -> None:
        """Make an object as it was before the renames.

        Args:
            key: Of what waits.
            replaced: It is there, and takes the place of itself.
        """
        now = self.fates.new.items[key]
        item = self.originals.get(key, now)
        create = remade(self.fates, now, in_order(self.fates, now, self.originals))
        if replaced:  # once it has its old name back
            self.steps.append(Step(replacement(create), f"replace {item.label}"))
            return
        if key[0] in {"view", "routine", "index"}:
            self.names.add(written(key))
        elif key[0] in _PART_WORDS:
            self.names.add(f"{written(key)} {_PART_WORDS[key[0]]} {quoted(key[3])}")
        self.steps.append(Step(create, f"create {item.label} again"))

    def grant(self, key: Key, step: Step) -> None:
        """Give privileges of an object that waits under the name that it has then."""
        now = self.fates.new.items[key]
        name, old = (f" ON {comes_as(each)[1]} " for each in (now, self.originals.get(key, now)))
        self.steps.append(replace(step, sql=step.sql.replace(name, old)))

    def in_two(self, key: Key) -> list[Step]:
        """Return what a domain gets at once; the clauses that call what waits do so, too."""
        old, new = self.fates.old.items[key], self.fates.new.items[key]
        original = self.originals.get(key, new)
        if key in self.fates.bared:
            old = bared(old, self.fates.rebuilt | self.fates.gone)
        bare = bared(new, self.keys)
        if isinstance(new.definition, Domain) and isinstance(bare.definition, Domain):
            missing = domain_parts(new.definition).keys() - domain_parts(bare.definition).keys()
            self.names |= {f"{written(key)} RENAME CONSTRAINT {quoted(name)}" for name in missing}
        self.steps += alter_type(self.fates.new, bared(original, self.keys), original)
        return list(alter_type(self.fates.old, old, bare))

    def reading(self, items: dict[Key, Item]) -> dict[Key, Item]:
        """Return routines with what their texts name by names that come back with the renames.

        Args:
            items: What there should be.
        """
        now = {was.key: key for key, was in self.originals.items()}
        return {
            key: replace(items[key], wants=items[key].wants | {now.get(k, k) for k in was.wants})
            for key, was in self.originals.items()
            if key[0] == "routine" and key in items
        }


def remade(fates: Fates, item: Item, create: str) -> str:
    """Return what makes an object; a materialized view that was there gets its rows again.

    Args:
        fates: What becomes of each object.
        item: The object.
        create: What makes it.
    """
    view = item.definition
    again = isinstance(view, View) and view.materialized and item.key in fates.old.items
    return filled(create) if again else create
