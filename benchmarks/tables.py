"""The figures as a table of a terminal, or of a page in ``docs``.

Depends on: cases, measuring.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .cases import BARS, LINES

if TYPE_CHECKING:
    from .measuring import Figure

#: Line → contender → figure.
Figures = dict[str, dict[str, "Figure"]]

_MILLISECOND: Final = 1e-3


def table(driver: str, figures: Figures) -> list[list[str]]:
    """Return the cells: a row for each contender, a column for each line.

    Args:
        driver: What the bars are known by.
        figures: What was measured.
    """
    lines = [line for line in LINES if figures.get(line)]
    names = list(dict.fromkeys(name for line in lines for name in figures[line]))
    rows = [[driver, *lines]]
    for place, name in enumerate(names):
        cells = [figures[line].get(name) for line in lines]
        rows.append([name, *(_cell(cell, time=place == 0) for cell in cells)])
        if name == "Flash" and any((driver, line) in BARS for line in lines):
            bars = (BARS.get((driver, line)) for line in lines)
            rows.append(["  may take", *("" if bar is None else f"≤ {bar:.2f}" for bar in bars)])
    return rows


def _cell(figure: Figure | None, *, time: bool) -> str:
    if figure is None:
        return ""
    if not time:
        return f"{_ratio(figure.ratio.cpu)} / {_ratio(figure.ratio.wall)}"
    return f"{_time(figure.cost.cpu)} / {_time(figure.cost.wall)}"


def _ratio(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.0f}"  # noqa: PLR2004 - two digits are enough


def _time(seconds: float) -> str:
    if seconds < _MILLISECOND:
        return f"{seconds * 1e6:.3g} µs"
    return f"{seconds * 1e3:.3g} ms"


def as_text(rows: list[list[str]]) -> str:
    """Return a table with its columns aligned."""
    widths = [max(len(row[index]) for row in rows) for index in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if index == 0 else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def as_markdown(rows: list[list[str]]) -> str:
    """Return a table of a Markdown page."""
    head, *body = [[cell.strip() for cell in row] for row in rows]
    rule = ["---", *["---:"] * (len(head) - 1)]
    bold = [[f"**{cell}**" if row[0] == "Flash" and cell else cell for cell in row] for row in body]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *bold))
