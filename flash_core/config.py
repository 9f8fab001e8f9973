"""Configuration: flash.config.json, flash.toml or ``[tool.flash]``, and ``.env``.

The nearest folder that holds one of them is the project's root.  Every problem
of a file is reported at once, and nothing is guessed: an unknown key is an
error, because a misspelt key would otherwise be a silent default.  The
process's environment is read, never written.

Depends on: documents, engine, errors.
"""

from __future__ import annotations

import enum
import keyword
import os
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass, field, replace

from . import documents
from .documents import Section
from .engine import Engine
from .errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .documents import Document


class RowStyle(enum.StrEnum):
    """What generated rows are."""

    DATACLASS = "dataclass"
    FROZEN = "frozen"
    TYPEDDICT = "typeddict"
    NAMEDTUPLE = "namedtuple"
    MSGSPEC = "msgspec"
    PYDANTIC = "pydantic"
    ATTRS = "attrs"


@dataclass(frozen=True, slots=True)
class PythonConfig:
    """The ``gen.python`` section.

    Attributes:
        enabled: Generate at all.
        out: Folder of the generated package, relative to the project.
        async_: ``"async"``: the package is asynchronous; otherwise it is synchronous.
        sync: With ``async_``, also write the synchronous twin in ``out/sync``.
        rows: ``"rows"``: what a row is.
    """

    enabled: bool = True
    out: str = "flash_gen"
    async_: bool = True
    sync: bool = True
    rows: RowStyle = RowStyle.DATACLASS


@dataclass(frozen=True, slots=True)
class Config:
    """A project's configuration.

    Attributes:
        root: Folder of the configuration file; the other paths are relative to it.
        engine: From ``database.provider``.
        url_env: Name of the environment variable that holds the database's URL.
        dev_url_env: The same for a server on which scratch databases may be made.
        schema_dir: Folder of the schema's files, or one file.
        file: The configuration file itself, where it was read from one.
    """

    root: Path
    engine: Engine = Engine.POSTGRESQL
    url_env: str = "DATABASE_URL"
    dev_url_env: str = "DEV_DATABASE_URL"
    schema_dir: str = "db/schema"
    queries: str = "db/queries"
    migrations_path: str = "db/migrations"
    export_path: str = "db/export"
    python: PythonConfig = PythonConfig()
    file: Path | None = field(default=None, compare=False)


PROVIDERS: Final[Mapping[str, Engine]] = {
    "postgresql": Engine.POSTGRESQL,
    "postgres": Engine.POSTGRESQL,
    "mysql": Engine.MYSQL,
    "mariadb": Engine.MARIADB,
    "sqlite": Engine.SQLITE,
    "sqlite3": Engine.SQLITE,
}

EXAMPLE_URLS: Final[Mapping[Engine, str]] = {
    Engine.POSTGRESQL: "postgres://user:password@localhost:5432/mydb",
    Engine.MYSQL: "mysql://user:password@localhost:3306/mydb",
    Engine.MARIADB: "mariadb://user:password@localhost:3306/mydb",
    Engine.SQLITE: "sqlite://./data.db",
}

_FOREIGN_GENERATORS: Final = ("go", "js", "kotlin", "java")


def load(start: Path, path: Path | None = None) -> Config:
    """Return the configuration of the project that ``start`` belongs to.

    Args:
        start: Folder to look in, then in its parents; the nearest file wins.
        path: The file to read instead of looking for one.

    Raises:
        ConfigError: There is none, or it is wrong; the message names every problem.
    """
    if path is None:
        return _parse(*_find(start))
    file = Path(os.path.abspath(path))  # noqa: PTH100 - keeps symbolic links, drops ".."
    if not file.is_file():
        message = f"configuration file {path} does not exist"
        raise ConfigError(message)
    if file.suffix not in {".json", ".toml"}:
        message = f"{path}: a configuration file ends with .json or .toml"
        raise ConfigError(message)
    document = documents.read(file)
    if document is None:
        message = f"{path} has no [tool.flash] section"
        raise ConfigError(message)
    return _parse(file, document)


def find_in(folder: Path) -> Path | None:
    """Return the configuration file that ``folder`` itself holds, or ``None``."""
    found = _find_document(folder)
    return None if found is None else found[0]


def database_url(config: Config) -> str:
    """Return the database's URL; a relative SQLite path becomes absolute.

    The real environment wins, then ``.env.local`` beside the configuration, then
    ``.env``.

    Raises:
        ConfigError: The variable is not set, or names another engine's database.
    """
    url = _written_url(config)
    if not url:
        message = (
            f"the environment variable {config.url_env} is not set: write "
            f"{config.url_env}={EXAMPLE_URLS[config.engine]} into {config.root / '.env'}"
        )
        raise ConfigError(message)
    scheme, separator, rest = url.partition("://")
    engine = PROVIDERS.get(scheme.partition("+")[0].lower())
    if engine is None or not separator:
        message = (
            f"{config.url_env} is not a database URL: it should look like "
            f"{EXAMPLE_URLS[config.engine]}"
        )
        raise ConfigError(message)
    if engine.family is not config.engine.family:  # mysql:// is how MariaDB is reached, too
        message = (
            f'{config.url_env} is a URL of {engine}, but "database.provider" is '
            f"{config.engine}: change one of them"
        )
        raise ConfigError(message)
    path, _, options = rest.partition("?")
    named = path or "mode=memory" in options
    if engine is not Engine.SQLITE:
        named = path.partition("/")[2] != ""
    if not named and engine is not Engine.POSTGRESQL:  # there, the user's name is the database's
        message = (
            f"{config.url_env} names no database: it should look like {EXAMPLE_URLS[config.engine]}"
        )
        raise ConfigError(message)
    if engine is Engine.SQLITE:
        return f"{scheme}://{_absolute_sqlite_path(config.root, rest)}"
    _check_address(config, url)
    return url


