"""A value comes back through generated code as it went, whatever the driver."""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from inspect import isawaitable
from ipaddress import IPv4Address, IPv4Interface, IPv4Network, IPv6Address, IPv6Network
from typing import TYPE_CHECKING, Protocol, cast
from uuid import UUID

import pytest

import flash_core
import flash_sync
from flash_core import Multirange, Range
from flash_core.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import ModuleType

    from tests.codegen.conftest import Workshop

NAIVE = datetime(2024, 2, 29, 23, 59, 58)  # noqa: DTZ001 - the type is naive
FIRST = datetime.min  # noqa: DTZ901 - same
LAST = datetime.max  # noqa: DTZ901 - same
TEXTS = ("", " ", "\U0001f41c é \u0130", "'\"`\\%s%%\n\r\t\x01\x1a", "NULL", "0")
BYTES = (b"", b"\x00\xff", b"'\"\\%s\x1a\n", bytes(range(256)))
JSONS: tuple[object, ...] = (
    *({"a": [1, None, "é\U0001f41c", {"b": 1.5}]}, [], {}, "text", "", 1, -2.5, True, False),
    *('"', "\\", "%s"),
)


@dataclass(frozen=True)
class Member:
    """A member of the enum that is generated for a column."""

    label: str


@dataclass(frozen=True)
class Members:
    """A set of such members."""

    labels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Composite:
    """An instance of the class that is generated for a composite type."""

    name: str
    fields: tuple[object, ...] = ()


