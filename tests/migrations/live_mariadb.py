"""A MariaDB database, for the law of migrations."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pymysql

import flash_sync
from flash_core.engine import Engine
from flash_core.sql.source import SourceFile
from flash_core.sql.statements import split_statements
from flash_sync.connection import Connection
from flash_sync.introspect.mysql import dump

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_sync.introspect.definition import Definition


class LiveMariaDB:
    """Statements run one by one, as the runner runs them: there is nothing to roll back."""

    engine = Engine.MARIADB

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._name = parts.path[1:]
        self._connection = pymysql.connect(
            host=parts.hostname,
            port=parts.port or 0,
            user=parts.username,
            password=parts.password or "",
            database=self._name,
            autocommit=True,
        )

    def close(self) -> None:
        """Disconnect."""
        self._connection.close()

    def clear(self) -> None:
        """Remove everything."""
        self.run(f"DROP DATABASE {self._name}; CREATE DATABASE {self._name} CHARACTER SET utf8mb4")
        self.run(f"USE {self._name}")

    def run(self, sql: str) -> None:
        """Run statements as a user would."""
        with self._connection.cursor() as cursor:
            for span in split_statements(SourceFile("s", sql), self.engine):
                cursor.execute(sql[span.start : span.end])

    def migrate(self, sql: str) -> None:
        """Run one side of a migration."""
        self.run(sql)

    def dump(self) -> Sequence[Definition]:
        """Say what it contains."""
        wrapped = flash_sync.wrap(self._connection)
        assert isinstance(wrapped, Connection)
        return dump(wrapped)

    def behind(self) -> list[str]:
        """Return nothing: tables number their rows themselves."""
        return []

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """Return what a query gives."""
        with self._connection.cursor() as cursor:
            cursor.execute(query)
            return list(cursor.fetchall())
