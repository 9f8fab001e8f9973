"""Every operator, function, cast and common type over many types, as a live server has them.

A sample of the cases runs by default, all of them under the profile ``fuzz``.
"""

from __future__ import annotations

import itertools
import os
import random
from typing import TYPE_CHECKING, Final, TypeVar

import pytest

from flash_core.catalog.model import Catalog
from flash_core.engine import Engine
from flash_core.sql.source import Span
from flash_core.sql.syntax import TypeName
from flash_core.types.model import UNKNOWN, CallKind, Signature, SqlType, TypeKind
from flash_core.types.postgres_coercion import base_type
from flash_core.types.postgres_data import built_in
from flash_core.types.systems import type_system

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from psycopg import Connection

    from flash_core.types.model import TypeSystem

    Described = tuple[list[str], list[str]] | None
    Describe = Callable[[str], Described]

_Case = TypeVar("_Case")

EVERY_CASE: Final = os.environ.get("HYPOTHESIS_PROFILE") == "fuzz"
SAMPLE: Final = 3000

TYPES: Final = """
    bool int2 int4 int8 numeric float4 float8 money oid regclass
    text varchar bpchar name char bytea uuid inet cidr bit varbit xml
    date time timetz timestamp timestamptz interval
    json jsonb jsonpath point box tsvector tsquery
    int4range numrange tstzrange int4multirange
    _int4 _int8 _text _varchar _mood _email _jsonb int2vector oidvector
    mood email amount pair app.state ages age_list ?
"""

SCHEMA: Final = """
CREATE DOMAIN ages AS int4range;
CREATE DOMAIN age_list AS integer[];
"""


def chosen(cases: Iterable[_Case]) -> list[_Case]:
    """Return all cases, or a sample that is the same in every run."""
    found = list(cases)
    if EVERY_CASE or len(found) <= SAMPLE:
        return found
    return random.Random(1).sample(found, SAMPLE)  # noqa: S311 - a sample, not a secret


@pytest.fixture
def system(user_types: Catalog, server: Connection) -> TypeSystem:
    """Return the types of a schema with domains over a range and an array."""
    from flash_core.catalog.model import Domain  # noqa: PLC0415 - used here alone

    server.execute(SCHEMA.encode())
    more = (
        Domain("ages", TypeName(("int4range",), span=Span(0, 0)), "int4range"),
        Domain("age_list", TypeName(("int4",), dimensions=1, span=Span(0, 0)), "integer[]"),
    )
    catalog = Catalog(
        Engine.POSTGRESQL,
        enums=user_types.enums,
        domains=(*user_types.domains, *more),
        composites=user_types.composites,
    )
    return type_system(Engine.POSTGRESQL, catalog)


def pool(system: TypeSystem, words: str = TYPES) -> list[SqlType]:
    found: list[SqlType] = []
    for word in words.split():
        type_ = system.named(TypeName(tuple(word.split(".")), span=Span(0, 0)))
        assert type_ is not None or word == "?", word
        found.append(type_ or UNKNOWN)
    return found


def printed(type_: SqlType) -> str:
    return f"{type_.schema}.{type_.name}" if type_.schema else type_.name


def values(types: Iterable[SqlType]) -> list[str]:
    """Return one expression per type; unknown ones are parameters."""
    numbers = itertools.count(1)
    return [
        f"${next(numbers)}" if type_ == UNKNOWN else f"NULL::{printed(type_)}" for type_ in types
    ]


def answer(signature: Signature | None, given: Sequence[SqlType]) -> Described:
    """Return a signature in the form of the server's answer."""
    if signature is None:
        return None
    asked = [
        printed(argument)
        for argument, type_ in zip(signature.arguments, given, strict=True)
        if type_ == UNKNOWN
    ]
    return None if UNKNOWN.name in asked else (asked, [printed(base_type(signature.result))])


def test_every_operator_over_every_pair(system: TypeSystem, describe: Describe) -> None:
    names = sorted(
        name
        for name in built_in().operator_names
        if any(len(operator.arguments) == 2 for operator in built_in().operators(name))
    )
    differences: list[object] = []
    for name, left, right in chosen(itertools.product(names, pool(system), pool(system))):
        first, second = values((left, right))
        sql = f"SELECT {first} {name} {second}"
        ours = answer(system.operator(name, left, right), (left, right))
        if ours != (theirs := describe(sql)):
            differences.append((sql, ours, theirs))
    assert differences == []


