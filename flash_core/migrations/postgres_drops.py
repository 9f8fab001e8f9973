"""What goes on the way from one PostgreSQL schema to another, dependents before what they rest on.

Depends on: postgres_apart, postgres_casts, postgres_columns, postgres_fates, postgres_items, postgres_order,
postgres_outside, postgres_partitions, postgres_rows, postgres_types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.catalog.model import ForeignKey, Table

from .postgres_apart import bare_domains
from .postgres_casts import aside
from .postgres_columns import Step, column_of, table_key
from .postgres_held import held
from .postgres_items import quoted, written
from .postgres_order import ordered
from .postgres_outside import is_elsewhere
from .postgres_partitions import rows_aside
from .postgres_row_types import as_json
from .postgres_rows import put_aside
from .postgres_types import alter_type, bared, is_range

if TYPE_CHECKING:
    from .postgres_fates import Fates
    from .postgres_items import Item, Key

# What is said of an object by a statement of its own.
_SAID: Final = frozenset({"comment", "setting", "grant"})
# What has a type of its own name.
_ROWS: Final = ("table", "view")
_NAMED: Final = ("table", "view", "sequence", "type")  # composite types are relations, too
# What took nothing away has nothing to give back.
_EMPTY: Final = frozenset({"grant", "default privileges"})


class Drops:
    """The statements that make room.

    Args:
        fates: What becomes of each object.
        problems: Takes what cannot be done.
    """

    def __init__(self, fates: Fates, problems: list[str]) -> None:
        self.fates = fates
        self.problems = problems
        self.dropped = fates.gone | fates.rebuilt
        self.left = self._left()
        # Domains that lose some of their checks at first.
        self.bare = bare_domains(fates.old.items, self._home_of_drops(self.dropped), self.dropped)

    def _left(self) -> set[Key]:
        """Return columns that go while a table below keeps its own, with the values."""
        found: set[Key] = set()
        for key, item in self.fates.old.items.items():
            if key[0] == "column" and item.unwritten and not item.local and key not in self.dropped:
                found |= self._above(key) & self.fates.gone
        return found

    def _is_below(self, key: Key, dropped: set[Key]) -> bool:
        """Tell whether what a table has of its parents goes after theirs."""
        if key[0] == "column":
            return self.fates.old.items[key].unwritten
        return key[0] == "constraint" and bool(self._above(key) & dropped)

    def _above(self, part: Key) -> set[Key]:
        """Return the columns or checks of that name in the parents of a table, and in theirs."""
        links = self.fates.old.links_of(part)
        above = {(part[0], *k[-2:], part[3]) for k in links if k not in self.fates.gone}
        return above.union(*map(self._above, above))

    def steps(self) -> tuple[list[Step], list[Step]]:
        """Return what goes at first, and what goes at last, when nothing has it any more."""
        dropped, items = self.dropped, self.fates.old.items
        explicit = [k for k in items if k in dropped and not self._goes_with(k, dropped)]
        explicit += self._entangled(set(explicit), dropped)
        late = self._late(dropped, explicit)
        alone = set(explicit)
        parts = self._carried_along(alone)
        homes = {k: parts.get(v, v) for k, v in self._home_of_drops(dropped).items()}
        homes = {k: v for k, v in {**parts, **homes}.items() if k not in alone}
        order = ordered(explicit, {**items, **self.bare}, homes, backwards=True)
        order = self._unchained(order, dropped)
        below = [k for k in order if self._is_below(k, alone)]
        order = [k for k in order if k not in below]
        order += sorted(below, key=lambda k: len(self._above(k)))  # each after that of its parent
        in_the_way = held(self.fates.old, self.fates.cleared(self.fates.old))
        cleared = [k for k in order if k in in_the_way]
        first, done = self._regrouped()
        first = [*map(self._drop, cleared), *first]
        done |= set(cleared)
        hidden = [key for key in order if key in late and self._is_in_the_way(key)]
        return (
            [
                *self._freed(),
                *first,
                *self._bared(),
                *(self._drop(key) for key in order if key not in late | done),
            ]
            + [self._hide(key) for key in hidden]
            + [as_json(items[key]) for key in self.fates.carried],
            self._at_last([key for key in order if key in late], hidden),
        )

    def _at_last(self, order: list[Key], hidden: list[Key]) -> list[Step]:
        """Return what drops types that have others in their place, and what else goes at last."""
        items, swapped = self.fates.old.items, self.fates.swapped
        over: set[Key] = set()  # what is made of such a type goes before it
        for key in reversed(order):
            over |= {key} if key[0] == "type" and items[key].needs & (swapped | over) else set()
        swaps = [
            Step(
                self.fates.casts.dropped(key) + _drop_aside(items[key]),
                f"drop the old {self.fates.new.items[key].label}",
            )
            for key in self._ordered_swaps()
            if not is_range(self.fates.old, key)
        ]
        before, after = (
            [self._drop(key, hidden=key in hidden) for key in order if (key in over) is first]
            for first in (True, False)
        )
        return [*before, *swaps, *after]

    def _freed(self) -> list[Step]:
        """Let sequences that stay belong to none of what goes, with which they would go."""
        items, names = self.fates.old.items, self.fates.new.items
        return [
            Step(item.drop, f"keep {items[sequence].label} without {items[owner].label}")
            for key, item in items.items()
            if key[0] == "owned"
            and (owner := item.inside) is not None
            and (sequence := ("sequence", *key[1:])) in names
            and sequence not in self.dropped
            and {owner, items[owner].inside} & self.dropped
        ]

    def _is_in_the_way(self, key: Key) -> bool:
        """Tell whether what is used until the end has the name of what is to come."""
        if key[0] == "collation":
            return key in self.fates.rebuilt
        takers = _ROWS if key[0] == "type" else _NAMED if key[0] in _NAMED else ()
        return any((kind, *key[1:]) in self.fates.fresh for kind in takers)

    def _hide(self, key: Key) -> Step:
        item = self.fates.old.items[key]
        sql = f"ALTER {_word(item)} {written(key)} RENAME TO {quoted(aside(key)[2])}"
        return Step(sql, f"let {item.label} wait under another name")

    def _regrouped(self) -> tuple[list[Step], set[Key]]:
        """Give partitions their bounds before anything else, and keep aside the rows that move.

        Returns:
            The steps, and what they detach for good.
        """
        links = self.fates.set_aside()
        above = {link[-2:] for link in self.fates.moved}
        left = [
            k
            for k in self.fates.old.items
            if k[0] == "parent"
            and k in self.fates.gone
            and k[-2:] in above
            and ("table", *k[1:3]) not in self.fates.gone | self.fates.rebuilt
        ]
        steps = [
            *(
                rows_aside(
                    self.fates.old.items["table", *k[1:3]],
                    self.fates.old.items[k].drop,
                    self.fates.old,
                    self.fates.unheld(),
                )
                for k in links
            ),
            *map(self._drop, left),
            *(
                Step(
                    self.fates.new.items[k].create,
                    f"change the bounds of {self.fates.new.items[k].label}",
                )
                for k in links
                if k in self.fates.moved
            ),
        ]
        return steps, set(left)

    def _bared(self) -> list[Step]:
        """Take from domains what calls routines that are made anew."""
        items = self.fates.old.items
        bare = {key: bared(items[key], self.dropped) for key in self.fates.bared}
        return [
            step
            for key in items
            if (without := self.bare.get(key) or bare.get(key)) is not None
            for step in alter_type(self.fates.old, items[key], without)
        ]

    def _ordered_swaps(self) -> list[Key]:
        found = [key for key in self.fates.old.items if key in self.fates.swapped]
        return ordered(found, self.fates.old.items, {}, backwards=True)

    def _goes_with(self, key: Key, dropped: set[Key]) -> bool:
        """Tell whether an object goes by itself, with what it is part of."""
        item = self.fates.old.items[key]
        if key[0] == "table" and self.fates.is_below_rebuilt(key):
            return True
        own = item.local or (key[0] == "column" and item.unwritten and self._above(key) & self.left)
        if item.unwritten and not own and not self.fates.is_alone(item, self.fates.old):
            return True
        if key[0] == "setting" and key[-1] == "not null" and self._is_proved(item):
            return True
        if not item.drop:
            if key in self.fates.gone and item.inside not in dropped and key[0] not in _EMPTY:
                self.problems.append(f"cannot take back {item.label}")
            return True
        if (
            key[0] in {"default", "comment"}
            and key in self.fates.rebuilt
            and self.fates.stays(item)
        ):
            # A new value takes its place; but a default of the old type may not convert.
            return key[0] == "comment"
        if key in self.fates.gone and key[0] in _SAID and item.inside in self.fates.rebuilt:
            return False  # what is made anew must not get it again
        outer = item.inside
        while outer is not None and outer in self.fates.old.items:
            if outer in dropped:
                return True
            outer = self.fates.old.items[outer].inside
        return False

    def _is_proved(self, item: Item) -> bool:
        """Tell whether a NOT NULL of new rows becomes that of all rows."""
        column = self.fates.new.items.get(item.inside) if item.inside else None
        found = column_of(column) if column is not None else None
        if found is None or not found.not_null:
            return False
        return (found.not_null_name, found.not_null_alone) == item.facts

    def _keeps_partitions(self, item: Item, home: Key, explicit: set[Key]) -> bool:
        """Tell whether partitions of a table cannot go before a foreign key to it that is its own."""
        named = item.definition.table if isinstance(item.definition, ForeignKey) else ()
        return self.fates.old.relation(named) == home and any(
            home in self.fates.above(key, self.fates.old) for key in explicit if key[0] == "table"
        )

    def _entangled(self, explicit: set[Key], dropped: set[Key]) -> list[Key]:
        """Return parts of tables that go before what they use, since that uses their table."""
        items = {**self.fates.old.items, **self.bare}
        found: list[Key] = []
        for key, home in self._home_of_drops(dropped).items():
            item = items[key]
            if home not in explicit or item.unwritten or not item.drop:
                continue
            if key[0] == "reference" and self._keeps_partitions(item, home, explicit):
                found.append(key)
                continue
            used = (item.needs & explicit) - {home}
            seen: set[Key] = set()
            while used:
                seen |= used
                used = {n for k in used for n in items[k].needs & explicit} - seen
            if home in seen:
                found.append(key)
        return found

    def _home_of_drops(self, dropped: set[Key]) -> dict[Key, Key]:
        """Return with what each object goes that does not go alone."""
        homes: dict[Key, Key] = {}
        for key in dropped:
            outer = self.fates.old.items[key].inside
            while outer is not None and outer in self.fates.old.items:
                if outer in dropped:
                    homes[key] = outer
                outer = self.fates.old.items[outer].inside
        return homes

    def _carried_along(self, explicit: set[Key]) -> dict[Key, Key]:
        """Return with which table each partition goes that does not go alone."""
        found: dict[Key, Key] = {}
        for key in self.fates.old.items:
            above: set[Key] = {key} if key[0] == "table" and key not in explicit else set()
            while above and not above & explicit:
                above = {k for each in above for k in self.fates.above(each, self.fates.old)}
            found.update((key, each) for each in above & explicit)
        return found

    def _unchained(self, order: list[Key], dropped: set[Key]) -> list[Key]:
        """Put the foreign keys first that keep a table from going before another."""
        place = {key: number for number, key in enumerate(order)}
        first: list[Key] = []
        for key, item in self.fates.old.items.items():
            hidden = key in dropped and key not in place
            if key[0] == "reference" and hidden and not item.unwritten:
                own = place.get(("table", *key[1:3]))
                for target in item.needs:
                    there = place.get(target)
                    if target[0] == "table" and own is not None and there is not None:
                        first += [key] if there < own else []
        return [*dict.fromkeys(first), *order]

    def _late(self, dropped: set[Key], explicit: list[Key]) -> set[Key]:
        """Return what something that stays has until it has changed."""
        bared = dropped | self.fates.bared
        # What is put out of a table before is nothing of it.
        parted = {(k[1:3], k[-2:]) for k in dropped if k[0] == "parent"}
        late = {
            need
            for key, item in self.fates.old.items.items()
            if not item.needs.isdisjoint(dropped) and key not in bared
            for need in item.needs & dropped
            if (key[1:3], need[1:3]) not in parted
        }
        late |= {key for key in explicit if key[0] in {"schema", "extension", "collation"}}
        grown = -1
        while grown != len(late):
            grown = len(late)
            late |= {n for k in late for n in self.fates.old.items[k].needs & dropped}
        return late

    def _drop(self, key: Key, *, hidden: bool = False) -> Step:
        item = self.fates.old.items[key]
        if hidden:
            return Step(_drop_aside(item), f"drop {item.label}")
        again = key in self.fates.rebuilt
        if key in self.fates.copied:
            return put_aside(item, self.fates.old, self.fates.unheld())
        comment = f"drop {item.label}" + (", to be made again" if again else "")
        if key[0] == "column" and not again:
            comment += self._rename_hint(item)
        sql = item.drop
        if key in self.left:
            sql = sql.replace("ALTER TABLE ", "ALTER TABLE ONLY ", 1)
        if key[0] == "parent" and (names := self.fates.not_null_names(key)):
            sql = f"{sql};\n{names}"
        lost = not again or (key[0] == "table" and self._goes_elsewhere(item))
        return Step(sql, comment, item.destroys and lost)

    def _goes_elsewhere(self, item: Item) -> bool:
        """Tell whether a table has rows of its own, and the one in its place has those of a server."""
        table = item.definition
        own = isinstance(table, Table) and not table.foreign
        return own and is_elsewhere(item, self.fates.new.items[item.key])

    def _rename_hint(self, item: Item) -> str:
        """Return a remark for a dropped column that may only have got a new name."""
        alike = [
            key
            for key in self.fates.new.columns(table_key(item)).values()
            if key in self.fates.fresh
            and column_of(self.fates.new.items[key]).type == column_of(item).type
        ]
        if len(alike) != 1:
            return ""
        return (
            f" (to keep its values under a new name, write instead: ALTER TABLE"
            f" {written(table_key(item))} RENAME COLUMN {quoted(item.key[3])}"
            f" TO {quoted(alike[0][3])})"
        )


def _drop_aside(item: Item) -> str:
    return f"DROP {_word(item)} {written(aside(item.key))}"


def _word(item: Item) -> str:
    """Return what an object is, as DROP says it."""
    return item.drop.removeprefix("DROP ").removesuffix(f" {written(item.key)}")
