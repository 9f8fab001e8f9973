"""What names mean in HAVING on MySQL and MariaDB: outputs and keys, before columns of FROM.

Inside an aggregate all columns of FROM are in reach, as everywhere; outside of it only those
that are selected, or a key of GROUP BY themselves.

Depends on: context, infer, walk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.sql.syntax import ColumnRef, FunctionCall, Query
from flash_core.sql.syntax.walk import children
from flash_core.types.model import CallKind
from flash_core.types.mysql_functions import forms

from .infer import infer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flash_core.sql.syntax import Expression, Node, Select

    from .context import Scope
    from .relation import Relation
    from .value import Output, Value


def named_outputs(query: Select, outputs: Sequence[Output], scope: Scope) -> dict[int, Value]:
    """Return the output that each bare name of HAVING means, by the identity of its node."""
    if query.having is None:
        return {}
    fold = scope.context.catalog.fold
    bare = {id(node): fold(node.parts[0]) for node in _names(query.having) if not node.parts[1:]}
    named = _fields(outputs, scope)
    named |= {fold(output.name): output.value for output in reversed(outputs) if output.named}
    named |= _keys(query, set(bare.values()), scope)
    return {node: named[name] for node, name in bare.items() if name in named}


def _keys(query: Select, wanted: set[str], scope: Scope) -> dict[str, Value]:
    """Return the keys that are columns of FROM, by name, where one only has that name."""
    fold = scope.context.catalog.fold
    wanted &= {fold(reached.name) for reached in scope.namespace.columns}
    found: dict[str, list[ColumnRef]] = {}
    for key in query.group_by:
        if isinstance(key, ColumnRef) and fold(key.parts[-1]) in wanted:
            found.setdefault(fold(key.parts[-1]), []).append(key)
    return {name: infer(same[0], scope) for name, same in found.items() if len(same) == 1}


def _fields(outputs: Sequence[Output], scope: Scope) -> dict[str, Value]:
    """Return the outputs that are columns, by the columns' names, where one only has that name."""
    fold = scope.context.catalog.fold
    found: dict[str, list[Output]] = {}
    for output in outputs:
        if isinstance(output.expression, ColumnRef):
            found.setdefault(fold(output.expression.parts[-1]), []).append(output)
    return {name: same[0].value for name, same in found.items() if len(same) == 1}


def check_having(query: Select, outputs: Sequence[Output], scope: Scope) -> None:
    """Report columns of FROM that are neither selected nor grouped by."""
    _check_forward(outputs, scope)
    if query.having is None:
        return
    for node in _names(query.having):
        found = scope.context.resolution(node)
        if found is None:
            continue
        if found[0] not in scope.facts.own:
            scope.context.outer_having.append(node)
            continue
        if scope.parent is not None and len(node.parts) == 1:
            continue  # it may be a column of a query around this one
        if _is_selected(node, found, outputs, scope) or _is_key(node, found, query, scope):
            continue
        problem = scope.context.dialect.no_column(node.parts, "HAVING")
        hint = "HAVING sees what is selected and grouped by: select it too, or write WHERE"
        scope.context.error(node.span, problem, hint=hint)


def _check_forward(outputs: Sequence[Output], scope: Scope) -> None:
    """Report what HAVING of a subquery names of this query, but is selected behind it."""
    for node in scope.context.outer_having:
        found = scope.context.resolution(node)
        if found is None or found[0] not in scope.facts.own:
            continue
        meant = next((each for each in outputs if _is_meant(each, node, found, scope)), None)
        if meant is not None and meant.expression.span.start > node.span.start:
            problem = scope.context.dialect.forward_reference(node.parts[-1])
            hint = "select it before the subquery, or write the condition with WHERE"
            scope.context.error(node.span, problem, hint=hint)


def _is_meant(output: Output, node: ColumnRef, found: tuple[Relation, int], scope: Scope) -> bool:
    """Tell whether a name in HAVING of a subquery is an output of the query around it."""
    fold = scope.context.catalog.fold
    own = output.expression
    column = own if isinstance(own, ColumnRef) else None
    if len(node.parts) == 1:
        named = output.named and fold(output.name) == fold(node.parts[0])
        return named or (column is not None and _same_name(column, node, scope))
    if column is None or scope.context.resolution(column) != found:
        return False
    # the server knows the table of a bare column only later, but that of what a star is
    return len(column.parts) > 1 or scope.context.source.text[own.span.end - 1] == "*"


def check_sorted(key: Expression, outputs: Sequence[Output], scope: Scope) -> None:
    """Report a key of ORDER BY that calculates with an output which is an aggregate."""
    fold = scope.context.catalog.fold
    for node in _names(key, inside=True):
        if len(node.parts) != 1 or scope.context.resolution(node) is not None:
            continue
        name = fold(node.parts[0])
        meant = next((o for o in outputs if o.named and fold(o.name) == name), None)
        if meant is not None and _aggregates(meant.expression, scope):
            problem = scope.context.dialect.calculated_aggregate(node.parts[0])
            hint = f"repeat what {node.parts[0]} is, or sort a subquery"
            scope.context.error(node.span, problem, hint=hint)
            return


def _aggregates(node: Node, scope: Scope) -> bool:
    """Tell whether an output is an aggregate, in a part that is no subquery."""
    if isinstance(node, Query):
        return False
    own = id(node) in scope.context.aggregates
    return own or any(_aggregates(child, scope) for child in children(node))


def _names(node: Node, *, inside: bool = False) -> Iterator[ColumnRef]:
    """Yield the columns of a condition outside of subqueries, and of aggregates unless ``inside``."""
    if isinstance(node, ColumnRef):
        yield node
    elif not isinstance(node, Query) and (inside or not _is_aggregate(node)):
        for child in children(node):
            yield from _names(child, inside=inside)


def _is_aggregate(node: Node) -> bool:
    if not isinstance(node, FunctionCall):
        return False
    found = forms().get(node.name.last.lower(), ())
    return any(form.kind is CallKind.AGGREGATE for form in found)


def _is_selected(
    node: ColumnRef, found: tuple[Relation, int], outputs: Sequence[Output], scope: Scope
) -> bool:
    for output in outputs:
        own = output.expression
        if not isinstance(own, ColumnRef):
            continue
        if scope.context.resolution(own) == found:
            return True
        if 1 in {len(own.parts), len(node.parts)} and _same_name(own, node, scope):
            return True
    return False


def _is_key(node: ColumnRef, found: tuple[Relation, int], query: Select, scope: Scope) -> bool:
    """Tell whether a column is a key; one of that name from another table before it hides it."""
    keys = [key for key in query.group_by if isinstance(key, ColumnRef)]
    keys = [key for key in keys if _same_name(key, node, scope)]
    if len(node.parts) == 1:
        return bool(keys)
    tables = [scope.context.resolution(key) for key in keys]
    return bool(tables) and all(table is None or table[0] is found[0] for table in tables)


def _same_name(one: ColumnRef, other: ColumnRef, scope: Scope) -> bool:
    fold = scope.context.catalog.fold
    return fold(one.parts[-1]) == fold(other.parts[-1])