def test_every_prefix_operator_over_every_type(system: TypeSystem, describe: Describe) -> None:
    differences: list[object] = []
    for name, operand in itertools.product(built_in().operator_names, pool(system)):
        sql = f"SELECT {name} {values([operand])[0]}"
        ours = answer(system.operator(name, None, operand), [operand])
        if ours != (theirs := describe(sql)):
            differences.append((sql, ours, theirs))
    assert differences == []


def _calls(system: TypeSystem) -> list[tuple[str, tuple[SqlType, ...]]]:
    """Return calls of every function with types near its declared ones, and far from them."""
    dice = random.Random(2)  # noqa: S311 - a sample, not a secret
    types = pool(system)
    found: set[tuple[str, tuple[SqlType, ...]]] = set()
    for name in sorted(system.function_names()):
        for routine in built_in().functions(name):
            declared = [
                dice.choice(types) if type_.kind is TypeKind.PSEUDO else type_
                for type_ in routine.arguments
            ]
            for _ in range(6 if EVERY_CASE else 2):
                mixed = [
                    dice.choice((type_, type_, UNKNOWN, dice.choice(types))) for type_ in declared
                ]
                mixed = mixed[: len(mixed) - dice.choice((0, 0, 0, routine.defaults, 1))]
                if routine.variadic is not None:
                    mixed += [dice.choice(types) for _ in range(dice.choice((0, 1, 2)))]
                found.add((name, tuple(mixed)))
    return sorted(found, key=str)


def test_every_function_over_near_and_far_types(system: TypeSystem, describe: Describe) -> None:
    differences: list[object] = []
    for name, given in chosen(_calls(system)):
        signature = system.function([name], given, constants=[None] * len(given))
        if signature is not None and signature.ordered:
            continue  # these need WITHIN GROUP
        over = " OVER ()" if signature and signature.kind is CallKind.WINDOW else ""
        sql = f'SELECT pg_catalog."{name}"({", ".join(values(given))}){over}'
        ours = answer(signature, given)
        if ours != (theirs := describe(sql)):
            differences.append((sql, ours, theirs))
    assert differences == []


def test_every_ordered_set_aggregate(system: TypeSystem, describe: Describe) -> None:
    names = ("mode", "percentile_cont", "percentile_disc", "rank", "dense_rank", "cume_dist")
    types = pool(system, "int4 numeric float8 text name mood timestamptz interval _float8 ?")
    differences: list[object] = []
    for name, direct, key in chosen(itertools.product(names, types, types)):
        given = [key] if name == "mode" else [direct, key]
        signature = system.function([name], given, constants=[None] * len(given))
        *first, last = values(given)
        sql = f"SELECT {name}({', '.join(first)}) WITHIN GROUP (ORDER BY {last})"
        ours = answer(signature, given)
        if ours != (theirs := describe(sql)):
            differences.append((sql, ours, theirs))
    assert differences == []


def test_common_types_of_two_and_three(system: TypeSystem, describe: Describe) -> None:
    types = pool(system)
    cases = [*itertools.product(types, repeat=2), *itertools.product(types, repeat=3)]
    differences: list[object] = []
    for given in chosen(cases):
        ours = system.common(given)
        sql = f"SELECT coalesce({', '.join(values(given))})"
        theirs = describe(sql)
        if (None if ours is None else [printed(base_type(ours))]) != (theirs and theirs[1]):
            differences.append((sql, ours, theirs))
    assert differences == []


def test_every_cast(server: Connection, system: TypeSystem, describe: Describe) -> None:
    types = [type_ for type_ in pool(system) if type_ != UNKNOWN]
    for place, type_ in enumerate(types):
        server.execute(f"CREATE TABLE receiver{place} (x {printed(type_)})".encode())
    differences: list[object] = []
    for (place, target), source in chosen(itertools.product(enumerate(types), types)):
        value = values([source])[0]
        explicit = f"SELECT CAST({value} AS {printed(target)})"
        assigned = f"UPDATE receiver{place} SET x = {value}"
        for sql, how in ((explicit, True), (assigned, False)):
            if system.castable(source, target, explicit=how) != bool(describe(sql)):
                differences.append(sql)
    assert differences == []
