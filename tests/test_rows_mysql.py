"""Rows built of the bytes of MySQL's text protocol: equal to what Python reads, safe with any bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flash_core.rows import DATE, DATETIME, FLOAT, INTEGER, OTHER, READS_MYSQL, row_builder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

pytestmark = pytest.mark.skipif(not READS_MYSQL, reason="the extension was not compiled")


@dataclass(slots=True)
class Event:
    """A row with a column of each kind."""

    id: int | None
    name: str | None
    day: date | None
    moment: datetime | None
    lasted: float | None


def decoded(value: bytes) -> str:
    """Return what a driver returns for a date that Python has not."""
    return value.decode()


def seconds(value: str) -> timedelta:
    """Return a time that a function of the driver's reads."""
    return timedelta(seconds=int(value))


BUILD = row_builder(Event)
COLUMNS: tuple[tuple[int, str | None, Callable[..., object] | None], ...] = (
    (INTEGER, None, int),
    (OTHER, "utf8", None),
    (DATE, None, decoded),
    (DATETIME, None, decoded),
    (FLOAT, None, float),
)


def lenenc(value: str | None) -> bytes:
    """Return a value as the server sends it, its length before it."""
    if value is None:
        return b"\xfb"
    raw = value.encode()
    size = len(raw)
    if size < 0xFB:
        return bytes([size]) + raw
    if size < 1 << 16:
        return b"\xfc" + size.to_bytes(2, "little") + raw
    return b"\xfd" + size.to_bytes(3, "little") + raw


def packets(rows: Sequence[Sequence[str | None]], first: int = 0) -> bytes:
    """Return rows as the server sends them."""
    payloads = [b"".join(map(lenenc, row)) for row in rows]
    return b"".join(
        len(payload).to_bytes(3, "little") + bytes([(first + number) % 256]) + payload
        for number, payload in enumerate(payloads)
    )


def read(data: bytes, sequence: int = 0) -> tuple[list[Event], int, int]:
    """Return what was built, where the rest begins and its number."""
    rows: list[Event] = []
    at, sequence = BUILD.read_mysql(data, 0, len(data), sequence, COLUMNS, rows)
    return rows, at, sequence


def written(moment: datetime, places: int) -> str:
    """Return a DATETIME with so many digits behind its point."""
    text = moment.strftime("%Y-%m-%d %H:%M:%S").zfill(19)
    return f"{text}.{moment.microsecond:06}"[: 20 + places] if places else text


