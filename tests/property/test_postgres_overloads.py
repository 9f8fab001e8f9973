"""A call means the same function or operator to us as to the server, whatever is passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest
from hypothesis import given

from flash_core.engine import Engine

from .calls import OPERATORS, ROUTINES, Routine, calls
from .claims import Judge, load
from .effort import shared
from .postgresql import PRELUDE
from .postgresql_server import PostgresqlServer

if TYPE_CHECKING:
    from collections.abc import Callable

FEW_CALLS = 600


@pytest.mark.parametrize("source", [OPERATORS, ROUTINES], ids=["operators", "functions"])
def test_a_random_call_is_resolved_as_on_the_server(
    source: str, postgresql_url: str, record_property: Callable[[str, object], None]
) -> None:
    catalog, _ = load(PRELUDE, Engine.POSTGRESQL)
    with psycopg.connect(postgresql_url, autocommit=True) as connection:
        connection.execute(PRELUDE.encode())
        found = connection.execute(source.encode()).fetchall()
        routines = [
            Routine(name, kind, spread, tuple(types)) for name, kind, spread, types in found
        ]
        judge = Judge(PostgresqlServer(connection))

        @given(calls(routines))
        def holds(sql: str) -> None:
            with judge.server.undone():
                faults = judge.resolution_faults(sql, catalog)
            assert not faults, "\n".join([sql, *faults])

        try:
            shared(holds, 1, few=FEW_CALLS, of=1)()
        finally:
            for name, count in judge.seen.items():
                record_property(name, count)
