"""Values between Python and drivers that deliver text: what generated code calls per value.

SQLite stores dates, decimals, UUIDs and JSON as text or numbers; JSON arrives as text from
every driver, and MySQL's bits and vectors as bytes.  ``load_…`` turns what a driver delivers
into the annotated type, ``dump_…`` goes back.  NULL never gets here.

Neither asynchronous nor synchronous; both runtimes share it.

Depends on: errors, ranges, values.
"""

from __future__ import annotations

import json
import re
import sys
from array import array
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from ipaddress import (
    IPv4Address,
    IPv4Interface,
    IPv4Network,
    IPv6Address,
    IPv6Interface,
    IPv6Network,
)
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeAlias, TypeVar, cast
from uuid import UUID

from .errors import DataError
from .ranges import Multirange, Range, Ranges

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from enum import StrEnum

    from .values import JsonValue

__all__ = [
    "InetAddress",
    "IpNetwork",
    "RawRange",
    "dump_date",
    "dump_datetime",
    "dump_hstore",
    "dump_items",
    "dump_json",
    "dump_json_list",
    "dump_list",
    "dump_multirange",
    "dump_range",
    "dump_set",
    "dump_time",
    "dump_vector",
    "dump_vector_text",
    "load_array",
    "load_bit",
    "load_bits",
    "load_date",
    "load_datetime",
    "load_decimal",
    "load_hstore",
    "load_json",
    "load_list",
    "load_multirange",
    "load_range",
    "load_set",
    "load_time",
    "load_uuid",
    "load_vector",
    "load_vector_text",
]

InetAddress: TypeAlias = IPv4Address | IPv6Address | IPv4Interface | IPv6Interface
"""PostgreSQL ``inet``: a host, or a host with its network."""

IpNetwork: TypeAlias = IPv4Network | IPv6Network
"""PostgreSQL ``cidr``."""

_EPOCH: Final = datetime(1970, 1, 1)  # noqa: DTZ001 - SQLite's times carry no zone
_fromisoformat: Final = datetime.fromisoformat
_ISO_DATE_LENGTH: Final = 10
_LONG: Final = 60

EnumT = TypeVar("EnumT", bound="StrEnum")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
RawT = TypeVar("RawT")

_PAIR: Final = re.compile(r'"((?:[^"\\]|\\.)*)"=>(?:"((?:[^"\\]|\\.)*)"|NULL)', re.DOTALL)
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)


class RawRange(Protocol[T_co]):
    """A range as asyncpg and psycopg deliver it, each in a class of its own."""

    @property
    def lower(self) -> T_co | None:
        """The lower bound."""
        ...

    @property
    def upper(self) -> T_co | None:
        """The upper bound."""
        ...

    @property
    def lower_inc(self) -> bool:
        """The lower bound is part of it."""
        ...

    @property
    def upper_inc(self) -> bool:
        """The upper bound is part of it."""
        ...

    @property
    def isempty(self) -> bool:
        """Nothing is in it."""
        ...


def _unreadable(value: object, kind: str) -> DataError:
    """Return the error for what a column holds although its declared type says otherwise."""
    shown = repr(value)
    shown = shown if len(shown) < _LONG else f"{shown[:_LONG]}…"
    hint = "correct the row, or select the column with CAST(… AS TEXT)"
    return DataError(f"the database holds {shown}, which is no {kind} in Python: {hint}")


def load_json(value: str | bytes | float) -> JsonValue:
    """Return the value of a JSON text.

    Args:
        value: JSON text.  SQLite turns the text of a bare number into that number
            when the column is declared ``JSON``, so a number stands for itself.

    Raises:
        DataError: It is no JSON.
    """
    if isinstance(value, (int, float)):
        return value
    try:
        return cast("JsonValue", json.loads(value))
    except ValueError as exc:
        raise _unreadable(value, "JSON") from exc


