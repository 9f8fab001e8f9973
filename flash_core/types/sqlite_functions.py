"""SQLite's built-in functions, as its manual describes them.

One line a form: ``name(arguments) result nulls``.  An argument is the type that a
parameter in its place gets; ``?`` marks one that may be left out, ``*`` any number
more; several with ``*`` take turns.  After a colon stands the name of a parameter in that
place, where there is a better one than that of what it is about.  The result is a type, or a rule over the arguments:

``same``    the first argument's type, declared types kept: ``max(created_at)``
``text``    BLOB of a BLOB, else TEXT
``number``  the first argument as a number: INTEGER, REAL or, when values decide, either
``absolute`` INTEGER of INTEGER, else REAL
``kept``    TEXT, or the first argument as it is
``common``  what all arguments have in common
``arms``    what the second argument and those after it have in common
``lagged``  what the first and the third argument have in common

The last word is a :class:`Nulls`, or ``numbers``: strict where the arguments are
declared as numbers, since text that looks like none gives NULL; or ``texts``: strict
where the first argument is no BLOB, since of an empty one nothing is left.  Infinite numbers
are left out of account: ``sin(9e999)`` is NULL.

Depends on: model.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from flash_core._dataclass import dataclass

from .model import CallKind

_SCALAR: Final = """
abs(NUMBER) absolute strict
changes() INTEGER never
char(INTEGER*) TEXT never
coalesce(ANY,ANY,ANY*) common maybe
concat(ANY,ANY*) TEXT never
concat_ws(TEXT:separator,ANY,ANY*) TEXT lenient
format(TEXT:format,ANY*) TEXT maybe
glob(TEXT,TEXT) INTEGER strict
hex(ANY) TEXT never
if(ANY,ANY,ANY*) arms maybe
ifnull(ANY,ANY) common maybe
iif(ANY,ANY,ANY*) arms maybe
instr(TEXT,TEXT:part) INTEGER strict
last_insert_rowid() INTEGER never
length(TEXT) INTEGER strict
like(TEXT,TEXT,TEXT?:escape) INTEGER strict
likelihood(ANY,REAL) same strict
likely(ANY) same strict
lower(TEXT) TEXT strict
ltrim(TEXT,TEXT?:characters) TEXT strict
max(ANY,ANY,ANY*) common strict
min(ANY,ANY,ANY*) common strict
nullif(ANY,ANY) same maybe
octet_length(TEXT) INTEGER strict
printf(TEXT:format,ANY*) TEXT maybe
quote(ANY) TEXT never
random() INTEGER never
randomblob(INTEGER:length) BLOB never
replace(TEXT,TEXT:old,TEXT:new) kept lenient
round(NUMBER,INTEGER?:digits) REAL strict
rtrim(TEXT,TEXT?:characters) TEXT strict
sign(NUMBER) INTEGER numbers
soundex(TEXT) TEXT never
sqlite_compileoption_get(INTEGER) TEXT maybe
sqlite_compileoption_used(TEXT) INTEGER strict
sqlite_source_id() TEXT never
sqlite_version() TEXT never
subtype(ANY) INTEGER never
substr(TEXT,INTEGER:start,INTEGER?:length) text texts
substring(TEXT,INTEGER:start,INTEGER?:length) text texts
total_changes() INTEGER never
trim(TEXT,TEXT?:characters) TEXT strict
typeof(ANY) TEXT never
unhex(TEXT,TEXT?:ignored) BLOB maybe
unicode(TEXT) INTEGER maybe
unistr(TEXT) TEXT strict
unistr_quote(ANY) TEXT never
unlikely(ANY) same strict
upper(TEXT) TEXT strict
zeroblob(INTEGER:length) BLOB never

bm25(ANY,REAL*:weight) REAL never
highlight(ANY,INTEGER:column,TEXT:before,TEXT:after) TEXT maybe
matchinfo(ANY,TEXT?) BLOB never
offsets(ANY) TEXT never
optimize(ANY) TEXT maybe
snippet(ANY,TEXT?,TEXT?,TEXT?,INTEGER?,INTEGER?) TEXT maybe
rtreecheck(TEXT,TEXT?) TEXT never

