"""The guide's project, typed as the guide types it, on every driver."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.examples.conftest import Project


@pytest.mark.parametrize(
    ("script", "driver"),
    [
        ("run_async.py", "asyncpg_pool"),
        ("run_async.py", "asyncpg_connection"),
        ("run_async.py", "psycopg_pool"),
        ("run_async.py", "psycopg_connection"),
        ("run_sync.py", "psycopg_pool"),
        ("run_sync.py", "psycopg_connection"),
        ("run_sync.py", "url"),
    ],
)
def test_every_call_of_the_guide_works_on_postgresql(
    guide: Callable[[str, str], Project], postgresql_url: str, script: str, driver: str
) -> None:
    guide("postgresql", postgresql_url).python(script, driver, postgresql_url)


@pytest.mark.parametrize("scheme", ["postgresql+asyncpg", "postgresql+psycopg"])
def test_every_call_of_the_guide_works_through_connect(
    guide: Callable[[str, str], Project], postgresql_url: str, scheme: str
) -> None:
    url = postgresql_url.replace("postgresql", scheme, 1)
    guide("postgresql", postgresql_url).python("run_async.py", "url", url)


@pytest.mark.parametrize("scheme", ["postgresql+asyncpg", "postgresql+psycopg"])
def test_enums_json_and_arrays_are_the_same_on_every_driver(
    guide: Callable[[str, str], Project], postgresql_url: str, scheme: str
) -> None:
    url = postgresql_url.replace("postgresql", scheme, 1)
    guide("postgresql", postgresql_url).python("run_values.py", url)


@pytest.mark.parametrize(
    ("script", "driver"),
    [
        ("run_async.py", "aiosqlite"),
        ("run_async.py", "url"),
        ("run_sync.py", "sqlite3"),
        ("run_sync.py", "url"),
    ],
)
def test_every_call_of_the_guide_works_on_sqlite(
    guide: Callable[[str, str], Project], tmp_path: Path, script: str, driver: str
) -> None:
    url = f"sqlite://{tmp_path}/data.db"
    guide("sqlite", url).python(script, driver, url)


@pytest.mark.parametrize(
    ("script", "driver"),
    [
        ("run_async.py", "aiomysql_pool"),
        ("run_async.py", "aiomysql_connection"),
        ("run_async.py", "asyncmy_pool"),
        ("run_async.py", "asyncmy_connection"),
        ("run_sync.py", "pymysql"),
        ("run_sync.py", "url"),
    ],
)
def test_every_call_of_the_guide_works_on_mariadb(
    guide: Callable[[str, str], Project], mysql_url: str, script: str, driver: str
) -> None:
    guide("mysql", mysql_url).python(script, driver, mysql_url)


@pytest.mark.parametrize("scheme", ["mysql+aiomysql", "mysql+asyncmy", "mariadb"])
def test_every_call_of_the_guide_works_on_mariadb_through_connect(
    guide: Callable[[str, str], Project], mysql_url: str, scheme: str
) -> None:
    url = mysql_url.replace("mysql", scheme, 1)
    guide("mysql", mysql_url).python("run_async.py", "url", url)


@pytest.mark.parametrize("scheme", ["mysql+aiomysql", "mysql+asyncmy"])
def test_enums_sets_and_json_are_the_same_on_every_driver_of_mariadb(
    guide: Callable[[str, str], Project], mysql_url: str, scheme: str
) -> None:
    url = mysql_url.replace("mysql", scheme, 1)
    guide("mysql", mysql_url).python("run_values_mysql.py", url)


def test_a_project_that_init_starts_runs_on_mariadb(
    guide_sources: Callable[[str, str], Project], mysql_url: str
) -> None:
    url = mysql_url.replace("mysql", "mariadb", 1)
    made = guide_sources("mysql", url)
    (made.root / "flash.config.json").unlink()
    made.flash("init", "--mysql")
    assert '"provider": "mariadb"' in (made.root / "flash.config.json").read_text("utf-8")
    for command in (("migrate", "initial schema"), ("apply",), ("status",), ("gen", "--check")):
        made.flash(*command)
    made.python("run_async.py", "url", url)
