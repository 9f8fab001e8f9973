"""What the generators must know of an engine: its types, what expressions are made of, its syntax.

Depends on: nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from flash_core.engine import Engine

    from .choices import Choices
    from .schemas import Table


@dataclass(frozen=True, slots=True)
class Kind:
    """A type.

    Attributes:
        name: As productions name it; on PostgreSQL as ``format_type`` prints it.
        values: Texts that it reads, the plainest first.
        ordered: It can be sorted, grouped and compared.
        declared: How a column declares it, when not by the name alone.
        base: The type that its expressions are of, when it is a domain.
    """

    name: str
    values: tuple[str, ...]
    ordered: bool = True
    declared: str = ""
    base: str = ""

    @property
    def written(self) -> str:
        """The type of a column's declaration."""
        return self.declared or self.name

    @property
    def value(self) -> str:
        """The name of the type that an expression of a column is taken for: a domain's base."""
        return self.base or self.name


def quoted(text: str) -> str:
    """Return a text as a string constant."""
    return "'" + text.replace("'", "''") + "'"


@dataclass(frozen=True, slots=True)
class Productions:
    """What expressions and FROM are made of; see ``postgresql_productions`` for the holes.

    Attributes:
        any_type: Scalar expressions of the type ``T``.
        scalars: By type.
        aggregates: By type; those of any sortable type under ``""``.
        windows: By type; those of any type under ``""``.
        sets: Set-returning functions of the select list, by type.
        tables: Functions in FROM: the call, and its columns (without a name: named as the alias).
    """

    any_type: str
    scalars: Mapping[str, str]
    aggregates: Mapping[str, str]
    windows: Mapping[str, str]
    sets: Mapping[str, str]
    tables: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


FRAMES: Final = (
    "",
    " ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW",
    " ROWS BETWEEN 1 PRECEDING AND 1 PRECEDING",
    " ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING",
)


def unchanged(choices: Choices, table: Table) -> Table:
    """Return a table as it is."""
    del choices
    return table


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """An engine as the generators see it.

    Attributes:
        prelude: What every random schema may use.
        common: Types picked more often, so that columns of one type meet.
        constant: Writes a constant of a type.
        stored: Writes a value of a row.
        null: NULL of a ``{kind}``, of which ``{value}`` is a constant.
        parameters: Ways to write parameter ``{n}`` of a ``{kind}``, the first most often.
        identity: What makes a NOT NULL integer column number itself.
        finish: Adds to a table what no other engine has.
        without_max: Types that ``min`` and ``max`` do not take.
        inexact: Types with modifiers, which the parts of a recursive query cannot have.
        equal: The comparison that knows NULL, of ``{0}`` and ``{1}``.
        subquery_tests: Operators between a value and a subquery in brackets.
        joins: The first two may have a LATERAL right side.
        compound: A set operation with parts that have ORDER BY or LIMIT.
        plain_compounds: Parts of a set operation may stand without brackets.
        values_in_from: How rows stand in FROM, with ``{rows}``, ``{alias}`` and ``{names}``;
            empty: as a query.
        lazy_with: The queries of WITH that nothing uses are not looked at.
        outer_aggregates: An aggregate may be that of a query further out.
        apart_from_outer: What stands in FROM cannot refer to a query further out.
        deep_using: USING may merge columns of joins, and joins may follow a comma bare.
        reuse: A parameter may stand in several places.
        groupings: GROUP BY by weight, with the keys in its hole.
    """

    engine: Engine
    prelude: str
    kinds: Mapping[str, Kind]
    common: tuple[str, ...]
    productions: Productions
    constant: Callable[[str, str], str]
    stored: Callable[[str, str], str]
    null: str = "NULL"
    parameters: tuple[str, ...]
    identity: str = ""
    finish: Callable[[Choices, Table], Table] = unchanged
    null_keys: tuple[str, ...] = ("",)
    without_max: frozenset[str] = frozenset()
    inexact: frozenset[str] = frozenset()
    equal: str = "{0} IS NOT DISTINCT FROM {1}"
    subquery_tests: tuple[str, ...] = ("IN", "NOT IN")
    joins: tuple[str, ...]
    set_words: tuple[str, ...]
    compound: str = "({}) {} ({})"
    plain_compounds: bool = False
    values_in_from: str = ""
    groupings: tuple[tuple[int, str], ...] = ((1, " GROUP BY {}"),)
    whole_groups: tuple[str, ...] = ("",)
    directions: tuple[str, ...] = ("", " DESC")
    limits: tuple[str, ...] = (" LIMIT 1", " LIMIT 2", " LIMIT 1 OFFSET 0", " LIMIT 0")
    frames: tuple[str, ...] = FRAMES
    with_hints: tuple[str, ...] = ("",)
    lazy_with: bool = False
    outer_aggregates: bool = True
    apart_from_outer: bool = False
    deep_using: bool = False
    reuse: bool = True
    distinct_on: bool = False
    lateral: bool = False
    column_aliases: bool = False
    join_aliases: bool = False
    ordinality: bool = False
    ordered: tuple[str, ...] = field(init=False)
    values: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Sort the types by what they can."""
        values = [kind for kind in self.kinds.values() if not kind.base]
        object.__setattr__(self, "values", tuple(kind.name for kind in values))
        ordered = tuple(kind.name for kind in values if kind.ordered)
        object.__setattr__(self, "ordered", ordered)
