"""What is known of a generated query, by the text that is sent: where it stands, what it leaves.

Generated modules note it when they are imported; a query costs nothing when it runs.

Depends on: nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from .values import CopyTarget

_LIST: Final = re.compile(r"flash\.slice\(\w+\)")  # where SQLite's text has as many ?n as values


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


_ORIGINS: Final[dict[str | CopyTarget, Origin]] = {}
_LISTS: Final[dict[re.Pattern[str], Origin]] = {}
_SETTLED: Final[set[str | CopyTarget]] = set()


def name_queries(
    path: str,
    queries: Mapping[str | CopyTarget, tuple[str, int]],
    changes_session: Collection[str] = (),
) -> None:
    """Note where the queries of a file stand.

    Args:
        path: The file.
        queries: Name and line of each, by the text that is sent, or by where it copies to.
        changes_session: The texts of those that may leave something behind in PostgreSQL's
            session: a setting, an advisory lock, a temporary table.
    """
    for text, (name, line) in queries.items():
        _ORIGINS[text] = origin = Origin(name, path, line)
        if isinstance(text, str) and _LIST.search(text):
            pieces = map(re.escape, _LIST.split(text))
            _LISTS[re.compile("[?0-9, ]*".join(pieces))] = origin
    _with_lists.cache_clear()
    _SETTLED.difference_update(changes_session)
    _SETTLED.update(text for text in queries if text not in changes_session)


def changes_session(text: str) -> bool:
    """Tell whether a statement may leave something behind: a text that is not generated may."""
    return text not in _SETTLED


def origin_of(text: str | CopyTarget) -> Origin | None:
    """Return where the query stands whose text is sent; ``None`` when it is not generated."""
    found = _ORIGINS.get(text)
    return _with_lists(text) if found is None and isinstance(text, str) and _LISTS else found


@lru_cache(maxsize=256)
def _with_lists(text: str) -> Origin | None:
    """Return the same for a text in which the placeholders of lists have been written out."""
    return next((_LISTS[pattern] for pattern in _LISTS if pattern.fullmatch(text)), None)
