"""Before data is destroyed: how much, and whether that is wanted.

Depends on: click, migrations.losses, database, engine, errors, values, cli.settings.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

import click

from flash_core.engine import Engine
from flash_core.errors import DatabaseError, MigrationError
from flash_core.migrations.losses import losses
from flash_core.values import Sql

from .settings import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.database import Database
    from flash_core.migrations.losses import Loss

_COLUMNS: Final = (
    "SELECT column_name FROM information_schema.columns"
    " WHERE table_name = '{table}' AND table_schema NOT IN ('information_schema', 'mysql')"
)


async def destroyed(database: Database, statements: Sequence[str], engine: Engine) -> list[str]:
    """Return what statements would destroy that is there now, a line each.

    Args:
        database: Where they would run.
        statements: In their order.
        engine: Whose SQL they are.
    """
    lines: list[str] = []
    for loss in losses(statements, engine):
        if loss.kept and not loss.part:
            for column in await _columns(database, loss):
                if column.lower() not in loss.kept:
                    found = await _count(database, loss.count(engine, column))
                    lines += _line(f"column {'.'.join(loss.table)}.{column}", found, "value")
        else:
            found = await _count(database, loss.count(engine))
            lines += _line(str(loss), found, loss.noun)
    return lines


def _line(name: str, found: int, noun: str) -> list[str]:
    return [f"{name}: {counted(found, noun, f'{noun}s')}"] if found else []


async def _count(database: Database, query: str) -> int:
    try:
        return await database.fetchval(Sql[tuple[int]](query)) or 0
    except DatabaseError:  # a migration before it makes the table, or it is gone: the server tells
        return 0


async def _columns(database: Database, loss: Loss) -> list[str]:
    table = loss.table[-1].replace("'", "''")
    query = _COLUMNS.format(table=table)
    if database.engine is Engine.SQLITE:
        query = f"SELECT name FROM pragma_table_info('{table}')"  # noqa: S608 - quoted
    return [name for (name,) in await database.fetch(Sql[tuple[str]](query))]


def confirm(
    lines: Sequence[str], command: str, *, force: bool, what: str = "this destroys data"
) -> None:
    """Show what would be destroyed and ask; without a terminal, refuse.

    Args:
        lines: What is concerned; nothing is asked when there is nothing.
        command: What to type to do it all the same.
        force: Do it all the same.
        what: What happens to it.

    Raises:
        MigrationError: Nobody can answer, or the answer is no.
    """
    if not lines or force:
        return
    listed = "\n".join(f"  {line}" for line in lines)
    if not sys.stdin.isatty():
        message = (
            f'{what}:\n{listed}\nnothing was changed; run "{command}" to do it, which does not ask'
        )
        raise MigrationError(message)
    click.echo(f"{what}:\n{listed}")
    try:
        wanted = click.confirm("Go on?", default=False)
    except click.Abort:
        wanted = False
    if not wanted:
        message = "nothing was changed"
        raise MigrationError(message)
