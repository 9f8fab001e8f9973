"""How our psycopg cursors convert values: as the query was compiled, and as asyncpg does.

Arguments go as text without a declared type.  psycopg would declare one from the value (a small
``int`` as smallint), and the server would then resolve operators and functions differently than it
did for the compiler, and plan the statement again for each combination.

Results: json and jsonb stay text, timestamptz is in UTC whatever the session's time zone, and real
is the number of four bytes that the server has.  Types that a user made are looked up in the catalog
when first met; a composite type is a tuple.

Depends on: codecs, origins, postgres_texts, ranges.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from struct import Struct
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeAlias
from uuid import UUID

import psycopg
from psycopg.adapt import AdaptersMap, Dumper, Loader
from psycopg.pq import Format
from psycopg.types import TypeInfo
from psycopg.types.array import ListDumper
from psycopg.types.composite import CompositeInfo, register_composite
from psycopg.types.datetime import DateBinaryDumper, DatetimeNoTzBinaryDumper, TimedeltaDumper
from psycopg.types.multirange import MultirangeInfo, register_multirange
from psycopg.types.range import RangeInfo, register_range
from psycopg.types.string import StrDumperUnknown, TextLoader

from flash_core.codecs import load_multirange, load_range
from flash_core.origins import origin_of
from flash_core.postgres_texts import BoxText, Char, as_text, load_text
from flash_core.ranges import Multirange, Range, Ranges, infinity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from psycopg.abc import AdaptContext, Buffer
    from psycopg.pq.abc import PGresult

_UNKNOWN_OID: Final = 0
_SINGLE: Final = Struct("=f")
_BOX: Final = psycopg.adapters.types["box"].oid
_ENDS_32: Final = {"infinity": b"\x7f\xff\xff\xff", "-infinity": b"\x80\0\0\0"}
_ENDS_64: Final = {end: text + text[-1:] * 4 for end, text in _ENDS_32.items()}
_DATE: Final = psycopg.adapters.types["date"].oid
_TIMESTAMP: Final = psycopg.adapters.types["timestamp"].oid
_TIMESTAMPTZ: Final = psycopg.adapters.types["timestamptz"].oid

# Types whose values psycopg reads alike from text and from binary, which is faster.
_ALIKE: Final = frozenset(
    psycopg.adapters.types[name].oid
    for name in (
        *("bool", "int2", "int4", "int8", "float8", "numeric", "uuid", "bytea"),
        *("text", "varchar", "bpchar", "name"),
        *("date", "time", "timestamp", "timestamptz"),
    )
)


class _PlainDumper(Dumper):
    """Dumps what ``str`` writes as PostgreSQL reads it."""

    def dump(self, obj: object) -> Buffer | None:
        return str(obj).encode()


class _BoolDumper(Dumper):
    def dump(self, obj: object) -> Buffer | None:
        return b"t" if obj else b"f"


class _RangeDumper(Dumper):
    """Dumps a range, ours or asyncpg's, which generated code makes where asyncpg is loaded."""

    def dump(self, obj: Any) -> Buffer | None:
        return str(load_range(obj)).encode()


class _MultirangeDumper(Dumper):
    def dump(self, obj: Any) -> Buffer | None:
        return str(load_multirange(obj)).encode()


class _TextDumper(Dumper):
    """Dumps what generated code makes for asyncpg, where that is loaded."""

    def dump(self, obj: object) -> Buffer | None:
        return as_text(obj).encode()


class _BoxDumper(_TextDumper):
    oid = _BOX

    def dump(self, obj: object) -> Buffer | None:
        return load_text(obj).encode()


class _DateDumper(Dumper):
    """Dumps a date or time; the first and the last are infinite, as asyncpg has it."""

    def dump(self, obj: date) -> Buffer | None:
        return (infinity(obj) or str(obj)).encode()


class _DateBinaryDumper(DateBinaryDumper):
    """The same for COPY in binary."""

    def dump(self, obj: date) -> Buffer | None:
        end = infinity(obj)
        return super().dump(obj) if end is None else _ENDS_32[end]


