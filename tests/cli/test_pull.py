"""flash pull: the live database into the schema's files."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest

import flash_sync
from flash_core.cli.application import run

if TYPE_CHECKING:
    from collections.abc import Callable

    Flash: TypeAlias = Callable[..., str]

CORPUS = Path(__file__).parents[1] / "corpus"
SCHEMA = """\
-- people
CREATE TABLE users (
    id INTEGER PRIMARY KEY, -- never reused
    name TEXT NOT NULL
);

-- what they write
CREATE TABLE posts (
    id   INTEGER PRIMARY KEY,  /* kept as laid out */
    user INT REFERENCES users (id)
);
CREATE INDEX by_user ON posts (user);
CREATE TABLE gone (a INT);
"""


@pytest.fixture
def flash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Flash:
    """Return a function that runs a command in an empty folder and returns what it prints."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATABASE_URL", raising=False)

    def done(*arguments: str, code: int = 0) -> str:
        assert run(list(arguments)) == code
        printed = capsys.readouterr()
        return printed.out if code == 0 else printed.err

    return done


def execute(script: str) -> None:
    with closing(sqlite3.connect("data.db")) as database:
        database.executescript(script)


def test_what_is_the_same_keeps_its_text_and_its_comments(flash: Flash) -> None:
    flash("init", "--sqlite")
    Path("db/schema/schema.sql").write_text(SCHEMA)
    execute(SCHEMA + "DROP TABLE gone; ALTER TABLE users ADD COLUMN age INT;")
    execute("CREATE TABLE tags (label TEXT PRIMARY KEY); CREATE INDEX by_name ON users (name);")
    assert "drop table gone" in flash("pull", code=1)
    assert Path("db/schema/schema.sql").read_text() == SCHEMA
    assert flash("pull", "--force") == "wrote db/schema/schema.sql\n"
    text = Path("db/schema/schema.sql").read_text()
    users, posts = SCHEMA.index("CREATE TABLE users"), SCHEMA.index("-- what they")
    assert text.startswith("-- people\n-- never reused\nCREATE TABLE users (")
    assert SCHEMA[posts : SCHEMA.index("CREATE TABLE gone")] in text
    assert "age INT" in text[users : text.index("-- what they")]
    assert "gone" not in text
    assert text.endswith(
        "CREATE TABLE tags (label TEXT PRIMARY KEY);\n\nCREATE INDEX by_name ON users (name);\n"
    )
    assert flash("pull") == "no changes: the schema's files say what the database has\n"


def test_a_dry_run_writes_nothing(flash: Flash) -> None:
    flash("init", "--sqlite")
    execute(SCHEMA)
    before = Path("db/schema/schema.sql").read_text()
    assert "CREATE TABLE posts" in flash("pull", "--dry-run")
    assert Path("db/schema/schema.sql").read_text() == before


@dataclass(frozen=True)
class Altered:
    """Files that change what they make, what the database did, and what is left of the files."""

    engine: str
    files: dict[str, str]
    done: str
    wanted: tuple[str, ...]
    gone: tuple[str, ...]


