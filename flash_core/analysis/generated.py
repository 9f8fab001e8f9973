"""What the expression of a generated column says of its values.

SQLite lets a generated column be declared without a type, and none is ever declared NOT NULL in
practice: both follow from the expression, as they do for the column of a view.

Depends on: catalog, context, facts, nullability, queries, relation, sql.parse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace
from flash_core.catalog.identifiers import quote_path
from flash_core.sql.parse import parse_statement
from flash_core.sql.placeholders import Rewritten
from flash_core.sql.source import Severity, SourceFile, Span
from flash_core.sql.syntax import Query
from flash_core.types.model import UNKNOWN

from .context import Context, Scope
from .facts import Facts
from .nullability import Certain
from .queries import analyse_query

if TYPE_CHECKING:
    from flash_core.catalog.model import Column, Table

    from .relation import RelationColumn
    from .value import ShapeColumn
    from .workspace import Workspace


def derive(
    column: RelationColumn, declared: Column, table: Table, workspace: Workspace
) -> RelationColumn:
    """Return a column with what its expression proves, if it is generated.

    Args:
        column: As its declaration says.
        declared: The declaration.
        table: Its table, whose other columns the workspace already knows.
        workspace: Where the expression is analysed.
    """
    value = None if declared.generated is None else _value(declared.generated, table, workspace)
    if value is None:
        return column
    if declared.type is None and value.type != UNKNOWN:
        column = replace(column, type=value.type)
    if not isinstance(column.null, Certain) and isinstance(Facts().judge(value.null), Certain):
        column = replace(column, null=Certain(f"{table.name}.{column.name} is generated so"))
    return column


def _value(expression: str, table: Table, workspace: Workspace) -> ShapeColumn | None:
    engine = workspace.catalog.engine
    name = quote_path(table.schema, table.name, engine)
    text = f"SELECT ({expression}) FROM {name}"  # noqa: S608 - it is analysed, not run
    source = SourceFile("schema", text)
    rewritten = Rewritten(source, Span(0, len(text)), text)
    statement, _ = parse_statement(rewritten, engine)
    if not isinstance(statement, Query):
        return None
    context = Context(workspace, source)
    shape = analyse_query(statement, Scope(context))
    wrong = any(one.severity is Severity.ERROR for one in context.diagnostics)
    return None if shape is None or shape.broken or wrong else shape.columns[0]
