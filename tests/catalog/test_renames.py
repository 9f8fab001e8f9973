"""What directives in schema files say of former names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flash_core.catalog.build import build
from flash_core.engine import Engine
from flash_core.sql.parse import parse_script
from flash_core.sql.source import SourceFile

if TYPE_CHECKING:
    from tests.catalog.conftest import Load


def renames(text: str, engine: Engine = Engine.POSTGRESQL) -> list[str]:
    """Return each rename as words, then the problems."""
    source = SourceFile("schema.sql", text)
    statements, _ = parse_script(source, engine)
    catalog, problems = build([(source, item) for item in statements], engine)
    found = [
        f"{item.kind} {'.'.join((*item.owner, item.old))} {'.'.join(item.name)}"
        + ("" if item.schema is None else f" from {item.schema or 'public'}")
        for item in catalog.renames
    ]
    return [*found, *(item.render() for item in problems)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("-- flash:rename a b\nCREATE TABLE b (x int);", "table a b"),
        ("-- flash:rename b.a b.x\nCREATE TABLE b (x int);", "column b.a x"),
        ("CREATE TABLE b ( -- @renamed from=a\n x int);", "table a b"),
        ("CREATE TABLE b (x int); -- @renamed from=a", "table a b"),
        ("CREATE TABLE b (\n x int, -- @renamed from=y\n z int);", "column b.y x"),
        ("CREATE TABLE b (\n x int,\n z int -- @renamed from=y\n);", "column b.y z"),
        ("CREATE TABLE b (\n -- atlas:renamed_from y\n x int, z int);", "column b.y x"),
        ('CREATE TABLE b (x int, /* flash:rename "A b" z */ z int);', "column b.A b z"),
        ("CREATE TABLE b (x int);\n\n-- flash:renamed from=a\nCREATE TABLE c ();", "table a c"),
        ("-- flash:rename t x\nCREATE TABLE x (x int);", "table t x"),
        ("CREATE TABLE x (\n-- flash:rename t x\n x int);", "column x.t x"),
        ("CREATE TABLE b (x int CONSTRAINT c UNIQUE -- flash:rename d c\n);", "constraint b.d c"),
        ("CREATE TABLE b (x int,\nCONSTRAINT c UNIQUE (x) -- @renamed from=d\n);", "constraint b.d c"),
        ("CREATE TABLE b (x int);\nALTER TABLE b ADD CONSTRAINT c UNIQUE (x); -- flash:rename d c",
         "constraint b.d c"),
        ("CREATE TABLE b (x int); CREATE INDEX i ON b (x); -- flash:rename j i", "index b.j i"),
        ("CREATE TYPE m AS ENUM ('a', -- @renamed from='A b'\n'b');", "value m.A b a"),
        ("-- flash:rename n m\nCREATE TYPE m AS ENUM ('a');", "type n m"),
        ("-- flash:rename n m\nCREATE DOMAIN m AS int;", "type n m"),
        ("-- flash:rename n m\nCREATE VIEW m AS SELECT 1 AS x;", "view n m"),
        ("-- flash:rename n m\nCREATE SEQUENCE m;", "sequence n m"),
        ("-- flash:rename n m\nCREATE SCHEMA m;", "schema n m"),
        ("CREATE SCHEMA s;\n-- flash:rename a s.a\nCREATE TABLE s.a ();", "table a s.a from public"),
        ("CREATE SCHEMA s;\n-- @renamed from=r.a\nCREATE TABLE s.b ();", "table a s.b from r"),
        ("-- flash:rename f g\nCREATE FUNCTION g() RETURNS int RETURN 1;", "function f g"),
        ("-- flash:rename f g\nCREATE AGGREGATE g(int) (SFUNC = s, STYPE = int);", "aggregate f g"),
        ("-- flash:rename n m\nCREATE COLLATION m (locale = 'C');", "collation n m"),
        ("CREATE TABLE t (a int);\n-- flash:rename n m\nCREATE POLICY m ON t;", "policy t.n m"),
        ("-- flash:rename n s.m\nCREATE SCHEMA s; CREATE TABLE s.m ();", "the statement beside"),
    ],
)  # fmt: skip
def test_a_directive_means_what_it_names_or_stands_beside(text: str, expected: str) -> None:
    (found,) = renames(text)
    assert expected in found


def test_an_index_in_a_table_of_mysql_has_a_former_name() -> None:
    text = "CREATE TABLE b (x int,\n KEY i (x) -- @renamed from=j\n);"
    assert renames(text, Engine.MARIADB) == ["index b.j i"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("-- flash:rename a\nCREATE TABLE b ();", "flash:rename takes the old and the new name"),
        ("-- @renamed from=a b\nCREATE TABLE b ();", "@renamed takes one name, the old one"),
        ("-- flash:rename a c\nCREATE TABLE b ();", 'defines nothing called "c"'),
        (
            "CREATE SCHEMA s; CREATE TABLE s.t (x int);\n-- flash:rename r.a s.b\nCREATE INDEX b ON s.t (x);",
            "a comment cannot move the index to another schema",
        ),
        ("CREATE TABLE b ();\n-- flash:rename a b", "there is nothing beside this comment"),
        ("-- flash:rename a b\nCOMMENT ON SCHEMA public IS 'x';", "there is nothing beside"),
    ],
)
def test_a_directive_that_means_nothing_is_an_error_with_carets(text: str, message: str) -> None:
    (found,) = renames(text)
    assert message in found
    assert "^^^^" in found


def test_what_only_talks_about_directives_is_none() -> None:
    assert renames("-- see the guide on flash:rename a b\nCREATE TABLE b (x text);") == []
    assert renames("CREATE TABLE b (x text DEFAULT '-- flash:rename a b');") == []


@pytest.mark.parametrize("change", ["RENAME TO renamed", "SET SCHEMA other"])
@pytest.mark.parametrize(
    ("made", "kind", "name"),
    [
        ("CREATE TABLE t (i serial)", "SEQUENCE", "t_i_seq"),
        ("CREATE TABLE t (i int GENERATED ALWAYS AS IDENTITY)", "SEQUENCE", "t_i_seq"),
        ("CREATE SEQUENCE s", "SEQUENCE", "s"),
        ("CREATE TABLE t (i int); CREATE INDEX x ON t (i)", "INDEX", "x"),
    ],
)
def test_alter_table_renames_sequences_and_indexes_too(
    made: str, kind: str, name: str, change: str, load: Load
) -> None:
    if kind == "INDEX" and change.startswith("SET"):
        change = "RENAME TO again"  # an index is where its table is
    schema = f"CREATE SCHEMA other; {made};"
    as_table = load(Engine.POSTGRESQL, f"{schema} ALTER TABLE {name} {change};")
    as_itself = load(Engine.POSTGRESQL, f"{schema} ALTER {kind} {name} {change};")
    assert as_table == as_itself != load(Engine.POSTGRESQL, schema)
