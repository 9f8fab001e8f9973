"""Where the user wrote a query, by the text that is sent: for errors and for whoever watches.

Generated modules note it when they are imported; a query costs nothing when it runs.

Depends on: nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a query stands.

    Attributes:
        name: Of the query, as the user wrote it.
        path: Its file, from the project's folder.
        line: The line of its name there.
    """

    name: str
    path: str
    line: int

    def __str__(self) -> str:
        """Return the place as editors understand it."""
        return f"{self.path}:{self.line}"


_ORIGINS: Final[dict[str, Origin]] = {}


def name_queries(path: str, queries: Mapping[str, tuple[str, int]]) -> None:
    """Note where the queries of a file stand.

    Args:
        path: The file.
        queries: Name and line of each, by the text that is sent.
    """
    for text, (name, line) in queries.items():
        _ORIGINS[text] = Origin(name, path, line)


def origin_of(text: str) -> Origin | None:
    """Return where the query stands whose text is sent; ``None`` when it is not generated."""
    return _ORIGINS.get(text)
