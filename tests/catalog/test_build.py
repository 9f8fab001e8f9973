"""Schema statements fold to what the database would contain."""

from __future__ import annotations

import sqlite3
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from flash_core.catalog.model import Catalog, Check, ForeignKey, Index, Key
from flash_core.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.sql.source import Diagnostic

    Build = Callable[..., tuple[Catalog, list[Diagnostic]]]
    Load = Callable[..., Catalog]

PG, LITE = Engine.POSTGRESQL, Engine.SQLITE


def flags(catalog: Catalog, table: str) -> dict[str, str]:
    """Return for each column whether it is NOT NULL (n) and has a default (d)."""
    found = catalog.find_table((table,))
    assert found is not None
    return {c.name: "n" * c.not_null + "d" * c.has_default for c in found.columns}


def marked(problem: Diagnostic) -> str:
    """Return the text that a diagnostic underlines."""
    return problem.source.text[problem.span.start : problem.span.end]


# -- what an engine implies ----------------------------------------------------


def test_postgresql_implies_not_null_for_keys_serial_and_identity(load: Load) -> None:
    catalog = load(
        PG,
        """CREATE TABLE t (a serial, b bigserial PRIMARY KEY, c int GENERATED ALWAYS AS IDENTITY,
             d int DEFAULT 1, e int NOT NULL, f int GENERATED ALWAYS AS (e) STORED, g int UNIQUE);
           CREATE TABLE u (a int, b int, c int, PRIMARY KEY (a, b));""",
    )
    assert flags(catalog, "t") == {
        "a": "nd", "b": "nd", "c": "nd", "d": "d", "e": "n", "f": "d", "g": "",
    }  # fmt: skip
    assert flags(catalog, "u") == {"a": "n", "b": "n", "c": ""}


SQLITE_KEYS = [
    "CREATE TABLE t (k INTEGER PRIMARY KEY, x)",
    "CREATE TABLE t (k integer primary key autoincrement, x)",
    "CREATE TABLE t (k INTEGER, x, PRIMARY KEY (k))",
    "CREATE TABLE t (k INTEGER, x, PRIMARY KEY (k DESC))",
    "CREATE TABLE t (k INTEGER, x, PRIMARY KEY (k ASC))",
    "CREATE TABLE t (k INTEGER PRIMARY KEY DESC, x)",
    "CREATE TABLE t (k INTEGER PRIMARY KEY ASC ON CONFLICT ABORT, x)",
    "CREATE TABLE t (k INT PRIMARY KEY, x)",
    "CREATE TABLE t (k INTEGER(8) PRIMARY KEY, x)",
    "CREATE TABLE t (k BIGINT PRIMARY KEY, x)",
    "CREATE TABLE t (k TEXT PRIMARY KEY, x)",
    "CREATE TABLE t (k PRIMARY KEY, x)",
    "CREATE TABLE t (k TEXT PRIMARY KEY NOT NULL, x)",
    "CREATE TABLE t (k INTEGER, x, PRIMARY KEY (k, x))",
    "CREATE TABLE t (k TEXT PRIMARY KEY, x INT) STRICT",
    "CREATE TABLE t (k INT PRIMARY KEY, x INT) STRICT",
    "CREATE TABLE t (k INTEGER PRIMARY KEY, x INT) STRICT",
    "CREATE TABLE t (k TEXT, x INT, PRIMARY KEY (x, k)) STRICT",
    "CREATE TABLE t (k TEXT PRIMARY KEY, x) WITHOUT ROWID",
    "CREATE TABLE t (k INTEGER PRIMARY KEY, x) WITHOUT ROWID",
    "CREATE TABLE t (k INTEGER UNIQUE, x)",
]


@pytest.mark.parametrize("schema", SQLITE_KEYS)
def test_a_column_is_not_null_exactly_when_sqlite_never_gives_null(schema: str, load: Load) -> None:
    database = sqlite3.connect(":memory:")
    database.execute(schema)
    try:
        database.execute("INSERT INTO t (k, x) VALUES (NULL, 1)")
        stored = database.execute("SELECT k FROM t").fetchone()[0]
        never_null, numbered = stored is not None, stored is not None
    except sqlite3.IntegrityError:
        never_null, numbered = True, False
    finally:
        database.close()
    assert flags(load(LITE, schema), "t")["k"] == "n" * never_null + "d" * numbered


