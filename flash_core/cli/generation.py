"""Generating as ``flash gen`` does when nothing else is asked of it.

The command that is run most often, and by tools that wait for it: nothing here needs
click, whose import is a third of what a run of an unchanged project costs.  The
compiler is imported only when something has changed since the last run.

Depends on: cache, inputs, cli.settings; project and codegen.write when needed.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from flash_core import cache
from flash_core.inputs import read_inputs

from .settings import Settings, counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.config import Config


def generate_alone(*, force: bool) -> int:
    """Do what ``flash gen`` does in this folder, and return its exit code.

    Args:
        force: Do not trust the last run.

    Raises:
        FlashError: The project has errors; nothing was written.
    """
    config = Settings(None, force).load()
    if not config.python.enabled:
        return nothing_to_do()
    generate(config, force=force)
    return 0


def nothing_to_do() -> int:
    """Say that the project wants no Python, and return the exit code."""
    _say('nothing to generate: "gen.python.enabled" is false')
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
        show_warnings(warnings)
        _say(f"{out} is up to date")
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
    show_warnings(warnings)
    compilation = project.compile()
    queries = counted(len(compilation.queries), "query", "queries")
    sources = counted(len(compilation.files), "file", "files")
    _say(f"{out}: {queries} from {sources}, {counted(len(written), 'file', 'files')} written")


def show_warnings(warnings: Sequence[str]) -> None:
    """Print rendered warnings, apart from the answer."""
    for warning in warnings:
        sys.stderr.write(f"{warning}\n\n")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
