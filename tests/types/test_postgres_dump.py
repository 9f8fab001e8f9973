"""The tables in the package are those of the newest server."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flash_core.types import data

if TYPE_CHECKING:
    from psycopg import Connection

TOOL = Path(__file__).parents[2] / "tools" / "dump_postgres.py"
DATA = Path(str(data.__file__)).parent
NEWEST = 18


def test_dumping_a_server_again_gives_the_same_files(
    server: Connection, postgresql_url: str
) -> None:
    if server.info.server_version // 10_000 != NEWEST:
        pytest.skip(f"the tables are those of PostgreSQL {NEWEST}")
    spec = importlib.util.spec_from_file_location("dump_postgres", TOOL)
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    for name, text in tool.dump(postgresql_url).items():
        kept = (DATA / name).read_text("utf-8")
        if name == "postgres_collations.json":  # other servers have ICU's as well
            assert set(json.loads(kept)) >= set(json.loads(text))
        else:
            assert kept == text, name
