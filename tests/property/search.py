"""The property itself: nothing that the compiler says of a random query is refuted.

Depends on: claims, effort, examples.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hypothesis import given
from hypothesis import strategies as st

from .claims import load
from .effort import shared
from .examples import scenes, statements

if TYPE_CHECKING:
    from collections.abc import Callable

    from .changes import Changes
    from .claims import Judge, Server
    from .examples import Scene
    from .language import Language

QUERIES_PER_SCENE: Final = 8
HOW_MANY: Final = (1, 3, *[QUERIES_PER_SCENE] * 8)  # of a scene; shrinks to the first
QUERIES_AT_LEAST: Final = 6  # of a scene on average


def build(scene: Scene, server: Server) -> str:
    """Make the database and return its schema as text, without the views that are refused."""
    made = [scene.schema.language.prelude]
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


def search(
    judge: Judge,
    language: Language,
    writes: type[Changes],
    share: int,
    few: int,
    record: Callable[[str, object], None],
) -> None:
    """Look for a claim that is refuted.

    Args:
        judge: Of the server to ask.
        language: The server's.
        writes: Its statements that change tables.
        share: One of two, which may be looked for in two processes at the same time.
        few: Schemas of a short run.
        record: Is told how much was looked at.
    """

    @given(st.data())
    def holds(data: st.DataObject) -> None:
        scene = data.draw(scenes(language), "scene")
        with judge.server.undone():
            schema = build(scene, judge.server)
            catalog, problems = load(schema, language.engine)
            if any("not supported" in each for each in problems):
                judge.unsupported.update(problems)
                return
            assert not problems, problems
            for _ in range(data.draw(st.sampled_from(HOW_MANY), "queries")):
                statement = data.draw(statements(scene.schema, writes), "statement")
                faults = judge.faults(statement, catalog)
                assert not faults, "\n".join([statement.sql, *faults])

    try:
        shared(holds, share, few=few, of=2 * QUERIES_AT_LEAST)()
    finally:
        for name, count in judge.seen.items():
            record(name, count)
