"""The command line itself: init, help, mistakes, and what is printed when things go wrong."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Folder

STARTED = {
    ".env",
    "flash.config.json",
    "db/schema/schema.sql",
    "db/queries/.gitkeep",
    "db/migrations/.gitkeep",
}


@pytest.mark.parametrize(
    ("options", "provider", "url"),
    [
        ([], "postgresql", "postgres://user:password@localhost:5432/mydb"),
        (["--postgresql"], "postgresql", "postgres://user:password@localhost:5432/mydb"),
        (["--mysql"], "mysql", "mysql://user:password@localhost:3306/mydb"),
        (["--sqlite"], "sqlite", "sqlite://./data.db"),
    ],
)
def test_init_writes_the_guides_files(
    folder: Folder, options: list[str], provider: str, url: str
) -> None:
    folder.done("init", *options)
    assert folder.files() == STARTED
    assert json.loads(folder.read("flash.config.json")) == {
        "version": "2",
        "schema_dir": "db/schema",
        "queries": "db/queries",
        "migrations_path": "db/migrations",
        "export_path": "db/export",
        "database": {"provider": provider, "url_env": "DATABASE_URL"},
        "gen": {"python": {"enabled": True, "out": "flash_gen", "async": True}},
    }
    assert folder.read(".env") == f"DATABASE_URL={url}\n"


def test_init_takes_mysql_for_mariadb_where_the_url_names_it(folder: Folder) -> None:
    folder.write(".env", "DATABASE_URL=mariadb://root@localhost/shop\n")
    folder.done("init", "--mysql")
    assert '"provider": "mariadb"' in folder.read("flash.config.json")


def test_init_overwrites_nothing(folder: Folder) -> None:
    folder.write(".env", "SECRET=1\n")
    folder.write("db/schema/schema.sql", "-- mine\n")
    out = folder.done("init", "--sqlite")
    assert "kept     .env\n" in out
    assert "created  flash.config.json\n" in out
    assert folder.read(".env") == "SECRET=1\n"
    assert folder.read("db/schema/schema.sql") == "-- mine\n"
    again = folder.done("init", "--postgresql")
    assert "created" not in again
    assert "kept     flash.config.json (provider sqlite)\n" in again


def test_init_keeps_another_kind_of_configuration(folder: Folder) -> None:
    folder.write("flash.toml", 'schema_dir = "sql"\n[database]\nprovider = "sqlite"\n')
    folder.done("init")
    assert "flash.config.json" not in folder.files()
    assert {"sql/schema.sql", ".env"} <= folder.files()


def test_a_new_project_is_in_order_before_anything_is_written(folder: Folder) -> None:
    folder.done("init", "--sqlite")
    folder.done("gen")
    folder.done("gen", "--check")
    assert folder.done("migrate", "x").startswith("no changes")
    assert folder.done("apply") == "no pending migrations\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["init", "--sqlite", "--mysql"], "choose one of"),
        (["aply"], 'there is no command "aply": did you mean "apply"?'),
        (["frobnicate"], 'there is no command "frobnicate": known: init, '),
        (["gen", "--chek"], "--check"),
        (["gen", "--check", "--json"], "use one of"),
        (["status", "extra"], "extra"),
        (["--nope"], "--nope"),
    ],
)
def test_wrong_usage_is_explained_and_exits_with_2(
    folder: Folder, arguments: list[str], message: str
) -> None:
    result = folder.flash(*arguments)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert folder.files() == set()


def test_help_lists_every_command(folder: Folder) -> None:
    text = folder.done()
    assert text == folder.done("--help") == folder.done("-h")
    for name in ("init", "migrate", "apply", "status", "gen", "demo"):
        assert f"\n  {name} " in text
        assert folder.done(name, "-h").startswith(f"Usage: flash {name} ")


def test_the_version_answers_at_once_and_loads_nothing(folder: Folder) -> None:
    code = (
        "import sys; from flash_core.cli import exit_code; exit_code(['--version']); "
        "print(sorted({'click', 'rich', 'asyncio', 'sqlglot', 'dotenv'} & set(sys.modules)))"
    )
    result = _python(folder, code)
    assert result == f"{folder.done('--version')}[]\n"


def test_an_interrupt_while_modules_are_loaded_is_no_traceback(folder: Folder) -> None:
    code = (
        "import sys; sys.argv[1:] = ['status']; import flash_core.cli as c\n"
        "class Interrupting:\n"
        "    def find_spec(self, *_): raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Interrupting()); c.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder.root, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (130, "interrupted\n")


def _python(folder: Folder, code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder.root, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_an_unreachable_server_is_one_line_with_its_address(folder: Folder) -> None:
    folder.done("init", "--postgresql")
    folder.migration("20240101000000_one", "CREATE TABLE one (id INTEGER);")
    for scheme in ("postgres", "postgresql+psycopg"):
        folder.write(".env", f"DATABASE_URL={scheme}://user:hunter2@localhost:1/mydb\n")
        for command in (["apply"], ["apply", "--dry-run"], ["status"]):
            result = folder.flash(*command)
            assert (result.code, result.out) == (1, "")
            assert result.err.count("\n") == 1, result.err
            assert result.err.startswith("error: ")
            assert "localhost:1" in result.err
            assert "hunter2" not in result.err


def test_a_database_that_does_not_exist_is_named(folder: Folder, postgresql_url: str) -> None:
    folder.done("init", "--postgresql")
    folder.migration("20240101000000_one", "CREATE TABLE one (id INTEGER);")
    name = postgresql_url.partition("?")[0].rpartition("/")[2]
    folder.write(".env", f"DATABASE_URL={postgresql_url.replace(name, 'nowhere')}\n")
    result = folder.flash("apply")
    assert result.code == 1
    assert 'database "nowhere" does not exist' in result.err


def test_a_missing_variable_is_named(folder: Folder) -> None:
    folder.done("init", "--sqlite")
    (folder.root / ".env").unlink()
    for command in (["apply"], ["status"]):
        result = folder.flash(*command)
        assert (result.code, result.out) == (1, "")
        assert result.err.startswith("error: the environment variable DATABASE_URL is not set")
        assert "sqlite://./data.db" in result.err


@pytest.mark.parametrize("command", [["gen"], ["migrate", "x"], ["apply"], ["status"]])
def test_a_missing_configuration_says_what_to_run(folder: Folder, command: list[str]) -> None:
    result = folder.flash(*command)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("error: no flash.config.json, flash.toml or [tool.flash] found")
    assert 'run "flash init --sqlite"' in result.err
    missing = folder.flash("--config", "other.json", *command)
    assert missing.code == 1
    assert missing.err == "error: configuration file other.json does not exist\n"


def test_commands_work_below_the_project_and_with_a_named_configuration(project: Folder) -> None:
    below = project.root / "src" / "app"
    below.mkdir(parents=True)
    inside = replace(project, root=below)
    inside.done("migrate", "initial schema")
    inside.done("apply")
    assert (project.root / "data.db").exists()
    outside = replace(project, root=project.root.parent)
    assert "applied 1" in outside.done("--config", "myproject/flash.config.json", "status")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_one_line(project: Folder) -> None:
    project.root.chmod(0o555)
    try:
        result = project.flash("gen")
    finally:
        project.root.chmod(0o755)
    assert result.code == 1
    assert result.err.count("\n") == 1


def test_a_file_in_the_way_of_a_folder_is_one_line(folder: Folder) -> None:
    folder.write("db", "a file")
    result = folder.flash("init", "--sqlite")
    assert result.code == 1
    assert result.err.count("\n") == 1
    assert "db" in result.err


def test_a_reader_that_goes_away_is_no_error(project: Folder) -> None:
    process = project.start("-h")
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == ""
    process.stderr.close()
    process.wait(timeout=60)


def test_the_demo_leaves_a_working_project(folder: Folder) -> None:
    out = folder.done("demo")
    for step in ("flash migrate", "flash apply", "flash gen", "python main.py"):
        assert f"\n> {step}" in out
    assert "renamed: John Smith, still john@example.com, since 20" in out
    assert "users left: []" in out
    inside = replace(folder, root=folder.root / "flash_demo")
    assert inside.done("gen") == "flash_gen is up to date\n"
    inside.done("gen", "--check")
    assert "applied 1" in inside.done("status")
    assert inside.done("migrate", "x").startswith("no changes")


def test_the_demo_touches_neither_a_full_folder_nor_another_database(folder: Folder) -> None:
    folder.write("full/file.txt", "mine")
    result = folder.flash("demo", "full")
    assert result.code == 1
    assert result.err == (
        "error: full exists and is not empty: name another folder, flash demo FOLDER\n"
    )
    folder.environment["DATABASE_URL"] = "postgres://localhost:1/other"
    folder.done("demo", "elsewhere")
    assert folder.files("full") == {"file.txt"}