# fmt: off
ALTERED = {
    "sqlite-column": Altered(
        "sqlite",
        {
            "a.sql": "-- things\nCREATE TABLE t (a INT);\n\n-- since May\n"
            "ALTER TABLE t ADD COLUMN b INT; -- wide\n\n-- as it was\nCREATE TABLE u (x  INT);\n"
        },
        "ALTER TABLE t ADD COLUMN c TEXT",
        ("-- things\n-- since May\nCREATE TABLE t (", "c TEXT", "-- wide\n", "-- as it was\nCREATE TABLE u (x  INT);\n"),
        ("ALTER",),
    ),
    "sqlite-renamed": Altered(
        "sqlite",
        {
            "a.sql": "CREATE TABLE t (a INT);\nCREATE INDEX i ON t (a);\n",
            "b.sql": "-- its new name\nALTER TABLE t RENAME TO s;\nCREATE TABLE u (x INT);\n",
        },
        "ALTER TABLE s ADD COLUMN c TEXT",
        ("-- its new name\nCREATE TABLE", "c TEXT", "CREATE TABLE u (x INT);\n"),
        ("ALTER", "TABLE t "),
    ),
    "sqlite-other-table": Altered(
        "sqlite",
        {"a.sql": "CREATE TABLE t (a INT);\nALTER TABLE t RENAME TO s;\nCREATE TABLE u (x INT);\n"},
        "ALTER TABLE u ADD COLUMN y INT",
        ("CREATE TABLE t (a INT);\nALTER TABLE t RENAME TO s;\n", "y INT"),
        (),
    ),
    "postgresql-dump": Altered(
        "postgresql",
        {
            "a.sql": "CREATE TABLE public.a (id integer NOT NULL, b integer); -- the first\n"
            "ALTER TABLE public.a OWNER TO postgres;\nCREATE TABLE public.b (id integer NOT NULL);\n"
            "-- its key\nALTER TABLE ONLY public.a\n    ADD CONSTRAINT a_pkey PRIMARY KEY (id);\n"
            "ALTER TABLE ONLY public.b ADD CONSTRAINT b_pkey PRIMARY KEY (id);\n"
            "-- to b\nALTER TABLE ONLY public.a\n"
            "    ADD CONSTRAINT a_b_fkey FOREIGN KEY (b) REFERENCES public.b(id);\n",
        },
        "ALTER TABLE a ADD COLUMN c text",
        (
            "-- its key\nCREATE TABLE a (", "c text", "-- the first\nALTER TABLE public.a OWNER TO postgres;\n",
            "CREATE TABLE public.b (id integer NOT NULL);\n", "CONSTRAINT b_pkey PRIMARY KEY (id);\n",
            "-- to b\nALTER TABLE ONLY public.a\n    ADD CONSTRAINT a_b_fkey FOREIGN KEY",
        ),
        ("ADD CONSTRAINT a_pkey",),
    ),
    "postgresql-inline-foreign-key": Altered(
        "postgresql",
        {
            "a.sql": "CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a /* up */);\n"
            "CREATE TABLE a (id int PRIMARY KEY);\n"
        },
        "ALTER TABLE b ADD COLUMN c text; ALTER TABLE b ENABLE ROW LEVEL SECURITY",
        (
            "/* up */\nCREATE TABLE b (", "CONSTRAINT b_a_fkey FOREIGN KEY (a) REFERENCES a(id)\n)",
            "ALTER TABLE b ENABLE ROW LEVEL SECURITY;\nCREATE TABLE a (id int PRIMARY KEY);\n",
        ),
        ("ADD CONSTRAINT",),
    ),
    "postgresql-enum": Altered(
        "postgresql",
        {"a.sql": "CREATE TYPE mood AS ENUM ('sad');\n-- later\nALTER TYPE mood ADD VALUE 'ok';\n"},
        "ALTER TYPE mood ADD VALUE 'glad'",
        ("-- later\nCREATE TYPE mood AS ENUM ('sad', 'ok', 'glad');\n",),
        ("ALTER",),
    ),
    "mysql-index": Altered(
        "mysql",
        {
            "a.sql": "CREATE TABLE t (a INT); # first\nCREATE INDEX i ON t (a);\n# more\n"
            "ALTER TABLE t ADD COLUMN b INT;\n",
            "b.sql": "CREATE TABLE u (a INT);\nCREATE INDEX j ON u (a);\n",
        },
        "ALTER TABLE t ADD COLUMN c TEXT",
        ("# more\nCREATE TABLE `t` (", "`c` text", "KEY `i` (`a`)", "CREATE INDEX j ON u (a);\n"),
        ("ALTER", "INDEX i"),
    ),
}
# fmt: on


@pytest.mark.parametrize("name", ALTERED)
def test_what_alter_statements_said_is_written_where_the_table_is_made(
    name: str, flash: Flash, request: pytest.FixtureRequest
) -> None:
    case = ALTERED[name]
    url = "sqlite://./data.db"
    if case.engine != "sqlite":
        url = request.getfixturevalue(f"{case.engine}_url")
    flash("init", f"--{case.engine}")
    Path(".env").write_text(f"DATABASE_URL={url}\n")
    Path("db/schema/schema.sql").unlink()
    for path, text in case.files.items():
        Path("db/schema", path).write_text(text)
    flash("migrate", "first", "--no-verify")
    flash("apply")
    assert flash("pull").startswith("no changes")
    with flash_sync.connect(url) as database:
        database.execute_script(case.done)
    flash("pull")
    text = "".join(path.read_text() for path in sorted(Path("db/schema").glob("*.sql")))
    assert [part for part in case.wanted if part not in text] == [], text
    assert [part for part in case.gone if part in text] == [], text
    assert flash("pull").startswith("no changes")


def test_what_cannot_be_done_in_place_is_refused_where_it_stands(flash: Flash) -> None:
    flash("init", "--sqlite")
    # Three names that go round: which statement means which table, its text does not say.
    text = (
        "CREATE TABLE a (x INT);\nCREATE TABLE b (y INT);\nALTER TABLE a RENAME TO c;\n"
        "ALTER TABLE b RENAME TO a;\nALTER TABLE c RENAME TO b;\n"
    )
    Path("db/schema/schema.sql").write_text(text)
    execute("CREATE TABLE b (x INT, z INT); CREATE TABLE a (y INT)")
    message = flash("pull", code=1)
    assert message.startswith("error: db/schema/schema.sql:")
    assert "cannot be changed in place" in message
    assert Path("db/schema/schema.sql").read_text() == text


