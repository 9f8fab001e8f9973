"""Columns that come from elsewhere: parents, partitioned tables, composite types, LIKE.

What is copied, checked on the server: INHERITS and PARTITION OF take types,
defaults, NOT NULL and generated columns; a partition also identity and keys.
LIKE takes types and NOT NULL, the rest on request.

Depends on: sql.syntax, draft, identifiers, implied, model, names,
partition_indexes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.engine import Engine
from flash_core.sql import syntax

from .attached import all_checks
from .draft import Draft, ObjectId, Refused
from .identifiers import quote_path, string
from .implied import is_serial, settle
from .model import Check, Column, ForeignKey, Index, Key, Origin, Table
from .names import constraint_names, index_name, object_name
from .not_nulls import is_passed_on, not_null_name
from .partition_indexes import no_more_lacking, partition_indexes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flash_core.sql.source import SourceFile

_SERIAL: Final = {
    "smallserial": ("int2", "smallint"),
    "serial2": ("int2", "smallint"),
    "serial": ("int4", "integer"),
    "serial4": ("int4", "integer"),
    "bigserial": ("int8", "bigint"),
    "serial8": ("int8", "bigint"),
}


def path_of(table: Table) -> tuple[str, ...]:
    """Return the name of a table as other objects keep it."""
    return (table.schema, table.name) if table.schema else (table.name,)


def plain(column: Column, table: Table, sequence: str | None = None) -> Column:
    """Return a column as another table would have it: ``serial`` is an integer and a default.

    Args:
        column: The column.
        table: Its table.
        sequence: What its sequence is called, where that is not the usual name.
    """
    if column.type is None or not is_serial(column):
        return column
    name, text = _SERIAL[column.type.parts[-1].lower()]
    sequence = sequence or object_name(table.name, column.name, "seq")
    path = string(quote_path(table.schema, sequence, Engine.POSTGRESQL))
    return replace(
        column,
        type=replace(column.type, parts=(name,)),
        type_text=text,
        default=f"nextval({path}::regclass)",
    )


def inherited_columns(draft: Draft, statement: syntax.CreateTable) -> tuple[Column, ...]:
    """Return what a new table has of its parents, or of its type, before its own columns.

    Raises:
        Refused: One of them does not exist (yet), or they contradict each other.
    """
    if statement.of_type is not None:
        return tuple(
            replace(column, inherited=True) for column in _composite(draft, statement.of_type)
        )
    found: dict[str, Column] = {}
    for name in statement.inherits:
        parent = draft.table(name.parts, name.span)
        for item in parent.columns:
            column = as_inherited(item, parent, partition=bool(statement.bound))
            other = found.get(column.name)
            if other is not None:
                column = _both(other, column, name)
            found[column.name] = column
    return tuple(found.values())


def _composite(draft: Draft, name: syntax.Name) -> tuple[Column, ...]:
    found = draft.composites.get(draft.id_of(name.parts))
    if found is None:
        message = f'type "{name}" does not exist'
        raise Refused(message, name.span, sqlstate="42704", missing=True)
    return found.columns


def as_inherited(column: Column, parent: Table, *, partition: bool) -> Column:
    """Return a parent's column as a child has it."""
    if column.not_null_alone:
        column = replace(column, not_null=False, not_null_name=None, not_null_alone=False)
    child = replace(
        plain(column, parent),
        inherited=True,
        restated=False,
        comment=None,
        not_null_name=None if column.not_null and not partition else column.not_null_name,
        not_null_above=column.not_null and not partition,
    )
    if not partition and child.identity is not None:
        child = replace(child, identity=None, identity_options="")
    return child


def _both(one: Column, other: Column, name: syntax.Name) -> Column:
    if one.type is not None and other.type is not None and one.type.parts != other.type.parts:
        message = f'inherited column "{one.name}" has a type conflict'
        raise Refused(message, name.span, sqlstate="42804")
    not_null = one.not_null or other.not_null
    return replace(
        one, not_null=not_null, not_null_above=one.not_null_above or other.not_null_above
    )


def copied_columns(draft: Draft, like: syntax.LikeTable) -> tuple[Column, ...]:
    """Return the columns that LIKE stands for.

    Raises:
        Refused: There is no such table (yet).
    """
    composite = draft.composites.get(draft.id_of(like.table.parts))
    if composite is not None:
        return composite.columns
    table = draft.table(like.table.parts, like.table.span)
    return tuple(_copied(plain(column, table), table, like.options) for column in table.columns)


