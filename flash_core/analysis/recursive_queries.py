"""Recursive queries of WITH: typed by the first term, and by the second where that adds.

Depends on: collation, ctes, locking, placement, queries, recursion, recursive_sizes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.sql.syntax.walk import children

from .collation import check_recursive_collation
from .context import Scope
from .ctes import renamed
from .locking import check_locks
from .nullability import Possible
from .placement import calls_in
from .queries import analyse_query, column_span, combine, define_with, order_and_limit_names
from .recursion import recursive_steps, references, terms
from .recursive_sizes import check_recursive_size
from .value import BROKEN, Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.syntax import Query, SetOperation
    from flash_core.types.model import SqlType

    from .value import Elements


def _check_aggregates(name: str, term: Query, scope: Scope) -> bool:
    """Tell that no aggregate runs over the recursive query itself; report one that does."""
    fold = scope.context.catalog.fold
    for select in terms(term):
        if not any(references(item, {fold(name): term}, scope) for item in select.from_):
            continue
        for call in calls_in(children(select)):
            if id(call) in scope.context.aggregates:
                problem = scope.context.dialect.recursive_aggregate(name)
                hint = "aggregate in the query that reads from it"
                scope.context.error(call.name.span, problem, hint=hint)
                return False
    return True


_STEPS: Final = 5  # a column becomes nullable once, and takes four storage classes at most


def recursive_query(
    name: str, names: Sequence[str], query: SetOperation, scope: Scope
) -> Shape | None:
    """Analyse a recursive query: types from the first arm, nulls until nothing changes.

    Where values have types rather than columns, the types also take what the second arm adds.
    """
    widens = scope.context.dialect.widens_recursion
    define_with(query.with_, scope)
    check_locks(query, scope)
    steps = recursive_steps(name, query, scope)
    first = analyse_query(steps[0].left, Scope(scope.context, scope), open_types=widens)
    if first is None:
        return None
    columns = renamed(first.columns, names)
    arms = Shape(first.columns)  # its open values take the type that the others bring
    for _ in range(_STEPS * len(columns) + 1):
        scope.ctes[scope.context.catalog.fold(name)] = Shape(columns)
        for step in steps:
            second = analyse_query(step.right, Scope(scope.context, scope), open_types=True)
            if second is None or not _check_aggregates(name, step.right, scope):
                return None
            combined = combine(step, arms, second, scope, recursive=name)
            if combined is None:
                return None
            arms = combined
        settled = all(
            isinstance(new.null, Possible) <= isinstance(old.null, Possible)
            and _settled(new.elements, old.elements)
            and (new.type == old.type or not widens)
            for old, new in zip(columns, arms.columns, strict=True)
        )
        columns = renamed(arms.columns, names)
        if settled:
            break
        arms = Shape(columns)
    order_and_limit_names(query, columns, scope)
    return replace(arms, columns=columns)


def check_column(
    query: SetOperation,
    position: int,
    types: tuple[SqlType, SqlType],
    both: SqlType,
    name: str,
    scope: Scope,
) -> None:
    """Report a column that is not the same in both terms, as a strict engine has it.

    Args:
        query: The recursive query.
        position: The column, from 1.
        types: Its types in the two terms.
        both: The type that takes the values of both.
        name: What the query is called.
        scope: Where it stands.
    """
    if both is BROKEN or both == types[0]:
        check_recursive_collation(query, position, both, name, scope)
        check_recursive_size(query, position, types, name, scope)
        return
    message = (
        f'recursive query "{name}" column {position} has type {types[0]} '
        f"in non-recursive term but type {both} overall"
    )
    place = column_span(query.left, position)
    scope.context.error(place, message, sqlstate="42804", hint=f"cast it here: ::{both}")


def _settled(new: Elements | None, old: Elements | None) -> bool:
    if new is None or old is None:
        return new is old
    same = new.dimensions == old.dimensions
    return same and isinstance(new.null, Possible) <= isinstance(old.null, Possible)
