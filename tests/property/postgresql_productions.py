"""What expressions are made of: one line a construct, with holes for its parts.

A hole holds the type of the part.  ``T`` is the type of the whole, ``A`` and ``C`` types that
can be compared, ``B`` any type; a letter means the same type all over the line.

Depends on: nothing.
"""

from __future__ import annotations

from typing import Final

ANY_TYPE: Final = """\
coalesce({T}, {T})
nullif({T}, {T})
greatest({T}, {T})
least({T}, {T})
CASE WHEN {boolean} THEN {T} ELSE {T} END
CASE WHEN {boolean} THEN {T} END
CASE WHEN {boolean} THEN {T} WHEN {boolean} THEN {T} ELSE {T} END
CASE {A} WHEN {A} THEN {T} ELSE {T} END
coalesce({T}, {T}, {T})
(CASE WHEN {boolean} THEN NULL ELSE {T} END)
(ARRAY[{T}, {T}])[{integer}]
"""

SCALARS: Final[dict[str, str]] = {
    "integer": """\
({integer} + {integer})
({integer} - {integer})
({integer} * {smallint})
({integer} / nullif({integer}, 0))
({integer} % 7)
(- {integer})
abs({integer})
length({text})
char_length({text})
ascii({text})
position({text} IN {text})
strpos({text}, {text})
cardinality({integer[]})
array_length({text[]}, 1)
array_upper({integer[]}, 1)
array_position({integer[]}, {integer})
({integer[]})[{integer}]
jsonb_array_length(CASE WHEN jsonb_typeof({jsonb}) = 'array' THEN {jsonb} ELSE '[]' END)
({date} - date '2024-01-01')
({bigint} % 5)::integer
({boolean})::integer
({jsonb} ->> 'a')::integer
lower({int4range})
upper({int4range})
lower({int4multirange})
({pair}).x
plus_one({integer})
pick({integer}, {integer})
json_value({jsonb}, '$.a' RETURNING integer)
json_value({jsonb}, '$.a' RETURNING integer DEFAULT 0 ON EMPTY DEFAULT 1 ON ERROR)
num_nulls({B}, {A})
num_nonnulls({B})
width_bucket({double precision}, 0, 10, 5)
octet_length({bytea})
family({inet})
""",
    "bigint": """\
({bigint} + {integer})
({integer} * {bigint})
abs({bigint})
({integer})::bigint
CAST({smallint} AS bigint)
""",
    "smallint": """\
({smallint} + {smallint})
({smallint} # {smallint})
(1)::smallint
""",
    "numeric": """\
({numeric} + {numeric})
({numeric} * {integer})
({numeric} / nullif({numeric}, 0))
round({numeric}, 1)
trunc({numeric})
abs({numeric})
({integer} + {numeric})
extract(year FROM {timestamp without time zone})
extract(month FROM {date})
extract(epoch FROM {interval})
({bigint})::numeric
power({numeric}, 2)
mod({numeric}, 3)
sign({numeric})
""",
    "double precision": """\
({double precision} + {double precision})
({real} * {double precision})
date_part('day', {timestamp with time zone})
floor({double precision})
({integer})::double precision
atan2({double precision}, {double precision})
""",
    "real": """\
({real} + {real})
abs({real})
({smallint})::real
""",
    "text": """\
({text} || {text})
({text} || {integer})
({text} || {mood})
concat({text}, {integer}, {B})
concat_ws(',', {text}, {text})
upper({text})
lower({text})
initcap({character varying})
trim({text})
ltrim({text}, 'a')
substring({text} FROM 1 FOR 2)
substring({text} FROM 'a.')
left({text}, {integer})
right({text}, 1)
replace({text}, 'a', {text})
overlay({text} PLACING 'x' FROM 1)
regexp_replace({text}, 'a+', 'b')
split_part({text}, 'b', 1)
repeat({text}, 2)
reverse({text})
md5({text})
lpad({text}, 4, '-')
format('%s-%s', {text}, {B})
quote_literal({text})
quote_nullable({text})
to_char({timestamp without time zone}, 'YYYY-MM')
to_char({integer}, '999')
({integer})::text
({mood})::text
({jsonb})::text
({jsonb} ->> {text})
({jsonb} ->> 0)
({json} ->> 'a')
({jsonb} #>> {text[]})
jsonb_typeof({jsonb})
array_to_string({text[]}, ',')
array_to_string({integer[]}, ',', '*')
({text[]})[1]
({pair}).y
strictly({text})
strictly({text}, b => {text})
json_value({jsonb}, '$[0]')
json_query({jsonb}, '$.b' RETURNING text)
json_serialize({jsonb})
host({inet})
encode({bytea}, 'hex')
translate({text}, 'a', 'b')
({text} COLLATE "C")
chr(65 + abs({integer} % 20))
""",
    "character varying": """\
({text})::varchar
CAST({integer} AS character varying)
""",
    "character": """\
({text})::character(2)
""",
    "boolean": """\
({A} = {A})
({A} <> {A})
({A} < {A})
({A} >= {A})
({B} IS NULL)
({B} IS NOT NULL)
({A} IS DISTINCT FROM {A})
({A} IS NOT DISTINCT FROM {A})
({boolean} AND {boolean})
({boolean} OR {boolean})
({boolean} AND {boolean} AND {boolean})
(NOT {boolean})
({A} IN ({A}, {A}))
({A} NOT IN ({A}, {A}))
({A} BETWEEN {A} AND {A})
({A} NOT BETWEEN {A} AND {A})
({A} BETWEEN SYMMETRIC {A} AND {A})
({text} LIKE {text})
({text} NOT ILIKE 'a%')
({text} ~ 'a')
({text} SIMILAR TO '%a%')
({boolean} IS TRUE)
({boolean} IS NOT TRUE)
({boolean} IS FALSE)
({boolean} IS UNKNOWN)
({boolean} IS NOT UNKNOWN)
(({A}, {C}) = ({A}, {C}))
(({A}, {C}) < ({A}, {C}))
(({A}, {C}) IS DISTINCT FROM ({A}, {C}))
(({A}, {C}) IN (({A}, {C}), ({A}, {C})))
(({A}, {B}) IS NULL)
(({A}, {B}) IS NOT NULL)
({A} = ANY (ARRAY[{A}, {A}]))
({A} <> ALL (ARRAY[{A}, {A}]))
({integer} = ANY ({integer[]}))
({text} <> ALL ({text[]}))
({jsonb} @> {jsonb})
(jsonb_exists({jsonb}, {text}))
({int4range} @> {integer})
({int4range} && {int4range})
({int4multirange} @> {int4range})
isempty({int4range})
({integer[]} && {integer[]})
({integer[]} @> {integer[]})
starts_with({text}, {text})
isfinite({date})
(({date}, {date}) OVERLAPS ({date}, {date}))
({integer} > {numeric})
({bigint} = {smallint})
({date} < {timestamp without time zone})
({inet} << {inet})
({integer})::boolean
({text} IS NORMALIZED)
({text} IS JSON)
({text} IS NOT JSON OBJECT)
({jsonb} IS JSON ARRAY)
json_exists({jsonb}, '$.a')
json_exists({jsonb}, 'strict $.b[5]' UNKNOWN ON ERROR)
(({pair}).x IS NULL)
({pair} IS NULL)
""",
    "date": """\
({date} + {integer})
({timestamp without time zone})::date
make_date(2024, 1 + abs({integer} % 12), 1)
CURRENT_DATE
to_date('2024-05-06', 'YYYY-MM-DD')
""",
    "timestamp without time zone": """\
({timestamp without time zone} + {interval})
({date} + {interval})
({date} + {time without time zone})
date_trunc('month', {timestamp without time zone})
({timestamp with time zone} AT TIME ZONE 'UTC')
({date})::timestamp
LOCALTIMESTAMP
""",
    "timestamp with time zone": """\
({timestamp with time zone} - {interval})
date_trunc('day', {timestamp with time zone})
({timestamp without time zone} AT TIME ZONE 'Europe/Berlin')
now()
to_timestamp({integer})
lower({tstzrange})
upper({tstzrange})
""",
    "time without time zone": """\
({time without time zone} + interval '1 hour')
({timestamp without time zone})::time
""",
    "interval": """\
({interval} + {interval})
({interval} * 2)
({timestamp without time zone} - {timestamp without time zone})
age({timestamp without time zone}, {timestamp without time zone})
make_interval(days => {integer})
justify_hours({interval})
""",
    "uuid": """\
gen_random_uuid()
md5({text})::uuid
""",
    "jsonb": """\
({jsonb} -> {text})
({jsonb} -> 0)
({jsonb} #> {text[]})
(jsonb '[]' || {jsonb})
({jsonb} - 'a')
({json})::jsonb
to_jsonb({B})
jsonb_build_object('k', {B}, 'l', {A})
jsonb_build_array({B}, {A})
jsonb_strip_nulls({jsonb})
({jsonb})['a']
jsonb_path_query_first({jsonb}, '$.a')
json_query({jsonb}, '$.b')
json_query({jsonb}, '$.b[*]' WITH WRAPPER)
json_query({jsonb}, '$.c' EMPTY ARRAY ON EMPTY)
json_object('k': {B}, 'l': {integer} RETURNING jsonb)
""",
    "json": """\
json_build_object('a', {B})
json_object('k' VALUE {B} ABSENT ON NULL)
json_array({B}, {A} NULL ON NULL)
json_scalar({integer})
json({jsonb}::text)
to_json({B})
({jsonb})::json
({json} -> 'a')
""",
    "bytea": """\
({bytea} || {bytea})
decode('ff', 'hex')
sha256({bytea})
""",
    "inet": """\
set_masklen({inet}, 1)
({inet} + 1)
""",
    "int4range": """\
int4range(least({integer}, {integer}), 200)
({int4range} * {int4range})
int4range({integer}, NULL)
range_merge({int4range}, {int4range})
""",
    "int4multirange": """\
multirange({int4range})
({int4multirange} + {int4multirange})
int4multirange({int4range}, {int4range})
""",
    "tstzrange": """\
({tstzrange} * {tstzrange})
tstzrange({timestamp with time zone}, NULL, '[]')
""",
    "integer[]": """\
ARRAY[{integer}, {integer}]
'{{1,NULL}}'::integer[]
coalesce({integer[]}, '{{NULL}}')
({integer[]} || {integer})
({integer[]} || {integer[]})
array_append({integer[]}, {integer})
array_remove({integer[]}, {integer})
({integer[]})[1:2]
array_cat({integer[]}, {integer[]})
""",
    "text[]": """\
ARRAY[{text}, {text}]
'{{a,"NULL"}}'::text[]
array_prepend({text}, {text[]})
array_remove({text[]}, NULL)
string_to_array({text}, 'b')
({text} || {text[]})
regexp_match({text}, 'a(.)?')
regexp_split_to_array({text}, ',')
({integer[]})::text[]
array_replace({text[]}, {text}, {text})
({text[]})[2:]
""",
    "mood": """\
enum_first({mood})
pick({mood}, {mood})
('sad')::mood
({mood[]})[1]
""",
    "mood[]": """\
enum_range({mood})
ARRAY[{mood}, {mood}]
array_append({mood[]}, {mood})
""",
    "pair": """\
ROW({integer}, {text})::pair
""",
}

