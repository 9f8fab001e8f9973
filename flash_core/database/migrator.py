"""Applying migrations, and taking them back.

A migration and its record are one transaction where the engine can take definitions back; where it
cannot, each statement is noted (:mod:`journal`).  What has been applied stands in the table
``_flash_migrations`` of the database.  It is read again under a lock before each migration, so
two processes that apply at the same time share the work and neither repeats the other's.  Where
migrations come from, and how they are written, is not known here.

Depends on: database, history, locking, records, running, standing, errors.
"""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final

from flash_core.errors import MigrationConflict, MigrationError

from . import locking
from .history import State, compare, find, half_way, order, pending, up_to
from .locking import Patience, locked
from .records import Records, prepared
from .running import Run, Watch, record_of
from .standing import standing

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence

    from .connection import Connection
    from .database import Database
    from .history import Migration, Record

__all__ = [
    "LOCK",
    "PATIENCE",
    "Watch",
    "apply",
    "baseline",
    "down",
    "history",
    "is_locked",
    "resolve",
    "undone",
]

PATIENCE: Final = 60.0  # seconds


_SILENT: Final = Watch()


async def apply(
    database: Database,
    migrations: Sequence[Migration],
    *,
    count: int | None = None,
    to: str | None = None,
    force: bool = False,
    patience: float = PATIENCE,
    watch: Watch = _SILENT,
) -> list[str]:
    """Apply what is pending, oldest first, and finish what is half done.

    Args:
        database: Open.
        migrations: Every migration of the project, in their order.
        count: Apply at most so many.
        to: Apply none that is newer than this one: an identifier, or its beginning.
        force: Do not mind edited files, and apply what is older than the newest applied one.
        patience: Seconds to wait for another process that is applying.
        watch: Whom to tell.

    Returns:
        Identifiers of what this call applied.

    Raises:
        MigrationConflict: History and files disagree; nothing further was applied.
        MigrationError: A statement failed: its migration was rolled back, where that can be, and
            earlier ones stay.
    """
    last = None if to is None else up_to(migrations, to)[-1]
    run = Run(Patience(patience), watch, force=force)

    def choose(records: Sequence[Record]) -> Migration | None:
        remaining = pending(migrations, records, force=force)
        if last is not None:
            remaining = [each for each in remaining if order(each.id) <= order(last.id)]
        return remaining[0] if remaining else None

    return await run.all(database, choose, count, "up")


async def down(
    database: Database,
    migrations: Sequence[Migration],
    *,
    count: int = 1,
    force: bool = False,
    patience: float = PATIENCE,
    watch: Watch = _SILENT,
) -> list[str]:
    """Take the newest applied migrations back, newest first.

    Args:
        database: Open.
        migrations: Every migration of the project, in their order.
        count: How many.
        force: Do not mind files that were edited since, nor that there is nothing to run.
        patience: Seconds to wait for another process that is applying.
        watch: Whom to tell.

    Returns:
        Identifiers of what this call took back.

    Raises:
        MigrationConflict: History and files disagree; nothing further was taken back.
        MigrationError: There is nothing that takes one back, or a statement failed.
    """
    run = Run(Patience(patience), watch, force=force)

    def choose(records: Sequence[Record]) -> Migration | None:
        remaining = undone(migrations, records, force=force)
        return remaining[0] if remaining else None

    return await run.all(database, choose, count, "down")


def undone(
    migrations: Sequence[Migration], records: Sequence[Record], *, count: int = 1, force: bool
) -> list[Migration]:
    """Return what is to be taken back, newest first.

    Raises:
        MigrationConflict: History and files disagree about these.
        MigrationError: There is nothing that takes one of them back.
    """
    now = standing(migrations, records)
    files = {each.id: each for each in now.migrations}
    newest = sorted(now.records, key=lambda each: order(each.id), reverse=True)
    for record in newest:
        if not record.complete and record.direction == "up":
            message = (
                f'{record.id} stopped half-way ({half_way(record)}): finish it by "flash apply", '
                f'or undo it by hand and run "flash resolve {record.id} --rolled-back"'
            )
            raise MigrationConflict(message)
    # What is half taken back comes first: the newest is that, unless somebody applied more.
    newest.sort(key=lambda each: each.complete)
    return [_with_down(files.get(each.id), each, force=force) for each in newest[:count]]


