"""``flash migrate``: write a migration from the schema's changes.  Needs no database.

Depends on: click, project, migrations, errors, cli.settings.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flash_core._dataclass import dataclass, replace
from flash_core.config import dev_url as config_dev_url
from flash_core.engine import Engine
from flash_core.errors import CompileError, MigrationError
from flash_core.migrations.diff import diff
from flash_core.migrations.files import read, slug, write
from flash_core.migrations.replay import replay
from flash_core.project import errors_of, in_order, open_project
from flash_core.sql.source import SourceFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.catalog.model import Catalog, Rename
    from flash_core.config import Config
    from flash_core.migrations.change import Change

    from .settings import Settings


@click.command("migrate", short_help="Write a migration from the schema's changes.")
@click.argument("name", nargs=-1)
@click.option("-a", "--auto", is_flag=True, help="Without NAME, make one up from the changes.")
@click.option("-e", "--empty", is_flag=True, help="Write an empty migration, to fill in by hand.")
@click.option(
    "--dev-url",
    metavar="URL",
    help="Server to try it on, on databases made for it; else the one that DEV_DATABASE_URL names.",
)
@click.option("--no-verify", "verify", flag_value=False, default=True, help="Do not try it.")
@click.option(
    "--online",
    is_flag=True,
    help="PostgreSQL: as several migrations that let others read and write meanwhile.",
)
@click.pass_obj
def command(
    settings: Settings,
    *,
    name: tuple[str, ...],
    auto: bool,
    empty: bool,
    dev_url: str | None,
    verify: bool,
    online: bool,
) -> None:
    """Compare the schema with the migrations and write the difference as a new one.

    The words of NAME are joined.  What is written has been run, up and down, on a
    scratch database: SQLite in memory, PostgreSQL from the package of the extra
    "verify", or on the server at --dev-url.
    """
    if empty and (auto or online):
        message = f"use one of --{'auto' if auto else 'online'} and --empty"
        raise click.UsageError(message)
    config = settings.load()
    plan = (
        Plan(())
        if empty
        else plan_of(
            config,
            ask=not auto and sys.stdin.isatty(),
            online=online,
            server=dev_url or config_dev_url(config) if verify else None,
            asked=verify,
        )
    )
    if not plan.changes and not empty:
        click.echo("no changes: the migrations already make this schema")
        return
    chosen = " ".join(name).strip()
    if not chosen:
        chosen = _derived_name(plan.changes) if auto else _ask()
    write_migration(config, chosen, plan, server=dev_url, verify=verify)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a migration is to do.

    Attributes:
        changes: In order; none for a migration to be filled in.
        desired: What they lead to; ``None`` where that is not known.
        files: The same in several migrations, where one does not do.
    """

    changes: Sequence[Change]
    desired: Catalog | None = None
    files: Sequence[Sequence[Change]] = ()


def plan_of(
    config: Config,
    *,
    ask: bool = False,
    online: bool = False,
    server: str | None = None,
    asked: bool = False,
) -> Plan:
    """Return what the schema has that the migrations do not make, and the reverse.

    Args:
        config: The project.
        ask: Whether a person is there to say what was renamed; it is never guessed.
        online: Let others read and write while it runs.
        server: URL of a server on which databases may be made.
        asked: Whether a server is asked what is only said in other words.

    Raises:
        CompileError: The schema or a migration has errors.
        MigrationError: A change cannot be expressed.
    """
    files = read(config.root / config.migrations_path)
    shown = [replace(file, up_path=_relative(config, file.up_path)) for file in files]
    current, problems = replay(shown, config.engine)
    if errors_of(problems):
        raise CompileError(in_order(problems))
    desired, warnings = open_project(config).catalog()
    for warning in warnings:
        click.echo(warning.render() + "\n", err=True)
    chosen = _renames(current, desired) if ask else ()
    if online:
        return _online(current, desired, chosen)
    changes = diff(current, desired, chosen)
    if changes and asked and config.engine is not Engine.SQLITE:
        from .wording import real_changes  # noqa: PLC0415 - only where something differs

        changes = real_changes(current, desired, server, chosen)
    return Plan(changes, desired)


