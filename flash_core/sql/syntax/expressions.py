"""Whatever has a value.

Depends on: nodes.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass

from .nodes import Expression, Node

if TYPE_CHECKING:
    from .nodes import Name, TypeName
    from .queries import Query


@dataclass(frozen=True, slots=True)
class ColumnRef(Expression):
    """``name``, ``table.name``, ``schema.table.name``."""

    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Star(Expression):
    """``*`` or ``table.*`` in a select list, or the argument of ``count(*)``.

    ``embed`` is set when the user wrote ``flash.embed(table)``.
    """

    qualifier: tuple[str, ...] = ()
    embed: bool = False


class LiteralKind(enum.StrEnum):
    """What a constant looks like in the text."""

    NULL = "null"
    BOOLEAN = "boolean"
    INTEGER = "integer"
    DECIMAL = "decimal"  # has a point or an exponent
    STRING = "string"
    BLOB = "blob"  # X'00ff'
    BITS = "bits"  # B'01', MySQL's 0b01
    DATE = "date"  # MySQL's DATE'2024-01-31'
    TIME = "time"  # MySQL's TIME'12:30:00'
    DATETIME = "datetime"  # MySQL's TIMESTAMP'2024-01-31 12:30:00'


@dataclass(frozen=True, slots=True)
class Literal(Expression):
    """A constant; ``text`` is its value without quotes (``true``, ``42``, ``it's``)."""

    kind: LiteralKind
    text: str


@dataclass(frozen=True, slots=True)
class Parameter(Expression):
    """A placeholder, by its number after rewriting (from 1)."""

    number: int


@dataclass(frozen=True, slots=True)
class Cast(Expression):
    """``CAST(x AS t)`` or ``x::t``."""

    operand: Expression
    type: TypeName


@dataclass(frozen=True, slots=True)
class Operator(Expression):
    """A prefix (``left`` is None) or infix operator: arithmetic, comparison, LIKE and so on."""

    name: str
    left: Expression | None
    right: Expression


@dataclass(frozen=True, slots=True)
class And(Expression):
    """Conjunction of two or more conditions."""

    items: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Or(Expression):
    """Disjunction of two or more conditions."""

    items: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Not(Expression):
    """Negation."""

    operand: Expression


@dataclass(frozen=True, slots=True)
class IsNull(Expression):
    """``x IS [NOT] NULL``."""

    operand: Expression
    negated: bool = False


@dataclass(frozen=True, slots=True)
class BooleanTest(Expression):
    """``x IS [NOT] TRUE | FALSE | UNKNOWN``; ``value`` None is UNKNOWN."""

    operand: Expression
    value: bool | None
    negated: bool = False


@dataclass(frozen=True, slots=True)
class IsDistinct(Expression):
    """``a IS [NOT] DISTINCT FROM b``; SQLite's ``a IS b`` is the negated form."""

    left: Expression
    right: Expression
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Between(Expression):
    """``x [NOT] BETWEEN [SYMMETRIC] low AND high``."""

    operand: Expression
    low: Expression
    high: Expression
    negated: bool = False
    symmetric: bool = False


@dataclass(frozen=True, slots=True)
class InList(Expression):
    """``x [NOT] IN (a, b, …)``."""

    operand: Expression
    items: tuple[Expression, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class InQuery(Expression):
    """``x [NOT] IN (SELECT …)``."""

    operand: Expression
    query: Query
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Quantified(Expression):
    """``x op ANY|ALL (array or query)``."""

    left: Expression
    operator: str
    all: bool
    right: Expression | Query


@dataclass(frozen=True, slots=True)
class OrderItem(Node):
    """One key of an ORDER BY."""

    expression: Expression
    descending: bool = False
    nulls_first: bool | None = None


@dataclass(frozen=True, slots=True)
class WindowSpec(Node):
    """``OVER (…)`` or a named window; ``name`` is what it refers to or defines.

    PostgreSQL's ``(w …)`` has the window that it copies as ``base``; ``mode`` is ROWS, RANGE
    or GROUPS where a frame is written.
    """

    name: str | None = None
    partition_by: tuple[Expression, ...] = ()
    order_by: tuple[OrderItem, ...] = ()
    frame: tuple[Expression, ...] = ()  # offsets of ROWS/RANGE bounds, which may hold parameters
    holds_row: bool = True  # the frame has the current row in it, always
    base: str | None = None
    mode: str | None = None


@dataclass(frozen=True, slots=True)
class FunctionCall(Expression):
    """A function, aggregate or window function call.

    SQL's special forms (EXTRACT, SUBSTRING FROM, AT TIME ZONE …) arrive under
    the name of the function they stand for.
    """

    name: Name
    arguments: tuple[Expression, ...] = ()
    argument_names: tuple[str | None, ...] = ()  # as long as arguments, or empty
    star: bool = False
    distinct: bool = False
    variadic: bool = False
    order_by: tuple[OrderItem, ...] = ()
    within_group: bool = False
    filter: Expression | None = None
    over: WindowSpec | None = None


@dataclass(frozen=True, slots=True)
class SqlValue(Expression):
    """``CURRENT_TIMESTAMP``, ``CURRENT_DATE``, ``CURRENT_USER`` …, upper case."""

    name: str


@dataclass(frozen=True, slots=True)
class Coalesce(Expression):
    """``COALESCE(a, b, …)`` (SQLite's and MySQL's IFNULL too)."""

    items: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class NullIf(Expression):
    """``NULLIF(a, b)``."""

    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Extreme(Expression):
    """``GREATEST(…)`` / ``LEAST(…)``; SQLite's scalar ``max``/``min`` are functions."""

    items: tuple[Expression, ...]
    greatest: bool


@dataclass(frozen=True, slots=True)
class When(Node):
    """One arm of a CASE."""

    condition: Expression
    result: Expression


@dataclass(frozen=True, slots=True)
class Case(Expression):
    """``CASE [operand] WHEN … THEN … [ELSE …] END``.

    Attributes:
        called: Written ``IF(…)``, where NULL leaves the type to the other result.
    """

    operand: Expression | None
    whens: tuple[When, ...]
    default: Expression | None
    called: bool = False


@dataclass(frozen=True, slots=True)
class ArrayLiteral(Expression):
    """``ARRAY[a, b]``."""

    items: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class ArrayQuery(Expression):
    """``ARRAY(SELECT …)``."""

    query: Query


@dataclass(frozen=True, slots=True)
class RowLiteral(Expression):
    """``ROW(a, b)`` or ``(a, b)``."""

    items: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Subscript(Expression):
    """``a[i]`` or ``a[i:j]`` (then ``slice``)."""

    operand: Expression
    indices: tuple[Expression, ...]
    slice: bool = False


@dataclass(frozen=True, slots=True)
class FieldAccess(Expression):
    """``(row).field``; ``*`` expands all fields."""

    operand: Expression
    field: str


@dataclass(frozen=True, slots=True)
class ScalarQuery(Expression):
    """``(SELECT …)`` used as a value."""

    query: Query


@dataclass(frozen=True, slots=True)
class Exists(Expression):
    """``EXISTS (SELECT …)``."""

    query: Query


@dataclass(frozen=True, slots=True)
class Collate(Expression):
    """``x COLLATE name``."""

    operand: Expression
    collation: str


@dataclass(frozen=True, slots=True)
class DefaultValue(Expression):
    """``DEFAULT`` as a value of INSERT or UPDATE."""


@dataclass(frozen=True, slots=True)
class MultiAssignSource(Expression):
    """Column ``index`` (from 0) of the row of ``count`` that feeds ``SET (a, b) = …``."""

    source: Expression
    index: int
    count: int = 0


@dataclass(frozen=True, slots=True)
class CurrentOf(Expression):
    """``WHERE CURRENT OF cursor``."""

    cursor: str


@dataclass(frozen=True, slots=True)
class MergeAction(Expression):
    """``merge_action()``, which the grammar itself knows."""
