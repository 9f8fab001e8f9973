"""A SQLite database in memory, for the law of migrations."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import flash_sync
from flash_core.engine import Engine
from flash_sync.introspect.sqlite import dump

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_sync.introspect.definition import Definition

_FOREIGN_KEYS_OFF = "-- flash:foreign-keys-off"


class LiveSQLite:
    """Foreign keys are enforced, as our connections do, but where a migration says otherwise."""

    engine = Engine.SQLITE

    def __init__(self) -> None:
        self._connection = sqlite3.connect(":memory:", isolation_level=None)
        self.run("PRAGMA foreign_keys = ON")

    def close(self) -> None:
        """Let go of the memory."""
        self._connection.close()

    def clear(self) -> None:
        """Begin anew."""
        self.close()
        self.__init__()  # type: ignore[misc]  # an object of this very class

    def run(self, sql: str) -> None:
        """Run statements as a user would."""
        self._connection.executescript(sql)

    def migrate(self, sql: str) -> None:
        """Run one side of a migration in a transaction, which must leave no reference dangling."""
        off = sql.startswith(_FOREIGN_KEYS_OFF)
        if off:
            self.run("PRAGMA foreign_keys = OFF")
        self.run(f"BEGIN;\n{sql}\nCOMMIT;")
        assert self.rows("PRAGMA foreign_key_check") == []
        self.run("PRAGMA foreign_keys = ON")
        # Of columns beside generated ones it says what is not so.
        said = [str(line) for (line,) in self.rows("PRAGMA integrity_check")]
        assert [line for line in said if "index" in line] == []

    def dump(self) -> Sequence[Definition]:
        """Say what it contains."""
        return dump(flash_sync.wrap(self._connection))

    def behind(self) -> list[str]:
        """Return nothing: tables number their rows themselves."""
        return []

    def rows(self, query: str) -> list[tuple[object, ...]]:
        """Return what a query gives."""
        return self._connection.execute(query).fetchall()
