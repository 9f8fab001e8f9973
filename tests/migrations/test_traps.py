"""The traps that migration tools before this one fell into, and the test that springs each.

:data:`TRAPS` says what each did; beside it stands where it is tested here: ``pair NAME`` is a file
``pairs/ENGINE/trap-NAME.sql``, which ``test_pairs`` runs up and down with rows on each engine that
has it; ``path::name`` is a test; a name alone is a test below.
"""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from flash_core.cli.application import run
from flash_core.engine import Engine
from flash_core.migrations.diff import diff
from flash_core.migrations.files import down_text, up_text
from tests.migrations.round_trip import catalog_of, read_pair

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PAIRS = HERE / "pairs"
_APPLYING: Final = "tests/cli/test_migrations.py::"
_BACK: Final = "tests/cli/test_taking_back.py::"
_FILES: Final = "tests/migrations/test_files.py::"

# fmt: off
TRAPS: Final = {
    # -- files and commands
    "a pair was loaded as two migrations, and the down file run first":
        ("test_a_down_file_is_never_applied", _FILES + "test_a_written_migration_is_read_back"),
    "files of one kind were not read by the next version":
        (_FILES + "test_single_files_are_split_at_their_sections", _FILES + "test_files_of_other_tools_are_read_with_their_options"),
    "without changes an empty file was written all the same":
        (_APPLYING + "test_migrate_without_changes_writes_nothing",),
    "a slash in a name was a crash":
        (_APPLYING + "test_a_name_never_leaves_the_folder",),
    "without a terminal a question was asked for ever":
        (_APPLYING + "test_migrate_without_a_name_fails_where_nobody_can_answer",),
    "documented options were unknown ones":
        (_APPLYING + "test_migrate_auto_names_a_migration_by_its_changes", _APPLYING + "test_count_applies_the_oldest", _APPLYING + "test_a_dry_run_prints_the_sql_and_changes_nothing"),
    "a snapshot counted a migration whose file had been deleted":
        ("test_what_a_deleted_file_made_is_written_again",),
    "what was not applied yet was generated again":
        ("test_what_is_not_applied_yet_is_not_written_again",),
    "a schema with a mistake lost the table, and nobody was told":
        ("test_a_mistake_in_the_schema_writes_no_migration", "tests/cli/test_bad_input.py::test_a_mistake_has_its_place_and_nothing_is_written"),
    "a foreign key to nowhere was found by the server":
        ("test_a_mistake_in_the_schema_writes_no_migration",),
    # -- applying and taking back
    "a failure left half of a migration":
        (_APPLYING + "test_a_failed_migration_is_rolled_back_and_named", _APPLYING + "test_a_migration_that_failed_half_way_on_mariadb_continues"),
    "two at once: the second died of the first one's record":
        (_APPLYING + "test_two_deploys_at_once_apply_everything_once", "tests/migrations/test_killed.py::test_several_at_once_apply_everything_once"),
    "checksums were kept and never compared":
        (_APPLYING + "test_an_edited_migration_is_a_conflict", _APPLYING + "test_a_missing_and_an_older_file_are_conflicts"),
    "a column NOT NULL without a default made it ask to drop every table":
        (_BACK + "test_force_never_resets_and_a_failure_keeps_every_row",),
    "force dropped the database without a question":
        (_BACK + "test_force_never_resets_and_a_failure_keeps_every_row", _BACK + "test_rows_that_would_be_lost_are_counted_and_kept_where_nobody_can_answer"),
    "a history whose tables were gone was forgotten and applied anew":
        (_BACK + "test_a_history_whose_tables_are_gone_is_not_forgotten",),
    "reset dropped what no migration had made, and left what they had":
        (_BACK + "test_reset_drops_what_the_migrations_made_and_nothing_else", _BACK + "test_reset_forgets_no_migration_of_which_it_cannot_tell_what_it_made"),
    "a migration without a down was passed over":
        (_BACK + "test_a_migration_without_a_down_is_not_taken_back",),
    "a down and the removal of its record were two transactions":
        (_BACK + "test_a_down_that_fails_leaves_schema_and_history_as_they_are",),
    "the down of a drop brought nothing back":
        ("pair dropped-objects-come-back",),
    "BEGIN in a file swallowed what followed it":
        (_APPLYING + "test_a_migration_may_not_control_its_transaction", _APPLYING + "test_a_trigger_and_a_savepoint_are_not_transaction_control"),
    "a semicolon or dashes inside of a text ended the statement":
        ("pair semicolons-and-dashes-in-texts", _BACK + "test_semicolons_and_dashes_inside_of_texts_end_nothing"),
    # -- lost without a word
    "UNIQUE over several columns": ("pair unique-over-columns",),
    "CHECK of a table, and constraints with names": ("pair table-check-and-named-constraints",),
    "foreign keys over several columns": ("pair composite-foreign-key",),
    "REFERENCES without columns": ("pair references-without-column",),
    "DEFERRABLE": ("pair deferrable",),
    "DESC, INCLUDE and WHERE of indexes": ("pair index-options",),
    "CONCURRENTLY": ("test_an_index_that_is_built_concurrently_is_made", "tests/migrations/test_online.py::test_an_online_plan_makes_the_same_database"),
    "the index of a materialized view": ("pair index-of-materialized-view",),
    "COMMENT ON": ("pair comments",),
    "STRICT and WITHOUT ROWID": ("pair table-options",),
    "primary and foreign keys of columns that are there": ("pair keys-of-existing-columns",),
    "primary keys over several columns": ("pair composite-primary-key",),
    "an index that changes under its name": ("pair index-changes-under-its-name",),
    "an index that belongs to a constraint": ("pair index-of-a-constraint",),
    "enum values that are taken out": ("pair enum-value-removed",),
    "functions, domains and triggers that are dropped":
        ("pair functions-domains-and-triggers-dropped", "pair functions-and-triggers-dropped", "pair triggers-dropped"),
    "columns called like a clause: keywords, index_no, check_in":
        ("pair columns-called-like-clauses", "pair columns-that-are-clauses"),
    "names with spaces, names with schemas, a file without a last semicolon":
        ("pair names-with-spaces-and-schemas", "pair names-with-spaces"),
    "ALTER TABLE in schema files": ("pair alter-in-schema-files",),
    # -- made into something else
    "serial_number was a serial, unique_code unique, a check for NOT NULL a NOT NULL":
        ("pair words-inside-of-names",),
    "a rename lost the rows": ("tests/cli/test_renames.py::test_a_person_is_asked_whether_a_column_is_renamed", "tests/cli/test_renames.py::test_without_a_terminal_nothing_is_asked_or_guessed"),
    "a view that changed was altered like a column, one that went dropped like a table":
        ("pair view-changed-and-dropped",),
    "a function that changed was there already": ("pair function-changed-without-or-replace",),
    "a type was changed without USING": ("pair type-that-needs-using",),
    "ALTER … TYPE serial": ("pair type-becomes-serial",),
    "an enum value was added in the transaction that uses it": ("pair enum-value-used-at-once",),
    "MySQL was given IF NOT EXISTS and quotes that it does not know":
        ("test_mysql_is_given_no_clause_of_other_servers",),
    "an AUTO_INCREMENT column came before its key": ("pair auto-increment-and-primary-key",),
    "ON UPDATE did not change": ("pair on-update",),
    "NULL, DEFAULT, UNIQUE and CHECK did not change":
        ("pair null-default-unique-and-check", "pair default-removed-and-null"),
    "brackets inside of a text cut a generated column": ("pair brackets-in-texts-of-generated-columns",),
    "foreign keys in a circle were an error": ("pair foreign-keys-in-a-circle",),
    "domains, composites, functions and partitions came in the order of the file":
        ("pair domains-composites-and-functions",),
    # -- SQLite
    "a table built anew lost its triggers, views and constraints, and its children":
        ("pair rebuild-keeps-what-belongs-to-the-table",),
    "foreign keys were switched off on another connection":
        ("tests/cli/test_migrator.py::test_a_table_is_built_anew_and_the_rows_that_refer_to_it_stay", "tests/cli/test_migrator.py::test_rows_that_lost_their_parent_are_shown_and_roll_back"),
    "NULLs were copied under a new NOT NULL": ("pair nulls-under-a-new-not-null",),
    "CASE … END ended the body of a trigger": ("pair triggers-with-begin-end-and-case",),
    "a type in other letters was another type, another type none":
        ("pair cosmetic-and-real-types", "test_a_longer_varchar_is_a_change"),
}
# fmt: on


