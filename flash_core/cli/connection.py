"""From a URL to an open database, and from files to what the migrator takes.

Depends on: config, database, migrations.files, sql.
"""

from __future__ import annotations

# The command line starts the event loop; the database package only runs in it.
import asyncio  # noqa: TID251 - a command runs a loop
import logging
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar
from urllib.parse import unquote

import flash_core
from flash_core.database import migrator
from flash_core.database.history import Migration
from flash_core.errors import CompileError
from flash_core.migrations.files import read
from flash_core.sql.source import Diagnostic, SourceFile, Span
from flash_core.sql.statements import split_statements

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from flash_core.config import Config
    from flash_core.database import Database
    from flash_core.database.history import Applied
    from flash_core.migrations.files import MigrationFile

T = TypeVar("T")

_CONTROL: Final = re.compile(
    r"(BEGIN|COMMIT|END|ABORT|START\s+TRANSACTION|(COMMIT|PREPARE)\s+TRANSACTION"
    r"|ROLLBACK(?!\s+((WORK|TRANSACTION)\s+)?TO\b))\b",
    re.IGNORECASE,
)


def with_database(url: str, work: Callable[[Database], Awaitable[T]]) -> T:
    """Connect, run ``work`` and disconnect.

    Raises:
        ConfigError: The URL is wrong, or its driver is not installed.
        DatabaseError: The server cannot be reached, or refuses.
    """

    async def connected() -> T:
        async with flash_core.connect(url, max_size=2) as database:
            return await work(database)

    logging.getLogger("psycopg").addHandler(logging.NullHandler())  # errors are ours to show
    return asyncio.run(connected())


def database_exists(url: str) -> bool:
    """Tell whether connecting would find a database, rather than make a new SQLite file."""
    scheme, _, rest = url.partition("://")
    path = Path(unquote(rest).partition("?")[0])
    return not scheme.startswith("sqlite") or not path.is_absolute() or path.exists()


def applied_to(url: str) -> list[Applied]:
    """Return what has been applied; makes neither a table nor a database."""
    return with_database(url, migrator.history) if database_exists(url) else []


def begun_on(url: str) -> dict[str, tuple[int, int]]:
    """Return what failed half-way and continues: how many of how many statements have run."""
    return with_database(url, migrator.begun) if url.startswith(("mysql", "mariadb")) else {}


def migrations(config: Config) -> list[Migration]:
    """Return the project's migrations, oldest first.

    Raises:
        MigrationConflict: Files are missing, or contradict one another.
    """
    return [_migration(config, file) for file in read(config.root / config.migrations_path)]


def _migration(config: Config, file: MigrationFile) -> Migration:
    spans = split_statements(SourceFile(file.up_path.name, file.up), config.engine)
    # Servers answer to a statement; there is none in a file of comments alone.
    return Migration(
        file.id,
        file.id.partition("_")[2],
        file.checksum,
        file.up if spans else "",
        tuple(file.up[span.start : span.end] for span in spans),
    )


def refuse_transaction_control(config: Config, pending: Sequence[Migration]) -> None:
    """Refuse migrations that begin or end a transaction: each already runs in one.

    Raises:
        CompileError: Names every such statement.
    """
    paths = {file.id: file.up_path for file in read(config.root / config.migrations_path)}
    problems: list[Diagnostic] = []
    for migration in pending:
        shown = Path(os.path.relpath(paths[migration.id], config.root)).as_posix()
        source = SourceFile(shown, migration.sql)
        for span in split_statements(source, config.engine):
            found = _CONTROL.match(migration.sql, span.start, span.end)
            if found:
                problems.append(_own_transaction(source, Span(*found.span())))
    if problems:
        raise CompileError(problems)


def _own_transaction(source: SourceFile, span: Span) -> Diagnostic:
    word = source.text[span.start : span.end].upper()
    message = f"{word} inside a migration: Flash runs each migration in a transaction of its own"
    return Diagnostic(message, source, span, "remove the statement")
