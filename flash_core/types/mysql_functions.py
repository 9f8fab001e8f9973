"""The built-in functions of MySQL and MariaDB, as their manuals describe them.

One line a form: ``name(arguments) result nulls``, with ``mysql`` or ``mariadb`` behind
it where the other server has none.  An argument is the type that a parameter in its
place gets; ``?`` marks one that may be left out, ``*`` any number more, ``**`` any number more in pairs.  The result
is a type, or a rule over the arguments (see ``mysql_results``).

The last word is a :class:`Nulls`, or strict under a condition and else lossy:

``moment``   over a date or time: a string may hold none
``number``   over an exact number
``pattern``  with a constant pattern, which is read before anything runs
``first``    for the first argument alone; the others may be NULL
``alike``    where a date or an address stands beside its kind alone

Depends on: model, mysql_shapes.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from flash_core._dataclass import dataclass

from .model import CallKind
from .mysql_shapes import SHAPE_FUNCTIONS

_NUMBERS: Final = """
abs(double) absolute strict
acos(double) double lossy
asin(double) double lossy
atan(double,double?) double strict
atan2(double,double?) double strict
bit_count(bigint) int(1) strict
ceil(double) whole strict
ceiling(double) whole strict
conv(varchar,int,int) varchar lossy
cos(double) double strict
cot(double) double strict
crc32(varchar) int_unsigned strict
crc32(bigint,varchar) int_unsigned strict mariadb
crc32c(varchar) int_unsigned strict mariadb
crc32c(bigint,varchar) int_unsigned strict mariadb
degrees(double) double strict
exp(double) double strict
floor(double) whole strict
ln(double) double lossy
log(double,double?) double lossy
log10(double) double lossy
log2(double) double lossy
mod(double,double) modulo lossy
pi() double never
pow(double,double) double strict
power(double,double) double strict
radians(double) double strict
rand(bigint?) double never
round(double,int?) rounded strict
sign(double) int(1) strict
sin(double) double strict
sqrt(double) double lossy
tan(double) double strict
truncate(double,int) truncated strict
"""

_STRINGS: Final = """
ascii(varchar) int(2) strict
bin(bigint) varchar number
bin_to_uuid(varbinary,int?) varchar strict mysql
bit_length(varchar) bigint strict
char(int,int*) varbinary never
char_length(varchar) int(9) strict
character_length(varchar) int(9) strict
chr(int) varchar lossy mariadb
concat(varchar,varchar*) text strict
concat_ws(varchar,varchar,varchar*) text first
elt(int,varchar,varchar*) elements maybe
export_set(bigint,varchar,varchar,varchar?,int?) text strict
field(varchar,varchar,varchar*) int(2) never
find_in_set(varchar,varchar) int(2) strict
format(double,int) varchar strict
format(double,int,varchar) varchar lenient
format_bytes(double) varchar strict mysql
format_pico_time(double) varchar strict mysql
from_base64(varchar) varbinary lossy
hex(varchar) varchar strict
insert(varchar,int,int,varchar) text strict
instr(varchar,varchar) int strict
lcase(varchar) first strict
left(varchar,int) first strict
length(varchar) int(9) strict
lengthb(varchar) int(9) strict mariadb
like(varchar,varchar,varchar) condition strict
load_file(varchar) longblob maybe
locate(varchar,varchar,int?) int strict
lower(varchar) first strict
lpad(varchar,int,varchar?) text lossy
ltrim(varchar) first strict
make_set(bigint,varchar,varchar*) elements first
mid(varchar,int,int?) first strict
natural_sort_key(varchar) first lossy mariadb
oct(bigint) varchar number
ord(varchar) int(6) strict
position(varchar,varchar) int strict
quote(varchar) first never
regexp_instr(varchar,varchar) int pattern mariadb
regexp_instr(varchar,varchar,int?,int?,int?,varchar?) bigint lossy mysql
regexp_like(varchar,varchar,varchar?) condition pattern mysql
regexp_replace(varchar,varchar,varchar) text pattern mariadb
regexp_replace(varchar,varchar,varchar,int?,int?,varchar?) text pattern mysql
regexp_substr(varchar,varchar) text pattern mariadb
regexp_substr(varchar,varchar,int?,int?,varchar?) text lossy mysql
repeat(varchar,int) first lossy
replace(varchar,varchar,varchar) text lenient
reverse(varchar) first strict
right(varchar,int) first strict
rpad(varchar,int,varchar?) text lossy
rtrim(varchar) first strict
sformat(varchar,varchar*) text maybe mariadb
soundex(varchar) first strict
space(int) varchar lossy
strcmp(varchar,varchar) int(1) strict
substr(varchar,int,int?) first strict
substring(varchar,int,int?) first strict
substring_index(varchar,varchar,int) text strict
to_base64(varchar) varchar strict
to_char(datetime,varchar?) varchar lossy mariadb
trim(varchar,varchar?) text strict
ucase(varchar) first strict
unhex(varchar) varbinary lossy
upper(varchar) first strict
uuid_to_bin(varchar,int?) varbinary strict mysql
weight_string(varchar) varbinary lossy
"""

_TIMES: Final = """
adddate(datetime,int) added lossy
add_months(datetime,int) added_months lossy mariadb
addtime(datetime,time) clock lossy
convert_tz(datetime,varchar,varchar) datetime lossy
curdate() date never
current_date() date never
current_time(int?) time never
current_timestamp(int?) datetime never
curtime(int?) time never
date(datetime) date moment
date_add(datetime,any) added lossy
date_format(datetime,varchar) calendar lossy
date_format(datetime,varchar,varchar) calendar maybe
date_sub(datetime,any) added lossy
datediff(date,date) int(7) lossy
day(date) int(2) moment
dayname(date) calendar lossy
dayofmonth(date) int(2) moment
dayofweek(date) int(1) lossy
dayofyear(date) int(3) lossy
extract(varchar,datetime) extracted moment
from_days(int) date lossy
from_unixtime(bigint) datetime lossy
from_unixtime(bigint,varchar) calendar lossy
get_format(varchar,varchar) varchar maybe
hour(time) int(2) moment
last_day(date) date lossy
localtime(int?) datetime never
localtimestamp(int?) datetime never
makedate(int,int) date lossy
maketime(int,int,double) time lossy
microsecond(time) int(6) moment
minute(time) int(2) moment
month(date) int(2) moment
monthname(date) calendar lossy
now(int?) datetime never
period_add(int,int) int(5) strict
period_diff(int,int) int(5) strict
quarter(date) int(1) moment
sec_to_time(double) time strict
second(time) int(2) moment
str_to_date(varchar,varchar) parsed lossy
subdate(datetime,int) added lossy
subtime(datetime,time) clock lossy
sysdate(int?) datetime never
time(time) time moment
time_format(time,varchar) calendar lossy
time_to_sec(time) seconds moment
timediff(datetime,datetime) time lossy
timestamp(datetime) datetime moment
timestamp(datetime,time) datetime lossy
timestampadd(varchar,int,datetime) stamped lossy
timestampdiff(varchar,datetime,datetime) bigint lossy
to_days(date) int(6) lossy
to_seconds(datetime) bigint lossy
unix_timestamp() bigint never
unix_timestamp(datetime) seconds lossy
utc_date() date never
utc_time(int?) time never
utc_timestamp(int?) datetime never
week(date) int(2) lossy
week(date,int) int(2) maybe
weekday(date) int(1) lossy
weekofyear(date) int(2) lossy
year(date) int(4) moment
yearweek(date) int(5) lossy
yearweek(date,int) int(5) maybe
"""

_FLOW: Final = """
any_value(any) same strict mysql
benchmark(bigint,any) int lossy
coalesce(any,any*) common maybe
decode_oracle(any,any,any,any*) decoded maybe mariadb
default(any) same strict
greatest(any,any,any*) extreme alike
if(any,any,any) arms maybe
ifnull(any,any) common maybe
interval(any,any,any*) int never
isnull(any) condition never
least(any,any,any*) extreme alike
name_const(varchar,any) second strict
nullif(any,any) nullified maybe
nvl(any,any) common maybe mariadb
nvl2(any,any,any) arms maybe mariadb
sleep(double) int(1) never
value(any) same maybe mariadb
values(any) same maybe
"""

_JSON: Final = """
json_array(any*) built never
json_array_append(json,varchar,any,any**) json lossy
json_array_insert(json,varchar,any,any**) json lossy
json_compact(json) json lossy mariadb
json_contains(json,json) condition lossy
json_contains(json,json,varchar) condition lossy
json_contains_path(json,varchar,varchar,varchar*) condition lossy
json_depth(json) int(9) lossy
json_detailed(json,int?) json lossy mariadb
json_equals(json,json) condition lossy mariadb
json_exists(json,varchar) condition lossy mariadb
json_extract(json,varchar,varchar*) json lossy
json_insert(json,varchar,any,any**) json lossy
json_keys(json,varchar?) json lossy
json_length(json,varchar?) int(9) lossy
json_loose(json) json lossy mariadb
json_merge(json,json,json*) json lossy
json_merge_patch(json,json,json*) json maybe
json_merge_preserve(json,json,json*) json lossy
json_normalize(json) json lossy mariadb
json_object(any**) json never
json_object_filter_keys(json,json) json lossy mariadb
json_overlaps(json,json) condition lossy
json_pretty(json) longtext lossy
json_query(json,varchar) json lossy mariadb
json_quote(varchar) varchar lossy
json_remove(json,varchar,varchar*) json lossy
json_replace(json,varchar,any,any**) json lossy
json_schema_valid(json,json) condition lossy
json_schema_validation_report(json,json) json lossy mysql
json_search(json,varchar,varchar,varchar?,varchar*) json lossy
json_set(json,varchar,any,any**) json lossy
json_storage_free(json) int strict mysql
json_storage_size(json) int strict mysql
json_type(json) varchar lossy
json_unquote(json) longtext lossy
json_valid(varchar) condition strict
json_value(json,varchar) varchar lossy
"""

_OTHERS: Final = """
aes_decrypt(varbinary,varchar) varbinary lossy
aes_decrypt(varbinary,varchar,varchar,varchar?,varchar*) varbinary lossy
aes_encrypt(varbinary,varchar) varbinary lossy
aes_encrypt(varbinary,varchar,varchar,varchar?,varchar*) varbinary lossy
charset(varchar) varchar never
coercibility(varchar) int(9) never
collation(varchar) varchar never
compress(varbinary) varbinary lossy
connection_id() int_unsigned never
current_role() varchar maybe
current_user() varchar never
database() varchar maybe
decode(varbinary,varchar) varbinary strict mariadb
encode(varbinary,varchar) varbinary strict mariadb
encrypt(varchar,varchar?) varbinary maybe mariadb
found_rows() bigint never
get_lock(varchar,double) int(1) lossy
grouping(any,any*) bigint never mysql
icu_version() varchar never mysql
inet6_aton(varchar) varbinary lossy
inet6_ntoa(varbinary) varchar lossy
inet_aton(varchar) bigint_unsigned lossy
inet_ntoa(bigint) varchar lossy
is_free_lock(varchar) int(1) lossy
is_ipv4(varchar) condition never
is_ipv4_compat(varbinary) condition never
is_ipv4_mapped(varbinary) condition never
is_ipv6(varchar) condition never
is_used_lock(varchar) int(9) maybe
is_uuid(varchar) condition strict mysql
kdf(varchar,varchar,any*) varbinary lossy mariadb
last_insert_id(bigint?) bigint_unsigned strict
last_value(any,any,any*) last maybe mariadb
lastval(any) bigint maybe mariadb
master_gtid_wait(varchar,double?) int maybe mariadb
master_pos_wait(varchar,bigint,double?,varchar?) bigint maybe
md5(varchar) varchar strict
nextval(any) bigint maybe mariadb
octet_length(varchar) int(9) strict
old_password(varchar) varchar strict mariadb
password(varchar) varchar never mariadb
ps_current_thread_id() bigint_unsigned maybe mysql
ps_thread_id(bigint) bigint_unsigned maybe mysql
random_bytes(int) varbinary lossy
release_all_locks() int_unsigned never
release_lock(varchar) int(1) lossy
roles_graphml() longtext maybe mysql
rownum() bigint_unsigned never mariadb
row_count() bigint never
schema() varchar maybe
session_user() varchar never
setval(any,bigint,int?,int?) bigint maybe mariadb
sha(varchar) varchar strict
sha1(varchar) varchar strict
sha2(varchar,int) varchar maybe
source_pos_wait(varchar,bigint,double?,varchar?) bigint maybe mysql
statement_digest(varchar) varchar lossy mysql
statement_digest_text(varchar) varchar lossy mysql
string_to_vector(varchar) vector lossy mysql
sys_guid() varchar never mariadb
system_user() varchar never
to_vector(varchar) vector lossy mysql
uncompress(varbinary) longblob lossy
uncompressed_length(varbinary) int(9) lossy
user() varchar never
uuid() uuid never mariadb
uuid() varchar never mysql
uuid_short() bigint_unsigned never
validate_password_strength(varchar) int lossy mysql
vector_dim(vector) bigint lossy mysql
vector_to_string(vector) varchar lossy mysql
version() varchar never
wait_for_executed_gtid_set(varchar,double?) int maybe mysql
extractvalue(varchar,varchar) longtext lossy
updatexml(varchar,varchar,varchar) longtext lossy
"""

_AGGREGATE: Final = """
avg(double) average strict
bit_and(bigint_unsigned) bigint_unsigned never
bit_or(bigint_unsigned) bigint_unsigned never
bit_xor(bigint_unsigned) bigint_unsigned never
count(any,any*) bigint never
group_concat(varchar,varchar*) joined strict
json_arrayagg(any) built strict
json_objectagg(varchar,any) built strict
max(any) picked strict
min(any) picked strict
std(double) double number
stddev(double) double number
stddev_pop(double) double number
stddev_samp(double) double maybe
sum(double) total strict
var_pop(double) double number
var_samp(double) double maybe
variance(double) double number
"""

_WINDOW: Final = """
cume_dist() double never
dense_rank() bigint never
first_value(any) picked maybe
lag(any,int?) lagged maybe
lag(any,int,any) lagged maybe mysql
last_value(any) picked maybe
lead(any,int?) lagged maybe
lead(any,int,any) lagged maybe mysql
median(double) double maybe mariadb
nth_value(any,int) picked maybe
ntile(int) bigint never
percent_rank() double never
percentile_cont(double,double) double maybe mariadb
percentile_disc(double,double) second maybe mariadb
rank() bigint never
row_number() bigint never
"""

_MANY: Final = 65_535
_ENGINES: Final = ("mysql", "mariadb")


@dataclass(frozen=True, slots=True)
class Form:
    """One way to call a function.

    Attributes:
        arguments: Type for a parameter in each place; the last stands for all further ones.
        least: Smallest number of arguments.
        most: Greatest number of arguments.
        step: By how many at a time there may be more than the least.
        result: A type's name or a rule.
        nulls: Value of a :class:`Nulls`, or a condition for being strict.
        kind: Scalar, aggregate or window function.
        engine: The server that alone has it, or empty.
    """

    arguments: tuple[str, ...]
    least: int
    most: int
    result: str
    nulls: str
    kind: CallKind
    engine: str = ""
    step: int = 1


def _form(line: str, kind: CallKind) -> tuple[str, Form]:
    call, result, nulls, *engine = line.split()
    name, _, words = call.rstrip(")").partition("(")
    places = words.replace("_", " ").split(",") if words else []
    least = sum(place[-1] not in "?*" for place in places)
    most = _MANY if words.endswith("*") else len(places)
    arguments = tuple(place.rstrip("?*") for place in places)
    own = engine[0] if engine else ""
    step = 2 if words.endswith("**") else 1
    result = result.replace("_", " ")
    return name, Form(arguments, least, most, result, nulls, kind, own, step)


@cache
def forms() -> dict[str, list[Form]]:
    """Return the forms of every function, by lower-case name."""
    found: dict[str, list[Form]] = {}
    scalar = (_NUMBERS, _STRINGS, _TIMES, _FLOW, _JSON, _OTHERS, SHAPE_FUNCTIONS)
    for kind, tables in (
        (CallKind.SCALAR, scalar),
        (CallKind.AGGREGATE, (_AGGREGATE,)),
        (CallKind.WINDOW, (_WINDOW,)),
    ):
        for table in tables:
            for line in filter(None, table.splitlines()):
                name, form = _form(line, kind)
                found.setdefault(name, []).append(form)
    return found


def find_form(name: str, count: int, engine: str) -> Form | None:
    """Return the form of a function that takes that many arguments; the name in lower case."""
    fitting = (
        form
        for form in forms().get(name, ())
        if form.least <= count <= form.most
        and (count - form.least) % form.step == 0
        and form.engine in {"", engine}
    )
    return next(fitting, None)
