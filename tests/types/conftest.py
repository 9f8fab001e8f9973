"""A PostgreSQL server to compare with, and the types that its database defines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flash_core.catalog.model import Catalog, Column, Composite, Domain, Enum
from flash_core.engine import Engine
from flash_core.sql.source import Span
from flash_core.sql.syntax import TypeName

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from psycopg import Connection

SCHEMA = """
CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE DOMAIN email AS text;
CREATE DOMAIN work_email AS email;
CREATE DOMAIN amount AS integer;
CREATE TYPE pair AS (x integer, y text);
CREATE SCHEMA app;
CREATE TYPE app.state AS ENUM ('on', 'off');
"""


def _type(*parts: str) -> TypeName:
    return TypeName(parts, span=Span(0, 0))


@pytest.fixture
def user_types() -> Catalog:
    """Return what :data:`SCHEMA` defines."""
    return Catalog(
        Engine.POSTGRESQL,
        enums=(Enum("mood", ("sad", "happy")), Enum("state", ("on", "off"), "app")),
        domains=(
            Domain("email", _type("text"), "text"),
            Domain("work_email", _type("email"), "email"),
            Domain("amount", _type("int4"), "integer"),
            Domain("loop", _type("loop"), "loop"),
        ),
        composites=(
            Composite(
                "pair",
                (Column("x", _type("int4"), "integer"), Column("y", _type("text"), "text")),
            ),
        ),
    )


@pytest.fixture
def server(postgresql_url: str) -> Iterator[Connection]:
    """Return a connection to a database with :data:`SCHEMA`."""
    import psycopg  # noqa: PLC0415 - not needed by tests that use no server

    with psycopg.connect(postgresql_url, autocommit=True) as connection:
        connection.execute(SCHEMA)
        connection.execute("SET statement_timeout = 500")
        yield connection


@pytest.fixture
def describe(server: Connection) -> Callable[[str], tuple[list[str], list[str]] | None]:
    """Return a function that asks the server what a statement takes and returns.

    It gives the printed types of the parameters and of the columns, or ``None`` when the
    server refuses the statement.
    """
    names: dict[int, str] = {}

    def name(oid: int) -> str:
        if oid not in names:
            row = server.execute("SELECT format_type(%s, NULL)", (oid,)).fetchone()
            names[oid] = "" if row is None else str(row[0])
        return names[oid]

    def described(sql: str) -> tuple[list[str], list[str]] | None:
        from psycopg.pq import ExecStatus  # noqa: PLC0415 - as above

        if server.pgconn.prepare(b"", sql.encode()).status != ExecStatus.COMMAND_OK:
            return None
        found = server.pgconn.describe_prepared(b"")
        parameters = [name(found.param_type(place)) for place in range(found.nparams)]
        return parameters, [name(found.ftype(place)) for place in range(found.nfields)]

    return described
