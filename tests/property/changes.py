"""Random INSERT, UPDATE and DELETE: what is the same in every engine.

Depends on: expressions, queries, schemas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .expressions import Scope, Typed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .queries import Queries
    from .schemas import Column, Table

Outer: TypeAlias = tuple[Typed, ...]
Changed: TypeAlias = tuple[str, tuple[tuple[str, str], ...]]
"""A statement, and the columns it returns."""


class Changes:
    """Writes statements that change tables, which are called ``tt`` inside.

    Args:
        queries: Writes the queries inside them.
    """

    everything = "tt.*"
    """All columns of the table in RETURNING."""

    def __init__(self, queries: Queries) -> None:
        self.queries = queries
        self.choices = queries.choices
        self.expressions = queries.expressions

    def statement(self) -> tuple[str, bool]:
        """Return a statement, with WITH before some, and whether it returns rows."""
        with_ = self.queries.with_() if self.choices.chance(10) else ""
        text, columns = self.changing(())
        return with_ + text, bool(columns)

    def changing(self, outer: Outer) -> Changed:
        """Return a statement and the columns it returns, named ``c1`` and so on."""
        table = self.choices.pick(self.queries.schema.tables)
        return self.choices.weighted(self.ways())(table, outer)

    def ways(self) -> list[tuple[int, Callable[[Table, Outer], Changed]]]:
        """Return what can be written, by weight."""
        return [(4, self.insert), (4, self.update), (3, self.delete)]

    def own(self, table: Table, qualifier: str = "tt") -> tuple[Typed, ...]:
        """Return a table's columns."""
        return tuple(
            Typed(f"{qualifier}.{column.name}", column.kind.value) for column in table.columns
        )

    def assigned(self, column: Column, scope: Scope) -> str:
        """Return a value for a column."""
        return self.expressions.write(column.kind.value, scope)

    # -- the statements ------------------------------------------------------

    def insert(self, table: Table, outer: Outer) -> Changed:
        """Return INSERT."""
        raise NotImplementedError

    def update(self, table: Table, outer: Outer) -> Changed:
        """Return UPDATE."""
        raise NotImplementedError

    def delete(self, table: Table, outer: Outer) -> Changed:
        """Return DELETE."""
        raise NotImplementedError

    # -- their parts ---------------------------------------------------------

    def inserted(self, table: Table) -> list[Column]:
        """Return the columns that an INSERT names."""
        return [column for column in table.stored if column.not_null or self.choices.chance(70)]

    def source(self, columns: Sequence[Column]) -> str:
        """Return what is inserted into columns."""
        if self.choices.chance(25):
            return self.queries.select((), [column.kind.value for column in columns])
        return self.rows(columns, Scope(subqueries=False))

    def rows(self, columns: Sequence[Column], scope: Scope, default: str = "DEFAULT") -> str:
        """Return VALUES with rows for columns."""
        rows = [
            ", ".join(
                default if default and self.choices.chance(5) else self.assigned(column, scope)
                for column in columns
            )
            for _ in range(self.choices.weighted(((4, 1), (1, 2))))
        ]
        return "VALUES " + ", ".join(f"({row})" for row in rows)

    def sets(self, table: Table, scope: Scope) -> str:
        """Return what stands behind SET."""
        return ", ".join(
            f"{column.name} = {self.assigned(column, scope)}"
            for column in self.choices.some(table.stored, 1, 2)
        )

    def where(self, table: Table, scope: Scope, alias: str = "tt") -> str:
        """Return a WHERE clause, often one that names a key."""
        if table.keys and self.choices.chance(40):
            kinds = {column.name: column.kind.value for column in table.columns}
            tests = [
                f"{alias}.{name} = {self.expressions.write(kinds[name], Scope(subqueries=False))}"
                for name in self.choices.pick(table.keys)
            ]
            return " WHERE " + " AND ".join(tests)
        if self.choices.chance(60):
            return f" WHERE {self.expressions.write('boolean', scope)}"
        return ""

    def returning(self, text: str, table: Table, scope: Scope) -> Changed:
        """Return a statement with RETURNING."""
        if self.choices.chance(15):
            return text, ()
        if self.choices.chance(15):
            columns = tuple((column.name, column.kind.value) for column in table.columns)
            return f"{text} RETURNING {self.everything}", columns
        kinds = [self.expressions.kind_in(scope) for _ in range(self.choices.number(1, 3))]
        names = [f"c{place + 1}" for place in range(len(kinds))]
        listed = ", ".join(
            f"{self.expressions.write(kind, scope)} AS {name}"
            for kind, name in zip(kinds, names, strict=True)
        )
        return f"{text} RETURNING {listed}", tuple(zip(names, kinds, strict=True))
