# Generated from flash_core/database/migrator.py by `nox -s unasync`: edit that file.
"""Applying migrations, and taking them back.

A migration and its record are one transaction where the engine can take definitions back; where it
cannot, each statement is noted (:mod:`journal`).  What has been applied stands in the table
``_flash_migrations`` of the database.  It is read again under a lock before each migration, so
two processes that apply at the same time share the work and neither repeats the other's.  Where
migrations come from, and how they are written, is not known here.

Depends on: database, foreign_keys, history, journal, locking, records, engine, errors, values.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from flash_core._version import VERSION
from flash_core.engine import Engine
from flash_core.errors import (
    DatabaseError,
    MigrationConflict,
    MigrationError,
    ProgrammingError,
)
from flash_sync._compat import finish

from . import locking
from .foreign_keys import new_orphans, orphans, unchecked
from .history import Record, State, compare, find, half_way, order, pending, up_to
from .journal import Journal, failed_at
from .locking import Patience, RowLock, is_busy, locked
from .records import Records, current_database, prepared, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from .connection import Connection, Session
    from .database import Database
    from .history import Migration, Script

# An earlier migration may have set these in this very session: they must decide neither where the
# history is, nor what this migration's names mean.
_DEFAULTS: Final = {
    Engine.POSTGRESQL: "SET SESSION AUTHORIZATION DEFAULT; RESET ALL",
    Engine.MYSQL: "SET SESSION sql_mode = DEFAULT, SESSION foreign_key_checks = DEFAULT,"
    " SESSION unique_checks = DEFAULT",
}
PATIENCE: Final = 60.0  # seconds


@dataclass(frozen=True, slots=True)
class Watch:
    """Whom to tell how it goes.

    Attributes:
        before: Called with the migration, the number of the statement, and its direction's script.
        after: Called after each migration, with the milliseconds that it took.
    """

    before: Callable[[Migration, int, Script], object] | None = None
    after: Callable[[Migration, int], object] | None = None

    def begin(self, migration: Migration, number: int, script: Script) -> None:
        """Tell that a statement begins."""
        if self.before is not None:
            self.before(migration, number, script)

    def end(self, migration: Migration, milliseconds: int) -> None:
        """Tell that a migration is done."""
        if self.after is not None:
            self.after(migration, milliseconds)


_SILENT: Final = Watch()


def apply(
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
    run = _Run(migrations, Patience(patience), watch, force=force)

    def choose(records: Sequence[Record]) -> Migration | None:
        remaining = pending(migrations, records, force=force)
        if last is not None:
            remaining = [each for each in remaining if order(each.id) <= order(last.id)]
        return remaining[0] if remaining else None

    return run.all(database, choose, count, "up")


def down(
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
    run = _Run(migrations, Patience(patience), watch, force=force)

    def choose(records: Sequence[Record]) -> Migration | None:
        remaining = undone(migrations, records, force=force)
        return remaining[0] if remaining else None

    return run.all(database, choose, count, "down")


def undone(
    migrations: Sequence[Migration], records: Sequence[Record], *, count: int = 1, force: bool
) -> list[Migration]:
    """Return what is to be taken back, newest first.

    Raises:
        MigrationConflict: History and files disagree about these.
        MigrationError: There is nothing that takes one of them back.
    """
    files = {each.id: each for each in migrations}
    newest = sorted(records, key=lambda each: order(each.id), reverse=True)
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
    if file.down is None or (file.up.statements and not file.down.statements):
        if force:
            return file
        message = (
            f"{name} has no statements that take it back: write its down file, or undo it by hand "
            f'and run "flash resolve {name} --rolled-back"'
        )
        raise MigrationError(message)
    edited = record.down_checksum and record.down_checksum != file.down.checksum
    if edited and record.complete and not force:
        message = (
            f"the down file of {name} was edited after {name} was applied: look whether it still "
            'takes back what was applied, and run "flash down --force"'
        )
        raise MigrationConflict(message)
    return file


def history(database: Connection) -> list[Record]:
    """Return what has been applied or begun, oldest first.  Read-only: makes no table.

    Raises:
        MigrationError: There is a table of that name which is not ours.
    """
    return Records(database).read()


def resolve(
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
    with _writing(database) as records:
        known = {each.id for each in records.read()}
        if applied or wanted not in known:
            migration = find(migrations, wanted)
            if applied:
                records.write(_record(migration))
                return migration.id
            wanted = migration.id
        if wanted not in known:
            message = f"{wanted} is not applied: there is nothing to resolve"
            raise MigrationError(message)
        records.remove(wanted)
        return wanted


def baseline(
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
        MigrationConflict: A migration is half done.
    """
    chosen = list(migrations) if to is None else up_to(migrations, to)
    with _writing(database) as records:
        states = {each.id: each for each in compare(chosen, records.read())}
        for each in states.values():
            if each.state is State.FAILED and each.record is not None:
                message = (
                    f"{each.id} stopped half-way ({half_way(each.record)}): run "
                    f'"flash resolve {each.id} --applied" when all of it is done'
                )
                raise MigrationConflict(message)
        new = [each for each in chosen if states[each.id].state is State.PENDING]
        for migration in new:
            records.write(_record(migration))
    return [each.id for each in new]


@contextmanager
def _writing(database: Database) -> Generator[Records]:
    with locked(database, Patience(PATIENCE)) as session:
        prepared(session)
        with session.transaction() as transaction:
            yield prepared(transaction)


def _record(migration: Migration) -> Record:
    now = _now()
    return Record(
        migration.id,
        migration.name,
        migration.up.checksum,
        now,
        down_checksum=migration.down.checksum if migration.down else "",
        started_at=now,
        statements=len(migration.up.statements),
        done=len(migration.up.statements),
        version=VERSION,
    )


