"""Projects set up as a user would: files in a folder, then the commands in order."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Project:
    """A project's folder, and the commands a user types in it."""

    root: Path

    def run(self, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a command in the folder, without a terminal."""
        environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
        return subprocess.run(
            command,
            cwd=self.root,
            env=environment | {"PYTHONWARNINGS": "error,ignore:Binding"} | variables,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def flash(self, *arguments: str) -> str:
        """Run ``flash``, which must succeed; return what it printed."""
        done = self.run(sys.executable, "-m", "flash_core.cli", *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def python(self, script: str, *arguments: str) -> None:
        """Run a script of the project, which must succeed."""
        done = self.run(sys.executable, script, *arguments)
        assert done.returncode == 0, done.stdout + done.stderr

    def add_sync_twin(self, script: str, twin: str) -> None:
        """Write the synchronous form of an asynchronous script."""
        text = (self.root / script).read_text("utf-8")
        text = re.sub(r"async def call_at_once.*?\n\n\n", "", text, flags=re.DOTALL)
        text = re.sub(r"    await call_at_once\(db\)\n|import asyncio\n", "", text)
        text = re.sub(r"\basync |\bawait ", "", text)
        text = text.replace("flash_core", "flash_sync").replace("flash_gen", "flash_gen.sync")
        (self.root / twin).write_text(text, "utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Callable[[str, str], Project]:
    """A factory: copy the project of that name, connected to that URL, with all scripts."""

    def copy(name: str, url: str) -> Project:
        root = tmp_path / name
        shutil.copytree(HERE / "projects" / name, root)
        example, _, engine = name.partition("-")
        if example == "chinook":
            schema = root / "db/schema"
            schema.mkdir()
            shutil.copy(HERE.parent / "corpus/chinook" / f"{engine}.sql", schema / "chinook.sql")
        (root / ".env").write_text(f"DATABASE_URL={url}\n", "utf-8")
        return Project(root)

    return copy


@pytest.fixture
def guide_sources(project: Callable[[str, str], Project]) -> Callable[[str, str], Project]:
    """A factory: the guide's project, generated, with the scripts that use it."""

    def build(engine: str, url: str) -> Project:
        made = project(f"guide-{engine}", url)
        for script in (HERE / "scripts").glob("*.py"):
            shutil.copy(script, made.root)
        made.add_sync_twin("guide_calls.py", "guide_calls_sync.py")
        made.flash("gen")
        return made

    return build


@pytest.fixture
def guide(guide_sources: Callable[[str, str], Project]) -> Callable[[str, str], Project]:
    """A factory: the guide's project, generated, migrated and applied."""

    def build(engine: str, url: str) -> Project:
        made = guide_sources(engine, url)
        made.flash("migrate", "initial schema")
        made.flash("apply")
        return made

    return build
