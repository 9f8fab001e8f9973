"""``flash resolve``: say what has become of a migration, when only a person knows.

Depends on: click, config, database.migrator, cli.connection.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from flash_core.config import database_url
from flash_core.database import migrator

from .connection import migrations, with_database

if TYPE_CHECKING:
    from flash_core.database import Database

    from .settings import Settings


@click.command("resolve", short_help="Say whether a migration is applied.")
@click.argument("identifier", metavar="ID")
@click.option("--applied", is_flag=True, help="All of it is done: note that it is applied.")
@click.option("--rolled-back", is_flag=True, help="None of it is there: note that it is pending.")
@click.pass_obj
def command(settings: Settings, *, identifier: str, applied: bool, rolled_back: bool) -> None:
    """Change what the history says of migration ID, which may be the beginning of its name.

    Runs nothing of it.  For a migration that stopped half-way and was finished or undone by hand,
    or whose file is gone.
    """
    if applied == rolled_back:
        message = "use one of --applied and --rolled-back"
        raise click.UsageError(message)
    config = settings.load()
    every = migrations(config)

    async def work(database: Database) -> str:
        return await migrator.resolve(database, every, identifier, applied=applied)

    found = with_database(database_url(config), work)
    click.echo(f"{found} is now noted as {'applied' if applied else 'not applied'}")
