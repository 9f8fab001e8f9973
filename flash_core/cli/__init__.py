"""The command line: ``flash``.

Depends on: _version; everything else is imported by the command that needs it.
"""

from __future__ import annotations

import sys

from flash_core._version import VERSION


def main() -> None:
    """Run the command line and exit."""
    if sys.argv[1:] in (["--version"], ["-v"]):
        sys.stdout.write(f"flash {VERSION}\n")
        return
    from .application import run  # noqa: PLC0415 - `flash --version` answers at once

    sys.exit(run(sys.argv[1:]))