@pytest.mark.parametrize("kind", ["SERIAL", "bigserial", "SmallSerial"])
def test_serial_is_no_key_on_sqlite(kind: str, built: Build) -> None:
    _, problems = built(LITE, f"CREATE TABLE t (id {kind} PRIMARY KEY)")
    assert [(p.message, marked(p), p.hint) for p in problems] == [
        (
            f'column "id": SQLite does not number a {kind.upper()} column, it would stay NULL',
            "id",
            "write INTEGER PRIMARY KEY",
        )
    ]


# -- order -----------------------------------------------------------------------


def test_the_order_of_files_does_not_matter(load: Load) -> None:
    files = (
        "CREATE TABLE posts (id int PRIMARY KEY, u int REFERENCES auth.users, m mood)",
        "CREATE INDEX i ON posts (extra); COMMENT ON COLUMN posts.extra IS 'x'",
        "ALTER TABLE posts ADD COLUMN extra text",
        "CREATE TYPE mood AS ENUM ('a'); ALTER TYPE mood ADD VALUE 'b'",
        "CREATE TABLE auth.users (id int PRIMARY KEY)",
        "CREATE SCHEMA auth",
    )
    catalogs = [load(PG, *order) for order in permutations(files)]
    first = catalogs[0]
    assert [table.name for table in first.tables] == ["users", "posts"]
    assert all(catalog == first for catalog in catalogs)


def test_statements_of_a_history_keep_their_order(built: Build) -> None:
    late = "ALTER TABLE t ADD b int; CREATE TABLE t (a int)"
    assert [p.message for p in built(PG, late, in_order=True)[1]] == ['table "t" does not exist']
    catalog, _ = built(PG, "CREATE TABLE t (a int)")
    catalog, problems = built(PG, "ALTER TABLE t ADD b int", start=catalog, in_order=True)
    assert (problems, flags(catalog, "t")) == ([], {"a": "", "b": ""})


# -- ALTER, DROP, COMMENT ----------------------------------------------------------


def test_renames_reach_everything_that_names_the_column(load: Load) -> None:
    catalog = load(
        PG,
        """CREATE TABLE u (id int PRIMARY KEY, a int UNIQUE, b int CHECK (a > length('a')));
           CREATE TABLE t (x int REFERENCES u (a), UNIQUE (x));
           CREATE INDEX i ON u (a, lower(a)) WHERE a > 1;
           ALTER TABLE u RENAME COLUMN a TO "New";
           ALTER TABLE u RENAME TO users;""",
    )
    users, t = catalog.tables
    assert users.keys == (
        Key(("id",), primary=True, name="u_pkey"),
        Key(("New",), primary=False, name="u_a_key"),
    )
    assert users.checks == (Check("\"New\" > length('a')", "u_a_check"),)
    assert t.foreign_keys == (ForeignKey(("x",), ("users",), ("New",)),)
    assert catalog.indexes == (
        Index(
            "i",
            "users",
            ("New", None),
            unique=False,
            text='("New", lower("New")) WHERE "New" > 1',
            partial=True,
        ),
    )


def test_dropped_columns_take_their_keys_and_indexes_along(load: Load) -> None:
    catalog = load(
        PG,
        """CREATE TABLE t (a int, b int, c int, UNIQUE (a, b), CHECK (b > c), UNIQUE (c));
           CREATE INDEX i ON t (b); CREATE INDEX j ON t (c);
           ALTER TABLE t DROP COLUMN b;""",
    )
    (table,) = catalog.tables
    assert (table.keys, table.checks) == ((Key(("c",), primary=False),), ())
    assert [index.name for index in catalog.indexes] == ["j"]


