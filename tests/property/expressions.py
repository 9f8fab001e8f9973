"""Random expressions of a wanted type over what is in scope.

Types are only aimed at: a constant without a type, or a parameter, may make the server resolve
another function than was meant.  That is wanted; it must be resolved so by us as well.

Depends on: choices, language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Protocol

from .language import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .choices import Choices
    from .language import Language

_HOLE: Final = re.compile(r"\{\{|\}\}|\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Typed:
    """A text and the type that it is meant to have."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Scope:
    """What an expression may use.

    Attributes:
        columns: Columns of its own query level; below GROUP BY, the keys.
        outer: Columns of the queries around it.
        rows: The scope of an aggregate's arguments, where aggregates may stand.
        windows: Window functions may stand here.
        sets: Set-returning functions may stand here.
        subqueries: Subqueries may stand here.
        parameters: Parameters may stand here.
    """

    columns: tuple[Typed, ...] = ()
    outer: tuple[Typed, ...] = ()
    rows: Scope | None = None
    windows: bool = False
    sets: bool = False
    subqueries: bool = True
    parameters: bool = True

    def plain(self) -> Scope:
        """Return it for the inside of a window function's call."""
        return replace(self, windows=False, sets=False)

    @property
    def all(self) -> tuple[Typed, ...]:
        """What a subquery in this place sees from outside."""
        return (*self.columns, *self.outer)


class Subqueries(Protocol):
    """Writes the queries inside expressions."""

    def subquery(self, outer: tuple[Typed, ...], kinds: Sequence[str]) -> str:
        """Return a query of these columns, without brackets."""
        ...

    def scalar(self, outer: tuple[Typed, ...], kind: str) -> str:
        """Return a query of one column and, mostly, of one row at most."""
        ...


@dataclass(frozen=True, slots=True)
class Argument:
    """The value of a parameter, as text; ``null`` asks for NULL where that is allowed."""

    kind: str
    text: str
    null: bool


