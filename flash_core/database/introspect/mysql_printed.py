"""SHOW CREATE of MySQL and MariaDB, and the constants that it does not print as they are.

Bytes of a DEFAULT stand in it as bytes, which need not be text.  Characters of a DEFAULT have
three bytes at most there: others are printed as ``?``.

Depends on: connection, mysql_text, errors, values.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.errors import OperationalError
from flash_core.values import Sql

from .mysql_text import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.database.connection import Connection

_NULL: Final = b"NULL".hex().upper()  # what quote() makes of it


async def printed(connection: Connection, kind: str, names: Sequence[str]) -> dict[str, str]:
    """Return what SHOW CREATE prints; bytes that are no text as lone surrogates.

    Args:
        connection: To the database.
        kind: ``TABLE``, ``VIEW``, ``FUNCTION`` …
        names: Of objects of that kind.

    Raises:
        OperationalError: The user may not read one of them.
    """
    before = await connection.fetchval(Sql[tuple[str | None]]("SELECT @@character_set_results"))
    # Of what is said to be text drivers make text; where it is none, that ends the connection.
    await connection.execute("SET character_set_results = binary")
    try:
        return {name: await _printed(connection, kind, name) for name in names}
    finally:
        await connection.execute(f"SET character_set_results = {before or 'NULL'}")


async def _printed(connection: Connection, kind: str, name: str) -> str:
    query = Sql[tuple[str | bytes | None, ...]](f"SHOW CREATE {kind} {quoted(name)}")
    row = await connection.fetchrow(query)
    shown = kind in {"TABLE", "VIEW", "SEQUENCE"}
    # Routines have their sql_mode in between, events a time zone too.
    text = None if row is None else row[1 if shown else 3 if kind == "EVENT" else 2]
    if text is None:
        message = f"the user may not read the definition of {kind.lower()} {name}"
        raise OperationalError(message)
    return text if isinstance(text, str) else text.decode(errors="surrogateescape")


async def defaults(connection: Connection, table: str, columns: Sequence[str]) -> dict[str, str]:
    """Return the defaults of columns as constants of SQL.

    Args:
        connection: To the database.
        table: Whose columns they are.
        columns: Those with a constant for a default, as they stand in SQL.

    Returns:
        By column; without those of which it does not say any.
    """
    asked = ", ".join(f"hex(quote(convert(default({one}) USING utf8mb4)))" for one in columns)
    # A table without rows has one of NULL here, and yet the defaults of columns that may be NULL.
    query = f"SELECT {asked} FROM (SELECT 1) AS one LEFT JOIN {quoted(table)} ON TRUE LIMIT 1"  # noqa: S608 - quoted names
    row = await connection.fetchrow(Sql[tuple[str, ...]](query))
    found = zip(columns, row or (), strict=True)
    return {name: bytes.fromhex(text).decode() for name, text in found if text != _NULL}
