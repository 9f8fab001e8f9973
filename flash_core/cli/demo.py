"""``flash demo``: make a working example project and run it.

Depends on: click, config, errors, cli.*.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import Final
from urllib.parse import quote

import click

from flash_core.config import Config, load
from flash_core.engine import Engine
from flash_core.errors import FlashError

from .apply import apply_pending
from .demo_files import QUERIES, README, SCHEMA, SCRIPT
from .generation import generate
from .init import write_new
from .migrate import plan_of, write_migration
from .starter import configuration

_CONFIGURATION: Final = "flash.config.json"


@click.command("demo", short_help="Make a working example project and run it.")
@click.argument("folder", default="flash_demo", type=click.Path(path_type=Path))
def command(folder: Path) -> int:
    """Make a project in FOLDER (flash_demo) on SQLite, and run a script against it."""
    started = time.perf_counter()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = f"{folder} exists and is not empty: name another folder, flash demo FOLDER"
        raise FlashError(message)
    _step(f"a new project in {folder}")
    write_new(folder, _files(folder))
    config = load(folder, folder / _CONFIGURATION)
    _step('flash migrate "initial schema"')
    write_migration(config, "initial schema", plan_of(config))
    _step("flash apply")
    # The project's own file, even where DATABASE_URL names another database.
    apply_pending(config, f"sqlite://{quote(str(config.root))}/data.db")
    _step("flash gen")
    generate(config)
    _step("python main.py")
    code = _run_script(folder)
    if code == 0:
        click.echo(f"\ndone in {time.perf_counter() - started:.1f} s; go on in {folder}/README.md")
    return code


def _files(folder: Path) -> dict[str, str]:
    return {
        _CONFIGURATION: configuration(Config(folder, Engine.SQLITE)),
        ".env": "DATABASE_URL=sqlite://./data.db\n",
        **SCHEMA,
        **QUERIES,
        "main.py": SCRIPT,
        "README.md": README,
    }


def _step(title: str) -> None:
    click.echo(click.style(f"\n> {title}", bold=True))


def _run_script(folder: Path) -> int:
    sys.stdout.flush()
    ran = subprocess.run([sys.executable, "main.py"], cwd=folder, check=False)
    return ran.returncode
