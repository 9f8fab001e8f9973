"""What schemas add to the type system: routines, operators, casts, ranges, extensions, paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flash_core.engine import Engine
from flash_core.types.definitions import ArgumentMode, RoutineKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from flash_core.catalog.model import Catalog
    from flash_core.sql.source import Diagnostic
    from flash_core.sql.syntax import TypeName
    from flash_core.types.definitions import RoutineDefinition

    Build = Callable[..., tuple[Catalog, list[Diagnostic]]]
    Load = Callable[..., Catalog]

PG = Engine.POSTGRESQL


def spelt(type_: TypeName | None) -> str:
    return "" if type_ is None else ".".join(type_.parts) + "[]" * type_.dimensions


def signature(routine: RoutineDefinition) -> str:
    """Return a routine on one line, as ``app.f(a int4, out b text) -> setof users strict``."""
    arguments = (
        f"{'' if a.mode is ArgumentMode.IN else a.mode + ' '}{a.name} {spelt(a.type)}".strip()
        + "=" * a.has_default
        for a in routine.arguments
    )
    name = f"{routine.schema}.{routine.name}" if routine.schema else routine.name
    result = "setof " * routine.returns_set + spelt(routine.result)
    kind = "" if routine.kind is RoutineKind.FUNCTION else f" {routine.kind}"
    return f"{name}({', '.join(arguments)}) -> {result}{kind}{' strict' * routine.strict}"


TABLE = "CREATE TABLE users (id int, email varchar(9)); CREATE SCHEMA app; "
ROUTINES = {
    "CREATE FUNCTION f(a int, text DEFAULT 'x') RETURNS SETOF users STRICT LANGUAGE sql AS ''": (
        "f(a int4, text=) -> setof users strict"
    ),
    "CREATE FUNCTION app.f(INOUT a int[], OUT b numeric) LANGUAGE sql AS ''": (
        "app.f(inout a int4[], out b numeric) -> "
    ),
    "CREATE FUNCTION f(VARIADIC x anyarray) RETURNS TABLE (n bigint, t text) LANGUAGE sql AS ''": (
        "f(variadic x anyarray, table n int8, table t text) -> setof "
    ),
    "CREATE FUNCTION f(users.email%TYPE) RETURNS users.id%TYPE LANGUAGE sql AS ''": (
        "f(varchar) -> int4"
    ),
    "CREATE FUNCTION f() RETURNS trigger RETURNS NULL ON NULL INPUT LANGUAGE plpgsql AS ''": (
        "f() -> trigger strict"
    ),
    "CREATE PROCEDURE p(IN a int, INOUT b int) LANGUAGE sql BEGIN ATOMIC SELECT 1; END": (
        "p(a int4, inout b int4) ->  procedure"
    ),
    "CREATE AGGREGATE s(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0')": (
        "s(int4) -> int4 aggregate"
    ),
    "CREATE AGGREGATE a(float8) (SFUNC = float8_accum, STYPE = float8[], FINALFUNC = float8_avg)": (
        "a(float8) -> double precision aggregate"
    ),
    "CREATE AGGREGATE old (BASETYPE = int, SFUNC = int4pl, STYPE = int)": (
        "old(int4) -> int4 aggregate"
    ),
    "CREATE AGGREGATE n(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0')": (
        "n() -> int8 aggregate"
    ),
    "CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS ''; ALTER FUNCTION f(int) RENAME TO g;"
    "ALTER FUNCTION g SET SCHEMA app; ALTER FUNCTION app.g STRICT": "app.g(int4) -> int4 strict",
    "CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS '1';"
    "CREATE FUNCTION f(text) RETURNS int LANGUAGE sql AS '2';"
    "DROP FUNCTION f(x integer)": "f(text) -> int4",
    "SET search_path = app, public;"
    "CREATE FUNCTION f(users) RETURNS users LANGUAGE sql AS ''": "app.f(public.users) -> public.users",
}


@pytest.mark.parametrize("text", ROUTINES)
def test_routines_have_the_signature_that_their_statements_say(load: Load, text: str) -> None:
    assert [signature(routine) for routine in load(PG, TABLE + text).routines] == [ROUTINES[text]]


def test_what_is_dropped_is_no_longer_kept_as_text(load: Load) -> None:
    catalog = load(
        PG,
        """CREATE FUNCTION f(a int DEFAULT 1) RETURNS int LANGUAGE sql AS '';
           ALTER FUNCTION f RENAME TO g; DROP FUNCTION g(integer);
           CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq);
           DROP OPERATOR === (int, int);
           CREATE CAST (int AS text) WITH INOUT; DROP CAST (int AS text);
           CREATE EXTENSION citext; DROP EXTENSION citext;""",
    )
    assert catalog.others == ()
    assert (catalog.routines, catalog.operators, catalog.casts) == ((), (), ())
    assert catalog.extensions == {}


def test_operators_casts_ranges_and_extensions_are_known(load: Load) -> None:
    catalog = load(
        PG,
        """CREATE SCHEMA app; CREATE TYPE mood AS ENUM ('ok');
           CREATE FUNCTION app.same(mood, text) RETURNS boolean LANGUAGE sql AS '';
           CREATE OPERATOR app.=== (LEFTARG = mood, RIGHTARG = text, FUNCTION = app.same);
           CREATE CAST (text AS mood) WITH INOUT AS IMPLICIT;
           CREATE TYPE app.span AS RANGE (SUBTYPE = float8, MULTIRANGE_TYPE_NAME = app.spans);
           CREATE EXTENSION IF NOT EXISTS citext WITH SCHEMA app; CREATE EXTENSION hstore;""",
    )
    (operator,) = catalog.operators
    assert (operator.schema, operator.name, operator.function) == ("app", "===", ("app", "same"))
    assert [(c.source.parts, c.context, c.binary) for c in catalog.casts] == [
        (("text",), "implicit", False)
    ]
    (span,) = catalog.ranges
    assert (span.schema, span.name, span.multirange) == ("app", "span", "spans")
    assert catalog.extensions == {"citext": "app", "hstore": ""}


WRONG = {
    "CREATE FUNCTION f(mod) RETURNS int LANGUAGE sql AS ''": ("42704", "mod"),
    "CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS '';"
    "CREATE FUNCTION f(integer) RETURNS int LANGUAGE sql AS ''": ("42723", "f"),
    "CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS '';"
    "CREATE OR REPLACE FUNCTION f(int) RETURNS text LANGUAGE sql AS ''": ("42P13", "f"),
    "CREATE FUNCTION f(users.emial%TYPE) RETURNS int LANGUAGE sql AS ''": ("42703", "users.emial"),
    "DROP FUNCTION nothing(int)": ("42883", "nothing"),
    "ALTER FUNCTION nothing(int) RENAME TO g": ("42883", "nothing"),
    "CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS '';"
    "CREATE FUNCTION f(text) RETURNS int LANGUAGE sql AS ''; DROP FUNCTION f": ("42725", "f"),
    "SELECT set_config('search_path', '', false); CREATE TABLE t (a int)": ("3F000", "t"),
}


@pytest.mark.parametrize("text", WRONG)
def test_what_the_server_refuses_is_refused_with_its_code(built: Build, text: str) -> None:
    _, (problem,) = built(PG, TABLE + text)
    marked = problem.source.text[problem.span.start : problem.span.end]
    assert (problem.sqlstate, marked) == WRONG[text]


def test_an_unqualified_name_goes_to_the_first_schema_of_the_path_in_force(load: Load) -> None:
    catalog = load(
        PG,
        """CREATE SCHEMA app; CREATE TABLE a (x int); SET search_path TO app, public;
           CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE t (m mood, n public.a);
           ALTER TABLE a ADD COLUMN y int;""",
        "CREATE TABLE u (m mood[])",
    )
    assert [(table.schema, table.name) for table in catalog.tables] == [
        ("", "a"),
        ("app", "t"),
        ("app", "u"),
    ]
    assert catalog.find_table(("t",)) is catalog.find_table(("app", "t"))
    assert catalog.find_table(("a",)) is catalog.find_table(("public", "a"))
    assert [len(table.columns) for table in catalog.tables] == [2, 2, 1]


def test_the_empty_path_of_a_dump_hides_nothing_from_queries(load: Load) -> None:
    catalog = load(
        PG,
        """SELECT pg_catalog.set_config('search_path', '', false);
           CREATE TABLE public.t (a integer);""",
        "CREATE TABLE u (a int)",
    )
    assert catalog.find_table(("t",)) is not None
    assert catalog.find_table(("u",)) is not None


def test_a_database_can_have_a_search_path(load: Load) -> None:
    catalog = load(
        PG, 'CREATE SCHEMA app; ALTER DATABASE d SET search_path = "$user", app; CREATE TABLE t ()'
    )
    assert catalog.search_path == ("app",)
    assert catalog.find_table(("t",)) is None
