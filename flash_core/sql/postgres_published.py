"""The tables and schemas that CREATE or ALTER PUBLICATION lists.

Depends on: clauses.
"""

from __future__ import annotations

from typing import Final

from flash_core._dataclass import dataclass
from flash_core.engine import Engine

from .clauses import significant
from .source import Span

_BEFORE: Final = 4  # words of CREATE PUBLICATION p FOR, and of ALTER PUBLICATION p ADD
_HEADS: Final = ("TABLES IN SCHEMA", "TABLE")


@dataclass(frozen=True, slots=True)
class Published:
    """A table or schema in the list.

    Attributes:
        kind: ``TABLE`` or ``TABLES IN SCHEMA``, which is not said again of each.
        text: What follows: name, columns, condition.
        span: Where that stands.
    """

    kind: str
    text: str
    span: Span


def published(text: str) -> list[Published]:
    """Return what a statement lists, in order.

    Args:
        text: CREATE PUBLICATION or ALTER PUBLICATION.
    """
    tokens = significant(text, Engine.POSTGRESQL)
    end = tokens.find(frozenset({"WITH"}), min(_BEFORE, len(tokens)), len(tokens))
    found: list[Published] = []
    position, kind = _BEFORE, "TABLE"
    while position < end:
        for head in _HEADS:
            length = len(head.split())
            if " ".join(tokens.word(position + i) for i in range(length)) == head:
                kind, position = head, position + length
                break
        stop = min(tokens.element_end(position), end)
        if stop > position:
            span = Span(tokens.items[position].start, tokens.items[stop - 1].end)
            found.append(Published(kind, tokens.slice(position, stop), span))
        position = stop + 1
    return found
