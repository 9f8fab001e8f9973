"""One annotated query to its analysed form.

The way is: rewrite placeholders, parse, resolve and infer, then describe.  All
problems of the query are reported together.

Depends on: sql (queries, placeholders, parse), context, statements, parameters,
leaving, sqlite_check, workspace.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.engine import Engine
from flash_core.sql.depth import deeply
from flash_core.sql.parse import parse_statement
from flash_core.sql.placeholders import rewrite
from flash_core.sql.source import Diagnostic, Severity
from flash_core.sql.syntax import Collate
from flash_core.sql.syntax.walk import kinds

from .cardinality import describe_rows
from .commands import check_command, gives_one, reads
from .context import Context, Scope
from .expansion import write_out
from .facts import Facts
from .leaving import leaving_parameters
from .model import Column, Query
from .nullability import Certain, Possible
from .parameters import Parameters, describe
from .session import changes_session
from .statements import analyse_statement
from .workspace import workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.catalog.model import Catalog
    from flash_core.sql.placeholders import Rewritten
    from flash_core.sql.queries import QueryBlock
    from flash_core.sql.source import SourceFile, Span
    from flash_core.sql.syntax import Statement
    from flash_core.types.model import SqlType

    from .value import ShapeColumn
    from .workspace import Workspace


def analyse(
    block: QueryBlock, source: SourceFile, catalog: Catalog
) -> tuple[Query | None, list[Diagnostic]]:
    """Analyse one query.

    Args:
        block: The query, as found in its file.
        source: The file.
        catalog: The database it runs on.

    Returns:
        The analysed query, ``None`` when there were errors, and all problems in
        the order of the text.
    """
    rewritten, problems = rewrite(source, block.body, catalog.engine, block.tokens)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return None, problems
    statement, found = parse_statement(rewritten, catalog.engine)
    problems += found
    if statement is None or any(problem.severity is Severity.ERROR for problem in found):
        return None, problems

    def run() -> tuple[Query | None, list[Diagnostic]]:
        context = Context(workspace(catalog), source)
        query = _analyse_statement(statement, rewritten, block, context)
        if not context.dialect.strict and context.parameters.decided_late():
            context = Context(context.workspace, source, Parameters(context.parameters.types))
            query = _analyse_statement(statement, rewritten, block, context)
        return query, context.diagnostics

    try:
        query, found = deeply(run)
    except RecursionError:
        message = "the statement is nested too deeply"
        query, found = None, [Diagnostic(message, source, block.name_span)]
    problems += found
    problems.sort(key=lambda problem: problem.span)
    failed = any(problem.severity is Severity.ERROR for problem in problems)
    return (None if failed else query), problems


def _analyse_statement(
    statement: Statement, rewritten: Rewritten, block: QueryBlock, context: Context
) -> Query | None:
    context.parameters.slices = frozenset(slot.number for slot in rewritten.slots if slot.slice)
    shape = analyse_statement(statement, Scope(context))
    if context.aggregates and context.dialect.views_count_anew:
        from .mysql_levels import check_levels  # noqa: PLC0415 - MySQL's alone

        check_levels(statement, context)
    within = kinds(statement)
    if Collate in within:
        from .collation_conflicts import check_collations  # noqa: PLC0415 - few queries have any

        check_collations(statement, Scope(context))
    if shape is None or _has_errors(context):
        if context.catalog.engine is Engine.SQLITE and _has_errors(context):
            from .sqlite_check import say_as_sqlite  # noqa: PLC0415 - PostgreSQL needs no sqlite3

            say_as_sqlite(rewritten, context)
        return None
    _check_parameters(rewritten, context)
    undecided = context.dialect.undecided or context.types.text()
    leaving = leaving_parameters(statement, within)
    parameters = describe(
        rewritten.slots, context.parameters, leaving, undecided, context.workspace.dimensions
    )
    nullable = frozenset(one.number for one in parameters if one.nullable)
    facts = Facts(nullable_parameters=nullable)
    columns = tuple(_column(column, facts) for column in shape.columns)
    if context.catalog.engine.family is Engine.MYSQL:
        from .mysql_layouts import check_layouts  # noqa: PLC0415 - MySQL's alone
        from .mysql_widths import loosened  # noqa: PLC0415 - MySQL's alone

        columns = loosened(statement, columns) if parameters else columns
        check_layouts(statement, columns, context)
    sql = write_out(rewritten, context.written_out)
    if context.catalog.engine is Engine.SQLITE and not _has_errors(context):
        from .sqlite_check import ask_sqlite  # noqa: PLC0415 - PostgreSQL needs no sqlite3

        sql, columns = ask_sqlite(statement, rewritten, sql, columns, context)
    check_command(block, statement, shape, context)
    return Query(
        block.name,
        block.command,
        sql,
        parameters,
        columns,
        block.doc,
        _model(columns, context.workspace),
        gives_one(block.command, statement, shape),
        context.source,
        block.name_span,
        rewritten.order,
        reads(statement),
        describe_rows(shape),
        changes_session(statement, within, sql, context.catalog),
    )


def _has_errors(context: Context) -> bool:
    return any(problem.severity is Severity.ERROR for problem in context.diagnostics)


def _column(column: ShapeColumn, facts: Facts) -> Column:
    null = facts.judge(column.null)
    why = null.why if isinstance(null, Certain | Possible) else "depends on an outer query"
    nullable = not isinstance(null, Certain)
    inside = None if column.elements is None else column.elements.judged(facts)
    return Column(
        column.name,
        column.type,
        nullable,
        column.origin,
        column.embed,
        null_elements=inside is not None and not isinstance(inside.null, Certain),
        dimensions=1 if inside is None or inside.dimensions == 0 else inside.dimensions,
        why=why,
    )


def _check_parameters(rewritten: Rewritten, context: Context) -> None:
    """Report parameters whose type nothing decided; PostgreSQL alone insists."""
    if context.dialect.undecided is not None:
        return
    parameters = context.parameters
    for slot in rewritten.slots:
        written = f"${slot.number}" if slot.name is None else slot.name
        decided = parameters.types.get(slot.number)
        loose = parameters.loose.get(slot.number, [])
        if decided is None:
            spans = parameters.spans.get(slot.number) or slot.spans
            _undetermined(context, slot.number, written, spans, "42P18")
        elif loose:
            _undetermined(context, slot.number, written, loose, "42P08", decided)


def _undetermined(
    context: Context,
    number: int,
    written: str,
    spans: Sequence[Span],
    sqlstate: str,
    decided: SqlType | None = None,
) -> None:
    example = written if written.startswith("$") else f"@{written}"
    context.error(
        spans[0],
        f"could not determine data type of parameter ${number}",
        sqlstate=sqlstate,
        hint=f"write a cast: {example}::{decided or 'text'}",
    )


def _model(columns: Sequence[Column], workspace: Workspace) -> tuple[str, str] | None:
    """Return the table whose columns these are, all of them, in order, unchanged."""
    first = columns[0].origin if columns else None
    if first is None:
        return None
    table = workspace.find_table((first.schema, first.table))
    if table is None:
        return None
    own = [column for column in workspace.columns(table) if not column.hidden]
    same = len(own) == len(columns) and all(
        column.embed is None
        and column.origin == theirs.origin
        and column.name == theirs.name
        and column.type == theirs.type
        # A condition may prove more than the table promises: it is still a row of that table.
        and not (column.nullable and isinstance(theirs.null, Certain))
        for column, theirs in zip(columns, own, strict=True)
    )
    return (table.schema, table.name) if same else None
