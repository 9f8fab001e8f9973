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
from .ordering import require_equality
from .recursion import check_recursion, ordered, references
from .sources import check_columns_differ
from .value import Shape, ShapeColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Cte, CycleClause, SearchClause, With

_WRITES: Final = (Insert, Update, Delete, Merge)
RECORD: Final = SqlType("record", TypeKind.PSEUDO)
_RECORDS: Final = SqlType("record[]", TypeKind.ARRAY, element=RECORD)


def define_ctes(with_: With, scope: Scope) -> None:
    """Analyse the queries of a WITH clause and put them in reach of ``scope``."""
    from .recursive_queries import recursive_query  # noqa: PLC0415 - its terms are queries
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
    if cte.search is not None or cte.cycle is not None:
        _check_sides(cte, scope)
    if cte.search is not None:
        _check_columns(cte.search, "search", columns, scope)
        type_ = RECORD if cte.search.breadth_first else _RECORDS
        added.append(ShapeColumn(cte.search.sequence, type_, Certain("computed by SEARCH")))
    if cte.cycle is not None:
        _check_columns(cte.cycle, "cycle", columns, scope)
        values = [infer(node, scope.child()) for node in (cte.cycle.value, cte.cycle.default)]
        mark = common(values, "CYCLE", scope)
        require_equality(mark, cte.cycle.value.span, scope)
        computed = Certain("computed by CYCLE")
        added.append(ShapeColumn(cte.cycle.mark, mark, computed))
        added.append(ShapeColumn(cte.cycle.path, _RECORDS, computed))
    _check_added(cte, columns, scope)
    return (*columns, *added)


def _check_sides(cte: Cte, scope: Scope) -> None:
    """Report SEARCH and CYCLE of what is no union of two SELECTs that refers to itself."""
    query, fold = cte.statement, scope.context.catalog.fold
    recursive = any(references(query, {fold(cte.name): None}, scope))
    if not isinstance(query, SetOperation) or not recursive:
        message = "WITH query is not recursive"
        hint = "SEARCH and CYCLE go with WITH RECURSIVE and a query that refers to itself"
        scope.context.error(cte.span, message, sqlstate="42601", hint=hint)
        return
    for word, side, state in (("left", query.left, "0A000"), ("right", query.right, "42601")):
        ends = (side.order_by, side.limit, side.offset, side.locks, side.with_)
        if isinstance(side, SetOperation) and not any(ends):  # these make it a query of its own
            what = f"the {word} side of the UNION must be a SELECT"
            message = f"with a SEARCH or CYCLE clause, {what}"
            hint = "put SELECT * FROM (…) around it"
            scope.context.error(side.span, message, sqlstate=state, hint=hint)
            return


def _check_added(cte: Cte, columns: Sequence[ShapeColumn], scope: Scope) -> None:
    """Report columns of SEARCH and CYCLE under a name that is taken."""
    known = {column.name for column in columns}
    added: list[tuple[str, str, Span]] = []
    if cte.search is not None:
        added.append(("search sequence column name", cte.search.sequence, cte.search.span))
    if cte.cycle is not None:
        added.append(("cycle mark column name", cte.cycle.mark, cte.cycle.span))
        added.append(("cycle path column name", cte.cycle.path, cte.cycle.span))
    for place, (what, name, span) in enumerate(added):
        message = f'{what} "{name}" already used in WITH query column list'
        same = next((one for one in added[:place] if one[1] == name), None)
        if same is not None:
            message = f"{same[0]} and {what} are the same"
        if same is not None or name in known:
            at = span if same is None else same[2]
            scope.context.error(at, message, sqlstate="42601", hint="write another name")


def _check_columns(
    clause: SearchClause | CycleClause,
    what: str,
    columns: Sequence[ShapeColumn],
    scope: Scope,
) -> None:
    known = {column.name for column in columns}
    for place, name in enumerate(clause.columns):
        if name not in known:
            message = f'{what} column "{name}" not in WITH query column list'
            hint = scope.context.suggestion(name, known)
            scope.context.error(clause.span, message, sqlstate="42601", hint=hint)
        elif name in clause.columns[:place]:
            message = f'{what} column "{name}" specified more than once'
            scope.context.error(clause.span, message, sqlstate="42701", hint="name it once")
