"""PostgreSQL's type names, literals and call notations, without a server."""

from __future__ import annotations

import pytest

from flash_core.catalog.model import Catalog
from flash_core.engine import Engine
from flash_core.sql.source import Span
from flash_core.sql.syntax import Literal, LiteralKind, TypeName
from flash_core.types.model import UNKNOWN, CallKind, Nulls, SqlType, TypeKind
from flash_core.types.systems import type_system

POSTGRES = type_system(Engine.POSTGRESQL, Catalog(Engine.POSTGRESQL))
NOWHERE = Span(0, 0)

INTEGER = SqlType("integer")
TEXT = SqlType("text")
EMAIL = SqlType("email", TypeKind.DOMAIN, element=TEXT)
MOOD = SqlType("mood", TypeKind.ENUM)
STATE = SqlType("state", TypeKind.ENUM, "app")


def array(element: SqlType) -> SqlType:
    return SqlType(f"{element}[]", TypeKind.ARRAY, element.schema, element)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("int4",), "integer"),
        (("pg_catalog", "int4"), "integer"),
        (("varchar",), "character varying"),
        (("bpchar",), "character"),
        (("char",), '"char"'),
        (("float8",), "double precision"),
        (("timestamptz",), "timestamp with time zone"),
        (("timestamp",), "timestamp without time zone"),
        (("numeric",), "numeric"),
        (("serial",), "integer"),
        (("bigserial",), "bigint"),
        (("smallserial",), "smallint"),
        (("jsonb",), "jsonb"),
    ],
)
def test_built_in_types_have_their_printed_names(
    parts: tuple[str, ...], expected: str, user_types: Catalog
) -> None:
    assert type_system(Engine.POSTGRESQL, user_types).named(
        TypeName(parts, span=NOWHERE)
    ) == SqlType(expected)


@pytest.mark.parametrize(
    ("parts", "dimensions", "expected"),
    [
        (("text",), 1, array(TEXT)),
        (("int4",), 3, array(INTEGER)),
        (("_text",), 0, array(TEXT)),
        (("mood",), 0, MOOD),
        (("mood",), 1, array(MOOD)),
        (("_mood",), 0, array(MOOD)),
        (("public", "mood"), 0, MOOD),
        (("app", "state"), 1, array(STATE)),
        (("state",), 0, None),
        (("email",), 0, EMAIL),
        (("work_email",), 0, SqlType("work_email", TypeKind.DOMAIN, element=EMAIL)),
        (("pair",), 0, SqlType("pair", TypeKind.COMPOSITE)),
        (("loop",), 0, None),
        (("no_such",), 0, None),
        (("public", "text"), 0, None),
        (("int4range",), 0, SqlType("int4range", TypeKind.RANGE, element=INTEGER)),
        (
            ("int4multirange",),
            0,
            SqlType(
                "int4multirange",
                TypeKind.MULTIRANGE,
                element=SqlType("int4range", TypeKind.RANGE, element=INTEGER),
            ),
        ),
    ],
)
def test_arrays_domains_and_ranges_know_their_element(
    parts: tuple[str, ...], dimensions: int, expected: SqlType | None, user_types: Catalog
) -> None:
    name = TypeName(parts, dimensions=dimensions, span=NOWHERE)
    assert type_system(Engine.POSTGRESQL, user_types).named(name) == expected


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (LiteralKind.INTEGER, "2147483647", "integer"),
        (LiteralKind.INTEGER, "2147483648", "bigint"),
        (LiteralKind.INTEGER, "-2147483648", "integer"),
        (LiteralKind.INTEGER, "9223372036854775808", "numeric"),
        (LiteralKind.INTEGER, "0xFFFF_FFFF", "bigint"),
        (LiteralKind.INTEGER, "007", "integer"),
        (LiteralKind.DECIMAL, "1.5e3", "numeric"),
        (LiteralKind.BOOLEAN, "true", "boolean"),
        (LiteralKind.BITS, "01", "bit"),
        (LiteralKind.STRING, "x", "unknown"),
        (LiteralKind.NULL, "", "unknown"),
    ],
)
def test_constants_have_the_type_the_server_gives_them(
    kind: LiteralKind, text: str, expected: str
) -> None:
    assert str(POSTGRES.literal(Literal(kind, text, span=NOWHERE))) == expected


