"""A SQLite database in memory for each example.

Depends on: annotations, claims, sqlite3.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, cast

from .claims import Description, Refusal, Result

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from flash_core.analysis.model import Query
    from flash_core.catalog.model import Catalog

    from .annotations import Annotations
    from .expressions import Argument

_STEPS: Final = 2_000_000
_SUFFIX: Final = re.compile(r":\d+$")
_NAME: Final = re.compile(r"[:=] .*|\d+")


class SqliteServer:
    """A database that lives as long as an example."""

    _connection: sqlite3.Connection

    @contextmanager
    def undone(self) -> Generator[None]:
        """Give the example a new database."""
        self._connection = sqlite3.connect(":memory:", isolation_level=None)
        self._connection.set_progress_handler(lambda: 1, _STEPS)
        try:
            yield
        finally:
            self._connection.close()

    def keep(self, sql: str) -> Refusal | None:
        """Run a statement, unless it is refused; a view must work too."""
        try:
            self._connection.execute(sql)
        except sqlite3.Error as error:
            return _refusal(error)
        found = re.match(r"CREATE VIEW (\w+)", sql)
        if found is None:
            return None
        try:
            self._connection.execute(f"EXPLAIN SELECT * FROM {found[1]}")
        except sqlite3.Error as error:
            self._connection.execute(f"DROP VIEW {found[1]}")
            return _refusal(error)
        return None

    def describe(self, sql: str) -> Description | Refusal:
        """Prepare a statement."""
        try:
            self._connection.execute(f"EXPLAIN {sql}", [None] * _parameters(sql))
        except sqlite3.Error as error:
            return _refusal(error)
        return Description()

    def claimed(self, query: Query, catalog: Catalog) -> Description:
        """Return nothing: SQLite tells names only, and only when the query runs."""
        del query, catalog
        return Description()

    def run(
        self, query: Query, arguments: Sequence[Argument], annotations: Annotations
    ) -> Result | Refusal:
        """Run a query and undo what it did."""
        values = annotations.arguments(query, arguments)
        self._connection.execute("SAVEPOINT one")
        try:
            cursor = self._connection.execute(query.sql, values)
            rows = cast("list[tuple[object, ...]]", cursor.fetchall())
        except sqlite3.Error as error:
            return _refusal(error)
        finally:
            if self._connection.in_transaction:  # OR ROLLBACK would have ended it
                self._connection.execute("ROLLBACK TO one")
                self._connection.execute("RELEASE one")
        names = tuple(str(item[0]) for item in cursor.description or ())
        if tuple(map(_unnumbered, names)) == tuple(_unnumbered(c.name) for c in query.columns):
            # Equal names of a subquery are numbered; which, only a query that runs can tell.
            names = tuple(column.name for column in query.columns)
        nulls = tuple(sum(row[place] is None for row in rows) for place in range(len(names)))
        return Result(len(rows), nulls, rows, names)


def _unnumbered(name: str) -> str:
    return _SUFFIX.sub("", name)


def _parameters(sql: str) -> int:
    return max((int(number) for number in re.findall(r"\?(\d+)", sql)), default=0)


def _refusal(error: sqlite3.Error) -> Refusal:
    """Return a refusal whose code is the message without the names in it."""
    return Refusal(_NAME.sub("", str(error)), str(error))