class Expressions:
    """Writes expressions.

    Args:
        choices: Where chance comes from.
        language: What they are made of.
        queries: Writes subqueries.
    """

    def __init__(self, choices: Choices, language: Language, queries: Subqueries) -> None:
        self.choices = choices
        self.language = language
        self.arguments: list[Argument] = []
        self._queries = queries

    def write(self, kind: str, scope: Scope) -> str:
        """Return an expression."""
        if not self.choices.spend():
            return self._leaf(kind, scope)
        ways = [(8, self._leaf), (8, self._scalar), (3, self._any_type)]
        if scope.subqueries:
            ways.append((1, self._subquery))
        if scope.rows is not None:
            ways.append((8, self._aggregate))
        if scope.windows:
            ways.append((3, self._window))
        if scope.sets and kind in self.language.productions.sets:
            ways.append((2, self._set))
        return self.choices.weighted(ways)(kind, scope)

    def any_kind(self, *, ordered: bool = False) -> str:
        """Return a type to write an expression of."""
        if self.choices.chance(60):
            return self.choices.pick(self.language.common)
        return self.choices.pick(self.language.ordered if ordered else self.language.values)

    def kind_in(self, scope: Scope, *, ordered: bool = False) -> str:
        """Return a type, rather one that some column has."""
        found = [each.kind for each in scope.columns if not ordered or self.sorts(each.kind)]
        if found and self.choices.chance(75):
            return self.choices.pick(found)
        return self.any_kind(ordered=ordered)

    def sorts(self, kind: str) -> bool:
        """Tell whether a type can be sorted."""
        return self.language.kinds[kind].ordered

    def fill(self, template: str, kind: str, scope: Scope) -> str:
        """Return a production with its holes filled."""
        letters: dict[str, str] = {"T": kind}

        def part(found: re.Match[str]) -> str:
            hole = found[1]
            if hole is None:
                return found[0][0]
            if hole == "WINDOW":
                return self._over(scope)
            if hole == "KEY":
                return self.choices.pick(scope.columns).text if scope.columns else "NULL"
            if hole == "COLUMN":
                own = [each.text for each in scope.columns if each.kind == kind]
                return self.choices.pick(own or self.language.kinds[kind].values[:1])
            if hole == "CONSTANT":
                return self.language.constant(kind, self.language.kinds[kind].values[0])
            if hole in {"A", "B", "C"} and hole not in letters:
                letters[hole] = self.kind_in(scope, ordered=hole != "B")
            return self.write(letters.get(hole, hole), scope)

        return _HOLE.sub(part, template)

    # -- the ways ------------------------------------------------------------

    def _leaf(self, kind: str, scope: Scope) -> str:
        own = [each.text for each in scope.columns if each.kind == kind]
        outer = [each.text for each in scope.outer if each.kind == kind]
        if own and self.choices.chance(80):
            return self.choices.pick(own)
        if outer and self.choices.chance(60):
            return self.choices.pick(outer)
        if scope.parameters and self.choices.chance(20):
            return self._parameter(kind)
        if kind == "boolean" and scope.columns and self.choices.chance(80):
            return self._test(self.choices.pick(scope.columns))
        text = self.choices.pick(self.language.kinds[kind].values)
        way = self.choices.number(0, 19)
        if way >= 18:
            return self.language.null.format(kind=kind, value=self.language.constant(kind, text))
        return quoted(text) if way == 17 else self.language.constant(kind, text)

    def _test(self, column: Typed) -> str:
        """Return a plain condition about a column."""
        kind = self.language.kinds[column.kind]
        if not kind.ordered or self.choices.chance(40):
            return f"({column.text} {self.choices.pick(('IS NOT NULL', 'IS NULL'))})"
        plain = ("{0} = {1}", "{0} <> {1}", "{0} < {1}", "{0} >= {1}")
        test = self.choices.pick((*plain, self.language.equal))
        value = self.language.constant(kind.name, self.choices.pick(kind.values))
        return f"({test.format(column.text, value)})"

    def _parameter(self, kind: str) -> str:
        known = [place for place, each in enumerate(self.arguments) if each.kind == kind]
        if known and self.language.reuse and self.choices.chance(20):
            place = self.choices.pick(known)
        else:
            text = self.choices.pick(self.language.kinds[kind].values)
            self.arguments.append(Argument(kind, text, self.choices.chance(30)))
            place = len(self.arguments) - 1
        ways = self.language.parameters
        way = ways[0] if self.choices.chance(60) else self.choices.pick(ways[1:])
        return way.format(n=place + 1, kind=kind)

    def _scalar(self, kind: str, scope: Scope) -> str:
        lines = self.language.productions.scalars.get(kind, "").splitlines()
        if not lines:
            return self._leaf(kind, scope)
        return self.fill(self.choices.pick(lines), kind, scope.plain())

    def _any_type(self, kind: str, scope: Scope) -> str:
        template = self.choices.pick(self.language.productions.any_type.splitlines())
        if not self.sorts(kind) and re.match("nullif|greatest|least", template):
            return self._leaf(kind, scope)
        return self.fill(template, kind, scope.plain())

    def _aggregate(self, kind: str, scope: Scope) -> str:
        found = self.language.productions.aggregates
        lines = found.get(kind, "").splitlines()
        if self.sorts(kind) and kind not in self.language.without_max:
            lines += found[""].splitlines()
        if not lines or scope.rows is None:
            return self._leaf(kind, scope)
        template = self.choices.pick(lines)
        if "{KEY}" in template:
            return self.fill(template, kind, scope) if scope.columns else self._leaf(kind, scope)
        if self.language.outer_aggregates:
            return self.fill(template, kind, scope.rows)
        return self.fill(template, kind, replace(scope.rows, outer=()))

    def _window(self, kind: str, scope: Scope) -> str:
        found = self.language.productions.windows
        lines = [*found[""].splitlines(), *found.get(kind, "").splitlines()]
        template = self.choices.pick(lines)
        if template.startswith("max") and not self.sorts(kind):
            return self._leaf(kind, scope)
        return self.fill(template, kind, scope.plain())

    def _over(self, scope: Scope) -> str:
        parts: list[str] = []
        if self.choices.chance(40):
            parts.append(f"PARTITION BY {self.write(self.kind_in(scope, ordered=True), scope)}")
        if self.choices.chance(60):
            parts.append(f"ORDER BY {self.write(self.kind_in(scope, ordered=True), scope)}")
        return " ".join(parts) + self.choices.pick(self.language.frames)

    def _set(self, kind: str, scope: Scope) -> str:
        return self.fill(
            self.choices.pick(self.language.productions.sets[kind].splitlines()),
            kind,
            scope.plain(),
        )

    def _subquery(self, kind: str, scope: Scope) -> str:
        if kind != "boolean" or self.choices.chance(30):
            if self.choices.chance(20) and kind + "[]" in self.language.kinds:
                return f"(ARRAY({self._queries.subquery(scope.all, [kind])}))[1]"
            return f"({self._queries.scalar(scope.all, kind)})"
        if self.choices.chance(40):
            inner = self._queries.subquery(scope.all, [self.any_kind()])
            return self.choices.pick(("EXISTS ({})", "(NOT EXISTS ({}))")).format(inner)
        other = self.kind_in(scope, ordered=True)
        if other == "pair":
            # ROW(…)::pair IN (…) is read as two values, if it is written as a row
            return f"EXISTS ({self._queries.subquery(scope.all, [other])})"
        left = self.write(other, scope.plain())
        operator = self.choices.pick(self.language.subquery_tests)
        return f"({left} {operator} ({self._queries.subquery(scope.all, [other])}))"
