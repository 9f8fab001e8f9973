"""Django's connection: our statements go to the driver's connection behind it.

Inside ``atomic()`` they are part of its transaction; outside they commit by themselves, unless
Django's autocommit is off.  ``transaction()`` is ``atomic()``, so Django's own queries take part in
it and ``on_commit`` runs when it should.  Written by hand: there is no asynchronous kin.

Depends on: frameworks.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Protocol

from flash_sync.frameworks import FrameworkConnection, FrameworkSession, translated

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from flash_sync.blocks import Modes
    from flash_sync.session import Session

_NAME: Final = "Django"


class DjangoConnection(Protocol):
    """What is needed of Django's connection."""

    alias: str
    connection: Any

    def ensure_connection(self) -> None:
        """Connect, unless it is connected."""
        ...

    def validate_no_broken_transaction(self) -> None:
        """Refuse a transaction that can only be rolled back."""
        ...


def wrap_connection(connection: DjangoConnection) -> FrameworkConnection:
    """Return an adapter of the user's connection."""
    return DjangoAdapter(connection)


class _Atomic:
    """An ``atomic()`` that has been entered."""

    def __init__(self, alias: str) -> None:
        atomic: AbstractContextManager[None] = import_module("django.db.transaction").atomic(alias)
        self._atomic = atomic
        atomic.__enter__()

    def commit(self) -> object:
        """End it well."""
        return self._atomic.__exit__(None, None, None)

    def rollback(self) -> object:
        """Undo what was done in it."""
        cause = RuntimeError("roll back")
        return self._atomic.__exit__(RuntimeError, cause, None)


class DjangoAdapter(FrameworkConnection):
    """Django's connection, whichever it is in this thread.

    Args:
        connection: ``django.db.connection``, or one of ``django.db.connections``.
    """

    __slots__ = ("_connection",)

    def __init__(self, connection: DjangoConnection) -> None:
        super().__init__(_NAME)
        self._connection = connection

    def lend(self) -> Session:
        """Return the adapter of the connection to use now."""
        with translated(_NAME):
            self._connection.ensure_connection()
            self._connection.validate_no_broken_transaction()
        return self.adapt(self._connection.connection)

    def enter(self, modes: Modes) -> Session:
        """Enter ``atomic()``."""
        modes.savepoint(0)  # refuses what Django does not let one choose
        self.lend()
        with translated(_NAME):
            block = _Atomic(self._connection.alias)
        return FrameworkSession(_NAME, self, block)
