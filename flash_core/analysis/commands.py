"""What a query's command demands of its statement: ``:one``, ``:execlastid`` and the others.

Depends on: context, value, sql.annotations, sql.syntax.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.sql.annotations import Command
from flash_core.sql.syntax import Insert, Parameter, Query, Values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.catalog.model import Catalog
    from flash_core.sql.queries import QueryBlock
    from flash_core.sql.syntax import Expression, Statement

    from .context import Context
    from .value import Shape

_ONE: Final = frozenset({Command.ONE, Command.BATCHONE})
_ROWS: Final = _ONE | {Command.MANY, Command.ITER, Command.BATCHMANY}
_PLAIN_ACTIONS: Final = ("REPLACE", "IGNORE")
_COPY_FORM: Final = "write INSERT INTO t (a, b) VALUES ($1, $2), or use :batchexec"
_INTEGERS: Final = frozenset({"smallint", "integer", "bigint", "tinyint", "mediumint", "int"})


def check_command(block: QueryBlock, statement: Statement, shape: Shape, context: Context) -> None:
    """Compare what the user asked to get back with what the statement returns."""
    command = block.command
    if command in _ROWS and not shape.columns:
        message = f'query {block.name} is ":{command}" but returns no rows'
        context.error(block.command_span, message, hint="add RETURNING, or use :exec")
    elif command in _ONE and not shape.rows.at_most_one:
        message = f'query {block.name} is ":{command}" but may return several rows'
        context.warn(block.command_span, message, "add LIMIT 1, or use :many")
    elif command is Command.EXECLASTID:
        _check_last_id(block, statement, shape, context)
    elif command is Command.COPYFROM:
        _check_copy(block, statement, context)


def reads(statement: Statement) -> bool:
    """Tell whether a statement and its WITH are SELECTs, whatever their functions do."""
    if not isinstance(statement, Query):
        return False
    with_ = statement.with_
    return with_ is None or all(reads(cte.statement) for cte in with_.ctes)


def gives_one(command: Command, statement: Statement, shape: Shape) -> bool:
    """Tell whether the statement provably returns one row, or the id of the row it inserts."""
    if shape.columns:
        return shape.rows.exactly_one
    # What an upsert that updates tells of the row, servers decide.
    return (
        command is Command.EXECLASTID
        and shape.rows.exactly_one
        and isinstance(statement, Insert)
        and not statement.on_conflict
    )


def _check_last_id(block: QueryBlock, statement: Statement, shape: Shape, context: Context) -> None:
    if not isinstance(statement, Insert):
        message = f'query {block.name} is ":execlastid" but inserts no row'
        context.error(block.command_span, message, hint="use :exec or :execrows")
        return
    problem, hint = _returned_id(shape) if shape.columns else _assigned_id(statement, context)
    if problem:
        message = f'query {block.name} is ":execlastid" but {problem}'
        context.error(block.command_span, message, hint=hint)
    elif not shape.rows.at_most_one:
        message = f'query {block.name} is ":execlastid" but may insert several rows'
        hint = "it tells one id; return all with RETURNING and :many, or insert one row"
        context.warn(block.command_span, message, hint)


def _check_copy(block: QueryBlock, statement: Statement, context: Context) -> None:
    """Demand ``INSERT INTO t (a, b) VALUES ($1, $2)``, which is not run: its rows are copied."""
    if not isinstance(statement, Insert):
        message = f'query {block.name} is ":copyfrom" but inserts no rows'
        context.error(block.command_span, message, hint="use :exec or :execrows")
        return
    parts = statement.table.name.parts
    view = context.catalog.find_view(parts)
    is_table = context.catalog.find_table(parts) is not None or (view and view.table)
    if not is_table and not _is_virtual(parts, context.catalog):
        message = f"{statement.table.name.last} is no table that rows can be copied into"
        context.error(statement.table.span, message, hint="use :batchexec")
        return
    clause = next((clause for present, clause in _clauses(statement) if present), None)
    if clause is not None:
        message = f'query {block.name} is ":copyfrom", which has no {clause}'
        context.error(block.command_span, message, hint="use :batchexec")
        return
    source = statement.source
    if not isinstance(source, Values) or len(source.rows) != 1:
        message = f'query {block.name} is ":copyfrom" but its rows are not those of one VALUES (…)'
        context.error(block.command_span, message, hint=_COPY_FORM)
        return
    _check_values(source.rows[0], context)


def _clauses(statement: Insert) -> tuple[tuple[bool, str], ...]:
    """Return what may not stand beside the values, and whether it does."""
    action = statement.conflict_action
    return (
        (bool(statement.returning), "RETURNING"),
        (bool(statement.on_conflict), "ON CONFLICT or ON DUPLICATE KEY"),
        (action is not None, action if action in _PLAIN_ACTIONS else f"OR {action}"),
        (statement.with_ is not None, "WITH"),
        (statement.overriding, "OVERRIDING"),
        (any(statement.paths), "part of a column"),
    )


def _check_values(values: Sequence[Expression], context: Context) -> None:
    """Refuse what is no parameter, and what stands for two columns."""
    seen: set[int] = set()
    for value in values:
        if not isinstance(value, Parameter):
            message = "a row that is copied is made of parameters alone"
            context.error(value.span, message, hint=_COPY_FORM)
        elif value.number in seen:
            message = "a row that is copied has a parameter of its own for each column"
            context.error(value.span, message, hint=_COPY_FORM)
        else:
            seen.add(value.number)


def _is_virtual(parts: Sequence[str], catalog: Catalog) -> bool:
    """Tell whether a name is that of one of SQLite's virtual tables, whose rows have a rowid."""
    name = catalog.fold(parts[-1])
    return any(catalog.fold(found) == name for found, _, _ in catalog.virtual_tables)


def _returned_id(shape: Shape) -> tuple[str, str]:
    """Return what is wrong with a RETURNING that should tell the id, and what to do."""
    name = shape.columns[0].type.name.lower().removesuffix(" unsigned")
    if len(shape.columns) > 1:
        return "returns several columns", "return the key alone, or use :one"
    if name not in _INTEGERS:
        return f"returns {name}, which is no integer", "use :one"
    return "", ""


def _assigned_id(statement: Insert, context: Context) -> tuple[str, str]:
    """Return why the server tells no id of the row, and what to do."""
    catalog = context.catalog
    if catalog.engine is Engine.POSTGRESQL:
        return "PostgreSQL tells no id by itself", "add RETURNING and the column of the key"
    parts = statement.table.name.parts
    table = catalog.find_table(parts)
    if table is None and _is_virtual(parts, catalog):
        return "", ""
    if table is None:
        return f"{statement.table.name.last} is no table", "insert into the table itself"
    if catalog.engine is Engine.SQLITE:
        if table.without_rowid:
            return f"table {table.name} has no rowid", "add RETURNING and the column of the key"
        if any(conflict.update is not None for conflict in statement.on_conflict):
            # last_insert_rowid() stays what it was.
            return "SQLite tells no id of a row that is updated", "add RETURNING and the key"
    elif not any(column.autoincrement for column in table.columns):
        return f"table {table.name} has no AUTO_INCREMENT column", "use :exec, or :execresult"
    return "", ""
