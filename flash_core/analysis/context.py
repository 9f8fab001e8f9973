"""What one query's analysis shares: catalog, types, parameters, problems; and the scopes.

Depends on: dialect, parameters, relation, workspace.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass, field
from flash_core.spelling import closest
from flash_core.sql.source import Diagnostic, Severity

from .dialect import Problem
from .facts import Facts
from .parameters import Parameters
from .relation import Namespace

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

    from flash_core.catalog.model import Catalog
    from flash_core.sql.source import SourceFile, Span
    from flash_core.sql.syntax import ColumnRef, Expression, FunctionCall, WindowSpec
    from flash_core.types.model import Signature, SqlType, TypeSystem

    from .dialect import Dialect
    from .relation import Relation
    from .value import Shape, Value
    from .workspace import Workspace


@dataclass(frozen=True, slots=True)
class JoinDetails:
    """The relations on either side of a join, and the columns that USING made equal."""

    left: frozenset[Relation]
    right: frozenset[Relation]
    merged: tuple[tuple[tuple[Relation, int], tuple[Relation, int]], ...] = ()


@dataclass(slots=True, eq=False)
class Context:
    """One statement under analysis.

    Attributes:
        catalog: The database's objects.
        types: The engine's types.
        dialect: The engine's habits.
        stored: It is the query of a view: what it names in constants was looked up when it was
            made, and may be called otherwise now.
    """

    workspace: Workspace
    source: SourceFile
    parameters: Parameters = field(default_factory=Parameters)
    diagnostics: list[Diagnostic] = field(default_factory=list[Diagnostic])
    resolved: dict[int, tuple[Relation, int]] = field(
        default_factory=dict[int, "tuple[Relation, int]"]
    )
    referenced: list[Relation] = field(default_factory=list["Relation"])
    barred: set[Relation] = field(default_factory=set["Relation"])
    aggregates: dict[int, Scope] = field(default_factory=dict[int, "Scope"])
    groupings: list[tuple[FunctionCall, Scope]] = field(
        default_factory=list["tuple[FunctionCall, Scope]"]
    )
    kept: list[ColumnRef] = field(default_factory=list["ColumnRef"])
    made: list[Expression] = field(default_factory=list["Expression"])
    rows: dict[int, Relation] = field(default_factory=dict[int, "Relation"])
    joins: dict[int, JoinDetails] = field(default_factory=dict[int, "JoinDetails"])
    sources: dict[int, Relation] = field(default_factory=dict[int, "Relation"])
    compared: dict[int, tuple[SqlType, SqlType]] = field(
        default_factory=dict[int, "tuple[SqlType, SqlType]"]
    )
    signatures: dict[int, Signature] = field(default_factory=dict[int, "Signature"])
    outer_having: list[ColumnRef] = field(default_factory=list["ColumnRef"])
    variables: dict[str, SqlType] = field(default_factory=dict[str, "SqlType"])
    written_out: dict[Span, str] = field(default_factory=dict["Span", str])
    stored: bool = False
    catalog: Catalog = field(init=False)
    types: TypeSystem = field(init=False)
    dialect: Dialect = field(init=False)

    def __post_init__(self) -> None:
        """Put what everything asks for within reach."""
        self.catalog = self.workspace.catalog
        self.types = self.workspace.types
        self.dialect = self.workspace.dialect

    def error(
        self,
        span: Span,
        message: str | Problem,
        *,
        sqlstate: str | None = None,
        hint: str | None = None,
    ) -> None:
        """Report an error, once.

        Args:
            span: Where.
            message: What is wrong; the dialect's words come with their SQLSTATE.
            sqlstate: PostgreSQL's, for its own words.
            hint: What to type instead.
        """
        state = sqlstate if self.dialect.strict else None
        if isinstance(message, Problem):
            message, state = message
        self._add(Diagnostic(message, self.source, span, hint, state))

    def warn(self, span: Span, message: str, hint: str | None = None) -> None:
        """Report something that is allowed but hardly meant."""
        self._add(Diagnostic(message, self.source, span, hint, severity=Severity.WARNING))

    def _add(self, diagnostic: Diagnostic) -> None:
        if diagnostic not in self.diagnostics:
            self.diagnostics.append(diagnostic)

    def resolution(self, node: ColumnRef) -> tuple[Relation, int] | None:
        """Return what a column reference was resolved to."""
        return self.resolved.get(id(node))

    def remember(self, node: ColumnRef, relation: Relation, index: int) -> None:
        """Record what a column reference was resolved to."""
        self.resolved[id(node)] = (relation, index)
        self.kept.append(node)  # an id is only good as long as its node lives

    def creation_hint(self, name: str) -> str | None:
        """Return a hint to create the extension that brings an unknown name, if one does."""
        found = self.types.extension_with(name)
        if found is None:
            return None
        quoted = found if found.isidentifier() else f'"{found}"'
        return f"CREATE EXTENSION {quoted} brings it"

    def suggestion(self, word: str, candidates: Iterable[str]) -> str | None:
        """Return a hint that names the closest candidate."""
        close = closest(word, sorted(set(candidates)))
        return f'did you mean "{close[0]}"?' if close else None


@dataclass(slots=True, eq=False)
class Scope:
    """One query level: what names mean there.

    Attributes:
        clause: Where expressions stand now, as messages name it: ``WHERE``.
        aggregates_allowed: Aggregates may stand there.
        windows_allowed: Window functions may.
        sets_allowed: Set-returning functions may.
        aliases: Output columns that bare names reach when no column does.
        outputs: Output columns that bare names of HAVING mean, by their nodes.
        twice: Those of several different columns, where that makes them ambiguous.
        has_aggregates: An aggregate of this level was met.
        windows: The WINDOW clause, by name.
        over: Windows that are resolved when the SELECT's other clauses are; ``None`` elsewhere.
        sets: How many set-returning functions were met in the select list.
        tested: It is a SELECT of which EXISTS asks only whether it has rows.
        merging: It is RETURNING of MERGE, where ``merge_action()`` has a meaning.
    """

    context: Context
    parent: Scope | None = None
    namespace: Namespace = field(default_factory=Namespace)
    ctes: dict[str, Shape] = field(default_factory=dict[str, "Shape"])
    facts: Facts = field(default_factory=Facts)
    clause: str = ""
    aggregates_allowed: bool = False
    windows_allowed: bool = False
    sets_allowed: bool = False
    aliases: dict[str, Value] = field(default_factory=dict[str, "Value"])
    outputs: dict[int, Value] = field(default_factory=dict[int, "Value"])
    twice: frozenset[str] = frozenset()
    has_aggregates: bool = False
    sets: int = 0
    windows: dict[str, WindowSpec] = field(default_factory=dict[str, "WindowSpec"])
    over: list[WindowSpec] | None = None
    tested: bool = False
    merging: bool = False

    def child(self) -> Scope:
        """Return the scope of a subquery that may refer to this level."""
        return Scope(self.context, self)

    def beside(self, namespace: Namespace, clause: str) -> Scope:
        """Return a scope of the same query level with another namespace."""
        return Scope(
            self.context,
            self.parent,
            namespace,
            ctes=self.ctes,
            facts=self.facts,
            clause=clause,
        )

    def cte(self, name: str) -> Shape | None:
        """Return the WITH query of that name that is in reach."""
        found = self.ctes.get(self.context.catalog.fold(name))
        if found is None and self.parent is not None:
            return self.parent.cte(name)
        return found

    def enter(
        self, clause: str, *, aggregates: bool = False, windows: bool = False, sets: bool = False
    ) -> None:
        """Move on to another clause of the statement."""
        self.clause = clause
        self.aggregates_allowed = aggregates
        self.windows_allowed = windows
        self.sets_allowed = sets

    @contextmanager
    def inside(
        self, clause: str, *, aggregates: bool = False, sets: bool = False
    ) -> Generator[None]:
        """Enter a part of an expression, FILTER for example, and come back."""
        before = self.clause, self.aggregates_allowed, self.windows_allowed, self.sets_allowed
        self.enter(clause, aggregates=aggregates, sets=sets)
        try:
            yield
        finally:
            self.clause, self.aggregates_allowed, self.windows_allowed, self.sets_allowed = before
