"""What the type systems of MySQL and SQLite both lack, and what that answers.

Neither has arrays, composite types, overloading or extensions.

Depends on: model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .model import SqlType


class PlainTypes:
    """The answers of :class:`~flash_core.types.model.TypeSystem` that hold for both."""

    def fields(self, type_: SqlType) -> Sequence[tuple[str, SqlType]]:
        """Return nothing: there are no composite types."""
        del type_
        return ()

    def negated(self, result: SqlType, number: int) -> SqlType:
        """Return the result's type: constants are computed like all else."""
        del number
        return result

    def loses(self, source: SqlType, target: SqlType, text: str | None) -> bool:
        """Return false: no value is lost among alternatives."""
        del source, target, text
        return False

    def has_collation(self, name: str) -> bool:
        """Return True: the engine itself says what it does not have."""
        del name
        return True

    def collated(self, type_: SqlType) -> SqlType:
        """Return the type: the order alone changes."""
        return type_

    def array_of(self, element: SqlType) -> SqlType | None:
        """Return ``None``: there are no arrays."""
        del element
        return None

    def operator_is_ambiguous(self, name: str, left: SqlType | None, right: SqlType) -> bool:
        """Return false: operators are not overloaded."""
        del name, left, right
        return False

    def function_is_ambiguous(
        self,
        name: Sequence[str],
        arguments: Sequence[SqlType],
        *,
        names: Sequence[str | None] = (),
        variadic: bool = False,
    ) -> bool:
        """Return false: functions are not overloaded."""
        del name, arguments, names, variadic
        return False

    def function_is_undetermined(
        self,
        name: Sequence[str],
        arguments: Sequence[SqlType],
        *,
        names: Sequence[str | None] = (),
        variadic: bool = False,
    ) -> bool:
        """Return false: there are no polymorphic types."""
        del name, arguments, names, variadic
        return False

    def subscript(self, type_: SqlType) -> tuple[SqlType, SqlType] | None:
        """Return ``None``: nothing has elements."""
        del type_
        return None

    def knows_extension(self, name: str) -> bool:
        """Return false: a schema names none."""
        del name
        return False

    def extension_with(self, name: str) -> str | None:
        """Return ``None``: a schema names none."""
        del name
        return None

    def castable(self, source: SqlType, target: SqlType, *, explicit: bool) -> bool:
        """Return true: anything converts to anything, perhaps with an error at run time."""
        del source, target, explicit
        return True
