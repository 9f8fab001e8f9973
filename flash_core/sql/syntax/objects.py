"""Types, domains, views and the other objects of a schema.

Depends on: nodes.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass

from .nodes import Statement

if TYPE_CHECKING:
    from .nodes import Name, TypeName
    from .queries import Query
    from .tables import ColumnDef


@dataclass(frozen=True, slots=True)
class CreateEnum(Statement):
    """CREATE TYPE … AS ENUM."""

    name: Name
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AlterEnumAdd(Statement):
    """ALTER TYPE … ADD VALUE [BEFORE | AFTER neighbour]."""

    name: Name
    label: str
    if_not_exists: bool = False
    neighbour: str | None = None
    after: bool = True


@dataclass(frozen=True, slots=True)
class CreateDomain(Statement):
    """CREATE DOMAIN; ``text`` is all after the base type, as written."""

    name: Name
    type: TypeName
    type_text: str
    not_null: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class CreateComposite(Statement):
    """CREATE TYPE … AS (…)."""

    name: Name
    columns: tuple[ColumnDef, ...]


@dataclass(frozen=True, slots=True)
class CreateView(Statement):
    """CREATE [MATERIALIZED] VIEW; ``text`` is the whole statement as written."""

    name: Name
    query: Query
    columns: tuple[str, ...]
    text: str
    materialized: bool = False
    or_replace: bool = False
    if_not_exists: bool = False
    table: bool = False  # CREATE TABLE AS, SELECT INTO
    temporary: bool = False
    changes: bool = False  # MySQL's ALTER VIEW


@dataclass(frozen=True, slots=True)
class CreateSchema(Statement):
    """CREATE SCHEMA; ``options`` are MySQL's: character set, collation, comment."""

    name: str
    if_not_exists: bool = False
    options: str = ""


class ObjectKind(enum.StrEnum):
    """Kinds of object that DROP, COMMENT and RENAME name."""

    TABLE = "table"
    VIEW = "view"
    INDEX = "index"
    SEQUENCE = "sequence"
    TYPE = "type"
    SCHEMA = "schema"
    COLUMN = "column"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Drop(Statement):
    """DROP of one or more objects; materialized views are views, domains are types."""

    kind: ObjectKind
    names: tuple[Name, ...]
    if_exists: bool = False
    cascade: bool = False


@dataclass(frozen=True, slots=True)
class Comment(Statement):
    """COMMENT ON; ``text`` None removes it.  A column's name ends with the column."""

    kind: ObjectKind
    name: Name
    text: str | None


@dataclass(frozen=True, slots=True)
class RenameObject(Statement):
    """RENAME TO, or SET SCHEMA, of anything but a table or a routine."""

    kind: ObjectKind
    name: Name
    new_name: str | None = None
    new_schema: str | None = None
    if_exists: bool = False


@dataclass(frozen=True, slots=True)
class RenameLabel(Statement):
    """ALTER TYPE … RENAME VALUE."""

    name: Name
    label: str
    new_label: str


@dataclass(frozen=True, slots=True)
class AlterDomain(Statement):
    """ALTER DOMAIN: what it adds and what it takes away.

    Attributes:
        add: A clause as CREATE DOMAIN has it: ``NOT NULL``, ``DEFAULT 1``, ``CHECK (…)``.
        drop: The first word of the clauses to remove: ``NOT``, ``DEFAULT``, or empty.
        constraint: Name of the constraint to remove, to rename to ``new_name``, or to validate.
    """

    name: Name
    add: str = ""
    drop: str = ""
    constraint: str | None = None
    new_name: str | None = None
    if_exists: bool = False
    validates: bool = False


@dataclass(frozen=True, slots=True)
class Script(Statement):
    """Several statements written as one: CREATE SCHEMA with its elements."""

    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class OtherDdl(Statement):
    """A schema statement whose effect is not modelled; reported as a warning that names it.

    ``text`` is the whole statement as written.
    """

    keyword: str
    text: str


@dataclass(frozen=True, slots=True)
class KnownDdl(OtherDdl):
    """A schema statement that is kept as text, but whose effect on queries is known, too."""


@dataclass(frozen=True, slots=True)
class CreateVirtualTable(KnownDdl):
    """SQLite's CREATE VIRTUAL TABLE: a module that makes the table from its arguments.

    Attributes:
        arguments: As written.
    """

    name: Name
    module: str
    arguments: tuple[str, ...] = ()
    if_not_exists: bool = False


@dataclass(frozen=True, slots=True)
class CreateTrigger(KnownDdl):
    """CREATE TRIGGER of SQLite and MySQL.

    Attributes:
        table: The table or view that it is on.
        event: DELETE, INSERT or UPDATE.
        ignores: It may leave the row out: ``RAISE(IGNORE)``.
    """

    name: Name
    table: Name
    event: str
    ignores: bool = False
    temporary: bool = False
    if_not_exists: bool = False
