"""The compiler's result: what a query takes and returns, with no SQL left to understand.

Built by :func:`flash_core.analysis.query.analyse`, read by ``codegen`` and by
``flash gen --json``.  Nodes are frozen and compare by value.

Depends on: sql.queries (the commands), sql.source, types.model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass, field
from flash_core.sql.queries import Command

if TYPE_CHECKING:
    from flash_core.sql.source import SourceFile, Span
    from flash_core.types.model import SqlType

__all__ = ["Column", "Command", "Embed", "Parameter", "Query", "TableColumn"]


@dataclass(frozen=True, slots=True)
class TableColumn:
    """The table column that a result column or parameter comes from, as the catalog spells it."""

    schema: str
    table: str
    column: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument of a query.

    Attributes:
        number: Its placeholder, from 1; arguments are passed in this order.
        name: Python-safe name, unique in the query.
        type: SQL type.
        nullable: ``None`` may be passed.
        optional: Trailing, and NULL means "leave it": defaults to ``None``.
        slice: ``flash.slice``: a list is passed.
        origin: The column it is compared with or written to, if any.
        dimensions: Of an array: how many it has.
        why: The rule that decided ``nullable``, for people.
    """

    number: int
    name: str
    type: SqlType
    nullable: bool = False
    optional: bool = False
    slice: bool = False
    origin: TableColumn | None = None
    dimensions: int = 1
    why: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Embed:
    """The macro ``flash.embed`` that a result column comes from.

    Attributes:
        name: Of the table or alias, as written.
        place: Tells the macros of one query apart; equal for the columns of one.
        table: ``(schema, table)`` when it is a table, not a subquery or a function.
        optional: An outer join may leave the whole row out.
        nullable: The column may be NULL in a row that is there.
    """

    name: str
    place: int
    table: tuple[str, str] | None
    optional: bool
    nullable: bool


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a result, in wire order.

    Attributes:
        name: As the server names it.
        type: SQL type.
        nullable: Of the result, not of the table.
        origin: The table column it passes through unchanged, if any.
        embed: The embedded row that it is part of, if any.
        why: The rule that decided ``nullable``, for people.
        loose: The driver may deliver an integer where the type is REAL or decimal, or a REAL
            where it is an integer.
        null_elements: Of an array that the query makes: NULL may be among its elements.
        dimensions: Of an array: how many it has, unless it is empty; ``None`` where the rows
            decide.
    """

    name: str
    type: SqlType
    nullable: bool
    origin: TableColumn | None = None
    embed: Embed | None = None
    loose: bool = False
    null_elements: bool = False
    dimensions: int | None = 1
    why: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Query:
    """An analysed query.

    Attributes:
        name: As the user wrote it (``GetUserByID``).
        command: What to return.
        sql: The text to prepare: ``$n`` on PostgreSQL, ``?n`` on SQLite, ``?`` on MySQL.
        parameters: In number order.
        columns: Empty when the statement returns no rows.
        doc: Comment lines around the name, joined by newlines.
        model: ``(schema, table)`` when the columns are exactly that table's, in order.
        exactly_one: The statement provably returns one row whenever it succeeds, or for
            ``:execlastid`` without columns the id of one.
        source: File it stands in.
        span: Its name in that file.
        order: Number of the parameter that each placeholder of ``sql`` stands for, in text
            order: all there is to know on MySQL.
        reads: It changes nothing that it names; so its rows can come one after the other.
        changes_session: It may leave something behind in the server's session: a setting, an
            advisory lock.
        why_rows: How many rows it returns and by which rule, for people.
    """

    name: str
    command: Command
    sql: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    doc: str
    model: tuple[str, str] | None
    exactly_one: bool
    source: SourceFile = field(compare=False)
    span: Span = field(compare=False)
    order: tuple[int, ...] = ()
    reads: bool = True
    why_rows: str = field(default="", compare=False)
    changes_session: bool = False
