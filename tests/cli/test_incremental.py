"""After one query file has changed, only that file is analysed again."""

from __future__ import annotations

import json
from dataclasses import MISSING, fields
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flash_core import cache, config, project
from flash_core.analysis.model import Column, Embed, Parameter, Query, TableColumn
from flash_core.cli.generation import generate
from flash_core.engine import Engine
from flash_core.errors import CompileError
from flash_core.inputs import read_inputs
from flash_core.recorded import dump, load
from flash_core.sql.queries import read_queries
from flash_core.sql.source import SourceFile
from flash_core.types.model import SqlType

if TYPE_CHECKING:
    from flash_core.config import Config
    from flash_core.recorded import Answer

CORPUS = Path(__file__).parent.parent / "corpus"
SCHEMA = "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL, age INTEGER);\n"
FILES = {
    "users.sql": "-- name: GetUser :one\n-- Find one.\nSELECT * FROM users WHERE id = $1;\n",
    "names.sql": "-- name: ListNames :many\nSELECT name FROM users;\n",
    "ages.sql": "-- name: FirstUser :one\nSELECT id, age FROM users;\n",  # with a warning
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "db/queries").mkdir(parents=True)
    (tmp_path / "db/schema").mkdir()
    (tmp_path / "db/schema/schema.sql").write_text(SCHEMA)
    for name, text in FILES.items():
        (tmp_path / "db/queries" / name).write_text(text)
    settings = {"version": "2", "database": {"provider": "sqlite"}}
    (tmp_path / "flash.config.json").write_text(json.dumps(settings))
    return tmp_path


