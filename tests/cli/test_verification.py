"""A migration is tried before it is written."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flash_core.catalog.build import build
from flash_core.cli.application import run
from flash_core.cli.verification import obstacle
from flash_core.config import Config
from flash_core.engine import Engine
from flash_core.errors import MigrationError
from flash_core.migrations.change import Change
from flash_core.sql.parse import parse_script
from flash_core.sql.source import SourceFile
from tests.servers import ask

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.catalog.model import Catalog

FIRST = "CREATE TABLE users (id INTEGER PRIMARY KEY, name VARCHAR(20) NOT NULL);\n"
SECOND = "CREATE TABLE users (id INTEGER PRIMARY KEY, name VARCHAR(30), age INTEGER DEFAULT 3);\n"


def catalog(schema: str) -> Catalog:
    source = SourceFile("schema.sql", schema)
    statements, _ = parse_script(source, Engine.SQLITE)
    return build([(source, each) for each in statements], Engine.SQLITE)[0]


def change(up: str, down: str) -> Change:
    return Change(up, down, "x", "y")


@pytest.mark.parametrize(
    ("made", "residue"),
    [
        (change(FIRST.replace(" NOT NULL", ""), "DROP TABLE users"), "should have column name var"),
        (change(FIRST, "SELECT 1"), "after down, table users: not wanted"),
        (
            change(f"{FIRST} CREATE INDEX i ON users (name)", "DROP TABLE users"),
            "index i: not wanted",
        ),
        (change("SELECT 1", "SELECT 1"), "after up, table users: missing"),
        (change("DROP TABLE no", ""), "up fails: "),
        (change(FIRST, "DROP TABLE no"), "down fails: "),
    ],
)
def test_a_residue_refuses_the_migration_and_is_shown(
    tmp_path: Path, made: Change, residue: str
) -> None:
    config = Config(tmp_path, Engine.SQLITE)
    with pytest.raises(MigrationError, match="nothing was written") as refusal:
        obstacle(config, [[made]], catalog(FIRST), None)
    assert residue in str(refusal.value)
    sound = change(FIRST.strip().rstrip(";"), "DROP TABLE users")
    assert obstacle(config, [[sound]], catalog(FIRST), None) is None


@pytest.fixture
def migrate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[str, str]]:
    """Return a function that writes a migration and returns its first line and the warnings."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DEV_DATABASE_URL", raising=False)

    def migrated(engine: str, schema: str, *options: str) -> tuple[str, str]:
        if not Path("flash.config.json").exists():
            assert run(["init", f"--{engine}"]) == 0
        Path("db/schema/schema.sql").write_text(schema)
        capsys.readouterr()
        assert run(["migrate", "change", *options]) == 0
        printed = capsys.readouterr()
        newest = re.findall(r"wrote (\S+)\.up\.sql", printed.out)[0]
        return Path(f"{newest}.up.sql").read_text().splitlines()[0], printed.err

    return migrated


def test_without_a_server_the_file_says_so_and_the_command_what_to_do(
    migrate: Callable[..., tuple[str, str]],
) -> None:
    line, warning = migrate("mysql", FIRST)
    assert line == (
        "-- unverified: no server to try it on: set DEV_DATABASE_URL, of a server where databases"
        " may be made"
    )
    assert line.removeprefix("-- ") in warning
    assert migrate("mysql", SECOND, "--no-verify")[0] == "-- unverified: not tried: --no-verify"


def test_a_server_that_does_not_answer_is_no_reason_to_write_nothing(
    migrate: Callable[..., tuple[str, str]],
) -> None:
    line, _ = migrate("mysql", FIRST, "--dev-url", "mysql://root@127.0.0.1:1/x")
    assert line.startswith("-- unverified: ")


LEFT = {
    "postgresql": "SELECT datname FROM pg_database WHERE datname LIKE 'flash_verify%'",
    "mysql": "SHOW DATABASES LIKE 'flash_verify%'",
}


@pytest.mark.parametrize("engine", LEFT)
def test_a_server_is_asked_and_keeps_nothing(
    engine: str,
    migrate: Callable[..., tuple[str, str]],
    request: pytest.FixtureRequest,
) -> None:
    url: str = request.getfixturevalue(f"{engine}_url")
    for schema in (FIRST, SECOND):
        line, warnings = migrate(engine, schema, "--dev-url", url)
        assert "unverified" not in line + warnings
        assert ask(url, LEFT[engine]) == []


_NAMING_ROLES = """\
CREATE ROLE trial_one NOLOGIN;
GRANT trial_one TO CURRENT_USER;
CREATE TABLE a (id int);
GRANT SELECT ON a TO trial_one, "Trial two" WITH GRANT OPTION;
CREATE POLICY mine ON a TO trial_three USING (true);
GRANT CONNECT ON DATABASE no_such_database TO trial_one;
ALTER DEFAULT PRIVILEGES FOR ROLE trial_three GRANT SELECT ON TABLES TO trial_one;
"""


def test_roles_that_a_server_lacks_are_there_for_the_trial_and_gone_afterwards(
    migrate: Callable[..., tuple[str, str]], postgresql_url: str
) -> None:
    for schema in (_NAMING_ROLES, _NAMING_ROLES.replace("(id int)", "(id bigint)")):
        line, warnings = migrate("postgresql", schema, "--dev-url", postgresql_url)
        assert "unverified" not in line + warnings
    assert ask(postgresql_url, "SELECT rolname FROM pg_roles WHERE rolname ILIKE 'trial%'") == []
