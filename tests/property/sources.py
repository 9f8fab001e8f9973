"""Random FROM clauses: tables, views, subqueries, functions, VALUES, and joins of them.

Depends on: choices, expressions, schemas.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from .expressions import Scope, Typed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .choices import Choices
    from .expressions import Expressions
    from .schemas import Schema

    Columns = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A part of FROM.

    Attributes:
        text: As written.
        columns: What references reach, qualified.
        names: Names and types that USING could merge.
        lateral: It refers to what stands before it.
    """

    text: str
    columns: tuple[Typed, ...]
    names: Columns
    lateral: bool = False


class Inner(Protocol):
    """Writes the queries inside FROM."""

    def derived(self, outer: tuple[Typed, ...]) -> tuple[str, Columns]:
        """Return a query with named columns, and these."""
        ...


class Sources:
    """Writes FROM clauses."""

    def __init__(
        self, choices: Choices, schema: Schema, expressions: Expressions, inner: Inner
    ) -> None:
        self._choices = choices
        self._schema = schema
        self._language = schema.language
        self._expressions = expressions
        self._inner = inner
        self._numbers = itertools.count(1)
        self.ctes: list[tuple[str, Columns]] = []

    def alias(self) -> str:
        """Return a name that nothing else has."""
        return f"x{next(self._numbers)}"

    def from_(self, outer: tuple[Typed, ...]) -> tuple[str, tuple[Typed, ...]]:
        """Return a FROM clause, perhaps empty, and what references reach."""
        count = self._choices.weighted(((8, 1), (2, 2), (1, 0)))
        items: list[Item] = []
        for _ in range(count):
            before = tuple(column for item in items for column in item.columns)
            items.append(self.item(before, outer))
        columns = tuple(column for item in items for column in item.columns)
        text = ", ".join(map(self._listed, items))
        return (f" FROM {text}" if items else ""), columns

    def _listed(self, item: Item) -> str:
        """Return a part of FROM as it stands in the list, a join with brackets or without."""
        joined = self._language.deep_using and item.text[0] == "(" and item.text[-1] == ")"
        return item.text[1:-1] if joined and self._choices.chance(50) else item.text

    def item(self, before: tuple[Typed, ...], outer: tuple[Typed, ...], depth: int = 2) -> Item:
        """Return one part of FROM; ``before`` is what LATERAL may use."""
        if depth and self._choices.chance(40) and self._choices.spend():
            return self._join(before, outer, depth - 1)
        self._choices.spend()
        ways = [(10, self._relation), (2, self._function), (1, self._values)]
        if self._choices.fuel > 0:
            ways.append((2, self._subquery))
        return self._choices.weighted(ways)(before, outer)

    # -- single relations ----------------------------------------------------

    def relation(self, name: str, columns: Columns) -> Item:
        """Return a table or view under an alias."""
        alias = self.alias()
        renamed = columns
        text = f"{name} AS {alias}"
        if columns and self._language.column_aliases and self._choices.chance(5):
            renamed = (("q", columns[0][1]), *columns[1:])
            text += " (q)"
        reached = _qualified(alias, renamed)
        if self._language.column_aliases and self._choices.chance(10):
            reached = _qualified(f"({alias})", renamed)  # by the whole row
        return Item(text, reached, renamed)

    def _relation(self, before: tuple[Typed, ...], outer: tuple[Typed, ...]) -> Item:
        del before, outer
        name, columns = self._choices.pick([*self.ctes, *self._schema.relations()])
        return self.relation(name, columns)

    def _subquery(self, before: tuple[Typed, ...], outer: tuple[Typed, ...]) -> Item:
        lateral = self._language.lateral and bool(before) and self._choices.chance(60)
        seen = () if self._language.apart_from_outer else outer
        text, columns = self._inner.derived((*before, *outer) if lateral else seen)
        alias = self.alias()
        word = "LATERAL " if lateral else ""
        return Item(f"{word}({text}) AS {alias}", _qualified(alias, columns), columns, lateral)

    def _function(self, before: tuple[Typed, ...], outer: tuple[Typed, ...]) -> Item:
        template, columns = self._choices.pick(self._language.productions.tables)
        lateral = bool(before) and self._choices.chance(60)
        scope = Scope(before if lateral else (), outer)
        call = self._expressions.fill(template, "", scope)
        alias = self.alias()
        text = f"{call} AS {alias}"
        named = [(name or alias, kind) for name, kind in columns]
        if (
            self._language.ordinality
            and self._choices.chance(20)
            and not call.startswith("json_table")
        ):
            text = f"{call} WITH ORDINALITY AS {alias}"
            named.append(("ordinality", "bigint"))
        if any(not name for name, _ in columns) or "unnest" in call:
            words = [f"f{place + 1}" for place in range(len(named))]
            text += f" ({', '.join(words)})"
            named = [(word, kind) for word, (_, kind) in zip(words, named, strict=True)]
        return Item(text, _qualified(alias, named), tuple(named), lateral)

    def _values(self, before: tuple[Typed, ...], outer: tuple[Typed, ...]) -> Item:
        del before
        kinds = [self._expressions.any_kind() for _ in range(self._choices.number(1, 2))]
        apart = self._language.apart_from_outer
        scope = Scope((), () if apart else outer, subqueries=not apart)
        rows = [
            ", ".join(self._expressions.write(kind, scope) for kind in kinds)
            for _ in range(self._choices.number(1, 3))
        ]
        alias = self.alias()
        named = tuple((f"v{place + 1}", kind) for place, kind in enumerate(kinds))
        listed = ", ".join(f"({row})" for row in rows)
        names = ", ".join(name for name, _ in named)
        text = self._language.values_in_from.format(rows=listed, alias=alias, names=names)
        return Item(text, _qualified(alias, named), named)

    # -- joins ---------------------------------------------------------------

    def _join(self, before: tuple[Typed, ...], outer: tuple[Typed, ...], depth: int) -> Item:
        left = self.item(before, outer, depth)
        right = self.item((*before, *left.columns), outer, depth)
        word = self._choices.pick(
            self._language.joins[:2] if right.lateral else self._language.joins
        )
        lateral = left.lateral or right.lateral
        columns = (*left.columns, *right.columns)
        both = [pair for pair in left.names if pair in right.names and pair[0] != "g"]
        shared = list(dict.fromkeys(both))
        names = self._names(left, right)
        if word == "CROSS JOIN":
            return Item(f"({left.text} {word} {right.text})", columns, names, lateral)
        if shared and self._choices.chance(50):
            return self._merging(word, left, right, shared)
        condition = self._condition(word, left.columns, right.columns, outer)
        return Item(f"({left.text} {word} {right.text} ON {condition})", columns, names, lateral)

    def _names(self, left: Item, right: Item) -> Columns:
        """Return what USING can merge of a join; one name may be there twice."""
        return (*left.names, *right.names) if self._language.deep_using else ()

    def _merging(
        self, word: str, left: Item, right: Item, shared: Sequence[tuple[str, str]]
    ) -> Item:
        chosen = tuple(self._choices.some(shared, 1, 2))
        names = ", ".join(name for name, _ in chosen)
        text = f"{left.text} {word} {right.text} USING ({names})"
        columns = (*left.columns, *right.columns)
        lateral = left.lateral or right.lateral
        if self._language.join_aliases and self._choices.chance(30):
            alias = self.alias()
            merged = _qualified(alias, chosen)
            return Item(f"({text} AS {alias})", (*columns, *merged), (), lateral)
        merged = tuple(Typed(name, kind) for name, kind in chosen)
        return Item(f"({text})", (*columns, *merged), self._names(left, right), lateral)

    def _condition(
        self,
        word: str,
        left: tuple[Typed, ...],
        right: tuple[Typed, ...],
        outer: tuple[Typed, ...],
    ) -> str:
        pairs = [(one, other) for one in left for other in right if one.kind == other.kind]
        if pairs and (word == "FULL JOIN" or self._choices.chance(60)):
            one, other = self._choices.pick(pairs)
            if self._choices.chance(20) and word != "FULL JOIN":
                more = self._expressions.write("boolean", Scope((*left, *right), outer))
                return f"{one.text} = {other.text} AND {more}"
            return f"{one.text} = {other.text}"
        return self._expressions.write("boolean", Scope((*left, *right), outer))


def _qualified(alias: str, columns: Sequence[tuple[str, str]]) -> tuple[Typed, ...]:
    return tuple(Typed(f"{alias}.{name}", kind) for name, kind in columns)
