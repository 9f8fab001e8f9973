"""What becomes of each object of a PostgreSQL schema on the way to another.

What stays but rests on what must go for a while (a view over a column that changes its type)
goes and comes again.

Depends on: catalog, postgres_casts, postgres_columns, postgres_creation,
postgres_index_parts, postgres_items, postgres_logging, postgres_not_nulls, postgres_partitions, postgres_publications, postgres_rows, postgres_types.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from flash_core.catalog.model import Check, Domain, Index, OtherConstraint, Table
from flash_core.catalog.model import Key as TableKey
from flash_core.catalog.render_tables import is_child
from flash_core.sql.postgres_objects import Stated

from .postgres_casts import Casts
from .postgres_columns import is_moved, is_remade, is_retyped
from .postgres_creation import is_changeable
from .postgres_held import bound_links, in_the_way, tree_of
from .postgres_index_parts import is_completed, renamed_parts
from .postgres_inherits import remade_children, shared_checks
from .postgres_logging import in_the_way as logged_in_the_way
from .postgres_not_nulls import moved_not_nulls
from .postgres_partitions import is_unlinked, linked_tables, moving, numbered_below
from .postgres_publications import in_the_way as published_in_the_way
from .postgres_row_types import is_rewritten, row_columns
from .postgres_rows import is_regrouped, table_of
from .postgres_types import domain_parts, is_alterable, is_contained, is_range
from .postgres_virtual import is_calculated_anew

if TYPE_CHECKING:
    from .postgres_items import Item, Key, Objects

# What is made anew when what it rests on goes, or changes its type.
_MADE_ANEW: Final = frozenset(
    {"view", "trigger", "policy", "rule", "reference", "default", "routine", "aggregate"}
    | {"operator", "cast", "event trigger", "other", "operator class", "operator family"}
    | {
        "published",
        "server",
        "user mapping",
        "text search configuration",
        "text search dictionary",
        "text search template",
        "text search parser",
    }
)
# What goes with the part of a table that it is about.
_FOLLOWING: Final = frozenset(
    {"setting", "owned", "statistics", "grant", "comment", "sequence", "default privileges"}
)


class Fates:
    """What becomes of the objects of ``old`` and ``new``.

    Args:
        old: The schema as it is.
        new: The schema as it should be.
        forced: Enums to make anew although they could be altered.
        late: What names others in its text is made when all else is done.

    Attributes:
        renamed: Constraints and indexes that say the same under another name: old to new.
        gone: What goes.
        fresh: What comes.
        changed: What becomes another.
        rebuilt: What goes and comes again.
        copied: Tables that are made anew around their rows.
        swapped: Types that another takes the place of.
        retyped: Columns that change their type in place.
        recollated: Columns that stay, whose collation is made anew.
        bared: Domains that stay, without what calls a routine that goes or is made anew.
        emptied: Tables that go and whose rows move.
        carried: Columns with rows of a table that changes meanwhile, with that table.
        moved: Links of partitions that are detached for a while.
        casts: What makes values of ``swapped`` types of those that there are.
    """

    def __init__(
        self, old: Objects, new: Objects, forced: frozenset[Key], *, late: bool = False
    ) -> None:
        self.old = old
        self.new = new
        gone = [key for key in old.items if key not in new.items]
        fresh = [key for key in new.items if key not in old.items]
        self.renamed = self._renamed(gone, fresh)
        self.gone = set(gone) - self.renamed.keys()
        self.fresh = set(fresh) - set(self.renamed.values())
        self.changed = set(old.differing(new))
        self.rebuilt: set[Key] = set()
        self.copied: set[Key] = set()
        self.swapped: set[Key] = set()
        self.retyped: set[Key] = set()
        self.bared: set[Key] = set()
        self.recollated: set[Key] = set()
        self.late = late
        links, self.emptied = moving(old, new, self.gone, self.fresh, self.changed)
        links |= numbered_below(old, links) & new.items.keys()
        self._crowded = links
        self._bound = bound_links(old)
        self._rows = row_columns(old)
        self.carried: dict[Key, Key] = {}
        self._classify(forced)
        attached = {k for k in self.changed | self.fresh if k[0] == "parent"} - links
        self.rebuilt |= numbered_below(new, attached) & old.items.keys()
        self.rebuilt |= published_in_the_way(old, new, self.changed) & new.items.keys()
        self.rebuilt |= logged_in_the_way(old, new, self.changed) & new.items.keys()
        self._propagate()
        self._let_parts_go()
        self.copied -= self._with_others()
        self.moved = {link for link in links if self._is_moved(link)}
        self.casts = Casts(old, new, self.swapped)

    def _renamed(self, gone: list[Key], fresh: list[Key]) -> dict[Key, Key]:
        """Match constraints and indexes that say the same under another name."""
        kinds = {"constraint", "reference", "index"}
        free: dict[object, list[Key]] = {}
        left, joined = linked_tables(gone), linked_tables(fresh)
        self._left, self._joined = left, joined
        for key in gone:
            item = self.old.items[key]
            if item.unwritten and key[0] == "index" and not is_unlinked(item, left):
                continue  # it goes with the index of the table above
            if key[0] in kinds:
                free.setdefault((key[0], item.inside, item.facts), []).append(key)
        result: dict[Key, Key] = {}
        for key in fresh if free else ():
            item = self.new.items[key]
            found = free.get((key[0], item.inside, item.facts)) if key[0] in kinds else None
            if item.unwritten and key[0] == "index" and not is_unlinked(item, joined):
                continue
            if item.unwritten and key[0] == "reference":
                continue  # no two foreign keys of a schema are given one name
            if found and item.inside in self.old.items:
                result[found.pop(0)] = key
        for key in shared_checks(self.old, result.keys()):
            del result[key]
        return result | renamed_parts(self.old, self.new, gone, fresh)

    def _let_parts_go(self) -> None:
        """Take back new names of indexes that go with the one that they are part of."""
        for was, key in list(self.renamed.items()):
            if self.new.items[key].above in self.rebuilt:
                del self.renamed[was]
                self.gone.add(was)
                self.fresh.add(key)

    def _is_changeable(self, key: Key) -> bool:
        if key[0] == "index":
            return is_completed(self.old, self.new, key)
        return is_changeable(self.old.items[key], self.new.items[key])

    def _classify(self, forced: frozenset[Key]) -> None:
        for key in self.changed:
            old, new = self.old.items[key], self.new.items[key]
            match key[0]:
                case "column":
                    self._classify_column(key, old, new)
                case "table" if is_regrouped(old, new):
                    self.copied.add(key)
                    self.rebuilt.add(key)
                case "type":
                    if key in forced or not is_alterable(old, new) or self._is_checked(key):
                        self.swapped.add(key)
                case _:
                    if not self._is_changeable(key):
                        self.rebuilt.add(key)
        owned = {("sequence", *key[1:]) for key in self.fresh if key[0] == "owned"}
        self.rebuilt |= set(filter(self._is_made_with_column, owned & self.old.items.keys()))
        remade = remade_children(self.old, self.new, self.fresh)
        self.copied |= remade
        self.rebuilt |= remade

    def _is_made_with_column(self, sequence: Key) -> bool:
        """Tell whether the word serial makes a sequence that is there already, of its own."""
        was, now = self.old.items[sequence], self.new.items[sequence]
        made = now.serial and not was.serial
        return made and now.inside is not None and self.comes(now.inside)

    def _is_checked(self, key: Key) -> bool:
        """Tell whether values would be checked that the server does not look for.

        A domain gets no CHECK or NOT NULL while it is that of elements or fields.
        """
        old, new = self.old.items[key].definition, self.new.items[key].definition
        if not isinstance(old, Domain) or not isinstance(new, Domain):
            return False
        was = domain_parts(old)
        now = domain_parts(new).items()
        added = [n for n, text in now if was.get(n) != text and not text.endswith(" NOT VALID")]
        named = {" NOT"} & was.keys()  # which only gets another name
        return bool(set(added) - {" DEFAULT"} - named) and is_contained(self.old, key)

    def _classify_column(self, key: Key, old: Item, new: Item) -> None:
        if new.unwritten and old.unwritten:
            if is_retyped(old, new):
                self.retyped.add(key)
                self._regroup_by(key)
        elif is_remade(old, new) or is_calculated_anew(self.old, self.new, key):
            self.rebuilt.add(key)
        elif is_retyped(old, new) or is_moved(old, new):
            self.retyped.add(key)
            self._regroup_by(key)

    def _regroup_by(self, key: Key) -> None:
        """Make a table anew that is partitioned by a column that changes its type."""
        owner = ("table", *key[1:3])
        table = self.old.items[owner].definition
        if not isinstance(table, Table) or not table.tail:
            return
        if key in self.old.columns_in(table.tail, [owner]):
            self._regroup(owner)

    def _regroup(self, table: Key) -> None:
        """Make a partitioned table anew, with those above it."""
        while above := self.above(table, self.old):
            table = min(above)
        self.copied.add(table)
        self.rebuilt.add(table)

    def _with_others(self) -> set[Key]:
        """Return tables whose rows are copied with those of the table above."""
        found: set[Key] = set()
        for key in self.copied:
            if is_child(table_of(self.new.items[key])):
                continue  # its rows are its own
            above = self.above(key, self.old) & self.above(key, self.new)
            while above and not above & self.copied:
                above = {k for each in above for k in self.above(each, self.old)}
            found |= {key} if above else set()
        return found

    def _propagate(self) -> None:
        """Find everything that has to go for a while."""
        size = -1
        while size != len(self.rebuilt) + len(self.swapped) + len(self.retyped):
            size = len(self.rebuilt) + len(self.swapped) + len(self.retyped)
            self.rebuilt |= self.cleared(self.old) & self.new.items.keys() - self.gone
            self._carry()
            if self.gone or self.rebuilt or self.retyped or self.swapped:
                self._spread()
        if self._unrename():
            self._propagate()  # what needs them goes, too

    def _spread(self) -> None:
        """Find what has to go for a while because of what goes, or changes its type, by now."""
        hard = self.gone | self.rebuilt
        for key, item in self.old.items.items():
            if key in hard or key not in self.new.items:
                continue
            if key[0] == "table" and self.is_below_rebuilt(key):
                self.rebuilt.add(key)  # it goes with the table whose rows are copied
            elif self._is_part_of_rebuilt(key, item) or self._goes_with_above(item, hard):
                self.rebuilt.add(key)
            elif not item.needs.isdisjoint(hard):
                if not self._is_left_behind(key, item):
                    self._disturb(key, item, hard=True)
            elif not (item.needs.isdisjoint(self.retyped) and item.needs.isdisjoint(self.swapped)):
                self._disturb(key, item, hard=False)

    def _unrename(self) -> list[Key]:
        """Let constraints and indexes that would be renamed go where what they rest on does."""
        disturbed = [old for old in self.renamed if self._is_disturbed(old)]
        for key in disturbed:
            self.gone.add(key)
            self.fresh.add(self.renamed.pop(key))
        return disturbed

    def _carry(self) -> None:
        """Find columns that hold rows of a table whose rows are written anew meanwhile."""
        made = self.fresh | self.rebuilt
        for key, table in self._rows.items():
            item = self.new.items.get(key)
            stays = item is not None and not (self.goes(key) or key in self.changed)
            if not stays or table in made:
                continue
            columns = set(self.new.columns(table).values())
            if columns & self.retyped or is_rewritten(self.new, table, made):
                self.carried[key] = table
                self.retyped.add(key)

    def cleared(self, objects: Objects) -> set[Key]:
        """Return the foreign keys and triggers that would be in the way of partitions and rows.

        Args:
            objects: The schema as it is, or as it should be.
        """
        taken = self.gone | self.rebuilt
        detached: set[Key] = set(self.copied)
        moved = self.copied | self.emptied
        for link in self._bound:
            child = ("table", *link[1:3])
            if link in self.changed | self._crowded or child in taken:
                detached |= {child, ("table", *link[-2:])}
                moved |= {child} if link in self._crowded else set()
        if not detached:
            return set()
        sides = self.old, self.new
        return in_the_way(objects, tree_of(detached, *sides), tree_of(moved, *sides))

    def _is_part_of_rebuilt(self, key: Key, item: Item) -> bool:
        """Tell whether an object goes with what it is part of, or with the column above it."""
        if key[0] == "sequence" and self._is_made_with_column(key):
            return True
        if item.inside in self.rebuilt:
            return True
        if key[0] == "column" and item.unwritten and not item.local:
            links = (k for k in self.old.links_of(key) if k not in self.gone)
            return any(("column", *k[-2:], key[3]) in self.rebuilt for k in links)
        return item.inside in self.swapped and key[0] in {"comment", "grant"}

    def _goes_with_above(self, item: Item, hard: set[Key]) -> bool:
        """Tell whether an index of a partition goes with the one that it is part of."""
        return item.above in hard and not self.is_alone(item, self.old)

    def _is_left_behind(self, key: Key, item: Item) -> bool:
        """Tell whether a view is replaced by one that needs nothing of what goes."""
        if key[0] != "view" or key not in self.changed or self.late:
            return False
        found, size = set(item.needs), 0
        while size != len(found):  # what goes may rest on what has to go before it
            size = len(found)
            found |= {n for k in found & self.gone for n in self.old.items[k].needs}
        # Beside a namesake that goes, a call of the one that comes may mean either.
        goes = {k[:3] for k in found & self.gone if k[0] == "routine"}
        if any(k[:3] in goes for k in self.fresh | self.changed if k[0] == "routine"):
            return False
        return not found & (self.rebuilt | self.retyped | self.swapped)

    def above(self, key: Key, objects: Objects) -> set[Key]:
        """Return the tables that a table is a partition of."""
        table = objects.items[key].definition
        if not isinstance(table, Table) or not table.bound:
            return set()
        links = objects.links_of(key)
        found = {("table", *k[-2:]) for k in links if k not in self.gone or key in self.gone}
        return {k for k in found if k in objects.items}

    def is_below_rebuilt(self, key: Key) -> bool:
        """Tell whether a table goes with one above it whose rows are copied, however far above."""
        above: set[Key] = self.above(key, self.old) if self.copied else set()
        while above and not above & self.rebuilt:
            above = {k for each in above for k in self.above(each, self.old)}
        return bool(above) or self._is_put_elsewhere(key)

    def _is_put_elsewhere(self, key: Key) -> bool:
        """Tell whether a partition has another place below a table whose rows are copied."""
        if not self.copied or key not in self.new.items:
            return False
        return bool(_all_above(key, self.old) & _all_above(key, self.new) & self.copied)

    def _is_disturbed(self, key: Key) -> bool:
        item = self.old.items[key]
        return any(
            self.goes(need) or need in self.retyped or need in self.swapped for need in item.needs
        )

    def _disturb(self, key: Key, item: Item, *, hard: bool) -> None:
        """Note what becomes of an object when what it rests on goes, or changes its type."""
        lost = set(filter(self.goes, item.needs))
        definition = item.definition
        match key[0]:
            case kind if kind in _MADE_ANEW:
                again = True
            case "constraint":
                text = isinstance(definition, (Check, OtherConstraint))
                again = text or any(found[0] == "column" for found in lost)
                again = again or _is_made_with_above(item)
            case "index":
                index = definition if isinstance(definition, Index) else None
                again = hard or index is None or None in index.columns or index.partial
                again = again or self._is_by_way_of_text(item) or _is_made_with_above(item)
            case "column":
                again = self._disturb_column(key, item)
            case "setting" | "statistics" if _is_of_a_type(key, definition):
                again = True
            case kind if kind in _FOLLOWING:
                again = hard and any(found[0] != "table" for found in lost)
            case "table" if isinstance(definition, Table):
                again = self._disturb_table(key, definition, hard=hard)
            case "type":
                again = False
                self._disturb_type(key, item, lost)
            case _:
                again = False
        if again:
            self.rebuilt.add(key)

    def _disturb_type(self, key: Key, item: Item, lost: set[Key]) -> None:
        # Another routine of the name of one that goes may be meant by the same words.
        calls = any(k[0] == "routine" for k in lost & (self.rebuilt | self.gone))
        bared = calls and isinstance(item.definition, Domain)
        self.bared |= {key} if bared else set()
        # The server puts no CHECK on what elements or fields are of.
        swapped = item.needs & self.swapped or (bared and is_contained(self.old, key))
        recollated = any(k[0] == "collation" for k in lost & self.rebuilt)
        self.swapped |= {key} if swapped or recollated else set()

    def unheld(self) -> set[Key]:
        """Return the types that go, be it to come again, while rows wait: ranges keep no other name."""
        types = {k for k in self.gone | self.rebuilt if k[0] in {"type", "table", "view"}}
        return types | {key for key in self.swapped if is_range(self.old, key)}

    def _is_by_way_of_text(self, item: Item) -> bool:
        """Tell whether a column of an index is text for a while, which its operators do not take."""
        types = {need for k in item.needs if k[0] == "column" for need in self.old.items[k].needs}
        return any(is_range(self.old, key) for key in types & self.swapped)

    def _disturb_table(self, key: Key, table: Table, *, hard: bool) -> bool:
        if table.of_type and self.old.type(table.of_type) in self.swapped:
            self.copied.add(key)
            return True
        used = {k for k in self.old.items[key].needs if k[0] in {"routine", "type", "collation"}}
        if table.tail and used & (self.rebuilt | self.swapped):
            self._regroup(key)  # what it is partitioned by
        return hard and bool(table.foreign)

    def _disturb_column(self, key: Key, item: Item) -> bool:
        new = self.new.items[key]
        collated = any(k[0] == "collation" for k in item.needs & self.rebuilt)
        if collated or item.needs & self.swapped:
            self.retyped.add(key)
            self._regroup_by(key)
        if collated:
            self.recollated.add(key)
        return not item.destroys and not new.destroys  # a generated one loses nothing

    def _is_moved(self, link: Key) -> bool:
        tables = {("table", *link[1:3]), ("table", *link[-2:])}
        return not any(map(self.goes, tables))

    def _is_emptied(self, link: Key) -> bool:
        owner = ("table", *link[1:3])
        if link[0] != "parent" or ("table", *link[-2:]) in self.rebuilt:
            return False
        return link in self.gone and owner in self.emptied

    def is_alone(self, item: Item, objects: Objects) -> bool:
        """Tell whether what a table has of parents comes, or goes, with none that it keeps."""
        if not is_unlinked(item, self._joined if objects is self.new else self._left):
            return False
        if item.key[0] not in {"column", "constraint"}:
            return True
        links = self.fresh if objects is self.new else self.gone
        kept = [k for k in objects.links_of(item.key) if k not in links]
        above = {(item.key[0], *k[-2:], item.key[-1]) for k in kept}
        return not above & objects.items.keys()

    def set_aside(self) -> list[Key]:
        """Return the links of partitions whose rows are kept aside."""
        return [k for k in self.old.links() if k in self.moved or self._is_emptied(k)]

    @cached_property
    def left_to_stayers(self) -> set[Key]:
        """What something needs that does not go, if only until it has changed."""
        stayers = (item for key, item in self.old.items.items() if not self.goes(key))
        return {need for item in stayers for need in item.needs}

    def goes(self, key: Key) -> bool:
        """Tell whether an object goes, if only to come again."""
        return key in self.gone or key in self.rebuilt

    def comes(self, key: Key) -> bool:
        """Tell whether an object comes, or comes again."""
        return key in self.fresh or key in self.rebuilt

    def stays(self, item: Item) -> bool:
        """Tell whether what an object is part of stays."""
        return item.inside is None or not self.goes(item.inside)

    def not_null_names(self, link: Key) -> str:
        """Return what names a table's NOT NULL as one with, or without, that parent has it."""
        owner = ("table", *link[1:3])
        if owner not in self.old.items or self.goes(owner) or owner in self.fresh:
            return ""
        was, now = self.old.items[owner].definition, self.new.items[owner].definition
        if not isinstance(was, Table) or not isinstance(now, Table):
            return ""
        return moved_not_nulls((self.old.catalog, was), (self.new.catalog, now))


def _all_above(key: Key, objects: Objects) -> set[Key]:
    """Return the tables that a table is a partition of, and those that these are of."""
    table = objects.items[key].definition
    if not isinstance(table, Table) or not table.bound:
        return set()
    found = {("table", *link[-2:]) for link in objects.links_of(key)}
    return found.union(*(_all_above(each, objects) for each in found if each in objects.items))


def _is_of_a_type(key: Key, definition: object) -> bool:
    """Tell whether something is not the same over a column of another type.

    The server forgets some settings with the old type, and keeps casts to it in statistics.
    """
    if isinstance(definition, Stated) and key[0] == "statistics":
        return "expr" in (definition.text or "")
    return bool({"target", "storage", "compression"} & {*key[-2:]})


def _is_made_with_above(item: Item) -> bool:
    """Tell whether an index comes from that of the table above: with it, it forgets what is its own.

    The server makes the index above again where a column gets another type, and keeps the comment,
    the CLUSTER and the name of that one alone.
    """
    return item.unwritten and (item.above is not None or isinstance(item.definition, TableKey))
