"""What a database contains, as its schema files say.

A :class:`Catalog` is immutable: ``build`` folds statements over it and returns a
new one, ``render`` prints it, ``migrations`` compares two.  Names are stored as
the engine stores them; look-ups go through :class:`Catalog`, which knows how the
engine compares them.  Types stay as written (``TypeName`` and text) and are
resolved by name when asked, so the order of files does not matter.

Every object keeps the span of its definition for messages; spans never take
part in equality.

Depends on: engine, sql.source, sql.syntax, types.definitions, types.model.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from flash_core._dataclass import dataclass, field
from flash_core.engine import Engine
from flash_core.types.model import SqlType, TypeKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from flash_core.sql.source import SourceFile, Span
    from flash_core.sql.syntax import AlterAction, Query, TypeName
    from flash_core.types.definitions import (
        CastDefinition,
        OperatorDefinition,
        RangeDefinition,
        RoutineDefinition,
    )


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an object was defined."""

    source: SourceFile
    span: Span


@dataclass(frozen=True, slots=True)
class BaseType:
    """A type of which only the name is known; a ``shell`` announces one."""

    name: str
    schema: str = ""
    shell: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table or composite type.

    Attributes:
        not_null: NOT NULL was declared, or the engine implies it (see ``build``):
            primary keys on PostgreSQL and MySQL; on SQLite only INTEGER PRIMARY
            KEY and the keys of STRICT or WITHOUT ROWID tables; serial and identity.
        has_default: An INSERT may leave the column out although it is not null:
            a default, serial, identity, generated, rowid alias.
        comment: COMMENT ON COLUMN.
        inherited: It comes from a parent table or a composite type alone.
        restated: It is inherited, and defaults or constraints are written for it here.
        not_null_name: Name given to its NOT NULL constraint.
        not_null_above: PostgreSQL: it has NOT NULL from the parents of INHERITS alone; ``None``:
            nobody knows, as a server before 18 does not.
        not_null_alone: PostgreSQL's NO INHERIT of it: tables below may hold NULL.
        not_null_conflict: What SQLite does with a NULL: ``ON CONFLICT IGNORE``.
        not_null_written: SQLite: the words are there, which its pragmas show even of a key.
        default_name: SQLite: the name given to its DEFAULT, which nothing can ask for.
        charset: MySQL's CHARACTER SET where it is not the table's; ``collation`` likewise.
        on_update: MySQL's ON UPDATE.
        invisible: MySQL: ``*`` leaves it out.
        attributes: What else MySQL says of a column, as text.

    The ``type`` of a MySQL ENUM or SET column names the :class:`Enum` that the catalog makes
    up for it, with the labels as modifiers; ``type_text`` is as the server spells it.
    """

    name: str
    type: TypeName | None
    type_text: str
    not_null: bool = False
    default: str | None = None
    collation: str | None = None
    identity: str | None = None
    autoincrement: bool = False
    generated: str | None = None
    stored: bool = False
    comment: str | None = None
    has_default: bool = False
    identity_options: str = ""
    inherited: bool = field(default=False, compare=False)
    restated: bool = field(default=False, compare=False)
    not_null_name: str | None = field(default=None, compare=False)
    not_null_above: bool | None = field(default=False, compare=False)
    not_null_alone: bool = False
    not_null_conflict: str = ""
    charset: str | None = None
    on_update: str | None = None
    invisible: bool = False
    attributes: str = ""
    not_null_written: bool = False
    default_name: str | None = field(default=None, compare=False)
    origin: Origin | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Key:
    """A primary key or unique constraint; ``name`` is None when the user gave none.

    A partition has ``inherited`` keys of the table that it belongs to.  ``form`` is
    ``NULLS NOT DISTINCT``, ``WITHOUT OVERLAPS`` or empty; of SQLite, how each column is
    sorted: ``,COLLATE NOCASE DESC``.  PostgreSQL's ADD of ALTER TABLE ONLY leaves partitions
    ``lacking`` it, which are there by schema and name.
    """

    columns: tuple[str, ...]
    primary: bool
    name: str | None = None
    tail: str = ""
    inherited: bool = False
    form: str = ""
    lacking: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """A foreign key; empty ``foreign_columns`` means the other table's primary key.

    ``column`` is the column that it was written on, if any.
    """

    columns: tuple[str, ...]
    table: tuple[str, ...]
    foreign_columns: tuple[str, ...] = ()
    name: str | None = None
    tail: str = ""
    column: str | None = field(default=None, compare=False, repr=False)
    origin: Origin | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Check:
    """A CHECK constraint, as text; ``column`` is the one that it was written on, if any."""

    text: str
    name: str | None = None
    tail: str = ""
    column: str | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class OtherConstraint:
    """A constraint kept as text (EXCLUDE …)."""

    text: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        schema: Empty for the default schema (``public``, ``main``).
        tail: Text after the column list (PARTITION BY …), as written.
        inherits: Names of the tables whose columns it has: parents, or the partitioned table.
        attached: It was put below them when it had columns already, in an order of their own.
        bound: Of a partition: which rows it holds (``FOR VALUES IN (1)``).
        of_type: Name of the composite type whose columns it has.
        foreign: Of a foreign table: ``SERVER …``.
        charset: MySQL's DEFAULT CHARACTER SET, ``None`` for the database's; ``collation`` likewise.
    """

    name: str
    columns: tuple[Column, ...]
    schema: str = ""
    keys: tuple[Key, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()
    checks: tuple[Check, ...] = ()
    others: tuple[OtherConstraint, ...] = ()
    strict: bool = False
    without_rowid: bool = False
    tail: str = ""
    comment: str | None = None
    unlogged: bool = False
    inherits: tuple[tuple[str, ...], ...] = ()
    attached: bool = False
    bound: str = ""
    of_type: tuple[str, ...] = ()
    foreign: str = ""
    charset: str | None = None
    collation: str | None = None
    origin: Origin | None = field(default=None, compare=False, repr=False)

    @property
    def primary_key(self) -> tuple[str, ...]:
        """Columns of the primary key, or empty."""
        return next((key.columns for key in self.keys if key.primary), ())


@dataclass(frozen=True, slots=True)
class Index:
    """An index; ``columns`` has None for an expression; ``text`` follows the table's name.

    Attributes:
        kind: MySQL: ``FULLTEXT``, ``SPATIAL`` or empty.
        implied: MySQL: it came with a foreign key, and goes when another one serves it.
        lacking: PostgreSQL: schema and name of each partition below the table that has no part of
            it, as ``ON ONLY`` leaves it; one that is partitioned itself stands for its own.
        part_of: PostgreSQL: schema and name of the index that ATTACH PARTITION made it part of.
    """

    name: str
    table: str
    columns: tuple[str | None, ...]
    unique: bool
    text: str
    schema: str = ""
    partial: bool = False
    origin: Origin | None = field(default=None, compare=False, repr=False)
    kind: str = ""
    implied: bool = field(default=False, compare=False, repr=False)
    lacking: frozenset[tuple[str, str]] = frozenset()
    part_of: tuple[str, str] | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Enum:
    """An enumerated type with its labels in order.

    Attributes:
        multiple: A value holds any number of the labels: MySQL's SET.
        owner: Table and column of MySQL's ENUM and SET: there is no type without them.
    """

    name: str
    labels: tuple[str, ...]
    schema: str = ""
    comment: str | None = None
    multiple: bool = False
    owner: tuple[str, str] | None = None
    origin: Origin | None = field(default=None, compare=False, repr=False)

    @property
    def width(self) -> int:
        """How many characters the longest value has."""
        lengths = [len(label) for label in self.labels]
        if self.multiple:
            return sum(lengths) + max(0, len(lengths) - 1)
        return max(lengths, default=0)


@dataclass(frozen=True, slots=True)
class Domain:
    """A domain; ``text`` is all that follows the base type.

    ``unchecked`` are the names of the constraints that are NOT VALID.
    """

    name: str
    type: TypeName
    type_text: str
    not_null: bool = False
    schema: str = ""
    text: str = ""
    origin: Origin | None = field(default=None, compare=False, repr=False)
    unchecked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Composite:
    """A composite type."""

    name: str
    columns: tuple[Column, ...]
    schema: str = ""
    origin: Origin | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class View:
    """A view: a stored query, typed by analysing its body; ``text`` is its CREATE statement.

    Attributes:
        path: The search path by which the names in the body are looked up.
        as_of: What the body saw, where a later change would make it mean something else.
        table: CREATE TABLE AS: a table from then on.
        actions: What ALTER did to it since.
        changes: The same as text.
        first: Where it was made, if CREATE OR REPLACE came later.
    """

    name: str
    query: Query = field(compare=False)
    text: str
    columns: tuple[str, ...] = ()
    schema: str = ""
    materialized: bool = False
    path: tuple[str, ...] = field(default=("",), compare=False, repr=False)
    as_of: Catalog | None = field(default=None, compare=False, repr=False)
    table: bool = False
    actions: tuple[AlterAction, ...] = field(default=(), compare=False, repr=False)
    changes: tuple[str, ...] = ()
    origin: Origin | None = field(default=None, compare=False, repr=False)
    first: Origin | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class OtherObject:
    """An object that is not modelled but must not be lost (function, trigger, sequence …).

    Attributes:
        about: Identifies what the statement makes or changes, where that is known.
        virtual: Of a virtual table: its name, module and arguments.
        ignores: Of a trigger that may leave the row out: on what event of which table.
    """

    keyword: str
    text: str
    about: tuple[object, ...] = field(default=(), compare=False, repr=False)
    origin: Origin | None = field(default=None, compare=False, repr=False)
    virtual: tuple[str, str, tuple[str, ...]] | None = field(
        default=None, compare=False, repr=False
    )
    ignores: tuple[str, str] | None = field(default=None, compare=False, repr=False)


class RenameKind(enum.StrEnum):
    """What a directive renames."""

    SCHEMA = "schema"
    TYPE = "type"
    TABLE = "table"
    COLUMN = "column"
    LABEL = "value"
    CONSTRAINT = "constraint"
    INDEX = "index"
    VIEW = "view"
    ROUTINE = "function"
    SEQUENCE = "sequence"
    AGGREGATE = "aggregate"
    COLLATION = "collation"
    EVENT = "event"
    EVENT_TRIGGER = "event trigger"
    POLICY = "policy"
    PUBLICATION = "publication"
    RULE = "rule"
    STATISTICS = "statistics"
    TEXT_SEARCH_CONFIGURATION = "text search configuration"
    TEXT_SEARCH_DICTIONARY = "text search dictionary"
    TRIGGER = "trigger"


@dataclass(frozen=True, slots=True)
class Rename:
    """What a schema file says of the name that an object had before.

    Attributes:
        kind: What it is.
        old: The name before, without a schema.
        name: The name now, as written in the statement that defines it.
        owner: The table of a column, constraint, index or trigger, the enum of a label; of MySQL's
            labels the table and the column.
        schema: The schema before, where the comment names one or the object moves; the default one
            has no name.
        origin: The directive; ``None`` where the user was asked.
    """

    kind: RenameKind
    old: str
    name: tuple[str, ...]
    owner: tuple[str, ...] = ()
    schema: str | None = None
    origin: Origin | None = field(default=None, compare=False, repr=False)


_Key: TypeAlias = tuple[str, str]
_Object = TypeVar("_Object", Table, View, Enum, Domain, Composite, BaseType)


@dataclass(frozen=True, slots=True)
class Catalog:
    """All objects of a database, in the order of their definition.

    Look-ups take a name as the user wrote it after the engine's folding:
    PostgreSQL compares exactly, SQLite and MySQL without case.  ``public`` and
    ``main`` are the default schema.  A name without a schema is looked up in
    those of ``search_path``.

    ``routines`` to ``base_types`` say again, for the type system, what ``others``
    keeps as text; they take no part in equality.  Neither do ``renames``, which say what
    objects were called before.  ``database`` is what MySQL's schema files
    call the one database that they USE; its schema is the default one.

    ``fold`` returns a name in the form in which this engine compares names;
    ``fold_object`` that of a table, view or schema, which MySQL compares exactly.
    """

    engine: Engine
    tables: tuple[Table, ...] = ()
    views: tuple[View, ...] = ()
    indexes: tuple[Index, ...] = ()
    enums: tuple[Enum, ...] = ()
    domains: tuple[Domain, ...] = ()
    composites: tuple[Composite, ...] = ()
    schemas: tuple[str, ...] = ()
    others: tuple[OtherObject, ...] = ()
    routines: tuple[RoutineDefinition, ...] = field(default=(), compare=False)
    operators: tuple[OperatorDefinition, ...] = field(default=(), compare=False)
    casts: tuple[CastDefinition, ...] = field(default=(), compare=False)
    ranges: tuple[RangeDefinition, ...] = field(default=(), compare=False)
    extensions: Mapping[str, str] = field(default_factory=dict[str, str], compare=False)
    base_types: tuple[BaseType, ...] = field(default=(), compare=False)
    search_path: tuple[str, ...] = field(default=("",), compare=False)
    database: str = field(default="", compare=False)
    renames: tuple[Rename, ...] = field(default=(), compare=False, repr=False)

    fold: Callable[[str], str] = field(init=False, compare=False, repr=False)
    fold_object: Callable[[str], str] = field(init=False, compare=False, repr=False)
    _tables: dict[_Key, Table] = field(init=False, compare=False, repr=False)
    _views: dict[_Key, View] = field(init=False, compare=False, repr=False)
    _enums: dict[_Key, Enum] = field(init=False, compare=False, repr=False)
    _domains: dict[_Key, Domain] = field(init=False, compare=False, repr=False)
    _composites: dict[_Key, Composite] = field(init=False, compare=False, repr=False)
    _base_types: dict[_Key, BaseType] = field(init=False, compare=False, repr=False)
    _own_indexes: dict[_Key, list[Index]] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Index the objects by name: a schema may have hundreds, each looked up many times."""
        fold = str if self.engine is Engine.POSTGRESQL else str.lower
        object.__setattr__(self, "fold", fold)
        exact = self.engine.family is Engine.MYSQL
        object.__setattr__(self, "fold_object", str if exact else fold)
        object.__setattr__(self, "_tables", self._keyed(self.tables))
        object.__setattr__(self, "_views", self._keyed(self.views))
        object.__setattr__(self, "_enums", self._keyed(self.enums))
        object.__setattr__(self, "_domains", self._keyed(self.domains))
        object.__setattr__(self, "_composites", self._keyed(self.composites))
        object.__setattr__(self, "_base_types", self._keyed(self.base_types))
        own: dict[_Key, list[Index]] = {}
        for index in self.indexes:
            own.setdefault((index.schema, index.table), []).append(index)
        object.__setattr__(self, "_own_indexes", own)

    def _keyed(self, objects: Sequence[_Object]) -> dict[_Key, _Object]:
        return {self._key((item.schema, item.name)): item for item in reversed(objects)}

    def _key(self, parts: Sequence[str]) -> _Key:
        schema = self.fold_object(parts[-2]) if len(parts) > 1 else ""
        if schema in {self.database, "public" if self.engine is Engine.POSTGRESQL else "main"}:
            schema = ""
        return schema, self.fold_object(parts[-1])

    def _find(self, index: dict[_Key, _Object], parts: Sequence[str]) -> _Object | None:
        if len(parts) > 1:
            return index.get(self._key(parts))
        name = self.fold_object(parts[-1])
        for schema in self.search_path:
            if (found := index.get((schema, name))) is not None:
                return found
        return None

    @property
    def virtual_tables(self) -> Sequence[tuple[str, str, tuple[str, ...]]]:
        """SQLite's virtual tables: name, module, arguments as written."""
        return [other.virtual for other in self.others if other.virtual is not None]

    @property
    def row_parents(self) -> Sequence[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Tables with each that they inherit from, or with the type that they are of."""
        return [
            ((table.schema, table.name), parent)
            for table in self.tables
            for parent in (*table.inherits, table.of_type)
            if parent
        ]

    def find_table(self, parts: Sequence[str]) -> Table | None:
        """Return the table of that (qualified) name, or ``None``."""
        return self._find(self._tables, parts)

    def indexes_of(self, table: Table) -> tuple[Index, ...]:
        """Return the indexes of a table."""
        return tuple(self._own_indexes.get((table.schema, table.name), ()))

    def find_view(self, parts: Sequence[str]) -> View | None:
        """Return the view of that (qualified) name, or ``None``."""
        return self._find(self._views, parts)

    def find_enum(self, parts: Sequence[str]) -> Enum | None:
        """Return the enum of that (qualified) name, or ``None``."""
        return self._find(self._enums, parts)

    def find_domain(self, parts: Sequence[str]) -> Domain | None:
        """Return the domain of that (qualified) name, or ``None``."""
        return self._find(self._domains, parts)

    def find_composite(self, parts: Sequence[str]) -> Composite | None:
        """Return the composite type of that (qualified) name, or ``None``."""
        return self._find(self._composites, parts)

    def find_column(self, table: Table, name: str) -> Column | None:
        """Return a column of ``table``, or ``None``."""
        folded = self.fold(name)
        return next((c for c in table.columns if self.fold(c.name) == folded), None)

    def find_type(self, parts: Sequence[str]) -> SqlType | None:
        """Return the user's type of that name.

        A domain's ``element`` is left ``None`` here: its base type is a name that
        the engine's type system resolves (see :meth:`find_domain`).
        """
        if found := self.find_enum(parts):
            return SqlType(found.name, TypeKind.ENUM, found.schema, modifiers=(found.width,))
        if domain := self.find_domain(parts):
            return SqlType(domain.name, TypeKind.DOMAIN, domain.schema)
        if composite := self.find_composite(parts):
            return SqlType(composite.name, TypeKind.COMPOSITE, composite.schema)
        if relation := self.find_table(parts) or self.find_view(parts):
            return SqlType(relation.name, TypeKind.COMPOSITE, relation.schema)
        if base := self._find(self._base_types, parts):
            return SqlType(base.name, TypeKind.BASE, base.schema)
        return None

    def domain_base(self, parts: Sequence[str]) -> TypeName | None:
        """Return the base type of the domain of that name, as written, or ``None``."""
        domain = self.find_domain(parts)
        return None if domain is None else domain.type

    def type_fields(self, type_: SqlType) -> Sequence[tuple[str, TypeName]]:
        """Return the fields of a composite type or of a table's row; empty for other types."""
        parts = (type_.schema, type_.name)
        found = self.find_composite(parts) or self.find_table(parts)
        columns = () if found is None else found.columns
        return [(column.name, column.type) for column in columns if column.type is not None]
