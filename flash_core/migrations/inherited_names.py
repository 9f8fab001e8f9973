"""New names of NOT NULL where parent and child of INHERITS have one of their own each.

The server renames neither while the child has that of its parent, too: what is above has NO INHERIT
meanwhile. Tables that have theirs from above alone lose it and get it again.

Depends on: catalog, change, creation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass
from flash_core.catalog.identifiers import quote, quote_path, string
from flash_core.catalog.model import RenameKind
from flash_core.catalog.names import object_name
from flash_core.catalog.not_nulls import is_passed_on
from flash_core.engine import Engine

from .change import Change
from .creation import label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flash_core.catalog.model import Catalog, Column, Rename, Table


@dataclass(frozen=True, slots=True)
class _Member:
    """A NOT NULL, with those that it is tied to."""

    table: Table
    column: Column
    above: tuple[_Member, ...]

    @property
    def is_own(self) -> bool:
        return self.column.not_null_above is False

    @property
    def is_kept(self) -> bool:
        """It cannot go meanwhile."""
        return not self.is_own and self.column.name in self.table.primary_key

    @property
    def path(self) -> str:
        return quote_path(self.table.schema, self.table.name, Engine.POSTGRESQL)

    @property
    def name(self) -> str:
        usual = object_name(self.table.name, self.column.name, "not_null")
        return self.column.not_null_name or usual


def tied(catalog: Catalog, renames: Sequence[Rename]) -> Iterator[tuple[Change, set[int]]]:
    """Yield what renames NOT NULL constraints that are tied to each other, with their columns.

    Args:
        catalog: What there is after the renames.
        renames: Those that were done.
    """
    for family in _families(catalog):
        names = [(each, *_names(each, family, catalog, renames)) for each in family if each.is_own]
        knotted = any(each.is_own and each.above for each in family)
        if not knotted or any(each.is_kept for each in family):
            continue
        if any(was != name for _, was, name in names):
            back = [(each, name, was) for each, was, name in names]
            what = ", ".join(label(e.table.schema, e.table.name) for e, _, _ in names)
            change = Change(
                _renamed(family, names),
                _renamed(family, back),
                f"rename the NOT NULL constraints of tables {what}, which inherit them, too",
                f"rename the NOT NULL constraints of tables {what} back",
                names=tuple(label(e.table.schema, e.table.name) for e, _, _ in names),
            )
            yield change, {id(each.column) for each in family}


def _families(catalog: Catalog) -> list[list[_Member]]:
    """Return the columns that have NOT NULL of each other, parents first."""
    families: list[list[_Member]] = []
    found: dict[int, _Member] = {}

    def add(table: Table, column: Column) -> _Member:
        if id(column) in found:
            return found[id(column)]
        parents = [catalog.find_table(path) for path in table.inherits]
        pairs = [(p, catalog.find_column(p, column.name)) for p in parents if p is not None]
        above = tuple(add(p, c) for p, c in pairs if c is not None and is_passed_on(c))
        member = found[id(column)] = _Member(table, column, above)
        own = [family for family in families if any(each in family for each in above)]
        families[:] = [family for family in families if family not in own]
        families.append([*(each for family in own for each in family), member])
        return member

    for table in catalog.tables:
        for column in table.columns if not table.bound else ():
            if column.not_null and column.not_null_above is not None:
                add(table, column)
    return families


def _names(
    member: _Member, family: list[_Member], catalog: Catalog, renames: Sequence[Rename]
) -> tuple[str, str]:
    """Return the names of a NOT NULL before and after; a column is renamed in a parent."""
    if member.column.not_null_name is not None:
        return member.name, member.name
    table, column = member.table.name, member.column.name
    for item in renames:
        if item.kind is RenameKind.TABLE and catalog.find_table(item.name) is member.table:
            table = item.old
        if item.kind is RenameKind.COLUMN and item.name[-1] == member.column.name:
            owner = catalog.find_table(item.owner)
            column = item.old if any(each.table is owner for each in family) else column
    return object_name(table, column, "not_null"), member.name


def _renamed(family: list[_Member], names: Sequence[tuple[_Member, str, str]]) -> str:
    steps = [*_steps(family, names)]
    listed = ",\n        ".join(map(string, steps))
    there = ", ".join(f"({string(each.path)}::regclass, {string(was)})" for each, was, _ in names)
    return (
        "DO $$ DECLARE step text; BEGIN\n"  # noqa: S608 - quoted names
        "    IF (SELECT count(*) FROM pg_constraint WHERE contype = 'n'"
        f" AND (conrelid, conname) IN ({there})) = {len(names)} THEN\n"
        f"        FOREACH step IN ARRAY ARRAY[\n        {listed}]\n"
        "        LOOP EXECUTE step; END LOOP;\n"
        "    END IF;\n"
        "END $$"
    )


def _steps(family: list[_Member], names: Sequence[tuple[_Member, str, str]]) -> Iterator[str]:
    passing = [each for each in names if any(each[0] in below.above for below in family)]
    for member, was, _ in passing:
        yield f"ALTER TABLE {member.path} ALTER CONSTRAINT {_quoted(was)} NO INHERIT"
    for member in family:
        if not member.is_own:
            name = _quoted(member.column.name)
            yield f"ALTER TABLE {member.path} ALTER COLUMN {name} DROP NOT NULL"
    for member, was, name in names:
        if was != name:
            yield f"ALTER TABLE {member.path} RENAME CONSTRAINT {_quoted(was)} TO {_quoted(name)}"
    for member, _, name in reversed(passing):
        yield f"ALTER TABLE {member.path} ALTER CONSTRAINT {_quoted(name)} INHERIT"


def _quoted(name: str) -> str:
    return quote(name, Engine.POSTGRESQL)
