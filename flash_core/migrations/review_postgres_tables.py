"""Rules of PostgreSQL about columns and constraints: what reads or writes a table under its lock.

Depends on: sql.syntax, types of columns, review_rules.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.catalog.model import Check
from flash_core.sql import syntax

from .review_rules import POSTGRESQL, Level, registry

if TYPE_CHECKING:
    from flash_core.catalog.model import Column

    from .review_rules import Spots, Step

RULES, rule = registry()

_CALL: Final = re.compile(r"([A-Za-z_][\w.]*)\s*\(")
# What a default may call without a value of its own for each row; the words take a "(", too.
_STABLE_WORDS: Final = """
    now current_timestamp current_date current_time localtime localtimestamp statement_timestamp transaction_timestamp
    timezone date_trunc to_timestamp to_date make_interval make_date jsonb_build_object jsonb_build_array
    json_build_object json_build_array to_json to_jsonb coalesce cast lower upper
    md5 length concat replace abs round floor ceil
    array varchar char character numeric decimal varying time
    timestamp timestamptz interval bit
"""
_STABLE: Final = frozenset(_STABLE_WORDS.split())
_SERIAL: Final = frozenset({"serial", "bigserial", "smallserial", "serial4", "serial8", "serial2"})


@rule(
    "add-column-volatile-default",
    Level.WARNING,
    POSTGRESQL,
    "column {} has a default with a value of its own for each row: adding it writes the whole table"
    " anew under an exclusive lock",
    "add it without a default, then SET DEFAULT, then fill the rows in batches",
)
def _volatile_default(step: Step) -> Spots:
    for _, action in step.actions():
        if isinstance(action, syntax.AddColumn) and action.column.default is not None:
            called = (name.lower() for name in _CALL.findall(action.column.default))
            if any(name.removeprefix("pg_catalog.") not in _STABLE for name in called):
                yield step.at(action.column), f'"{action.column.name}"'


@rule(
    "add-serial",
    Level.WARNING,
    POSTGRESQL,
    "adding {} numbers all rows, which writes the whole table anew under an exclusive lock",
    "make a new table, or add a plain bigint, fill it in batches and attach a sequence",
)
def _add_serial(step: Step) -> Spots:
    for _, action in step.actions():
        if isinstance(action, syntax.AddColumn):
            column = action.column
            if column.identity or column.type_text.lower() in _SERIAL:
                yield step.at(column), f'"{column.name}"'


@rule(
    "stored-generated-column",
    Level.WARNING,
    POSTGRESQL,
    "adding stored column {} computes it for all rows under an exclusive lock",
    "add a plain column, keep it current with a trigger, and fill it in batches",
)
def _stored_column(step: Step) -> Spots:
    for _, action in step.actions():
        if (
            isinstance(action, syntax.AddColumn)
            and action.column.generated is not None
            and action.column.stored
        ):
            yield step.at(action.column), f'"{action.column.name}"'


@rule(
    "foreign-key-validates",
    Level.WARNING,
    POSTGRESQL,
    "adding a foreign key to {} reads all its rows while writes to both tables wait",
    "add it NOT VALID, and VALIDATE CONSTRAINT in a later migration",
)
def _foreign_key(step: Step) -> Spots:
    for name, action in step.actions():
        if isinstance(action, syntax.AddConstraint):
            item = action.constraint
            if isinstance(item, syntax.ForeignKeyDef) and "NOT VALID" not in item.tail.upper():
                yield step.at(action), f'"{name}"'
        if isinstance(action, syntax.AddColumn):
            for item in action.column.constraints:
                if isinstance(item, syntax.ForeignKeyDef):
                    yield step.at(action), f'"{name}"'


@rule(
    "check-validates",
    Level.WARNING,
    POSTGRESQL,
    "adding a CHECK to {} reads all its rows under an exclusive lock",
    "add it NOT VALID, and VALIDATE CONSTRAINT in a later migration",
)
def _check(step: Step) -> Spots:
    for name, action in step.actions():
        if isinstance(action, syntax.AddConstraint):
            item = action.constraint
            if isinstance(item, syntax.CheckDef) and "NOT VALID" not in item.tail.upper():
                yield step.at(action), f'"{name}"'


@rule(
    "validated-at-once",
    Level.WARNING,
    POSTGRESQL,
    "constraint {} is validated in the transaction that adds it: the lock of adding it is kept"
    " while all rows are read",
    "validate it in a later migration, or put `-- flash:no-transaction` at the head of the file",
)
def _validated_at_once(step: Step) -> Spots:
    for _, action in step.actions():
        if isinstance(action, syntax.AddConstraint):
            item = action.constraint
            if isinstance(item, (syntax.ForeignKeyDef, syntax.CheckDef)) and item.name:
                step.state.unchecked.add(item.name)
        elif (
            isinstance(action, syntax.ValidateConstraint)
            and step.state.transaction
            and action.name in step.state.unchecked
        ):
            yield step.at(action), f'"{action.name}"'


@rule(
    "set-not-null",
    Level.WARNING,
    POSTGRESQL,
    "SET NOT NULL on {} reads all rows under an exclusive lock, and fails if one holds NULL",
    "add CHECK (column IS NOT NULL) NOT VALID, VALIDATE it, SET NOT NULL, and drop the check",
)
def _set_not_null(step: Step) -> Spots:
    for table, action in step.actions():
        if (
            isinstance(action, syntax.AlterColumnNotNull)
            and action.not_null
            and not action.not_valid
            and not _is_checked(step, table, action.column)
        ):
            yield step.at(action), f'"{action.column}"'


def _is_checked(step: Step, table: syntax.Name, column: str) -> bool:
    """Tell whether a constraint validated before says that a column is not NULL."""
    wanted = re.compile(rf'(?i)\W*"?{re.escape(column)}"?\s+IS\s+NOT\s+NULL\W*\Z')
    before = [
        action
        for statement in step.state.statements
        if isinstance(statement, syntax.AlterTable)
        and statement.span.start < step.statement.span.start
        for action in statement.actions
    ]
    validated = {a.name for a in before if isinstance(a, syntax.ValidateConstraint)}
    added = [a.constraint for a in before if isinstance(a, syntax.AddConstraint)]
    known = step.column(table, column)
    there = known[0].checks if known else ()
    return any(
        wanted.match(check.text)
        and ("NOT VALID" not in check.tail.upper() or check.name in validated)
        for check in (*added, *there)
        if isinstance(check, (syntax.CheckDef, Check))
    )


@rule(
    "unique-constraint",
    Level.WARNING,
    POSTGRESQL,
    "adding a UNIQUE constraint to {} builds its index while reads and writes wait",
    "CREATE UNIQUE INDEX CONCURRENTLY, then ADD CONSTRAINT … UNIQUE USING INDEX",
)
def _unique_constraint(step: Step) -> Spots:
    for name, action in step.actions():
        if isinstance(action, syntax.AddConstraint):
            item = action.constraint
            if isinstance(item, syntax.KeyDef) and not item.primary:
                yield step.at(action), f'"{name}"'
        if isinstance(action, syntax.AddColumn):
            for item in action.column.constraints:
                if isinstance(item, syntax.KeyDef) and not item.primary:
                    yield step.at(action), f'"{name}"'


@rule(
    "primary-key",
    Level.WARNING,
    POSTGRESQL,
    "adding a PRIMARY KEY to {} builds its index while reads and writes wait",
    "CREATE UNIQUE INDEX CONCURRENTLY, then ADD CONSTRAINT … PRIMARY KEY USING INDEX",
)
def _primary_key(step: Step) -> Spots:
    for name, action in step.actions():
        items: tuple[syntax.Node, ...] = ()
        if isinstance(action, syntax.AddConstraint):
            items = (action.constraint,)
        elif isinstance(action, syntax.AddColumn):
            items = action.column.constraints
        if any(isinstance(item, syntax.KeyDef) and item.primary for item in items):
            yield step.at(action), f'"{name}"'


@rule(
    "exclusion-constraint",
    Level.WARNING,
    POSTGRESQL,
    "adding an EXCLUDE constraint to {} reads all rows while reads and writes wait",
    "there is no way without that lock: choose a time when few use the table",
)
def _exclusion(step: Step) -> Spots:
    for name, action in step.actions():
        if isinstance(action, syntax.AddConstraint):
            item = action.constraint
            if isinstance(item, syntax.OtherConstraint) and item.text.upper().startswith("EXCLUDE"):
                yield step.at(action), f'"{name}"'


@rule(
    "change-type",
    Level.WARNING,
    POSTGRESQL,
    "changing the type of {} writes the whole table anew under an exclusive lock, and breaks what"
    " expects the old type",
    "add a column of the new type, write to both, copy in batches, and swap them",
)
def _change_type(step: Step) -> Spots:
    for table, action in step.actions():
        if isinstance(action, syntax.AlterColumnType):
            found = step.column(table, action.column)
            if found is None or not _free(found[1], action):
                yield step.at(action), f'"{action.column}"'


def _free(old: Column, action: syntax.AlterColumnType) -> bool:
    """Tell whether the server only has to change what it knows of the column."""
    if old.type is None or old.type.dimensions != action.type.dimensions:
        return False
    before, after = old.type.parts[-1], action.type.parts[-1]
    was, now = old.type.modifiers, action.type.modifiers
    if before == after and was == now:
        return True
    texts = {"varchar", "text"}
    if before in texts and after in texts | {before}:
        return not now or (bool(was) and int(now[0]) >= int(was[0]))
    if before == after == "numeric":
        return not now or (bool(was) and was[1:] == now[1:] and int(now[0]) >= int(was[0]))
    return (before, after) == ("cidr", "inet") or (
        before == after and before in {"varbit", "timestamp", "timestamptz", "time"} and not now
    )
