"""Parameters as written to numbered slots.

Depends on: engine, source.
"""

from __future__ import annotations

import enum
import itertools
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.engine import Engine

from .source import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .source import SourceFile, Span


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


class Style(enum.Enum):
    """How a parameter is told from the others."""

    DOLLAR = enum.auto()  # $1
    NUMBERED = enum.auto()  # ?1
    NEXT = enum.auto()  # ?
    NAMED = enum.auto()  # :name, @name, $name, flash.arg(name)


@dataclass(frozen=True, slots=True)
class Use:
    """One parameter in the text.

    Attributes:
        style: How it is written.
        text: As written, for messages.
        span: Its place in the file.
        number: Of ``DOLLAR`` and ``NUMBERED``.
        name: Of ``NAMED``.
        nullable: ``flash.narg``.
        slice: ``flash.slice``.
    """

    style: Style
    text: str
    span: Span
    number: int = 0
    name: str | None = None
    nullable: bool = False
    slice: bool = False


# What the servers and their protocols take; a statement above it cannot be prepared.
_MOST: Final = {Engine.POSTGRESQL: 65535, Engine.MYSQL: 65535, Engine.SQLITE: 32766}


def number(uses: Sequence[Use]) -> list[int]:
    """Return the number of each use.

    A name keeps the number of its first use.  ``?`` is one more than the highest
    number so far, as in SQLite.
    """
    names: dict[str, int] = {}
    highest = 0
    numbers: list[int] = []
    for use in uses:
        if use.style is Style.NAMED and use.name is not None:
            current = names.setdefault(use.name, highest + 1)
        else:
            current = highest + 1 if use.style is Style.NEXT else use.number
        highest = max(highest, current)
        numbers.append(current)
    return numbers


def slots(uses: Sequence[Use], numbers: Sequence[int]) -> tuple[Slot, ...]:
    """Return the slots by number."""
    together: dict[int, list[Use]] = {}
    for use, own in zip(uses, numbers, strict=True):
        together.setdefault(own, []).append(use)
    return tuple([_slot(own, together[own]) for own in sorted(together)])


def _slot(own: int, uses: Sequence[Use]) -> Slot:
    nullable = True in [use.nullable for use in uses]
    sliced = True in [use.slice for use in uses]
    return Slot(own, uses[0].name, nullable, sliced, tuple([use.span for use in uses]))


def numbering_problems(
    source: SourceFile, uses: Sequence[Use], numbers: Sequence[int], engine: Engine
) -> list[Diagnostic]:
    """Report mixed styles, gaps, numbers out of range and names used in two ways."""
    if not uses:
        return []
    mixed = _mixed(source, uses, engine)
    if mixed is not None:
        return [mixed]
    most = _MOST[engine.family]
    for use, own in zip(uses, numbers, strict=True):
        if not 1 <= own <= most:
            message = f"parameter {_short(use.text)} is out of range"
            hint = f"use numbers from 1 to {most}"
            state = "42P02" if engine is Engine.POSTGRESQL else None
            return [Diagnostic(message, source, use.span, hint, state)]
    gap = _gap(source, uses, numbers)
    return [*([gap] if gap else []), *_two_ways(source, uses)]


def _mixed(source: SourceFile, uses: Sequence[Use], engine: Engine) -> Diagnostic | None:
    styles = {use.style for use in uses}
    if len(styles) == 1:
        return None
    if all(use.style is Style.NEXT or use.slice for use in uses):
        return None  # nothing but the macro writes a list
    if engine is Engine.SQLITE and Style.DOLLAR not in styles:
        return None  # SQLite itself numbers names, ?1 and ? as one sequence
    for use in uses[1:]:
        first = uses[0]
        if (use.style is Style.NAMED) is not (first.style is Style.NAMED):
            message = f"{_short(use.text)} is mixed with {_short(first.text)} in one statement"
            hint = "name every parameter, or number every one"
            return Diagnostic(message, source, use.span, hint)
    dollar = next((use for use in uses if use.style is Style.DOLLAR), None)
    question = next((use for use in uses if use.style is Style.NEXT), None)
    if dollar is None or question is None:
        return None
    message = f"? is mixed with {_short(dollar.text)} in one statement"
    return Diagnostic(message, source, question.span, "number every parameter")


def _gap(source: SourceFile, uses: Sequence[Use], numbers: Sequence[int]) -> Diagnostic | None:
    taken = set(numbers)
    if max(taken) == len(taken):
        return None
    missing = next(count for count in itertools.count(1) if count not in taken)
    above = min(zip(numbers, uses, strict=True), key=lambda pair: (pair[0] < missing, pair[0]))[1]
    mark = above.text[0]
    return Diagnostic(
        f"parameter {mark}{missing} is never used",
        source,
        above.span,
        f"number the parameters without a gap: write {mark}{missing} here",
    )


def _two_ways(source: SourceFile, uses: Sequence[Use]) -> list[Diagnostic]:
    first: dict[str, Use] = {}
    problems: list[Diagnostic] = []
    for use in uses:
        if use.name is None:
            continue
        earlier = first.setdefault(use.name, use)
        if earlier.slice is not use.slice:
            message = f"parameter {use.name} is both a list and a single value"
            problems.append(Diagnostic(message, source, use.span, "use two names"))
    return problems


def _short(text: str) -> str:
    """Cut what is too long for a message."""
    most = 40
    return text if len(text) <= most else text[: most - 1] + "…"
