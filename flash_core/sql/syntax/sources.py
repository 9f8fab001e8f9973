"""What stands in FROM.

Depends on: nodes.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass

from .nodes import FromItem, Node

if TYPE_CHECKING:
    from .documents import JsonBehavior, JsonFormat, JsonInput, JsonPassing
    from .nodes import Expression, Name, TypeName
    from .queries import Query


@dataclass(frozen=True, slots=True)
class TableSample(Node):
    """``TABLESAMPLE method (arguments) REPEATABLE (seed)``."""

    method: Name
    arguments: tuple[Expression, ...]
    seed: Expression | None = None


@dataclass(frozen=True, slots=True)
class TableRef(FromItem):
    """A table, view or CTE by name; ``only`` leaves out the tables that inherit from it.

    ``indexes`` are those that MySQL is told to use or to leave; ``moments`` are those whose
    rows MariaDB is asked for: FOR SYSTEM_TIME.
    """

    name: Name
    alias: str | None = None
    column_aliases: tuple[str, ...] = ()
    only: bool = False
    sample: TableSample | None = None
    indexes: tuple[Name, ...] = ()
    moments: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class QueryRef(FromItem):
    """``(SELECT …) AS alias``; VALUES lists too."""

    query: Query
    alias: str | None = None
    column_aliases: tuple[str, ...] = ()
    lateral: bool = False


@dataclass(frozen=True, slots=True)
class ColumnDefinition(Node):
    """``name type`` of a record function's column definition list, or of what SHOW returns.

    ``nullable`` is told of SHOW's columns alone.
    """

    name: str
    type: TypeName
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class FunctionRef(FromItem):
    """``f(…) AS alias``, ``ROWS FROM (f(…), g(…))``, ``WITH ORDINALITY``.

    ``definitions`` has the column definition list of each call, perhaps empty.
    """

    calls: tuple[Expression, ...]
    alias: str | None = None
    column_aliases: tuple[str, ...] = ()
    definitions: tuple[tuple[ColumnDefinition, ...], ...] = ()
    ordinality: bool = False
    lateral: bool = False


@dataclass(frozen=True, slots=True)
class TableColumnDef(Node):
    """A column of JSON_TABLE or XMLTABLE.

    Attributes:
        type: ``None`` for FOR ORDINALITY.
        path: Where its value stands in the row.
        on_empty: JSON_TABLE: what stands for an absent value.
        on_error: JSON_TABLE: what stands for a wrong one.
        default: XMLTABLE's DEFAULT.
        exists: JSON_TABLE's EXISTS.
        format: FORMAT JSON.
        wrapper: JSON_TABLE's ``unconditional WRAPPER`` and so on, where it is written.
        quotes: Likewise ``keep`` or ``omit``.
        not_null: XMLTABLE's NOT NULL.
    """

    name: str
    type: TypeName | None
    path: Expression | None = None
    on_empty: JsonBehavior | None = None
    on_error: JsonBehavior | None = None
    default: Expression | None = None
    exists: bool = False
    format: JsonFormat | None = None
    wrapper: str | None = None
    quotes: str | None = None
    not_null: bool = False


@dataclass(frozen=True, slots=True)
class NestedColumns(Node):
    """``NESTED PATH '…' COLUMNS (…)`` of JSON_TABLE: no value when the path finds nothing."""

    columns: tuple[TableColumnDef | NestedColumns, ...]
    name: Name | None = None


@dataclass(frozen=True, slots=True)
class JsonTable(FromItem):
    """``JSON_TABLE(document, path AS name PASSING … COLUMNS (…)) AS alias``; always lateral."""

    document: JsonInput
    path: Expression
    passing: tuple[JsonPassing, ...]
    columns: tuple[TableColumnDef | NestedColumns, ...]
    alias: str | None = None
    column_aliases: tuple[str, ...] = ()
    name: Name | None = None
    on_error: JsonBehavior | None = None


@dataclass(frozen=True, slots=True)
class XmlTable(FromItem):
    """``XMLTABLE(path PASSING document COLUMNS …) AS alias``; always lateral."""

    document: Expression
    path: Expression
    namespaces: tuple[Expression, ...]
    columns: tuple[TableColumnDef, ...]
    alias: str | None = None
    column_aliases: tuple[str, ...] = ()


class JoinKind(enum.StrEnum):
    """The kinds of join; a comma in FROM is CROSS."""

    INNER = "inner"
    LEFT = "left"
    RIGHT = "right"
    FULL = "full"
    CROSS = "cross"


@dataclass(frozen=True, slots=True)
class Join(FromItem):
    """``left JOIN right``; ``alias`` names the join as a whole (PostgreSQL).

    ``using_alias`` names the merged columns alone: ``JOIN t USING (id) AS j``.
    """

    kind: JoinKind
    left: FromItem
    right: FromItem
    on: Expression | None = None
    using: tuple[str, ...] = ()
    natural: bool = False
    alias: str | None = None
    column_aliases: tuple[str, ...] = ()
    using_alias: str | None = None
