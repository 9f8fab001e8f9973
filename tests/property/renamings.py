"""Tables and columns of a random schema that get other names, said by directives.

A name is replaced wherever the schema has it, so that views, checks and triggers follow.

Depends on: the compiler's reader.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from flash_core.catalog.identifiers import quote, quote_list, quote_path
from flash_core.catalog.text import fold, identifier
from flash_core.sql.lexer import TokenKind, tokenize
from flash_core.sql.parse import parse_script
from flash_core.sql.source import SourceFile
from flash_core.sql.syntax import CreateTable
from tests.migrations.round_trip import catalog_of

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from flash_core.catalog.model import Catalog, Table
    from flash_core.engine import Engine

_WORDS: Final = frozenset({"date", "key", "name", "point", "text", "time", "type", "value", "year"})


def renamed(
    source: random.Random, before: str, after: str, engine: Engine
) -> tuple[str, tuple[str, ...]]:
    """Return a schema with other names for some of what another one has, too.

    Args:
        source: Of chance.
        before: The schema that the names come from.
        after: The one in which they change.
        engine: Whose SQL it is.

    Returns:
        The schema with its directives; queries in pairs, of which the first finds under the old
        names what the second finds under the new ones.
    """
    old, new = catalog_of(before, engine), catalog_of(after, engine)
    tables, columns = _choices(old, new)
    chosen = {name: f"{name}_r" for name in source.sample(tables, min(len(tables), 2))}
    chosen |= {name: f"{name}_r" for name in source.sample(columns, min(len(columns), 2))}
    text = _directed(after, chosen, old, engine)
    return text, tuple(_queries(old, catalog_of(text, engine), chosen))


def _choices(old: Catalog, new: Catalog) -> tuple[list[str], list[str]]:
    """Return the names that tables alone have on both sides, and those that columns alone have."""
    engine = old.engine
    sides: list[tuple[set[str], set[str]]] = [
        (
            {fold(table.name, engine) for table in catalog.tables},
            {fold(c.name, engine) for table in catalog.tables for c in table.columns},
        )
        for catalog in (old, new)
    ]
    others = {
        fold(each.name, engine)
        for catalog in (old, new)
        for kind in (catalog.views, catalog.enums, catalog.domains, catalog.composites)
        for each in kind
    } | {fold(each.name, engine) for catalog in (old, new) for each in catalog.indexes}
    tables, columns = (one & other - others for one, other in zip(*sides, strict=True))
    plain = {n for n in tables | columns if n.isidentifier() and quote(n, engine) == n} - _WORDS
    return sorted((tables - columns) & plain), sorted((columns - tables) & plain)


def _directed(text: str, chosen: dict[str, str], old: Catalog, engine: Engine) -> str:
    file = SourceFile("after.sql", text)
    statements, _ = parse_script(file, engine)
    notes: dict[int, str] = {}
    for each in statements:
        if isinstance(each, CreateTable):
            notes[each.span.start] = "".join(_notes(each, chosen, old))
    pieces: list[str] = []
    position = 0
    for token in tokenize(text, engine):
        pieces.append(text[position : token.start])
        pieces.append(notes.pop(token.start, ""))
        name = None if token.kind is TokenKind.STRING else identifier(token, engine)
        new = chosen.get(fold(name, engine)) if name is not None else None
        pieces.append(token.text if new is None else quote(new, engine))
        position = token.start + len(token.text)
    return "".join([*pieces, text[position:]])


def _notes(statement: CreateTable, chosen: dict[str, str], old: Catalog) -> Iterator[str]:
    table = old.find_table(statement.name.parts)
    if table is None:
        return
    key = fold(table.name, old.engine)
    if key in chosen:
        yield f"-- flash:rename {table.name} {chosen[key]}\n"
    written = {fold(column.name, old.engine) for column in statement.columns}
    for column in table.columns:
        key = fold(column.name, old.engine)
        if key in chosen and key in written:
            yield f"-- flash:rename {column.name} {chosen[key]}\n"


def _queries(old: Catalog, new: Catalog, chosen: dict[str, str]) -> Iterator[str]:
    """Yield how to find the values of the columns that only have other names, if any."""
    engine = old.engine

    def now(name: str) -> str:
        return chosen.get(fold(name, engine), name)

    for table in old.tables:
        parts = (table.schema, now(table.name)) if table.schema else (now(table.name),)
        twin = new.find_table(parts)
        if twin is None or table.foreign or table.bound or twin.bound:
            continue
        pairs = list(_pairs(table, twin, chosen, engine))
        if pairs:
            for each, names in zip((table, twin), zip(*pairs, strict=True), strict=True):
                columns = quote_list(list(names), engine).strip("()")
                yield f"SELECT {columns} FROM {quote_path(each.schema, each.name, engine)}"


def _pairs(
    table: Table, twin: Table, chosen: dict[str, str], engine: Engine
) -> Iterator[tuple[str, str]]:
    found = {fold(column.name, engine): column for column in twin.columns}
    for column in table.columns:
        key = fold(column.name, engine)
        other = found.get(chosen.get(key, key))
        if other is not None and column.generated is None:
            same = replace(other, name=column.name) == column
            if same:
                yield column.name, other.name