def _with_down(file: Migration | None, record: Record, *, force: bool) -> Migration:
    name = record.id
    if file is None:
        message = f"{name} was applied on {record.applied_at}, but its file is missing: restore it"
        raise MigrationConflict(message)
    if file.up.statements and (file.down is None or not file.down.statements):
        if force:
            return file
        message = (
            f"{name} has no statements that take it back: write its down file, or undo it by hand "
            f'and run "flash resolve {name} --rolled-back"'
        )
        raise MigrationError(message)
    found = file.down.checksum if file.down else ""
    edited = record.down_checksum and record.down_checksum != found
    if edited and record.complete and not force:
        message = (
            f"the down file of {name} was edited after {name} was applied: look whether it still "
            'takes back what was applied, and run "flash down --force"'
        )
        raise MigrationConflict(message)
    return file


async def history(database: Connection) -> list[Record]:
    """Return what has been applied or begun, oldest first.  Read-only: makes no table.

    Raises:
        MigrationError: There is a table of that name which is not ours.
    """
    return await Records(database).read()


async def resolve(
    database: Database, migrations: Sequence[Migration], wanted: str, *, applied: bool
) -> str:
    """Say what a person has found out about a migration; nothing of it is run.

    Args:
        database: Open.
        migrations: Every migration of the project.
        wanted: An identifier, or its beginning; of a record, when the file is gone.
        applied: All of it has been done, rather than nothing.

    Returns:
        The identifier.

    Raises:
        MigrationError: There is no such migration.
    """
    async with _writing(database) as records:
        found = await records.read()
        known = {each.id for each in (*found, *standing(migrations, found).records)}
        if applied or wanted not in known:
            migration = find(migrations, wanted)
            if applied:
                await records.write(record_of(migration))
                return migration.id
            wanted = migration.id
        if wanted not in known:
            message = f"{wanted} is not applied: there is nothing to resolve"
            raise MigrationError(message)
        every = {each.id: each for each in migrations}
        if wanted in every:
            await records.remove_all(every[wanted])
        else:
            await records.remove(wanted)
        return wanted


async def baseline(
    database: Database, migrations: Sequence[Migration], *, to: str | None = None
) -> list[str]:
    """Note migrations as applied without running them: the database has what they make.

    Args:
        database: Open.
        migrations: Every migration of the project.
        to: None that is newer than this one: an identifier, or its beginning.

    Returns:
        Identifiers of those that had no record.

    Raises:
        MigrationConflict: A migration is half done, or stands for others of which some are missing.
    """
    chosen = list(migrations) if to is None else up_to(migrations, to)
    async with _writing(database) as records:
        states = compare(chosen, await records.read())
        for each in states:
            if each.state is State.PARTIAL:
                raise MigrationConflict(each.reason)
            if each.state is State.FAILED and each.record is not None:
                message = (
                    f"{each.id} stopped half-way ({half_way(each.record)}): run "
                    f'"flash resolve {each.id} --applied" when all of it is done'
                )
                raise MigrationConflict(message)
        found = {each.id for each in states if each.state is State.PENDING}
        new = [each for each in chosen if each.id in found]
        for migration in new:
            await records.write(record_of(migration))
    return [each.id for each in new]


@asynccontextmanager
async def _writing(database: Database) -> AsyncGenerator[Records]:
    async with locked(database, Patience(PATIENCE)) as session:
        await prepared(session)
        async with session.transaction() as transaction:
            yield await prepared(transaction)


is_locked = locking.is_locked
LOCK = locking.LOCK
