"""Finding, reading and checking the configuration, and the database's URL."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flash_core.config import Config, PythonConfig, RowStyle, database_url, load
from flash_core.engine import Engine
from flash_core.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path

GUIDE = """{
  "version": "2",
  "schema_dir": "db/schema",
  "queries": "db/queries/",
  "migrations_path": "db/migrations",
  "export_path": "db/export",
  "database": {"provider": "postgresql", "url_env": "DATABASE_URL"},
  "gen": {"python": {"enabled": true, "out": "flash_gen", "async": true}}
}"""


def refusal(folder: Path, name: str, text: str) -> list[str]:
    (folder / name).write_text(text, "utf-8")
    with pytest.raises(ConfigError) as caught:
        load(folder)
    return str(caught.value).replace(f"{folder}/", "").split("\n")


def test_the_guides_file_is_the_default(tmp_path: Path) -> None:
    (tmp_path / "flash.config.json").write_text(GUIDE)
    assert load(tmp_path) == Config(tmp_path, queries="db/queries/")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "flash.config.json",
            '\ufeff{"database": {"provider": "sqlite"}, "gen": {"python": {"rows": "frozen"}}}',
        ),
        ("flash.toml", '[database]\nprovider = "sqlite"\n[gen.python]\nrows = "frozen"\n'),
        (
            "pyproject.toml",
            '[tool.flash]\ndatabase.provider = "sqlite3"\ngen.python.rows = "frozen"\n[project]\n',
        ),
    ],
)
def test_every_format_says_the_same(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    expected = Config(tmp_path, Engine.SQLITE, python=PythonConfig(rows=RowStyle.FROZEN))
    assert load(tmp_path) == expected


def test_the_nearest_folder_wins(tmp_path: Path) -> None:
    inner = tmp_path / "service" / "src"
    inner.mkdir(parents=True)
    (tmp_path / "flash.config.json").write_text(GUIDE)
    (tmp_path / "service" / "pyproject.toml").write_text("[tool.flash]\n")
    (inner / "pyproject.toml").write_text("this is = = not ours")
    assert load(inner).root == tmp_path / "service"


def test_json_wins_over_toml_over_pyproject(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.flash]\nqueries = "c"\n')
    assert load(tmp_path).queries == "c"
    (tmp_path / "flash.toml").write_text('queries = "b"\n')
    assert load(tmp_path).queries == "b"
    (tmp_path / "flash.config.json").write_text('{"queries": "a"}')
    assert load(tmp_path).queries == "a"


def test_nothing_found_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r'no flash\.config\.json, .*run "flash init --sqlite"'):
        load(tmp_path)


def test_a_named_file_must_exist_and_is_the_one_read(tmp_path: Path) -> None:
    (tmp_path / "flash.config.json").write_text("{}")
    with pytest.raises(ConfigError, match=r"configuration file .*other.json does not exist"):
        load(tmp_path, tmp_path / "other.json")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "other.toml").write_text('queries = "q"\n')
    config = load(tmp_path, tmp_path / "sub" / "other.toml")
    assert (config.root, config.queries) == (tmp_path / "sub", "q")


@pytest.mark.parametrize(
    ("provider", "engine"),
    [
        ("postgres", Engine.POSTGRESQL),
        ("postgresql", Engine.POSTGRESQL),
        ("sqlite", Engine.SQLITE),
        ("sqlite3", Engine.SQLITE),
        ("mysql", Engine.MYSQL),
        ("mariadb", Engine.MARIADB),
    ],
)
def test_providers_have_synonyms(tmp_path: Path, provider: str, engine: Engine) -> None:
    (tmp_path / "flash.toml").write_text(f'[database]\nprovider = "{provider}"\n')
    assert load(tmp_path).engine is engine


def test_generators_of_other_languages_are_ignored(tmp_path: Path) -> None:
    (tmp_path / "flash.toml").write_text("[gen.go]\nenabled = true\n[gen.js]\nx = 1\n")
    assert load(tmp_path) == Config(tmp_path)


def test_the_legacy_key_of_the_schema_is_read(tmp_path: Path) -> None:
    (tmp_path / "flash.toml").write_text('schema_path = "db/schema.sql"\n')
    assert load(tmp_path).schema_dir == "db/schema.sql"


def test_every_problem_is_named_at_once(tmp_path: Path) -> None:
    text = """{
        "shema_dir": "x", "queries": 3, "migrations_path": "",
        "database": {"provider": "postgrsql", "url": "x"},
        "gen": {"python": {"async": "yes", "out": "my-gen", "rows": "x"}, "rust": {}}
    }"""
    assert refusal(tmp_path, "flash.config.json", text) == [
        'flash.config.json: "queries" should be a non-empty string, not 3',
        'flash.config.json: "migrations_path" should be a non-empty string, not an empty string',
        'flash.config.json: "database.provider" is "postgrsql": did you mean "postgresql"?',
        'flash.config.json: "database.url" is not a known key: did you mean "url_env"?',
        'flash.config.json: "gen.python.out" is "my-gen", which cannot be imported: write "flash_gen"',
        'flash.config.json: "gen.python.async" should be true or false, not the string "yes"',
        'flash.config.json: "gen.python.rows" is "x": write one of dataclass, frozen, typeddict, namedtuple, msgspec, pydantic, attrs',
        'flash.config.json: "gen.rust" is not a known key',
        'flash.config.json: "shema_dir" is not a known key: did you mean "schema_dir"?',
    ]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "flash.config.json",
            '{\n  "queries" "x"\n}',
            "flash.config.json:2:13: not valid JSON: expecting ':' delimiter",
        ),
        ("flash.config.json", "[1]", "flash.config.json:1:1: a configuration is an object"),
        ("flash.toml", "a = 1\nqueries = = 2\n", "flash.toml:2:11: not valid TOML: invalid value"),
        ("flash.toml", "queries = ", "flash.toml:1:11: not valid TOML: invalid value"),
        ("flash.config.json", "[" * 200_000, "flash.config.json: nested too deeply"),
    ],
)
def test_a_syntax_error_has_its_place(tmp_path: Path, name: str, text: str, expected: str) -> None:
    message = refusal(tmp_path, name, text)[0]
    # Python 3.12 words the first case differently; the place is what matters.
    assert message.split(": ")[0] == expected.split(": ", maxsplit=1)[0]
    assert message.startswith(expected) or name.endswith(".json")


@pytest.fixture
def no_url(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)


@pytest.mark.usefixtures("no_url")
def test_the_environment_wins_over_env_local_over_env(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = Config(tmp_path)
    (tmp_path / ".env").write_text("# a comment\nDATABASE_URL='postgres://file/db'\n")
    assert database_url(config) == "postgres://file/db"
    (tmp_path / ".env.local").write_text("DATABASE_URL=postgres://local/db\n")
    assert database_url(config) == "postgres://local/db"
    monkeypatch.setenv("DATABASE_URL", "postgres://real/db")
    assert database_url(config) == "postgres://real/db"


@pytest.mark.usefixtures("no_url")
@pytest.mark.parametrize("content", [None, "OTHER=1\n", "DATABASE_URL=\n"])
def test_a_missing_url_names_the_variable_and_the_file(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / ".env").write_text(content)
    with pytest.raises(ConfigError) as caught:
        database_url(Config(tmp_path, Engine.SQLITE, url_env="DATABASE_URL"))
    assert str(caught.value) == (
        "the environment variable DATABASE_URL is not set: write "
        f"DATABASE_URL=sqlite://./data.db into {tmp_path}/.env"
    )


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("sqlite://./data.db", "sqlite://{root}/data.db"),
        ("sqlite://data.db?x=1", "sqlite://{root}/data.db?x=1"),
        ("sqlite:///./data.db", "sqlite://{root}/data.db"),
        ("sqlite://../data.db", "sqlite://{root}/../data.db"),
        ("sqlite:///abs/data.db", "sqlite:///abs/data.db"),
        ("sqlite://:memory:", "sqlite://:memory:"),
        ("sqlite+aiosqlite://./a.db", "sqlite+aiosqlite://{root}/a.db"),
    ],
)
def test_a_relative_sqlite_path_is_relative_to_the_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str, read: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", written)
    expected = read.format(root=tmp_path)
    assert database_url(Config(tmp_path, Engine.SQLITE)) == expected


@pytest.mark.parametrize("engine", [Engine.MYSQL, Engine.MARIADB])
@pytest.mark.parametrize("scheme", ["mysql", "mariadb", "mysql+asyncmy"])
def test_mysql_and_mariadb_share_their_urls(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: Engine, scheme: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"{scheme}://u@h/db")
    assert database_url(Config(tmp_path, engine)) == f"{scheme}://u@h/db"


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("mysql://u@h/db", "DATABASE_URL is a URL of mysql, but .* is postgresql"),
        ("localhost:5432", "DATABASE_URL is not a database URL: it should look like postgres://"),
        ("http://x", "DATABASE_URL is not a database URL"),
        ("postgres://u:secret@[::1/db", "DATABASE_URL is not a database URL: its host or port"),
        ("postgres://u:secret@h:abc/db", "DATABASE_URL is not a database URL: its host or port"),
        ("postgres://u:secret@h:99999/db", "DATABASE_URL is not a database URL: its host or port"),
        ("postgres://u:secret/x@h/db", "DATABASE_URL is not a database URL: its host or port"),
    ],
)
def test_a_url_of_something_else_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str, message: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(ConfigError, match=message) as caught:
        database_url(Config(tmp_path))
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("engine", "url"),
    [
        (Engine.SQLITE, "sqlite://"),
        (Engine.SQLITE, "sqlite://?mode=ro"),
        (Engine.MYSQL, "mysql://root@localhost:3306"),
        (Engine.MARIADB, "mariadb://root@localhost/?charset=utf8mb4"),
    ],
)
def test_a_url_without_a_database_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: Engine, url: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    with pytest.raises(ConfigError, match="DATABASE_URL names no database: it should look like"):
        database_url(Config(tmp_path, engine))


def test_several_hosts_are_an_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = "postgres://u@one:5432,two:5433/db?target_session_attrs=any"
    monkeypatch.setenv("DATABASE_URL", url)
    assert database_url(Config(tmp_path)) == url
