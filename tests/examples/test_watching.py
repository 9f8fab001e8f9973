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
