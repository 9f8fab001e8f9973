"""Random INSERT, UPDATE, DELETE and MERGE as PostgreSQL has them, alone and inside WITH.

Depends on: changes, expressions, schemas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .changes import Changes
from .expressions import Scope, Typed

if TYPE_CHECKING:
    from collections.abc import Callable

    from .changes import Changed, Outer
    from .schemas import Table


class PostgresqlChanges(Changes):
    """Writes statements that change tables."""

    def statement(self) -> tuple[str, bool]:
        """Return a statement, inside WITH or with WITH before some."""
        if not self.choices.chance(20):
            return super().statement()
        text, columns = self.changing(())
        if not columns:
            return text, False
        self.queries.sources.ctes.append(("changed", columns))
        return f"WITH changed AS ({text}) {self.queries.select(())}", True

    def ways(self) -> list[tuple[int, Callable[[Table, Outer], Changed]]]:
        """Return what can be written, by weight."""
        return [*super().ways(), (3, self._merge)]

    # -- INSERT --------------------------------------------------------------

    def insert(self, table: Table, outer: Outer) -> Changed:
        """Return INSERT."""
        columns = self.inserted(table)
        text = f"INSERT INTO {table.name} AS tt"
        if not columns:
            text += " DEFAULT VALUES"
        else:
            text += f" ({', '.join(column.name for column in columns)}) {self.source(columns)}"
        old: tuple[Typed, ...] = ()
        if self.choices.chance(30):
            text += " ON CONFLICT DO NOTHING"
        elif table.keys and self.choices.chance(40):
            text += self._on_conflict(table)
            old = self.own(table, "old")
        scope = Scope((*self.own(table), *self.own(table, "new"), *old), outer)
        return self.returning(text, table, scope)

    def _on_conflict(self, table: Table) -> str:
        key = self.choices.pick(table.keys)
        scope = Scope((*self.own(table), *self.own(table, "excluded")))
        where = ""
        if self.choices.chance(30):
            where = f" WHERE {self.expressions.write('boolean', scope)}"
        return f" ON CONFLICT ({', '.join(key)}) DO UPDATE SET {self.sets(table, scope)}{where}"

    # -- UPDATE and DELETE ---------------------------------------------------

    def update(self, table: Table, outer: Outer) -> Changed:
        """Return UPDATE."""
        own = self.own(table)
        from_ = ""
        others: tuple[Typed, ...] = ()
        if self.choices.chance(30):
            from_, others = self.queries.sources.from_(outer)
        scope = Scope((*own, *others), outer)
        text = f"UPDATE {table.name} AS tt SET {self.sets(table, scope)}{from_}"
        text += self.where(table, scope)
        versions = (*self.own(table, "old"), *self.own(table, "new"))
        return self.returning(text, table, Scope((*own, *versions, *others), outer))

    def sets(self, table: Table, scope: Scope) -> str:
        """Return what stands behind SET, some of it for several columns at once."""
        if not self.choices.chance(20):
            return super().sets(table, scope)
        columns = self.choices.some(table.columns, 2, 2)
        names = ", ".join(column.name for column in columns)
        if self.choices.chance(50):
            values = ", ".join(self.assigned(column, scope) for column in columns)
            return f"({names}) = ROW ({values})"
        kinds = [column.kind.value for column in columns]
        return f"({names}) = ({self.queries.select(scope.all, kinds, limit=' LIMIT 1')})"

    def delete(self, table: Table, outer: Outer) -> Changed:
        """Return DELETE."""
        own = self.own(table)
        using = ""
        others: tuple[Typed, ...] = ()
        if self.choices.chance(30):
            using, others = self.queries.sources.from_(outer)
        text = f"DELETE FROM {table.name} AS tt{using.replace(' FROM ', ' USING ', 1)}"
        scope = Scope((*own, *others), outer)
        text += self.where(table, scope)
        return self.returning(text, table, Scope((*scope.columns, *self.own(table, "old")), outer))

    # -- MERGE ---------------------------------------------------------------

    def _merge(self, table: Table, outer: Outer) -> Changed:
        own = self.own(table)
        source = self.queries.sources.item((), outer, 0)
        both = Scope((*own, *source.columns), outer, subqueries=False)
        text = f"MERGE INTO {table.name} AS tt USING {source.text}"
        text += f" ON {self.expressions.write('boolean', both)}"
        matched = self.choices.pick(("MATCHED", "NOT MATCHED BY SOURCE"))
        scope = both if matched == "MATCHED" else Scope(own, outer, subqueries=False)
        if self.choices.chance(70):
            also = ""
            if self.choices.chance(30):
                also = f" AND {self.expressions.write('boolean', scope)}"
            action = "DELETE"
            if self.choices.chance(60):
                action = f"UPDATE SET {self._merged_set(table, scope)}"
            text += f" WHEN {matched}{also} THEN {action}"
        text += f" WHEN NOT MATCHED THEN {self._merge_insert(table, source.columns, outer)}"
        versions = (*self.own(table, "old"), *self.own(table, "new"))
        action_column = Typed("merge_action()", "text")
        everything = (*own, *versions, *source.columns, action_column)
        return self.returning(text, table, Scope(everything, outer))

    def _merged_set(self, table: Table, scope: Scope) -> str:
        column = self.choices.pick(table.columns)
        return f"{column.name} = {self.assigned(column, scope)}"

    def _merge_insert(self, table: Table, columns: tuple[Typed, ...], outer: Outer) -> str:
        if self.choices.chance(30):
            return "DO NOTHING"
        scope = Scope(columns, outer, subqueries=False)
        values = ", ".join(self.assigned(column, scope) for column in table.columns)
        names = ", ".join(column.name for column in table.columns)
        return f"INSERT ({names}) VALUES ({values})"
