"""What SQLite's expressions are made of; see ``postgresql_productions`` for the holes.

Depends on: nothing.
"""

from __future__ import annotations

from typing import Final

ANY_TYPE: Final = """\
coalesce({T}, {T})
ifnull({T}, {T})
nullif({T}, {T})
iif({boolean}, {T}, {T})
CASE WHEN {boolean} THEN {T} ELSE {T} END
CASE WHEN {boolean} THEN {T} END
CASE WHEN {boolean} THEN {T} WHEN {boolean} THEN {T} ELSE {T} END
CASE {A} WHEN {A} THEN {T} ELSE {T} END
coalesce({T}, {T}, {T})
(CASE WHEN {boolean} THEN NULL ELSE {T} END)
max({T}, {T})
min({T}, {T}, {T})
likely({T})
(+ {T})
coalesce({T}, {B})
CASE WHEN {boolean} THEN {T} ELSE {B} END
"""

SCALARS: Final[dict[str, str]] = {
    "integer": """\
({integer} + {integer})
({integer} - {integer})
({integer} * 3)
({integer} / nullif({integer}, 0))
({integer} / {integer})
({integer} % 7)
({integer} & {integer})
({integer} | {boolean})
({integer} << 1)
(- {integer})
(~ {integer})
abs({integer})
length({text})
length({B})
unicode({text})
instr({text}, {text})
({boolean} + {integer})
CAST({text} AS INTEGER)
CAST({real} AS INT)
CAST({B} AS INTEGER)
json_array_length({json})
json_array_length({json}, '$.b')
json_valid({text})
unixepoch({datetime})
unixepoch('now')
unixepoch({date}, 'start of month', '+1 day')
sign({integer})
ceil({integer})
(random() % 5)
({json} ->> 'a')
json_extract({json}, '$.a')
octet_length({blob})
""",
    "bigint": """\
({bigint} + {integer})
abs({bigint})
CAST({integer} AS BIGINT)
""",
    "numeric": """\
({numeric} + {numeric})
({numeric} * {integer})
({numeric} / nullif({numeric}, 0))
({integer} - {numeric})
abs({numeric})
CAST({integer} AS NUMERIC)
CAST({real} AS DECIMAL(10, 2))
CAST({text} AS NUMERIC)
(- {numeric})
""",
    "real": """\
({real} + {real})
({real} * {integer})
({integer} / 2.0)
({real} / nullif({real}, 0))
round({real}, 1)
round({integer})
round({numeric})
julianday({datetime})
julianday('now')
sqrt({integer})
floor({real})
pow({integer}, 2)
pi()
exp({boolean})
ln({real})
CAST({integer} AS REAL)
CAST({text} AS DOUBLE)
abs({real})
ceil({real})
trunc({real})
trunc({numeric})
degrees({real})
mod({integer}, 3)
""",
    "text": """\
({text} || {text})
({text} || {integer})
({B} || {text})
upper({text})
lower({B})
trim({text})
ltrim({text}, 'a')
rtrim({text})
substr({text}, 1, 2)
substr({text}, {integer})
substring({text}, -1)
substr({B}, 1)
replace({text}, 'a', {text})
replace({B}, 'a', 'b')
hex({blob})
hex({B})
quote({B})
typeof({B})
char(65, 66)
printf('%d-%s', {integer}, {text})
format('%s', {B})
strftime('%Y-%m', {datetime})
strftime('%H:%M', 'now')
strftime({text}, {datetime})
date('now')
CAST({integer} AS TEXT)
CAST({B} AS VARCHAR(20))
json_type({json})
json_type({json}, '$.a')
({json} ->> 'c')
({text} COLLATE NOCASE)
json_quote({text})
json_extract({json}, '$.b[1]')
""",
    "varchar": """\
CAST({integer} AS VARCHAR(20))
substr({varchar}, 1, 1)
lower({varchar})
""",
    "boolean": """\
({A} = {A})
({A} == {A})
({A} <> {A})
({A} != {A})
({A} < {A})
({A} >= {A})
({A} = {B})
({B} IS NULL)
({B} IS NOT NULL)
({B} ISNULL)
({B} NOTNULL)
({B} NOT NULL)
({A} IS {A})
({A} IS NOT {A})
({A} IS DISTINCT FROM {A})
({A} IS NOT DISTINCT FROM {A})
({boolean} AND {boolean})
({boolean} OR {boolean})
({boolean} AND {boolean} AND {boolean})
({boolean} OR {boolean} OR {boolean})
(NOT {boolean})
({A} IN ({A}, {A}))
({A} NOT IN ({A}, {A}))
({A} BETWEEN {A} AND {A})
({A} NOT BETWEEN {A} AND {A})
({text} LIKE {text})
({text} NOT LIKE 'a%')
({text} LIKE {text} ESCAPE '!')
({text} GLOB 'a*')
({integer} LIKE {text})
({boolean} IS TRUE)
({boolean} IS NOT TRUE)
({boolean} IS FALSE)
({integer} IS NOT FALSE)
(({A}, {C}) = ({A}, {C}))
(({A}, {C}) < ({A}, {C}))
(({A}, {C}) IS ({A}, {C}))
(({A}, {C}) IS NOT ({A}, {C}))
({date} < {datetime})
({integer} > {numeric})
({integer} + 1)
(NOT {integer})
(- {integer} AND {text})
json_valid({json})
({blob} = {blob})
({text} COLLATE NOCASE = {text})
""",
    "date": """\
date({datetime})
date({date}, '+1 day')
date('now', '-7 days')
date({integer}, 'unixepoch')
CURRENT_DATE
CAST({date} AS DATE)
""",
    "datetime": """\
datetime({datetime})
datetime({date}, '+1 hour')
datetime('now')
datetime({integer}, 'unixepoch')
CURRENT_TIMESTAMP
""",
    "time": """\
time({datetime})
time('now')
CURRENT_TIME
""",
    "json": """\
json({json})
json_object('k', {B}, 'l', {integer})
json_array({text}, {integer})
json_set({json}, '$.a', {integer})
json_insert({json}, '$.z', {text})
json_replace({json}, '$.a', {integer})
json_remove({json}, '$.a')
json_patch({json}, {json})
({json} -> 'b')
({json} -> '$.b[0]')
json_extract({json}, '$.a', '$.b')
""",
    "blob": """\
zeroblob(2)
CAST({text} AS BLOB)
substr({blob}, 1, 1)
""",
    "any": """\
json_extract({json}, '$.a')
({json} ->> 'a')
nullif({any}, {integer})
""",
}