AGGREGATES: Final[dict[str, str]] = {
    "": """\
min({T})
max({T})
max({T}) FILTER (WHERE {boolean})
(array_agg({T}))[1]
mode() WITHIN GROUP (ORDER BY {T})
percentile_disc(0.5) WITHIN GROUP (ORDER BY {T})
any_value({T})
coalesce(max({T}), {CONSTANT})
""",
    "bigint": """\
count(*)
count({B})
count(DISTINCT {A})
count(*) FILTER (WHERE {boolean})
sum({integer})
sum({smallint})
coalesce(sum({integer}), 0)
rank({integer}) WITHIN GROUP (ORDER BY {integer})
regr_count({double precision}, {double precision})
""",
    "integer": """\
bit_or({integer})
total({integer})
GROUPING({KEY})
""",
    "numeric": """\
sum({bigint})
sum({numeric})
avg({integer})
avg({numeric}) FILTER (WHERE {boolean})
stddev({integer})
var_pop({numeric})
""",
    "double precision": """\
avg({double precision})
sum({double precision})
percentile_cont(0.5) WITHIN GROUP (ORDER BY {double precision})
corr({double precision}, {double precision})
var_samp({double precision})
""",
    "boolean": """\
bool_and({boolean})
bool_or({boolean})
every({boolean})
(count(*) > 1)
""",
    "text": """\
string_agg({text}, ',')
string_agg({text}, {text} ORDER BY {text} DESC)
string_agg(DISTINCT {text}, ',')
""",
    "jsonb": """\
jsonb_agg({B})
json_arrayagg({B} RETURNING jsonb)
json_objectagg('k': {B} ABSENT ON NULL RETURNING jsonb)
jsonb_agg({B} ORDER BY {A})
jsonb_object_agg(coalesce({text}, ''), {B})
""",
    "json": """\
json_agg({B})
""",
    "integer[]": """\
array_agg({integer})
array_agg({integer} ORDER BY {A})
array_agg(DISTINCT {integer})
array_agg({integer}) FILTER (WHERE {boolean})
""",
    "text[]": """\
array_agg({text})
array_agg({text}) FILTER (WHERE {text} IS NOT NULL)
array_agg({text[]})
""",
    "mood[]": """\
array_agg({mood})
""",
    "interval": """\
sum({interval})
avg({interval})
""",
    "int4multirange": """\
range_agg({int4range})
""",
    "int4range": """\
range_intersect_agg({int4range})
""",
}

