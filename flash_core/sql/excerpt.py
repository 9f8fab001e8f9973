"""The stretch of text that a grammar reads, and its places in the user's file.

Both grammars work in offsets of the rewritten text; nodes and diagnostics hold
spans of the user's file.  This is the one place where the two meet.

Depends on: lexical, source, placeholders.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass

from .lexical import find_unusable
from .source import Diagnostic, Span

if TYPE_CHECKING:
    from .placeholders import Rewritten


class NotReadable(Exception):
    """A grammar met something that it does not read; caught at the statement.

    Args:
        message: As in a diagnostic.
        start: First offset in the rewritten text.
        end: Offset after the last character.
        hint: As in a diagnostic.
        sqlstate: As in a diagnostic.
    """

    def __init__(
        self,
        message: str,
        start: int,
        end: int,
        *,
        hint: str | None = None,
        sqlstate: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.start = start
        self.end = end
        self.hint = hint
        self.sqlstate = sqlstate


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The text of one statement, as a grammar sees it."""

    rewritten: Rewritten

    @property
    def text(self) -> str:
        """Text to parse."""
        return self.rewritten.sql

    def span(self, start: int, end: int) -> Span:
        """Return the place in the user's file of a range of the text."""
        if not self.rewritten.edits:
            base = self.rewritten.region.start
            return Span(base + start, base + end)
        return self.rewritten.to_source(Span(start, end))

    def check_characters(self) -> None:
        """Refuse characters that no server and no file in UTF-8 can hold.

        Raises:
            NotReadable: There is a NUL or a lone surrogate.
        """
        if found := find_unusable(self.text, 0, len(self.text)):
            message = f"character U+{ord(found[0]):04X} cannot stand in SQL"
            raise NotReadable(message, found.start(), found.end())

    def whole(self) -> Span:
        """Return the place of the whole statement in the user's file."""
        return self.rewritten.region

    def is_embed(self, start: int, end: int) -> bool:
        """Tell whether a ``table.*`` came from ``flash.embed(table)``."""
        return Span(start, end) in self.rewritten.embeds

    def diagnose(self, problem: NotReadable) -> Diagnostic:
        """Return the diagnostic for a problem, drawn in the user's file."""
        return Diagnostic(
            problem.message,
            self.rewritten.source,
            self.span(problem.start, problem.end),
            problem.hint,
            problem.sqlstate,
        )
