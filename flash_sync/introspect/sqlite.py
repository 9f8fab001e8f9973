# Generated from flash_core/database/introspect/sqlite.py by `nox -s unasync`: edit that file.
"""What a SQLite database contains.

SQLite keeps the text of every statement that made an object, and ALTER TABLE edits that text; the
facts are read out of it, since its pragmas know neither checks nor collations nor names.

Depends on: protocol, values, definition, sqlite_facts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.values import Sql

from .definition import Definition
from .sqlite_facts import canonical, facts_of_table

if TYPE_CHECKING:
    from flash_sync.protocol import DatabaseConnection

# Tables before what is written about them.  The tables in which a virtual one keeps its rows come
# with it; our own are named _flash_….
_OBJECTS: Final = """
SELECT type, name, sql FROM sqlite_master
WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
AND tbl_name NOT LIKE '\\_flash\\_%' ESCAPE '\\'
AND name NOT IN (SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow')
ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 WHEN 'view' THEN 2 ELSE 3 END, rowid
"""


def dump(connection: DatabaseConnection) -> list[Definition]:
    """Return every object of the main database, in an order in which they can be created.

    Args:
        connection: To a SQLite database.

    Raises:
        DatabaseError: It cannot be read.
    """
    rows = connection.fetch(Sql[tuple[str, str, str]](_OBJECTS))
    return [_definition(kind, name.lower(), sql) for kind, name, sql in rows]  # compared so


def _definition(kind: str, name: str, sql: str) -> Definition:
    virtual = kind == "table" and sql[:14].upper() == "CREATE VIRTUAL"
    if kind != "table" or virtual:
        return Definition("virtual table" if virtual else kind, name, sql, (canonical(sql),))
    return Definition(kind, name, sql, facts_of_table(sql))
