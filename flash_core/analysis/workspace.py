"""What is worked out once per catalog: its tables as relations, its views, its type system.

Depends on: catalog.model, dialect, relation, types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core._dataclass import dataclass, field, replace
from flash_core.types.model import SqlType, TypeKind
from flash_core.types.systems import type_system

from .dialect import dialect
from .model import TableColumn
from .nullability import Certain, Possible
from .relation import Relation, RelationColumn
from .value import STORED, Elements

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from flash_core.catalog.model import Catalog, Column, Index, Table, View
    from flash_core.sql.source import Diagnostic
    from flash_core.sql.syntax import TypeName
    from flash_core.types.model import TypeSystem

    from .dialect import Dialect
    from .nullability import Null
    from .value import Shape


@dataclass(slots=True, eq=False)
class Workspace:
    """Caches over one catalog.

    Attributes:
        views: Result of each view's query, with the first error in it, by identity.
        levels: How deep aggregates stand in each view, by identity, where that matters.
        database: SQLite's own copy of the schema, or the reason why there is none.
    """

    catalog: Catalog
    types: TypeSystem
    dialect: Dialect
    views: dict[int, tuple[Shape, Diagnostic | None]] = field(
        default_factory=dict[int, "tuple[Shape, Diagnostic | None]"]
    )
    levels: dict[int, frozenset[int]] = field(default_factory=dict[int, "frozenset[int]"])
    database: sqlite3.Connection | None = None
    database_failed: bool = False
    _indexes: dict[tuple[str, str], list[Index]] | None = None
    _made: dict[int, Table | None] = field(default_factory=dict[int, "Table | None"])
    _others: dict[tuple[str, ...], Workspace] = field(
        default_factory=dict[tuple[str, ...], "Workspace"]
    )
    _parents: set[int] | None = None
    _system: list[RelationColumn] | None = None
    _columns: dict[int, tuple[RelationColumn, ...]] = field(
        default_factory=dict[int, tuple[RelationColumn, ...]]
    )
    _unique: dict[int, tuple[tuple[str, ...], ...]] = field(
        default_factory=dict[int, tuple[tuple[str, ...], ...]]
    )

    def under(self, path: tuple[str, ...]) -> Workspace:
        """Return the workspace in which names are looked up by another search path."""
        if path == self.catalog.search_path:
            return self
        if path not in self._others:
            catalog = replace(self.catalog, search_path=path)
            types = type_system(catalog.engine, catalog)
            self._others[path] = Workspace(catalog, types, self.dialect)
        return self._others[path]

    def find_table(self, parts: Sequence[str]) -> Table | None:
        """Return the table of that name."""
        found = self.catalog.find_table(parts)
        if found is not None:
            return found
        view = self.catalog.find_view(parts)
        return None if view is None or not view.table else self._stored(view)

    def _stored(self, view: View) -> Table | None:
        from .views import stored_table  # noqa: PLC0415 - analysing its query needs a workspace

        if id(view) not in self._made:
            self._made[id(view)] = None  # a query that names its own table finds this
            self._made[id(view)] = stored_table(view, self)
        return self._made[id(view)]

    def find_view(self, parts: Sequence[str]) -> View | None:
        """Return the view of that name."""
        return self.catalog.find_view(parts)

    def system_relation(self, parts: Sequence[str], alias: str | None) -> Relation | None:
        """Return a table or view that the engine or an extension brings."""
        found = self.types.relation(parts)
        if found is None:
            return None
        columns = [
            RelationColumn(name, type_, _system_null(f"{found.name}.{name}", not_null=not_null))
            for name, type_, not_null in found.columns
        ]
        columns += [
            RelationColumn(
                name, type_, _system_null(f"{found.name}.{name}", not_null=sure), hidden=True
            )
            for name, type_, sure in found.hidden
        ]
        if found.kind == "r":
            columns += self._system_columns()
        # The row types of pg_catalog carry no schema, as its other types.
        schema = "" if found.schema == "pg_catalog" else found.schema
        return Relation(
            alias or found.name,
            columns,
            None if alias else found.schema,
            composite=SqlType(found.name, TypeKind.COMPOSITE, schema),
            system=True,
        )

    def indexes(self, table: Table) -> Sequence[Index]:
        """Return the indexes of a table."""
        fold = self.catalog.fold
        if self._indexes is None:
            self._indexes = {}
            for index in self.catalog.indexes:
                key = (index.schema, fold(index.table))
                self._indexes.setdefault(key, []).append(index)
        return self._indexes.get((table.schema, fold(table.name)), ())

    def unique_keys(self, table: Table) -> tuple[tuple[str, ...], ...]:
        """Return the columns of each key of a table that no two rows of a query share."""
        found = self._unique.get(id(table))
        if found is None:
            found = self._unique[id(table)] = tuple(self._unique_keys(table))
        return found

    def _unique_keys(self, table: Table) -> Iterator[tuple[str, ...]]:
        if self.has_heirs(table):
            return
        yield from (key.columns for key in table.keys if not _deferrable(key.tail))
        for index in self.indexes(table):
            columns = tuple(column for column in index.columns if column is not None)
            whole = bool(columns) and len(columns) == len(index.columns)
            if whole and index.unique and not index.partial:
                yield columns

    def column_type(self, type_: TypeName | None) -> SqlType:
        """Return the type of a declared column."""
        if type_ is None:
            return SqlType("ANY")
        return self.types.named(type_) or SqlType(".".join(type_.parts), TypeKind.BASE)

    def has_heirs(self, table: Table) -> bool:
        """Tell whether a query of a table finds rows of others, which its keys do not cover."""
        if self._parents is None:
            found = [self.find_table(name) for t in self.catalog.tables for name in t.inherits]
            self._parents = {
                id(parent)
                for parent in found
                if parent is not None and "PARTITION BY" not in parent.tail.upper()
            }
        return id(table) in self._parents

    def columns(self, table: Table) -> tuple[RelationColumn, ...]:
        """Return the columns of a table, hidden ones last."""
        found = self._columns.get(id(table))
        if found is None:
            found = (
                *(self._column(table, column) for column in table.columns),
                *self._hidden(table),
            )
            self._columns[id(table)] = found
            if self.dialect.derives_generated:
                self._derive(table)
                found = self._columns[id(table)]
        return found

    def _derive(self, table: Table) -> None:
        """Learn from the expressions of generated columns, which may be over one another."""
        generated = [place for place, one in enumerate(table.columns) if one.generated is not None]
        if not generated:
            return
        from .generated import derive  # noqa: PLC0415 - analysing an expression needs a workspace

        for place in generated * min(len(generated), 3):
            found = list(self._columns[id(table)])
            found[place] = derive(found[place], table.columns[place], table, self)
            self._columns[id(table)] = tuple(found)

    def _column(self, table: Table, column: Column) -> RelationColumn:
        type_ = self.column_type(column.type)
        name = f"{table.name}.{column.name}"
        null: Null = Certain(f"{_kind(table, column)} {name}")
        if not column.not_null:
            domain = self.domain_not_null(type_)
            null = (
                Certain(f"NOT NULL domain of {name}")
                if domain
                else Possible(f"nullable column {name}")
            )
        origin = TableColumn(table.schema, table.name, column.name)
        declared = 0 if column.type is None else column.type.bounds
        elements = Elements(STORED, declared) if declared > 1 else None
        return RelationColumn(
            column.name, type_, null, origin, hidden=column.invisible, elements=elements
        )

    def dimensions(self, origin: TableColumn) -> int:
        """Return how many dimensions a column of arrays was declared with, as its user says."""
        table = self.catalog.find_table((origin.schema, origin.table))
        column = None if table is None else self.catalog.find_column(table, origin.column)
        return 1 if column is None or column.type is None else max(column.type.bounds, 1)

    def domain_not_null(self, type_: SqlType) -> bool:
        """Tell whether a type is a domain that refuses NULL, itself or one below it."""
        below: SqlType | None = type_
        while below is not None and below.kind is TypeKind.DOMAIN:
            domain = self.catalog.find_domain((below.schema, below.name))
            if domain is not None and domain.not_null:
                return True
            below = below.element
        return False

    def _hidden(self, table: Table) -> list[RelationColumn]:
        if table.without_rowid:
            return []
        system = self._system_columns()
        if not system:
            return _lifetime(table)
        taken = {self.catalog.fold(column.name) for column in table.columns}
        system = [column for column in system if column.name not in taken]
        return [*system, *_lifetime(table)]

    def _system_columns(self) -> list[RelationColumn]:
        if self._system is None:
            self._system = [
                RelationColumn(name, type_, Certain("system column"), hidden=True)
                for name, type_ in self.dialect.hidden_columns
            ]
        return self._system


def _deferrable(tail: str) -> bool:
    """Tell whether a constraint may be violated until the transaction ends."""
    text = " ".join(tail.upper().split())
    return "DEFERRABLE" in text and "NOT DEFERRABLE" not in text


def _lifetime(table: Table) -> list[RelationColumn]:
    """Return when a row of a system-versioned table of MariaDB was there, if no column tells."""
    if "WITH SYSTEM VERSIONING" not in table.tail.upper():
        return []
    if any("AS ROW" in column.attributes.upper() for column in table.columns):
        return []
    type_, null = SqlType("timestamp", modifiers=(6,)), Certain("every row has a lifetime")
    return [RelationColumn(name, type_, null, hidden=True) for name in ("row_start", "row_end")]


def _system_null(name: str, *, not_null: bool) -> Null:
    return Certain(f"NOT NULL column {name}") if not_null else Possible(f"nullable column {name}")


def _kind(table: Table, column: Column) -> str:
    return "primary key" if column.name in table.primary_key else "NOT NULL column"


_RECENT: list[Workspace] = []


def workspace(catalog: Catalog) -> Workspace:
    """Return the caches of ``catalog``; the last few catalogs are remembered."""
    for known in _RECENT:
        if known.catalog is catalog:
            return known
    fresh = Workspace(catalog, type_system(catalog.engine, catalog), dialect(catalog.engine))
    _RECENT.insert(0, fresh)
    del _RECENT[4:]
    return fresh
