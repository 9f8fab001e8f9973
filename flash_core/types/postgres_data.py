"""What a PostgreSQL server and its extensions bring: types, casts, operators, functions.

Reads the files in ``data`` (written by ``tools/dump_postgres.py``): types and
casts at the first question, operators and functions when one is looked up.  An
entry becomes a :class:`Routine` only when its name is asked for.

Depends on: model, postgres_nulls.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, cast

from .model import CallKind, Nulls, SqlType, TypeKind
from .postgres_nulls import function_nulls, operator_nulls

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import TypeAlias

    Scalar: TypeAlias = str | int
    Row: TypeAlias = Sequence[Scalar]
    Section: TypeAlias = Mapping[str, Sequence[Row]]

_DATA: Final = Path(__file__).parent / "data"

_KINDS: Final = {
    "b": TypeKind.BASE,
    "p": TypeKind.PSEUDO,
    "r": TypeKind.RANGE,
    "m": TypeKind.MULTIRANGE,
}
_CALLS: Final = {"f": CallKind.SCALAR, "a": CallKind.AGGREGATE, "w": CallKind.WINDOW}


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
    schema: str = "pg_catalog"


def _read(name: str) -> Section:
    return cast("Section", json.loads((_DATA / f"{name}.json").read_bytes()))


def _padded(row: Row, width: int, *rest: Scalar) -> list[Scalar]:
    """Return ``row`` with the values that were left out at its end."""
    return [*row, *rest[len(row) - width :]]


def _variadic_element(declared: SqlType) -> SqlType:
    """Return what ``provariadic`` holds for a last argument of that type."""
    if declared.name == "anyarray":
        return replace(declared, name="anyelement")
    if declared.name == "anycompatiblearray":
        return replace(declared, name="anycompatible")
    return declared.element or declared  # VARIADIC "any" stands for itself


class Library:
    """Objects that came together: the server's own, or those of one extension.

    Attributes:
        schema: The schema they are in; SqlTypes of ``pg_catalog`` carry none.
    """

    def __init__(
        self, schema: str, read: Callable[[str], Section], outer: Mapping[str, SqlType]
    ) -> None:
        """Wrap a reader of sections.

        Args:
            schema: Where the objects are; empty for the default schema.
            read: Returns the ``types``, ``operators`` or ``functions``.
            outer: Types of other libraries that these mention, by ``typname``.
        """
        self.schema = schema
        self._read = read
        self._outer = outer
        self._functions: dict[str, tuple[Routine, ...]] = {}
        self._operators: dict[str, tuple[Routine, ...]] = {}

    @cached_property
    def types(self) -> Types:
        """Types and casts."""
        data = self._read("types")
        schema = "" if self.schema == "pg_catalog" else self.schema
        rows = [[str(value) for value in _padded(row, 4, 0, "")] for row in data["types"]]
        own = {row[0]: SqlType(row[1], _KINDS[row[2]], schema) for row in rows}
        named = {**self._outer, **own}
        for name, *_, element in rows:
            if element:
                named[name] = replace(named[name], kind=TypeKind.ARRAY, element=named[element])
        multiranges: dict[SqlType, SqlType] = {}
        for name, subtype, multirange in (map(str, row) for row in data["ranges"]):
            named[name] = replace(named[name], element=named[subtype])
            named[multirange] = replace(named[multirange], element=named[name])
            for changed in (name, multirange):
                array = named[f"_{changed}"]
                named[f"_{changed}"] = replace(array, element=named[changed])
            multiranges[named[name]] = named[multirange]
        return Types(
            named=named,
            category={named[row[0]]: row[3] for row in rows},
            preferred=frozenset(named[row[0]] for row in rows if row[4] == "1"),
            arrays={named[row[5]]: named[row[0]] for row in rows if row[5] and row[0][0] == "_"},
            multiranges=multiranges,
            casts={
                (named[source], named[target]): context
                for source, target, context in (map(str, row) for row in data["casts"])
            },
        )

    @cached_property
    def _operator_rows(self) -> Section:
        return self._read("operators")

    @cached_property
    def _function_rows(self) -> Section:
        return self._read("functions")

    @property
    def function_names(self) -> Sequence[str]:
        """Every function's name, sorted."""
        return tuple(self._function_rows)

    def _typed(self, names: Scalar) -> tuple[SqlType, ...]:
        named = self.types.named
        return tuple(named[name] for name in str(names).split())

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
            self.types.named[str(result)],
            CallKind.SCALAR,
            operator_nulls(name, str(function)) if strict else Nulls.MAYBE,
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
        return Routine(
            name,
            arguments,
            self.types.named[str(result)],
            kind,
            function_nulls(name, str(declared), strict="s" in marks or kind is CallKind.AGGREGATE),
            _variadic_element(arguments[-1]) if "v" in marks else None,
            int(defaults),
            tuple(str(names).split()),
            tuple(zip(words[::2], self._typed(" ".join(words[1::2])), strict=True)),
            self.schema,
        )


@cache
def built_in() -> Library:
    """Return what every database has."""
    return Library("pg_catalog", lambda section: _read(f"postgres_{section}"), MappingProxyType({}))
