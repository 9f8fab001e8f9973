"""A plan for PostgreSQL that lets others read and write while it runs.

Statements that read a whole table under a lock that stops others are replaced by
several that do not: indexes are built CONCURRENTLY, outside of a transaction;
constraints are added NOT VALID and validated later; a column becomes NOT NULL
through a check that has been validated.  What a migration creates itself holds no
rows yet and stays as it is.

Each of these steps knows what takes it back.  The other statements of a file are
taken back by the difference between what they lead to and what there was.

Depends on: catalog, engine, errors, sql, change, diff, renames.
"""

from __future__ import annotations

import re
from dataclasses import field, replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.catalog.build import build
from flash_core.catalog.identifiers import quote, quote_list, quote_path
from flash_core.catalog.names import constraint_names, object_name
from flash_core.catalog.render import create_index
from flash_core.engine import Engine
from flash_core.errors import MigrationError
from flash_core.sql import syntax
from flash_core.sql.parse import parse_script
from flash_core.sql.source import Severity, SourceFile
from flash_core.sql.syntax import ObjectKind

from .change import Change, only_undone
from .diff import diff

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flash_core.catalog.model import Catalog, Index, Rename, Table

_PG: Final = Engine.POSTGRESQL
_DEFERRABLE: Final = re.compile(r"(?i)(?:(?:not )?deferrable)?(?: ?initially \w+)?\Z")
# What an index that is built alone, and one of a new table, may be built before.
_CONSTRAINED: Final = re.compile(r"ALTER TABLE \S+ ADD (?:CONSTRAINT|CHECK|FOREIGN KEY|UNIQUE)\b")
# What needs indexes and constraints as they were, or are to be.
_WHOLE: Final = re.compile(
    r"ALTER TABLE (?:ONLY )?((?:\"(?:[^\"]|\"\")*\"|[^\s\"])+) (?:ALTER (?:COLUMN )?.* TYPE\b"
    r"|ALTER (?:COLUMN )?.* (?:DROP|SET) EXPRESSION\b|REPLICA\b|CLUSTER\b|SET WITHOUT\b)",
    re.DOTALL,
)
_REMADE: Final = re.compile(
    r"ALTER (?:TYPE|DOMAIN) .* RENAME TO\b|DROP FUNCTION\b|CREATE OR REPLACE"
)
_BUILT: Final = re.compile(r"(?:CREATE (?:UNIQUE )?|DROP )INDEX CONCURRENTLY\b")
_MADE: Final = re.compile(r'CREATE (?:UNIQUE )?INDEX (?:CONCURRENTLY )?("[^"]*"|\S+) ON\b')
_LOCK: Final = "2s"


@dataclass(slots=True)
class _Plan:
    """The steps in order, and those that have to wait for other transactions.

    Attributes:
        unsettled: The tables that are written anew, or whose indexes and constraints are.
    """

    old: Catalog
    new: Catalog
    unsettled: frozenset[str]
    steps: list[Change] = field(default_factory=list[Change])
    validations: list[Change] = field(default_factory=list[Change])
    settlements: list[Change] = field(default_factory=list[Change])


def online(old: Catalog, new: Catalog, chosen: Sequence[Rename] = ()) -> list[list[Change]]:
    """Return the changes as they can run beside others, one list a migration file.

    Args:
        old: What there is.
        new: What there should be.
        chosen: Renames that nobody wrote down.

    Raises:
        CompileError: A directive names nothing that exists.
        MigrationError: The engine is not PostgreSQL, something is renamed, or some change
            cannot be expressed.
    """
    if new.engine is not _PG:
        message = f"--online is for PostgreSQL: {new.engine} has no statements for it"
        raise MigrationError(message)
    changes = diff(old, new, chosen)
    if any(change.up and change.down for change in changes):
        message = (
            "a rename stops what uses the old name, online or not\n"
            "hint: write it first, in a migration of its own, without --online"
        )
        raise MigrationError(message)
    wanted = [change for change in changes if change.up]
    plan = _Plan(old, new, _unsettled(wanted))
    if _REMADE.search("\n".join(change.up for change in wanted)):
        # A type that takes another's place takes everything that uses it along, at once.
        return [_bounded(_reversible(wanted, old))]
    swapped = _swapped(wanted, plan)
    for change in wanted:
        plan.steps += _rewritten(change, plan, swapped)
    late = [*plan.validations, *plan.settlements]
    groups = [list(group) for _, group in groupby(_gathered(plan.steps), lambda step: step.alone)]
    files: list[list[Change]] = []
    reached = old
    for group in (*groups, late):
        if group:
            files.append(_bounded(_reversible(group, reached)))
            reached = _folded(reached, group)
    return files


