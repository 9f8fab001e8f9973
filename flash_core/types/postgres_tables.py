"""What one PostgreSQL database knows, by name: built in, of its extensions, and its own.

Names are looked up along the search path, on which ``pg_catalog`` comes first
unless the path places it.  A database without extensions and definitions shares
everything with the others.

Depends on: definitions, model, postgres_data.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from .model import SqlType, TypeKind
from .postgres_data import Routine, Types, built_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.syntax import TypeName

    from .definitions import Definitions

CATALOG: Final = "pg_catalog"

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


class Tables:
    """The types, casts, operators and functions of one database."""

    def __init__(self, definitions: Definitions) -> None:
        """Wrap what a schema defines; nothing is read before it is asked for."""
        self._definitions = definitions
        self._named: dict[tuple[str, ...], SqlType | None] = {}

    @cached_property
    def types(self) -> Types:
        """Types and casts."""
        return built_in().types

    def functions(self, name: Sequence[str]) -> tuple[Routine, ...]:
        """Return the functions that a (qualified) name reaches."""
        if len(name) > 1 and name[-2] != CATALOG:
            return ()
        return built_in().functions(name[-1])

    def operators(self, name: str) -> tuple[Routine, ...]:
        """Return the operators of that name; a prefix operator has one argument."""
        return built_in().operators(name)

    def function_names(self) -> Sequence[str]:
        """Return every function's name, sorted."""
        return built_in().function_names

    # -- types ---------------------------------------------------------------

    def built_in(self, name: str) -> SqlType:
        """Return the built-in type of that ``typname``."""
        return built_in().types.named[name]

    def named(self, name: TypeName) -> SqlType | None:
        """Return the type that ``name`` denotes, arrays and the schema's types included."""
        found = self.find_type(name.parts)
        if found is None or not name.dimensions:
            return found
        return self.array_of(found)

    def find_type(self, parts: tuple[str, ...]) -> SqlType | None:
        """Return the type of that (qualified) name, or ``None``."""
        if parts not in self._named:
            self._named[parts] = None  # what a domain over itself finds
            self._named[parts] = self._find_type(parts)
        return self._named[parts]

    def type_called(self, name: Sequence[str]) -> SqlType | None:
        """Return the type in whose name a function call may be a cast."""
        if name[-1] in _ALIASES or name[-1] in _SERIALS:
            return None  # the grammar's words, which no type is called by
        return self.find_type(tuple(name))

    def _find_type(self, parts: tuple[str, ...]) -> SqlType | None:
        return self._system_type(parts) or self._own_type(parts) or self._array_by_name(parts)

    def _system_type(self, parts: tuple[str, ...]) -> SqlType | None:
        if len(parts) > 1 and parts[-2] != CATALOG:
            return None
        name = parts[-1]
        name = _ALIASES.get(name, name)
        if len(parts) == 1:
            name = _SERIALS.get(name, name)
        return built_in().types.named.get(name)

    def _own_type(self, parts: tuple[str, ...]) -> SqlType | None:
        if len(parts) > 1:
            return self._defined(parts)
        schemas = self._definitions.search_path
        places = ((schema, *parts) if schema else parts for schema in schemas)
        return next((found for place in places if (found := self._defined(place))), None)

    def _defined(self, parts: tuple[str, ...]) -> SqlType | None:
        found = self._definitions.find_type(parts)
        if found is None or found.kind is not TypeKind.DOMAIN:
            return found
        base = self._definitions.domain_base(parts)
        element = None if base is None else self.named(base)
        return None if element is None else replace(found, element=element)

    def _array_by_name(self, parts: tuple[str, ...]) -> SqlType | None:
        """Read ``_mood`` as the server names the type of ``mood[]``."""
        if not parts[-1].startswith("_"):
            return None
        element = self._own_type((*parts[:-1], parts[-1][1:]))
        return None if element is None else self.array_of(element)

    def array_type(self, element: SqlType) -> SqlType | None:
        """Return the type that the server keeps for arrays of ``element`` (``get_array_type``)."""
        if found := self.types.arrays.get(element):
            return found
        if element.kind in {TypeKind.ARRAY, TypeKind.PSEUDO} or element in self.types.category:
            return None
        return SqlType(f"{element.name}[]", TypeKind.ARRAY, element.schema, element)

    def array_of(self, element: SqlType) -> SqlType | None:
        """Return the array type over ``element``; an array is its own, in more dimensions."""
        found = self.array_type(element)
        return element if found is None and element.kind is TypeKind.ARRAY else found
