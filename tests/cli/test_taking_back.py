"""down, resolve, baseline, reset, and being asked before data is destroyed, as typed."""

from __future__ import annotations

import json
import os
import pty
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from tests.servers import ask, during, end_session, sessions

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Folder

LONG = 20  # looks at a lock, after which it is one that stays
ONE = "CREATE TABLE one (id INTEGER PRIMARY KEY, note TEXT);\n"
TWO = "CREATE TABLE two (id INTEGER PRIMARY KEY);\n"


def query(folder: Folder, sql: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(folder.root / "data.db")
    try:
        found = connection.execute(sql).fetchall()
        connection.commit()
        return found
    finally:
        connection.close()


def tables(folder: Folder) -> set[str]:
    rows = query(folder, "SELECT name FROM sqlite_master WHERE type = 'table'")
    return {name for (name,) in rows} - {"_flash_migrations"}


def states(folder: Folder) -> list[str]:
    document = json.loads(folder.done("status", "--json"))
    return [each["state"] for each in document["migrations"]]


def typed(folder: Folder, answer: str, *arguments: str) -> tuple[int, str]:
    """Run ``flash`` on a terminal, and type an answer."""
    outside, inside = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "flash_core.cli", *arguments],
        cwd=folder.root,
        env={**os.environ, "TERM": "dumb"},
        stdin=inside,
        stdout=inside,
        stderr=inside,
    )
    os.close(inside)
    os.write(outside, answer.encode())
    shown = b""
    while True:
        try:
            part = os.read(outside, 4096)
        except OSError:  # nobody has the other end any more
            break
        if not part:
            break
        shown += part
    os.close(outside)
    return process.wait(60), shown.decode()


@pytest.fixture
def two(project: Folder) -> Folder:
    """Two migrations, both applied."""
    project.migration("20240101000000_one", ONE, "DROP TABLE one;\n")
    project.migration("20240102000000_two", TWO, "DROP TABLE two;\n")
    project.done("apply")
    return project


def test_down_takes_the_newest_back_and_apply_applies_it_again(two: Folder) -> None:
    assert two.done("down").endswith("1 migration taken back\n")
    assert tables(two) == {"one"}
    assert states(two) == ["applied", "pending"]
    two.done("apply")
    assert two.done("down", "2").splitlines()[0].startswith("took back 20240102000000_two (")
    assert tables(two) == set()
    assert states(two) == ["pending", "pending"]
    assert two.done("down") == "nothing is applied\n"


def test_a_dry_run_of_down_prints_the_sql_newest_first(two: Folder) -> None:
    out = two.done("down", "2", "--dry-run")
    assert out == (
        "-- 20240102000000_two\nDROP TABLE two;\n\n-- 20240101000000_one\nDROP TABLE one;\n\n"
    )
    assert tables(two) == {"one", "two"}


def test_a_down_that_fails_leaves_schema_and_history_as_they_are(two: Folder) -> None:
    two.migration("20240102000000_two", TWO, "DROP TABLE two;\nDROP TABLE nowhere;\n")
    result = two.flash("down")
    assert result.code == 3
    assert "the down file of 20240102000000_two was edited after" in result.err
    result = two.flash("down", "--force")
    assert result.code == 1
    assert "failed at statement 2 of 2: no such table: nowhere" in result.err
    assert "20240102000000_two.down.sql:2: DROP TABLE nowhere" in result.err
    assert tables(two) == {"one", "two"}
    assert states(two) == ["applied", "applied"]


def test_a_migration_without_a_down_is_not_taken_back(project: Folder) -> None:
    project.write("db/migrations/20240101000000_one.up.sql", ONE)
    project.done("apply")
    result = project.flash("down")
    assert result.code == 1
    assert "20240101000000_one has no statements that take it back" in result.err
    project.done("resolve", "20240101000000_one", "--rolled-back")
    assert states(project) == ["pending"]
    assert tables(project) == {"one"}