def _online(current: Catalog, desired: Catalog, chosen: Sequence[Rename]) -> Plan:
    from flash_core.migrations.online import online  # noqa: PLC0415 - only with --online

    files = online(current, desired, chosen)
    return Plan([change for file in files for change in file], desired, files)


def _renames(current: Catalog, desired: Catalog) -> list[Rename]:
    """Ask about each pair that may be a rename."""
    from flash_core.migrations.rename_offers import next_offer  # noqa: PLC0415 - only for people

    answers: dict[bool, list[Rename]] = {True: [], False: []}
    while offer := next_offer(current, desired, answers[True], answers[False]):
        owner = ".".join((*offer.owner, ""))
        question = f"is {offer.kind} `{owner}{offer.old}` renamed to `{'.'.join(offer.name)}`?"
        answers[click.confirm(question, default=False)].append(offer)
    return answers[True]


def write_migration(
    config: Config, name: str, plan: Plan, *, server: str | None = None, verify: bool = True
) -> None:
    """Try a migration, write its files and print their names.

    Args:
        config: The project.
        name: What the user calls it.
        plan: What it does.
        server: URL of a server to try it on.
        verify: Try it.

    Raises:
        MigrationError: It does not do what it should, the name says nothing, or the files cannot
            be written.
    """
    slug(name)  # before a server is started for it
    files = plan.files or (plan.changes,)
    tells = plan.desired is not None and bool(plan.changes)
    remark = "not tried: --no-verify" if tells else ""
    if verify and plan.desired is not None and plan.changes:
        from .verification import obstacle  # noqa: PLC0415 - only when one is written

        remark = obstacle(config, files, plan.desired, server) or ""
    head = f"-- unverified: {remark.splitlines()[0]}\n" if remark else ""
    for number, changes in enumerate(files, start=1):
        _write(config, name if number == 1 else f"{name} {number}", changes, head)
    if remark:
        click.echo(f"warning: this migration is unverified: {remark}", err=True)


def _write(config: Config, name: str, changes: Sequence[Change], head: str) -> None:
    """Write one migration, and say what it destroys and may break."""
    folder = config.root / config.migrations_path
    written = write(folder, name, changes, datetime.now(UTC), head=head)
    for path in written:
        click.echo(f"wrote {_relative(config, path).as_posix()}")
    lossy = [change.comment for change in changes if change.destroys]
    for comment in lossy:
        click.echo(f"warning: this migration destroys data: {comment}", err=True)
    if changes:
        _show_review(config, written[0])


def _show_review(config: Config, path: Path) -> None:
    """Print what the new migration may break; what it destroys has been told already."""
    from flash_core.migrations.review import review  # noqa: PLC0415 - only when one is written
    from flash_core.migrations.review_rules import Level  # noqa: PLC0415 - the same

    files = [each for each in read(path.parent) if each.up_path != path]
    before, _ = replay(files, config.engine)
    source = SourceFile(_relative(config, path).as_posix(), path.read_text("utf-8"))
    for finding in review(source, config.engine, before):
        told = finding.rule.code in {"drop-table", "drop-column"}
        if finding.rule.level is not Level.ADVICE and not told:
            click.echo(f"\n{finding.render()}", err=True)


def _relative(config: Config, path: Path) -> Path:
    return Path(os.path.relpath(path, config.root))


def _ask() -> str:
    if not sys.stdin.isatty():
        message = 'a migration needs a name: flash migrate "what it does", or --auto'
        raise MigrationError(message)
    try:
        answer: str = click.prompt("Name of the migration", default="", show_default=False)
    except click.Abort:
        answer = ""
    if not answer.strip():
        message = "no name given: nothing was written"
        raise MigrationError(message)
    return answer.strip()


def _derived_name(changes: Sequence[Change]) -> str:
    first = changes[0].comment
    return first if len(changes) == 1 else f"{first} and {len(changes) - 1} more"
