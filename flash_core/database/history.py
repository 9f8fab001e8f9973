"""What has been applied to a database, compared with the migrations there are.

Values and rules only; ``records`` reads and writes them, ``migrator`` runs the statements.

Depends on: standing, errors.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from flash_core.errors import MigrationConflict, MigrationError

from .standing import standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flash_core.migrations.sections import Squashed


@dataclass(frozen=True, slots=True)
class Script:
    """One direction of a migration.

    Attributes:
        statements: One by one, without transaction control.
        checksum: Tells whether the text has changed since it was applied.
        lines: Where each statement begins in its file; empty when that is not known.
        path: The file, for messages.
        transaction: All of it is one transaction, where the engine can take definitions back.
        foreign_keys: SQLite checks foreign keys while it runs; without, when it has run.
    """

    statements: tuple[str, ...]
    checksum: str = ""
    lines: tuple[int, ...] = ()
    path: str = ""
    transaction: bool = True
    foreign_keys: bool = True

    def place(self, number: int) -> str:
        """Return where a statement is, as ``path:line``; empty when that is not known."""
        return f"{self.path}:{self.lines[number - 1]}" if self.lines and self.path else self.path


@dataclass(frozen=True, slots=True)
class Migration:
    """A migration to apply.

    Attributes:
        id: Unique; it begins with the number by which migrations are ordered.
        name: For people.
        up: What applies it.
        down: What takes it back; ``None`` when there is nothing.
        squashes: The migrations that it stands for.
    """

    id: str
    name: str
    up: Script
    down: Script | None = None
    squashes: tuple[Squashed, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """A row of the history.

    Attributes:
        id: Of the migration.
        name: Of the migration.
        checksum: Of what was applied.
        down_checksum: Of what was there to take it back; empty when there was nothing.
        started_at: ISO 8601, in UTC.
        applied_at: ISO 8601, in UTC; empty while not all of it has run.
        duration_ms: How long it took.
        statements: How many it has.
        done: How many of them have run.
        state: ``applied``; ``running`` also when whoever ran it is gone; or ``failed``.
        direction: ``up``, or ``down`` while it is being taken back.
        version: Of Flash.
        digest: Of the statements that have run, while not all have.
        fingerprint: Of the objects that the statement under way names, before it began; empty
            when it and the record of it are one transaction.
        problem: Why it failed.
    """

    id: str
    name: str
    checksum: str
    applied_at: str
    duration_ms: int = 0
    down_checksum: str = ""
    started_at: str = ""
    statements: int = 0
    done: int = 0
    state: str = "applied"
    direction: str = "up"
    version: str = ""
    digest: str = ""
    fingerprint: str = ""
    problem: str = ""

    @property
    def complete(self) -> bool:
        """All of it has run, and nothing of it is being taken back."""
        return self.state == "applied"


class State(enum.StrEnum):
    """How a migration's file and its record compare."""

    APPLIED = "applied"
    PENDING = "pending"
    EDITED = "edited"  # applied, and the file was changed afterwards
    MISSING = "missing"  # applied, and there is no file
    FAILED = "failed"  # a part of its statements has run
    PARTIAL = "partial"  # it stands for others, of which only a part is applied


@dataclass(frozen=True, slots=True)
class Status:
    """One migration's state.

    Attributes:
        id: Of the migration.
        state: The state.
        applied_at: When it was; ``None`` while it is not applied.
        record: What the history says.
        reason: Why, and what to do, where the state alone does not say.
    """

    id: str
    state: State
    applied_at: str | None
    record: Record | None = None
    reason: str = ""


def order(identifier: str) -> tuple[int, str]:
    """Return what migrations are ordered by: their number, whatever its width."""
    digits = identifier.partition("_")[0]
    return (int(digits) if digits.isdecimal() else 0, identifier)


