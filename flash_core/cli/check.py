"""``flash check``: say everything that is wrong with the SQL, and write nothing.

Depends on: click, inputs, project, cli.settings; verify and cli.server with --verify.
"""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

import click

from flash_core.engine import Engine
from flash_core.errors import CompileError, ConfigError
from flash_core.inputs import read_inputs, sources
from flash_core.project import errors_of, in_order, open_project

from .settings import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.inputs import Inputs
    from flash_core.project import Project
    from flash_core.sql.source import Diagnostic
    from flash_core.verify import Verification

    from .settings import Settings


@click.command("check", short_help="Find what is wrong with the SQL; write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the problems for editors and CI.")
@click.option("--verify", is_flag=True, help="Also ask a real server about every query.")
@click.option(
    "--database-url",
    "url",
    metavar="URL",
    help="With --verify: the server to ask. A scratch database is made there and dropped.",
)
@click.pass_obj
def command(settings: Settings, *, as_json: bool, verify: bool, url: str | None) -> int:
    """Check the schema and every query, as flash gen does.

    With --verify, the server itself is asked: the schema is built in a scratch
    database, every query is prepared there, and whatever the server says
    otherwise is a problem of its query.
    """
    if url is not None and not verify:
        message = "--database-url needs --verify"
        raise click.UsageError(message)
    config = settings.load()
    inputs = read_inputs(config)
    project = open_project(config, inputs)
    diagnostics = _problems(project)
    verified = "no problems"
    if verify and config.engine is Engine.SQLITE:
        verified = _asked_sqlite()
    elif verify:
        found = _verify(project, inputs, url)
        diagnostics = in_order([*diagnostics, *found.diagnostics])
        verified = _asked(found)
        if found.unanswered and not as_json:
            click.echo(f"{verified}\n", err=True)
    if as_json:
        click.echo(json.dumps(_document(diagnostics), indent=2))
        return 1 if errors_of(diagnostics) else 0
    if errors_of(diagnostics):
        raise CompileError(diagnostics)
    for diagnostic in diagnostics:
        click.echo(f"{diagnostic.render()}\n", err=True)
    compilation = project.compile()
    queries = counted(len(compilation.queries), "query", "queries")
    files = counted(len(compilation.files), "file", "files")
    warned = counted(len(diagnostics), "warning", "warnings")
    click.echo(f"{queries} in {files}: {warned if diagnostics else verified}")
    if verify and diagnostics:
        click.echo(verified)
    return 0


def _problems(project: Project) -> list[Diagnostic]:
    if not project.config.python.enabled:
        return list(project.compile().diagnostics)
    try:
        return project.generate()[1]
    except CompileError as error:
        return list(error.diagnostics)


def _asked_sqlite() -> str:
    import sqlite3  # noqa: PLC0415 - only to tell its version

    return f"SQLite {sqlite3.sqlite_version} accepts all of them"


def _asked(found: Verification) -> str:
    asked = counted(found.asked, "query", "queries")
    said = f"PostgreSQL {found.server} says the same of {asked}"
    if found.server[:1].isalpha():  # MySQL and MariaDB are only asked to take them
        said = f"{found.server} accepts {asked}"
    return said + (f", {found.unanswered} could not be asked" if found.unanswered else "")


def _verify(project: Project, inputs: Inputs, url: str | None) -> Verification:
    from flash_core.verify import verify  # noqa: PLC0415 - only to verify

    from .server import ask_server  # noqa: PLC0415 - only to verify

    schema, _ = sources(inputs.schema)
    if project.config.engine.family is Engine.MYSQL:
        from flash_core.verify_mysql import verify_mysql  # noqa: PLC0415 - only to verify

        if url is None:
            message = (
                "no server to ask: give --database-url, of any database of a MySQL or MariaDB"
                " server; a scratch database is made there and dropped"
            )
            raise ConfigError(message)
        return ask_server(url, partial(verify_mysql, project.compile(), schema))
    return ask_server(url, partial(verify, project.compile(), schema))


def _document(diagnostics: Sequence[Diagnostic]) -> dict[str, object]:
    errors = len(errors_of(diagnostics))
    return {
        "diagnostics": [_described(each) for each in diagnostics],
        "errors": errors,
        "warnings": len(diagnostics) - errors,
    }


def _described(diagnostic: Diagnostic) -> dict[str, object]:
    line, column = diagnostic.source.position(diagnostic.span.start)
    end_line, end_column = diagnostic.source.position(diagnostic.span.end)
    return {
        "file": diagnostic.source.path,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "sqlstate": diagnostic.sqlstate,
    }
