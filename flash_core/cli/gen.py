"""``flash gen``: generate Python from the queries.

The compiler is imported only when something has changed since the last run.

Depends on: click, cache, inputs, cli.settings; project, codegen.write and cli.answer when needed.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

import click

from flash_core import cache
from flash_core.errors import CompileError, FlashError
from flash_core.inputs import read_inputs

from .settings import counted

if TYPE_CHECKING:
    from flash_core.config import Config

    from .settings import Settings

_POLL: Final = 0.5  # seconds between two looks at the files


@click.command("gen", short_help="Generate Python from the queries.")
@click.option("--check", is_flag=True, help="Write nothing; fail when files are out of date.")
@click.option("--json", "as_json", is_flag=True, help="Write nothing; print the analysed queries.")
@click.option("--watch", is_flag=True, help="Generate again whenever a file changes.")
@click.option("-f", "--force", is_flag=True, help="Generate although nothing has changed.")
@click.pass_obj
def command(settings: Settings, *, check: bool, as_json: bool, watch: bool, force: bool) -> int:
    """Generate a typed Python package from the schema and the queries."""
    if check + as_json + watch > 1:
        message = "use one of --check, --json and --watch"
        raise click.UsageError(message)
    config = settings.load()
    if as_json:
        return _print_queries(config)
    if not config.python.enabled:
        click.echo('nothing to generate: "gen.python.enabled" is false')
        return 0
    if check:
        return _check(config)
    if watch:
        _watch(config)
    else:
        generate(config, force=force or settings.force)
    return 0


def generate(config: Config, *, force: bool = False) -> None:
    """Bring the generated package up to date.

    Args:
        config: The project's.
        force: Do not trust the last run.

    Raises:
        FlashError: The project has errors; nothing was written.
    """
    out = config.python.out
    inputs = read_inputs(config)
    key = cache.digest(config, inputs)
    warnings = None if force else cache.lookup(config, key)
    if warnings is not None:
        _show_warnings(warnings)
        click.echo(f"{out} is up to date")
        return
    from flash_core.codegen.write import write  # noqa: PLC0415 - the compiler
    from flash_core.project import open_project  # noqa: PLC0415 - the compiler

    schema = cache.schema_digest(config, inputs)
    project = open_project(config, inputs, {} if force else cache.recorded(config, schema))
    files, diagnostics = project.generate()
    written = write(config.root / out, files)
    warnings = [diagnostic.render() for diagnostic in diagnostics]
    cache.store(config, key, files, warnings)
    cache.record(config, schema, project.records())
    _show_warnings(warnings)
    compilation = project.compile()
    queries = counted(len(compilation.queries), "query", "queries")
    sources = counted(len(compilation.files), "file", "files")
    click.echo(f"{out}: {queries} from {sources}, {counted(len(written), 'file', 'files')} written")


def _show_warnings(warnings: list[str]) -> None:
    for warning in warnings:
        click.echo(warning + "\n", err=True)


def _check(config: Config) -> int:
    from flash_core.codegen.write import stale  # noqa: PLC0415 - the compiler
    from flash_core.project import open_project  # noqa: PLC0415 - the compiler

    out = config.python.out
    files, diagnostics = open_project(config).generate()
    _show_warnings([diagnostic.render() for diagnostic in diagnostics])
    lines = stale(config.root / out, files)
    if not lines:
        click.echo(f"{out} is up to date")
        return 0
    for line in lines:
        click.echo(line)
    click.echo(f'{out} is out of date: run "flash gen"', err=True)
    return 1


def _print_queries(config: Config) -> int:
    from flash_core.project import errors_of, open_project  # noqa: PLC0415 - the compiler

    from .answer import answer  # noqa: PLC0415 - only for this option

    compilation = open_project(config).compile()
    click.echo(answer(compilation))
    if errors_of(compilation.diagnostics):
        raise CompileError(compilation.diagnostics)
    _show_warnings([diagnostic.render() for diagnostic in compilation.diagnostics])
    return 0


def _watch(config: Config) -> None:
    last = ""
    while True:
        try:
            key = cache.digest(config, read_inputs(config))
            if key != last:
                last = key
                generate(config)
        except CompileError as error:
            click.echo(f"{error}\n", err=True)
        except FlashError as error:
            click.echo(f"error: {error}", err=True)
        time.sleep(_POLL)
