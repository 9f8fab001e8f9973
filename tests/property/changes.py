"""Random INSERT, UPDATE, DELETE and MERGE, alone and inside WITH.

Depends on: expressions, kinds, queries, schemas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .expressions import Scope, Typed
from .kinds import value_kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .queries import Queries
    from .schemas import Column, Table


class Changes:
    """Writes statements that change tables.

    Args:
        queries: Writes the queries inside them.
    """

    def __init__(self, queries: Queries) -> None:
        self._queries = queries
        self._choices = queries.choices
        self._expressions = queries.expressions

    def statement(self) -> tuple[str, bool]:
        """Return a statement, with WITH before some, and whether it returns rows."""
        if self._choices.chance(20):
            text, columns = self._changing(())
            if not columns:
                return text, False
            self._queries.sources.ctes.append(("changed", columns))
            return f"WITH changed AS ({text}) {self._queries.select(())}", True
        with_ = self._queries.with_() if self._choices.chance(10) else ""
        text, columns = self._changing(())
        return with_ + text, bool(columns)

    def _changing(self, outer: tuple[Typed, ...]) -> tuple[str, tuple[tuple[str, str], ...]]:
        """Return a statement and the columns it returns, named ``c1`` and so on."""
        table = self._choices.pick(self._queries.schema.tables)
        return self._choices.weighted(
            ((4, self._insert), (4, self._update), (3, self._delete), (3, self._merge))
        )(table, outer)

    def _own(self, table: Table, qualifier: str) -> tuple[Typed, ...]:
        return tuple(
            Typed(f"{qualifier}.{column.name}", value_kind(column.kind)) for column in table.columns
        )

    # -- INSERT --------------------------------------------------------------

    def _insert(
        self, table: Table, outer: tuple[Typed, ...]
    ) -> tuple[str, tuple[tuple[str, str], ...]]:
        columns = [
            column for column in table.columns if column.not_null or self._choices.chance(70)
        ]
        text = f"INSERT INTO {table.name} AS tt"
        if not columns:
            text += " DEFAULT VALUES"
        else:
            text += f" ({', '.join(column.name for column in columns)}) {self._source(columns)}"
        old: tuple[Typed, ...] = ()
        if self._choices.chance(30):
            text += " ON CONFLICT DO NOTHING"
        elif table.keys and self._choices.chance(40):
            text += self._on_conflict(table)
            old = self._own(table, "old")
        scope = Scope((*self._own(table, "tt"), *self._own(table, "new"), *old), outer)
        return self._returning(text, table, scope)

    def _source(self, columns: Sequence[Column]) -> str:
        kinds = [value_kind(column.kind) for column in columns]
        if self._choices.chance(25):
            return self._queries.select((), kinds)
        scope = Scope(subqueries=False)
        rows = [
            ", ".join(
                "DEFAULT" if self._choices.chance(5) else self._expressions.write(kind, scope)
                for kind in kinds
            )
            for _ in range(self._choices.weighted(((4, 1), (1, 2))))
        ]
        return "VALUES " + ", ".join(f"({row})" for row in rows)

    def _on_conflict(self, table: Table) -> str:
        key = self._choices.pick(table.keys)
        scope = Scope((*self._own(table, "tt"), *self._own(table, "excluded")))
        where = ""
        if self._choices.chance(30):
            where = f" WHERE {self._expressions.write('boolean', scope)}"
        return f" ON CONFLICT ({', '.join(key)}) DO UPDATE SET {self._sets(table, scope)}{where}"

    # -- UPDATE and DELETE ---------------------------------------------------

    def _update(
        self, table: Table, outer: tuple[Typed, ...]
    ) -> tuple[str, tuple[tuple[str, str], ...]]:
        own = self._own(table, "tt")
        from_ = ""
        others: tuple[Typed, ...] = ()
        if self._choices.chance(30):
            from_, others = self._queries.sources.from_(outer)
        scope = Scope((*own, *others), outer)
        text = f"UPDATE {table.name} AS tt SET {self._sets(table, scope)}{from_}"
        text += self._where(table, scope)
        versions = (*self._own(table, "old"), *self._own(table, "new"))
        return self._returning(text, table, Scope((*own, *versions, *others), outer))

    def _sets(self, table: Table, scope: Scope) -> str:
        columns = self._choices.some(table.columns, 1, 2)
        kinds = [value_kind(column.kind) for column in columns]
        if len(columns) > 1 and self._choices.chance(30):
            names = ", ".join(column.name for column in columns)
            if self._choices.chance(50):
                values = ", ".join(self._expressions.write(kind, scope) for kind in kinds)
                return f"({names}) = ROW ({values})"
            query = self._queries.select(scope.all, kinds, limit=" LIMIT 1")
            return f"({names}) = ({query})"
        return ", ".join(
            f"{column.name} = {self._expressions.write(kind, scope)}"
            for column, kind in zip(columns, kinds, strict=True)
        )

    def _where(self, table: Table, scope: Scope) -> str:
        if table.keys and self._choices.chance(40):
            kinds = {column.name: value_kind(column.kind) for column in table.columns}
            tests = [
                f"tt.{name} = {self._expressions.write(kinds[name], Scope(subqueries=False))}"
                for name in self._choices.pick(table.keys)
            ]
            return " WHERE " + " AND ".join(tests)
        if self._choices.chance(60):
            return f" WHERE {self._expressions.write('boolean', scope)}"
        return ""

    def _delete(
        self, table: Table, outer: tuple[Typed, ...]
    ) -> tuple[str, tuple[tuple[str, str], ...]]:
        own = self._own(table, "tt")
        using = ""
        others: tuple[Typed, ...] = ()
        if self._choices.chance(30):
            using, others = self._queries.sources.from_(outer)
        text = f"DELETE FROM {table.name} AS tt{using.replace(' FROM ', ' USING ', 1)}"
        scope = Scope((*own, *others), outer)
        text += self._where(table, scope)
        return self._returning(
            text, table, Scope((*scope.columns, *self._own(table, "old")), outer)
        )

    # -- MERGE ---------------------------------------------------------------

    def _merge(
        self, table: Table, outer: tuple[Typed, ...]
    ) -> tuple[str, tuple[tuple[str, str], ...]]:
        own = self._own(table, "tt")
        source = self._queries.sources.item((), outer, 0)
        both = Scope((*own, *source.columns), outer, subqueries=False)
        text = f"MERGE INTO {table.name} AS tt USING {source.text}"
        text += f" ON {self._expressions.write('boolean', both)}"
        matched = self._choices.pick(("MATCHED", "NOT MATCHED BY SOURCE"))
        scope = both if matched == "MATCHED" else Scope(own, outer, subqueries=False)
        if self._choices.chance(70):
            also = ""
            if self._choices.chance(30):
                also = f" AND {self._expressions.write('boolean', scope)}"
            action = "DELETE"
            if self._choices.chance(60):
                action = f"UPDATE SET {self._merged_set(table, scope)}"
            text += f" WHEN {matched}{also} THEN {action}"
        text += f" WHEN NOT MATCHED THEN {self._merge_insert(table, source.columns, outer)}"
        versions = (*self._own(table, "old"), *self._own(table, "new"))
        action_column = Typed("merge_action()", "text")
        everything = (*own, *versions, *source.columns, action_column)
        return self._returning(text, table, Scope(everything, outer))

    def _merged_set(self, table: Table, scope: Scope) -> str:
        column = self._choices.pick(table.columns)
        return f"{column.name} = {self._expressions.write(value_kind(column.kind), scope)}"

    def _merge_insert(
        self, table: Table, columns: tuple[Typed, ...], outer: tuple[Typed, ...]
    ) -> str:
        if self._choices.chance(30):
            return "DO NOTHING"
        scope = Scope(columns, outer, subqueries=False)
        values = ", ".join(
            self._expressions.write(value_kind(column.kind), scope) for column in table.columns
        )
        names = ", ".join(column.name for column in table.columns)
        return f"INSERT ({names}) VALUES ({values})"

    def _returning(
        self, text: str, table: Table, scope: Scope
    ) -> tuple[str, tuple[tuple[str, str], ...]]:
        if self._choices.chance(15):
            return text, ()
        if self._choices.chance(15):
            columns = tuple((column.name, value_kind(column.kind)) for column in table.columns)
            return f"{text} RETURNING tt.*", columns
        kinds = [self._expressions.kind_in(scope) for _ in range(self._choices.number(1, 3))]
        names = [f"c{place + 1}" for place in range(len(kinds))]
        listed = ", ".join(
            f"{self._expressions.write(kind, scope)} AS {name}"
            for kind, name in zip(kinds, names, strict=True)
        )
        return f"{text} RETURNING {listed}", tuple(zip(names, kinds, strict=True))
