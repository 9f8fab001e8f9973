"""What one PostgreSQL database knows, by name: built in, of its extensions, and its own.

Names are looked up along the search path, on which ``pg_catalog`` comes first
unless the path places it.  A database without extensions and definitions shares
everything with the others.

Depends on: definitions, model, postgres_data, postgres_own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace

from .model import SqlType, TypeKind
from .postgres_data import CATALOG, built_in, extension, information_schema, merged
from .postgres_own import Own, plain_schema

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.syntax import TypeName

    from .definitions import Definitions
    from .model import SystemRelation
    from .postgres_data import Library, Routine, Types

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
    """The types, casts, operators and functions of one database.

    Attributes:
        path: Schemas in which unqualified names are looked up, ``pg_catalog`` among them.
    """

    def __init__(self, definitions: Definitions) -> None:
        """Wrap what a schema defines; nothing is read before it is asked for."""
        self._definitions = definitions
        self._own = Own(definitions, self.named)
        self._named: dict[tuple[str, ...], SqlType | None] = {}
        self._functions: dict[tuple[str, ...], Sequence[Routine]] = {}
        self._operators: dict[str, Sequence[Routine]] = {}
        self._loaded: Sequence[Library] | None = None
        self._merged: Types | None = None
        self._types: Types | None = None
        path = [plain_schema(schema) for schema in definitions.search_path]
        self.path = path if CATALOG in path else [CATALOG, *path]

    @property
    def _libraries(self) -> Sequence[Library]:
        """What is built in, then each extension after those it requires."""
        if self._loaded is None:
            found: dict[str, Library] = {}
            for name, schema in self._definitions.extensions.items():
                self._load(name, plain_schema(schema), found)
            self._loaded = [built_in(), *found.values()]
        return self._loaded

    def _load(self, name: str, schema: str, found: dict[str, Library]) -> None:
        known = extension(name)
        if known is None or name in found:
            return
        for required in known.requires:
            place = plain_schema(self._definitions.extensions.get(required, schema))
            self._load(required, place, found)
        outer = dict(built_in().types.named)
        for required in known.requires:
            outer.update(found[required].types.named)
        found[name] = known.library(known.schema or schema, outer)

    @property
    def _shared(self) -> Types:
        """Types and casts, but for those of the schema itself."""
        if self._merged is None:
            types = [library.types for library in self._libraries]
            self._merged = types[0] if len(types) == 1 else merged(types)
        return self._merged

    @property
    def types(self) -> Types:
        """Types and casts."""
        if self._types is None:
            self._types = self._with_own()
        return self._types

    def _with_own(self) -> Types:
        if not self._own.casts and not self._own.multiranges:
            return self._shared
        return replace(
            self._shared,
            casts={**self._shared.casts, **self._own.casts},
            multiranges={**self._shared.multiranges, **self._own.multiranges},
        )

    # -- routines ------------------------------------------------------------

    def functions(self, name: Sequence[str]) -> Sequence[Routine]:
        """Return the functions that a (qualified) name reaches."""
        key = tuple(name)
        found = self._functions.get(key)
        if found is None:
            every = [one for library in self._libraries for one in library.functions(key[-1])]
            every += self._own.functions(key[-1])
            if key[:-1] == ("information_schema",):
                every += information_schema().functions(key[-1])
            places = [plain_schema(key[-2])] if len(key) > 1 else self.path
            found = self._functions[key] = [one for one in every if one.schema in places]
        return found

    def operators(self, name: str) -> Sequence[Routine]:
        """Return the operators of that (qualified) name; a prefix operator has one argument."""
        found = self._operators.get(name)
        if found is None:
            schema, dot, own = name.rpartition(".")
            every = [one for library in self._libraries for one in library.operators(own)]
            every += self._own.operators(own, self.functions)
            path = [plain_schema(schema)] if dot else self.path
            found = self._operators[name] = self._nearest(every, path)
        return found

    def _nearest(self, operators: Sequence[Routine], path: Sequence[str]) -> Sequence[Routine]:
        """Keep what the path reaches; of two over the same types, the one that is first on it."""
        reached = [one for one in operators if one.schema in path]
        reached.sort(key=lambda one: path.index(one.schema))
        nearest: dict[tuple[SqlType, ...], Routine] = {}
        for one in reached:
            nearest.setdefault(one.arguments, one)
        return list(nearest.values())

    def function_names(self) -> Sequence[str]:
        """Return every function's name."""
        names = {name for library in self._libraries for name in library.function_names}
        return sorted(names.union(self._own.function_names))

    # -- relations -----------------------------------------------------------

    def relation(self, parts: Sequence[str]) -> SystemRelation | None:
        """Return the table or view of that name that the server or an extension brings."""
        if tuple(parts[:-1]) == ("information_schema",):
            return _queried(information_schema().relation(parts[-1]))
        places = [plain_schema(parts[-2])] if len(parts) > 1 else self.path
        found = (
            _queried(library.relation(parts[-1]))
            for library in self._libraries
            if library.schema in places
        )
        return next((one for one in found if one is not None), None)

    def relation_names(self, schema: str | None) -> Sequence[str]:
        """Return the names of such tables and views in a schema, or on the path."""
        if schema == "information_schema":
            return information_schema().relation_names
        places = self.path if schema is None else [plain_schema(schema)]
        found = (library for library in self._libraries if library.schema in places)
        return [name for library in found for name in library.relation_names]

    def fields(self, type_: SqlType) -> Sequence[tuple[str, SqlType]]:
        """Return the fields of a row type that the server or an extension brings."""
        if type_.kind is not TypeKind.COMPOSITE:
            return ()
        places = {type_.schema, type_.schema or CATALOG}
        for library in (*self._libraries, information_schema()):
            found = library.relation(type_.name) if library.schema in places else None
            if found is not None:
                return [(name, column) for name, column, _ in found.columns]
        return ()

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
        name = parts[-1]
        schemas = [plain_schema(parts[-2])] if len(parts) > 1 else self.path
        for schema in schemas:
            if found := self._in_schema(schema, name, alone=len(parts) == 1):
                return found
            if name.startswith("_") and schema != CATALOG:  # as the server names mood[]
                element = self._in_schema(schema, name[1:], alone=False)
                if element is not None:
                    return self.array_of(element)
        return None

    def _in_schema(self, schema: str, name: str, *, alone: bool) -> SqlType | None:
        if schema == CATALOG:
            return _system_type(name, alone=alone)
        if schema == "information_schema":
            return information_schema().types.named.get(name)
        for library in self._libraries:
            if library.schema == schema and name in library.types.named:
                return library.types.named[name]
        return self._defined((schema, name)) or self._own.range(schema, name)

    def _defined(self, parts: tuple[str, ...]) -> SqlType | None:
        found = self._definitions.find_type(parts)
        if found is None or found.kind is not TypeKind.DOMAIN:
            return found
        base = self._definitions.domain_base(parts)
        element = None if base is None else self.named(base)
        return None if element is None else replace(found, element=element)

    def array_type(self, element: SqlType) -> SqlType | None:
        """Return the type that the server keeps for arrays of ``element`` (``get_array_type``)."""
        if found := self._shared.arrays.get(element):
            return found
        if element.kind in {TypeKind.ARRAY, TypeKind.PSEUDO} or element in self._shared.category:
            return None
        return SqlType(f"{element.name}[]", TypeKind.ARRAY, element.schema, element)

    def array_of(self, element: SqlType) -> SqlType | None:
        """Return the array type over ``element``; an array is its own, in more dimensions."""
        found = self.array_type(element)
        return element if found is None and element.kind is TypeKind.ARRAY else found


def _system_type(name: str, *, alone: bool) -> SqlType | None:
    """Return a type of ``pg_catalog``; ``alone``, a name may be one that only CREATE TABLE knows."""
    name = _ALIASES.get(name, name)
    if alone:
        name = _SERIALS.get(name, name)
    found = built_in().types.named.get(name)
    if found is None and name.startswith("pg_") and built_in().relation(name) is not None:
        return SqlType(name, TypeKind.COMPOSITE)
    return found


def _queried(relation: SystemRelation | None) -> SystemRelation | None:
    """Leave out what FROM cannot name: a composite type."""
    return None if relation is None or relation.kind == "c" else relation
