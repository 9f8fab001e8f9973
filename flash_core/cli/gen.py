"""``flash gen``: generate Python from the queries.

The compiler is imported only when something has changed since the last run.

Depends on: click, cache, inputs, cli.generation; project, codegen.write and cli.answer when needed.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

import click

from flash_core import cache
from flash_core.errors import CompileError, FlashError
from flash_core.inputs import read_inputs

from .generation import generate, nothing_to_do, show_warnings

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
        return nothing_to_do()
    if check:
        return _check(config)
    if watch:
        _watch(config)
    else:
        generate(config, force=force or settings.force)
    return 0


def _check(config: Config) -> int:
    from flash_core.codegen.write import stale  # noqa: PLC0415 - the compiler
    from flash_core.project import open_project  # noqa: PLC0415 - the compiler

    out = config.python.out
    files, diagnostics = open_project(config).generate()
    show_warnings([diagnostic.render() for diagnostic in diagnostics])
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
    show_warnings([diagnostic.render() for diagnostic in compilation.diagnostics])
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