date() TEXT never
date(TEXT,TEXT*:modifier) TEXT maybe
datetime() TEXT never
datetime(TEXT,TEXT*:modifier) TEXT maybe
julianday() REAL never
julianday(TEXT,TEXT*:modifier) REAL maybe
strftime(TEXT:format) TEXT maybe
strftime(TEXT:format,TEXT,TEXT*:modifier) TEXT maybe
time() TEXT never
time(TEXT,TEXT*:modifier) TEXT maybe
timediff(TEXT,TEXT) TEXT maybe
unixepoch() INTEGER never
unixepoch(TEXT,TEXT*:modifier) INTEGER maybe

acos(REAL) REAL maybe
acosh(REAL) REAL maybe
asin(REAL) REAL maybe
asinh(REAL) REAL numbers
atan(REAL) REAL numbers
atan2(REAL,REAL) REAL numbers
atanh(REAL) REAL maybe
ceil(NUMBER) number numbers
ceiling(NUMBER) number numbers
cos(REAL) REAL numbers
cosh(REAL) REAL numbers
degrees(REAL) REAL numbers
exp(REAL) REAL numbers
floor(NUMBER) number numbers
ln(REAL) REAL maybe
log(REAL,REAL?) REAL maybe
log10(REAL) REAL maybe
log2(REAL) REAL maybe
mod(REAL,REAL) REAL maybe
pi() REAL never
pow(REAL,REAL:exponent) REAL maybe
power(REAL,REAL:exponent) REAL maybe
radians(REAL) REAL numbers
sin(REAL) REAL numbers
sinh(REAL) REAL numbers
sqrt(REAL) REAL maybe
tan(REAL) REAL numbers
tanh(REAL) REAL numbers
trunc(NUMBER) number numbers