def _copied(column: Column, table: Table, options: frozenset[str]) -> Column:
    if "defaults" not in options:
        column = replace(column, default=None)
    if "identity" not in options:
        column = replace(column, identity=None, identity_options="")
    if "generated" not in options:
        column = replace(column, generated=None, stored=False)
    if "comments" not in options:
        column = replace(column, comment=None)
    if column.not_null:
        # The constraint comes with the name that it has.
        own = column.not_null_name or object_name(table.name, column.name, "not_null")
        column = replace(column, not_null_name=own, not_null_above=False)
    return replace(column, inherited=False, restated=False, has_default=False)


def with_copied_constraints(draft: Draft, table: Table, like: syntax.LikeTable) -> Table:
    """Return the table with the constraints that LIKE brings."""
    source = draft.tables.get(draft.id_of(like.table.parts))
    if source is None:
        return table
    if "constraints" in like.options:
        table = replace(table, checks=(*table.checks, *copied_checks(draft, source)))
    if "indexes" in like.options:
        keys = tuple(
            replace(key, name=None, inherited=False, lacking=frozenset()) for key in source.keys
        )
        others = (replace(other, name=None) for other in source.others)
        table = replace(table, keys=(*table.keys, *keys), others=(*table.others, *others))
    return table


def copied_checks(draft: Draft, source: Table) -> list[Check]:
    """Return the checks that LIKE brings, those from above among them, under their names."""
    whole = replace(source, checks=tuple(_all_checks(draft, source)))
    named = constraint_names(whole)
    return [replace(each, name=name) for name, each in named if isinstance(each, Check)]


def copy_indexes(
    draft: Draft, table: Table, like: syntax.LikeTable, source: SourceFile
) -> list[tuple[Index, Index]]:
    """Create the indexes that LIKE brings, under the names that the server gives them.

    Returns:
        Each of the other table's indexes with its like.
    """
    origin = draft.tables.get(draft.id_of(like.table.parts))
    if origin is None or "indexes" not in like.options:
        return []
    place = Origin(source, like.span)
    return [
        (index, copy_index(draft, table, index, place)) for _, index in draft.indexes_of(origin)
    ]


def copy_index(draft: Draft, table: Table, index: Index, origin: Origin) -> Index:
    """Create the like of an index on another table, and return it."""
    taken = {name for _, name in (*draft.tables, *draft.views, *draft.indexes)}
    name = index_name(table.name, index.text, taken)
    copy = replace(
        index,
        name=name,
        table=table.name,
        schema=table.schema,
        origin=origin,
        lacking=frozenset(),
        part_of=None,
    )
    draft.indexes[draft.id(table.schema, name)] = copy
    return copy


def partition_keys(parent: Table) -> tuple[Key, ...]:
    """Return the keys that each partition of a table has."""
    return tuple(
        replace(key, name=None, inherited=True, lacking=frozenset()) for key in parent.keys
    )


def merged_keys(keys: tuple[Key, ...], engine: Engine) -> tuple[Key, ...]:
    """Return the keys that CREATE TABLE makes: PostgreSQL makes one of those that say the same."""
    if engine is not Engine.POSTGRESQL:
        return keys
    found: dict[tuple[object, ...], Key] = {}
    for key in keys:
        same = (key.columns, key.form, key.tail.upper(), key.inherited)
        first = found.setdefault(same, key)
        if first is not key:
            # The primary key comes first, and an unnamed one takes the name of the other.
            one, other = (key, first) if key.primary else (first, key)
            found[same] = replace(one, name=one.name or other.name)
    return tuple(found.values())


# -- later changes -------------------------------------------------------------


def children(draft: Draft, table: Table) -> list[Table]:
    """Return the tables that inherit from a table directly."""
    key = draft.id(table.schema, table.name)
    return [
        child
        for child in draft.tables.values()
        if any(draft.key(path) == key for path in child.inherits)
    ]


def propagate(draft: Draft, before: Table, after: Table) -> None:
    """Let the children of a table follow its change."""
    old = {column.name: column for column in before.columns}
    new = {column.name: column for column in after.columns}
    keys = partition_keys(after) if after.keys != before.keys else None
    if old == new and keys is None:
        return
    for child in children(draft, after):
        partition = bool(child.bound)
        columns = [
            _follow(column, old, new, after, partition=partition)
            for column in child.columns
            if column.name in new or column.name not in old or not column.inherited
        ]
        have = {column.name for column in columns}
        added = [
            as_inherited(column, after, partition=partition)
            for name, column in new.items()
            if name not in old and name not in have
        ]
        # Created again, the child would have what it inherits before its own columns.
        mixed = bool(added) and not all(column.inherited for column in columns)
        attached = child.attached or mixed
        changed = replace(child, columns=(*columns, *added), attached=attached)
        if mixed and not child.attached:
            changed = replace(changed, checks=tuple(_all_checks(draft, changed)))
        if partition and keys is not None:
            changed = replace(changed, keys=_followed_keys(child.keys, keys))
        changed = settle(changed, Engine.POSTGRESQL)
        draft.put(changed)
        propagate(draft, child, changed)


