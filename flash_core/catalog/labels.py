"""Where a value of an enum is written in tables: it follows when the value is renamed.

The server stores the value itself, not its text.

Depends on: engine, sql.lexer, draft, identifiers.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.engine import Engine
from flash_core.sql.lexer import TokenKind, tokenize

from .identifiers import string

if TYPE_CHECKING:
    from .draft import Draft, ObjectId
    from .model import Column, Table

_UNSAFE: Final = r'[\s{},"\\]'


def relabel(draft: Draft, enum: ObjectId, old: str, new: str) -> None:
    """Let defaults, checks and indexes name a value of an enum by its new name."""
    one, other = string(old), string(new)

    def text(value: str) -> str:
        if one not in value:
            return value
        tokens = tokenize(value, Engine.POSTGRESQL)
        return "".join(
            other if token.kind is TokenKind.STRING and token.text == one else token.text
            for token in tokens
        )

    def default(column: Column) -> str | None:
        if column.default is None or not has_it(column):
            return column.default
        dimensions = 0 if column.type is None else column.type.dimensions
        return _in_arrays(text(column.default), old, new) if dimensions else text(column.default)

    def has_it(column: Column) -> bool:
        return column.type is not None and draft.id_of(column.type.parts) == enum

    def changed(table: Table) -> Table:
        columns = tuple(
            replace(
                column,
                default=default(column),
                generated=None if column.generated is None else text(column.generated),
            )
            for column in table.columns
        )
        checks = tuple(replace(check, text=text(check.text)) for check in table.checks)
        others = tuple(replace(item, text=text(item.text)) for item in table.others)
        return replace(table, columns=columns, checks=checks, others=others)

    for table in list(draft.tables.values()):
        if any(map(has_it, table.columns)):
            draft.put(changed(table))
            for key, index in draft.indexes_of(table):
                draft.indexes[key] = replace(index, text=text(index.text))


def _in_arrays(value: str, old: str, new: str) -> str:
    """Return an expression with another label in its literals of arrays: ``'{old,other}'``."""
    bare, quoted = re.escape(old), re.escape(_quoted(old))
    label = _quoted(new) if re.search(_UNSAFE, new) or new.upper() in {"", "NULL"} else new
    either = quoted if re.search(_UNSAFE, old) else f"{quoted}|{bare}"
    pattern = re.compile(rf"(?<=[{{,])\s*(?:{either})\s*(?=[,}}])")
    pieces: list[str] = []
    for token in tokenize(value, Engine.POSTGRESQL):
        inner = token.text[1:-1].replace("''", "'")
        if token.kind is TokenKind.STRING and inner.startswith("{"):
            pieces.append(string(pattern.sub(lambda _: label, inner)))
        else:
            pieces.append(token.text)
    return "".join(pieces)


def _quoted(label: str) -> str:
    escaped = label.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