def dump_json(value: JsonValue) -> str:
    """Return ``value`` as JSON text; ``None`` is JSON's ``null``, not SQL's NULL."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def load_datetime(value: str | float | datetime) -> datetime:
    """Return the time that an ISO 8601 text, or a number of seconds since 1970 (UTC), denotes.

    A number gives a naive time in UTC, as ``CURRENT_TIMESTAMP`` does.

    Raises:
        DataError: The text is no ISO 8601 time, or the number is of no year from 1 to 9999.
    """
    try:
        return _fromisoformat(value)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] - most are texts: to ask each first takes longer
    except TypeError:
        return _not_text(value)
    except ValueError as exc:
        raise _unreadable(value, "time") from exc


def _not_text(value: object) -> datetime:
    if isinstance(value, datetime):  # by a converter of sqlite3, as Django registers them
        return value
    try:
        return _EPOCH + timedelta(seconds=cast("float", value))
    except (ValueError, OverflowError, TypeError) as exc:
        raise _unreadable(value, "time") from exc


def dump_datetime(value: datetime) -> str:
    """Return ``value`` as ``2024-12-31 23:59:59``, the form SQLite's own functions write.

    An aware time is converted to UTC and written without a zone: texts in one
    column must compare as the times do.
    """
    if value.tzinfo is not None:
        value = value.astimezone(UTC).replace(tzinfo=None)
    return value.isoformat(" ")


def load_date(value: str | float | date) -> date:
    """Return the day of an ISO 8601 date or time, or of a number of seconds since 1970 (UTC).

    Raises:
        DataError: The text is no ISO 8601 date, or the number is of no year from 1 to 9999.
    """
    if isinstance(value, str):
        try:
            return date.fromisoformat(value[:_ISO_DATE_LENGTH])
        except ValueError as exc:
            raise _unreadable(value, "date") from exc
    if isinstance(value, date) and not isinstance(value, datetime):  # as above
        return value
    return load_datetime(value).date()


def dump_date(value: date) -> str:
    """Return ``value`` as ``2024-12-31``; of a ``datetime``, its day."""
    return value.isoformat()[:_ISO_DATE_LENGTH]


def load_time(value: str | float | time) -> time:
    """Return the time of day of an ISO 8601 time, or of a number of seconds since 1970 (UTC).

    Raises:
        DataError: The text is no ISO 8601 time, or the number is of no year from 1 to 9999.
    """
    if not isinstance(value, str):
        return value if isinstance(value, time) else load_datetime(value).time()
    try:
        return time.fromisoformat(value)
    except ValueError:
        return load_datetime(value).timetz()


def dump_time(value: time) -> str:
    """Return ``value`` as ``23:59:59`` with its fraction and offset, where it has them."""
    return value.isoformat()


QUICK: Final[Mapping[Callable[..., object], Callable[[str], object]]] = {
    load_datetime: datetime.fromisoformat,
    load_date: date.fromisoformat,
    load_time: time.fromisoformat,
}
"""What gives the same for most values, and raises TypeError or ValueError for the others: where
thousands of rows are built in C, it is tried first (``rows.py``)."""


def load_decimal(value: str | float) -> Decimal:
    """Return the decimal that a text or number shows.

    A number goes through its shortest text, so ``0.1`` is ``Decimal("0.1")``.

    Raises:
        DataError: The text is no number.
    """
    try:
        return Decimal(str(value))
    except InvalidOperation as exc:
        raise _unreadable(value, "decimal number") from exc


def load_uuid(value: str | bytes) -> UUID:
    """Return the UUID of a text, or of its sixteen bytes.

    Raises:
        DataError: It is neither.
    """
    try:
        return UUID(value) if isinstance(value, str) else UUID(bytes=value)
    except (ValueError, TypeError) as exc:
        raise _unreadable(value, "UUID") from exc


def dump_json_list(values: Iterable[str | int]) -> str:
    """Return the JSON array by which SQLite gets a list of any length as one argument.

    Raises:
        DataError: SQLite would cut a text at a NUL character.
    """
    items = list(values)
    text = json.dumps(items, ensure_ascii=False, separators=(",", ":"))
    if "\\u0000" in text:
        for item in items:
            if isinstance(item, str) and "\0" in item:
                message = f"flash.slice cannot send {item!r}: SQLite ends a text at its NUL"
                raise DataError(message)
    return text


def load_bits(value: bytes | int) -> int:
    """Return the number that a value of MySQL's BIT type is; sorted, it may arrive as one."""
    return value if isinstance(value, int) else int.from_bytes(value, "big")


def load_bit(value: bytes | int) -> bool:
    """Return the truth that a value of MySQL's BIT(1) is; sorted, it may arrive as a number."""
    return value not in (b"\0", 0)