AGGREGATES: Final[dict[str, str]] = {
    "": """\
min({T})
max({T})
max({T}) FILTER (WHERE {boolean})
coalesce(max({T}), {CONSTANT})
""",
    "integer": """\
count(*)
count({B})
count(DISTINCT {A})
count()
count(*) FILTER (WHERE {boolean})
sum({integer})
sum({boolean})
coalesce(sum({integer}), 0)
sum({integer}) FILTER (WHERE {boolean})
length(group_concat({text}))
""",
    "real": """\
avg({integer})
avg({real})
total({integer})
total({numeric})
sum({real})
avg({numeric}) FILTER (WHERE {boolean})
coalesce(avg({integer}), 0)
round(avg({integer}), 2)
""",
    "numeric": """\
sum({numeric})
sum({text})
coalesce(sum({numeric}), 0)
""",
    "text": """\
group_concat({text})
group_concat({integer}, '-')
group_concat(DISTINCT {text})
group_concat({B}) FILTER (WHERE {boolean})
""",
    "json": """\
json_group_array({integer})
json_group_array({text})
json_group_object(coalesce({text}, 'k'), {integer})
""",
    "boolean": """\
(count(*) > 1)
max({boolean})
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
    "integer": """\
row_number() OVER ({WINDOW})
rank() OVER ({WINDOW})
dense_rank() OVER ({WINDOW})
count(*) OVER ({WINDOW})
count({B}) OVER ({WINDOW})
sum({integer}) OVER ({WINDOW})
count(*) FILTER (WHERE {boolean}) OVER ({WINDOW})
ntile(2) OVER ({WINDOW})
""",
    "real": """\
avg({integer}) OVER ({WINDOW})
percent_rank() OVER ({WINDOW})
cume_dist() OVER ({WINDOW})
total({integer}) OVER ({WINDOW})
""",
    "text": """\
group_concat({text}, ',') OVER ({WINDOW})
""",
}

TABLE_FUNCTIONS: Final[tuple[tuple[str, tuple[tuple[str, str], ...]], ...]] = (
    ("json_each({json})", (("key", "any"), ("value", "any"), ("type", "text"))),
    ("json_each({json}, '$.b')", (("value", "any"), ("atom", "any"), ("id", "integer"))),
    ("json_each('[1, 2, null]')", (("value", "integer"), ("fullkey", "text"))),
    ("json_tree({json})", (("key", "any"), ("parent", "integer"), ("path", "text"))),
)
