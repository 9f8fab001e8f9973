"""The actions of ALTER TABLE.

Depends on: nodes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass

from .nodes import Node, Statement

if TYPE_CHECKING:
    from .nodes import Name, TypeName
    from .tables import CheckDef, ColumnDef, CreateIndex, ForeignKeyDef, KeyDef, OtherConstraint


@dataclass(frozen=True, slots=True)
class AlterAction(Node):
    """Base of the clauses of ALTER TABLE."""


@dataclass(frozen=True, slots=True)
class AddColumn(AlterAction):
    """ADD COLUMN; ``after`` is the column before it, empty for FIRST (MySQL)."""

    column: ColumnDef
    if_not_exists: bool = False
    after: str | None = None


@dataclass(frozen=True, slots=True)
class ModifyColumn(AlterAction):
    """MySQL's MODIFY and CHANGE: the whole definition anew, with ``after`` as in AddColumn."""

    column: str
    definition: ColumnDef
    if_exists: bool = False
    after: str | None = None


@dataclass(frozen=True, slots=True)
class AddIndex(AlterAction):
    """MySQL's ADD INDEX, ADD UNIQUE and their kin."""

    index: CreateIndex


@dataclass(frozen=True, slots=True)
class DropIndex(AlterAction):
    """MySQL's DROP INDEX, also of a unique key; of the primary key when ``name`` is None."""

    name: str | None
    if_exists: bool = False


@dataclass(frozen=True, slots=True)
class DropForeignKey(AlterAction):
    """MySQL's DROP FOREIGN KEY."""

    name: str
    if_exists: bool = False


@dataclass(frozen=True, slots=True)
class RenameIndex(AlterAction):
    """MySQL's RENAME INDEX."""

    name: str
    new_name: str


@dataclass(frozen=True, slots=True)
class HideIndex(AlterAction):
    """MySQL's ALTER INDEX: ``word`` is INVISIBLE, MariaDB's IGNORED, or empty to show it again."""

    name: str
    word: str


@dataclass(frozen=True, slots=True)
class SetTableOptions(AlterAction):
    """MySQL's table options; those of ``None`` stay as they are.

    Attributes:
        tail: The options that the catalog keeps as text.
        convert: CONVERT TO CHARACTER SET: columns change with the table.
        partitions: PARTITION BY and what follows, or empty for REMOVE PARTITIONING.
    """

    charset: str | None = None
    collation: str | None = None
    comment: str | None = None
    tail: str = ""
    convert: bool = False
    partitions: str | None = None


@dataclass(frozen=True, slots=True)
class AlterPartitions(AlterAction):
    """MySQL's ADD, DROP, REORGANIZE, TRUNCATE … PARTITION, as written."""

    text: str


@dataclass(frozen=True, slots=True)
class ConvertPartition(AlterAction):
    """MariaDB's CONVERT PARTITION … TO TABLE, or the way back: CONVERT TABLE … TO PARTITION.

    Attributes:
        text: What happens to the partitions: ``DROP PARTITION p``, or ``ADD PARTITION (…)``.
        table: The table that comes, or goes.
        comes: Whether it comes.
    """

    text: str
    table: Name
    comes: bool


@dataclass(frozen=True, slots=True)
class SetVisible(AlterAction):
    """MySQL's ALTER COLUMN … SET VISIBLE or INVISIBLE."""

    column: str
    visible: bool


@dataclass(frozen=True, slots=True)
class NoAction(AlterAction):
    """What changes rows and storage, but nothing that a catalog says: ORDER BY, ENGINE."""


@dataclass(frozen=True, slots=True)
class DropColumn(AlterAction):
    """DROP COLUMN."""

    column: str
    if_exists: bool = False


@dataclass(frozen=True, slots=True)
class AlterColumnType(AlterAction):
    """ALTER COLUMN … TYPE."""

    column: str
    type: TypeName
    type_text: str
    collation: str | None = None


