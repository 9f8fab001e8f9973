"""Random INSERT, REPLACE, UPDATE and DELETE as MariaDB has them.

Depends on: changes, expressions, schemas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .changes import Changes
from .expressions import Scope

if TYPE_CHECKING:
    from .changes import Changed, Outer
    from .schemas import Table
    from .sources import Item


class MariadbChanges(Changes):
    """Writes statements that change tables; one that returns rows has no alias for its table."""

    everything = "*"

    def statement(self) -> tuple[str, bool]:
        """Return a statement, and whether it returns rows."""
        text, columns = self.changing(())  # WITH stands before SELECT only
        return text, bool(columns)

    def insert(self, table: Table, outer: Outer) -> Changed:
        """Return INSERT or REPLACE."""
        columns = self.inserted(table)
        word = self.choices.weighted(((6, "INSERT"), (1, "INSERT IGNORE"), (1, "REPLACE")))
        listed = ", ".join(column.name for column in columns)
        source = self.source(columns) if columns else "VALUES ()"
        text = f"{word} INTO {table.name} ({listed}) {source}"
        own = self.own(table, table.name)
        if word == "INSERT IGNORE":  # stores '' where an ENUM has no such label
            return text, ()
        if word != "REPLACE" and self.choices.chance(25):
            scope = Scope(own, subqueries=False)
            text += f" ON DUPLICATE KEY UPDATE {self._updates(table, scope)}"
        return self.returning(text, table, Scope(own, outer, subqueries=False))

    def _updates(self, table: Table, scope: Scope) -> str:
        return ", ".join(
            f"{column.name} = VALUES({column.name})"
            if self.choices.chance(50)
            else f"{column.name} = {self.assigned(column, scope)}"
            for column in self.choices.some(table.stored, 1, 2)
        )

    def update(self, table: Table, outer: Outer) -> Changed:
        """Return UPDATE, of one table or of a join."""
        own = self.own(table)
        if self.choices.chance(25):
            other = self._other()
            scope = Scope((*own, *other.columns), outer, subqueries=False)
            condition = self.expressions.write("boolean", scope)
            text = f"UPDATE {table.name} AS tt JOIN {other.text} ON {condition}"
            return f"{text} SET {self._qualified(table, scope)}{self.where(table, scope)}", ()
        scope = Scope(own, outer)
        text = f"UPDATE {table.name} AS tt SET {self.sets(table, scope)}{self.where(table, scope)}"
        return text + self.choices.pick(("", "", " LIMIT 1")), ()

    def _qualified(self, table: Table, scope: Scope) -> str:
        return ", ".join(
            f"tt.{column.name} = {self.assigned(column, scope)}"
            for column in self.choices.some(table.stored, 1, 2)
        )

    def _other(self) -> Item:
        """Return a table to join; a view over the changed one cannot be."""
        other = self.choices.pick(self.queries.schema.tables)
        columns = tuple((column.name, column.kind.value) for column in other.columns)
        return self.queries.sources.relation(other.name, columns)

    def delete(self, table: Table, outer: Outer) -> Changed:
        """Return DELETE, of one table or of a join."""
        if self.choices.chance(25):
            other = self._other()
            scope = Scope((*self.own(table), *other.columns), outer, subqueries=False)
            condition = self.expressions.write("boolean", scope)
            text = f"DELETE tt FROM {table.name} AS tt JOIN {other.text} ON {condition}"
            return text + self.where(table, scope), ()
        scope = Scope(self.own(table, table.name), outer)
        text = f"DELETE FROM {table.name}{self.where(table, scope, table.name)}"
        if self.choices.chance(20):
            return f"{text} LIMIT 1", ()
        return self.returning(text, table, Scope(scope.columns, outer, subqueries=False))