def test_constraints_are_dropped_by_the_names_that_the_server_gives(load: Load) -> None:
    catalog = load(
        PG,
        """CREATE TABLE t (id int PRIMARY KEY, a int UNIQUE REFERENCES t, b int CHECK (b > 0) CHECK (b > 1),
             CHECK (a > b), UNIQUE (a, b));
           ALTER TABLE t DROP CONSTRAINT t_a_key, DROP CONSTRAINT t_a_fkey, DROP CONSTRAINT t_b_check1,
             DROP CONSTRAINT t_check, DROP CONSTRAINT t_a_b_key, DROP CONSTRAINT IF EXISTS nothing;""",
    )
    (table,) = catalog.tables
    assert table.keys == (Key(("id",), primary=True),)
    assert (table.foreign_keys, table.checks) == ((), (Check("b > 0"),))


def test_alter_column_changes_one_thing(load: Load) -> None:
    catalog = load(
        PG,
        """CREATE TABLE t (a int DEFAULT 1, b text NOT NULL);
           ALTER TABLE t ALTER a TYPE bigint, ALTER a SET NOT NULL, ALTER a DROP DEFAULT,
             ALTER b SET DEFAULT 'x', ALTER b DROP NOT NULL;""",
    )
    (table,) = catalog.tables
    assert [(c.type_text, c.not_null, c.default) for c in table.columns] == [
        ("bigint", True, None),
        ("text", False, "'x'"),
    ]


def test_drop_table_takes_indexes_and_triggers_along(load: Load) -> None:
    catalog = load(
        LITE,
        """CREATE TABLE t (a); CREATE INDEX i ON t (a);
           CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END;
           DROP TABLE IF EXISTS missing; DROP TABLE t; CREATE TABLE t (b);""",
    )
    assert [column.name for column in catalog.tables[0].columns] == ["b"]
    assert (catalog.indexes, catalog.others) == ((), ())


def test_what_exists_is_left_alone_on_demand(load: Load) -> None:
    catalog = load(
        PG,
        """CREATE TABLE t (a int); CREATE TABLE IF NOT EXISTS t (b int);
           ALTER TABLE t ADD COLUMN IF NOT EXISTS a text; ALTER TABLE IF EXISTS u ADD b int;
           CREATE INDEX IF NOT EXISTS i ON t (a); CREATE INDEX IF NOT EXISTS i ON t (b);
           CREATE SCHEMA s; CREATE SCHEMA IF NOT EXISTS s; DROP TYPE IF EXISTS e;
           CREATE TYPE e AS ENUM ('x'); ALTER TYPE e ADD VALUE IF NOT EXISTS 'x';""",
    )
    assert flags(catalog, "t") == {"a": ""}
    assert [index.text for index in catalog.indexes] == ["(a)"]


def test_indexes_without_a_name_get_the_one_the_server_gives(load: Load) -> None:
    catalog = load(
        PG,
        "CREATE TABLE t (a int, b text); CREATE INDEX ON t (a, b); CREATE INDEX ON t (a, b);"
        " CREATE INDEX ON t (lower(b)); CREATE INDEX ON t ((a + 1)); CREATE INDEX ON public.t (a DESC)",
    )
    names = [index.name for index in catalog.indexes]
    assert names == ["t_a_b_idx", "t_a_b_idx1", "t_lower_idx", "t_expr_idx", "t_a_idx"]


def test_layout_and_comments_never_make_a_difference(load: Load) -> None:
    one = load(PG, "CREATE TABLE t (a int CHECK (a > 0), b text DEFAULT 'a  b')")
    other = load(
        PG, "CREATE TABLE t (a int CHECK (a  -- why\n > /* x */ 0),\n b text DEFAULT 'a  b')"
    )
    assert one == other


def test_keys_beside_and_after_columns_are_the_same(load: Load) -> None:
    one = load(
        PG, "CREATE TABLE t (a int PRIMARY KEY, b int UNIQUE REFERENCES t (a), c int UNIQUE)"
    )
    other = load(
        PG,
        """CREATE TABLE t (a int, b int, c int, UNIQUE (c), FOREIGN KEY (b) REFERENCES public.t (a));
           ALTER TABLE t ADD UNIQUE (b), ADD PRIMARY KEY (a)""",
    )
    assert one == other


# -- problems ------------------------------------------------------------------------

