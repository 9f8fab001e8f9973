"""PostgreSQL's type system answers what a live server answers to PREPARE.

Types are written by their short names; ``?`` is an argument of unknown type, which
becomes a parameter of the statement.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from flash_core.catalog.model import Catalog
from flash_core.engine import Engine
from flash_core.sql.source import Span
from flash_core.sql.syntax import TypeName
from flash_core.types.model import UNKNOWN, CallKind, Signature, SqlType, TypeKind
from flash_core.types.postgres_coercion import base_type, is_polymorphic
from flash_core.types.postgres_data import built_in
from flash_core.types.systems import type_system

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from psycopg import Connection

    Described = tuple[list[str], list[str]] | None
    Describe = Callable[[str], Described]

POSTGRES = type_system(Engine.POSTGRESQL, Catalog(Engine.POSTGRESQL))

NUMBERS = ("int2", "int4", "int8", "numeric", "float4", "float8", "amount", "?")
TIMES = ("date", "time", "timetz", "timestamp", "timestamptz", "interval", "int4", "?")
STRINGS = ("text", "varchar", "bpchar", "name", "email", "work_email", "mood", "?")
DOCUMENTS = ("json", "jsonb", "text", "int4", "_text", "jsonpath", "?")
ARRAYS = ("_int4", "_int8", "_text", "_varchar", "_mood", "_email", "int4", "text", "mood", "?")
RANGES = ("int4range", "int4multirange", "tstzrange", "int4", "timestamptz", "?")
OTHERS = ("bool", "uuid", "bytea", "bit", "varbit", "inet", "cidr", "money", "tsvector", "tsquery")
MIXED = (*OTHERS, "pair", "point", "oid", "regclass", "xml", "_record", "char", "text", "int4", "?")

OPERATORS: dict[tuple[str, ...], str] = {
    NUMBERS: "+ - * / % ^ = <> < <= > >= & | # << >> ||",
    TIMES: "+ - * / = <> < >=",
    STRINGS: "= <> < || ~~ !~~ ~~* ~ !~* ^@ + ->",
    DOCUMENTS: "-> ->> #> #>> @> <@ ? ?| ?& || - #- @? @@ = <",
    ARRAYS: "= <> < || @> <@ && + -",
    RANGES: "= <> @> <@ && << >> &< &> -|- + * -",
    MIXED: "= <> < || & - @@ @> && <<= *=",
}

PREFIXES = {
    "-": (*NUMBERS, *TIMES, "text", "money"),
    "+": (*NUMBERS, "text"),
    "~": ("int4", "bit", "inet", "text", "?"),
    "@": NUMBERS,
    "|/": NUMBERS,
    "!!": ("tsquery", "text", "?"),
}

CALLS = """
abs(int2) abs(float4) abs(numeric) abs(amount) abs(text) abs(?)
round(numeric,int4) round(float8) round(float8,int4) round(int4) round(?,int4) ceil(int4) floor(float4)
power(int4,int4) power(numeric,numeric) mod(int2,int8) div(numeric,int4) sqrt(int4) sqrt(numeric) log(numeric)
greatest(int4) random() random(int4,int4) width_bucket(float8,float8,float8,int4) width_bucket(int4,_int4)
lower(text) lower(varchar) lower(email) lower(?) lower(int4) lower(int4range) lower(name) upper(bpchar) initcap(mood)
length(text) length(bytea) length(?) length(bpchar) length(tsvector) char_length(varchar) octet_length(text)
concat(text,int4,bool) concat() concat_ws(text,int4) format(text,int4,?) format(text) left(text,int4) lpad(text,int4)
substring(text,int4) substring(text,int4,int4) substring(text,text) substring(bytea,int4) substring(?,?)
replace(text,text,text) replace(?,?,?) split_part(text,text,int4) string_to_array(text,?) array_to_string(_int4,?)
trim(text) btrim(text) btrim(bytea,bytea) md5(text) md5(bytea) encode(bytea,text) decode(?,?) position(text,text)
regexp_replace(text,text,text) regexp_replace(text,text,text,text) regexp_match(text,text) regexp_matches(text,?)
regexp_split_to_table(text,text) to_char(timestamptz,text) to_char(int4,?) to_char(numeric,text) to_char(?,?)
to_date(text,text) to_timestamp(float8) to_timestamp(?,?) to_timestamp(int4) to_number(text,?)
now() date_trunc(text,timestamp) date_trunc(?,timestamptz) date_trunc(?,date) date_trunc(?,?) date_trunc(?,interval)
date_part(?,timestamptz) extract(?,timestamptz) extract(?,interval) extract(?,date) age(timestamptz) age(date,date)
age(timestamp,?) make_date(int4,int4,int4) make_interval(int4) make_timestamptz(int4,int4,int4,int4,int4,float8)
timezone(text,timestamptz) timezone(text,timestamp) timezone(?,timestamp) timezone(interval,timetz) timezone(?,date)
date_bin(interval,timestamptz,timestamptz) justify_hours(interval) isfinite(date) overlaps(date,date,date,date)
date(timestamptz) date(text) int4(text) int4(float8) text(int4) varchar(text) numeric(text) timestamptz(date)
generate_series(int4,int4) generate_series(int4,int8) generate_series(?,?) generate_series(date,date,interval)
generate_series(timestamptz,timestamptz,?) generate_series(numeric,int4) generate_subscripts(_text,int4)
unnest(_int4) unnest(_mood) unnest(tsvector) unnest(int4multirange) unnest(?) unnest(int4) unnest(int2vector)
array_length(_text,int4) array_length(?,int4) cardinality(_email) array_append(_int4,int8) array_append(_int4,?)
array_append(?,text) array_cat(_int4,_int8) array_cat(_int4,?) array_remove(_text,?) array_position(_mood,?)
array_position(_text,varchar) array_prepend(int2,_int8) array_fill(int4,_int4) array_upper(_text,int4) trim_array(_text,int4)
array_agg(int4) array_agg(_int4) array_agg(mood) array_agg(?) array_agg(pair) array_agg(email)
count(*) count(text) count(?) sum(int2) sum(int4) sum(int8) sum(numeric) sum(float4) sum(interval) sum(money) sum(amount)
sum(text) sum(?) sum(*) avg(int4) avg(int8) avg(float4) avg(interval) avg(?) min(text) min(varchar) min(mood) min(uuid)
max(timestamptz) max(bool) max(_int4) max(inet) max(date) max(bpchar) max(?) max(pair) bool_and(bool) every(?) bit_or(int8)
string_agg(text,text) string_agg(varchar,?) string_agg(?,?) string_agg(bytea,bytea) string_agg(int4,text)
json_agg(pair) jsonb_agg(int4) jsonb_object_agg(text,int4) json_object_agg(?,?) range_agg(int4range) any_value(mood)
stddev(int4) variance(float8) corr(int4,int4) var_pop(numeric) xmlagg(xml) bit_and(text)
to_json(int4) to_jsonb(pair) to_jsonb(?) row_to_json(pair) jsonb_build_object(text,int4) json_build_array() json_object(_text)
jsonb_array_elements(jsonb) jsonb_array_elements_text(?) jsonb_array_length(jsonb) jsonb_typeof(?) jsonb_object_keys(jsonb)
jsonb_set(jsonb,_text,jsonb) jsonb_set(jsonb,?,?) jsonb_set(jsonb,?,?,bool) jsonb_extract_path(jsonb,text,text)
jsonb_extract_path_text(jsonb,?) jsonb_path_query(jsonb,jsonpath) jsonb_path_exists(jsonb,?) json_extract_path(json)
to_tsvector(text) to_tsvector(?,text) to_tsquery(?) plainto_tsquery(regconfig,text) ts_rank(tsvector,tsquery)
int4range(int4,int4) int4range(int4,int4,text) tstzrange(timestamptz,?) numrange(int4,int4) isempty(int4range) isempty(?)
range_merge(int4range,int4range) range_merge(int4range,?) upper(tstzrange) multirange(int4range) lower(numrange)
enum_range(mood) enum_first(mood) enum_first(?) enum_range(mood,?) enum_last(text)
gen_random_uuid() uuidv7() pg_typeof(int4) pg_typeof(?) coalesce_not(int4) num_nulls(int4,text) nextval(regclass) nextval(?)
nextval(text) currval(?) setval(regclass,int4) version() current_database() host(inet) network(cidr) set_masklen(inet,int4)
quote_literal(text) quote_literal(int4) quote_nullable(?) quote_ident(name) chr(int4) ascii(?) repeat(text,int4) reverse(?)
translate(text,text,text) overlay(text,text,int4) starts_with(text,?) strpos(text,?) to_hex(int4) to_hex(int2) to_hex(?)
get_byte(bytea,int4) sha256(bytea) sha256(?) crc32(bytea) bit_length(bit) convert_from(bytea,name) pg_size_pretty(int8)
pg_size_pretty(int4) pg_size_pretty(numeric) point(float8,float8) point(int4,int4) box(point,point) area(circle) int4(bool)
row_number() rank() dense_rank() percent_rank() cume_dist() ntile(int4) ntile(?) ntile(int8) lag(int4) lag(text,int4)
lag(int4,int4,int8) lag(text,int4,?) lag(mood) lead(email) first_value(text) last_value(_int4) nth_value(numeric,int4) lag(?)
"""


def named(word: str, user_types: Catalog) -> SqlType:
    if word == "?":
        return UNKNOWN
    found = type_system(Engine.POSTGRESQL, user_types).named(TypeName((word,), span=Span(0, 0)))
    assert found is not None, word
    return found


def values(types: Iterable[SqlType]) -> list[str]:
    """Return one expression per type; unknown ones are parameters."""
    numbers = itertools.count(1)
    return [
        f"${next(numbers)}"
        if type_ == UNKNOWN
        else f"NULL::{type_.schema or 'public'}.{type_}"
        if type_.kind in {TypeKind.ENUM, TypeKind.DOMAIN, TypeKind.COMPOSITE}
        else f"NULL::{type_}"
        for type_ in types
    ]


def answer(signature: Signature | None, given: Sequence[SqlType]) -> Described:
    """Return a signature in the form of the server's answer.

    The server reports the base type of a domain, and refuses a parameter that nothing decides.
    """
    if signature is None:
        return None
    asked = [
        argument.name
        for argument, type_ in zip(signature.arguments, given, strict=True)
        if type_ == UNKNOWN
    ]
    return None if UNKNOWN.name in asked else (asked, [base_type(signature.result).name])


def test_operators_resolve_as_on_the_server(describe: Describe, user_types: Catalog) -> None:
    cases = [
        (name, pair)
        for words, names in OPERATORS.items()
        for name in names.split()
        for pair in itertools.product(words, repeat=2)
    ]
    differences: list[object] = []
    for name, pair in cases:
        left, right = (named(word, user_types) for word in pair)
        first, second = values((left, right))
        sql = f"SELECT {first} {name} {second}"
        ours = answer(POSTGRES.operator(name, left, right), (left, right))
        if ours != (theirs := describe(sql)):
            differences.append((sql, ours, theirs))
    assert differences == []


def test_prefix_operators_resolve_as_on_the_server(describe: Describe, user_types: Catalog) -> None:
    for name, words in PREFIXES.items():
        for operand in (named(word, user_types) for word in words):
            sql = f"SELECT {name} {values([operand])[0]}"
            assert answer(POSTGRES.operator(name, None, operand), [operand]) == describe(sql), sql


def test_calls_resolve_as_on_the_server(describe: Describe, user_types: Catalog) -> None:
    differences: list[object] = []
    for call in CALLS.split():
        name, _, words = call.rstrip(")").partition("(")
        star = words == "*"
        given = [named(word, user_types) for word in words.split(",") if word and not star]
        # One argument of unknown type would be a cast if it were a string.
        constants = [None] * len(given)
        signature = POSTGRES.function([name], given, star=star, constants=constants)
        window = signature is not None and signature.kind is CallKind.WINDOW
        over = " OVER ()" if window else ""
        sql = f'SELECT pg_catalog."{name}"({"*" if star else ", ".join(values(given))}){over}'
        if (ours := answer(signature, given)) != (theirs := describe(sql)):
            differences.append((sql, ours, theirs))
    assert differences == []


def test_every_function_resolves_as_on_the_server(describe: Describe, user_types: Catalog) -> None:
    """Each with its declared types, with unknown ones, and with others that convert to them."""
    neighbours = {"integer": "int2", "bigint": "int4", "numeric": "int8", "text": "email"}
    differences: list[object] = []
    for name in POSTGRES.function_names():
        for routine in built_in().functions(name):
            declared = [
                named({"anyarray": "_int4", "anyenum": "mood"}.get(type_.name, "int4"), user_types)
                if is_polymorphic(type_) or type_.kind is TypeKind.PSEUDO
                else type_
                for type_ in routine.arguments
            ]
            near = [
                named(neighbours[type_.name], user_types) if type_.name in neighbours else type_
                for type_ in declared
            ]
            half = [UNKNOWN if place % 2 else type_ for place, type_ in enumerate(declared)]
            for given in (declared, near, half, [UNKNOWN] * len(declared)):
                ours = POSTGRES.function([name], given, constants=[None] * len(given))
                over = " OVER ()" if routine.kind is CallKind.WINDOW else ""
                sql = f'SELECT pg_catalog."{name}"({", ".join(values(given))}){over}'
                theirs = describe(sql)
                ordered = routine.kind is CallKind.AGGREGATE and theirs is None  # WITHIN GROUP
                if answer(ours, given) != theirs and not ordered:
                    differences.append((sql, answer(ours, given), theirs))
    assert differences == []


def test_common_types_are_those_of_the_server(describe: Describe, user_types: Catalog) -> None:
    words = dict.fromkeys((*NUMBERS, *TIMES, *STRINGS, *DOCUMENTS, *ARRAYS, *MIXED))
    pool = [named(word, user_types) for word in words]
    differences: list[object] = []
    for pair in itertools.product(pool, repeat=2):
        ours = POSTGRES.common(pair)
        for sql in (
            "SELECT coalesce({}, {})".format(*values(pair)),
            "SELECT {} UNION SELECT {}".format(*values(pair)),
        ):
            theirs = describe(sql)
            if "UNION" in sql and theirs is None:
                continue  # no equality operator
            if (None if ours is None else [base_type(ours).name]) != (theirs and theirs[1]):
                differences.append((sql, ours, theirs))
    assert differences == []


def test_casts_are_those_of_the_server(
    server: Connection, describe: Describe, user_types: Catalog
) -> None:
    words = dict.fromkeys((*NUMBERS, *TIMES, *STRINGS, *DOCUMENTS, *ARRAYS, *MIXED))
    pool = [named(word, user_types) for word in words]
    differences: list[object] = []
    for target in pool:
        if target == UNKNOWN or target.name == "record[]":
            continue
        server.execute(f"CREATE TABLE receiver (x {target})".encode())
        for source in pool:
            (value,) = values([source])
            for sql, explicit in (
                (f"SELECT CAST({value} AS {target})", True),
                (f"UPDATE receiver SET x = {value}", False),
            ):
                if POSTGRES.castable(source, target, explicit=explicit) != bool(describe(sql)):
                    differences.append(sql)
        server.execute("DROP TABLE receiver")
    assert differences == []


def test_columns_of_table_functions_are_those_of_the_server(
    describe: Describe,
) -> None:
    checked = 0
    for name in POSTGRES.function_names():
        for routine in built_in().functions(name):
            if routine.kind is not CallKind.TABLE or not routine.columns:
                continue
            *given, last = values(routine.arguments) or [""]
            given.append(f"VARIADIC {last}" if routine.variadic else last)
            sql = f'SELECT * FROM pg_catalog."{name}"({", ".join(given)})'
            theirs = describe(sql)
            assert theirs is not None, sql
            assert [type_.name for _, type_ in routine.columns] == theirs[1], sql
            checked += 1
    assert checked > 50
