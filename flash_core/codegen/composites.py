"""Writing what goes with the class of a composite type: from a driver's tuple, and back to one.

Every field of a value may be NULL, whatever the columns of a table say whose row it is.

Depends on: codegen.imports, codegen.layout, codegen.literals, codegen.models, codegen.pytypes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .imports import BUILTINS, Imports, Symbol
from .layout import INDENT, LINE_LENGTH, Expression, Items, annotated, fit, flat, statement, width
from .literals import docstring
from .pytypes import convert

if TYPE_CHECKING:
    from .models import CompositeClass

_VALUE: Final = "value"


def composite_text(found: CompositeClass, imports: Imports) -> list[str]:
    """Return the alias of what drivers deliver, the function from it and the one to it."""
    return [_alias(found, imports), _load(found, imports), _dump(found, imports)]


def _alias(found: CompositeClass, imports: Imports) -> str:
    parts: tuple[Expression, ...] = tuple(
        annotated(field.type.raw.text(imports.name), nullable=True) for field in found.row.fields
    )
    every = Items(f"{imports.name(Symbol(BUILTINS, 'tuple'))}[", parts or ("()",), "]")
    alias = imports.name(Symbol("typing", "TypeAlias"))
    return statement(f"{found.names.raw}: {alias} = ", every, 0)


def _load(found: CompositeClass, imports: Imports) -> str:
    def spell(symbol: Symbol) -> str:
        return imports.name(symbol, {_VALUE, "item"})

    row, raw, load, _ = found.names
    values: list[Expression] = [
        convert(field.type.decode, f"{_VALUE}[{place}]", spell, nullable=True)
        for place, field in enumerate(found.row.fields)
    ]
    if all(field.type.decode is None for field in found.row.fields):
        values = [f"*{_VALUE}"]
    doc = f"Return as ``{row}`` what drivers deliver."
    built = statement("return ", Items(f"{row}(", tuple(values)), INDENT)
    return _function(load, raw, row, doc, built)


def _dump(found: CompositeClass, imports: Imports) -> str:
    def spell(symbol: Symbol) -> str:
        return imports.name(symbol, {_VALUE, "item"})

    row, _, _, dump = found.names
    values: list[Expression] = [
        convert(field.type.encode, f"{_VALUE}.{field.name}", spell, nullable=True)
        for field in found.row.fields
    ]
    returns = f"{spell(Symbol(BUILTINS, 'tuple'))}[{spell(Symbol(BUILTINS, 'object'))}, ...]"
    doc = f"Return what drivers take for ``{row}``."
    return _function(dump, row, returns, doc, _returned(values))


def _returned(values: list[Expression]) -> str:
    """Return the statement that returns a tuple; one of a single item keeps its comma."""
    lead = " " * INDENT
    if not values:
        return f"{lead}del {_VALUE}\n{lead}return ()"
    if len(values) != 1:
        return statement("return ", Items("(", tuple(values)), INDENT)
    line = f"{lead}return ({flat(values[0])},)"
    if width(line) <= LINE_LENGTH:
        return line
    item = fit(values[0], INDENT * 2, INDENT * 2, 1)
    return f"{lead}return (\n{lead * 2}{item},\n{lead})"


def _function(name: str, takes: str, returns: str, doc: str, body: str) -> str:
    head = fit(Items(f"def {name}(", (f"{_VALUE}: {takes}",), f") -> {returns}:"), 0, 0)
    return f"{head}\n{docstring(doc, INDENT)}\n{body}"
