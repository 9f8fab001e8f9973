"""Random INSERT, UPDATE and DELETE as SQLite has them.

A column takes any value here, and Flash believes what is declared: so only values of
a column's own type are stored.

Depends on: changes, expressions, schemas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .changes import Changes
from .expressions import Argument, Scope, Typed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .changes import Changed, Outer
    from .schemas import Column, Table


class SqliteChanges(Changes):
    """Writes statements that change tables."""

    everything = "*"

    def statement(self) -> tuple[str, bool]:
        """Return a statement, and whether it returns rows."""
        text, columns = self.changing(())
        if self.choices.chance(10):
            # What nothing uses would not be looked at: so something simple.
            text = f"WITH w AS (SELECT 1 AS a) {text}"
        return text, bool(columns)

    def assigned(self, column: Column, scope: Scope) -> str:
        """Return a value of the column's own type."""
        own = [
            each.text
            for each in scope.columns
            if each.kind == column.kind.name and each.text.startswith(("tt.", "excluded."))
        ]
        if own and self.choices.chance(50):
            return self.choices.pick(own)
        text = self.choices.pick(column.kind.values)
        if self.queries.parameters and self.choices.chance(30):
            arguments = self.expressions.arguments
            arguments.append(Argument(column.kind.name, text, self.choices.chance(30)))
            return f"?{len(arguments)}"
        value = self.expressions.language.constant(column.kind.name, text)
        if self.choices.chance(15):
            return "NULL"
        return f"coalesce({value}, {value})" if self.choices.chance(20) else value

    def insert(self, table: Table, outer: Outer) -> Changed:
        """Return INSERT or REPLACE."""
        del outer
        columns = self.inserted(table)
        word = self.choices.weighted(
            ((6, "INSERT"), (1, "INSERT OR IGNORE"), (1, "INSERT OR REPLACE"), (1, "REPLACE"))
        )
        text = f"{word} INTO {table.name} AS tt"
        if not columns:
            text += " DEFAULT VALUES"
        else:
            text += f" ({', '.join(column.name for column in columns)}) {self.source(columns)}"
            if self.choices.chance(20):
                text += " ON CONFLICT DO NOTHING"
            elif table.keys and self.choices.chance(40):
                text += self._on_conflict(table)
        return self.returning(text, table, self._shown(table))

    def _shown(self, table: Table) -> Scope:
        """Return what RETURNING sees: the table under its own name, not under its alias."""
        return Scope(self.own(table, table.name))

    def source(self, columns: Sequence[Column]) -> str:
        """Return what is inserted into columns."""
        if self.choices.chance(75):
            return self.rows(columns, Scope(subqueries=False), "")
        from_, reached = self.queries.sources.from_(())
        condition = self.expressions.write("boolean", Scope(reached))
        values = ", ".join(self.assigned(column, Scope()) for column in columns)
        # Without WHERE, SQLite takes ON CONFLICT for the condition of a join.
        return f"SELECT {values}{from_} WHERE {condition}"

    def _on_conflict(self, table: Table) -> str:
        key = self.choices.pick(table.keys)
        scope = Scope((*self.own(table), *self.own(table, "excluded")), subqueries=False)
        where = ""
        if self.choices.chance(30):
            where = f" WHERE {self.expressions.write('boolean', scope)}"
        return f" ON CONFLICT ({', '.join(key)}) DO UPDATE SET {self.sets(table, scope)}{where}"

    def update(self, table: Table, outer: Outer) -> Changed:
        """Return UPDATE."""
        own = self.own(table)
        from_ = ""
        others: tuple[Typed, ...] = ()
        if self.choices.chance(30):
            from_, others = self.queries.sources.from_(outer)
        scope = Scope((*own, *others), outer)
        word = self.choices.pick(("UPDATE", "UPDATE", "UPDATE OR IGNORE", "UPDATE OR REPLACE"))
        text = f"{word} {table.name} AS tt SET {self.sets(table, scope)}{from_}"
        return self.returning(text + self.where(table, scope), table, self._shown(table))

    def delete(self, table: Table, outer: Outer) -> Changed:
        """Return DELETE."""
        scope = Scope(self.own(table), outer)
        text = f"DELETE FROM {table.name} AS tt{self.where(table, scope)}"
        return self.returning(text, table, self._shown(table))
