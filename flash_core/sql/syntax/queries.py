"""SELECT and its kin.

Depends on: nodes.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass, field

from .nodes import Node, Statement

if TYPE_CHECKING:
    from .expressions import OrderItem, WindowSpec
    from .nodes import Expression, FromItem, Name


@dataclass(frozen=True, slots=True)
class SearchClause(Node):
    """``SEARCH DEPTH|BREADTH FIRST BY columns SET column``."""

    columns: tuple[str, ...]
    breadth_first: bool
    sequence: str


@dataclass(frozen=True, slots=True)
class CycleClause(Node):
    """``CYCLE columns SET mark [TO value DEFAULT default] USING path``."""

    columns: tuple[str, ...]
    mark: str
    value: Expression
    default: Expression
    path: str


@dataclass(frozen=True, slots=True)
class Cte(Node):
    """``name (columns) AS (statement)``."""

    name: str
    columns: tuple[str, ...]
    statement: Statement
    search: SearchClause | None = None
    cycle: CycleClause | None = None


@dataclass(frozen=True, slots=True)
class With(Node):
    """A WITH clause."""

    ctes: tuple[Cte, ...]
    recursive: bool = False


@dataclass(frozen=True, slots=True)
class Target(Node):
    """One entry of a select list or RETURNING; ``alias`` only when written."""

    expression: Expression
    alias: str | None = None


@dataclass(frozen=True, slots=True)
class Lock(Node):
    """``FOR UPDATE [OF a, b]``; ``strength`` is the words before OF."""

    strength: str
    tables: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class Query(Statement):
    """Base of statements that return rows by nature: Select, SetOperation, Values."""

    with_: With | None = field(default=None, kw_only=True)
    order_by: tuple[OrderItem, ...] = field(default=(), kw_only=True)
    limit: Expression | None = field(default=None, kw_only=True)
    offset: Expression | None = field(default=None, kw_only=True)
    with_ties: bool = field(default=False, kw_only=True)  # LIMIT n may then give more than n rows
    locks: tuple[Lock, ...] = field(default=(), kw_only=True)


@dataclass(frozen=True, slots=True)
class Select(Query):
    """A SELECT.

    Attributes:
        distinct_on: Keys of DISTINCT ON.
        from_: Items of FROM; several mean a comma-separated list.
        grouping_sets: True when GROUP BY has ROLLUP, CUBE or GROUPING SETS;
            ``group_by`` then holds every expression named in them.
        always_grouped: Of each key whether all grouping sets have it; read where there are any.
        empty_set: One of the grouping sets is the empty one.
    """

    targets: tuple[Target, ...]
    from_: tuple[FromItem, ...] = ()
    where: Expression | None = None
    group_by: tuple[Expression, ...] = ()
    grouping_sets: bool = False
    having: Expression | None = None
    windows: tuple[WindowSpec, ...] = ()
    distinct: bool = False
    distinct_on: tuple[Expression, ...] = ()
    always_grouped: tuple[bool, ...] = ()
    empty_set: bool = False


class SetKind(enum.StrEnum):
    """Set operations."""

    UNION = "union"
    INTERSECT = "intersect"
    EXCEPT = "except"


@dataclass(frozen=True, slots=True)
class SetOperation(Query):
    """``left UNION [ALL] right`` and its kin.

    Attributes:
        kind: Which.
        all: Equal rows stay.
        left: The first arm.
        right: The second one.
        bracketed: It is in parentheses; told by MySQL's reader alone, where it makes a difference.
    """

    kind: SetKind
    all: bool
    left: Query
    right: Query
    bracketed: bool = field(default=False, compare=False)  # as with spans, a matter of spelling


@dataclass(frozen=True, slots=True)
class Values(Query):
    """``VALUES (…), (…)``."""

    rows: tuple[tuple[Expression, ...], ...]
