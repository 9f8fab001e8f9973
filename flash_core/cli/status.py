"""``flash status``: show which migrations are applied.

Depends on: click, config, database.history, cli.connection, cli.settings.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Final

import click

from flash_core.config import database_url
from flash_core.database.history import State, Status, compare

from .connection import applied_to, begun_on, migrations

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .settings import Settings

_HINTS: Final[Mapping[State, str]] = {
    State.PENDING: 'run "flash apply"',
    State.EDITED: "edited after it was applied: restore the file and write a new migration",
    State.MISSING: "applied, but its file is gone: restore it",
}
_STYLES: Final[Mapping[State, str]] = {
    State.APPLIED: "green",
    State.PENDING: "yellow",
    State.EDITED: "red",
    State.MISSING: "red",
}


@click.command("status", short_help="Show which migrations are applied.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.pass_obj
def command(settings: Settings, *, as_json: bool) -> None:
    """Compare the migrations' files with the database's history.  Changes nothing."""
    config = settings.load()
    states = compare(migrations(config), applied_to(database_url(config)))
    if as_json:
        click.echo(json.dumps(_document(states), indent=2))
        return
    if not states:
        click.echo('no migrations yet: run flash migrate "initial schema"')
        return
    if sys.stdout.isatty():
        _print_table(states)
    else:
        _print_plain(states)
    counts = _counts(states)
    click.echo(", ".join(f"{name} {count}" for name, count in counts.items() if count))
    for state, hint in _HINTS.items():
        if counts[state]:
            click.echo(f"{state}: {hint}")
    for identifier, (done, total) in begun_on(database_url(config)).items():
        click.echo(f"{identifier}: {done} of {total} statements have run, the next one failed")


def _counts(states: Sequence[Status]) -> dict[str, int]:
    counts = {"total": len(states)}
    for state in State:
        counts[state.value] = sum(each.state is state for each in states)
    return counts


def _document(states: Sequence[Status]) -> dict[str, object]:
    listed = [
        {"id": each.id, "state": each.state.value, "applied_at": each.applied_at} for each in states
    ]
    return {**_counts(states), "migrations": listed}


def _print_plain(states: Sequence[Status]) -> None:
    width = max(len("ID"), *(len(each.id) for each in states))
    click.echo(f"{'ID':{width}}  {'STATE':8} APPLIED AT")
    for each in states:
        click.echo(f"{each.id:{width}}  {each.state.value:8} {each.applied_at or '-'}")


def _print_table(states: Sequence[Status]) -> None:
    from rich.console import Console  # noqa: PLC0415 - only for people
    from rich.table import Table  # noqa: PLC0415 - only for people
    from rich.text import Text  # noqa: PLC0415 - only for people

    table = Table("ID", "State", "Applied at")
    for each in states:
        state = Text(each.state.value, style=_STYLES[each.state])
        table.add_row(Text(each.id), state, Text(each.applied_at or "-"))
    Console().print(table)
