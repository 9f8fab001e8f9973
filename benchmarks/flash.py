"""Flash: code that ``flash gen`` writes at the start, over a driver's connection and on a pool.

What is generated is ``Any`` here: it is written while this runs, and no checker has seen it.

Depends on: cases.
"""

from __future__ import annotations

import importlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any

import flash_core
import flash_sync

from .cases import (
    ADD,
    BULK,
    GET,
    HUNDRED,
    KEY,
    LOADED,
    MANY,
    NEW,
    PLAIN,
    POOL,
    POOLED,
    ROWS,
    TASKS,
    TOGETHER,
    Calls,
    Contender,
    Place,
    in_threads,
    queries,
    schema,
    together,
)

if TYPE_CHECKING:
    from contextlib import AsyncExitStack
    from pathlib import Path


def generate(folder: Path, engine: str) -> tuple[Any, Any]:
    """Write a project, run ``flash gen`` in it, and import what it wrote.

    Args:
        folder: Where to.
        engine: Of Flash's names.

    Returns:
        The package and its synchronous twin.
    """
    (folder / "db/schema").mkdir(parents=True)
    (folder / "db/queries").mkdir()
    (folder / "db/schema/schema.sql").write_text(schema(engine), "utf-8")
    (folder / "db/queries/items.sql").write_text(queries(engine), "utf-8")
    package = f"bench_{engine}"
    (folder / "flash.toml").write_text(
        f'[database]\nprovider = "{engine}"\n\n[gen.python]\nout = "{package}"\n', "utf-8"
    )
    command = [sys.executable, "-m", "flash_core.cli", "gen"]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    sys.path.insert(0, str(folder))
    return importlib.import_module(package), importlib.import_module(f"{package}.sync")


def _calls(db: Any) -> Calls:
    return {
        GET: lambda: db.get_user(KEY),
        HUNDRED: lambda: db.list_users(100),
        MANY: lambda: db.list_users(ROWS),
        PLAIN: db.list_items,
        ADD: lambda: db.add_item(*NEW),
        BULK: lambda: db.load_items(LOADED),
    }


async def enter(
    stack: AsyncExitStack, place: Place, connection: object, scheme: str
) -> list[Contender]:
    """Return Flash over a connection of an asynchronous driver.

    Args:
        stack: Closes what is opened.
        place: Where to measure.
        connection: The driver's.
        scheme: What ``connect()`` knows the driver by.
    """
    database = await stack.enter_async_context(
        flash_core.connect(f"{scheme}://{_rest(place)}", min_size=POOL, max_size=POOL)
    )
    theirs = _calls(place.generated.new(connection))
    pooled = place.generated.new(database)
    # A file of SQLite has no pool that would cost something, and most open it by connect().
    calls = _calls(pooled) if place.engine == "sqlite" else theirs
    calls[POOLED] = lambda: pooled.get_user(KEY)
    calls[TOGETHER] = lambda: together(lambda: pooled.get_user(KEY))
    found = [Contender("Flash", calls)]
    if place.engine == "sqlite":
        found.append(Contender("Flash, your connection", theirs))
    return found


def enter_sync(
    stack: AsyncExitStack, place: Place, connection: object, scheme: str
) -> list[Contender]:
    """Return Flash over a connection of a synchronous driver; as :func:`enter`."""
    calls = _calls(place.generated_sync.new(connection))
    database = stack.enter_context(
        flash_sync.connect(f"{scheme}://{_rest(place)}", min_size=POOL, max_size=POOL)
    )
    pooled = place.generated_sync.new(database)
    threads = stack.enter_context(ThreadPoolExecutor(TASKS))
    calls[POOLED] = lambda: pooled.get_user(KEY)
    calls[TOGETHER] = partial(in_threads, threads, lambda: pooled.get_user(KEY))
    return [Contender("Flash", calls)]


def _rest(place: Place) -> str:
    if place.engine == "sqlite":
        return f"/{place.url}"
    return place.url.partition("://")[2]
