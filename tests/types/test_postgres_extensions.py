"""What CREATE EXTENSION makes visible resolves as on a server that has the extension."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Final

import pytest

from flash_core.catalog.model import Catalog
from flash_core.engine import Engine
from flash_core.sql.source import Span
from flash_core.sql.syntax import TypeName
from flash_core.types.model import UNKNOWN, Signature, SqlType, TypeKind
from flash_core.types.postgres_coercion import base_type
from flash_core.types.postgres_data import Library, built_in, extension
from flash_core.types.systems import type_system

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from psycopg import Connection

    from flash_core.types.model import TypeSystem

    Described = tuple[list[str], list[str]] | None
    Describe = Callable[[str], Described]

# Their files come from another server, of another version.
ELSEWHERE: Final = frozenset(
    {"adminpack", "old_snapshot", "pgcrypto", "sslinfo", "uuid-ossp", "xml2"}
)


def system_with(*names: str, schema: str = "") -> TypeSystem:
    return type_system(
        Engine.POSTGRESQL, Catalog(Engine.POSTGRESQL, extensions=dict.fromkeys(names, schema))
    )


def library_of(name: str) -> Library:
    """Return the objects of an extension, and with them those it requires."""
    found = extension(name)
    assert found is not None, name
    outer = dict(built_in().types.named)
    for required in found.requires:
        outer.update(library_of(required).types.named)
    return found.library(found.schema, outer)


def values(types: Iterable[SqlType]) -> list[str]:
    numbers = itertools.count(1)
    return [f"${next(numbers)}" if type_ == UNKNOWN else f"NULL::{type_.name}" for type_ in types]


def answer(signature: Signature | None, given: Sequence[SqlType]) -> Described:
    if signature is None:
        return None
    asked = [
        argument.name
        for argument, type_ in zip(signature.arguments, given, strict=True)
        if type_ == UNKNOWN
    ]
    return None if UNKNOWN.name in asked else (asked, [base_type(signature.result).name])


def with_unknown(types: Sequence[SqlType]) -> Iterator[list[SqlType]]:
    """Yield the types, and each variation in which one or all are unknown."""
    yield list(types)
    for place in range(len(types)):
        yield [UNKNOWN if place == other else type_ for other, type_ in enumerate(types)]
    yield [UNKNOWN] * len(types)


@pytest.fixture
def available(server: Connection) -> list[str]:
    rows = server.execute("SELECT name FROM pg_available_extensions ORDER BY name").fetchall()
    return [str(row[0]) for row in rows if str(row[0]) not in ELSEWHERE]


def created(server: Connection, names: Iterable[str]) -> Iterator[str]:
    """Yield each extension while the server's database has it."""
    server.execute("SET client_min_messages TO error")
    for name in names:
        server.execute(f'CREATE EXTENSION IF NOT EXISTS "{name}" CASCADE'.encode())
        yield name
        if name != "plpgsql":
            server.execute(f'DROP EXTENSION "{name}" CASCADE'.encode())


def test_every_extension_of_the_server_is_known(available: list[str]) -> None:
    assert [name for name in available if extension(name) is None] == []


def test_an_extension_that_is_not_known_adds_nothing() -> None:
    assert system_with("no_such").named(TypeName(("citext",), span=Span(0, 0))) is None
    assert system_with("../postgres_types").has_function(["lower"])


def test_functions_resolve_as_on_the_server(
    server: Connection, describe: Describe, available: list[str]
) -> None:
    differences: list[object] = []
    for extension_name in created(server, available):
        system, library = system_with(extension_name), library_of(extension_name)
        for name in library.function_names:
            for routine in library.functions(name):
                declared = [
                    SqlType("integer[]", TypeKind.ARRAY, element=SqlType("integer"))
                    if type_.name == "anyarray"
                    else SqlType("integer")
                    if type_.kind is TypeKind.PSEUDO
                    else type_
                    for type_ in routine.arguments
                ]
                for given in with_unknown(declared):
                    ours = system.function([name], given, constants=[None] * len(given))
                    sql = f'SELECT "{name}"({", ".join(values(given))})'
                    if answer(ours, given) != (theirs := describe(sql)):
                        differences.append((extension_name, sql, answer(ours, given), theirs))
    assert differences == []


def test_operators_resolve_as_on_the_server(
    server: Connection, describe: Describe, available: list[str]
) -> None:
    differences: list[object] = []
    text, varchar = SqlType("text"), SqlType("character varying")
    for extension_name in created(server, available):
        system, library = system_with(extension_name), library_of(extension_name)
        own = [type_ for type_ in library.types.named.values() if type_.kind is not TypeKind.PSEUDO]
        near = [*own[:12], text, varchar, SqlType("integer"), UNKNOWN]
        for name in (*library.operator_names, "=", "||", "<"):
            for pair in itertools.product(near, repeat=2) if own else ():
                ours = answer(system.operator(name, *pair), pair)
                first, second = values(pair)
                sql = f"SELECT {first} {name} {second}"
                if ours != (theirs := describe(sql)):
                    differences.append((extension_name, sql, ours, theirs))
    assert differences == []


def test_casts_are_those_of_the_server(
    server: Connection, describe: Describe, available: list[str]
) -> None:
    differences: list[object] = []
    words = "text varchar bool int4 float8 json jsonb inet oid bytea _float4 _text"
    for name in created(server, available):
        system, library = system_with(name), library_of(name)
        own = [type_ for type_ in library.types.named.values() if type_.kind is not TypeKind.PSEUDO]
        built = [built_in().types.named[word] for word in words.split()]
        for source, target in itertools.product([*own, *built], repeat=2) if own else ():
            sql = f"SELECT CAST({values([source])[0]} AS {target.name})"
            if system.castable(source, target, explicit=True) != bool(describe(sql)):
                differences.append((name, sql))
    assert differences == []


def test_views_have_the_columns_of_the_server(
    server: Connection, describe: Describe, available: list[str]
) -> None:
    checked = 0
    for name in created(server, available):
        rows = server.execute(
            "SELECT c.relname FROM pg_class c JOIN pg_depend d ON d.objid = c.oid"
            " WHERE d.refclassid = 'pg_extension'::regclass AND c.relkind IN ('r', 'v')"
        ).fetchall()
        for (view,) in rows:
            found = system_with(name).relation([view])
            theirs = describe(f'SELECT * FROM "{view}"')
            assert found is not None, view
            assert theirs is not None, view
            assert [base_type(type_).name for _, type_, _ in found.columns] == theirs[1], view
            checked += 1
    assert checked > 2


def test_an_extension_is_visible_in_its_schema_alone() -> None:
    system = system_with("citext", schema="ext")
    assert system.named(TypeName(("citext",), span=Span(0, 0))) is None
    found = system.named(TypeName(("ext", "citext"), span=Span(0, 0)))
    assert found is not None
    assert found == SqlType("citext", schema="ext")
    assert system.function(["regexp_match"], [found, found]) is not None  # by its cast to text
    result = system.function(["ext", "regexp_match"], [found, found])
    assert result is not None
    assert result.arguments == (found, found)


def test_what_an_extension_requires_comes_with_it() -> None:
    system = system_with("earthdistance")
    earth = system.named(TypeName(("earth",), span=Span(0, 0)))
    assert earth is not None
    assert earth == SqlType("earth", TypeKind.DOMAIN, element=SqlType("cube"))
    found = system.function(["earth_distance"], [earth, earth])
    assert found is not None
    assert found.result == SqlType("double precision")
