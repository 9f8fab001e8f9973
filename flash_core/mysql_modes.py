"""What sql_mode of MySQL and MariaDB makes statements mean.

Depends on: nothing.
"""

from __future__ import annotations

from typing import Final

OTHER_MODES: Final = frozenset(
    {"ANSI", "ANSI_QUOTES", "PIPES_AS_CONCAT", "HIGH_NOT_PRECEDENCE", "NO_BACKSLASH_ESCAPES"}
    | {"REAL_AS_FLOAT", "ORACLE", "MSSQL", "DB2", "MAXDB", "POSTGRESQL"}
)
r"""Modes under which statements mean something else than under those that servers come with.

``"x"`` is a name, ``||`` joins texts, NOT binds tighter, ``\`` is a letter, REAL is FLOAT.
"""
