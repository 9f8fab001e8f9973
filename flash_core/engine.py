"""The database engines that Flash speaks.

Depends on: nothing.
"""

from __future__ import annotations

import enum


class Engine(enum.StrEnum):
    """A family of servers with one SQL dialect."""

    POSTGRESQL = "postgresql"
    MYSQL = "mysql"
    SQLITE = "sqlite"