def test_a_migration_that_does_nothing_needs_nothing_to_take_it_back(two: Folder) -> None:
    two.write("db/migrations/20240103000000_three.up.sql", "-- nothing yet\n")
    two.done("apply")
    assert two.done("down").endswith("1 migration taken back\n")
    assert states(two) == ["applied", "applied", "pending"]


def test_a_down_with_a_transaction_of_its_own_is_refused(two: Folder) -> None:
    two.migration("20240102000000_two", TWO, "DROP TABLE two;\nCOMMIT;\n")
    result = two.flash("down", "--force")
    assert result.code == 1
    assert result.err.startswith("db/migrations/20240102000000_two.down.sql:2:")
    assert tables(two) == {"one", "two"}


def test_rows_that_would_be_lost_are_counted_and_kept_where_nobody_can_answer(two: Folder) -> None:
    query(two, "INSERT INTO one VALUES (1, 'x'), (2, NULL)")
    two.migration(
        "20240103000000_three",
        "ALTER TABLE one RENAME TO uno;\nALTER TABLE uno DROP COLUMN note;\nDROP TABLE two;\n",
    )
    result = two.flash("apply")
    assert (result.code, result.out) == (1, "")
    assert result.err == (
        "error: this destroys data:\n"
        "         column one.note: 1 value\n"
        '       nothing was changed; run "flash apply --force" to do it, which does not ask\n'
    )
    assert states(two)[-1] == "pending"
    two.done("apply", "--force")
    assert tables(two) == {"uno"}


def test_a_table_that_is_built_anew_loses_only_its_dropped_columns(two: Folder) -> None:
    query(two, "INSERT INTO one VALUES (1, 'x')")
    rebuild = (
        "CREATE TABLE new ({}); INSERT INTO new SELECT {} FROM one; DROP TABLE one;"
        "ALTER TABLE new RENAME TO one;"
    )
    columns = "id INTEGER PRIMARY KEY, note TEXT NOT NULL"
    two.migration("20240103000000_three", rebuild.format(columns, "id, note"))
    two.done("apply")
    two.migration("20240104000000_four", rebuild.format("id INTEGER PRIMARY KEY", "id"))
    assert "column one.note: 1 value\n" in two.flash("apply").err


def test_a_table_that_a_query_makes_anew_loses_only_what_no_row_is_given(two: Folder) -> None:
    query(two, "INSERT INTO one VALUES (1, 'x')")
    queried = (
        "CREATE TABLE new AS SELECT * FROM one; DELETE FROM new; INSERT INTO new ({0}) SELECT {0}"
        " FROM one; DROP TABLE one; ALTER TABLE new RENAME TO one;"
    )
    two.migration("20240103000000_three", queried.format("id, note"))
    two.done("apply")
    two.migration("20240104000000_four", queried.format("id"))
    assert "column one.note: 1 value\n" in two.flash("apply").err


def test_an_empty_table_is_dropped_without_a_question(two: Folder) -> None:
    two.migration("20240103000000_three", "DROP TABLE one; CREATE TABLE x (id INT); DROP TABLE x;")
    assert two.done("apply").endswith("1 migration applied\n")


def test_on_a_terminal_the_answer_decides(two: Folder) -> None:
    query(two, "INSERT INTO two VALUES (7), (8)")
    code, shown = typed(two, "n\n", "down")
    assert code == 1
    assert "table two: 2 rows" in shown
    assert "nothing was changed" in shown
    assert tables(two) == {"one", "two"}
    code, shown = typed(two, "y\n", "down")
    assert code == 0, shown
    assert tables(two) == {"one"}


