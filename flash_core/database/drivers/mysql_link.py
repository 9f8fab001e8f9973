"""The way to one MySQL or MariaDB connection, whichever driver it belongs to.

Statements go through ``query()``, below the cursors: so a cursor class of the user's does not
matter, and no warnings are fetched with a round trip of their own.

Depends on: blocks, errors, mysql_errors, mysql_options, mysql_reading, mysql_values, mysql_wire,
_compat.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from weakref import WeakKeyDictionary

from flash_core._compat import Turn, finish
from flash_core.database.blocks import aborted, controls_transaction
from flash_core.errors import (
    ConnectionLost,
    DatabaseError,
    OperationalError,
    ProgrammingError,
)

from .mysql_errors import SYNTAX_ERROR, mysql_error, number_of
from .mysql_reading import Reading
from .mysql_values import Text, refuse_zero_dates, statement, statements
from .mysql_wire import Result

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core._compat import Work

    from .mysql_options import Options
    from .mysql_wire import Build, Built, Wire

# Flags of the protocol.
FOUND_ROWS: Final = 1 << 1
MULTI_STATEMENTS: Final = 1 << 16
_IN_TRANSACTION: Final = 1 << 0
_AUTOCOMMIT: Final = 1 << 1
_NO_BACKSLASH_ESCAPES: Final = 1 << 9


class Link:
    """One connection, used by one task at a time.

    Args:
        wire: Its driver.
        connection: The driver's.

    Attributes:
        ended: The server ended the transaction that was open here, to break a deadlock for instance.
        kept: No statement ends a transaction: a framework of the user's does.
        opening: Held while a transaction is begun.
    """

    __slots__ = (
        "__weakref__",
        "_foreign",
        "_reading",
        "_turn",
        "_wire",
        "connection",
        "ended",
        "kept",
        "opening",
    )

    def __init__(self, wire: Wire, connection: Any) -> None:
        self._wire = wire
        self._turn = Turn()
        self._foreign = getattr(connection, wire.decoders_name) != wire.decoders or not getattr(
            connection, wire.unicode_name
        )
        self.connection = connection
        self.ended = False
        self.kept = False
        self.opening = Turn()
        self._reading: Reading | None = None

    @property
    def is_open(self) -> bool:
        """The connection can still be used."""
        return self._wire.is_open(self.connection)

    @property
    def is_quiet(self) -> bool:
        """The server has neither gone nor said anything since it was last asked."""
        return self._wire.is_quiet(self.connection)

    @property
    def maybe_in_transaction(self) -> bool:
        """A transaction is open, as far as the last answer of the server tells."""
        return bool(self.connection.server_status & _IN_TRANSACTION)

    async def in_transaction(self) -> bool:
        """Tell whether a transaction is open."""
        await self._turn.acquire()
        try:
            await self._settle()
            return await self._look()
        except self._wire.failures as exc:
            raise mysql_error(exc, None) from exc
        finally:
            self._turn.release()

    async def run(self, query: str, args: tuple[object, ...], build: Build | None = None) -> Result:
        """Run a statement, in a transaction of its own where the connection would open one.

        Args:
            query: The statement.
            args: For its placeholders.
            build: What the caller will build of the rows; it is done here if that is quicker.
        """
        await self._turn.acquire()
        try:
            if self.ended:
                raise aborted()
            await self._settle()
            if self.kept or self.connection.server_status & _AUTOCOMMIT:
                return await self._send(query, args, build)
            return await self._join(query, args, build)
        except self._wire.failures as exc:
            raise await self._failure(exc, query) from exc
        finally:
            self._turn.release()

    async def run_many(self, query: str, sets: Sequence[tuple[object, ...]]) -> None:
        """Run a statement once for each set of parameters, inside a transaction."""
        await self._turn.acquire()
        try:
            if self.ended:
                raise aborted()
            await self._settle()
            for sql in statements(query, sets, self._text()):
                await self._exchange(sql)
        except self._wire.failures as exc:
            raise await self._failure(exc, query) from exc
        finally:
            self._turn.release()

    async def command(self, sql: str) -> None:
        """Run one statement that controls the transaction, as it stands."""
        await self._turn.acquire()
        try:
            if self.ended and sql == "COMMIT":
                raise aborted()
            await self._settle()
            await self._send(sql, ())
        except self._wire.failures as exc:
            raise mysql_error(exc, sql) from exc
        finally:
            self._turn.release()

    async def open_rows(self, query: str, args: tuple[object, ...]) -> Reading:
        """Run a statement that only reads, and leave its rows with the server."""
        await self._turn.acquire()
        try:
            if self.ended:
                raise aborted()
            await self._settle()
            status = self.connection.server_status
            kept = self.kept or status & _AUTOCOMMIT
            alone = not kept and not await self._look()
            result = await self._answer(query, args, lazily=True)
        except self._wire.failures as exc:
            raise await self._failure(exc, query) from exc
        else:
            reading = self._reading = Reading(result, query, alone=alone)
            return reading
        finally:
            self._turn.release()

    async def next_rows(self, reading: Reading) -> list[Any]:
        """Return the next rows of a statement; none when it has no more."""
        await self._turn.acquire()
        try:
            if self._reading is reading:
                await self._read_on(reading)
            return reading.take()
        except self._wire.failures as exc:
            raise mysql_error(exc, reading.query) from exc
        finally:
            self._turn.release()

    def discard(self, reading: Reading) -> None:
        """Close the connection, unless all rows have been read."""
        if self._reading is reading:
            reading.end()
            self._reading = None
            self.drop()

    async def _settle(self) -> None:
        """Make room for a statement: read what is left of an earlier one."""
        reading = self._reading
        if reading is not None:
            try:
                while self._reading is reading:
                    await self._read_on(reading)
            except self._wire.failures as exc:  # for whoever reads these rows
                reading.failure = exc

    async def _read_on(self, reading: Reading) -> None:
        """Read some rows; the last time, end the transaction that the statement opened."""
        try:
            more = await reading.read(self.connection)
        except BaseException as exc:
            reading.end()
            self._reading = None
            # Unless the server has said what is wrong, the rest of its answer is still to come.
            if not isinstance(exc, (self._wire.error, ProgrammingError)):
                self.drop()
            raise
        if not more:
            self._reading = None
            if reading.alone:
                await self.connection.commit()

    async def tidy(self) -> bool:
        """Tell whether somebody else may have it: it is open, and in no transaction."""
        self.ended = False
        return self.is_open and not self.maybe_in_transaction

    async def is_alive(self) -> bool:
        """Ask the server."""
        try:
            await self.connection.ping(reconnect=False)
        except self._wire.failures:
            return False
        except BaseException:
            self.drop()
            raise
        return self.is_open

    def drop(self) -> None:
        """Close the connection at once."""
        self._wire.drop(self.connection)

    async def close(self) -> None:
        """Close the connection; it may be closed already, or broken."""
        try:
            await self._wire.close(self.connection)
        except self._wire.failures:
            self.drop()

    async def _join(self, query: str, args: tuple[object, ...], build: Build | None) -> Result:
        alone = not await self._look()
        try:
            result = await self._send(query, args, build)
            if alone and not controls_transaction(query):
                await self.connection.commit()
        except BaseException:
            if alone and self.is_open:
                await finish(self._roll_back())
            raise
        return result

    async def _roll_back(self) -> None:
        try:
            await self.connection.rollback()
        except self._wire.failures:
            self.drop()

    async def _look(self) -> bool:
        """Tell whether a transaction is open.

        A result set ends with the state of the session, but two of the drivers do not keep it, and
        the third takes no state of 0; so where a mere SELECT opens a transaction, the server is
        asked.
        """
        if not self.connection.server_status & _AUTOCOMMIT:
            await self.connection.ping(reconnect=False)
        return self.maybe_in_transaction

    async def _send(
        self, query: str, args: tuple[object, ...], build: Build | None = None
    ) -> Result:
        building = None if build is None else self._wire.building(build, query)
        if building is not None:
            return await self._send_building(query, args, building)
        result = await self._answer(query, args)
        rows, result.rows = result.rows, None  # the driver keeps its result until the next one
        if rows:
            refuse_zero_dates(rows, result.description, query)
        return Result(result.affected_rows, rows, result.insert_id or 0)

    async def _send_building(
        self, query: str, args: tuple[object, ...], building: Work[Any, Built | None]
    ) -> Result:
        result = await self._answer(query, args, lazily=True)
        try:
            built = await building(result)
            if built is None:
                self.connection.server_status = result.server_status
            await self._skip_results()
        except BaseException as exc:
            self._drop_unless_told(exc)
            raise
        return Result(result.affected_rows, None, result.insert_id or 0, built)

    async def _answer(self, query: str, args: tuple[object, ...], *, lazily: bool = False) -> Any:
        """Send a statement and return the driver's result, its rows not yet read if ``lazily``."""
        return await self._exchange(statement(query, args, self._text()), lazily=lazily)

    def _text(self) -> Text:
        """Return how the connection reads statements now."""
        backslashes = not self.connection.server_status & _NO_BACKSLASH_ESCAPES
        return Text(getattr(self.connection, self._wire.encoding_name), backslashes)

    async def _exchange(self, sql: bytes, *, lazily: bool = False) -> Any:
        try:
            read = self._read_our_way if self._foreign else self._read
            return await read(sql, lazily=lazily)
        except BaseException as exc:
            self._drop_unless_told(exc)
            raise

    def _drop_unless_told(self, exc: BaseException) -> None:
        # Unless the server has said what is wrong, the rest of its answer is still to come.
        if not isinstance(exc, self._wire.error):
            self.drop()

    async def _read(self, sql: bytes, *, lazily: bool) -> Any:
        """Return the first result of a statement; a procedure has more of them."""
        connection = self.connection
        await connection.query(sql, unbuffered=lazily)
        result = connection._result  # noqa: SLF001 - cursors read it there
        if lazily:
            return result
        if result.rows is None:
            connection.server_status = result.server_status
        await self._skip_results()
        return result

    async def _skip_results(self) -> None:
        connection = self.connection
        while connection._result.has_next:  # noqa: SLF001 - as above
            await connection.next_result()

    async def _read_our_way(self, sql: bytes, *, lazily: bool) -> Any:
        """As :meth:`_read`, on a connection whose user has decoders of their own."""
        wire, connection = self._wire, self.connection
        decoders = getattr(connection, wire.decoders_name)
        use_unicode = getattr(connection, wire.unicode_name)
        setattr(connection, wire.decoders_name, wire.decoders)
        setattr(connection, wire.unicode_name, True)
        try:
            return await self._read(sql, lazily=lazily)
        finally:
            setattr(connection, wire.decoders_name, decoders)
            setattr(connection, wire.unicode_name, use_unicode)

    async def _failure(self, exc: Exception, query: str) -> DatabaseError:
        """Return our exception, and find out whether the server ended the transaction."""
        error = mysql_error(exc, query)
        number = number_of(exc)
        if isinstance(error, ConnectionLost):  # a server that ends a session may say so first
            self.drop()
        elif self.maybe_in_transaction and isinstance(error, OperationalError):
            # A deadlock, a wait for a lock that took too long, too many locks …
            self.ended = await self.is_alive() and not self.maybe_in_transaction
        flags: int = getattr(self.connection, "client_flag", MULTI_STATEMENTS)
        if number == SYNTAX_ERROR and not flags & MULTI_STATEMENTS and ";" in query:
            error.add_note(
                "several statements at once need a connection that was opened with "
                "client_flag=CLIENT.MULTI_STATEMENTS"
            )
        return error


# Several adapters may stand over one connection of the user's.
_links: WeakKeyDictionary[object, Link] = WeakKeyDictionary()


def link_to(wire: Wire, connection: Any, *, kept: bool = False) -> Link:
    """Return the link to a connection of the user's.

    Args:
        wire: Its driver.
        connection: The driver's.
        kept: No statement ends a transaction: a framework of the user's does.
    """
    link = _links.get(connection)
    if link is None:
        link = _links[connection] = Link(wire, connection)
    link.kept = link.kept or kept
    return link


async def connect_link(wire: Wire, options: Options) -> Link:
    """Connect.

    Raises:
        ConnectionLost: The server cannot be reached, or refuses.
    """
    try:
        return Link(wire, await wire.open(options))
    except wire.failures as exc:
        cause = exc.__cause__
        reason = str(mysql_error(exc, None))
        if cause is not None and str(cause) and str(cause) not in reason:
            reason += f" ({cause})"
        message = f"cannot connect to {options.server} at {options.place}: {reason}"
        raise ConnectionLost(message, sqlstate=getattr(exc, "sqlstate", None)) from exc
