"""``python -m flash_core.cli``, and the script ``flash``: the whole of a process.

Depends on: cli.
"""

from __future__ import annotations

import _thread
import atexit
import os
import sys
from typing import TYPE_CHECKING, NoReturn

from flash_core.cli import exit_code, is_plain

if TYPE_CHECKING:
    from collections.abc import Sequence


def command() -> NoReturn:
    """Run the command line, and end the process with its exit code."""
    arguments = sys.argv[1:]
    code = exit_code(arguments)
    if _ends_at_once(arguments):
        sys.stderr.flush()  # stdout has been flushed, or nobody reads it
        os._exit(code)
    sys.exit(code)


def _ends_at_once(arguments: Sequence[str]) -> bool:
    """Tell whether nobody would miss that the interpreter takes everything apart at the end.

    That is a fiftieth of what a small project costs.  Functions that wait for the exit,
    other threads, tracers and profilers do miss it, and so does ``python -i``.
    """
    tools = [sys.gettrace(), sys.getprofile()]
    if sys.version_info >= (3, 12):
        tools += [sys.monitoring.get_tool(number) for number in range(6)]
    return (
        is_plain(arguments)
        and all(tool is None for tool in tools)
        and not sys.flags.inspect
        and atexit._ncallbacks() == 0  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - there is no other way to ask
        and _thread._count() == 0  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - threading may not have been loaded
    )


if __name__ == "__main__":
    command()
