"""What is listed as never NULL is not NULL on a live server, whatever the values."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from flash_core.catalog.model import Catalog
from flash_core.engine import Engine
from flash_core.types.model import CallKind, Nulls, SqlType
from flash_core.types.postgres_data import Routine, built_in
from flash_core.types.postgres_nulls import cast_nulls
from flash_core.types.systems import type_system

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from psycopg import Connection

POSTGRES = type_system(Engine.POSTGRESQL, Catalog(Engine.POSTGRESQL))

OPERATORS = """
= <> < > <= >= + - * / % ^ |/ ||/ @ & | # ~ << >> !! || ^@ ~~ !~~ ~~* !~~* ~* !~ !~* ~<~ ~<=~ ~>~
~>=~ @> <@ && -|- &< &> <<= >>= ? ?| ?& #- @@ @@@ ~= <-> *= *<> *< *<= *> *>= -> ->> #> #>> @?
"""

# Values to call with, by type; the odd ones are there because they give NULL somewhere.
SAMPLES: dict[str, tuple[str, ...]] = {
    "smallint": ("0", "-3"),
    "integer": ("0", "1", "-7"),
    "bigint": ("0", "20"),
    "numeric": ("0", "-1.5", "2", "NaN", "Infinity"),
    "real": ("1.5", "NaN"),
    "double precision": ("0", "-1.5", "2", "NaN", "Infinity"),
    "text": (
        "",
        "abc",
        "hour",
        "YYYY",
        "a.c",
        '{"a": null}',
        "UTC",
        "UTF8",
        "NFC",
        "[)",
        "00",
        "hex",
        "i",
    ),
    "character varying": ("", "abc"),
    "character": ("", "abc"),
    "name": ("", "LATIN1"),
    '"char"': ("", "a"),
    "boolean": ("true", "false"),
    "date": ("2020-01-01", "infinity", "0044-03-15 BC"),
    "time without time zone": ("12:30", "24:00"),
    "time with time zone": ("12:30+02",),
    "timestamp without time zone": ("2020-01-01 12:30", "infinity", "-infinity"),
    "timestamp with time zone": ("2020-01-01 12:30+02", "infinity"),
    "interval": ("1 day 2 hours", "0", "infinity", "-3 mons"),
    "json": ("null", "{}", '{"a": null, "b": [1, null]}', "[1, null]", '"x"', "5"),
    "jsonb": ("null", "{}", '{"a": null, "b": [1, null]}', "[1, null]", '"x"', "5"),
    "jsonpath": ("$.a", "strict $.x"),
    "uuid": ("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",),
    "bytea": ("", "abc"),
    "inet": ("10.0.0.1/8", "::1"),
    "cidr": ("10.0.0.0/8",),
    "macaddr": ("08:00:2b:01:02:03",),
    "macaddr8": ("08:00:2b:01:02:03:04:05",),
    "money": ("0", "12.5"),
    "bit": ("1",),
    "bit varying": ("", "101"),
    "tsvector": ("", "a:1 b"),
    "tsquery": ("", "a & b"),
    "regconfig": ("english",),
    "oid": ("0", "1259"),
    "regclass": ("numbers", "pg_class"),
    "xid": ("1",),
    "xid8": ("1",),
    "tid": ("(0,1)",),
    "cid": ("1",),
    "pg_lsn": ("0/1",),
    "aclitem": ("=r/postgres",),
    "xml": ("<a/>",),
    "point": ("(1,2)", "(NaN,1)"),
    "lseg": ("((0,0),(1,1))", "((2,0),(3,0))"),
    "path": ("((0,0),(1,1))", "[(0,0),(1,1)]"),
    "box": ("(0,0),(1,1)", "(5,5),(6,6)"),
    "polygon": ("((0,0),(1,1),(2,0))",),
    "line": ("{1,-1,0}", "{1,-1,3}"),
    "circle": ("<(0,0),1>", "<(0,0),0>"),
    "int4range": ("empty", "[1,5)", "(,)"),
    "int8range": ("empty", "[1,5)"),
    "numrange": ("empty", "[1,)"),
    "daterange": ("empty", "[2020-01-01,)"),
    "tsrange": ("empty", "(,)"),
    "tstzrange": ("empty", "(,)"),
    "int4multirange": ("{}", "{[1,5),[7,)}"),
    "integer[]": ("{}", "{1,NULL}"),
    "text[]": ("{}", "{a,NULL}", "{b}"),
    "real[]": ("{0.1,0.2,0.4,1.0}",),
    "double precision[]": ("{}", "{0.5}"),
    "aclitem[]": ("{=r/postgres}",),
    "mood": ("sad", "happy"),
    "oidvector": ("", "1 2"),
}
STANDINS = {
    "anyelement": ("integer", "text"),
    "anynonarray": ("integer",),
    "anyarray": ("integer[]", "text[]"),
    "anyenum": ("mood",),
    "anyrange": ("int4range", "tsrange"),
    "anymultirange": ("int4multirange",),
    "anycompatible": ("integer",),
    "anycompatiblearray": ("integer[]",),
    '"any"': ("text", "integer[]"),
}
# Not ROW(…), which the grammar compares column by column.
ROWS = ("(SELECT r FROM (SELECT 1, NULL::text) AS r)", "(SELECT r FROM (SELECT 1, 'a') AS r)")
ORDERED = {"mode", "percentile_cont", "percentile_disc"}
HYPOTHETICAL = {"rank", "dense_rank", "percent_rank", "cume_dist"}
# Calls that are right with few combinations of arguments only.
BY_HAND = {
    "current_setting": "current_setting('server_version')",
    "make_timestamptz": "make_timestamptz(2020, 1, 1, 1, 1, 1, 'UTC')",
    "pg_input_is_valid": "pg_input_is_valid('x', 'integer')",
    "regexp_instr": "regexp_instr('abc', 'x', 1, 1, 1, 'i', 0)",
    "width_bucket": "width_bucket(5, 0, 10, 2)",
}
# Not on a server without libxml, not in a database in UTF8, no longer at all.
REFUSED = {
    "text(xml)",
    "to_ascii(text)",
    "to_ascii(text, integer)",
    "+(aclitem[], aclitem)",
    "-(aclitem[], aclitem)",
}
MOST = 120  # combinations of samples for one call


def samples(type_: SqlType) -> list[str]:
    """Return expressions of a type."""
    if type_.name == "record":
        return list(ROWS)
    return [
        f"'{value}'::{name}"
        for name in STANDINS.get(type_.name, (type_.name,))
        for value in SAMPLES.get(name, ("{}",) if name.endswith(("[]", "multirange")) else ())
    ]


def combinations(choices: Sequence[Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Yield every combination, or a spread of them when they are many."""
    every = itertools.product(*choices)
    total = 1
    for choice in choices:
        total *= len(choice)
    yield from itertools.islice(every, 0, None, total // MOST | 1)  # odd: meets every value


def listed() -> Iterator[tuple[str, Routine]]:
    for name in POSTGRES.function_names():
        yield from ((name, routine) for routine in built_in().functions(name))
    for name in OPERATORS.split():
        yield from ((name, routine) for routine in built_in().operators(name))


def expression(name: str, arguments: Sequence[str], kind: CallKind) -> str:
    if name[0].isalpha():
        if name in ORDERED or (name in HYPOTHETICAL and arguments):
            *direct, key = arguments if name in ORDERED else (arguments[0], arguments[0])
            return f"{name}({', '.join(direct)}) WITHIN GROUP (ORDER BY {key})"
        words = "*" if name == "count" and not arguments else ", ".join(arguments)
        over = " OVER ()" if kind is CallKind.WINDOW else ""
        return f'pg_catalog."{name}"({words}){over}'
    return f"{name} {arguments[0]}" if len(arguments) == 1 else f" {name} ".join(arguments)


def evaluate(server: Connection, text: str, kind: CallKind) -> list[bool] | None:
    """Tell of each value whether it is NULL; ``None`` when the server raised an error."""
    from psycopg.pq import ExecStatus  # noqa: PLC0415 - not needed by tests that use no server

    sql = f"SELECT * FROM {text} AS v LIMIT 5" if kind is CallKind.TABLE else f"SELECT {text}"
    result = server.pgconn.exec_(sql.encode())
    if result.status != ExecStatus.TUPLES_OK:
        return None
    places = itertools.product(range(result.ntuples), range(result.nfields))
    return [result.get_value(row, column) is None for row, column in places]


@pytest.fixture
def numbers(server: Connection) -> Connection:
    server.execute("CREATE SEQUENCE numbers; SELECT nextval('numbers')")
    server.execute("SET statement_timeout = 50")  # a series up to infinity has no end
    return server


def spread(routine: Routine) -> tuple[SqlType, ...]:
    if routine.variadic is None:
        return routine.arguments
    return (*routine.arguments[:-1], routine.variadic, routine.variadic)


def test_values_without_null_give_no_null(numbers: Connection) -> None:
    wrong: list[str] = []
    untried: list[str] = []
    for name, routine in listed():
        if routine.nulls in {Nulls.MAYBE, Nulls.LOSSY}:
            continue
        answered = False
        for arguments in combinations([samples(type_) for type_ in spread(routine)]):
            text = expression(name, arguments, routine.kind)
            nulls = evaluate(numbers, text, routine.kind)
            answered |= nulls is not None
            if nulls and any(nulls):
                wrong.append(text)
        if not answered:
            untried.append(f"{name}({', '.join(map(str, routine.arguments))})")
    for name, text in BY_HAND.items():
        assert evaluate(numbers, text, CallKind.SCALAR) == [False]
        untried = [call for call in untried if not call.startswith(f"{name}(")]
    assert wrong == []
    assert set(untried) <= REFUSED


def with_null(choices: Sequence[Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Yield arguments of which one is NULL."""
    first = [choice[0] for choice in choices]
    for place, value in enumerate(first):
        if value not in ROWS:
            null = f"NULL::{value.rpartition('::')[2]}"
            yield (*first[:place], null, *first[place + 1 :])


def test_strict_calls_give_null_for_null_and_others_never_do(numbers: Connection) -> None:
    wrong: list[str] = []
    for name, routine in listed():
        strict = routine.nulls in {Nulls.STRICT, Nulls.LOSSY} and routine.variadic is None
        if routine.kind is not CallKind.SCALAR or not (strict or routine.nulls is Nulls.NEVER):
            continue
        choices = [samples(type_) for type_ in spread(routine)]
        for arguments in with_null(choices) if all(choices) else ():
            text = expression(name, arguments, routine.kind)
            nulls = evaluate(numbers, text, routine.kind)
            if nulls is not None and nulls != [strict]:
                wrong.append(text)
    assert wrong == []


def casts_to_null(server: Connection, names: Iterable[str]) -> set[tuple[str, str]]:
    """Return the pairs of types with a cast that makes NULL of a sample."""
    pairs = [pair for pair in itertools.product(names, repeat=2) if pair[0] != pair[1]]
    return {
        (source, target)
        for source, target in pairs
        for value in SAMPLES[source]
        if evaluate(server, f"('{value}'::{source})::{target}", CallKind.SCALAR) == [True]
    }


def test_casts_that_make_null_are_known(numbers: Connection) -> None:
    expected = {
        pair
        for pair in itertools.product(SAMPLES, repeat=2)
        if cast_nulls(*pair) is Nulls.LOSSY
        and POSTGRES.castable(*(SqlType(name) for name in pair), explicit=True)
    }
    assert casts_to_null(numbers, SAMPLES) == expected
