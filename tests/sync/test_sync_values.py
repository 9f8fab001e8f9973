# Generated from tests/database/test_values.py by `nox -s unasync`: edit that file.
"""The same values from every driver of PostgreSQL, and through it."""

from __future__ import annotations

import enum
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Any, cast
from uuid import UUID

import pytest

from flash_sync import (
    CopyTarget,
    Database,
    DatabaseError,
    DataError,
    QueriesBase,
    Sql,
    name_queries,
)

pytestmark = pytest.mark.anyio


class Role(enum.StrEnum):
    """What generated code passes for an enum."""

    ADMIN = "admin"
    QUOTED = 'it"s, {x}'


CASES: list[tuple[str, object]] = [
    ("boolean", True),
    ("smallint", 7),
    ("integer", -(2**31)),
    ("bigint", 2**63 - 1),
    ("integer", None),
    ("real", 1.5),
    ("double precision", 0.1),
    ("double precision", float("inf")),
    ("numeric", Decimal("12345678901234567890.123456789")),
    ("numeric(10, 2)", Decimal("1.50")),
    ("text", "a'b\\c\n$1 %s \N{SNOWMAN}"),
    ("varchar(10)", ""),
    ("char(3)", "ab "),
    ("bytea", b"\x00\xff'\\"),
    ("date", date(2024, 2, 29)),
    ("time", time(1, 2, 3, 456789)),
    ("time with time zone", time(1, 2, 3, tzinfo=timezone(timedelta(hours=2)))),
    ("timestamp", datetime(2024, 1, 2, 3, 4, 5, 678901)),  # noqa: DTZ001 - the type is naive
    ("timestamptz", datetime(2024, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)),
    ("interval", timedelta(days=-3, seconds=5, microseconds=7)),
    ("interval", timedelta(0)),
    ("uuid", UUID("12345678-1234-5678-1234-567812345678")),
    ("json", '{"a": [1, null, "x"]}'),
    ("jsonb", '{"a": [1, null, "x"]}'),
    ("role", "admin"),
    ("positive", 5),
    ("integer[]", [1, None, -3]),
    ("integer[]", []),
    ("integer[][]", [[1, 2], [3, 4]]),
    ("bigint[]", [1, 2**40]),
    ("text[]", ["a,b", 'c"d', "e\\f", "NULL", "", "{g}", None]),
    ("numeric[]", [Decimal("1.5")]),
    ("boolean[]", [True, False]),
    ("uuid[]", [UUID(int=1)]),
    ("bytea[]", [b"\x00", b""]),
    ("date[]", [date(2024, 1, 1)]),
    ("timestamptz[]", [datetime(2024, 1, 1, tzinfo=UTC)]),
    ("interval[]", [timedelta(days=1, hours=2)]),
    ("jsonb[]", ['{"a": 1}', "[]"]),
    ("role[]", ["admin", 'it"s, {x}']),
    ("positive[]", [1, 2]),
]


@pytest.fixture
def typed(postgresql: Database) -> Database:
    """A database with an enum and a domain."""
    postgresql.execute_script(
        """
        CREATE TYPE role AS ENUM ('admin', 'it"s, {x}');
        CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
        """
    )
    return postgresql


@pytest.mark.parametrize(("type_", "value"), CASES)
def test_a_value_comes_back_as_it_went(typed: Database, type_: str, value: object) -> None:
    typed.execute(f"CREATE TABLE one (v {type_})")
    sql = Sql[tuple[object]]("INSERT INTO one VALUES ($1) RETURNING v")
    name_queries("db/queries/one.sql", {sql: ("AddOne", 1)})
    for _ in range(2):  # the first time looks types up, and what can be sent in binary
        back = typed.fetchval(sql, value)
        assert back == value
        assert isinstance(back, type(value))
        assert repr(back) == repr(value)


