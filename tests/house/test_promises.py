"""What README and CI say about this project is true."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def console_commands() -> list[str]:
    return re.findall(r"```console\n(python3 .*)\n```", README)


def test_readme_opens_with_the_demo_and_the_tests() -> None:
    demo, tests = console_commands()
    assert demo.endswith("flash demo")
    assert tests.endswith("nox")


def test_ci_runs_the_test_command_of_readme() -> None:
    assert console_commands()[1] in (ROOT / ".ci/run").read_text("utf-8")


def test_every_nox_session_is_described_in_contributing() -> None:
    noxfile = (ROOT / "noxfile.py").read_text("utf-8")
    sessions = re.findall(r"@nox.session.*\ndef (\w+)", noxfile)
    contributing = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert [name for name in sessions if f"nox -s {name}" not in contributing] == []


def test_every_package_says_that_it_is_typed() -> None:
    # Without it a checker takes what is installed for untyped, however well it is annotated.
    setuptools = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    packages = [name.rstrip("*") for name in setuptools["packages"]["find"]["include"]]
    assert packages == ["flash_core", "flash_sync"]
    assert "py.typed" in setuptools["package-data"]["*"]
    assert [name for name in packages if not (ROOT / name / "py.typed").is_file()] == []


def loaded_by(statement: str) -> set[str]:
    """Return the names of all modules that a new interpreter holds after ``statement``."""
    code = f"{statement}; import sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_flash_core_loads_no_tool() -> None:
    loaded = loaded_by("import flash_core; flash_core.connect")
    assert loaded.isdisjoint({"sqlglot", "postgast", "click", "rich", "flash_core.sql", "ctypes"})


def test_importing_flash_sync_loads_no_event_loop_and_no_compiler() -> None:
    loaded = loaded_by("import flash_sync; flash_sync.connect")
    assert loaded.isdisjoint({"asyncio", "aiosqlite", "asyncpg", "flash_core.sql", "click", "rich"})
