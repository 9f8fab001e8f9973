"""What opens and ends a transaction: the statements, how it is asked for, what is refused.

Depends on: errors, protocol, _compat.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, get_args

from flash_core._compat import WITH
from flash_core.errors import OperationalError, ProgrammingError

from .protocol import Isolation

_CONTROL: Final = re.compile(
    r"(?>\s+|--[^\n]*(?:\n|$)|/\*.*?\*/)*+"
    r"(?:BEGIN|START\s+TRANSACTION|COMMIT(?!\s+PREPARED)|END|ROLLBACK(?!\s+PREPARED)|ABORT"
    r"|SAVEPOINT|RELEASE)\b",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Block:
    """The statements that open and end a transaction or savepoint.

    Attributes:
        begin: What opens it.
        commit: What ends it well.
        rollback: What ends it otherwise.
        after: What restores the connection, whichever way it ended.
        nested: It is a savepoint.
    """

    begin: tuple[str, ...]
    commit: tuple[str, ...] = ("COMMIT",)
    rollback: tuple[str, ...] = ("ROLLBACK",)
    after: tuple[str, ...] = ()
    nested: bool = False


@dataclass(frozen=True, slots=True)
class Modes:
    """How a transaction is asked for."""

    isolation: Isolation | None = None
    read_only: bool = False
    deferrable: bool = False

    def __post_init__(self) -> None:
        if self.isolation is not None and self.isolation not in get_args(Isolation):
            message = f"isolation is one of {', '.join(get_args(Isolation))}; got {self.isolation}"
            raise ValueError(message)

    def sql(self) -> str:
        """Return the modes as SQL writes them after BEGIN or SET TRANSACTION."""
        parts: list[str] = []
        if self.isolation is not None:
            parts.append(f"ISOLATION LEVEL {self.isolation.upper()}")
        if self.read_only:
            parts.append("READ ONLY")
        if self.deferrable:
            parts.append("DEFERRABLE")
        return ", ".join(parts)

    def savepoint(self, depth: int) -> Block:
        """Return a block inside a transaction that is open already.

        Raises:
            ProgrammingError: The modes can only be chosen for the outermost transaction.
        """
        if self != Modes():
            message = (
                "only the outermost transaction can choose isolation, read_only and deferrable"
            )
            raise ProgrammingError(message)
        name = f"flash_{depth}"
        return Block(
            begin=(f"SAVEPOINT {name}",),
            commit=(f"RELEASE SAVEPOINT {name}",),
            rollback=(f"ROLLBACK TO SAVEPOINT {name}", f"RELEASE SAVEPOINT {name}"),
            nested=True,
        )


def controls_transaction(query: str) -> bool:
    """Tell whether a statement begins or ends a transaction."""
    return _CONTROL.match(query) is not None


def refuse_control(query: str) -> None:
    """Refuse a statement that begins or ends a transaction on something that has many connections.

    Raises:
        ProgrammingError: It would reach one connection, and the next statement another.
    """
    if _CONTROL.match(query) is not None:
        statement = query.strip().rstrip(";").split("\n")[-1].strip()
        message = (
            f"{statement} on a pool would reach one connection and the next statement another; "
            f"write: {WITH} db.transaction() as tx:"
        )
        raise ProgrammingError(message, query=query)


def deaf() -> ProgrammingError:
    """Return the error for who would listen inside a transaction."""
    return ProgrammingError(
        "a transaction is open, and notifications do not arrive inside it; "
        "listen on the database, or on a connection that nobody else uses"
    )


def not_begun() -> ProgrammingError:
    """Return the error for what only a transaction can do."""
    return ProgrammingError(
        f"no transaction of Flash is open here; write: {WITH} db.transaction() as tx:, and use tx"
    )


def over() -> ProgrammingError:
    """Return the error for a session that is used after its block."""
    return ProgrammingError(
        "this transaction is over: use it inside its block only, and not after rollback()"
    )


def aborted() -> OperationalError:
    """Return the error for a commit that the server turned into a rollback."""
    return OperationalError(
        "nothing was committed, because a statement of the transaction had failed; "
        "put what may fail into a transaction() of its own inside this one"
    )
