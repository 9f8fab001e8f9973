"""``flash init``: start a project in the current folder.

Depends on: click, config, engine, cli.starter.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from flash_core.config import Config, find_in, load, on_its_server
from flash_core.engine import Engine

from .starter import starter_files

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .settings import Settings


@click.command("init", short_help="Start a project in this folder.")
@click.option("--postgresql", "--postgres", "postgresql", is_flag=True, help="The default.")
@click.option("--mysql", is_flag=True, help="MySQL or MariaDB.")
@click.option("--sqlite", is_flag=True, help="SQLite; needs no server.")
@click.pass_obj
def command(settings: Settings, *, postgresql: bool, mysql: bool, sqlite: bool) -> None:
    """Write a configuration, .env and the folders of a project.

    Files that exist are kept as they are.
    """
    if settings.config is not None:
        message = "init writes flash.config.json in this folder; --config does not apply"
        raise click.UsageError(message)
    chosen = [
        engine
        for engine, wanted in (
            (Engine.POSTGRESQL, postgresql),
            (Engine.MYSQL, mysql),
            (Engine.SQLITE, sqlite),
        )
        if wanted
    ]
    if len(chosen) > 1:
        message = "choose one of --postgresql, --mysql and --sqlite"
        raise click.UsageError(message)
    folder = Path.cwd()
    existing = find_in(folder)
    if existing is None:
        config = on_its_server(Config(folder, chosen[0] if chosen else Engine.POSTGRESQL))
    else:
        config = load(folder, existing)
        click.echo(f"kept     {existing.name} (provider {config.engine})")
    write_new(folder, starter_files(config, configured=existing is not None))
    _show_next_steps(config)


def write_new(folder: Path, files: Mapping[str, str]) -> None:
    """Write files that do not exist yet, and print what happened to each.

    Args:
        folder: Where.
        files: Text by path relative to the folder.
    """
    for name, text in files.items():
        path = folder / name
        if path.exists():
            click.echo(f"kept     {name}")
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        # "x": what appears between the look and the write is not overwritten either.
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        click.echo(f"created  {name}")


def _show_next_steps(config: Config) -> None:
    schema = config.schema_dir
    click.echo("\nnext:")
    if config.engine is not Engine.SQLITE:
        click.echo(f"  set {config.url_env} in .env")
    click.echo(f"  write your tables in {schema} and your queries in {config.queries}")
    click.echo('  flash migrate "initial schema" && flash apply && flash gen')
