"""What may be NULL on SQLite: of each column the rule that decides, and what rows say.

``tests/corpus/nulls-sqlite/cases.sql`` states a column a line above its query: ``!`` is
never NULL, ``?`` is NULL in some of the rows tried, ``~`` may be NULL as far as the rules
can tell though these rows have none.  A new case is new lines there.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from flash_core.engine import Engine
from tests.analysis.sqlite_server import observed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.analysis.model import Query
    from tests.analysis.conftest import AnalyseOne, LoadCatalog
    from tests.analysis.sqlite_server import Seen

_FOLDER = Path(__file__).parent.parent / "corpus" / "nulls-sqlite"
_SCHEMA = (_FOLDER / "schema.sql").read_text("utf-8")
_COLUMN = re.compile(r"-- ([!?~]) (.+): (.+)")


def _mark(query: Query, seen: Seen) -> list[str]:
    return [
        "?" if null else "~" if column.nullable else "!"
        for column, null in zip(query.columns, seen.nulls, strict=True)
    ]


def _wrong(
    blocks: Sequence[str], queries: Sequence[Query], rows: Sequence[Seen]
) -> list[tuple[str, list[str], list[str]]]:
    """Return the blocks that say something else than rules and rows do."""
    found: list[tuple[str, list[str], list[str]]] = []
    for block, query, seen in zip(blocks, queries, rows, strict=True):
        stated = [line for line in block.split("\n") if _COLUMN.fullmatch(line)]
        marks = zip(_mark(query, seen), query.columns, strict=True)
        ours = [f"-- {mark} {column.name}: {column.why}" for mark, column in marks]
        refuted = any(n and not c.nullable for n, c in zip(seen.nulls, query.columns, strict=True))
        if refuted or ours != stated:
            found.append((query.sql, ours, stated))
    return found


def test_null_is_possible_by_the_rule_stated_and_rows_refute_no_claim(
    load_catalog: LoadCatalog, analyse_one: AnalyseOne
) -> None:
    catalog = load_catalog(_SCHEMA, Engine.SQLITE)
    blocks = (_FOLDER / "cases.sql").read_text("utf-8").rstrip("\n").split("\n\n")[1:]
    queries: list[Query] = []
    for block in blocks:
        sql = "\n".join(line for line in block.split("\n") if not _COLUMN.fullmatch(line))
        query, problems = analyse_one(sql, catalog)
        assert query is not None, [problem.render() for problem in problems]
        queries.append(query)
    wrong = _wrong(blocks, queries, observed(_SCHEMA, queries))
    assert not wrong, "\n\n".join(f"{sql}\n  ours   {o}\n  stated {s}" for sql, o, s in wrong)
