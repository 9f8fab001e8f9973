"""What MariaDB's expressions are made of; see ``postgresql_productions`` for the holes.

Depends on: nothing.
"""

from __future__ import annotations

from typing import Final

ANY_TYPE: Final = """\
coalesce({T}, {T})
ifnull({T}, {T})
nullif({T}, {T})
if({boolean}, {T}, {T})
greatest({T}, {T})
least({T}, {T})
CASE WHEN {boolean} THEN {T} ELSE {T} END
CASE WHEN {boolean} THEN {T} END
CASE WHEN {boolean} THEN {T} WHEN {boolean} THEN {T} ELSE {T} END
CASE {A} WHEN {A} THEN {T} ELSE {T} END
coalesce({T}, {T}, {T})
(CASE WHEN {boolean} THEN NULL ELSE {T} END)
nvl2({B}, {T}, {T})
coalesce(NULL, {T})
coalesce({T}, NULL)
"""

SCALARS: Final[dict[str, str]] = {
    "integer": """\
({integer} + {integer})
({integer} - {integer})
({integer} * 3)
({integer} DIV 2)
({integer} DIV {integer})
({integer} % 7)
({integer} MOD {integer})
(- {COLUMN})
(- abs({integer}))
abs({integer})
length({text})
char_length({B})
ascii({text})
locate({text}, {text})
instr({text}, 'a')
year({date})
month({datetime})
dayofweek({date})
hour({time})
extract(YEAR FROM {datetime})
datediff({date}, {date})
timestampdiff(DAY, {date}, {datetime})
CAST({text} AS SIGNED)
CAST({double} AS INTEGER)
sign({integer})
floor({numeric})
field({text}, 'a', {text})
find_in_set('a', {text})
strcmp({text}, {text})
json_length({json})
json_valid({text})
interval({integer}, 1, 5)
coalesce({tiny}, 0)
bit_count({integer})
({integer} & {integer})
{tiny}
""",
    "bigint": """\
({bigint} + {integer})
({integer} + {bigint})
CAST({integer} AS SIGNED)
unix_timestamp()
crc32({text})
""",
    "unsigned": """\
({unsigned} + 1)
CAST({integer} AS UNSIGNED)
({unsigned} DIV 2)
""",
    "numeric": """\
({numeric} + {numeric})
({numeric} * {integer})
({integer} / {integer})
({numeric} / nullif({numeric}, 0))
round({numeric}, 1)
truncate({numeric}, 1)
abs({numeric})
CAST({integer} AS DECIMAL(10, 2))
CAST({text} AS DECIMAL(8, 3))
(- {numeric})
mod({numeric}, 3)
({integer} + {numeric})
""",
    "double": """\
({double} + {double})
({double} * {integer})
({float} + {numeric})
sqrt({integer})
pow({integer}, 2)
round({double}, 1)
pi()
ln({double})
exp(1)
sin({double})
CAST({text} AS DOUBLE)
({text} + 0)
abs({float})
({integer} + NULL)
(NULL * {numeric})
ceil({double})
""",
    "text": """\
concat({text}, {text})
concat({text}, {B})
concat_ws(',', {text}, {integer})
upper({text})
lower({text})
trim({text})
substring({text}, 1, 2)
substring({text} FROM 2)
left({text}, {integer})
right({text}, 1)
replace({text}, 'a', {text})
repeat({text}, 2)
reverse({text})
lpad({text}, 4, '-')
md5({text})
hex({integer})
hex({varbinary})
date_format({datetime}, '%Y-%m')
date_format({date}, {text})
dayname({date})
format({numeric}, 1)
CAST({integer} AS CHAR)
CAST({B} AS CHAR(10))
json_unquote(json_extract({json}, '$.a'))
json_value({json}, '$.a')
json_type({json})
json_quote({text})
elt({integer}, 'a', {text})
quote({text})
if({boolean}, {text}, {mood})
(CONVERT({text} USING utf8mb4) COLLATE utf8mb4_bin)
CONVERT({text} USING utf8mb4)
substring_index({text}, 'b', 1)
regexp_replace({text}, 'a', 'b')
regexp_substr({text}, 'a.')
insert({text}, 1, 1, 'x')
space(2)
char(65, 66 USING utf8mb4)
""",
    "boolean": """\
({A} = {A})
({A} <> {A})
({A} != {A})
({A} < {A})
({A} >= {A})
({A} <=> {A})
({B} IS NULL)
({B} IS NOT NULL)
isnull({B})
({boolean} AND {boolean})
({boolean} OR {boolean})
({boolean} XOR {boolean})
({boolean} AND {boolean} AND {boolean})
(NOT {boolean})
(! {boolean})
({A} IN ({A}, {A}))
({A} NOT IN ({A}, {A}))
({A} BETWEEN {A} AND {A})
({A} NOT BETWEEN {A} AND {A})
({text} LIKE {text})
({text} NOT LIKE 'a%')
({text} REGEXP 'a')
({text} RLIKE 'a')
({boolean} IS TRUE)
({boolean} IS NOT TRUE)
({boolean} IS FALSE)
({boolean} IS UNKNOWN)
(({A}, {C}) = ({A}, {C}))
(({A}, {C}) <=> ({A}, {C}))
(({A}, {C}) IN (({A}, {C}), ({A}, {C})))
({integer} > {numeric})
({date} < {datetime})
{integer}
json_contains({json}, '1')
json_exists({json}, '$.a')
({mood} = 'sad')
({flags} = 'a')
({bit} = 1)
""",
    "date": """\
date({datetime})
({date} + INTERVAL 1 DAY)
date_add({date}, INTERVAL {integer} DAY)
date_sub({date}, INTERVAL 1 MONTH)
curdate()
last_day({date})
CAST({datetime} AS DATE)
makedate(2024, 5)
str_to_date('2024-05-06', '%Y-%m-%d')
""",
    "datetime": """\
({datetime} + INTERVAL 1 HOUR)
({date} + INTERVAL 1 HOUR)
date_add({datetime}, INTERVAL 2 DAY)
timestamp({date})
timestamp({date}, {time})
now()
CURRENT_TIMESTAMP
CAST({date} AS DATETIME)
from_unixtime({integer})
utc_timestamp()
""",
    "time": """\
time({datetime})
CAST({datetime} AS TIME)
addtime({time}, '01:00:00')
timediff({datetime}, {datetime})
sec_to_time({integer})
curtime()
""",
    "json": """\
json_object('k', {B}, 'l', {integer})
json_array({text}, {integer})
json_extract({json}, '$.a')
json_extract({json}, '$.a', '$.b')
json_set({json}, '$.a', {integer})
json_remove({json}, '$.a')
json_merge_patch({json}, {json})
json_query({json}, '$.b')
json_keys({json})
""",
    "varbinary": """\
CAST({text} AS BINARY)
unhex('00ff')
BINARY {text}
concat({varbinary}, {varbinary})
""",
    "year": """\
year({date})
""",
    "mood": """\
if({boolean}, {mood}, NULL)
coalesce({mood}, 'sad')
""",
}

