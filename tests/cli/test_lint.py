"""lint, as typed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.cli.conftest import Folder

FIRST = "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, age INT);\n"


def test_lint_reviews_all_migrations_and_fails_on_an_error(project: Folder) -> None:
    project.migration("20200101000000_first", FIRST)
    project.migration("20200102000000_second", "ALTER TABLE users ADD COLUMN a INT NOT NULL;\n")
    result = project.flash("lint")
    assert result.code == 1
    assert (
        "db/migrations/20200102000000_second.up.sql:1:30: error [add-column-not-null]" in result.out
    )
    assert result.out.endswith("2 files: 1 error\n")


def test_lint_of_files_is_also_for_programs(project: Folder) -> None:
    project.migration("20200101000000_first", FIRST)
    path = "db/migrations/20200102000000_second.up.sql"
    project.migration("20200102000000_second", "\nALTER TABLE users DROP COLUMN age;\n")
    project.write("elsewhere.sql", "DROP TABLE;\n")
    assert project.flash("lint", path).code == 0
    result = project.flash("lint", "--json", path, "elsewhere.sql")
    document = json.loads(result.out)
    assert result.code == 1
    assert (document["error"], document["warning"], document["advice"]) == (1, 1, 0)
    unread, dropped = document["findings"]
    assert unread["file"] == "elsewhere.sql"
    assert (dropped["file"], dropped["line"], dropped["code"]) == (path, 2, "drop-column")
    assert dropped["level"] == "warning"
    assert "later migration" in dropped["instead"]


def test_migrate_shows_the_review_of_what_it_writes(project: Folder) -> None:
    for path in project.files("db/queries"):
        (project.root / "db/queries" / path).unlink()
    for path in project.files("db/schema"):
        (project.root / "db/schema" / path).unlink()
    project.migration("20200101000000_first", FIRST)
    project.write("db/schema/schema.sql", FIRST + "CREATE UNIQUE INDEX names ON users (name);\n")
    result = project.flash("migrate", "names")
    assert result.code == 0
    assert "warning [unique-on-rows]: a unique index or constraint on" in result.err


def test_online_is_for_postgresql_alone(project: Folder) -> None:
    result = project.flash("migrate", "--online", "first")
    assert result.code == 1
    assert "--online is for PostgreSQL: sqlite has no statements for it" in result.err


def test_online_writes_several_migrations_that_have_been_tried(
    folder: Folder, postgresql_url: str
) -> None:
    folder.done("init", "--postgresql")
    for path in folder.files("db/queries"):
        (folder.root / "db/queries" / path).unlink()
    for path in folder.files("db/schema"):
        (folder.root / "db/schema" / path).unlink()
    folder.migration("20200101000000_first", "CREATE TABLE t (id bigint PRIMARY KEY, a int);\n")
    folder.write(
        "db/schema/schema.sql",
        "CREATE TABLE t (id bigint PRIMARY KEY, a int NOT NULL);\nCREATE INDEX t_a ON t (a);\n",
    )
    names = [
        line.split("_", 1)[1]
        for line in folder.done("migrate", "--online", "more", "--dev-url", postgresql_url).split(
            "\n"
        )
        if line
    ]
    assert names[::2] == ["more.up.sql", "more_2.up.sql", "more_3.up.sql"]
    (second,) = (path for path in folder.files("db/migrations") if path.endswith("more_2.up.sql"))
    text = folder.read(f"db/migrations/{second}")
    assert text.startswith("-- flash:no-transaction\n")  # and not with -- unverified
    assert "no changes" in folder.done("migrate")
