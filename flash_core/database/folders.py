"""Migration files as what the migrator takes.

Depends on: history, engine, errors, migrations.files, migrations.sections; these two read text,
and load neither a grammar nor a catalog.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from flash_core.errors import MigrationError
from flash_core.migrations.files import checksum, read
from flash_core.migrations.sections import read_steps, squashed

from .history import Migration, Script

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flash_core.engine import Engine
    from flash_core.migrations.files import MigrationFile

CONTROL: Final = re.compile(
    r"(BEGIN|COMMIT|END|ABORT|START\s+TRANSACTION|(COMMIT|PREPARE)\s+TRANSACTION"
    r"|ROLLBACK(?!\s+((WORK|TRANSACTION)\s+)?TO\b))\b(?!\s+NOT\s+ATOMIC)",
    re.IGNORECASE,
)


def read_migrations(
    folder: Path, engine: Engine, *, root: Path | None = None, must_exist: bool = False
) -> list[Migration]:
    """Return the migrations of a folder, oldest first.

    Args:
        folder: Where they are.
        engine: Whose SQL they are.
        root: What paths in messages are relative to.
        must_exist: Refuse a folder that is not there, rather than find nothing in it.

    Raises:
        MigrationConflict: Files are missing, or contradict one another.
        MigrationError: A file cannot be read, or there is no folder.
    """
    if must_exist and not folder.is_dir():
        message = f"there is no folder {folder} to read migrations from"
        raise MigrationError(message)
    return [_migration(file, engine, root) for file in read(folder)]


def migration_of(name: str, up: str, down: str, engine: Engine) -> Migration:
    """Return a migration that is not in a file yet.

    Args:
        name: Its identifier.
        up: What applies it.
        down: What takes it back.
        engine: Whose SQL they are.
    """
    path = Path(name)
    scripts = [_script(text, checksum(text), path, engine, None) for text in (up, down)]
    return Migration(name, name.partition("_")[2], scripts[0], scripts[1], squashed(up))


def _migration(file: MigrationFile, engine: Engine, root: Path | None) -> Migration:
    up = _script(file.up, file.checksum, file.up_path, engine, root)
    down = None
    if file.down_checksum:
        path = file.down_path or file.up_path
        down = _script(file.down, file.down_checksum, path, engine, root)
    return Migration(file.id, file.id.partition("_")[2], up, down, file.squashes)


def _script(text: str, checksum: str, path: Path, engine: Engine, root: Path | None) -> Script:
    read = read_steps(text, engine)
    shown = path if root is None else Path(os.path.relpath(path, root))
    return Script(
        tuple(step.sql for step in read.steps),
        checksum,
        tuple(step.line for step in read.steps),
        shown.as_posix(),
        transaction=read.transaction,
        foreign_keys=read.foreign_keys,
    )


def refuse_control(migrations: Iterable[Migration]) -> None:
    """Refuse statements that begin or end a transaction: each migration has one of its own.

    Raises:
        MigrationError: Names every such statement.
    """
    problems = [
        f"{script.place(number)}: {statement.split()[0].upper()} inside a migration: Flash runs "
        "each migration in a transaction of its own; remove the statement"
        for migration in migrations
        for script in (migration.up,)
        for number, statement in enumerate(script.statements, 1)
        if CONTROL.match(statement)
    ]
    if problems:
        raise MigrationError("\n".join(problems))
