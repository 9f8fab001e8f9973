"""What comes and changes on the way from one PostgreSQL schema to another, each after what it needs.

Depends on: catalog, postgres_additions, postgres_apart, postgres_casts, postgres_columns,
postgres_creation, postgres_found, postgres_grants, postgres_held, postgres_index_parts,
postgres_inherits, postgres_late, postgres_not_null_turns, postgres_order,
postgres_partition_not_nulls, postgres_partitions, postgres_precedence, postgres_row_types,
postgres_rows, postgres_stars, postgres_types.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from flash_core.catalog.model import Table
from flash_core.catalog.not_nulls import is_passed_on

from .postgres_additions import added_column, missing_values
from .postgres_apart import bare_domains, checked, freed, in_circles, of_tables, repeated, unchecked
from .postgres_casts import plain_type
from .postgres_columns import (
    NUMBERS,
    Step,
    alter_column,
    column_of,
    nullability,
    retype,
)
from .postgres_creation import alteration, creation, serial_column, typed
from .postgres_found import found
from .postgres_grants import defaults_in_force, granted_at_once
from .postgres_held import held, is_deferred
from .postgres_index_parts import attached, made_alone
from .postgres_inherits import is_called_otherwise
from .postgres_late import Late, remade
from .postgres_not_null_turns import in_turn, turns
from .postgres_order import ordered
from .postgres_partition_not_nulls import kept_below, own_null
from .postgres_partitions import is_over_foreign, rows_back
from .postgres_precedence import precedence
from .postgres_row_types import as_rows
from .postgres_rows import refill
from .postgres_stars import in_order
from .postgres_types import bared, columns_of, domain_parts, swap

if TYPE_CHECKING:
    from flash_core.sql.syntax import TypeName

    from .postgres_fates import Fates
    from .postgres_items import Item, Key, Objects

# What is part of a table or column when that is made.
_PARTS: Final = frozenset(
    {"column", "default", "constraint", "reference", "parent", "sequence", "owned", "published"}
)
_ROWS_BACK: Final = ("rows back",)


class Makings:
    """The statements that make and change.

    Args:
        fates: What becomes of each object.
        problems: Takes what cannot be done.
        late: What waits for the renames.
    """

    def __init__(self, fates: Fates, problems: list[str], late: Late) -> None:
        self.fates = fates
        self.problems = problems
        self.late = late
        self.parts: dict[Key, list[Key]] = {}  # what comes with each object
        self.held: set[Key] = set()  # what waits for all rows
        self.apart: set[Key] = set()  # what comes behind its table or column
        self.taken: dict[Key, Key] = {}  # whose NOT NULL gets the name of whose
        self.aside: dict[Key, Item] = {}  # columns whose NOT NULL gives its name away first
        self.bare: dict[Key, Item] = {}  # domains that get some of their checks at last

    def steps(self) -> list[Step]:
        """Return the statements, in order."""
        made = self.fates.fresh | self.fates.rebuilt
        changing = self.fates.changed | self.fates.swapped | self.fates.bared
        changing |= self.fates.recollated | self.fates.carried.keys()
        homes = self._homes(made)
        self.apart = in_circles(self.fates.new.items, homes, made | changing)
        self.apart |= unchecked(self.fates.new.items, homes) | repeated(self.fates.new.items, homes)
        homes = {part: home for part, home in homes.items() if part not in self.apart}
        for part, home in homes.items():
            self.parts.setdefault(home, []).append(part)
        nodes = [
            key
            for key in self.fates.new.items
            if (key not in homes if key in made else key in changing)
        ]
        self.bare = bare_domains(self.fates.new.items, homes, made)
        self.taken, self.aside, steps = turns(self.fates.old, self.fates.new)
        order = ordered(nodes, self._items(), homes, backwards=False)
        done: set[Key] = {key for key in self.fates.new.items if key not in made}
        late: list[Key] = []
        waiting = {key: self._parts_of(key) for key in self.fates.copied}
        granted = self._granted(made)
        self.held = held(self.fates.new, self.fates.cleared(self.fates.new) & made)
        for key in (
            [k for k in order if k not in self.held]
            + [_ROWS_BACK]
            + [k for k in order if k in self.held]
        ):
            if key is _ROWS_BACK:
                steps += self._rows_back()
            elif self.late.takes(key):
                if key not in granted and not self._comes_along(key):
                    self.late.make(key, replaced=key not in made)
            elif key in made and key in granted and key[1:-1] not in self.late.keys:
                steps += filter(None, [granted.pop(key)])
            elif key in made:
                steps += self._make(key, homes, done, late)
            elif key in self.fates.swapped:
                columns = columns_of(self.fates.old, self.fates.new, key, self.fates.rebuilt)
                steps += swap(
                    self.fates.old.items[key], self.fates.new.items[key], columns, self.fates.casts
                )
            else:
                steps += self._alter(key)
            done.add(key)
            if key[0] == "table":
                steps += self._refilled(waiting, done)
        steps += typed(
            self.fates.old,
            self.fates.new,
            (k for k in order if k[0] == "table" and k in self.fates.changed - made),
        )
        steps += checked(self.bare, self.fates.new)
        steps += self._granted_last(granted)
        steps += [
            Step(self.fates.new.items[key].create, f"add {self.fates.new.items[key].label}")
            for key in late
        ]
        return _comments_last(steps)

    def _items(self) -> dict[Key, Item]:
        """Return what there should be, with what each needs when it comes."""
        items = {**self.fates.new.items, **precedence(self.fates)}
        items |= freed(items, self.apart) | self.bare
        items |= in_turn(items, self.taken)
        return {**items, **self.late.reading(items)}

    def _granted(self, made: set[Key]) -> dict[Key, Step | None]:
        """Return what the privileges of new objects take where some come by default."""
        defaults = defaults_in_force(self.fates.old, self.fates.new)
        items = self.fates.new.items
        if not defaults:
            return {}
        fresh = [item for key, item in items.items() if key in made or self._is_numbered(key)]
        return dict(granted_at_once(defaults, fresh, items))

    def _is_numbered(self, key: Key) -> bool:
        """Tell whether a column that stays gets the sequence of an identity."""
        if key[0] != "column" or key not in self.fates.changed:
            return False
        return column_of(self.fates.old.items[key]).identity is None

    def _granted_last(self, granted: dict[Key, Step | None]) -> list[Step]:
        """Return what is left of privileges; those of what waits for the renames do so, too."""
        steps: list[Step] = []
        for key, step in granted.items():
            if step is not None and key[1:-1] in self.late.keys:
                self.late.grant(key[1:-1], step)
            elif step is not None:
                steps.append(step)
        return steps

    def _parts_of(self, key: Key) -> set[Key]:
        """Return a table with the partitions that are made for it."""
        found = {key}
        size = 0
        while size != len(found):
            size = len(found)
            found |= {
                k
                for k in self.fates.fresh | self.fates.rebuilt
                if k[0] == "table" and self.fates.above(k, self.fates.new) & found
            }
        return found

    def _rows_back(self) -> list[Step]:
        """Put the rows of partitions into the tables above, when all partitions are there."""
        links = self.fates.set_aside()
        tables: dict[Key, Key] = {("table", *link[1:3]): ("table", *link[-2:]) for link in links}
        return [
            rows_back(
                *self._sides(key, tables[key]),
                self._missing(key, tables[key]),
                deferred=is_deferred(self.fates.new, tables[key]),
            )
            for key in self.fates.old.items
            if key in tables
        ]

    def _sides(self, key: Key, home: Key) -> tuple[Objects, Item, Item]:
        return self.fates.old, self.fates.old.items[key], self.fates.new.items[home]

    def _missing(self, key: Key, home: Key) -> dict[str, str]:
        """Return what rows of a table get in another where they have no value, but must."""
        old, new = self.fates.old.items[key].definition, self.fates.new.items[home]
        if not isinstance(old, Table):
            return {}
        return missing_values(self.fates.new, new, old, self._default)

    def _refilled(self, waiting: dict[Key, set[Key]], done: set[Key]) -> list[Step]:
        """Bring rows back into the tables that are complete by now."""
        ready = [key for key, parts in waiting.items() if parts <= done]
        for key in ready:
            del waiting[key]
        new = self.fates.new
        return [
            refill(*self._sides(k, k), self._missing(k, k), deferred=is_deferred(new, k))
            for k in ready
        ]

    def _homes(self, made: set[Key]) -> dict[Key, Key]:
        """Return with what each object comes that does not come alone."""
        homes: dict[Key, Key] = {}
        for key in made:
            item = self.fates.new.items[key]
            outer = item.inside
            if key[0] not in _PARTS or outer is None:
                continue
            if key[0] in {"sequence", "owned"} and not (item.serial and outer in made):
                continue
            inner = self.fates.new.items[outer].inside if outer in self.fates.new.items else None
            if inner in made and outer[0] == "column":
                homes[key] = inner
            elif outer in made:
                homes[key] = outer
        return homes

    def _make(
        self,
        key: Key,
        homes: dict[Key, Key],
        done: set[Key],
        late: list[Key],
    ) -> list[Step]:
        item = self.bare.get(key, self.fates.new.items[key])
        parts = self.parts.get(key, [])
        if key[0] == "table" and isinstance(item.definition, Table):
            apart: list[Key] = []
            for part in parts:
                if part[0] == "reference" and not self.fates.new.items[part].unwritten:
                    targets = {n for n in self.fates.new.items[part].needs if n[1:3] != key[1:3]}
                    if part in self.held or not all(homes.get(n, n) in done for n in targets):
                        apart.append(part)
            late += apart
            done.update(part for part in parts if part not in apart)
            waiting = of_tables(self.apart, self.fates.new, key)
            return [creation(self.fates.old, self.fates.new, item, {*apart, *waiting})]
        done.update(parts)
        if self._comes_along(key):
            return self._own_default(key) if key[0] == "column" else made_alone(self.fates, item)
        if key[0] == "column":
            default = self.fates.new.items.get(("default", *key[1:]))
            sequence = [part for part in parts if part[0] == "sequence"]
            if sequence:
                return [serial_column(item, self.fates.new.items[sequence[0]])]
            text = default.definition if default is not None else None
            text = text if isinstance(text, str) and ("default", *key[1:]) in parts else None
            return [added_column(self.fates.new, item, text, found(self.fates, key))]
        if not item.create:
            return []
        verb = "set" if key[0] in {"default", "setting"} else "add" if item.inside else "create"
        again = " again" if key in self.fates.rebuilt and key not in self.fates.changed else ""
        if key[0] == "parent" and (names := self.fates.not_null_names(key)):
            return [Step(f"{names};\n{item.create}", f"put {item.label}")]
        create = remade(self.fates, item, in_order(self.fates, item))
        step = Step(create, f"{verb} {item.label}{again}")
        return [step, *attached(self.fates, item)] if key[0] == "index" else [step]

    def _comes_along(self, key: Key) -> bool:
        """Tell whether the server makes an object with that of the table above."""
        item = self.fates.new.items[key]
        made = item.inside is not None and self.fates.comes(item.inside)
        linked = made or not self.fates.is_alone(item, self.fates.new)
        return item.unwritten and linked and not self._is_first(item)

    def _is_first(self, item: Item) -> bool:
        """Tell whether a column comes to a table before its parents have it, which take it over."""
        if not item.local or (item.inside is not None and self.fates.comes(item.inside)):
            return False
        return not any(
            above in self.fates.new.items and not self.fates.comes(above)
            for above in self._columns_above(item.key)
        )

    def _columns_above(self, column: Key) -> set[Key]:
        """Return the columns of that name in the parents of a table."""
        return {("column", *k[-2:], column[3]) for k in self.fates.new.links_of(column)}

    def _own_default(self, column: Key) -> list[Step]:
        """Return the default of an inherited column where it is another one than above."""
        key = ("default", *column[1:])
        above = {("default", *k[-2:], column[3]) for k in self.fates.new.links_of(column)}
        own = self.fates.new.items.get(key)
        same = any(own and i and i.facts == own.facts for i in map(self.fates.new.items.get, above))
        if own is None or same or self.fates.comes(column[:3]):
            return []
        return [Step(own.create, f"set {own.label}")]

    def _own_null(self, old: Item, new: Item) -> list[Step]:
        """Return the change of NOT NULL that an inherited column has for itself."""
        above = self._columns_above(new.key)
        link_stays = self.fates.moved.isdisjoint(self.fates.new.links_of(new.key))
        own = own_null(self.fates.old, self.fates.new, new.key) if link_stays else None
        if own is not None:
            return own
        if is_called_otherwise(self.fates.old, self.fates.new, new.key):
            return list(nullability(old, new, None))
        if column_of(old).not_null_alone and column_of(new).not_null_above:
            # That of a parent takes its place.
            free = replace(column_of(new), not_null=False, not_null_name=None)
            return list(nullability(old, replace(new, definition=free), None))
        follows = not (column_of(old).not_null_alone or column_of(new).not_null_alone)
        if not _null_only(old, new) or any(
            is_passed_on(column_of(self.fates.old.items[k]))
            != is_passed_on(column_of(self.fates.new.items[k]))
            for k in above & self.fates.changed
            if follows
        ):
            return []
        return list(nullability(old, new, self._default(new.key)))

    def _settled(self, column: Key, step: Step) -> Step:
        """Return the step with its foreign keys checked at once: no ALTER TABLE waits for them."""
        table = self.fates.old.items["table", *column[1:3]].definition
        if not step.sql.startswith("UPDATE ") or not isinstance(table, Table):
            return step
        if not any(
            column[3] in key.columns and "INITIALLY DEFERRED" in key.tail.upper()
            for key in table.foreign_keys
        ):
            return step
        return replace(step, sql=f"SET CONSTRAINTS ALL IMMEDIATE;\n{step.sql}")

    def _default(self, column: Key) -> str | None:
        """Return the default of a column: its own, or that of its domain."""
        own = self.fates.new.items.get(("default", *column[1:]))
        if own is not None and any(
            column in self.fates.new.items[need].needs
            for need in own.needs & self.fates.fresh
            if need[0] == "sequence"
        ):
            return NUMBERS
        if own is not None:
            return own.definition if isinstance(own.definition, str) else None
        type_ = column_of(self.fates.new.items[column]).type
        domain = self.fates.new.catalog.find_domain(type_.parts) if type_ else None
        if domain is None or (type_ and type_.dimensions):
            return None
        clause = domain_parts(domain).get(" DEFAULT")
        return clause and clause[len("DEFAULT ") :]

    def _alter(self, key: Key) -> list[Step]:
        old, new = self.aside.get(key, self.fates.old.items[key]), self.fates.new.items[key]
        if self.late.calls(key):
            return self.late.in_two(key)
        if key[0] == "index":
            return attached(self.fates, new)
        if old.unwritten and new.unwritten:
            return self._own_null(old, new) if key[0] == "column" else []
        if key in self.fates.moved:
            return []
        if key in self.fates.carried:
            return [as_rows(new, self.fates.carried[key], self.problems)]
        if key in self.fates.recollated - self.fates.changed:
            return [retype(new, column_of(old), column_of(new))]
        if key[0] == "column":
            if is_over_foreign(self.fates.new, ("table", *key[1:3])):  # USING is refused
                steps = list(alter_column(old, new, None))
                return [replace(step, sql=_unconverted(step.sql)) for step in steps]
            plain, labels = self._plain(old, new), self._labels(new)
            steps = list(kept_below(self.fates.old, self.fates.new, key))
            steps += alter_column(old, new, self._default(key), plain, labels)
            return [self._settled(key, step) for step in steps]
        return self._alter_other(key, old, new)

    def _labels(self, column: Item) -> tuple[str, ...]:
        """Return the values that the type of a column has, if it is an enum."""
        type_ = column_of(column).type
        enum = self.fates.new.catalog.find_enum(type_.parts) if type_ else None
        return enum.labels if enum else ()

    def _plain(self, old: Item, new: Item) -> tuple[TypeName | None, TypeName | None]:
        """Return the types of a column's values before and after, without domains."""
        was, now = column_of(old).type, column_of(new).type
        return (
            (was and plain_type(self.fates.old, was)) or was,
            (now and plain_type(self.fates.new, now)) or now,
        )

    def _alter_other(self, key: Key, old: Item, new: Item) -> list[Step]:
        if key in self.fates.bared:
            old = bared(old, self.fates.rebuilt | self.fates.gone)
        if key[0] == "view":
            new = replace(new, create=in_order(self.fates, new))
        return list(alteration(self.fates.old, self.fates.new, old, new, self.problems))


def _null_only(old: Item, new: Item) -> bool:
    before, after = column_of(old), column_of(new)
    return (before.not_null, before.not_null_alone) != (after.not_null, after.not_null_alone)


def _unconverted(sql: str) -> str:
    """Return what gives a column another type, without a word on its values."""
    return sql.rpartition("$$;\n")[2].partition(" USING ")[0]


def _comments_last(steps: list[Step]) -> list[Step]:
    """Return the steps with comments behind all else."""
    comments = [step for step in steps if step.sql.startswith("COMMENT ON ")]
    return [step for step in steps if not step.sql.startswith("COMMENT ON ")] + comments
