"""Names that statements of PostgreSQL's schema files make or take away, at whatever point.

Depends on: sql.syntax, objects.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from flash_core.sql import syntax

from .objects import created, created_parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flash_core.sql.source import SourceFile
    from flash_core.sql.syntax import Statement

HEADS: Final = ("ALTER", "COMMENT", "GRANT", "REVOKE", "DROP", "CREATE")
_HISTORY: Final = r"(?i)\b(?:DROP|RENAME|SCHEMA)\b"
_TABLES: Final = r"(?i)\s*(?:CREATE|ALTER)\s+(?:UNLOGGED\s+|FOREIGN\s+)?TABLE\b"
_INDEX: Final = r"(?i)\bCREATE\s+(?:UNIQUE\s+)?INDEX\s+(?:CONCURRENTLY\s+)?"
_WORD: Final = r'"(?:[^"]|"")+"|[^\W\d][\w$]*'
_IN_TABLES: Final = frozenset({"index", "sequence"})  # which clauses of tables make, too


class WrittenNames:
    """What the words of the files tell of names that are not there when all statements have run."""

    def __init__(self, statements: Sequence[tuple[SourceFile, Statement, tuple[str, ...]]]) -> None:
        self._statements = statements

    def had(self, name: str, text: str, kind: str, *, changed: bool) -> bool:
        """Tell whether a name may have been there before some statement.

        Args:
            name: The last part of it.
            text: The statement that needs it.
            kind: What it should be.
            changed: Something else has the name in the end.
        """
        for other, words in self._history:
            # What the server named after a table (users_id_seq) went with it.
            if other != text and any(name == w or name.startswith(f"{w}_") for w in words):
                return True
        if changed:
            return False
        if name in self.made or name in self._hidden:
            return True
        clauses = self._of_tables if kind in _IN_TABLES else ()
        return any(other != text and name in words for other, words in clauses)

    @property
    def _texts(self) -> Iterator[str]:
        for source, statement, _ in self._statements:
            yield source.text[statement.span.start : statement.span.end]

    @cached_property
    def made(self) -> dict[str, set[str]]:
        """The names of all that was ever made, though the statement be refused, with its kinds."""
        found: dict[str, set[str]] = {}
        for text in self._texts:
            plain = re.sub(_INDEX, "CREATE INDEX ", text, count=1)
            if made := created(plain):
                found.setdefault(created_parts(plain)[-1], set()).add(made[0])
        return found

    @cached_property
    def _history(self) -> list[tuple[str, frozenset[str]]]:
        """The words of statements that take names away."""
        texts = dict.fromkeys(self._texts)
        return [(text, _words(text)) for text in texts if re.search(_HISTORY, text)]

    @cached_property
    def _of_tables(self) -> list[tuple[str, frozenset[str]]]:
        texts = dict.fromkeys(self._texts)
        return [(text, _words(text)) for text in texts if re.match(_TABLES, text)]

    @cached_property
    def _hidden(self) -> frozenset[str]:
        """The words of blocks and calls that may make something."""
        found: set[str] = set()
        for source, statement, _ in self._statements:
            match statement:
                case syntax.Utility(keyword=keyword) if keyword.startswith(HEADS):
                    continue
                case syntax.Utility() | syntax.Select():
                    found |= _words(source.text[statement.span.start : statement.span.end])
                case _:
                    pass
        return frozenset(found)


def _words(text: str) -> frozenset[str]:
    found: list[str] = re.findall(_WORD, text)
    return frozenset(w[1:-1].replace('""', '"') if w[0] == '"' else w.lower() for w in found)
