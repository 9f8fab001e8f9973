"""Views: a stored query, analysed once per catalog.

Depends on: context, queries, workspace.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from flash_core.sql.source import Severity

from .context import Context, Scope
from .nullability import Possible
from .value import Shape

if TYPE_CHECKING:
    from flash_core.catalog.model import Catalog, View
    from flash_core.sql.source import Diagnostic
    from flash_core.sql.syntax import TableRef

    from .relation import RelationColumn
    from .workspace import Workspace

_PENDING = Shape((), broken=True)


def view_shape(view: View, reference: TableRef, context: Context) -> Shape | None:
    """Return the columns of a view; a view that is wrong is reported at ``reference``."""
    views = context.workspace.views
    if id(view) not in views:
        views[id(view)] = (_PENDING, None)  # a view that names itself finds this
        views[id(view)] = _analyse(view, context)
    shape, problem = views[id(view)]
    if problem is not None:
        line, _ = problem.source.position(problem.span.start)
        context.error(
            reference.name.span,
            f'view "{view.name}" cannot be used: {problem.message}',
            hint=f"see {problem.source.path}:{line}",
        )
    return None if shape.broken else shape


def replaced(view: View, catalog: Catalog) -> bool:
    """Tell whether a trigger or rule does something else than writing to the view's table."""
    return any(
        view.name in other.text and "INSTEAD" in other.text.upper() for other in catalog.others
    )


def stored(column: RelationColumn, view: View, workspace: Workspace) -> RelationColumn:
    """Return a view's column after a write: NOT NULL only where the table below says so."""
    origin = column.origin
    table = None if origin is None else workspace.find_table((origin.schema, origin.table))
    nulls = (
        [] if table is None else [c.null for c in workspace.columns(table) if c.origin == origin]
    )
    if nulls and not replaced(view, workspace.catalog):
        return replace(column, null=nulls[0])
    return replace(column, null=Possible(f"{view.name} may show null after it is written to"))


def _analyse(view: View, context: Context) -> tuple[Shape, Diagnostic | None]:
    from .queries import analyse_query  # noqa: PLC0415 - a query holds a FROM, which holds views

    source = view.origin.source if view.origin is not None else context.source
    inner = Context(context.workspace.under(view.path), source)
    shape = analyse_query(view.query, Scope(inner))
    problem = next((d for d in inner.diagnostics if d.severity is Severity.ERROR), None)
    if shape is None or problem is not None:
        return _PENDING, problem
    names = view.columns
    columns = tuple(
        replace(column, name=names[i] if i < len(names) else column.name, value=None, embed=None)
        for i, column in enumerate(shape.columns)
    )
    return replace(shape, columns=columns), None
