"""A process that applies migrations, killed at any point, and what must hold afterwards."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import flash_sync
from flash_sync import migrator
from flash_sync.folders import read_migrations
from flash_sync.history import Migration, Record, State, compare
from flash_sync.introspect.live import dump

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

# It says when the migrations begin, so that what is killed is not the import.
_PROGRAM = """
import sys, flash_sync
import flash_sync.folders, flash_sync.migrator
with flash_sync.connect(sys.argv[1], max_size=2) as database:
    print("begins", flush=True)
    flash_sync.migrate(database, sys.argv[2])
    print("ends", flush=True)
"""
_NUMBERS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {}) "
_ROWS = 3000
_COUNTS = ("parent", "child", "log")
_SHARED = {
    "01_tables": (
        "CREATE TABLE parent (id INTEGER PRIMARY KEY, name VARCHAR(40));\n"
        "CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL"
        " REFERENCES parent (id) ON DELETE CASCADE);\n"
        "CREATE TABLE log (id INTEGER);\n"
    ),
    "02_rows": "INSERT INTO log VALUES (1);\n{fill}",
    "03_changes": (
        "ALTER TABLE parent ADD COLUMN email VARCHAR(40);\nUPDATE parent SET email = name;\n"
        "CREATE INDEX parent_email ON parent (email);\nINSERT INTO log VALUES (2);\n"
        "CREATE VIEW names AS SELECT name FROM parent;\nINSERT INTO log VALUES (3);\n"
    ),
    "05_drops": (
        "DROP VIEW names;\nDROP INDEX parent_email{on};\nINSERT INTO log VALUES (6);\n"
        "CREATE TABLE last (id INTEGER);\n"
    ),
}
_OWN = {
    "sqlite": (
        "-- flash:foreign-keys-off\nCREATE TABLE new (id INTEGER PRIMARY KEY, name TEXT NOT NULL,"
        " email TEXT);\nINSERT INTO new SELECT id, name, email FROM parent;\nDROP VIEW names;\n"
        "DROP TABLE parent;\nALTER TABLE new RENAME TO parent;\n"
        "CREATE INDEX parent_email ON parent (email);\n"
        "CREATE VIEW names AS SELECT name FROM parent;\nINSERT INTO log VALUES (4);\n"
    ),
    "postgresql": (
        "-- flash:no-transaction\nINSERT INTO log VALUES (4);\n"
        "CREATE INDEX CONCURRENTLY child_parent ON child (parent_id);\n"
        "CREATE UNIQUE INDEX CONCURRENTLY parent_name ON parent (name);\n"
        "INSERT INTO log VALUES (5);\nDROP INDEX CONCURRENTLY child_parent;\n"
    ),
    "mysql": (
        "ALTER TABLE parent MODIFY name VARCHAR(200) NOT NULL;\nINSERT INTO log VALUES (4);\n"
        "ALTER TABLE child ADD COLUMN note TEXT, ALGORITHM=COPY;\n"
        "RENAME TABLE log TO log2;\nRENAME TABLE log2 TO log;\nINSERT INTO log VALUES (5);\n"
        "CREATE TRIGGER t AFTER INSERT ON log FOR EACH ROW SET @x = 1;\nDROP TRIGGER t;\n"
        "CREATE PROCEDURE p() SELECT 1;\nALTER TABLE parent DROP INDEX parent_email;\n"
        "ALTER TABLE parent ADD UNIQUE INDEX parent_email (email);\n"
    ),
}
_VACUUM = (
    "-- flash:no-transaction\nINSERT INTO log VALUES (7);\nVACUUM;\nINSERT INTO log VALUES (8);"
)


def write(folder: Path, engine: str) -> Path:
    """Write migrations that define, fill, change and drop, as the engine has it."""
    fill = {
        "sqlite": f"INSERT INTO {{table}} {_NUMBERS.format(_ROWS)}SELECT {{values}} FROM n;\n",
        "postgresql": (
            f"INSERT INTO {{table}} SELECT {{values}} FROM generate_series(1, {_ROWS}) AS n (i);\n"
        ),
        "mysql": f"INSERT INTO {{table}} SELECT {{values}} FROM (SELECT seq AS i FROM seq_1_to_{_ROWS}) n;\n",
    }[engine]
    name = "concat('name ', i)" if engine == "mysql" else "'name ' || i"
    rows = fill.format(table="parent (id, name)", values=f"i, {name}")
    rows += fill.format(table="child (id, parent_id)", values="i, i")
    on = " ON parent" if engine == "mysql" else ""
    for key, text in {**_SHARED, "04_own": _OWN[engine]}.items():
        written = text.replace("{fill}", rows).replace("{on}", on)
        (folder / f"202401{key[:2]}000000_{key[3:]}.up.sql").write_text(written)
    if engine == "sqlite":
        (folder / "20240106000000_vacuum.up.sql").write_text(_VACUUM)
    return folder


@dataclass(frozen=True)
class Seen:
    """What a database contains."""

    objects: frozenset[tuple[str, str, tuple[str, ...]]]
    counts: tuple[int, ...]
    log: tuple[int, ...]


def look(database: flash_sync.Database) -> Seen:
    """Look at everything the migrations make."""
    objects = frozenset((each.kind, each.name, each.facts) for each in dump(database))
    tables = {name.rpartition(".")[2] for kind, name, _ in objects if kind == "table"}
    counts = tuple(
        database.fetchval(flash_sync.Sql[tuple[int]](f"SELECT count(*) FROM {table}")) or 0
        for table in _COUNTS
        if table in tables
    )
    rows = database.fetch(flash_sync.Sql[tuple[int]]("SELECT id FROM log ORDER BY id"))
    return Seen(objects, counts, tuple(id_ for (id_,) in rows) if "log" in tables else ())


def start(url: str, folder: Path) -> subprocess.Popen[bytes]:
    """Start to apply, in a process of its own; return when it has connected.

    Without a buffer: one would hold what comes right behind the first line, and whoever waits
    for the end would not see it.
    """
    process = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, url, str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"begins\n"
    return process


def kill(url: str, folder: Path, random: Random, longest: float) -> bool:
    """Start to apply, and kill that somewhen; tell whether it was killed before its end."""
    process = start(url, folder)
    time.sleep(random.uniform(0, longest))
    process.kill()
    out, err = process.communicate(timeout=60)
    assert err == b"", err
    return b"ends" not in out


def explained(migrations: list[Migration], records: list[Record], *, journalled: set[str]) -> None:
    """Check that the states are possible ones.

    Args:
        migrations: All of them.
        records: What stands in the history.
        journalled: Identifiers of those that may be half done.
    """
    states = compare(migrations, records)
    reached = [each.state for each in states]
    applied = reached.count(State.APPLIED)
    assert reached[:applied] == [State.APPLIED] * applied
    assert all(state is State.PENDING for state in reached[applied + 1 :])
    if applied < len(reached) and reached[applied] is not State.PENDING:
        record = states[applied].record
        assert reached[applied] is State.FAILED
        assert record is not None
        assert record.id in journalled
        assert 0 <= record.done <= record.statements


def recover(url: str, folder: Path) -> Seen:
    """Check the states, apply the rest, and return what there is in the end."""
    with flash_sync.connect(url, max_size=2) as database:
        found = read_migrations(folder, database.engine)
        journalled = {
            each.id
            for each in found
            if database.engine.family == "mysql" or not each.up.transaction
        }
        explained(found, migrator.history(database), journalled=journalled)
        flash_sync.migrate(database, folder)
        explained(found, migrator.history(database), journalled=set())
        assert flash_sync.migrate(database, folder) == []
        return look(database)
