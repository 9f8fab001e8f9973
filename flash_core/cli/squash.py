"""``flash squash``: put one migration in the place of many.

Depends on: click, config, database.folders, database.history, database.trial, migrations, errors,
cli.apply, cli.connection, cli.settings, cli.verification.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flash_core._dataclass import dataclass, replace
from flash_core.database.folders import migration_of
from flash_core.database.history import up_to
from flash_core.database.trial import squash_residues
from flash_core.errors import CompileError, MigrationConflict, MigrationError
from flash_core.migrations.diff import diff
from flash_core.migrations.files import MigrationFile, checksum, in_force, read, slug, write_pair
from flash_core.migrations.replay import replay
from flash_core.migrations.squashing import remnants, squash
from flash_core.project import errors_of, in_order
from flash_core.sql.source import Diagnostic

from .apply import print_sql
from .connection import migrations
from .settings import counted
from .verification import tried

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.config import Config
    from flash_core.migrations.squashing import Remnant, Squash

    from .settings import Settings

_HINT = (
    "--data keep leaves the statements from this file on as they are, --data drop leaves out "
    "what changes rows"
)


@click.command("squash", short_help="Put one migration in the place of many.")
@click.argument("name", nargs=-1)
@click.option("--to", metavar="ID", help="None that is newer than this one.")
@click.option(
    "--data",
    type=click.Choice(["keep", "drop"]),
    help="What becomes of statements that change rows; without, they are shown and refused.",
)
@click.option("--dry-run", is_flag=True, help="Print the SQL and change nothing.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.option(
    "--dev-url",
    metavar="URL",
    help="Server to try it on, on databases made for it; else the one that DEV_DATABASE_URL names.",
)
@click.option("--no-verify", "verify", flag_value=False, default=True, help="Do not try it.")
@click.pass_obj
def command(
    settings: Settings,
    *,
    name: tuple[str, ...],
    to: str | None,
    data: str | None,
    dry_run: bool,
    as_json: bool,
    dev_url: str | None,
    verify: bool,
) -> None:
    """Write one migration that makes what all make up to ID, and remove those.

    A database that has applied all of them counts as one that has applied it.
    NAME is "squashed" when left out.  No database is changed.
    """
    config = settings.load()
    files = _chosen(config, to)
    if len(files) <= 1:
        click.echo("nothing to squash: there are not two migrations")
        return
    plan = _plan(config, files, " ".join(name) or "squashed", data)
    obstacle = _obstacle(config, plan, dev_url) if verify else "not tried: --no-verify"
    if not dry_run:
        _write(config, plan, obstacle)
    if as_json:
        click.echo(json.dumps(_document(plan, obstacle, done=not dry_run), indent=2))
        return
    if dry_run:
        print_sql(f"-- {plan.squash.id}\n{plan.squash.up}")
    else:
        _report(plan)
    for each in () if plan.keep else plan.remnants:
        click.echo(f"left out {each.place}: {each.sql}", err=True)
    if obstacle:
        click.echo(f"warning: this migration is unverified: {obstacle}", err=True)


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be written.

    Attributes:
        files: What is squashed; its paths are relative to the project.
        squash: The migration in its place.
        remnants: What the schema does not say.
        keep: That stays.
        folder: Of the migrations, relative to the project.
    """

    files: Sequence[MigrationFile]
    squash: Squash
    remnants: Sequence[Remnant]
    keep: bool
    folder: Path

    @property
    def written(self) -> list[str]:
        """The paths of the new files."""
        return [(self.folder / f"{self.squash.id}.{way}.sql").as_posix() for way in ("up", "down")]

    @property
    def removed(self) -> list[Path]:
        """The paths of the old files."""
        paths = [path for file in self.files for path in (file.up_path, file.down_path)]
        return [path for path in paths if path is not None]


def _chosen(config: Config, to: str | None) -> list[MigrationFile]:
    """Return the migrations to squash, from the first one on.

    Raises:
        MigrationConflict: Some of them are squashed already.
    """
    files = read(config.root / config.migrations_path)
    current = {each.id for each in in_force(files)}
    if stale := [each.id for each in files if each.id not in current]:
        message = (
            f"{stale[0]} is still beside the migration that stands for it: remove its files when "
            "every database has applied it, then squash"
        )
        raise MigrationConflict(message)
    if to is not None:
        wanted = {each.id for each in up_to(migrations(config), to)}
        files = [each for each in files if each.id in wanted]
    return [_shown(config, file) for file in files]


