"""Commands by name.

A command is imported when it is run, so that ``flash gen`` of an unchanged
project loads neither a parser nor a driver.

Depends on: click, _version, spelling, cli.outcome, cli.settings.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from flash_core._version import VERSION
from flash_core.spelling import closest

from .outcome import guarded
from .settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_COMMANDS: Final[Mapping[str, str]] = {
    "init": "Start a project in this folder.",
    "migrate": "Write a migration from the schema's changes.",
    "diff": "Show the SQL between two states of a schema.",
    "lint": "Review migrations for what locks, loses or fails.",
    "apply": "Apply pending migrations to the database.",
    "down": "Take the newest migrations back.",
    "status": "Show which migrations are applied.",
    "resolve": "Say whether a migration is applied.",
    "baseline": "Note migrations as applied without running them.",
    "squash": "Put one migration in the place of many.",
    "reset": "Drop what the migrations made.",
    "pull": "Put the live database's schema into the schema's files.",
    "gen": "Generate Python from the queries.",
    "explain": "Show what Flash knows of a query, and why.",
    "check": "Find what is wrong with the SQL; write nothing.",
    "demo": "Make a working example project and run it.",
}
_CONTEXT: Final = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class _Commands(click.Group):
    """A group whose commands live in modules of the same name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of a project's life."""
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"flash_core.cli.{cmd_name}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that was typed, or suggest one."""
        if args and not args[0].startswith("-") and args[0] not in _COMMANDS:
            ctx.fail(_unknown(args[0]))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


def _unknown(name: str) -> str:
    close = closest(name, _COMMANDS, cutoff=0.5)
    hint = f'did you mean "{close[0]}"?' if close else f"known: {', '.join(_COMMANDS)}"
    return f'there is no command "{name}": {hint}'


@click.group(cls=_Commands, invoke_without_command=True, context_settings=_CONTEXT)
@click.option(
    "--config",
    "config",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Use this configuration file.",
)
@click.option("-f", "--force", is_flag=True, help="Do what a command would refuse or ask about.")
@click.version_option(VERSION, "-v", "--version", message="flash %(version)s")
@click.pass_context
def flash(ctx: click.Context, config: Path | None, *, force: bool) -> None:
    """Flash: plain SQL in, strictly typed Python out."""
    ctx.obj = Settings(config, force)
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def run(arguments: Sequence[str]) -> int:
    """Run the command line.

    Args:
        arguments: Without the program's name.

    Returns:
        The exit code.
    """
    return guarded(lambda: _run(arguments))


def _run(arguments: Sequence[str]) -> int:
    try:
        result: object = flash.main(args=list(arguments), prog_name="flash", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    return result if isinstance(result, int) else 0
