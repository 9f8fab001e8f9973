"""A migration on trial: run up and down on databases that are made for it, and compared.

Depends on: database, folders, history, introspect, migrator, shared, sql_modes, urls, engine, errors, values,
_compat.
"""

from __future__ import annotations

import re
import uuid
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from flash_core._compat import finish
from flash_core.engine import Engine
from flash_core.errors import DatabaseError, FlashError
from flash_core.values import Sql

from . import migrator
from .introspect.definition import differences
from .introspect.live import dump
from .shared import of_database, with_roles, within_database
from .sql_modes import read_alike
from .urls import connect

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence

    from .database import Database
    from .history import Migration
    from .introspect.definition import Definition

_ROWS: Final = re.compile(r"(?:INSERT|UPDATE|DELETE|REPLACE|MERGE|COPY|LOAD)\b", re.IGNORECASE)
_MEMORY: Final = "sqlite://:memory:"


class CannotTryError(FlashError):
    """The databases for it cannot be made, or do not take what was there before; it says why."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What to try.

    Attributes:
        earlier: The migrations before it.
        migrations: Those on trial.
        desired: The statements that make the schema as it should be.
    """

    earlier: Sequence[Migration]
    migrations: Sequence[Migration]
    desired: Sequence[str]


async def residues(trial: Trial, engine: Engine, server: str = "") -> list[str]:
    """Run migrations up and down, and say what is not as it should be then.

    Args:
        trial: The migrations.
        engine: Whose it is.
        server: URL of a server on which two databases may be made; SQLite needs none.

    Returns:
        A line for each fact; empty when up makes the schema and down what was there before.

    Raises:
        CannotTryError: What was there before, or the schema itself, cannot be made there.
    """
    own = Trial(
        within_database(trial.earlier, engine),
        within_database(trial.migrations, engine),
        of_database(trial.desired, engine),
    )
    return await with_roles(lambda: _residues(own, engine, server), engine, server)


async def _residues(trial: Trial, engine: Engine, server: str) -> list[str]:
    async with _scratch(engine, server) as wanted, _scratch(engine, server) as tried:
        try:
            for statement in trial.desired:
                await wanted.execute_script(statement)
            await migrator.apply(tried, trial.earlier)
            start = await dump(tried)
        except FlashError as error:
            raise CannotTryError(str(error)) from error
        return await _lines(trial, start, await dump(wanted), tried)


async def _lines(
    trial: Trial,
    start: list[Definition],
    wanted: list[Definition],
    tried: Database,
    rows: dict[str, int] | None = None,
) -> list[str]:
    every = [*trial.earlier, *trial.migrations]
    try:
        await migrator.apply(tried, every)
    except FlashError as error:
        return [f"up fails: {error}"]
    lines = [f"after up, {line}" for line in differences(await dump(tried), wanted)]
    if rows is not None:
        counts = await _counts(tried, wanted)
        lines += [
            f"after up, table {name} has {counts.get(name, 0)} rows instead of {number}"
            for name, number in rows.items()
            if counts.get(name, 0) != number
        ]
    try:
        await migrator.down(tried, every, count=len(trial.migrations))
    except FlashError as error:
        return [*lines, f"down fails: {error}"]
    return [*lines, *(f"after down, {line}" for line in differences(await dump(tried), start))]


async def in_server_words(
    schemas: Sequence[Sequence[str]], engine: Engine, server: str
) -> list[list[Definition]]:
    """Say what a server makes of schemas.

    Args:
        schemas: The statements of each.
        engine: Whose they are.
        server: URL of a server on which a database may be made.

    Returns:
        What a database contains in which they have run, one for each schema.

    Raises:
        CannotTryError: They do not run there.
    """
    own = [of_database(statements, engine) for statements in schemas]
    return await with_roles(lambda: _in_server_words(own, engine, server), engine, server)


async def _in_server_words(
    schemas: Sequence[Sequence[str]], engine: Engine, server: str
) -> list[list[Definition]]:
    found: list[list[Definition]] = []
    for statements in schemas:
        async with _scratch(engine, server) as database:
            try:
                for statement in statements:
                    await database.execute_script(statement)
                found.append(await dump(database))
            except FlashError as error:
                raise CannotTryError(str(error)) from error
    return found


