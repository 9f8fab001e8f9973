"""Which columns of a query level can have only one value, and so which relations one row.

A relation has one row at most when every column of one of its unique keys is
fixed: compared for equality with a constant, a parameter, an outer column or a
column that is fixed itself.

Depends on: context, infer, walk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql.syntax import (
    And,
    Collate,
    ColumnRef,
    FunctionCall,
    InList,
    Join,
    JoinKind,
    Node,
    Operator,
    Query,
)
from flash_core.sql.syntax.walk import children, descend
from flash_core.types.model import UNKNOWN

from .infer import base
from .nullability import OfColumn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from flash_core.sql.syntax import Expression, FromItem
    from flash_core.types.model import SqlType

    from .context import Scope
    from .relation import Relation

    Place = tuple[Relation, int]

# Conversions that keep different values apart.  (Of bigint to double precision they do not, nor
# of a local time to an instant, where the clock is set forward.)
_WIDER: Final = frozenset(
    (narrow, wide)
    for narrow, wides in (
        ("smallint", ("integer", "bigint", "numeric", "real", "double precision")),
        ("integer", ("bigint", "numeric", "double precision")),
        ("bigint", ("numeric",)),
        ("real", ("double precision",)),
        ("date", ("timestamp without time zone",)),
        ("character varying", ("text",)),
        ("character", ("text",)),
        ("name", ("text",)),
    )
    for wide in wides
)

# Functions with another value in every row.
_VOLATILE: Final = frozenset(
    word
    for line in (
        "random random_normal setseed gen_random_uuid uuidv4 uuidv7 gen_random_bytes gen_salt",
        "uuid_generate_v1 uuid_generate_v1mc uuid_generate_v4 clock_timestamp timeofday",
        "nextval currval lastval setval randomblob",
        "rand uuid uuid_short sys_guid random_bytes",
    )
    for word in line.split()
)


_BOTH: Final = 2


def joins_of(items: Iterable[FromItem]) -> Iterator[Join]:
    """Yield every join in a FROM clause."""
    for item in items:
        if isinstance(item, Join):
            yield item
            yield from joins_of([item.left, item.right])


def conjuncts(node: Expression | None) -> Iterator[Expression]:
    """Yield the conditions that must all hold."""
    if isinstance(node, And):
        for item in node.items:
            yield from conjuncts(item)
    elif node is not None:
        yield node


def _equality(node: Expression) -> tuple[Expression, Expression] | None:
    """Return both sides of ``a = b``; ``a IN (b)`` is the same."""
    if isinstance(node, Operator) and node.name in {"=", "=="} and node.left is not None:
        return node.left, node.right
    if isinstance(node, InList) and not node.negated and len(node.items) == 1:
        return node.operand, node.items[0]
    return None


def _exact(types: Sequence[SqlType], scope: Scope) -> bool:
    """Tell whether ``own = other`` holds for one value of its own type at most.

    It does not where the comparison converts a value to a type that holds fewer.

    Args:
        types: Types of both sides, or nothing when they are not known.
        scope: Where they are compared.
    """
    if UNKNOWN in types:
        return True
    if not scope.context.dialect.strict:
        return len(types) < _BOTH or scope.context.dialect.keeps_apart(*types)
    found = scope.context.types.operator("=", *types) if types else None
    if found is None:
        return False
    own, used = base(types[0]).name, base(found.arguments[0]).name
    moment = used == "timestamp without time zone" and "with time" in found.arguments[1].name
    return (own == used and not moment) or (own, used) in _WIDER


def _passed_on(relation: Relation) -> list[tuple[Place, Place]]:
    """Return the columns that pass on another one, as those merged by USING do, and that one."""
    return [
        ((relation, index), (column.null.relation, column.null.index))
        for index, column in enumerate(relation.columns)
        if isinstance(column.null, OfColumn)
    ]


class Bounds:
    """What the conditions of one query level fix.

    Attributes:
        fixed: Columns with one value in all rows.
        singles: Relations of one row at most, each with the reason.
    """

    def __init__(
        self,
        scope: Scope,
        where: Expression | None,
        sources: Sequence[FromItem],
        given: Iterable[Place] = (),
    ) -> None:
        self.scope = scope
        self.fixed: set[Place] = set(given)
        self.singles: dict[Relation, str] = {}
        self.pairs: list[tuple[Place, Expression | Place]] = []
        self._collect(where, None)
        for join in joins_of(sources):
            self._collect_join(join)
        self._propagate()

    def _collect(self, condition: Expression | None, only: frozenset[Relation] | None) -> None:
        """Note what each ``column = value`` fixes; with ``only``, columns of those relations."""
        resolve = self.scope.context.resolution
        for node in conjuncts(condition):
            sides = _equality(node)
            if sides is None:
                continue
            for one, other in (sides, sides[::-1]):
                found = resolve(one) if isinstance(one, ColumnRef) else None
                if found is None or (only is not None and found[0] not in only):
                    continue
                if isinstance(other, Collate) and not self.scope.context.dialect.strict:
                    continue  # it compares by another collation than the key
                types = self.scope.context.compared.get(id(node), ())
                if _exact(types if one is sides[0] else types[::-1], self.scope):
                    self.pairs.append((found, other))

    def _collect_join(self, join: Join) -> None:
        """An outer join's condition fixes columns of the side that may be missing only."""
        details = self.scope.context.joins.get(id(join))
        if details is None or join.kind is JoinKind.FULL:
            return
        sides = {JoinKind.LEFT: details.right, JoinKind.RIGHT: details.left}
        only = sides.get(join.kind)
        self._collect(join.on, only)
        for left, right in details.merged:
            for one, other in ((left, right), (right, left)):
                types = tuple(relation.columns[index].type for relation, index in (one, other))
                if (only is None or one[0] in only) and _exact(types, self.scope):
                    self.pairs.append((one, other))

    def _propagate(self) -> None:
        passing = {relation: _passed_on(relation) for relation in self.scope.facts.own}
        before = -1
        while before != len(self.fixed) + len(self.singles):
            before = len(self.fixed) + len(self.singles)
            for one, other in self.pairs:
                if self._is_fixed(other):
                    self._fix(one)
            for relation, merged in passing.items():
                why = None if relation in self.singles else self._why_single(relation)
                if why is not None:
                    self.singles[relation] = why
                if why:
                    self.fixed |= {(relation, index) for index in range(len(relation.columns))}
                self.fixed |= {own for own, below in merged if below in self.fixed}

    def _fix(self, found: Place) -> None:
        """Fix a column, and the one that it merely passes on."""
        self.fixed.add(found)
        below = found[0].columns[found[1]].null
        if isinstance(below, OfColumn) and below.relation in self.scope.facts.own:
            self._fix((below.relation, below.index))

    def _is_fixed(self, other: Expression | Place) -> bool:
        """Tell whether what a column is equal to has one value; NULL is equal to nothing."""
        if isinstance(other, ColumnRef):
            place = self.scope.context.resolution(other)
            return place is not None and (
                place[0] not in self.scope.facts.own or place in self.fixed
            )
        return other in self.fixed if isinstance(other, tuple) else self.fixed_expression(other)

    def fixed_expression(self, node: Node) -> bool:
        """Tell whether an expression has one value over all rows, or is NULL in all."""
        if isinstance(node, ColumnRef):
            place = self.scope.context.resolution(node)
            return place is not None and self._is_fixed_place(place)
        if isinstance(node, FunctionCall) and (node.over is not None or self._may_vary(node)):
            return False
        if isinstance(node, Query):
            return self._fixed_query(node)
        return all(self.fixed_expression(child) for child in children(node))

    def _is_fixed_place(self, place: Place) -> bool:
        """Tell it of a column: one that an outer join may fill is NULL in some of the rows."""
        relation, facts = place[0], self.scope.facts
        if relation not in facts.own:
            return True
        return place in self.fixed and all(join in facts.known for join in relation.joins)

    def _may_vary(self, call: FunctionCall) -> bool:
        """Tell whether a call may give another value in each row, as the user's own may."""
        fold = self.scope.context.catalog.fold
        name = fold(call.name.last)
        own = {fold(routine.name) for routine in self.scope.context.catalog.routines}
        return name in _VOLATILE or name in own

    def _fixed_query(self, query: Query) -> bool:
        inside = list(descend(query))
        found = [
            self.scope.context.resolution(node) for node in inside if isinstance(node, ColumnRef)
        ]
        calls = [node for node in inside if isinstance(node, FunctionCall)]
        return all(place is None or self._is_fixed_place(place) for place in found) and not any(
            self._may_vary(call) for call in calls
        )

    def _why_single(self, relation: Relation) -> str | None:
        """Return why a relation has one row at most, or ``None`` when it may have more."""
        if relation.rows is not None and relation.rows.at_most_one:
            return f"{relation.name}: {relation.rows.why}"
        if relation.merged:
            return ""  # it adds no rows
        if relation.table is None:
            return None
        names = {relation.columns[i].name for r, i in self.fixed if r is relation}
        if not names:
            return None
        fold = self.scope.context.catalog.fold
        folded = {fold(name) for name in names}
        for key in self.scope.context.workspace.unique_keys(relation.table):
            if {fold(column) for column in key} <= folded:
                return f"{relation.name}.{', '.join(key)} is unique and has a single value"
        return None
