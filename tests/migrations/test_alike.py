"""Expressions in other words: one form means one thing to the server, which is asked."""

from __future__ import annotations

import random
from collections import defaultdict
from typing import TYPE_CHECKING, Final

import psycopg
import pytest

from flash_core.sql.postgres_alike import form_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

_COLUMNS: Final = {
    "a": "int4",
    "b": "int8",
    "s": "int2",
    "n": "numeric",
    "f": "float8",
    "v": "varchar",
    "x": "text",
    "c": "bpchar",
    "d": "date",
    "m": "mood",
    "e": "bool",
    "j": "jsonb",
    "p": "int4",
    "q": "varchar",
    "i": "interval",
    "l": "text[]",
}
_TABLE: Final = ("alike", "t")
_DOMAINS: Final = {"p": "positive", "q": "email"}
_NUMBERS: Final = ("a", "p", "b", "s", "n", "f", "0", "-1", "7", "0.5", "-2.5", "'-1'::integer")
_TEXTS: Final = ("v", "q", "x", "c", "lower(v)", "'k'", "''", "coalesce(x, 'k')", "length(v)")
_CASTS: Final = ("", "", "", "::numeric", "::float8", "::bigint", "::text", "::varchar", "::bpchar")
_OTHERS: Final = (
    "d > '2020-01-01'", "d > '2020-01-01'::date", "m = 'sad'", "m = 'sad'::mood", "e", "NOT e",
    "d BETWEEN '2020-01-01' AND '2021-01-01'", "m IN ('sad', 'glad')", "m <> 'glad'",
    "i < '90 min'", "i < interval '1 hour 30 min'", "i < '01:30:00'::interval", "i < '90'",
    "now() + '1 day' > '2020-01-01'", "now() + '24:00' > '2020-01-01'", "now() + interval '1 day' > now()",
    "i < '0'", "i < '-90'", "i < '-90 sec'", "i < '101:00:00'", "i < '01:00:01'", "i < '1 sec 01:00:00'", "i < '1 day 5'", "abs(n) > 0", "abs(n) > 0.0", "abs(a) > 0", "abs(a::numeric) > 0",
    "j ? 'k'", "jsonb_typeof(j) = 'k'", "extract(year from d) > 1", "extract(year from d) > 1::numeric",
    "a::numeric / 3 > 1", "a / 3 > 1", "a / 3::numeric > 1", "a / 3 > 1::numeric", "a::float8 / 3 > 1",
    "'k' = ANY (l)", "'k'::text = ANY (l)", "m = ANY (ARRAY['sad']::mood[])", "m = ANY (ARRAY['sad'::mood])",
    "l = ARRAY['a', 'b']", "l = ARRAY['a'::text, 'b']", "l = ARRAY['a', 'b']::text[]", "l <> ARRAY[x]",
)  # fmt: skip

_WRITTEN: Final = (
    "a >= 0", "a BETWEEN 1 AND 9", "a NOT BETWEEN 1 AND 9", "n > 0", "n BETWEEN 0.5 AND 4",
    "f > 0", "f < 0.5", "v <> ''", "x LIKE 'a%'", "v LIKE '%@%'", "v IN ('a', 'b')",
    "x NOT IN ('a', 'b')", "a IN (1, 2, 3)", "b IN (1, 2)", "n IN (1, 2)", "m IN ('sad', 'glad')",
    "lower(v) = v", "length(x) > 3 AND x ~ '^[a-z]+$'", "a > -1", "n > -1.5", "c = 'abc'",
    "a > 0 AND (n > 0 OR NOT e) AND d >= '2020-01-01'", "a IS NULL OR a <> b", "x || 'k' <> v",
    "n * a > 3", "p > 0 AND q <> ''", "lower(q) = q", "p < n", "coalesce(x, '') <> ''", "d >= DATE '2020-01-01'", "CAST(a AS bigint) > b",
    "j ->> 'k' = 'v'", "(j -> 'k' ->> 0) IS NULL", "j #>> '{k,l}' IN ('a', 'b')", "(j ->> 'k')::int > 3",
    "t.a > 0 AND alike.t.n > t.a", "x IS DISTINCT FROM 'k'", "nullif(v, '') IS NOT NULL",
    "to_char(n, '99') IS NULL", "now() > now() AT TIME ZONE 'utc'", "decode(x, 'hex') IS NULL",
    "lpad(x, 3, '0') IS NULL", "substring(x from 1 for 2) IS NULL",
    "now() + '1 day' > CURRENT_TIMESTAMP", "date_trunc('day', now()) + '1 week' > now()",
    "n::numeric / 3 > 1.5", "a::numeric / 3 > 1", "abs(n) > 0", "round(n, 2) = n", "floor(random() * 5) > 1",
    "extract(year from d) > 2000", "extract(epoch from now()) * 1000 > 5", "to_timestamp(0) > now()",
    "jsonb_typeof(j) = 'object'", "j ? 'k'", "position('@' in x) > 1", "v SIMILAR TO 'x%'",
    "x NOT LIKE '%k' ESCAPE '#'", "m = ANY (ARRAY['sad', 'glad']::mood[])", "'a' = ANY (l)", "'k' || 'l' <> x",
    "v IN ('a')", "n IN (1)", "a NOT IN (1)", "m IN ('sad')", "b = ANY (ARRAY[1, 2]::bigint[])", "i > '0'", "i > interval '0'", "i > '-1 day'", "i < '01:30'",
    "i < interval '4 hours'", "i > '1 week'", "l = ARRAY['a', 'b']", "l && ARRAY['a']::text[]", "l <> ARRAY[x]",
)  # fmt: skip


