"""``flash reset``: drop what the migrations made.

Depends on: click, config, migrations, database.history, database.resetting,
cli.connection, cli.destruction, cli.settings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from flash_core.catalog.model import Catalog
from flash_core.config import database_url
from flash_core.database.history import State, compare, missing
from flash_core.database.resetting import reset
from flash_core.errors import CompileError, MigrationConflict
from flash_core.migrations.diff import diff
from flash_core.migrations.files import read
from flash_core.migrations.replay import replay
from flash_core.project import errors_of, in_order

from .connection import (
    applied_to,
    database_exists,
    migrations,
    with_database,
    with_lock_timeout,
)
from .destruction import confirm, destroyed
from .settings import counted

if TYPE_CHECKING:
    from collections.abc import Collection

    from flash_core.config import Config
    from flash_core.database import Database

    from .settings import Settings


@click.command("reset", short_help="Drop what the migrations made.")
@click.option("-f", "--force", is_flag=True, help="Do not ask; do not mind edited files.")
@with_lock_timeout
@click.pass_obj
def command(settings: Settings, *, force: bool, lock_timeout: float) -> None:
    """Drop every object that the applied migrations made, with its rows, and forget them.

    Objects that no migration names stay.  Run "flash apply" afterwards to begin anew.
    """
    config = settings.load()
    force = force or settings.force
    url = database_url(config)
    begun = _begun(config, url, force=force) if database_exists(url) else []
    if not begun:
        click.echo("nothing is applied")
        return
    statements = drops(config, begun)

    async def work(database: Database) -> int:
        lines = await destroyed(database, statements, config.engine)
        everything = counted(len(begun), "migration", "migrations")
        lines.append(f"and everything else that {everything} made")
        confirm(lines, "flash reset --force", force=force)
        return await reset(database, statements, patience=lock_timeout)

    dropped = with_database(url, work)
    click.echo(f'{counted(dropped, "statement", "statements")} run; "flash apply" begins anew')


def _begun(config: Config, url: str, *, force: bool) -> list[str]:
    """Return the migrations of which something is there.

    Raises:
        MigrationConflict: What one of them made cannot be told, since its file is gone or edited.
    """
    begun = [
        each
        for each in compare(migrations(config), applied_to(url))
        if each.record is not None or each.state is State.PARTIAL
    ]
    problems = [missing(each) for each in begun if each.state is State.MISSING]
    if not force:
        problems += [
            f"{each.id} was edited after it was applied, and may have made something else: restore "
            'the file, or run "flash reset --force" to drop what it makes now'
            for each in begun
            if each.state is State.EDITED
        ]
    if problems:
        raise MigrationConflict("\n".join([*problems, "nothing was changed"]))
    return [each.id for each in begun]


def drops(config: Config, begun: Collection[str]) -> list[str]:
    """Return the statements that drop what migrations made, in an order in which that works.

    Args:
        config: Of the project.
        begun: Identifiers of the migrations.

    Raises:
        CompileError: A migration has errors.
        MigrationError: There is something that cannot be dropped.
    """
    files = [file for file in read(config.root / config.migrations_path) if file.id in begun]
    made, problems = replay(files, config.engine)
    if errors_of(problems):
        raise CompileError(in_order(problems))
    return [change.up for change in diff(made, Catalog(config.engine)) if change.up]
