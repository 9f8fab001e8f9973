"""The type system of each engine, by name.

An engine's module is imported when it is first asked for: a SQLite project
never loads PostgreSQL's tables.

Depends on: engine, errors, model.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from flash_core.engine import Engine
from flash_core.errors import FlashError

if TYPE_CHECKING:
    from .model import TypeSystem


@cache
def type_system(engine: Engine) -> TypeSystem:
    """Return the type system of ``engine``.

    Raises:
        FlashError: The engine has none yet.
    """
    if engine is Engine.POSTGRESQL:
        from .postgres import PostgresTypes  # noqa: PLC0415 - see the module's docstring

        return PostgresTypes()
    if engine is Engine.SQLITE:
        from .sqlite import SqliteTypes  # noqa: PLC0415 - see the module's docstring

        return SqliteTypes()
    message = "MySQL is not supported yet"
    raise FlashError(message)