def test_an_enum_member_is_sent_as_its_text(typed: Database) -> None:
    typed.execute("CREATE TABLE one (v role, w role[])")
    typed.execute("INSERT INTO one VALUES ($1, $2)", Role.ADMIN, [Role.QUOTED, Role.ADMIN])
    row = QueriesBase(typed).fetchrow("SELECT v, w FROM one WHERE v = $1", Role.ADMIN)
    assert row == ("admin", ['it"s, {x}', "admin"])
    rows = QueriesBase(typed).fetch("SELECT v FROM one WHERE v = ANY ($1)", [Role.ADMIN])
    assert rows == [("admin",)]


def test_several_types_of_the_user_in_one_result(typed: Database) -> None:
    sql = "SELECT 'admin'::role, ARRAY['admin'::role], ARRAY[3::positive], ARRAY[NULL::role]"
    expected = ("admin", ["admin"], [3], [None])
    assert QueriesBase(typed).fetch(sql) == [expected]
    with typed.transaction() as tx:
        assert QueriesBase(tx).fetchrow(sql) == expected


def test_the_server_infers_the_types_of_arguments(typed: Database) -> None:
    """A small int must not become a smallint where the statement means an integer."""
    db = QueriesBase(typed)
    assert db.fetchval("SELECT pg_typeof($1 + 1)::text", 1) == "integer"
    assert db.fetchval("SELECT pg_typeof(array_append(ARRAY[1], $1))::text", 1) == "integer[]"
    assert db.fetchval("SELECT $1::int4 = ANY ($2)", 3, [1, 2, 3]) is True
    assert db.fetchval("SELECT coalesce($1, 'x') || 'y'", None) == "xy"
    assert db.fetchval("SELECT sum(x) FROM generate_series(1, $1) x", 4) == 10
    assert db.fetch("SELECT x FROM generate_series(1, 5) x LIMIT $1 OFFSET $2", 1, 2) == [(3,)]


def test_timestamptz_is_utc_whatever_the_time_zone_of_the_session(typed: Database) -> None:
    with typed.transaction() as tx:
        tx.execute("SET LOCAL TIME ZONE 'Europe/Vienna'")
        value = tx.fetchval(Sql[tuple[datetime]]("SELECT timestamptz '2024-07-01 12:00+00'"))
    assert repr(value) == repr(datetime(2024, 7, 1, 12, tzinfo=UTC))


def test_intervals_of_months_count_alike(typed: Database) -> None:
    sql = Sql[tuple[timedelta]]("SELECT interval '1 year 2 months 3 days 4 hours'")
    assert typed.fetchval(sql) == timedelta(days=365 + 60 + 3, hours=4)


def test_json_written_as_text_is_json(typed: Database) -> None:
    typed.execute("CREATE TABLE one (v jsonb)")
    typed.execute("INSERT INTO one VALUES ($1)", '{"a": {"b": 2}}')
    assert QueriesBase(typed).fetchval("SELECT v -> 'a' ->> 'b' FROM one") == "2"
    assert QueriesBase(typed).fetchval("SELECT v -> $1 FROM one", "a") == '{"b": 2}'


@pytest.mark.parametrize(
    "value",
    [
        *("date '0044-03-15 BC'", "timestamp '0044-03-15 BC'", "timestamptz '0044-03-15 BC'"),
        *("date '20000-01-01'", "timestamptz '9999-12-31 23:59-05'", "ARRAY[date '20000-01-01']"),
        *("time '24:00'", "timetz '24:00+02'", "daterange '[20000-01-01,]'"),
    ],
)
def test_what_python_has_not_is_a_data_error(typed: Database, value: str) -> None:
    with typed.transaction() as tx:
        for _ in range(2):
            with pytest.raises(DataError):
                tx.fetch(Sql[tuple[object]](f"SELECT {value}"))
            with pytest.raises(DataError):
                tx.fetchval(Sql[tuple[object]](f"SELECT {value}"))
        assert tx.fetchval(Sql[tuple[str]]("SELECT 'as before'")) == "as before"


