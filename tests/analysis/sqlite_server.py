"""SQLite for the tests: a database from a schema's text, and queries run over its rows."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flash_core.types.sqlite_storage import CLASSES, affinity, storage_classes

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from flash_core.analysis.model import Query

    Rows = list[tuple[object, ...]]

_CLASS: dict[type[object], str] = {int: "INTEGER", float: "REAL", str: "TEXT", bytes: "BLOB"}

# Ordinary arguments of each declared type; every other type goes by its affinity.
_DECLARED: dict[str, tuple[object, ...]] = {
    "BOOLEAN": (1, 0),
    "BOOL": (1, 0),
    "DATE": ("2024-05-06", "2023-01-31"),
    "TIME": ("12:30:00", "08:00:00"),
    "DATETIME": ("2024-05-06 12:30:00", "2023-01-31 08:00:00"),
    "TIMESTAMP": ("2024-05-06 12:30:00", "2023-01-31 08:00:00"),
    "JSON": ('{"a": 1, "tags": ["x", "y"]}', "[1, 2.5, null]"),
    "UUID": ("8c8a1b5e-5f6d-4f0a-9d1e-0a1b2c3d4e5f",) * 2,
}
_BY_AFFINITY: dict[str, tuple[object, ...]] = {
    "INTEGER": (1, 2),
    "REAL": (1.5, 0.25),
    "TEXT": ("a", "b"),
    "BLOB": (b"a", b""),
    "NUMERIC": (2.5, 1),
}


@dataclass(slots=True)
class Seen:
    """What a query showed: its columns' names, and of each the storage classes and NULL."""

    names: list[str] | None = None
    classes: list[set[str]] = field(default_factory=list[set[str]])
    nulls: list[bool] = field(default_factory=list[bool])
    counts: set[int] = field(default_factory=set[int])

    def add(self, rows: Rows) -> None:
        self.counts.add(len(rows))
        for row in rows:
            for place, value in enumerate(row):
                if value is None:
                    self.nulls[place] = True
                else:
                    self.classes[place].add(_CLASS[type(value)])


@contextmanager
def database(schema: str) -> Generator[sqlite3.Connection]:
    """Open an empty database in memory and run a script in it."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.executescript(schema)
        yield connection
    finally:
        connection.close()


def arguments(query: Query) -> Iterator[list[object]]:
    """Yield ordinary arguments of a query: two of each type, and NULL where it is welcome."""
    for place in (0, 1):
        yield [_sample(str(one.type), place) for one in query.parameters]
    if any(one.nullable for one in query.parameters):
        yield [None if o.nullable else _sample(str(o.type), 0) for o in query.parameters]


def _sample(type_: str, place: int) -> object:
    first = type_.partition(" | ")[0]
    if first == "ANY":
        return (1, "a")[place]
    return _DECLARED.get(first, _BY_AFFINITY[affinity(first)])[place]


def run(connection: sqlite3.Connection, query: Query, seen: Seen) -> None:
    """Run a query with each of its arguments over the rows there are, and undo it."""
    for given in arguments(query):
        connection.execute("SAVEPOINT one")
        try:
            cursor = connection.execute(query.sql, given)
            if seen.names is None:
                seen.names = [item[0] for item in cursor.description or ()]
                seen.classes = [set() for _ in seen.names]
                seen.nulls = [False] * len(seen.names)
            seen.add(cursor.fetchall())
        except sqlite3.IntegrityError:
            pass  # the arguments do not suit these rows
        connection.execute("ROLLBACK TO one")
        connection.execute("RELEASE one")


def thin_out(connection: sqlite3.Connection, keep: int) -> None:
    """Leave so many rows in each table."""
    connection.execute("PRAGMA foreign_keys = OFF")
    names = connection.execute(
        "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        " AND name NOT LIKE 'sqlite%'"
    )
    for name, without_rowid in names.fetchall():
        columns = connection.execute("SELECT name FROM pragma_table_info(?)", (name,)).fetchall()
        key = f'"{columns[0][0]}"' if without_rowid else "rowid"
        connection.execute(
            f'DELETE FROM "{name}" WHERE {key} NOT IN (SELECT {key} FROM "{name}" LIMIT {keep})'
        )


def unfit(query: Query, seen: Seen) -> list[str]:
    """Return what the rows refute of what we say of a query."""
    names = [column.name for column in query.columns]
    if seen.names is None:
        return ["it never ran"]
    if names != seen.names:
        return [f"names {names}, SQLite {seen.names}"]
    found: list[str] = []
    for column, classes, null in zip(query.columns, seen.classes, seen.nulls, strict=True):
        if null and not column.nullable:
            found.append(f"{column.name} is NULL in a row, we say: {column.why}")
        loose = {"INTEGER", "REAL"} if column.loose else set[str]()
        allowed = storage_classes(column.type) | loose
        if extra := classes - allowed:
            found.append(f"{column.name} is {sorted(extra)} in a row, we say {column.type}")
    if query.exactly_one and seen.counts - {1}:
        found.append(f"it gave {sorted(seen.counts)} rows, we say exactly one")
    return found


def too_wide(query: Query, seen: Seen) -> Iterator[str]:
    """Yield the columns whose type holds classes that no row has shown."""
    for column, classes in zip(query.columns, seen.classes, strict=True):
        unseen = storage_classes(column.type) - classes
        if (" | " in column.type.name or column.type.name == "ANY") and unseen and classes:
            yield f"{query.name}.{column.name}: {column.type} only {sorted(classes)}"


def observed(
    schema: str, queries: Sequence[Query], *, thinned: Sequence[int] = (1, 0)
) -> list[Seen]:
    """Run queries over all rows of a schema's script, over few of them and over none."""
    found = [Seen() for _ in queries]
    for keep in (None, *thinned):
        with database(schema) as connection:
            if keep is not None:
                thin_out(connection, keep)
            for query, seen in zip(queries, found, strict=True):
                run(connection, query, seen)
    return found


__all__ = ["CLASSES", "Seen", "database", "observed", "too_wide", "unfit"]
