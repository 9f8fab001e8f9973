"""Dropping what migrations made, and nothing else.

Depends on: database, foreign_keys, history, locking, records, engine, errors.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.errors import DatabaseError, MigrationError

from .foreign_keys import unchecked
from .history import Script
from .locking import Patience, locked
from .records import prepared

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .database import Database
    from .session import Session

# Undefined table, object, function, column, schema.
_ABSENT: Final = frozenset({"42P01", "42704", "42883", "42703", "3F000"})
_ABSENT_WORDS: Final = re.compile(
    r"no such (?:table|index|view|trigger|column)|doesn't exist|does not exist|Unknown (?:table|"
    r"VIEW|SEQUENCE)|check that (?:it|column/key|column|key) exists",
    re.IGNORECASE,
)


async def reset(database: Database, statements: Sequence[str], *, patience: float) -> int:
    """Run statements that drop things, and forget every migration.

    What is not there is passed over.  All of it is one transaction where the engine can.

    Args:
        database: Open.
        statements: They drop, in an order in which that works.
        patience: Seconds to wait for another process that is applying.

    Returns:
        How many of the statements found something to drop.

    Raises:
        MigrationError: A statement failed for another reason.
    """
    script = Script(tuple(statements), foreign_keys=False)
    async with locked(database, Patience(patience)) as session:
        if session.engine.family is Engine.MYSQL:
            await session.execute("SET SESSION foreign_key_checks = 0")
            try:
                return await _drop(session, script)
            finally:
                await session.execute("SET SESSION foreign_key_checks = DEFAULT")
        async with unchecked(session, script), session.transaction() as transaction:
            return await _drop(transaction, script)


async def _drop(session: Session, script: Script) -> int:
    dropped = 0
    for statement in script.statements:
        try:
            if session.engine is Engine.POSTGRESQL:  # an error would end the transaction
                async with session.transaction() as inner:
                    await inner.execute_script(statement)
            else:
                await session.execute_script(statement)
        except DatabaseError as error:
            if error.sqlstate not in _ABSENT and not _ABSENT_WORDS.search(str(error)):
                message = f"cannot reset: {error}\n{statement}"
                raise MigrationError(message) from error
        else:
            dropped += 1
    records = await prepared(session)
    for record in await records.read():
        await records.remove(record.id)
    return dropped