def test_infinite_dates_are_the_first_and_the_last(typed: Database) -> None:
    rows = QueriesBase(typed).fetch(
        "SELECT date 'infinity', timestamp '-infinity', ARRAY[timestamp 'infinity', NULL],"
        " daterange('2024-01-01', 'infinity'), timestamp '2024-01-02' FROM generate_series(1, 2)"
    )
    last = datetime.max  # noqa: DTZ901 - the type is naive
    for day, first, times, span, usual in rows:
        assert (day, first, times) == (date.max, datetime.min, [last, None])  # noqa: DTZ901 - same
        assert cast("Any", span).upper == date.max  # of a class of the driver's
        assert usual == datetime(2024, 1, 2)  # noqa: DTZ001 - same


def test_the_first_and_the_last_date_are_sent_as_infinite(typed: Database) -> None:
    typed.execute_script("CREATE TABLE t (d date, m timestamp, a date[])")
    row = (date.max, datetime.min, [date.min, None])  # noqa: DTZ901 - the type is naive
    typed.execute("INSERT INTO t VALUES ($1, $2, $3)", *row)
    types = ("date", "timestamp without time zone", "date[]")
    typed.copy_rows(CopyTarget(("t",), ("d", "m", "a"), types), [row], tuple)
    names = types[:2]  # which are copied in binary
    typed.copy_rows(CopyTarget(("t",), ("d", "m"), names), [row[:2]], tuple)
    found = QueriesBase(typed).fetch("SELECT d::text, m::text, a::text FROM t")
    assert [each[:2] for each in map(tuple, found)] == [("infinity", "-infinity")] * 3
    assert [each[2] for each in found] == ["{-infinity,NULL}", "{-infinity,NULL}", None]


def test_a_value_that_cannot_be_copied_is_a_data_error(typed: Database) -> None:
    typed.execute_script("CREATE TABLE t (n integer)")
    for value in ("text", object()):
        with pytest.raises(DatabaseError):
            typed.copy_rows(CopyTarget(("t",), ("n",), ("integer",)), [(value,)], tuple)
    assert QueriesBase(typed).fetchval("SELECT count(*) FROM t") == 0


def test_rows_are_read_by_the_settings_that_the_session_has_now(
    postgresql: Database,
) -> None:
    question = Sql[tuple[date, timedelta]]("SELECT $1::date, $2::interval")
    values = (date(2024, 2, 1), timedelta(hours=1))
    with postgresql.transaction() as tx:
        for style in ("SQL, DMY", "German", "ISO"):
            tx.execute(f"SET DateStyle = {style}")
            assert tx.fetchrow(question, *values) == values


def test_a_column_of_a_generated_query_may_get_another_type(
    postgresql: Database,
) -> None:
    text = "SELECT id, note FROM changing WHERE id = $1"
    name_queries("db/queries/changing.sql", {text: ("GetChanging", 1)})
    query = Sql[tuple[int, object]](text)
    postgresql.execute_script("CREATE TABLE changing (id int, note text)")
    postgresql.execute("INSERT INTO changing VALUES (1, '[1]')")
    for _ in range(3):
        assert postgresql.fetchrow(query, 1) == (1, "[1]")
    postgresql.execute_script("ALTER TABLE changing ALTER note TYPE json USING note::json")
    with suppress(DatabaseError):  # the plan of the statement is one for the old type
        postgresql.fetchrow(query, 1)
    assert postgresql.fetchrow(query, 1) == (1, "[1]")


def test_a_generated_query_reads_infinite_dates_as_well(postgresql: Database) -> None:
    text = "SELECT ($1::text)::date, ($1::text)::timestamp, ($1::text)::timestamptz"
    name_queries("db/queries/dates.sql", {text: ("GetDates", 1)})
    query = Sql[tuple[date, datetime, datetime]](text)
    first, last = datetime.min, datetime.max  # noqa: DTZ901 - the type is naive
    usual = datetime(2024, 1, 2)  # noqa: DTZ001 - same
    for written, value in (
        *(("2024-01-02 00:00Z", usual), ("2024-01-02 00:00Z", usual)),
        *(("infinity", last), ("-infinity", first), ("2024-01-02 00:00Z", usual)),
    ):
        row = postgresql.fetchrow(query, written)
        assert row is not None
        # asyncpg's infinity has no time zone
        assert (row[0], row[1], row[2].replace(tzinfo=None)) == (value.date(), value, value)
