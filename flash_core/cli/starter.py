"""The files that ``flash init`` writes.

Depends on: config, engine.
"""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from flash_core.config import EXAMPLE_URLS
from flash_core.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flash_core.config import Config

_KEYS: Final[Mapping[Engine, str]] = {
    Engine.POSTGRESQL: "SERIAL PRIMARY KEY",
    Engine.MYSQL: "INTEGER AUTO_INCREMENT PRIMARY KEY",
    Engine.SQLITE: "INTEGER PRIMARY KEY",
}


def starter_files(config: Config, *, configured: bool) -> dict[str, str]:
    """Return the text of a new project's files by their paths.

    Args:
        config: What the project is to be.
        configured: There is a configuration file already.
    """
    files = {} if configured else {"flash.config.json": configuration(config)}
    schema = PurePosixPath(config.schema_dir)
    if schema.suffix != ".sql":
        schema /= "schema.sql"
    files[str(schema)] = _schema(config.engine)
    files[str(PurePosixPath(config.queries) / ".gitkeep")] = ""
    files[str(PurePosixPath(config.migrations_path) / ".gitkeep")] = ""
    files[".env"] = f"{config.url_env}={EXAMPLE_URLS[config.engine]}\n"
    return files


def configuration(config: Config) -> str:
    """Return the text of flash.config.json."""
    document = {
        "version": "2",
        "schema_dir": config.schema_dir,
        "queries": config.queries,
        "migrations_path": config.migrations_path,
        "export_path": config.export_path,
        "database": {"provider": str(config.engine), "url_env": config.url_env},
        "gen": {
            "python": {
                "enabled": config.python.enabled,
                "out": config.python.out,
                "async": config.python.async_,
            }
        },
    }
    return json.dumps(document, indent=2) + "\n"


def _schema(engine: Engine) -> str:
    return f"""\
-- The tables of your database: what they should be, not how they came to be.
-- "flash migrate" compares this folder with the migrations and writes the difference.
--
-- CREATE TABLE users (
--     id {_KEYS[engine.family]},
--     name VARCHAR(100) NOT NULL,
--     email VARCHAR(255) UNIQUE NOT NULL,
--     is_active BOOLEAN DEFAULT TRUE,
--     created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
-- );
"""
