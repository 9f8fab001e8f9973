"""What Flash costs over the bare drivers, and what others cost: ``nox -s bench``.

Every figure is a ratio to the first row of its table, in the same run: CPU of this process / wall
clock, medians over interleaved rounds.  The first row says what it took itself.  PostgreSQL is the
embedded wheel, MariaDB a private server; or those of ``FLASH_TEST_POSTGRESQL_URL`` and
``FLASH_TEST_MYSQL_URL``.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import sys
import tempfile
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Final

from . import flash
from .cases import BULK, LINES, Contender, Place
from .measuring import measure
from .servers import SERVERS
from .tables import Figures, as_markdown, as_text, table

if TYPE_CHECKING:
    from collections.abc import Callable

#: Engine → driver → its module, and the function there.
DRIVERS: Final = {
    "sqlite": {
        "sqlite3": ("sqlite", "enter_sync"),
        "aiosqlite": ("sqlite", "enter"),
    },
    "postgresql": {
        "asyncpg": ("asyncpg", "enter"),
        "psycopg": ("psycopg", "enter"),
        "psycopg (sync)": ("psycopg", "enter_sync"),
    },
    "mariadb": {
        "aiomysql": ("mysql", "enter_aiomysql"),
        "asyncmy": ("mysql", "enter_asyncmy"),
        "pymysql": ("mysql", "enter_pymysql"),
    },
}
RIVALS: Final = ("sqlalchemy", "tortoise", "piccolo", "databases", "aiosql", "peewee")
_PACKAGES: Final = (
    *("asyncpg", "psycopg", "aiosqlite", "aiomysql", "asyncmy", "pymysql", "sqlalchemy"),
    *("tortoise-orm", "piccolo", "databases", "aiosql", "peewee"),
)


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line asks for."""

    engines: list[str]
    drivers: list[str]
    lines: list[str]
    rounds: int
    rivals: bool
    markdown: bool


async def bench(engine: str, folder: Path, options: Options) -> None:
    """Measure the drivers of an engine and print a table of each."""
    generated = flash.generate(folder / engine, engine)
    with SERVERS[engine](folder) as (url, empty, server):
        place = Place(engine, url, *generated)
        print(f"\n## {server}\n" if options.markdown else f"\n{server}", flush=True)
        for driver, (module, function) in DRIVERS[engine].items():
            if options.drivers and driver not in options.drivers:
                continue
            async with AsyncExitStack() as stack:
                enter = getattr(import_module(f"benchmarks.drivers.{module}"), function)
                contenders: list[Contender] = await enter(stack, place)
                if options.rivals:
                    contenders += await _rivals(stack, place, driver)
                rows = table(driver, await _figures(contenders, options, empty))
            print(f"\n{as_markdown(rows) if options.markdown else as_text(rows)}", flush=True)


async def _rivals(stack: AsyncExitStack, place: Place, driver: str) -> list[Contender]:
    found: list[Contender] = []
    for rival in RIVALS:
        try:
            module = import_module(f"benchmarks.rivals.{rival}")
        except ImportError as exc:
            print(f"{rival} is left out: {exc}", file=sys.stderr)
            continue
        found += await module.enter(stack, place, driver)
    return found


async def _figures(
    contenders: list[Contender], options: Options, empty: Callable[[], object]
) -> Figures:
    return {
        line: await measure(
            contenders, line, options.rounds, empty if line == BULK else lambda: None
        )
        for line in options.lines
    }


def _versions() -> str:
    found = [f"Python {platform.python_version()}"]
    for package in _PACKAGES:
        try:
            found.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            continue
    return ", ".join(found)


def _options() -> Options:
    parser = argparse.ArgumentParser(prog="nox -s bench --", description=__doc__)
    parser.add_argument("--engine", action="append", choices=sorted(SERVERS), default=[])
    parser.add_argument("--driver", action="append", default=[], help="as the tables name it")
    parser.add_argument(
        "--only", action="append", metavar="LINE", default=[], help=f"of {', '.join(LINES)}"
    )
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--rivals", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--markdown", action="store_true", help="for a page of docs")
    found = parser.parse_args()
    lines = [line for line in LINES if any(text in line for text in found.only or LINES)]
    if not lines:
        parser.error(f"--only: no line has {' or '.join(found.only)}; there are {', '.join(LINES)}")
    return Options(
        engines=found.engine or ["postgresql", "mariadb", "sqlite"],
        drivers=found.driver,
        lines=lines,
        rounds=found.rounds,
        rivals=found.rivals,
        markdown=found.markdown,
    )


def main() -> None:
    """Print the tables."""
    options = _options()
    print(
        f"{time.strftime('%Y-%m-%d')}, {platform.machine()}, {os.cpu_count()} cores. {_versions()}."
    )
    with tempfile.TemporaryDirectory(prefix="flash-bench-") as name:
        for engine in options.engines:
            asyncio.run(bench(engine, Path(name), options))


main()
