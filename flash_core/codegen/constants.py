"""Writing the constants of a query module: texts of queries, and where the queries stand.

Depends on: analysis.model, codegen.given, codegen.imports, codegen.layout, codegen.literals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.analysis.model import Command

from .given import tells_id
from .imports import RUNTIME, Imports, Symbol
from .layout import Expression, Items, Prefixed, annotated, fit, statement, tuple_of
from .literals import one_line, sql_constant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flash_core.analysis.model import Query
    from flash_core.sql.source import SourceFile

    from .given import Calls

_COUNTED: Final = frozenset({Command.EXEC, Command.EXECROWS, Command.EXECRESULT, Command.BATCHEXEC})


def constant(name: str, query: Query, calls: Calls, imports: Imports) -> str:
    """Return the constant that holds a query's text, or where it copies to."""
    if query.command is Command.COPYFROM:
        return _copy_target(name, query, imports)
    row = None
    if query.command not in _COUNTED and not tells_id(query):
        types = [calls.models.types.of_column(column).raw for column in query.columns]
        row = tuple(
            annotated(raw.text(imports.name), nullable=nullable)
            for raw, nullable in zip(types, calls.nulls(query), strict=True)
        )
    final = imports.name(Symbol("typing", "Final"))
    sql = "" if row is None else imports.name(Symbol(RUNTIME, "Sql"))
    return sql_constant(f"{name}: {final}", row, sql, calls.sending(query).text)


def _copy_target(name: str, query: Query, imports: Imports) -> str:
    origins = [found.origin for found in query.parameters if found.origin is not None]
    table = [part for part in (origins[0].schema, origins[0].table) if part]
    columns = [origin.column for origin in origins]
    types = [found.type.name for found in query.parameters]
    final = imports.name(Symbol("typing", "Final"))
    called = imports.name(Symbol(RUNTIME, "CopyTarget"))
    items = tuple(tuple_of([one_line(text) for text in part]) for part in (table, columns, types))
    return statement(f"{name}: {final} = ", Items(f"{called}(", items), 0)


def origins(source: SourceFile, queries: Mapping[str, Query], imports: Imports) -> str:
    """Return the statement that notes where queries stand.

    Args:
        source: Their file.
        queries: By the constants that hold their texts.
        imports: Of the module.
    """
    places: list[Expression] = []
    for name, query in queries.items():
        line, _ = query.source.position(query.span.start)
        place = Items("(", (one_line(query.name), str(line)))
        places.append(Prefixed(f"{name}: ", place))
    call = f"{imports.name(Symbol(RUNTIME, 'name_queries'))}("
    items: list[Expression] = [one_line(source.path), Items("{", tuple(places), "}")]
    changing = tuple(
        name
        for name, query in queries.items()
        if query.changes_session and query.command is not Command.COPYFROM
    )
    if changing:
        items.append(Prefixed("changes_session=", Items("[", changing, "]")))
    return fit(Items(call, tuple(items)), 0, 0)
