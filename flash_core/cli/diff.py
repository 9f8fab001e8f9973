"""``flash diff``: the SQL between two states of a schema.  Needs no configuration, writes nothing.

Depends on: click, config, engine, migrations, sql, cli.settings, cli.state.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flash_core.config import PROVIDERS, Config, dev_url
from flash_core.errors import ConfigError
from flash_core.migrations.diff import diff
from flash_core.migrations.files import down_text, up_text
from flash_core.migrations.sections import FOREIGN_KEYS_OFF
from flash_core.sql.delimiters import delimited

from .state import catalog_at, engine_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.engine import Engine
    from flash_core.migrations.change import Change

    from .settings import Settings

_PLACE = "PATH|URL"


@click.command("diff", short_help="Show the SQL between two states of a schema.")
@click.option("--from", "old", metavar=_PLACE, required=True, help="What there is.")
@click.option("--to", "new", metavar=_PLACE, required=True, help="What there should be.")
@click.option(
    "-p",
    "--provider",
    type=click.Choice(sorted(PROVIDERS)),
    help="Whose SQL the files hold; known where one side is a URL, or from the configuration.",
)
@click.option("--down", "back", is_flag=True, help="Show the way back instead.")
@click.option("--json", "as_json", is_flag=True, help="Print both ways and every change.")
@click.option("--check", is_flag=True, help="Exit with 1 where the two differ.")
@click.pass_obj
def command(
    settings: Settings,
    *,
    old: str,
    new: str,
    provider: str | None,
    back: bool,
    as_json: bool,
    check: bool,
) -> int:
    """Print what turns one schema into another; nothing when they are the same.

    Each side is a schema file, a folder of them, a folder of migrations, or the
    URL of a database, which is only read.
    """
    engine = _engine(settings, old, new, provider)
    was, now = catalog_at(old, engine), catalog_at(new, engine)
    changes = diff(was, now)
    if changes and (engine_of(old) or engine_of(new)):
        from .wording import real_changes  # noqa: PLC0415 - a server's words are on one side only

        live = old if engine_of(old) else new
        changes = real_changes(was, now, _server(settings), live=True, runs_on=live)
    up, down = _script(up_text(changes)), _script(down_text(changes))
    if as_json:
        click.echo(json.dumps({"up": up, "down": down, "changes": _listed(changes)}, indent=2))
    elif changes:
        click.echo(delimited(down if back else up, engine), nl=False)
    return int(check and bool(changes))


def _engine(settings: Settings, old: str, new: str, provider: str | None) -> Engine:
    """Return whose SQL is compared."""
    if provider is not None:
        return PROVIDERS[provider]
    for place in (old, new):
        if (engine := engine_of(place)) is not None:
            return engine
    try:
        return settings.load().engine
    except ConfigError as error:
        message = f"whose SQL is this? add --provider, one of {', '.join(sorted(PROVIDERS))}"
        raise ConfigError(message) from error


def _server(settings: Settings) -> str | None:
    """Return the server for scratch databases, if one is named; no configuration is needed."""
    try:
        config = settings.load()
    except ConfigError:
        config = Config(Path())
    return dev_url(config)


def _script(text: str) -> str:
    """Return a side of a migration for any client: where ours switches foreign keys off itself."""
    if not text.startswith(FOREIGN_KEYS_OFF):
        return text
    rest = text.removeprefix(FOREIGN_KEYS_OFF)
    return (
        "-- outside a transaction; switch foreign keys on again afterwards\n"
        f"PRAGMA foreign_keys = OFF;\n{rest}"
    )


def _listed(changes: Sequence[Change]) -> list[dict[str, object]]:
    return [
        {
            "comment": change.comment or change.undo,
            "up": change.up,
            "down": change.down,
            "destroys": change.destroys,
            "undo_destroys": change.undo_destroys,
            "names": list(change.names),
        }
        for change in changes
    ]
