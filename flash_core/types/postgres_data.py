"""What a PostgreSQL server and its extensions bring: types, casts, operators, functions.

Reads the files in ``data`` (written by ``tools/dump_postgres.py``): types and
casts at the first question, operators and functions when one is looked up.  An
entry becomes a :class:`Routine` only when its name is asked for.

Depends on: model, postgres_nulls.
"""

from __future__ import annotations

import json
from collections import ChainMap
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar, cast

from flash_core._dataclass import dataclass, replace

from .model import CallKind, Nulls, SqlType, SystemRelation, TypeKind
from .postgres_nulls import function_nulls, operator_nulls

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import TypeAlias

    Scalar: TypeAlias = str | int
    Row: TypeAlias = Sequence[Scalar]
    Section: TypeAlias = Mapping[str, Sequence[Row]]

CATALOG: Final = "pg_catalog"
_DATA: Final = Path(__file__).parent / "data"

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

_KINDS: Final = {
    "b": TypeKind.BASE,
    "p": TypeKind.PSEUDO,
    "r": TypeKind.RANGE,
    "m": TypeKind.MULTIRANGE,
    "d": TypeKind.DOMAIN,
    "e": TypeKind.ENUM,
}
_CALLS: Final = {
    "f": CallKind.SCALAR,
    "a": CallKind.AGGREGATE,
    "w": CallKind.WINDOW,
    "p": CallKind.PROCEDURE,
}


@dataclass(frozen=True, slots=True)
class Types:
    """Types and casts.

    Attributes:
        named: By ``typname`` (``int4``, ``_int4``).
        category: One letter, as in ``pg_type``.
        preferred: Types preferred within their category.
        arrays: Array type by element type.
        multiranges: Multirange type by range type.
        casts: By source and target, the letters of ``castcontext`` and ``castmethod``.
    """

    named: Mapping[str, SqlType]
    category: Mapping[SqlType, str]
    preferred: frozenset[SqlType]
    arrays: Mapping[SqlType, SqlType]
    multiranges: Mapping[SqlType, SqlType]
    casts: Mapping[tuple[SqlType, SqlType], str]


@dataclass(frozen=True, slots=True)
class Routine:
    """A function, or an operator by the function that implements it.

    Attributes:
        name: Name of the function.
        arguments: Declared types; the last stands for many when ``variadic`` is set.
        result: Declared type of the result.
        kind: Scalar, aggregate, window or table function.
        nulls: When the result is NULL.
        variadic: Type of one argument in place of the last, ``None`` when not variadic.
        defaults: How many arguments at the end may be left out.
        names: Names of the arguments, ``-`` for one without, or empty.
        columns: Names and types of the columns of a row that is returned.
        schema: Where it lives; empty for the default schema.
        ordered: ``o`` of an ordered-set and ``h`` of a hypothetical-set aggregate, else empty.
    """

    name: str
    arguments: tuple[SqlType, ...]
    result: SqlType
    kind: CallKind
    nulls: Nulls
    variadic: SqlType | None = None
    defaults: int = 0
    names: tuple[str, ...] = ()
    columns: tuple[tuple[str, SqlType], ...] = ()
    schema: str = CATALOG
    ordered: str = ""


@cache
def _file(name: str) -> object:
    return json.loads((_DATA / f"{name}.json").read_bytes())


def _section(name: str) -> Section:
    return cast("Section", _file(f"postgres_{name}"))


def _whole(name: str) -> Mapping[str, Section]:
    return cast("Mapping[str, Section]", _file(name))


@cache
def collations() -> frozenset[str]:
    """Return the names of the collations that the server or ICU brings."""
    return frozenset(cast("Sequence[str]", _file("postgres_collations")))


def _padded(row: Row, width: int, *rest: Scalar) -> list[Scalar]:
    """Return ``row`` with the values that were left out at its end."""
    return [*row, *rest[len(row) - width :]]


def variadic_element(declared: SqlType) -> SqlType:
    """Return what ``provariadic`` holds for a last argument of that type."""
    if declared.name == "anyarray":
        return replace(declared, name="anyelement")
    if declared.name == "anycompatiblearray":
        return replace(declared, name="anycompatible")
    return declared.element or declared  # VARIADIC "any" stands for itself


