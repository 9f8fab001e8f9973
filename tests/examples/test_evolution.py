"""A schema that changes under a running program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.examples.conftest import Project

QUERIES = """
-- name: Add :one
INSERT INTO people (first_name, nick) VALUES ($1, 'Al') RETURNING *;

-- name: Everyone :many
SELECT p.*, q.* FROM people p JOIN (SELECT * FROM people) q USING (id);

-- name: Twice :many
SELECT * FROM people UNION ALL SELECT * FROM people;

-- name: Put :execrows
INSERT INTO people VALUES ($1, $2, $3);

-- name: Copy :execrows
INSERT INTO people SELECT id + 100, nick, first_name FROM people WHERE id = $1;
"""

SCRIPT = """
import sys, flash_sync
from flash_gen.sync import new
with flash_sync.connect(sys.argv[1]) as database:
    db = new(database)
    added = db.add("Ada")
    assert (added.id, added.nick, added.first_name) == (1, "Al", "Ada"), added
    (row,) = db.everyone()
    assert (row.nick, row.first_name) == ("Al", "Ada"), row
    assert db.twice() == [added, added]
    assert (db.put(2, "nick", "first"), db.copy(2)) == (1, 1)
    assert [(p.nick, p.first_name) for p in db.twice() if p.id in (2, 102)] == [("nick", "first")] * 4
"""


@pytest.mark.parametrize("engine", ["postgresql", "sqlite"])
def test_a_column_added_in_the_middle_of_a_table_lands_in_its_own_field(
    project: Callable[[str, str], Project],
    request: pytest.FixtureRequest,
    tmp_path: Path,
    engine: str,
) -> None:
    """The database appends it, the schema file has it in the middle: ``*`` must not mix them up."""
    if engine == "postgresql":
        url: str = request.getfixturevalue("postgresql_url")
    else:
        url = f"sqlite://{tmp_path}/data.db"
    made = project(f"guide-{engine}", url)
    for path in made.root.glob("db/*/*.sql"):
        path.unlink()
    key = "SERIAL PRIMARY KEY" if engine == "postgresql" else "INTEGER PRIMARY KEY"
    schema = made.root / "db/schema/schema.sql"
    schema.write_text(f"CREATE TABLE people (id {key}, first_name TEXT NOT NULL);", "utf-8")
    made.flash("migrate", "first")
    made.flash("apply")
    schema.write_text(
        f"CREATE TABLE people (id {key}, nick TEXT, first_name TEXT NOT NULL);", "utf-8"
    )
    made.flash("migrate", "nick")
    made.flash("apply")
    (made.root / "db/queries/people.sql").write_text(QUERIES, "utf-8")
    made.flash("gen")
    (made.root / "script.py").write_text(SCRIPT, "utf-8")
    made.python("script.py", url)
