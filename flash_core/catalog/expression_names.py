"""Expressions of PostgreSQL's tables and domains, when what they name gets another name.

The server keeps what defaults, checks, generated columns and indexes name by number, as it does for
statements (``kept_names``); here they are parts of statements, so each is read as one.

Depends on: sql.lexer, draft, identifiers, text.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.engine import Engine
from flash_core.sql.lexer import tokenize
from flash_core.sql.token import LAYOUT

from .identifiers import quote, string
from .text import identifier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TypeAlias

    from flash_core.sql.token import Token

    from .draft import Draft
    from .model import Column, Table

    Edit: TypeAlias = tuple[int, int, str]
    Edits: TypeAlias = Callable[[str], Iterable[Edit]]

_PG: Final = Engine.POSTGRESQL
# What makes a statement of a part of one.
_EXPRESSION: Final = "SELECT "
_CONSTRAINT: Final = "ALTER TABLE x ADD "
_INDEX: Final = "CREATE INDEX ON x "
_TABLE: Final = "CREATE TABLE x (x int) "
_DOMAIN: Final = "CREATE DOMAIN x AS int "
_PART: Final = r'(?:"(?:[^"]|"")+"|[\w$]+)'
_RELATION: Final = re.compile(
    rf"'({_PART})\.{_PART}'(?=\s*::\s*(?:pg_catalog\s*\.\s*)?regclass\b)"
    rf"|(?<=val\()\s*'({_PART})\.{_PART}'",
    re.IGNORECASE,
)


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with some places replaced.

    Args:
        text: The text.
        edits: Where each place begins and ends, and what stands there from now on.
    """
    for start, end, name in sorted(set(edits), reverse=True):
        text = f"{text[:start]}{name}{text[end:]}"
    return text


def expressions_follow(draft: Draft, word: str, edits: Edits) -> None:
    """Apply edits of statements to every expression that has a word in it.

    Args:
        draft: Where the tables and domains are.
        word: The old name, without which nothing changes.
        edits: What returns the edits of a statement.
    """
    if draft.engine is not _PG:
        return

    def follow(head: str, text: str) -> str:
        if word not in text and word not in text.lower():
            return text
        return edited(head + text, edits(head + text))[len(head) :]

    for table in list(draft.tables.values()):
        if (changed := _followed(table, follow)) != table:
            draft.put(changed)
    for key, index in list(draft.indexes.items()):
        if (text := follow(_INDEX, index.text)) != index.text:
            draft.indexes[key] = replace(index, text=text)
    for key, domain in list(draft.domains.items()):
        if (text := follow(_DOMAIN, domain.text)) != domain.text:
            draft.domains[key] = replace(domain, text=text)


def _followed(table: Table, follow: Callable[[str, str], str]) -> Table:
    def part(text: str | None) -> str | None:
        return None if text is None else follow(_EXPRESSION, text)

    def column(item: Column) -> Column:
        default, generated = part(item.default), part(item.generated)
        if (default, generated) == (item.default, item.generated):
            return item
        return replace(item, default=default, generated=generated)

    return replace(
        table,
        columns=tuple(map(column, table.columns)),
        checks=tuple(replace(c, text=follow(_EXPRESSION, c.text)) for c in table.checks),
        others=tuple(replace(o, text=follow(_CONSTRAINT, o.text)) for o in table.others),
        tail=follow(_TABLE, table.tail) if table.tail else "",
    )


def relations_in_schema(text: str, old: str, new: str) -> Iterator[Edit]:
    """Yield where literals name a relation, as in ``nextval('s.t_id_seq')``, by its schema.

    Args:
        text: A statement.
        old: The schema.
        new: Its new name.
    """
    for found in _RELATION.finditer(text):
        group = 1 if found[1] is not None else 2
        written = found[group].replace("''", "'")
        name = written[1:-1].replace('""', '"') if written[0] == '"' else written.lower()
        if name == old:
            yield (*found.span(group), string(quote(new, _PG))[1:-1])


def collation_renamed(draft: Draft, old: tuple[str, ...], new: str) -> None:
    """Let expressions and views follow a collation that gets another name.

    Args:
        draft: Where the tables are.
        old: Its path, without ``public``.
        new: Its new name.
    """

    def edits(text: str) -> Iterator[Edit]:
        tokens = [token for token in tokenize(text, _PG) if token.kind not in LAYOUT]
        for position, token in enumerate(tokens):
            if token.text.upper() == "COLLATE":
                path = list(_path(tokens[position + 1 :]))
                names = [identifier(each, _PG) for each in path]
                if tuple(names[1:] if names[:1] == ["public"] else names) == old:
                    yield path[-1].start, path[-1].end, quote(new, _PG)

    expressions_follow(draft, old[-1], edits)
    for key, view in list(draft.views.items()):
        if (text := edited(view.text, edits(view.text))) != view.text:
            draft.views[key] = replace(view, text=text)


def _path(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the parts of the dotted name that tokens begin with."""
    for part, dot in zip_longest(tokens[::2], tokens[1::2]):
        yield part
        if dot is None or dot.text != ".":
            return


def field_renamed(draft: Draft, composite: tuple[str, str], old: str, new: str) -> None:
    """Let expressions follow a field of a composite type, ``(column).field``.

    Args:
        draft: Where the tables are.
        composite: Schema and name of the type.
        old: The field.
        new: Its new name.
    """
    key = draft.id(*composite)
    for table in list(draft.tables.values()):
        columns = {c.name for c in table.columns if c.type and draft.key(c.type.parts) == key}
        if not columns:
            continue
        edits = _FieldEdits(columns, old, new)

        def follow(head: str, text: str, edits: _FieldEdits = edits) -> str:
            return edited(head + text, edits(head + text))[len(head) :]

        if (changed := _followed(table, follow)) != table:
            draft.put(changed)
        for index_key, index in draft.indexes_of(table):
            draft.indexes[index_key] = replace(index, text=follow(_INDEX, index.text))


class _FieldEdits:
    """The places of a field behind some columns.

    Args:
        columns: The names of the columns.
        old: The field.
        new: Its new name.
    """

    def __init__(self, columns: set[str], old: str, new: str) -> None:
        self.columns = columns
        self.old = old
        self.new = new

    def __call__(self, text: str) -> Iterator[Edit]:
        """Yield the edits of a statement."""
        tokens = [token for token in tokenize(text, _PG) if token.kind not in LAYOUT]
        for before, column, after, dot, token in zip(
            tokens, tokens[1:], tokens[2:], tokens[3:], tokens[4:], strict=False
        ):
            around = before.text, after.text, dot.text, identifier(token, _PG)
            known = identifier(column, _PG) in self.columns
            if known and around == ("(", ")", ".", self.old):
                yield token.start, token.end, quote(self.new, _PG)
