"""The scripts of docs/watching.md print what the page says."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.examples.conftest import Project

PAGE = (Path(__file__).parents[2] / "docs/watching.md").read_text("utf-8")
SCRIPTS = re.findall(r"```python\n# (\w+\.py)\n(.*?)```\n\n```text\n(.*?)```", PAGE, re.DOTALL)


def test_the_page_shows_what_each_script_prints() -> None:
    assert len(SCRIPTS) == PAGE.count("```python") == 4


WATCHED = """
import runpy, sys
import flash_core

events = []
flash_core.on_query(events.append, values=True, caller=True)
runpy.run_path(sys.argv[0], run_name="__main__")
callers = [event.caller.path for event in events if event.caller]  # a task has none
assert len(callers) > 20
assert not [path for path in callers if "guide_calls" not in path and "run_" not in path], callers
generated = [event for event in events if event.name]
assert {event.location.partition(":")[0] for event in generated} > {"db/queries/users.sql"}
"""


@pytest.mark.parametrize(
    ("engine", "script", "driver"),
    [
        ("postgresql", "run_async.py", "asyncpg_pool"),
        ("mysql", "run_async.py", "asyncmy_pool"),
        ("sqlite", "run_sync.py", "sqlite3"),
    ],
)
def test_hooks_are_told_of_every_call_of_the_guide(
    guide: Callable[[str, str], Project],
    request: pytest.FixtureRequest,
    tmp_path: Path,
    engine: str,
    script: str,
    driver: str,
) -> None:
    url = f"sqlite://{tmp_path}/data.db"
    if engine != "sqlite":
        url = request.getfixturevalue(f"{engine}_url")
    project = guide(engine, url)
    watched = WATCHED.replace("sys.argv[0]", f"{script!r}")
    (project.root / "watched.py").write_text(watched, "utf-8")
    project.python("watched.py", driver, url)


@pytest.mark.parametrize("driver", ["asyncpg", "psycopg"])
def test_the_scripts_print_what_the_page_says(
    guide: Callable[[str, str], Project], postgresql_url: str, driver: str
) -> None:
    project = guide("postgresql", postgresql_url)
    for name, text, output in SCRIPTS:
        (project.root / name).write_text(f"# {name}\n{text}", "utf-8")
        scheme = "postgresql" if "flash_sync" in text else f"postgresql+{driver}"
        url = postgresql_url.replace("postgresql", scheme, 1)
        done = project.run(sys.executable, name, DATABASE_URL=url)
        printed = done.stdout.replace(f"{project.root}/", "")
        assert (printed, done.stderr) == (output, ""), name
