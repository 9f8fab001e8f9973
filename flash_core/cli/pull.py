"""``flash pull``: the schema of the live database into the schema's files.

Depends on: click, config, inputs, migrations, errors, cli.destruction, cli.settings, cli.state,
cli.wording.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import click

from flash_core.catalog.build import build
from flash_core.config import database_url, dev_url
from flash_core.errors import CompileError, MigrationError
from flash_core.inputs import read_schema, sources
from flash_core.migrations.diff import diff
from flash_core.migrations.pulling import place_of, pulled, widened
from flash_core.migrations.pulling_pieces import concerned
from flash_core.migrations.pulling_privileges import regranted
from flash_core.project import errors_of, in_order
from flash_core.sql.parse import parse_script
from flash_core.sql.source import SourceFile
from flash_core.sql.statements import split_statements

from .destruction import confirm
from .state import catalog_of, definitions_at
from .wording import real_changes

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from flash_core.catalog.model import Catalog
    from flash_core.config import Config
    from flash_core.engine import Engine
    from flash_core.migrations.change import Change
    from flash_core.sql.source import Diagnostic
    from flash_core.sql.syntax import Statement

    from .settings import Settings


@click.command("pull", short_help="Put the live database's schema into the schema's files.")
@click.option("--database-url", "url", metavar="URL", help="Instead of the project's database.")
@click.option("--dry-run", is_flag=True, help="Print what would be written.")
@click.option("-f", "--force", is_flag=True, help="Do not ask before definitions are taken out.")
@click.pass_obj
def command(settings: Settings, *, url: str | None, dry_run: bool, force: bool) -> None:
    """Make the schema's files say what the database has.

    Statements that still say so stay as they are, comments too.  The database is
    only read.  Before definitions that it has not are taken out of the files, it
    asks; without a terminal it refuses, unless --force is given.
    """
    config = settings.load()
    definitions = definitions_at(url or database_url(config))
    live = catalog_of(definitions, config.engine, "the database")
    found, unreadable = sources(read_schema(config))
    if unreadable:
        raise CompileError(unreadable)
    files = {source.path: source.text for source in found}
    said = _catalog(files, config.engine)
    changes = diff(said, live)
    if changes and files:
        changes = real_changes(said, live, dev_url(config), live=True)
    if not changes:
        click.echo("no changes: the schema's files say what the database has")
        return
    there = [text for item in definitions for text in _statements(item.sql, config.engine)]
    texts = _in_place(files, there, changes, live, _fresh(config, files))
    # A table that is built anew to change it is still there.
    drops = (item.comment for item in changes if item.comment.startswith("drop "))
    lost = [comment for comment in drops if not comment.startswith("drop the old ")]
    confirm(
        lost,
        "flash pull --force",
        force=force or settings.force or dry_run,
        what="the database has not what the files define",
    )
    for path, text in texts.items():
        if dry_run:
            click.echo(f"-- {path}\n{text}")
            continue
        target = config.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
        click.echo(f"wrote {path}")


def _statements(sql: str, engine: Engine) -> list[str]:
    spans = split_statements(SourceFile("", sql), engine)
    return [sql[span.start : span.end] for span in spans]


def _catalog(files: Mapping[str, str], engine: Engine) -> Catalog:
    """Return what files define.

    Raises:
        CompileError: They have errors.
    """
    statements: list[tuple[SourceFile, Statement]] = []
    problems: list[Diagnostic] = []
    for path, text in files.items():
        source = SourceFile(path, text)
        read, unread = parse_script(source, engine)
        statements += [(source, each) for each in read]
        problems += unread
    catalog, refused = build(statements, engine, directives=False)
    problems += refused
    if errors_of(problems):
        raise CompileError(in_order(problems))
    return catalog


def _touched(changes: Iterable[Change], engine: Engine) -> set[str]:
    """Return the objects that changes are about, and those that they belong to."""
    found: set[str] = set()
    for change in changes:
        names = {name.lower() for name in change.names}
        found |= names | {name.rpartition(".")[0] for name in names if "." in name}
        if not names:
            for statement in filter(None, (change.up, change.down)):
                found |= concerned(statement, engine)
    return found


def _fresh(config: Config, files: Mapping[str, str]) -> str:
    """Return the file for what is new."""
    if len(files) == 1:
        return next(iter(files))
    place = PurePosixPath(config.schema_dir)
    return (place if place.suffix == ".sql" else place / "schema.sql").as_posix()


def _in_place(
    files: Mapping[str, str],
    there: Sequence[str],
    changes: Sequence[Change],
    live: Catalog,
    fresh: str,
) -> dict[str, str]:
    """Return the files' new texts, which say what the database has.

    What differs is written anew; where that is not enough (a statement calls a table by a name
    that it has no longer), also what names it; then whatever the database words differently.

    Raises:
        MigrationError: Statements other than CREATE say something else.
    """
    left: tuple[str, Collection[str]] | None = None
    named = _touched(changes, live.engine)
    for touched in (named, widened(files, named, live.engine), None):
        texts = pulled(files, there, touched, live.engine, fresh)
        texts |= _regranted({**files, **texts}, live, fresh)
        problem = _left({**files, **texts}, live)
        if problem is None:
            return texts
        left = left or problem
    reason, names = left or ("", ())
    place = place_of(files, names or named, live.engine)
    message = (
        f"{f'{place[0]}:{place[1]}: ' if place else ''}"
        f"the schema's files cannot be changed in place: {reason}\n"
        "write that statement into the CREATE, or move the files away and pull into an empty "
        "folder; nothing was changed"
    )
    raise MigrationError(message)


def _regranted(files: Mapping[str, str], live: Catalog, fresh: str) -> dict[str, str]:
    """Return the files that say other privileges than the database has, so that they say its."""
    try:
        said = _catalog(files, live.engine)
    except CompileError:
        return {}
    return regranted(files, said, live, fresh)


def _left(files: Mapping[str, str], live: Catalog) -> tuple[str, Collection[str]] | None:
    """Return what keeps files from saying what the database has, and what that is about."""
    try:
        left = diff(_catalog(files, live.engine), live)
    except CompileError as error:
        return str(error).partition("\n")[0], ()
    if not left:
        return None
    return f"they would still differ: {left[0].comment or left[0].undo}", _touched(
        left, live.engine
    )
