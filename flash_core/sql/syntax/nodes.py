"""What every node of the syntax tree is, names and types.

Depends on: source.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass, field

if TYPE_CHECKING:
    from flash_core.sql.source import Span


@dataclass(frozen=True, slots=True)
class Node:
    """Anything with a place in the user's file."""

    span: Span = field(compare=False, repr=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class Name(Node):
    """A possibly qualified name: ``("users",)``, ``("public", "users")``."""

    parts: tuple[str, ...]

    @property
    def last(self) -> str:
        """The name without its qualifiers."""
        return self.parts[-1]

    @property
    def schema(self) -> str | None:
        """The qualifier just before the name, or ``None``."""
        return self.parts[-2] if len(self.parts) > 1 else None

    def __str__(self) -> str:
        """Return the dotted form for messages."""
        return ".".join(self.parts)


@dataclass(frozen=True, slots=True)
class TypeName(Node):
    """A type as written: ``varchar(100)``, ``text[]``, ``UNSIGNED BIG INT``.

    Attributes:
        parts: The name; PostgreSQL's grammar gives ``("pg_catalog", "int4")`` for ``integer``.
        modifiers: Numbers or words in parentheses, as text: ``("10", "2")``.
        dimensions: 1 for an array, whose type is the same however many ``[]`` are written.
        of_column: ``users.email%TYPE``: ``parts`` name a column, whose type is meant.
        bounds: Number of ``[]``, no part of the type.
    """

    parts: tuple[str, ...]
    modifiers: tuple[str, ...] = ()
    dimensions: int = 0
    of_column: bool = False
    bounds: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Expression(Node):
    """Base of everything that has a value."""


@dataclass(frozen=True, slots=True)
class FromItem(Node):
    """Base of what may stand in FROM."""


@dataclass(frozen=True, slots=True)
class Statement(Node):
    """Base of every statement."""
