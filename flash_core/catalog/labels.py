"""Where a value of an enum is written in tables: it follows when the value is renamed.

The server stores the value itself, not its text.

Depends on: engine, sql.lexer, draft, identifiers, text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.engine import Engine
from flash_core.sql.lexer import TokenKind, tokenize

from .identifiers import string
from .text import mentions

if TYPE_CHECKING:
    from flash_core.sql.syntax import TypeName

    from .draft import Draft, ObjectId
    from .model import Column, Table

_UNSAFE: Final = r'[\s{},"\\]'


def relabel(draft: Draft, enum: ObjectId, old: str, new: str) -> None:
    """Let defaults, checks, indexes, domains and partitions name a value of an enum anew."""
    labels = _Labels(draft, enum, old, new)
    for key, domain in list(draft.domains.items()):
        if labels.are_in(domain.type):
            draft.domains[key] = replace(domain, text=labels.text(domain.text))
    for table in list(draft.tables.values()):
        if any(labels.are_in(column.type) for column in table.columns):
            draft.put(labels.table(table))
            for key, index in draft.indexes_of(table):
                draft.indexes[key] = replace(index, text=labels.text(index.text))


class _Labels:
    """A value of an enum, before and after it is renamed.

    Args:
        draft: Where it is used.
        enum: Its enum.
        old: What it was.
        new: What it is.
    """

    def __init__(self, draft: Draft, enum: ObjectId, old: str, new: str) -> None:
        self.draft = draft
        self.enum = enum
        self.old = old
        self.new = new

    def are_in(self, type_: TypeName | None) -> bool:
        """Tell whether values of a type are, or contain, values of the enum."""
        if type_ is None:
            return False
        key = self.draft.id_of(type_.parts)
        if (domain := self.draft.domains.get(key)) is not None:
            return self.are_in(domain.type)
        composite = self.draft.composites.get(key)
        fields = composite.columns if composite is not None else ()
        return key == self.enum or any(self.are_in(field.type) for field in fields)

    def text(self, value: str) -> str:
        """Return an expression with the new label."""
        one, other = string(self.old), string(self.new)
        if one not in value:
            return value
        tokens = tokenize(value, Engine.POSTGRESQL)
        return "".join(
            other if token.kind is TokenKind.STRING and token.text == one else token.text
            for token in tokens
        )

    def table(self, table: Table) -> Table:
        """Return a table with the new label in all that it says."""
        return replace(
            table,
            columns=tuple(map(self._column, table.columns)),
            checks=tuple(replace(check, text=self.text(check.text)) for check in table.checks),
            others=tuple(replace(item, text=self.text(item.text)) for item in table.others),
            bound=self.text(table.bound) if self._divide(table) else table.bound,
        )

    def _column(self, column: Column) -> Column:
        default = column.default
        if default is not None and column.type is not None and self.are_in(column.type):
            default = self.text(default)
            if column.type.dimensions:
                default = _in_arrays(default, self.old, self.new)
        generated = None if column.generated is None else self.text(column.generated)
        return replace(column, default=default, generated=generated)

    def _divide(self, table: Table) -> bool:
        """Tell whether a table is a partition by a column that has values of the enum."""
        draft = self.draft
        above = draft.tables.get(draft.key(table.inherits[0])) if table.bound else None
        key = above.tail if above is not None else ""
        return any(
            self.are_in(column.type) and mentions(key, column.name, Engine.POSTGRESQL)
            for column in table.columns
        )


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
