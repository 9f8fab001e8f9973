"""From one PostgreSQL schema to another: what goes, what is made anew, what changes, in order.

What goes, goes first, dependents before what they rest on; then the rest changes and comes, each
after what it needs; last go the objects that something had until then.  What stays but rests on
what must go for a while (a view over a column that changes its type) goes and comes again.

Depends on: postgres_columns, postgres_items, postgres_not_nulls, postgres_order, postgres_types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.catalog.model import Check, Index, OtherConstraint, Table

from .postgres_columns import (
    Step,
    added_column,
    alter_column,
    column_of,
    is_moved,
    is_remade,
    is_retyped,
    nullability,
    table_key,
)
from .postgres_creation import alteration, creation, is_changeable, replacement, serial_column
from .postgres_items import quoted, written
from .postgres_not_nulls import moved_not_nulls
from .postgres_order import ordered
from .postgres_partitions import moving, rows_aside, rows_back
from .postgres_rows import is_regrouped, put_aside, refill
from .postgres_types import aside, columns_of, is_alterable, new_labels, swap

if TYPE_CHECKING:
    from .postgres_items import Item, Objects
    from .postgres_items import Key as ItemKey

# What is made anew when what it rests on goes, or changes its type.
_MADE_ANEW: Final = frozenset(
    {"view", "trigger", "policy", "rule", "reference", "default", "routine", "aggregate"}
    | {"operator", "cast", "event trigger", "other", "operator class", "operator family"}
)
# What goes with the part of a table that it is about.
_FOLLOWING: Final = frozenset({"setting", "owned", "statistics", "grant", "comment", "sequence"})
# What is made by a text that names other objects.
_TEXTS: Final = frozenset({"view", "routine", "trigger", "policy", "rule", "statistics"})
# What is said of an object by a statement of its own.
_SAID: Final = frozenset({"comment", "setting", "grant"})
# What is part of a table or column when that is made.
_PARTS: Final = frozenset(
    {"column", "default", "constraint", "reference", "parent", "sequence", "owned"}
)


class Plan:
    """The way from ``old`` to ``new``; ``problems`` says what cannot be done."""

    def __init__(
        self, old: Objects, new: Objects, forced: frozenset[ItemKey], problems: list[str]
    ) -> None:
        self.old = old
        self.new = new
        self.problems = problems
        self.forced = forced
        self.originals: dict[ItemKey, Item] = {}
        self.postponed: list[Step] = []
        self.late: set[str] = set()
        self.parts: dict[ItemKey, list[ItemKey]] = {}  # what comes with each object
        self.copied: set[ItemKey] = set()  # tables that are made anew around their rows
        self.renamed: dict[ItemKey, ItemKey] = {}
        self._find_renamed()
        known = self.renamed.values()
        self.gone = {k for k in old.items if k not in new.items and k not in self.renamed}
        self.fresh = {k for k in new.items if k not in old.items and k not in known}
        self.changed = {
            k
            for k, item in new.items.items()
            if k in old.items and old.items[k].facts != item.facts
        }
        self.rebuilt: set[ItemKey] = set()
        links, self.emptied = moving(old, new, self.gone, self.fresh, self.changed)
        self.moved = links
        self.swapped: set[ItemKey] = set()
        self.retyped: set[ItemKey] = set()
        self._classify()
        self._propagate()

    # -- what happens ------------------------------------------------------------

    def _find_renamed(self) -> None:
        """Match constraints and indexes that say the same under another name."""
        free: dict[object, list[ItemKey]] = {}
        for key, item in self.old.items.items():
            if item.unwritten and key[0] == "index":
                continue  # it goes with the index of the table above
            if key not in self.new.items and key[0] in {"constraint", "reference", "index"}:
                free.setdefault((key[0], item.inside, item.facts), []).append(key)
        for key, item in self.new.items.items():
            if key in self.old.items or key[0] not in {"constraint", "reference", "index"}:
                continue
            found = free.get((key[0], item.inside, item.facts))
            if item.unwritten and key[0] == "index":
                continue
            if found and item.inside in self.old.items:
                self.renamed[found.pop(0)] = key

    def _classify(self) -> None:
        for key in self.changed:
            old, new = self.old.items[key], self.new.items[key]
            match key[0]:
                case "column":
                    self._classify_column(key, old, new)
                case "table" if is_regrouped(old, new):
                    self.copied.add(key)
                    self.rebuilt.add(key)
                case "type":
                    if key in self.forced or not is_alterable(old, new):
                        self.swapped.add(key)
                case _:
                    if not is_changeable(old, new):
                        self.rebuilt.add(key)

    def _classify_column(self, key: ItemKey, old: Item, new: Item) -> None:
        if new.unwritten and old.unwritten:
            self.retyped |= {key} if is_retyped(old, new) else set()
        elif is_remade(old, new):
            self.rebuilt.add(key)
        elif is_retyped(old, new) or is_moved(old, new):
            self.retyped.add(key)
            self._regroup_by(key)

    def _regroup_by(self, key: ItemKey) -> None:
        """Make a table anew that is partitioned by a column that changes its type."""
        owner = ("table", *key[1:3])
        table = self.old.items[owner].definition
        if isinstance(table, Table) and key in self.old.columns_in(table.tail, [owner]):
            self.copied.add(owner)
            self.rebuilt.add(owner)

    def _propagate(self) -> None:
        """Find everything that has to go for a while."""
        size = -1
        while size != len(self.rebuilt) + len(self.swapped) + len(self.retyped):
            size = len(self.rebuilt) + len(self.swapped) + len(self.retyped)
            hard = self.gone | self.rebuilt
            for key, item in self.old.items.items():
                if key in hard or key not in self.new.items:
                    continue
                if key[0] == "table" and self.copied and self._above(key, self.old) & self.copied:
                    self.rebuilt.add(key)  # it goes with the table whose rows are copied
                elif item.inside in self.rebuilt or (
                    item.inside in self.swapped and key[0] in {"comment", "grant"}
                ):
                    self.rebuilt.add(key)
                elif item.needs & hard:
                    if not self._is_left_behind(key, item):
                        self._disturb(key, item, hard=True)
                elif item.needs & (self.retyped | self.swapped):
                    self._disturb(key, item, hard=False)
        for key in [old for old in self.renamed if self._is_disturbed(old)]:
            self.gone.add(key)
            self.fresh.add(self.renamed.pop(key))

    def _is_left_behind(self, key: ItemKey, item: Item) -> bool:
        """Tell whether a view is replaced by one that needs nothing of what goes."""
        if key[0] != "view" or key not in self.changed or item.needs & self.rebuilt:
            return False
        return not item.needs & (self.retyped | self.swapped)

    def _above(self, key: ItemKey, objects: Objects) -> set[ItemKey]:
        """Return the tables that a table is a partition of."""
        table = objects.items[key].definition
        if not isinstance(table, Table) or not table.bound:
            return set()
        parts = [k for k in objects.items if k[0] == "parent" and k[1:3] == key[1:3]]
        found = {("table", *k[-2:]) for k in parts if k not in self.gone or key in self.gone}
        return {k for k in found if k in objects.items}

    def _is_disturbed(self, key: ItemKey) -> bool:
        item = self.old.items[key]
        return bool(item.needs & (self.gone | self.rebuilt | self.retyped | self.swapped))

    def _disturb(self, key: ItemKey, item: Item, *, hard: bool) -> None:
        """Note what becomes of an object when what it rests on goes, or changes its type."""
        lost = item.needs & (self.gone | self.rebuilt)
        definition = item.definition
        match key[0]:
            case kind if kind in _MADE_ANEW:
                again = True
            case "constraint":
                text = isinstance(definition, (Check, OtherConstraint))
                again = text or any(found[0] == "column" for found in lost)
            case "index":
                index = definition if isinstance(definition, Index) else None
                again = hard or index is None or None in index.columns or index.partial
            case "column":
                again = self._disturb_column(key, item)
            case kind if kind in _FOLLOWING:
                again = hard and any(found[0] != "table" for found in lost)
            case "type":
                again = False
                if item.needs & self.swapped:
                    self.swapped.add(key)
            case _:
                again = False
        if again:
            self.rebuilt.add(key)

    def _disturb_column(self, key: ItemKey, item: Item) -> bool:
        new = self.new.items[key]
        if item.needs & self.swapped:
            self.retyped.add(key)
        return not item.destroys and not new.destroys  # a generated one loses nothing

    # -- the steps -----------------------------------------------------------------

    def steps(self) -> list[Step]:
        """Return the statements, in order."""
        dropped = self.gone | self.rebuilt
        explicit = [k for k in self.old.items if k in dropped and not self._goes_with(k, dropped)]
        late = self._late(dropped, explicit)
        order = ordered(explicit, self.old.items, self._home_of_drops(dropped), backwards=True)
        order = self._unchained(order, dropped)
        first, done = self._regrouped()
        early_steps = [self._drop(key) for key in order if key not in late | done]
        late_steps = [
            Step(_drop_aside(self.old.items[key]), f"drop the old {self.new.items[key].label}")
            for key in self._ordered_swaps()
        ]
        late_steps += [self._drop(key) for key in order if key in late]
        renames = [self._rename(old, new) for old, new in self.renamed.items()]
        return [*first, *early_steps, *renames, *self._forward(dropped), *late_steps]

    def _regrouped(self) -> tuple[list[Step], set[ItemKey]]:
        """Give partitions their bounds before anything else, and keep aside the rows that move.

        Returns:
            The steps, and what they detach for good.
        """
        self.moved = {link for link in self.moved if self._is_moved(link)}
        links = [k for k in self.old.items if k in self.moved or self._is_emptied(k)]
        above = {link[-2:] for link in self.moved}
        left = [
            k
            for k in self.old.items
            if k[0] == "parent"
            and k in self.gone
            and k[-2:] in above
            and ("table", *k[1:3]) not in self.gone | self.rebuilt
        ]
        steps = [
            *(rows_aside(self.old.items["table", *k[1:3]], self.old.items[k].drop) for k in links),
            *map(self._drop, left),
            *(
                Step(self.new.items[k].create, f"change the bounds of {self.new.items[k].label}")
                for k in links
                if k in self.moved
            ),
        ]
        return steps, set(left)

    def _is_moved(self, link: ItemKey) -> bool:
        tables = {("table", *link[1:3]), ("table", *link[-2:])}
        return not tables & (self.gone | self.rebuilt)

    def _is_emptied(self, link: ItemKey) -> bool:
        owner = ("table", *link[1:3])
        return link in self.gone and owner in self.emptied and link[0] == "parent"

    def _ordered_swaps(self) -> list[ItemKey]:
        found = [key for key in self.old.items if key in self.swapped]
        return ordered(found, self.old.items, {}, backwards=True)

    def _goes_with(self, key: ItemKey, dropped: set[ItemKey]) -> bool:
        """Tell whether an object goes by itself, with what it is part of."""
        item = self.old.items[key]
        if key[0] == "table" and self.copied and self._above(key, self.old) & self.copied:
            return True
        if item.unwritten and not _unlinked(item, self.gone):
            return True
        if not item.drop:
            if key in self.gone and item.inside not in dropped:
                self.problems.append(f"cannot take back {item.label}")
            return True
        if key[0] in {"default", "comment"} and key in self.rebuilt and self._stays(item):
            # A new value takes its place; but a default of the old type may not convert.
            return key[0] == "comment"
        if key in self.gone and key[0] in _SAID and item.inside in self.rebuilt:
            return False  # what is made anew must not get it again
        outer = item.inside
        while outer is not None and outer in self.old.items:
            if outer in dropped:
                return True
            outer = self.old.items[outer].inside
        return False

    def _stays(self, item: Item) -> bool:
        return item.inside not in (self.gone | self.rebuilt)

    def _home_of_drops(self, dropped: set[ItemKey]) -> dict[ItemKey, ItemKey]:
        """Return with what each object goes that does not go alone."""
        homes: dict[ItemKey, ItemKey] = {}
        for key in dropped:
            outer = self.old.items[key].inside
            while outer is not None and outer in self.old.items:
                if outer in dropped:
                    homes[key] = outer
                outer = self.old.items[outer].inside
        return homes

    def _unchained(self, order: list[ItemKey], dropped: set[ItemKey]) -> list[ItemKey]:
        """Put the foreign keys first that keep a table from going before another."""
        place = {key: number for number, key in enumerate(order)}
        first: list[ItemKey] = []
        for key, item in self.old.items.items():
            if key[0] == "reference" and key in dropped and key not in place:
                own = place.get(("table", *key[1:3]))
                for target in item.needs:
                    there = place.get(target)
                    if target[0] == "table" and own is not None and there is not None:
                        first += [key] if there < own else []
        return [*dict.fromkeys(first), *order]

    def _late(self, dropped: set[ItemKey], explicit: list[ItemKey]) -> set[ItemKey]:
        """Return what something that stays has until it has changed."""
        late = {
            need
            for key, item in self.old.items.items()
            if key not in dropped
            for need in item.needs & dropped
        }
        late |= {key for key in explicit if key[0] in {"schema", "extension", "collation"}}
        grown = -1
        while grown != len(late):
            grown = len(late)
            late |= {n for k in late for n in self.old.items[k].needs & dropped}
        return late

    def _drop(self, key: ItemKey) -> Step:
        item = self.old.items[key]
        again = key in self.rebuilt
        if key in self.copied:
            return put_aside(item)
        comment = f"drop {item.label}" + (", to be made again" if again else "")
        if key[0] == "column" and not again:
            comment += self._rename_hint(item)
        sql = item.drop
        if key[0] == "parent" and (names := self._names_below(key)):
            sql = f"{sql};\n{names}"
        return Step(sql, comment, item.destroys and not again)

    def _names_below(self, link: ItemKey) -> str:
        """Return what names a table's NOT NULL as one with, or without, that parent has it."""
        owner = ("table", *link[1:3])
        if owner not in self.old.items or owner in self.gone | self.fresh | self.rebuilt:
            return ""
        was, now = self.old.items[owner].definition, self.new.items[owner].definition
        if not isinstance(was, Table) or not isinstance(now, Table):
            return ""
        return moved_not_nulls((self.old.catalog, was), (self.new.catalog, now))

    def _rename_hint(self, item: Item) -> str:
        """Return a remark for a dropped column that may only have got a new name."""
        alike = [
            key
            for key in self.new.columns(table_key(item)).values()
            if key in self.fresh and column_of(self.new.items[key]).type == column_of(item).type
        ]
        if len(alike) != 1:
            return ""
        return (
            f" (to keep its values under a new name, write instead: ALTER TABLE"
            f" {written(table_key(item))} RENAME COLUMN {quoted(item.key[3])}"
            f" TO {quoted(alike[0][3])})"
        )

    def _rename(self, old: ItemKey, new: ItemKey) -> Step:
        item = self.old.items[old]
        name = quoted(new[-1])
        if old[0] == "index":
            return Step(f"ALTER INDEX {written(old)} RENAME TO {name}", f"rename {item.label}")
        table = written(("table", *old[1:3]))
        return Step(
            f"ALTER TABLE {table} RENAME CONSTRAINT {quoted(old[-1])} TO {name}",
            f"rename {item.label}",
        )

    # -- what comes and changes ------------------------------------------------------

    def postpone(self, originals: dict[ItemKey, Item]) -> None:
        """Let texts that know other names be made after all else, when those names are back.

        Args:
            originals: Objects as their texts were before they were renamed.
        """
        self.originals = originals

    def _original(self, key: ItemKey, *, replaced: bool) -> Step:
        """Return what makes an object as it was before the renames."""
        item = self.originals.get(key, self.new.items[key])
        if key[0] in {"view", "routine"}:
            self.late.add(written(key))
        if replaced:
            return Step(replacement(item.create), f"replace {item.label}")
        return Step(item.create, f"create {item.label} again")

    def _is_late(self, key: ItemKey, late: set[ItemKey]) -> bool:
        if not self.originals or key not in self.fresh | self.rebuilt | self.changed:
            return False
        return key[0] in _TEXTS or bool(self.new.items[key].needs & late)

    def _forward(self, dropped: set[ItemKey]) -> list[Step]:
        made = self.fresh | self.rebuilt
        homes = self._homes(made)
        for part, home in homes.items():
            self.parts.setdefault(home, []).append(part)
        nodes = [
            key
            for key in self.new.items
            if (key not in homes if key in made else key in self.changed | self.swapped)
        ]
        order = ordered(nodes, self.new.items, homes, backwards=False)
        done: set[ItemKey] = {key for key in self.new.items if key not in made}
        steps: list[Step] = []
        late: list[ItemKey] = []
        afterwards: set[ItemKey] = set()
        waiting = {key: self._parts_of(key) for key in self.copied}
        for key in order:
            if self._is_late(key, afterwards):
                afterwards.add(key)
                self.postponed.append(self._original(key, replaced=key not in made))
            elif key in made:
                steps += self._make(key, homes, done, late)
            elif key in self.swapped:
                columns = columns_of(self.old, self.new, key)
                steps += swap(self.old.items[key], self.new.items[key], columns)
            else:
                steps += self._alter(key)
            done.add(key)
            if key[0] == "table":
                steps += self._refilled(waiting, done)
        steps += self._rows_back()
        steps += [
            Step(self.new.items[key].create, f"add {self.new.items[key].label}") for key in late
        ]
        del dropped
        return _comments_last(steps)

    def _parts_of(self, key: ItemKey) -> set[ItemKey]:
        """Return a table with the partitions that are made for it."""
        found = {key}
        size = 0
        while size != len(found):
            size = len(found)
            found |= {
                k
                for k in self.fresh | self.rebuilt
                if k[0] == "table" and self._above(k, self.new) & found
            }
        return found

    def _rows_back(self) -> list[Step]:
        """Put the rows of partitions into the tables above, when all partitions are there."""
        links = [k for k in self.old.items if k in self.moved or self._is_emptied(k)]
        tables: dict[ItemKey, ItemKey] = {
            ("table", *link[1:3]): ("table", *link[-2:]) for link in links
        }
        return [
            rows_back(self.old, self.old.items[key], self.new.items[tables[key]])
            for key in self.old.items
            if key in tables
        ]

    def _refilled(self, waiting: dict[ItemKey, set[ItemKey]], done: set[ItemKey]) -> list[Step]:
        """Bring rows back into the tables that are complete by now."""
        ready = [key for key, parts in waiting.items() if parts <= done]
        for key in ready:
            del waiting[key]
        return [refill(self.old, self.old.items[key], self.new.items[key]) for key in ready]

    def _homes(self, made: set[ItemKey]) -> dict[ItemKey, ItemKey]:
        """Return with what each object comes that does not come alone."""
        homes: dict[ItemKey, ItemKey] = {}
        for key in made:
            item = self.new.items[key]
            outer = item.inside
            if key[0] not in _PARTS or outer is None:
                continue
            if key[0] in {"sequence", "owned"} and not (item.serial and outer in made):
                continue
            inner = self.new.items[outer].inside if outer in self.new.items else None
            if inner in made and outer[0] == "column":
                homes[key] = inner
            elif outer in made:
                homes[key] = outer
        return homes

    def _make(
        self,
        key: ItemKey,
        homes: dict[ItemKey, ItemKey],
        done: set[ItemKey],
        late: list[ItemKey],
    ) -> list[Step]:
        item = self.new.items[key]
        made = self.fresh | self.rebuilt
        parts = self.parts.get(key, [])
        if key[0] == "table" and isinstance(item.definition, Table):
            apart: list[ItemKey] = []
            for part in parts:
                if part[0] == "reference":
                    targets = {n for n in self.new.items[part].needs if n[1:3] != key[1:3]}
                    if not all(homes.get(n, n) in done for n in targets):
                        apart.append(part)
            late += apart
            done.update(part for part in parts if part not in apart)
            return [creation(self.new, item, apart)]
        done.update(parts)
        if item.unwritten and (item.inside in made or not _unlinked(item, self.fresh)):
            return self._own_default(key) if key[0] == "column" else []
        if key[0] == "column":
            default = self.new.items.get(("default", *key[1:]))
            sequence = [part for part in parts if part[0] == "sequence"]
            if sequence:
                return [serial_column(item, self.new.items[sequence[0]])]
            text = default.definition if default is not None else None
            return [added_column(self.new, item, text if isinstance(text, str) else None)]
        if not item.create:
            return []
        verb = "set" if key[0] in {"default", "setting"} else "add" if item.inside else "create"
        again = " again" if key in self.rebuilt and key not in self.changed else ""
        if key[0] == "parent" and (names := self._names_below(key)):
            return [Step(f"{names};\n{item.create}", f"put {item.label}")]
        return [Step(item.create, f"{verb} {item.label}{again}")]

    def _own_default(self, column: ItemKey) -> list[Step]:
        """Return the default of an inherited column where it is another one than above."""
        key = ("default", *column[1:])
        parents = [k for k in self.new.items if k[0] == "parent" and k[1:3] == column[1:3]]
        above = {("default", *k[-2:], column[3]) for k in parents}
        own = self.new.items.get(key)
        same = any(own and i and i.facts == own.facts for i in map(self.new.items.get, above))
        if own is None or same or column[:3] in self.fresh | self.rebuilt:
            return []
        return [Step(own.create, f"set {own.label}")]

    def _own_null(self, old: Item, new: Item) -> list[Step]:
        """Return the change of NOT NULL that an inherited column has for itself."""
        parents = [k for k in self.new.items if k[0] == "parent" and k[1:3] == new.key[1:3]]
        above = {("column", *k[-2:], new.key[3]) for k in parents}
        if not _null_only(old, new) or any(
            k in self.changed and _null_only(self.old.items[k], self.new.items[k]) for k in above
        ):
            return []
        return list(nullability(old, new))

    def _alter(self, key: ItemKey) -> list[Step]:
        old, new = self.old.items[key], self.new.items[key]
        if old.unwritten and new.unwritten:
            return self._own_null(old, new) if key[0] == "column" else []
        if key in self.moved:
            return []
        if key[0] == "column":
            return list(alter_column(old, new))
        return list(alteration(self.old, self.new, old, new, self.problems))


