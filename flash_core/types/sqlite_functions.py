"""SQLite's built-in functions, as its manual describes them.

One line a form: ``name(arguments) result nulls``.  An argument is the type that a
parameter in its place gets; ``?`` marks one that may be left out, ``*`` any number
more; several with ``*`` take turns.  The result is a type, or a rule over the arguments:

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
concat_ws(TEXT,ANY,ANY*) TEXT lenient
format(TEXT,ANY*) TEXT maybe
glob(TEXT,TEXT) INTEGER strict
hex(ANY) TEXT never
if(ANY,ANY,ANY*) arms maybe
ifnull(ANY,ANY) common maybe
iif(ANY,ANY,ANY*) arms maybe
instr(TEXT,TEXT) INTEGER strict
last_insert_rowid() INTEGER never
length(TEXT) INTEGER strict
like(TEXT,TEXT,TEXT?) INTEGER strict
likelihood(ANY,REAL) same strict
likely(ANY) same strict
lower(TEXT) TEXT strict
ltrim(TEXT,TEXT?) TEXT strict
max(ANY,ANY,ANY*) common strict
min(ANY,ANY,ANY*) common strict
nullif(ANY,ANY) same maybe
octet_length(TEXT) INTEGER strict
printf(TEXT,ANY*) TEXT maybe
quote(ANY) TEXT never
random() INTEGER never
randomblob(INTEGER) BLOB never
replace(TEXT,TEXT,TEXT) kept lenient
round(NUMBER,INTEGER?) REAL strict
rtrim(TEXT,TEXT?) TEXT strict
sign(NUMBER) INTEGER numbers
soundex(TEXT) TEXT never
sqlite_compileoption_get(INTEGER) TEXT maybe
sqlite_compileoption_used(TEXT) INTEGER strict
sqlite_source_id() TEXT never
sqlite_version() TEXT never
subtype(ANY) INTEGER never
substr(TEXT,INTEGER,INTEGER?) text texts
substring(TEXT,INTEGER,INTEGER?) text texts
total_changes() INTEGER never
trim(TEXT,TEXT?) TEXT strict
typeof(ANY) TEXT never
unhex(TEXT,TEXT?) BLOB maybe
unicode(TEXT) INTEGER maybe
unistr(TEXT) TEXT strict
unistr_quote(ANY) TEXT never
unlikely(ANY) same strict
upper(TEXT) TEXT strict
zeroblob(INTEGER) BLOB never

bm25(ANY,REAL*) REAL never
highlight(ANY,INTEGER,TEXT,TEXT) TEXT maybe
matchinfo(ANY,TEXT?) BLOB never
offsets(ANY) TEXT never
optimize(ANY) TEXT maybe
snippet(ANY,TEXT?,TEXT?,TEXT?,INTEGER?,INTEGER?) TEXT maybe
rtreecheck(TEXT,TEXT?) TEXT never

date() TEXT never
date(TEXT,TEXT*) TEXT maybe
datetime() TEXT never
datetime(TEXT,TEXT*) TEXT maybe
julianday() REAL never
julianday(TEXT,TEXT*) REAL maybe
strftime(TEXT) TEXT maybe
strftime(TEXT,TEXT,TEXT*) TEXT maybe
time() TEXT never
time(TEXT,TEXT*) TEXT maybe
timediff(TEXT,TEXT) TEXT maybe
unixepoch() INTEGER never
unixepoch(TEXT,TEXT*) INTEGER maybe

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
pow(REAL,REAL) REAL maybe
power(REAL,REAL) REAL maybe
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
json_array_length(JSON,TEXT) INTEGER maybe
json_error_position(JSON) INTEGER strict
json_extract(JSON,TEXT) SCALAR maybe
json_extract(JSON,TEXT,TEXT,TEXT*) JSON maybe
json_insert(JSON,TEXT*,SCALAR*) JSON lenient
json_object(TEXT*,SCALAR*) JSON never
json_patch(JSON,JSON) JSON maybe
json_pretty(JSON,TEXT?) TEXT lenient
json_quote(SCALAR) JSON never
json_remove(JSON,TEXT*) JSON maybe
json_replace(JSON,TEXT*,SCALAR*) JSON lenient
json_set(JSON,TEXT*,SCALAR*) JSON lenient
json_type(JSON) TEXT strict
json_type(JSON,TEXT) TEXT maybe
json_valid(TEXT,INTEGER?) INTEGER lenient
jsonb(JSON) BLOB strict
jsonb_array(SCALAR*) BLOB never
jsonb_extract(JSON,TEXT,TEXT*) ANY maybe
jsonb_insert(JSON,TEXT*,SCALAR*) BLOB lenient
jsonb_object(TEXT*,SCALAR*) BLOB never
jsonb_patch(JSON,JSON) BLOB maybe
jsonb_remove(JSON,TEXT*) BLOB maybe
jsonb_replace(JSON,TEXT*,SCALAR*) BLOB lenient
jsonb_set(JSON,TEXT*,SCALAR*) BLOB lenient
"""