def test_up_to_a_migration_and_no_further(project: Folder) -> None:
    for number in range(1, 4):
        project.migration(f"2024010{number}000000_t", f"CREATE TABLE t{number} (id INTEGER);")
    project.done("apply", "--to", "20240102")
    assert tables(project) == {"t1", "t2"}
    assert project.done("apply", "--to", "20240101000000_t") == "no pending migrations\n"
    result = project.flash("apply", "--to", "2024")
    assert result.code == 1
    assert result.err.startswith('error: several migrations begin with "2024": ')
    assert 'there is no migration "x"' in project.flash("apply", "--to", "x").err


def test_baseline_notes_what_is_there_and_runs_nothing(project: Folder) -> None:
    query(project, ONE)
    project.migration("20240101000000_one", ONE)
    project.migration("20240102000000_two", TWO)
    assert project.done("baseline", "--to", "20240101") == (
        "noted 20240101000000_one\n1 migration noted as applied, none was run\n"
    )
    project.done("apply")
    assert tables(project) == {"one", "two"}
    assert project.done("baseline") == "no pending migrations\n"


def test_resolve_of_a_missing_file_forgets_it(two: Folder) -> None:
    for kind in ("up", "down"):
        (two.root / f"db/migrations/20240102000000_two.{kind}.sql").unlink()
    result = two.flash("apply")
    assert result.code == 3
    assert 'flash resolve 20240102000000_two --rolled-back" to forget it' in result.err
    two.done("resolve", "20240102000000_two", "--rolled-back")
    assert states(two) == ["applied"]
    assert two.flash("resolve", "20240102000000_two", "--applied").code == 1
    assert two.flash("resolve", "20240101000000_one").code == 2


def test_reset_drops_what_the_migrations_made_and_nothing_else(two: Folder) -> None:
    query(two, "CREATE TABLE mine (id INTEGER)")
    query(two, "INSERT INTO one VALUES (1, 'x')")
    query(two, "DROP TABLE two")  # gone already: that is what is wanted
    result = two.flash("reset")
    assert result.code == 1
    assert "table one: 1 row\n" in result.err
    assert "flash reset --force" in result.err
    assert tables(two) == {"one", "mine"}
    two.done("reset", "--force")
    assert tables(two) == {"mine"}
    assert states(two) == ["pending", "pending"]
    assert two.done("reset") == "nothing is applied\n"
    two.done("apply")
    assert tables(two) == {"one", "two", "mine"}


def test_reset_forgets_no_migration_of_which_it_cannot_tell_what_it_made(two: Folder) -> None:
    for kind in ("up", "down"):
        (two.root / f"db/migrations/20240102000000_two.{kind}.sql").unlink()
    result = two.flash("reset", "--force")
    assert result.code == 3
    assert "20240102000000_two was applied on" in result.err
    assert "its file is missing: restore it" in result.err
    two.migration("20240102000000_two", TWO.replace("two", "other"))
    result = two.flash("reset")
    assert result.code == 3
    assert "20240102000000_two was edited after it was applied" in result.err
    assert tables(two) == {"one", "two"}
    assert states(two) == ["applied", "edited"]


@pytest.mark.parametrize("engine", ["postgresql", "mysql"])
def test_down_and_reset_on_servers(
    initialised: Callable[[str, str], Folder], request: pytest.FixtureRequest, engine: str
) -> None:
    folder = initialised(engine, request.getfixturevalue(f"{engine}_url"))
    up = "CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE VIEW v AS SELECT id FROM a;"
    folder.migration("20240101000000_one", up, "DROP VIEW v; DROP TABLE a;")
    child = "CREATE TABLE b (id INTEGER REFERENCES a (id));"
    folder.migration(
        "20240102000000_two", child + "INSERT INTO a SELECT count(*) + 1 FROM a;", "DROP TABLE b;"
    )
    folder.done("apply")
    folder.done("down")
    assert states(folder) == ["applied", "pending"]
    result = folder.flash("down")
    assert "table a: 1 row\n" in result.err
    assert states(folder) == ["applied", "pending"]
    folder.done("apply", "--force")
    folder.done("--force", "reset")
    assert states(folder) == ["pending", "pending"]
    folder.done("apply")
    assert states(folder) == ["applied", "applied"]