async def drift(
    live: Sequence[Definition], applied: Sequence[Migration], engine: Engine, server: str = ""
) -> list[str]:
    """Say where a database is not what its migrations make.

    Args:
        live: What it contains.
        applied: Its migrations.
        engine: Whose they are.
        server: URL of a server on which a database may be made; SQLite needs none.

    Returns:
        A line for each fact that only one of them has.

    Raises:
        CannotTryError: The migrations cannot be run there.
    """
    own = within_database([_without_rows(each) for each in applied], engine)
    return await with_roles(lambda: _drift(live, own, engine, server), engine, server)


async def _drift(
    live: Sequence[Definition], applied: Sequence[Migration], engine: Engine, server: str
) -> list[str]:
    async with _scratch(engine, server) as fresh:
        try:
            await migrator.apply(fresh, applied)
            return differences(live, await dump(fresh))
        except FlashError as error:
            raise CannotTryError(str(error)) from error


async def squash_residues(
    before: Sequence[Migration],
    migration: Migration,
    engine: Engine,
    server: str = "",
    *,
    rows: bool = True,
) -> list[str]:
    """Run migrations, and the one that is to stand for them, and say where they differ.

    Args:
        before: The migrations.
        migration: The one instead of them.
        engine: Whose they are.
        server: URL of a server on which two databases may be made; SQLite needs none.
        rows: Compare how many rows there are, too.

    Returns:
        A line for each fact; empty when it makes the same objects and as many rows, and takes all
        of them back.

    Raises:
        CannotTryError: The migrations cannot be run there.
    """
    own = within_database([*before, migration], engine)
    return await with_roles(
        lambda: _squash_residues(own[:-1], own[-1], engine, server, rows=rows), engine, server
    )


async def _squash_residues(
    before: Sequence[Migration], migration: Migration, engine: Engine, server: str, *, rows: bool
) -> list[str]:
    async with _scratch(engine, server) as wanted, _scratch(engine, server) as tried:
        try:
            start = await dump(tried)
            await migrator.apply(wanted, before)
            made = await dump(wanted)
        except FlashError as error:
            raise CannotTryError(str(error)) from error
        counts = await _counts(wanted, made) if rows else None
        return await _lines(Trial((), [migration], ()), start, made, tried, counts)


async def _counts(database: Database, made: Sequence[Definition]) -> dict[str, int]:
    """Return how many rows the tables have."""
    quote = "`" if database.engine.family is Engine.MYSQL else '"'
    counts: dict[str, int] = {}
    for item in made:
        if item.kind != "table":
            continue
        name = ".".join(f"{quote}{part}{quote}" for part in item.name.split("."))
        try:
            query = Sql[tuple[int]](f"SELECT count(*) FROM {name}")  # noqa: S608 - quoted
            counts[item.name] = await database.fetchval(query) or 0
        except DatabaseError:
            continue  # a name with a quote in it
    return counts


def _without_rows(migration: Migration) -> Migration:
    """Return a migration without what writes rows: that takes long, and defines nothing."""
    kept = tuple(each for each in migration.up.statements if not _ROWS.match(each))
    return replace(migration, up=replace(migration.up, statements=kept, lines=()))


@asynccontextmanager
async def _scratch(engine: Engine, server: str) -> AsyncGenerator[Database, None]:
    """Make a database, yield it open, and drop it whatever happens.

    Raises:
        CannotTryError: The server cannot be reached, or refuses.
    """
    if engine is Engine.SQLITE:
        async with connect(_MEMORY) as database:
            yield database
        return
    name = f"flash_verify_{uuid.uuid4().hex[:12]}"
    fresh = " CHARACTER SET utf8mb4" if engine.family is Engine.MYSQL else " TEMPLATE template0"
    forced = "" if engine.family is Engine.MYSQL else " WITH (FORCE)"
    dropped = f"DROP DATABASE IF EXISTS {name}{forced}"
    try:
        await finish(_run(server, f"CREATE DATABASE {name}{fresh}"))
    except FlashError as error:
        raise CannotTryError(str(error)) from error
    except BaseException:  # an interruption: the database was made all the same
        await finish(_run(server, dropped))
        raise
    try:
        async with connect(urlsplit(server)._replace(path=f"/{name}").geturl()) as database:
            await read_alike(database)
            yield database
    finally:
        await finish(_run(server, dropped))


async def _run(server: str, sql: str) -> None:
    async with connect(server, max_size=1) as host:
        await host.execute(sql)
