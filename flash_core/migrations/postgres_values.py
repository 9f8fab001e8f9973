"""Values on their way from one type to another, and for columns that must not be empty.

Depends on: catalog.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.catalog.identifiers import string

if TYPE_CHECKING:
    from flash_core.catalog.model import Catalog
    from flash_core.sql.syntax import TypeName

_NUMBERS: Final = frozenset({"int2", "int4", "int8", "numeric", "float4", "float8"})
_WHOLE: Final = frozenset({"int2", "int4", "int8"})
_PADDED: Final = "bpchar"
_TEXTS: Final = frozenset({"text", "varchar", "bpchar", "char", "name", "citext"})
_TIMES: Final = frozenset({"date", "timestamp", "timestamptz"})
_CLOCKS: Final = frozenset({"time", "timetz"})
_BITS: Final = frozenset({"bit", "varbit"})
_JSON: Final = frozenset({"json", "jsonb"})
_NETS: Final = frozenset({"inet", "cidr"})
_AREAS: Final = frozenset({"box", "circle", "polygon"})
# Between the members of a group a cast exists.
_GROUPS: Final = (_NUMBERS, _TEXTS, _TIMES, _CLOCKS, _BITS, _JSON, _NETS, _AREAS)


def conversion(column: str, old: TypeName | None, new: TypeName | None, new_text: str) -> str:
    """Return the expression that makes a value of the new type from the one in a column.

    Where the server has no cast, the value goes through its text.

    Args:
        column: The column as written in SQL.
        old: Its type.
        new: Its new type.
        new_text: The same as written in SQL.
    """
    if old is None or new is None:
        return f"{column}::{new_text}"
    if old.parts != new.parts and old.parts[-1] == new.parts[-1]:  # namesakes of two schemas
        through = "::text" + "[]" * bool(old.dimensions and new.dimensions)
        return f"{column}{through}::{new_text}"
    if old.dimensions and new.dimensions:
        direct = _castable(old.parts[-1], new.parts[-1]) and old.parts[-1] != _PADDED
        return f"{column}::{new_text}" if direct else f"{column}::text[]::{new_text}"
    if new.dimensions and old.parts[-1] in _JSON and new.parts[-1] not in _TEXTS | _JSON:
        # Neither numbers nor dates have brackets in them, and USING takes no subquery.
        several = f"translate({column}::text, '[]', '{{}}')::{new_text}"
        one = f"ARRAY[{column} #>> '{{}}']::{new_text}"
        listed = f"{old.parts[-1]}_typeof({column}) = 'array'"
        return f"CASE WHEN {listed} THEN {several} WHEN {column} IS NOT NULL THEN {one} END"
    if new.dimensions and old.parts[-1] not in _TEXTS:
        return f"CASE WHEN {column} IS NULL THEN NULL ELSE ARRAY[{column}]::{new_text} END"
    if new.dimensions:
        element = f"CASE WHEN {column} LIKE '{{%}}' THEN {column}::{new_text}"
        return f"{element} WHEN {column} IS NOT NULL THEN ARRAY[{column}]::{new_text} END"
    if old.dimensions:
        whole = new.parts[-1] in _TEXTS or new.parts[-1] in _JSON
        if new.parts[-1] in _JSON:
            return f"to_{new.parts[-1]}({column})"
        return f"{column}::{new_text}" if whole else f"({column})[1]::text::{new_text}"
    return _unpadded(column, old.parts[-1], new.parts[-1], new_text)


def _unpadded(column: str, before: str, after: str, new_text: str) -> str:
    if before == _PADDED and after not in _TEXTS:  # its blanks are none of the value
        return _scalar(f"{column}::text", "text", after, new_text)
    return _scalar(column, before, after, new_text)


def by_function(
    column: str, old: TypeName | None, new: TypeName | None, new_text: str
) -> tuple[str, str, str] | None:
    """Return the expression that only a function can be, since USING takes no subquery.

    Args:
        column: The column as written in SQL.
        old: Its type.
        new: Its new type.
        new_text: The same as written in SQL.

    Returns:
        It, what makes the function before, and what drops it behind.
    """
    if old is None or new is None or old.dimensions or new.dimensions:
        return None
    if old.parts[-1] not in _JSON or new.parts[-1] != "hstore":
        return None
    kind, name = old.parts[-1], "pg_temp.hstore_of"
    made = f"coalesce({new_text}(array_agg(key), array_agg(value)), '')"
    make = (
        f"CREATE FUNCTION {name}({kind}) RETURNS {new_text} LANGUAGE sql STRICT AS $$\n"  # noqa: S608 - quoted
        f"    SELECT {made} FROM {kind}_each_text($1)\n$$"
    )
    return f"{name}({column})", f"{make};\n", f";\nDROP FUNCTION {name}({kind})"


def _scalar(column: str, before: str, after: str, new_text: str) -> str:
    if before == after or _castable(before, after):
        return f"{column}::{new_text}"
    if before.endswith("multirange") and after == before.replace("multirange", "range"):
        return f"range_merge({column})"
    if after in _JSON:
        return f"to_{after}({column})"
    if before in _JSON:
        return f"({column} #>> '{{}}')::{new_text}"
    if before in _NUMBERS or after in _NUMBERS:
        return _number(column, before, after, new_text)
    if before == "date" and after in _CLOCKS:
        return f"{column}::timestamptz::{new_text}"
    if before in _CLOCKS and after in _TIMES:
        return f"('1970-01-01'::date + {column}::time)::{new_text}"
    if (before, after) == ("bytea", "text") or (before == "bytea" and after in _TEXTS):
        return f"convert_from({column}, 'UTF8')::{new_text}"
    if before in _TEXTS and after == "bytea":
        return f"convert_to({column}::text, 'UTF8')"
    return f"{column}::text::{new_text}"


def _number(column: str, before: str, after: str, new_text: str) -> str:
    """Return what makes something of a number, or a number of something."""
    if after == "bool":
        return f"{column} <> 0"
    if before == "bool":
        return f"{column}::integer::{new_text}"
    if before in _WHOLE and after == "uuid":  # so that what refers to it finds it again
        return f"lpad(to_hex({column}::bigint), 32, '0')::uuid"
    if before == "uuid" and after in _WHOLE:
        digits = f"right(replace({column}::text, '-', ''), 16)"
        return f"('x' || {digits})::bit(64)::bigint::{new_text}"
    if before == "money":
        return f"{column}::numeric::{new_text}"
    if before in _BITS or after in _BITS:
        return _bits(column, before, after, new_text)
    if before in _TIMES | _CLOCKS or before == "interval":
        return f"extract(epoch FROM {column})::{new_text}"
    if after in {"interval", "time"}:
        return f"make_interval(secs => {column})::{new_text}"
    if after in _TIMES:
        return f"to_timestamp({column})::{new_text}"
    return f"{column}::text::{new_text}"


def _bits(column: str, before: str, after: str, new_text: str) -> str:
    """Return what makes bits of a number, or a number of bits: its digits are no bits."""
    if "bit" in {before, after}:
        return f"{column}::bigint::{new_text}"
    if after == "varbit":
        return f"ltrim({column}::bigint::bit(64)::text, '0')::{new_text}"
    return f"lpad({column}::text, 64, '0')::bit(64)::bigint::{new_text}"


def _castable(before: str, after: str) -> bool:
    """Tell whether ``::`` converts directly."""
    if (before, after) == ("char", "int4"):
        return True
    if "char" in {before, after} and {before, after} & _NUMBERS - {"int4"}:
        return False  # the one byte of "char" is a number of its own kind
    if before in _TEXTS - {"char"}:  # that is none of the types whose casts read text
        return after != "bytea"
    if after in _TEXTS - {"char"}:
        return before != "bytea"
    if any(before in group and after in group for group in _GROUPS):
        return True
    if before.endswith("range") and after == before.replace("range", "multirange"):
        return True
    pairs = {("int4", "bool"), ("bool", "int4"), ("interval", "time"), ("time", "interval")}
    pairs |= {("timestamp", "time"), ("timestamptz", "time"), ("timestamptz", "timetz")}
    pairs |= {("int4", "money"), ("int8", "money"), ("numeric", "money"), ("money", "numeric")}
    pairs |= {("int4", "bit"), ("int8", "bit"), ("bit", "int4"), ("bit", "int8")}
    pairs |= {("macaddr", "macaddr8"), ("macaddr8", "macaddr"), ("box", "lseg"), ("lseg", "point")}
    pairs |= {(shape, "point") for shape in ("box", "circle", "polygon")}
    pairs |= {("point", "box"), ("polygon", "path"), ("path", "polygon")}
    return (before, after) in pairs


_PLACEHOLDERS: Final = {
    **dict.fromkeys(_NUMBERS, "0"),
    **dict.fromkeys(_TEXTS, "''"),
    **dict.fromkeys(_JSON, "'{}'"),
    "bool": "false",
    "bytea": "''",
    "uuid": "'00000000-0000-0000-0000-000000000000'",
    "date": "'1970-01-01'",
    "timestamp": "'1970-01-01'",
    "timestamptz": "'1970-01-01 00:00+00'",
    "time": "'00:00'",
    "timetz": "'00:00+00'",
    "interval": "'0'",
    "money": "0",
    "inet": "'0.0.0.0'",
    "cidr": "'0.0.0.0/0'",
    "macaddr": "'00:00:00:00:00:00'",
    "point": "'(0,0)'",
    "tsvector": "''",
    "xml": "''",
    "hstore": "''",
    "int4range": "'empty'",
    "int8range": "'empty'",
    "numrange": "'empty'",
    "tsrange": "'empty'",
    "tstzrange": "'empty'",
    "daterange": "'empty'",
    **dict.fromkeys(("int4multirange", "int8multirange", "nummultirange"), "'{}'"),
    **dict.fromkeys(("tsmultirange", "tstzmultirange", "datemultirange"), "'{}'"),
}


def placeholder(catalog: Catalog, type_: TypeName | None) -> str | None:
    """Return a value for the rows that exist when a column without a default must have one."""
    if type_ is None:
        return None
    if type_.dimensions:
        return "'{}'"
    if (enum := catalog.find_enum(type_.parts)) is not None:
        return string(enum.labels[0]) if enum.labels else None
    if (domain := catalog.find_domain(type_.parts)) is not None:
        return None if "CHECK" in domain.text.upper() else placeholder(catalog, domain.type)
    if (composite := catalog.find_composite(type_.parts)) is not None:
        return f"'({',' * (len(composite.columns) - 1)})'"
    return _PLACEHOLDERS.get(type_.parts[-1])


def is_text(type_: TypeName | None) -> bool:
    """Tell whether a type takes any letters."""
    return type_ is not None and not type_.dimensions and type_.parts[-1] in _TEXTS


def distinct(number: str, type_: TypeName | None) -> str | None:
    """Return a value made of a number, for the rows of a column in which values are unique."""
    kind = "" if type_ is None or type_.dimensions else type_.parts[-1]
    if kind in _NUMBERS or kind in _TEXTS:
        return number if kind in _NUMBERS else f"{number}::text"
    if kind == "uuid":
        return f"md5({number}::text)::uuid"
    if kind in _TIMES:
        return f"to_timestamp({number})"
    return None
