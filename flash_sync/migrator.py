# Generated from flash_core/database/migrator.py by `nox -s unasync`: edit that file.
"""Applying migrations: one transaction each, its record in the same transaction, one deploy at a time.

What has been applied stands in the table ``_flash_migrations`` of the database.  It is read again
under a lock before each migration, so two processes that apply at the same time share the work
and neither repeats the other's.  Where migrations come from, and how they are written, is not
known here: this takes text and an identifier.

Depends on: database, history, engine, errors, values.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.errors import DatabaseError, MigrationError, OperationalError, ProgrammingError
from flash_core.values import Sql

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


def apply(
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
        applied = run.step()
        if applied is None:
            break
        migration, milliseconds = applied
        done.append(migration.id)
        if on_applied is not None:
            on_applied(migration, milliseconds)
    return done


def history(database: Connection) -> list[Applied]:
    """Return what has been applied, oldest first.  Read-only: makes no table.

    Raises:
        MigrationError: There is a table of that name which is not ours.
    """
    sql = _dialect(database.engine)
    if database.fetchval(Sql[tuple[int]](sql.exists)) is None:
        return []
    return _read(database, _TABLE)


@dataclass(frozen=True, slots=True)
class _Dialect:
    """The statements that differ between engines; ``{table}`` is filled in."""

    exists: str
    create: str
    record: str
    lock: tuple[str, ...]


_DIALECTS: Final = {
    Engine.POSTGRESQL: _Dialect(
        # Reading a catalog table makes the session notice what others have committed meanwhile;
        # to_regclass alone may answer from a cache that is older than the lock.
        exists="SELECT 1 FROM pg_class WHERE oid = to_regclass('_flash_migrations')",
        create="""CREATE TABLE _flash_migrations (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    checksum TEXT NOT NULL,
    applied_at TEXT NOT NULL,
    duration_ms BIGINT NOT NULL
)""",
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
        create="""CREATE TABLE _flash_migrations (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    checksum TEXT NOT NULL,
    applied_at TEXT NOT NULL,
    duration_ms INTEGER NOT NULL
)""",
        record="INSERT INTO {table} (id, name, checksum, applied_at, duration_ms)"
        " VALUES (?1, ?2, ?3, ?4, ?5)",
        lock=(),  # a transaction that may write begins by taking the only write lock
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

    def step(self) -> tuple[Migration, int] | None:
        """Apply the oldest pending migration; ``None`` when there is none."""
        deadline = time.monotonic() + self._patience
        while True:
            applied: tuple[Migration, int] | None = None
            try:
                with self._database.transaction() as transaction:
                    applied = self._step(transaction)
            except DatabaseError as error:
                if applied is not None:  # a deferred constraint fails at the commit
                    raise _failure(applied[0], error) from error
                if not _is_locked(error):
                    raise
                # The driver has waited already: it gives up sooner than we do.
                if time.monotonic() >= deadline:
                    message = (
                        "another process holds the lock of this database: waited "
                        f"{self._patience:g} seconds; try again when it has finished"
                    )
                    raise MigrationError(message) from error
            else:
                return applied

    def _step(self, transaction: Connection) -> tuple[Migration, int] | None:
        milliseconds = max(1, int(self._patience * 1000))
        for statement in self._sql.lock:
            transaction.execute(statement.format(milliseconds=milliseconds))
        if transaction.fetchval(Sql[tuple[int]](self._sql.exists)) is None:
            transaction.execute(self._sql.create)
        table = _qualified(transaction)
        remaining = pending(self._migrations, _read(transaction, table), force=self._force)
        if not remaining:
            return None
        migration = remaining[0]
        try:
            duration = self._run(transaction, table, migration)
        except DatabaseError as error:
            raise _failure(migration, error) from error
        return migration, duration

    def _run(self, transaction: Connection, table: str, migration: Migration) -> int:
        started = time.perf_counter()
        if migration.sql.strip():
            transaction.execute_script(migration.sql)
        duration = round((time.perf_counter() - started) * 1000)
        transaction.execute(
            self._sql.record.format(table=table),
            migration.id,
            migration.name,
            migration.checksum,
            time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
            duration,
        )
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


def _qualified(transaction: Connection) -> str:
    """Return the history table's name, such that a migration's search path cannot change it."""
    if transaction.engine is not Engine.POSTGRESQL:
        return _TABLE
    schema = transaction.fetchval(
        Sql[tuple[str]](
            "SELECT quote_ident(n.nspname) FROM pg_class c JOIN pg_namespace n"
            " ON n.oid = c.relnamespace WHERE c.oid = to_regclass('_flash_migrations')"
        )
    )
    return _TABLE if schema is None else f"{schema}.{_TABLE}"


def _read(database: Connection, table: str) -> list[Applied]:
    query = f"SELECT id, name, checksum, applied_at FROM {table} ORDER BY id"  # noqa: S608 - our own name
    try:
        rows = database.fetch(Sql[tuple[str, str, str, str]](query))
    except ProgrammingError as error:
        message = (
            f"the table {_TABLE} was not made by this version of Flash: {error}\n"
            "rename or drop it, then run the command again"
        )
        raise MigrationError(message) from error
    return [Applied(*row) for row in rows]
