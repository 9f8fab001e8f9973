"""Applying migrations: one transaction each, its record in the same transaction, one deploy at a time.

MySQL has no such transactions: there each statement is noted in a journal (:mod:`journal`).

What has been applied stands in the table ``_flash_migrations`` of the database.  It is read again
under a lock before each migration, so two processes that apply at the same time share the work
and neither repeats the other's.  Where migrations come from, and how they are written, is not
known here: this takes text and an identifier.

Depends on: database, history, journal, engine, errors, values.
"""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.errors import DatabaseError, MigrationError, OperationalError, ProgrammingError
from flash_core.values import Sql

from . import journal
from .history import Applied, pending

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .connection import Connection
    from .database import Database
    from .history import Migration

_TABLE: Final = "_flash_migrations"
LOCK: Final = 0x666C617368  # "flash"; any number that other programs do not use
_LOCK_NOT_AVAILABLE: Final = "55P03"
_SQLITE_BUSY: Final = "SQLITE_BUSY"
_LOCK_NAME: Final = "CONCAT('flash_', MD5(DATABASE()))"  # a lock is the server's: one a database


async def apply(
    database: Database,
    migrations: Sequence[Migration],
    *,
    count: int | None = None,
    force: bool = False,
    patience: float = 60.0,
    on_applied: Callable[[Migration, int], None] | None = None,
) -> list[str]:
    """Apply what is pending, oldest first.

    Args:
        database: Open.
        migrations: Every migration of the project, in the order of their identifiers.
        count: Apply at most so many.
        force: Do not mind edited files, and apply what is older than the newest applied one.
        patience: Seconds to wait for another process that is applying.
        on_applied: Called after each commit, with the milliseconds it took.

    Returns:
        Identifiers of what this call applied.

    Raises:
        MigrationConflict: History and files disagree; nothing further was applied.
        MigrationError: A statement failed; its migration was rolled back, earlier ones stay.
    """
    run = _Run(database, migrations, force=force, patience=patience)
    done: list[str] = []
    while count is None or len(done) < count:
        applied = await run.step()
        if applied is None:
            break
        migration, milliseconds = applied
        done.append(migration.id)
        if on_applied is not None:
            on_applied(migration, milliseconds)
    return done


async def history(database: Connection) -> list[Applied]:
    """Return what has been applied, oldest first.  Read-only: makes no table.

    Raises:
        MigrationError: There is a table of that name which is not ours.
    """
    sql = _dialect(database.engine)
    if await database.fetchval(Sql[tuple[int]](sql.exists)) is None:
        return []
    return await _read(database, _TABLE)


async def begun(database: Connection) -> dict[str, tuple[int, int]]:
    """Return what failed half-way and continues: how many of how many statements have run.

    Empty where a migration is one transaction.  Read-only: makes no table.
    """
    return await journal.begun(database) if _dialect(database.engine).journalled else {}


@dataclass(frozen=True, slots=True)
class _Dialect:
    """The statements that differ between engines; what stands in braces is filled in."""

    exists: str
    create: tuple[str, ...]
    record: str
    lock: tuple[str, ...]
    # A lock of the session, if there is such: its value is 1 when it was taken.
    take: str = ""
    release: str = ""
    journalled: bool = False


_DIALECTS: Final = {
    Engine.POSTGRESQL: _Dialect(
        # Reading a catalog table makes the session notice what others have committed meanwhile;
        # to_regclass alone may answer from a cache that is older than the lock.
        exists="SELECT 1 FROM pg_class WHERE oid = to_regclass('_flash_migrations')",
        create=(
            """CREATE TABLE _flash_migrations (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    checksum TEXT NOT NULL,
    applied_at TEXT NOT NULL,
    duration_ms BIGINT NOT NULL
)""",
        ),
        record="INSERT INTO {table} (id, name, checksum, applied_at, duration_ms)"
        " VALUES ($1, $2, $3, $4, $5)",
        # An earlier migration may have set the path of this very session: it must not decide
        # where the history is, nor what this migration's names mean.
        lock=(
            "RESET search_path",
            "SET LOCAL lock_timeout = {milliseconds}",
            f"SELECT pg_advisory_xact_lock({LOCK})",
            "SET LOCAL lock_timeout = DEFAULT",
        ),
    ),
    Engine.SQLITE: _Dialect(
        exists="SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_flash_migrations'",
        create=(
            """CREATE TABLE _flash_migrations (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    checksum TEXT NOT NULL,
    applied_at TEXT NOT NULL,
    duration_ms INTEGER NOT NULL
)""",
        ),
        record="INSERT INTO {table} (id, name, checksum, applied_at, duration_ms)"
        " VALUES (?1, ?2, ?3, ?4, ?5)",
        lock=(),  # a transaction that may write begins by taking the only write lock
    ),
    Engine.MYSQL: _Dialect(
        exists="SELECT 1 FROM information_schema.tables"
        " WHERE table_schema = DATABASE() AND table_name = '_flash_migrations'",
        create=(
            """CREATE TABLE _flash_migrations (
    id VARCHAR(255) NOT NULL PRIMARY KEY,
    name VARCHAR(255) NOT NULL,
    checksum VARCHAR(255) NOT NULL,
    applied_at VARCHAR(32) NOT NULL,
    duration_ms BIGINT NOT NULL
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin""",
            journal.CREATE,
        ),
        record="INSERT INTO {table} (id, name, checksum, applied_at, duration_ms)"
        " VALUES (%s, %s, %s, %s, %s)",
        # What an earlier migration set in this very session, as dumps do.
        lock=(
            (
                "SET SESSION sql_mode = DEFAULT, SESSION foreign_key_checks = DEFAULT,"
                " SESSION unique_checks = DEFAULT"
            ),
        ),
        take=f"SELECT GET_LOCK({_LOCK_NAME}, {{seconds}})",
        release=f"DO RELEASE_LOCK({_LOCK_NAME})",
        journalled=True,
    ),
}


