"""Random expressions of a wanted type over what is in scope.

Types are only aimed at: a constant without a type, or a parameter, may make the server resolve
another function than was meant.  That is wanted; it must be resolved so by us as well.

Depends on: choices, kinds, productions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Protocol

from .kinds import COMMON_KINDS, KINDS, ORDERED_KINDS, VALUE_KINDS, constant, quoted
from .productions import AGGREGATES, ANY_TYPE, SCALARS, SETS, WINDOWS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .choices import Choices

_HOLE: Final = re.compile(r"\{\{|\}\}|\{([^{}]+)\}")
_FRAMES: Final = (
    "",
    " ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW",
    " ROWS BETWEEN 1 PRECEDING AND 1 PRECEDING",
    " ROWS BETWEEN CURRENT ROW AND CURRENT ROW EXCLUDE CURRENT ROW",
    " ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING",
)


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
        queries: Writes subqueries.
    """

    def __init__(self, choices: Choices, queries: Subqueries) -> None:
        self.choices = choices
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
        if scope.sets and kind in SETS:
            ways.append((2, self._set))
        return self.choices.weighted(ways)(kind, scope)

    def any_kind(self, *, ordered: bool = False) -> str:
        """Return a type to write an expression of."""
        if self.choices.chance(60):
            return self.choices.pick(COMMON_KINDS)
        return self.choices.pick(ORDERED_KINDS if ordered else VALUE_KINDS)

    def kind_in(self, scope: Scope, *, ordered: bool = False) -> str:
        """Return a type, rather one that some column has."""
        found = [each.kind for each in scope.columns if not ordered or KINDS[each.kind].ordered]
        if found and self.choices.chance(75):
            return self.choices.pick(found)
        return self.any_kind(ordered=ordered)

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
            if hole == "CONSTANT":
                return constant(kind, KINDS[kind].values[0])
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
        text = self.choices.pick(KINDS[kind].values)
        way = self.choices.number(0, 19)
        if way >= 18:
            return f"NULL::{kind}"
        return quoted(text) if way == 17 else constant(kind, text)

    def _test(self, column: Typed) -> str:
        """Return a plain condition about a column."""
        kind = KINDS[column.kind]
        if not kind.ordered or self.choices.chance(40):
            return f"({column.text} {self.choices.pick(('IS NOT NULL', 'IS NULL'))})"
        operator = self.choices.pick(("=", "<>", "<", ">=", "IS NOT DISTINCT FROM"))
        return f"({column.text} {operator} {constant(kind.name, self.choices.pick(kind.values))})"

    def _parameter(self, kind: str) -> str:
        known = [place for place, each in enumerate(self.arguments) if each.kind == kind]
        if known and self.choices.chance(20):
            place = self.choices.pick(known)
        else:
            text = self.choices.pick(KINDS[kind].values)
            self.arguments.append(Argument(kind, text, self.choices.chance(30)))
            place = len(self.arguments) - 1
        return f"${place + 1}::{kind}" if self.choices.chance(60) else f"${place + 1}"

    def _scalar(self, kind: str, scope: Scope) -> str:
        lines = SCALARS.get(kind, "").splitlines()
        if not lines:
            return self._leaf(kind, scope)
        return self.fill(self.choices.pick(lines), kind, scope.plain())

    def _any_type(self, kind: str, scope: Scope) -> str:
        template = self.choices.pick(ANY_TYPE.splitlines())
        if not KINDS[kind].ordered and re.match("nullif|greatest|least", template):
            return self._leaf(kind, scope)
        return self.fill(template, kind, scope.plain())

    def _aggregate(self, kind: str, scope: Scope) -> str:
        lines = AGGREGATES.get(kind, "").splitlines()
        if KINDS[kind].ordered and kind not in {"boolean", "uuid", "jsonb", "bytea"}:
            lines += AGGREGATES[""].splitlines()
        if not lines or scope.rows is None:
            return self._leaf(kind, scope)
        template = self.choices.pick(lines)
        if "{KEY}" in template:
            return self.fill(template, kind, scope) if scope.columns else "count(*)::integer"
        return self.fill(template, kind, scope.rows)

    def _window(self, kind: str, scope: Scope) -> str:
        lines = [*WINDOWS[""].splitlines(), *WINDOWS.get(kind, "").splitlines()]
        template = self.choices.pick(lines)
        if template.startswith("max") and not KINDS[kind].ordered:
            return self._leaf(kind, scope)
        return self.fill(template, kind, scope.plain())

    def _over(self, scope: Scope) -> str:
        parts: list[str] = []
        if self.choices.chance(40):
            parts.append(f"PARTITION BY {self.write(self.kind_in(scope, ordered=True), scope)}")
        if self.choices.chance(60):
            parts.append(f"ORDER BY {self.write(self.kind_in(scope, ordered=True), scope)}")
        return " ".join(parts) + self.choices.pick(_FRAMES)

    def _set(self, kind: str, scope: Scope) -> str:
        return self.fill(self.choices.pick(SETS[kind].splitlines()), kind, scope.plain())

    def _subquery(self, kind: str, scope: Scope) -> str:
        if kind != "boolean" or self.choices.chance(30):
            if self.choices.chance(20) and kind + "[]" in KINDS:
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
        operator = self.choices.pick(("IN", "NOT IN", "= ANY", "<> ALL", "< ALL", ">= SOME"))
        return f"({left} {operator} ({self._queries.subquery(scope.all, [other])}))"
