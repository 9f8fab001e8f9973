"""What ``flash gen --json`` prints: every query, with types as the database names them.

Depends on: project, analysis.model.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from flash_core.project import errors_of

if TYPE_CHECKING:
    from flash_core.analysis.model import Column, Parameter, TableColumn
    from flash_core.project import Compilation, CompiledQuery


def answer(compilation: Compilation) -> str:
    """Return the queries of a run as JSON."""
    # Escaped, because a stream that cannot print a letter would put something else in its place.
    return json.dumps({"queries": [_query(each) for each in compilation.queries]}, indent=2)


def _query(compiled: CompiledQuery) -> dict[str, object]:
    block, query = compiled.block, compiled.query
    text = compiled.source.text[block.body.start : block.body.end]
    described: dict[str, object] = {
        "name": block.name,
        "command": str(block.command),
        "sql": text if query is None else query.sql,
    }
    errors = errors_of(compiled.diagnostics)
    if errors or query is None:
        messages = [error.message for error in errors]
        described["error"] = "; ".join(messages) or "not analysed: the schema has errors"
    described["params"] = [_parameter(each) for each in query.parameters] if query else []
    described["columns"] = [_column(each) for each in query.columns] if query else []
    return described


def _parameter(parameter: Parameter) -> dict[str, object]:
    return {
        "name": parameter.name,
        "type": parameter.type.name,
        "nullable": parameter.nullable,
        "number": parameter.number,
        "slice": parameter.slice,
    }


def _column(column: Column) -> dict[str, object]:
    return {
        "name": column.name,
        "type": column.type.name,
        "nullable": column.nullable,
        "table": _table(column.origin),
    }


def _table(origin: TableColumn | None) -> str | None:
    if origin is None:
        return None
    return f"{origin.schema}.{origin.table}" if origin.schema else origin.table
