"""What MySQL has and MariaDB has not, as ``tests/corpus/mysql-only/accepted.sql`` states it.

There is no server to ask: names, parameters and what may be NULL are by MySQL's manual.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from flash_core.engine import Engine

if TYPE_CHECKING:
    from flash_core.analysis.model import Query
    from tests.analysis.conftest import AnalyseAll, LoadCatalog

_FILE = Path(__file__).parent.parent / "corpus" / "mysql-only" / "accepted.sql"
_STATEMENT = re.compile(r"(?m)^(params|columns): (.*)$")


def _ours(query: Query) -> dict[str, str]:
    return {
        "params": ", ".join(f"{one.name} {one.type}" for one in query.parameters),
        "columns": ", ".join(f"{c.name}{'?' if c.nullable else '!'}" for c in query.columns),
    }


def test_what_mysql_alone_has_is_understood_as_stated(
    load_catalog: LoadCatalog, analyse_all: AnalyseAll
) -> None:
    schema, mark, queries = _FILE.read_text("utf-8").partition("-- name:")
    wrong: list[str] = []
    for query, problems in analyse_all(mark + queries, load_catalog(schema, Engine.MYSQL)):
        if query is None:
            wrong += [problem.render() for problem in problems]
            continue
        stated = dict(_STATEMENT.findall(query.doc))
        ours = {what: text for what, text in _ours(query).items() if what in stated}
        wrong += [] if stated and ours == stated else [f"{query.name}: {_ours(query)}"]
    assert not wrong, "\n".join(wrong)
