"""The command line: ``flash``.

Depends on: _version; everything else is imported by the command that needs it.
"""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING, Final

from flash_core._version import VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence

_OBJECTS: Final = 1_000_000  # new ones between two looks for garbage


def main() -> None:
    """Run the command line and exit."""
    sys.exit(exit_code(sys.argv[1:]))


def exit_code(arguments: Sequence[str]) -> int:
    """Run the command line.

    Args:
        arguments: What stands behind ``flash``.

    Returns:
        The exit code; all that there was to say has been printed.
    """
    if arguments in (["--version"], ["-v"]):
        sys.stdout.write(f"flash {VERSION}\n")
        return 0
    # Nearly all that a run makes lives to its end, where the interpreter looks once more.
    gc.set_threshold(_OBJECTS)
    try:
        code = _run(arguments)
    except KeyboardInterrupt:  # while what the command needs is loaded
        sys.stderr.write("interrupted\n")
        code = 130
    gc.freeze()
    return code


def is_plain(arguments: Sequence[str]) -> bool:
    """Tell whether this is what is run most often, and waited for: ``flash gen``."""
    return arguments in (["gen"], ["gen", "-f"], ["gen", "--force"])


def _run(arguments: Sequence[str]) -> int:
    if is_plain(arguments):  # which is read without click
        from .generation import generate_alone  # noqa: PLC0415 - as above
        from .outcome import guarded  # noqa: PLC0415 - as above

        return guarded(lambda: generate_alone(force=len(arguments) > 1))
    from .application import run  # noqa: PLC0415 - `flash --version` answers at once

    return run(arguments)
