"""The guide's quick start, typed line by line, on both engines and every driver."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from flash_core.cli.demo_files import QUERIES, SCHEMA, SCRIPT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Folder


def follow(project: Folder, engine: str, url: str) -> str:
    """Do what the guide says; return what its script printed."""
    for path, text in {**SCHEMA, **QUERIES, "main.py": SCRIPT}.items():
        adapted = text.replace("sqlite://./data.db", url)
        if engine == "postgresql":
            adapted = adapted.replace("INTEGER PRIMARY KEY", "SERIAL PRIMARY KEY")
            adapted = adapted.replace("updated_at = CURRENT_TIMESTAMP", "updated_at = NOW()")
        project.write(path, adapted)
    project.done("migrate", "initial schema")
    project.done("apply")
    project.done("gen")
    ran = subprocess.run(
        [sys.executable, "-W", "error", "main.py"],
        cwd=project.root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout


def check(printed: str) -> None:
    lines = [line for line in printed.splitlines() if not line.startswith("DETAIL: ")]
    created, refused, renamed, post, published, left = lines
    assert created == "created user 1 and post 1"
    assert "unique constraint" in refused.lower()
    assert renamed.startswith("renamed: John Smith, still john@example.com, since 20")
    assert post == "post: 'My First Post' by John Smith"
    assert "title='My First Post', content='Hello, world!', published=True" in published
    assert left == "users left: []"


def test_the_quick_start_works_on_sqlite(initialised: Callable[[str, str], Folder]) -> None:
    url = "sqlite://./data.db"
    check(follow(initialised("sqlite", url), "sqlite", url))


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_the_quick_start_works_on_postgresql(
    initialised: Callable[[str, str], Folder], postgresql_url: str, scheme: str
) -> None:
    url = postgresql_url.replace("postgresql", scheme, 1)
    check(follow(initialised("postgresql", url), "postgresql", url))
