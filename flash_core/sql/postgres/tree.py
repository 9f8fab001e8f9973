"""Reading libpg_query's JSON: typed access to its fields, and places in the text.

The JSON leaves out fields that are zero, false or empty, so every accessor has
a default.  ``location`` counts bytes; everything that leaves this module counts
characters.

Depends on: excerpt, libpg_query, syntax.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NoReturn

from flash_core._dataclass import dataclass, field
from flash_core.sql.excerpt import NotReadable
from flash_core.sql.syntax import Name

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.sql.excerpt import Excerpt
    from flash_core.sql.libpg_query import Json, Tree
    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Query, Statement

_IDENTIFIER: Final = r"(?:[^\W\d][\w$]*|[uU]&\"(?:[^\"]|\"\")*\"|\"(?:[^\"]|\"\")*\")"
_GAP: Final = r"(?:\s|--[^\n]*|/\*.*?\*/)*"
_DOTTED: Final = re.compile(rf"{_IDENTIFIER}(?:{_GAP}\.{_GAP}(?:{_IDENTIFIER}|\*))*|\*", re.DOTALL)
_TOKEN: Final = re.compile(
    rf"""[eEbBxXnN]?'(?:[^']|'')*'|{_IDENTIFIER}|\$\d+|-?(?:\d[\w.]*|\.\d\w*)|::|[-+*/<>=~!@\#%^&|`?]+|.""",
    re.DOTALL,
)


@dataclass(slots=True)
class Reader:
    """One statement being read.

    Attributes:
        excerpt: Its text.
        read_query: Reads a ``SelectStmt``: expressions hold queries and queries
            hold expressions, and modules cannot import each other both ways.
        read_statement: Reads what stands in WITH, for the same reason.
    """

    excerpt: Excerpt
    read_query: Callable[[Reader, Tree], Query]
    read_statement: Callable[[Reader, Tree], Statement]
    _text: str = field(init=False)
    _length: int = field(init=False)
    _characters: list[int] = field(default_factory=list[int])

    def __post_init__(self) -> None:
        text = self._text = self.excerpt.text
        self._length = len(text)
        if not text.isascii():
            table = self._characters
            for index, character in enumerate(text):
                table.extend([index] * len(character.encode()))
            table.append(len(text))

    def at(self, node: Tree, key: str = "location") -> int | None:
        """Return the character offset of a node, or ``None`` if it has no place."""
        location = node.get(key, 0)
        if not isinstance(location, int):
            return 0
        if self._characters or not 0 <= location <= self._length:
            return self.character(location)
        return location  # as most are: a byte of ASCII is a character

    def character(self, location: int) -> int | None:
        """Return the character offset of a byte offset, or ``None`` for -1."""
        if location < 0:
            return None
        table = self._characters
        if table:
            return table[min(location, len(table) - 1)]
        return min(self._length, location)

    def token_end(self, start: int) -> int:
        """Return the offset after the token that starts at ``start``."""
        found = _TOKEN.match(self._text, start)
        return found.end() if found else start

    def dotted_end(self, start: int) -> int:
        """Return the offset after the (qualified) name that starts at ``start``."""
        found = _DOTTED.match(self._text, start)
        return found.end() if found else self.token_end(start)

    def token(self, node: Tree, key: str = "location") -> Span:
        """Return the place of the token at a node; the whole statement if it has none."""
        start = self.at(node, key)
        if start is None:
            return self.excerpt.whole()
        found = _TOKEN.match(self._text, start)
        return self.excerpt.span(start, found.end() if found else start)

    def dotted(self, node: Tree) -> Span:
        """Return the place of the (qualified) name at a node."""
        start = self.at(node)
        if start is None:
            return self.excerpt.whole()
        return self.excerpt.span(start, self.dotted_end(start))

    def refuse(self, what: str, node: Tree, hint: str | None = None) -> NoReturn:
        """Give up at valid SQL that Flash does not read yet.

        Raises:
            NotReadable: Always.
        """
        start = self.at(node) or 0
        message = f"{what} is not supported yet"
        raise NotReadable(message, start, self.token_end(start), hint=hint)

    def refuse_parameter(self, node: Tree, hint: str | None) -> NoReturn:
        """Give up at a parameter where the server's grammar has none.

        Raises:
            NotReadable: Always.
        """
        start = self.at(node) or 0
        end = self.token_end(start)
        span = self.excerpt.span(start, end)
        text = self.excerpt.rewritten.source.text
        written = text[span.start : span.end]
        if written.startswith(":") and re.search(r"[\w\")\]']\Z", text[: span.start]):
            hint = f"write a cast as :{written}"
        message = f'syntax error at or near "{written}"'
        raise NotReadable(message, start, end, hint=hint, sqlstate="42601")


def integer(node: Tree, key: str) -> int:
    """Return a number; the JSON leaves out zero."""
    value = node.get(key)
    return value if isinstance(value, int) else 0


def flag(node: Tree, key: str) -> bool:
    """Return a boolean; the JSON leaves out false."""
    return node.get(key) is True


def string(node: Tree, key: str) -> str:
    """Return a string; the JSON leaves out the empty one."""
    value = node.get(key)
    return value if isinstance(value, str) else ""


def optional(node: Tree, key: str) -> str | None:
    """Return a string, or ``None`` when the field is not there."""
    return string(node, key) or None


def child(node: Tree, key: str) -> Tree | None:
    """Return a nested node (or the wrapper of one), or ``None``."""
    value = node.get(key)
    return value if isinstance(value, dict) else None


def children(node: Tree, key: str) -> list[Tree]:
    """Return the nodes of a list."""
    value = node.get(key)
    return [] if value is None else _trees(value)


def _trees(value: Json) -> list[Tree]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def unwrap(wrapper: Tree) -> tuple[str, Tree]:
    """Split ``{"ColumnRef": {…}}`` into kind and node."""
    for kind, value in wrapper.items():
        return kind, value if isinstance(value, dict) else {}
    return "", {}


def unwrapped(wrapper: Tree | None) -> Tree:
    """Return the node of a wrapper, whatever its kind; empty for ``None``."""
    return {} if wrapper is None else unwrap(wrapper)[1]


def list_items(wrapper: Tree) -> list[Tree]:
    """Return the items of a wrapped ``List``."""
    return children(unwrapped(wrapper), "items")


def strings(items: list[Tree]) -> tuple[str, ...]:
    """Return the values of a list of wrapped ``String`` nodes."""
    nodes = [item.get("String") for item in items]
    values = [node.get("sval", "") for node in nodes if isinstance(node, dict)]
    return tuple([value for value in values if isinstance(value, str)])


def relation_name(reader: Reader, relation: Tree) -> Name:
    """Return the name in a ``RangeVar``."""
    parts = (
        optional(relation, "catalogname"),
        optional(relation, "schemaname"),
        string(relation, "relname"),
    )
    return Name(tuple(part for part in parts if part is not None), span=reader.dotted(relation))


def last_place(node: Tree) -> int:
    """Return the last location (in bytes) at or below ``node``; -1 when there is none."""
    found = integer(node, "location") if "location" in node else -1
    for value in node.values():
        for item in [value] if isinstance(value, dict) else _trees(value):
            found = max(found, last_place(item))
    return found