def _all_checks(draft: Draft, table: Table) -> list[Check]:
    return all_checks(table, lambda path: draft.tables.get(draft.key(path)))


def _all_references(draft: Draft, table: Table) -> list[ForeignKey]:
    """Return the foreign keys of a partition with those of the tables above, under their names."""
    found = list(table.foreign_keys)
    taken = {name for name, _ in constraint_names(table)}
    for path in table.inherits if table.bound else ():
        parent = draft.tables.get(draft.key(path))
        names = {id(item): name for name, item in constraint_names(parent)} if parent else {}
        for key in _all_references(draft, parent) if parent else ():
            name = names.get(id(key), key.name)
            if name not in taken:
                found.append(replace(key, name=name, column=None))
    return found


def _followed_keys(own: Sequence[Key], above: Sequence[Key]) -> tuple[Key, ...]:
    """Return a partition's keys when those above have changed; what it has of one keeps its name."""
    known = {(key.primary, key.columns, key.form): key.name for key in own if key.inherited}
    named = [replace(key, name=known.get((key.primary, key.columns, key.form))) for key in above]
    return _merged_keys([key for key in own if not key.inherited], named)


def _merged_keys(own: Sequence[Key], keys: Sequence[Key]) -> tuple[Key, ...]:
    taken = {(key.primary, key.columns) for key in own}
    return (*own, *(key for key in keys if (key.primary, key.columns) not in taken))


def _follow(
    column: Column,
    old: dict[str, Column],
    new: dict[str, Column],
    parent: Table,
    *,
    partition: bool,
) -> Column:
    """Return a child's column with what has changed in its parent's."""
    before, after = old.get(column.name), new.get(column.name)
    if before is None or after is None or before == after:
        return column
    before = as_inherited(before, parent, partition=partition)
    after = as_inherited(after, parent, partition=partition)
    if (before.type, before.collation) != (after.type, after.collation):
        type_ = after.type, after.type_text, after.collation
        column = replace(column, type=type_[0], type_text=type_[1], collation=type_[2])
    if after.not_null and not column.not_null:
        column = replace(
            column,
            not_null=True,
            not_null_above=not partition or column.restated,
            not_null_name=after.not_null_name,
        )
    elif (
        before.not_null
        and not after.not_null
        and (column.not_null_above or (partition and not column.restated))
    ):
        column = replace(column, not_null=False, not_null_name=None, not_null_above=False)
    if before.default != after.default:
        column = replace(column, default=after.default)
    if (before.generated, before.identity) != (after.generated, after.identity):
        column = replace(
            column, generated=after.generated, stored=after.stored, identity=after.identity
        )
    return column


def change_parents(
    draft: Draft, table: Table, action: syntax.AttachPartition | syntax.Inherit
) -> None:
    """Fold ATTACH and DETACH PARTITION, INHERIT and NO INHERIT.

    Raises:
        Refused: There is no such table (yet), or a column is missing.
    """
    if isinstance(action, syntax.Inherit):
        _inherit(draft, table, action)
    else:
        _attach(draft, table, action)


def _attach(draft: Draft, parent: Table, action: syntax.AttachPartition) -> None:
    child = draft.table(action.table.parts, action.table.span)
    if not action.bound:
        local = tuple(_detached(column) for column in child.columns)
        keys = tuple(replace(key, inherited=False) for key in child.keys)
        for index, _ in partition_indexes(draft.freeze()):
            if (index.schema, index.table) == (child.schema, child.name):
                draft.indexes[draft.id(index.schema, index.name)] = index
        no_more_lacking(draft, child)
        detached = replace(child, columns=local, keys=keys, checks=tuple(_all_checks(draft, child)))
        references = tuple(_all_references(draft, child))
        detached = replace(detached, foreign_keys=references)
        draft.put(replace(detached, inherits=(), bound="", attached=False))
        return
    if child.bound:
        message = f'"{child.name}" is already a partition'
        raise Refused(message, action.span, sqlstate="42809")
    _check_columns(draft, parent, child, action)
    above = {(key.primary, key.columns) for key in parent.keys}
    # A key that the table above has, too, goes with that one from now on.
    own = (
        replace(key, inherited=True) if (key.primary, key.columns) in above else key
        for key in child.keys
    )
    keys = _merged_keys(tuple(own), partition_keys(parent))
    columns = tuple(replace(column, inherited=True) for column in child.columns)
    # A check that the table above has, too, is no longer its own.
    names = {id(item): name for name, item in constraint_names(parent)}
    checked = {(names.get(id(c), c.name), c.text) for c in _all_checks(draft, parent)}
    checks = tuple(c for c in child.checks if (c.name, c.text) not in checked)
    referred = {_said(key) for key in _all_references(draft, parent)}
    references = tuple(key for key in child.foreign_keys if _said(key) not in referred)
    below = replace(child, columns=columns, checks=checks, foreign_keys=references)
    below = replace(below, inherits=(path_of(parent),))
    draft.put(replace(below, keys=keys, bound=action.bound, attached=True))