WINDOWS: Final[dict[str, str]] = {
    "": """\
lag({T}) OVER ({WINDOW})
lead({T}, 2) OVER ({WINDOW})
lag({T}, 1, {T}) OVER ({WINDOW})
first_value({T}) OVER ({WINDOW})
last_value({T}) OVER ({WINDOW})
nth_value({T}, 2) OVER ({WINDOW})
max({T}) OVER ({WINDOW})
""",
    "bigint": """\
row_number() OVER ({WINDOW})
rank() OVER ({WINDOW})
dense_rank() OVER ({WINDOW})
count(*) OVER ({WINDOW})
count({B}) OVER ({WINDOW})
sum({integer}) OVER ({WINDOW})
count(*) FILTER (WHERE {boolean}) OVER ({WINDOW})
""",
    "integer": """\
ntile(2) OVER ({WINDOW})
""",
    "numeric": """\
avg({integer}) OVER ({WINDOW})
sum({numeric}) OVER ({WINDOW})
""",
    "double precision": """\
percent_rank() OVER ({WINDOW})
cume_dist() OVER ({WINDOW})
""",
    "integer[]": """\
array_agg({integer}) OVER ({WINDOW})
""",
}

TABLE_FUNCTIONS: Final[tuple[tuple[str, tuple[tuple[str, str], ...]], ...]] = (
    ("generate_series(1, 1 + abs({integer} % 3))", (("", "integer"),)),
    ("generate_series(1, 2)", (("", "integer"),)),
    (
        "generate_series(timestamp '2024-01-01', timestamp '2024-01-02', interval '12h')",
        (("", "timestamp without time zone"),),
    ),
    ("unnest({integer[]})", (("", "integer"),)),
    ("unnest({text[]})", (("", "text"),)),
    ("unnest({mood[]})", (("", "mood"),)),
    ("unnest({integer[]}, {text[]})", (("x", "integer"), ("y", "text"))),
    ("jsonb_array_elements_text('[1, null, \"a\"]')", (("value", "text"),)),
    ("jsonb_each({jsonb} || '{{}}')", (("key", "text"), ("value", "jsonb"))),
    ("jsonb_each_text('{{\"a\": null}}')", (("key", "text"), ("value", "text"))),
    ("jsonb_object_keys('{{\"a\": 1}}')", (("", "text"),)),
    ("regexp_split_to_table({text}, 'b')", (("", "text"),)),
    ("regexp_matches({text}, 'a(.)?', 'g')", (("", "text[]"),)),
    ("string_to_table({text}, ',')", (("", "text"),)),
    ("generate_subscripts({integer[]}, 1)", (("", "integer"),)),
    ("jsonb_path_query({jsonb}, '$.*')", (("", "jsonb"),)),
    ("counted(2)", (("place", "integer"), ("word", "text"))),
    ("counted(abs({integer} % 3))", (("place", "integer"), ("word", "text"))),
    ("moods()", (("", "mood"),)),
    (
        """json_table({jsonb}, '$' COLUMNS (n FOR ORDINALITY, a integer PATH '$.a',
            e integer EXISTS PATH '$.a', j jsonb PATH '$.b',
            NESTED PATH '$.b[*]' COLUMNS (i text PATH '$')))""",
        (("n", "integer"), ("a", "integer"), ("e", "integer"), ("j", "jsonb"), ("i", "text")),
    ),
    ("ROWS FROM (generate_series(1, 2), unnest({text[]}))", (("", "integer"), ("", "text"))),
    ("abs({integer})", (("", "integer"),)),
    ("coalesce({text}, 'x')", (("", "text"),)),
)
"""Functions in FROM: the call, and its columns (without a name: named as the alias)."""

SETS: Final[dict[str, str]] = {
    "integer": """\
generate_series(1, 2)
unnest({integer[]})
generate_subscripts({text[]}, 1)
""",
    "text": """\
unnest({text[]})
regexp_split_to_table({text}, 'b')
""",
    "jsonb": """\
jsonb_array_elements('[1, null]')
""",
}
"""Set-returning functions of the select list."""