def _unsettled(changes: Sequence[Change]) -> frozenset[str]:
    """Return the tables, as written, of which other statements need a definite state."""
    return frozenset(found[1] for change in changes if (found := _WHOLE.match(change.up)))


def _folded(catalog: Catalog, steps: Iterable[Change]) -> Catalog:
    """Return what statements make of a catalog."""
    source = SourceFile("online.sql", "".join(f"{step.up};\n" for step in steps if step.up))
    statements, _ = parse_script(source, _PG)
    located = [(source, statement) for statement in statements]
    folded, problems = build(located, _PG, catalog, in_order=True)
    for problem in problems:
        if problem.source is source and problem.severity is Severity.ERROR:
            message = f"this cannot be written for --online: {problem.message}\nhint: leave it out"
            raise MigrationError(message)
    return folded


def _reversible(steps: Sequence[Change], start: Catalog) -> list[Change]:
    """Return the steps of a file with what takes back those that do not know it themselves."""
    found: list[Change] = []
    for known, run in groupby(steps, lambda step: bool(step.down or step.undo)):
        own = list(run)
        end = _folded(start, own)
        found += own
        if not known:
            back = reversed([change for change in diff(end, start) if change.up])
            found += [replace(only_undone(each), undo_destroys=each.destroys) for each in back]
        start = end
    return found


def _gathered(steps: Sequence[Change]) -> list[Change]:
    """Return the steps with indexes built before constraints are added: fewer files do."""
    found: list[Change] = []
    for step in steps:
        place = len(found)
        if made := _MADE.match(step.up):
            passed = _CONSTRAINED if step.alone else _BUILT
            while place and passed.match(found[place - 1].up):
                if made[1] in found[place - 1].up:
                    break
                place -= 1
        found.insert(place, step)
    return found


def _bounded(changes: Sequence[Change]) -> list[Change]:
    """Return the changes of a file with limits on how long they wait and run."""
    alone = changes[0].alone
    # Building an index and validating take their time, and stop nobody.
    patient = alone or any("VALIDATE" in change.up for change in changes)
    word = "SET" if alone else "SET LOCAL"
    limits = [
        Change(
            f"{word} lock_timeout = '{_LOCK}'",
            "",
            "give up rather than make others wait behind a lock",
            "",
            alone=alone,
        ),
        Change(
            f"{word} statement_timeout = '{'0' if patient else '30s'}'",
            "",
            "this may take long: it stops nobody" if patient else "nothing here should take long",
            "",
            alone=alone,
        ),
    ]
    resets = [
        Change(f"RESET {name}", "", f"restore {name}", "", alone=True)
        for name in ("lock_timeout", "statement_timeout")
    ]
    back = [only_undone(limit) for limit in reversed(limits)]
    unset = [only_undone(reset) for reset in reversed(resets)]
    if not alone:
        return [*limits, *changes, *back]
    return [*unset, *limits, *changes, *resets, *back]


# -- one change ----------------------------------------------------------------


def _statement(text: str) -> syntax.Statement | None:
    statements, problems = parse_script(SourceFile("change.sql", text), _PG)
    return statements[0] if len(statements) == 1 and not problems else None


def _rewritten(change: Change, plan: _Plan, swapped: dict[str, Index]) -> list[Change]:
    """Return what to do in place of a change, and put off what has to wait."""
    statement = _statement(change.up) if change.up else None
    match statement:
        case syntax.CreateIndex(table=name, name=str(own)) if _is_full(name.parts, plan):
            index = _found(plan.new, (*name.parts[:-1], own))
            return [change] if index is None else _create_index(change, index, swapped.get(own))
        case syntax.Drop(kind=ObjectKind.INDEX, names=(name,)):
            index = _found(plan.old, name.parts)
            full = index is not None and _is_full(_parts(index), plan)
            return _drop_index(change, index, swapped) if index and full else [change]
        case syntax.AlterTable(name=name, actions=(action,)) if _is_full(name.parts, plan):
            table = plan.new.find_table(name.parts)
            return [change] if table is None else _altered(change, table, action, plan)
        case _:
            return [change]