AGGREGATES: Final[dict[str, str]] = {
    "": """\
min({T})
max({T})
coalesce(max({T}), {CONSTANT})
""",
    "bigint": """\
count(*)
count({B})
count(DISTINCT {A})
count(DISTINCT {A}, {C})
""",
    "integer": """\
max(char_length({text}))
sum({boolean})
""",
    "unsigned": """\
bit_or({integer})
bit_and({integer})
""",
    "numeric": """\
sum({integer})
sum({numeric})
coalesce(sum({integer}), 0)
avg({integer})
avg({numeric})
round(avg({integer}), 2)
sum(DISTINCT {integer})
""",
    "double": """\
sum({double})
avg({double})
std({integer})
var_pop({numeric})
stddev_samp({integer})
var_samp({double})
sum({text})
""",
    "text": """\
group_concat({text})
group_concat(DISTINCT {text} ORDER BY {text} SEPARATOR '-')
group_concat({integer}, {text})
""",
    "json": """\
json_arrayagg({integer})
json_arrayagg({text})
json_objectagg(coalesce({text}, 'k'), {integer})
""",
    "boolean": """\
(count(*) > 1)
""",
}

WINDOWS: Final[dict[str, str]] = {
    "": """\
lag({T}) OVER (ORDER BY 1)
lead({T}, 2) OVER (ORDER BY 1)
first_value({T}) OVER ({WINDOW})
last_value({T}) OVER ({WINDOW})
nth_value({T}, 2) OVER ({WINDOW})
max({T}) OVER ({WINDOW})
""",
    "bigint": """\
row_number() OVER ()
rank() OVER (ORDER BY 1)
dense_rank() OVER (ORDER BY 1)
count(*) OVER ({WINDOW})
count({B}) OVER ({WINDOW})
ntile(2) OVER (ORDER BY 1)
""",
    "numeric": """\
sum({integer}) OVER ({WINDOW})
avg({integer}) OVER ({WINDOW})
""",
    "double": """\
percent_rank() OVER (ORDER BY 1)
cume_dist() OVER (ORDER BY 1)
sum({double}) OVER ({WINDOW})
""",
}

TABLE_FUNCTIONS: Final[tuple[tuple[str, tuple[tuple[str, str], ...]], ...]] = (
    (
        """json_table({json}, '$' COLUMNS (n FOR ORDINALITY, a INT PATH '$.a',
            e INT EXISTS PATH '$.a', t VARCHAR(10) PATH '$.c' DEFAULT 'x' ON EMPTY))""",
        (("n", "integer"), ("a", "integer"), ("e", "integer"), ("t", "text")),
    ),
    (
        "json_table('[1, 2, null]', '$[*]' COLUMNS (v INT PATH '$', w TEXT PATH '$'))",
        (("v", "integer"), ("w", "text")),
    ),
)
