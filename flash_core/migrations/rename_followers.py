"""What PostgreSQL named after a table or column, and leaves behind when that is renamed.

A database that was made with the new names has other names for these, so they
are renamed with it: constraints, indexes, sequences.

Depends on: catalog, change, creation, inherited_names, matching, name_changes, postgres_not_nulls.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flash_core.catalog.domains import clause_kind, clause_names, clauses_of
from flash_core.catalog.identifiers import quote, quote_path
from flash_core.catalog.implied import is_serial
from flash_core.catalog.model import Key, OtherConstraint, RenameKind
from flash_core.catalog.names import constraint_names, object_name, usual_name
from flash_core.catalog.not_nulls import is_passed_on, not_null_name
from flash_core.engine import Engine

from .change import Change
from .creation import label, table_path
from .inherited_names import tied
from .matching import Matching
from .name_changes import NameChange, in_turn
from .postgres_not_nulls import renamed_domain_not_null, renamed_not_nulls

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from flash_core.catalog.model import Catalog, Column, Rename, Table
    from flash_core.catalog.names import Constraint


def followers(
    origin: Catalog, old: Catalog, new: Catalog, renames: Sequence[Rename]
) -> Iterator[Change]:
    """Yield the renames that follow from those of tables and columns.

    Args:
        origin: What there was before.
        old: What there is after those.
        new: What there should be.
        renames: Those that were done.
    """
    yield from in_turn(list(_followers(origin, old, new, renames)))


def _followers(
    origin: Catalog, old: Catalog, new: Catalog, renames: Sequence[Rename]
) -> Iterator[NameChange | Change]:
    seen: set[tuple[str, str]] = set()
    ties = list(tied(old, renames)) if old.engine is Engine.POSTGRESQL else []
    held = {column for _, columns in ties for column in columns}
    for item in renames:
        if item.kind is RenameKind.TYPE:
            yield from _domain_names(origin, item)
            continue
        path = item.name if item.kind is RenameKind.TABLE else item.owner
        before, after = old.find_table(path), new.find_table(path)
        if before is None or after is None or (after.schema, after.name) in seen:
            continue
        seen.add((after.schema, after.name))
        own = [
            each
            for each in renames
            if each.kind is not RenameKind.TYPE and new.find_table(each.owner or each.name) is after
        ]
        yield from _constraints(old, new, before, after)
        yield from _indexes(old, new, before)
        yield from _sequences(old, before, own)
        yield from _not_nulls(old, before, own, held)
    yield from (change for change, _ in ties)
    if old.engine is Engine.POSTGRESQL:
        yield from _keys_of_partitions(old, new, seen)


def _constraints(old: Catalog, new: Catalog, before: Table, after: Table) -> Iterator[NameChange]:
    match = Matching(old, new)
    there = constraint_names(before)
    wanted = constraint_names(after)
    taken = {name for name, _ in there}
    for name, item in wanted:
        if name in taken:
            continue
        for was, other in there:
            nameless = replace(item, name=None), replace(other, name=None)
            if was in taken and match.same_constraint(nameless[1], nameless[0]):
                if was in {each for each, _ in wanted}:
                    continue
                taken -= {was}
                yield _constraint_renamed(old, before, item, (was, name))
                break


def _constraint_renamed(
    old: Catalog, table: Table, item: Constraint, names: tuple[str, str]
) -> NameChange:
    head = f"ALTER TABLE {table_path(table, old.engine)} RENAME CONSTRAINT"
    # Those of keys are names of indexes, too.
    of_all = isinstance(item, (Key, OtherConstraint))
    return NameChange(
        "constraint",
        label(table.schema, table.name),
        names,
        (table.schema,) if of_all else (table.schema, table.name),
        lambda one, two: f"{head} {quote(one, old.engine)} TO {two}",
    )


def _keys_of_partitions(
    old: Catalog, new: Catalog, renamed: set[tuple[str, str]]
) -> Iterator[NameChange]:
    """Rename what goes and comes again with the keys above, whose names are the server's then.

    Args:
        old: What there is.
        new: What there should be.
        renamed: The tables that have other names, or whose columns have.
    """
    match, concerned = Matching(old, new), set(renamed)
    for table in old.tables:  # those above come first
        above = [old.find_table(path) for path in table.inherits if table.bound]
        now = new.find_table((table.schema, table.name) if table.schema else (table.name,))
        concerned |= {
            (table.schema, table.name) for t in above if t and (t.schema, t.name) in concerned
        }
        if not above or now is None or (table.schema, table.name) not in concerned:
            continue
        there, wanted = constraint_names(table), constraint_names(now)
        taken = {name for name, _ in there}
        for was, item in there:
            stays = any(
                match.same_constraint(replace(item, name=None), replace(other, name=None))
                for _, other in wanted
            )
            name = usual_name(table, item, taken - {was})
            if isinstance(item, Key) and item.inherited and not stays and name != was:
                yield _constraint_renamed(old, table, item, (was, name))


def _indexes(old: Catalog, new: Catalog, table: Table) -> Iterator[NameChange]:
    def own(catalog: Catalog) -> dict[str, tuple[object, ...]]:
        return {
            index.name: (index.columns, index.unique, index.text)
            for index in catalog.indexes
            if (index.schema, index.table) == (table.schema, table.name)
        }

    before, after = own(old), own(new)
    for name, what in after.items():
        twin = next(
            (was for was, that in before.items() if that == what and was not in after), None
        )
        if name in before or twin is None:
            continue
        del before[twin]
        yield NameChange(
            "index",
            label(table.schema, table.name),
            (twin, name),
            (table.schema,),
            lambda one, two: (
                f"ALTER INDEX {quote_path(table.schema, one, old.engine)} RENAME TO {two}"
            ),
        )


def _sequences(old: Catalog, before: Table, renames: Sequence[Rename]) -> Iterator[NameChange]:
    """Rename the sequences of serial and identity columns, unless they have names of their own."""
    engine = old.engine
    was_table = next((r.old for r in renames if r.kind is RenameKind.TABLE), before.name)
    was = {r.name[-1]: r.old for r in renames if r.kind is RenameKind.COLUMN}
    for column in before.columns:  # whether or not it goes on counting
        if not _counts(column) or column.inherited or "NAME" in column.identity_options.upper():
            continue
        names = (
            object_name(was_table, was.get(column.name, column.name), "seq"),
            object_name(before.name, column.name, "seq"),
        )
        if names[0] != names[1]:
            yield NameChange(
                "sequence",
                label(before.schema, before.name),
                names,
                (before.schema,),
                lambda one, two: (
                    f"ALTER SEQUENCE IF EXISTS {quote_path(before.schema, one, engine)}"
                    f" RENAME TO {two}"
                ),
            )


def _not_nulls(
    old: Catalog, table: Table, renames: Sequence[Rename], tied_columns: Container[int]
) -> Iterator[Change]:
    was_table = next((r.old for r in renames if r.kind is RenameKind.TABLE), table.name)
    was = {r.name[-1]: r.old for r in renames if r.kind is RenameKind.COLUMN}
    names = [
        (
            object_name(was_table, was.get(column.name, column.name), "not_null"),
            not_null_name(old.find_table, table, column),
        )
        for column in table.columns
        if column.not_null and column.not_null_name is None and _is_own(old, table, column)
        if id(column) not in tied_columns
    ]
    family = any(each.inherits for each in old.tables)
    up = renamed_not_nulls(table, names, family=family)
    if up:
        what = f"NOT NULL constraints of table {label(table.schema, table.name)}"
        yield Change(
            up,
            renamed_not_nulls(table, [(name, one) for one, name in names], family=family),
            f"rename the {what}, which PostgreSQL 18 named after it",
            f"rename the {what} back",
            names=(label(table.schema, table.name),),
        )


def _is_own(old: Catalog, table: Table, column: Column) -> bool:
    """Tell whether the NOT NULL of a column is none of the tables above, as of a key here alone."""
    if not column.inherited:
        return True
    parents = [old.find_table(path) for path in table.inherits]
    above = [c for parent in parents if parent for c in parent.columns if c.name == column.name]
    return not any(map(is_passed_on, above))


def _domain_names(before: Catalog, item: Rename) -> Iterator[Change]:
    """Rename what the server named after a domain: its checks and its NOT NULL."""
    domain = before.find_domain((*item.name[:-1], item.old))
    if domain is None:
        return
    path = quote_path(domain.schema, item.name[-1], before.engine)
    clauses = clauses_of(domain.text)
    names = clause_names(domain.name, clauses), clause_names(item.name[-1], clauses)
    for clause, one, other in zip(clauses, *names, strict=True):
        if one is None or other is None or one == other:
            continue
        kind = clause_kind(clause)
        write = renamed_domain_not_null if kind == "NOT" else _renamed_check
        yield Change(
            write(path, one, other),
            write(path, other, one),
            f"rename constraint {one} of domain {path} to {other}",
            f"rename constraint {other} of domain {path} back to {one}",
            names=(label(domain.schema, item.name[-1]),),
        )


def _renamed_check(path: str, one: str, other: str) -> str:
    names = f"{quote(one, Engine.POSTGRESQL)} TO {quote(other, Engine.POSTGRESQL)}"
    return f"ALTER DOMAIN {path} RENAME CONSTRAINT {names}"


def _counts(column: Column) -> bool:
    return is_serial(column) or column.identity is not None
