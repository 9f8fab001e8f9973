"""Names of objects in quotes: ``'users'::regclass``, ``nextval('tickets')``.  Manual, section 8.19.

The server looks such a name up while it parses, as it does a name in FROM.  Functions, operators
and roles are left to it, and so is what it may name itself: indexes without a name of their
own, and whatever is called ``pg_…``.

Depends on: context, sequences, types.postgres_input (for :class:`Refusal`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.sql.syntax import TypeName
from flash_core.types.postgres_input import Refusal

from .sequences import sequence_names, sequence_relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flash_core.sql.source import Span

    from .context import Scope

_WORD: Final = r'(?:[A-Za-z_][\w$]*|"(?:[^"]|"")+")'
_NAME: Final = re.compile(rf"(?a)\s*{_WORD}\s*(?:\.\s*{_WORD}\s*)?")
_MADE_UP: Final = re.compile(r"(?a)(?:pg|_).*|.*_(?:idx|key|pkey|excl|seq|ccnew|ccold)\d*")
"""Names that the server gives to what has none, and its own."""
_GRAMMATICAL: Final = frozenset(
    {"bigint", "bit", "boolean", "char", "character", "dec", "decimal", "float", "int"}
    | {"integer", "interval", "json", "nchar", "numeric", "real", "smallint", "time"}
    | {"timestamp", "varchar"}
)
"""Types that the grammar knows by words of its own, whatever the catalog calls them."""
_SYSTEM: Final = frozenset({"pg_catalog", "information_schema", "public", ""})


def unknown_object(text: str, kind: str, span: Span, scope: Scope) -> Refusal | None:
    """Return what the server says of the name of something that surely does not exist.

    Args:
        text: The constant.
        kind: Its type, ``regclass``, ``regtype`` or ``regnamespace``.
        span: Where it stands.
        scope: The query level.
    """
    if scope.context.stored or not text.isascii() or _NAME.fullmatch(text) is None:
        return None  # a number, a dash, a type of several words, or none of these
    parts = [_folded(word) for word in re.findall(_WORD, text)]
    if _MADE_UP.fullmatch(parts[-1]) or parts[0].startswith("pg_"):
        return None
    if kind == "regnamespace":
        return _schema(parts, scope)
    if parts[0] == "information_schema" and len(parts) > 1:
        return None
    nowhere = (
        len(parts) > 1 and not _is_schema(parts[0], scope) and not _is_told_of(parts[0], scope)
    )
    if not nowhere and (_is_relation(parts, scope) or _is_told_of(parts[-1], scope)):
        return None
    if kind == "regtype" and text.strip().lower() in _GRAMMATICAL:
        return None
    # a composite type is a relation, too, and those of extensions are known as types alone
    if not nowhere and scope.context.types.named(TypeName(tuple(parts), span=span)) is not None:
        return None
    if kind == "regclass":
        return Refusal(f'relation "{".".join(parts)}" does not exist', "42P01")
    if nowhere:
        return Refusal(f'schema "{parts[0]}" does not exist', "3F000")
    return Refusal(f'type "{".".join(parts)}" does not exist', "42704")


def known_names(kind: str, scope: Scope) -> Iterator[str]:
    """Yield names that the user may have meant."""
    catalog = scope.context.catalog
    if kind == "regnamespace":
        yield from (*catalog.schemas, "public")
        return
    yield from (table.name for table in catalog.tables)
    yield from (view.name for view in catalog.views)
    yield from (composite.name for composite in catalog.composites)
    if kind == "regtype":
        yield from (enum.name for enum in catalog.enums)
        yield from (domain.name for domain in catalog.domains)
        return
    yield from (index.name for index in catalog.indexes)
    yield from sequence_names(catalog)


def _folded(word: str) -> str:
    return word[1:-1].replace('""', '"') if word.startswith('"') else word.lower()


def _schema(parts: Sequence[str], scope: Scope) -> Refusal | None:
    if len(parts) > 1 or _is_schema(parts[0], scope) or _is_told_of(parts[0], scope):
        return None
    return Refusal(f'schema "{parts[0]}" does not exist', "3F000")


def _is_schema(name: str, scope: Scope) -> bool:
    catalog = scope.context.catalog
    return name in _SYSTEM or name in catalog.schemas or name in catalog.search_path


def _is_relation(parts: Sequence[str], scope: Scope) -> bool:
    context, catalog = scope.context, scope.context.catalog
    workspace = context.workspace
    if workspace.find_table(parts) is not None or workspace.find_view(parts) is not None:
        return True
    if catalog.find_composite(parts) is not None:
        return True
    if sequence_relation(parts, None, catalog) is not None:
        return True
    if workspace.system_relation(tuple(parts), None) is not None:
        return True
    return parts[-1] in {index.name for index in catalog.indexes}


def _is_told_of(name: str, scope: Scope) -> bool:
    """Tell whether a constraint has that name, or anything that is kept as text says it."""
    catalog = scope.context.catalog
    for table in catalog.tables:
        if name in {key.name for key in table.keys} | {other.name for other in table.others}:
            return True
    word = re.compile(rf"(?i)(?<![\w$]){re.escape(name)}(?![\w$])")
    return any(word.search(other.text) for other in catalog.others)