@st.composite
def events(draw: st.DrawFn) -> tuple[Event, list[str | None]]:
    """Return a row and how the server writes it."""
    number = draw(st.none() | st.integers(-(2**63), 2**64 - 1))
    name = draw(st.none() | st.text(st.characters(codec="utf-8"), max_size=300))
    day = draw(st.none() | st.dates())
    places = draw(st.integers(0, 6))
    moment = draw(st.none() | st.datetimes())
    if moment is not None:
        unit = 10 ** (6 - places)
        moment = moment.replace(microsecond=moment.microsecond // unit * unit)
    lasted = draw(st.none() | st.floats(allow_nan=False, allow_infinity=False))
    texts = [
        None if number is None else str(number),
        name,
        None if day is None else day.isoformat(),
        None if moment is None else written(moment, places),
        None if lasted is None else repr(lasted),
    ]
    return Event(number, name, day, moment, lasted), texts


@given(st.lists(events()), st.integers(0, 255))
def test_values_are_those_that_were_written(
    found: list[tuple[Event, list[str | None]]], first: int
) -> None:
    data = packets([texts for _, texts in found], first)
    expected = [event for event, _ in found]
    assert read(data, first) == (expected, len(data), (first + len(found)) % 256)


@given(events(), events(), st.data())
def test_what_has_not_arrived_whole_is_left(
    one: tuple[Event, list[str | None]], two: tuple[Event, list[str | None]], data: st.DataObject
) -> None:
    size = len(packets([one[1]]))
    both = packets([one[1], two[1]])
    cut = data.draw(st.integers(0, len(both) - 1))
    assert read(both[:cut]) == (([one[0]], size, 1) if cut >= size else ([], 0, 0))


@given(st.binary(max_size=200) | st.binary(max_size=60).map(lambda raw: packets([["1"]]) + raw))
def test_no_bytes_do_harm(data: bytes) -> None:
    try:
        rows, at, _ = read(data)
    except ValueError:
        return
    assert 0 <= at <= len(data)
    assert all(isinstance(row, Event) for row in rows)


DATES = st.text("0123456789-", min_size=8, max_size=11) | st.builds(
    "{:04}-{:02}-{:02}".format, st.integers(0, 9999), st.integers(0, 13), st.integers(0, 32)
)
CLOCKS = st.text("0123456789-:. T", max_size=20) | st.builds(
    " {:02}:{:02}:{:02}{}".format,
    *[st.integers(0, 61)] * 3,
    st.sampled_from(["", ".", ".5", ".123456", ".1234567", ".x", "Z"]),
)


@given(DATES, DATES, CLOCKS)
def test_a_date_is_read_as_python_reads_it_or_left(day: str, other: str, clock: str) -> None:
    rows, at, sequence = read(packets([["1", "", day, other + clock, "1"]]))
    if not rows:
        assert (at, sequence) == (0, 0)
        return
    (row,) = rows
    assert row.day == date.fromisoformat(day)
    assert row.moment == datetime.fromisoformat(other + clock)


@pytest.mark.parametrize(
    ("day", "moment"),
    [
        ("0000-00-00", "2024-01-01 00:00:00"),
        ("2024-02-30", "2024-01-01 00:00:00"),
        ("1900-02-29", "2024-01-01 00:00:00"),
        ("2024-01-01", "0000-00-00 00:00:00"),
        ("2024-01-01", "2024-00-10 00:00:00"),
        ("2024-01-01", "2024-01-01 24:00:00"),
    ],
)
def test_a_row_with_a_date_that_python_has_not_is_left_and_those_before_it_are_built(
    day: str, moment: str
) -> None:
    good: list[str | None] = ["1", "a", "2024-02-29", "2000-02-29 23:59:59.999999", "0.5"]
    event = Event(
        1, "a", date(2024, 2, 29), datetime.fromisoformat("2000-02-29 23:59:59.999999"), 0.5
    )
    rows, at, sequence = read(packets([good, ["2", "b", day, moment, "1"], good]))
    assert rows == [event]
    assert (at, sequence) == (len(packets([good])), 1)


@pytest.mark.parametrize("begin", [b"\xfe\x00\x00\x02\x00", b"\xff\x15\x04#42000No", b"", b"\xfb"])
def test_what_is_no_row_is_left(begin: bytes) -> None:
    one: list[str | None] = [None] * 5
    data = packets([one])
    end = len(begin).to_bytes(3, "little") + b"\x01" + begin
    if begin == b"\xfb":  # a row with fewer values than there are columns
        with pytest.raises(ValueError, match="ends within a value"):
            read(data + end)
    else:
        assert read(data + end) == ([Event(None, None, None, None, None)], len(data), 1)
        assert read(data, sequence=7) == ([], 0, 7)  # not the packet that is due


def test_numbers_are_read_as_the_function_reads_them() -> None:
    texts = ["1e5", "-0.5", "1e400", "1_0", "+.5", "5.", " 1", "0" * 50, "nan", "-inf"]
    rows, *_ = read(packets([[*[None] * 4, text] for text in texts]))
    assert [repr(row.lasted) for row in rows] == [repr(float(text)) for text in texts]
    texts = ["007", "-0", "+5", " 6", "1_000", "1" * 40, "-" + "9" * 18, "-" + "9" * 19]
    rows, *_ = read(packets([[text, *[None] * 4] for text in texts]))
    assert [row.id for row in rows] == list(map(int, texts))
    for wrong in ("", "x", "1 2", "0x1"):
        with pytest.raises(ValueError, match="invalid literal"):
            read(packets([[wrong, *[None] * 4]]))
        with pytest.raises(ValueError, match="could not convert"):
            read(packets([[*[None] * 4, wrong]]))


def test_values_are_decoded_after_they_are_read() -> None:
    @dataclass(slots=True)
    class Flag:
        on: bool
        text: str

    rows: list[Flag] = []
    build = row_builder(Flag, on=bool, text=str.upper)
    columns = ((INTEGER, None, int), (OTHER, "latin-1", None))
    data = b"\x04\x00\x00\x00\x012\x01\xe9" + b"\x04\x00\x00\x01\x010\x01e"
    assert build.read_mysql(data, 0, len(data), 0, columns, rows) == (len(data), 2)
    assert rows == [Flag(on=True, text="É"), Flag(on=False, text="E")]

    def fail(value: str) -> str:
        raise ArithmeticError(value)

    with pytest.raises(ArithmeticError):
        row_builder(Flag, text=fail).read_mysql(data, 0, len(data), 0, columns, rows)


def test_the_wrong_columns_or_bytes_are_refused() -> None:
    data = packets([["1", *[None] * 4]])
    named = packets([["1", "a", *[None] * 3]])
    wrong: list[tuple[type[Exception], tuple[Any, ...]]] = [
        (TypeError, (data, 0, len(data), 0, COLUMNS[1:], [])),
        (TypeError, (data, 0, len(data), 0, (1, *COLUMNS[1:]), [])),
        (TypeError, (data, 0, len(data), 0, COLUMNS, ())),
        (TypeError, ("text", 0, 4, 0, COLUMNS, [])),
        (IndexError, (data, 0, len(data) + 1, 0, COLUMNS, [])),
        (IndexError, (data, 2, 1, 0, COLUMNS, [])),
        (IndexError, (data, -1, 1, 0, COLUMNS, [])),
        (LookupError, (named, 0, len(named), 0, columns_in("no such"), [])),
    ]
    for error, args in wrong:
        with pytest.raises(error):
            BUILD.read_mysql(*args)


def columns_in(encoding: str) -> tuple[tuple[int, str | None, Any], ...]:
    """Return the columns with texts in an encoding."""
    return (COLUMNS[0], (OTHER, encoding, None), *COLUMNS[2:])


def test_what_a_function_makes_of_a_value_is_taken() -> None:
    @dataclass(slots=True)
    class Lap:
        time: timedelta

    rows: list[Lap] = []
    columns = ((OTHER, "ascii", seconds),)
    data = packets([["90"]])
    row_builder(Lap).read_mysql(data, 0, len(data), 0, columns, rows)
    assert rows == [Lap(timedelta(seconds=90))]
