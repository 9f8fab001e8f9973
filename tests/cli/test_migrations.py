"""migrate, apply and status, as typed."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Folder

ADDED = "\nCREATE TABLE tags (id INTEGER PRIMARY KEY, label TEXT NOT NULL);\n"
GUIDE = """\
CREATE TYPE user_role AS ENUM ('admin', 'user', 'moderator');
CREATE TABLE posts (
    id SERIAL PRIMARY KEY,
    user_id INTEGER REFERENCES users(id) ON DELETE CASCADE,
    title VARCHAR(255) NOT NULL,
    tags TEXT[],
    role user_role DEFAULT 'user'
);
CREATE TABLE users (
    id SERIAL PRIMARY KEY,
    email VARCHAR(255) UNIQUE NOT NULL,
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX idx_posts_user_id ON posts(user_id);
"""


def states(folder: Folder) -> list[str]:
    document = json.loads(folder.done("status", "--json"))
    return [each["state"] for each in document["migrations"]]


def tables(folder: Folder) -> set[str]:
    with sqlite3.connect(folder.root / "data.db") as connection:
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    connection.close()
    return {name for (name,) in rows}


def test_migrate_writes_a_pair_and_needs_no_database(project: Folder) -> None:
    (project.root / ".env").unlink()
    lines = project.done("migrate", "initial", "schema").split()
    up, down = lines[1], lines[3]
    assert up.startswith("db/migrations/")
    assert up.endswith("_initial_schema.up.sql")
    assert down == up.replace(".up.", ".down.")
    assert project.files("db/migrations") == {".gitkeep", *(x.split("/")[-1] for x in (up, down))}
    assert "CREATE TABLE users" in project.read(up)
    assert "DROP TABLE users" in project.read(down)


def test_migrate_without_changes_writes_nothing(project: Folder) -> None:
    project.done("migrate", "initial schema")
    before = project.files()
    assert project.done("migrate", "again") == (
        "no changes: the migrations already make this schema\n"
    )
    assert project.done("migrate", "--auto") == (
        "no changes: the migrations already make this schema\n"
    )
    assert project.files() == before


def test_migrate_auto_names_a_migration_by_its_changes(project: Folder) -> None:
    assert "_create_table_users.up.sql" in project.done("migrate", "--auto")
    project.write("db/schema/tags.sql", ADDED)
    assert "_update_schema.up.sql" in project.done("migrate", "update schema", "--auto")
    assert states(project) == ["pending", "pending"]


def test_migrate_empty_is_to_be_filled_in(project: Folder) -> None:
    project.done("migrate", "by hand", "--empty")
    project.done("apply")
    assert states(project) == ["applied"]


def test_migrate_without_a_name_fails_where_nobody_can_answer(project: Folder) -> None:
    before = project.files()
    result = project.flash("migrate")
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        'error: a migration needs a name: flash migrate "what it does", or --auto\n'
    )
    assert project.files() == before


@pytest.mark.parametrize("name", ["../../escape", "/etc/passwd", "a/b"])
def test_a_name_never_leaves_the_folder(project: Folder, name: str) -> None:
    project.done("migrate", name)
    assert len(project.files("db/migrations")) == 3
    assert not list(project.root.parent.glob("*escape*"))


def test_apply_then_status_then_the_next_migration(project: Folder) -> None:
    assert states(project) == []
    project.done("migrate", "initial schema")
    assert states(project) == ["pending"]
    assert not (project.root / "data.db").exists()  # asking makes no database
    out = project.done("apply")
    assert out.endswith("1 migration applied\n")
    assert tables(project) == {"users", "_flash_migrations"}
    project.write("db/schema/tags.sql", ADDED)
    project.done("migrate", "tags")
    assert states(project) == ["applied", "pending"]
    project.done("apply")
    assert tables(project) == {"users", "tags", "_flash_migrations"}
    assert states(project) == ["applied", "applied"]
    assert project.done("apply") == "no pending migrations\n"


def test_status_is_a_table_without_decoration_when_piped(project: Folder) -> None:
    project.migration("20240101000000_one", "CREATE TABLE one (id INTEGER PRIMARY KEY);")
    project.migration("20240102000000_second", "CREATE TABLE two (id INTEGER PRIMARY KEY);")
    project.done("apply", "--count", "1")
    head, first, second, counts, hint = project.done("status").splitlines()
    assert head == "ID                     STATE    APPLIED AT"
    assert first.startswith("20240101000000_one     applied  20")
    assert second == "20240102000000_second  pending  -"
    assert counts == "total 2, applied 1, pending 1"
    assert hint == 'pending: run "flash apply"'


def test_count_applies_the_oldest(project: Folder) -> None:
    for number in range(1, 4):
        project.migration(f"2024010{number}000000_t", f"CREATE TABLE t{number} (id INTEGER);")
    project.done("apply", "--count", "2")
    assert tables(project) == {"t1", "t2", "_flash_migrations"}
    assert project.flash("apply", "--count", "0").code == 2


def test_a_dry_run_prints_the_sql_and_changes_nothing(project: Folder) -> None:
    project.migration("20240101000000_one", "CREATE TABLE one (id INTEGER);")
    project.migration("20240102000000_two", "CREATE TABLE two (id INTEGER);")
    out = project.done("apply", "--dry-run")
    assert out.split("\n") == [
        "-- 20240101000000_one",
        "CREATE TABLE one (id INTEGER);",
        "",
        "-- 20240102000000_two",
        "CREATE TABLE two (id INTEGER);",
        "",
        "",
    ]
    assert not (project.root / "data.db").exists()
    project.done("apply", "--count", "1")
    assert "CREATE TABLE one" not in project.done("apply", "--dry-run")
    assert tables(project) == {"one", "_flash_migrations"}


def test_a_dry_run_makes_no_history_table(
    initialised: Callable[[str, str], Folder], postgresql_url: str
) -> None:
    import psycopg  # noqa: PLC0415 - not needed by tests that use no server

    folder = initialised("postgresql", postgresql_url)
    folder.write("db/schema/schema.sql", GUIDE)
    folder.done("migrate", "initial schema")
    assert "CREATE TABLE posts" in folder.done("apply", "--dry-run")
    assert states(folder) == ["pending"]
    with psycopg.connect(postgresql_url) as connection:
        assert connection.execute("SELECT to_regclass('_flash_migrations')").fetchone() == (None,)
    folder.done("apply")
    assert states(folder) == ["applied"]


def test_an_edited_migration_is_a_conflict(project: Folder) -> None:
    project.migration("20240101000000_one", "CREATE TABLE one (id INTEGER);")
    project.done("apply")
    project.migration("20240101000000_one", "CREATE TABLE one (id INTEGER, x TEXT);")
    project.migration("20240102000000_two", "CREATE TABLE two (id INTEGER);")
    assert states(project) == ["edited", "pending"]
    result = project.flash("apply")
    assert result.code == 3
    assert result.err.startswith("error: 20240101000000_one was edited after it was applied")
    assert tables(project) == {"one", "_flash_migrations"}
    project.done("apply", "--force")
    assert tables(project) == {"one", "two", "_flash_migrations"}


def test_a_changed_line_end_is_no_edit(project: Folder) -> None:
    project.migration("20240101000000_one", "CREATE TABLE one (\n  id INTEGER\n);\n")
    project.done("apply")
    project.migration("20240101000000_one", "CREATE TABLE one (\r\n  id INTEGER\r\n);\r\n")
    assert states(project) == ["applied"]


def test_a_missing_and_an_older_file_are_conflicts(project: Folder) -> None:
    project.migration("20240102000000_two", "CREATE TABLE two (id INTEGER);")
    project.done("apply")
    project.migration("20240101000000_one", "CREATE TABLE one (id INTEGER);")
    result = project.flash("apply")
    assert (result.code, result.out) == (3, "")
    assert "20240101000000_one is older than 20240102000000_two" in result.err
    (project.root / "db/migrations/20240102000000_two.up.sql").unlink()
    (project.root / "db/migrations/20240102000000_two.down.sql").unlink()
    assert states(project) == ["pending", "missing"]
    result = project.flash("--force", "apply")
    assert result.code == 3
    assert "20240102000000_two was applied on" in result.err


def test_a_failed_migration_is_rolled_back_and_named(project: Folder) -> None:
    project.migration("20240101000000_one", "CREATE TABLE one (id INTEGER);")
    project.migration(
        "20240102000000_two", "CREATE TABLE two (id INTEGER); INSERT INTO no VALUES (1);"
    )
    result = project.flash("apply")
    assert result.code == 1
    assert result.out.startswith("applied 20240101000000_one")
    assert "20240102000000_two failed at statement 2 of 2: no such table: no" in result.err
    assert tables(project) == {"one", "_flash_migrations"}


@pytest.mark.parametrize(
    "statement",
    [
        "BEGIN",
        "COMMIT",
        "begin transaction",
        "END",
        "ROLLBACK",
        "/* x */ Commit",
        "BEGIN IMMEDIATE",
    ],
)
def test_a_migration_may_not_control_its_transaction(project: Folder, statement: str) -> None:
    project.migration("20240101000000_one", f"CREATE TABLE one (id INTEGER);\n{statement};\n")
    result = project.flash("apply")
    assert result.code == 1
    assert result.err.startswith("db/migrations/20240101000000_one.up.sql:2:")
    assert "Flash runs each migration in a transaction of its own" in result.err
    assert not (project.root / "data.db").exists()


def test_a_trigger_and_a_savepoint_are_not_transaction_control(project: Folder) -> None:
    project.migration(
        "20240101000000_one",
        "CREATE TABLE one (id INTEGER, n INTEGER);\n"
        "CREATE TRIGGER t AFTER INSERT ON one BEGIN\n"
        "  UPDATE one SET n = CASE WHEN id > 1 THEN 1 ELSE 2 END;\n"
        "END;\n"
        "SAVEPOINT s; INSERT INTO one VALUES (1, 0); ROLLBACK TO s; RELEASE s;\n",
    )
    project.done("apply")
    assert tables(project) == {"one", "_flash_migrations"}


@pytest.mark.parametrize("engine", ["sqlite", "postgresql", "mysql"])
def test_two_deploys_at_once_apply_everything_once(
    initialised: Callable[[str, str], Folder], request: pytest.FixtureRequest, engine: str
) -> None:
    url = "sqlite://./data.db"
    if engine != "sqlite":
        url = request.getfixturevalue(f"{engine}_url")
    folder = initialised(engine, url)
    for number in range(10, 20):
        folder.migration(f"202401{number}000000_t", f"CREATE TABLE t{number} (id INTEGER);")
    started = [folder.start("apply") for _ in range(3)]
    answers = [process.communicate(timeout=120) for process in started]
    assert [process.returncode for process in started] == [0, 0, 0], answers
    applied = [line.split()[1] for out, _ in answers for line in out.splitlines() if "_t (" in line]
    assert sorted(applied) == [f"202401{number}000000_t" for number in range(10, 20)]
    assert states(folder) == ["applied"] * 10


MYSQL_SCHEMA = """\
CREATE TABLE users (
    id INTEGER AUTO_INCREMENT PRIMARY KEY,
    name VARCHAR(100) NOT NULL,
    role ENUM('admin', 'user') NOT NULL DEFAULT 'user'
);
CREATE TABLE posts (
    id INTEGER AUTO_INCREMENT PRIMARY KEY,
    user_id INTEGER,
    FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
"""


def test_migrate_apply_and_status_on_mariadb(
    initialised: Callable[[str, str], Folder], mysql_url: str
) -> None:
    folder = initialised("mysql", mysql_url.replace("mysql", "mariadb", 1))
    folder.write("db/schema/schema.sql", MYSQL_SCHEMA)
    folder.done("migrate", "initial schema")
    assert "CREATE TABLE posts" in folder.done("apply", "--dry-run")
    assert states(folder) == ["pending"]
    assert folder.done("apply").endswith("1 migration applied\n")
    assert folder.done("migrate", "again").startswith("no changes")
    longer = MYSQL_SCHEMA.replace("'user')", "'user', 'guest')").replace("100", "200")
    folder.write("db/schema/schema.sql", longer)
    result = folder.flash("migrate", "more", "roles")
    assert result.code == 0
    assert "destroys" not in result.err
    assert folder.done("apply").endswith("1 migration applied\n")
    assert states(folder) == ["applied", "applied"]
    assert folder.done("apply") == "no pending migrations\n"


def test_a_migration_that_failed_half_way_on_mariadb_continues(
    initialised: Callable[[str, str], Folder], mysql_url: str
) -> None:
    folder = initialised("mysql", mysql_url)
    body = "DELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT 1; SELECT '%'; END//\nDELIMITER ;\n"
    folder.migration("20240101000000_one", body + "# more\nINSERT INTO nowhere VALUES (1);\n")
    result = folder.flash("apply")
    assert result.code == 1
    assert "migration 20240101000000_one failed at statement 2 of 2: Table '" in result.err
    assert "statement 1 is done and cannot be rolled back" in result.err
    assert "20240101000000_one: 1 of 2 statements have run" in folder.done("status")
    folder.migration("20240101000000_one", body + "CREATE TABLE one (id INTEGER);\n")
    assert folder.done("apply").endswith("1 migration applied\n")
    assert "have run" not in folder.done("status")
