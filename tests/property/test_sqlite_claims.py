"""Nothing that the compiler says of a random query is refuted by SQLite.

Random schemas, rows and queries: names are SQLite's, what one refuses the other refuses
too, and the rows that come keep every promise about NULL, Python types and counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .claims import Judge
from .search import search
from .sqlite import SQLITE
from .sqlite_changes import SqliteChanges
from .sqlite_server import SqliteServer

if TYPE_CHECKING:
    from collections.abc import Callable

FEW_SCENES = 60


@pytest.mark.parametrize("share", [1, 2])
def test_no_claim_about_a_random_query_is_refuted(
    share: int, record_property: Callable[[str, object], None]
) -> None:
    """``share`` lets two processes work at the same time."""
    judge = Judge(SqliteServer())
    search(judge, SQLITE, SqliteChanges, share, FEW_SCENES, record_property)
