"""What ``flash gen --json`` prints: every query, with types as they are on the wire.

A query that is wrong has an ``error``, and the others are answered all the same.

Depends on: project, analysis.model, analysis.wire, sql.queries.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from flash_core.analysis.wire import column_type, parameter_type
from flash_core.engine import Engine
from flash_core.project import errors_of
from flash_core.sql.queries import read_refused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flash_core.analysis.model import Column, Parameter, TableColumn
    from flash_core.catalog.model import Catalog
    from flash_core.project import Compilation, CompiledQuery
    from flash_core.sql.queries import RefusedBlock
    from flash_core.sql.source import Diagnostic, SourceFile


def answer(compilation: Compilation) -> str:
    """Return the queries of a run as JSON."""
    catalog = compilation.catalog
    queries: list[dict[str, object]] = []
    for file in compilation.files:
        found = {
            each.block.name_span: _query(each, catalog)
            for each in compilation.queries
            if each.source is file
        }
        for refused in read_refused(file, catalog.engine):
            found[refused.name_span] = _refused(refused, file)
        queries += [found[span] for span in sorted(found)]
    # Escaped, because a stream that cannot print a letter would put something else in its place.
    return json.dumps({"queries": queries}, indent=2)


def _query(compiled: CompiledQuery, catalog: Catalog) -> dict[str, object]:
    block, query = compiled.block, compiled.query
    text = compiled.source.text[block.body.start : block.body.end]
    described: dict[str, object] = {
        "name": block.name,
        "command": str(block.command),
        "sql": text if query is None else query.sql,
    }
    if query is not None and catalog.engine.family is Engine.MYSQL:
        described["order"] = list(query.order)  # its ? have no number
    errors = errors_of(compiled.diagnostics)
    if errors or query is None:
        described["error"] = _messages(errors)
    parameters = query.parameters if query else ()
    columns = query.columns if query else ()
    described["params"] = [_parameter(each, catalog) for each in parameters]
    described["columns"] = [_column(each, catalog) for each in columns]
    return described


def _refused(block: RefusedBlock, source: SourceFile) -> dict[str, object]:
    return {
        "name": block.name,
        "command": block.command,
        "sql": source.text[block.body.start : block.body.end] if block.body else "",
        "error": _messages(block.problems),
        "params": [],
        "columns": [],
    }


def _messages(problems: Iterable[Diagnostic]) -> str:
    return "; ".join(problem.message for problem in problems)


def _parameter(parameter: Parameter, catalog: Catalog) -> dict[str, object]:
    return {
        "name": parameter.name,
        "type": parameter_type(parameter.type, catalog),
        "nullable": parameter.nullable,
        "number": parameter.number,
        "slice": parameter.slice,
    }


def _column(column: Column, catalog: Catalog) -> dict[str, object]:
    return {
        "name": column.name,
        "type": column_type(column.type, catalog),
        "nullable": column.nullable,
        "table": _table(column.origin),
    }


def _table(origin: TableColumn | None) -> str | None:
    if origin is None:
        return None
    return f"{origin.schema}.{origin.table}" if origin.schema else origin.table
