"""Configuration: flash.config.json, flash.toml or ``[tool.flash]``, and ``.env``.

Depends on: engine, errors.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .engine import Engine

if TYPE_CHECKING:
    from pathlib import Path


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
    """

    root: Path
    engine: Engine = Engine.POSTGRESQL
    url_env: str = "DATABASE_URL"
    schema_dir: str = "db/schema"
    queries: str = "db/queries"
    migrations_path: str = "db/migrations"
    export_path: str = "db/export"
    python: PythonConfig = PythonConfig()