PROBLEMS = [
    (
        "CREATE TABLE t (a int, A text)",
        'column "a" of table "t" is defined twice',
        "A",
        None,
    ),
    (
        "CREATE TABLE t (a intger)",
        'column "t.a": type "intger" does not exist',
        "intger",
        'did you mean "integer"?',
    ),
    ("CREATE TABLE t (a mood[])", 'column "t.a": type "mood" does not exist', "mood", None),
    (
        "CREATE TYPE mood AS ENUM ('a'); CREATE TABLE t (a moood)",
        'column "t.a": type "moood" does not exist',
        "moood",
        'did you mean "mood"?',
    ),
    (
        "CREATE TABLE users (id int PRIMARY KEY); CREATE TABLE t (a int REFERENCES usrs)",
        'foreign key of table "t": table "usrs" does not exist',
        "usrs",
        'did you mean "users"?',
    ),
    (
        "CREATE TABLE u (id int PRIMARY KEY); CREATE TABLE t (a int REFERENCES u (idd))",
        'column "idd" of table "u" does not exist',
        "idd",
        'did you mean "id"?',
    ),
    (
        "CREATE TABLE u (id int); CREATE TABLE t (a int REFERENCES u (id))",
        '"u" has no unique key over (id), so nothing can refer to it',
        "u",
        "add UNIQUE (id) to table u",
    ),
    (
        "CREATE TABLE u (id int); CREATE TABLE t (a int REFERENCES u)",
        'table "u" has no primary key to refer to',
        "u",
        None,
    ),
    (
        "CREATE TABLE u (a int, b int, PRIMARY KEY (a, b)); CREATE TABLE t (a int REFERENCES u)",
        'foreign key of table "t" has 1 columns but refers to 2 of "u"',
        "u",
        None,
    ),
    (
        "CREATE TABLE t (a int, UNIQUE (a, nane), name text)",
        'column "nane" of table "t" does not exist',
        "nane",
        'did you mean "name"?',
    ),
    (
        "CREATE TABLE t (name int); CREATE INDEX i ON t (nane)",
        'index "i": column "nane" of table "t" does not exist',
        "nane",
        'did you mean "name"?',
    ),
    (
        "CREATE TABLE t (a int);\nCREATE TABLE t (b int)",
        'table "t" already exists',
        "t",
        "it is first defined in 0.sql, line 1",
    ),
    (
        "CREATE TYPE t AS ENUM ('a');\nCREATE TABLE t (b int)",
        'type "t" already exists',
        "t",
        "it is first defined in 0.sql, line 1",
    ),
    (
        "CREATE TABLE t (a int PRIMARY KEY, b int PRIMARY KEY)",
        'table "t" has more than one primary key',
        "PRIMARY",
        None,
    ),
    ("ALTER TABLE nothing ADD a int", 'table "nothing" does not exist', "nothing", None),
    (
        "CREATE TABLE t (abc int); ALTER TABLE t DROP COLUMN abd",
        'column "abd" of table "t" does not exist',
        "abd",
        'did you mean "abc"?',
    ),
    (
        "CREATE TABLE u (id int PRIMARY KEY); CREATE TABLE t (a int REFERENCES u); DROP TABLE u",
        'cannot drop table "u": a foreign key of table "t" depends on it',
        "u",
        "drop that first, or write DROP TABLE u CASCADE",
    ),
    (
        "CREATE TABLE auth.t (a int)",
        'schema "auth" does not exist',
        "auth.t",
        "CREATE SCHEMA auth",
    ),
    (
        "CREATE TYPE mood AS ENUM ('a'); ALTER TYPE mood ADD VALUE 'a'",
        'enum "mood" already has the label "a"',
        "mood",
        None,
    ),
]


@pytest.mark.parametrize(("schema", "message", "text", "hint"), PROBLEMS)
def test_a_wrong_schema_is_reported_at_the_name(
    schema: str, message: str, text: str, hint: str | None, built: Build
) -> None:
    _, problems = built(PG, schema)
    assert [(p.message, marked(p), p.hint) for p in problems] == [(message, text, hint)]
    assert [problem.severity for problem in problems] == ["error"]


