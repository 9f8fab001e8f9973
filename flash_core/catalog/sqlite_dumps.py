"""Virtual tables as SQLite's own dumps have them.

``.dump`` writes the row of a virtual table into sqlite_schema, and then the tables in which its
module keeps what it has: a database that is restored so has one CREATE VIRTUAL TABLE.  ``.schema``
writes that itself, and those tables with IF NOT EXISTS, so that they do nothing.

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
_ELSEWHERE: Final = re.compile(r"\s*content\s*=", re.IGNORECASE)  # a table of the user's


def with_virtual_tables(
    statements: Sequence[tuple[SourceFile, Statement]],
) -> list[tuple[SourceFile, Statement]]:
    """Return statements with CREATE VIRTUAL TABLE where a dump writes into sqlite_schema.

    Args:
        statements: Of SQLite, each with its file.
    """
    found: list[tuple[SourceFile, Statement]] = []
    kept: set[str] = set()
    there: set[str] = set()
    for source, statement in statements:
        made = _defined(source, statement)
        for _, each in made:
            kept |= _shadows(each)
        if isinstance(statement, syntax.CreateVirtualTable):
            there |= _shadows(statement)
        if isinstance(statement, syntax.CreateTable):
            name = statement.name.last.lower()
            if name in kept or (name in there and statement.if_not_exists):
                continue
        found += made or [(source, statement)]
    return found


def _shadows(table: syntax.CreateVirtualTable) -> set[str]:
    """Return the names of the tables in which its module keeps what it has."""
    own = not any(_ELSEWHERE.match(argument) for argument in table.arguments)
    parts = _KEPT if own else _KEPT - {"content"}
    return {f"{table.name.last.lower()}_{part}" for part in parts}


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
