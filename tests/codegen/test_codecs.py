"""Values survive the way to the database and back, in the form the database's own functions use."""

from __future__ import annotations

import enum
import sqlite3
import struct
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flash_core import DataError, codecs

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from flash_core.values import JsonValue


class Flag(enum.StrEnum):
    """The labels of SET('b', 'a')."""

    B = "b"
    A = "a"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


def _through_sqlite(declared: str, value: object) -> object:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"CREATE TABLE t (x {declared})")
        connection.execute("INSERT INTO t VALUES (?1)", (value,))
        found: object = connection.execute("SELECT x FROM t").fetchone()[0]
        return found


@given(st.datetimes())
def test_a_time_comes_back_as_it_went(value: datetime) -> None:
    raw = _through_sqlite("DATETIME", codecs.dump_datetime(value))
    assert codecs.load_datetime(cast("str", raw)) == value


@given(st.dates())
def test_a_date_comes_back_as_it_went(value: date) -> None:
    assert codecs.load_date(cast("str", _through_sqlite("DATE", codecs.dump_date(value)))) == value


@given(st.times())
def test_a_time_of_day_comes_back_as_it_went(value: time) -> None:
    assert codecs.load_time(cast("str", _through_sqlite("TIME", codecs.dump_time(value)))) == value


@given(st.uuids())
def test_a_uuid_comes_back_as_it_went(value: UUID) -> None:
    assert codecs.load_uuid(cast("str", _through_sqlite("UUID", str(value)))) == value
    assert codecs.load_uuid(value.bytes) == value


@given(JSON)
def test_json_comes_back_as_it_went_as_text(value: JsonValue) -> None:
    assert codecs.load_json(codecs.dump_json(value)) == value


@pytest.mark.parametrize("value", [None, True, 1, 1.5, -3, "1", "text", [], {}, [1, {"a": None}]])
def test_json_comes_back_from_a_column_declared_json(value: JsonValue) -> None:
    # Its affinity is NUMERIC: the text of a number is stored as that number.
    raw = cast("str", _through_sqlite("JSON", codecs.dump_json(value)))
    assert codecs.load_json(raw) == value


@pytest.mark.parametrize("text", ["0", "1.5", "-12.25", "100", "0.1"])
def test_a_decimal_comes_back_with_its_value(text: str) -> None:
    raw = _through_sqlite("DECIMAL(10, 2)", str(Decimal(text)))
    assert codecs.load_decimal(cast("float", raw)) == Decimal(text)


def test_what_sqlite_itself_writes_is_read() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        query = "SELECT CURRENT_TIMESTAMP, CURRENT_DATE, CURRENT_TIME, unixepoch()"
        timestamp, day, hour, epoch = connection.execute(query).fetchone()
    at = codecs.load_datetime(timestamp)
    assert (at.date(), at.time()) == (codecs.load_date(day), codecs.load_time(hour))
    assert abs(codecs.load_datetime(epoch) - at) <= timedelta(seconds=1)
    assert codecs.load_date(timestamp) == at.date()
    assert codecs.load_time(timestamp) == at.time()


def test_numbers_are_seconds_since_1970_also_before_it() -> None:
    assert codecs.load_datetime(0) == datetime(1970, 1, 1)  # noqa: DTZ001 - SQLite's times carry no zone
    assert codecs.load_datetime(-0.5) == datetime(1969, 12, 31, 23, 59, 59, 500000)  # noqa: DTZ001 - same
    assert codecs.load_date(86400) == date(1970, 1, 2)
    assert codecs.load_time(61) == time(0, 1, 1)


def test_an_aware_time_is_written_in_utc_so_that_texts_sort_as_times_do() -> None:
    east = datetime(2024, 1, 1, 1, 30, tzinfo=timezone(timedelta(hours=2)))
    assert codecs.dump_datetime(east) == "2023-12-31 23:30:00"
    assert codecs.dump_datetime(east.astimezone(UTC)) == "2023-12-31 23:30:00"


def test_the_date_of_a_datetime_is_its_day() -> None:
    assert codecs.dump_date(datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)) == "2024-01-02"


@given(st.lists(st.floats(width=32, allow_nan=False)))
def test_a_vector_comes_back_as_it_went_as_little_endian_floats(value: list[float]) -> None:
    raw = codecs.dump_vector(value)
    assert raw == b"".join(struct.pack("<f", number) for number in value)
    assert codecs.load_vector(raw) == value


@given(st.integers(0, 2**64 - 1))
def test_bits_are_a_number_with_its_high_bits_first(value: int) -> None:
    assert codecs.load_bits(value.to_bytes(8, "big")) == value
    assert codecs.load_bits(value.to_bytes(8, "big").lstrip(b"\0")) == value
    assert codecs.load_bits(value) == value


def test_a_set_is_written_in_the_order_of_its_labels() -> None:
    """So ``flags = 'b,a'`` compares as the server stores it."""
    assert codecs.dump_set({Flag.A, Flag.B}, Flag) == "b,a"
    assert codecs.dump_set(frozenset(), Flag) == ""
    assert codecs.load_set("b,a", Flag) == {Flag.A, Flag.B}
    assert codecs.load_set("", Flag) == frozenset()
    with pytest.raises(ValueError, match="'c' is not a valid Flag"):
        codecs.load_set("a,c", Flag)


def test_what_a_converter_of_the_users_has_read_already_is_left_as_it_is() -> None:
    """Django registers some with sqlite3, for every connection that detects types."""
    moment = datetime(2024, 2, 29, 1, 2, 3)  # noqa: DTZ001 - SQLite's are naive
    assert codecs.load_datetime(moment) == moment
    assert codecs.load_date(moment.date()) == moment.date()
    assert codecs.load_date(codecs.load_datetime(moment).isoformat()) == moment.date()
    assert codecs.load_time(moment.time()) == moment.time()


@pytest.mark.parametrize(
    ("load", "raw"),
    [
        *((codecs.load_date, raw) for raw in ("no date", "", "2024-02-30", "0000-00-00", 1e300)),
        *((codecs.load_datetime, raw) for raw in ("no time", "", "2024-13-01 00:00", -1e12, b"x")),
        *((codecs.load_time, raw) for raw in ("no time", "", "25:00", float("inf"))),
        *((codecs.load_decimal, raw) for raw in ("no number", "", b"1")),
        *((codecs.load_uuid, raw) for raw in ("no uuid", "", b"", 7)),
        *((codecs.load_json, raw) for raw in ("no json", "", "{", b"\xff", "x" * 1000)),
    ],
)
def test_what_python_cannot_read_is_a_data_error_that_shows_it(
    load: Callable[[object], object], raw: object
) -> None:
    with pytest.raises(DataError, match=r"^the database holds .{1,62}, which is no") as caught:
        load(raw)
    assert caught.value.__cause__ is not None
    assert repr(raw)[:20] in str(caught.value)
