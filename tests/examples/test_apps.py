"""The example apps: their tests pass, their types hold, and what is generated is fresh."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
APPS = sorted(path.parent.name for path in (ROOT / "examples").glob("*/flash.config.json"))


def run(app: str, *command: str) -> str:
    """Run a module of Python in an app's folder; return what it says when it fails."""
    environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=ROOT / "examples" / app,
        env=environment | {"MYPYPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr if done.returncode else ""


@pytest.mark.parametrize("app", APPS)
def test_the_tests_of_an_example_pass(app: str) -> None:
    assert run(app, "pytest", "-q", "-p", "no:cacheprovider") == ""


@pytest.mark.parametrize("app", APPS)
def test_what_an_example_has_generated_is_what_flash_generates(app: str) -> None:
    assert run(app, "flash_core.cli", "gen", "--check") == ""


@pytest.mark.typecheck
@pytest.mark.parametrize("app", APPS)
def test_an_example_is_strictly_typed(app: str, tmp_path: Path) -> None:
    told = run(app, "mypy", "--cache-dir", str(tmp_path), ".")
    # mypy follows imports into our own sources, which have checks of their own.
    own = [line for line in told.splitlines() if not line.startswith((str(ROOT), "Found "))]
    assert own == []


def test_there_are_four_examples_and_each_says_how_to_start_it() -> None:
    assert APPS == ["django_app", "fastapi_app", "flask_app", "script"]
    for app in APPS:
        assert "## Start it" in (ROOT / "examples" / app / "README.md").read_text("utf-8")
