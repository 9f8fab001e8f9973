"""What ``models.py`` holds: enums, composites, tables, and rows of single queries.

Depends on: codegen.pytypes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .pytypes import CompositeNames, PyType, TypeMap


@dataclass(frozen=True, slots=True)
class Field:
    """One value of a row.

    Attributes:
        name: Of the attribute, or the key of a ``TypedDict``.
        column: As the database spells it.
        type: What it is in Python.
        nullable: It can be ``None``.
        comment: What the schema says about it.
        row: Of an embedded row: its class.
        witness: Of an embedded row that may be missing: position in it of a value
            that is NULL only then.
    """

    name: str
    column: str
    type: PyType
    nullable: bool
    comment: str | None = None
    row: RowClass | None = None
    witness: int | None = None


@dataclass(frozen=True, slots=True)
class RowClass:
    """A class whose instances are rows."""

    name: str
    fields: tuple[Field, ...]
    doc: str


@dataclass(frozen=True, slots=True)
class EnumClass:
    """A generated ``StrEnum``; ``members`` are names and labels."""

    name: str
    members: tuple[tuple[str, str], ...]
    doc: str


@dataclass(frozen=True, slots=True)
class CompositeClass:
    """The class of a composite type's values, and what goes with it."""

    row: RowClass
    names: CompositeNames


@dataclass(slots=True)
class Models:
    """Everything that ``models.py`` holds.

    Attributes:
        enums: In the order of the schema.
        composites: The schema's, and the row types that are used as values; one that is a part
            of another stands before it.
        rows: Tables in the order of the schema, then rows of queries.
        results: Class of the rows of each query that returns more than one column, by name.
        params: Class of a set of parameters of each query that takes many, in their order.
        types: The project's Python types.
        names: The names of all classes.
        taken: Everything that ``models.py`` defines.
    """

    enums: tuple[EnumClass, ...]
    composites: tuple[CompositeClass, ...]
    rows: tuple[RowClass, ...]
    results: Mapping[str, RowClass]
    params: tuple[RowClass, ...]
    types: TypeMap
    names: frozenset[str] = field(init=False)
    taken: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Collect the names."""
        enums = frozenset(found.name for found in self.enums)
        composites = frozenset(found.row.name for found in self.composites)
        self.names = enums | composites | {found.name for found in (*self.rows, *self.params)}
        self.taken = self.names.union(*(found.names for found in self.composites))
