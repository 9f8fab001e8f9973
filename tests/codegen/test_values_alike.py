"""Random values come back alike from every driver of an engine, whichever wrote them."""

from __future__ import annotations

import importlib
import string
from contextlib import AsyncExitStack
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from ipaddress import IPv4Interface, IPv4Network
from typing import TYPE_CHECKING, TypeAlias, cast
from uuid import UUID

import pytest
from anyio.from_thread import start_blocking_portal
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import flash_core
import flash_sync
from flash_core import Multirange, Range
from flash_core.engine import Engine
from tests.codegen.test_values import settled

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from tests.codegen.conftest import Workshop

Strategies: TypeAlias = dict[str, "st.SearchStrategy[object]"]

NAIVE = st.datetimes()
# The server takes no zone that is further from UTC.
ZONES = st.integers(-15 * 60, 15 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
# A day from the ends, so that no zone moves it over them.
AWARE = st.datetimes(
    datetime(1, 1, 2),  # noqa: DTZ001 - the strategy gives it a zone
    datetime(9999, 12, 30),  # noqa: DTZ001 - same
    timezones=ZONES,
)
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
WORDS = st.text(string.ascii_letters + "\"\\'{},() é", max_size=5)
DOCUMENTS = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=5,
)
HOSTS = st.tuples(st.ip_addresses(v=4), st.integers(0, 31))
SMALL = st.integers(-(2**31), 2**31 - 2)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=10) | st.sampled_from(
    [Decimal("NaN"), Decimal("Infinity"), Decimal("-Infinity"), Decimal("1E-40")]
)


