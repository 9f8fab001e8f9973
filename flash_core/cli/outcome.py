"""What becomes of a run: its exit code, and what is said of an exception.

Exit codes: 0 done, 1 error, 2 usage, 3 migration conflict, 130 interrupted.

Depends on: errors, cli.settings; click when there is an error.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from flash_core.errors import CompileError, ConnectionLost, FlashError, MigrationConflict

from .settings import counted

if TYPE_CHECKING:
    from collections.abc import Callable


def guarded(work: Callable[[], int]) -> int:
    """Run a command to its end, whatever that is.

    Args:
        work: Does it, and returns the exit code.

    Returns:
        The exit code; what went wrong has been printed.
    """
    _never_fail_to_print()
    try:
        code = _reported(work)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads us has enough (`flash gen --json | head`): that is not an error.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _reported(work: Callable[[], int]) -> int:
    try:
        return work()
    except KeyboardInterrupt:
        sys.stderr.write("interrupted\n")
        return 130
    except CompileError as error:
        _report_diagnostics(error)
        return 1
    except ConnectionLost as error:
        _report(str(error).partition("\n")[0])  # libpq goes on with a guess at the reason
        return 1
    except FlashError as error:
        _report(str(error))
        return 3 if isinstance(error, MigrationConflict) else 1
    except BrokenPipeError:
        raise
    except OSError as error:
        _report(_describe(error))
        return 1
    except Exception as error:  # noqa: BLE001 - a traceback is not a message
        return _report_bug(error)


def _report(message: str) -> None:
    import click  # noqa: PLC0415 - a run without an error needs no colour

    prefix = click.style("error: ", fg="red")
    click.echo(prefix + message.replace("\n", "\n       "), err=True)


def _report_diagnostics(error: CompileError) -> None:
    from flash_core.project import errors_of  # noqa: PLC0415 - the compiler is loaded already

    count = len(errors_of(error.diagnostics))
    sys.stderr.write(f"{error}\n\n{counted(count, 'error', 'errors')}\n")


def _describe(error: OSError) -> str:
    reason = (error.strerror or str(error)).lower()
    return f"{error.filename}: {reason}" if error.filename else reason


def _report_bug(error: Exception) -> int:
    if os.environ.get("FLASH_DEBUG") == "1":
        import traceback  # noqa: PLC0415 - only for a fault of ours

        traceback.print_exception(error)
    first = (str(error).splitlines() or [""])[0]
    _report(
        f"internal error: {type(error).__name__}: {first}\n"
        "this is a bug of Flash: please report it, with what FLASH_DEBUG=1 adds"
    )
    return 1


def _never_fail_to_print() -> None:
    """Show what a terminal cannot, such as a file name that is not text, as an escape."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
