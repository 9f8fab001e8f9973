"""The types that random schemas and queries are about, with values that cause trouble.

Depends on: nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

PRELUDE: Final = """\
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy', 'not a name');
CREATE DOMAIN score AS integer CHECK (VALUE >= -1);
CREATE DOMAIN label AS text NOT NULL;
CREATE DOMAIN short_label AS label CHECK (length(VALUE) < 9);
CREATE TYPE pair AS (x integer, y text);
CREATE FUNCTION plus_one(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n + 1';
CREATE FUNCTION strictly(a text, b text DEFAULT 'b') RETURNS text LANGUAGE sql STRICT
    AS 'SELECT nullif(a, b)';
CREATE FUNCTION pick(VARIADIC items anyarray) RETURNS anyelement LANGUAGE sql
    AS 'SELECT items[1]';
CREATE FUNCTION counted(n integer) RETURNS TABLE (place integer, word text) LANGUAGE sql
    AS 'SELECT v, nullif(v::text, ''2'') FROM generate_series(1, n) AS v';
CREATE FUNCTION moods() RETURNS SETOF mood LANGUAGE sql AS 'SELECT unnest(enum_range(NULL::mood))';
CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0');
"""
"""What every random schema may use; made once per database."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A type.

    Attributes:
        name: As ``format_type`` prints it.
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


_JSON: Final = ("{}", "[]", "null", "1", '"a"', '{"a": 1, "b": [1, null]}', "[1, {}]", "true")

_KINDS: Final = (
    Kind("integer", ("0", "1", "2", "3", "-1", "100")),
    Kind("text", ("a", "", "b", "abc", "é %_", "1", "2024-01-31")),
    Kind("boolean", ("f", "t")),
    Kind("bigint", ("0", "1", "2", "9000000000")),
    Kind("smallint", ("0", "1", "2", "-7")),
    Kind("numeric", ("0", "1.50", "-2", "NaN", "1e20"), declared="numeric(30, 2)"),
    Kind("double precision", ("0", "1.5", "-1", "NaN", "Infinity")),
    Kind("real", ("0", "1.5", "-Infinity")),
    Kind("character varying", ("a", "", "b", "1"), declared="character varying(20)"),
    Kind("character", ("a", "", "b"), declared="character(3)"),
    Kind("date", ("2024-01-31", "1970-01-01", "infinity")),
    Kind("timestamp without time zone", ("2024-01-31 10:00", "1970-01-01", "-infinity")),
    Kind("timestamp with time zone", ("2024-01-31 10:00+02", "1970-01-01 00:00Z", "infinity")),
    Kind("time without time zone", ("10:00", "00:00:00.5")),
    Kind("interval", ("1 day", "0", "-3:00", "1 mon 2 days")),
    Kind("uuid", ("00000000-0000-0000-0000-000000000000", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11")),
    Kind("jsonb", _JSON),
    Kind("json", _JSON, ordered=False),
    Kind("bytea", (r"\x", r"\x00ff")),
    Kind("inet", ("10.0.0.1", "10.0.0.0/8", "::1")),
    Kind("int4range", ("[1,5)", "empty", "(,3)", "(,)")),
    Kind("int4multirange", ("{}", "{[1,3), [5,9)}", "{(,)}")),
    Kind("tstzrange", ("[2024-01-31, 2024-02-01)", "empty", "(,infinity]")),
    Kind("integer[]", ("{}", "{1}", "{1,NULL,3}", "{3,1}")),
    Kind("text[]", ("{}", "{a}", '{a,NULL,""}')),
    Kind("mood", ("sad", "happy", "not a name")),
    Kind("mood[]", ("{}", "{sad,NULL}")),
    Kind("pair", ("(1,a)", "(,)", "(,b)")),
    Kind("score", ("0", "1", "-1"), base="integer"),
    Kind("label", ("a", "", "b"), base="text"),
    Kind("short_label", ("a", "b"), base="text"),
)

KINDS: Final = {kind.name: kind for kind in _KINDS}
COLUMN_KINDS: Final = tuple(KINDS)
VALUE_KINDS: Final = tuple(kind.name for kind in _KINDS if not kind.base)
ORDERED_KINDS: Final = tuple(kind.name for kind in _KINDS if kind.ordered and not kind.base)
COMMON_KINDS: Final = ("integer", "text", "boolean", "bigint", "numeric", "date", "mood", "jsonb")
"""What is picked more often, so that columns of one type meet."""


def value_kind(name: str) -> str:
    """Return the type that an expression of a column is taken for: a domain's base."""
    return KINDS[name].base or name


def quoted(text: str) -> str:
    """Return a text as a string constant."""
    return "'" + text.replace("'", "''") + "'"


def constant(kind: str, text: str) -> str:
    """Return a constant of a type."""
    if kind == "boolean":
        return "true" if text == "t" else "false"
    if kind == "integer":
        return text if not text.startswith("-") else f"({text})"
    return f"{quoted(text)}::{kind}"
