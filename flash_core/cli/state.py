"""The catalog of whatever can hold a schema: files, a folder of migrations, a live database.

Depends on: config, database.introspect, migrations, project, cli.connection.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flash_core.catalog.build import build
from flash_core.catalog.not_nulls import with_vague_not_nulls
from flash_core.config import PROVIDERS, Config
from flash_core.database.introspect.live import dump
from flash_core.errors import CompileError, ConfigError
from flash_core.migrations.files import read
from flash_core.migrations.replay import replay
from flash_core.project import errors_of, in_order, open_project
from flash_core.sql.parse import parse_script
from flash_core.sql.source import SourceFile

from .connection import database_exists, with_database

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.catalog.model import Catalog
    from flash_core.database.introspect.definition import Definition
    from flash_core.engine import Engine


def engine_of(place: str) -> Engine | None:
    """Return the engine that a URL names, ``None`` of a path.

    Raises:
        ConfigError: It is a URL of something else.
    """
    scheme, separator, _ = place.partition("://")
    if not separator:
        return None
    engine = PROVIDERS.get(scheme.partition("+")[0].lower())
    if engine is None:
        message = f"{scheme}:// is no database that Flash knows: {', '.join(sorted(PROVIDERS))}"
        raise ConfigError(message)
    return engine


def catalog_at(place: str, engine: Engine) -> Catalog:
    """Return what a place says a database should contain, or contains.

    Args:
        place: A schema file, a folder of them, a folder of migrations, or a URL.
        engine: Whose SQL it is.

    Raises:
        CompileError: The SQL has errors.
        ConfigError: There is nothing at that place, or the URL is of another engine.
        DatabaseError: The database cannot be read.
    """
    named = engine_of(place)
    if named is not None:
        if named.family is not engine.family:
            message = f"the URL is of {named}, the other side is {engine}: compare one engine"
            raise ConfigError(message)
        return catalog_of(definitions_at(place), engine, place.partition("://")[0])
    path = Path(place)
    if not path.exists():
        message = f"{place} does not exist: name a schema file, a folder, or a database's URL"
        raise ConfigError(message)
    migrations = read(path) if path.is_dir() else []
    if migrations:
        files = [replace(file, up_path=Path(os.path.relpath(file.up_path))) for file in migrations]
        catalog, problems = replay(files, engine)
        if errors_of(problems):
            raise CompileError(in_order(problems))
        return catalog
    config = Config(Path.cwd(), engine, schema_dir=place)
    catalog, warnings = open_project(config).catalog()
    for warning in warnings:
        click.echo(warning.render() + "\n", err=True)
    return catalog


def definitions_at(url: str) -> list[Definition]:
    """Return what a live database contains.

    Raises:
        ConfigError: The URL is wrong, or its driver is not installed.
        DatabaseError: The server cannot be reached, or refuses.
    """
    # Connecting must not make a SQLite file.
    url = _absolute(url)
    if not database_exists(url):
        message = f"there is no database at {url}"
        raise ConfigError(message)
    return with_database(url, dump)


def _absolute(url: str) -> str:
    scheme, separator, rest = url.partition("://")
    if not scheme.startswith("sqlite") or rest.startswith((":", "/")):
        return url
    return f"{scheme}{separator}{Path(rest).absolute().as_posix()}"


def catalog_of(definitions: Sequence[Definition], engine: Engine, shown: str) -> Catalog:
    """Return the catalog of what a live database contains.

    Args:
        definitions: Its objects.
        engine: Whose SQL they are in.
        shown: What messages call the database.

    Raises:
        CompileError: Something in it is not understood.
    """
    text = "".join(f"{item.sql};\n" for item in definitions)
    source = SourceFile(shown, text)
    statements, unread = parse_script(source, engine)
    catalog, refused = build([(source, item) for item in statements], engine, directives=False)
    problems = [*unread, *refused]
    if errors_of(problems):
        raise CompileError(in_order(problems))
    if any(item.vague for item in definitions):
        return with_vague_not_nulls(catalog)
    return catalog
