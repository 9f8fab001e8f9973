# Generated from flash_core/database/frameworks.py by `nox -s unasync`: edit that file.
"""What a framework lends: a driver's connection, in a transaction that the framework ends.

Which connection that is can change with every call, so it is asked for each time.  Our statements
go to the driver's connection; transactions and savepoints are opened through the framework, which
then knows of them.

Depends on: blocks, connection, session, drivers.
"""

from __future__ import annotations

import abc
from contextlib import closing, contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol

from flash_core.errors import (
    ConnectionLost,
    DatabaseError,
    OperationalError,
    PoolTimeout,
    ProgrammingError,
)
from flash_core.strangers import instead_of

from .blocks import Block as StatementBlock
from .blocks import Modes, over
from .connection import Connection
from .drivers import DRIVERS
from .session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Sequence

    from flash_core.engine import Engine
    from flash_core.values import CopyTarget, ExecResult, RowT, Sql, T

_KINDS: Final[dict[str, type[DatabaseError]]] = {
    "TimeoutError": PoolTimeout,
    "OperationalError": ConnectionLost,
    "InterfaceError": ConnectionLost,
    "InvalidRequestError": ProgrammingError,
    "ProgrammingError": ProgrammingError,
}

# Statements of the framework's own open and end it, and it may be inside another one.
_THEIRS: Final = StatementBlock(begin=(), nested=True)


class Block(Protocol):
    """A transaction or savepoint that the framework has opened."""

    def commit(self) -> object:
        """End it well."""
        ...

    def rollback(self) -> object:
        """Undo what was done in it."""
        ...


class _Calls(Connection):
    """The ways to run a statement, on the connection that is lent now."""

    __slots__ = ()

    @abc.abstractmethod
    def lend(self) -> Session:
        """Return the adapter of the connection to use now, in the framework's transaction."""

    def execute(self, query: str, /, *args: object) -> int:
        """Run a statement and return how many rows it affected."""
        return (self.lend()).execute(query, *args)

    def execute_result(self, query: str, /, *args: object) -> ExecResult:
        """Run a statement and return how many rows it affected, and the id of the row inserted."""
        return (self.lend()).execute_result(query, *args)

    def fetch(self, query: Sql[RowT], /, *args: object) -> list[RowT]:
        """Run a statement and return all of its rows."""
        return (self.lend()).fetch(query, *args)

    def fetch_built(
        self,
        query: Sql[RowT],
        build: Callable[[Sequence[RowT]], Iterable[T]],
        /,
        *args: object,
    ) -> list[T]:
        """Run a statement and return what is built of its rows."""
        return (self.lend()).fetch_built(query, build, *args)

    def fetchrow(self, query: Sql[RowT], /, *args: object) -> RowT | None:
        """Run a statement and return its first row, or None when there is none."""
        return (self.lend()).fetchrow(query, *args)

    def fetchval(self, query: Sql[tuple[T]], /, *args: object) -> T | None:
        """Run a statement and return the first column of its first row, or None."""
        return (self.lend()).fetchval(query, *args)

    def stream(self, query: Sql[RowT], /, *args: object) -> Generator[list[RowT]]:
        """Run a statement that only reads, and yield its rows, many at a time."""
        with closing((self.lend()).stream(query, *args)) as chunks:
            for rows in chunks:
                yield rows

    def execute_script(self, sql: str) -> None:
        """Run several statements, without arguments."""
        (self.lend()).execute_script(sql)


class FrameworkConnection(_Calls):
    """The connection that a framework lends for each call.

    Args:
        name: How the user calls the framework.
    """

    __slots__ = ("_adapter", "_driver", "_name")

    def __init__(self, name: str) -> None:
        self._name = name
        self._driver: object = None
        self._adapter: Session | None = None

    @property
    def engine(self) -> Engine:
        """The family of servers behind this.

        Raises:
            ProgrammingError: Nothing has been lent yet, so nobody knows.
        """
        if self._adapter is None:
            message = f"the engine is known once a query has run on {self._name}'s connection"
            raise ProgrammingError(message)
        return self._adapter.engine

    def adapt(self, driver: object) -> Session:
        """Return the adapter of a driver's connection.

        Raises:
            TypeError: It is of a driver that Flash does not know.
        """
        if self._adapter is None or self._driver is not driver:
            self._adapter = adapter_of(driver, self._name)
            self._driver = driver
        return self._adapter


