"""What MySQL and MariaDB refuse of a view, or of CREATE TABLE … SELECT, when it is made.

Depends on: dialect_mysql, views, sql.syntax.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from flash_core.sql.source import Diagnostic
from flash_core.sql.syntax import UserVariable
from flash_core.sql.syntax.walk import descend

from .context import Context
from .views import view_problem
from .workspace import workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flash_core.catalog.model import Catalog, View
    from flash_core.sql.source import SourceFile, Span

    from .value import Shape


def check_schema(catalog: Catalog) -> Iterator[Diagnostic]:
    """Yield what is wrong with the views of a schema, each at its place."""
    import_module("flash_core.analysis.query")  # which registers the rules for expressions

    for view in catalog.views:
        if view.origin is None or view.as_of is not None:
            continue
        source = view.origin.source
        shape, problem = view_problem(view, Context(workspace(catalog), source))
        if problem is not None:
            # a view over one that is wrong is not to blame
            if problem.source is source and not problem.message.startswith('view "'):
                yield problem
            continue
        yield from _wrong_columns(view, shape, source, catalog)


def _wrong_columns(
    view: View, shape: Shape, source: SourceFile, catalog: Catalog
) -> Iterator[Diagnostic]:
    """Yield what a query may have and a view may not: a variable, and two columns of one name."""
    variable = next((n for n in descend(view.query) if isinstance(n, UserVariable)), None)
    if variable is not None and not view.table:
        message = "View's SELECT contains a variable or parameter"
        yield _error(source, variable.span, message, "HY000")
    if view.columns and len(view.columns) != len(shape.columns):
        message = "View's SELECT and view's field list have different column counts"
        yield _error(source, view.query.span, message, "HY000")
        return
    seen: set[str] = set()
    for column in shape.columns:
        name = catalog.fold(column.name)
        if name in seen:
            message = f"Duplicate column name '{column.name}'"
            yield _error(source, view.query.span, message, "42S21", "give it an alias of its own")
            return
        seen.add(name)


def _error(
    source: SourceFile, span: Span, message: str, sqlstate: str, hint: str | None = None
) -> Diagnostic:
    return Diagnostic(message, source, span, hint, sqlstate)
