"""From a URL to an open database, and from files to what the migrator takes.

Depends on: click, config, database, migrations.files, sql.
"""

from __future__ import annotations

# The command line starts the event loop; the database package only runs in it.
import asyncio  # noqa: TID251 - a command runs a loop
import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import unquote

import click

import flash_core
from flash_core.database import migrator
from flash_core.database.folders import CONTROL, read_migrations
from flash_core.errors import CompileError
from flash_core.migrations.files import read
from flash_core.sql.source import Diagnostic, SourceFile, Span
from flash_core.sql.statements import split_statements

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from flash_core.config import Config
    from flash_core.database import Database
    from flash_core.database.history import Migration, Record

T = TypeVar("T")

with_lock_timeout = click.option(
    "--lock-timeout",
    metavar="SECONDS",
    type=click.FloatRange(min=0),
    default=migrator.PATIENCE,
    show_default=True,
    help="How long to wait for another process that is applying.",
)


def with_database(url: str, work: Callable[[Database], Awaitable[T]]) -> T:
    """Connect, run ``work`` and disconnect.

    Raises:
        ConfigError: The URL is wrong, or its driver is not installed.
        DatabaseError: The server cannot be reached, or refuses.
    """

    async def connected() -> T:
        async with flash_core.connect(url, max_size=3) as database:
            return await work(database)

    logging.getLogger("psycopg").addHandler(logging.NullHandler())  # errors are ours to show
    return asyncio.run(connected())


def database_exists(url: str) -> bool:
    """Tell whether connecting would find a database, rather than make a new SQLite file."""
    scheme, _, rest = url.partition("://")
    path = Path(unquote(rest).partition("?")[0])
    return not scheme.startswith("sqlite") or not path.is_absolute() or path.exists()


def applied_to(url: str) -> list[Record]:
    """Return what has been applied; makes neither a table nor a database."""
    return with_database(url, migrator.history) if database_exists(url) else []


def migrations(config: Config) -> list[Migration]:
    """Return the project's migrations, oldest first.

    Raises:
        MigrationConflict: Files are missing, or contradict one another.
    """
    folder = config.root / config.migrations_path
    return read_migrations(folder, config.engine, root=config.root)


def refuse_transaction_control(
    config: Config, concerned: Iterable[Migration], *, down: bool = False
) -> None:
    """Refuse migrations that begin or end a transaction: each already runs in one.

    Raises:
        CompileError: Names every such statement.
    """
    files = {file.id: file for file in read(config.root / config.migrations_path)}
    problems: list[Diagnostic] = []
    for migration in concerned:
        file = files[migration.id]
        path = (file.down_path or file.up_path) if down else file.up_path
        shown = Path(os.path.relpath(path, config.root)).as_posix()
        source = SourceFile(shown, file.down if down else file.up)
        for span in split_statements(source, config.engine):
            found = CONTROL.match(source.text, span.start, span.end)
            if found:
                problems.append(_own_transaction(source, Span(*found.span())))
    if problems:
        raise CompileError(problems)


def _own_transaction(source: SourceFile, span: Span) -> Diagnostic:
    word = source.text[span.start : span.end].upper()
    message = f"{word} inside a migration: Flash runs each migration in a transaction of its own"
    return Diagnostic(message, source, span, "remove the statement")