def _now() -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


class _Run:
    """One call of :func:`apply` or :func:`down`."""

    def __init__(
        self, migrations: Sequence[Migration], patience: Patience, watch: Watch, *, force: bool
    ) -> None:
        self._migrations = migrations
        self._patience = patience
        self._watch = watch
        self._force = force
        self._started = 0.0
        self._number = 0  # of the statement under way

    def all(
        self,
        database: Database,
        choose: Callable[[Sequence[Record]], Migration | None],
        count: int | None,
        direction: str,
    ) -> list[str]:
        """Run migrations until there are no more, or so many."""
        done: list[str] = []
        with locked(database, self._patience) as session:
            home = ""
            if session.engine.family is Engine.MYSQL:
                home = current_database(session)
            try:
                while count is None or len(done) < count:
                    migration = self._step(session, choose, direction)
                    if migration is None:
                        break
                    done.append(migration.id)
                    _set_defaults(session, home)
                    self._watch.end(migration, self._milliseconds())
            finally:
                finish(_set_defaults(session, home, quietly=True))
        return done

    def _milliseconds(self) -> int:
        return round((time.perf_counter() - self._started) * 1000)

    def _step(
        self,
        session: Session,
        choose: Callable[[Sequence[Record]], Migration | None],
        direction: str,
    ) -> Migration | None:
        """Run the next migration; ``None`` when there is none."""
        while True:
            # Only to know how it wants to be run: it is chosen again under SQLite's lock.
            migration = choose(Records(session).read())
            if migration is None:
                return None
            script = _script(migration, direction)
            try:
                if session.engine.family is Engine.MYSQL or not script.transaction:
                    return self._noted(session, migration, script, direction)
                with unchecked(session, script):
                    if self._whole(session, migration, script, choose, direction):
                        return migration
            except DatabaseError as error:
                if not is_busy(error):
                    raise
                # The driver has waited already: it gives up sooner than we do.
                self._patience.wait()

    def _whole(
        self,
        session: Session,
        migration: Migration,
        script: Script,
        choose: Callable[[Sequence[Record]], Migration | None],
        direction: str,
    ) -> bool:
        """Run a migration and record it in one transaction; tell whether it was still to be run."""
        ran = False
        try:
            with session.transaction() as transaction:
                holder = None
                if session.engine is Engine.SQLITE:
                    holder = RowLock(transaction).others()
                if holder is None:
                    records = prepared(transaction)
                    if choose(records.read()) is not migration:
                        return False
                    self._begin()
                    self._statements(transaction, migration, script)
                    ran = True
                    self._finish(records, migration, direction)
        except DatabaseError as error:
            if not ran:
                raise
            message = (  # a deferred constraint
                f"migration {migration.id} failed at its end: {error}\n{_ROLLED_BACK}"
            )
            raise MigrationError(message) from error
        if holder is not None:
            self._patience.wait(holder)
        return ran

    def _begin(self) -> None:
        self._started = time.perf_counter()
        self._number = 0

    def _statements(self, transaction: Session, migration: Migration, script: Script) -> None:
        before = [] if script.foreign_keys else orphans(transaction)
        try:
            for number, statement in enumerate(script.statements, 1):
                self._number = number
                self._watch.begin(migration, number, script)
                transaction.execute_script(statement)
            after = [] if script.foreign_keys else orphans(transaction)
        except DatabaseError as error:
            message = f"{failed_at(migration, script, self._number, error)}\n{_ROLLED_BACK}"
            raise MigrationError(message) from error
        if found := new_orphans(before, after):
            message = f"migration {migration.id} breaks foreign keys:\n{found}\n{_ROLLED_BACK}"
            raise MigrationError(message)

    def _finish(self, records: Records, migration: Migration, direction: str) -> None:
        if direction == "down":
            records.remove(migration.id)
            return
        duration = self._milliseconds()
        records.write(replace(_record(migration), duration_ms=duration))

    def _noted(
        self, session: Session, migration: Migration, script: Script, direction: str
    ) -> Migration:
        """Run a migration statement by statement, each of which is noted."""
        row = RowLock(session) if session.engine is Engine.SQLITE else None
        if row is not None:
            row.take(self._patience)
        try:
            records = prepared(session)
            self._begin()
            journal = Journal(
                session,
                records,
                self._force,
                lambda number: self._watch.begin(migration, number, script),
            )
            journal.run(migration, script, _begun(migration, script, direction))
            with session.transaction() as transaction:
                self._finish(replace(records, session=transaction), migration, direction)
        finally:
            if row is not None:
                finish(row.release())
        return migration


_ROLLED_BACK: Final = "it was rolled back; the other migrations stay as they are"


def _script(migration: Migration, direction: str) -> Script:
    if direction == "up":
        return migration.up
    return migration.down or replace(migration.up, statements=(), lines=())


def _begun(migration: Migration, script: Script, direction: str) -> Record:
    """Return the record of a migration of which nothing has run yet."""
    record = replace(_record(migration), done=0, statements=len(script.statements))
    applied_at = "" if direction == "up" else record.applied_at
    return replace(record, applied_at=applied_at, state="running", direction=direction)


def _set_defaults(session: Session, home: str, *, quietly: bool = False) -> None:
    """Undo what a migration did to the session, as dumps do."""
    family = session.engine.family
    try:
        if home:
            session.execute(f"USE {quoted(home)}")
        if family in _DEFAULTS:
            session.execute_script(_DEFAULTS[family])
    except DatabaseError as error:
        # A server that has no such settings has nothing to undo.
        if not quietly and not isinstance(error, ProgrammingError):
            raise


is_locked = locking.is_locked
LOCK = locking.LOCK