def test_one_wrong_table_is_one_error(built: Build) -> None:
    _, problems = built(
        PG,
        """CREATE TABLE t (a int, a int, id int PRIMARY KEY); CREATE INDEX i ON t (a);
           CREATE TABLE u (t int REFERENCES t); ALTER TABLE t ADD b int; COMMENT ON TABLE t IS 'x';""",
    )
    assert [problem.message for problem in problems] == ['column "a" of table "t" is defined twice']


def test_all_problems_are_reported_in_the_order_of_the_files(built: Build) -> None:
    _, problems = built(
        PG,
        "CREATE TABLE a (x nothing); ALTER TABLE missing ADD a int",
        "CREATE TABLE b (x int REFERENCES nowhere); CREATE TABLE b (x int)",
    )
    assert [(p.source.path, p.message) for p in problems] == [
        ("0.sql", 'column "a.x": type "nothing" does not exist'),
        ("0.sql", 'table "missing" does not exist'),
        ("1.sql", 'foreign key of table "b": table "nowhere" does not exist'),
        ("1.sql", 'table "b" already exists'),
    ]


def test_what_is_not_understood_is_kept_with_a_warning(built: Build) -> None:
    catalog, problems = built(
        PG,
        """CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
           CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 2';
           CREATE EXTENSION citext; SET search_path = public; BEGIN; COMMIT;
           IMPORT FOREIGN SCHEMA s FROM SERVER x INTO public; DO 'BEGIN CREATE TABLE q (); END';
           DO 'BEGIN NULL; END';
           CREATE TEMP TABLE x (a int); INSERT INTO y VALUES (1);""",
    )
    assert [other.keyword for other in catalog.others] == [
        "CREATE EXTENSION",
        "CREATE FUNCTION",
        "IMPORT",
    ]
    assert "SELECT 2" in catalog.others[1].text
    assert [(p.severity, p.message) for p in problems] == [
        ("warning", "IMPORT is kept in migrations but not understood"),
        ("warning", "what this DO block defines is not understood: CREATE TABLE q"),
        ("warning", 'temporary table "x" is ignored'),
    ]


def test_a_do_block_that_defines_what_is_missing_defines_it(load: Load) -> None:
    catalog = load(
        PG,
        """DO $$ BEGIN
             CREATE TYPE "role" AS ENUM ('a;b', 'c');
           EXCEPTION WHEN duplicate_object THEN null;
           END $$;
           DO $body$ BEGIN
             -- again; nothing changes
             IF NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'role)') THEN
               CREATE TYPE role AS ENUM ('other');
             END IF;
             ALTER TABLE t ADD COLUMN r role;
             RAISE NOTICE 'added; %', 1;
           END $body$ LANGUAGE plpgsql;
           CREATE TABLE t (a int);""",
    )
    assert [(enum.name, enum.labels) for enum in catalog.enums] == [("role", ("a;b", "c"))]
    assert [column.name for column in catalog.tables[0].columns] == ["a", "r"]


def test_a_do_block_that_changes_what_is_there_changes_it(load: Load) -> None:
    catalog = load(
        PG,
        """CREATE TABLE t (a int, b int);
           DO $$ BEGIN
             IF EXISTS (SELECT FROM pg_class WHERE relname = 't') THEN
               IF EXISTS (SELECT FROM information_schema.columns
                          WHERE table_name = 't' AND column_name = 'a') THEN
                 ALTER TABLE public.t DROP COLUMN a;
               END IF;
               ALTER TABLE t RENAME COLUMN b TO c;
             END IF;
             IF EXISTS (SELECT FROM pg_class WHERE relname = 'u') THEN DROP TABLE u; END IF;
           END $$;
           DO $$ BEGIN
             ALTER TABLE t RENAME COLUMN nowhere TO d;
           EXCEPTION WHEN others OR undefined_column THEN NULL;
           END $$;""",
    )
    assert [column.name for column in catalog.tables[0].columns] == ["c"]


