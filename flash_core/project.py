"""A project as a whole: configuration in, catalog, analysed queries and generated files out.

What the command line, tests and editors call.  Reads the project's SQL files,
writes nothing and talks to no server.  All problems of schema and queries come
out of one run, but for those of a query that misses what a wrong statement of the
schema would have made: they are kept with the query and would only hide the cause.

Depends on: inputs, recorded, codegen, analysis, catalog, sql, config, errors.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeVar

from flash_core._dataclass import dataclass

from .analysis.query import analyse
from .catalog.build import build
from .codegen.package import QueryModule, generate, warnings
from .engine import Engine
from .errors import CompileError
from .inputs import Inputs, read_inputs, read_schema, sources
from .recorded import dump, load
from .sql.parse import parse_script
from .sql.queries import duplicate_names, read_queries
from .sql.source import Severity
from .sql.statements import split_statements

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .analysis.model import Query
    from .catalog.model import Catalog
    from .config import Config
    from .recorded import Answer
    from .sql.queries import QueryBlock
    from .sql.source import Diagnostic, SourceFile

T = TypeVar("T")

_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class CompiledQuery:
    """A query with what was found out about it.

    Attributes:
        source: File it stands in.
        block: Where in the file.
        query: The result; ``None`` when it could not be analysed.
        diagnostics: Problems of this query alone.
    """

    source: SourceFile
    block: QueryBlock
    query: Query | None
    diagnostics: tuple[Diagnostic, ...]

    @property
    def sound(self) -> bool:
        """It was analysed, and nothing is wrong with it."""
        return self.query is not None and not errors_of(self.diagnostics)


@dataclass(frozen=True, slots=True)
class Compilation:
    """The outcome of one run of the compiler.

    Attributes:
        catalog: As far as it could be built.
        files: Query files in order.
        queries: All queries, in file order.
        diagnostics: Every problem, in file order; of a query's those that do not
            follow from an error in the schema.
    """

    catalog: Catalog
    files: tuple[SourceFile, ...]
    queries: tuple[CompiledQuery, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def modules(self) -> list[QueryModule]:
        """The sound queries, by file."""
        found: dict[str, list[Query]] = {file.path: [] for file in self.files}
        for each in self.queries:
            if each.query is not None and each.sound:
                found[each.source.path].append(each.query)
        return [QueryModule(file, tuple(found[file.path])) for file in self.files]


class Project:
    """A project; its files are read once, when something first needs them.

    Args:
        config: Its configuration.
        inputs: Its files, when they have been read already.
        records: Of query files that were analysed before, over the same schema, by path.
    """

    def __init__(
        self,
        config: Config,
        inputs: Inputs | None = None,
        records: Mapping[str, object] | None = None,
    ) -> None:
        self.config = config
        self._inputs = inputs
        self._records = records or {}
        self._known: dict[str, list[Answer]] = {}
        self._compilation: Compilation | None = None

    def catalog(self) -> tuple[Catalog, list[Diagnostic]]:
        """Return what the schema's files define, and the warnings about them.

        Raises:
            CompileError: They have errors.
        """
        files = read_schema(self.config) if self._inputs is None else self._inputs.schema
        catalog, diagnostics = self._build(*sources(files))
        if errors_of(diagnostics):
            raise CompileError(in_order(diagnostics))
        return catalog, diagnostics

    def compile(self) -> Compilation:
        """Read and analyse everything; problems are in the result, not raised."""
        if self._compilation is None:
            self._compilation = self._compile()
        return self._compilation

    def records(self) -> dict[str, object]:
        """Return what to hand to the next :class:`Project` over the same schema."""
        found: dict[str, list[Answer]] = {}
        unsound: set[str] = set()
        for each in self.compile().queries:
            answers = found.setdefault(each.source.path, [])
            own = all(problem.source is each.source for problem in each.diagnostics)
            if each.query is None or not each.sound or not own:
                unsound.add(each.source.path)
            else:
                answers.append((each.block, each.query, each.diagnostics))
        return {
            file.path: self._records[file.path]
            if file.path in self._known
            else dump(file, found[file.path])
            for file in self.compile().files
            if file.path in found and file.path not in unsound
        }

    def analyse(self) -> tuple[list[QueryModule], list[Diagnostic]]:
        """Return the queries that could be analysed, by file, and every problem found."""
        compilation = self.compile()
        return compilation.modules, list(compilation.diagnostics)

    def generate(self) -> tuple[dict[str, str], list[Diagnostic]]:
        """Return the text of every generated file by its path in the package, and warnings.

        Raises:
            CompileError: There are errors; it carries all of them, and the warnings.
        """
        compilation = self.compile()
        diagnostics = list(compilation.diagnostics)
        modules = compilation.modules
        files: dict[str, str] = {}
        try:
            files = generate(compilation.catalog, modules, self.config)
            diagnostics += warnings(compilation.catalog, modules, self.config)
        except CompileError as refused:
            diagnostics += refused.diagnostics
        diagnostics = in_order(diagnostics)
        if errors_of(diagnostics):
            raise CompileError(diagnostics)
        return files, diagnostics

    def _build(
        self, files: Sequence[SourceFile], unreadable: Sequence[Diagnostic]
    ) -> tuple[Catalog, list[Diagnostic]]:
        diagnostics = list(unreadable)
        statements = [
            (file, statement)
            for file in files
            for statement in _collect(diagnostics, parse_script(file, self.config.engine))
        ]
        catalog, problems = build(statements, self.config.engine)
        unread = [_statement_at(each, self.config.engine) for each in errors_of(diagnostics)]
        problems = [each for each in problems if not _follows(each, unread)]
        if self.config.engine is Engine.SQLITE:
            from .analysis.sqlite_schema import check_schema, say_as_sqlite  # noqa: PLC0415 - needs sqlite3

            problems = say_as_sqlite(problems, catalog, statements)
            if not errors_of([*diagnostics, *problems]):
                problems += check_schema(catalog, statements)
        elif self.config.engine.family is Engine.MYSQL and not errors_of([*diagnostics, *problems]):
            from .analysis.mysql_schema import check_schema as check_views  # noqa: PLC0415 - of it alone

            problems += check_views(catalog)
        diagnostics += problems
        return catalog, diagnostics

    def _compile(self) -> Compilation:
        inputs = read_inputs(self.config) if self._inputs is None else self._inputs
        catalog, diagnostics = self._build(*sources(inputs.schema))
        files, unreadable = sources(inputs.queries)
        known = {file.path: load(file, self._records.get(file.path)) for file in files}
        self._known = {path: answers for path, answers in known.items() if answers is not None}
        found = [(file, self._blocks(file, unreadable)) for file in files]
        unreadable += duplicate_names(found)
        broken = [_statement_at(each, self.config.engine) for each in errors_of(diagnostics)]
        queries: list[CompiledQuery] = []
        for file, blocks in found:
            if file.path in self._known:
                queries += [CompiledQuery(file, *answer) for answer in self._known[file.path]]
                continue
            for block in blocks:
                own = [each for each in unreadable if each.source is file and _inside(each, block)]
                query, problems = analyse(block, file, catalog)
                queries.append(CompiledQuery(file, block, query, (*own, *problems)))
        diagnostics += unreadable
        own = [each for query in queries for each in query.diagnostics]
        diagnostics += [each for each in own if not _follows(each, broken)]
        return Compilation(catalog, tuple(files), tuple(queries), tuple(in_order(diagnostics)))

    def _blocks(self, file: SourceFile, problems: list[Diagnostic]) -> list[QueryBlock]:
        known = self._known.get(file.path)
        if known is not None:
            return [block for block, *_ in known]
        return _collect(problems, read_queries(file, self.config.engine))


def open_project(
    config: Config, inputs: Inputs | None = None, records: Mapping[str, object] | None = None
) -> Project:
    """Return the project of a configuration.

    Args:
        config: From :func:`flash_core.config.load`.
        inputs: Its files, when they have been read already.
        records: From :meth:`Project.records` of an earlier run over the same schema.
    """
    return Project(config, inputs, records)


def errors_of(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the diagnostics that stop a run."""
    return [each for each in diagnostics if each.severity is Severity.ERROR]


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return diagnostics by file and place, each once."""
    return sorted(dict.fromkeys(diagnostics), key=lambda each: (each.source.path, each.span))


def _collect(into: list[Diagnostic], result: tuple[list[T], list[Diagnostic]]) -> list[T]:
    values, diagnostics = result
    into += diagnostics
    return values


def _statement_at(diagnostic: Diagnostic, engine: Engine) -> str:
    text, place = diagnostic.source.text, diagnostic.span.start
    spans = split_statements(diagnostic.source, engine)
    return next((text[s.start : s.end] for s in spans if s.start <= place <= s.end), text)


def _follows(diagnostic: Diagnostic, unread: Sequence[str]) -> bool:
    """Tell whether what is missed was perhaps made by a statement that could not be read."""
    span = diagnostic.span
    missed = _WORD.findall(diagnostic.source.text[span.start : span.end].lower())
    return bool(missed) and any(
        missed[-1] in _WORD.findall(statement.lower()) for statement in unread
    )


def _inside(diagnostic: Diagnostic, block: QueryBlock) -> bool:
    return block.name_span.start <= diagnostic.span.start < max(block.body.end, block.name_span.end)