@pytest.fixture
def analysed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the queries that are analysed from now on: no record is of them.

    What is compiled calls ``analyse`` directly; records are read through the module's name.
    """
    names: list[str] = []

    def spy(source: SourceFile, record: object) -> list[Answer] | None:
        answers = load(source, record)
        if answers is None:
            names.extend(block.name for block in read_queries(source, Engine.SQLITE)[0])
        return answers

    monkeypatch.setattr(project, "load", spy)
    return names


def gen(folder: Path) -> dict[str, bytes]:
    """Generate, and return every file written."""
    generate(config.load(folder / "flash.config.json"))
    out = folder / "flash_gen"
    return {str(path): path.read_bytes() for path in sorted(out.rglob("*.py"))}


def from_scratch(folder: Path) -> dict[str, bytes]:
    """Generate without knowing anything of earlier runs."""
    for name in ("gen", "queries"):
        (folder / ".flash" / f"{name}.json").unlink()
    return gen(folder)


def test_one_changed_file_is_the_only_one_analysed(folder: Path, analysed: list[str]) -> None:
    gen(folder)
    assert sorted(analysed) == ["FirstUser", "GetUser", "ListNames"]
    analysed.clear()
    (folder / "db/queries/names.sql").write_text("-- name: ListIds :many\nSELECT id FROM users;\n")
    after = gen(folder)
    assert analysed == ["ListIds"]
    assert after == from_scratch(folder)


def test_new_removed_and_renamed_files_are_noticed(folder: Path, analysed: list[str]) -> None:
    gen(folder)
    analysed.clear()
    (folder / "db/queries/new.sql").write_text("-- name: Ages :many\nSELECT age FROM users;\n")
    (folder / "db/queries/names.sql").unlink()
    (folder / "db/queries/users.sql").rename(folder / "db/queries/people.sql")
    after = gen(folder)
    assert analysed == ["Ages", "GetUser"]
    modules = {"__init__", "ages", "database", "models", "new_queries", "people"}
    assert {Path(path).stem for path in after} == modules
    assert after == from_scratch(folder)


def test_a_change_of_the_schema_makes_every_file_new(folder: Path, analysed: list[str]) -> None:
    gen(folder)
    analysed.clear()
    (folder / "db/schema/schema.sql").write_text(SCHEMA.replace("age INTEGER", "age TEXT"))
    after = gen(folder)
    assert sorted(analysed) == ["FirstUser", "GetUser", "ListNames"]
    assert after == from_scratch(folder)


def test_a_name_used_in_a_file_that_was_not_analysed_is_still_taken(folder: Path) -> None:
    gen(folder)
    twice = "-- name: GetUser :many\nSELECT id FROM users;\n"
    (folder / "db/queries/zebra.sql").write_text(twice)
    with pytest.raises(CompileError, match="query GetUser is defined twice"):
        gen(folder)


def test_warnings_of_files_that_were_not_analysed_are_shown(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gen(folder)
    first = capsys.readouterr().err
    (folder / "db/queries/names.sql").write_text("-- name: ListIds :many\nSELECT id FROM users;\n")
    gen(folder)
    assert "FirstUser" in first
    assert capsys.readouterr().err == first


@pytest.mark.parametrize("damage", ['{"key": "', "[]", "null", "{}"])
def test_damaged_records_are_no_records(folder: Path, damage: str, analysed: list[str]) -> None:
    gen(folder)
    analysed.clear()
    (folder / ".flash/queries.json").write_text(damage)
    (folder / ".flash/gen.json").unlink()
    gen(folder)
    assert sorted(analysed) == ["FirstUser", "GetUser", "ListNames"]


def _project(folder: Path, schema: str, queries: str) -> Config:
    (folder / "schema.sql").write_bytes((CORPUS / schema).read_bytes())
    (folder / "queries.sql").write_bytes((CORPUS / queries).read_bytes())
    settings = {
        "version": "2",
        "schema_dir": "schema.sql",
        "queries": "queries.sql",
        "database": {"provider": "postgresql"},
    }
    (folder / "flash.config.json").write_text(json.dumps(settings))
    return config.load(folder / "flash.config.json")


def test_a_record_holds_all_that_code_is_generated_from(tmp_path: Path) -> None:
    settings = _project(tmp_path, "chinook/postgresql.sql", "queries/chinook-postgresql.sql")
    assert settings.engine is Engine.POSTGRESQL
    compiled = project.open_project(settings).compile()
    answers = [
        (each.block, each.query, each.diagnostics)
        for each in compiled.queries
        if each.query is not None
    ]
    record: object = json.loads(json.dumps(dump(compiled.files[0], answers)))
    assert len(answers) > 80
    assert load(compiled.files[0], record) == answers


def test_a_record_forgets_no_field() -> None:
    source = SourceFile("a.sql", "-- name: Odd :iter\n-- Doc.\nSELECT 1;\n")
    (block,), _ = read_queries(source, Engine.SQLITE)
    origin = TableColumn("s", "t", "c")
    embed = Embed("e", 1, ("s", "t"), optional=True, nullable=True)
    real = SqlType("REAL")
    column = Column("c", real, True, origin, embed, loose=True, null_elements=True, dimensions=None)  # noqa: FBT003 - its third field
    parameter = Parameter(
        *(1, "p", real), nullable=True, optional=True, slice=True, origin=origin, dimensions=2
    )
    query = Query(
        *("Odd", block.command, "SELECT 1", (parameter,), (column,), block.doc, ("s", "t")),
        exactly_one=True,
        source=source,
        span=block.name_span,
        order=(1, 1),
        reads=False,
        changes_session=True,
    )
    for made in (column, parameter, query, embed):
        for field in fields(made):
            if field.compare and field.default is not MISSING:
                assert getattr(made, field.name) != field.default, "give it another value here"
    record: object = json.loads(json.dumps(dump(source, [(block, query, ())])))
    assert load(source, record) == [(block, query, ())]


def test_a_record_of_another_text_or_shape_is_refused() -> None:
    source = SourceFile("a.sql", "SELECT 1;\n")
    record: object = json.loads(json.dumps(dump(source, [])))
    assert load(source, record) == []
    assert load(SourceFile("a.sql", "SELECT 2;\n"), record) is None
    damages: list[object] = [None, [], {}, {"text": 1}, dict.fromkeys(("types", "queries"), 1)]
    for damaged in damages:
        assert load(source, damaged) is None


def test_the_digest_of_the_schema_does_not_depend_on_the_queries(folder: Path) -> None:
    settings = config.load(folder / "flash.config.json")
    before = cache.schema_digest(settings, read_inputs(settings))
    (folder / "db/queries/names.sql").unlink()
    assert cache.schema_digest(settings, read_inputs(settings)) == before
    (folder / "db/schema/schema.sql").write_text(SCHEMA + "\n")
    assert cache.schema_digest(settings, read_inputs(settings)) != before


def test_embedded_rows_are_remembered_whole(folder: Path, analysed: list[str]) -> None:
    pairs = (
        "-- name: Pairs :many\n"
        "SELECT flash.embed(a), flash.embed(b) FROM users a LEFT JOIN users b ON b.age = a.id;\n"
    )
    (folder / "db/queries/pairs.sql").write_text(pairs)
    gen(folder)
    analysed.clear()
    (folder / "db/queries/names.sql").write_text("-- name: ListIds :many\nSELECT id FROM users;\n")
    after = gen(folder)
    assert analysed == ["ListIds"]
    assert after == from_scratch(folder)