def _is_full(parts: tuple[str, ...], plan: _Plan) -> bool:
    """Tell whether a table may have rows, and is one that takes such statements."""
    if quote_path("".join(parts[:-1]), parts[-1], _PG) in plan.unsettled:
        return False
    table = plan.old.find_table(parts)
    if table is None:
        return plan.old.find_view(parts) is not None
    return "PARTITION BY" not in table.tail.upper()


def _altered(change: Change, table: Table, action: syntax.AlterAction, plan: _Plan) -> list[Change]:
    match action:
        case syntax.AddConstraint(constraint=syntax.ForeignKeyDef() | syntax.CheckDef() as item):
            return _unchecked(change, table, item, plan)
        case syntax.AddConstraint(constraint=syntax.KeyDef() as item):
            return _key(change, table, item, plan)
        case syntax.AlterColumnNotNull(column=column, not_null=True):
            return _not_null(change, table, column, plan)
        case _:
            return [change]


def _unchecked(
    change: Change,
    table: Table,
    item: syntax.ForeignKeyDef | syntax.CheckDef,
    plan: _Plan,
) -> list[Change]:
    """Add a constraint for new rows now, and validate it for the others later."""
    if item.name is None or "NOT VALID" in item.tail.upper() or _replaces(table, item, plan):
        return [change]
    what = f"{change.comment.partition(';')[0].removeprefix('add ')}"
    name = quote(item.name, _PG)
    plan.validations.append(_validation(table, name, what))
    return [
        replace(
            change,
            up=f"{change.up} NOT VALID",
            down=f"ALTER TABLE {quote_path(table.schema, table.name, _PG)} DROP CONSTRAINT {name}",
            comment=f"add {what} for new rows",
            undo=f"drop {what}",
        )
    ]


def _replaces(
    table: Table, item: syntax.KeyDef | syntax.ForeignKeyDef | syntax.CheckDef, plan: _Plan
) -> bool:
    """Tell whether a constraint takes the place of another one of its name."""
    was = plan.old.find_table((table.schema, table.name) if table.schema else (table.name,))
    return was is not None and any(item.name == name for name, _ in constraint_names(was))


def _validation(table: Table, name: str, what: str) -> Change:
    path = quote_path(table.schema, table.name, _PG)
    return Change(
        f"ALTER TABLE {path} VALIDATE CONSTRAINT {name}",
        "",
        f"check the rows that exist: {what}; fails if one breaks it",
        f"nothing to take back: {what} was checked",
    )


def _key(change: Change, table: Table, item: syntax.KeyDef, plan: _Plan) -> list[Change]:
    """Build the index of a key first, beside those who write."""
    plain = not item.form and _DEFERRABLE.match(item.tail) is not None
    was = plan.old.find_table((table.schema, table.name) if table.schema else (table.name,))
    strict = {column.name for column in (was.columns if was else ()) if column.not_null}
    if (
        item.name is None
        or not plain
        or _replaces(table, item, plan)
        or (item.primary and not strict.issuperset(item.columns))
    ):
        return [change]
    path, name = quote_path(table.schema, table.name, _PG), quote(item.name, _PG)
    outer = f"{quote(table.schema, _PG)}.{name}" if table.schema else name
    kind = "PRIMARY KEY" if item.primary else "UNIQUE"
    what = f"index {name} of table {table.name}"
    index = Change(
        f"CREATE UNIQUE INDEX CONCURRENTLY {name} ON {path} {quote_list(item.columns, _PG)}",
        f"DROP INDEX CONCURRENTLY IF EXISTS {outer}",
        f"create unique {what}; fails if rows have equal values",
        f"drop {what}, if it is left",
        alone=True,
    )
    tail = f" {item.tail}" if item.tail else ""
    up = f"ALTER TABLE {path} ADD CONSTRAINT {name} {kind} USING INDEX {name}{tail}"
    down = f"ALTER TABLE {path} DROP CONSTRAINT {name}"
    comments = f"make a constraint of {what}", f"drop constraint {name} of table {table.name}"
    return [index, replace(change, up=up, down=down, comment=comments[0], undo=comments[1])]


