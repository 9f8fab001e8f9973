"""What many workers write at once, and what must be there in the end.

A worker moves an amount from one account to another and writes an entry about it, in one
transaction.  It notes what it was told; whoever was told of a commit must find the entry, and
whoever was told of a failure must not.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import flash_core

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Iterator

# No key: an entry that is written twice must be seen.
SCHEMA: Final = """
CREATE TABLE entries (id INTEGER NOT NULL, amount INTEGER NOT NULL);
CREATE TABLE accounts (id INTEGER PRIMARY KEY, total INTEGER NOT NULL CHECK (total > -1000000000));
"""
ACCOUNTS: Final = 50

Fault: TypeAlias = Literal["raise", "cancel", "end", "violate", "time out"]
_SERVER: Final[tuple[Fault, ...]] = ("raise", "cancel", "end", "violate", "time out")
_FILE: Final[tuple[Fault, ...]] = ("raise", "cancel", "end", "violate")

# What the session does to itself in the middle of its transaction.
_STRIKES: Final[dict[tuple[flash_core.Engine, Fault], tuple[str, ...]]] = {
    (flash_core.Engine.POSTGRESQL, "end"): ("SELECT pg_terminate_backend(pg_backend_pid())",),
    (flash_core.Engine.POSTGRESQL, "time out"): (
        "SET LOCAL statement_timeout = 5",
        "SELECT pg_sleep(5)",
    ),
    (flash_core.Engine.MYSQL, "end"): ("KILL CONNECTION_ID()",),
    (flash_core.Engine.MYSQL, "time out"): (
        "SET STATEMENT max_statement_time = 0.005 FOR SELECT sleep(5)",
    ),
    (flash_core.Engine.SQLITE, "end"): ("INSERT OR ROLLBACK INTO accounts VALUES (1, 0)",),
}


class Oops(Exception):
    """What a worker raises in its transaction."""


@dataclass
class Entry:
    """A transaction of a worker.

    Attributes:
        id: Its number.
        amount: What is moved.
        source: From which account.
        target: To which account.
        fault: What happens in it.
        complete: All has been written, but for the commit.
    """

    id: int
    amount: int
    source: int
    target: int
    fault: Fault | None
    complete: bool = False

    def insert(self) -> str:
        """Return the statement that writes the entry."""
        return f"INSERT INTO entries VALUES ({self.id}, {self.amount})"

    def moves(self) -> list[str]:
        """Return the statements that change the accounts: who meets another may deadlock."""
        return [
            f"UPDATE accounts SET total = total + {amount} WHERE id = {account}"
            for account, amount in ((self.source, self.amount), (self.target, 0))
        ]

    def strikes(self, engine: flash_core.Engine) -> tuple[str, ...]:
        """Return the statements that break the transaction.

        Raises:
            Oops: The worker itself does.
        """
        if self.fault == "raise":
            raise Oops
        if self.fault == "violate":
            return ("UPDATE accounts SET total = -2000000000 WHERE id = 1",)
        return _STRIKES.get((engine, self.fault), ()) if self.fault else ()


@dataclass
class Ledger:
    """What the workers were told.

    Attributes:
        engine: Where they write.
        rate: How many in a hundred transactions are to fail.
        committed: Entries whose commit was told.
        failed: Entries whose failure was told before the commit was sent.
        unknown: Entries whose worker was cancelled, or cut off, while it committed.
        errors: How often each exception was raised.
        foreign: Exceptions that are none of ours.
    """

    engine: flash_core.Engine
    rate: float = 1.0
    committed: dict[int, int] = field(default_factory=dict[int, int])
    failed: set[int] = field(default_factory=set[int])
    unknown: set[int] = field(default_factory=set[int])
    errors: Counter[str] = field(default_factory=Counter[str])
    foreign: list[BaseException] = field(default_factory=list[BaseException])
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def entry(self, choice: random.Random) -> Entry:
        """Return the next transaction of a worker."""
        source, target = choice.sample(range(1, ACCOUNTS + 1), 2)
        fault: Fault | None = None
        if choice.random() * 100 < self.rate:
            sqlite = self.engine is flash_core.Engine.SQLITE
            fault = choice.choice(_FILE if sqlite else _SERVER)
        return Entry(next(self._numbers), choice.randint(1, 1000), source, target, fault)

    def commit(self, entry: Entry) -> None:
        """Note that a commit was told."""
        self.committed[entry.id] = entry.amount

    def fail(self, entry: Entry, error: BaseException | None) -> None:
        """Note that an exception was raised, or ``None`` for a cancellation."""
        self.errors[type(error).__name__ if error is not None else "cancelled"] += 1
        if error is not None and not isinstance(error, (Oops, flash_core.FlashError)):
            self.foreign.append(error)
        # A commit that fails otherwise, by a conflict for instance, has been answered.
        lost = error is None or isinstance(error, flash_core.ConnectionLost)
        (self.unknown if entry.complete and lost else self.failed).add(entry.id)

    def check(self, found: Iterable[tuple[int, int]], total: int) -> None:
        """Compare the entries and the sum of all accounts with what the workers were told."""
        rows = list(found)
        there = dict(rows)
        assert not self.foreign, f"errors outside the hierarchy: {self.foreign[:3]!r}"
        assert len(there) == len(rows), "an entry is there twice"
        assert not self.committed.keys() - there.keys(), "a committed entry is not there"
        assert not self.failed & there.keys(), "an entry is there whose failure was told"
        assert there.keys() <= self.committed.keys() | self.unknown
        assert sum(there.values()) == total, "half of a transaction was committed"

    def __str__(self) -> str:
        """Count what happened."""
        return (
            f"{len(self.committed)} committed, {len(self.failed)} failed, "
            f"{len(self.unknown)} unknown; {dict(self.errors)}"
        )
