"""Changes written for MySQL and MariaDB do on a real server what they promise."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pymysql
import pytest

from flash_core.catalog.render import render
from flash_core.engine import Engine
from flash_core.migrations.diff import diff
from flash_core.migrations.files import down_text, up_text
from flash_core.migrations.mysql_words import agreed
from flash_core.sql.source import SourceFile
from flash_core.sql.statements import split_statements
from tests.migrations.live_mariadb import LiveMariaDB
from tests.migrations.round_trip import catalog_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flash_core.catalog.model import Catalog

CORPUS = Path(__file__).parents[1] / "corpus"
MARIA = Engine.MARIADB

GUIDE = """
CREATE TABLE users (
    id INTEGER AUTO_INCREMENT PRIMARY KEY,
    name VARCHAR(100) NOT NULL,
    email VARCHAR(255) UNIQUE NOT NULL,
    is_active BOOLEAN DEFAULT TRUE,
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
);
CREATE TABLE posts (
    id INTEGER AUTO_INCREMENT PRIMARY KEY,
    user_id INTEGER,
    title VARCHAR(255) NOT NULL,
    content TEXT,
    published BOOLEAN DEFAULT FALSE,
    FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE
);
CREATE INDEX idx_posts_title ON posts(title(20));
"""

# Before, after, and rows to put in before: an empty table accepts what a full one refuses.
PAIRS = {
    "guide": ("", GUIDE, ""),
    "columns": (
        "CREATE TABLE t (id INT PRIMARY KEY, a INT, gone TEXT);",
        """CREATE TABLE t (first INT NOT NULL DEFAULT 7, id INT PRIMARY KEY, b VARCHAR(10) DEFAULT 'it''s',
             a INT, c DECIMAL(10, 2) DEFAULT 1.5, `or der` INT COMMENT 'it''s', d DATETIME(3) DEFAULT NOW(3)
             ON UPDATE NOW(3), e JSON, f ENUM('a', 'b') NOT NULL DEFAULT 'b', g SET('x', 'y'), h BIT(4) DEFAULT b'1',
             i INT UNSIGNED, j INT AS (id * 2) VIRTUAL, k INT AS (id * 3) STORED, l INT INVISIBLE);""",
        "INSERT INTO t VALUES (1, 2, 'x')",
    ),
    "types": (
        """CREATE TABLE t (id INT PRIMARY KEY, a INT, b VARCHAR(10), c TEXT, d ENUM('a', 'b'), e INT, f INT NULL,
             g INT DEFAULT 1, h TIMESTAMP NULL, i INT COMMENT 'old', j INT AS (id * 2) VIRTUAL, Upper INT);""",
        """CREATE TABLE t (id BIGINT PRIMARY KEY, a BIGINT UNSIGNED, b VARCHAR(20) NOT NULL, c LONGTEXT,
             d ENUM('a', 'b', 'c') DEFAULT 'c', e VARCHAR(20), f INT NOT NULL, g INT DEFAULT 2,
             h TIMESTAMP NULL DEFAULT NULL ON UPDATE CURRENT_TIMESTAMP, i INT COMMENT 'new', j INT AS (id * 3) VIRTUAL,
             upper INT);""",
        "INSERT INTO t (id, a, b, c, d, e, f) VALUES (1, 2, 'b', 'c', 'a', 5, 6)",
    ),
    "order": (
        "CREATE TABLE t (a INT, b INT, c INT, d INT, e INT);",
        "CREATE TABLE t (e INT, a INT, new INT, d INT, c INT, b INT, last INT);",
        "INSERT INTO t VALUES (1, 2, 3, 4, 5)",
    ),
    "a counted column and its key": (
        "CREATE TABLE t (a INT, b INT PRIMARY KEY);",
        "CREATE TABLE t (a INT, b INT, id INT AUTO_INCREMENT, PRIMARY KEY (id), UNIQUE KEY u (b));",
        "INSERT INTO t VALUES (1, 2), (2, 3)",
    ),
    "keys": (
        """CREATE TABLE t (a INT, b INT, c VARCHAR(50), d TEXT, g INT, PRIMARY KEY (a), KEY i (b), UNIQUE u (c),
             KEY goes (g), CONSTRAINT positive CHECK (b > 0), z INT CHECK (z > 1));""",
        """CREATE TABLE t (a INT, b INT, c VARCHAR(50), d TEXT, g INT, PRIMARY KEY (a, b), UNIQUE KEY i (b DESC),
             UNIQUE u (c, b), FULLTEXT KEY f (d), KEY p (d(10)), CONSTRAINT positive CHECK (b > 1),
             CONSTRAINT other CHECK (g <> a), z INT CHECK (z > 2));""",
        "INSERT INTO t VALUES (1, 2, 'x', 'y', 3, 4)",
    ),
    "foreign keys": (
        """CREATE TABLE a (id INT PRIMARY KEY, x INT); CREATE TABLE c (id INT PRIMARY KEY);
           CREATE TABLE b (id INT PRIMARY KEY, a INT, c INT, CONSTRAINT to_a FOREIGN KEY (a) REFERENCES a (id),
             CONSTRAINT goes FOREIGN KEY (c) REFERENCES c (id));""",
        """CREATE TABLE a (id BIGINT PRIMARY KEY, x INT); CREATE TABLE c (id INT PRIMARY KEY, b INT,
             KEY (b));
           CREATE TABLE b (id INT PRIMARY KEY, a BIGINT, c INT,
             CONSTRAINT to_a FOREIGN KEY (a) REFERENCES a (id) ON DELETE CASCADE);
           ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES b (id);""",
        "INSERT INTO a VALUES (1, 2); INSERT INTO c VALUES (1); INSERT INTO b VALUES (1, 1, 1)",
    ),
    "tables that refer to each other": (
        "CREATE TABLE old (id INT PRIMARY KEY);",
        """CREATE TABLE old (id BIGINT PRIMARY KEY);
           CREATE TABLE a (id INT PRIMARY KEY, b INT);
           CREATE TABLE b (id INT PRIMARY KEY, a INT, o BIGINT, FOREIGN KEY (a) REFERENCES a (id),
             FOREIGN KEY (o) REFERENCES old (id));
           ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b (id);""",
        "INSERT INTO old VALUES (1)",
    ),
    "options": (
        "CREATE TABLE t (a VARCHAR(10), b TEXT CHARACTER SET latin1, c INT) COMMENT 'old';",
        """CREATE TABLE t (a VARCHAR(10), b TEXT CHARACTER SET latin1, c INT) COMMENT 'it''s'
             DEFAULT CHARSET = latin1;""",
        "INSERT INTO t VALUES ('a', 'b', 1)",
    ),
    "partitions": (
        "CREATE TABLE t (a INT);",
        "CREATE TABLE t (a INT) PARTITION BY HASH (a) PARTITIONS 4;",
        "INSERT INTO t VALUES (1)",
    ),
    "views": (
        """CREATE TABLE t (a INT, gone INT); CREATE VIEW v AS SELECT * FROM t;
           CREATE VIEW w AS SELECT a FROM v; CREATE VIEW x AS SELECT 1 AS one;""",
        """CREATE TABLE t (a INT, b INT); CREATE VIEW v AS SELECT * FROM t;
           CREATE VIEW w AS SELECT a, b FROM v; CREATE VIEW x AS SELECT 1 AS one;""",
        "INSERT INTO t VALUES (1, 2)",
    ),
    "triggers and routines": (
        """CREATE TABLE t (a INT); CREATE TABLE log (a INT);
           CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW INSERT INTO log VALUES (new.a);
           CREATE PROCEDURE p() SELECT 1;""",
        """CREATE TABLE t (a INT); CREATE TABLE log (a INT);
           CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW BEGIN
             IF new.a > 1 THEN INSERT INTO log VALUES (1); ELSE INSERT INTO log VALUES (new.a); END IF; END;
           CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END;
           CREATE FUNCTION f(x INT) RETURNS INT DETERMINISTIC RETURN x + 1;""",
        "INSERT INTO t VALUES (1)",
    ),
}
BOTH_WAYS = [
    *(pytest.param(*pair, id=name) for name, pair in PAIRS.items()),
    *(
        pytest.param(after, before, "", id=f"{name}, back")
        for name, (before, after, _) in PAIRS.items()
    ),
]

# What differs between two tables that are the same: when they were made, and in which order their
# names were given.
_CONTENTS = (
    """SELECT 'column', table_name, ordinal_position, column_name, column_type, is_nullable, column_default,
              extra, column_comment, character_set_name, collation_name, generation_expression
       FROM information_schema.columns WHERE table_schema = DATABASE()""",
    """SELECT 'table', table_name, table_type, engine, table_collation, table_comment, create_options
       FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type <> 'VIEW'""",
    """SELECT 'index', table_name, index_name, non_unique, seq_in_index, column_name, collation, sub_part,
              index_type FROM information_schema.statistics WHERE table_schema = DATABASE()""",
    """SELECT 'reference', k.table_name, k.constraint_name, k.ordinal_position, k.column_name,
              k.referenced_table_name, k.referenced_column_name, r.update_rule, r.delete_rule
       FROM information_schema.key_column_usage k JOIN information_schema.referential_constraints r
         ON r.constraint_schema = k.table_schema AND r.constraint_name = k.constraint_name
        AND r.table_name = k.table_name
       WHERE k.table_schema = DATABASE()""",
    """SELECT 'check', table_name, constraint_name, level, check_clause FROM information_schema.check_constraints
       WHERE constraint_schema = DATABASE()""",
    "SELECT 'view', table_name, view_definition FROM information_schema.views WHERE table_schema = DATABASE()",
    """SELECT 'trigger', trigger_name, event_manipulation, event_object_table, action_statement
       FROM information_schema.triggers WHERE trigger_schema = DATABASE()""",
    """SELECT 'routine', routine_name, routine_type, dtd_identifier, routine_definition FROM information_schema.routines
       WHERE routine_schema = DATABASE()""",
    """SELECT 'partition', table_name, partition_name, partition_method, partition_expression
       FROM information_schema.partitions WHERE table_schema = DATABASE()""",
)


class Server:
    """A database of the server, to be filled and looked at."""

    def __init__(self, connection: pymysql.Connection, name: str) -> None:
        self._connection = connection
        self._name = name

    def run(self, script: str) -> None:
        """Run a script, a statement at a time, as ``flash apply`` does."""
        with self._connection.cursor() as cursor:
            for span in split_statements(SourceFile("s", script), MARIA):
                cursor.execute(script[span.start : span.end])

    def empty(self) -> None:
        """Make the database anew."""
        self.run(f"DROP DATABASE {self._name}; CREATE DATABASE {self._name} CHARACTER SET utf8mb4")
        self.run(f"USE {self._name}")

    def contents(self) -> list[tuple[object, ...]]:
        """Return what the database contains."""
        rows: list[tuple[object, ...]] = []
        with self._connection.cursor() as cursor:
            for query in _CONTENTS:
                cursor.execute(query)
                rows += cursor.fetchall()
        return sorted(rows, key=repr)


@pytest.fixture
def server(mysql_url: str) -> Iterator[Server]:
    """An empty database."""

    import pymysql  # noqa: PLC0415 - not needed by tests that use no server

    parts = urlsplit(mysql_url)
    connection = pymysql.connect(
        host=parts.hostname,
        port=parts.port or 0,
        user=parts.username,
        password=parts.password or "",
        database=parts.path[1:],
        autocommit=True,
    )
    try:
        yield Server(connection, parts.path[1:])
    finally:
        connection.close()


@pytest.mark.parametrize(("before", "after", "rows"), BOTH_WAYS)
def test_up_makes_the_new_schema_and_down_the_old_one(
    before: str, after: str, rows: str, load: Callable[[Engine, str], Catalog], server: Server
) -> None:
    old, new = load(MARIA, before), load(MARIA, after)
    server.run(after)
    expected = server.contents()
    server.empty()
    server.run(render(new))
    assert server.contents() == expected
    server.empty()
    changes = diff(old, new)
    server.run(render(old))
    server.run(rows)
    start = server.contents()
    server.run(up_text(changes))
    assert server.contents() == expected
    server.run(down_text(changes))
    assert server.contents() == start


@pytest.mark.parametrize(("before", "after", "rows"), BOTH_WAYS)
def test_the_files_replayed_are_the_new_schema(
    before: str, after: str, rows: str, load: Callable[[Engine, str], Catalog]
) -> None:
    del rows
    old, new = load(MARIA, before), load(MARIA, after)
    changes = diff(old, new)
    assert diff(load(MARIA, render(old) + up_text(changes)), new) == []
    assert diff(load(MARIA, render(new) + down_text(changes)), old) == []
    assert diff(new, load(MARIA, render(new))) == []


def test_a_live_table_is_what_a_query_made_with_columns_of_its_own(
    load: Callable[[Engine, str], Catalog],
) -> None:
    source = "CREATE TABLE t (id INT PRIMARY KEY);"
    made = load(
        MARIA, f"{source} CREATE TABLE u (k INT AUTO_INCREMENT PRIMARY KEY) SELECT id FROM t"
    )
    table = (
        "CREATE TABLE `u` (`k` INT NOT NULL AUTO_INCREMENT, `id` INT NOT NULL, PRIMARY KEY (`k`))"
    )
    live = load(MARIA, f"{source} {table}")
    assert diff(live, made, live=True) == []
    assert [change.up for change in diff(load(MARIA, source), made)] == [
        "CREATE TABLE u (k INT AUTO_INCREMENT PRIMARY KEY) SELECT id FROM t"
    ]


def test_a_function_that_the_server_words_alike_stays_whatever_its_layout(
    load: Callable[[Engine, str], Catalog],
) -> None:
    said = " RETURNS varchar(64) CHARSET utf8mb4 COLLATE utf8mb4_general_ci\n    RETURN 'a'"
    live = load(MARIA, f"CREATE FUNCTION `TO_TEXT`(a binary(16)\n){said};")
    file = load(
        MARIA, "CREATE FUNCTION TO_TEXT(\n  a binary(16)\n) RETURNS varchar(64) RETURN 'a';"
    )
    assert diff(live, file) != []
    assert diff(live, agreed(live, file, live, live)) == []
    other = load(MARIA, f"CREATE FUNCTION `TO_TEXT`(a binary(8)){said};")
    assert diff(live, agreed(live, file, live, other)) != []


def test_a_column_is_renamed_though_another_session_has_read_its_table_under_an_alias(
    mysql_url: str,
) -> None:
    before = "CREATE TABLE t (a INT, b INT AS (a + 1) VIRTUAL, CHECK (a > 0));"
    after = """CREATE TABLE t (
        -- flash:rename a c
        c INT, b INT AS (c + 1) VIRTUAL, CHECK (c > 0));"""
    changes = diff(catalog_of(before, MARIA), catalog_of(after, MARIA))
    other, live = LiveMariaDB(mysql_url), LiveMariaDB(mysql_url)
    for sql, start in ((up_text(changes), before), (down_text(changes), after)):
        other.clear()
        other.run(start)
        # The server keeps the table open, with the alias in its expressions.
        other.rows("SELECT * FROM t AS x")
        live.migrate(f"USE {urlsplit(mysql_url).path[1:]};\n{sql}")
    assert [row[0] for row in live.rows("SHOW COLUMNS FROM t")] == ["a", "b"]
    other.close()
    live.close()


def test_the_database_that_a_dump_gives_its_sequence_says_nothing() -> None:
    def schema(default: str) -> Catalog:
        sequence = "CREATE SEQUENCE `s 1` ENGINE=InnoDB;"
        return catalog_of(f"{sequence} CREATE TABLE t (a INT DEFAULT {default});", MARIA)

    plain = schema("nextval(`s 1`)")
    assert diff(schema("nextval(`shop`.`s 1`)"), plain) == []
    assert "shop" not in up_text(diff(catalog_of("", MARIA), schema("nextval(`shop`.`s 1`)")))
    following = schema("(next value for `s 1` + 1)")
    assert diff(following, schema("(NEXT VALUE FOR shop.`s 1` + 1)")) == []
    assert diff(plain, schema("nextval(shop.other)")) != []


@pytest.mark.parametrize(
    ("partitions", "clauses"),
    [
        (
            "RANGE (a) (PARTITION p0 VALUES LESS THAN (10), PARTITION `p 1` VALUES LESS THAN (20))",
            """ADD PARTITION IF NOT EXISTS (PARTITION p2 VALUES LESS THAN (30) COMMENT = 'x, (y');
            REORGANIZE PARTITION p0, `P 1` INTO (PARTITION low VALUES LESS THAN (20) ENGINE = InnoDB);
            DROP PARTITION IF EXISTS LOW; ADD PARTITION (PARTITION pm VALUES LESS THAN MAXVALUE)""",
        ),
        (
            "LIST (a) SUBPARTITION BY HASH (a) SUBPARTITIONS 2 (PARTITION p0 VALUES IN (1, 2))",
            "ADD PARTITION (PARTITION p1 VALUES IN (3), PARTITION p2 VALUES IN (4)); DROP PARTITION p0, p2",
        ),
        ("LINEAR KEY (a) PARTITIONS 4", "ADD PARTITION PARTITIONS 3; COALESCE PARTITION 2"),
        ("HASH (a)", "ADD PARTITION PARTITIONS 3"),
        (
            "HASH (a) (PARTITION x, PARTITION y)",
            """ADD PARTITION (PARTITION z); ADD PARTITION PARTITIONS 2; COALESCE PARTITION 1;
            TRUNCATE PARTITION x""",
        ),
    ],
)
def test_partitions_that_a_migration_changes_are_known(
    partitions: str, clauses: str, mysql_url: str
) -> None:
    live = LiveMariaDB(mysql_url)
    live.clear()
    start = f"CREATE TABLE t (a INT PRIMARY KEY) PARTITION BY {partitions};"
    sql = "".join(f"ALTER TABLE t {clause};\n" for clause in clauses.split(";"))
    live.run(start)
    live.run(sql)
    there = catalog_of("".join(f"{item.sql};\n" for item in live.dump()), MARIA)
    live.close()
    assert diff(catalog_of(sql, MARIA, catalog_of(start, MARIA)), there) == []


def test_a_row_without_a_partition_stops_the_way_back_and_the_table_stays(mysql_url: str) -> None:
    before = """CREATE TABLE t (a INT) PARTITION BY LIST (a) (
        PARTITION p0 VALUES IN (1), PARTITION p1 VALUES IN (2, 3));"""
    after = before.replace("(1)", "(1, 7)").replace(");", ", PARTITION p2 VALUES IN (8));")
    changes = diff(catalog_of(before, MARIA), catalog_of(after, MARIA))
    live = LiveMariaDB(mysql_url)
    live.clear()
    live.run(before)
    live.migrate(up_text(changes))
    live.run("INSERT INTO t VALUES (3), (7)")
    there = live.dump()
    with pytest.raises(pymysql.Error, match="no partition"):
        live.migrate(down_text(changes))
    assert live.dump() == there
    assert sorted(live.rows("SELECT a FROM t")) == [(3,), (7,)]
    live.close()


@pytest.mark.parametrize("key", ["", ", UNIQUE KEY u (code, grp)", ", KEY u (code)"])
def test_rows_get_one_value_only_when_the_key_that_kept_them_apart_is_gone(
    key: str, mysql_url: str
) -> None:
    before = "CREATE TABLE t (code INT, grp INT, UNIQUE KEY u (code));"
    after = f"CREATE TABLE t (code INT NOT NULL DEFAULT 0, grp INT{key});"
    live = LiveMariaDB(mysql_url)
    live.clear()
    live.run(before)
    live.run("INSERT INTO t VALUES (NULL, 1), (NULL, 2), (5, 1)")
    live.migrate(up_text(diff(catalog_of(before, MARIA), catalog_of(after, MARIA))))
    assert sorted(live.rows("SELECT * FROM t")) == [(0, 1), (0, 2), (5, 1)]
    live.close()


def test_the_end_of_a_history_is_marked() -> None:
    plain = "CREATE TABLE t (a INT);"
    before = catalog_of(plain.replace(";", " WITH SYSTEM VERSIONING;"), MARIA)
    [change] = diff(before, catalog_of(plain, MARIA))
    assert (change.destroys, change.undo_destroys) == (True, False)
    assert "what rows were is lost" in change.comment


def test_privileges_on_a_routine_of_another_kind_are_spoken_of() -> None:
    function = "CREATE FUNCTION f() RETURNS INT RETURN 1;"
    procedure = "CREATE PROCEDURE f() SELECT 1;"
    first, last = diff(catalog_of(function, MARIA), catalog_of(procedure, MARIA))
    assert "privileges on function f itself" in first.comment
    assert "privileges on procedure f itself" in last.undo
    [gone] = diff(catalog_of(function, MARIA), catalog_of("", MARIA))
    assert gone.comment == "drop function f"
