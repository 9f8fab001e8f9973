"""Generated packages, the nastiest we can think of, as ruff and five type checkers see them."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flash_core.analysis.model import Parameter, TableColumn
from flash_core.config import RowStyle
from flash_core.engine import Engine
from flash_core.types.model import SqlType

if TYPE_CHECKING:
    from tests.codegen.conftest import Project, Workshop

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent

POSTGRESQL_TYPES = (
    *("boolean", "smallint", "integer", "bigint", "oid", "real", "double precision", "numeric"),
    *("text", "character varying", "character", "citext", "name", "xml", "money", "bit"),
    *("tsvector", "macaddr", "point", "bytea", "date", "time without time zone", "void"),
    *("timestamp without time zone", "timestamp with time zone", "interval", "uuid"),
    *("json", "jsonb", "inet", "cidr", "user_role", "no_such_type"),
    *("int4range", "tsrange", "int4multirange", "hstore", "vector"),
    *("every_field", "nested", "single", "nothing", "numbers"),
)
SQLITE_TYPES = (
    *("BOOLEAN", "BOOL", "INTEGER", "INT", "BIGINT", "TINYINT", "REAL", "FLOAT", "DOUBLE"),
    *("DECIMAL", "NUMERIC", "DECIMAL(10,2)", "VARCHAR(100)", "CHAR", "TEXT", "CLOB", "BLOB"),
    *("DATE", "TIME", "DATETIME", "TIMESTAMP", "UUID", "JSON", "JSONB", "ANY", "", "FROBNICATE"),
    *("INTEGER | REAL", "INTEGER | REAL | TEXT", "TEXT | BLOB"),
)
MARIADB_TYPES = (
    *("boolean", "bit(1)", "bit", "tinyint", "int unsigned", "bigint", "year", "float", "double"),
    *("decimal", "char", "varchar", "longtext", "binary", "longblob", "point", "date", "time"),
    *("datetime", "timestamp", "json", "uuid", "inet4", "inet6", "vector", "mood", "flags", "odd"),
)
SHADOWS = (
    *("date date!", "datetime timestamp without time zone", "time time without time zone!"),
    *("int integer!", "str text", "list text[]!", "Decimal numeric!", "UUID uuid", "float real"),
    *("bool boolean", "bytes bytea!", "object no_such_type", "JsonValue jsonb", "tuple text"),
    *("timedelta interval!", "InetAddress inet", "builtins text", "_date date", "dict text"),
    *("dataclass text", "BaseModel text", "define text", "Struct text", "field text"),
)


def _everything_postgresql(project: Project) -> None:
    project.enum("user_role", "admin", "user's", "", "1st", "in-progress", "IN_PROGRESS", "__x__")
    parts = [f"f_{n} {name}" for n, name in enumerate(POSTGRESQL_TYPES[:-5]) if name != "void"]
    project.composite("every_field", *parts, *(f"{part}[]".replace("f_", "g_") for part in parts))
    project.composite("nested", "name text", "one every_field", "many every_field[]")
    project.composite("single", "inside nested")
    project.composite("nothing")
    project.composite("numbers", "x integer", "y numeric")
    types = (*POSTGRESQL_TYPES, *(f"{name}[]" for name in POSTGRESQL_TYPES if name != "void"))
    nullable = [f"a_{n} {name}" for n, name in enumerate(types)]
    strict = [f"b_{n} {name}!" for n, name in enumerate(types)]
    project.table("every_types", *nullable, *strict)
    project.query("ListEverything", "many", model="every_types")
    project.query("GetEverything", "one", model="every_types")
    project.query(
        "AddEverything",
        "one",
        model="every_types",
        parameters=[*nullable, *strict],
        exactly_one=True,
        path="db/queries/adding.sql",
    )
    for number, name in enumerate(types):
        project.query(f"One{number}", "one", f"x {name}", parameters=[f"x {name}"])
        project.query(f"OneStrict{number}", "one", f"x {name}!", exactly_one=True)
        project.query(f"Many{number}", "many", f"x {name}!", parameters=[f"x {name}!"])
        project.query(f"ManyNullable{number}", "many", f"x {name}", f"y {name}!")
        project.query(f"Iter{number}", "iter", f"x {name}", parameters=[f"x {name}!"])
        if name.endswith("[]"):
            project.query(f"Gathered{number}", "one", f"x {name}?", f"y {name}!?")
            project.query(f"Gathering{number}", "many", f"x {name}?")
            _of_dimensions(project, number, name)
        _batches(project, number, name)
    slices = [
        Parameter(1, "ids", project.sql_type("integer[]"), slice=True),
        Parameter(2, "roles", project.sql_type("user_role[]"), nullable=True, slice=True),
        Parameter(3, "documents", project.sql_type("jsonb[]"), slice=True),
    ]
    project.query("Sliced", "many", "id integer!", parameters=slices)
    project.query("IterEverything", "iter", model="every_types", parameters=slices)


def _of_dimensions(project: Project, number: int, name: str) -> None:
    for dimensions in (2, 3, None):
        written = [f"x {name}", f"y {name}!", f"z {name}?"]
        columns = [replace(project.column(one), dimensions=dimensions) for one in written]
        passed = [
            Parameter(n, each, project.sql_type(name), each == "a", dimensions=dimensions or 1)
            for n, each in enumerate("ab", 1)
        ]
        called = f"Of{dimensions}Dimensions{number}"
        project.query(f"One{called}", "one", *columns, parameters=passed)
        project.query(f"Iter{called}", "iter", columns[0], parameters=passed)
        project.query(f"Batch{called}", "batchmany", *columns[:2], parameters=passed)


def _batches(project: Project, number: int, name: str) -> None:
    both = [f"x {name}", f"y {name}!"]
    project.query(f"BatchExec{number}", "batchexec", parameters=[f"x {name}"])
    project.query(f"BatchMany{number}", "batchmany", f"x {name}", parameters=both)
    project.query(f"BatchRows{number}", "batchmany", *both, parameters=[f"x {name}!"])
    project.query(f"BatchOne{number}", "batchone", f"x {name}!", parameters=both)
    project.query(f"BatchRow{number}", "batchone", *both, parameters=both)
    project.query(f"BatchExact{number}", "batchone", f"x {name}", parameters=both, exactly_one=True)
    origins = [Parameter(1, "x", project.sql_type(name), origin=TableColumn("s", "a b", "x"))]
    origins.append(Parameter(2, "y", project.sql_type(name), origin=TableColumn("s", "a b", 'y"')))
    project.query(f"CopyOne{number}", "copyfrom", parameters=origins[:1])
    project.query(f"CopyBoth{number}", "copyfrom", parameters=origins)
    project.query(
        f"BatchNew{number}", "batchone", *both, parameters=[f"x {name}"], exactly_one=True
    )


def _everything_sqlite(project: Project) -> None:
    nullable = [f"a_{n} {name}" for n, name in enumerate(SQLITE_TYPES)]
    strict = [f"b_{n} {name}!" for n, name in enumerate(SQLITE_TYPES)]
    project.table("every_types", *nullable, *strict)
    project.query("ListEverything", "many", model="every_types")
    project.query("AddEverything", "exec", parameters=[*nullable, *strict])
    for number, name in enumerate(SQLITE_TYPES):
        project.query(f"One{number}", "one", f"x {name}", parameters=[f"x {name}"])
        project.query(f"OneStrict{number}", "one", f"x {name}!", exactly_one=True)
        project.query(f"Many{number}", "many", f"x {name}!", parameters=[f"x {name}!"])
        project.query(f"ManyNullable{number}", "many", f"x {name}", f"y {name}!")
        project.query(f"Iter{number}", "iter", f"x {name}", parameters=[f"x {name}!"])
        _batches(project, number, name)
    project.query("Pairs", "one", "x DATETIME", "y JSON!", exactly_one=True)
    for command in ("many", "one", "execrows", "iter"):
        project.query(
            f"Sliced{command}",
            command,
            *(() if command == "execrows" else ("id INTEGER!",)),
            sql="SELECT id IN (?1) AND ?2 OR id IN (?3) AND id IN (?4) OR d IN (?5)",
            parameters=[
                Parameter(1, "weights", project.sql_type("REAL"), slice=True),
                "day DATE!",
                Parameter(3, "days", project.sql_type("DATE"), slice=True),
                Parameter(4, "first", project.sql_type("TEXT | BLOB"), slice=True),
                Parameter(5, "len", project.sql_type("INTEGER"), slice=True),
            ],
        )


def _everything_mariadb(project: Project) -> None:
    project.enum("mood", "sad", "happy")
    project.enum("flags", "b", "a", multiple=True)
    nullable = [f"a_{n} {name}" for n, name in enumerate(MARIADB_TYPES)]
    strict = [f"b_{n} {name}!" for n, name in enumerate(MARIADB_TYPES)]
    project.query("ListEverything", "many", *nullable, *strict)
    project.query("AddEverything", "exec", parameters=[*nullable, *strict])
    for number, name in enumerate(MARIADB_TYPES):
        project.query(f"One{number}", "one", f"x {name}", parameters=[f"x {name}"])
        project.query(f"OneStrict{number}", "one", f"x {name}!", exactly_one=True)
        project.query(f"Many{number}", "many", f"x {name}!", parameters=[f"x {name}!"])
        sliced = Parameter(1, "xs", project.sql_type(name), slice=True)
        project.query(f"Sliced{number}", "many", f"x {name}", f"y {name}!", parameters=[sliced])
        project.query(f"Iter{number}", "iter", f"x {name}", f"y {name}!", parameters=[sliced])
        _batches(project, number, name)


def _nasty(project: Project) -> None:
    """Names that other names could hide."""
    project.table("shadows", *SHADOWS, comment='Say """hi""" \\ to "them"')
    project.query("ListShadows", "many", model="shadows", path="db/queries/shadows.sql")
    project.query(
        "AddShadow", "exec", parameters=[*SHADOWS, "self text"], path="db/queries/shadows.sql"
    )
    project.composite(
        "shadowed", *SHADOWS, "value json", "item text[]", "Mood mood", "Shadowed bit"
    )
    project.composite("load_shadowed", "'class' shadowed", "_x text", "__y text", "'new notes' oid")
    project.table("raw_shadowed", "a shadowed!", "b load_shadowed[]", "load_shadowed shadowed")
    project.query("get_raw", "one", model="raw_shadowed", parameters=["dump_shadowed shadowed[]"])
    for name in ("protocols", "finals", "sqls", "decimals", "dates", "uuids", "queries", "lists"):
        project.table(name, "id integer!", "value date!", "other numeric")
        project.query(f"every_{name}", "many", model=name, path="db/queries/shadows.sql")
    project.table("odd", "'new notes' text!", "'3p%' integer", "'class' date", "__meta text")
    project.table(
        "twice", "_meta text", "'meta' text", "count integer!", "'index' integer", "self text"
    )
    project.table("pydantic", "model_config text", "model_name text!", "'schema' text", "json json")
    for name in ("odd", "twice", "pydantic"):
        project.query(f"get_{name}", "one", model=name, path="db/queries/import.sql")
    path = "db/queries/models.sql"
    for name in ("list", "int", "date", "str", "Tuple", "db", "fetch", "transaction", "Final"):
        project.query(
            name,
            "many",
            "date date!",
            "id integer",
            parameters=["row text!", "rows text", "list integer!", "required date!", "item json!"],
            path=path,
        )
    for command in ("iter", "batchexec", "batchone", "batchmany"):
        project.query(
            command,
            command,
            "date date!",
            "id integer",
            parameters=["row text!", "rows text", "chunks date!", "closing text!", "count json!"],
            path=path,
        )
    project.query("required", "one", "id json!", "x text", exactly_one=True, path=path)
    project.query("build", "many", "id integer!", "id text", parameters=["build text"], path=path)


def _long(project: Project) -> None:
    """Names and texts of every length around the length of a line."""
    project.enum("colour", "red")
    for length in range(1, 64, 3):
        fields = [f"{letter * length} json" for letter in "abcd"[: length % 4 + 1]]
        project.composite("e" * length, *fields)
        project.composite("f" * length, *(field.replace("json", "text") for field in fields))
        project.composite("g" * length, f"{'x' * length} colour[]", f"y {'e' * length}[]")
    for words in (7, 9, 10, 11, 12):
        name = "_".join(["word"] * words)
        project.query(
            name,
            "many",
            *(f"{name[: 55 + n]} inet" for n in range(9)),
            f"{name} colour[]",
            parameters=[f"{name[: 50 + n]}_{n} timestamp without time zone[]" for n in range(9)],
            sql="SELECT " + ", ".join(["something"] * words),
        )
        project.query(f"one_{name}", "one", f"{name} colour[]", parameters=[f"{name} json"])
        project.query(f"iter_{name}", "iter", f"{name} colour[]", parameters=[f"{name} json"])
        for command in ("batchexec", "batchone", "batchmany"):
            prefix = command[5:]
            one, many = [f"{name} json"], [f"{name[: 50 + n]}_{n} json" for n in range(words)]
            returned = () if command == "batchexec" else (f"{name} colour[]",)
            project.query(f"b_{prefix}_{name}", command, *returned, parameters=one)
            project.query(f"c_{prefix}_{name}", command, *returned, parameters=many)
        project.query(f"batches_{name}", "batchone", "a json", parameters=one, exactly_one=True)
        project.query(f"must_{name}", "one", f"{name} colour[]", exactly_one=True)
        project.query(f"count_{name}", "execrows", parameters=[f"{name} json"])
        project.query(f"x_{name}", "one", "a text", "b text", exactly_one=True)
    for length in range(1, 64, 2):
        project.query("q" * length, "one", "a integer!", sql="x" * (80 - length))
        project.query("r" * length, "many", "a integer", "b text", sql="y" * 60)
        project.query("t" * length, "iter", "a integer", sql="y" * 60)
        project.query("u" * length, "iter", "a integer", sql="DELETE" + "y" * 60)
        project.query("s" * length, "exec", sql="z" * 60, parameters=["a date[]", "b inet"])
        if length > 50:
            continue
        origins = [
            Parameter(n, "p" * length, SqlType("integer"), origin=TableColumn("", "t", "c" * n))
            for n in range(1, length % 9 + 2)
        ]
        project.query("f" * length, "copyfrom", parameters=origins)
        project.query("v" * length, "batchmany", "a integer", "b text", parameters=["a text"])
        project.query("w" * length, "batchone", "a integer", "b text", parameters=["a text"])
        dates = [f"a{n} date[]" for n in range(length % 7 + 2)]
        project.query("b" * length, "batchexec", sql="z" * 60, parameters=dates)


@pytest.fixture(params=[Engine.POSTGRESQL, Engine.MARIADB, Engine.SQLITE])
def everything(request: pytest.FixtureRequest, workshop: Workshop) -> Project:
    """A project that returns and takes every type in every way."""
    engine: Engine = request.param
    project = workshop.project(engine)
    if engine is Engine.POSTGRESQL:
        _everything_postgresql(project)
    elif engine is Engine.MARIADB:
        _everything_mariadb(project)
    else:
        _everything_sqlite(project)
    return project


@pytest.fixture
def nasty(workshop: Workshop) -> Project:
    """A project whose names hide each other, with a column of each sort of decoding."""
    project = workshop.project()
    _nasty(project)
    project.enum("mood", "sad", "happy")
    project.table("diary", "id integer!", "mood mood!", "moods mood[]", "text jsonb", "ip inet")
    project.query("GetDiary", "one", model="diary")
    project.query("ListDiary", "many", model="diary", parameters=["moods mood[]!", "text json"])
    return project


def _write(files: dict[str, str], folder: Path) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def _run(*command: str | Path, cwd: Path) -> str:
    environment = {**os.environ, "MYPYPATH": str(ROOT)}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


@pytest.mark.parametrize("style", RowStyle)
def test_lines_break_where_ruff_breaks_them(
    workshop: Workshop, style: RowStyle, tmp_path: Path
) -> None:
    project = workshop.project()
    _long(project)
    _write(project.generate(style), tmp_path / "package")
    assert _run(BIN / "ruff", "format", "--isolated", "--diff", ".", cwd=tmp_path) == ""


@pytest.mark.parametrize("style", RowStyle)
def test_every_type_is_written_as_ruff_formats_it(
    everything: Project, style: RowStyle, tmp_path: Path
) -> None:
    _write(everything.generate(style), tmp_path / "package")
    assert _ruff(tmp_path) == ""


@pytest.mark.parametrize("style", RowStyle)
def test_every_name_is_written_as_ruff_formats_it(
    nasty: Project, style: RowStyle, tmp_path: Path
) -> None:
    _write(nasty.generate(style), tmp_path / "package")
    assert _ruff(tmp_path) == ""


@pytest.mark.parametrize("style", RowStyle)
def test_every_style_can_be_imported(workshop: Workshop, nasty: Project, style: RowStyle) -> None:
    package = workshop.load(nasty.generate(style))
    models = importlib.import_module(f"{package.__name__}.models")
    assert models.RawShadowed is not models.Shadowed


def _ruff(folder: Path) -> str:
    ruff = BIN / "ruff"
    rules = "F,W,I,UP,RUF,TID,B,C4,PIE,RET,SIM,Q"
    ignored = "RUF001,RUF002,TID252"  # characters and parent imports that were asked for
    check = ("check", "--isolated", "--select", rules, "--ignore", ignored, ".")
    formatted = _run(ruff, "format", "--isolated", "--diff", ".", cwd=folder)
    return formatted + _run(ruff, *check, cwd=folder)


def _problems(folder: Path) -> dict[str, str]:
    """Return what each type checker has to say about the generated packages of a folder."""
    settings = {
        "pythonVersion": "3.11",
        "extraPaths": [str(ROOT)],
        "venvPath": str(Path(sys.prefix).parent),
        "venv": Path(sys.prefix).name,
    }
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    (folder / "strict.json").write_text(json.dumps({**settings, "typeCheckingMode": "strict"}))
    commands: dict[str, tuple[str | Path, ...]] = {
        "mypy": ("--strict", "--python-version", "3.11", "--cache-dir", folder / ".mypy", "."),
        "pyright": ("--project", "strict.json"),
        "basedpyright": (),
        "ty": ("check", "--python", sys.prefix, "--extra-search-path", ROOT, "."),
        "pyrefly": (
            *("check", "--search-path", ROOT, "--search-path", folder),
            *("--python-interpreter-path", sys.executable, "."),
        ),
    }
    found = {name: _run(BIN / name, *rest, cwd=folder) for name, rest in commands.items()}
    # mypy follows imports into our own sources, which have checks of their own.
    own = [line for line in found["mypy"].splitlines() if line.startswith("gen_")]
    found["mypy"] = "\n".join(own)
    return {name: text for name, text in found.items() if text}


@pytest.mark.typecheck
def test_five_type_checkers_find_nothing_wrong_in_any_type(
    everything: Project, tmp_path: Path
) -> None:
    _write(everything.generate(), tmp_path / "gen_types")
    assert _problems(tmp_path) == {}


@pytest.mark.typecheck
def test_five_type_checkers_find_nothing_wrong_in_any_style(nasty: Project, tmp_path: Path) -> None:
    for style in RowStyle:
        _write(nasty.generate(style, sync=False), tmp_path / f"gen_{style}")
    assert _problems(tmp_path) == {}