class Library:
    """Objects that came together: the server's own, or those of one extension.

    Attributes:
        schema: The schema they are in; a :class:`SqlType` of ``pg_catalog`` carries none.
        extension: Its name, empty for what is built in.
    """

    def __init__(
        self,
        schema: str,
        read: Callable[[str], Section],
        outer: Mapping[str, SqlType],
        extension: str = "",
    ) -> None:
        """Wrap a reader of sections.

        Args:
            schema: Where the objects are; empty for the default schema.
            read: Returns the ``types``, ``operators``, ``functions`` or ``relations``.
            outer: Types of other libraries that these mention, by ``typname``.
            extension: Its name, empty for what is built in.
        """
        self.schema = schema
        self._read = read
        self.extension = extension
        self._known: ChainMap[str, SqlType] = ChainMap({}, *([dict(outer)] if outer else []))
        self._functions: dict[str, tuple[Routine, ...]] = {}
        self._operators: dict[str, tuple[Routine, ...]] = {}
        self._types: Types | None = None

    @property
    def types(self) -> Types:
        """Types and casts."""
        if self._types is None:
            self._types = self._read_types()
        return self._types

    def _read_types(self) -> Types:
        data = self._read("types")
        schema = "" if self.schema == CATALOG else self.schema
        rows = [[str(value) for value in _padded(row, 4, 0, "")] for row in data["types"]]
        known = self._known
        for row in rows:
            known[row[0]] = SqlType(row[1], _KINDS[row[2]], schema)
        if self.schema != CATALOG:  # its own are many, and seldom asked for
            for name in self._relation_rows:
                known[name] = SqlType(name, TypeKind.COMPOSITE, schema)
        for name, _, kind, *_, element in sorted(rows, key=lambda row: row[2] != "d"):
            if element:
                kept = TypeKind.DOMAIN if kind == "d" else TypeKind.ARRAY
                known[name] = replace(known[name], kind=kept, element=known[element])
        multiranges = self._ranges(data["ranges"])
        return Types(
            named=known.maps[0],
            category={known[row[0]]: row[3] for row in rows},
            preferred=frozenset(known[row[0]] for row in rows if row[4] == "1"),
            arrays={known[row[5]]: known[row[0]] for row in rows if row[5] and row[0][0] == "_"},
            multiranges=multiranges,
            casts={
                (known[source], known[target]): context
                for source, target, context in (map(str, row) for row in data["casts"])
            },
        )

    def _ranges(self, rows: Sequence[Row]) -> dict[SqlType, SqlType]:
        """Give ranges and multiranges their elements; return the latter by the former."""
        known = self._known
        found: dict[SqlType, SqlType] = {}
        for name, subtype, multirange in (map(str, row) for row in rows):
            known[name] = replace(known[name], element=known[subtype])
            known[multirange] = replace(known[multirange], element=known[name])
            for changed in (name, multirange):
                known[f"_{changed}"] = replace(known[f"_{changed}"], element=known[changed])
            found[known[name]] = known[multirange]
        return found

    @property
    def _relation_rows(self) -> Section:
        return self._read("relations")

    @property
    def relation_names(self) -> Sequence[str]:
        """Every relation's name, sorted."""
        return tuple(self._relation_rows)

    def relation(self, name: str) -> SystemRelation | None:
        """Return the table, view or composite type of that name."""
        rows = self._relation_rows.get(name)
        if rows is None:
            return None
        kind, *words = str(rows[0][0]).split()
        types = self._typed(" ".join(words[1::2]).replace("!", ""))
        columns = zip(words[::2], types, (word[-1] == "!" for word in words[1::2]), strict=True)
        return SystemRelation(name, self.schema, tuple(columns), kind)

    @property
    def _operator_rows(self) -> Section:
        return self._read("operators")

    @property
    def _function_rows(self) -> Section:
        return self._read("functions")

    @property
    def function_names(self) -> Sequence[str]:
        """Every function's name, sorted."""
        return tuple(self._function_rows)

    @property
    def operator_names(self) -> Sequence[str]:
        """Every operator's name, sorted."""
        return tuple(self._operator_rows)

    def _typed(self, names: Scalar) -> tuple[SqlType, ...]:
        _ = self.types  # fills what is known
        return tuple(self._known.get(name) or self._rows(name) for name in str(names).split())

    def _rows(self, name: str) -> SqlType:
        """Return the array type of a catalog's rows, ``_`` before its name."""
        row = SqlType(name[1:], TypeKind.COMPOSITE, "" if self.schema == CATALOG else self.schema)
        return SqlType(f"{row.name}[]", TypeKind.ARRAY, row.schema, row)

    def operators(self, name: str) -> tuple[Routine, ...]:
        """Return the operators of that name; a prefix operator has one argument."""
        found = self._operators.get(name)
        if found is None:
            rows = self._operator_rows.get(name, ())
            found = self._operators[name] = tuple(self._operator(name, row) for row in rows)
        return found

    def _operator(self, name: str, row: Row) -> Routine:
        left, right, result, strict, function = row
        return Routine(
            str(function),
            self._typed(f"{left} {right}"),
            self._typed(result)[0],
            CallKind.SCALAR,
            operator_nulls(name, str(function), self.extension) if strict else Nulls.MAYBE,
            schema=self.schema,
        )

    def functions(self, name: str) -> tuple[Routine, ...]:
        """Return the functions of that name."""
        found = self._functions.get(name)
        if found is None:
            rows = self._function_rows.get(name, ())
            found = self._functions[name] = tuple(self._function(name, row) for row in rows)
        return found

    def _function(self, name: str, row: Row) -> Routine:
        declared, result, flags, defaults, names, columns = _padded(row, 3, 0, "", "")
        arguments = self._typed(declared)
        marks = str(flags)
        kind = CallKind.TABLE if "r" in marks else _CALLS[marks[0]]
        words = str(columns).split()
        strict = "s" in marks or kind is CallKind.AGGREGATE
        return Routine(
            name,
            arguments,
            self._typed(result)[0],
            kind,
            function_nulls(name, str(declared), self.extension, strict=strict),
            variadic_element(arguments[-1]) if "v" in marks else None,
            int(defaults),
            tuple(str(names).split()),
            tuple(zip(words[::2], self._typed(" ".join(words[1::2])), strict=True)),
            self.schema,
            marks[-1] if marks[-1] in "oh" else "",
        )


