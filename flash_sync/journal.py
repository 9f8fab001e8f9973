# Generated from flash_core/database/journal.py by `nox -s unasync`: edit that file.
"""Migrations whose statements cannot be taken back together: one at a time, noted down.

MySQL and MariaDB commit before and after every statement that defines something, and some
statements of the others run in no transaction.  So how many have run stands in the history, and a
migration that failed continues at the statement that did not run.

A statement and the note of it are one transaction where that is possible.  Where it is not, the
note before the statement has a fingerprint of the objects that the statement names.  When the
process was killed between the two notes, that fingerprint tells whether the statement has run.

Depends on: session, fingerprints, history, records, engine, errors.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.errors import DatabaseError, MigrationConflict, MigrationError

from .fingerprints import drop_invalid_index, fingerprint
from .history import Record, half_way

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .history import Migration, Script
    from .records import Records
    from .session import Session

# They would keep us from our own table, and nobody else is migrating.
_LOCKS: Final = re.compile(r"(?:UN)?LOCK\s+TABLES?\b", re.IGNORECASE)
# What changes rows: the note can be in its transaction.
_ROWS: Final = re.compile(
    r"(?:/\*.*?\*/\s*)*(?:INSERT|UPDATE|DELETE|REPLACE|SELECT|WITH|VALUES|DO|CALL|LOAD)\b",
    re.IGNORECASE | re.DOTALL,
)
_SETTINGS: Final = re.compile(
    r"(?:SET(?!\s+(?:@@)?GLOBAL|\s+PASSWORD)|USE|RESET)\b|/\*M?!\d*\s*SET\b", re.IGNORECASE
)
_INSIDE: Final = re.compile(r"(?!(?:VACUUM|PRAGMA|ATTACH|DETACH)\b)", re.IGNORECASE)
# "cannot run inside a transaction block"; a procedure that commits
_NOT_INSIDE: Final = frozenset({"25001", "2D000"})


@dataclass(frozen=True, slots=True)
class Journal:
    """Runs one direction of one migration.

    Attributes:
        session: In no transaction.
        records: The history.
        force: Continue although statements that have run were edited.
        before: Called before each statement, with its number.
    """

    session: Session
    records: Records
    force: bool
    before: Callable[[int], object]

    def run(self, migration: Migration, script: Script, record: Record) -> None:
        """Run the statements that have not run yet.

        Args:
            migration: Whose they are.
            script: The statements.
            record: What the history shall say while they run.

        Raises:
            MigrationConflict: Statements that have run were edited.
            MigrationError: A statement failed; the message says which have run.
        """
        statements = script.statements
        done = self._resumed(migration, script)
        if done is None:
            done = 0
            with self.session.transaction() as transaction:
                replace(self.records, session=transaction).write(record)
        else:
            self._restore(statements[:done])
            self.records.change(
                migration.id,
                state="running",
                statements=len(statements),
                done=done,
                digest=_digest(statements[:done]),
                fingerprint="",
            )
        for number in range(done + 1, len(statements) + 1):
            self.before(number)
            try:
                self._step(migration, statements, number)
            except DatabaseError as error:
                self._failed(migration, error)
                message = _failure(migration, script, number, error, record.direction)
                raise MigrationError(message) from error

    def _resumed(self, migration: Migration, script: Script) -> int | None:
        """Return how many statements have run, ``None`` when it was never begun."""
        found = [each for each in self.records.read() if each.id == migration.id]
        if not found or found[0].complete:
            return None
        record, statements = found[0], script.statements
        done = record.done
        if record.digest != _digest(statements[:done]) and not (self.force or done == 0):
            raise MigrationConflict(_edited(record))
        if record.state == "running" and record.fingerprint and done < len(statements):
            statement = statements[done]
            # A definition that a server took is there as a whole, so this decides.
            if not drop_invalid_index(self.session, statement):
                done += fingerprint(self.session, statement) != record.fingerprint
        elif done < len(statements):
            drop_invalid_index(self.session, statements[done])
        return min(done, len(statements))

    def _restore(self, statements: Sequence[str]) -> None:
        """Set in this session what statements that have run had set in theirs."""
        for statement in statements:
            if _SETTINGS.match(statement):
                self.session.execute_script(statement)

    def _step(self, migration: Migration, statements: Sequence[str], number: int) -> None:
        statement = statements[number - 1]
        note: dict[str, object] = {
            "done": number,
            "digest": _digest(statements[:number]),
            "fingerprint": "",
        }
        family = self.session.engine.family
        if family is Engine.MYSQL and _LOCKS.match(statement):
            self.records.change(migration.id, **note)
            return
        inside = _ROWS if family is Engine.MYSQL else _INSIDE
        if inside.match(statement) and self._inside(migration, statement, note):
            return
        if not _SETTINGS.match(statement):
            before = fingerprint(self.session, statement)
            self.records.change(migration.id, fingerprint=before)
        self.session.execute_script(statement)
        self.records.change(migration.id, **note)

    def _inside(self, migration: Migration, statement: str, note: dict[str, object]) -> bool:
        """Run a statement and note it in one transaction; tell whether that is possible."""
        try:
            with self.session.transaction() as transaction:
                transaction.execute_script(statement)
                replace(self.records, session=transaction).change(migration.id, **note)
        except DatabaseError as error:
            if self.session.engine is Engine.POSTGRESQL and error.sqlstate in _NOT_INSIDE:
                return False
            raise
        return True

    def _failed(self, migration: Migration, error: DatabaseError) -> None:
        """Note that a statement failed: then it has not run."""
        try:
            self.records.change(migration.id, state="failed", fingerprint="", problem=str(error))
        except DatabaseError:
            return  # the connection broke: it is noted as running, and that is what is known


def _digest(statements: Sequence[str]) -> str:
    if not statements:
        return ""
    text = "\0".join(statements).replace("\r\n", "\n")  # a changed line end is no edit
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _edited(record: Record) -> str:
    ran = "its first statement" if record.done == 1 else f"its first {record.done} statements"
    command = "apply" if record.direction == "up" else "down"
    return (
        f"{record.id} stopped half-way, and {ran}, which ran, changed since: restore what ran and "
        f'correct what follows, or run "flash {command} --force" to continue with statement '
        f"{record.done + 1} of the file as it is ({half_way(record)})"
    )


def _failure(
    migration: Migration, script: Script, number: int, error: DatabaseError, direction: str
) -> str:
    head = failed_at(migration, script, number, error)
    command = "apply" if direction == "up" else "down"
    if number == 1:
        return f"{head}\nnothing of it was done; the other migrations stay as they are"
    ran = "statement 1 is" if number == 2 else f"statements 1 to {number - 1} are"  # noqa: PLR2004 - grammar
    return (
        f"{head}\n{ran} done and cannot be rolled back: correct statement {number} and run "
        f'"flash {command}" again, which continues there'
    )


def failed_at(migration: Migration, script: Script, number: int, error: DatabaseError) -> str:
    """Say which statement of a migration failed, where it stands, and what it is."""
    total = len(script.statements)
    place = script.place(number)
    shown = script.statements[number - 1].strip().split("\n")[0]
    where = f"{place}: {shown}" if place else shown
    return f"migration {migration.id} failed at statement {number} of {total}: {error}\n{where}"
