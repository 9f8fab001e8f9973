"""``flash down``: take the newest migrations back.

Depends on: click, config, database.migrator, cli.connection, cli.destruction, cli.progress,
cli.settings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from flash_core.config import database_url
from flash_core.database import migrator
from flash_core.migrations.files import read

from .apply import print_sql
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
    from flash_core.config import Config
    from flash_core.database import Database
    from flash_core.database.history import Migration

    from .settings import Settings


@click.command("down", short_help="Take the newest migrations back.")
@click.argument("count", metavar="[N]", type=click.IntRange(min=1), default=1)
@click.option("--dry-run", is_flag=True, help="Print the SQL and change nothing.")
@click.option(
    "-f",
    "--force",
    is_flag=True,
    help="Do not mind down files that were edited or are missing; do not ask before data is"
    " destroyed.",
)
@with_lock_timeout
@click.pass_obj
def command(
    settings: Settings, *, count: int, dry_run: bool, force: bool, lock_timeout: float
) -> None:
    """Take back the newest N migrations (1 when left out), newest first.

    The statements of a down file and the removal of its record are one transaction, where the
    engine can.
    """
    config = settings.load()
    force = force or settings.force
    url = database_url(config)
    if not database_exists(url):
        click.echo("nothing is applied")
        return
    if dry_run:
        _show(config, url, count, force=force)
        return
    every = migrations(config)

    async def work(database: Database) -> list[str]:
        applied = await migrator.history(database)
        chosen = migrator.undone(every, applied, count=count, force=force)
        refuse_transaction_control(config, chosen, down=True)
        statements = [each for one in chosen if one.down for each in one.down.statements]
        lines = await destroyed(database, statements, config.engine) if not force else []
        confirm(lines, "flash down --force", force=force)
        with shown("took back") as watch:
            return await migrator.down(
                database, every, count=count, force=force, patience=lock_timeout, watch=watch
            )

    done = with_database(url, work)
    if done:
        click.echo(f"{counted(len(done), 'migration', 'migrations')} taken back")
    else:
        click.echo("nothing is applied")


def _show(config: Config, url: str, count: int, *, force: bool) -> None:
    chosen: list[Migration] = migrator.undone(
        migrations(config), applied_to(url), count=count, force=force
    )
    if not chosen:
        click.echo("nothing is applied")
        return
    refuse_transaction_control(config, chosen, down=True)
    texts = {each.id: each.down for each in read(config.root / config.migrations_path)}
    print_sql("\n".join(f"-- {each.id}\n{texts[each.id].strip()}\n" for each in chosen))
    number = counted(len(chosen), "migration", "migrations")
    click.echo(f"{number} shown, nothing was changed", err=True)
