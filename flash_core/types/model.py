"""What every engine's type system has in common.

``analysis`` asks these questions and never looks inside an engine:
:class:`TypeSystem` is implemented once per engine (``postgres.py``,
``sqlite.py``), over data where the engine has catalogs of its own.

Depends on: sql.syntax (type names as written).
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final, Protocol

from flash_core._dataclass import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from flash_core.sql.syntax import Literal, TypeName

    SystemColumn: TypeAlias = tuple[str, "SqlType", bool]


class TypeKind(enum.StrEnum):
    """Families of types that are treated alike."""

    BASE = "base"
    ENUM = "enum"
    DOMAIN = "domain"
    COMPOSITE = "composite"
    ARRAY = "array"
    RANGE = "range"
    MULTIRANGE = "multirange"
    PSEUDO = "pseudo"  # unknown, void, record, any…


@dataclass(frozen=True, slots=True, eq=False)
class SqlType:
    """A type of one engine.

    Attributes:
        name: As the engine prints it, without modifiers: ``integer``,
            ``character varying``, ``text[]``, ``user_role``.  SQLite: the declared
            type in upper case without modifiers (``VARCHAR``, ``BOOLEAN``), or a
            storage class (``INTEGER``, ``REAL``, ``TEXT``, ``BLOB``).
        kind: Family.
        schema: Schema of a user's type; empty for built-in types.
        element: Element of an array, base of a domain, subtype of a range, range of a
            multirange.
        modifiers: Widths where the engine's own rules ask for them, never part of identity:
            on MySQL the digits of an integer, ``(10, 2)`` of ``decimal(10,2)``, the digits
            after the point of a time.
    """

    name: str
    kind: TypeKind = TypeKind.BASE
    schema: str = ""
    element: SqlType | None = None
    modifiers: tuple[int, ...] = field(default=(), repr=False)
    _hash: int = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Hash it once: types are looked up in many tables, for each column of each query."""
        same = hash((self.name, self.kind, self.schema, self.element))
        object.__setattr__(self, "_hash", same)

    def __eq__(self, other: object) -> bool:
        """Compare what is part of identity; types are mostly compared with another one."""
        if self is other:
            return True
        if not isinstance(other, SqlType) or self._hash != other._hash:
            return False
        return (self.name, self.kind, self.schema, self.element) == (
            other.name,
            other.kind,
            other.schema,
            other.element,
        )

    def __hash__(self) -> int:
        """Return the same for equal types."""
        return self._hash

    def __str__(self) -> str:
        """Return the name for messages."""
        return self.name


UNKNOWN: Final = SqlType("unknown", TypeKind.PSEUDO)
"""A string literal, NULL or parameter whose type nothing has decided yet."""


class Nulls(enum.StrEnum):
    """When a call can return NULL."""

    NEVER = "never"  # count, now: a value whatever the arguments
    STRICT = "strict"  # NULL exactly when an argument is NULL
    LENIENT = "lenient"  # NULL only when an argument is, but perhaps not even then
    LOSSY = "lossy"  # NULL when an argument is NULL, and for some values too
    MAYBE = "maybe"  # may be NULL though no argument is, or not though one is


class CallKind(enum.StrEnum):
    """What sort of function a call resolved to."""

    SCALAR = "scalar"
    AGGREGATE = "aggregate"
    WINDOW = "window"
    TABLE = "table"  # returns a set
    PROCEDURE = "procedure"  # for CALL alone


@dataclass(frozen=True, slots=True)
class Signature:
    """How a call of an operator or function was resolved.

    Attributes:
        arguments: The type each argument is converted to; one per argument given.
        result: Type of the value (of one row's value, for a set).
        nulls: When the result is NULL.
        kind: Scalar, aggregate, window or table function.
        columns: Names and types of a table function's columns, when it has several.
        argument_names: The engine's name of each argument given (``""`` where it has
            none), or empty.
        ordered: It is an aggregate that needs WITHIN GROUP.
        deciding: How many of the first arguments ``nulls`` is about; ``None`` for all.

    For an aggregate, ``STRICT`` means: not NULL over one row or more when no argument
    is NULL.
    """

    arguments: tuple[SqlType, ...]
    result: SqlType
    nulls: Nulls = Nulls.MAYBE
    kind: CallKind = CallKind.SCALAR
    columns: tuple[tuple[str, SqlType], ...] = ()
    argument_names: tuple[str, ...] = ()
    ordered: bool = False
    deciding: int | None = None


@dataclass(frozen=True, slots=True)
class SystemRelation:
    """A table or view that the engine or an extension brings.

    Attributes:
        schema: Where it is; empty for the default schema.
        columns: Name, type, and whether it is never NULL.
        kind: As in ``pg_class.relkind``: ``r`` for a table, ``v`` for a view, ``c`` for a
            composite type.
        hidden: Columns that ``*`` leaves out.
    """

    name: str
    schema: str
    columns: tuple[SystemColumn, ...]
    kind: str
    hidden: tuple[SystemColumn, ...] = ()


