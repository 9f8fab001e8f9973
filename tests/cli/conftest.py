"""The command line as a user meets it: a folder, a terminal that is none, exit codes."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# fmt: off
SQLITE_SCHEMA = """\
CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    name VARCHAR(100) NOT NULL,
    email VARCHAR(255) UNIQUE NOT NULL,
    is_active BOOLEAN DEFAULT TRUE,
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
);
"""
QUERIES = """\
-- name: GetUserByID :one
SELECT id, name, email FROM users WHERE id = $1;

-- name: CreateUser :one
INSERT INTO users (name, email) VALUES ($1, $2) RETURNING id;
"""
# fmt: on


@dataclass(frozen=True)
class Result:
    """What a command answered."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Folder:
    """A folder in which commands are typed."""

    root: Path
    environment: dict[str, str] = field(default_factory=dict[str, str])

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Start ``flash`` without a terminal."""
        hidden = {"DATABASE_URL", "FLASH_DEBUG"}
        environment = {k: v for k, v in os.environ.items() if k not in hidden}
        return subprocess.Popen(
            [sys.executable, "-m", "flash_core.cli", *arguments],
            cwd=self.root,
            env=environment | {"PYTHONWARNINGS": "error,ignore:Binding"} | self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def flash(self, *arguments: str) -> Result:
        """Run ``flash`` to its end; whatever happens, no traceback is shown."""
        process = self.start(*arguments)
        out, err = process.communicate(timeout=120)
        assert "Traceback" not in out + err
        assert "internal error" not in err
        return Result(process.returncode, out, err)

    def done(self, *arguments: str) -> str:
        """Run ``flash``, which must succeed; return what it printed."""
        result = self.flash(*arguments)
        assert result.code == 0, result
        return result.out

    def typed(self, answers: str, *arguments: str) -> str:
        """Run ``flash`` where a person answers; return what the terminal shows."""
        import pty  # noqa: PLC0415 - not on every system

        keyboard, terminal = pty.openpty()
        os.write(keyboard, answers.encode())
        process = subprocess.Popen(
            [sys.executable, "-m", "flash_core.cli", *arguments],
            cwd=self.root,
            env=dict(os.environ) | self.environment,
            stdin=terminal,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        out, _ = process.communicate(timeout=120)
        os.close(keyboard)
        os.close(terminal)
        assert process.returncode == 0, out
        return out

    def write(self, path: str, text: str | bytes) -> None:
        """Write a file."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def read(self, path: str) -> str:
        """Read a file."""
        return (self.root / path).read_text("utf-8")

    def files(self, within: str = ".") -> set[str]:
        """Return the paths of all files."""
        top = self.root / within
        return {path.relative_to(top).as_posix() for path in top.rglob("*") if path.is_file()}

    def migration(self, identifier: str, up: str, down: str = "") -> None:
        """Write a migration by hand."""
        self.write(f"db/migrations/{identifier}.up.sql", up)
        self.write(f"db/migrations/{identifier}.down.sql", down)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """An empty folder, but for the virtual environment of the guide."""
    root = tmp_path / "myproject"
    (root / "venv").mkdir(parents=True)
    return Folder(root)


@pytest.fixture
def project(folder: Folder) -> Folder:
    """A project on SQLite with one table and two queries."""
    folder.done("init", "--sqlite")
    folder.write("db/schema/schema.sql", SQLITE_SCHEMA)
    folder.write("db/queries/users.sql", QUERIES)
    return folder


@pytest.fixture
def initialised(folder: Folder) -> Callable[[str, str], Folder]:
    """A factory: a project of an engine whose database is at a URL."""

    def make(engine: str, url: str) -> Folder:
        folder.done("init", f"--{engine}")
        folder.write(".env", f"DATABASE_URL={url}\n")
        return folder

    return make
