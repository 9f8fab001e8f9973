"""Names in PostgreSQL's schema statements, which its tree often gives without a place.

Depends on: syntax, clauses, tree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.clauses import Tokens, significant

from .tree import Reader, strings

if TYPE_CHECKING:
    from flash_core.sql.libpg_query import Tree
    from flash_core.sql.source import Span


def tokens_of(reader: Reader) -> Tokens:
    """Return the significant tokens of the statement."""
    return significant(reader.excerpt.text, Engine.POSTGRESQL)


def other(reader: Reader, keyword: str) -> syntax.OtherDdl:
    """Return a statement whose effect is not modelled."""
    return syntax.OtherDdl(keyword, reader.excerpt.text, span=reader.excerpt.whole())


def known(reader: Reader, keyword: str) -> syntax.KnownDdl:
    """Return a statement that is kept as text and that no query can see."""
    return syntax.KnownDdl(keyword, reader.excerpt.text, span=reader.excerpt.whole())


def qualified(reader: Reader, tokens: Tokens, items: list[Tree], start: int = 0) -> syntax.Name:
    """Return a name that the tree gives without its place; look for it from ``start``."""
    parts = strings(items)
    return syntax.Name(parts, span=find_name(reader, tokens, parts[0], start))


def find_name(reader: Reader, tokens: Tokens, name: str, start: int = 0) -> Span:
    """Return the place of the (qualified) name that begins with the identifier ``name``."""
    for token in tokens.items[start:]:
        if fold(token.text) == name:
            return reader.excerpt.span(token.start, reader.dotted_end(token.start))
    return reader.excerpt.whole()


def fold(text: str) -> str:
    """Return an identifier as PostgreSQL stores it."""
    if text.startswith('"') and text.endswith('"') and len(text) > 1:
        return text[1:-1].replace('""', '"')
    if text.isascii():
        return text.lower()
    # The server folds ASCII alone in a UTF-8 database.
    return "".join(c.lower() if c.isascii() else c for c in text)