json(JSON) JSON strict
json_array(SCALAR*) JSON never
json_array_length(JSON) INTEGER strict
json_array_length(JSON,TEXT:path) INTEGER maybe
json_error_position(JSON) INTEGER strict
json_extract(JSON,TEXT:path) SCALAR maybe
json_extract(JSON,TEXT:path,TEXT:path,TEXT*:path) JSON maybe
json_insert(JSON,TEXT*:path,SCALAR*:value) JSON lenient
json_object(TEXT*:key,SCALAR*:value) JSON never
json_patch(JSON,JSON) JSON maybe
json_pretty(JSON,TEXT?) TEXT lenient
json_quote(SCALAR) JSON never
json_remove(JSON,TEXT*:path) JSON maybe
json_replace(JSON,TEXT*:path,SCALAR*:value) JSON lenient
json_set(JSON,TEXT*:path,SCALAR*:value) JSON lenient
json_type(JSON) TEXT strict
json_type(JSON,TEXT:path) TEXT maybe
json_valid(TEXT,INTEGER?) INTEGER lenient
jsonb(JSON) BLOB strict
jsonb_array(SCALAR*) BLOB never
jsonb_extract(JSON,TEXT:path,TEXT*:path) ANY maybe
jsonb_insert(JSON,TEXT*:path,SCALAR*:value) BLOB lenient
jsonb_object(TEXT*:key,SCALAR*:value) BLOB never
jsonb_patch(JSON,JSON) BLOB maybe
jsonb_remove(JSON,TEXT*:path) BLOB maybe
jsonb_replace(JSON,TEXT*:path,SCALAR*:value) BLOB lenient
jsonb_set(JSON,TEXT*:path,SCALAR*:value) BLOB lenient
"""

_AGGREGATE: Final = """
avg(NUMBER) REAL strict
count(ANY?) INTEGER never
group_concat(ANY,TEXT?:separator) TEXT strict
json_group_array(SCALAR) JSON never
json_group_object(TEXT,SCALAR) JSON never
jsonb_group_array(SCALAR) BLOB never
jsonb_group_object(TEXT,SCALAR) BLOB never
max(ANY) same strict
median(NUMBER) REAL maybe
min(ANY) same strict
percentile(NUMBER,REAL:percent) REAL maybe
percentile_cont(NUMBER,REAL:fraction) REAL maybe
percentile_disc(NUMBER,REAL:fraction) REAL maybe
string_agg(ANY,TEXT:separator) TEXT strict
sum(NUMBER) number strict
total(NUMBER) REAL never
"""

_WINDOW: Final = """
cume_dist() REAL never
dense_rank() INTEGER never
first_value(ANY) same maybe
lag(ANY,INTEGER?:offset,ANY?:default) lagged maybe
last_value(ANY) same maybe
lead(ANY,INTEGER?:offset,ANY?:default) lagged maybe
nth_value(ANY,INTEGER:n) same maybe
ntile(INTEGER:buckets) INTEGER never
percent_rank() REAL never
rank() INTEGER never
row_number() INTEGER never
"""

_TABLE: Final = """
json_each(JSON:json,TEXT?:path) ANY maybe
json_tree(JSON:json,TEXT?:path) ANY maybe
jsonb_each(JSON:json,TEXT?:path) ANY maybe
jsonb_tree(JSON:json,TEXT?:path) ANY maybe
generate_series(INTEGER:start,INTEGER?:stop,INTEGER?:step) INTEGER strict
"""

JSON_COLUMNS: Final = (
    ("key", "KEY"),
    ("value", "SCALAR"),
    ("type", "TEXT"),
    ("atom", "SCALAR"),
    ("id", "INTEGER"),
    ("parent", "INTEGER"),
    ("fullkey", "TEXT"),
    ("path", "TEXT"),
)
"""Columns of ``json_each`` and ``json_tree``."""

_MANY: Final = 127  # SQLite's limit on the arguments of a function


@dataclass(frozen=True, slots=True)
class Form:
    """One way to call a function.

    Attributes:
        arguments: Type for a parameter in each place; the last ones stand for all further ones.
        names: Name of a parameter in each place, empty where it has none of its own.
        repeated: How many of the last places do so, in turn.
        least: Smallest number of arguments.
        most: Greatest number of arguments.
        result: A type's name or a rule.
        nulls: Value of a :class:`Nulls`, ``numbers`` or ``texts``.
        kind: Scalar, aggregate, window or table function.
    """

    arguments: tuple[str, ...]
    names: tuple[str, ...]
    least: int
    most: int
    result: str
    nulls: str
    kind: CallKind
    repeated: int = 1

    def takes(self, count: int) -> bool:
        """Tell whether it can be called with so many arguments."""
        apart = (count - len(self.arguments)) % self.repeated
        return self.least <= count <= self.most and apart == 0

    def place(self, number: int) -> int:
        """Return where an argument stands in the form; both from 0."""
        first = len(self.arguments) - self.repeated
        return number if number < first else first + (number - first) % self.repeated


def _form(words: str, result: str, nulls: str, kind: CallKind) -> Form:
    places = [place.partition(":") for place in words.split(",")] if words else []
    marks = [type_[-1] for type_, _, _ in places]
    return Form(
        tuple(type_.rstrip("?*") for type_, _, _ in places),
        tuple(name for _, _, name in places),
        sum(mark not in "?*" for mark in marks),
        _MANY if "*" in marks else len(places),
        result,
        nulls,
        kind,
        max(1, marks.count("*")),
    )


@cache
def forms() -> dict[str, list[Form]]:
    """Return the forms of every function, by lower-case name."""
    found: dict[str, list[Form]] = {}
    for kind, table in (
        (CallKind.SCALAR, _SCALAR),
        (CallKind.AGGREGATE, _AGGREGATE),
        (CallKind.WINDOW, _WINDOW),
        (CallKind.TABLE, _TABLE),
    ):
        for line in filter(None, table.splitlines()):
            call, result, nulls = line.split()
            name, _, words = call.rstrip(")").partition("(")
            found.setdefault(name, []).append(_form(words, result, nulls, kind))
    return found


def arities(name: str) -> str:
    """Say how many arguments a function takes; the name in lower case."""
    found = [
        f"at least {form.least}"
        if form.most == _MANY
        else str(form.least)
        if form.least == form.most
        else f"{form.least} to {form.most}"
        for form in forms()[name]
    ]
    words = " or ".join(dict.fromkeys(found))
    return f"{words} argument" + "s" * (words not in {"1", "at least 1"})


PAIRED: Final = {
    **dict.fromkeys(("json_object", "jsonb_object"), "requires an even number of arguments"),
    **dict.fromkeys(
        [f"{json}_{verb}" for json in ("json", "jsonb") for verb in ("insert", "replace", "set")],
        "needs an odd number of arguments",
    ),
}
"""What SQLite says when a function that takes pairs gets half of one."""


def find_form(name: str, count: int) -> Form | None:
    """Return the form of a function that takes that many arguments; the name in lower case."""
    return next((form for form in forms().get(name, ()) if form.takes(count)), None)
