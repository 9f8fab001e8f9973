"""Expressions that MySQL and MariaDB alone have: variables, intervals, full-text search.

Depends on: nodes, expressions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass

from .nodes import Expression

if TYPE_CHECKING:
    from .expressions import ColumnRef


@dataclass(frozen=True, slots=True)
class UserVariable(Expression):
    """``@name``, a variable of the session; ``name`` is without the mark and as written."""

    name: str


@dataclass(frozen=True, slots=True)
class SystemVariable(Expression):
    """``@@name``, ``@@GLOBAL.name``; ``scope`` is ``GLOBAL``, ``SESSION`` … where written."""

    name: str
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class AssignVariable(Expression):
    """``@name := value``, which has the value assigned."""

    name: str
    value: Expression


@dataclass(frozen=True, slots=True)
class Interval(Expression):
    """``INTERVAL amount unit`` beside ``+`` or ``-``, or in a call of DATE_ADD and its kin.

    ``unit`` is in upper case: ``DAY``, ``HOUR_SECOND``.
    """

    amount: Expression
    unit: str


@dataclass(frozen=True, slots=True)
class InsertedValue(Expression):
    """``VALUES(column)`` in ON DUPLICATE KEY UPDATE: what would have been inserted."""

    column: ColumnRef


@dataclass(frozen=True, slots=True)
class Convert(Expression):
    """``CONVERT(x USING charset)``; ``CHAR(… USING charset)`` and ``_binary'…'`` too.

    ``charset`` is in lower case; ``binary`` makes bytes of a string.
    """

    operand: Expression
    charset: str


@dataclass(frozen=True, slots=True)
class Match(Expression):
    """``MATCH (columns) AGAINST (against mode)``; ``mode`` is in upper case, perhaps empty."""

    columns: tuple[Expression, ...]
    against: Expression
    mode: str = ""
