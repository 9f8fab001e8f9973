"""Running one migration after the other, each with its record.

All of a migration and its record are one transaction, or each statement is noted by itself.

Depends on: database, foreign_keys, history, journal, locking, records, sql_modes, engine, errors.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from flash_core._compat import finish
from flash_core._version import VERSION
from flash_core.engine import Engine
from flash_core.errors import DatabaseError, MigrationError, ProgrammingError

from .foreign_keys import new_orphans, orphans, tables, unchecked
from .history import Record
from .journal import Journal, failed_at
from .locking import Patience, RowLock, is_busy, locked
from .records import Records, current_database, prepared, quoted
from .sql_modes import read_alike

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .database import Database
    from .history import Migration, Script
    from .session import Session

# An earlier migration may have set these in this very session: they must decide neither where the
# history is, nor what this migration's names mean.
_DEFAULTS: Final = {
    Engine.POSTGRESQL: "SET SESSION AUTHORIZATION DEFAULT; RESET ALL",
    Engine.MYSQL: "SET SESSION sql_mode = DEFAULT, SESSION foreign_key_checks = DEFAULT,"
    " SESSION unique_checks = DEFAULT",
}


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


def record_of(migration: Migration) -> Record:
    """Return the record of a migration that is applied now."""
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


class Run:
    """One call that applies migrations, or takes them back.

    Args:
        patience: How long to wait for others.
        watch: Whom to tell.
        force: Continue although statements that have run were edited.
    """

    def __init__(self, patience: Patience, watch: Watch, *, force: bool) -> None:
        self._patience = patience
        self._watch = watch
        self._force = force
        self._started = 0.0
        self._number = 0  # of the statement under way

    async def all(
        self,
        database: Database,
        choose: Callable[[Sequence[Record]], Migration | None],
        count: int | None,
        direction: str,
    ) -> list[str]:
        """Run migrations until there are no more, or so many."""
        done: list[str] = []
        async with locked(database, self._patience) as session:
            home = ""
            if session.engine.family is Engine.MYSQL:
                home = await current_database(session)
            await read_alike(session)
            try:
                while count is None or len(done) < count:
                    migration = await self._step(session, choose, direction)
                    if migration is None:
                        break
                    done.append(migration.id)
                    await _set_defaults(session, home)
                    await read_alike(session)
                    self._watch.end(migration, self._milliseconds())
            finally:
                await finish(_set_defaults(session, home, quietly=True))
        return done

    def _milliseconds(self) -> int:
        return round((time.perf_counter() - self._started) * 1000)

    async def _step(
        self,
        session: Session,
        choose: Callable[[Sequence[Record]], Migration | None],
        direction: str,
    ) -> Migration | None:
        """Run the next migration; ``None`` when there is none."""
        while True:
            # Only to know how it wants to be run: it is chosen again under SQLite's lock.
            migration = choose(await Records(session).read())
            if migration is None:
                return None
            script = _script(migration, direction)
            try:
                if session.engine.family is Engine.MYSQL or not script.transaction:
                    if await self._noted(session, migration, script, choose, direction):
                        return migration
                    continue
                async with unchecked(session, script):
                    if await self._whole(session, migration, script, choose, direction):
                        return migration
            except DatabaseError as error:
                if not is_busy(error):
                    raise
                # The driver has waited already: it gives up sooner than we do.
                await self._patience.wait()

    async def _whole(
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
            async with session.transaction() as transaction:
                holder = None
                if session.engine is Engine.SQLITE:
                    holder = await RowLock(transaction).others()
                if holder is None:
                    records = await prepared(transaction)
                    if choose(await records.read()) is not migration:
                        return False
                    self._begin()
                    await self._statements(transaction, migration, script, direction)
                    ran = True
                    await self._finish(records, migration, direction)
        except DatabaseError as error:
            if not ran:
                raise
            message = (  # a deferred constraint
                f"migration {migration.id} failed at its end: {error}\n{_ROLLED_BACK}"
            )
            raise MigrationError(message) from error
        if holder is not None:
            await self._patience.wait(holder)
        return ran

    def _begin(self) -> None:
        self._started = time.perf_counter()
        self._number = 0

    async def _statements(
        self, transaction: Session, migration: Migration, script: Script, direction: str
    ) -> None:
        before = [] if script.foreign_keys else await orphans(transaction)
        known = set[str]() if script.foreign_keys else await tables(transaction)
        try:
            for number, statement in enumerate(script.statements, 1):
                self._number = number
                self._watch.begin(migration, number, script)
                await transaction.execute_script(statement)
            await _reread_schema(transaction, script)
            after = [] if script.foreign_keys else await orphans(transaction)
            if direction == "down":  # the rows of a parent that comes back are gone for good
                after = [row for row in after if row[2].lower() in known]
        except DatabaseError as error:
            message = f"{failed_at(migration, script, self._number, error)}\n{_ROLLED_BACK}"
            raise MigrationError(message) from error
        if found := new_orphans(before, after):
            message = f"migration {migration.id} breaks foreign keys:\n{found}\n{_ROLLED_BACK}"
            raise MigrationError(message)

    async def _finish(self, records: Records, migration: Migration, direction: str) -> None:
        if direction == "down":
            await records.remove_all(migration)
            return
        duration = self._milliseconds()
        await records.write(replace(record_of(migration), duration_ms=duration))

    async def _noted(
        self,
        session: Session,
        migration: Migration,
        script: Script,
        choose: Callable[[Sequence[Record]], Migration | None],
        direction: str,
    ) -> bool:
        """Run a migration statement by statement, each of which is noted, if it is still next."""
        row = RowLock(session) if session.engine is Engine.SQLITE else None
        if row is not None:
            await row.take(self._patience)
        try:
            records = await prepared(session)
            # Whoever had the row may have run it.
            if row is not None and choose(await records.read()) is not migration:
                return False
            self._begin()
            journal = Journal(
                session,
                records,
                self._force,
                lambda number: self._watch.begin(migration, number, script),
            )
            await journal.run(migration, script, _begun(migration, script, direction))
            async with session.transaction() as transaction:
                await self._finish(replace(records, session=transaction), migration, direction)
        finally:
            if row is not None:
                await finish(row.release())
        return True


_ROLLED_BACK: Final = "it was rolled back; the other migrations stay as they are"


async def _reread_schema(session: Session, script: Script) -> None:
    """Let SQLite see what a dump has written into its schema: the virtual tables."""
    if session.engine is Engine.SQLITE and any("writable_schema" in s for s in script.statements):
        await session.execute("PRAGMA writable_schema = RESET")


def _script(migration: Migration, direction: str) -> Script:
    if direction == "up":
        return migration.up
    return migration.down or replace(migration.up, statements=(), lines=())


def _begun(migration: Migration, script: Script, direction: str) -> Record:
    """Return the record of a migration of which nothing has run yet."""
    record = replace(record_of(migration), done=0, statements=len(script.statements))
    applied_at = "" if direction == "up" else record.applied_at
    return replace(record, applied_at=applied_at, state="running", direction=direction)


async def _set_defaults(session: Session, home: str, *, quietly: bool = False) -> None:
    """Undo what a migration did to the session, as dumps do."""
    family = session.engine.family
    try:
        if home:
            await session.execute(f"USE {quoted(home)}")
        if family in _DEFAULTS:
            await session.execute_script(_DEFAULTS[family])
    except DatabaseError as error:
        # A server that has no such settings has nothing to undo.
        if not quietly and not isinstance(error, ProgrammingError):
            raise
