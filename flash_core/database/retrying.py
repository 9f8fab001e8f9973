"""Running a transaction again when the server asks for it.

Depends on: session, protocol, queries, errors, _compat.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from flash_core._compat import sleep
from flash_core.errors import Deadlock, ProgrammingError, SerializationFailure

from .queries import QueriesBase
from .session import Session
from .watching import unwatched

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager

    from flash_core._compat import Work

    from .protocol import Isolation

T = TypeVar("T")
TxT = TypeVar("TxT")
TxT_co = TypeVar("TxT_co", covariant=True)

_FIRST: Final = 0.02  # seconds, the upper bound of the first wait; each next one is double
_LONGEST: Final = 2.0


class Transactional(Protocol[TxT_co]):
    """Generated queries, a database or a connection."""

    def transaction(
        self,
        *,
        isolation: Isolation | None = None,
        read_only: bool = False,
        deferrable: bool = False,
    ) -> AbstractAsyncContextManager[TxT_co]:
        """Open a transaction."""
        ...


async def retry(
    db: Transactional[TxT],
    work: Work[TxT, T],
    *,
    attempts: int = 5,
    isolation: Isolation | None = None,
    read_only: bool = False,
    deferrable: bool = False,
) -> T:
    """Do some work in a transaction, and do it again when it conflicts with another one.

    That is when the server ends it by ``SerializationFailure`` or ``Deadlock``.  Before the next
    attempt comes a random wait, so that those who met once do not meet again.  Every attempt is a
    transaction of its own; what the work does outside the database is done again, too.

    Args:
        db: Where the transaction is opened.
        work: Called with the transaction.
        attempts: How many there are at most.
        isolation: As for ``transaction()``.
        read_only: As for ``transaction()``.
        deferrable: As for ``transaction()``.

    Returns:
        What the work returned.

    Raises:
        SerializationFailure: The last attempt failed, too.
        Deadlock: The last attempt failed, too.
        ProgrammingError: A transaction is open already: the whole of it would have to be repeated.
        ValueError: There is to be no attempt.
    """
    if attempts < 1:
        message = f"attempts is {attempts}; it must be at least 1"
        raise ValueError(message)
    for attempt in range(1, attempts + 1):
        try:
            async with db.transaction(
                isolation=isolation, read_only=read_only, deferrable=deferrable
            ) as tx:
                _refuse_savepoint(tx)
                return await work(tx)
        except (SerializationFailure, Deadlock) as error:
            if attempt == attempts:
                error.add_note(f"retry() gave up after {attempts} attempts")
                raise
        await sleep(_wait(attempt))
    raise AssertionError  # the last attempt has returned or raised


def _refuse_savepoint(tx: object) -> None:
    session = unwatched(tx.db) if isinstance(tx, QueriesBase) else tx
    if isinstance(session, Session) and session.nested:
        message = (
            "retry() inside a transaction could repeat only a part of it; "
            "call retry() with what opens the outermost transaction"
        )
        raise ProgrammingError(message)


def _wait(attempt: int) -> float:
    longest = min(_FIRST * 2.0 ** (attempt - 1), _LONGEST)
    return random.random() * longest  # noqa: S311 - it only has to differ from that of others
