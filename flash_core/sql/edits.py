"""Replaced stretches of text, and the way back from the result to the user's file.

Depends on: source.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass

from .source import Span

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Edit:
    """A replaced stretch, in both coordinate systems (character offsets, half-open)."""

    original: Span
    rewritten: Span


@dataclass(frozen=True, slots=True)
class Replacement:
    """What to write instead of a stretch of the user's file."""

    original: Span
    text: str


def apply(
    text: str, region: Span, replacements: Sequence[Replacement]
) -> tuple[str, tuple[Edit, ...]]:
    """Return the region of ``text`` with every replacement made.

    Args:
        text: The whole file.
        region: The part to return.
        replacements: In order of their place, inside the region, without overlap.
    """
    parts: list[str] = []
    edits: list[Edit] = []
    read = region.start
    written = 0
    for replacement in replacements:
        parts.append(text[read : replacement.original.start])
        parts.append(replacement.text)
        start = written + replacement.original.start - read
        written = start + len(replacement.text)
        read = replacement.original.end
        edits.append(Edit(replacement.original, Span(start, written)))
    parts.append(text[read : region.end])
    return "".join(parts), tuple(edits)


def to_original(edits: Sequence[Edit], region: Span, span: Span) -> Span:
    """Map a span of the rewritten text to the file that ``region`` is part of.

    A span that touches a replaced stretch covers the whole original of it.
    """
    mapped = _map(edits, span, (_rewritten, _original), region.start)
    return Span(min(mapped.start, region.end), min(mapped.end, region.end))


def to_rewritten(edits: Sequence[Edit], region: Span, span: Span) -> Span:
    """Map a span inside ``region`` of the file to the rewritten text."""
    start = min(max(span.start, region.start), region.end)
    end = min(max(span.end, start), region.end)
    return _map(edits, Span(start, end), (_original, _rewritten), -region.start)


def _original(edit: Edit) -> Span:
    return edit.original


def _rewritten(edit: Edit) -> Span:
    return edit.rewritten


_Side = Callable[[Edit], Span]


def _map(edits: Sequence[Edit], span: Span, sides: tuple[_Side, _Side], ahead: int) -> Span:
    """Map from the first to the second of ``sides``.

    Args:
        edits: In order.
        span: In the coordinates of the first side.
        sides: Which halves of an edit to map from and to.
        ahead: Difference of the coordinates before the first edit.
    """
    here, there = sides

    def last_before(offset: int) -> Edit | None:
        index = bisect_right(edits, offset, key=lambda edit: here(edit).start)
        return edits[index - 1] if index else None

    def shift(edit: Edit | None) -> int:
        return ahead if edit is None else there(edit).end - here(edit).end

    first = last_before(span.start)
    start = span.start + shift(first)
    if first is not None and span.start < here(first).end:
        start = there(first).start
        if span.start == span.end == here(first).start:
            return Span(start, start)  # between two characters, the second of them replaced
    final = max(span.start, span.end - 1)
    last = last_before(final)
    end = span.end + shift(last)
    if last is not None and final < here(last).end:
        end = there(last).end
    return Span(start, max(start, end))
