"""What is said while migrations run: a line for each, and on a terminal the statement under way.

Depends on: click, database.migrator; rich on a terminal.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import click

from flash_core.database.migrator import Watch

if TYPE_CHECKING:
    from collections.abc import Generator

    from flash_core.database.history import Migration, Script

_SHOWN: Final = 60  # characters of a statement
_SPINNER: Final = 3  # columns before it


@contextmanager
def shown(verb: str) -> Generator[Watch]:
    """Show how it goes for the length of the block.

    Args:
        verb: What is said of a migration that is done: ``applied``.
    """

    def after(migration: Migration, milliseconds: int) -> None:
        click.echo(f"{verb} {migration.id} ({milliseconds} ms)")

    if not sys.stdout.isatty():
        yield Watch(after=after)
        return
    from rich.console import Console  # noqa: PLC0415 - only for people
    from rich.text import Text  # noqa: PLC0415 - only for people

    console = Console()
    # It redraws itself while the server works, and is gone afterwards.
    with console.status("waiting for the lock …") as status:

        def before(migration: Migration, number: int, script: Script) -> None:
            total = len(script.statements)
            words = f"{migration.id}  {number}/{total}  {_short(script, number)}"
            status.update(Text(words[: max(console.width - _SPINNER, 1)]))

        def after_shown(migration: Migration, milliseconds: int) -> None:
            console.print(Text(f"{verb} {migration.id} ({milliseconds} ms)"))

        yield Watch(before, after_shown)


def _short(script: Script, number: int) -> str:
    words = " ".join(script.statements[number - 1].split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
