"""Generated packages satisfy every type checker in its strictest form, and ruff."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Project

CHECKERS = {
    "mypy": ["mypy", "--strict", "--python-executable", sys.executable],
    "pyright": ["pyright", "--pythonpath", sys.executable],
    "basedpyright": ["basedpyright", "--pythonpath", sys.executable, "--level", "error"],
    "ty": ["ty", "check", "--python", sys.prefix],
    "pyrefly": ["pyrefly", "check", "--python-interpreter-path", sys.executable],
}


def check(project: Project, checker: str, *paths: str) -> None:
    (project.root / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict"}', "utf-8")
    command = CHECKERS[checker]
    done = project.run(sys.executable, "-m", *command, *paths)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def urls(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """URLs that are never connected to: generating needs no database."""
    return {
        "postgresql": "postgresql://nobody@localhost/none",
        "sqlite": f"sqlite://{tmp_path_factory.mktemp('none')}/none.db",
    }


@pytest.mark.typecheck
@pytest.mark.parametrize("checker", CHECKERS)
@pytest.mark.parametrize("engine", ["postgresql", "sqlite"])
def test_generated_code_passes(
    project: Callable[[str, str], Project], urls: dict[str, str], engine: str, checker: str
) -> None:
    for name in ("guide", "chinook"):
        made = project(f"{name}-{engine}", urls[engine])
        made.flash("gen")
        check(made, checker, "flash_gen")


@pytest.mark.typecheck
@pytest.mark.parametrize("checker", ["mypy", "pyright"])
@pytest.mark.parametrize("engine", ["postgresql", "sqlite"])
def test_calls_have_the_types_the_guide_promises(
    guide_sources: Callable[[str, str], Project], urls: dict[str, str], engine: str, checker: str
) -> None:
    made = guide_sources(engine, urls[engine])
    check(made, checker, "guide_calls.py", "guide_calls_sync.py")


@pytest.mark.parametrize("name", ["guide", "chinook"])
@pytest.mark.parametrize("engine", ["postgresql", "sqlite"])
def test_generated_code_is_formatted_and_the_same_every_time(
    project: Callable[[str, str], Project], urls: dict[str, str], engine: str, name: str
) -> None:
    made = project(f"{name}-{engine}", urls[engine])
    made.flash("gen")
    first = contents(made.root / "flash_gen")
    done = made.run(sys.executable, "-m", "ruff", "format", "--isolated", "--diff", "flash_gen")
    assert done.returncode == 0, done.stdout + done.stderr
    for path in (made.root / "flash_gen").rglob("*.py"):
        path.unlink()
    made.flash("gen")
    assert contents(made.root / "flash_gen") == first
    made.flash("gen", "--check")


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
