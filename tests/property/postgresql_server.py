"""A PostgreSQL session in which everything that an example does is undone.

Depends on: claims, psycopg, flash_sync (the adapter under test).
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import psycopg
from hypothesis import reject
from psycopg.pq import ExecStatus

import flash_sync
from flash_core.analysis.wire import column_type, parameter_type
from flash_core.errors import DatabaseError
from flash_core.values import Sql

from .claims import Description, Refusal, Result

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from psycopg.pq.abc import PGresult

    from flash_core.analysis.model import Query
    from flash_core.catalog.model import Catalog

    from .annotations import Annotations
    from .expressions import Argument


class PostgresqlServer:
    """A session on a database of its own.

    Args:
        connection: It must be in autocommit mode.
    """

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self._types: dict[int, str] = {}
        self._use(connection)

    def _use(self, connection: psycopg.Connection[Any]) -> None:
        self._connection = connection
        self._dsn = connection.info.dsn
        self._adapter = flash_sync.wrap(connection)
        connection.execute("SET statement_timeout = 2000")

    def close(self) -> None:
        """End the session, which may be another one than that which was given."""
        self._connection.close()

    @contextmanager
    def undone(self) -> Generator[None]:
        """Undo at the end what is done inside.

        A statement that crashes the server itself, as one in a hundred thousand does, is
        no example: it goes on when the server has recovered.
        """
        if self._connection.closed:
            self._use(_reconnected(self._dsn))
        self._connection.execute("BEGIN")
        try:
            yield
        except Exception:
            if self._connection.closed:
                reject()
            raise
        finally:
            if not self._connection.closed:
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

    def claimed(self, query: Query, catalog: Catalog) -> Description:
        """Return what the compiler says of a query, in the server's words."""
        return Description(
            tuple(parameter_type(each.type, catalog) for each in query.parameters),
            tuple(column_type(each.type, catalog) for each in query.columns),
            tuple(each.name for each in query.columns),
        )

    def run(
        self, query: Query, arguments: Sequence[Argument], annotations: Annotations
    ) -> Result | Refusal:
        """Run a query and undo what it did; NULL is looked for in what the server writes."""
        del annotations
        nullable = {each.number for each in query.parameters if each.nullable}
        values = [
            None if each.null and number in nullable else each.text
            for number, each in enumerate(arguments, 1)
        ]
        found = self._texts(query.sql, values)
        if isinstance(found, Refusal):
            return found
        nulls = [
            sum(found.get_value(row, place) is None for row in range(found.ntuples))
            for place in range(found.nfields)
        ]
        rows = self._rows(Sql[tuple[object, ...]](query.sql), values)
        came = None if isinstance(rows, DatabaseError) else rows
        return Result(found.ntuples, tuple(nulls), came)

    def _texts(self, sql: str, arguments: Sequence[str | None]) -> PGresult | Refusal:
        values = [None if each is None else each.encode() for each in arguments]
        with self._apart():
            result = self._connection.pgconn.exec_params(sql.encode(), values)
            return _refusal(result) or result

    def _rows(
        self, sql: Sql[tuple[object, ...]], arguments: Sequence[str | None]
    ) -> list[tuple[object, ...]] | DatabaseError:
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


def _reconnected(dsn: str) -> psycopg.Connection[Any]:
    for _ in range(100):
        try:
            return psycopg.connect(dsn, autocommit=True)
        except psycopg.OperationalError:  # it recovers
            time.sleep(0.1)
    message = "the server did not come back"
    raise RuntimeError(message)


def _refusal(result: PGresult) -> Refusal | None:
    if result.status in {ExecStatus.COMMAND_OK, ExecStatus.TUPLES_OK}:
        return None
    state = result.error_field(psycopg.pq.DiagnosticField.SQLSTATE) or b""
    message = result.error_field(psycopg.pq.DiagnosticField.MESSAGE_PRIMARY) or b""
    return Refusal(state.decode(), message.decode())