@pytest.mark.parametrize(
    "body",
    [
        "IF EXISTS (SELECT 1) THEN CREATE TABLE t (a int); END IF;",
        "IF EXISTS (SELECT FROM pg_class WHERE relname = 'u') THEN CREATE TABLE t (); END IF;",
        "IF NOT EXISTS (SELECT FROM pg_class WHERE relname = 't') THEN DROP TABLE u; END IF;",
        "EXECUTE 'CREATE TABLE t (a int)';",
        "FOR i IN 1..2 LOOP CREATE TABLE t (a int); END LOOP;",
        "IF NOT EXISTS (SELECT 1) THEN NULL; ELSE CREATE TABLE t (a int); END IF;",
        "CREATE TABLE t (a int; ",
    ],
)
def test_a_do_block_that_does_more_is_left_alone(built: Build, body: str) -> None:
    catalog, problems = built(PG, f"DO $$ BEGIN {body} END $$;")
    assert catalog.tables == ()
    assert [problem.severity for problem in problems] == ["warning"]


def test_a_temporary_table_hides_another_until_it_is_dropped(load: Load) -> None:
    catalog = load(
        PG,
        """CREATE TABLE t (a int); CREATE TEMP TABLE t AS SELECT 1; CREATE TEMP VIEW v AS SELECT 1;
           DROP TABLE t; DROP VIEW v;""",
    )
    assert [table.name for table in catalog.tables] == ["t"]


def test_a_routine_is_found_by_its_types_whatever_the_search_path(load: Load) -> None:
    catalog = load(
        PG,
        """CREATE SCHEMA b; SET search_path = b, public;
           CREATE FUNCTION f(a int, b text = 'x') RETURNS int LANGUAGE sql AS 'SELECT 1';""",
        """SET search_path TO DEFAULT; ALTER FUNCTION b.f(pg_catalog.int4, text) RENAME TO g;""",
    )
    assert [(routine.schema, routine.name) for routine in catalog.routines] == [("b", "g")]


def test_a_sequence_keeps_its_statement_under_its_new_name(load: Load) -> None:
    catalog = load(
        PG,
        """CREATE SCHEMA b; CREATE SEQUENCE one; CREATE SEQUENCE b.two START 5;
           ALTER SEQUENCE one SET SCHEMA b; ALTER SEQUENCE b.two RENAME TO "Three";""",
    )
    assert sorted(other.text for other in catalog.others) == [
        'CREATE SEQUENCE b."Three" START 5',
        "CREATE SEQUENCE b.one",
    ]


def test_sqlite_compares_names_without_case(load: Load, built: Build) -> None:
    catalog = load(
        LITE,
        """CREATE TABLE Users (Id INTEGER, Name TEXT, PRIMARY KEY (ID));
           CREATE TABLE Posts (u INT REFERENCES users (ID)); CREATE INDEX i ON USERS (NAME);""",
    )
    users, posts = catalog.tables
    assert users.keys == (Key(("Id",), primary=True),)
    assert posts.foreign_keys == (ForeignKey(("u",), ("Users",), ("Id",)),)
    assert [(i.table, i.columns) for i in catalog.indexes] == [("Users", ("Name",))]
    _, problems = built(LITE, "CREATE TABLE t (a); CREATE TABLE T (a)")
    assert [problem.message for problem in problems] == ['table "T" already exists']


@pytest.mark.parametrize(
    ("schema", "message", "hint"),
    [
        (
            "CREATE TABLE t (a TIMESTAMP DEFAULT (now()))",
            'column "a": SQLite has no function now()',
            "write DEFAULT CURRENT_TIMESTAMP",
        ),
        (
            "CREATE TABLE t (a INT PRIMARY KEY AUTOINCREMENT)",
            'column "a": AUTOINCREMENT is only allowed on an INTEGER PRIMARY KEY',
            "write INTEGER PRIMARY KEY",
        ),
        (
            "CREATE TABLE t (a INT) WITHOUT ROWID",
            'table "t" is WITHOUT ROWID but has no primary key',
            None,
        ),
        (
            "CREATE TABLE t (a INT, b INT UNIQUE); ALTER TABLE t DROP COLUMN b",
            'SQLite cannot drop column "t.b": it is part of a primary key or unique constraint',
            None,
        ),
    ],
)
def test_what_sqlite_would_refuse_is_refused(
    schema: str, message: str, hint: str | None, built: Build
) -> None:
    _, problems = built(LITE, schema)
    assert [(problem.message, problem.hint) for problem in problems] == [(message, hint)]
