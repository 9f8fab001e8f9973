"""Source files, spans, and diagnostics drawn under the user's own text.

Spans are half-open ``[start, end)`` offsets in *characters of the file as the
user wrote it*.  Every stage reports :class:`Diagnostic` values; nothing below
the command line prints or exits.

Depends on: nothing.
"""

from __future__ import annotations

import enum
from typing import Final

from flash_core._dataclass import dataclass, field

_SHOWN: Final = 160  # characters of a line
_TAB: Final = 4
# A terminal would obey control characters; Unicode has pictures of them.
_PICTURES: Final = {code: 0x2400 + code for code in range(0x20) if code != ord("\t")} | {
    0x7F: 0x2421
}


class Severity(enum.StrEnum):
    """How bad a diagnostic is: errors stop the run, warnings do not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of characters in one source file."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a range that cannot be drawn."""
        if not 0 <= self.start <= self.end:
            message = f"not a span: [{self.start}, {self.end})"
            raise ValueError(message)

    def until(self, other: Span) -> Span:
        """Return the smallest span that covers this one and ``other``."""
        return Span(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file of SQL.

    Attributes:
        path: As shown to the user: relative to the project, with ``/``.
        text: Whole text, with the line ends it has on disk.
    """

    path: str
    text: str = field(repr=False)

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column of a character, both counted from 1.

        Lines end at a line feed alone, as editors count them:
        ``str.splitlines`` also breaks at U+2028 and form feed.
        """
        before = self.text[:offset]
        return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem, anchored to the text that caused it.

    Attributes:
        message: One sentence, lower case, no full stop, naming the thing.
        source: The file.
        span: Where to draw the carets.
        hint: What the user can type instead, or ``None``.
        sqlstate: What the server itself would answer, where it has a code.
        severity: Errors stop the run; warnings do not.
    """

    message: str
    source: SourceFile
    span: Span
    hint: str | None = None
    sqlstate: str | None = None
    severity: Severity = Severity.ERROR

    def render(self) -> str:
        """Return the diagnostic as text: header, source line, carets, hint.

        A span that crosses a line break is underlined to the end of its first
        line.  Tabs are drawn four wide so that the carets stay under the text; of
        a very long line, the part around the span is shown.
        """
        line_no, column = self.source.position(self.span.start)
        line = self.source.text.split("\n")[line_no - 1].rstrip("\r").translate(_PICTURES)
        start = column - 1
        line, start, end = _excerpt(line, start, start + self.span.end - self.span.start)
        lead, marked = line[:start].expandtabs(_TAB), line[:end].expandtabs(_TAB)
        gutter = f"{line_no:>4} | "
        width = _cells(marked) - _cells(lead)
        label = self.severity if self.sqlstate is None else f"{self.severity} [{self.sqlstate}]"
        out = [
            f"{self.source.path}:{line_no}:{column}: {label}: {self.message}",
            gutter + line.expandtabs(_TAB),
            " " * (len(gutter) + _cells(lead)) + "^" * max(1, width),
        ]
        if self.hint:
            out.append(f"     = help: {self.hint}")
        return "\n".join(out)


def _excerpt(line: str, start: int, end: int) -> tuple[str, int, int]:
    """Return the part of a long line that is around a span, and where the span is in it."""
    if len(line) <= _SHOWN:
        return line, start, end
    first = max(0, min(start - _SHOWN // 2, len(line) - _SHOWN))
    last = first + _SHOWN
    before, after = "…" if first else "", "…" if last < len(line) else ""
    moved = len(before) - first
    return f"{before}{line[first:last]}{after}", start + moved, min(end, last) + moved


def _cells(text: str) -> int:
    """Return how many columns of a terminal a text takes (Unicode Standard Annex 11)."""
    if text.isascii():
        return len(text)
    import unicodedata  # noqa: PLC0415 - seldom needed, and every command imports this module

    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.combining(character) > 0 for character in text)
