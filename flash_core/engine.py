"""The database engines that Flash speaks.

Depends on: nothing.
"""

from __future__ import annotations

import enum


class Engine(enum.StrEnum):
    """A server with an SQL dialect of its own.

    MySQL and MariaDB are two branches of one server: what does not differ between them
    asks for the ``family``.
    """

    POSTGRESQL = "postgresql"
    MYSQL = "mysql"
    MARIADB = "mariadb"
    SQLITE = "sqlite"

    @property
    def family(self) -> Engine:
        """``MYSQL`` for MySQL and for MariaDB, else the engine itself."""
        return Engine.MYSQL if self is Engine.MARIADB else self
