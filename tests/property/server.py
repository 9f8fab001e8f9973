"""A PostgreSQL session in which everything that an example does is undone.

Depends on: psycopg, flash_sync (the adapter under test).
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg.pq import ExecStatus

import flash_sync
from flash_core.errors import DatabaseError

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from psycopg.pq.abc import PGresult

    from flash_core.values import Sql


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the server did not take a statement."""

    sqlstate: str
    message: str


@dataclass(frozen=True, slots=True)
class Description:
    """What the server says of a statement: printed types, and names of the columns."""

    parameters: tuple[str, ...]
    columns: tuple[str, ...]
    names: tuple[str, ...]


class Server:
    """A session on a database of its own.

    Args:
        connection: It must be in autocommit mode.
    """

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection
        self._adapter = flash_sync.wrap(connection)
        self._types: dict[int, str] = {}
        connection.execute("SET statement_timeout = 2000")

    @contextmanager
    def undone(self) -> Generator[None]:
        """Undo at the end what is done inside."""
        self._connection.execute("BEGIN")
        try:
            yield
        finally:
            self._connection.execute("ROLLBACK")

    def keep(self, sql: str) -> Refusal | None:
        """Run a statement and keep what it did, unless it is refused."""
        self._connection.execute("SAVEPOINT one")
        refusal = _refusal(self._connection.pgconn.exec_(sql.encode()))
        self._connection.execute("RELEASE one" if refusal is None else "ROLLBACK TO one")
        return refusal

    @contextmanager
    def _apart(self) -> Generator[None]:
        self._connection.execute("SAVEPOINT one")
        try:
            yield
        finally:
            self._connection.execute("ROLLBACK TO one")

    def describe(self, sql: str) -> Description | Refusal:
        """Prepare a statement, and return what the server says of it."""
        connection = self._connection.pgconn
        with self._apart():
            refusal = _refusal(connection.prepare(b"", sql.encode()))
            if refusal is not None:
                return refusal
            found = connection.describe_prepared(b"")
        fields = range(found.nfields)
        return Description(
            tuple(self._type(found.param_type(place)) for place in range(found.nparams)),
            tuple(self._type(found.ftype(place)) for place in fields),
            tuple((found.fname(place) or b"").decode() for place in fields),
        )

    def texts(self, sql: str, arguments: Sequence[str | None]) -> PGresult | Refusal:
        """Run a statement and return its rows as the server writes them."""
        values = [None if each is None else each.encode() for each in arguments]
        with self._apart():
            result = self._connection.pgconn.exec_params(sql.encode(), values)
            return _refusal(result) or result

    def rows(
        self, sql: Sql[tuple[object, ...]], arguments: Sequence[str | None]
    ) -> list[tuple[object, ...]] | DatabaseError:
        """Run a statement through the adapter that generated code uses."""
        with self._apart():
            try:
                return self._adapter.fetch(sql, *arguments)
            except DatabaseError as error:
                return error

    def _type(self, oid: int) -> str:
        if oid not in self._types:
            row = self._connection.execute("SELECT format_type(%s, NULL)", (oid,)).fetchone()
            self._types[oid] = "" if row is None else str(row[0])
        return self._types[oid]


def _refusal(result: PGresult) -> Refusal | None:
    if result.status in {ExecStatus.COMMAND_OK, ExecStatus.TUPLES_OK}:
        return None
    state = result.error_field(psycopg.pq.DiagnosticField.SQLSTATE) or b""
    message = result.error_field(psycopg.pq.DiagnosticField.MESSAGE_PRIMARY) or b""
    return Refusal(state.decode(), message.decode())
