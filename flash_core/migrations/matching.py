"""Which objects of two catalogs are the same object, and what cannot be expressed.

Objects are matched by name, constraints by what they say: a name that the user
left out is the server's affair, and not a difference.

Depends on: catalog, engine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from flash_core.catalog.model import Check, ForeignKey, Key, Table
from flash_core.catalog.text import fold, fold_object
from flash_core.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from flash_core.catalog.model import (
        Catalog,
        Composite,
        Domain,
        Enum,
        Index,
        OtherObject,
        View,
    )
    from flash_core.catalog.names import Constraint

_Item = TypeVar("_Item", "Table", "View", "Index", "Enum | Domain | Composite")
_IMPLICIT: Final = " ON DELETE NO ACTION", " ON UPDATE NO ACTION"


class Matching:
    """Two catalogs of one engine; ``problems`` collects what cannot be expressed."""

    def __init__(self, old: Catalog, new: Catalog, before: Catalog | None = None) -> None:
        self.old = old
        self.new = new
        self.before = old if before is None else before  # without the renames
        self.engine: Engine = new.engine
        self.problems: list[str] = []
        self.renamed_columns: set[tuple[str, str]] = set()  # keys of the tables that have them
        self.renamed_views: dict[tuple[str, str], tuple[str, str]] = {}  # new key to old
        self.originals: dict[int, OtherObject] = {}

    def original(self, item: OtherObject) -> OtherObject:
        """Return what an object of ``old`` was before the renames."""
        return self.originals.get(id(item), item)

    def key(self, item: _Item) -> tuple[str, str]:
        """Return what identifies an object."""
        return fold_object(item.schema, self.engine), fold_object(item.name, self.engine)

    def keyed(self, items: Iterable[_Item]) -> dict[tuple[str, str], _Item]:
        """Return objects by what identifies them."""
        return {self.key(item): item for item in items}

    def tables(self) -> Iterator[tuple[Table, Table]]:
        """Yield the tables that exist on both sides."""
        before = self.keyed(self.old.tables)
        for key, table in self.keyed(self.new.tables).items():
            if key in before:
                yield before[key], table

    def same_constraint(self, old: Constraint, new: Constraint) -> bool:
        """Tell whether two constraints demand the same, under names that do not clash."""
        named = old.name is not None and new.name is not None
        # SQLite never looks at the names.
        if named and old.name != new.name and self.engine is not Engine.SQLITE:
            return False
        return self._meaning(self.old, old) == self._meaning(self.new, new)

    def _meaning(self, catalog: Catalog, item: Constraint) -> tuple[Hashable, ...]:
        def names(columns: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(fold(name, self.engine) for name in columns)

        match item:
            case Key():
                return "key", item.primary, item.form, names(item.columns), item.tail.upper()
            case ForeignKey():
                target = catalog.find_table(item.table)
                columns = item.foreign_columns or (target.primary_key if target else ())
                tail = f" {item.tail.upper()}"
                for clause in _IMPLICIT:
                    tail = tail.replace(clause, "")
                table = names(item.table)
                return "foreign key", names(item.columns), table, names(columns), tail
            case Check():
                return "check", item.text, item.tail.upper()
            case _:
                return "other", item.text

    def unmatched(
        self, old: Iterable[Constraint], new: Iterable[Constraint]
    ) -> tuple[list[Constraint], list[Constraint]]:
        """Return the constraints that are only in ``old``, and only in ``new``."""
        gone = list(old)
        added: list[Constraint] = []
        for item in new:
            # One of the same name first, so that a namesake is not taken by another.
            twins = [other for other in gone if self.same_constraint(other, item)]
            twin = next((t for t in twins if t.name == item.name), twins[0] if twins else None)
            if twin is None:
                added.append(item)
            else:
                gone = [other for other in gone if other is not twin]
        return gone, added