@pytest.mark.parametrize("engine", ["sqlite", "postgresql", "mysql"])
def test_a_database_pulled_into_an_empty_project_is_what_its_migrations_made(
    engine: str, flash: Flash, request: pytest.FixtureRequest
) -> None:
    flash("init", f"--{engine}")
    if engine != "sqlite":
        url: str = request.getfixturevalue(f"{engine}_url")
        Path(".env").write_text(f"DATABASE_URL={url}\n")
    schema = Path("db/schema/schema.sql")
    schema.write_text((CORPUS / "chinook" / f"{engine}.sql").read_text())
    flash("migrate", "initial", "--no-verify")
    flash("apply")
    schema.unlink()
    assert flash("pull") == "wrote db/schema/schema.sql\n"
    assert flash("pull").startswith("no changes")
    assert flash("migrate", "again", "--no-verify").startswith("no changes"), [
        path.read_text() for path in Path("db/migrations").glob("*_again.up.sql")
    ]


_EXAMPLE = CORPUS / "flash-example" / "schema.sql"
_REPAIRS = (
    (r"(audit_log \(\s+id\s+BIGSERIAL) PRIMARY KEY", r"\1"),  # without the partition's column
    (r"CREATE INDEX idx_posts_title_trgm[^;]*;", ""),  # without its extension
    (r"(CREATE|DROP) DATABASE[^;]*;", ""),
    (r"\\c [^\n]*", ""),
    (r"(?s)\nINSERT INTO.*", ""),
)


def test_what_a_server_only_words_otherwise_is_no_change(
    flash: Flash, postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DEV_DATABASE_URL", raising=False)
    flash("init", "--postgresql")
    Path(".env").write_text(f"DATABASE_URL={postgresql_url}\nDEV_DATABASE_URL={postgresql_url}\n")
    schema = Path("db/schema/schema.sql")
    text = _EXAMPLE.read_text()
    for pattern, replacement in _REPAIRS:
        text = re.sub(pattern, replacement, text)
    text += "CREATE VIEW every AS SELECT * FROM users WHERE role IN ('admin', 'moderator');\n"
    schema.write_text(text)
    flash("migrate", "initial", "--no-verify")
    flash("apply")
    assert flash("pull").startswith("no changes")
    assert flash("diff", "--from", postgresql_url, "--to", "db/schema") == ""
    schema.unlink()
    assert flash("pull") == "wrote db/schema/schema.sql\n"
    assert flash("pull").startswith("no changes")
    assert flash("migrate", "again").startswith("no changes"), [
        path.read_text() for path in Path("db/migrations").glob("*_again.up.sql")
    ]
    # What is more than words is a change, and nothing else is.
    schema.write_text(schema.read_text().replace("(age >= 0)", "(age >= 1)"))
    up = flash("diff", "--from", postgresql_url, "--to", "db/schema")
    assert "users_age_check" in up
    assert up.count(";\n") == len(["drop", "add"]), up


_GRANTED = """\
CREATE TABLE a (id int PRIMARY KEY, b text);
CREATE TABLE c (id int PRIMARY KEY);
-- who reads
GRANT SELECT ON a TO pg_monitor, pg_checkpoint;
GRANT SELECT ON ALL TABLES IN SCHEMA public TO pg_maintain; -- all
REVOKE ALL ON c FROM pg_monitor;
"""


def test_privileges_and_publications_changed_by_hand_are_seen_and_pulled(
    flash: Flash, postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DEV_DATABASE_URL", raising=False)
    flash("init", "--postgresql")
    Path(".env").write_text(f"DATABASE_URL={postgresql_url}\nDEV_DATABASE_URL={postgresql_url}\n")
    schema = Path("db/schema/schema.sql")
    schema.write_text(_GRANTED)
    flash("migrate", "first")
    assert "REVOKE ALL ON c FROM pg_monitor" in next(Path("db").glob("*/*.up.sql")).read_text()
    flash("apply")
    assert "drift" not in flash("status")
    assert flash("pull").startswith("no changes")
    assert flash("diff", "--from", postgresql_url, "--to", "db/schema") == ""
    with flash_sync.connect(postgresql_url) as database:
        database.execute_script(
            "GRANT UPDATE (b) ON a TO pg_checkpoint; REVOKE SELECT ON c FROM pg_maintain;"
            "CREATE PUBLICATION p FOR TABLE a (id);"
            "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_monitor"
        )
    drift = flash("status")
    assert "privileges of pg_checkpoint on a: has UPDATE (b)" in drift
    assert "privileges of pg_maintain on c: missing" in drift
    assert "publication p: not wanted" in drift
    assert "default privileges of pg_monitor on TABLES: not wanted" in drift
    flash("pull", "--force")
    assert flash("pull").startswith("no changes")
    assert flash("diff", "--from", postgresql_url, "--to", "db/schema") == ""
    text = schema.read_text()
    assert "-- who reads" in text
    assert "GRANT SELECT, UPDATE (b) ON a TO pg_checkpoint;" in text
    assert "CREATE PUBLICATION p FOR TABLE a (id);" in text
    assert "ALL TABLES IN SCHEMA" not in text
