"""The sql_mode under which MySQL and MariaDB run the files of a project.

Depends on: connection, engine, mysql_modes, values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.engine import Engine
from flash_core.mysql_modes import OTHER_MODES
from flash_core.values import Sql

if TYPE_CHECKING:
    from .connection import Connection


async def read_alike(session: Connection) -> None:
    """Let a connection read statements as this project's files are read.

    Modes that a server or a user has set would give strings, names and operators another meaning.

    Args:
        session: Nothing is done where it is of no MySQL or MariaDB.
    """
    if session.engine.family is not Engine.MYSQL:
        return
    modes = (await session.fetchval(Sql[tuple[str]]("SELECT @@SESSION.sql_mode")) or "").split(",")
    kept = [mode for mode in modes if mode not in OTHER_MODES]
    if kept != modes:
        await session.execute(f"SET SESSION sql_mode = '{','.join(kept)}'")