def pending(
    migrations: Sequence[Migration], applied: Sequence[Record], *, force: bool = False
) -> list[Migration]:
    """Return what is still to be applied, or to be finished, oldest first.

    Raises:
        MigrationConflict: History and files disagree; the message names every case.
    """
    now = standing(migrations, applied)
    records = {record.id: record for record in now.records}
    newest = max((each.id for each in now.records if each.complete), key=order, default="")
    remaining = [each for each in now.migrations if not _is_complete(records.get(each.id))]
    problems = _conflicts(compare(migrations, applied), force=force)
    if not force:
        problems += [
            f"{migration.id} is older than {newest}, which is applied already: give it a later "
            'timestamp, or run "flash apply --force" to apply it now'
            for migration in remaining
            if order(migration.id) < order(newest) and migration.id not in records
        ]
    if problems:
        raise MigrationConflict("\n".join(problems))
    return remaining


def _is_complete(record: Record | None) -> bool:
    return record is not None and record.complete


def _conflicts(states: Iterable[Status], *, force: bool) -> list[str]:
    states = list(states)
    problems = [missing(each) for each in states if each.state is State.MISSING]
    problems += [each.reason for each in states if each.state is State.PARTIAL]
    problems += [
        f"{each.id} was being taken back: {half_way(each.record)}; "
        'run "flash down", which continues'
        for each in states
        if each.record is not None and each.record.direction == "down"
    ]
    if not force:
        problems += [
            each.reason
            or f"{each.id} was edited after it was applied: restore the file and write a new "
            'migration, or run "flash apply --force" to leave it as it is'
            for each in states
            if each.state is State.EDITED
        ]
    return problems


def missing(status: Status) -> str:
    """Say that the file of a migration is gone, and what to do."""
    if status.applied_at:
        return (
            f"{status.id} was applied on {status.applied_at}, but its file is missing: restore it, "
            f'or run "flash resolve {status.id} --rolled-back" to forget it'
        )
    return (
        f"{status.id} was begun, but its file is missing: restore it, or undo what it did and run "
        f'"flash resolve {status.id} --rolled-back"'
    )


def half_way(record: Record) -> str:
    """Say how far a migration came that is neither applied nor pending."""
    ran = f"{record.done} of {record.statements} statements have run"
    if record.state == "failed":
        return f"{ran}, the next one failed: {record.problem}" if record.problem else ran
    return f"{ran}, then it was interrupted"


def up_to(migrations: Sequence[Migration], wanted: str) -> list[Migration]:
    """Return the migrations up to one of them.

    Args:
        migrations: In order.
        wanted: An identifier, or its beginning.

    Raises:
        MigrationError: None or several begin so.
    """
    last = find(migrations, wanted)
    return [each for each in migrations if order(each.id) <= order(last.id)]


def find(migrations: Sequence[Migration], wanted: str) -> Migration:
    """Return the migration with an identifier that is, or begins with, ``wanted``.

    Raises:
        MigrationError: None or several begin so.
    """
    exact = [each for each in migrations if each.id == wanted]
    found = exact or [each for each in migrations if wanted and each.id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(each.id for each in found)
        message = f'several migrations begin with "{wanted}": {names}; write more of the name'
    else:
        message = f'there is no migration "{wanted}"; "flash status" lists them'
    raise MigrationError(message)


def compare(migrations: Sequence[Migration], applied: Sequence[Record]) -> list[Status]:
    """Return the state of every migration that has a file or a record, oldest first."""
    now = standing(migrations, applied)
    files = {migration.id: migration for migration in now.migrations}
    records = {record.id: record for record in now.records if record.id not in now.replaced}
    states: list[Status] = []
    for identifier in sorted({*files, *records}, key=order):
        status = _status(identifier, files.get(identifier), records.get(identifier))
        if identifier in now.partial:
            status = Status(identifier, State.PARTIAL, None, reason=now.partial[identifier])
        elif identifier in now.edited:
            status = replace(status, reason=now.edited[identifier])
        states.append(status)
    return states


def _status(identifier: str, file: Migration | None, record: Record | None) -> Status:
    if record is None:
        return Status(identifier, State.PENDING, None)
    applied_at = record.applied_at or None
    if file is None:
        return Status(identifier, State.MISSING, applied_at, record)
    if not record.complete:
        return Status(identifier, State.FAILED, applied_at, record)
    state = State.APPLIED if file.up.checksum == record.checksum else State.EDITED
    return Status(identifier, state, applied_at, record)
