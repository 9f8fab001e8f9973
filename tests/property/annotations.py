"""Python values against the annotations that generated code would give them.

The annotation, and the conversion from what the driver delivers, are those of
``codegen.pytypes``; here they are only looked up and applied.

Depends on: codegen.pytypes, catalog.model.
"""

from __future__ import annotations

import importlib
import types
import typing
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from ipaddress import IPv4Address, IPv6Address
from typing import TYPE_CHECKING, Final, cast
from uuid import UUID

from flash_core.codegen.imports import MODELS, RUNTIME
from flash_core.codegen.pytypes import Call, Deep, Each, NotZero, Rows, TypeMap
from flash_core.errors import DataError
from flash_core.values import JsonValue

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from flash_core.analysis.model import Column, Parameter, Query
    from flash_core.catalog.model import Catalog
    from flash_core.codegen.imports import Symbol
    from flash_core.codegen.pytypes import Annotation, Codec, PyType
    from flash_core.types.model import SqlType

    from .expressions import Argument


_VALUES: Final[Mapping[str, tuple[object, ...]]] = {
    "bool": (False, True),
    "int": (0, 1, 2, -1),
    "float": (0.5, 1.0, -2.5),
    "Decimal": (Decimal(0), Decimal("1.50"), Decimal(-2)),
    "str": ("a", "", "1", "é %_"),
    "bytes": (b"", b"\x00\xff"),
    "date": (date(2024, 1, 31), date(1970, 1, 1)),
    "time": (time(10), time(0, 0, 1)),
    "datetime": (datetime(2024, 1, 31, 10), datetime(1970, 1, 1)),  # noqa: DTZ001 - naive there
    "timedelta": (timedelta(hours=10), timedelta(0)),
    "UUID": (UUID(int=0), UUID(int=1)),
    "JsonValue": ({}, [1], 1, "a", None),
    "IPv4Address": (IPv4Address("10.0.0.1"),),
    "IPv6Address": (IPv6Address("::1"), IPv6Address("::ffff:10.0.0.1")),
    "object": (1, "a", 1.5),
}
"""By annotation, what may be passed for it."""


class Annotations:
    """The Python types of one catalog.

    Args:
        catalog: It defines the enums.
    """

    def __init__(self, catalog: Catalog) -> None:
        self._enums = {
            f"Enum{place}": StrEnum(
                f"Enum{place}", {f"L{at}": label for at, label in enumerate(enum.labels)}
            )
            for place, enum in enumerate(catalog.enums)
        }
        names = {
            (enum.schema, enum.name): f"Enum{place}" for place, enum in enumerate(catalog.enums)
        }
        sets = frozenset((enum.schema, enum.name) for enum in catalog.enums if enum.multiple)
        self._types = TypeMap(catalog.engine, names, sets)

    def fault(self, column: Column, raw: object) -> str | None:
        """Return what is wrong with a value that the driver delivered for a column, if anything."""
        if raw is None:
            return "NULL in a column that is never null" if not column.nullable else None
        type_ = self._types.of_column(column)
        try:
            value = self._decoded(type_.decode, raw)
        except (TypeError, ValueError, KeyError, DataError) as error:
            return f"{raw!r} cannot be converted to {type_.annotation.text(_name)}: {error!r}"
        hint = self._evaluated(type_.annotation)
        if conforms(value, hint):
            return None
        return f"{value!r} is no {type_.annotation.text(_name)}"

    def type_of(self, type_: SqlType) -> PyType:
        """Return what a type is in Python."""
        return self._types.of(type_)

    def arguments(self, query: Query, wanted: Sequence[Argument]) -> list[object]:
        """Return values for a query's parameters, as generated code hands them to the driver."""
        return [self.argument(each, wanted[each.number - 1]) for each in query.parameters]

    def argument(self, parameter: Parameter, wanted: Argument) -> object:
        """Return a value for a parameter."""
        if parameter.nullable and wanted.null:
            return None
        type_ = self._types.of(parameter.type)
        if type_.annotation.symbol.module == MODELS:
            values: tuple[object, ...] = tuple(self._enums[type_.annotation.symbol.name])
        elif type_.annotation.symbol.name == "frozenset":
            inside = type_.annotation.arguments[0].symbol.name
            values = (frozenset[str](), frozenset[str](self._enums[inside]))
        else:
            values = _VALUES[type_.annotation.symbol.name]
        # Any value of the type will do; this one is as random as the text is.
        return self._decoded(type_.encode, values[len(wanted.text) % len(values)])

    def _decoded(self, codec: Codec | None, value: object) -> object:
        match codec:
            case None:
                return value
            case Call(function=function, others=others):
                more = [self._symbol(other) for other in others]
                return cast("Callable[..., object]", self._symbol(function))(value, *more)
            case NotZero():
                return value != 0
            case Each(codec=inner):
                items = cast("list[object]", value)
                return [None if item is None else self._decoded(inner, item) for item in items]
            case Deep(function=function, item=item):
                convert = cast("Callable[..., object]", self._symbol(function))
                return convert(value, self._symbol(item))
            case Rows(codec=inner):
                return [self._decoded(inner, row) for row in cast("list[object]", value)]

    def _symbol(self, symbol: Symbol) -> object:
        if symbol.module == MODELS:
            return self._enums[symbol.name]
        module = "flash_core" if symbol.module == RUNTIME else symbol.module
        return getattr(importlib.import_module(module), symbol.name)

    def _evaluated(self, annotation: Annotation) -> object:
        found = self._symbol(annotation.symbol)
        if annotation.arguments:
            inside = tuple(self._evaluated(argument) for argument in annotation.arguments)
            found = types.GenericAlias(cast("type", found), inside)
        union = cast("type", found)
        for other in annotation.others:
            union = cast("type", union | cast("type", self._evaluated(other)))
        return union


def _name(symbol: Symbol) -> str:
    return symbol.name


def conforms(value: object, hint: object) -> bool:
    """Tell whether a value is what an annotation says."""
    if hint is object:
        return True
    if hint is JsonValue:
        return _is_json(value)
    origin = typing.get_origin(hint)
    arguments = typing.get_args(hint)
    if origin is frozenset:
        return isinstance(value, frozenset) and all(
            conforms(item, arguments[0]) for item in cast("frozenset[object]", value)
        )
    if origin is list:
        return isinstance(value, list) and all(
            conforms(item, arguments[0]) for item in cast("list[object]", value)
        )
    if origin in {types.UnionType, typing.Union}:
        return any(conforms(value, argument) for argument in arguments)
    if hint is None or hint is type(None):
        return value is None
    expected = cast("type", origin or hint)
    # A bool is an int, and a datetime a date, to isinstance alone.
    return (
        isinstance(value, expected)
        and (
            type(value) is expected or not issubclass(expected, (int, float)) or expected is object
        )
        and not (expected.__name__ == "date" and type(value).__name__ == "datetime")
    )


def _is_json(value: object) -> bool:
    if isinstance(value, list):
        return all(_is_json(item) for item in cast("list[object]", value))
    if isinstance(value, dict):
        return all(
            isinstance(key, str) and _is_json(item)
            for key, item in cast("dict[object, object]", value).items()
        )
    return value is None or isinstance(value, (bool, int, float, str))
