"""Rules that hold for every engine: what loses rows, breaks queries, or fails on rows.

Depends on: sql.syntax, review_rebuilds, review_rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.catalog.text import fold
from flash_core.sql import syntax
from flash_core.sql.syntax import ObjectKind

from .review_rebuilds import left_out, successor
from .review_rules import EVERY, MYSQL, POSTGRESQL, SQLITE, Level, registry

if TYPE_CHECKING:
    from .review_rules import Spots, Step

RULES, rule = registry()


@rule(
    "drop-table",
    Level.WARNING,
    EVERY,
    "dropping table {} loses its rows",
    "stop using it in every deployed version first, keep a copy, and drop it in a later migration",
)
def _drop_table(step: Step) -> Spots:
    found = step.statement
    if isinstance(found, syntax.Drop) and found.kind is ObjectKind.TABLE:
        for name in found.names:
            if not step.state.is_new(name) and successor(step, name) is None:
                yield step.at(name), f'"{name}"'
    elif isinstance(found, syntax.CreateTable) and found.or_replace and not found.temporary:
        catalog = step.state.catalog
        there = catalog is None or catalog.find_table(found.name.parts) is not None
        if there and not step.state.is_new(found.name):
            yield step.at(found.name), f'"{found.name}"'


@rule(
    "drop-column",
    Level.WARNING,
    EVERY,
    "dropping column {} loses its values, and breaks the queries that still read it",
    "deploy code that does not name it first, and drop it in a later migration",
)
def _drop_column(step: Step) -> Spots:
    for _, action in step.actions():
        if isinstance(action, syntax.DropColumn):
            yield step.at(action), f'"{action.column}"'
    found = step.statement
    if isinstance(found, syntax.Drop) and found.kind is ObjectKind.TABLE:
        for name in found.names:
            copy = None if step.state.is_new(name) else successor(step, name)
            for column in () if copy is None else left_out(step, name, copy):
                yield step.at(name), f'"{column}"'


@rule(
    "drop-database",
    Level.ERROR,
    POSTGRESQL | MYSQL,
    "a migration drops a whole database or schema",
    "drop the objects by name; whoever wants the database gone does that by hand",
)
def _drop_database(step: Step) -> Spots:
    if step.words[:1] == ["DROP"] and step.words[1:2] in (["DATABASE"], ["SCHEMA"]):
        yield step.head, ""


@rule(
    "rename-table",
    Level.WARNING,
    EVERY,
    "renaming table {} breaks what runs with the old name",
    "create a view with the old name, deploy, and drop the view later",
)
def _rename_table(step: Step) -> Spots:
    for name, action in step.actions():
        if isinstance(action, syntax.RenameTable | syntax.SetSchema):
            yield step.at(action), f'"{name}"'


@rule(
    "rename-column",
    Level.WARNING,
    EVERY,
    "renaming column {} breaks what runs with the old name",
    "add a column, write to both, copy the values, and drop the old one later",
)
def _rename_column(step: Step) -> Spots:
    for _, action in step.actions():
        renamed = isinstance(action, syntax.ModifyColumn) and (
            fold(action.column, step.state.engine)
            != fold(action.definition.name, step.state.engine)
        )
        if isinstance(action, syntax.RenameColumn) or (
            renamed and isinstance(action, syntax.ModifyColumn)
        ):
            yield step.at(action), f'"{action.column}"'


@rule(
    "add-column-not-null",
    Level.ERROR,
    POSTGRESQL | SQLITE,
    "column {} is NOT NULL and has no DEFAULT: adding it fails if the table has rows",
    "give it a DEFAULT, or add it without NOT NULL, fill it, and require it later",
)
def _add_column_not_null(step: Step) -> Spots:
    for _, action in step.actions():
        if isinstance(action, syntax.AddColumn) and _required(action.column):
            yield step.at(action.column), f'"{action.column.name}"'


def _required(column: syntax.ColumnDef) -> bool:
    """Tell whether a column needs a value and has none by itself."""
    primary = any(isinstance(c, syntax.KeyDef) and c.primary for c in column.constraints)
    default = column.default is not None and column.default.upper() != "NULL"
    serial = column.type_text.lower() in {"serial", "bigserial", "smallserial"}
    given = default or column.identity or column.generated is not None or serial
    return (column.not_null or primary) and not given and not column.autoincrement


@rule(
    "implicit-value",
    Level.WARNING,
    MYSQL,
    "column {} is NOT NULL and has no DEFAULT: rows that exist get 0, '' or a zero date",
    "give it a DEFAULT that means something, or add it without NOT NULL and fill it",
)
def _implicit_value(step: Step) -> Spots:
    for _, action in step.actions():
        if isinstance(action, syntax.AddColumn) and _required(action.column):
            yield step.at(action.column), f'"{action.column.name}"'


@rule(
    "unique-on-rows",
    Level.WARNING,
    EVERY,
    "a unique index or constraint on {} fails if rows that exist have equal values",
    "look for equal values first: SELECT …, count(*) … GROUP BY … HAVING count(*) > 1",
)
def _unique_on_rows(step: Step) -> Spots:
    found = step.statement
    if (
        isinstance(found, syntax.CreateIndex)
        and found.unique
        and not step.state.is_new(found.table)
    ):
        yield step.at(found.table), f'"{found.table}"'
    for name, action in step.actions():
        match action:
            case syntax.AddConstraint(constraint=syntax.KeyDef(primary=False)):
                yield step.at(action), f'"{name}"'
            case syntax.AddIndex(index=syntax.CreateIndex(unique=True)):
                yield step.at(action), f'"{name}"'
            case _:
                pass


@rule(
    "drop-foreign-key",
    Level.ADVICE,
    POSTGRESQL | MYSQL,
    "without foreign key {} rows may refer to nothing",
    "keep it, or make sure that something else checks the reference",
)
def _drop_foreign_key(step: Step) -> Spots:
    for table, action in step.actions():
        if isinstance(action, syntax.DropForeignKey):
            yield step.at(action), f'"{action.name}"'
        if isinstance(action, syntax.DropConstraint) and (
            action.name.endswith("_fkey") or _is_foreign_key(step, table, action.name)
        ):
            yield step.at(action), f'"{action.name}"'


def _is_foreign_key(step: Step, table: syntax.Name, name: str) -> bool:
    catalog = step.state.catalog
    found = catalog.find_table(table.parts) if catalog else None
    return found is not None and any(key.name == name for key in found.foreign_keys)


@rule(
    "transaction-control",
    Level.ERROR,
    EVERY,
    "{} in a migration ends or nests the transaction that the runner has begun",
    "remove it; a file with `-- flash:no-transaction` at its head runs without one",
)
def _transaction_control(step: Step) -> Spots:
    first = step.words[:1]
    words = {"BEGIN", "COMMIT", "ROLLBACK", "END", "SAVEPOINT", "RELEASE", "ABORT"}
    if (first and first[0] in words) or step.words[:2] == ["START", "TRANSACTION"]:
        yield step.head, first[0]


@rule(
    "rows-with-schema",
    Level.WARNING,
    EVERY,
    "{} of a whole table in one statement, in the same file as changes of the schema, locks both",
    "change the rows in batches, in a migration of their own or outside of one",
)
def _rows_with_schema(step: Step) -> Spots:
    found = step.statement
    if not isinstance(found, (syntax.Update, syntax.Delete)) or found.where is not None:
        return
    if step.state.is_new(found.table.name):
        return
    if any(isinstance(item, syntax.AlterTable) for item in step.state.statements):
        yield step.head, step.words[0]


@rule(
    "duplicate-assignment",
    Level.ERROR,
    EVERY,
    "UPDATE sets column {} twice",
    "set it once",
)
def _duplicate_assignment(step: Step) -> Spots:
    found = step.statement
    if not isinstance(found, syntax.Update):
        return
    seen: set[tuple[str, ...]] = set()
    for assignment in found.assignments:
        key = (*assignment.qualifier, fold(assignment.column, step.state.engine))
        if key in seen and not assignment.path:
            yield step.at(assignment), f'"{assignment.column}"'
        seen.add(key)


@rule(
    "wide-index",
    Level.ADVICE,
    EVERY,
    "an index over {} columns that is not unique seldom helps more than one over the first three",
    "keep the columns that select the fewest rows",
)
def _wide_index(step: Step) -> Spots:
    found = step.statement
    most = 3
    if isinstance(found, syntax.CreateIndex) and not found.unique and len(found.columns) > most:
        yield step.at(found.table), str(len(found.columns))
