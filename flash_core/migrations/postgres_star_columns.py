"""What the stars of a view stand for, in its subqueries and joins, too.

Depends on: catalog, sql.syntax.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flash_core._dataclass import dataclass, field
from flash_core.sql.syntax import (
    ColumnRef,
    Join,
    Query,
    QueryRef,
    Select,
    SetOperation,
    Star,
    TableRef,
    With,
)
from flash_core.sql.syntax.walk import children

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import TypeAlias

    from flash_core.catalog.model import Catalog, View
    from flash_core.sql.syntax import FromItem, Node, Statement

    Names: TypeAlias = tuple[str, ...]
    # What WITH has named by then; ``None`` where its columns cannot be told.
    Named: TypeAlias = Mapping[str, Names | None]


class Reference(NamedTuple):
    """A column as a star gives it; ``table`` is empty where a join has merged two."""

    table: str
    name: str


@dataclass(frozen=True, slots=True)
class Starred:
    """A star, the columns that it stands for, and whether they need no table before them."""

    star: Star
    columns: tuple[Reference, ...]
    plain: bool


@dataclass(slots=True)
class Stars:
    """The stars of a query in the order of its text, and the tables that it reads with columns."""

    found: list[Starred] = field(default_factory=list[Starred])
    tables: dict[Names, Names] = field(default_factory=dict[tuple[str, ...], tuple[str, ...]])


class _UntoldError(Exception):
    """The columns of a star cannot be told by names alone."""


def stars_of(catalog: Catalog, view: View) -> Stars | None:
    """Return what the stars of a view stand for; ``None`` where more than names would say it.

    Args:
        catalog: The schema.
        view: One of its views.
    """
    reader = _Reader(catalog if view.as_of is None else view.as_of)
    try:
        reader.visit(view.query, {})
    except _UntoldError:
        return None
    reader.stars.found.sort(key=lambda each: each.star.span.start)
    return reader.stars


class _Reader:
    """Reads a query, from what is around it inwards."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.stars = Stars()

    def visit(self, node: Node, named: Named) -> None:
        """Note the stars of a query and of all below it."""
        if isinstance(node, Query) and node.with_ is not None:
            named = self._with(node.with_, named, inside=True)
        if isinstance(node, Select):
            expressions = [target.expression for target in node.targets]
            meant = [each for each in expressions if isinstance(each, Star)]
            sources = _Sources(self, named, node.from_ if meant else ())
            self.stars.found += [Starred(star, *sources.meaning(star)) for star in meant]
        for child in children(node):
            if not isinstance(child, With):
                self.visit(child, named)

    def _with(self, clause: With, named: Named, *, inside: bool) -> Named:
        for cte in clause.ctes:
            own = {**named, cte.name: cte.columns or None} if clause.recursive else named
            if inside:
                self.visit(cte.statement, own)
            found = self.outputs(cte.statement, own)
            found = found and (*cte.columns, *found[len(cte.columns) :])
            named = {**named, cte.name: found}
        return named

    def outputs(self, query: Statement, named: Named) -> Names | None:
        """Return the names of a query's columns; ``None`` where one is not told by names."""
        if isinstance(query, Query) and query.with_ is not None:
            named = self._with(query.with_, named, inside=False)
        if isinstance(query, SetOperation):
            return self.outputs(query.left, named)
        if not isinstance(query, Select):
            return None
        columns: list[str] = []
        for target in query.targets:
            expression = target.expression
            if target.alias is not None:
                columns.append(target.alias)
            elif isinstance(expression, ColumnRef):
                columns.append(expression.parts[-1])
            elif isinstance(expression, Star):
                meaning, _ = _Sources(self, named, query.from_).meaning(expression)
                columns += [each.name for each in meaning]
            else:
                return None
        return tuple(columns)

    def relation(self, path: Names) -> Names | None:
        """Return the columns of a table or view."""
        if (table := self.catalog.find_table(path)) is not None:
            return tuple(column.name for column in table.columns)
        view = self.catalog.find_view(path)
        if view is None or view.changes:
            return None
        catalog = self.catalog if view.as_of is None else view.as_of
        try:
            columns = _Reader(catalog).outputs(view.query, {})
        except _UntoldError:
            return None
        return columns and (*view.columns, *columns[len(view.columns) :])


class _Sources:
    """What FROM has: tables by their names, and all columns in order."""

    def __init__(self, reader: _Reader, named: Named, items: Iterable[FromItem]) -> None:
        self.reader = reader
        self.named = named
        self.tables: dict[str, Names | None] = {}
        lists = [self._read(item) for item in items]
        self.columns = None if None in lists else [each for found in lists for each in found or ()]

    def meaning(self, star: Star) -> tuple[tuple[Reference, ...], bool]:
        """Return the columns of a star, and whether they need no table before them."""
        if star.qualifier:
            name = star.qualifier[-1]
            columns = self.tables.get(name)
            if columns is None:
                raise _UntoldError
            return tuple(Reference(name, column) for column in columns), False
        if not self.columns or star.embed:
            raise _UntoldError
        names = [each.name for each in self.columns]
        if any(not each.table and names.count(each.name) > 1 for each in self.columns):
            raise _UntoldError  # a merged column has no table to tell it from its namesakes
        return tuple(self.columns), len(self.tables) == 1

    def _read(self, item: FromItem) -> Sequence[Reference] | None:
        if isinstance(item, Join):
            return self._join(item)
        name, columns = "", None
        if isinstance(item, TableRef):
            name = item.alias or item.name.last
            columns = self._table(item)
        elif isinstance(item, QueryRef):
            name = item.alias or ""
            columns = self.reader.outputs(item.query, self.named)
            columns = columns and (*item.column_aliases, *columns[len(item.column_aliases) :])
        self.tables[name] = None if name in self.tables else columns
        return None if columns is None else [Reference(name, column) for column in columns]

    def _table(self, item: TableRef) -> Names | None:
        path = item.name.parts
        if item.column_aliases:
            return None
        if len(path) == 1 and path[0] in self.named:
            return self.named[path[0]]
        columns = self.reader.relation(path)
        if columns is not None:
            self.reader.stars.tables[path] = columns
        return columns

    def _join(self, item: Join) -> Sequence[Reference] | None:
        left, right = self._read(item.left), self._read(item.right)
        if left is None or right is None or item.alias:
            return None
        names = {each.name for each in right}
        both = [each.name for each in left if each.name in names] if item.natural else item.using
        merged = [Reference("", name) for name in both]
        return merged + [each for each in (*left, *right) if each.name not in both]
