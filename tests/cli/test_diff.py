"""flash diff, as typed: it needs no configuration and writes nothing."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit

import pytest

from flash_core.cli.application import run

if TYPE_CHECKING:
    from collections.abc import Callable

    Typed: TypeAlias = Callable[..., tuple[int, str, str]]

OLD = "CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);\n"
NEW = "CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT UNIQUE NOT NULL);\n"


@pytest.fixture
def typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Typed:
    """Return a function that runs ``flash diff`` beside the schema in every form of a side."""
    monkeypatch.chdir(tmp_path)
    for folder in ("new", "migrations"):
        Path(folder).mkdir()
    Path("old.sql").write_text(OLD)
    Path("new/schema.sql").write_text(NEW)
    Path("migrations/20240101000000_a.up.sql").write_text(OLD)
    Path("migrations/20240101000000_a.down.sql").write_text("DROP TABLE users;\n")
    execute(OLD)

    def diff(old: str, new: str, *options: str) -> tuple[int, str, str]:
        code = run(["diff", "--from", old, "--to", new, *options])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return diff


def execute(script: str) -> None:
    with closing(sqlite3.connect("live.db")) as database:
        database.executescript(script)


@pytest.mark.parametrize("side", ["old.sql", "migrations", "sqlite://live.db"])
def test_nothing_is_printed_of_what_is_the_same(typed: Typed, side: str) -> None:
    before = sorted(Path().rglob("*"))
    assert typed(side, "old.sql", "-p", "sqlite", "--check") == (0, "", "")
    assert sorted(Path().rglob("*")) == before


def test_what_json_shows_takes_a_database_there_and_back(typed: Typed) -> None:
    code, out, _ = typed("sqlite://live.db", "new", "--json")
    document = json.loads(out)
    assert (code, *document) == (0, "up", "down", "changes")
    execute(document["up"])
    assert typed("sqlite://live.db", "new") == (0, "", "")
    execute(document["down"])
    assert typed("sqlite://live.db", "old.sql") == (0, "", "")


def test_what_a_database_keeps_of_comments_renames_nothing(typed: Typed) -> None:
    execute("CREATE TABLE a (-- flash:rename old new\n new INT); ALTER TABLE a RENAME new TO newer")
    Path("newer.sql").write_text(OLD + "CREATE TABLE a (newer INT);\n")
    assert typed("sqlite://live.db", "newer.sql") == (0, "", "")
    assert typed("newer.sql", "sqlite://live.db") == (0, "", "")


def test_a_difference_is_an_exit_code_only_on_demand(typed: Typed) -> None:
    code, out, err = typed("old.sql", "new", "--provider", "sqlite")
    assert (code, err) == (0, "")
    assert "CREATE TABLE _flash_new_users" in out
    assert typed("old.sql", "new", "--provider", "sqlite", "--check") == (1, out, "")


@pytest.mark.parametrize(
    ("old", "new", "options", "message"),
    [
        ("old.sql", "new", (), "whose SQL is this? add --provider, one of mariadb, mysql"),
        ("old.sql", "nowhere.sql", ("-p", "sqlite"), "nowhere.sql does not exist"),
        ("sqlite://nowhere.db", "new", (), "there is no database at sqlite://"),
        ("oracle://x", "new", (), "oracle:// is no database that Flash knows"),
        (
            "sqlite://live.db",
            "new",
            ("-p", "mysql"),
            "the URL is of sqlite, the other side is mysql",
        ),
    ],
)
def test_what_cannot_be_compared_is_said(
    typed: Typed, old: str, new: str, options: tuple[str, ...], message: str
) -> None:
    code, out, err = typed(old, new, *options)
    assert (code, out) == (1, "")
    assert message in err


PROGRAMS = """
CREATE TABLE users (id int PRIMARY KEY, email varchar(50) DEFAULT 'a;b', seen int NOT NULL DEFAULT 0);
CREATE TRIGGER seen BEFORE INSERT ON users FOR EACH ROW
BEGIN
    -- see https://example.com; it's there
    IF NEW.email LIKE '%;//$$' THEN SET NEW.seen = 1; END IF;
