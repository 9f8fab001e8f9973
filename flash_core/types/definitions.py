"""What a schema may add to an engine's types: routines, operators, casts, ranges, extensions.

The catalog keeps these as the schema's statements say them, with names still
unresolved; an engine's type system resolves them together with its own.

Depends on: sql.syntax (type names as written).
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Protocol

from flash_core._dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flash_core.sql.syntax import TypeName

    from .model import SqlType


class RoutineKind(enum.StrEnum):
    """What CREATE FUNCTION, PROCEDURE and AGGREGATE make."""

    FUNCTION = "function"
    PROCEDURE = "procedure"
    AGGREGATE = "aggregate"
    WINDOW = "window"


class ArgumentMode(enum.StrEnum):
    """How a routine uses an argument."""

    IN = "in"
    OUT = "out"
    INOUT = "inout"
    VARIADIC = "variadic"
    TABLE = "table"  # a column of RETURNS TABLE


@dataclass(frozen=True, slots=True)
class RoutineArgument:
    """One argument or result column of a routine.

    Attributes:
        name: Empty when it has none.
        has_default: A call may leave it out.
    """

    name: str
    type: TypeName
    mode: ArgumentMode = ArgumentMode.IN
    has_default: bool = False


@dataclass(frozen=True, slots=True)
class RoutineDefinition:
    """A function, procedure or aggregate of the schema.

    Attributes:
        schema: Empty for the default schema.
        arguments: All of them in order, results included; of an ordered-set aggregate the
            direct ones come first.
        result: RETURNS, or ``None`` when the OUT arguments alone say it.
        returns_set: SETOF or TABLE.
        strict: STRICT: NULL in means NULL out.
    """

    name: str
    arguments: tuple[RoutineArgument, ...]
    result: TypeName | None
    kind: RoutineKind = RoutineKind.FUNCTION
    schema: str = ""
    returns_set: bool = False
    strict: bool = False


@dataclass(frozen=True, slots=True)
class OperatorDefinition:
    """CREATE OPERATOR: its type is its function's."""

    name: str
    left: TypeName | None
    right: TypeName
    function: tuple[str, ...]
    schema: str = ""


@dataclass(frozen=True, slots=True)
class CastDefinition:
    """CREATE CAST; ``context`` is ``explicit``, ``assignment`` or ``implicit``."""

    source: TypeName
    target: TypeName
    context: str = "explicit"
    binary: bool = False  # WITHOUT FUNCTION


@dataclass(frozen=True, slots=True)
class RangeDefinition:
    """CREATE TYPE … AS RANGE; ``multirange`` is empty for the name the server makes up."""

    name: str
    subtype: TypeName
    schema: str = ""
    multirange: str = ""


class Definitions(Protocol):
    """What a schema defines; :class:`flash_core.catalog.model.Catalog` is one."""

    @property
    def routines(self) -> Sequence[RoutineDefinition]:
        """Functions, procedures and aggregates."""
        ...

    @property
    def operators(self) -> Sequence[OperatorDefinition]:
        """Operators."""
        ...

    @property
    def casts(self) -> Sequence[CastDefinition]:
        """Casts."""
        ...

    @property
    def ranges(self) -> Sequence[RangeDefinition]:
        """Range types."""
        ...

    @property
    def row_parents(self) -> Sequence[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Tables with each that they inherit from, or with the type that they are of."""
        ...

    @property
    def extensions(self) -> Mapping[str, str]:
        """Extensions by name, with the schema each is in (empty for the default schema)."""
        ...

    @property
    def virtual_tables(self) -> Sequence[tuple[str, str, tuple[str, ...]]]:
        """SQLite's virtual tables: name, module, arguments as written."""
        ...

    @property
    def search_path(self) -> Sequence[str]:
        """Schemas in which an unqualified name is looked up; ``""`` is the default schema."""
        ...

    def find_type(self, parts: Sequence[str]) -> SqlType | None:
        """Return the enum, domain or composite (or a table's row type) of that name, or ``None``.

        An empty schema is the default one.  A domain comes without its ``element``.
        """
        ...

    def domain_base(self, parts: Sequence[str]) -> TypeName | None:
        """Return the base type of the domain of that name, as written, or ``None``."""
        ...

    def type_fields(self, type_: SqlType) -> Sequence[tuple[str, TypeName]]:
        """Return the fields of a composite type or of a table's row; empty for other types."""
        ...