def _not_null(change: Change, table: Table, name: str, plan: _Plan) -> list[Change]:
    """Let a validated check prove that no row holds NULL."""
    column = plan.new.find_column(table, name)
    if column is None or column.identity is not None or name in table.primary_key:
        return [change]  # what follows in the plan needs it at once
    check = quote(object_name(table.name, name, "not_null_check"), _PG)
    path = quote_path(table.schema, table.name, _PG)
    label = f"{table.name}.{name}"
    plan.validations.append(_validation(table, check, f"{label} holds no NULL"))
    plan.settlements += [
        replace(
            change,
            down=f"ALTER TABLE {path} ALTER COLUMN {quote(name, _PG)} DROP NOT NULL",
            comment=f"require a value in {label}: the check has proved it",
            undo=f"allow NULL in {label}",
        ),
        Change(
            f"ALTER TABLE {path} DROP CONSTRAINT {check}",
            "",
            f"drop the check of {label}, which NOT NULL replaces",
            f"the check of {label} does not come back",
        ),
    ]
    return [
        Change(
            f"ALTER TABLE {path} ADD CONSTRAINT {check}"
            f" CHECK ({quote(name, _PG)} IS NOT NULL) NOT VALID",
            f"ALTER TABLE {path} DROP CONSTRAINT IF EXISTS {check}",
            f"require a value in {label} for new rows",
            f"drop the check of {label}, if it is left",
        )
    ]


# -- indexes -------------------------------------------------------------------


def _concurrently(text: str) -> str:
    return re.sub(r"\b(CREATE (?:UNIQUE )?|DROP )INDEX\b", r"\1INDEX CONCURRENTLY", text, count=1)


def _built(index: Index, comment: str, undo: str) -> Change:
    """Build an index beside those who write."""
    return Change(
        _concurrently(create_index(index, _PG)),
        f"DROP INDEX CONCURRENTLY {quote_path(index.schema, index.name, _PG)}",
        comment,
        undo,
        alone=True,
    )


def _create_index(change: Change, index: Index, before: Index | None) -> list[Change]:
    step = _built(index, change.comment, f"drop index {index.name}")
    if before is None:
        return [step]
    # The old one serves until the new one is there.
    spare = replace(before, name=_spare(before.name))
    back = f"create the old index {before.name}, under another name"
    return [step, _built(spare, back, f"drop the old index {before.name}").inverse]


def _drop_index(change: Change, index: Index, swapped: dict[str, Index]) -> list[Change]:
    if index.name not in swapped:
        return [_built(index, f"create index {index.name} again", change.comment).inverse]
    one, other = quote(index.name, _PG), quote(_spare(index.name), _PG)
    return [
        Change(
            f"ALTER INDEX {quote_path(index.schema, index.name, _PG)} RENAME TO {other}",
            f"ALTER INDEX {quote_path(index.schema, _spare(index.name), _PG)} RENAME TO {one}",
            f"keep index {index.name} under another name until the new one is there",
            f"give the old index {index.name} its name again",
        )
    ]


def _found(catalog: Catalog, parts: Sequence[str]) -> Index | None:
    """Return the index of that name; one without a schema is in the default one."""
    schema = "" if len(parts) == 1 or parts[-2] == "public" else parts[-2]
    own = (each for each in catalog.indexes if (each.schema, each.name) == (schema, parts[-1]))
    return next(own, None)


def _parts(index: Index) -> tuple[str, ...]:
    return (index.schema, index.table) if index.schema else (index.table,)


def _spare(name: str) -> str:
    return object_name(name, "", "old")


def _swapped(changes: Sequence[Change], plan: _Plan) -> dict[str, Index]:
    """Return the indexes that are replaced, and whose columns stay as they are."""
    texts = {change.up for change in changes}
    found: dict[str, Index] = {}
    for index in plan.old.indexes:
        twin = next((each for each in plan.new.indexes if each.name == index.name), None)
        table, after = (side.find_table(_parts(index)) for side in (plan.old, plan.new))
        if twin is None or table is None or after is None or "PARTITION BY" in table.tail.upper():
            continue
        kept = {(item.name, item.type, item.generated, item.collation) for item in after.columns}
        stay = twin.table == index.table and kept.issuperset(
            (item.name, item.type, item.generated, item.collation) for item in table.columns
        )
        if stay and create_index(twin, _PG) in texts and twin != index:
            found[index.name] = index
    return found