class TypeSystem(Protocol):
    """What analysis asks of an engine, about one schema."""

    def named(self, name: TypeName) -> SqlType | None:
        """Return the type that ``name`` denotes, arrays and the schema's included, or ``None``."""
        ...

    def relation(self, parts: Sequence[str]) -> SystemRelation | None:
        """Return the table or view of that name that the engine or an extension brings."""
        ...

    def relation_names(self, schema: str | None) -> Sequence[str]:
        """Return the names of such tables and views in a schema, or on the path (for messages)."""
        ...

    def fields(self, type_: SqlType) -> Sequence[tuple[str, SqlType]]:
        """Return the fields of a composite type that the engine or an extension brings."""
        ...

    def literal(self, literal: Literal) -> SqlType:
        """Return the type of a constant; ``UNKNOWN`` for quoted strings and NULL on PostgreSQL."""
        ...

    def sql_value(self, name: str) -> SqlType:
        """Return the type of ``CURRENT_TIMESTAMP`` and its kin (upper-case name)."""
        ...

    def has_collation(self, name: str) -> bool:
        """Tell whether the engine may know a collation of that name, without its schema."""
        ...

    def collated(self, type_: SqlType) -> SqlType:
        """Return the type of a value under COLLATE."""
        ...

    def boolean(self) -> SqlType:
        """Return the type of a condition."""
        ...

    def row_count(self) -> SqlType:
        """Return the type that LIMIT and OFFSET expect."""
        ...

    def text(self) -> SqlType:
        """Return the type that an undecided literal ends up with."""
        ...

    def array_of(self, element: SqlType) -> SqlType | None:
        """Return the array type over ``element``, or ``None`` where the engine has none."""
        ...

    def operator(self, name: str, left: SqlType | None, right: SqlType) -> Signature | None:
        """Resolve an operator; ``left`` is ``None`` for a prefix operator.

        Returns:
            The signature (arguments: one type per operand), or ``None`` when no
            operator accepts these types or the choice is ambiguous.
        """
        ...

    def function(
        self,
        name: Sequence[str],
        arguments: Sequence[SqlType],
        *,
        star: bool = False,
        names: Sequence[str | None] = (),
        variadic: bool = False,
        constants: Sequence[str | None] = (),
    ) -> Signature | None:
        """Resolve a function call, by the engine's own overload rules.

        Args:
            name: As written, perhaps qualified.
            arguments: Types of the arguments as written; the keys of WITHIN GROUP follow them.
            star: The call is ``f(*)``.
            names: Names of the arguments in ``f(name => value)``, or empty.
            variadic: The last argument was marked VARIADIC.
            constants: The text of each argument that is a quoted string, ``None`` for the
                others; empty when the caller does not tell.  Some engines decide by it:
                ``extract('year' from …)``, ``date('now')``.

        Returns:
            The signature, or ``None`` when no function fits or the choice is ambiguous.
        """
        ...

    def negated(self, result: SqlType, number: int) -> SqlType:
        """Return the type of minus a calculation that makes this ``number``, else ``result``."""
        ...

    def loses(self, source: SqlType, target: SqlType, text: str | None) -> bool:
        """Tell whether an alternative of type ``source`` may become NULL beside ``target``.

        Args:
            source: Its type.
            target: What all alternatives have in common.
            text: What it says, if it is a quoted string.
        """
        ...

    def operator_is_ambiguous(self, name: str, left: SqlType | None, right: SqlType) -> bool:
        """Tell of operands that resolve to no operator whether too many would do."""
        ...

    def function_is_ambiguous(
        self,
        name: Sequence[str],
        arguments: Sequence[SqlType],
        *,
        names: Sequence[str | None] = (),
        variadic: bool = False,
    ) -> bool:
        """Tell of a call that resolves to no function whether too many would do."""
        ...

    def function_is_undetermined(
        self,
        name: Sequence[str],
        arguments: Sequence[SqlType],
        *,
        names: Sequence[str | None] = (),
        variadic: bool = False,
    ) -> bool:
        """Tell of such a call whether only unknown arguments stand for its polymorphic type."""
        ...

    def subscript(self, type_: SqlType) -> tuple[SqlType, SqlType] | None:
        """Return what subscripts a type that is no array, and the element that they reach."""
        ...

    def has_function(self, name: Sequence[str]) -> bool:
        """Tell whether any function of that name exists, whatever its arguments (for messages)."""
        ...

    def knows_extension(self, name: str) -> bool:
        """Tell whether an extension's objects are known."""
        ...

    def extension_with(self, name: str) -> str | None:
        """Return an extension that brings a type, function or relation of that name."""
        ...

    def function_names(self) -> Sequence[str]:
        """Return every function name, for suggestions."""
        ...

    def common(self, types: Sequence[SqlType]) -> SqlType | None:
        """Return the type of UNION, CASE, COALESCE, VALUES, ARRAY over these, or ``None``.

        All ``UNKNOWN`` gives :meth:`text`.
        """
        ...

    def united(self, type_: SqlType, other: SqlType) -> SqlType:
        """Return what UNION takes a column for beside one of another type."""
        ...

    def cast_nulls(self, source: SqlType, target: SqlType) -> Nulls:
        """Return STRICT for a conversion, LOSSY for one that makes NULL of some value."""
        ...

    def materialised(self, type_: SqlType) -> SqlType:
        """Return the type of a column of a subquery whose rows are put together first."""
        ...

    def passed_on(self, type_: SqlType) -> SqlType:
        """Return the type of a column's value where an expression hands it on as it is."""
        ...

    def cast_result(self, target: SqlType, source: SqlType, constant: str | None) -> SqlType:
        """Return the type of what a cast makes; ``constant`` is what it reads, written out."""
        ...

    def castable(self, source: SqlType, target: SqlType, *, explicit: bool) -> bool:
        """Tell whether a value converts: by CAST when ``explicit``, else by assignment."""
        ...
