"""What a MySQL catalog holds that no file of the corpus shows: the other server, and refusals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flash_core.catalog.identifiers import quote
from flash_core.catalog.render import render
from flash_core.engine import Engine
from flash_core.sql.parse import parse_script
from flash_core.sql.source import SourceFile
from flash_core.sql.syntax import CreateTable, Utility

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.catalog.model import Catalog
    from flash_core.sql.source import Diagnostic

    Load = Callable[..., Catalog]
    Build = Callable[..., tuple[Catalog, list[Diagnostic]]]

MYSQL, MARIADB = Engine.MYSQL, Engine.MARIADB
PARENT = "CREATE TABLE p (id int unsigned PRIMARY KEY, label varchar(20) NOT NULL);\n"


def test_an_enum_column_has_an_enum_that_moves_with_it(load: Load) -> None:
    before = "CREATE TABLE t (state ENUM('a','b'), flags SET('x','y'));"
    after = "ALTER TABLE t CHANGE state status ENUM('a','c'); RENAME TABLE t TO orders;"
    first, second = load(MARIADB, before), load(MARIADB, before + after)
    assert [(e.name, e.labels, e.multiple, e.owner) for e in first.enums] == [
        ("t_state", ("a", "b"), False, ("t", "state")),
        ("t_flags", ("x", "y"), True, ("t", "flags")),
    ]
    assert [(e.name, e.labels) for e in second.enums] == [
        ("orders_status", ("a", "c")),
        ("orders_flags", ("x", "y")),
    ]


def test_enums_whose_names_would_be_one_are_told_apart(load: Load) -> None:
    catalog = load(MARIADB, "CREATE TABLE a (b_c ENUM('x')); CREATE TABLE a_b (c ENUM('y'));")
    assert [enum.name for enum in catalog.enums] == ["a_b_c", "a_b_c_2"]


def test_a_history_ends_where_the_same_statements_at_once_end(built: Build, load: Load) -> None:
    texts = [
        "CREATE TABLE t (id INT PRIMARY KEY, kind ENUM('a') NOT NULL, u INT UNIQUE);",
        "ALTER TABLE t MODIFY kind ENUM('a','b'), ADD INDEX (kind);",
        "CREATE FUNCTION f(n INT) RETURNS INT RETURN n; CREATE PROCEDURE f() SELECT 1;",
        "DROP FUNCTION f; ALTER TABLE t RENAME INDEX kind TO by_kind;",
    ]
    catalog: Catalog | None = None
    for text in texts:
        catalog, problems = built(MARIADB, text, start=catalog, in_order=True)
        assert problems == []
    assert catalog == load(MARIADB, *texts)


def test_the_one_database_that_a_dump_uses_is_the_default_one(load: Load) -> None:
    catalog = load(
        MARIADB,
        "CREATE DATABASE IF NOT EXISTS `shop` /*!40100 DEFAULT CHARACTER SET utf8mb4 */; USE `shop`;"
        "CREATE TABLE a (id INT PRIMARY KEY); CREATE TABLE shop.b (id INT REFERENCES shop.a (id));",
    )
    assert [(table.schema, table.name) for table in catalog.tables] == [("", "a"), ("", "b")]
    assert catalog.find_table(("shop", "a")) is catalog.find_table(("a",))
    assert catalog.schemas == ()


@pytest.mark.parametrize(
    ("setting", "mode"),
    [
        ("sql_mode = 'STRICT_ALL_TABLES,PIPES_AS_CONCAT'", "PIPES_AS_CONCAT"),
        ("SESSION sql_mode = ansi", "ANSI"),
        ("@@sql_mode = CONCAT(@@sql_mode, ',ANSI_QUOTES')", "ANSI_QUOTES"),
        ("NAMES utf8mb4, SQL_MODE = 'NO_AUTO_VALUE_ON_ZERO'", None),
    ],
)
def test_a_mode_that_gives_statements_another_meaning_is_refused(
    built: Build, setting: str, mode: str | None
) -> None:
    _, problems = built(MARIADB, f"SET {setting}; CREATE TABLE t (id INT);")
    expected = f"sql_mode {mode}: what follows is read under the mode that servers come with"
    assert [item.message for item in problems] == ([expected] if mode else [])


def test_databases_are_schemas(load: Load) -> None:
    text = "CREATE DATABASE other; CREATE TABLE other.t (id INT PRIMARY KEY, e ENUM('x'));"
    catalog = load(MARIADB, text, "CREATE TABLE t (id INT REFERENCES other.t (id));")
    assert [(table.schema, table.name) for table in catalog.tables] == [("other", "t"), ("", "t")]
    assert load(MARIADB, render(catalog)) == catalog


def test_tables_are_told_apart_by_case_and_columns_are_not(load: Load) -> None:
    text = "CREATE TABLE Users (Id INT PRIMARY KEY); CREATE TABLE users (a INT, KEY (A));"
    catalog = load(MARIADB, text, "CREATE VIEW Active AS SELECT ID FROM Users;")
    assert [table.name for table in catalog.tables] == ["Users", "users"]
    assert catalog.find_view(("Active",)) is not None
    assert catalog.find_view(("active",)) is None


def test_mysql_names_checks_by_table_and_ignores_references_beside_columns(load: Load) -> None:
    text = (
        PARENT
        + "CREATE TABLE t (a INT CHECK (a > 0), b INT UNSIGNED REFERENCES p (id), CHECK (b < 9) NOT ENFORCED);"
    )
    table = load(MYSQL, text).tables[-1]
    assert [(c.name, c.tail) for c in table.checks] == [
        ("t_chk_1", ""),
        ("t_chk_2", "NOT ENFORCED"),
    ]
    assert table.foreign_keys == ()


def test_mysql_indexes_expressions_and_shows_no_widths(load: Load) -> None:
    text = (
        "CREATE TABLE t (a INT(11), b TINYINT(1), c VARCHAR(9), d JSON DEFAULT (JSON_ARRAY()),"
        " v VECTOR(3), KEY up ((upper(c)), a DESC)) DEFAULT CHARSET=utf8mb4;"
        "ALTER TABLE t ALTER COLUMN a SET INVISIBLE;"
    )
    catalog = load(MYSQL, text)
    table, index = catalog.tables[0], catalog.indexes[0]
    assert [c.type_text for c in table.columns] == [
        "int",
        "tinyint(1)",
        "varchar(9)",
        "json",
        "vector(3)",
    ]
    assert table.columns[0].invisible
    assert (index.columns, index.text) == ((None, "a"), "((upper(c)), a DESC)")
    assert table.collation == "utf8mb4_0900_ai_ci"
    assert load(MYSQL, render(catalog)) == catalog


@pytest.mark.parametrize("name", ["select", "a b", "ä", "1a", "a`b", "rank", "returning"])
def test_what_is_no_plain_name_is_quoted(name: str, load: Load) -> None:
    catalog = load(MYSQL, f"CREATE TABLE {quote(name, MYSQL)} ({quote(name, MYSQL)} int)")
    assert quote(name, MYSQL).startswith("`")
    assert (catalog.tables[0].name, catalog.tables[0].columns[0].name) == (name, name)


def test_an_argument_has_the_type_of_the_column_that_it_names(built: Build) -> None:
    table = "CREATE TABLE t (id INT UNSIGNED, v DECIMAL(8,2));"
    text = "CREATE FUNCTION f(a TYPE OF t.v, b ROW TYPE OF t, c ROW (n INT)) RETURNS INT RETURN 1;"
    catalog, problems = built(MARIADB, table + text)
    assert problems == []
    types = [argument.type for argument in catalog.routines[0].arguments]
    assert [(type_.parts, type_.modifiers) for type_ in types] == [
        (("decimal",), ("8", "2")),
        (("row",), ()),
        (("row",), ()),
    ]
    wrong = table + "CREATE FUNCTION f(a TYPE OF t.x) RETURNS INT RETURN 1;"
    (problem,) = built(MARIADB, wrong)[1]
    assert problem.message == "Unknown column 'x' in 't'"
    _, (problem,) = parse_script(SourceFile("0.sql", text), MYSQL)
    assert problem.message == 'syntax error near "TYPE"'


def test_what_is_not_understood_is_named(built: Build) -> None:
    text = "CREATE USER bob; CREATE TABLE t (a INT); CREATE TABLE u (b INT) AS SELECT a FROM t;"
    _, problems = built(MARIADB, text)
    assert [(p.severity, p.message) for p in problems] == [
        ("warning", "CREATE USER is kept in migrations but not understood"),
        ("warning", "CREATE TABLE … SELECT with columns is kept in migrations but not understood"),
    ]


@pytest.mark.parametrize("default", ["", "USE shop;"])
def test_the_character_set_of_a_database_is_named_where_a_table_has_none(
    default: str, built: Build
) -> None:
    head = f"CREATE DATABASE shop /*!40100 DEFAULT CHARACTER SET latin1 */; {default}"
    table = "t" if default else "shop.t"
    _, (problem,) = built(MARIADB, f"{head} CREATE TABLE {table} (a INT);")
    assert (problem.severity, problem.message) == (
        "warning",
        f"the character set of a database is not kept in migrations, and table {table} names none",
    )
    _, problems = built(MARIADB, f"{head} CREATE TABLE {table} (a INT) CHARSET=latin1;")
    assert not problems


def test_a_foreign_key_that_the_engine_does_not_heed_is_named(built: Build) -> None:
    text = """CREATE TABLE p (id INT PRIMARY KEY);
        CREATE TABLE c (a INT, b INT REFERENCES p (id), CONSTRAINT fk FOREIGN KEY (a) REFERENCES
            p (id)) ENGINE=MyISAM;
        ALTER TABLE c ADD FOREIGN KEY (a, b) REFERENCES late (id, id);
        CREATE TABLE late (id INT PRIMARY KEY, p_id INT REFERENCES p (id));"""
    _, problems = built(MARIADB, text)
    assert [(p.severity, p.message) for p in problems] == [
        ("warning", 'foreign key (b) of table "c" is ignored: MyISAM has none'),
        ("warning", 'foreign key "fk" of table "c" is ignored: MyISAM has none'),
        ("warning", 'foreign key (a, b) of table "c" is ignored: MyISAM has none'),
    ]


@pytest.mark.parametrize(
    ("engine", "sql"),
    [
        (MYSQL, "CREATE OR REPLACE TABLE t (a int)"),
        (MYSQL, "CREATE SEQUENCE s"),
        (MYSQL, "CREATE TABLE t (a uuid)"),
        (MYSQL, "CREATE TABLE t (a date DEFAULT curdate())"),
        (MARIADB, "CREATE TABLE t (a int, KEY ((a + 1)))"),
        (MARIADB, "CREATE TABLE t (a int CHECK (a > 0) NOT ENFORCED)"),
        (MARIADB, "ALTER TABLE t ALTER COLUMN a SET INVISIBLE"),
        (MARIADB, "ALTER TABLE t ALTER INDEX a INVISIBLE"),
        (MARIADB, "CREATE TABLE t (a int, KEY (a) INVISIBLE)"),
        (MARIADB, "CREATE TABLE t (a point NOT NULL SRID 4326)"),
        (MARIADB, "CREATE TABLE t (a int COLUMN_FORMAT FIXED)"),
        (MARIADB, "CREATE TABLE t (a int) AUTOEXTEND_SIZE=4M"),
        (MARIADB, "CREATE TABLE t (a int) ENCRYPTION='Y'"),
    ],
)
def test_what_only_the_other_server_has_is_refused_by_name(
    engine: Engine, sql: str, parsed: Callable[[Engine, str], list[str]]
) -> None:
    own, other = ("MySQL", "MariaDB") if engine is MYSQL else ("MariaDB", "MySQL")
    assert [m for m in parsed(engine, sql) if f"{own} has no" in m and other in m]


def test_the_rows_of_a_dump_are_not_read(load: Load) -> None:
    rows = ", ".join(["(1, 'a;b''c')"] * 5000)
    text = f"CREATE TABLE t (a INT, b TEXT); INSERT INTO t VALUES {rows}; CREATE TABLE u (a INT);"
    statements, problems = parse_script(SourceFile("0.sql", text), MARIADB)
    assert (problems, [type(item) for item in statements]) == (
        [],
        [CreateTable, Utility, CreateTable],
    )
    assert [table.name for table in load(MARIADB, text).tables] == ["t", "u"]