MARIADB: dict[str, tuple[object, ...]] = {
    "BOOLEAN": (True, False),
    "TINYINT(1)": (True, False),
    "BIT(1)": (True, False),
    "BIT(10)": (0, 1, 1023),
    "BIT(64)": (0, 2**64 - 1),
    "TINYINT": (-128, 127),
    "TINYINT(3) UNSIGNED ZEROFILL": (0, 7, 255),
    "SMALLINT UNSIGNED": (0, 2**16 - 1),
    "MEDIUMINT": (-(2**23), 2**23 - 1),
    "INT": (-(2**31), 2**31 - 1),
    "BIGINT": (-(2**63), 2**63 - 1),
    "BIGINT UNSIGNED": (0, 2**64 - 1),
    "YEAR": (0, 1901, 2155),
    "FLOAT": (0.0, 1.5, -0.25),
    "DOUBLE": (0.1, -1.7976931348623157e308, 5e-324, 1e22),
    "DECIMAL(10, 2)": (Decimal("0.00"), Decimal("-12345678.90")),
    "DECIMAL(65, 30)": (Decimal("9" * 35 + "." + "9" * 30), Decimal("-0." + "0" * 29 + "1")),
    "DECIMAL(65)": (Decimal("-" + "9" * 65),),
    "CHAR(20)": ("", "\U0001f41c é", "a b"),
    "VARCHAR(200)": TEXTS,
    "TEXT": (*TEXTS, "x" * 65_535),
    "LONGTEXT": (*TEXTS, "y" * 100_000),
    "BINARY(2)": (b"\x00\xff", b"'\\"),
    "VARBINARY(256)": BYTES,
    "BLOB": BYTES,
    "LONGBLOB": (*BYTES, bytes(100_000)),
    "DATE": (date(1, 1, 1), date(9999, 12, 31)),
    "DATETIME": (NAIVE, FIRST),
    "DATETIME(6)": (NAIVE, NAIVE.replace(microsecond=1), LAST),
    "TIMESTAMP(6) NULL": (NAIVE, NAIVE.replace(microsecond=999_999)),
    "TIME": (timedelta(0), timedelta(hours=838, minutes=59, seconds=59), -timedelta(seconds=1)),
    "TIME(6)": (-timedelta(hours=838, microseconds=1), timedelta(microseconds=1)),
    "JSON": JSONS,
    "UUID": (UUID(int=0), UUID("12345678-1234-5678-9234-567812345678")),
    "INET4": (IPv4Address("0.0.0.0"), IPv4Address("255.1.2.3")),  # noqa: S104 - nothing is bound
    "INET6": (IPv6Address("::"), IPv6Address("2001:db8::1")),
    "ENUM('a', 'b c', '', 'it''s, 100%', 'é')": tuple(
        map(Member, ("a", "b c", "", "it's, 100%", "é"))
    ),
    "SET('b', 'a', 'it''s %', 'é')": (Members(), Members(("a",)), Members(("a", "b", "it's %"))),
}
SQLITE: dict[str, tuple[object, ...]] = {
    "BOOLEAN": (True, False),
    "INTEGER": (-(2**63), 2**63 - 1),
    "REAL": (0.1, -1.7976931348623157e308, 5e-324, float("inf"), 3.0),
    "TEXT": TEXTS,
    "VARCHAR(9)": TEXTS,
    "BLOB": BYTES,
    "DECIMAL(10, 2)": (Decimal("0.1"), Decimal("-12345678.91"), Decimal(7)),
    "DATE": (date(1, 1, 1), date(9999, 12, 31)),
    "TIME": (time(0), time(23, 59, 59, 999_999)),
    "DATETIME": (NAIVE, NAIVE.replace(microsecond=1), LAST, FIRST),
    "TIMESTAMP": (NAIVE,),
    "UUID": (UUID(int=0), UUID("12345678-1234-5678-9234-567812345678"), UUID(int=12)),
    "JSON": JSONS,
    "ANY": (1, -1.5, "text", "a\0b", b"\x00"),
}
ZONED = NAIVE.replace(tzinfo=UTC)
PLACE = Composite("Place", ('s, "(\\x', 1, Member('o"k, {x}'), {"a": [1, None]}, ["x", None], True))
NOWHERE = Composite("Place", (None,) * 6)
POSTGRESQL: dict[str, tuple[object, ...]] = {
    "JSONB": JSONS,
    "JSON": JSONS,
    "NUMERIC": (Decimal("NaN"), Decimal("Infinity"), Decimal("-Infinity"), Decimal("1.50")),
    "TIMESTAMPTZ": (ZONED,),
    "INTERVAL": (timedelta(days=-400, microseconds=1), timedelta(0)),
    "INET": (IPv4Address("10.0.0.1"), IPv6Address("::1"), IPv4Interface("10.0.0.1/8")),
    "CIDR": (IPv4Network("10.0.0.0/8"), IPv6Network("2001:db8::/32")),
    "BYTEA": BYTES,
    "DATE": (date(2024, 2, 29), date.min, date.max, date(1, 1, 2)),
    "TIMESTAMP": (NAIVE, FIRST, LAST, LAST.replace(microsecond=0)),
    "DATE[]": ([date.max, None, date.min, date(2024, 2, 29)],),
    "TIME": (time(0), time(23, 59, 59, 999_999)),
    "TIMETZ": (time(1, 2, 3, tzinfo=timezone(timedelta(hours=-5, minutes=30))),),
    "MONEY": ("$1.50", "-$92,233,720,368,547,758.08"),
    "REAL": (1.5, float("inf"), 1.401298464324817e-45, 0.10000000149011612),
    "DOUBLE PRECISION": (0.1, -1.7976931348623157e308, 5e-324, float("-inf")),
    "BIGINT": (-(2**63), 2**63 - 1),
    "OID": (0, 2**32 - 1),
    '"char"': ("x", "", "\\", "\\377"),
    "BIT(5)": ("10101", "00000"),
    "BIT VARYING": ("", "101010101"),
    "BIT VARYING[]": (["101", None, ""],),
    "POINT": ("(1,-2.5)", "(1e+15,1.2345678901234568e+17)", "(Infinity,NaN)", "(1e-05,0.0001)"),
    "POINT[]": (["(1,2)", None], [["(1,2)"], ["(3,4)"]]),
    "LINE": ("{1,2,-3.5}",),
    "LSEG": ("[(1,2),(3,4)]",),
    "BOX": ("(3,4),(1,2)",),
    "BOX[]": (["(3,4),(1,2)", None, "(1,1),(0,0)"],),
    "PATH": ("((1,2),(3,4),(5,6))", "[(1,2),(3,4)]"),
    "POLYGON": ("((1,2),(3,4))",),
    "CIRCLE": ("<(1,2),3>",),
    "MACADDR": ("08:00:2b:01:02:03",),
    "TSVECTOR": ("'a':1 'b c'",),
    "UUID": (UUID(int=0), UUID("12345678-1234-5678-9234-567812345678")),
    "TEXT[]": ([*TEXTS, None, "{a,b}"], [], [["a", None], ["b", "NULL"]]),
    "JSONB[]": ([{"a": 1}, None, [None]],),
    "mood[]": ([Member("sad"), None], [[Member('o"k, {x}'), None]]),
    "NUMERIC[]": ([Decimal("1.5"), None],),
    "INT4RANGE": (Range(1, 5), Range(None, 3), Range(1), Range[int](), Range[int](isempty=True)),
    "NUMRANGE": (Range(Decimal("1.5"), Decimal(2), lower_inc=False, upper_inc=True),),
    "DATERANGE": (Range(date(2024, 1, 1), date(2024, 2, 1)),),
    "TSRANGE": (Range(NAIVE, None), Range(None, NAIVE, upper_inc=True), Range(NAIVE, LAST)),
    "TSTZRANGE": (Range(ZONED, ZONED + timedelta(days=1)),),
    "INT4RANGE[]": ([Range(1, 5), None, Range[int](isempty=True)],),
    "INT8MULTIRANGE": (Multirange[int](), Multirange([Range(1, 5), Range(7)])),
    "TSTZMULTIRANGE": (Multirange([Range(ZONED, ZONED + timedelta(days=1))]),),
    "span": (Range(0.5, 1.5), Range(None, 0.1, upper_inc=True)),
    "spans": (Multirange([Range(0.5, 1.5), Range(2.5)]),),
    "words": (Range("a b", 'c",\\d'), Range("", "x")),
    "span[]": ([Range(0.5, 1.5), None],),
    "hstore": ({}, {"": "", "a": None, "é": "'x'", 'k"\\,=>': "NULL"}),
    "hstore[]": ([{"a": "1"}, None],),
    "place": (PLACE, NOWHERE),
    "place[]": ([PLACE, None, NOWHERE], [[PLACE], [None]], []),
    "home": (PLACE,),
    "home[]": ([PLACE, None],),
    "person": (
        Composite("Person", ("n", PLACE, [PLACE, None], Composite("Plain", (1, None)))),
        Composite("Person", (None,) * 4),
    ),
    "plain": (Composite("Plain", (None, "a\\b\n")), Composite("Plain", (-1, ""))),
    "single": (Composite("Single", ({"a": []},)), Composite("Single", (None,))),
    "shop": (Composite("ShopRecord", (None, Decimal("1.50"))),),
    "timed": (
        Composite("Timed", (ZONED, UUID(int=7), timedelta(days=1), b"\x00\\", date(2024, 1, 1))),
    ),
    "spanned": (Composite("Spanned", (Range(1, 5), [Range(0.5, 1.5), None], Multirange[int]())),),
}
POSTGRESQL_SCHEMA = (
    "CREATE EXTENSION hstore;",
    "CREATE TYPE mood AS ENUM ('sad', 'o\"k, {x}');",
    "CREATE TYPE span AS RANGE (subtype = float8, multirange_type_name = spans);",
    "CREATE TYPE words AS RANGE (subtype = text);",
    "CREATE TYPE place AS (street text, n int, m mood, doc jsonb, tags text[], ok boolean);",
    "CREATE DOMAIN home AS place CHECK ((VALUE).n > 0);",
    "CREATE TYPE plain AS (a bigint, b varchar(9));",
    "CREATE TYPE person AS (name text, home home, others place[], plain plain);",
    "CREATE TYPE single AS (doc json);",
    "CREATE TABLE shop (id int NOT NULL, price numeric);",
    "CREATE TYPE timed AS (at timestamptz, u uuid, i interval, b bytea, d date);",
    "CREATE TYPE spanned AS (a int4range, b span[], c int4multirange);",
)
# Types whose values cannot be compared, or not with a list of them.
UNFOUND = re.compile(
    r"json$|\[\]|^(point|line|lseg|box|path|polygon|circle|place|home|person|plain|single|shop|timed|spanned)$",
    re.IGNORECASE,
)
DRIVERS = (
    *("postgresql+asyncpg", "postgresql+psycopg", "postgresql sync"),
    "mysql+aiomysql",
    "mysql+asyncmy",
    "mysql sync",
    "sqlite",
    "sqlite sync",
)


