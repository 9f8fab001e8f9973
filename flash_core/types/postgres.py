"""PostgreSQL's type system: the server's rules over the server's own tables.

Invariant: what resolves here is what PREPARE answers on a server, and what the
server refuses is ``None``.

Depends on: definitions, model, postgres_coercion, postgres_data, postgres_nulls, postgres_resolution, postgres_tables.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace

from .model import UNKNOWN, CallKind, Nulls, Signature, SqlType, TypeKind
from .postgres_coercion import (
    ASSIGNMENT,
    EXPLICIT,
    base_type,
    can_coerce,
    common_type,
)
from .postgres_data import collations, extension, extension_with
from .postgres_nulls import cast_nulls, part_nulls
from .postgres_resolution import (
    function_is_ambiguous,
    function_is_undetermined,
    operator_is_ambiguous,
    resolve_function,
    resolve_operator,
)
from .postgres_tables import Tables

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    from flash_core.sql.syntax import Literal, TypeName

    from .definitions import Definitions
    from .model import SystemRelation

    # name, arguments, star, names, variadic, constants: what tells one call from another
    _Words: TypeAlias = tuple[str | None, ...]
    _Call: TypeAlias = tuple[tuple[str, ...], tuple[SqlType, ...], bool, _Words, bool, _Words]

_SQL_VALUES: Final = {
    "CURRENT_DATE": "date",
    "CURRENT_TIME": "timetz",
    "CURRENT_TIMESTAMP": "timestamptz",
    "LOCALTIME": "time",
    "LOCALTIMESTAMP": "timestamp",
}

# By LiteralKind, whose module lies above this one; the others are unknown.
_LITERALS: Final = {"decimal": "numeric", "boolean": "bool", "bits": "bit", "blob": "bit"}

# What can be subscripted though it is no array: by a type, reaching another.
_SUBSCRIPTS: Final = {
    "box": ("int4", "point"),
    "hstore": ("text", "text"),
    "jsonb": ("text", "jsonb"),
    "line": ("int4", "float8"),
    "lseg": ("int4", "point"),
    "name": ("int4", "char"),
    "point": ("int4", "float8"),
}

_LIBRARY_COLLATION: Final = r"(?:[a-z]{2,3}_[A-Z]{2}|C)(?:\.[\w-]+)?(?:@\w+)?"
_INT4_MAX: Final = 2**31 - 1
_INT8_MAX: Final = 2**63 - 1


def _integer_type(text: str) -> str:
    try:
        value = int(text.replace("_", ""), 10 if text.lstrip("-+").isdecimal() else 0)
    except ValueError:
        return "numeric"
    if -_INT4_MAX - 1 <= value <= _INT4_MAX:
        return "int4"
    return "int8" if -_INT8_MAX - 1 <= value <= _INT8_MAX else "numeric"


class PostgresTypes:
    """Implements :class:`flash_core.types.model.TypeSystem`."""

    def __init__(self, definitions: Definitions) -> None:
        """Make the type system of one schema."""
        self._tables = Tables(definitions)
        self._operators: dict[tuple[str, tuple[SqlType, ...]], Signature | None] = {}
        self._functions: dict[_Call, Signature | None] = {}

    def named(self, name: TypeName) -> SqlType | None:
        """Return the type that ``name`` denotes, arrays and the schema's types included."""
        return self._tables.named(name)

    def relation(self, parts: Sequence[str]) -> SystemRelation | None:
        """Return the table or view of that name that the server or an extension brings."""
        return self._tables.relation(parts)

    def relation_names(self, schema: str | None) -> Sequence[str]:
        """Return the names of such tables and views in a schema, or on the path."""
        return self._tables.relation_names(schema)

    def fields(self, type_: SqlType) -> Sequence[tuple[str, SqlType]]:
        """Return the fields of a composite type that the server or an extension brings."""
        return self._tables.fields(type_)

    def literal(self, literal: Literal) -> SqlType:
        """Return the type of a constant; ``UNKNOWN`` for quoted strings and NULL."""
        kind = literal.kind.value
        if kind == "integer":
            return self._tables.built_in(_integer_type(literal.text))
        name = _LITERALS.get(kind)
        return UNKNOWN if name is None else self._tables.built_in(name)

    def sql_value(self, name: str) -> SqlType:
        """Return the type of ``CURRENT_TIMESTAMP`` and its kin (upper-case name)."""
        return self._tables.built_in(_SQL_VALUES.get(name, "name"))

    def has_collation(self, name: str) -> bool:
        """Tell whether the server has a collation; those of its C library we cannot know."""
        return name in collations() or re.fullmatch(_LIBRARY_COLLATION, name) is not None

    def collated(self, type_: SqlType) -> SqlType:
        """Return the type: the order alone changes."""
        return type_

    def boolean(self) -> SqlType:
        """Return ``boolean``."""
        return self._tables.built_in("bool")

    def row_count(self) -> SqlType:
        """Return ``bigint``, the type of LIMIT and OFFSET."""
        return self._tables.built_in("int8")

    def text(self) -> SqlType:
        """Return ``text``."""
        return self._tables.built_in("text")

    def array_of(self, element: SqlType) -> SqlType | None:
        """Return the array type over ``element``; an array is its own, in more dimensions."""
        return self._tables.array_of(element)

    def negated(self, result: SqlType, number: int) -> SqlType:
        """Return the result's type: constants are computed like all else."""
        del number
        return result

    def loses(self, source: SqlType, target: SqlType, text: str | None) -> bool:
        """Return false: no value is lost among alternatives."""
        del source, target, text
        return False

    def operator(self, name: str, left: SqlType | None, right: SqlType) -> Signature | None:
        """Resolve an operator; ``left`` is ``None`` for a prefix operator."""
        key = "<>" if name == "!=" else name, (right,) if left is None else (left, right)
        if key not in self._operators:  # a query's operators repeat, "=" has sixty candidates
            self._operators[key] = resolve_operator(self._tables, *key)
        return self._operators[key]

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
        """Resolve a function call; see :class:`flash_core.types.model.TypeSystem`."""
        if name[-1] == "grouping" and arguments:  # the grammar's, in no table
            return Signature(tuple(arguments), self._tables.built_in("int4"), Nulls.NEVER)
        call = (tuple(name), tuple(arguments), star, tuple(names), variadic, tuple(constants))
        if call not in self._functions:  # a project calls the same functions over and over
            self._functions[call] = self._resolved(call)
        return self._functions[call]

    def _resolved(self, call: _Call) -> Signature | None:
        name, arguments, star, names, variadic, constants = call
        found = resolve_function(
            self._tables, name, arguments, names, variadic=variadic, constants=constants
        )
        if found is not None and name[-1] in {"date_part", "extract"} and constants:
            found = replace(found, nulls=part_nulls(constants[0], found.arguments[1].name))
        bare = found is not None and found.kind is CallKind.AGGREGATE and not arguments
        return found if star == bare else None

    def operator_is_ambiguous(self, name: str, left: SqlType | None, right: SqlType) -> bool:
        """Tell of operands that resolve to no operator whether too many would do."""
        operands = (right,) if left is None else (left, right)
        return operator_is_ambiguous(self._tables, name, operands)

    def function_is_ambiguous(
        self,
        name: Sequence[str],
        arguments: Sequence[SqlType],
        *,
        names: Sequence[str | None] = (),
        variadic: bool = False,
    ) -> bool:
        """Tell of a call that resolves to no function whether too many would do."""
        return function_is_ambiguous(self._tables, name, arguments, names, variadic=variadic)

    def function_is_undetermined(
        self,
        name: Sequence[str],
        arguments: Sequence[SqlType],
        *,
        names: Sequence[str | None] = (),
        variadic: bool = False,
    ) -> bool:
        """Tell of such a call whether only unknown arguments stand for its polymorphic type."""
        return function_is_undetermined(self._tables, name, arguments, names, variadic=variadic)

    def subscript(self, type_: SqlType) -> tuple[SqlType, SqlType] | None:
        """Return what subscripts a type that is no array, and the element that they reach."""
        type_ = base_type(type_)
        found = _SUBSCRIPTS.get(type_.name)
        if found is None or type_.kind is not TypeKind.BASE:
            return None
        index, element = found
        reached = type_ if element == type_.name else self._tables.built_in(element)
        return self._tables.built_in(index), reached

    def has_function(self, name: Sequence[str]) -> bool:
        """Tell whether any function of that name exists, whatever its arguments."""
        return bool(self._tables.functions(name))

    def knows_extension(self, name: str) -> bool:
        """Tell whether an extension's objects are known."""
        return extension(name) is not None

    def extension_with(self, name: str) -> str | None:
        """Return an extension that brings a type, function or relation of that name."""
        return extension_with(name)

    def function_names(self) -> Sequence[str]:
        """Return every function name, for suggestions."""
        return self._tables.function_names()

    def common(self, types: Sequence[SqlType]) -> SqlType | None:
        """Return the type of UNION, CASE, COALESCE, VALUES, ARRAY over these, or ``None``."""
        return common_type(self._tables, types) if types else self.text()

    def united(self, type_: SqlType, other: SqlType) -> SqlType:
        """Return the type itself."""
        del other
        return type_

    def cast_nulls(self, source: SqlType, target: SqlType) -> Nulls:
        """Return STRICT, or LOSSY for a cast that makes NULL of some value."""
        return cast_nulls(base_type(source).name, base_type(target).name)

    def materialised(self, type_: SqlType) -> SqlType:
        """Return the type itself."""
        return type_

    def passed_on(self, type_: SqlType) -> SqlType:
        """Return the type itself."""
        return type_

    def cast_result(self, target: SqlType, source: SqlType, constant: str | None) -> SqlType:
        """Return the target."""
        del source, constant
        return target

    def castable(self, source: SqlType, target: SqlType, *, explicit: bool) -> bool:
        """Tell whether a value converts: by CAST when ``explicit``, else by assignment."""
        return can_coerce(self._tables, [source], [target], EXPLICIT if explicit else ASSIGNMENT)
