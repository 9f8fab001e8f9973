"""Functions, operators, casts, extensions and what else widens a schema's types.

Depends on: changes, nodes, objects.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass

from .changes import Utility
from .nodes import Node
from .objects import KnownDdl

if TYPE_CHECKING:
    from .nodes import Name, TypeName


@dataclass(frozen=True, slots=True)
class RoutineParameter(Node):
    """An argument or result column of a routine.

    Attributes:
        name: Empty when it has none.
        mode: ``in``, ``out``, ``inout``, ``variadic`` or ``table``.
        default: Whether it has a default.
    """

    name: str
    type: TypeName
    mode: str = "in"
    default: bool = False


@dataclass(frozen=True, slots=True)
class CreateRoutine(KnownDdl):
    """CREATE FUNCTION or PROCEDURE.

    Attributes:
        kind: ``function``, ``procedure`` or ``window``.
        result: RETURNS; ``None`` when OUT arguments alone say it, and for RETURNS TABLE.
        returns_set: SETOF or TABLE.
        strict: NULL in means NULL out.
    """

    name: Name
    parameters: tuple[RoutineParameter, ...]
    result: TypeName | None
    kind: str = "function"
    returns_set: bool = False
    strict: bool = False
    or_replace: bool = False
    if_not_exists: bool = False  # MySQL, MariaDB


@dataclass(frozen=True, slots=True)
class CreateAggregate(KnownDdl):
    """CREATE AGGREGATE; ``parameters`` of an ordered-set aggregate begin with the direct ones.

    Attributes:
        state: Type of the state.
        final: Name of the function that makes the result of the state; empty if there is none.
    """

    name: Name
    parameters: tuple[RoutineParameter, ...]
    state: TypeName
    final: tuple[str, ...] = ()
    or_replace: bool = False


@dataclass(frozen=True, slots=True)
class CreateOperator(KnownDdl):
    """CREATE OPERATOR."""

    name: Name
    left: TypeName | None
    right: TypeName
    function: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CreateCast(KnownDdl):
    """CREATE CAST; ``context`` is ``explicit``, ``assignment`` or ``implicit``."""

    source: TypeName
    target: TypeName
    context: str
    binary: bool = False


@dataclass(frozen=True, slots=True)
class CreateRange(KnownDdl):
    """CREATE TYPE … AS RANGE; ``multirange`` is its qualified name, or empty."""

    name: Name
    subtype: TypeName
    multirange: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CreateBaseType(KnownDdl):
    """CREATE TYPE of a base type, or of the shell that announces one."""

    name: Name
    shell: bool = False


@dataclass(frozen=True, slots=True)
class CreateExtension(KnownDdl):
    """CREATE EXTENSION; ``schema`` is empty unless given."""

    name: str
    schema: str = ""
    if_not_exists: bool = False
    cascade: bool = False


@dataclass(frozen=True, slots=True)
class ObjectName(Node):
    """An object as DROP and ALTER name it.

    Attributes:
        parts: Its (qualified) name; of a cast empty.
        types: Argument types of a routine or operator (``None`` for NONE), source and target
            of a cast; ``None`` when no list was written.
    """

    parts: tuple[str, ...]
    types: tuple[TypeName | None, ...] | None = None


@dataclass(frozen=True, slots=True)
class DropKnown(KnownDdl):
    """DROP of routines, operators, casts or extensions; ``kind`` is the word after DROP."""

    kind: str
    objects: tuple[ObjectName, ...]
    if_exists: bool = False
    cascade: bool = False


@dataclass(frozen=True, slots=True)
class AlterRoutine(KnownDdl):
    """ALTER FUNCTION, PROCEDURE, AGGREGATE or ROUTINE; what is ``None`` stays as it is."""

    kind: str
    object: ObjectName
    new_name: str | None = None
    new_schema: str | None = None
    strict: bool | None = None


@dataclass(frozen=True, slots=True)
class AlterExtension(KnownDdl):
    """ALTER EXTENSION … SET SCHEMA."""

    name: str
    new_schema: str


@dataclass(frozen=True, slots=True)
class AlterSearchPath(KnownDdl):
    """ALTER DATABASE or ROLE … SET search_path; ``path`` is ``None`` for RESET."""

    path: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class SetSearchPath(Utility):
    """SET search_path for the rest of the session; ``path`` is ``None`` for RESET."""

    path: tuple[str, ...] | None
    local: bool = False
