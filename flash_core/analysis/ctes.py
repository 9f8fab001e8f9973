"""WITH: its queries in the order that their references allow, recursion, SEARCH and CYCLE.

Depends on: context, infer, queries, recursion, statements.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.sql.syntax import Delete, Insert, Merge, Query, SetOperation, Update
from flash_core.types.model import SqlType, TypeKind

from .context import Scope
from .infer import common, infer
from .nullability import Certain
from .recursion import check_recursion, ordered, references
from .sources import check_columns_differ
from .value import Shape, ShapeColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.syntax import Cte, With

_WRITES: Final = (Insert, Update, Delete, Merge)
RECORD: Final = SqlType("record", TypeKind.PSEUDO)
_RECORDS: Final = SqlType("record[]", TypeKind.ARRAY, element=RECORD)


def define_ctes(with_: With, scope: Scope) -> None:
    """Analyse the queries of a WITH clause and put them in reach of ``scope``."""
    from .queries import recursive_query  # noqa: PLC0415 - a query may begin with WITH
    from .statements import analyse_statement  # noqa: PLC0415 - a CTE may be any statement

    fold = scope.context.catalog.fold
    for cte in ordered(with_, scope):
        inner = Scope(scope.context, scope)
        statement = cte.statement
        _check_level(cte, scope)
        if with_.recursive and not check_recursion(cte, scope):
            shape = None
        elif (
            with_.recursive
            and isinstance(statement, SetOperation)
            and any(references(statement, {fold(cte.name): None}, scope))
        ):
            shape = recursive_query(cte.name, cte.columns, statement, inner)
        else:
            shape = analyse_statement(statement, inner)
        if fold(cte.name) in scope.ctes:
            scope.context.error(cte.span, scope.context.dialect.cte_twice(cte.name))
        columns = () if shape is None else shape.columns
        if len(cte.columns) > len(columns) and shape is not None:
            given = len(cte.columns)
            problem = scope.context.dialect.cte_width(cte.name, len(columns), given)
            scope.context.error(cte.span, problem)
        shape = shape or Shape((), broken=True)
        check_columns_differ(renamed(columns, cte.columns), shape, cte.span, scope)
        rowless = isinstance(statement, _WRITES) and not statement.returning
        columns = _extra(cte, renamed(columns, cte.columns), scope)
        scope.ctes[fold(cte.name)] = replace(shape, columns=columns, rowless=rowless)


def _check_level(cte: Cte, scope: Scope) -> None:
    if scope.parent is None or isinstance(cte.statement, Query) or not scope.context.dialect.strict:
        return
    message = "WITH clause containing a data-modifying statement must be at the top level"
    hint = "move it to the WITH at the start of the statement"
    scope.context.error(cte.span, message, sqlstate="0A000", hint=hint)


def renamed(columns: Sequence[ShapeColumn], names: Sequence[str]) -> tuple[ShapeColumn, ...]:
    """Return the columns under the names that the WITH query gives them."""
    return tuple(
        replace(column, name=names[i] if i < len(names) else column.name, value=None, embed=None)
        for i, column in enumerate(columns)
    )


# -- SEARCH and CYCLE --------------------------------------------------------


def _extra(cte: Cte, columns: tuple[ShapeColumn, ...], scope: Scope) -> tuple[ShapeColumn, ...]:
    """Add the columns that SEARCH and CYCLE compute, which the query itself does not see."""
    added: list[ShapeColumn] = []
    if (cte.search or cte.cycle) and not isinstance(cte.statement, SetOperation):
        message = "WITH query is not recursive"
        hint = "SEARCH and CYCLE go with WITH RECURSIVE and a query that refers to itself"
        scope.context.error(cte.span, message, sqlstate="42601", hint=hint)
    if cte.search is not None:
        _check_columns(cte, "search", cte.search.columns, columns, scope)
        type_ = RECORD if cte.search.breadth_first else _RECORDS
        added.append(ShapeColumn(cte.search.sequence, type_, Certain("computed by SEARCH")))
    if cte.cycle is not None:
        _check_columns(cte, "cycle", cte.cycle.columns, columns, scope)
        values = [infer(node, scope.child()) for node in (cte.cycle.value, cte.cycle.default)]
        mark = common(values, "CYCLE", scope)
        computed = Certain("computed by CYCLE")
        added.append(ShapeColumn(cte.cycle.mark, mark, computed))
        added.append(ShapeColumn(cte.cycle.path, _RECORDS, computed))
    for place, column in enumerate(added):
        if any(column.name == other.name for other in (*columns, *added[:place])):
            message = f'column name "{column.name}" already used in WITH query column list'
            scope.context.error(cte.span, message, sqlstate="42601")
    return (*columns, *added)


def _check_columns(
    cte: Cte, what: str, names: Sequence[str], columns: Sequence[ShapeColumn], scope: Scope
) -> None:
    known = {column.name for column in columns}
    for name in names:
        if name not in known:
            message = f'{what} column "{name}" not in WITH query column list'
            hint = scope.context.suggestion(name, known)
            clause = cte.search if what == "search" else cte.cycle
            span = cte.span if clause is None else clause.span
            scope.context.error(span, message, sqlstate="42601", hint=hint)
