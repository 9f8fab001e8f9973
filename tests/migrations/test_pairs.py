"""Every pair of schemas in ``pairs/``, up and down on the live engine.

A new case is a new file: ``-- before``, ``-- rows`` (to be kept), ``-- after``, each on a line of
its own; what is refused says so in ``-- refused``, with words of the message.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flash_core.errors import CompileError, MigrationError
from flash_core.migrations.diff import diff
from tests.migrations.live_mariadb import LiveMariaDB
from tests.migrations.live_postgresql import LivePostgreSQL
from tests.migrations.live_sqlite import LiveSQLite
from tests.migrations.round_trip import catalog_of, check_round_trip, read_pair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.migrations.round_trip import Live

PAIRS = Path(__file__).parent / "pairs"


@pytest.fixture
def sqlite_live() -> Iterator[Live]:
    """An empty SQLite database."""
    live = LiveSQLite()
    yield live
    live.close()


@pytest.fixture
def postgresql_live(postgresql_url: str) -> Iterator[Live]:
    """An empty PostgreSQL database."""
    live = LivePostgreSQL(postgresql_url)
    yield live
    live.close()


@pytest.fixture
def mariadb_live(mysql_url: str) -> Iterator[Live]:
    """An empty MariaDB database."""
    live = LiveMariaDB(mysql_url)
    yield live
    live.close()


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(path, id=f"{path.parent.name}-{path.stem}")
        for path in sorted(PAIRS.glob("*/*.sql"))
    ],
)
def test_up_makes_the_new_schema_and_down_the_old_one_and_rows_stay(
    path: Path, request: pytest.FixtureRequest
) -> None:
    live: Live = request.getfixturevalue(f"{path.parent.name}_live")
    pair = read_pair(path)
    if pair.refused:
        old, new = (catalog_of(text, live.engine) for text in (pair.before, pair.after))
        with pytest.raises((CompileError, MigrationError)) as refusal:
            diff(old, new)
        assert pair.refused in " ".join(str(refusal.value).split())
    else:
        check_round_trip(live, pair)
