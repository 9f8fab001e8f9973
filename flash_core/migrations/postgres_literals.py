"""Constants as people and dumps write them, alike where their type leaves no doubt.

Depends on: catalog, sql.clauses, sql.postgres_constants, postgres_items.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from flash_core.catalog.objects import unquoted
from flash_core.sql.clauses import significant
from flash_core.sql.postgres_constants import plain_value

from .postgres_items import PG

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.catalog.model import Column, Table

_STRING: Final = re.compile(r"'([^'\\]*)'\Z")
_NUMBER: Final = re.compile(r"[-+]?\s*(?:\d+(?:\.\d*)?|\.\d+)\Z")
_KEY: Final = re.compile(r"\bPARTITION\s+BY\s+\w+\s*\((.*)\)", re.IGNORECASE | re.DOTALL)
_VALUES: Final = re.compile(r"\b(?:FROM|TO|IN)\s*\(", re.IGNORECASE)
_CAST: Final = re.compile(r"('(?:[^']|'')*')::([^(]+)", re.DOTALL)
# Types whose names have more than one word, or another one, in a dump.
_WORDS: Final = {
    "bigint": "int8",
    "bit varying": "varbit",
    "boolean": "bool",
    "character": "bpchar",
    "character varying": "varchar",
    "double precision": "float8",
    "integer": "int4",
    "real": "float4",
    "smallint": "int2",
    "time with time zone": "timetz",
    "time without time zone": "time",
    "timestamp with time zone": "timestamptz",
    "timestamp without time zone": "timestamp",
}
_BOOLEANS: Final = {
    "true": frozenset({"t", "tr", "tru", "true", "y", "ye", "yes", "on", "1"}),
    "false": frozenset({"f", "fa", "fal", "fals", "false", "n", "no", "of", "off", "0"}),
}
_NUMBERS: Final = frozenset({"int2", "int4", "int8", "numeric"})


def plain_constant(text: str, kind: str) -> str:
    """Return a constant as a dump writes it, where that is certain; any other text as it is.

    Args:
        text: An expression.
        kind: The name that the server has for the type: ``timestamptz``.
    """
    found = _STRING.match(text.strip())
    if found is not None and kind in _UNQUOTED:
        return _UNQUOTED[kind](found[1].strip()) or text
    value = plain_value(found[1], kind) if found is not None else None
    return text if value is None else f"'{value}'"


def plain_bound(table: Table, parent: Table | None) -> str:
    """Return the bounds of a partition with constants as a dump writes them.

    Args:
        table: The partition.
        parent: The table that it is part of.
    """
    key = _KEY.search(parent.tail) if parent is not None else None
    if key is None or parent is None:
        return table.bound
    columns = {column.name: column for column in parent.columns}
    kinds = [kind_of(columns.get(unquoted(part))) for part in _elements(key[1])]
    text, position, found = table.bound, 0, ""
    for opening in _VALUES.finditer(text):
        end = _closing(text, opening.end())
        values = _elements(text[opening.end() : end])
        listed = opening[0].upper().startswith("IN")
        own = kinds[:1] * len(values) if listed else kinds
        if len(own) == len(values):
            said = ", ".join(_bound(value, kind) for value, kind in zip(values, own, strict=True))
            found += text[position : opening.end()] + said
            position = end
    return found + text[position:]


def _elements(text: str) -> list[str]:
    tokens = significant(text, PG)
    found: list[str] = []
    position = 0
    while position < len(tokens):
        stop = tokens.element_end(position)
        found.append(tokens.slice(position, stop))
        position = stop + 1
    return found


def _closing(text: str, start: int) -> int:
    """Return where the list ends that begins there."""
    depth = 1
    for found in re.compile(r"'(?:[^']|'')*'|[()]").finditer(text, start):
        depth += {"(": 1, ")": -1}.get(found[0], 0)
        if depth == 0:
            return found.start()
    return len(text)


def kind_of(column: Column | None) -> str:
    """Return the name that the server has for the type of a column; empty for arrays."""
    type_ = column.type if column is not None else None
    return "" if type_ is None or type_.dimensions else type_.parts[-1]


def uncast(text: str, column: Column) -> str:
    """Return a constant without the cast to the type of its column, in whatever words.

    Args:
        text: An expression.
        column: What it is the default of.
    """
    cast = _CAST.fullmatch(text)
    if cast is None or column.type is None:
        return text
    if cast[2].lower() == column.type_text.partition("(")[0].strip().lower():
        return cast[1]
    own = ".".join(column.type.parts[-2:]).removeprefix("public.").removeprefix("pg_catalog.")
    named = _WORDS.get(cast[2].lower()) or unquoted(cast[2])
    return cast[1] if named == own and not column.type.dimensions else text


def _boolean(text: str) -> str | None:
    return next((word for word, said in _BOOLEANS.items() if text.lower() in said), None)


def _whole(text: str) -> str | None:
    return str(int(text)) if re.fullmatch(r"\d+", text, re.ASCII) else None


def _number(text: str) -> str | None:
    """Return a number with all its digits, which a column of it shows."""
    return format(Decimal(text), "f") if re.fullmatch(r"\d+\.\d+", text, re.ASCII) else _whole(text)


def _bound(value: str, kind: str) -> str:
    """Return a bound, which is compared as a value: its digits do not count."""
    bare = value.strip("'")
    if kind in _NUMBERS and _NUMBER.match(bare):
        return format(Decimal(re.sub(r"\s", "", bare)).normalize(), "f")
    if kind == "bool" and bare.lower() in {"t", "true", "f", "false"}:
        return "true" if bare.lower().startswith("t") else "false"
    return plain_constant(value, kind)


_UNQUOTED: Final[dict[str, Callable[[str], str | None]]] = {
    "bool": _boolean,
    "int2": _whole,
    "int4": _whole,
    "int8": _whole,
    "numeric": _number,
}
