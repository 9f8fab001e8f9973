"""One step of a migration, with the step that takes it back.

Depends on: nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Change:
    """A statement and its inverse.

    Attributes:
        up: The statement, without a final semicolon; empty when other changes bring it about.
        down: What takes it back; empty when nothing can.
        comment: What ``up`` does, in one line: ``create table users``.
        undo: What ``down`` does, in one line; why it is missing, when it is.
        destroys: Running ``up`` loses rows or values.
        undo_destroys: Running ``down`` loses rows or values.
        names: The objects concerned, ``table`` or ``table.column``.
        foreign_keys_off: SQLite: a table that others refer to is dropped either way, which deletes
            what refers to its rows unless foreign keys are off.
        alone: It cannot run inside of a transaction, either way.
    """

    up: str
    down: str
    comment: str
    undo: str
    destroys: bool = False
    undo_destroys: bool = False
    names: tuple[str, ...] = ()
    foreign_keys_off: bool = False
    alone: bool = False

    @property
    def inverse(self) -> Change:
        """The same step the other way round."""
        return replace(
            self,
            up=self.down,
            down=self.up,
            comment=self.undo,
            undo=self.comment,
            destroys=self.undo_destroys,
            undo_destroys=self.destroys,
        )


def inverted(changes: Iterable[Change]) -> list[Change]:
    """Return the steps that take all of ``changes`` back."""
    return [change.inverse for change in reversed(list(changes))]


def only_undone(change: Change) -> Change:
    """Return a change that happens by itself, and that has to be taken back with ``change.up``."""
    return Change("", change.up, "", change.comment, names=change.names, alone=change.alone)