def sources(types: dict[str, tuple[object, ...]]) -> tuple[str, str]:
    """Return a schema with a table for each type, and queries of each."""
    tables = [
        f"CREATE TABLE t{n} (id INTEGER PRIMARY KEY, v {type_});" for n, type_ in enumerate(types)
    ]
    queries = [
        f"-- name: Add{n} :exec\nINSERT INTO t{n} (id, v) VALUES (:id, :v);\n"
        f"-- name: Copy{n} :copyfrom\nINSERT INTO t{n} (id, v) VALUES (:id, :v);\n"
        f"-- name: Batch{n} :batchexec\nINSERT INTO t{n} (id, v) VALUES (:id, :v);\n"
        f"-- name: List{n} :many\nSELECT * FROM t{n} ORDER BY id;\n"
        f"-- name: Get{n} :one\nSELECT v FROM t{n} WHERE id = :id;\n"
        + f"-- name: Find{n} :many\nSELECT id FROM t{n} WHERE v IN (flash.slice(vs)) ORDER BY id;\n"
        * (not UNFOUND.search(type_))
        for n, type_ in enumerate(types)
    ]
    return "\n".join(tables), "\n".join(queries)


async def settled(value: object) -> object:
    """Return the answer of a method of either flavour."""
    answer: object = await value if isawaitable(value) else value
    return answer


