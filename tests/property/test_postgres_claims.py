"""Nothing that the compiler says of a random query is refuted by PostgreSQL.

Random schemas, rows and queries: names, types and parameters are the server's, what one refuses
the other refuses too, and the rows that come keep every promise about NULL, Python types and counts.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import psycopg
import pytest

from .claims import Judge
from .postgresql import POSTGRESQL, PRELUDE
from .postgresql_changes import PostgresqlChanges
from .postgresql_server import PostgresqlServer
from .search import search

if TYPE_CHECKING:
    from collections.abc import Callable

FEW_SCENES = 40


@pytest.mark.parametrize("share", [1, 2])
def test_no_claim_about_a_random_query_is_refuted(
    share: int, postgresql_url: str, record_property: Callable[[str, object], None]
) -> None:
    """``share`` lets two processes work at the same time."""
    with psycopg.connect(postgresql_url, autocommit=True) as connection:
        connection.execute(PRELUDE.encode())
        with closing(PostgresqlServer(connection)) as server:
            search(Judge(server), POSTGRESQL, PostgresqlChanges, share, FEW_SCENES, record_property)
