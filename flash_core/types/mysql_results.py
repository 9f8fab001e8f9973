"""What the functions of MySQL and MariaDB return: the rules that ``mysql_functions`` names.

Depends on: model, mysql_fractions, mysql_functions, mysql_merging, mysql_names,
mysql_operators.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .model import UNKNOWN, Nulls, Signature, SqlType
from .mysql_fractions import fractional, timed
from .mysql_merging import computed, decimal_size, extreme, merge, picked
from .mysql_names import (
    ADDRESSES,
    BLOBS,
    DIGITS,
    FLOATS,
    INTEGERS,
    MOMENTS,
    SHAPES,
    STORED,
    TIMES,
    UNSIGNED,
    WRITTEN,
    decided,
    decimal,
    digits,
    integer,
    is_hybrid,
    is_label,
    is_null,
    is_stored,
    is_unsigned,
    makes_bytes,
)
from .mysql_operators import BIGINT, DOUBLE, INT, TEXT, as_number, resolve_operator, shifted, sized

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .mysql_functions import Form

    Types = Sequence[SqlType]
    Constants = Sequence[str | None]
    Rule = Callable[[Types, Constants, bool], SqlType | None]

_BITS: Final = frozenset({"bit", "bit(1)"})
_LONG: Final = frozenset({"text", "mediumtext", "longtext", "json"})
_LONG_BYTES: Final = frozenset({"blob", "mediumblob", "longblob"}) | SHAPES
_LONGEST_INT: Final = 18  # digits that fit in a bigint whatever they are
_AVERAGE_SCALE: Final = 4
_SUM_DIGITS: Final = 22
_CARRYING: Final = INTEGERS - {"boolean"}
_MERGED: Final = frozenset({"common", "arms", "extreme", "elements", "lagged"})
_CLOCKS: Final = frozenset({"clock", "datetime", "time"})
_STEADY: Final = frozenset("cdefHhIiklmprSsTYy%")
"""What DATE_FORMAT makes something of even where day and month are zero."""


def signature(
    form: Form, arguments: Types, constants: Constants, *, bumps: bool
) -> Signature | None:
    """Resolve a call of that form; ``bumps`` as for :func:`merge`."""
    converted = _converted(form, arguments, bumps=bumps)
    rule = _RULES.get(form.result)
    counted: Types = [
        given if is_null(given) else _sent(wanted) if given == UNKNOWN else wanted
        for given, wanted in zip(arguments, converted, strict=True)
    ]
    if form.result == "text":
        counted = _texts(form, counted)
    result = _of(form.result) if rule is None else rule(counted, constants, bumps)
    if result is None:
        return None
    if result == UNKNOWN:
        result = TEXT
    if form.result in _CLOCKS:
        result = fractional(result, form.arguments, counted, constants)
    nulls = _nulls(form, converted, constants)
    deciding = 1 if form.nulls == "first" else None
    return Signature(converted, result, nulls, form.kind, deciding=deciding)


def _sent(wanted: SqlType) -> SqlType:
    """Return what the argument of a parameter is in the query: a number without a type is signed."""
    counts = wanted.name in DIGITS and is_unsigned(wanted)
    return integer(wanted.name.removesuffix(" unsigned")) if counts else wanted


def _converted(form: Form, arguments: Types, *, bumps: bool) -> tuple[SqlType, ...]:
    """Give what has no type yet that of its place: that of the others, where these mix."""
    merged = arguments[1:] if form.result in {"arms", "elements"} else arguments
    known = [type_ for type_ in merged if type_ != UNKNOWN]
    others = TEXT
    if form.result in _MERGED and known:
        others = merge(known, bumps=bumps) or TEXT
    last = len(form.arguments) - 1
    return tuple(
        decided(given, others if (name := form.arguments[min(place, last)]) == "any" else _of(name))
        for place, given in enumerate(arguments)
    )


def _texts(form: Form, arguments: Types) -> Types:
    """Return the arguments that are wanted as strings: a count may be bytes without harm."""
    last = len(form.arguments) - 1
    return [
        given
        for place, given in enumerate(arguments)
        if form.arguments[min(place, last)] == "varchar"
    ]


def _of(result: str) -> SqlType:
    name, _, size = result.rstrip(")").partition("(")
    return integer(name, int(size) if size else None) if name in DIGITS else SqlType(name)


def _nulls(form: Form, arguments: Types, constants: Constants) -> Nulls:
    layout = constants[1] if len(constants) > 1 else None
    match form.nulls:
        case "moment":
            strict = arguments[-1].name in TIMES
        case "number":
            exact = as_number(arguments[0]).name not in FLOATS and not is_label(arguments[0])
            strict = exact or arguments[0].name in TIMES
        case "pattern":
            strict = layout is not None
        case "first":
            strict = True
        case "alike":
            strict = _alike(arguments)
        case "lossy" if form.arguments == ("datetime", "varchar"):  # DATE_FORMAT
            strict = arguments[0].name in TIMES and layout is not None and is_steady(layout)
        case nulls:
            return Nulls(nulls)
    return Nulls.STRICT if strict else Nulls.LOSSY


def _alike(types: Types) -> bool:
    """Tell whether nothing has to be read as a date or an address to be compared."""
    special = TIMES | ADDRESSES
    names = {type_.name for type_ in types}
    return names.isdisjoint(special) or names <= TIMES or len(names) == 1


def is_steady(layout: str) -> bool:
    """Tell whether DATE_FORMAT writes every date in that layout, ``0000-00-00`` too."""
    letters = [part[:1] for part in layout.replace("%%", "").split("%")[1:]]
    return bool(layout) and all(letter and letter in _STEADY for letter in letters)


def text_of(types: Types) -> SqlType:
    """Return what strings joined make: bytes where one of them is bytes."""
    names = {type_.name for type_ in types}
    if makes_bytes(types):
        written = names == {"varbinary"} and all(type_.modifiers for type_ in types)
        name = "varbinary" if names.isdisjoint(_LONG_BYTES | _LONG) else "longblob"
        return SqlType(name, modifiers=WRITTEN if written else ())
    stored = STORED if any(map(is_stored, types)) else ()
    return SqlType("varchar" if names.isdisjoint(_LONG) else "longtext", modifiers=stored)


def _built(types: Types, *_: object) -> SqlType:
    """JSON put together, which is bytes where one of its parts is."""
    return SqlType("json", modifiers=WRITTEN if makes_bytes(types) else ())


def _absolute(types: Types, *_: object) -> SqlType | None:
    found = resolve_operator("-", None, types[0])
    if types[0].name in TIMES:
        return decimal(*decimal_size(as_number(types[0])))
    if found is None or not is_unsigned(types[0]):
        return None if found is None else found.result
    return resolve_sum(types[0])


def resolve_sum(type_: SqlType) -> SqlType | None:
    """Return the type of an integer plus nothing."""
    found = resolve_operator("%", type_, type_)
    return None if found is None else found.result


def _whole(types: Types, *_: object) -> SqlType:
    """CEIL and FLOOR: an integer of a decimal that fits."""
    number = _kept(types[0])
    if number.name != "decimal":
        return number
    precision, scale = decimal_size(number)
    if precision - scale >= _LONGEST_INT:
        return decimal(precision - scale + 1, 0)
    found = _divided(number)
    return integer(found.name, digits(found) + (scale > 0))  # it may carry


def _kept(type_: SqlType) -> SqlType:
    """Return what rounding makes of a value: what it was, but for what only counts as a number."""
    if is_hybrid(type_):
        return as_number(type_)
    first = computed(type_)
    if is_label(type_) or first.name == "date" or first.name in UNSIGNED:
        return integer("int unsigned")
    if first.name in TIMES:
        return SqlType("datetime" if first.name in MOMENTS else "time")
    number = as_number(first)
    return DOUBLE if number.name in FLOATS else number


def _divided(number: SqlType) -> SqlType:
    found = resolve_operator("DIV", number, INT)
    return BIGINT if found is None else found.result


def _rounded(types: Types, constants: Constants, _: bool) -> SqlType:
    """ROUND: to tens and hundreds it may make a digit more, ``ROUND(99, -1)``."""
    kept = _kept(types[0])
    if (
        len(types) == 1
        or (constants and constants[1] is not None)
        or types[0].name not in _CARRYING
    ):
        return kept
    size = digits(kept) + 1
    if size > DIGITS["bigint"]:
        return decimal(size, 0)
    return sized(size, unsigned=is_unsigned(kept))


def _truncated(types: Types, *_: object) -> SqlType:
    return _kept(types[0])


def _modulo(types: Types, *_: object) -> SqlType | None:
    found = resolve_operator("%", types[0], types[1])
    return None if found is None else found.result


def _added(types: Types, *_: object) -> SqlType:
    unit = types[1].name
    if not unit.startswith("interval "):
        return shifted(types[0], "DAY")
    return shifted(types[0], unit[9:].upper(), types[1].modifiers)


def _added_months(types: Types, *_: object) -> SqlType:
    found = shifted(types[0], "MONTH")
    return SqlType("datetime") if found.name == "time" else found


def _stamped(types: Types, constants: Constants, _: bool) -> SqlType:
    return shifted(types[2], (constants[0] if constants else None) or "DAY")


def _clock(types: Types, *_: object) -> SqlType:
    first = types[0].name
    return SqlType("datetime" if first in MOMENTS else "time" if first == "time" else "varchar")


_PARTS: Final = ["DAY", "HOUR", "MINUTE", "SECOND", "MICROSECOND"]
_PART_DIGITS: Final = {"YEAR": 4, "QUARTER": 1, "MICROSECOND": 6}
_DAYS: Final = frozenset("abcDdejMmUuVvWwXxYy")
_HOURS: Final = frozenset("fHhIiklprSsT")


def _parsed(_types: Types, constants: Constants, _: bool) -> SqlType:
    """STR_TO_DATE: what the letters of its layout are about."""
    layout = constants[1] if len(constants) > 1 else None
    if layout is None:
        return SqlType("datetime")
    letters = {part[:1] for part in layout.replace("%%", "").split("%")[1:]}
    if letters.isdisjoint(_HOURS):
        return SqlType("date")
    name = "time" if letters.isdisjoint(_DAYS) else "datetime"
    return timed(name, 6 if "f" in letters else 0)


_CALENDAR: Final = SqlType("varchar", modifiers=(0,))
"""A text that DATE_FORMAT and its kin write: a time in it has no fraction for the server."""


def _calendar(*_: object) -> SqlType:
    return _CALENDAR


def _seconds(types: Types, constants: Constants, _: bool) -> SqlType:
    """UNIX_TIMESTAMP: as many digits behind the point as the time has, or may have."""
    first = types[0]
    if constants and constants[0] is not None and "." not in constants[0]:
        return BIGINT
    if first.name == "varchar" and first.modifiers == _CALENDAR.modifiers:
        return BIGINT
    if is_null(first) or first.name in DIGITS or first.name in ADDRESSES or is_label(first):
        return BIGINT
    places = first.modifiers if first.name in TIMES - {"date"} else (6,)
    if first.name == "date" or not places or not places[0]:
        return BIGINT
    return decimal(20, places[0])


def _average(types: Types, *_: object) -> SqlType:
    number = as_number(types[0])
    if number.name in FLOATS:
        return DOUBLE
    precision, scale = decimal_size(number)
    return decimal(precision + _AVERAGE_SCALE, scale + _AVERAGE_SCALE)


def _total(types: Types, *_: object) -> SqlType:
    number = as_number(types[0])
    if number.name in FLOATS:
        return DOUBLE
    precision, scale = decimal_size(number)
    return decimal(precision + _SUM_DIGITS, scale)


def _joined(types: Types, *_: object) -> SqlType:
    return SqlType("longblob" if text_of(types).name in BLOBS else "longtext")


def _decoded(types: Types, _: Constants, bumps: bool) -> SqlType | None:
    """DECODE_ORACLE: its results, every second one, and what is left over for the end."""
    ends = types[-1:] if len(types) % 2 == 0 else ()
    return merge((*types[2::2], *ends), bumps=bumps)


def _common(types: Types, _: Constants, bumps: bool) -> SqlType | None:
    return merge(types, bumps=bumps)


def _arms(types: Types, _: Constants, bumps: bool) -> SqlType | None:
    """IF: a constant NULL leaves the other one as it is."""
    known = [type_ for type_ in types[1:] if not is_null(type_)]
    return merge(known, bumps=bumps)


def _extreme(types: Types, _: Constants, bumps: bool) -> SqlType | None:
    return extreme(types, bumps=bumps)


def _lagged(types: Types, _: Constants, bumps: bool) -> SqlType | None:
    return merge((picked(types[0]), *types[2:]), bumps=bumps)


def _elements(types: Types, *_: object) -> SqlType:
    return text_of(types[1:])


def _first(types: Types, *_: object) -> SqlType:
    return text_of(types[:1])


def _same(types: Types, *_: object) -> SqlType:
    return computed(types[0])


def _picked(types: Types, *_: object) -> SqlType:
    return picked(types[0])


def _extracted(_types: Types, constants: Constants, _: bool) -> SqlType:
    """EXTRACT: as many digits as the parts from the first to the last one have."""
    unit = constants[0] if constants else None
    parts = (unit or "DAY").upper().split("_")
    if set(parts) <= set(_PARTS):
        parts = _PARTS[_PARTS.index(parts[0]) : _PARTS.index(parts[-1]) + 1]
    size = sum(_PART_DIGITS.get(part, 2) for part in parts)
    return integer("bigint" if size > DIGITS["int"] - 1 else "int", size)


def _condition(*_: object) -> SqlType:
    return INT


def _second(types: Types, *_: object) -> SqlType:
    return computed(types[1])


def _last(types: Types, *_: object) -> SqlType:
    return computed(types[-1])


def _text(types: Types, *_: object) -> SqlType:
    return text_of(types)


_RULES: Final[dict[str, Rule]] = {
    "absolute": _absolute,
    "added": _added,
    "added months": _added_months,
    "arms": _arms,
    "average": _average,
    "built": _built,
    "calendar": _calendar,
    "clock": _clock,
    "common": _common,
    "condition": _condition,
    "decoded": _decoded,
    "elements": _elements,
    "extreme": _extreme,
    "extracted": _extracted,
    "first": _first,
    "joined": _joined,
    "lagged": _lagged,
    "last": _last,
    "modulo": _modulo,
    "nullified": _same,
    "parsed": _parsed,
    "picked": _picked,
    "rounded": _rounded,
    "same": _same,
    "second": _second,
    "seconds": _seconds,
    "stamped": _stamped,
    "text": _text,
    "total": _total,
    "truncated": _truncated,
    "whole": _whole,
}
