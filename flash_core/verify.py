"""The server's own word on a project: ``flash check --verify``.

The schema is built in a scratch database and every query is described there.  What
the server says otherwise than we do becomes a diagnostic at the query.

Depends on: database.scratch, project, analysis.wire, sql.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass, field

from .analysis.wire import column_type, parameter_type
from .database.scratch import Described, scratch_database
from .sql.placeholders import rewrite
from .sql.queries import Command
from .sql.source import Diagnostic, Severity, Span
from .sql.statements import split_statements

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .analysis.model import Query
    from .catalog.model import Catalog
    from .database.scratch import Refusal, Scratch
    from .project import Compilation, CompiledQuery
    from .sql.source import SourceFile

_BETWEEN: Final = r"(?:\s+|--[^\n]*\n|/\*.*?\*/)+"
# What would leave the scratch database, or only moves rows or rights about.
_NOT_RUN: Final = re.compile(
    rf"""(?:INSERT|UPDATE|DELETE|MERGE|TRUNCATE|COPY|GRANT|REVOKE|REASSIGN
    |BEGIN|COMMIT|END|ROLLBACK|ABORT|SAVEPOINT|RELEASE|START{_BETWEEN}TRANSACTION
    |SET{_BETWEEN}(?:SESSION{_BETWEEN}AUTHORIZATION|ROLE)
    |(?:CREATE|ALTER|DROP){_BETWEEN}(?:DATABASE|ROLE|USER|GROUP|TABLESPACE|SYSTEM|SUBSCRIPTION
    |DEFAULT{_BETWEEN}PRIVILEGES)
    |ALTER\b[^;]*\bOWNER{_BETWEEN}TO)\b""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_SETTING: Final = re.compile(r"SET\b|RESET\b|SELECT\b[^;]*\bset_config\b", re.IGNORECASE)
_CREATED_WITHIN: Final = 12  # words of a CREATE statement among which is the name of what it makes
_NOT_THERE: Final = frozenset({"3F000", "42P01", "42703", "42704", "42883"})
_NO_EXTENSION: Final = re.compile(r"extension .*is not available", re.DOTALL)
_NAME: Final = r'(?:\w+|"(?:[^"]|"")*")'
_TOKEN: Final = re.compile(rf"{_NAME}(?:\.{_NAME})*|[^\w\s]+")
_WORD: Final = re.compile(r"\w+")
_QUOTED: Final = re.compile(r'"([^"]+)"')
_REPORT: Final = "please report this: Flash should say what the server says"


@dataclass(slots=True)
class Verification:
    """What came of asking the server.

    Attributes:
        server: Its version.
        diagnostics: Where it disagrees.
        asked: Queries it answered.
        unanswered: Queries that miss what it refused of the schema.
    """

    server: str = ""
    diagnostics: list[Diagnostic] = field(default_factory=list[Diagnostic])
    asked: int = 0
    unanswered: int = 0


@dataclass(frozen=True, slots=True)
class _Failed:
    """A statement of the schema that the server refused."""

    source: SourceFile
    region: Span
    refusal: Refusal

    @property
    def text(self) -> str:
        return self.source.text[self.region.start : self.region.end]

    @property
    def lacks_extension(self) -> bool:
        return _NO_EXTENSION.search(self.refusal.message) is not None


async def verify(compilation: Compilation, schema: Iterable[SourceFile], url: str) -> Verification:
    """Build the schema on a server and compare every query with what the server says of it.

    Args:
        compilation: The project, analysed.
        schema: Its schema's files.
        url: A database of a PostgreSQL server; it is not touched.

    Raises:
        ConfigError: The URL is wrong, or no driver is installed.
        DatabaseError: The server cannot be reached, or refuses to make a database.
    """
    result = Verification()
    catalog = compilation.catalog
    async with scratch_database(url) as scratch:
        result.server = scratch.version
        failed = await _build(schema, scratch, catalog)
        result.diagnostics += _schema_problems(failed)
        for each in compilation.queries:
            await _ask(each, catalog, scratch, result, incomplete=bool(failed))
    return result


async def _build(schema: Iterable[SourceFile], scratch: Scratch, catalog: Catalog) -> list[_Failed]:
    """Run the schema; as the order of its files is free, what fails is tried again behind the rest."""
    waiting = [
        (source, region)
        for source in schema
        for region in split_statements(source, catalog.engine)
        if _NOT_RUN.match(source.text, region.start, region.end) is None
    ]
    failed: list[_Failed] = []
    while True:
        before, failed = failed, await _run(waiting, scratch)
        if not failed or len(failed) == len(before):
            # A dump sets the path for itself; queries run with that of a new session.
            await scratch.run("RESET ALL")
            return failed
        again = {(each.source.path, each.region) for each in failed}
        waiting = [
            (source, region)
            for source, region in waiting
            if (source.path, region) in again
            or _SETTING.match(source.text, region.start, region.end)
        ]