def test_a_down_that_stopped_half_way_on_mariadb_is_explained_and_continued(
    initialised: Callable[[str, str], Folder], mysql_url: str
) -> None:
    folder = initialised("mysql", mysql_url)
    up = "CREATE TABLE a (id INTEGER); CREATE TABLE b (id INTEGER);"
    folder.migration("20240101000000_one", up, "DROP TABLE b; DROP TABLE nowhere; DROP TABLE a;")
    folder.done("apply")
    result = folder.flash("down")
    assert result.code == 1
    assert "failed at statement 2 of 3" in result.err
    assert '"flash down" again, which continues there' in result.err
    shown = folder.done("status")
    assert "1 of 3 statements have run" in shown
    assert 'run "flash down", which continues' in shown
    assert states(folder) == ["failed"]
    conflict = folder.flash("apply")
    assert conflict.code == 3
    assert "was being taken back" in conflict.err
    folder.migration("20240101000000_one", up, "DROP TABLE b; DROP TABLE a;")
    folder.done("down")
    assert states(folder) == ["pending"]
    folder.done("apply")


def test_an_interrupted_apply_is_explained(
    initialised: Callable[[str, str], Folder], mysql_url: str
) -> None:
    folder = initialised("mysql", mysql_url)
    folder.migration("20240101000000_one", "CREATE TABLE a (id INTEGER); DO SLEEP(60);")
    under_way: list[str] = []
    with during(mysql_url, "DO SLEEP", lambda _: under_way.append(folder.done("status"))):
        process = folder.start("apply")
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err.strip()) == (130, "interrupted")
    for seen in sessions(mysql_url):  # a server goes on for who is gone
        if "SLEEP" in seen.query:
            end_session(mysql_url, seen.number)
    assert "1 of 2 statements have run, it is under way now" in under_way[0]
    assert "1 of 2 statements have run, then it was interrupted" in folder.done("status")
    folder.migration("20240101000000_one", "CREATE TABLE a (id INTEGER); DO SLEEP(0);")
    folder.done("apply")
    assert states(folder) == ["applied"]


def test_an_interrupted_apply_stops_what_sqlite_runs(two: Folder) -> None:
    endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
    script = f"CREATE TABLE three (id INTEGER);\nINSERT INTO three {endless} WHERE i < 0;"
    two.migration("20240103000000_three", script)
    # As in test_check: where SIGINT is ignored, it would be there.
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    process = two.start("apply")
    signal.signal(signal.SIGINT, before)
    seen = 0
    with closing(sqlite3.connect(two.root / "data.db", timeout=0, isolation_level=None)) as other:
        while seen < LONG and process.poll() is None:
            time.sleep(0.05)
            try:
                other.execute("BEGIN IMMEDIATE")
                other.execute("ROLLBACK")
                seen = 0
            except sqlite3.OperationalError:
                seen += 1
    process.send_signal(signal.SIGINT)
    try:
        _, err = process.communicate(timeout=60)
    finally:
        process.kill()
    assert (process.returncode, err.strip()) == (130, "interrupted")
    assert states(two)[-1] == "pending"
    two.migration("20240103000000_three", "CREATE TABLE three (id INTEGER);")
    two.done("apply")


