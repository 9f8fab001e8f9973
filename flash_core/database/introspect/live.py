"""What a live database of any engine contains.

Depends on: engine, connection, definition, and the module of the engine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.engine import Engine

if TYPE_CHECKING:
    from flash_core.database.connection import Connection

    from .definition import Definition


async def dump(connection: Connection) -> list[Definition]:
    """Return every object of a database, in an order in which they can be created.

    Args:
        connection: To the database.

    Raises:
        DatabaseError: It cannot be read.
    """
    family = connection.engine.family
    if family is Engine.POSTGRESQL:
        from . import postgres  # noqa: PLC0415 - of this engine alone

        return await postgres.dump(connection)
    if family is Engine.MYSQL:
        from . import mysql  # noqa: PLC0415 - of this engine alone

        return await mysql.dump(connection)
    from . import sqlite  # noqa: PLC0415 - of this engine alone

    return await sqlite.dump(connection)