def test_sql_values_have_their_types() -> None:
    names = ("CURRENT_DATE", "CURRENT_TIMESTAMP", "LOCALTIME", "CURRENT_USER")
    assert [str(POSTGRES.sql_value(name)) for name in names] == [
        "date",
        "timestamp with time zone",
        "time without time zone",
        "name",
    ]


def test_named_arguments_may_come_in_any_order() -> None:
    found = POSTGRES.function(["make_interval"], [UNKNOWN, UNKNOWN], names=["secs", "days"])
    assert found is not None
    assert found.arguments == (SqlType("double precision"), INTEGER)
    assert found.argument_names == ("secs", "days")
    assert POSTGRES.function(["make_interval"], [INTEGER], names=["dayz"]) is None
    assert POSTGRES.function(["make_interval"], [INTEGER, INTEGER], names=["days", "days"]) is None


def test_variadic_takes_an_array_where_it_is_marked() -> None:
    jsonb = SqlType("jsonb")
    spread = POSTGRES.function(["jsonb_extract_path"], [jsonb, UNKNOWN, UNKNOWN])
    marked = POSTGRES.function(["jsonb_extract_path"], [jsonb, UNKNOWN], variadic=True)
    assert spread is not None
    assert marked is not None
    assert spread.arguments == (jsonb, TEXT, TEXT)
    assert marked.arguments == (jsonb, array(TEXT))
    assert POSTGRES.function(["lower"], [array(TEXT)], variadic=True) is None
    assert POSTGRES.function(["concat"], [TEXT], variadic=True) is None


def test_only_count_takes_a_star() -> None:
    found = POSTGRES.function(["count"], [], star=True)
    assert found is not None
    assert (found.kind, found.nulls) == (CallKind.AGGREGATE, Nulls.NEVER)
    assert POSTGRES.function(["sum"], [], star=True) is None
    assert POSTGRES.function(["now"], [], star=True) is None
    assert POSTGRES.function(["count"], []) is None


def test_a_quoted_string_in_a_type_s_name_is_a_cast() -> None:
    quoted = POSTGRES.function(["date"], [UNKNOWN], constants=["2020-01-01"])
    assert quoted is not None
    assert quoted.arguments == (SqlType("date"),)
    parameter = POSTGRES.function(["date"], [UNKNOWN], constants=[None])
    assert parameter is not None
    assert parameter.arguments == (SqlType("timestamp with time zone"),)


@pytest.mark.parametrize(
    ("part", "of", "nulls"),
    [
        ("year", "timestamp with time zone", Nulls.STRICT),
        ("EPOCH", "date", Nulls.STRICT),
        ("month", "timestamp with time zone", Nulls.LOSSY),
        ("day", "interval", Nulls.STRICT),
        ("month", "interval", Nulls.LOSSY),
        ("hour", "time without time zone", Nulls.STRICT),
        (None, "date", Nulls.LOSSY),
    ],
)
def test_infinity_has_a_year_but_no_month(part: str | None, of: str, nulls: Nulls) -> None:
    found = POSTGRES.function(["extract"], [UNKNOWN, SqlType(of)], constants=[part, None])
    assert found is not None
    assert found.nulls is nulls


def test_schemas_hide_built_in_functions() -> None:
    assert POSTGRES.has_function(["pg_catalog", "lower"])
    assert not POSTGRES.has_function(["public", "lower"])
    assert POSTGRES.function(["public", "lower"], [TEXT]) is None
    assert not POSTGRES.has_function(["lowr"])
    assert "lower" in POSTGRES.function_names()


def test_a_table_function_tells_its_columns() -> None:
    found = POSTGRES.function(["jsonb_each"], [UNKNOWN])
    assert found is not None
    assert (found.kind, found.nulls) == (CallKind.TABLE, Nulls.STRICT)
    assert found.columns == (("key", TEXT), ("value", SqlType("jsonb")))


def test_grouping_is_the_grammar_s_own() -> None:
    found = POSTGRES.function(["grouping"], [TEXT, INTEGER])
    assert found is not None
    assert (found.result, found.nulls) == (INTEGER, Nulls.NEVER)