def _exists(place: str) -> bool:
    if place.startswith("pair "):
        return any(PAIRS.glob(f"*/trap-{place.removeprefix('pair ')}.sql"))
    path, _, name = place.rpartition("::")
    file = ROOT / path if path else Path(__file__)
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return any(
        isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name == name
        for node in tree.body
    )


@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_is_sprung_by_tests_that_are_there(trap: str) -> None:
    assert [place for place in TRAPS[trap] if not _exists(place)] == []


def test_no_pair_is_left_out() -> None:
    named = {place.removeprefix("pair ") for places in TRAPS.values() for place in places}
    found = {path.stem.removeprefix("trap-") for path in PAIRS.glob("*/trap-*.sql")}
    assert found - named == set()


# -- those that stand nowhere else ---------------------------------------------

ONE = "CREATE TABLE one (id INTEGER PRIMARY KEY);\n"
TWO = "CREATE TABLE two (id INTEGER PRIMARY KEY);\n"


@pytest.fixture
def flash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., str]:
    """Return a function that runs a command in a project on SQLite and returns what it prints."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)

    def done(*arguments: str, code: int = 0) -> str:
        assert run(list(arguments)) == code
        printed = capsys.readouterr()
        return printed.out if code == 0 else printed.err

    done("init", "--sqlite")
    Path("db/schema/schema.sql").write_text(ONE)
    return done


def written() -> list[str]:
    """Return the text of every up file, oldest first."""
    return [path.read_text() for path in sorted(Path("db/migrations").glob("*.up.sql"))]


def test_a_down_file_is_never_applied(flash: Callable[..., str]) -> None:
    flash("migrate", "add one")
    assert flash("apply").endswith("1 migration applied\n")
    assert flash("status").splitlines()[-1] == "total 1, applied 1"
    (down,) = Path("db/migrations").glob("*_add_one.down.sql")
    assert "DROP TABLE" in down.read_text()


def test_what_a_deleted_file_made_is_written_again(flash: Callable[..., str]) -> None:
    flash("migrate", "one")
    for path in Path("db/migrations").glob("*_one.*.sql"):
        path.unlink()
    flash("migrate", "again")
    assert ["CREATE TABLE one" in text for text in written()] == [True]


def test_what_is_not_applied_yet_is_not_written_again(flash: Callable[..., str]) -> None:
    flash("migrate", "one")
    Path("db/schema/two.sql").write_text(TWO)
    flash("migrate", "two")
    assert ["CREATE TABLE one" in text for text in written()] == [True, False]


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        ("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT;\n" + TWO, "schema.sql:1:"),
        (TWO + "CREATE TABLE t (a INTEGER REFERENCES nowhere (id));", 'table "nowhere"'),
        (TWO + "CREATE TABLE t (a INTEGER REFERENCES two (nothing));", '"nothing"'),
    ],
)
def test_a_mistake_in_the_schema_writes_no_migration(
    schema: str, said: str, flash: Callable[..., str]
) -> None:
    Path("db/schema/schema.sql").write_text(schema)
    assert said in flash("migrate", "x", code=1)
    assert written() == []


@pytest.mark.parametrize(
    "path", sorted(PAIRS.glob("mariadb/trap-*.sql")), ids=lambda path: path.stem
)
def test_mysql_is_given_no_clause_of_other_servers(path: Path) -> None:
    pair = read_pair(path)
    old, new = (catalog_of(text, Engine.MYSQL) for text in (pair.before, pair.after))
    changes = diff(old, new)
    for text in (up_text(changes), down_text(changes)):
        statements = "\n".join(line for line in text.splitlines() if not line.startswith("--"))
        assert "IF NOT EXISTS" not in statements
        assert "IF EXISTS" not in statements
        assert '"' not in statements


def test_an_index_that_is_built_concurrently_is_made() -> None:
    table = "CREATE TABLE t (a int);\n"
    after = table + "CREATE INDEX CONCURRENTLY i ON t (a);"
    old, new = (catalog_of(text, Engine.POSTGRESQL) for text in (table, after))
    text = up_text(diff(old, new))
    assert "CREATE INDEX i ON t (a)" in text  # the transaction of the file could not take the other


def test_a_longer_varchar_is_a_change() -> None:
    old, new = (
        catalog_of(f"CREATE TABLE t (a {type_});", Engine.SQLITE)
        for type_ in ("VARCHAR(10)", "VARCHAR(20)")
    )
    assert diff(old, new) != []
