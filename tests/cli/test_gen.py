"""flash gen: what it writes, when it does not, --check and --json."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Folder

POSTS = "-- name: ListNames :many\nSELECT name FROM users;\n"
MODULES = {"__init__.py", "database.py", "models.py", "users.py", "py.typed"}
TWIN = {"sync/__init__.py", "sync/database.py", "sync/users.py"}


def unchanged(project: Folder) -> bool:
    return project.done("gen") == "flash_gen is up to date\n"


def test_gen_writes_a_package_and_its_twin(project: Folder) -> None:
    out = project.done("gen")
    assert out == "flash_gen: 2 queries from 1 file, 8 files written\n".replace("1 files", "1 file")
    assert project.files("flash_gen") == MODULES | TWIN
    assert project.read(".flash/.gitignore") == "*\n"


def test_an_unchanged_project_is_not_compiled(project: Folder) -> None:
    project.done("gen")
    before = {path: path.stat().st_mtime_ns for path in project.root.rglob("flash_gen/*.py")}
    started = time.monotonic()
    assert unchanged(project)
    assert time.monotonic() - started < 2
    assert before == {path: path.stat().st_mtime_ns for path in before}


def test_a_cached_run_loads_no_compiler(project: Folder) -> None:
    project.done("gen")
    project.environment["PYTHONPROFILEIMPORTTIME"] = "1"
    result = project.flash("gen")
    assert result.code == 0
    loaded = {line.rpartition("|")[2].strip() for line in result.err.splitlines()}
    assert "click" in loaded
    heavy = {"asyncio", "rich", "sqlglot", "sqlite3", "dotenv", "ctypes", "flash_core.project"}
    assert heavy & loaded == set()


@pytest.mark.parametrize("damage", ["deleted", "edited", "twin deleted", "cache damaged"])
def test_output_that_is_not_as_left_is_written_again(project: Folder, damage: str) -> None:
    project.done("gen")
    text = project.read("flash_gen/users.py")
    if damage == "deleted":
        (project.root / "flash_gen/users.py").unlink()
    elif damage == "edited":
        project.write("flash_gen/users.py", text + "# mine\n")
    elif damage == "twin deleted":
        (project.root / "flash_gen/sync/users.py").unlink()
    else:
        project.write(".flash/gen.json", '{"key": [')
    project.done("gen")
    assert project.read("flash_gen/users.py") == text
    assert project.files("flash_gen") == MODULES | TWIN
    assert unchanged(project)


def test_every_change_of_the_input_is_seen(project: Folder) -> None:
    project.done("gen")
    project.write("db/queries/more/names.sql", POSTS)
    project.done("gen")
    assert "more_names.py" in project.files("flash_gen")
    (project.root / "db/queries/more/names.sql").unlink()
    assert not unchanged(project)
    assert project.files("flash_gen") == MODULES | TWIN
    project.write("db/schema/schema.sql", project.read("db/schema/schema.sql") + "\n-- a comment\n")
    assert not project.files() & {"flash_gen/more_names.py"}
    config = project.read("flash.config.json")
    project.write("flash.config.json", config.replace('"async": true', '"async": false'))
    project.done("gen")
    assert project.files("flash_gen") == MODULES
    project.write("flash.config.json", config.replace("flash_gen", "other_gen"))
    project.done("gen")
    assert project.files("other_gen") == MODULES | TWIN


def test_force_does_not_trust_the_last_run(project: Folder) -> None:
    project.done("gen")
    assert "queries from" in project.done("gen", "--force")
    assert "queries from" in project.done("--force", "gen")


def test_two_runs_give_the_same_bytes(project: Folder) -> None:
    project.done("gen")
    first = {name: project.read(f"flash_gen/{name}") for name in project.files("flash_gen")}
    project.done("gen", "--force")
    assert first == {name: project.read(f"flash_gen/{name}") for name in project.files("flash_gen")}


def test_check_writes_nothing_and_names_every_file(project: Folder) -> None:
    before = project.files()
    result = project.flash("gen", "--check")
    assert result.code == 1
    assert result.out.splitlines() == [
        f"flash_gen/{name} is missing" for name in sorted(MODULES | TWIN)
    ]
    assert result.err == 'flash_gen is out of date: run "flash gen"\n'
    assert project.files() == before
    project.done("gen")
    assert project.done("gen", "--check") == "flash_gen is up to date\n"
    project.write("db/queries/names.sql", POSTS)
    (project.root / "db/queries/users.sql").unlink()
    result = project.flash("gen", "--check")
    assert result.code == 1
    assert "flash_gen/users.py is orphaned" in result.out.splitlines()
    assert "flash_gen/names.py is missing" in result.out.splitlines()
    assert "flash_gen/database.py is stale" in result.out.splitlines()


def test_a_file_of_the_users_is_not_overwritten(project: Folder) -> None:
    project.write("flash_gen/users.py", "mine = 1\n")
    result = project.flash("gen")
    assert result.code == 1
    assert "users.py was not generated by Flash" in result.err
    assert project.files("flash_gen") == {"users.py"}
    assert project.read("flash_gen/users.py") == "mine = 1\n"


def test_a_disabled_generator_writes_nothing(project: Folder) -> None:
    config = project.read("flash.config.json")
    project.write("flash.config.json", config.replace('"enabled": true', '"enabled": false'))
    assert project.done("gen") == 'nothing to generate: "gen.python.enabled" is false\n'
    assert not (project.root / "flash_gen").exists()


def test_warnings_are_shown_by_a_cached_run_too(project: Folder) -> None:
    project.write(
        "db/queries/users.sql", "-- name: ByName :one\nSELECT id FROM users WHERE name = $1;\n"
    )
    first, second = project.flash("gen"), project.flash("gen")
    assert (first.code, second.code) == (0, 0)
    assert "db/queries/users.sql:" in first.err
    assert "warning" in first.err
    assert second.err == first.err
    assert second.out == "flash_gen is up to date\n"


def test_json_answers_every_query_and_writes_nothing(project: Folder) -> None:
    before = project.files()
    result = project.flash("gen", "--json")
    assert (result.code, result.err) == (0, "")
    assert project.files() == before
    get, create = json.loads(result.out)["queries"]
    assert get == {
        "name": "GetUserByID",
        "command": "one",
        "sql": "SELECT id, name, email FROM users WHERE id = ?1",
        "params": [
            {"name": "id", "type": "INTEGER", "nullable": False, "number": 1, "slice": False}
        ],
        "columns": [
            {"name": "id", "type": "INTEGER", "nullable": False, "table": "users"},
            {"name": "name", "type": "VARCHAR", "nullable": False, "table": "users"},
            {"name": "email", "type": "VARCHAR", "nullable": False, "table": "users"},
        ],
    }
    assert [each["name"] for each in create["params"]] == ["name", "email"]
    assert create["command"] == "one"


def test_json_answers_the_good_queries_beside_a_bad_one(project: Folder) -> None:
    project.write("db/queries/zzz.sql", "-- name: Bad :many\nSELECT nam FROM users;\n")
    result = project.flash("gen", "--json")
    assert result.code == 1
    assert "db/queries/zzz.sql:2:8: error" in result.err
    queries = {each["name"]: each for each in json.loads(result.out)["queries"]}
    assert set(queries) == {"GetUserByID", "CreateUser", "Bad"}
    assert "nam" in queries["Bad"]["error"]
    assert all("error" not in queries[name] for name in ("GetUserByID", "CreateUser"))


def answers(project: Folder) -> dict[str, dict[str, object]]:
    """Return what --json says of each query."""
    result = project.flash("gen", "--json")
    return {each["name"]: each for each in json.loads(result.out)["queries"]}


def test_json_answers_the_queries_that_an_error_in_the_schema_leaves_alone(
    project: Folder,
) -> None:
    project.write("db/schema/zzz.sql", "CREATE TABLE pets (id FROBNICATE INTEGER PRIMARY);\n")
    project.write("db/queries/zzz.sql", "-- name: ListPets :many\nSELECT id FROM pets;\n")
    result = project.flash("gen", "--json")
    assert result.code == 1
    assert "db/schema/zzz.sql:1:" in result.err
    found = {each["name"]: each for each in json.loads(result.out)["queries"]}
    assert "pets" in found.pop("ListPets")["error"]
    assert set(found) == {"GetUserByID", "CreateUser"}
    assert all("error" not in each and each["columns"] for each in found.values())


def test_gen_reports_errors_of_queries_beside_those_of_the_schema_they_do_not_follow_from(
    project: Folder,
) -> None:
    project.write("db/schema/zzz.sql", "CREATE TABLE pets (id FROBNICATE INTEGER PRIMARY);\n")
    queries = (
        "-- name: A :many\nSELECT p.id FROM pets p;\n\n-- name: B :many\nSELECT nam FROM users;\n"
    )
    project.write("db/queries/zzz.sql", queries)
    result = project.flash("gen")
    assert result.code == 1
    assert "db/schema/zzz.sql:1:" in result.err
    assert "db/queries/zzz.sql:5:8: error" in result.err
    assert "db/queries/zzz.sql:2:" not in result.err


def test_json_answers_annotations_that_make_no_query(project: Folder) -> None:
    project.write(
        "db/queries/users.sql",
        "-- name: A :frob\nSELECT id FROM users;\n\n"
        "-- name: B :many\nSELECT id FROM users;\n\n"
        "-- name: C :many\n\n-- name: D\nSELECT 1;\n",
    )
    found = answers(project)
    assert list(found) == ["A", "B", "C", "D"]
    assert found["A"]["error"] == "unknown command :frob"
    assert found["A"]["command"] == "frob"
    assert found["A"]["sql"] == "SELECT id FROM users"
    assert "error" not in found["B"]
    assert found["C"]["error"] == "query C has no SQL"
    assert found["D"]["error"] == "query D has no command"


def test_json_answers_both_queries_of_one_name_and_refuses_the_second(project: Folder) -> None:
    text = "-- name: A :many\nSELECT id FROM users;\n-- name: A :many\nSELECT name FROM users;\n"
    project.write("db/queries/users.sql", text)
    result = project.flash("gen", "--json")
    first, second = json.loads(result.out)["queries"]
    assert result.code == 1
    assert "error" not in first
    assert second["error"] == "query A is defined twice"


@pytest.mark.parametrize("change", ["crlf", "bom", "both"])
def test_json_is_the_same_whatever_the_line_ends(project: Folder, change: str) -> None:
    before = answers(project)
    data = project.read("db/queries/users.sql")
    if change != "bom":
        data = data.replace("\n", "\r\n")
    project.write("db/queries/users.sql", ("\ufeff" if change != "crlf" else "") + data)
    assert answers(project) == before


def test_json_of_no_queries_is_an_empty_list(project: Folder) -> None:
    project.write("db/queries/users.sql", "-- nothing here yet\n")
    assert json.loads(project.done("gen", "--json")) == {"queries": []}


def test_json_names_types_as_the_server_describes_them(folder: Folder) -> None:
    folder.done("init", "--postgresql")
    folder.write(
        "db/schema/schema.sql",
        "CREATE SCHEMA app;\nCREATE TYPE app.mood AS ENUM ('a', 'b');\n"
        "CREATE TYPE \"Size\" AS ENUM ('s', 'm');\n"
        "CREATE DOMAIN email AS text;\nCREATE DOMAIN work_email AS email NOT NULL;\n"
        'CREATE TABLE t (id int, mood app.mood, moods app.mood[], size "Size", email work_email);\n',
    )
    folder.write(
        "db/queries/t.sql",
        "-- name: A :many\nSELECT * FROM t WHERE mood = $1 AND email = $2;\n\n"
        "-- name: B :exec\nINSERT INTO t (email, moods) VALUES ($1, $2);\n",
    )
    everything = json.loads(folder.done("gen", "--json"))["queries"]
    listed, inserted = ([p["type"] for p in each["params"]] for each in everything)
    columns = [column["type"] for column in everything[0]["columns"]]
    assert columns == ["integer", "app.mood", "app.mood[]", '"Size"', "text"]
    assert listed == ["app.mood", "text"]
    assert inserted == ["work_email", "app.mood[]"]
