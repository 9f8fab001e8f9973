# Generated from flash_core/database/migrating.py by `nox -s unasync`: edit that file.
"""Migrations of a folder, for who starts a service.

Depends on: database, errors; folders and migrator when it is called.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from flash_core.errors import ProgrammingError

if TYPE_CHECKING:
    import os

    from .database import Database


def migrate(
    database: Database,
    folder: str | os.PathLike[str],
    *,
    to: str | None = None,
    lock_timeout: float = 60.0,
) -> list[str]:
    """Apply the migrations of a folder that are pending, as ``flash apply`` does.

    Several processes may call it at the same time: each migration is applied once, and who comes
    later waits.  It does not ask before a statement that destroys data.

    Args:
        database: Open; what ``connect()`` gave.
        folder: Where the migrations are: ``db/migrations``.
        to: Apply none that is newer than this one: an identifier, or its beginning.
        lock_timeout: Seconds to wait for another process that is applying.

    Returns:
        Identifiers of what this call applied, oldest first.

    Raises:
        ProgrammingError: It is a single connection, which cannot hold the lock beside its work.
        MigrationConflict: History and files disagree; the message says what to do.
        MigrationError: There is no such folder, or a statement failed.
    """
    if not hasattr(database, "borrow"):  # not everybody runs a type checker
        message = "migrate() needs a database that opens connections: what connect() gave"
        raise ProgrammingError(message)
    # Who only runs queries needs none of it.
    from . import migrator  # noqa: PLC0415 - as said
    from .folders import read_migrations, refuse_control  # noqa: PLC0415 - as said

    found = read_migrations(Path(folder), database.engine, must_exist=True)
    refuse_control(found)
    return migrator.apply(database, found, to=to, patience=lock_timeout)
