"""What a PostgreSQL server knows: its types, casts, operators and functions.

Reads the files in ``data`` (written by ``tools/dump_postgres.py``): types and
casts at the first question, operators and functions when one is looked up.  An
entry becomes a :class:`Routine` only when its name is asked for.

Depends on: model, postgres_nulls.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from .model import CallKind, Nulls, SqlType, TypeKind
from .postgres_nulls import function_nulls, operator_nulls

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Scalar = str | int
    Row = Sequence[Scalar]

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


def _read(name: str) -> dict[str, list[Row]]:
    text = (_DATA / f"postgres_{name}.json").read_text("utf-8")
    return cast("dict[str, list[Row]]", json.loads(text))


def _padded(row: Row, width: int, *rest: Scalar) -> list[Scalar]:
    """Return ``row`` with the values that were left out at its end."""
    return [*row, *rest[len(row) - width :]]


@cache
def types() -> Types:
    """Return the types and casts of a server."""
    data = _read("types")
    rows = [[str(value) for value in _padded(row, 4, 0, "")] for row in data["types"]]
    named = {row[0]: SqlType(row[1], _KINDS[row[2]]) for row in rows}
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


def _typed(names: Scalar) -> tuple[SqlType, ...]:
    named = types().named
    return tuple(named[name] for name in str(names).split())


@cache
def _operator_rows() -> dict[str, list[Row]]:
    return _read("operators")


@cache
def _function_rows() -> dict[str, list[Row]]:
    return _read("functions")


@cache
def operators(name: str) -> tuple[Routine, ...]:
    """Return the operators of that name; a prefix operator has one argument."""
    return tuple(_operator(name, row) for row in _operator_rows().get(name, ()))


def _operator(name: str, row: Row) -> Routine:
    left, right, result, strict, function = row
    return Routine(
        str(function),
        _typed(f"{left} {right}"),
        types().named[str(result)],
        CallKind.SCALAR,
        operator_nulls(name, str(function)) if strict else Nulls.MAYBE,
    )


@cache
def functions(name: str) -> tuple[Routine, ...]:
    """Return the functions of that name."""
    return tuple(_function(name, row) for row in _function_rows().get(name, ()))


def _function(name: str, row: Row) -> Routine:
    declared, result, flags, defaults, names, columns = _padded(row, 3, 0, "", "")
    arguments = _typed(declared)
    marks = str(flags)
    kind = CallKind.TABLE if "r" in marks else _CALLS[marks[0]]
    words = str(columns).split()
    return Routine(
        name,
        arguments,
        types().named[str(result)],
        kind,
        function_nulls(name, str(declared), strict="s" in marks or kind is CallKind.AGGREGATE),
        _variadic_element(arguments[-1]) if "v" in marks else None,
        int(defaults),
        tuple(str(names).split()),
        tuple(zip(words[::2], _typed(" ".join(words[1::2])), strict=True)),
    )


def _variadic_element(declared: SqlType) -> SqlType:
    """Return what ``provariadic`` holds for a last argument of that type."""
    named = types().named
    if declared == named["anyarray"]:
        return named["anyelement"]
    if declared == named["anycompatiblearray"]:
        return named["anycompatible"]
    return declared.element or declared  # VARIADIC "any" stands for itself


@cache
def function_names() -> tuple[str, ...]:
    """Return every function's name, sorted."""
    return tuple(sorted(_function_rows()))
