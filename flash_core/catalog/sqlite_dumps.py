"""Virtual tables as SQLite's own dumps have them.

``.dump`` writes the row of a virtual table into sqlite_schema, and then the tables in which its
module keeps what it has: a database that is restored so has one CREATE VIRTUAL TABLE.

Depends on: engine, sql.parse, sql.source, sql.syntax.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.parse import parse_script
from flash_core.sql.source import SourceFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.syntax import Statement

_CATALOGS: Final = frozenset({"sqlite_master", "sqlite_schema"})
_DEFINITION: Final = re.compile(r"'(CREATE VIRTUAL TABLE (?:[^']|'')*)'", re.IGNORECASE)
# What the modules that SQLite brings call their tables, behind the virtual one's name.
_KEPT: Final = frozenset(
    {"config", "content", "data", "docsize", "idx", "segdir", "segments", "stat"}
    | {"node", "parent", "rowid"}
)


def with_virtual_tables(
    statements: Sequence[tuple[SourceFile, Statement]],
) -> list[tuple[SourceFile, Statement]]:
    """Return statements with CREATE VIRTUAL TABLE where a dump writes into sqlite_schema.

    Args:
        statements: Of SQLite, each with its file.
    """
    found: list[tuple[SourceFile, Statement]] = []
    kept: set[str] = set()
    for source, statement in statements:
        made = _defined(source, statement)
        kept |= {f"{each.name.last.lower()}_{part}" for _, each in made for part in _KEPT}
        shadow = isinstance(statement, syntax.CreateTable) and statement.name.last.lower() in kept
        found += made or ([] if shadow else [(source, statement)])
    return found


def _defined(
    source: SourceFile, statement: Statement
) -> list[tuple[SourceFile, syntax.CreateVirtualTable]]:
    """Return what a row of sqlite_schema defines."""
    if not isinstance(statement, syntax.Insert):
        return []
    if statement.table.name.last.lower() not in _CATALOGS:
        return []
    match = _DEFINITION.search(source.text, statement.span.start, statement.span.end)
    if match is None:
        return []
    definition = SourceFile(source.path, match[1].replace("''", "'"))
    parsed, _ = parse_script(definition, Engine.SQLITE)
    return [(definition, each) for each in parsed if isinstance(each, syntax.CreateVirtualTable)]
