"""Random calls of the server's own functions and operators, near the types they declare.

Depends on: choices, postgresql.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

from .choices import Choices
from .postgresql import KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

ROUTINES: Final = """\
SELECT p.proname, p.prokind, p.provariadic <> 0,
    p.proargtypes::oid[]::regtype[]::text[]
FROM pg_proc AS p
WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.prokind IN ('f', 'a', 'w')
    AND NOT EXISTS (
        SELECT FROM pg_aggregate AS a WHERE a.aggfnoid = p.oid AND a.aggkind <> 'n'
    )
    AND NOT p.prorettype || p.proargtypes::oid[] && ARRAY(
        SELECT t.oid FROM pg_type AS t
        WHERE t.typtype = 'p' AND t.typname !~ '^(any|record|_record|void)'
    )
    AND p.prolang <> (SELECT l.oid FROM pg_language AS l WHERE l.lanname = 'c')
ORDER BY p.oid
"""

OPERATORS: Final = """\
SELECT o.oprname, 'o', false,
    array_remove(ARRAY[o.oprleft, o.oprright], 0::oid)::regtype[]::text[]
FROM pg_operator AS o
ORDER BY o.oid
"""

_MORE: Final = ("oid", "regclass", "name", '"char"', "time with time zone", "bit varying", "money")
_MORE_ARRAYS: Final = ("bigint[]", "numeric[]", "character varying[]", "date[]", "jsonb[]")
_OTHERS: Final = ("point", "xml", "cidr", "numrange", "daterange", "tsvector", "jsonpath")
TYPES: Final = (*KINDS, *_MORE, *_MORE_ARRAYS, *_OTHERS)

# What a polymorphic argument may be given.
_ACTUAL: Final = {
    "anyelement": ("integer", "text", "mood", "score", "pair", "date"),
    "anyarray": ("integer[]", "text[]", "mood[]"),
    "anynonarray": ("integer", "text", "mood"),
    "anyenum": ("mood",),
    "anyrange": ("int4range", "tstzrange"),
    "anymultirange": ("int4multirange",),
    "anycompatible": ("integer", "bigint", "numeric", "text", "score"),
    "anycompatiblearray": ("integer[]", "bigint[]", "numeric[]", "text[]"),
    "anycompatiblenonarray": ("integer", "numeric"),
    "anycompatiblerange": ("int4range", "numrange"),
    "anycompatiblemultirange": ("int4multirange",),
    '"any"': ("integer", "text", "score", "pair", "mood"),
    "record": ("pair",),
}
_NEAR: Final = (
    ("smallint", "integer", "bigint", "numeric", "real", "double precision", "score", "oid"),
    ("text", "character varying", "character", "name", "label", '"char"'),
    ("date", "timestamp without time zone", "timestamp with time zone"),
    ("time without time zone", "time with time zone", "interval"),
    ("json", "jsonb"),
    ("inet", "cidr"),
)


@dataclass(frozen=True, slots=True)
class Routine:
    """A function (``f``, ``a`` or ``w`` as in pg_proc) or an operator (``o``)."""

    name: str
    kind: str
    variadic: bool
    arguments: tuple[str, ...]


@st.composite
def calls(draw: st.DrawFn, routines: Sequence[Routine]) -> str:
    """Return a strategy for statements that call one routine with arguments about right."""
    choices = Choices(draw, 0)
    routine = choices.pick(routines)
    declared = list(routine.arguments)
    if routine.variadic and choices.chance(60):
        element = declared.pop().removesuffix("[]")
        declared += [element] * choices.number(0, 3)
    elif routine.kind != "o" and declared and choices.chance(5):
        declared = declared[:-1]
    arguments = _numbered([_argument(choices, kind) for kind in declared])
    if routine.kind == "o":
        return f"SELECT {f' {routine.name} '.join(['', *arguments][-2:])}"
    over = " OVER ()" if routine.kind == "w" else ""
    return f'SELECT "{routine.name}"({", ".join(arguments)}){over}'


def _argument(choices: Choices, declared: str) -> str:
    kind = choices.pick(_ACTUAL.get(declared, (declared,)))
    if choices.chance(30):
        kind = choices.pick(next((group for group in _NEAR if kind in group), (kind,)))
    elif choices.chance(10):
        kind = choices.pick(TYPES)
    return choices.weighted(
        ((6, f"NULL::{kind}"), (2, "'1'"), (2, "NULL"), (2, "$"), (1, "1"), (1, "1.5"))
    )


def _numbered(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with their parameters numbered."""
    numbers = itertools.count(1)
    return [f"${next(numbers)}" if each == "$" else each for each in arguments]
