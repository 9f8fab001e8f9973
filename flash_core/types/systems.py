"""The type system of each engine, by name.

An engine's module is imported when it is first asked for: a SQLite project
never loads PostgreSQL's tables.

Depends on: engine, model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.engine import Engine

if TYPE_CHECKING:
    from .definitions import Definitions
    from .model import TypeSystem


def type_system(engine: Engine, definitions: Definitions) -> TypeSystem:
    """Return the type system of one schema.  Cheap; what it has found out it remembers.

    Args:
        engine: Whose types.
        definitions: What the schema adds to them.
    """
    if engine is Engine.POSTGRESQL:
        from .postgres import PostgresTypes  # noqa: PLC0415 - see the module's docstring

        return PostgresTypes(definitions)
    if engine is Engine.SQLITE:
        from .sqlite import SqliteTypes  # noqa: PLC0415 - see the module's docstring

        return SqliteTypes(definitions)
    from .mysql import MysqlTypes  # noqa: PLC0415 - see the module's docstring

    return MysqlTypes(engine, definitions)
