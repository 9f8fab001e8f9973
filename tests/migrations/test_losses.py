"""What statements of migrations destroy, of which ``flash apply`` counts the rows before it asks."""

from __future__ import annotations

import pytest

from flash_core.engine import Engine
from flash_core.migrations.losses import losses
from tests.migrations.live_mariadb import LiveMariaDB

ENGINES = [Engine.POSTGRESQL, Engine.MARIADB, Engine.SQLITE]


def found(engine: Engine, *statements: str) -> list[str]:
    """Return what is lost, with the columns that stay where a successor has them."""
    return [" ".join([str(loss), *sorted(loss.kept)]) for loss in losses(statements, engine)]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_table_that_another_one_takes_the_name_of_is_lost_with_its_new_name(
    engine: Engine,
) -> None:
    away = "ALTER TABLE t RENAME TO old_t", "CREATE TABLE t (a int)"
    copied = "INSERT INTO t (a) SELECT a FROM old_t"
    assert found(engine, *away, "DROP TABLE old_t") == ["table t"]
    assert found(engine, *away, f"{copied} WHERE a > 0", "DROP TABLE old_t") == ["table t"]
    assert found(engine, *away, copied, "DROP TABLE old_t") == ["table t a"]


@pytest.mark.parametrize("engine", ENGINES)
def test_what_takes_the_name_of_a_table_made_before_is_lost(engine: Engine) -> None:
    made = "CREATE TABLE x (a int)", "DROP TABLE x", "ALTER TABLE t RENAME TO x"
    assert found(engine, *made, "DROP TABLE x") == ["table t"]
    assert found(engine, *made, "ALTER TABLE x DROP COLUMN b") == ["column t.b"]
    assert found(engine, *made, "DELETE FROM x") == ["table t"]


@pytest.mark.parametrize("engine", ENGINES)
def test_what_statements_make_themselves_is_not_lost(engine: Engine) -> None:
    assert found(engine, "CREATE TABLE x (a int)", "DELETE FROM x", "DROP TABLE x") == []
    assert found(
        engine,
        "CREATE TABLE n (a int)",
        "INSERT INTO n (a) SELECT a FROM t",
        "DROP TABLE t",
        "ALTER TABLE n RENAME TO t",
    ) == ["table t a"]


def test_a_table_of_written_columns_beside_a_query_is_made() -> None:
    made = "CREATE TABLE x (id int primary key) AS SELECT 1 AS a"
    assert found(Engine.MARIADB, made, "DELETE FROM x") == []


def test_partitions_are_lost_one_by_one() -> None:
    gone = "ALTER TABLE t DROP PARTITION p0, P1", "ALTER TABLE t TRUNCATE PARTITION p0"
    assert found(Engine.MARIADB, *gone) == ["partition p0 of table t", "partition p1 of table t"]
    assert found(Engine.MARIADB, "ALTER TABLE t TRUNCATE PARTITION ALL") == ["table t"]
    assert found(Engine.MARIADB, "ALTER TABLE t COALESCE PARTITION 1") == []
    assert found(Engine.MARIADB, "ALTER TABLE t CONVERT PARTITION p0 TO TABLE u") == []
    [first] = losses(["ALTER TABLE t DROP PARTITION p0"], Engine.MARIADB)
    assert first.count(Engine.MARIADB) == "SELECT count(*) FROM t PARTITION (p0)"


def test_what_a_table_is_created_in_place_of_is_lost() -> None:
    replaced = "CREATE OR REPLACE TABLE t (a int)", "CREATE OR REPLACE TABLE u AS SELECT 1 AS a"
    assert found(Engine.MARIADB, *replaced) == ["table t", "table u"]
    assert found(Engine.MARIADB, "CREATE TABLE t (a int)", *replaced[:1]) == []
    assert found(Engine.MARIADB, "CREATE OR REPLACE TEMPORARY TABLE t (a int)") == []


@pytest.mark.parametrize(
    ("statement", "lost"),
    [
        ("DELETE t FROM t", ["table t"]),
        ("DELETE x FROM t AS x LEFT JOIN u ON x.a = u.a", ["table t"]),
        ("DELETE t, u FROM t CROSS JOIN u", ["table t", "table u"]),
        ("DELETE u FROM t LEFT JOIN u ON t.a = u.a", []),
        ("DELETE t FROM t JOIN u ON t.a = u.a", []),
        ("DELETE t FROM t LEFT JOIN u ON t.a = u.a WHERE u.a IS NULL", []),
        ("ALTER TABLE t DROP SYSTEM VERSIONING", ["history of table t"]),
        ("DELETE HISTORY FROM t", ["history of table t"]),
        ("DELETE HISTORY FROM `t` BEFORE SYSTEM_TIME '2020-01-01'", ["history of table t"]),
        ("DROP DATABASE old", ["schema old"]),
    ],
)
def test_what_statements_of_mariadb_leave_empty_is_lost(statement: str, lost: list[str]) -> None:
    assert found(Engine.MARIADB, statement) == lost


def test_a_schema_is_lost_with_its_tables() -> None:
    assert found(Engine.POSTGRESQL, "DROP SCHEMA a, b CASCADE") == ["schema a", "schema b"]
    assert found(Engine.POSTGRESQL, "DROP SCHEMA a") == []  # which is empty, or stays
    *_, last = losses(["DROP TABLE old.t", "DROP TABLE u", "DROP DATABASE old"], Engine.MARIADB)
    assert "table_schema = 'old' AND table_name NOT IN ('', 't')" in last.count(Engine.MARIADB)
    assert last.noun == "table"


def test_the_past_of_a_table_is_counted_without_what_is_there(mysql_url: str) -> None:
    live = LiveMariaDB(mysql_url)
    live.clear()
    live.run("CREATE TABLE t (a INT) WITH SYSTEM VERSIONING; INSERT INTO t VALUES (1), (2)")
    live.run("UPDATE t SET a = 3; DELETE FROM t WHERE a = 4")
    [loss] = losses(["ALTER TABLE t DROP SYSTEM VERSIONING"], Engine.MARIADB)
    assert live.rows(loss.count(Engine.MARIADB)) == [(2,)]
    live.close()
