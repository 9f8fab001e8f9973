"""Prints how much the property tests have looked at."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Add up what the tests recorded, over all processes."""
    seen: Counter[str] = Counter()
    for reports in terminalreporter.stats.values():
        for report in reports:
            for name, count in getattr(report, "user_properties", ()):
                if isinstance(count, int) and getattr(report, "when", "") == "call":
                    seen[name] += count
    if seen:
        terminalreporter.section("random queries")
        for name, count in seen.most_common():
            terminalreporter.line(f"{count:8} {name}")
