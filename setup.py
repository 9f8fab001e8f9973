"""What is compiled where ``FLASH_COMPILE=1`` is set; pyproject.toml says all else.

The compiler of SQL, not the runtime, is what mypyc turns into C: ``flash gen`` takes a
tenth to a quarter less CPU then.  Both are built from the same sources and give the same
output; without the variable nothing is added to pyproject.toml's extensions.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from setuptools import Extension, setup

sys.path.insert(0, str(Path(__file__).parent))  # this folder, which build tools leave out

MYPYC: Final = "mypy==2.4.1"
PACKAGES: Final = ("sql", "types", "catalog", "analysis", "codegen", "project.py")
# They subclass types that are written in C: ctypes.Structure, sqlite3.Connection.
LEFT_OUT: Final = {"flash_core/analysis/sqlite_check.py", "flash_core/sql/libpg_query.py"}
# Other commands ask for names and numbers, some of them before mypyc is installed.
BUILDING: Final = {"bdist_wheel", "build_ext", "editable_wheel"}


def compiled() -> list[Extension]:
    """Return the compiler's modules, translated to C."""
    from mypyc.build import mypycify  # noqa: PLC0415 - only there when compiling

    from tools.native.stack_checks import add_stack_checks  # noqa: PLC0415 - as above

    found = (Path("flash_core", package) for package in PACKAGES)
    files = {
        file.as_posix()
        for each in found
        for file in (each.rglob("*.py") if each.is_dir() else [each])
    }
    extensions = mypycify(
        ["--config-file", "tools/native/mypy.ini", *sorted(files - LEFT_OUT)],
        opt_level="1",  # built in half the time of 2; the gain is to leave the interpreter out
        debug_level="0",
        multi_file=True,
        group_name="flashorm",
    )
    known = [each for each in extensions if isinstance(each, Extension)]
    add_stack_checks(known)
    return known


COMPILING: Final = os.environ.get("FLASH_COMPILE") == "1"

setup(
    setup_requires=[MYPYC] if COMPILING else [],
    ext_modules=compiled() if COMPILING and not BUILDING.isdisjoint(sys.argv) else [],
)
