"""How much memory reading takes, measured in processes of their own."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.faults.reading import ASYNCHRONOUS, SYNCHRONOUS

if TYPE_CHECKING:
    from tests.servers import Server

pytestmark = [
    pytest.mark.fuzz,
    pytest.mark.skipif(
        not Path("/proc/self/clear_refs").exists(), reason="only Linux tells the peak of a while"
    ),
]

LOG = logging.getLogger(__name__)
SCRIPT = Path(__file__).with_name("reading.py")
ROOT = SCRIPT.parents[2]
MIB = 1024  # in KiB
drivers = pytest.mark.parametrize("driver", [*ASYNCHRONOUS, *SYNCHRONOUS])


@pytest.fixture
def place(driver: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """URL of an empty database for the driver."""
    if "sqlite" in driver:
        return f"sqlite:///{tmp_path}/data.db"
    engine = "mysql" if driver in {"aiomysql", "asyncmy", "pymysql"} else "postgresql"
    server: Server = request.getfixturevalue(f"mortal_{engine}")
    return server.url.replace("://", f"+{driver.partition('-')[0]}://")


def growth(how: str, driver: str, url: str, rows: int) -> int:
    """Return by how many KiB a process grows that reads so."""
    command = [sys.executable, str(SCRIPT), how, driver, url, str(rows)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return int(done.stdout)


@drivers
@pytest.mark.parametrize("how", ["iter", "iter-in-a-transaction"])
def test_iterating_over_a_million_rows_takes_no_more_than_30_mib(
    driver: str, place: str, how: str
) -> None:
    grown = growth(how, driver, place, 1_000_000)
    LOG.info("%s of 1,000,000 rows, %s: %.1f MiB", how, driver, grown / MIB)
    assert grown < 30 * MIB


@drivers
def test_a_list_of_a_hundred_thousand_rows_takes_what_the_driver_and_the_rows_take(
    driver: str, place: str
) -> None:
    ours, bare, rows = (growth(how, driver, place, 100_000) for how in ("many", "bare", "rows"))
    LOG.info(
        "many of 100,000 rows, %s: %.1f MiB; bare %.1f, rows %.1f",
        *(driver, ours / MIB, bare / MIB, rows / MIB),
    )
    assert ours < 1.3 * bare + rows
