"""Writing the constants that build rows, for the queries whose rows need no more.

Depends on: analysis.model, config, codegen.imports, codegen.layout, codegen.names,
codegen.pytypes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.analysis.model import Command
from flash_core.config import RowStyle

from . import names
from .imports import BUILTINS, MODELS, Symbol
from .layout import INDENT, LINE_LENGTH, Items, fit, statement, width
from .pytypes import Call, NotZero

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flash_core.analysis.model import Query

    from .imports import Imports
    from .models import Models, RowClass
    from .pytypes import Codec

_STYLES: Final = frozenset({RowStyle.DATACLASS, RowStyle.FROZEN})
# What each builds is in the name of its constant.
_SUFFIXES: Final = {Command.MANY: "_ROWS", Command.BATCHMANY: "_ROWS", Command.ONE: "_ROW"}
_BOOL: Final = Symbol(BUILTINS, "bool")  # how row_builder is told of a number that is a truth


@dataclass(frozen=True, slots=True)
class Builder:
    """The constant that builds the rows of a query.

    Attributes:
        name: Of the constant.
        row: What it builds.
        decoders: By the names of fields, for those whose values are not the driver's.
    """

    name: str
    row: RowClass
    decoders: Mapping[str, Symbol]

    def text(self, imports: Imports) -> str:
        """Return its statement."""
        row = imports.name(Symbol(MODELS, self.row.name))
        called = imports.name(Symbol("flash_core.rows", "row_builder"))
        final = imports.name(Symbol("typing", "Final"))
        given = (f"{name}={imports.name(found)}" for name, found in self.decoders.items())
        prefix, call = f"{self.name}: {final} = ", Items(f"{called}(", (row, *given))
        # Where not even the opening bracket fits, there is one around the whole.
        around = width(prefix) < LINE_LENGTH < width(f"{prefix}{call.opening}")
        if around:
            return f"{prefix}(\n{' ' * INDENT}{fit(call, INDENT, INDENT)}\n)"
        return statement(prefix, call, 0)


def row_builders(
    queries: Mapping[str, Query], models: Models, style: RowStyle
) -> dict[str, Builder]:
    """Return the builders of a module.

    Args:
        queries: By the constants that hold their texts.
        models: The project's classes and types.
        style: What a row is.

    Returns:
        By the names of queries; those are left out whose methods say how a row is built.
    """
    taken = set(queries)
    found: dict[str, Builder] = {}
    for constant, query in queries.items():
        row = models.results.get(query.name)
        if row is None or style not in _STYLES or query.command not in _SUFFIXES:
            continue
        if any(field.row is not None for field in row.fields):
            continue
        codecs = {
            field.name: models.types.of_column(column).decode
            for field, column in zip(row.fields, query.columns, strict=True)
        }
        decoders = {name: _decoder(codec) for name, codec in codecs.items() if codec is not None}
        known = {name: symbol for name, symbol in decoders.items() if symbol is not None}
        if query.command is Command.ONE and not decoders:
            continue  # one call of the class takes no longer
        if len(known) == len(decoders):
            name = names.unique(f"{constant}{_SUFFIXES[query.command]}", taken)
            taken.add(name)
            found[query.name] = Builder(name, row, known)
    return found


def _decoder(codec: Codec) -> Symbol | None:
    """Return the function that a conversion is of the value alone."""
    match codec:
        case NotZero():
            return _BOOL
        case Call(function, ()):
            return function
        case _:
            return None
