"""What FROM offers: relations, their columns, and which of them a bare name reaches.

Depends on: nullability (the trees), catalog.model, types.model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass, field

if TYPE_CHECKING:
    from flash_core.catalog.model import Table
    from flash_core.types.model import SqlType

    from .model import TableColumn
    from .nullability import Known, Null
    from .value import Elements, Rows


@dataclass(frozen=True, slots=True)
class RelationColumn:
    """A column that FROM offers; ``hidden`` ones (ctid, rowid, INVISIBLE) are no part of ``*``.

    ``elements`` as in :class:`.value.Value`.
    """

    name: str
    type: SqlType
    null: Null
    origin: TableColumn | None = None
    hidden: bool = False
    elements: Elements | None = None


@dataclass(eq=False, slots=True)
class OuterJoin:
    """An outer join that may fill a side with NULL; ``condition`` held where it matched.

    ``why`` goes on after the name of a relation: "is on the nullable side of …".
    """

    why: str
    condition: Null | None = None


@dataclass(eq=False, slots=True)
class Relation:
    """A table, view, subquery, function or merged set of join columns in a FROM.

    Attributes:
        name: The name that qualifies its columns; empty when nothing can.
        schema: Schema, where the table may be qualified by it; ``None`` after an alias.
        table: The table itself, when it is one.
        joins: Outer joins that may fill this relation with NULL, the innermost first.
        broken: Its columns are unknown because of an error already reported.
        scalar: A function whose relation name is its value.
        system: A table or view that the engine or an extension brings.
        passed: What its having a row tells about what stands before it in FROM (LATERAL).
        rows: How many rows it has, where that is known without its keys.
        qualified: Its columns are reached by qualified names alone (OLD, NEW).
        merged: It is no table, but the columns that USING merges.
    """

    name: str
    columns: list[RelationColumn]
    schema: str | None = None
    table: Table | None = None
    joins: list[OuterJoin] = field(default_factory=list[OuterJoin])
    broken: bool = False
    scalar: bool = False
    passed: Known = frozenset()
    rows: Rows | None = None
    composite: SqlType | None = None
    system: bool = False
    qualified: bool = False
    merged: bool = False


@dataclass(frozen=True, slots=True)
class Reached:
    """A column that ``*`` and a bare name reach, under the name it has there.

    Attributes:
        starred: Only ``*`` reaches it: SQLite's USING merges the first of two columns of a name,
            and hides the other from bare names.
    """

    name: str
    relation: Relation
    index: int
    starred: bool = False

    @property
    def column(self) -> RelationColumn:
        """The column itself."""
        return self.relation.columns[self.index]


@dataclass(slots=True)
class Namespace:
    """The relations that qualified names reach, and the columns that bare names and ``*`` reach."""

    relations: list[Relation] = field(default_factory=list[Relation])
    columns: list[Reached] = field(default_factory=list[Reached])

    @classmethod
    def of(cls, relation: Relation) -> Namespace:
        """Return the namespace of one relation."""
        reached = [
            Reached(column.name, relation, index)
            for index, column in enumerate(relation.columns)
            if not column.hidden
        ]
        return cls([relation], reached)

    def joined(self, other: Namespace) -> Namespace:
        """Return the namespace of a join without merged columns."""
        return Namespace([*self.relations, *other.relations], [*self.columns, *other.columns])


@dataclass(frozen=True, slots=True)
class Source:
    """A part of FROM: what names reach, and every relation in it.

    Attributes:
        bracketed: SQLite: what ``*`` reaches where this stands in brackets to the right of
            a join; the columns that USING merges come before the table to the left of it.
        last: Where the columns of its last table begin there.
    """

    namespace: Namespace
    relations: tuple[Relation, ...]
    bracketed: tuple[Reached, ...] = ()
    last: int = 0

    @classmethod
    def of(cls, relation: Relation) -> Source:
        """Return one relation as a part of FROM."""
        namespace = Namespace.of(relation)
        return cls(namespace, (relation,), tuple(namespace.columns))

    def in_brackets(self) -> Source:
        """Return it as the right side of a join."""
        columns = list(self.bracketed)
        return Source(Namespace(self.namespace.relations, columns), self.relations, self.bracketed)
