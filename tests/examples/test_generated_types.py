"""Generated packages satisfy every type checker in its strictest form, and ruff."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.examples.conftest import Project

ROOT = str(Path(__file__).parents[2])  # an editable install is not seen by every checker
CHECKERS = {
    "mypy": ["mypy", "--strict", "--follow-imports", "silent"],
    "pyright": ["pyright", "--project", "strict.json"],
    "basedpyright": ["basedpyright", "--project", "default.json"],
    "ty": ["ty", "check", "--python", sys.prefix, "--extra-search-path", ROOT],
    "pyrefly": [
        *("pyrefly", "check", "--search-path", ROOT, "--search-path", "."),
        *("--python-interpreter-path", sys.executable),
    ],
}

VALUES = {"postgresql": ["run_values.py"], "mysql": ["run_values_mysql.py"]}


def check(project: Project, checker: str, *paths: str) -> None:
    settings = {"extraPaths": [ROOT], "include": paths, "pythonVersion": "3.11"}
    venv = {"venvPath": str(Path(sys.prefix).parent), "venv": Path(sys.prefix).name}
    for name, mode in (("strict", "strict"), ("default", "recommended")):
        text = json.dumps({**settings, **venv, "typeCheckingMode": mode})
        (project.root / f"{name}.json").write_text(text, "utf-8")
    command = CHECKERS[checker]
    targets = () if "--project" in command else paths
    done = project.run(sys.executable, "-m", *command, *targets, MYPYPATH=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def urls(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """URLs that are never connected to: generating needs no database."""
    return {
        "postgresql": "postgresql://nobody@localhost/none",
        "mysql": "mysql://nobody@localhost/none",
        "sqlite": f"sqlite://{tmp_path_factory.mktemp('none')}/none.db",
    }


@pytest.mark.typecheck
@pytest.mark.parametrize("checker", CHECKERS)
@pytest.mark.parametrize("engine", ["postgresql", "mysql", "sqlite"])
def test_generated_code_passes(
    project: Callable[[str, str], Project], urls: dict[str, str], engine: str, checker: str
) -> None:
    for name in ("guide", "chinook"):
        made = project(f"{name}-{engine}", urls[engine])
        made.flash("gen")
        check(made, checker, "flash_gen")


@pytest.mark.typecheck
@pytest.mark.parametrize("checker", ["mypy", "pyright"])
@pytest.mark.parametrize("engine", ["postgresql", "mysql", "sqlite"])
def test_calls_have_the_types_the_guide_promises(
    guide_sources: Callable[[str, str], Project], urls: dict[str, str], engine: str, checker: str
) -> None:
    made = guide_sources(engine, urls[engine])
    check(made, checker, "guide_calls.py", "guide_calls_sync.py", *VALUES.get(engine, ()))


@pytest.mark.parametrize("name", ["guide", "chinook"])
@pytest.mark.parametrize("engine", ["postgresql", "mysql", "sqlite"])
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
