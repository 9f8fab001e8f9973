"""What the compiler claims of a query, held against what the server says and returns.

Depends on: annotations, the compiler.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from flash_core.analysis.query import analyse
from flash_core.catalog.build import build
from flash_core.sql.parse import parse_script
from flash_core.sql.queries import read_queries
from flash_core.sql.source import Severity, SourceFile

from .annotations import Annotations

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    from flash_core.analysis.model import Query
    from flash_core.catalog.model import Catalog
    from flash_core.engine import Engine
    from flash_core.sql.source import Diagnostic

    from .examples import Statement
    from .expressions import Argument


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the server did not take a statement."""

    sqlstate: str
    message: str


@dataclass(frozen=True, slots=True)
class Description:
    """What is said of a statement: printed types, and names of the columns; ``None``: nothing."""

    parameters: tuple[str, ...] | None = None
    columns: tuple[str, ...] | None = None
    names: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What came.

    Attributes:
        count: How many rows.
        nulls: How many NULLs in each column.
        rows: As the driver delivers them; ``None`` when it cannot.
        names: The columns' names, where preparing does not tell them.
    """

    count: int
    nulls: tuple[int, ...]
    rows: Sequence[Sequence[object]] | None
    names: tuple[str, ...] = ()


class Server(Protocol):
    """A database that knows better."""

    def undone(self) -> AbstractContextManager[None]:
        """Undo at the end what is done inside."""
        ...

    def keep(self, sql: str) -> Refusal | None:
        """Run a statement and keep what it did, unless it is refused."""
        ...

    def describe(self, sql: str) -> Description | Refusal:
        """Prepare a statement, and return what the server says of it."""
        ...

    def claimed(self, query: Query, catalog: Catalog) -> Description:
        """Return what the compiler says of a query, in the server's words."""
        ...

    def run(
        self, query: Query, arguments: Sequence[Argument], annotations: Annotations
    ) -> Result | Refusal:
        """Run a query and undo what it did."""
        ...


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


def load(schema: str, engine: Engine) -> tuple[Catalog, list[str]]:
    """Return what a schema defines, and the messages of its problems."""
    source = SourceFile("schema.sql", schema)
    statements, problems = parse_script(source, engine)
    catalog, more = build([(source, statement) for statement in statements], engine)
    errors = [each for each in (*problems, *more) if each.severity is Severity.ERROR]
    return catalog, [each.render() for each in errors]


def claims(sql: str, catalog: Catalog, *, returns: bool = True) -> Claims:
    """Analyse one statement; ``returns`` says that it returns rows."""
    command = "one" if returns else "exec"
    source = SourceFile("queries.sql", f"-- name: Q :{command}\n{sql}\n")
    blocks, problems = read_queries(source, catalog.engine)
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
        faults = _described(self.server.claimed(ours.query, catalog), theirs)
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
        return _described(self.server.claimed(ours.query, catalog), theirs)

    def _run(
        self, ours: Claims, query: Query, arguments: Sequence[Argument], catalog: Catalog
    ) -> list[str]:
        annotations = Annotations(catalog)
        result = self.server.run(query, arguments, annotations)
        if isinstance(result, Refusal):
            self.seen[f"failed with {result.sqlstate}"] += 1
            sent = self.server.describe(query.sql)
            return [f"sent {query.sql}: {sent.message}"] if isinstance(sent, Refusal) else []
        self.seen["run"] += 1
        self.seen["rows"] += result.count
        faults = _counted(ours, query, result.count)
        names = tuple(column.name for column in query.columns)
        if result.names not in {(), names}:
            faults.append(f"names: ours {names}, the server's {result.names}")
        for column, nulls in zip(query.columns, result.nulls, strict=True):
            self.seen["columns"] += 1
            self.seen["columns never null"] += not column.nullable
            if nulls and not column.nullable:
                faults.append(f"column {column.name} is NULL, though: {column.why}")
        if result.rows is None:
            # infinity is no date to Python: there is no value to look at
            self.seen["no Python value"] += 1
            return faults
        return faults or _converted(query, result.rows, annotations)


def _converted(
    query: Query, rows: Sequence[Sequence[object]], annotations: Annotations
) -> list[str]:
    # What a statement has just stored is no list without NULL inside, as rows are.
    columns = [
        column if query.reads else replace(column, null_elements=True, dimensions=None)
        for column in query.columns
    ]
    found = [
        f"column {column.name}, {column.type}: {fault}"
        for row in rows
        for column, value in zip(columns, row, strict=True)
        if (fault := annotations.fault(column, value)) is not None
    ]
    return found[:1]


def _counted(ours: Claims, query: Query, count: int) -> list[str]:
    if query.exactly_one and count != 1:
        return [f"exactly one row is claimed, {count} came"]
    if query.columns and ours.at_most_one and count > 1:
        return [f"at most one row is claimed, {count} came"]
    return []


def _fit(claimed: tuple[str, ...], expected: tuple[str, ...]) -> bool:
    """Tell whether each word is the server's, or one of ``a | b``."""
    return len(claimed) == len(expected) and all(
        own == other or other in own.split(" | ")
        for own, other in zip(claimed, expected, strict=True)
    )


def _described(ours: Description, theirs: Description) -> list[str]:
    pairs = (
        ("parameters", ours.parameters, theirs.parameters),
        ("columns", ours.columns, theirs.columns),
        ("names", ours.names, theirs.names),
    )
    return [
        f"{word}: ours {claimed}, the server's {expected}"
        for word, claimed, expected in pairs
        if claimed is not None and expected is not None and not _fit(claimed, expected)
    ]