def load_set(value: str, labels: type[EnumT]) -> frozenset[EnumT]:
    """Return the members of a value of a MySQL SET, which arrives as ``a,b``.

    Args:
        value: The labels with commas between them.
        labels: The enum of the column.

    Raises:
        ValueError: A label is not one of the enum's.
    """
    return frozenset(map(labels, value.split(","))) if value else frozenset()


def dump_set(value: Collection[EnumT], labels: type[EnumT]) -> str:
    """Return ``value`` as MySQL writes it: in the order of the labels, else it would not compare."""
    return ",".join([label for label in labels if label in value])


def load_vector(value: bytes) -> list[float]:
    """Return the numbers of a value of the type VECTOR: little-endian, of four bytes each."""
    numbers = array("f", value)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tolist()


def dump_vector(value: Iterable[float]) -> bytes:
    """Return ``value`` as the type VECTOR holds it."""
    numbers = array("f", value)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def load_list(value: list[RawT], load: Callable[[RawT], T]) -> list[T]:
    """Return a PostgreSQL array with its elements loaded; NULL stays, and so do more dimensions."""
    return cast("list[T]", _each(value, load))


def load_nullable_list(value: list[RawT | None], load: Callable[[RawT], T]) -> list[T | None]:
    """As :func:`load_list`, where it is known that NULL may be among the elements."""
    return cast("list[T | None]", _each(value, load))


def load_array(value: Sequence[RawT | None], load: Callable[[RawT], object]) -> list[object]:
    """As :func:`load_list`, where the rows decide how many dimensions there are."""
    return _each(value, load)


def dump_list(value: list[T], dump: Callable[[T], RawT]) -> list[RawT]:
    """Return a PostgreSQL array with its elements as the driver takes them."""
    return cast("list[RawT]", _each(value, dump))


def dump_items(value: list[T], dump: Callable[[T], RawT]) -> list[RawT]:
    """As :func:`dump_list`, of one dimension: an element may be a list itself, as JSON may."""
    return cast("list[RawT]", [None if item is None else dump(item) for item in value])


# Arrays have any number of dimensions, which Python cannot say: what is in them is Any here.
def _each(items: Iterable[object], function: Callable[[Any], object]) -> list[object]:
    found: list[object] = []
    for item in items:
        if isinstance(item, list):
            found.append(_each(cast("list[object]", item), function))
        else:
            found.append(None if item is None else function(item))
    return found


def load_range(value: RawRange[T]) -> Range[T]:
    """Return a range of the driver's as ours."""
    return Range(value.lower, value.upper, value.lower_inc, value.upper_inc, value.isempty)


def dump_range(value: Range[T]) -> object:
    """Return what every driver takes: asyncpg insists on its own class, psycopg's adapter does not."""
    types = sys.modules.get("asyncpg.types")
    if types is None:
        return value
    own: object = types.Range(
        value.lower,
        value.upper,
        lower_inc=value.lower_inc,
        upper_inc=value.upper_inc,
        empty=value.isempty,
    )
    return own


def load_multirange(value: Iterable[RawRange[T]]) -> Multirange[T]:
    """Return the ranges of a driver's multirange as ours."""
    return Multirange([load_range(each) for each in value])


def dump_multirange(value: Multirange[T]) -> object:
    """Return what every driver takes."""
    return Ranges(map(dump_range, value))


def load_hstore(value: str | Mapping[str, str | None]) -> dict[str, str | None]:
    """Return the pairs of an hstore, which arrives as text unless the user had it read."""
    if not isinstance(value, str):
        return dict(value)
    return {
        _ESCAPED.sub(r"\1", key): None if text is None else _ESCAPED.sub(r"\1", text)
        for key, text in cast(
            "list[tuple[str, str | None]]", [m.groups() for m in _PAIR.finditer(value)]
        )
    }


def dump_hstore(value: Mapping[str, str | None]) -> str:
    """Return the text of an hstore."""
    pairs = (
        f"{_quoted(key)}=>{'NULL' if text is None else _quoted(text)}"
        for key, text in value.items()
    )
    return ",".join(pairs)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def load_vector_text(value: str | Iterable[float]) -> list[float]:
    """Return the numbers of pgvector's types, which arrive as ``[1,2.5]``."""
    if isinstance(value, str):
        return [float(number) for number in value[1:-1].split(",")]
    return [float(number) for number in value]  # the user had it read


def dump_vector_text(value: Iterable[float]) -> str:
    """Return the text of pgvector's types."""
    return f"[{','.join(map(repr, value))}]"
