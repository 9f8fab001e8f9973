"""Placeholders and macros to the engine's numbered form, before any parser sees the text.

Depends on: engine, lexer, source.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flash_core.engine import Engine

    from .source import Diagnostic, SourceFile, Span


@dataclass(frozen=True, slots=True)
class Edit:
    """A replaced stretch, in both coordinate systems (character offsets, half-open)."""

    original: Span
    rewritten: Span


@dataclass(frozen=True, slots=True)
class Slot:
    """One parameter as the user wrote it.

    Attributes:
        number: From 1, as in the rewritten text.
        name: Written name, or ``None`` for ``$1`` and ``?``.
        nullable: Written as ``flash.narg``.
        slice: Written as ``flash.slice``.
        spans: Each use in the user's file.
    """

    number: int
    name: str | None
    nullable: bool
    slice: bool
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Rewritten:
    """Text ready for a parser, and the way back to the user's file.

    Attributes:
        source: The user's file.
        region: The part of it that ``sql`` was made from.
        sql: The rewritten text.
        edits: In order; between them the text is the user's own.
        slots: Parameters by number.
        embeds: Spans in ``sql`` of the ``table.*`` that ``flash.embed(table)`` became.
    """

    source: SourceFile
    region: Span
    sql: str
    edits: tuple[Edit, ...] = ()
    slots: tuple[Slot, ...] = ()
    embeds: tuple[Span, ...] = ()

    def to_source(self, span: Span) -> Span:
        """Return the part of the user's file that ``span`` of ``sql`` came from.

        A span that touches a replaced stretch covers the whole original of it.
        """
        raise NotImplementedError


def rewrite(
    source: SourceFile, region: Span, engine: Engine
) -> tuple[Rewritten, list[Diagnostic]]:
    """Rewrite the placeholders and macros of one statement; report what is wrong with them."""
    raise NotImplementedError