_AGGREGATE: Final = """
avg(NUMBER) REAL strict
count(ANY?) INTEGER never
group_concat(ANY,TEXT?) TEXT strict
json_group_array(SCALAR) JSON never
json_group_object(TEXT,SCALAR) JSON never
jsonb_group_array(SCALAR) BLOB never
jsonb_group_object(TEXT,SCALAR) BLOB never
max(ANY) same strict
median(NUMBER) REAL maybe
min(ANY) same strict
percentile(NUMBER,REAL) REAL maybe
percentile_cont(NUMBER,REAL) REAL maybe
percentile_disc(NUMBER,REAL) REAL maybe
string_agg(ANY,TEXT) TEXT strict
sum(NUMBER) number strict
total(NUMBER) REAL never
"""

_WINDOW: Final = """
cume_dist() REAL never
dense_rank() INTEGER never
first_value(ANY) same maybe
lag(ANY,INTEGER?,ANY?) lagged maybe
last_value(ANY) same maybe
lead(ANY,INTEGER?,ANY?) lagged maybe
nth_value(ANY,INTEGER) same maybe
ntile(INTEGER) INTEGER never
percent_rank() REAL never
rank() INTEGER never
row_number() INTEGER never
"""

_TABLE: Final = """
json_each(JSON,TEXT?) ANY maybe
json_tree(JSON,TEXT?) ANY maybe
jsonb_each(JSON,TEXT?) ANY maybe
jsonb_tree(JSON,TEXT?) ANY maybe
generate_series(INTEGER,INTEGER?,INTEGER?) INTEGER strict
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
        repeated: How many of them do, in turn.
        least: Smallest number of arguments.
        most: Greatest number of arguments.
        result: A type's name or a rule.
        nulls: Value of a :class:`Nulls`, ``numbers`` or ``texts``.
        kind: Scalar, aggregate, window or table function.
    """

    arguments: tuple[str, ...]
    least: int
    most: int
    result: str
    nulls: str
    kind: CallKind
    repeated: int = 1

    def argument(self, place: int) -> str:
        """Return the type for a parameter in a place, from 0."""
        first = len(self.arguments) - self.repeated
        return self.arguments[place if place < first else first + (place - first) % self.repeated]


def _form(words: str, result: str, nulls: str, kind: CallKind) -> Form:
    places = words.split(",") if words else []
    least = sum(place[-1] not in "?*" for place in places)
    most = _MANY if words.endswith("*") else len(places)
    repeated = max(1, words.count("*"))
    arguments = tuple(place.rstrip("?*") for place in places)
    return Form(arguments, least, most, result, nulls, kind, repeated)


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


def find_form(name: str, count: int) -> Form | None:
    """Return the form of a function that takes that many arguments; the name in lower case."""
    fitting = (form for form in forms().get(name, ()) if form.least <= count <= form.most)
    return next(fitting, None)