def _detached(column: Column) -> Column:
    """Return a column of a partition that is one no more; the identity stays above."""
    own = replace(column, inherited=False, restated=False)
    return own if own.identity is None else replace(own, identity=None, identity_options="")


def _said(key: ForeignKey) -> ForeignKey:
    """Return a foreign key without its name: whatever it is called, it becomes that of above."""
    return replace(key, name=None, column=None)


def _check_columns(
    draft: Draft, parent: Table, child: Table, action: syntax.AttachPartition | syntax.Inherit
) -> None:
    for column in parent.columns:
        found = draft.column(child, column.name)
        if found is None:
            message = f'child table "{child.name}" is missing column "{column.name}"'
            raise Refused(message, action.span, sqlstate="42804", missing=True)
        if is_passed_on(column) and not found.not_null:
            message = f'column "{column.name}" in child table "{child.name}" must be NOT NULL'
            raise Refused(message, action.span, sqlstate="42804", missing=True)


def _inherit(draft: Draft, child: Table, action: syntax.Inherit) -> None:
    parent = draft.table(action.parent.parts, action.parent.span)
    path = path_of(parent)
    if action.inherits:
        _check_columns(draft, parent, child, action)
        draft.put(replace(child, inherits=(*child.inherits, path), attached=True))
        return
    if path not in child.inherits:
        message = f'"{parent.name}" is not a parent of "{child.name}"'
        raise Refused(message, action.span, sqlstate="42P01")
    rest = tuple(item for item in child.inherits if item != path)
    local = tuple(_left(draft, (child, column), parent, rest) for column in child.columns)
    attached = child.attached and bool(rest)
    kept = _all_checks(draft, replace(child, inherits=rest, checks=()))
    others = [check for check in kept if check not in child.checks]
    checks = [c for c in _all_checks(draft, replace(child, inherits=(path,))) if c not in others]
    left = replace(child, columns=local, checks=tuple(checks))
    draft.put(replace(left, inherits=rest, attached=attached))


def leave_column(draft: Draft, table: Table, name: str) -> None:
    """Let the children of a table keep a column, or its NOT NULL, that it alone has lost.

    Args:
        draft: The schema, in which it has lost that.
        table: The table as it was.
        name: The column.
    """
    for child in children(draft, table):
        columns = tuple(
            _left(draft, (child, column), table, child.inherits) if column.name == name else column
            for column in child.columns
        )
        draft.put(replace(child, columns=columns))


def _left(
    draft: Draft,
    below: tuple[Table, Column],
    parent: Table,
    parents: Sequence[tuple[str, ...]],
) -> Column:
    """Return a column of a child that one of its parents has left behind.

    Args:
        draft: The schema.
        below: The child and its column.
        parent: The parent as it was.
        parents: Those that the child still has.
    """
    child, column = below
    tables = (draft.tables.get(draft.key(path)) for path in parents)
    above = [found for table in tables if table and (found := draft.column(table, column.name))]
    name, required = column.not_null_name, any(map(is_passed_on, above))
    if column.not_null_above and not required and not draft.in_order:
        # Its NOT NULL stays as it was called above; migrations rename it.
        before = draft.tables | {draft.id(parent.schema, parent.name): parent}
        name = not_null_name(lambda path: before.get(draft.key(path)), child, column)
    return replace(
        column,
        inherited=column.inherited and bool(above),
        not_null_above=column.not_null_above and required,
        not_null_name=name,
    )


def descendants(draft: Draft, key: ObjectId) -> Iterator[ObjectId]:
    """Yield every table below one."""
    table = draft.tables.get(key)
    for child in children(draft, table) if table is not None else ():
        child_key = draft.id(child.schema, child.name)
        yield child_key
        yield from descendants(draft, child_key)