def _shown(config: Config, file: MigrationFile) -> MigrationFile:
    """Return a file with paths as people read them."""
    up, down = (
        None if path is None else Path(os.path.relpath(path, config.root))
        for path in (file.up_path, file.down_path)
    )
    return replace(file, up_path=up or file.up_path, down_path=down)


def _plan(config: Config, files: Sequence[MigrationFile], name: str, data: str | None) -> _Plan:
    """Make the migration.

    Raises:
        CompileError: A migration has errors, or changes rows and nobody said what becomes of that.
        MigrationError: Something cannot be expressed, or there is a migration of that name.
    """
    _, problems = replay(files, config.engine)
    if errors_of(problems):
        raise CompileError(in_order(problems))
    left = remnants(files, config.engine)
    if left and data is None:
        raise CompileError([_refusal(each) for each in left])
    identifier = f"{files[-1].timestamp}_{slug(name)}"
    if any(each.id == identifier for each in files):
        message = f"{identifier} is one of the migrations to squash: give the new one another name"
        raise MigrationError(message)
    keep = data == "keep"
    made = squash(files, config.engine, identifier, left if keep else ())
    plan = _Plan(files, made, left, keep, files[0].up_path.parent)
    _check(config, plan)
    return plan


def _refusal(remnant: Remnant) -> Diagnostic:
    word = remnant.source.text[remnant.head.start : remnant.head.end].upper()
    message = f"{word} is not part of the schema: squashing would lose it"
    return Diagnostic(message, remnant.source, remnant.head, _HINT)


def _check(config: Config, plan: _Plan) -> None:
    """Refuse what does not make the same schema, read in the way in which migrations are.

    Raises:
        MigrationError: What differs.
    """
    before, _ = replay(plan.files, config.engine)
    file = _file(plan)
    after, problems = replay([file], config.engine)
    wrong = errors_of(problems)
    reason = str(wrong[0]) if wrong else ""
    if not wrong:
        left = [*diff(before, after), *diff(after, before)]
        reason = left[0].comment or left[0].undo if left else ""
    if reason:
        message = f"nothing was written, because it would not make the same schema: {reason}"
        raise MigrationError(message)


def _file(plan: _Plan) -> MigrationFile:
    made = plan.squash
    up, down = (Path(path) for path in plan.written)
    return MigrationFile(
        made.id, made.up, made.down, up, down, checksum(made.up), checksum(made.down)
    )


def _obstacle(config: Config, plan: _Plan, server: str | None) -> str | None:
    """Try it; return why that was not possible.

    Raises:
        MigrationError: It does not make the same.
    """
    made = plan.squash
    chosen = {each.id for each in plan.files}
    before = [each for each in migrations(config) if each.id in chosen]
    migration = migration_of(made.id, made.up, made.down, config.engine)
    rows = plan.keep or not plan.remnants
    return tried(
        config,
        lambda url: squash_residues(before, migration, config.engine, url, rows=rows),
        server,
    )


def _write(config: Config, plan: _Plan, obstacle: str | None) -> None:
    """Write the new files, then remove the old ones.

    Raises:
        MigrationError: The files cannot be written or removed.
    """
    head = f"-- unverified: {obstacle.splitlines()[0]}\n" if obstacle else ""
    folder = config.root / config.migrations_path
    write_pair(folder, plan.squash.id, head + plan.squash.up, head + plan.squash.down)
    for path in plan.removed:
        try:
            (config.root / path).unlink()
        except OSError as problem:
            message = (
                f"wrote {plan.written[0]}, but cannot remove {path}: {problem.strerror}; remove "
                "what it stands for by hand"
            )
            raise MigrationError(message) from problem


def _report(plan: _Plan) -> None:
    for path in plan.written:
        click.echo(f"wrote {path}")
    click.echo(f"removed {counted(len(plan.files), 'migration', 'migrations')} that it stands for")
    click.echo("a database counts as up to date when it has applied all of them")


def _document(plan: _Plan, obstacle: str | None, *, done: bool) -> dict[str, object]:
    return {
        "id": plan.squash.id,
        "squashes": [each.id for each in plan.files],
        "written": plan.written if done else [],
        "removed": [path.as_posix() for path in plan.removed] if done else [],
        "data": [
            {"place": each.place, "sql": each.sql, "kept": plan.keep} for each in plan.remnants
        ],
        "unverified": obstacle,
        "up": plan.squash.up,
        "down": plan.squash.down,
    }