def merged(parts: Sequence[Types]) -> Types:
    """Return what all of them say together, but for the names, which belong to schemas."""
    return Types(
        named={},
        category=_union([part.category for part in parts]),
        preferred=frozenset(type_ for part in parts for type_ in part.preferred),
        arrays=_union([part.arrays for part in parts]),
        multiranges=_union([part.multiranges for part in parts]),
        casts=_union([part.casts for part in parts]),
    )


def _union(parts: Sequence[Mapping[_Key, _Value]]) -> dict[_Key, _Value]:
    return {key: value for part in parts for key, value in part.items()}


@cache
def built_in() -> Library:
    """Return what every database has."""
    return Library(CATALOG, _section, {})


@cache
def information_schema() -> Library:
    """Return the views of the SQL standard, which every database has too."""
    read = _whole("postgres_information_schema").__getitem__
    return Library("information_schema", read, built_in().types.named)


@dataclass(frozen=True, slots=True)
class Extension:
    """The file of an extension.

    Attributes:
        schema: The schema that it insists on, or empty.
        requires: Extensions without which it cannot be.
        comment: The comment that it brings, or empty.
    """

    name: str
    schema: str
    requires: Sequence[str]
    comment: str

    def library(self, schema: str, outer: Mapping[str, SqlType]) -> Library:
        """Return its objects, made in ``schema``; ``outer`` has the types it builds on."""
        read = _whole(f"extensions/{self.name}").__getitem__
        return Library(schema, read, outer, self.name)


@cache
def extension_with(name: str) -> str | None:
    """Return an extension that brings a type, function or relation of that name, or ``None``."""
    for file in sorted((_DATA / "extensions").glob("*.json")):
        data = _whole(f"extensions/{file.stem}")
        types = {str(row[0]) for row in data["types"]["types"]}
        if name in types or name in data["functions"] or name in data["relations"]:
            return file.stem
    return None


@cache
def extension(name: str) -> Extension | None:
    """Return the extension of that name, ``None`` when Flash does not know it."""
    if (
        not name.replace("-", "_").isidentifier()
        or not (_DATA / f"extensions/{name}.json").exists()
    ):
        return None
    data = _whole(f"extensions/{name}")
    schema, comment = cast("str", data["schema"]), cast("str", data["comment"])
    return Extension(name, schema, cast("list[str]", data["requires"]), comment)