END;
CREATE PROCEDURE twice(n int) BEGIN SELECT n; SELECT n; END;
CREATE PROCEDURE once(n int) SELECT n;
CREATE EVENT tidy ON SCHEDULE EVERY 1 DAY DO BEGIN DELETE FROM users WHERE seen = 0; END;
"""


@pytest.mark.parametrize("taker", ["client", "flash apply"])
def test_bodies_stand_between_delimiters_that_the_client_and_flash_know(
    tmp_path: Path,
    mysql_url: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    taker: str,
) -> None:
    """What ``flash diff`` prints for MariaDB can be run as it is."""
    monkeypatch.chdir(tmp_path)
    Path("old.sql").write_text("")
    Path("new.sql").write_text(PROGRAMS)
    url = mysql_url.replace("mysql", "mariadb", 1)
    place = ("-p", "mariadb")
    assert run(["diff", "--from", "old.sql", "--to", "new.sql", *place]) == 0
    script = capsys.readouterr().out
    assert script.count("DELIMITER ;\n") == 3
    if taker == "client":
        client = shutil.which("mariadb")
        if client is None:
            pytest.skip("no client: apt-get install mariadb-client")
        parts = urlsplit(url)
        server = [f"-h{parts.hostname}", f"-P{parts.port}", f"-u{parts.username}"]
        # It leaves comments out of what it sends, unless it is told otherwise.
        command = [client, "--comments", *server, parts.path[1:]]
        subprocess.run(command, input=script, text=True, check=True)
    else:
        assert run(["init", "--mysql"]) == 0
        Path(".env").write_text(f"DATABASE_URL={url}\n")
        Path("db/migrations").mkdir(parents=True, exist_ok=True)
        Path("db/migrations/20240101000000_a.up.sql").write_text(script)
        assert run(["apply"]) == 0
    capsys.readouterr()
    assert run(["diff", "--from", url, "--to", "new.sql", *place]) == 0
    assert capsys.readouterr().out == ""


WORDED = """
CREATE TABLE users (
    id int PRIMARY KEY,
    name varchar(20) NOT NULL DEFAULT (upper('x')),
    short varchar(5) AS (left(name, 3)) VIRTUAL,
    CONSTRAINT fine CHECK (name NOT IN ('a', 'b') AND id BETWEEN 1 AND 9)
) DEFAULT CHARSET=utf8mb4;
CREATE VIEW everybody AS SELECT *, count(*) OVER () AS number FROM users WHERE id <> 4;
CREATE FUNCTION plus(n int) RETURNS varchar(10) DETERMINISTIC RETURN n + 1;
"""


def test_what_mariadb_says_in_other_words_is_no_change(
    tmp_path: Path,
    mysql_url: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A live database is compared by what a server makes of both sides, where one is named."""
    monkeypatch.chdir(tmp_path)
    url = mysql_url.replace("mysql", "mariadb", 1)
    assert run(["init", "--mysql"]) == 0
    Path(".env").write_text(f"DATABASE_URL={url}\nDEV_DATABASE_URL={url}\n")
    Path("new.sql").write_text(WORDED)
    Path("db/migrations").mkdir(parents=True, exist_ok=True)
    Path("db/migrations/20240101000000_a.up.sql").write_text(WORDED)
    assert run(["apply"]) == 0
    capsys.readouterr()
    assert run(["diff", "--from", url, "--to", "new.sql"]) == 0
    assert capsys.readouterr().out == ""
    config = Path("flash.config.json")
    config.rename("elsewhere")  # a name in the environment is enough
    assert run(["diff", "--from", url, "--to", "new.sql"]) == 0
    assert capsys.readouterr().out == ""
    Path("elsewhere").rename(config)
    Path("new.sql").write_text(WORDED.replace("left(name, 3)", "left(name, 4)"))
    assert run(["diff", "--from", url, "--to", "new.sql"]) == 0
    out = capsys.readouterr().out
    assert "left(name, 4)" in out
    assert not {"VIEW", "CHECK", "FUNCTION", "upper"} & set(out.replace("(", " ").split())


def test_flash_migrate_asks_mariadb_too_what_is_only_worded_otherwise(
    tmp_path: Path,
    mysql_url: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["init", "--mysql"]) == 0
    config = Path("flash.config.json")
    config.write_text(config.read_text().replace('"mysql"', '"mariadb"'))
    Path("db/migrations").mkdir(parents=True, exist_ok=True)
    Path("db/migrations/20240101000000_a.up.sql").write_text(WORDED)
    same = WORDED.replace("id BETWEEN 1 AND 9", "(id between 1 and 9)").replace("id <> 4", "id!=4")
    Path("db/schema/schema.sql").write_text(same)
    capsys.readouterr()
    assert run(["migrate", "same", "--dev-url", mysql_url]) == 0
    assert "wrote" not in capsys.readouterr().out
    Path("db/schema/schema.sql").write_text(same.replace("left(name, 3)", "left(name, 4)"))
    assert run(["migrate", "other", "--dev-url", mysql_url]) == 0
    (written,) = Path("db/migrations").glob("*_other.up.sql")
    assert "left(name, 4)" in written.read_text()
    assert "VIEW" not in written.read_text()


def test_a_table_that_a_query_made_is_no_change_from_a_live_database(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    made = "CREATE TABLE t (id int); CREATE TABLE copied AS SELECT id, 1 AS one FROM t;"
    Path("new.sql").write_text(made)
    with closing(sqlite3.connect("live.db")) as database:
        database.executescript(made)
    assert run(["diff", "--from", f"sqlite:///{tmp_path}/live.db", "--to", "new.sql"]) == 0
    assert capsys.readouterr().out == ""
