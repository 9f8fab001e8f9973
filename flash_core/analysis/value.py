"""What inference knows of an expression, and of a query's result.

Depends on: nullability, facts, relation, model, types.model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.types.model import SqlType, TypeKind

from .nullability import Certain, Possible

if TYPE_CHECKING:
    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Expression

    from .facts import Facts
    from .model import Embed, TableColumn
    from .nullability import Known, Null
    from .relation import Relation

BROKEN: Final = SqlType("(unknown because of another error)", TypeKind.PSEUDO)
"""Type of an expression with an error that was already reported."""


STORED: Final = Certain("arrays that are stored have no NULL inside")


@dataclass(frozen=True, slots=True)
class Subject:
    """What an expression is about: the name and column a parameter next to it is called after."""

    name: str
    origin: TableColumn | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Elements:
    """What is in an array.

    Attributes:
        null: Whether an element is NULL.
        dimensions: How many the array has, 0 where it is empty; ``None`` where the rows decide.
    """

    null: Null
    dimensions: int | None = 1

    def judged(self, facts: Facts) -> Elements:
        """Return the same where everything that is known of a query is applied."""
        return Elements(facts.judge(self.null), self.dimensions)


@dataclass(frozen=True, slots=True, eq=False)
class Value:
    """An inferred expression.

    Attributes:
        parameter: Number of the placeholder this is, when it is nothing more.
        exposed: Placeholders that stand for this value or a part of it.
        fields: Of ROW(…): its items.
        text: Of a quoted string: what it says.
        elements: Of an array that is made here: what is in it.  ``None`` where it comes as it is
            stored or passed, which is taken to be a list without NULL inside.
    """

    type: SqlType
    null: Null
    span: Span
    origin: TableColumn | None = None
    parameter: int | None = None
    exposed: tuple[int, ...] = ()
    subject: Subject | None = None
    fields: tuple[Value, ...] | None = None
    text: str | None = None
    elements: Elements | None = None

    @property
    def broken(self) -> bool:
        """Whether an error below was already reported."""
        return self.type is BROKEN


def broken(span: Span) -> Value:
    """Return the value of an expression that cannot be understood."""
    return Value(BROKEN, Possible("not understood"), span)


@dataclass(frozen=True, slots=True, eq=False)
class Embedding:
    """What ``flash.embed`` asked for: a column of a relation, whose row is kept together."""

    name: str
    place: int
    relation: Relation
    index: int


@dataclass(frozen=True, slots=True, eq=False)
class Output:
    """One column of a select list, before the SELECT's facts are applied."""

    name: str
    value: Value
    expression: Expression
    embed: Embedding | None = None
    named: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class ShapeColumn:
    """One column of a query's result; ``elements`` as in :class:`Value`."""

    name: str
    type: SqlType
    null: Null
    origin: TableColumn | None = None
    embed: Embed | None = None
    value: Value | None = None
    elements: Elements | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """How many rows a query returns, as far as it is proven, and by which rule."""

    at_least_one: bool = False
    at_most_one: bool = False
    why: str = "nothing limits the rows"

    @classmethod
    def one(cls, why: str) -> Rows:
        """Return the count of what gives one row, always."""
        return cls(at_least_one=True, at_most_one=True, why=why)

    @property
    def exactly_one(self) -> bool:
        """Whether there is one row, always."""
        return self.at_least_one and self.at_most_one


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """Columns and row count of a query's result; ``rowless`` without RETURNING.

    Attributes:
        passed: What having a row tells about the queries around it.
        merged: It may become a part of the query that reads from it: nothing has to put its
            rows together before.
    """

    columns: tuple[ShapeColumn, ...]
    rows: Rows = Rows()
    broken: bool = False
    rowless: bool = False
    passed: Known = frozenset()
    merged: bool = False
