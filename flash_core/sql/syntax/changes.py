"""Statements that change rows, and those that do neither.

Depends on: nodes.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final, TypeAlias

from flash_core._dataclass import dataclass, field

from .nodes import Node, Statement

if TYPE_CHECKING:
    from .expressions import FunctionCall, OrderItem
    from .nodes import Expression, FromItem, Name
    from .objects import CreateView
    from .queries import Query, Target, With
    from .sources import ColumnDefinition, TableRef


@dataclass(frozen=True, slots=True)
class Indices(Node):
    """``[i][j]``, or ``[i:j]`` when ``slice``, below an assigned column."""

    indices: tuple[Expression, ...]
    slice: bool = False


Path: TypeAlias = "tuple[str | Indices, ...]"


"""The way below an assigned column: fields of composites, elements of arrays."""


VERSIONS: Final = ("old", "new")


@dataclass(frozen=True, slots=True)
class Assignment(Node):
    """``column = value`` of UPDATE or ON CONFLICT; the span is the column's.

    ``qualifier`` is what stands before the column: MySQL's ``SET t.a = 1``.
    """

    column: str
    value: Expression
    path: Path = ()
    qualifier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OnConflict(Node):
    """``ON CONFLICT … DO NOTHING`` (no assignments) or ``DO UPDATE SET …``.

    ``columns`` are the plain columns of the conflict target; ``constraint`` is
    the name in PostgreSQL's ``ON CONSTRAINT``.
    """

    columns: tuple[Name, ...]
    update: tuple[Assignment, ...] | None  # None is DO NOTHING
    where: Expression | None = None
    target_where: Expression | None = None
    constraint: str | None = None
    expressions: tuple[Expression, ...] = ()  # of the conflict target


@dataclass(frozen=True, slots=True)
class Insert(Statement):
    """INSERT, and REPLACE of SQLite and MySQL: see ``conflict_action``.

    ``paths`` says which part of each column is written; it is empty when all are written
    whole.  ``versions`` is what RETURNING calls the old and the new row, here and below.
    MySQL's ON DUPLICATE KEY UPDATE is an ``on_conflict`` without columns.  ``row_alias`` and
    ``column_aliases`` are what MySQL's ``VALUES (…) AS new (a, b)`` calls the new row in it.
    """

    table: TableRef
    columns: tuple[Name, ...]  # empty: all columns in order
    source: Query | None  # None is DEFAULT VALUES
    on_conflict: tuple[OnConflict, ...] = ()
    conflict_action: str | None = None  # "REPLACE", "IGNORE"; SQLite: "ABORT", …
    returning: tuple[Target, ...] = ()
    with_: With | None = None
    paths: tuple[Path, ...] = ()
    overriding: bool = False  # OVERRIDING SYSTEM VALUE or USER VALUE
    versions: tuple[str, str] = VERSIONS
    row_alias: str | None = None
    column_aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Update(Statement):
    """UPDATE.

    Attributes:
        joined: MySQL: all that stands before SET, when it is not one plain table; ``table`` is
            then the first table in it.
        ignore: MySQL's UPDATE IGNORE: rows that break a constraint stay as they are.
        offset: SQLite: how many rows LIMIT passes over.
    """

    table: TableRef
    assignments: tuple[Assignment, ...]
    from_: tuple[FromItem, ...] = ()
    where: Expression | None = None
    returning: tuple[Target, ...] = ()
    with_: With | None = None
    versions: tuple[str, str] = VERSIONS
    joined: tuple[FromItem, ...] = ()
    order_by: tuple[OrderItem, ...] = ()
    limit: Expression | None = None
    ignore: bool = False
    offset: Expression | None = None


@dataclass(frozen=True, slots=True)
class Delete(Statement):
    """DELETE.

    Attributes:
        targets: MySQL, of more tables than one: those that lose rows, by table or alias.
        joined: MySQL, of more tables than one: where the rows come from; ``table`` is then the
            first table in it.
        offset: SQLite: how many rows LIMIT passes over.
    """

    table: TableRef
    using: tuple[FromItem, ...] = ()
    where: Expression | None = None
    returning: tuple[Target, ...] = ()
    with_: With | None = None
    versions: tuple[str, str] = VERSIONS
    targets: tuple[Name, ...] = ()
    joined: tuple[FromItem, ...] = ()
    order_by: tuple[OrderItem, ...] = ()
    limit: Expression | None = None
    offset: Expression | None = None


class MergeMatch(enum.StrEnum):
    """Which rows a WHEN of MERGE is about."""

    MATCHED = "matched"
    NOT_MATCHED_BY_SOURCE = "not matched by source"
    NOT_MATCHED = "not matched"


@dataclass(frozen=True, slots=True)
class MergeWhen(Node):
    """``WHEN … [AND condition] THEN …``; ``action`` is its first word, or DO NOTHING's second.

    An INSERT without ``values`` is INSERT DEFAULT VALUES.
    """

    match: MergeMatch
    condition: Expression | None
    action: str
    assignments: tuple[Assignment, ...] = ()
    columns: tuple[Name, ...] = ()
    paths: tuple[Path, ...] = ()
    values: tuple[Expression, ...] = ()
    overriding: bool = False  # as in :class:`Insert`


@dataclass(frozen=True, slots=True)
class Merge(Statement):
    """MERGE INTO table USING source ON condition WHEN …."""

    table: TableRef
    source: FromItem
    on: Expression
    whens: tuple[MergeWhen, ...]
    returning: tuple[Target, ...] = ()
    with_: With | None = None
    versions: tuple[str, str] = VERSIONS


@dataclass(frozen=True, slots=True)
class Call(Statement):
    """CALL of a procedure, which returns a row when it has OUT arguments."""

    function: FunctionCall


@dataclass(frozen=True, slots=True)
class Utility(Statement):
    """A statement that neither reads nor changes rows by itself: TRUNCATE, BEGIN, SHOW and so on.

    Attributes:
        keyword: The words that name it.
        columns: Of the rows it returns: SHOW, EXPLAIN.
        query: The statement in it, whose parameters are its own: EXPLAIN, DECLARE; of MySQL's
            SELECT … INTO, DO and SET a SELECT of what they compute, whose rows nobody gets.
        creates: The table that SELECT INTO makes.
        defines: What a DO block makes where it does not exist yet; what it changes where that
            does is an ``IF`` in it.
        tables: Of MySQL: those that it is about, which must exist.
        into: Of MySQL's SELECT … INTO: the variables, as many as there are columns.
        one_row: It returns one row, always: SQLite's ``PRAGMA user_version``.
    """

    keyword: str
    columns: tuple[ColumnDefinition, ...] = field(default=(), kw_only=True)
    query: Statement | None = field(default=None, kw_only=True)
    creates: CreateView | None = field(default=None, compare=False, repr=False, kw_only=True)
    defines: tuple[Statement, ...] = field(default=(), compare=False, repr=False, kw_only=True)
    tables: tuple[Name, ...] = field(default=(), kw_only=True)
    into: tuple[Node, ...] = field(default=(), kw_only=True)
    one_row: bool = field(default=False, kw_only=True)