class _TimestampBinaryDumper(DatetimeNoTzBinaryDumper):
    def dump(self, obj: datetime) -> Buffer | None:
        end = infinity(obj)
        return super().dump(obj) if end is None else _ENDS_64[end]


class _IntervalDumper(TimedeltaDumper):
    oid = _UNKNOWN_OID


class _UtcLoader(Loader):
    """Loads timestamptz by psycopg's own loader, then moves it to UTC."""

    def __init__(self, oid: int, context: AdaptContext | None = None) -> None:
        super().__init__(oid, context)
        self._load = _own_loader(_TIMESTAMPTZ, self.format)(oid, context).load

    def load(self, data: Buffer) -> datetime:
        value: datetime = self._load(data)
        return value.astimezone(UTC)


class _UtcBinaryLoader(_UtcLoader):
    format = Format.BINARY


class _RealLoader(Loader):
    """Loads the number that the server has: its text is the shortest that means no other."""

    def load(self, data: Buffer) -> float:
        value: float = _SINGLE.unpack(_SINGLE.pack(float(bytes(data))))[0]
        return value


class _ChangedLoader(Loader):
    """Refuses a type that a column did not have when the statement ran for the first time."""

    format = Format.BINARY

    def __init__(self, oid: int, context: AdaptContext | None = None) -> None:
        super().__init__(oid, context)
        adapters = None if context is None else context.adapters
        if isinstance(adapters, ValueAdapters):
            adapters.binary.clear()  # the next time the columns are looked at again

    def load(self, data: Buffer) -> Any:
        del data
        message = "a column has got another type since the statement ran last; run it again"
        raise psycopg.DataError(message)


class _UnknownLoader(Loader):
    """Loads a type that is not registered as text, and notes that it was met."""

    def __init__(self, oid: int, context: AdaptContext | None = None) -> None:
        super().__init__(oid, context)
        adapters = None if context is None else context.adapters
        if isinstance(adapters, ValueAdapters):
            adapters.unresolved.add(oid)
        self._loader = TextLoader(oid, context)

    def load(self, data: Buffer) -> Any:
        return self._loader.load(data)


def _own_loader(oid: int, wire: Format) -> type[Any]:
    loader = psycopg.adapters.get_loader(oid, wire)
    if loader is None:  # psycopg registers one when it is imported
        message = f"psycopg has no loader for the type {oid}"
        raise LookupError(message)
    return loader


class _InfiniteLoader(Loader):
    """Loads infinity as the last date that there is in Python, which psycopg refuses."""

    inner: type[Any]
    first: date
    last: date
    ends = {end: end.encode() for end in _ENDS_32}  # noqa: RUF012 - nobody changes it

    def __init__(self, oid: int, context: AdaptContext | None = None) -> None:
        super().__init__(oid, context)
        self._load = self.inner(oid, context).load
        self._low, self._high = self.ends["-infinity"], self.ends["infinity"]

    def load(self, data: Buffer) -> date:
        if data == self._high:
            return self.last
        if data == self._low:
            return self.first
        value: date = self._load(data)
        return value


class _InfiniteDate(_InfiniteLoader):
    inner, first, last = _own_loader(_DATE, Format.TEXT), date.min, date.max


class _InfiniteTimestamp(_InfiniteLoader):
    inner = _own_loader(_TIMESTAMP, Format.TEXT)
    first, last = datetime.min, datetime.max  # noqa: DTZ901 - the type is naive


class _InfiniteTimestamptz(_InfiniteLoader):
    inner = _UtcLoader
    first = datetime.min.replace(tzinfo=UTC)
    last = datetime.max.replace(tzinfo=UTC)


class _InfiniteBinaryDate(_InfiniteDate):
    format, inner, ends = Format.BINARY, _own_loader(_DATE, Format.BINARY), _ENDS_32


class _InfiniteBinaryTimestamp(_InfiniteTimestamp):
    format, inner, ends = Format.BINARY, _own_loader(_TIMESTAMP, Format.BINARY), _ENDS_64


class _InfiniteBinaryTimestamptz(_InfiniteTimestamptz):
    format, inner, ends = Format.BINARY, _UtcBinaryLoader, _ENDS_64