@dataclass(frozen=True, slots=True)
class AlterColumnDefault(AlterAction):
    """SET DEFAULT, or DROP DEFAULT when ``default`` is None."""

    column: str
    default: str | None


@dataclass(frozen=True, slots=True)
class AlterColumnNotNull(AlterAction):
    """SET NOT NULL or DROP NOT NULL; NOT VALID when rows that are there may hold NULL.

    ``alone``: NO INHERIT, tables below may hold NULL.
    """

    column: str
    not_null: bool
    name: str | None = None
    not_valid: bool = False
    alone: bool = False


@dataclass(frozen=True, slots=True)
class AlterColumnIdentity(AlterAction):
    """ADD GENERATED … AS IDENTITY, SET GENERATED, or DROP IDENTITY when ``identity`` is None.

    ``options`` of ``None`` stay as they are; ``settings`` are those that change, and then an
    ``identity`` of ``None`` stays as it is.
    """

    column: str
    identity: str | None
    options: str | None = None
    settings: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class AlterColumnExpression(AlterAction):
    """SET EXPRESSION of a generated column, or DROP EXPRESSION when ``expression`` is None."""

    column: str
    expression: str | None


@dataclass(frozen=True, slots=True)
class AddConstraint(AlterAction):
    """ADD CONSTRAINT, named or not; MariaDB's may be there already."""

    constraint: KeyDef | ForeignKeyDef | CheckDef | OtherConstraint
    if_not_exists: bool = False


@dataclass(frozen=True, slots=True)
class AddKeyUsingIndex(AlterAction):
    """ADD PRIMARY KEY or UNIQUE USING INDEX: the index becomes the constraint's."""

    name: str | None
    primary: bool
    index: str
    tail: str = ""


@dataclass(frozen=True, slots=True)
class DropConstraint(AlterAction):
    """DROP CONSTRAINT."""

    name: str
    if_exists: bool = False


@dataclass(frozen=True, slots=True)
class RenameConstraint(AlterAction):
    """RENAME CONSTRAINT."""

    name: str
    new_name: str


@dataclass(frozen=True, slots=True)
class ValidateConstraint(AlterAction):
    """VALIDATE CONSTRAINT."""

    name: str


@dataclass(frozen=True, slots=True)
class InheritConstraint(AlterAction):
    """ALTER CONSTRAINT … INHERIT, or NO INHERIT when ``inherits`` is false."""

    name: str
    inherits: bool


@dataclass(frozen=True, slots=True)
class AttachPartition(AlterAction):
    """ATTACH PARTITION; an empty ``bound`` detaches it."""

    table: Name
    bound: str


@dataclass(frozen=True, slots=True)
class Inherit(AlterAction):
    """INHERIT, or NO INHERIT when ``inherits`` is false."""

    parent: Name
    inherits: bool


@dataclass(frozen=True, slots=True)
class SetRowType(AlterAction):
    """OF a composite type, or NOT OF without one."""

    type: Name | None


@dataclass(frozen=True, slots=True)
class SetLogged(AlterAction):
    """SET LOGGED, or SET UNLOGGED."""

    logged: bool


@dataclass(frozen=True, slots=True)
class SetSchema(AlterAction):
    """SET SCHEMA."""

    schema: str


@dataclass(frozen=True, slots=True)
class RenameColumn(AlterAction):
    """RENAME COLUMN."""

    column: str
    new_name: str


@dataclass(frozen=True, slots=True)
class RenameTable(AlterAction):
    """RENAME TO."""

    new_name: str


@dataclass(frozen=True, slots=True)
class AlterTable(Statement):
    """ALTER TABLE with its clauses in order; of a composite type also ALTER TYPE.

    ``only`` is ALTER TABLE ONLY: the tables that inherit from it stay as they are.
    ``unfinished`` is set where the catalog folds clauses one by one: others of the statement follow,
    and add the columns named ``coming``.
    """

    name: Name
    actions: tuple[AlterAction, ...]
    if_exists: bool = False
    only: bool = False
    unfinished: bool = False
    coming: tuple[str, ...] = ()
