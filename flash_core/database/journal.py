"""Migrations where statements cannot be taken back together: one statement at a time, noted down.

MySQL and MariaDB commit before and after every statement that defines something.  So what has run
stands in a table of its own, and a migration that failed continues at the statement that did not
run.  A statement that changes rows and the note of it are one transaction.

Depends on: connection, history, errors, values.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from flash_core.errors import DatabaseError, MigrationConflict, MigrationError
from flash_core.values import Sql

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .connection import Connection
    from .history import Migration

TABLE: Final = "_flash_migration_steps"
CREATE: Final = """CREATE TABLE IF NOT EXISTS _flash_migration_steps (
    id VARCHAR(255) NOT NULL PRIMARY KEY,
    done INT NOT NULL,
    total INT NOT NULL,
    digest VARCHAR(64) NOT NULL,
    started_at VARCHAR(32) NOT NULL
) ENGINE = InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"""
# They would keep us from our own table, and nobody else is migrating.
_LOCKS: Final = re.compile(r"(?:UN)?LOCK\s+TABLES?\b", re.IGNORECASE)


async def begun(database: Connection) -> dict[str, tuple[int, int]]:
    """Return how many statements of each half-done migration have run, and of how many.

    Read-only, and only where there is a journal.
    """
    exists = (
        "SELECT 1 FROM information_schema.tables"
        " WHERE table_schema = DATABASE() AND table_name = %s"
    )
    if await database.fetchval(Sql[tuple[int]](exists), TABLE) is None:
        return {}
    query = Sql[tuple[str, int, int]](f"SELECT id, done, total FROM {TABLE} WHERE done > 0")  # noqa: S608 - our own name
    return {identifier: (done, total) for identifier, done, total in await database.fetch(query)}


@dataclass(frozen=True, slots=True)
class Journal:
    """Where the steps of a database's migrations are noted.

    Attributes:
        session: A connection of its own.
        prefix: What stands before the table's name, so that ``USE`` cannot change its meaning.
        force: Continue although statements that have run were edited.
    """

    session: Connection
    prefix: str
    force: bool

    async def run(self, migration: Migration, started_at: str) -> None:
        """Run the statements that have not run yet.

        Raises:
            MigrationConflict: Statements that have run were edited.
            MigrationError: A statement failed; the message says which have run.
        """
        statements = migration.statements or ((migration.sql,) if migration.sql.strip() else ())
        done = await self._done(migration.id, statements)
        if done is None:
            await self._note(
                "INSERT INTO {} (id, done, total, digest, started_at) VALUES (%s, %s, %s, %s, %s)",
                *(migration.id, 0, len(statements), _digest(()), started_at),
            )
        for number, statement in enumerate(statements[done or 0 :], (done or 0) + 1):
            try:
                await self.session.execute("START TRANSACTION")
                if _LOCKS.match(statement) is None:
                    await self.session.execute_script(statement)
                await self._note(
                    "UPDATE {} SET done = %s, total = %s, digest = %s WHERE id = %s",
                    *(number, len(statements), _digest(statements[:number]), migration.id),
                )
                await self.session.execute("COMMIT")
            except DatabaseError as error:
                raise MigrationError(_failure(migration, number, len(statements), error)) from error

    async def forget(self, migration: Migration) -> None:
        """Remove the notes of a migration that is done."""
        await self._note("DELETE FROM {} WHERE id = %s", migration.id)

    async def _done(self, identifier: str, statements: Sequence[str]) -> int | None:
        """Return how many statements have run, ``None`` when the migration was never begun."""
        query = f"SELECT done, digest FROM {self.prefix}{TABLE} WHERE id = %s"  # noqa: S608 - our own name
        row = await self.session.fetchrow(Sql[tuple[int, str]](query), identifier)
        if row is None:
            return None
        done, digest = row
        if digest != _digest(statements[:done]) and not self.force:
            ran = "its first statement" if done == 1 else f"its first {done} statements"
            message = (
                f"{identifier} failed half-way, and {ran}, which ran, changed since: restore "
                'what ran and correct what follows, or run "flash apply --force" to continue '
                f"with statement {done + 1} of the file as it is"
            )
            raise MigrationConflict(message)
        return done

    async def _note(self, sql: str, *args: object) -> None:
        await self.session.execute(sql.format(self.prefix + TABLE), *args)


def _digest(statements: Sequence[str]) -> str:
    text = "\0".join(statements).replace("\r\n", "\n")  # a changed line end is no edit
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _failure(migration: Migration, number: int, total: int, error: DatabaseError) -> str:
    head = f"migration {migration.id} failed at statement {number} of {total}: {error}"
    if number == 1:
        return f"{head}\nnothing of it was done; the migrations before it stay applied"
    ran = "statement 1 is" if number == 2 else f"statements 1 to {number - 1} are"  # noqa: PLR2004 - grammar
    return (
        f"{head}\n{ran} done and cannot be rolled back: correct statement {number} and run "
        f'"flash apply" again, which continues there'
    )