def on_its_server(config: Config) -> Config:
    """Return the configuration for MariaDB where it says MySQL and the URL names MariaDB.

    Raises:
        ConfigError: A file of variables is not UTF-8 text.
    """
    url = _written_url(config) or ""
    scheme = url.partition("://")[0].partition("+")[0].lower()
    if config.engine is Engine.MYSQL and PROVIDERS.get(scheme) is Engine.MARIADB:
        return replace(config, engine=Engine.MARIADB)
    return config


def dev_url(config: Config) -> str | None:
    """Return the URL of a server on which scratch databases may be made, if one is named.

    Raises:
        ConfigError: A file of variables is not UTF-8 text.
    """
    return _written_url(replace(config, url_env=config.dev_url_env))


def _written_url(config: Config) -> str | None:
    return os.environ.get(config.url_env) or _from_env_files(config)


def _check_address(config: Config, url: str) -> None:
    from urllib.parse import urlsplit  # noqa: PLC0415 - `flash gen` asks for no database

    try:
        address = urlsplit(url)
        if "," not in address.netloc:  # PostgreSQL takes several hosts
            _ = address.port
    except ValueError:
        # The reason quotes what stands for the port: a part of the password, when that has a "/".
        message = (
            f"{config.url_env} is not a database URL: its host or port cannot be read; characters "
            "such as / @ : [ in a password are written %2F %40 %3A %5B"
        )
        raise ConfigError(message) from None


def _absolute_sqlite_path(root: Path, rest: str) -> str:
    path, mark, options = rest.partition("?")
    if path.startswith("/./"):  # sqlite:///./data.db, as other tools write a relative path
        path = path[1:]
    if (
        path in {":memory:", "/:memory:", ""}
        or "mode=memory" in options
        or Path(path).is_absolute()
    ):
        return rest
    from urllib.parse import quote  # noqa: PLC0415 - as above

    # A URL is percent-encoded; the folder is not.
    folder = quote(root.as_posix(), safe="/:")
    return f"{folder}/{path.removeprefix('./')}{mark}{options}"


def _from_env_files(config: Config) -> str | None:
    from dotenv import dotenv_values  # noqa: PLC0415 - `flash gen` needs no .env

    for name in (".env.local", ".env"):
        file = config.root / name
        if not file.is_file():
            continue
        try:
            values = dotenv_values(file, encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            message = f"{file} is not UTF-8 text"
            raise ConfigError(message) from error
        if url := values.get(config.url_env):
            return url
    return None


def _find(start: Path) -> tuple[Path, Document]:
    folder = Path(os.path.abspath(start))  # noqa: PTH100 - keeps symbolic links, drops ".."
    for candidate in (folder, *folder.parents):
        if found := _find_document(candidate):
            return found
    message = (
        f"no flash.config.json, flash.toml or [tool.flash] found in {folder} or the folders "
        'above it: run "flash init --sqlite" (or --postgresql) to start a project here'
    )
    raise ConfigError(message)


def _find_document(folder: Path) -> tuple[Path, Document] | None:
    for name in ("flash.config.json", "flash.toml", "pyproject.toml"):
        file = folder / name
        if file.is_file() and (document := documents.read(file)) is not None:
            return file, document
    return None


def _parse(file: Path, document: Document) -> Config:
    top = Section(document, "", [])
    top.ignore("$schema", "version")
    schema_dir = top.text("schema_dir", "db/schema")
    if "schema_path" in document:  # what older configurations call it
        schema_dir = top.text("schema_path", schema_dir)
        if "schema_dir" in document:
            top.problem("schema_path", 'means the same as "schema_dir": remove one of them')
    queries = top.text("queries", "db/queries")
    migrations_path = top.text("migrations_path", "db/migrations")
    export_path = top.text("export_path", "db/export")
    database = top.section("database")
    engine = PROVIDERS[database.choice("provider", "postgresql", PROVIDERS)]
    url_env = database.text("url_env", "DATABASE_URL")
    dev_url_env = database.text("dev_url_env", "DEV_DATABASE_URL")
    database.finish()
    gen = top.section("gen")
    python = _parse_python(gen.section("python"))
    gen.ignore(*_FOREIGN_GENERATORS)
    gen.finish()
    top.finish()
    if top.problems:
        raise ConfigError("\n".join(f"{file}: {problem}" for problem in top.problems))
    return Config(
        root=file.parent,
        engine=engine,
        url_env=url_env,
        dev_url_env=dev_url_env,
        schema_dir=schema_dir,
        queries=queries,
        migrations_path=migrations_path,
        export_path=export_path,
        python=python,
        file=file,
    )


def _parse_python(section: Section) -> PythonConfig:
    default = PythonConfig()
    out = section.text("out", default.out)
    package = PurePosixPath(out.replace("\\", "/")).name
    if not package.isidentifier() or keyword.iskeyword(package):
        section.problem("out", f'is "{out}", which cannot be imported: write "flash_gen"')
    python = PythonConfig(
        enabled=section.flag("enabled", default.enabled),
        out=out,
        async_=section.flag("async", default.async_),
        sync=section.flag("sync", default.sync),
        rows=RowStyle(section.choice("rows", default.rows, list(RowStyle))),
    )
    section.finish()
    return python
