"""Nothing that the compiler says of a random query is refuted by MariaDB.

Random schemas, rows and queries: names and types are the server's, what one refuses the
other refuses too, and the rows that come keep every promise about NULL, Python types and counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pymysql
import pytest

from .claims import Judge
from .mariadb import MARIADB
from .mariadb_changes import MariadbChanges
from .mariadb_server import MariadbServer
from .search import search

if TYPE_CHECKING:
    from collections.abc import Callable

FEW_SCENES = 18


@pytest.mark.parametrize("share", [1, 2])
def test_no_claim_about_a_random_query_is_refuted(
    share: int, mysql_url: str, record_property: Callable[[str, object], None]
) -> None:
    """``share`` lets two processes work at the same time."""
    parts = urlsplit(mysql_url)
    connection = pymysql.connect(
        host=parts.hostname or "",
        port=parts.port or 3306,
        user=parts.username or "root",
        password=parts.password or "",
        database=parts.path.strip("/"),
        charset="utf8mb4",
        autocommit=True,
    )
    with connection:
        judge = Judge(MariadbServer(connection))
        search(judge, MARIADB, MariadbChanges, share, FEW_SCENES, record_property)
