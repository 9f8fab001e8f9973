"""Which objects of two catalogs are the same object, and what cannot be expressed.

Depends on: catalog, engine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from flash_core.catalog.model import Check, ForeignKey, Key
from flash_core.catalog.text import fold, fold_object, normalized
from flash_core.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from flash_core.catalog.model import Catalog, Column, Index, OtherObject, Table, View
    from flash_core.catalog.names import Constraint

_Item = TypeVar("_Item", "Table", "View", "Index")
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
        self.turned: set[tuple[str, str]] = set()  # tables whose columns changed names
        self.originals: dict[int, OtherObject] = {}
        self.worded: tuple[Catalog, Catalog] | None = None  # both in a server's words
        self.live = False  # one of them was read from a database
        self.older = False  # the server is a PostgreSQL before 17

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
        if named and old.name != new.name:
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


def same_type(one: Column, other: Column, engine: Engine) -> bool:
    """Tell whether two columns are of one type, however that is spelt."""
    if engine is Engine.POSTGRESQL:
        return one.type == other.type
    return normalized(one.type_text, engine).upper() == normalized(other.type_text, engine).upper()