class FrameworkSession(_Calls, Session):
    """A transaction or savepoint of the framework's.

    Args:
        name: How the user calls the framework.
        parent: Where it was opened.
        block: What ends it.
    """

    __slots__ = ("_name", "_open", "_parent")

    def __init__(self, name: str, parent: FrameworkConnection, block: Block) -> None:
        super().__init__(None)
        self._block = _THEIRS
        self._name = name
        self._parent = parent
        self._open: Block | None = block

    def lend(self) -> Session:
        """Return the adapter of the connection to use now."""
        if self._open is None:
            raise over()
        return self._parent.lend()

    @property
    def engine(self) -> Engine:
        """The family of servers behind this."""
        return self._parent.engine

    def enter(self, modes: Modes) -> Session:
        """Open a savepoint."""
        if self._open is None:
            raise over()
        return self._parent.enter(modes)

    def leave(self, *, commit: bool) -> None:
        """End the block."""
        block, self._open = self._open, None
        if block is None:  # after rollback()
            return
        self._over = True
        with translated(self._name):
            if commit:
                block.commit()
            else:
                block.rollback()

    def command(self, sql: str) -> None:
        """Run one statement that controls the transaction, as it stands."""
        (self.lend()).command(sql)

    def undo(self, sql: str) -> None:
        """Run one statement of a rollback, unless it is sure that no transaction is open."""
        (self.lend()).undo(sql)

    def send_many(self, query: str, sets: Sequence[tuple[object, ...]]) -> None:
        """Run a statement once for each set of parameters."""
        (self.lend()).send_many(query, sets)

    def read_many(self, query: Sql[RowT], sets: Sequence[tuple[object, ...]]) -> list[list[RowT]]:
        """Run a statement once for each set of parameters and return the rows of each."""
        return (self.lend()).read_many(query, sets)

    def copy_group(self, target: CopyTarget, rows: Sequence[tuple[object, ...]]) -> int:
        """Write rows, and return how many were written."""
        return (self.lend()).copy_group(target, rows)

    def read_first(
        self, query: Sql[RowT], sets: Sequence[tuple[object, ...]], *, exact: bool
    ) -> list[RowT | None]:
        """Run a statement once for each set of parameters and return the first row of each."""
        return (self.lend()).read_first(query, sets, exact=exact)

    def release(self) -> None:
        """Refuse every call from now on."""
        self._open = None


def adapter_of(driver: object, framework: str) -> Session:
    """Return the adapter of a connection that a framework holds.

    Raises:
        TypeError: It is of a driver that Flash does not know.
    """
    names = {f"{cls.__module__}.{cls.__qualname__}" for cls in type(driver).__mro__}
    for known in DRIVERS:
        if not known.connections.isdisjoint(names):
            adapter: Session = import_module(known.module).wrap_connection(driver, kept=True)
            return adapter
    drivers = ", ".join(known.name for known in DRIVERS)
    cls = type(driver)
    advice = instead_of(driver)
    message = (
        f"{framework} is connected through {cls.__module__}.{cls.__qualname__}, on which Flash does "
        f"not run: use {advice or f'one of the drivers {drivers}'}"
    )
    raise TypeError(message)


@contextmanager
def translated(framework: str) -> Generator[None]:
    """Raise our exceptions in place of a framework's."""
    try:
        yield
    except Exception as exc:
        if not type(exc).__module__.startswith(framework.lower()):
            raise
        names = (cls.__name__ for cls in type(exc).__mro__)
        kind = next((_KINDS[name] for name in names if name in _KINDS), OperationalError)
        raise kind(str(exc)) from exc
