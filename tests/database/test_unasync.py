"""The synchronous twin is what the tool writes, and the tool notices when it is not."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
COPIED = ("tools/unasync.py", "setup.cfg", "pyproject.toml", "flash_core", "flash_sync")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what the tool reads, with the rules of the package only."""
    ignore = shutil.ignore_patterns("__pycache__", "*.tsv", "*.json")
    for name in COPIED:
        source, target = ROOT / name, tmp_path / name
        target.parent.mkdir(exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=ignore)
        else:
            shutil.copy(source, target)
    rules = (tmp_path / "setup.cfg").read_text().split("[unasync:tests]")[0]
    (tmp_path / "setup.cfg").write_text(rules)
    assert run(tmp_path) == (0, "")
    return tmp_path


def run(root: Path, *arguments: str) -> tuple[int, str]:
    program = [sys.executable, str(root / "tools/unasync.py"), *arguments]
    done = subprocess.run(program, check=False, capture_output=True, text=True)
    return done.returncode, done.stderr


def test_what_is_committed_is_fresh() -> None:
    assert run(ROOT, "--check") == (0, "")


def test_a_missing_an_extra_and_a_changed_file_are_named(project: Path) -> None:
    (project / "flash_sync/joining.py").unlink()
    (project / "flash_sync/extra.py").write_text("")
    with (project / "flash_sync/queries.py").open("a") as file:
        file.write("# edited\n")
    code, problems = run(project, "--check")
    assert code == 1
    assert problems.splitlines() == [
        "missing: flash_sync/joining.py",
        "extra: flash_sync/extra.py",
        "changed: flash_sync/queries.py",
        "run: nox -s unasync",
    ]
    assert run(project) == (0, "")
    assert run(project, "--check") == (0, "")
    assert not (project / "flash_sync/extra.py").exists()


def test_a_missing_handwritten_file_is_named(project: Path) -> None:
    (project / "flash_sync/_compat.py").unlink()
    code, problems = run(project, "--check")
    assert code == 1
    assert "missing: flash_sync/_compat.py, which is written by hand" in problems


def test_a_rule_that_never_fires_is_an_error(project: Path) -> None:
    with (project / "setup.cfg").open("a") as file:
        file.write("    AsyncNothing -> Nothing\n")
    code, problems = run(project, "--check")
    assert code == 1
    assert "the rule for AsyncNothing never fires" in problems


@pytest.mark.parametrize(
    ("line", "survivor"),
    [
        ("import asyncio\n", "asyncio survives"),
        ("from anyio.abc import AsyncResource as x\n", "SyncResource survives"),
        ("def later() -> Awaitable[int]: ...\n", "Awaitable survives"),
    ],
)
def test_what_survives_of_the_asynchronous_world_is_an_error(
    project: Path, line: str, survivor: str
) -> None:
    with (project / "flash_core/database/queries.py").open("a") as file:
        file.write(line)
    code, problems = run(project, "--check")
    assert code == 1
    assert survivor in problems
