"""The changes that create objects; dropping is the same the other way round.

Depends on: catalog, change.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flash_core.catalog.identifiers import quote, quote_path
from flash_core.catalog.model import Domain, Enum, ForeignKey, Key, OtherConstraint
from flash_core.catalog.names import constraint_names, constraints
from flash_core.catalog.order import ordered_tables
from flash_core.catalog.render import (
    add_constraint,
    attachments,
    comment_on,
    constraint,
    create_index,
    create_schema,
    create_table,
    create_type,
    indexes_of,
)
from flash_core.engine import Engine

from .change import Change, only_undone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flash_core.catalog.model import Catalog, Column, Composite, Index, Table, View
    from flash_core.catalog.names import Constraint


def label(schema: str, name: str) -> str:
    """Return the name of an object for comments and messages."""
    return f"{schema}.{name}" if schema else name


def table_path(table: Table, engine: Engine) -> str:
    """Return the name of a table as written in SQL."""
    return quote_path(table.schema, table.name, engine)


def column_label(table: Table, column: Column) -> str:
    """Return the name of a column for comments and messages."""
    return f"{label(table.schema, table.name)}.{column.name}"


def schema_change(name: str, engine: Engine) -> Change:
    """Create a schema."""
    return Change(
        create_schema(name, engine),
        f"DROP SCHEMA {quote(name, engine)}",
        f"create schema {name}",
        f"drop schema {name}",
        names=(name,),
    )


def type_change(item: Enum | Domain | Composite, engine: Engine) -> Change:
    """Create an enum, domain or composite type."""
    kind = "DOMAIN" if isinstance(item, Domain) else "TYPE"
    what = type(item).__name__.lower()
    name = label(item.schema, item.name)
    return Change(
        create_type(item, engine),
        f"DROP {kind} {quote_path(item.schema, item.name, engine)}",
        f"create {what} {name}",
        f"drop {what} {name}",
        names=(name,),
    )


def table_changes(
    catalog: Catalog, wanted: Callable[[Table], bool], late: Callable[[Table, ForeignKey], bool]
) -> tuple[list[Change], list[Change]]:
    """Create tables, and add the foreign keys that have to wait.

    Args:
        catalog: What the tables are part of.
        wanted: Which of its tables to create.
        late: Tells whether a foreign key must wait although its table exists.
    """
    engine = catalog.engine
    creations: list[Change] = []
    additions: list[Change] = []
    for table, ahead in ordered_tables(catalog):
        if not wanted(table):
            continue
        cyclic = [key for key in ahead if (to := catalog.find_table(key.table)) and wanted(to)]
        later = [key for key in table.foreign_keys if key in cyclic or late(table, key)]
        name = label(table.schema, table.name)
        own = indexes_of(catalog, table) if engine.family is Engine.MYSQL else ()
        creation = create_table(table, engine, without=tuple(later), indexes=own)
        creations.append(
            Change(
                ";\n".join([creation, *attachments(table, engine)]),
                f"DROP TABLE {table_path(table, engine)}",
                f"create table {name}",
                f"drop table {name}",
                undo_destroys=True,
                names=(name,),
            )
        )
        additions += [constraint_change(table, key, engine) for key in later]
    return creations, additions


def server_name(table: Table, item: Constraint) -> str | None:
    """Return the name of a constraint on a PostgreSQL server, or ``None`` if that is uncertain.

    A number at the end of a generated name depends on the order of creation.
    """
    if item.name is not None:
        return item.name
    if isinstance(item, OtherConstraint) and not item.text.upper().startswith("UNIQUE"):
        return None  # an exclusion constraint is called after its expressions
    found = next(name for name, other in constraint_names(table) if other is item)
    plain = constraint_names(_only(table, item))[0][0]
    rivals = [other for other in constraints(table) if other is not item]
    contested = any(
        other.name == plain if other.name else constraint_names(_only(table, other))[0][0] == plain
        for other in rivals
    )
    return None if contested else found


def _only(table: Table, item: Constraint) -> Table:
    """Return the table with no other constraint than ``item``."""
    return replace(
        table,
        keys=tuple(other for other in table.keys if other is item),
        foreign_keys=tuple(other for other in table.foreign_keys if other is item),
        checks=tuple(other for other in table.checks if other is item),
        others=tuple(other for other in table.others if other is item),
    )


def describe(table: Table, item: Constraint, engine: Engine) -> str:
    """Return a constraint for comments and messages."""
    if item.name is not None:
        return f"constraint {item.name} of table {label(table.schema, table.name)}"
    return f"{constraint(item, engine)} of table {label(table.schema, table.name)}"


def constraint_change(table: Table, item: Constraint, engine: Engine) -> Change:
    """Add a constraint to a table that exists."""
    name = server_name(table, item)
    what = describe(table, item, engine)
    path = table_path(table, engine)
    # MySQL knows DROP CONSTRAINT since 8.0.19.
    foreign = isinstance(item, ForeignKey) and engine.family is Engine.MYSQL
    word = "FOREIGN KEY" if foreign else "CONSTRAINT"
    down = "" if name is None else f"ALTER TABLE {path} DROP {word} {quote(name, engine)}"
    caution = "; fails if rows break it" if not (isinstance(item, Key) and item.primary) else ""
    return Change(
        add_constraint(table, item, engine),
        down,
        f"add {what}{caution}",
        f"drop {what}",
        names=(label(table.schema, table.name),),
    )


def index_change(index: Index, engine: Engine) -> Change:
    """Create an index."""
    name = label(index.schema, index.name)
    what = f"{'unique ' if index.unique else ''}index {name}"
    return Change(
        create_index(index, engine),
        f"DROP INDEX {quote_path(index.schema, index.name, engine)}",
        f"create {what} on {label(index.schema, index.table)}",
        f"drop {what}",
        names=(name,),
    )


def view_change(view: View, engine: Engine) -> Change:
    """Create a view."""
    kind = "table" if view.table else "materialized view" if view.materialized else "view"
    name = label(view.schema, view.name)
    return Change(
        ";\n".join([view.text, *view.changes]),
        f"DROP {kind.upper()} {quote_path(view.schema, view.name, engine)}",
        f"create {kind} {name}",
        f"drop {kind} {name}",
        undo_destroys=view.table,
        names=(name,),
    )


def comment_changes(old: Table | None, new: Table, engine: Engine) -> Iterator[Change]:
    """Set what changed in the comments on a table and its columns."""
    before = dict(_comments(old, engine)) if old else {}
    for (kind, target, what), now in _comments(new, engine):
        was = before.get((kind, target, what))
        if was != now:
            yield Change(
                comment_on(kind, target, now),
                comment_on(kind, target, was),
                f"comment on {kind.lower()} {what}",
                f"restore the comment on {kind.lower()} {what}",
                names=(what,),
            )


def _comments(table: Table, engine: Engine) -> Iterator[tuple[tuple[str, str, str], str | None]]:
    """Yield kind, name in SQL and label of a table and its columns, with their comments."""
    path = table_path(table, engine)
    yield ("TABLE", path, label(table.schema, table.name)), table.comment
    for column in table.columns:
        target = f"{path}.{quote(column.name, engine)}"
        yield ("COLUMN", target, column_label(table, column)), column.comment


def lost_comments(old: Table, new: Table | None, engine: Engine) -> Iterator[Change]:
    """Restore, on the way back, the comments that go with a table or with some of its columns."""
    staying = dict(_comments(new, engine)) if new else {}
    for (kind, target, what), text in _comments(old, engine):
        if text is not None and (kind, target, what) not in staying:
            change = Change(comment_on(kind, target, text), "", f"comment on {what}", "")
            yield only_undone(change)
