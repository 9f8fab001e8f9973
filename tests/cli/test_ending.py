"""How the process ends: at once, but never before what waits for its end has run."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Folder

RUN = "import sys; sys.argv = ['flash', 'gen']; from flash_core.cli.__main__ import command; "


def ran(project: Folder, text: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", RUN + text],
        cwd=project.root,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_nothing_is_said_after_a_plain_run(project: Folder) -> None:
    """What would be printed while the interpreter takes itself apart is not."""
    text = "Last = type('Last', (), {'__del__': lambda self: print('taken apart')}); x = Last(); command()"
    assert ran(project, text).endswith("files written\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("import atexit; atexit.register(print, 'left')", "left\n"),
        ("import threading; threading.Timer(3, print, ['done']).start()", "done\n"),
        (
            "sys.setprofile(lambda *_: None); import atexit; atexit.register(print, 'seen')",
            "seen\n",
        ),
    ],
    ids=["functions", "threads", "profilers"],
)
def test_what_waits_for_the_exit_is_waited_for(project: Folder, before: str, after: str) -> None:
    assert ran(project, f"{before}; command()").endswith(f"files written\n{after}")


def test_the_exit_code_is_that_of_the_run(project: Folder) -> None:
    project.write("db/queries/users.sql", "-- name: Wrong :one\nSELECT nothing FROM users;\n")
    result = project.flash("gen")
    assert (result.code, result.out) == (1, "")
    assert result.err.endswith("1 error\n")
