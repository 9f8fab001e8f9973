"""``flash baseline``: take a database that is there already for migrated.

Depends on: click, config, database.migrator, cli.connection, cli.settings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from flash_core.config import database_url
from flash_core.database import migrator

from .connection import migrations, with_database
from .settings import counted

if TYPE_CHECKING:
    from flash_core.database import Database

    from .settings import Settings


@click.command("baseline", short_help="Note migrations as applied without running them.")
@click.option("--to", metavar="ID", help="None that is newer than this one.")
@click.pass_obj
def command(settings: Settings, *, to: str | None) -> None:
    """Note every migration as applied without running it.

    For a database that has already what the migrations make, because it was made by hand or by
    another tool.
    """
    config = settings.load()
    every = migrations(config)

    async def work(database: Database) -> list[str]:
        return await migrator.baseline(database, every, to=to)

    done = with_database(database_url(config), work) if every else []
    for identifier in done:
        click.echo(f"noted {identifier}")
    if done:
        click.echo(
            f"{counted(len(done), 'migration', 'migrations')} noted as applied, none was run"
        )
    else:
        click.echo("no pending migrations")
