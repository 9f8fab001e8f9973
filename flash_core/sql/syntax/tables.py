"""Tables, their columns, constraints and indexes.

Depends on: nodes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass, field

from .nodes import Node, Statement

if TYPE_CHECKING:
    from .nodes import Expression, Name, TypeName


@dataclass(frozen=True, slots=True)
class ForeignKeyDef(Node):
    """REFERENCES; empty ``foreign_columns`` means the other table's primary key.

    ``tail`` is the text after the column list, as written and single-spaced:
    ``ON DELETE CASCADE DEFERRABLE``.
    """

    columns: tuple[str, ...]
    table: Name
    foreign_columns: tuple[str, ...] = ()
    tail: str = ""
    name: str | None = None
    index: str | None = None  # MySQL: name of the index that comes with it


@dataclass(frozen=True, slots=True)
class KeyDef(Node):
    """PRIMARY KEY or UNIQUE over columns; ``tail`` as in ForeignKeyDef.

    ``form`` is ``NULLS NOT DISTINCT``, ``WITHOUT OVERLAPS`` (of the last column), or empty.
    """

    columns: tuple[str, ...]
    primary: bool
    tail: str = ""
    name: str | None = None
    form: str = ""


@dataclass(frozen=True, slots=True)
class CheckDef(Node):
    """CHECK; ``text`` is the condition without the outer parentheses, ``tail`` what follows them."""

    text: str
    name: str | None = None
    tail: str = ""
    expression: Expression | None = field(default=None, compare=False, repr=False)  # MySQL


@dataclass(frozen=True, slots=True)
class OtherConstraint(Node):
    """A table constraint kept as text only (EXCLUDE …)."""

    text: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class ColumnDef(Node):
    """A column of CREATE TABLE or ADD COLUMN.

    Column-level keys, references and checks are in ``constraints``, with the
    column's own name in their column lists, so that they look like table
    constraints.  Expressions are kept as the user's text.

    Attributes:
        type: ``None`` in SQLite, where a column may have no type, and where it is known
            from elsewhere (PARTITION OF, OF).
        type_text: The type as written, single-spaced.
        not_null: NOT NULL was written (a primary key does not set it).
        identity: ``ALWAYS`` or ``BY DEFAULT`` (GENERATED … AS IDENTITY).
        identity_options: What stands in parentheses after IDENTITY: ``START WITH 100``.
        autoincrement: SQLite's AUTOINCREMENT, MySQL's AUTO_INCREMENT.
        generated: Expression of a generated column.
        stored: Of a generated column: STORED rather than VIRTUAL.
        not_null_alone: PostgreSQL's NO INHERIT of it: tables below may hold NULL.
        not_null_conflict: What SQLite does with a NULL: ``ON CONFLICT IGNORE``.
        default_name: Name that SQLite lets DEFAULT have.
        charset: MySQL's CHARACTER SET, in lower case; ``collation`` of ``_bin`` is then the
            BINARY attribute: the one by bytes of that character set.
        on_update: MySQL's ON UPDATE of a column.
        invisible: MySQL: ``*`` leaves it out.
        unique: MySQL's UNIQUE, which makes an index.
        comment: MySQL's COMMENT.
        attributes: What else MySQL says of a column, as written: ``COMPRESSED``.
        settings: PostgreSQL's STORAGE, COMPRESSION and OPTIONS, as ALTER COLUMN says them.
        expression: ``generated``, as MySQL's reader understands it.
    """

    name: str
    type: TypeName | None
    type_text: str = ""
    not_null: bool = False
    default: str | None = None
    collation: str | None = None
    identity: str | None = None
    autoincrement: bool = False
    generated: str | None = None
    stored: bool = False
    constraints: tuple[KeyDef | ForeignKeyDef | CheckDef | OtherConstraint, ...] = ()
    identity_options: str = ""
    not_null_name: str | None = None
    not_null_conflict: str = ""
    default_name: str | None = None
    charset: str | None = None
    on_update: str | None = None
    invisible: bool = False
    unique: bool = False
    comment: str | None = None
    attributes: str = ""
    settings: tuple[tuple[str, str], ...] = ()
    not_null_alone: bool = False
    expression: Expression | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class LikeTable(Node):
    """``LIKE table`` in a column list.

    Attributes:
        position: How many columns stand before it.
        options: What is copied beyond columns and NOT NULL: ``defaults``, ``indexes`` …
    """

    table: Name
    position: int
    options: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CreateTable(Statement):
    """CREATE TABLE; ``tail`` is the text after the closing parenthesis (PARTITION BY …, STRICT).

    Attributes:
        inherits: Parents of INHERITS, or the one of PARTITION OF.
        bound: Which rows a partition holds (``FOR VALUES IN (1)``); empty for other tables.
        of_type: The composite type of CREATE TABLE … OF.  Its columns, as those of a
            partition, may be named again without a type, to add constraints.
        foreign: SERVER … of a foreign table.
        indexes: MySQL: those written among the columns.
        charset: MySQL: of columns that name none; ``collation`` likewise.
        comment: MySQL's COMMENT.
        or_replace: MariaDB: drop what has the name before.
    """

    name: Name
    columns: tuple[ColumnDef, ...]
    constraints: tuple[KeyDef | ForeignKeyDef | CheckDef | OtherConstraint, ...] = ()
    if_not_exists: bool = False
    strict: bool = False
    without_rowid: bool = False
    temporary: bool = False
    tail: str = ""
    unlogged: bool = False
    likes: tuple[LikeTable, ...] = ()
    inherits: tuple[Name, ...] = ()
    bound: str = ""
    of_type: Name | None = None
    foreign: str = ""
    indexes: tuple[CreateIndex, ...] = ()
    charset: str | None = None
    collation: str | None = None
    comment: str | None = None
    or_replace: bool = False


@dataclass(frozen=True, slots=True)
class CreateIndex(Statement):
    """CREATE INDEX.

    Attributes:
        columns: Plain columns of the key; an expression key appears as ``None``.
        text: From the table name's following token to the end, as written:
            ``(lower(email)) WHERE is_active``; with ``USING`` where given.
        kind: MySQL: ``FULLTEXT``, ``SPATIAL`` or empty.
        tail: MySQL: the options, after a ``text`` that is then the key alone.
        only: PostgreSQL: ``ON ONLY``, without the partitions that there are.
    """

    name: str | None
    table: Name
    columns: tuple[str | None, ...]
    unique: bool
    text: str
    partial: bool = False
    if_not_exists: bool = False
    kind: str = ""
    tail: str = ""
    or_replace: bool = False
    only: bool = False
