"""A database that one may only read, by somebody who is not root."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

import pytest

_AS_NOBODY: Final = """
import os, sys, flash_sync
from flash_core.errors import ConnectionLost
path, elsewhere = sys.argv[1:]
with flash_sync.connect(f"sqlite:///{elsewhere}"):
    pass  # what is imported, not everybody may read
os.setgroups([])
os.setgid(65534)
os.setuid(65534)
try:
    with flash_sync.connect(f"sqlite:///{path}"):
        pass
except ConnectionLost as error:
    print(error)
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_a_file_in_wal_mode_in_a_folder_to_read_is_one_sentence(tmp_path: Path) -> None:
    folder = Path(tempfile.mkdtemp())  # pytest keeps those of tests from everybody else
    path = folder / "live.db"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE t (a)")
    connection.close()
    folder.chmod(0o755)
    script = [sys.executable, "-c", _AS_NOBODY, str(path), str(tmp_path / "other.db")]
    said = subprocess.run(script, capture_output=True, text=True, check=True).stdout
    shutil.rmtree(folder)
    assert said.count("\n") == 1
    assert f"cannot open {path}: it is in WAL mode" in said
    assert f"write to the folder {folder}" in said
