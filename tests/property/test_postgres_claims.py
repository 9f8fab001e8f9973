"""Nothing that the compiler says of a random query is refuted by the server.

Random schemas, rows and queries: names, types and parameters are the server's, what one refuses
the other refuses too, and the rows that come keep every promise about NULL, Python types and counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from .claims import Judge, load
from .effort import shared
from .examples import scenes, statements
from .kinds import PRELUDE
from .server import Server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .examples import Scene

QUERIES_PER_SCENE = 8
HOW_MANY = (1, 3, *[QUERIES_PER_SCENE] * 8)  # of a scene; shrinks to the first
FEW_SCENES = 40
QUERIES_AT_LEAST = 6  # of a scene on average


@pytest.fixture
def judge(postgresql_url: str) -> Iterator[Judge]:
    """Return a judge whose server has the types of :data:`PRELUDE`."""
    with psycopg.connect(postgresql_url, autocommit=True) as connection:
        connection.execute(PRELUDE.encode())
        yield Judge(Server(connection))


def build(scene: Scene, server: Server) -> str:
    """Make the database and return its schema as text, without the views that are refused."""
    made = [PRELUDE]
    for table in scene.schema.tables:
        refusal = server.keep(table.sql)
        assert refusal is None, (table.sql, refusal)
        made.append(table.sql)
    for insert in scene.rows:
        server.keep(insert)
    for view in list(scene.schema.views):
        if server.keep(view.sql) is None:
            made.append(view.sql)
        else:
            scene.schema.views.remove(view)
    return ";\n".join(made) + ";\n"


@pytest.mark.parametrize("share", [1, 2])
def test_no_claim_about_a_random_query_is_refuted(
    share: int, judge: Judge, record_property: Callable[[str, object], None]
) -> None:
    """``share`` lets two processes work at the same time."""

    @given(st.data())
    def holds(data: st.DataObject) -> None:
        scene = data.draw(scenes(), "scene")
        with judge.server.undone():
            schema = build(scene, judge.server)
            catalog, problems = load(schema)
            if any("not supported" in each for each in problems):
                judge.unsupported.update(problems)
                return
            assert not problems, problems
            for _ in range(data.draw(st.sampled_from(HOW_MANY), "queries")):
                statement = data.draw(statements(scene.schema), "statement")
                faults = judge.faults(statement, catalog)
                assert not faults, "\n".join([statement.sql, *faults])

    try:
        shared(holds, share, few=FEW_SCENES, of=2 * QUERIES_AT_LEAST)()
    finally:
        for name, count in judge.seen.items():
            record_property(name, count)