def _cast(of: random.Random, text: str) -> str:
    cast = of.choice(_CASTS)
    return f"({text}){cast}" if cast or of.random() < 0.2 else text


def _comparison(of: random.Random) -> str:
    if of.random() < 0.2:
        return of.choice(_OTHERS)
    side = of.choice((_NUMBERS, _TEXTS))
    one, two, three = (_cast(of, of.choice(side)) for _ in range(3))
    if of.random() < 0.3 and side is _NUMBERS:
        one = f"{one} {of.choice('+-*/')} {_cast(of, of.choice(side))}"
    match of.randrange(8):
        case 0:
            return f"{one} {of.choice(('', 'NOT '))}BETWEEN {two} AND {three}"
        case 1:
            return f"{one} {of.choice(('', 'NOT '))}IN ({two}, {three})"
        case 2:
            whole = of.choice(("", "", "::text[]", "::bigint[]"))
            return f"{one} = ANY ((ARRAY[{two}, {three}]){whole})"
        case 3 if side is _TEXTS:
            return f"{one} {of.choice(('LIKE', '~~', 'NOT LIKE', 'ILIKE', '||'))} {two} = {three}"
        case _:
            return f"{one} {of.choice(('=', '<', '>=', '<>'))} {two}"


def _expression(of: random.Random, depth: int = 0) -> str:
    if depth < 2 and of.random() < 0.3:
        sides = (f"({_expression(of, depth + 1)})" for _ in range(2))
        return f" {of.choice(('AND', 'OR'))} ".join(sides)
    return f"{of.choice(('', '', '', 'NOT '))}({_comparison(of)})"


@pytest.fixture
def connection(postgresql_url: str) -> Iterator[psycopg.Connection]:
    """A connection with a table of many types, which goes again."""
    with psycopg.connect(postgresql_url) as found:
        found.execute("CREATE SCHEMA alike; SET search_path = alike")
        found.execute("CREATE TYPE mood AS ENUM ('sad', 'glad')")
        found.execute("CREATE DOMAIN positive AS int; CREATE DOMAIN email AS varchar(9)")
        columns = ", ".join(
            f"{name} {_DOMAINS.get(name, type_)}" for name, type_ in _COLUMNS.items()
        )
        found.execute(f"CREATE TABLE t ({columns})".encode())
        found.execute("SET search_path = pg_catalog, alike")
        yield found
        found.rollback()


def _said(connection: psycopg.Connection, expression: str) -> str | None:
    """Return a check in the server's words, or ``None`` where it is none."""
    try:
        with connection.transaction():
            connection.execute(f"ALTER TABLE t ADD CONSTRAINT k CHECK ({expression})".encode())
            found = connection.execute(
                "SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint WHERE conname = 'k'"
            ).fetchone()
            connection.execute("ALTER TABLE t DROP CONSTRAINT k")
    except psycopg.Error:
        return None
    return str(found[0]).replace("alike.", "") if found else None


@pytest.mark.parametrize("expression", _WRITTEN)
def test_what_the_server_makes_of_an_expression_is_alike(
    expression: str, connection: psycopg.Connection
) -> None:
    said = _said(connection, expression)
    assert said is not None
    assert form_of(expression, _COLUMNS, "bool", _TABLE) == form_of(said, _COLUMNS, "bool"), said


def test_what_the_server_reads_of_its_own_words_is_alike(connection: psycopg.Connection) -> None:
    once = _said(connection, "v IN ('a', 'b')")
    twice = _said(connection, once or "")
    assert once is not None
    assert twice is not None
    assert once != twice
    assert form_of(once, _COLUMNS, "bool") == form_of(twice, _COLUMNS, "bool")


def test_what_is_alike_is_the_same_to_the_server(connection: psycopg.Connection) -> None:
    of = random.Random(8)  # noqa: S311 - nothing is to be kept secret
    forms: defaultdict[Hashable, dict[str, str]] = defaultdict(dict)
    valid = 0
    for _ in range(1500):
        expression = _expression(of)
        said = _said(connection, expression)
        valid += said is not None
        for text in (expression, said) if said is not None else ():
            forms[form_of(text, _COLUMNS, "bool")].setdefault(said or "", text)
    assert valid > 500
    assert [found for found in forms.values() if len(found) > 1] == []