class _Row(Protocol):
    """A row of one of the tables."""

    v: object


async def round_trip(
    db: object, package: ModuleType, types: dict[str, tuple[object, ...]]
) -> list[str]:
    """Return what differs between the values that went and those that came back."""
    faults: list[str] = []
    for number, (type_, given) in enumerate(types.items()):
        values = [*(_made(value, package, number) for value in given), None]
        for id_, value in enumerate(values):
            await settled(getattr(db, f"add{number}")(id_, value))
        for start, method in ((1000, "copy"), (2000, "batch")):
            sets = list(enumerate(values, start))
            await settled(getattr(db, f"{method}{number}")(sets))
        rows = cast("list[_Row]", await settled(getattr(db, f"list{number}")()))
        singles = [await settled(getattr(db, f"get{number}")(id_)) for id_ in range(len(values))]
        ways = [[row.v for row in rows][place :: len(values)] for place in range(len(values))]
        added, copied, sent = ([way[place] for way in ways] for place in range(3))
        for back in (added, copied, sent, singles):
            faults += [
                f"{type_}: {ours!r} came back as {theirs!r}"
                for ours, theirs in zip(values, back, strict=True)
                if not _same(ours, theirs)
            ]
        if type_ != "JSONB" and not UNFOUND.search(type_):  # equal documents, other texts
            found = await settled(getattr(db, f"find{number}")(values[:-1]))
            if found != [start + id_ for start in (0, 1000, 2000) for id_ in range(len(given))]:
                faults.append(f"{type_}: only {found} of {len(given)} are found")
    return faults


def _made(value: object, package: ModuleType, number: int) -> object:
    """Return a value of the generated enum for what stands for one."""
    match value:
        case Member(label):
            enum: Callable[[str], object] = getattr(package, f"T{number}V", None) or package.Mood
            return enum(label)
        case list():
            items = cast("list[object]", value)
            return [_made(item, package, number) for item in items]
        case Composite(name, fields):
            made: Callable[..., object] = getattr(package, name)
            return made(*(_made(field, package, number) for field in fields))
        case Members(labels):
            member: Callable[[str], object] = getattr(package, f"T{number}V")
            return frozenset(map(member, labels))
        case _:
            return value


def _same(ours: object, theirs: object) -> bool:
    if isinstance(ours, Decimal) and ours.is_nan():
        return repr(ours) == repr(theirs)
    if isinstance(ours, UUID):
        return isinstance(theirs, UUID) and ours == theirs  # asyncpg has a faster class
    same = type(ours) is type(theirs) and ours == theirs
    return same and (isinstance(ours, frozenset) or repr(ours) == repr(theirs))


@pytest.mark.anyio
@pytest.mark.parametrize("driver", DRIVERS)
async def test_a_value_comes_back_as_it_went(
    request: pytest.FixtureRequest, workshop: Workshop, tmp_path: Path, driver: str
) -> None:
    scheme, _, sync = driver.partition(" ")
    types, engine = (SQLITE, Engine.SQLITE) if "sqlite" in driver else (MARIADB, Engine.MARIADB)
    if "postgresql" in driver:
        types, engine = POSTGRESQL, Engine.POSTGRESQL
        url = str(request.getfixturevalue("postgresql_url")).replace("postgresql", scheme, 1)
    elif engine is Engine.SQLITE:
        url = f"sqlite://{tmp_path}/data.db"
    else:
        url = str(request.getfixturevalue("mysql_url")).replace("mysql", scheme, 1)
    schema, queries = sources(types)
    if engine is Engine.POSTGRESQL:
        schema = "\n".join([*POSTGRESQL_SCHEMA, schema])
    package = workshop.compiled(engine, schema, queries)
    twin = importlib.import_module(f"{package.__name__}.sync")
    if sync:
        with flash_sync.connect(url) as database:
            for statement in schema.splitlines():
                database.execute(statement)
            faults = await round_trip(twin.new(database), package, types)
    else:
        async with flash_core.connect(url) as database:
            for statement in schema.splitlines():
                await database.execute(statement)
            faults = await round_trip(package.new(database), package, types)
    assert faults == []
