"""``flash lint``: review migrations for what locks, loses or fails.  Needs no database.

Depends on: click, migrations, sql, cli.settings.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flash_core.errors import MigrationError
from flash_core.migrations.files import read
from flash_core.migrations.replay import replay_each
from flash_core.migrations.review import Finding, review
from flash_core.migrations.review_rules import Level
from flash_core.project import errors_of
from flash_core.sql.parse import parse_script
from flash_core.sql.source import Diagnostic, SourceFile

from .settings import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flash_core.catalog.model import Catalog
    from flash_core.config import Config

    from .settings import Settings


@click.command("lint", short_help="Review migrations for what locks, loses or fails.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the findings for editors and CI.")
@click.pass_obj
def command(settings: Settings, *, files: tuple[Path, ...], as_json: bool) -> int:
    """Review migrations; without FILES, all of them.

    Exits with 1 when there is an error.  A comment "-- flash:nolint CODE" before a statement
    silences a rule there; at the head of a file, before an empty line, in all of it.
    """
    config = settings.load()
    found: list[Finding] = []
    unread: list[Diagnostic] = []
    sources = list(_sources(config, files))
    for source, catalog in sources:
        found += review(source, config.engine, catalog)
        unread += errors_of(parse_script(source, config.engine)[1])
    if as_json:
        click.echo(json.dumps(_document(found, unread), indent=2))
    else:
        shown = [item.render() for item in unread] + [item.render() for item in found]
        for text in shown:
            click.echo(text + "\n")
        files_read = counted(len(sources), "file", "files")
        click.echo(f"{files_read}: {_summary(found, unread)}")
    return 1 if unread or any(item.rule.level is Level.ERROR for item in found) else 0


def _sources(config: Config, files: Sequence[Path]) -> Iterator[tuple[SourceFile, Catalog | None]]:
    """Yield each file with what the migrations before it make, where it is one of them."""
    migrations = read(config.root / config.migrations_path)
    wanted = {path.resolve() for path in files}
    known = {migration.up_path.resolve() for migration in migrations}
    if not wanted or wanted & known:
        for migration, before in replay_each(migrations, config.engine):
            if not wanted or migration.up_path.resolve() in wanted:
                shown = Path(os.path.relpath(migration.up_path, config.root)).as_posix()
                yield SourceFile(shown, migration.up), before
    for path in files:
        if path.resolve() not in known:
            yield SourceFile(path.as_posix(), _text(path)), None


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        message = f"cannot read {path}: {problem}"
        raise MigrationError(message) from problem


def _counts(found: Sequence[Finding], unread: Sequence[Diagnostic]) -> dict[str, int]:
    counts = {level.value: sum(f.rule.level is level for f in found) for level in Level}
    counts[Level.ERROR] += len(unread)
    return counts


def _summary(found: Sequence[Finding], unread: Sequence[Diagnostic]) -> str:
    counts = _counts(found, unread)
    words = [
        counted(counts["error"], "error", "errors") if counts["error"] else "",
        counted(counts["warning"], "warning", "warnings") if counts["warning"] else "",
        f"{counts['advice']} advice" if counts["advice"] else "",
    ]
    return ", ".join(filter(None, words)) or "nothing found"


def _document(found: Sequence[Finding], unread: Sequence[Diagnostic]) -> dict[str, object]:
    findings = [_described(f, f.rule.code, f.rule.level, f.rule.instead) for f in found]
    errors = [_described(d, d.sqlstate, "error", d.hint) for d in unread]
    return {"findings": [*errors, *findings], **_counts(found, unread)}


def _described(
    item: Finding | Diagnostic, code: str | None, level: str, instead: str | None
) -> dict[str, object]:
    line, column = item.source.position(item.span.start)
    end_line, end_column = item.source.position(item.span.end)
    return {
        "file": item.source.path,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "level": str(level),
        "code": code,
        "message": item.message,
        "instead": instead,
    }