def _null_only(old: Item, new: Item) -> bool:
    before, after = column_of(old), column_of(new)
    return before.not_null != after.not_null


def _unlinked(item: Item, links: set[ItemKey]) -> bool:
    """Tell whether the table of an item comes under a parent, or leaves it."""
    table = item.inside
    return table is not None and any(k[0] == "parent" and k[1:3] == table[1:3] for k in links)


def _drop_aside(item: Item) -> str:
    word = item.drop.split()[1]
    return f"DROP {word} {written(aside(item.key))}"


def _comments_last(steps: list[Step]) -> list[Step]:
    """Return the steps with comments behind all else."""
    comments = [step for step in steps if step.sql.startswith("COMMENT ON ")]
    return [step for step in steps if not step.sql.startswith("COMMENT ON ")] + comments


def used_labels(old: Objects, new: Objects, steps: list[Step]) -> frozenset[ItemKey]:
    """Return the enums whose new labels are used at once, which the server refuses.

    Args:
        old: The schema as it is.
        new: The schema as it should be.
        steps: The way from one to the other.
    """
    found: set[ItemKey] = set()
    for key, item in new.items.items():
        before = old.items.get(key)
        if key[0] != "type" or before is None:
            continue
        for label in new_labels(before, item):
            literal = "'" + label.replace("'", "''") + "'"
            if any(
                literal in step.sql
                and not step.sql.startswith(("ALTER TYPE ", "COMMENT ON ", "CREATE TYPE "))
                for step in steps
            ):
                found.add(key)
    return frozenset(found)
