# Generated from flash_core/database/introspect/postgres.py by `nox -s unasync`: edit that file.
"""What a live PostgreSQL database contains, as statements that make it again.

Objects come in an order in which they can be created: by what the server itself says depends on
what, and by age where nothing depends on anything.  What belongs to extensions, and Flash's own
table, is left out.

Depends on: connection, definition, postgres_catalog, postgres_privileges.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from .definition import Definition
from .postgres_catalog import COMMENTS, DEPENDENCIES, OBJECTS, VERSION
from .postgres_privileges import privileges

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flash_sync.connection import Connection

    from .postgres_catalog import Row

_NAMED_NOT_NULLS: Final = 180000  # the first version whose NOT NULLs are constraints

# How COMMENT ON writes what pg_identify_object calls otherwise.
_COMMENTED: Final = {
    "table column": "COLUMN",
    "view column": "COLUMN",
    "materialized view column": "COLUMN",
    "foreign table column": "COLUMN",
    "composite type column": "COLUMN",
    "table constraint": "CONSTRAINT",
    "domain constraint": "CONSTRAINT",
    "composite type": "TYPE",
    "foreign-data wrapper": "FOREIGN DATA WRAPPER",
    "statistics object": "STATISTICS",
}


def dump(connection: Connection) -> list[Definition]:
    """Return everything that the database contains, in an order in which it can be created.

    Args:
        connection: To the database; only read from.

    Raises:
        DatabaseError: The server refuses to tell.
    """
    with connection.transaction(isolation="repeatable read", read_only=True) as session:
        session.execute("SET LOCAL search_path = public")
        rows: list[Row] = []
        for query in OBJECTS:
            rows += session.fetch(query)
        edges = session.fetch(DEPENDENCIES)
        comments = session.fetch(COMMENTS)
        granted = privileges(session)
        version = int(session.fetchval(VERSION) or 0)
    found = [
        Definition(kind, _plain(name), sql, tuple(facts), vague=version < _NAMED_NOT_NULLS)
        for _, kind, _, _, name, sql, facts in _ordered(rows, edges)
    ]
    return [*found, *(_comment(*row) for row in comments), *granted]


def version(connection: Connection) -> int:
    """Return which version a server is: ``180001``."""
    with connection.transaction(read_only=True) as session:
        return int(session.fetchval(VERSION) or 0)


def _plain(name: str) -> str:
    return name.removeprefix("public.")


def _comment(kind: str, identity: str, text: str | None) -> Definition:
    word = _COMMENTED.get(kind, kind.upper())
    target = identity
    if kind == "domain constraint":
        name, _, domain = identity.partition(" on ")
        target = f"{name} ON DOMAIN {domain}"
    elif kind == "aggregate" and identity.endswith("()"):
        target = f"{identity[:-2]}(*)"
    elif " on " in identity:
        target = identity.replace(" on ", " ON ", 1)
    literal = "NULL" if text is None else "'" + text.replace("'", "''") + "'"
    name = f"{word.lower()} {_plain(identity)}"
    return Definition("comment", name, f"COMMENT ON {word} {target} IS {literal}", (literal,))


def _ordered(rows: Sequence[Row], edges: Iterable[tuple[str, int, str, int]]) -> list[Row]:
    """Return the rows by need; the oldest first where there is a choice."""
    listed = sorted(rows, key=lambda row: (row[0], row[3]))
    place = {(row[2], row[3]): number for number, row in enumerate(listed)}
    needs: dict[int, set[int]] = {number: set() for number in range(len(listed))}
    for one, user, other, used in edges:
        first, second = place.get((one, user)), place.get((other, used))
        if first is not None and second is not None and first != second:
            needs[first].add(second)
    return [listed[number] for number in _sorted(needs)]


def _sorted(needs: dict[int, set[int]]) -> list[int]:
    """Return the numbers so that each comes after those it needs; the lowest free one first."""
    users: dict[int, list[int]] = defaultdict(list)
    for number, needed in needs.items():
        for need in needed:
            users[need].append(number)
    waiting = {number: len(needed) for number, needed in needs.items()}
    free = [number for number, count in waiting.items() if not count]
    heapq.heapify(free)
    result: list[int] = []
    while waiting:
        number = heapq.heappop(free) if free else min(waiting)  # a cycle: the oldest first
        if number not in waiting:
            continue
        del waiting[number]
        result.append(number)
        for user in users[number]:
            if user in waiting:
                waiting[user] -= 1
                if not waiting[user]:
                    heapq.heappush(free, user)
    return result