# For each oid: what it is an array of, or what domain's base it is, what it is a range of, which
# range's multirange it is, or the types of its fields; all NULL for other types.
LOOK_UP: Final = """\
WITH RECURSIVE met AS (
    SELECT t.oid, t.typelem, t.typbasetype, t.typcategory, t.typdelim, t.typrelid
    FROM pg_catalog.pg_type t WHERE t.oid = ANY ($1::pg_catalog.oid[])
    UNION
    SELECT t.oid, t.typelem, t.typbasetype, t.typcategory, t.typdelim, t.typrelid
    FROM met JOIN pg_catalog.pg_type t ON t.oid = met.typbasetype
        OR (met.typcategory = 'A' AND t.oid = met.typelem)
        OR t.oid IN (SELECT r.rngsubtype FROM pg_catalog.pg_range r WHERE r.rngtypid = met.oid)
        OR t.oid IN (
            SELECT r.rngtypid FROM pg_catalog.pg_range r
            WHERE (pg_catalog.to_jsonb(r) ->> 'rngmultitypid')::pg_catalog.oid = met.oid
        )
        OR t.oid IN (
            SELECT a.atttypid FROM pg_catalog.pg_attribute a
            WHERE a.attrelid = met.typrelid AND a.attnum > 0 AND NOT a.attisdropped
        )
)
SELECT oid::pg_catalog.int8,
    (CASE WHEN typbasetype = 0 AND typcategory = 'A' THEN typelem END)::pg_catalog.int8,
    (CASE WHEN typbasetype <> 0 THEN typbasetype END)::pg_catalog.int8,
    typdelim::pg_catalog.text,
    (SELECT r.rngsubtype FROM pg_catalog.pg_range r WHERE r.rngtypid = met.oid)::pg_catalog.int8,
    (
        SELECT r.rngtypid FROM pg_catalog.pg_range r  -- version 13 has no multiranges
        WHERE (pg_catalog.to_jsonb(r) ->> 'rngmultitypid')::pg_catalog.oid = met.oid
    )::pg_catalog.int8,
    CASE WHEN typrelid <> 0 AND typbasetype = 0 THEN ARRAY(
        SELECT a.atttypid::pg_catalog.int8 FROM pg_catalog.pg_attribute a
        WHERE a.attrelid = met.typrelid AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY a.attnum
    ) END
FROM met"""

_Row: TypeAlias = tuple[
    int, int | None, int | None, str, int | None, int | None, "Sequence[int] | None"
]


@dataclass(frozen=True, slots=True)
class _Met:
    """What :data:`LOOK_UP` says of a type."""

    element: int | None
    base: int | None
    delimiter: str
    subtype: int | None
    range: int | None
    fields: Sequence[int] | None


# Cached because psycopg keeps a class for each of these for ever.
@functools.cache
def _composite(oid: int, fields: tuple[int, ...]) -> CompositeInfo:
    names = [f"f{place}" for place in range(len(fields))]
    return CompositeInfo(f"flash_{oid}", oid, 0, field_names=names, field_types=fields)


def _no_factory(*values: object) -> NoReturn:
    raise NotImplementedError(values)  # psycopg asks for one, or makes a named tuple


def _as_tuple(values: Sequence[object], info: CompositeInfo) -> tuple[object, ...]:
    # "()" is a NULL as well as nothing.
    return tuple(values) or (None,) * len(info.field_types)


