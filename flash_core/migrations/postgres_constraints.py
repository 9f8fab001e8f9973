"""Constraints of PostgreSQL's tables as items, NOT NULL aside.

Depends on: catalog, postgres_items.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.catalog.model import Check, ForeignKey, Key, OtherConstraint
from flash_core.catalog.names import constraint_names
from flash_core.catalog.render_tables import constraint

from .postgres_items import PG, USED, Item, column_key, place, quoted, said, written

if TYPE_CHECKING:
    from flash_core.catalog.model import Table
    from flash_core.catalog.names import Constraint

    from .postgres_items import Key as ItemKey
    from .postgres_items import Objects

# What follows a foreign key in any order.
_CLAUSE: Final = re.compile(
    r"\bON (?:DELETE|UPDATE) (?:CASCADE|RESTRICT|SET (?:NULL|DEFAULT)(?: ?\([^)]*\))?)"
    r"|\bMATCH FULL|\bDEFERRABLE|\bINITIALLY DEFERRED"
)
_IMPLICIT: Final = re.compile(
    r"\s*\b(?:ON (?:DELETE|UPDATE) NO ACTION|NOT DEFERRABLE|INITIALLY IMMEDIATE|MATCH SIMPLE)\b",
    re.IGNORECASE,
)


def named_constraints(objects: Objects, table: Table) -> list[tuple[str, Constraint]]:
    """Return the constraints of a table with their names, which none lacks.

    Args:
        objects: The schema, which remembers them: each table that refers to this one asks.
        table: One of its tables.
    """
    found = objects.named_constraints.get((table.schema, table.name))
    if found is None:
        found = [
            (name, replace(item, name=name) if item.name is None else item)
            for name, item in constraint_names(table)
        ]
        objects.named_constraints[table.schema, table.name] = found
    return found


def add_constraints(objects: Objects, table: Table) -> None:
    """Add the constraints of a table, and those that it has of its parents."""
    for name, constraint_ in named_constraints(objects, table):
        inherited = isinstance(constraint_, Key) and constraint_.inherited
        _add_constraint(objects, table, name, constraint_, inherited=inherited)
    for name, check in _inherited_checks(objects, table).items():
        if ("constraint", table.schema, table.name, name) not in objects.items:
            _add_constraint(objects, table, name, check, inherited=True)
    for name, reference in _references_above(objects, table).items():
        if ("reference", table.schema, table.name, name) not in objects.items:
            _add_constraint(objects, table, name, reference, inherited=True)


def _references_above(objects: Objects, table: Table) -> dict[str, ForeignKey]:
    """Return the foreign keys that a partition has of the tables above, with which it stays one."""
    found: dict[str, ForeignKey] = {}
    for path in table.inherits if table.bound else ():
        parent = objects.catalog.find_table(path)
        if parent is not None:
            found |= _references_above(objects, parent)
            found |= {
                name: item
                for name, item in named_constraints(objects, parent)
                if isinstance(item, ForeignKey)
            }
    return found


def _inherited_checks(objects: Objects, table: Table) -> dict[str, Check]:
    found: dict[str, Check] = {}
    for path in table.inherits:
        parent = objects.catalog.find_table(path)
        if parent is None:
            continue
        found |= _inherited_checks(objects, parent)
        for name, item in named_constraints(objects, parent):
            if isinstance(item, Check) and "NO INHERIT" not in item.tail.upper():
                found[name] = item
    return found


def _add_constraint(
    objects: Objects, table: Table, name: str, item: Constraint, *, inherited: bool
) -> None:
    owner = ("table", table.schema, table.name)
    kind = "reference" if isinstance(item, ForeignKey) else "constraint"
    key = (kind, table.schema, table.name, name)
    found = objects.add(
        Item(
            key,
            f"constraint {name} of table {'.'.join(filter(None, (table.schema, table.name)))}",
            inside=owner,
        )
    )
    head = f"ALTER TABLE {written(owner)}"
    found.create = f"{head} ADD {constraint(item, PG)}"
    found.drop = f"{head} DROP CONSTRAINT {quoted(name)}"
    found.definition = item
    found.unwritten = inherited
    found.needs.add(owner)
    match item:
        case Key():
            found.facts = ("key", item.primary, item.form, item.columns, _stated(item.tail))
            names = {column_key(*owner[1:], name) for name in item.columns}
            found.needs |= names | objects.columns_in(item.tail, [owner])
        case ForeignKey():
            _reference(objects, table, item, found)
        case Check():
            found.facts = ("check", said(item.text), item.tail.upper())
            found.needs |= objects.columns_in(item.text, [owner])
            found.needs |= _called(objects, item.text)
        case OtherConstraint():
            found.facts = ("other", said(item.text))
            found.needs |= objects.columns_in(item.text, [owner]) | _called(objects, item.text)
            _refer_in_time(objects, item.text, found)


def _refer_in_time(objects: Objects, text: str, found: Item) -> None:
    """Note what FOREIGN KEY (…, PERIOD …) refers to: the keys of the other table."""
    other = re.search(r"(?i)\bREFERENCES\s+(.*?)\s*(?:\(|\Z)", text)
    tables = {key for key in objects.mentioned(other[1] if other else "") if key[0] == "table"} - {
        found.inside
    }
    found.needs |= tables
    for key in tables:
        target = objects.catalog.find_table(key[1:3] if key[1] else key[2:])
        for name, item in named_constraints(objects, target) if target else ():
            if isinstance(item, Key):  # which may be added later
                found.needs.add(("constraint", *key[1:3], name))
                found.needs |= objects.columns_in(item.tail, [key])


def _called(objects: Objects, text: str) -> set[ItemKey]:
    return {key for key in objects.mentioned(text) if key[0] in USED}


def _stated(tail: str) -> str:
    """Return what follows a key without the words that change nothing."""
    return " ".join(_IMPLICIT.sub("", f" {tail}").upper().split())


def _clauses(tail: str) -> tuple[str, ...]:
    """Return what follows a foreign key, however it is written."""
    text = _stated(tail)
    found = {*_CLAUSE.findall(text), " ".join(_CLAUSE.sub("", text).split())}
    return tuple(sorted(found | ({"DEFERRABLE"} if "INITIALLY DEFERRED" in found else set())))


def _reference(objects: Objects, table: Table, item: ForeignKey, found: Item) -> None:
    owner = ("table", table.schema, table.name)
    target = objects.catalog.find_table(item.table)
    columns = item.foreign_columns or (target.primary_key if target else ())
    found.facts = ("foreign key", item.columns, place(item.table), columns, _clauses(item.tail))
    found.needs |= {column_key(*owner[1:], name) for name in item.columns}
    if target is None:
        return
    place_ = (target.schema, target.name)
    found.needs.add(("table", *place_))
    found.needs |= {column_key(*place_, name) for name in columns}
    for name, above in zip(item.columns, columns, strict=False):
        if own := objects.items.get(column_key(*owner[1:], name)):
            own.wants.add(column_key(*place_, above))
    # What INCLUDE adds to an index is no part of a foreign key, which goes with the index.
    for name, other in named_constraints(objects, target):
        if isinstance(other, Key) and sorted(other.columns) == sorted(columns):
            found.needs.add(("constraint", *place_, name))
            found.needs |= objects.columns_in(other.tail, [("table", *place_)])
    for index in objects.unique_indexes.get(place_, ()):
        if sorted(filter(None, index.columns)) == sorted(columns):
            found.needs.add(("index", index.schema, index.name))
            found.needs |= objects.columns_in(index.text, [("table", *place_)])
