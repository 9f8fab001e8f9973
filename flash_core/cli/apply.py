"""``flash apply``: apply pending migrations to the database.

Depends on: click, config, database.history, database.migrator, cli.connection, cli.settings.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from flash_core.config import database_url
from flash_core.database import migrator
from flash_core.database.history import pending

from .connection import (
    applied_to,
    database_exists,
    migrations,
    refuse_transaction_control,
    with_database,
)
from .settings import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.config import Config
    from flash_core.database import Database
    from flash_core.database.history import Applied, Migration

    from .settings import Settings


@click.command("apply", short_help="Apply pending migrations to the database.")
@click.option("-n", "--count", type=click.IntRange(min=1), help="Apply at most so many.")
@click.option("--dry-run", is_flag=True, help="Print the SQL and change nothing.")
@click.option(
    "-f",
    "--force",
    is_flag=True,
    help="Do not mind edited files; apply migrations older than the newest applied one too.",
)
@click.pass_obj
def command(settings: Settings, *, count: int | None, dry_run: bool, force: bool) -> None:
    """Apply pending migrations, each in one transaction, oldest first."""
    config = settings.load()
    force = force or settings.force
    if dry_run:
        _show(config, database_url(config), count=count, force=force)
    else:
        apply_pending(config, database_url(config), count=count, force=force)


def apply_pending(
    config: Config, url: str, *, count: int | None = None, force: bool = False
) -> None:
    """Apply migrations, and print each when it is done.

    Raises:
        MigrationConflict: History and files disagree.
        MigrationError: A statement failed.
        CompileError: A migration has transactions of its own.
    """
    every = migrations(config)

    def check(applied: Sequence[Applied]) -> list[Migration]:
        remaining = pending(every, applied, force=force)[:count]
        refuse_transaction_control(config, remaining)
        return remaining

    async def work(database: Database) -> list[str]:
        check(await migrator.history(database))
        return await migrator.apply(
            database, every, count=count, force=force, on_applied=_show_applied
        )

    # Where there is no SQLite file yet, none is made before it is known to be needed.
    needed = database_exists(url) or check([])
    done = with_database(url, work) if needed else []
    if done:
        click.echo(f"{counted(len(done), 'migration', 'migrations')} applied")
    else:
        click.echo("no pending migrations")


def _show_applied(migration: Migration, milliseconds: int) -> None:
    click.echo(f"applied {migration.id} ({milliseconds} ms)")


def _show(config: Config, url: str, *, count: int | None, force: bool) -> None:
    remaining = pending(migrations(config), applied_to(url), force=force)[:count]
    refuse_transaction_control(config, remaining)
    if not remaining:
        click.echo("no pending migrations")
        return
    _print_sql("\n".join(f"-- {each.id}\n{each.sql.rstrip()}\n" for each in remaining))
    shown = counted(len(remaining), "pending migration", "pending migrations")
    click.echo(f"{shown} shown, nothing was changed", err=True)


def _print_sql(text: str) -> None:
    if not sys.stdout.isatty():
        click.echo(text)
        return
    from rich.console import Console  # noqa: PLC0415 - only for people
    from rich.syntax import Syntax  # noqa: PLC0415 - only for people

    Console().print(Syntax(text, "sql", background_color="default", word_wrap=True))
