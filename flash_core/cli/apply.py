"""``flash apply``: apply pending migrations to the database.

Depends on: click, config, database.history, database.migrator, cli.connection, cli.destruction,
cli.progress, cli.settings.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from flash_core.config import database_url
from flash_core.database import migrator
from flash_core.database.history import pending, up_to
from flash_core.migrations.files import read

from .connection import (
    applied_to,
    database_exists,
    migrations,
    refuse_transaction_control,
    with_database,
    with_lock_timeout,
)
from .destruction import confirm, destroyed
from .progress import shown
from .settings import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.config import Config
    from flash_core.database import Database
    from flash_core.database.history import Migration, Record

    from .settings import Settings


@click.command("apply", short_help="Apply pending migrations to the database.")
@click.option("-n", "--count", type=click.IntRange(min=1), help="Apply at most so many.")
@click.option("--to", metavar="ID", help="Apply none that is newer than this one.")
@click.option("--dry-run", is_flag=True, help="Print the SQL and change nothing.")
@click.option(
    "-f",
    "--force",
    is_flag=True,
    help="Do not mind edited files; apply migrations older than the newest applied one too;"
    " do not ask before data is destroyed.",
)
@with_lock_timeout
@click.pass_obj
def command(
    settings: Settings,
    *,
    count: int | None,
    to: str | None,
    dry_run: bool,
    force: bool,
    lock_timeout: float,
) -> None:
    """Apply pending migrations, each in one transaction where the engine can, oldest first."""
    config = settings.load()
    force = force or settings.force
    if dry_run:
        _show(config, database_url(config), count=count, to=to, force=force)
    else:
        apply_pending(
            config, database_url(config), count=count, to=to, force=force, patience=lock_timeout
        )


def apply_pending(
    config: Config,
    url: str,
    *,
    count: int | None = None,
    to: str | None = None,
    force: bool = False,
    patience: float = migrator.PATIENCE,
) -> None:
    """Apply migrations, and print each when it is done.

    Raises:
        MigrationConflict: History and files disagree.
        MigrationError: A statement failed, or data would be destroyed and nobody can be asked.
        CompileError: A migration has transactions of its own.
    """
    every = migrations(config)

    async def work(database: Database) -> list[str]:
        applied = await migrator.history(database)
        remaining = _chosen(config, every, applied, count=count, to=to, force=force)
        statements = _statements_to_run(remaining, applied)
        lines = await destroyed(database, statements, config.engine) if not force else []
        confirm(lines, "flash apply --force", force=force)
        with shown("applied") as watch:
            return await migrator.apply(
                database, every, count=count, to=to, force=force, patience=patience, watch=watch
            )

    # Where there is no SQLite file yet, none is made before it is known to be needed.
    needed = database_exists(url) or _chosen(config, every, [], count=count, to=to, force=force)
    done = with_database(url, work) if needed else []
    if done:
        click.echo(f"{counted(len(done), 'migration', 'migrations')} applied")
    else:
        click.echo("no pending migrations")


def _chosen(
    config: Config,
    every: Sequence[Migration],
    applied: Sequence[Record],
    *,
    count: int | None,
    to: str | None,
    force: bool,
) -> list[Migration]:
    """Return what is to be applied, which has no transactions of its own."""
    remaining = pending(every, applied, force=force)
    if to is not None:
        wanted = {each.id for each in up_to(every, to)}
        remaining = [each for each in remaining if each.id in wanted]
    remaining = remaining[:count]
    refuse_transaction_control(config, remaining)
    return remaining


def _statements_to_run(remaining: Sequence[Migration], applied: Sequence[Record]) -> list[str]:
    done = {each.id: each.done for each in applied}
    return [
        statement for each in remaining for statement in each.up.statements[done.get(each.id, 0) :]
    ]


def _show(config: Config, url: str, *, count: int | None, to: str | None, force: bool) -> None:
    every = migrations(config)
    remaining = _chosen(config, every, applied_to(url), count=count, to=to, force=force)
    if not remaining:
        click.echo("no pending migrations")
        return
    texts = {each.id: each for each in read(config.root / config.migrations_path)}
    print_sql("\n".join(f"-- {each.id}\n{texts[each.id].up.strip()}\n" for each in remaining))
    number = counted(len(remaining), "pending migration", "pending migrations")
    click.echo(f"{number} shown, nothing was changed", err=True)


def print_sql(text: str) -> None:
    """Print SQL, in colours on a terminal."""
    if not sys.stdout.isatty():
        click.echo(text)
        return
    from rich.console import Console  # noqa: PLC0415 - only for people
    from rich.syntax import Syntax  # noqa: PLC0415 - only for people

    Console().print(Syntax(text, "sql", background_color="default", word_wrap=True))
