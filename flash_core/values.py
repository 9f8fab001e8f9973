"""What generated code needs besides a connection: typed SQL text, JSON values, the row that must exist.

One module for both flavours: ``flash_sync`` exports these same objects.
``Sql[tuple[int, str]]("SELECT ...")`` is a plain ``str`` when the program runs (asyncpg insists on
the exact class, and a ``str`` costs nothing), while a type checker sees the type of its rows.

Depends on: errors.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar, Union, cast

from .errors import NoRowError

RowT = TypeVar("RowT", bound="tuple[object, ...]")
# Covariant, or mypy refuses required(await db.fetchval(...)) where the column cannot be NULL.
RowT_co = TypeVar("RowT_co", bound="tuple[object, ...]", covariant=True)
T = TypeVar("T")
TextT = TypeVar("TextT", bound=str)

# Written with Union and quotes because Python 3.11 evaluates an alias when it is assigned.
JsonValue: TypeAlias = Union[bool, int, float, str, "list[JsonValue]", "dict[str, JsonValue]", None]

if TYPE_CHECKING:

    class Sql(str, Generic[RowT_co]):
        """Text of a statement whose rows are ``RowT_co``."""

        __slots__ = ()

else:

    class Sql:
        """Text of a statement; ``Sql[...]`` is ``str`` when the program runs."""

        __slots__ = ()

        def __new__(cls, text: str) -> str:
            """Return the text."""
            return str(text)

        def __class_getitem__(cls, row: object) -> type[str]:
            return str


@dataclass(frozen=True, slots=True)
class ExecResult:
    """What a statement did, as ``:execresult`` returns it.

    Attributes:
        rows_affected: How many rows it inserted, updated or deleted, or returned.
        last_insert_id: The AUTO_INCREMENT value or rowid of the row it inserted: of the first
            one on MySQL and MariaDB, of the last one on SQLite.  ``None`` when there is none, on
            PostgreSQL always, and on SQLite of an INSERT … ON CONFLICT DO UPDATE.
    """

    rows_affected: int
    last_insert_id: int | None


@dataclass(frozen=True, slots=True)
class Notification:
    """What PostgreSQL tells who listens.

    Attributes:
        channel: The name that NOTIFY was given.
        payload: The text that it was given; empty when there was none.
        pid: The server's process that sent it: ``pg_backend_pid()`` there.
    """

    channel: str
    payload: str
    pid: int


@dataclass(frozen=True, slots=True)
class CopyTarget:
    """Where ``:copyfrom`` writes.

    Attributes:
        table: Schema and name, or the name alone, as the database spells them.
        columns: In the order of the values.
        types: SQL type of each column.
    """

    table: tuple[str, ...]
    columns: tuple[str, ...]
    types: tuple[str, ...]

    def names(self, quote: str) -> str:
        """Return the table and its columns as SQL: ``"users" ("id", "name")``."""
        table, columns = (
            [f"{quote}{name.replace(quote, quote * 2)}{quote}" for name in names]
            for names in (self.table, self.columns)
        )
        return f"{'.'.join(table)} ({', '.join(columns)})"


def required(row: T | None, query: str) -> T:
    """Return the row of a query that always has one.

    Args:
        row: What the database answered.
        query: Name of the query, for the message.

    Raises:
        NoRowError: There is no row.
    """
    if row is None:
        raise NoRowError(query)
    return row


def spread(query: TextT, first: int, /, **lists: int) -> TextT:
    """Return SQLite's text of a query with a placeholder for each element of its lists.

    Args:
        query: With ``flash.slice(name)`` in the place of a list; in every place of it the same
            placeholders are written.
        first: The number of the first of these placeholders.
        lists: How many elements each list has, in the order in which they are passed.
    """
    text: str = query
    for name, count in lists.items():
        marks = ", ".join([f"?{number}" for number in range(first, first + count)])
        text = text.replace(f"flash.slice({name})", marks)
        first += count
    return cast("TextT", text)