class ValueAdapters(AdaptersMap):
    """The adapters of our cursors on one database; learns the types that were made there.

    Attributes:
        unresolved: Types met in a result and not looked up yet.
        infinite: Infinite dates are loaded.
        binary: Of the generated statements that have run, whether the server may send their rows
            in binary.
    """

    def __init__(self) -> None:
        super().__init__(psycopg.adapters)
        self.unresolved: set[int] = set()
        self.binary: dict[str, bool] = {}
        self.infinite = False
        for cls in (int, float, Decimal, time, UUID):
            self.register_dumper(cls, _PlainDumper)
        self.register_dumper(date, _DateDumper)
        self.register_dumper(datetime, _DateDumper)
        for binary in (_DateBinaryDumper, _TimestampBinaryDumper):
            self.register_dumper(None, binary)
        self.register_dumper(bool, _BoolDumper)
        self.register_dumper(timedelta, _IntervalDumper)
        self.register_dumper(str, StrDumperUnknown)
        self.register_dumper(list, ListDumper)
        self.register_dumper(Multirange, _MultirangeDumper)
        self.register_dumper(Ranges, _MultirangeDumper)
        self.register_dumper(Range, _RangeDumper)
        self.register_dumper("asyncpg.types.Range", _RangeDumper)
        for shape in ("BitString", "Point", "Line", "LineSegment", "Path", "Polygon", "Circle"):
            self.register_dumper(f"asyncpg.pgproto.types.{shape}", _TextDumper)
        for box in ("asyncpg.pgproto.types.Box", BoxText):
            self.register_dumper(box, _BoxDumper)
        self.register_dumper(Char, _TextDumper)
        for name in ("json", "jsonb"):
            self.register_loader(name, TextLoader)
            self.register_loader(name, _ChangedLoader)
        self.register_loader("timestamptz", _UtcLoader)
        self.register_loader("timestamptz", _UtcBinaryLoader)
        self.register_loader("float4", _RealLoader)
        self.register_loader(_UNKNOWN_OID, _UnknownLoader)
        self.register_loader(_UNKNOWN_OID, _ChangedLoader)

    def look_at(self, query: str, result: PGresult | None) -> None:
        """Note whether the rows of a generated statement can be sent in binary from now on."""
        if origin_of(query) is None:  # others are not kept: there is no end of them
            return
        self.binary[query] = (
            result is not None
            and result.nfields > 0
            and all(result.ftype(number) in _ALIKE for number in range(result.nfields))
        )

    def admit_infinity(self) -> bool:
        """Load infinite dates from now on, more slowly; tell whether that is new.

        Only where one has been met: psycopg's own loaders are several times as fast.
        """
        if self.infinite:
            return False
        self.infinite = True
        self.register_loader(_DATE, _InfiniteDate)
        self.register_loader(_TIMESTAMP, _InfiniteTimestamp)
        self.register_loader(_TIMESTAMPTZ, _InfiniteTimestamptz)
        self.register_loader(_DATE, _InfiniteBinaryDate)
        self.register_loader(_TIMESTAMP, _InfiniteBinaryTimestamp)
        self.register_loader(_TIMESTAMPTZ, _InfiniteBinaryTimestamptz)
        return True

    def learn(self, rows: Iterable[_Row]) -> None:
        """Register the types that :data:`LOOK_UP` found.

        Args:
            rows: Type, its element if it is an array, its base if it is a domain, its delimiter,
                its subtype if it is a range, its range if it is a multirange, and the types of
                its fields if it is a composite type.
        """
        types = {row[0]: _Met(*row[1:]) for row in rows}
        for oid in types:
            self._learn(oid, types)
        self.unresolved.clear()

    def _learn(self, oid: int, types: dict[int, _Met]) -> None:
        if oid not in types or self.get_loader(oid, Format.TEXT) is not None:
            return
        met = types[oid]
        for part in (met.element, met.base, met.subtype, met.range, *(met.fields or ())):
            if part is not None:
                self._learn(part, types)
        name = f"flash_{oid}"  # only has to be unique
        if met.base is not None:
            self.register_loader(oid, self.get_loader(met.base, Format.TEXT) or TextLoader)
        elif met.element is not None:
            TypeInfo(name, met.element, oid, delimiter=met.delimiter).register(self)
        elif met.fields is not None:
            info = _composite(oid, tuple(met.fields))
            register_composite(info, self, _no_factory, make_object=_as_tuple)
        elif met.subtype is not None:
            register_range(RangeInfo(name, oid, 0, subtype_oid=met.subtype), self)
        elif met.range is not None:
            subtype = types[met.range].subtype or 0
            register_multirange(
                MultirangeInfo(name, oid, 0, range_oid=met.range, subtype_oid=subtype), self
            )
        else:
            self.register_loader(oid, TextLoader)
