"""PostgreSQL's type system: the server's rules over the server's own tables.

Invariant: what resolves here is what PREPARE answers on a server, and what the
server refuses is ``None``.  Functions and operators that a user or an
extension defines are not known here.

Depends on: model, postgres_coercion, postgres_resolution, postgres_tables.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from .model import UNKNOWN, CallKind, Nulls, Signature, SqlType, TypeKind
from .postgres_coercion import (
    ASSIGNMENT,
    EXPLICIT,
    array_of,
    base_type,
    can_coerce,
    common_type,
)
from .postgres_nulls import cast_nulls, part_nulls
from .postgres_resolution import resolve_function, resolve_operator
from .postgres_tables import function_names, functions, types

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.syntax import Literal, TypeName

    from .model import UserTypes

_SERIALS: Final = {
    "smallserial": "int2",
    "serial2": "int2",
    "serial": "int4",
    "serial4": "int4",
    "bigserial": "int8",
    "serial8": "int8",
}

# Spellings that the grammar turns into a typname, for names that did not pass through it.
_ALIASES: Final = {
    "bigint": "int8",
    "boolean": "bool",
    "character": "bpchar",
    "character varying": "varchar",
    "decimal": "numeric",
    "dec": "numeric",
    "double precision": "float8",
    "int": "int4",
    "integer": "int4",
    "real": "float4",
    "smallint": "int2",
    "bit varying": "varbit",
    "time with time zone": "timetz",
    "time without time zone": "time",
    "timestamp with time zone": "timestamptz",
    "timestamp without time zone": "timestamp",
}

_SQL_VALUES: Final = {
    "CURRENT_DATE": "date",
    "CURRENT_TIME": "timetz",
    "CURRENT_TIMESTAMP": "timestamptz",
    "LOCALTIME": "time",
    "LOCALTIMESTAMP": "timestamp",
}

# By LiteralKind, whose module lies above this one; the others are unknown.
_LITERALS: Final = {"decimal": "numeric", "boolean": "bool", "bits": "bit", "blob": "bit"}

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

    def named(self, name: TypeName, user_types: UserTypes) -> SqlType | None:
        """Return the type that ``name`` denotes, arrays and user types included."""
        return self._named(name, user_types, frozenset())

    def _named(
        self, name: TypeName, user_types: UserTypes, above: frozenset[tuple[str, ...]]
    ) -> SqlType | None:
        found = self._built_in(name.parts) or self._user_type(name.parts, user_types, above)
        if found is None or not name.dimensions:
            return found
        return array_of(found)

    def _built_in(self, parts: Sequence[str]) -> SqlType | None:
        if len(parts) > 1 and parts[-2] != "pg_catalog":
            return None
        name = parts[-1]
        name = _ALIASES.get(name, name)
        if len(parts) == 1:
            name = _SERIALS.get(name, name)
        return types().named.get(name)

    def _user_type(
        self, parts: tuple[str, ...], user_types: UserTypes, above: frozenset[tuple[str, ...]]
    ) -> SqlType | None:
        found = user_types.find_type(parts)
        if found is None:
            return self._array_by_name(parts, user_types, above)
        if found.kind is not TypeKind.DOMAIN:
            return found
        base = user_types.domain_base(parts)
        if base is None or parts in above:
            return None  # a domain over itself
        element = self._named(base, user_types, above | {parts})
        return None if element is None else replace(found, element=element)

    def _array_by_name(
        self, parts: tuple[str, ...], user_types: UserTypes, above: frozenset[tuple[str, ...]]
    ) -> SqlType | None:
        """Read ``_mood`` as the server names the type of ``mood[]``."""
        if not parts[-1].startswith("_"):
            return None
        element = (*parts[:-1], parts[-1][1:])
        found = self._user_type(element, user_types, above)
        return None if found is None else array_of(found)

    def literal(self, literal: Literal) -> SqlType:
        """Return the type of a constant; ``UNKNOWN`` for quoted strings and NULL."""
        kind = literal.kind.value
        if kind == "integer":
            return types().named[_integer_type(literal.text)]
        name = _LITERALS.get(kind)
        return UNKNOWN if name is None else types().named[name]

    def sql_value(self, name: str) -> SqlType:
        """Return the type of ``CURRENT_TIMESTAMP`` and its kin (upper-case name)."""
        return types().named[_SQL_VALUES.get(name, "name")]

    def boolean(self) -> SqlType:
        """Return ``boolean``."""
        return types().named["bool"]

    def row_count(self) -> SqlType:
        """Return ``bigint``, the type of LIMIT and OFFSET."""
        return types().named["int8"]

    def text(self) -> SqlType:
        """Return ``text``."""
        return types().named["text"]

    def array_of(self, element: SqlType) -> SqlType | None:
        """Return the array type over ``element``; an array is its own, in more dimensions."""
        return array_of(element)

    def operator(self, name: str, left: SqlType | None, right: SqlType) -> Signature | None:
        """Resolve an operator; ``left`` is ``None`` for a prefix operator."""
        return resolve_operator(
            "<>" if name == "!=" else name, (right,) if left is None else (left, right)
        )

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
        if not self._is_built_in(name):
            return None
        if name[-1] == "grouping" and arguments:  # the grammar's, in no table
            return Signature(tuple(arguments), types().named["int4"], Nulls.NEVER)
        found = resolve_function(name[-1], arguments, names, variadic=variadic, constants=constants)
        if found is not None and name[-1] in {"date_part", "extract"} and constants:
            found = replace(found, nulls=part_nulls(constants[0], found.arguments[1].name))
        bare = found is not None and found.kind is CallKind.AGGREGATE and not arguments
        return found if star == bare else None

    def _is_built_in(self, name: Sequence[str]) -> bool:
        return len(name) == 1 or name[-2] == "pg_catalog"

    def has_function(self, name: Sequence[str]) -> bool:
        """Tell whether any function of that name exists, whatever its arguments."""
        return self._is_built_in(name) and bool(functions(name[-1]))

    def function_names(self) -> Sequence[str]:
        """Return every function name, for suggestions."""
        return function_names()

    def common(self, types: Sequence[SqlType]) -> SqlType | None:
        """Return the type of UNION, CASE, COALESCE, VALUES, ARRAY over these, or ``None``."""
        return common_type(types) if types else self.text()

    def cast_nulls(self, source: SqlType, target: SqlType) -> Nulls:
        """Return STRICT, or MAYBE for a cast that makes NULL of some value."""
        return cast_nulls(base_type(source).name, base_type(target).name)

    def castable(self, source: SqlType, target: SqlType, *, explicit: bool) -> bool:
        """Tell whether a value converts: by CAST when ``explicit``, else by assignment."""
        return can_coerce([source], [target], EXPLICIT if explicit else ASSIGNMENT)
