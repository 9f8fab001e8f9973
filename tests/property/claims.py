"""What the compiler claims of a query, held against what the server says and returns.

Depends on: annotations, server, the compiler.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flash_core.analysis.query import analyse
from flash_core.analysis.wire import column_type, parameter_type
from flash_core.catalog.build import build
from flash_core.engine import Engine
from flash_core.errors import DatabaseError
from flash_core.sql.parse import parse_script
from flash_core.sql.queries import read_queries
from flash_core.sql.source import Severity, SourceFile
from flash_core.values import Sql

from .annotations import Annotations
from .server import Description, Refusal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.analysis.model import Query
    from flash_core.catalog.model import Catalog
    from flash_core.sql.source import Diagnostic

    from .examples import Statement
    from .expressions import Argument
    from .server import Server


@dataclass(frozen=True, slots=True)
class Claims:
    """What the compiler says of a statement; no query when it is refused."""

    query: Query | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def at_most_one(self) -> bool:
        """No warning says that there may be several rows."""
        return not any("may return several rows" in each.message for each in self.diagnostics)

    @property
    def error(self) -> str:
        """The messages of a refusal."""
        errors = [each for each in self.diagnostics if each.severity is Severity.ERROR]
        return "; ".join(f"{each.sqlstate or ''} {each.message}" for each in errors)


def load(schema: str) -> tuple[Catalog, list[str]]:
    """Return what a schema defines, and the messages of its problems."""
    source = SourceFile("schema.sql", schema)
    statements, problems = parse_script(source, Engine.POSTGRESQL)
    catalog, more = build([(source, statement) for statement in statements], Engine.POSTGRESQL)
    errors = [each for each in (*problems, *more) if each.severity is Severity.ERROR]
    return catalog, [each.render() for each in errors]


def claims(sql: str, catalog: Catalog, *, returns: bool = True) -> Claims:
    """Analyse one statement; ``returns`` says that it returns rows."""
    command = "one" if returns else "exec"
    source = SourceFile("queries.sql", f"-- name: Q :{command}\n{sql}\n")
    blocks, problems = read_queries(source, Engine.POSTGRESQL)
    if problems:
        return Claims(None, tuple(problems))
    query, diagnostics = analyse(blocks[0], source, catalog)
    return Claims(query, tuple(diagnostics))


@dataclass(slots=True)
class Judge:
    """Compares the compiler with the server, and counts what it has seen.

    Attributes:
        seen: How often something happened.
        unsupported: Messages about what the compiler does not know yet.
    """

    server: Server
    seen: Counter[str] = field(default_factory=Counter[str])
    unsupported: Counter[str] = field(default_factory=Counter[str])

    def faults(self, statement: Statement, catalog: Catalog) -> list[str]:
        """Return what is wrong with the compiler's claims about a statement."""
        self.seen["queries"] += 1
        ours = claims(statement.sql, catalog, returns=statement.returns)
        theirs = self.server.describe(statement.sql)
        if isinstance(theirs, Refusal):
            self.seen[f"refused with {theirs.sqlstate}"] += 1
            if ours.query is None:
                return []
            return [f"accepted, but the server says {theirs.sqlstate}: {theirs.message}"]
        if ours.query is None:
            if "not supported" in ours.error:
                self.unsupported[ours.error] += 1
                return []
            return [f"refused, but the server takes it: {ours.error}"]
        faults = _described(ours.query, theirs, catalog)
        return faults or self._run(ours, ours.query, statement.arguments, catalog)

    def resolution_faults(self, sql: str, catalog: Catalog) -> list[str]:
        """Return where a call is resolved otherwise than by the server."""
        self.seen["calls"] += 1
        ours, theirs = claims(sql, catalog), self.server.describe(sql)
        if isinstance(theirs, Refusal):
            self.seen["calls refused by the server"] += 1
            # a quoted constant that its type cannot read says nothing about the resolution
            same = ours.query is None or theirs.sqlstate.startswith(("22", "0A"))
            return [] if same else [f"accepted, but {theirs.sqlstate}: {theirs.message}"]
        if ours.query is None:
            return [f"refused, but the server takes it: {ours.error}"]
        return _described(ours.query, theirs, catalog)

    def _run(
        self, ours: Claims, query: Query, arguments: Sequence[Argument], catalog: Catalog
    ) -> list[str]:
        nullable = {each.number for each in query.parameters if each.nullable}
        values = [
            None if each.null and number in nullable else each.text
            for number, each in enumerate(arguments, 1)
        ]
        result = self.server.texts(query.sql, values)
        if isinstance(result, Refusal):
            self.seen[f"failed with {result.sqlstate}"] += 1
            return []
        self.seen["run"] += 1
        self.seen["rows"] += result.ntuples
        faults = _counted(ours, query, result.ntuples)
        for place, column in enumerate(query.columns):
            nulls = sum(result.get_value(row, place) is None for row in range(result.ntuples))
            self.seen["columns"] += 1
            self.seen["columns never null"] += not column.nullable
            if nulls and not column.nullable:
                faults.append(f"column {column.name} is NULL, though: {column.why}")
        return faults or self._converted(query, values, catalog)

    def _converted(self, query: Query, values: Sequence[str | None], catalog: Catalog) -> list[str]:
        rows = self.server.rows(Sql[tuple[object, ...]](query.sql), values)
        if isinstance(rows, DatabaseError):
            # infinity is no date to Python: there is no value to look at
            self.seen["no Python value"] += 1
            return []
        annotations = Annotations(catalog)
        found = [
            f"column {column.name}: {fault}"
            for row in rows
            for column, value in zip(query.columns, row, strict=True)
            if (fault := annotations.fault(column, value)) is not None
        ]
        return found[:1]


def _counted(ours: Claims, query: Query, count: int) -> list[str]:
    if query.exactly_one and count != 1:
        return [f"exactly one row is claimed, {count} came"]
    if query.columns and ours.at_most_one and count > 1:
        return [f"at most one row is claimed, {count} came"]
    return []


def _described(query: Query, theirs: Description, catalog: Catalog) -> list[str]:
    parameters = tuple(parameter_type(each.type, catalog) for each in query.parameters)
    columns = tuple(column_type(each.type, catalog) for each in query.columns)
    names = tuple(each.name for each in query.columns)
    pairs = (
        ("parameters", parameters, theirs.parameters),
        ("columns", columns, theirs.columns),
        ("names", names, theirs.names),
    )
    return [
        f"{word}: ours {ours}, the server's {expected}"
        for word, ours, expected in pairs
        if ours != expected
    ]