def _dialect(engine: Engine) -> _Dialect:
    found = _DIALECTS.get(engine)
    if found is None:
        message = f"migrations cannot be applied to {engine} yet"
        raise MigrationError(message)
    return found


class _Run:
    """One call of :func:`apply`."""

    def __init__(
        self, database: Database, migrations: Sequence[Migration], *, force: bool, patience: float
    ) -> None:
        self._database = database
        self._migrations = migrations
        self._force = force
        self._patience = patience
        self._sql = _dialect(database.engine)

    async def step(self) -> tuple[Migration, int] | None:
        """Apply the oldest pending migration; ``None`` when there is none."""
        deadline = time.monotonic() + self._patience
        while True:
            applied: tuple[Migration, int] | None = None
            try:
                async with self._database.transaction() as transaction:
                    applied = await self._locked_step(transaction)
            except DatabaseError as error:
                if applied is not None:  # a deferred constraint fails at the commit
                    raise _failure(applied[0], error) from error
                if not _is_locked(error):
                    raise
                # The driver has waited already: it gives up sooner than we do.
                if time.monotonic() >= deadline:
                    raise self._locked() from error
            else:
                return applied

    def _locked(self) -> MigrationError:
        return MigrationError(
            "another process holds the lock of this database: waited "
            f"{self._patience:g} seconds; try again when it has finished"
        )

    async def _locked_step(self, transaction: Connection) -> tuple[Migration, int] | None:
        """As :meth:`_step`, under a lock that outlives transactions where the engine has one."""
        if not self._sql.take:
            return await self._step(transaction)
        seconds = max(1, round(self._patience))
        if await transaction.fetchval(Sql[tuple[int]](self._sql.take.format(seconds=seconds))) != 1:
            raise self._locked()
        database = await transaction.fetchval(Sql[tuple[str]]("SELECT DATABASE()"))
        try:
            return await self._step(transaction)
        finally:
            # The connection may be broken, and then the lock is gone.
            with suppress(DatabaseError):
                await transaction.execute(f"USE {_quoted(database)}")
                await transaction.execute(self._sql.release)

    async def _step(self, transaction: Connection) -> tuple[Migration, int] | None:
        milliseconds = max(1, int(self._patience * 1000))
        for statement in self._sql.lock:
            await transaction.execute(statement.format(milliseconds=milliseconds))
        if await transaction.fetchval(Sql[tuple[int]](self._sql.exists)) is None:
            for statement in self._sql.create:
                await transaction.execute(statement)
        table = await _qualified(transaction)
        remaining = pending(self._migrations, await _read(transaction, table), force=self._force)
        if not remaining:
            return None
        migration = remaining[0]
        try:
            duration = await self._run(transaction, table, migration)
        except DatabaseError as error:
            raise _failure(migration, error) from error
        return migration, duration

    async def _run(self, transaction: Connection, table: str, migration: Migration) -> int:
        started = time.perf_counter()
        now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        if self._sql.journalled:
            notes = journal.Journal(transaction, table.removesuffix(_TABLE), self._force)
            await notes.run(migration, now)
            await transaction.execute("START TRANSACTION")
            await notes.forget(migration)
        elif migration.sql.strip():
            await transaction.execute_script(migration.sql)
        duration = round((time.perf_counter() - started) * 1000)
        await transaction.execute(
            self._sql.record.format(table=table),
            migration.id,
            migration.name,
            migration.checksum,
            now,
            duration,
        )
        if self._sql.journalled:
            # The lock is let go before the transaction ends, and who takes it must see the record.
            await transaction.execute("COMMIT")
        return duration


def _failure(migration: Migration, error: DatabaseError) -> MigrationError:
    return MigrationError(
        f"migration {migration.id} failed: {error}\n"
        "it was rolled back; the migrations before it stay applied"
    )


def _is_locked(error: DatabaseError) -> bool:
    code = error.sqlstate or ""
    return isinstance(error, OperationalError) and (
        code == _LOCK_NOT_AVAILABLE or code.startswith(_SQLITE_BUSY)
    )


async def _qualified(transaction: Connection) -> str:
    """Return the history table's name, such that a migration's search path cannot change it."""
    if transaction.engine is Engine.MYSQL:
        database = await transaction.fetchval(Sql[tuple[str]]("SELECT DATABASE()"))
        return f"{_quoted(database)}.{_TABLE}"
    if transaction.engine is not Engine.POSTGRESQL:
        return _TABLE
    schema = await transaction.fetchval(
        Sql[tuple[str]](
            "SELECT quote_ident(n.nspname) FROM pg_class c JOIN pg_namespace n"
            " ON n.oid = c.relnamespace WHERE c.oid = to_regclass('_flash_migrations')"
        )
    )
    return _TABLE if schema is None else f"{schema}.{_TABLE}"


def _quoted(database: str | None) -> str:
    return "`" + (database or "").replace("`", "``") + "`"


async def _read(database: Connection, table: str) -> list[Applied]:
    query = f"SELECT id, name, checksum, applied_at FROM {table} ORDER BY id"  # noqa: S608 - our own name
    try:
        rows = await database.fetch(Sql[tuple[str, str, str, str]](query))
    except ProgrammingError as error:
        message = (
            f"the table {_TABLE} was not made by this version of Flash: {error}\n"
            "rename or drop it, then run the command again"
        )
        raise MigrationError(message) from error
    return [Applied(*row) for row in rows]
