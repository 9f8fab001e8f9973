"""A plan for PostgreSQL that lets others read and write while it runs.

Statements that read a whole table under a lock that stops others are replaced by
several that do not: indexes are built CONCURRENTLY, outside of a transaction;
constraints are added NOT VALID and validated later; a column becomes NOT NULL
through a check that has been validated.  What a migration creates itself holds no
rows yet and stays as it is.

Each of these steps knows what takes it back.  The other statements of a file are
taken back by the difference between what they lead to and what there was.

Depends on: catalog, engine, errors, sql, change, diff, online_steps.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from flash_core.catalog.build import build
from flash_core.catalog.model import Check, ForeignKey
from flash_core.catalog.names import constraint_names
from flash_core.engine import Engine
from flash_core.errors import MigrationError
from flash_core.sql import syntax
from flash_core.sql.parse import parse_script
from flash_core.sql.source import Severity, SourceFile

from .change import Change, only_undone
from .diff import diff
from .online_steps import Plan, rewritten, statement_of, swapped_indexes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flash_core.catalog.model import Catalog, Rename

_PG: Final = Engine.POSTGRESQL
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
# No query names an index, and its lock lets others read and write.
_INDEX_RENAMED: Final = re.compile(r"ALTER INDEX .* RENAME TO\b")
# Where the rows of a table are while it is made anew.
_COPY: Final = re.compile(r"\b(CREATE|DROP) TABLE ([^;(\n]*__rows\b)")
_LOCK: Final = "2s"


def online(old: Catalog, new: Catalog, chosen: Sequence[Rename] = ()) -> list[list[Change]]:
    """Return the changes as they can run beside others, one list a migration file.

    Args:
        old: What there is.
        new: What there should be.
        chosen: Renames that nobody wrote down.

    Raises:
        CompileError: A directive names nothing that exists.
        MigrationError: The engine is not PostgreSQL, something is renamed that queries name, or
            some change cannot be expressed.
    """
    if new.engine is not _PG:
        message = f"--online is for PostgreSQL: {new.engine} has no statements for it"
        raise MigrationError(message)
    changes = diff(old, new, chosen)
    renames = [change for change in changes if change.up and change.down]
    for change in renames:
        if not _is_unseen(change, old):
            message = (
                f"a rename stops what uses the old name, online or not: {change.comment}\n"
                "hint: write it first, in a migration of its own, without --online"
            )
            raise MigrationError(message)
    if renames:
        return [_bounded(renames), *online(_folded(old, renames), new)]
    wanted = [change for change in changes if change.up]
    plan = Plan(old, new, _unsettled(wanted))
    if _REMADE.search("\n".join(change.up for change in wanted)):
        # A type that takes another's place takes everything that uses it along, at once.
        return [_bounded(_reversible(wanted, old))]
    swapped = swapped_indexes(wanted, plan)
    for change in wanted:
        plan.steps += rewritten(change, plan, swapped)
    late = [*plan.validations, *plan.settlements]
    groups = [list(group) for _, group in groupby(_gathered(plan.steps), lambda step: step.alone)]
    files: list[list[Change]] = []
    reached = old
    for group in (*groups, late):
        if group:
            files.append(_bounded(_reversible(group, reached)))
            reached = _folded(reached, group)
    return files


def _is_unseen(rename: Change, old: Catalog) -> bool:
    """Tell whether no query can name what is renamed: indexes, checks and foreign keys.

    A key can be named, by ON CONFLICT ON CONSTRAINT.
    """
    if _INDEX_RENAMED.match(rename.up):
        return True
    match statement_of(rename.up):
        case syntax.AlterTable(name=name, actions=(syntax.RenameConstraint(name=own),)):
            table = old.find_table(name.parts)
            named = constraint_names(table) if table else []
            return any(one == own and isinstance(item, Check | ForeignKey) for one, item in named)
        case _:
            return False


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
    for known, run in groupby(_after_copies(steps), _is_known):
        own = list(run)
        end = _folded(start, own)
        found += own
        if not known:
            back = reversed([change for change in diff(end, start) if change.up])
            found += [replace(only_undone(each), undo_destroys=each.destroys) for each in back]
        start = end
    return found


def _is_known(step: Change) -> bool:
    return bool(step.down or step.undo)


def _after_copies(steps: Sequence[Change]) -> list[Change]:
    """Return the steps with those that know what takes them back behind the copies around them.

    What takes back the others is found by comparing what there is before and after them, where no
    copy of rows may be left.
    """
    found: list[Change] = []
    waiting: list[Change] = []
    copies: set[str] = set()
    for step in steps:
        (waiting if copies and _is_known(step) else found).append(step)
        for word, name in _COPY.findall(step.up):
            (copies.add if word == "CREATE" else copies.discard)(name)
        if not copies:
            found, waiting = [*found, *waiting], []
    return [*found, *waiting]


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
