"""Statements that make tables and columns of PostgreSQL, and change what is no column.

Depends on: catalog, postgres_apart, postgres_columns, postgres_grants, postgres_items, postgres_outside,
postgres_publications, postgres_sequences, postgres_tables, postgres_types.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from flash_core.catalog.attached import with_checks_above
from flash_core.catalog.identifiers import string
from flash_core.catalog.model import OtherConstraint, Table, View
from flash_core.catalog.names import constraint_names, constraints
from flash_core.catalog.render_tables import additions, create_table, is_child
from flash_core.catalog.view_options import parted
from flash_core.sql.postgres_objects import Stated
from flash_core.sql.syntax import Select, Star

from .postgres_apart import without
from .postgres_columns import Step, column_of, not_null, table_key
from .postgres_grants import grant_changes
from .postgres_items import PG, comparable, filled, quoted, written
from .postgres_outside import foreign_changes, is_elsewhere, outside_changes
from .postgres_publications import publication_changes
from .postgres_sequences import Sequence, moved, outgrown
from .postgres_tables import grouping, placement, storage, without_storage
from .postgres_types import alter_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from flash_core.catalog.model import Column
    from flash_core.catalog.names import Constraint

    from .postgres_items import Item, Key, Objects

_CREATE = re.compile(r"\A\s*CREATE\s+(?!OR\s+REPLACE\b)", re.IGNORECASE)
_SERIAL = {"int2": "smallserial", "int4": "serial", "int8": "bigserial"}


def is_changeable(old: Item, new: Item) -> bool:
    """Tell whether an object can become another of its name without going first."""
    match new.key[0]:
        case "setting":
            return not {"foreign options", "not null"} & {*new.key}  # ADD refuses one that is there
        case "table" if is_elsewhere(old, new):
            return False
        case "grant" | "default privileges":
            return new.definition is not None
        case "table" | "default" | "sequence" | "comment" | "owned" | "parent":
            return True
        case "server" | "user mapping" | "foreign data wrapper" | "extension":
            return bool(list(outside_changes(old, new)))
        case "publication":
            return bool(list(publication_changes(old, new)))
        case "routine":
            return _is_replaceable(old, new)
        case "view":
            return _keeps_columns(old, new) or _options_changed(old, new) is not None
        case _:
            return False


def replacement(create: str) -> str:
    """Return a CREATE statement that may find the object there."""
    return _CREATE.sub("CREATE OR REPLACE ", create, count=1)


def _is_replaceable(old: Item, new: Item) -> bool:
    before, after = old.definition, new.definition
    if not isinstance(before, Stated) or not isinstance(after, Stated):
        return False
    same = (before.kind, before.signature) == (after.kind, after.signature)
    plain = bool(before.body) and after.kind != "aggregate"
    return same and plain and before.defaults <= after.defaults


def _keeps_columns(old: Item, new: Item) -> bool:
    """Tell whether a view still has its columns, of their types, at most with others behind."""
    was, now = old.definition, new.definition
    if not isinstance(was, View) or not isinstance(now, View):
        return False
    one, other = was.query, now.query
    if not isinstance(one, Select) or not isinstance(other, Select):
        return False
    plain = not (was.materialized or now.materialized or was.changes or now.changes)
    # Along another search path the same names may be others.
    same = (one.from_, one.with_, was.path) == (other.from_, other.with_, now.path)
    # What a star stands for may have changed.
    starred = any(isinstance(target.expression, Star) for target in (*one.targets, *other.targets))
    kept = other.targets[: len(one.targets)] == one.targets
    named = was.columns == now.columns[: len(was.columns)] and len(was.columns) in (
        {len(one.targets)} if was.columns else {len(now.columns)}
    )
    return plain and same and kept and named and not starred


def _options_changed(old: Item, new: Item) -> str | None:
    """Return what gives a materialized view other options, where nothing else of it changes."""
    was, now = old.definition, new.definition
    if not isinstance(was, View) or not isinstance(now, View) or was.changes or now.changes:
        return None
    if not (was.materialized and now.materialized):
        return None
    (head, before, rest), (other_head, after, other_rest) = parted(was.text), parted(now.text)
    one, other = filled(head + rest), filled(other_head + other_rest)
    if before == after or comparable(one) != comparable(other) or was.path != now.path:
        return None
    words = f"ALTER MATERIALIZED VIEW {written(new.key)}"
    lost = sorted(before.keys() - after.keys())
    given = [text for name, text in after.items() if before.get(name) != text]
    found = [f"{words} RESET ({', '.join(lost)})"] if lost else []
    return ";\n".join([*found, *([f"{words} SET ({', '.join(given)})"] if given else [])])


def creation(before: Objects, objects: Objects, item: Item, apart: AbstractSet[Key]) -> Step:
    """Return CREATE TABLE with all that belongs to it.

    Args:
        before: The schema as it was.
        objects: The schema that it is part of.
        item: The table.
        apart: Its foreign keys, checks and defaults that have to wait, and checks of tables above it.
    """
    table = item.definition
    if not isinstance(table, Table):
        return Step(item.create, f"create {item.label}")
    own = {key for key in apart if key[1:3] == item.key[1:3]}
    table = without(
        _certain(table, (before, objects)), {key for key in own if key[0] != "reference"}
    )
    names = {key[-1] for key in own if key[0] == "reference"}
    later = tuple(
        found
        for name, found in constraint_names(table)
        if found in table.foreign_keys and name in names
    )
    above = with_checks_above(table, objects.catalog)
    waiting = {key[-1] for key in apart if key[0] == "constraint" and key[1:3] != item.key[1:3]}
    checks = tuple(c for c in above.checks if c in table.checks or c.name not in waiting)
    text = create_table(replace(above, checks=checks), PG, without=later)
    changes = () if table.attached else _other_columns(objects, item, table)
    return Step(";\n".join([text, *additions(table, PG), *changes]), f"create {item.label}")


def _other_columns(objects: Objects, item: Item, table: Table) -> Iterator[str]:
    """Yield what changes the columns that a new table has of its parents, and does not keep."""
    parents = [each for path in table.inherits if (each := objects.catalog.find_table(path))]
    keyed = {name for key in table.keys if key.primary for name in key.columns}
    for column in table.columns:
        if not column.inherited or (column.restated and not is_child(table)):
            continue
        if column.generated is None:
            yield from _other_default(objects, item, column)
        above = [objects.catalog.find_column(each, column.name) for each in parents]
        implied = column.restated or column.name in keyed or any(c and c.not_null for c in above)
        if column.not_null and not implied and not is_child(table):
            yield not_null(f"ALTER TABLE ONLY {written(item.key)}", column)


def _other_default(objects: Objects, item: Item, column: Column) -> Iterator[str]:
    key = ("default", *item.key[1:], column.name)
    links = objects.links_of(key)
    above = [objects.items.get(("default", *k[-2:], column.name)) for k in links]
    own = objects.items.get(key)
    if own is not None and not any(each and each.facts == own.facts for each in above):
        yield own.create
    elif own is None and any(above):
        name = quoted(column.name)
        yield f"ALTER TABLE ONLY {written(item.key)} ALTER COLUMN {name} DROP DEFAULT"


def _certain(table: Table, sides: tuple[Objects, Objects]) -> Table:
    """Return the table with a name for each constraint whose name could turn out otherwise."""
    names = {id(item): name for name, item in constraint_names(table)}
    unsure = {
        id(item)
        for name, item in constraint_names(table)
        if _is_uncertain(table, item)
        or any(side.constrained(table.schema, name) - {table.name} for side in sides)
    }
    if not unsure:
        return table

    return replace(
        table,
        keys=tuple(replace(i, name=names[id(i)]) if id(i) in unsure else i for i in table.keys),
        foreign_keys=tuple(
            replace(i, name=names[id(i)]) if id(i) in unsure else i for i in table.foreign_keys
        ),
        checks=tuple(replace(i, name=names[id(i)]) if id(i) in unsure else i for i in table.checks),
        others=tuple(replace(i, name=names[id(i)]) if id(i) in unsure else i for i in table.others),
    )


def _is_uncertain(table: Table, item: Constraint) -> bool:
    """Tell whether the server could give a constraint another name than we expect.

    A number at the end of a generated name depends on the order of creation.
    """
    if item.name is not None:
        return False
    if isinstance(item, OtherConstraint) and not item.text.upper().startswith("UNIQUE"):
        return True  # an exclusion constraint is called after its expressions
    plain = constraint_names(_only(table, item))[0][0]
    rivals = [other for other in constraints(table) if other is not item]
    return any(
        other.name == plain if other.name else constraint_names(_only(table, other))[0][0] == plain
        for other in rivals
    )


def _only(table: Table, item: Constraint) -> Table:
    """Return the table with no other constraint than ``item``."""
    return replace(
        table,
        keys=tuple(other for other in table.keys if other is item),
        foreign_keys=tuple(other for other in table.foreign_keys if other is item),
        checks=tuple(other for other in table.checks if other is item),
        others=tuple(other for other in table.others if other is item),
    )


def serial_column(item: Item, sequence: Item) -> Step:
    """Return what adds a serial column."""
    column = column_of(item)
    kind = column.type.parts[-1] if column.type is not None else "int4"
    plain = isinstance(sequence.definition, Sequence)
    head = f"ALTER TABLE {written(table_key(item))} ADD COLUMN {quoted(column.name)}"
    label = item.label.removeprefix("column ")
    sql = f"{head} {_SERIAL.get(kind, 'serial')}"
    if column.not_null_name is not None:
        sql += f" CONSTRAINT {quoted(column.not_null_name)} NOT NULL"
    if plain and isinstance(sequence.definition, Sequence):
        standard = Sequence(
            kind, maximum={"int2": 2**15 - 1, "int4": 2**31 - 1}.get(kind, 2**63 - 1)
        )
        if sequence.definition != standard:
            sql += f";\nALTER SEQUENCE {written(sequence.key)} {sequence.definition.clauses}"
    return Step(sql, f"add column {label}, numbered")


def alteration(
    before: Objects, after: Objects, old: Item, new: Item, problems: list[str]
) -> Iterator[Step]:
    """Yield what turns an object that is no column into another of its name."""
    match new.key[0]:
        case "type":
            yield from alter_type(before, old, new)
        case "table":
            yield from _alter_table(old, new, problems)
        case "sequence":
            goes_along = _follows(before, old) and _follows(after, new)
            yield from _alter_sequence(old, new, goes_along=goes_along)
        case "view" if (text := _options_changed(old, new)) is not None:
            yield Step(text, f"change storage parameters of {new.label}")
        case "routine" | "view":
            yield Step(replacement(new.create), f"replace {new.label}")
        case "server" | "user mapping" | "foreign data wrapper" | "extension":
            yield from outside_changes(old, new)
        case "publication":
            yield from publication_changes(old, new)
        case "grant" | "default privileges":
            yield from grant_changes(old, new)
        case "parent":
            yield Step(f"{old.drop};\n{new.create}", f"change the bounds of {new.label}")
        case _:
            yield from _reset(old, new)
            yield Step(new.create, f"set {new.label}")


def _reset(old: Item, new: Item) -> Iterator[Step]:
    """Yield what takes back options that nobody sets any more: SET leaves others as they are."""
    was, now = old.definition, new.definition
    if not isinstance(was, Stated) or not isinstance(now, Stated) or " RESET (" not in old.drop:
        return
    if dict(was.options).keys() - dict(now.options).keys():
        yield Step(old.drop, f"reset {old.label}")


def typed(old: Objects, new: Objects, keys: Iterable[Key]) -> Iterator[Step]:
    """Yield what makes typed tables of tables that have the columns of their types by now.

    Args:
        old: The schema as it is.
        new: The schema as it should be.
        keys: The tables that change.
    """
    for key in keys:
        was, now = old.items[key].definition, new.items[key].definition
        if (
            isinstance(was, Table)
            and isinstance(now, Table)
            and now.of_type not in {(), was.of_type}
        ):
            path = ".".join(map(quoted, now.of_type))
            what = f"give {new.items[key].label} the columns of {path}"
            yield Step(f"ALTER TABLE {written(key)} OF {path}", what)


def _alter_table(old: Item, new: Item, problems: list[str]) -> Iterator[Step]:
    was, now = old.definition, new.definition
    if not isinstance(was, Table) or not isinstance(now, Table):
        problems.append(f"cannot change {new.label}: what makes it is a query on one side")
        return
    head = f"ALTER TABLE {written(new.key)}"
    if was.foreign and now.foreign and was.foreign != now.foreign:
        yield from foreign_changes(head, was.foreign, now.foreign)
    if grouping(was.tail) != grouping(now.tail):
        problems.append(
            f"cannot change {new.label} yet: {without_storage(was.tail) or 'no clause'} to"
            f" {without_storage(now.tail) or 'no clause'}"
        )
    if was.unlogged != now.unlogged:
        word = "UNLOGGED" if now.unlogged else "LOGGED"
        yield Step(f"{head} SET {word}", f"make {new.label} {word.lower()}")
    if was.of_type and was.of_type != now.of_type:
        yield Step(f"{head} NOT OF", f"let {new.label} have columns of its own")
    (method, place), (new_method, new_place) = placement(was.tail), placement(now.tail)
    if method != new_method:
        yield Step(f"{head} SET ACCESS METHOD {new_method}", f"change how {new.label} is stored")
    if place != new_place:
        yield Step(f"{head} SET TABLESPACE {new_place}", f"move {new.label} to {new_place}")
    before, after = storage(was.tail), storage(now.tail)
    if reset := [name for name in before if name not in after]:
        yield Step(f"{head} RESET ({', '.join(reset)})", f"reset options of {new.label}")
    if changed := [f"{k} = {v}" for k, v in after.items() if before.get(k) != v]:
        yield Step(f"{head} SET ({', '.join(changed)})", f"set options of {new.label}")


def _follows(objects: Objects, item: Item) -> bool:
    """Tell whether SET LOGGED and UNLOGGED of a table say all of its sequence, as of a serial."""
    place = item.inside
    if not item.serial or place is None or not isinstance(item.definition, Sequence):
        return False
    table = objects.items["table", *place[1:3]].definition
    return isinstance(table, Table) and table.unlogged == item.definition.unlogged


def _alter_sequence(old: Item, new: Item, *, goes_along: bool) -> Iterator[Step]:
    """Yield what changes a sequence.

    Args:
        old: The sequence.
        new: What it becomes.
        goes_along: It is logged, or not, as its table, which takes it along.
    """
    was, now = old.definition, new.definition
    if not isinstance(was, Sequence) or not isinstance(now, Sequence) or was == now:
        return
    path, same = written(new.key), replace(was, unlogged=now.unlogged) == now
    if was.unlogged != now.unlogged and not (same and goes_along):
        word = "UNLOGGED" if now.unlogged else "LOGGED"
        yield Step(f"ALTER SEQUENCE {path} SET {word}", f"make {new.label} {word.lower()}")
    if same:
        return
    final = f"ALTER SEQUENCE {path} AS {now.type_name} {now.clauses}"
    if outgrown(was, now):
        low, high = min(was.minimum, now.minimum), max(was.maximum, now.maximum)
        wide = max(was, now, key=lambda item: item.largest).type_name
        final = (
            f"ALTER SEQUENCE {path} AS {wide} MINVALUE {low} MAXVALUE {high};\n"
            f"{moved(string(path) + '::regclass', now)};\n{final}"
        )
    elif was.start != now.start:  # one that nobody has asked yet begins there
        final += (
            f";\nSELECT setval({string(path)}, {now.start}, false)"
            f" WHERE pg_sequence_last_value({string(path)}::regclass) IS NULL"
        )
    yield Step(final, f"change {new.label}")
