"""What MySQL refuses of the statements that are neither queries nor changes of rows.

Depends on: context, dialect, infer, sources.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.sql.syntax import TableRef

from .context import Scope
from .dialect import Problem
from .infer import infer, settle
from .sources import table_relation

if TYPE_CHECKING:
    from flash_core.sql.syntax import Name, Select, Utility


def check_tables(statement: Utility, scope: Scope) -> None:
    """Report tables of SHOW, DESCRIBE, TRUNCATE, LOCK that do not exist, or are views."""
    for name in statement.tables:
        _check_table(name, statement.keyword, scope)


def _check_table(name: Name, keyword: str, scope: Scope) -> None:
    context = scope.context
    relation = table_relation(TableRef(name, span=name.span), Scope(context))
    view = context.workspace.find_view(name.parts)
    if relation.broken:
        return
    if view is None and keyword == "SHOW CREATE VIEW":
        problem = Problem(f"'{name}' is not of type 'VIEW'", "HY000")
        context.error(name.span, problem, hint=f"write SHOW CREATE TABLE {name}")
    elif view is not None and not view.table and keyword == "TRUNCATE":
        problem = context.dialect.no_relation(str(name))
        context.error(name.span, problem, hint="it is a view: delete from its tables")


def compute(clause: str, values: Select, scope: Scope) -> None:
    """Analyse the values of DO and SET, which are computed beside no rows."""
    scope.enter(clause)
    for target in values.targets:
        settle(infer(target.expression, scope), scope)


def check_into(statement: Utility, width: int, scope: Scope) -> None:
    """Report a SELECT … INTO whose variables are more or fewer than its columns."""
    count = len(statement.into)
    if count in {0, width}:
        return
    problem = scope.context.dialect.arm_width("INTO", every=True)
    place = statement.into[width if count > width else -1]
    hint = f"{width} column{'s' * (width > 1)}, {count} variable{'s' * (count > 1)}"
    scope.context.error(place.span, problem, hint=hint)