def test_who_does_not_want_to_wait_for_the_lock_does_not(two: Folder) -> None:
    two.migration("20240103000000_three", "CREATE TABLE three (id INTEGER);")
    holder = sqlite3.connect(two.root / "data.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    result = two.flash("apply", "--lock-timeout", "0")
    holder.close()
    assert result.code == 1
    assert "another process holds the lock of this database: waited 0 seconds" in result.err
    assert states(two)[-1] == "pending"


def test_force_never_resets_and_a_failure_keeps_every_row(two: Folder) -> None:
    query(two, "INSERT INTO one VALUES (1, 'x')")
    two.migration("20240103000000_three", "ALTER TABLE one ADD COLUMN n INTEGER NOT NULL;")
    result = two.flash("apply", "--force")
    assert result.code == 1
    assert "Cannot add a NOT NULL column" in result.err
    assert query(two, "SELECT * FROM one") == [(1, "x")]
    assert states(two) == ["applied", "applied", "pending"]


def test_a_history_whose_tables_are_gone_is_not_forgotten(two: Folder) -> None:
    query(two, "DROP TABLE one")
    query(two, "DROP TABLE two")
    assert two.done("apply") == "no pending migrations\n"
    assert states(two) == ["applied", "applied"]
    assert tables(two) == set()


def test_semicolons_and_dashes_inside_of_texts_end_nothing(two: Folder) -> None:
    text = "it''s; ok -- no comment /* nor this"
    up = f"CREATE TABLE three (a TEXT DEFAULT '{text}', b TEXT);\nINSERT INTO three (b) VALUES (1);"
    two.migration("20240103000000_three", up)
    two.done("apply")
    assert query(two, "SELECT a, b FROM three") == [(text.replace("''", "'"), "1")]


def test_what_others_made_of_a_table_keeps_reset_from_dropping_it(
    initialised: Callable[[str, str], Folder], postgresql_url: str
) -> None:
    folder = initialised("postgresql", postgresql_url)
    up = "CREATE TABLE \"Order; x\" (id INTEGER PRIMARY KEY); CREATE TYPE mood AS ENUM ('ok');"
    folder.migration("20240101000000_one", up, 'DROP TABLE "Order; x"; DROP TYPE mood;')
    folder.done("apply")
    ask(postgresql_url, 'CREATE VIEW mine AS SELECT id FROM "Order; x"')
    result = folder.flash("reset", "--force")
    assert result.code == 1
    assert "other objects depend on it" in result.err
    assert ask(postgresql_url, "SELECT count(*) FROM mine") == [(0,)]
    assert states(folder) == ["applied"]
    ask(postgresql_url, "DROP VIEW mine")
    folder.done("reset", "--force")
    assert ask(postgresql_url, "SELECT to_regtype('mood')") == [(None,)]


def test_status_shows_where_the_database_is_not_what_the_migrations_make(two: Folder) -> None:
    two.migration("20240103000000_rows", "INSERT INTO one VALUES (1, 'x'); DELETE FROM one;")
    two.done("apply")
    assert "drift" not in two.done("status")
    assert json.loads(two.done("status", "--json"))["drift"] == []
    query(two, "ALTER TABLE one ADD COLUMN extra TEXT")
    query(two, "DROP TABLE two")
    out = two.done("status").partition("drift: the database is not what its migrations make\n")[2]
    assert "  table one: has " in out
    assert "extra" in out
    assert "  table two: missing\n" in out
    assert len(json.loads(two.done("status", "--json"))["drift"]) == len(out.splitlines())


@pytest.mark.parametrize("engine", ["postgresql", "mysql"])
def test_drift_of_a_server_is_found_on_the_server_named_for_it(
    initialised: Callable[[str, str], Folder], request: pytest.FixtureRequest, engine: str
) -> None:
    url = request.getfixturevalue(f"{engine}_url")
    folder = initialised(engine, url)
    up = "CREATE TABLE a (id INTEGER PRIMARY KEY, n VARCHAR(9) DEFAULT 'x' CHECK (n <> 'y'));"
    folder.migration("20240101000000_one", up, "DROP TABLE a;")
    folder.done("apply")
    assert json.loads(folder.done("status", "--json"))["drift"] is None
    folder.write(".env", f"DATABASE_URL={url}\nDEV_DATABASE_URL={url}\n")
    assert json.loads(folder.done("status", "--json"))["drift"] == []
    ask(url, "ALTER TABLE a ADD COLUMN extra INTEGER")
    assert "extra" in folder.done("status").partition("drift: ")[2]
