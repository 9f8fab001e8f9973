"""Random queries: SELECT in all its parts, set operations, VALUES, WITH.

Depends on: choices, expressions, schemas, sources.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .expressions import Expressions, Scope, Typed
from .sources import Sources

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .choices import Choices
    from .schemas import Schema
    from .sources import Columns


@dataclass(frozen=True, slots=True)
class Grouping:
    """GROUP BY: its text, its keys, and the conditions that it makes for the rest."""

    text: str
    scope: Scope


class Queries:
    """Writes queries over a schema."""

    def __init__(self, choices: Choices, schema: Schema) -> None:
        self.choices = choices
        self.schema = schema
        self.language = schema.language
        self.expressions = Expressions(choices, schema.language, self)
        self.sources = Sources(choices, schema, self.expressions, self)
        self.parameters = True

    # -- what others ask for -------------------------------------------------

    def subquery(self, outer: tuple[Typed, ...], kinds: Sequence[str]) -> str:
        """Return a query of these columns, for an expression."""
        return self.query(outer, kinds)

    def scalar(self, outer: tuple[Typed, ...], kind: str) -> str:
        """Return a query of one column, and mostly of one row at most."""
        way = self.choices.number(0, 9)
        if way < 6:
            return self.select(outer, [kind], limit=" LIMIT 1")
        if way < 9:
            from_, columns = self.sources.from_(outer)
            rows = Scope(columns, outer, parameters=self.parameters)
            scope = Scope((), outer, rows, parameters=self.parameters)
            return f"SELECT {self.expressions.write(kind, scope)}{from_}{self._where(rows)}"
        return self.query(outer, [kind])

    def derived(self, outer: tuple[Typed, ...]) -> tuple[str, Columns]:
        """Return a query with named columns, for FROM, WITH or a view."""
        if self.choices.chance(70):
            return self._selected(outer, named=True)
        kinds = self.kinds()
        names = tuple(f"c{place + 1}" for place in range(len(kinds)))
        return self.query(outer, kinds, names), tuple(zip(names, kinds, strict=True))

    def kinds(self, most: int = 3) -> list[str]:
        """Return the types of a select list."""
        return [self.expressions.any_kind() for _ in range(self.choices.number(1, most))]

    def query(
        self, outer: tuple[Typed, ...], kinds: Sequence[str], names: Sequence[str] = ()
    ) -> str:
        """Return a query of these columns."""
        sortable = all(self.expressions.sorts(kind) for kind in kinds)
        if self.choices.fuel > 0 and self.choices.chance(12):
            return self._set_operation(outer, kinds, names, sortable=sortable)
        if self.choices.chance(4) and not names and not self.language.apart_from_outer:
            return self._values(outer, kinds)
        return self.select(outer, kinds, names)

    # -- SELECT --------------------------------------------------------------

    def select(
        self,
        outer: tuple[Typed, ...],
        kinds: Sequence[str] = (),
        names: Sequence[str] = (),
        *,
        limit: str | None = None,
    ) -> str:
        """Return a SELECT of these columns; without types, of what FROM offers."""
        return self._select(outer, kinds, names, limit)[0]

    def _selected(self, outer: tuple[Typed, ...], *, named: bool) -> tuple[str, Columns]:
        names = ("c1", "c2", "c3", "c4") if named else ()
        text, kinds = self._select(outer, (), names, None)
        return text, tuple(zip(names, kinds, strict=False))

    def _select(
        self,
        outer: tuple[Typed, ...],
        kinds: Sequence[str],
        names: Sequence[str],
        limit: str | None,
    ) -> tuple[str, Sequence[str]]:
        from_, columns = self.sources.from_(outer)
        scope = Scope(columns, outer, parameters=self.parameters)
        where = self._where(scope)
        grouping = self._grouping(scope) if self.choices.chance(30) else None
        inside = self._inside(scope, grouping)
        if not kinds:
            count = self.choices.number(1, 4)
            grouped = grouping is not None
            kinds = [self._selected_kind(inside, grouped=grouped) for _ in range(count)]
        targets = [self._target(kind, inside) for kind in kinds]
        having = ""
        if grouping is not None and self.choices.chance(30):
            seen = inside.plain()
            if self.language.apart_from_outer and self.choices.chance(90):
                plain = tuple(key for key in seen.columns if re.fullmatch(r"\w+\.\w+", key.text))
                seen = replace(seen, columns=plain, outer=(), subqueries=False)
            having = f" HAVING {self.expressions.write('boolean', seen)}"
        group_by = "" if grouping is None else grouping.text
        sortable = all(self.expressions.sorts(kind) for kind in kinds)
        distinct, order = "", ""
        # Where there is one row only, SQLite does not look at ORDER BY.
        if limit != "" and not (self.language.lazy_with and not from_):
            distinct, order = self._order(targets, kinds, inside, sortable=sortable)
        listed = ", ".join(
            f"{target} AS {names[place]}" if names else target
            for place, target in enumerate(targets)
        )
        limit = self._limit() if limit is None else limit
        text = f"SELECT {distinct}{listed}{from_}{where}{group_by}{having}{order}{limit}"
        return text, kinds

    def _selected_kind(self, scope: Scope, *, grouped: bool) -> str:
        if grouped and self.choices.chance(50):
            return self.choices.pick(
                tuple(kind for kind in self.language.productions.aggregates if kind)
            )
        return self.expressions.kind_in(scope)

    def everything(self) -> str:
        """Return a SELECT with stars."""
        from_, columns = self.sources.from_(())
        if not columns:
            return f"SELECT 1{from_}"
        scope = Scope(columns, parameters=self.parameters)
        alias = self.choices.pick(columns).text.partition(".")[0]
        star = self.choices.pick(("*", f"{alias}.*", f"*, {alias} IS NULL"))
        if "." not in columns[-1].text:
            star = "*"
        return f"SELECT {star}{from_}{self._where(scope)}{self._limit()}"

    def _where(self, scope: Scope) -> str:
        if not self.choices.chance(40):
            return ""
        condition = self.expressions.write("boolean", scope)
        if scope.columns and self.choices.chance(40):
            column = self.choices.pick(scope.columns)
            test = "IS NOT NULL"
            if self.expressions.sorts(column.kind) and self.choices.chance(70):
                test = f"= {self.expressions.write(column.kind, Scope(outer=scope.outer))}"
            condition = f"{column.text} {test} AND {condition}"
        return f" WHERE {condition}"

    def _inside(self, scope: Scope, grouping: Grouping | None) -> Scope:
        if grouping is None:
            windows = bool(scope.columns) or not self.language.apart_from_outer
            return Scope(
                scope.columns, scope.outer, windows=windows, sets=True, parameters=self.parameters
            )
        return grouping.scope

    def _target(self, kind: str, scope: Scope) -> str:
        if scope.columns and self.choices.chance(30):
            fitting = [each.text for each in scope.columns if each.kind == kind]
            if fitting:
                return self.choices.pick(fitting)
        return self.expressions.write(kind, scope)

    def _grouping(self, rows: Scope) -> Grouping:
        keys: list[Typed] = []
        simple = Scope(rows.columns, subqueries=False, parameters=False)
        for _ in range(self.choices.number(0, 2)):
            sortable = [each for each in rows.columns if self.expressions.sorts(each.kind)]
            if sortable and self.choices.chance(75):
                keys.append(self.choices.pick(sortable))
            else:
                kind = self.expressions.kind_in(rows, ordered=True)
                keys.append(Typed(self.expressions.write(kind, simple), kind))
        scope = Scope(
            tuple(keys),
            rows.outer,
            rows,
            windows=bool(rows.columns) or not self.language.apart_from_outer,
            parameters=self.parameters,
            subqueries=True,
        )
        if not keys:
            return Grouping(self.choices.pick(self.language.whole_groups), scope)
        listed = ", ".join(f"({key.text})" for key in keys)
        forms = self.language.groupings
        # MariaDB moves conditions into a view, even where they belong behind its ROLLUP.
        view = self.language.apart_from_outer and not self.parameters
        form = self.choices.weighted(forms[:1] if view else forms)
        return Grouping(form.format(listed), scope)

    def _order(
        self, targets: Sequence[str], kinds: Sequence[str], scope: Scope, *, sortable: bool
    ) -> tuple[str, str]:
        """Return what stands behind SELECT, and ORDER BY."""
        if sortable and self.choices.chance(10):
            return "DISTINCT ", (" ORDER BY 1" if self.choices.chance(50) else "")
        if (
            self.language.distinct_on
            and self.expressions.sorts(kinds[0])
            and self.choices.chance(5)
        ):
            return f"DISTINCT ON ({targets[0]}) ", f" ORDER BY {targets[0]}"
        if not self.choices.chance(25):
            return "", ""
        places = [place for place, kind in enumerate(kinds, 1) if self.expressions.sorts(kind)]
        # A view's ORDER BY 2 is taken for a place of the query around it: a fault of MariaDB.
        taken = self.language.apart_from_outer and not self.parameters
        if places and not taken and self.choices.chance(50):
            direction = self.choices.pick(self.language.directions)
            return "", f" ORDER BY {self.choices.pick(places)}{direction}"
        kind = self.expressions.kind_in(scope, ordered=True)
        key = self.expressions.write(kind, scope.plain())
        return "", "" if taken and key.isdecimal() else f" ORDER BY {key}"

    def _limit(self) -> str:
        if not self.choices.chance(20):
            return ""
        return self.choices.pick(self.language.limits)

    # -- the other queries ---------------------------------------------------

    def _set_operation(
        self,
        outer: tuple[Typed, ...],
        kinds: Sequence[str],
        names: Sequence[str],
        *,
        sortable: bool,
    ) -> str:
        word = self.choices.pick(self.language.set_words) if sortable else "UNION ALL"
        order = " ORDER BY 1" if sortable and self.choices.chance(25) else ""
        if self.language.plain_compounds and self.choices.chance(60):
            left = self.select(outer, kinds, names, limit="")
            return f"{left} {word} {self.select(outer, kinds, limit='')}{order}{self._limit()}"
        if self.language.apart_from_outer and not names:  # equal ones are refused at times
            names = tuple(f"c{place + 1}" for place in range(len(kinds)))
        left = self.query(outer, kinds, names)
        right = self.query(outer, kinds)
        return f"{self.language.compound.format(left, word, right)}{order}{self._limit()}"

    def _values(self, outer: tuple[Typed, ...], kinds: Sequence[str]) -> str:
        scope = Scope((), outer, parameters=self.parameters)
        rows = [
            ", ".join(self.expressions.write(kind, scope) for kind in kinds)
            for _ in range(self.choices.number(1, 2))
        ]
        return "VALUES " + ", ".join(f"({row})" for row in rows)

    def top(self) -> str:
        """Return a whole query."""
        with_ = self.with_() if self.choices.chance(20) else ""
        if self.choices.chance(12):
            return self.below(with_, self.everything())
        if self.choices.chance(60):
            return self.below(with_, self.select(()))
        return self.below(with_, self.query((), self.kinds(4)))

    def below(self, with_: str, text: str) -> str:
        """Return a query with WITH, in which each query is used where it must be."""
        names = [name for name, _ in self.sources.ctes] if self.language.lazy_with else []
        whole = with_ + text
        unused = [name for name in names if not re.search(rf"\b{name} AS x", whole)]
        for name in unused:
            text = f"SELECT x0.* FROM ({text}) AS x0 LEFT JOIN {name} AS x00 ON 1"
        return with_ + text

    def with_(self) -> str:
        """Return a WITH clause, whose queries FROM can use from now on."""
        if self.choices.chance(25):
            return self._recursive()
        parts: list[str] = []
        made: list[tuple[str, Columns]] = []
        for _ in range(self.choices.number(1, 2)):
            text, columns = self.derived(())
            name = f"w{len(made) + 1}"
            hint = self.choices.pick(self.language.with_hints)
            parts.append(f"{name} AS {hint}({text})")
            made.append((name, columns))
            self.sources.ctes.append((name, columns))
        return f"WITH {', '.join(parts)} "

    def _recursive(self) -> str:
        # A recursive query's column must have one type modifier too, as character(2) has.
        exact = [kind for kind in self.language.ordered if kind not in self.language.inexact]
        kind = self.choices.pick(exact)
        start = self.expressions.write(kind, Scope(parameters=self.parameters))
        scope = Scope((Typed("r.n", "integer"), Typed("r.v", kind)), subqueries=False)
        step = self.expressions.write(kind, scope)
        word = self.choices.pick(("UNION ALL", "UNION"))
        filler = ""
        if self.choices.chance(30):
            joined = self.sources.item((), (), 0)
            if not joined.lateral:
                filler = f" LEFT JOIN {joined.text} ON r.n = 1"
        self.sources.ctes.append(("r", (("n", "integer"), ("v", kind))))
        return (
            f"WITH RECURSIVE r (n, v) AS (SELECT 1, {start} {word}"
            f" SELECT r.n + 1, {step} FROM r{filler} WHERE r.n < 3) "
        )