def ranges(bounds: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """Return ranges, also without bounds, of nothing, and of one value."""

    def made(two: list[object], *, lower_inc: bool, upper_inc: bool, open_: int) -> object:
        lower, upper = sorted(cast("list[int]", two))
        return Range(
            None if open_ & 1 else lower, None if open_ & 2 else upper, lower_inc, upper_inc
        )

    two = st.lists(bounds, min_size=2, max_size=2)
    some = st.builds(
        made, two, lower_inc=st.booleans(), upper_inc=st.booleans(), open_=st.integers(0, 3)
    )
    return some | st.just(Range[object](isempty=True))


def arrays(items: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """Return arrays of one and of two dimensions, with NULLs."""
    either = st.none() | items
    return st.lists(either, max_size=3) | squares(either)


def squares(items: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """Return arrays of two dimensions."""
    return st.lists(st.lists(items, min_size=2, max_size=2), min_size=1, max_size=2)


POSTGRESQL: Strategies = {
    "boolean": st.booleans(),
    "smallint": st.integers(-(2**15), 2**15 - 1),
    "integer": st.integers(-(2**31), 2**31 - 1),
    "bigint": st.integers(-(2**63), 2**63 - 1),
    "real": st.floats(width=32),
    "double precision": st.floats(),
    "numeric": NUMBERS | st.just(Decimal("1E+40")),
    "text": TEXT,
    "bytea": st.binary(max_size=20),
    "date": st.dates(),
    "time": st.times(),
    "timetz": st.times(timezones=ZONES),
    "timestamp": NAIVE,
    "timestamptz": AWARE,
    "interval": st.timedeltas(timedelta(days=-(10**8)), timedelta(days=10**8)),
    "uuid": st.uuids(),
    "json": DOCUMENTS.filter(lambda value: value is not None),
    "jsonb": DOCUMENTS.filter(lambda value: value is not None),
    "inet": st.ip_addresses() | HOSTS.map(IPv4Interface),
    "cidr": HOSTS.map(lambda host: IPv4Network(host, strict=False)),
    "bit varying": st.text("01", max_size=20),
    "hstore": st.dictionaries(WORDS, st.none() | WORDS, max_size=3),
    "int4range": ranges(SMALL),
    "numrange": ranges(st.decimals(-9, 9, places=2)),
    "tsrange": ranges(NAIVE),
    "tstzrange": ranges(AWARE),
    "datemultirange": st.builds(
        Multirange[object], st.lists(ranges(st.dates(max_value=date(9999, 12, 30))), max_size=2)
    ),
    "integer[]": arrays(SMALL),
    "text[]": arrays(TEXT),
    "numeric[]": arrays(NUMBERS),
    "timestamptz[]": arrays(AWARE),
    "bytea[]": arrays(st.binary(max_size=5)),
    "integer[][]": squares(SMALL),
    "bytea[2][2]": squares(st.binary(max_size=5)),
    "jsonb[][]": squares(DOCUMENTS.filter(lambda value: value is not None)),
    # not of hstore: asyncpg 0.32 crashes on arrays in arrays that the server sends as text
    "timestamptz[][][]": st.lists(squares(AWARE), min_size=1, max_size=1),
    "jsonb[]": st.lists(DOCUMENTS.filter(lambda value: value is not None), max_size=3),
}
MARIADB: Strategies = {
    "BOOLEAN": st.booleans(),
    "BIGINT": st.integers(-(2**63), 2**63 - 1),
    "BIGINT UNSIGNED": st.integers(0, 2**64 - 1),
    "YEAR": st.just(0) | st.integers(1901, 2155),
    "BIT(64)": st.integers(0, 2**64 - 1),
    "DOUBLE": st.floats(allow_nan=False, allow_infinity=False),
    "DECIMAL(65, 30)": st.decimals(-(10**30), 10**30, places=10),
    "TEXT": st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    "BLOB": st.binary(max_size=20),
    "DATE": st.dates(),
    "DATETIME(6)": NAIVE,
    "TIME(6)": st.timedeltas(
        -timedelta(hours=838, minutes=59, seconds=59), timedelta(hours=838, minutes=59, seconds=59)
    ),
    "JSON": DOCUMENTS.filter(lambda value: value is not None),
    "UUID": st.uuids(version=4),  # MariaDB refuses some that are of none
    "INET6": st.ip_addresses(v=6),
    "INET4": st.ip_addresses(v=4),
}
SQLITE: Strategies = {
    "BOOLEAN": st.booleans(),
    "INTEGER": st.integers(-(2**63), 2**63 - 1),
    "REAL": st.floats(allow_nan=False),
    "TEXT": TEXT,
    "BLOB": st.binary(max_size=20),
    "DECIMAL": st.decimals(-(10**12), 10**12, places=3),
    "DATE": st.dates(),
    "TIME": st.times(),
    "DATETIME": NAIVE,
    "UUID": st.uuids(),
    "JSON": DOCUMENTS.filter(lambda value: value is not None),
    "ANY": st.integers(-(2**63), 2**63 - 1) | TEXT | st.binary(max_size=5) | st.floats(-1, 1),
}
# The server makes one form of equal ranges, so that another one comes back.
REWRITTEN = "range"
DRIVERS = {
    Engine.POSTGRESQL: ("postgresql+asyncpg", "postgresql+psycopg", "postgresql"),
    Engine.MARIADB: ("mysql+aiomysql", "mysql+asyncmy", "mysql"),
    Engine.SQLITE: ("sqlite", "sqlite"),
}


def shown(value: object) -> str:
    """Return a text that differs where values do."""
    match value:
        case UUID():  # asyncpg has a faster class
            return value.hex
        case Decimal():  # asyncpg has an exponent where psycopg has noughts
            return f"{value:f}"
        case _:
            return repr(value)


def equal(type_: str, ours: object, theirs: object) -> bool:
    """Tell whether a value came back as it went; an array of nothing has no dimensions."""
    if type_.endswith(REWRITTEN) or ours is None:
        return (ours is None) == (theirs is None)
    if isinstance(ours, list) and isinstance(theirs, list):
        pairs = zip(cast("list[object]", ours), cast("list[object]", theirs), strict=True)
        return all(equal(type_, one, other) for one, other in pairs)
    return ours == theirs or (ours != ours and theirs != theirs)  # noqa: PLR0124 - NaN


async def _faults(
    dbs: list[object], types: Strategies, values: dict[str, object], number: int
) -> list[str]:
    for place, db in enumerate(dbs):
        await settled(getattr(db, "add")(number + place, *(values[type_] for type_ in types)))  # noqa: B009 - untyped
    rows = [
        [await settled(getattr(db, "get")(number + place)) for place in range(len(dbs))]  # noqa: B009 - untyped
        for db in dbs
    ]
    faults: list[str] = []
    for column, type_ in enumerate(types):
        found = [getattr(row, f"c{column}") for read in rows for row in read]
        if len(set(map(shown, found))) > 1:
            faults.append(f"{type_}: {values[type_]!r} is {sorted(set(map(shown, found)))}")
        elif not equal(type_, values[type_], found[0]):
            faults.append(f"{type_}: {values[type_]!r} came back as {found[0]!r}")
    return faults


def schema_of(types: Strategies, engine: Engine) -> str:
    """Return a schema with a table that has a column of each type."""
    columns = ", ".join(f"c{place} {type_}" for place, type_ in enumerate(types))
    extension = "CREATE EXTENSION hstore;\n" * (engine is Engine.POSTGRESQL)
    return f"{extension}CREATE TABLE t (id INTEGER PRIMARY KEY, {columns});"


async def connected(
    stack: AsyncExitStack, engine: Engine, package: ModuleType, url: str, schema: str
) -> list[object]:
    """Return the queries over every driver, on one database that holds the schema."""
    twin = importlib.import_module(f"{package.__name__}.sync")
    dbs: list[object] = []
    *schemes, sync = DRIVERS[engine]
    for scheme in schemes:
        made = url.replace(sync, scheme, 1)
        database = await stack.enter_async_context(flash_core.connect(made))
        if not dbs:
            for statement in schema.splitlines():
                await database.execute(statement)
        dbs.append(package.new(database))
    dbs.append(twin.new(stack.enter_context(flash_sync.connect(url))))
    return dbs


@pytest.mark.parametrize("engine", DRIVERS)
def test_every_driver_gives_and_takes_the_same_values(
    request: pytest.FixtureRequest, workshop: Workshop, tmp_path: Path, engine: Engine
) -> None:
    types = {Engine.POSTGRESQL: POSTGRESQL, Engine.MARIADB: MARIADB}.get(engine, SQLITE)
    url = f"sqlite://{tmp_path}/data.db"
    if engine is not Engine.SQLITE:
        server = "postgresql" if engine is Engine.POSTGRESQL else "mysql"
        url = str(request.getfixturevalue(f"{server}_url"))
    schema = schema_of(types, engine)
    names = ", ".join(f"c{place}" for place in range(len(types)))
    given_ = ", ".join(f":c{place}" for place in range(len(types)))
    queries = (
        f"-- name: Add :exec\nINSERT INTO t (id, {names}) VALUES (:id, {given_});\n"
        f"-- name: Get :one\nSELECT {names} FROM t WHERE id = :id;\n"
    )
    package = workshop.compiled(engine, schema, queries)
    nullable = {type_: st.none() | strategy for type_, strategy in types.items()}
    number = iter(range(0, 10**9, 10))

    with start_blocking_portal() as portal:
        stack = AsyncExitStack()
        dbs = portal.call(connected, stack, engine, package, url, schema)

        @settings(
            max_examples=25,
            derandomize=True,
            database=None,
            deadline=None,
            phases=[Phase.generate],  # shrinking takes minutes, and the message names the type
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        )
        @given(st.fixed_dictionaries(nullable))
        def alike(values: dict[str, object]) -> None:
            assert portal.call(_faults, dbs, types, values, next(number)) == []

        try:
            alike()
        finally:
            portal.call(stack.aclose)
