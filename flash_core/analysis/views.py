"""Views and CREATE TABLE AS: a stored query, analysed once per catalog.

Depends on: catalog, context, queries, value, workspace, sql.depth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import replace
from flash_core.catalog.alter import alter
from flash_core.catalog.draft import Draft, Refused
from flash_core.catalog.inheritance import plain
from flash_core.catalog.model import Column, Table
from flash_core.catalog.routines import spelt
from flash_core.sql.depth import deeply
from flash_core.sql.source import Diagnostic, Severity
from flash_core.sql.syntax import RenameColumn
from flash_core.types.model import UNKNOWN, SqlType

from .context import Context, Scope
from .mysql_levels import note_levels
from .nullability import Possible
from .value import Shape
from .workspace import workspace as workspace_of

if TYPE_CHECKING:
    from flash_core.catalog.model import Catalog, Origin, View
    from flash_core.sql.syntax import TableRef

    from .relation import RelationColumn
    from .value import ShapeColumn
    from .workspace import Workspace

_PENDING = Shape((), broken=True)


def view_shape(view: View, reference: TableRef, context: Context) -> Shape | None:
    """Return the columns of a view; a view that is wrong is reported at ``reference``."""
    shape, problem = _known(view, context)
    if problem is not None:
        line, _ = problem.source.position(problem.span.start)
        context.error(
            reference.name.span,
            f'view "{view.name}" cannot be used: {problem.message}',
            hint=f"see {problem.source.path}:{line}",
        )
    return None if shape.broken else shape


def view_problem(view: View, context: Context) -> tuple[Shape, Diagnostic | None]:
    """Return the columns of a view, and what is wrong with it if anything is."""
    return _known(view, context)


def view_fields(view: View, context: Context) -> list[tuple[str, SqlType]]:
    """Return name and type of the fields of a view's row type; none when the view is wrong."""
    shape, _ = _known(view, context)
    return [(column.name, _settled(column.type)) for column in shape.columns if not shape.broken]


def _known(view: View, context: Context) -> tuple[Shape, Diagnostic | None]:
    views = context.workspace.views
    if id(view) not in views:
        views[id(view)] = (_PENDING, None)  # a view that names itself finds this
        views[id(view)] = _analysed(view, context)
    return views[id(view)]


def _analysed(view: View, context: Context) -> tuple[Shape, Diagnostic | None]:
    try:
        return deeply(lambda: _analyse(view, context))
    except RecursionError:
        source = view.origin.source if view.origin is not None else context.source
        message = f'the query of view "{view.name}" is nested too deeply'
        return _PENDING, Diagnostic(message, source, view.query.span)


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


def stored_table(view: View, workspace: Workspace) -> Table | None:
    """Return the table that CREATE TABLE AS made, with what ALTER TABLE did to it since.

    Its columns may all hold NULL: other rows than the query's may be inserted.

    Returns:
        ``None`` when the query is wrong.
    """
    if view.origin is None:
        return None
    source = view.origin.source
    shape, problem = _analyse(view, Context(workspace, source))
    if problem is not None or shape.broken:
        return None
    draft = Draft(workspace.catalog)
    key = draft.id(view.schema, view.name)
    columns = tuple(_stored_column(column, view.origin, draft) for column in shape.columns)
    draft.tables[key] = Table(view.name, columns, view.schema, origin=view.origin)
    for action in view.actions:
        try:
            alter(draft, draft.tables[key], action, source)
        except Refused:
            return None
    return draft.tables[key]


def _stored_column(column: ShapeColumn, origin: Origin, draft: Draft) -> Column:
    found = None
    if column.origin is not None:
        table = draft.tables.get(draft.id(column.origin.schema, column.origin.table))
        found = None if table is None else draft.column(table, column.origin.column)
        if found is not None and table is not None:
            found = plain(found, table)
    if found is not None:
        return Column(column.name, found.type, found.type_text, origin=origin)
    type_ = spelt(_settled(column.type), origin.span)
    return Column(column.name, type_, type_.parts[-1], origin=origin)


def _settled(type_: SqlType) -> SqlType:
    """Return the type that a column of a table gets: what nothing has decided is text."""
    return SqlType("text") if type_ == UNKNOWN else type_


def _analyse(view: View, context: Context) -> tuple[Shape, Diagnostic | None]:
    if view.as_of is not None:
        before = workspace_of(view.as_of)
        found, problem = _analyse_in(before.under(view.path), view, context)
        if problem is None:
            return found, None
    return _analyse_in(context.workspace.under(view.path), view, context)


def _analyse_in(place: Workspace, view: View, context: Context) -> tuple[Shape, Diagnostic | None]:
    from .queries import analyse_query  # noqa: PLC0415 - a query holds a FROM, which holds views

    source = view.origin.source if view.origin is not None else context.source
    inner = Context(place, source, stored=True)
    shape = analyse_query(view.query, Scope(inner))
    note_levels(view, inner, context.workspace.levels)
    problem = next((d for d in inner.diagnostics if d.severity is Severity.ERROR), None)
    if shape is None or problem is not None:
        return _PENDING, problem
    names = [*view.columns, *(column.name for column in shape.columns[len(view.columns) :])]
    for action in () if view.table else view.actions:
        if isinstance(action, RenameColumn):
            names = [action.new_name if name == action.column else name for name in names]
    columns = tuple(
        replace(column, name=name, value=None, embed=None)
        for column, name in zip(shape.columns, names, strict=False)
    )
    return replace(shape, columns=columns), None