async def _run(statements: Iterable[tuple[SourceFile, Span]], scratch: Scratch) -> list[_Failed]:
    """Run statements, those of each file in a session as new; return what was refused."""
    failed: list[_Failed] = []
    last: SourceFile | None = None
    for source, region in statements:
        if source is not last:
            await scratch.run("RESET ALL")
            last = source
        refusal = await scratch.run(source.text[region.start : region.end])
        if refusal is not None and not _about_roles(refusal):
            failed.append(_Failed(source, region, refusal))
    return failed


def _about_roles(refusal: Refusal) -> bool:
    return refusal.sqlstate == "42704" and refusal.message.startswith("role ")


def _schema_problems(failed: Sequence[_Failed]) -> Iterator[Diagnostic]:
    missing = any(each.lacks_extension for each in failed)
    for each in failed:
        if each.lacks_extension:
            hint = "install it there, or verify on a server that has it: --database-url"
            yield _refused(each.source, _word(each, each.refusal.position), each.refusal, hint)
        elif not (each.refusal.sqlstate in _NOT_THERE and (missing or _follows(each, failed))):
            place = _word(each, each.refusal.position)
            yield _refused(each.source, place, each.refusal, each.refusal.hint)


def _follows(one: _Failed, failed: Sequence[_Failed]) -> bool:
    """Tell whether what a statement misses is what another refused one would have made."""
    missed = {word for name in _QUOTED.findall(one.refusal.message) for word in _WORD.findall(name)}
    for other in failed:
        made = _WORD.findall(other.text)[:_CREATED_WITHIN]
        if other is not one and made[:1] == ["CREATE"] and missed & set(made):
            return True
    return False


def _word(failed: _Failed, position: int | None) -> Span:
    start = failed.region.start + (position or 0)
    found = _TOKEN.match(failed.source.text, start, failed.region.end)
    return Span(start, found.end() if found else start)


def _refused(source: SourceFile, span: Span, refusal: Refusal, hint: str | None) -> Diagnostic:
    message = f"the server refuses this: {refusal.message}"
    return Diagnostic(message, source, span, hint, refusal.sqlstate)


async def _ask(
    compiled: CompiledQuery,
    catalog: Catalog,
    scratch: Scratch,
    result: Verification,
    *,
    incomplete: bool,
) -> None:
    query = compiled.query
    rewritten, problems = rewrite(compiled.source, compiled.block.body, catalog.engine)
    if query is None and any(each.severity is Severity.ERROR for each in problems):
        return
    said = await scratch.describe(rewritten.sql if query is None else query.sql)
    if isinstance(said, Described):
        result.asked += 1
        if query is not None:
            result.diagnostics += _differences(query, said, catalog)
        else:
            result.diagnostics.append(_accepted(compiled))
        return
    if incomplete and said.sqlstate in _NOT_THERE:
        result.unanswered += 1
        return
    result.asked += 1
    if query is not None:
        # The text that is sent has every * written out; positions are those of the user's text.
        again = await scratch.describe(rewritten.sql)
        place = compiled.block.name_span
        if not isinstance(again, Described) and again.position is not None:
            found = _TOKEN.match(rewritten.sql, again.position)
            end = found.end() if found else again.position
            place = rewritten.to_source(Span(again.position, end))
        result.diagnostics.append(_refused(compiled.source, place, said, said.hint))


def _accepted(compiled: CompiledQuery) -> Diagnostic:
    message = f"the server accepts query {compiled.block.name}, Flash does not"
    span = compiled.block.name_span
    return Diagnostic(message, compiled.source, span, _REPORT, severity=Severity.WARNING)


def _differences(query: Query, said: Described, catalog: Catalog) -> Iterator[Diagnostic]:
    ours = [parameter_type(each.type, catalog) for each in query.parameters]
    if len(ours) != len(said.parameters):
        yield _differs(query, "it takes", _counted(said.parameters), _counted(ours))
    for each, own, theirs in zip(query.parameters, ours, said.parameters, strict=False):
        if own != theirs:
            yield _differs(query, f"parameter ${each.number} ({each.name}) is", theirs, own)
    if not query.columns and query.command in (Command.EXEC, Command.EXECROWS):
        return
    columns = [(each.name, column_type(each.type, catalog)) for each in query.columns]
    if len(columns) != len(said.columns):
        names = [[name for name, _ in each] for each in (said.columns, columns)]
        yield _differs(query, "its columns are", *(", ".join(each) or "none" for each in names))
        return
    for number, (own_column, their_column) in enumerate(zip(columns, said.columns, strict=True), 1):
        if own_column != their_column:
            shown = (" ".join(their_column), " ".join(own_column))
            yield _differs(query, f"column {number} is", *shown)


def _counted(types: Sequence[str]) -> str:
    return f"{len(types)} parameters ({', '.join(types)})" if types else "no parameters"


def _differs(query: Query, what: str, theirs: str, ours: str) -> Diagnostic:
    message = f"query {query.name}: the server says {what} {theirs}, Flash says {ours}"
    return Diagnostic(message, query.source, query.span, _REPORT)
