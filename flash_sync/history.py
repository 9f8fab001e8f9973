# Generated from flash_core/database/history.py by `nox -s unasync`: edit that file.
"""What has been applied to a database, compared with the migrations there are.

Values and rules only; ``migrator`` reads and writes the database.

Depends on: errors.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flash_core.errors import MigrationConflict

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Migration:
    """A migration to apply.

    Attributes:
        id: Unique; migrations are applied in the order of their identifiers.
        name: For people.
        checksum: Tells whether the text has changed since it was applied.
        sql: Statements, without transaction control; empty when there are none.
        statements: The same one by one, where the engine cannot take them back together; without,
            ``sql`` is one step.
    """

    id: str
    name: str
    checksum: str
    sql: str
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Applied:
    """A record of the history; ``applied_at`` is ISO 8601 in UTC."""

    id: str
    name: str
    checksum: str
    applied_at: str


class State(enum.StrEnum):
    """How a migration's file and its record compare."""

    APPLIED = "applied"
    PENDING = "pending"
    EDITED = "edited"  # applied, and the file was changed afterwards
    MISSING = "missing"  # applied, and there is no file


@dataclass(frozen=True, slots=True)
class Status:
    """One migration's state; ``applied_at`` is ``None`` while it is pending."""

    id: str
    state: State
    applied_at: str | None


def pending(
    migrations: Sequence[Migration], applied: Sequence[Applied], *, force: bool = False
) -> list[Migration]:
    """Return what is still to be applied.

    Raises:
        MigrationConflict: History and files disagree; the message names every case.
    """
    records = {record.id: record for record in applied}
    newest = max(records, default="")
    remaining = [migration for migration in migrations if migration.id not in records]
    problems = [
        f"{each.id} was applied on {each.applied_at}, but its file is missing: restore it"
        for each in compare(migrations, applied)
        if each.state is State.MISSING
    ]
    if not force:
        problems += [
            f"{each.id} was edited after it was applied: restore the file and write a new "
            'migration, or run "flash apply --force" to leave it as it is'
            for each in compare(migrations, applied)
            if each.state is State.EDITED
        ]
        problems += [
            f"{migration.id} is older than {newest}, which is applied already: give it a later "
            'timestamp, or run "flash apply --force" to apply it now'
            for migration in remaining
            if migration.id < newest
        ]
    if problems:
        raise MigrationConflict("\n".join(problems))
    return remaining


def compare(migrations: Sequence[Migration], applied: Sequence[Applied]) -> list[Status]:
    """Return the state of every migration that has a file or a record, oldest first."""
    files = {migration.id: migration for migration in migrations}
    records = {record.id: record for record in applied}
    return [
        _status(identifier, files.get(identifier), records.get(identifier))
        for identifier in sorted({*files, *records})
    ]


def _status(identifier: str, file: Migration | None, record: Applied | None) -> Status:
    if record is None:
        return Status(identifier, State.PENDING, None)
    if file is None:
        return Status(identifier, State.MISSING, record.applied_at)
    state = State.APPLIED if file.checksum == record.checksum else State.EDITED
    return Status(identifier, state, record.applied_at)
