"""SQL constants of every width are laid out as ruff formats them."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from flash_core.codegen.literals import sql_constant

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = [
    "SELECT 1",
    "SELECT 1\nFROM x",
    "SELECT 1\r\nFROM x",
    "a\n" + "y" * 90 + "\nb",
    *("a\n" + "y" * width for width in range(80, 92)),
    *("y" * width for width in range(30, 92, 3)),
]
ROWS = [None, ("int",), ("int", "str"), ("datetime | None",) * 3, ("datetime | None",) * 6]


def test_every_width_is_as_ruff_formats_it(tmp_path: Path) -> None:
    constants = [
        sql_constant(f"_{'N' * length}: Final", row, "Sql", text)
        for length in (1, *range(36, 68))
        for row in ROWS
        for text in TEXTS
    ]
    module = tmp_path / "module.py"
    module.write_text("\n".join(constants) + "\n", "utf-8")
    command = [sys.executable, "-m", "ruff", "format", "--isolated", "--diff", str(module)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[:2000]
