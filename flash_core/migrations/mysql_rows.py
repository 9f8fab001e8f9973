"""Rows of MySQL and MariaDB that a change of their table would refuse: what they are given before.

Rows with NULL in a column that comes to require a value get its DEFAULT; where a column that is
unique comes new, and there is nothing to tell the rows apart, they are numbered.

Depends on: catalog, engine, allowed_values, creation, mysql_columns, mysql_computed, mysql_numbers, mysql_options,
mysql_spatial, mysql_triggers, mysql_updates.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass, field, replace
from flash_core.catalog.mysql_programs import read_program
from flash_core.catalog.mysql_render import is_row_time
from flash_core.engine import Engine

from .allowed_values import allowed_value
from .creation import table_path
from .mysql_columns import NUMBERS, quoted_name, remade_columns, shortened_columns
from .mysql_computed import becomes_plain, computed_value
from .mysql_numbers import base_type
from .mysql_options import is_versioned
from .mysql_spatial import first_shape
from .mysql_triggers import is_trigger
from .mysql_updates import untouched

if TYPE_CHECKING:
    from flash_core.catalog.model import Catalog, Column, ForeignKey, Key, Table
    from flash_core.catalog.mysql_programs import Program

    from .matching import Matching

Groups = dict[str, list[list[str]]]
_TEXTS: Final = frozenset(
    {"char", "varchar", "tinytext", "text", "mediumtext", "longtext"}
    | {"binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob"}
)
# Defaults that give every row another value.
_COUNTING: Final = re.compile(
    r"\b(?:nextval|uuid(?:_\w+)?|sys_guid)\s*\(|\bnext\s+value\s+for\b", re.IGNORECASE
)


@dataclass(slots=True)
class Filling:
    """What rows are given, and when.

    Attributes:
        cut: Columns of BINARY whose zeros at the end go, before anything else.
        before: Values to set where there is NULL, by column, before the table is altered.
        between: The same, while ``passing`` is what the table looks like.
        numbered: New columns whose rows are numbered meanwhile; with each come the columns in
            which several rows have to be alike for that, for every key.
        emptied: New columns whose rows get NULL meanwhile, in the same way.
        passing: What the table is first, ``None`` where one step is enough.
        remarks: For people.
        after: Statements that run when the table is as it should be.
    """

    cut: list[str] = field(default_factory=list[str])
    before: dict[str, str] = field(default_factory=dict[str, str])
    between: dict[str, str] = field(default_factory=dict[str, str])
    numbered: Groups = field(default_factory=Groups)
    emptied: Groups = field(default_factory=Groups)
    passing: Table | None = None
    remarks: list[str] = field(default_factory=list[str])
    after: list[str] = field(default_factory=list[str])


def filling(old: Table, new: Table) -> Filling:
    """Return what rows of a table are given while it changes.

    Triggers that would notice are away meanwhile: see ``unnoticed``.

    Args:
        old: The table as it is.
        new: The table as it should be.
    """
    found = Filling()
    quiet = not (is_versioned(old) and is_versioned(new))  # a history that ends may note it
    passing = _numbered(old, new, found)
    before = {column.name.lower(): column for column in old.columns}
    for column in new.columns:
        was = before.get(column.name.lower())
        if was is not None and _is_computed(old, new, was, column, found, fills=quiet):
            passing = _bare(passing, column)
        elif not column.not_null or column.generated is not None or column.autoincrement:
            continue
        elif was is not None:
            passing = _filled_nulls(old, new, was, column, passing, found, fills=quiet)
        elif not is_row_time(column):
            passing = _filled_first(column, passing, found, fills=quiet)
    found.passing = passing if passing is not new else None
    if quiet:
        found.cut = shortened_columns(old, new)
    return found


def unnoticed(match: Matching) -> frozenset[str]:
    """Return the tables, in small letters, whose rows are filled, there or back, unnoticed.

    A trigger on UPDATE may do anything then, or refuse: it is dropped and made again.

    Args:
        match: The catalogs.
    """
    return frozenset(
        new.name.lower()
        for old, new in match.tables()
        if old != new
        and (is_watched(match.old, old) or is_watched(match.new, new))
        and (_changes_rows(old, new) or _changes_rows(new, old))
    )


def _changes_rows(old: Table, new: Table) -> bool:
    rows = filling(old, new)
    return bool(rows.cut or rows.before or rows.between or rows.numbered or rows.emptied) or any(
        first_parent(old, new, reference) for reference in new.foreign_keys
    )


def _is_computed(
    old: Table, new: Table, was: Column, column: Column, found: Filling, *, fills: bool
) -> bool:
    """Say what rows get in a virtual column that becomes plain, and tell whether they get it."""
    if not becomes_plain(was, column):
        return False
    value = computed_value(old, new, was, column) if fills else None
    if value is not None:
        found.between[column.name] = value
    kept = "keeps" if value is not None else "does not keep"
    bare = value is not None and column.not_null and column.default is None
    fails = f", and fails where {column.name} is NULL" if bare else ""
    found.remarks.append(f"{column.name} {kept} what it showed{fails}")
    return value is not None


def _filled_nulls(
    old: Table,
    new: Table,
    was: Column,
    column: Column,
    passing: Table,
    found: Filling,
    *,
    fills: bool,
) -> Table:
    """Say what rows with NULL get where a value comes to be required; return the table meanwhile.

    Args:
        old: The table as it is.
        new: The table as it should be.
        was: The column as it is.
        column: It requires a value.
        passing: What the table was to be meanwhile.
        found: Takes what rows get.
        fills: Whether rows may be changed unnoticed.
    """
    if was.not_null or column.name.lower() in remade_columns(old, new):
        return passing
    # What rows were would keep its NULL.
    if column.default is None or not fills:
        found.remarks.append(f"fails where {column.name} is NULL")
        return passing
    found.remarks.append(f"{column.name} gets {column.default} where it is NULL")
    keys = {name for key in new.keys if key.primary for name in key.columns}
    same = was.type_text == column.type_text or column.name in keys
    if was.generated is None and same and (column.name in keys or not _is_freed(old, new, was)):
        found.before[was.name] = column.default
        return passing
    found.between[column.name] = column.default
    return _nullable(passing, column)


def _is_freed(old: Table, new: Table, column: Column) -> bool:
    """Tell whether a column is part of a key that goes: several rows may have one value then."""
    kept = [[name.lower() for name in key.columns] for key in new.keys]
    return any(
        column.name in key.columns and [name.lower() for name in key.columns] not in kept
        for key in old.keys
    )


def is_watched(catalog: Catalog, table: Table) -> bool:
    """Tell whether a trigger would notice that rows are filled, and may do anything."""
    for item in catalog.others:
        program = read_program(item.text, catalog.engine) if is_trigger(item) else None
        if program is not None and "UPDATE" in program.group and _is_about(program, table):
            return True
    return False


def _is_about(program: Program, table: Table) -> bool:
    return any(part.lower() == table.name.lower() for part in program.group)


def _bare(table: Table, column: Column) -> Table:
    """Return a table in which a column is NULL in all rows when it comes."""
    columns = tuple(
        replace(each, not_null=False, default=None, has_default=False, on_update=None)
        if each.name == column.name
        else each
        for each in table.columns
    )
    return replace(table, columns=columns)


def _nullable(table: Table, column: Column) -> Table:
    columns = tuple(
        replace(each, not_null=False) if each.name == column.name else each
        for each in table.columns
    )
    return replace(table, columns=columns)


def _filled_first(column: Column, passing: Table, found: Filling, *, fills: bool) -> Table:
    """Say what rows get in a column that comes new, and return what the table is meanwhile.

    Args:
        column: It requires a value.
        passing: What the table was to be meanwhile.
        found: Takes what rows get.
        fills: Whether rows may be changed unnoticed.
    """
    if column.default is not None or column.name in found.numbered:
        return passing
    shape = first_shape(column) or _wanted(column, passing)
    if shape is None or not fills:
        what = f"rows that exist get 0, '' or the like in {column.name}, since it has no DEFAULT"
        found.remarks.append(what)
        return passing
    found.remarks.append(f"rows that exist get {shape} in {column.name}, since it has no DEFAULT")
    found.between[column.name] = shape
    return _nullable(passing, column)


def _wanted(column: Column, table: Table) -> str | None:
    """Return the value that a CHECK asks for in place of the one that the server would choose."""
    if base_type(column.type_text) not in NUMBERS | _TEXTS:
        return None
    usual = "0" if base_type(column.type_text) in NUMBERS else "''"
    checks = (check.text for check in table.checks)
    value = allowed_value(usual, column.name, checks, Engine.MARIADB)
    return None if value == usual else value


def first_parent(old: Table, new: Table, reference: ForeignKey) -> str | None:
    """Return the statement that lets rows refer to something that there is.

    Args:
        old: The table, in which the column was not.
        new: The table with it.
        reference: What is to be added to the new one.
    """
    before = {column.name.lower() for column in old.columns}
    column = next((c for c in new.columns if (c.name,) == reference.columns), None)
    own = reference.table[-1].lower() == new.name.lower()
    if (
        own
        or column is None
        or column.name.lower() in before
        or len(reference.foreign_columns) != 1
    ):
        return None
    if not column.not_null or column.has_default or column.generated is not None:
        return None
    path, target = table_path(new, Engine.MYSQL), ".".join(map(quoted_name, reference.table))
    value = f"(SELECT min({quoted_name(reference.foreign_columns[0])}) FROM {target})"  # noqa: S608 - quoted names
    sets = ", ".join([f"{quoted_name(column.name)} = {value}", *untouched(new, [])])
    return f"UPDATE {path} SET {sets}"  # noqa: S608 - quoted names


def _numbered(old: Table, new: Table, found: Filling) -> Table:
    """Return a table without the keys that rows do not have values for yet."""
    waiting = [key for key in new.keys if _tell_apart(old, new, key, found)]
    return (
        replace(new, keys=tuple(key for key in new.keys if key not in waiting)) if waiting else new
    )


def _tell_apart(old: Table, new: Table, key: Key, found: Filling) -> bool:
    """Say what rows get in the new columns of a key, and tell whether they need that."""
    before = {column.name.lower() for column in old.columns}
    names = {name.lower() for name in key.columns}
    fresh = [c for c in new.columns if c.name.lower() in names - before]
    empty = [column.name for column in fresh if not column.not_null]
    countable = [column.name for column in fresh if _is_countable(column)]
    if (
        not (empty or countable)
        or any(column.autoincrement or column.generated is not None for column in fresh)
        or any(not column.not_null and column.default is None for column in fresh)
        or any(_COUNTING.search(column.default or "") for column in fresh)
        or any(names.issuperset(each) for each in _certain(old, new, key))
    ):
        return False
    groups, fitting = (found.emptied, empty) if empty else (found.numbered, countable)
    name = next((each for each in fitting if each in groups), fitting[0])
    alike = [each for each in key.columns if each.lower() in before]
    if any(column.name == name and not column.has_default for column in fresh):
        alike = []
    groups.setdefault(name, []).append(alike)
    what = f"{name} is {'NULL' if empty else 'a number'}"
    where = f"where several have the same {', '.join(alike)}" if alike else "since it is unique"
    found.remarks.append(f"in rows that exist {what} {where}")
    return True


def _certain(old: Table, new: Table, wanted: Key) -> list[set[str]]:
    """Return the columns of each key that tells all rows apart.

    NULL does, too, while it stays: it equals no other in the key that is wanted, either.
    """
    sure = {column.name.lower() for column in old.columns if column.not_null}
    if not wanted.primary:
        sure |= {column.name.lower() for column in new.columns if not column.not_null}
    keys = [{name.lower() for name in key.columns} for key in old.keys]
    return [key for key, item in zip(keys, old.keys, strict=True) if item.primary or key <= sure]


def _is_countable(column: Column) -> bool:
    return base_type(column.type_text) in NUMBERS | _TEXTS
