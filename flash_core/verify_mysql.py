"""The word of MySQL or MariaDB on a project: ``flash check --verify``.

The schema is built in a scratch database and every query is prepared there; what the
server refuses becomes a diagnostic at the query.

Depends on: database.scratch_mysql, project, sql, verify.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .database.scratch_mysql import mysql_scratch
from .sql.placeholders import rewrite
from .sql.source import Diagnostic, Span
from .sql.statements import split_statements
from .verify import Verification

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .database.scratch_mysql import MySQLScratch
    from .errors import DatabaseError
    from .project import Compilation, CompiledQuery
    from .sql.source import SourceFile

# What would leave the scratch database, or only moves rows or rights about.
_NOT_RUN: Final = re.compile(
    r"(?:INSERT|UPDATE|DELETE|REPLACE|TRUNCATE|LOAD|GRANT|REVOKE|USE|LOCK|UNLOCK|BEGIN|COMMIT"
    r"|ROLLBACK|START\s+TRANSACTION|(?:CREATE|ALTER|DROP)\s+(?:DATABASE|SCHEMA|USER|ROLE))\b",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"`[^`]*`|\w+|\S")
_NEAR: Final = re.compile(r" near '(.*)' at line \d+\Z", re.DOTALL)
# The server has no prepared form of it.
_NOT_PREPARED: Final = "not supported in the prepared statement protocol"


async def verify_mysql(
    compilation: Compilation, schema: Iterable[SourceFile], url: str
) -> Verification:
    """Build the schema on a server and let it prepare every query.

    Args:
        compilation: The project, analysed.
        schema: Its schema's files.
        url: A database of the server; it is not touched.

    Raises:
        ConfigError: The URL is wrong, or no driver is installed.
        DatabaseError: The server cannot be reached, or refuses to make a database.
    """
    result = Verification()
    async with mysql_scratch(url) as scratch:
        name = "MariaDB" if "mariadb" in scratch.version.lower() else "MySQL"
        result.server = f"{name} {scratch.version.partition('-')[0]}"
        waiting = [
            (source, region)
            for source in schema
            for region in split_statements(source, compilation.catalog.engine)
            if _NOT_RUN.match(source.text, region.start, region.end) is None
        ]
        failed = await _build(waiting, scratch)
        result.diagnostics += [_refused(*each) for each in failed]
        for each in compilation.queries:
            await _ask(each, compilation, scratch, result, incomplete=bool(failed))
    return result


async def _build(
    waiting: list[tuple[SourceFile, Span]], scratch: MySQLScratch
) -> list[tuple[SourceFile, Span, DatabaseError]]:
    """Run the schema; as the order of its files is free, what fails is tried again behind the rest."""
    while True:
        failed: list[tuple[SourceFile, Span, DatabaseError]] = []
        for source, region in waiting:
            error = await scratch.run(source.text[region.start : region.end])
            if error is not None:
                failed.append((source, region, error))
        if not failed or len(failed) == len(waiting):
            return failed
        waiting = [(source, region) for source, region, _ in failed]


async def _ask(
    compiled: CompiledQuery,
    compilation: Compilation,
    scratch: MySQLScratch,
    result: Verification,
    *,
    incomplete: bool,
) -> None:
    if compiled.query is None:
        return
    rewritten, _ = rewrite(compiled.source, compiled.block.body, compilation.catalog.engine)
    error = await scratch.prepare(rewritten.sql)
    if error is not None and (incomplete or _NOT_PREPARED in str(error)):
        result.unanswered += 1
        return
    result.asked += 1
    if error is not None:
        result.diagnostics.append(_refused(compiled.source, compiled.block.body, error))


def _refused(source: SourceFile, region: Span, error: DatabaseError) -> Diagnostic:
    message = f"the server refuses this: {error}"
    near = _NEAR.search(str(error))
    start = source.text.find(near[1], region.start, region.end) if near and near[1] else -1
    found = _WORD.search(source.text, max(start, region.start), region.end)
    span = Span(*found.span()) if found else Span(region.start, region.start)
    return Diagnostic(message, source, span, None, error.sqlstate)
