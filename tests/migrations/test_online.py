"""Plans that let others work lead to the same database, up and down."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flash_core.catalog.render import render
from flash_core.engine import Engine
from flash_core.errors import MigrationError
from flash_core.migrations.diff import diff
from flash_core.migrations.files import down_text, up_text
from flash_core.migrations.online import online
from flash_core.migrations.review import review
from flash_core.migrations.sections import NO_TRANSACTION
from flash_core.sql.source import SourceFile
from flash_core.sql.statements import split_statements
from flash_sync.introspect.definition import differences
from tests.migrations.live_postgresql import LivePostgreSQL
from tests.migrations.round_trip import Pair, catalog_of, kept_rows, read_pair
from tests.migrations.test_diff_postgresql import PAIRS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flash_core.migrations.change import Change

HERE = Path(__file__).parent
PG = Engine.POSTGRESQL


@pytest.fixture
def live(postgresql_url: str) -> Iterator[LivePostgreSQL]:
    """An empty PostgreSQL database."""
    database = LivePostgreSQL(postgresql_url)
    yield database
    database.close()


def files_of(pair: Pair) -> list[list[Change]]:
    """Return the plan of a pair, file by file."""
    old, new = catalog_of(pair.before, PG), catalog_of(pair.after, PG)
    return online(old, new)


def run_file(live: LivePostgreSQL, text: str) -> None:
    """Run one side of a migration as the runner does."""
    if not text.startswith(NO_TRANSACTION):
        live.migrate(text)
        return
    for span in split_statements(SourceFile("m.sql", text), PG):
        live.run(text[span.start : span.end])


def check(live: LivePostgreSQL, pair: Pair) -> None:
    """Take a database with rows to the other schema and back, file by file."""
    old, new = catalog_of(pair.before, PG), catalog_of(pair.after, PG)
    files = files_of(pair)
    live.clear()
    live.run(pair.after)
    wanted = live.dump()
    live.clear()
    live.run(pair.before)
    start = live.dump()
    live.run(pair.rows)
    rows = kept_rows(live, old, new)
    shown = "\n----\n".join([*map(up_text, files), *map(down_text, files)])
    for file in files:
        run_file(live, up_text(file))
    assert differences(live.dump(), wanted) == [], shown
    assert kept_rows(live, old, new) == rows, shown
    for file in reversed(files):
        run_file(live, down_text(file))
    assert differences(live.dump(), start) == [], shown
    assert kept_rows(live, old, new) == rows, shown


CASES = sorted(HERE.glob("online/*.sql"))


RENAMED = re.compile(r"flash:rename|@renamed|atlas:renamed_from")


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in CASES])
def test_an_online_plan_makes_the_same_database(path: Path, live: LivePostgreSQL) -> None:
    check(live, read_pair(path))


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in CASES])
def test_an_online_plan_replayed_offline_leaves_no_changes(path: Path) -> None:
    pair = read_pair(path)
    reached, new = catalog_of(pair.before, PG), catalog_of(pair.after, PG)
    for file in files_of(pair):
        reached = catalog_of(up_text(file), PG, reached)
    assert [*diff(reached, new), *diff(new, reached)] == []


@pytest.mark.fuzz
@pytest.mark.parametrize(
    "path", [pytest.param(p, id=p.stem) for p in sorted(HERE.glob("pairs/postgresql/*.sql"))]
)
def test_every_pair_can_run_online(path: Path, live: LivePostgreSQL) -> None:
    pair = read_pair(path)
    if pair.refused:
        return
    # What queries name is renamed in a migration of its own; values must be there before.
    reason = "a rename stops" if RENAMED.search(pair.after) else "must be NOT NULL"
    try:
        check(live, pair)
    except MigrationError as error:
        if reason not in str(error):
            raise


@pytest.mark.fuzz
@pytest.mark.parametrize("name", PAIRS)
def test_every_pair_of_the_differ_can_run_online(name: str, live: LivePostgreSQL) -> None:
    before, after = (render(catalog_of(text, PG)) for text in PAIRS[name])
    check(live, Pair(before, after))
    check(live, Pair(after, before))


LOCKING = {
    "add-column-not-null",
    "check-validates",
    "concurrently-in-transaction",
    "drop-index-not-concurrent",
    "foreign-key-validates",
    "index-not-concurrent",
    "no-timeouts",
    "primary-key",
    "set-not-null",
    "unique-constraint",
    "validated-at-once",
}


def test_the_review_finds_no_long_lock_in_an_online_plan() -> None:
    pair = read_pair(HERE / "online/everything.sql")
    catalog = catalog_of(pair.before, PG)
    plain = diff(catalog, catalog_of(pair.after, PG))
    found = review(SourceFile("m.sql", up_text(plain)), PG, catalog)
    assert {"index-not-concurrent", "foreign-key-validates", "set-not-null"} <= {
        finding.rule.code for finding in found
    }
    for file in files_of(pair):
        text = up_text(file)
        found = review(SourceFile("m.sql", text), PG, catalog)
        shown = [item.render() for item in found if item.rule.code in LOCKING]
        assert [text for text in shown if '"fresh"' not in text] == []
        catalog = catalog_of(text, PG, catalog)


def test_what_a_migration_creates_itself_stays_in_one_file() -> None:
    text = "CREATE TABLE t (id bigint PRIMARY KEY, a int UNIQUE);\nCREATE INDEX i ON t (a);"
    (file,) = files_of(Pair("", text))
    assert "CONCURRENTLY" not in up_text(file)


def test_each_file_limits_how_long_it_waits() -> None:
    for file in files_of(read_pair(HERE / "online/everything.sql")):
        for text in (up_text(file), down_text(file)):
            first, second, *_ = [
                line for line in text.splitlines() if line and not line.startswith("--")
            ]
            assert "lock_timeout" in first
            assert "statement_timeout" in second


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("CREATE TABLE t (a int)", "CREATE TABLE u (a int) -- flash:rename t u"),
        ("CREATE TABLE t (a int)", "CREATE TABLE t (b int -- flash:rename a b\n)"),
        (  # ON CONFLICT ON CONSTRAINT names it
            "CREATE TABLE t (a int, CONSTRAINT k UNIQUE (a))",
            "CREATE TABLE t (a int, CONSTRAINT l UNIQUE (a) -- flash:rename k l\n)",
        ),
    ],
)
def test_what_queries_can_name_is_not_renamed_beside_them(before: str, after: str) -> None:
    with pytest.raises(MigrationError, match="a rename stops what uses the old name"):
        files_of(Pair(before, after))


def test_other_engines_are_refused() -> None:
    catalog = catalog_of("CREATE TABLE t (a int);", Engine.SQLITE)
    with pytest.raises(MigrationError, match="--online is for PostgreSQL"):
        online(catalog, catalog)
