"""``flash status``: show which migrations are applied.

Depends on: click, config, database.history, database.migrator, cli.connection, cli.drift,
cli.settings.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Final

import click

from flash_core.config import database_url
from flash_core.database import migrator
from flash_core.database.history import State, Status, compare, half_way

from .connection import applied_to, migrations, with_database
from .drift import drift_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .drift import Drift
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
    State.FAILED: "red",
    State.PARTIAL: "red",
}


@click.command("status", short_help="Show which migrations are applied.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.option(
    "--drift",
    "look",
    is_flag=True,
    help="Also where a PostgreSQL has to be started to run the migrations on.",
)
@click.pass_obj
def command(settings: Settings, *, as_json: bool, look: bool) -> None:
    """Compare the migrations' files with the database's history.  Changes nothing.

    Where there is a place to run the migrations on (SQLite has one in memory, a server is named by
    DEV_DATABASE_URL), the database is also compared with what they make.
    """
    config = settings.load()
    url = database_url(config)
    every = migrations(config)
    states = compare(every, applied_to(url))
    drift = drift_of(config, url, states, every, wanted=look)
    under_way = any(_may_run(each) for each in states) and with_database(url, migrator.is_locked)
    if as_json:
        click.echo(json.dumps(_document(states, drift, under_way=under_way), indent=2))
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
    for each in states:
        if each.state is State.FAILED:
            click.echo(f"{each.id}: {_explained(each, under_way=under_way)}")
        elif each.reason:
            click.echo(each.reason)
    _print_drift(drift)


def _print_drift(drift: Drift) -> None:
    if drift.lines:
        click.echo("drift: the database is not what its migrations make")
        for line in drift.lines:
            click.echo(f"  {line}")
    elif drift.obstacle:
        click.echo(f"drift: nobody could look: {drift.obstacle}")


def _may_run(status: Status) -> bool:
    return status.record is not None and status.record.state == "running"


def _explained(status: Status, *, under_way: bool) -> str:
    """Say what has become of a migration that is neither applied nor pending, and what to do."""
    record = status.record
    if record is None:
        return ""
    if under_way and _may_run(status):
        return f"{record.done} of {record.statements} statements have run, it is under way now"
    if record.direction == "down":
        return f'{half_way(record)}, while it was taken back; run "flash down", which continues'
    if record.state == "failed":
        return f'{half_way(record)}; correct it and run "flash apply", which continues there'
    return f'{half_way(record)}; run "flash apply", which continues'


def _counts(states: Sequence[Status]) -> dict[str, int]:
    counts = {"total": len(states)}
    for state in State:
        counts[state.value] = sum(each.state is state for each in states)
    return counts


def _document(states: Sequence[Status], drift: Drift, *, under_way: bool) -> dict[str, object]:
    entries = [_entry(each, under_way=under_way) for each in states]
    lines = None if drift.lines is None else list(drift.lines)
    return {**_counts(states), "migrations": entries, "drift": lines}


def _entry(status: Status, *, under_way: bool) -> dict[str, object]:
    entry: dict[str, object] = {
        "id": status.id,
        "state": status.state.value,
        "applied_at": status.applied_at,
    }
    if status.reason:
        entry["explanation"] = status.reason
    if status.state is State.FAILED and status.record is not None:
        entry["statements"] = status.record.statements
        entry["done"] = status.record.done
        entry["direction"] = status.record.direction
        entry["explanation"] = _explained(status, under_way=under_way)
    return entry


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
