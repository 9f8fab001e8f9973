"""Placeholders and macros to the engine's numbered form."""

from __future__ import annotations

import importlib
import sqlite3
from contextlib import closing
from typing import Protocol, cast

import pytest

from flash_core.engine import Engine
from flash_core.sql.placeholders import Rewritten, Slot, rewrite
from flash_core.sql.source import SourceFile, Span


class _Tree(Protocol):
    stmts: list[object]


class _Postgast(Protocol):
    """What is used here of a library whose own stubs no type checker can read."""

    def parse(self, sql: str, /) -> _Tree: ...


postgast = cast("_Postgast", importlib.import_module("postgast"))
POSTGRESQL, MYSQL, SQLITE = Engine.POSTGRESQL, Engine.MYSQL, Engine.SQLITE
LEAD = "-- ü\n"


def rewritten(sql: str, engine: Engine = POSTGRESQL) -> Rewritten:
    """Rewrite a statement that stands in the middle of a file; nothing may be wrong."""
    source = SourceFile("q.sql", f"{LEAD}{sql};\n")
    result, problems = rewrite(source, Span(len(LEAD), len(LEAD) + len(sql)), engine)
    assert [problem.render() for problem in problems] == []
    return result


def complaint(sql: str, engine: Engine = POSTGRESQL) -> list[tuple[str, str, str | None]]:
    """Return the marked text, message and hint of every problem."""
    source = SourceFile("q.sql", sql)
    _, problems = rewrite(source, Span(0, len(sql)), engine)
    return [(sql[p.span.start : p.span.end], p.message, p.hint) for p in problems]


@pytest.mark.parametrize(
    ("sql", "postgresql", "sqlite", "mysql", "order"),
    [
        ("f($1, $2, $1)", "f($1, $2, $1)", "f(?1, ?2, ?1)", "f(?, ?, ?)", (1, 2, 1)),
        ("f($2, $1)", "f($2, $1)", "f(?2, ?1)", "f(?, ?)", (2, 1)),
        ("f(?, ?)", "f($1, $2)", "f(?1, ?2)", "f(?, ?)", (1, 2)),
        ("f(?2, ?1, ?)", "f($2, $1, $3)", "f(?2, ?1, ?3)", "f(?, ?, ?)", (2, 1, 3)),
        ("f(:a, :b, :a)", "f($1, $2, $1)", "f(?1, ?2, ?1)", "f(?, ?, ?)", (1, 2, 1)),
        ("f(@a, :a, @b)", "f($1, $1, $2)", "f(?1, ?1, ?2)", "f(?, ?, ?)", (1, 1, 2)),
        ("f(flash.arg(a), sqlc.arg('a'))", "f($1, $1)", "f(?1, ?1)", "f(?, ?)", (1, 1)),
        ('f( flash . ARG /*x*/ ( "a" ) )', "f( $1 )", "f( ?1 )", "f( ? )", (1,)),
        ("LIMIT:n OFFSET:m", "LIMIT $1 OFFSET $2", "LIMIT?1 OFFSET?2", "LIMIT? OFFSET?", (1, 2)),
        ("':a' \"@b\" -- $1", "':a' \"@b\" -- $1", "':a' \"@b\" -- $1", "':a' \"@b\" -- $1", ()),
        ("f(flash.x, a.flash.arg(1))", *["f(flash.x, a.flash.arg(1))"] * 3, ()),
        (
            "INSERT INTO flash.t (a) VALUES (?)",
            "INSERT INTO flash.t (a) VALUES ($1)",
            "INSERT INTO flash.t (a) VALUES (?1)",
            "INSERT INTO flash.t (a) VALUES (?)",
            (1,),
        ),
        (
            "'\\d%' || \"\"\"\" || 'ß' || :a",
            "'\\d%' || \"\"\"\" || 'ß' || $1",
            "'\\d%' || \"\"\"\" || 'ß' || ?1",
            "'\\d%' || \"\"\"\" || 'ß' || ?",
            (1,),
        ),
    ],
)
def test_every_style_becomes_the_engines_own(
    sql: str, postgresql: str, sqlite: str, mysql: str, order: tuple[int, ...]
) -> None:
    results = {engine: rewritten(sql, engine) for engine in Engine}
    assert {engine: (result.sql, result.order) for engine, result in results.items()} == {
        POSTGRESQL: (postgresql, order),
        SQLITE: (sqlite, order),
        MYSQL: (mysql, order),
        Engine.MARIADB: (mysql, order),
    }


def test_a_slot_knows_its_name_its_nature_and_every_use() -> None:
    sql = "SELECT :a, flash.narg(b) WHERE id IN (flash.slice(ids)) OR x = flash.arg(b)"
    spans = [sql.index(part) for part in (":a", "flash.narg", "flash.slice", "flash.arg")]
    at = [Span(len(LEAD) + start, len(LEAD) + start) for start in spans]
    result = rewritten(sql)
    assert result.slots == (
        Slot(1, "a", nullable=False, slice=False, spans=(Span(at[0].start, at[0].start + 2),)),
        Slot(
            2,
            "b",
            nullable=True,
            slice=False,
            spans=(Span(at[1].start, at[1].start + 13), Span(at[3].start, at[3].start + 12)),
        ),
        Slot(3, "ids", nullable=False, slice=True, spans=(Span(at[2].start, at[2].start + 16),)),
    )


@pytest.mark.parametrize(
    ("sql", "postgresql", "sqlite"),
    [
        ("a IN (flash.slice(ids))", "a = ANY ($1)", "a IN (?1)"),
        ("a not  in(sqlc.slice('ids'))", "a <> ALL($1)", "a not  in(?1)"),
        (
            "a IN (flash.slice(x)) OR b IN (flash.slice(x))",
            "a = ANY ($1) OR b = ANY ($1)",
            "a IN (?1) OR b IN (?1)",
        ),
    ],
)
def test_a_slice_is_an_array_on_postgresql(sql: str, postgresql: str, sqlite: str) -> None:
    assert (rewritten(sql).sql, rewritten(sql, SQLITE).sql) == (postgresql, sqlite)


@pytest.mark.parametrize(
    ("engine", "sql"),
    [
        (Engine.POSTGRESQL, "a = $1 AND b = ANY ($2) AND c = $3"),
        (Engine.MYSQL, "a = ? AND b IN (?) AND c = ?"),
        (Engine.SQLITE, "a = ?1 AND b IN (?2) AND c = ?3"),
    ],
)
def test_a_slice_may_stand_beside_question_marks(engine: Engine, sql: str) -> None:
    result = rewritten("a = ? AND b IN (flash.slice(ids)) AND c = ?", engine)
    assert (result.sql, result.order) == (sql, (1, 2, 3))
    assert [slot.name for slot in result.slots] == [None, "ids", None]


def test_any_takes_a_slice_on_postgresql_as_it_is() -> None:
    result = rewritten("a = ANY(flash.slice(ids))")
    assert (result.sql, [slot.slice for slot in result.slots]) == ("a = ANY($1)", [True])


def test_embed_becomes_a_star_that_is_remembered() -> None:
    result = rewritten('SELECT flash.embed(u), sqlc.embed(app."P p"), u.* FROM u')
    assert result.sql == 'SELECT u.*, app."P p".*, u.* FROM u'
    assert [result.sql[span.start : span.end] for span in result.embeds] == ["u.*", 'app."P p".*']


def test_a_star_does_not_merge_with_an_operator_behind_it() -> None:
    result = rewritten("SELECT flash.embed(u)/* c */FROM u")
    assert result.sql == "SELECT u.* /* c */FROM u"
    assert [result.sql[span.start : span.end] for span in result.embeds] == ["u.*"]


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("SELECT @a := @a + 1, @b", "SELECT @a := @a + 1, ?"),
        ("SET @a = @b, @c = 1", "SET @a = ?, @c = 1"),
        ("SELECT 1, 2 INTO @a, @b", "SELECT 1, 2 INTO @a, @b"),
        ("SELECT @@version, @'x', @a", "SELECT @@version, @'x', ?"),
    ],
)
def test_variables_that_mysql_assigns_are_not_parameters(sql: str, expected: str) -> None:
    assert rewritten(sql, MYSQL).sql == expected


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        (
            "f($1, $3)",
            [
                (
                    "$3",
                    "parameter $2 is never used",
                    "number the parameters without a gap: write $2 here",
                )
            ],
        ),
        (
            "f(?5)",
            [
                (
                    "?5",
                    "parameter ?1 is never used",
                    "number the parameters without a gap: write ?1 here",
                )
            ],
        ),
        ("f($0)", [("$0", "parameter $0 is out of range", "use numbers from 1 to 65535")]),
        (
            "f($99999999999)",
            [
                (
                    "$99999999999",
                    "parameter $99999999999 is out of range",
                    "use numbers from 1 to 65535",
                )
            ],
        ),
        (
            "f($1, :a)",
            [
                (
                    ":a",
                    ":a is mixed with $1 in one statement",
                    "name every parameter, or number every one",
                )
            ],
        ),
        (
            "f(flash.arg(a), ?)",
            [
                (
                    "?",
                    "? is mixed with flash.arg(a) in one statement",
                    "name every parameter, or number every one",
                )
            ],
        ),
        ("f($1, ?)", [("?", "? is mixed with $1 in one statement", "number every parameter")]),
        ("f(flash.agr(a))", [("flash.agr", "unknown macro flash.agr", "did you mean flash.arg?")]),
        (
            "f(sqlc.xyz(a))",
            [
                (
                    "sqlc.xyz",
                    "unknown macro sqlc.xyz",
                    "the macros are sqlc.arg, sqlc.narg, sqlc.slice, sqlc.embed",
                )
            ],
        ),
        (
            "f(flash.arg())",
            [("flash.arg()", "flash.arg takes one name", "write flash.arg(user_id)")],
        ),
        (
            "f(flash.narg(a, b))",
            [("flash.narg(a, b)", "flash.narg takes one name", "write flash.narg(user_id)")],
        ),
        (
            "f(flash.arg('a b'))",
            [("flash.arg('a b')", "flash.arg takes one name", "write flash.arg(user_id)")],
        ),
        (
            "f(flash.arg(:a))",
            [("flash.arg(:a)", "flash.arg takes one name", "write flash.arg(user_id)")],
        ),
        (
            "f(flash.embed('u'))",
            [("flash.embed('u')", "flash.embed takes one table", "write flash.embed(users)")],
        ),
        (
            "f(flash.arg(a",
            [("flash.arg(a", "flash.arg has no closing parenthesis", "write flash.arg(user_id)")],
        ),
        (
            "a IN (1, flash.slice(b))",
            [
                (
                    "flash.slice(b)",
                    "flash.slice stands alone in the parentheses of IN",
                    "write IN (flash.slice(b))",
                )
            ],
        ),
        (
            "a = :b AND c IN (flash.slice(b))",
            [("flash.slice(b)", "parameter b is both a list and a single value", "use two names")],
        ),
        ("f(:€)", [(":€", '"€" is not a parameter name', "use letters, digits and underscores")]),
        (
            "f('a",
            [("'a", "unterminated string", "close it with ', and write '' for a quote inside")],
        ),
        ('f("a\nb', [('"a', "unterminated quoted name", 'close it with "')]),
        ("f(/* a", [("/* a", "unterminated comment", "close it with */")]),
        ("f($x$ a", [("$x$ a", "unterminated dollar-quoted string", "close it with $x$")]),
        ("f(1 \\ 2)", [("\\", 'unexpected character "\\"', None)]),
        ("f('a\x00b')", [("\x00", "unexpected character U+0000", None)]),
        ("f('a\ud800b')", [("\ud800", "unexpected character U+D800", None)]),
    ],
)
def test_what_is_wrong_is_named_and_marked(
    sql: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert complaint(sql) == expected


def test_sqlite_numbers_names_and_question_marks_in_one_sequence() -> None:
    sql = "f(?, :a, ?, @b, :a, ?1)"
    with closing(sqlite3.connect(":memory:")) as database:
        shown = "SELECT json_array(?, :a, ?, @b, :a, ?1)"
        (seen,) = database.execute(shown, [1, 2, 3, 4]).fetchone()
    assert rewritten(sql, SQLITE).sql == "f(?1, ?2, ?3, ?4, ?2, ?1)"
    assert seen == "[1,2,3,4,2,1]"


def test_sqlite_takes_fewer_parameters() -> None:
    assert complaint("f(?32767)", SQLITE) == [
        ("?32767", "parameter ?32767 is out of range", "use numbers from 1 to 32766")
    ]


@pytest.mark.parametrize(
    ("marked", "original"),
    [
        ("SELECT", "SELECT"),
        ("$1", ":long_name"),
        ("1", ":long_name"),
        ("SELECT $", "SELECT :long_name"),
        (", ", ", "),
        ("= ANY", "IN"),
        ("ANY ($2", "IN (flash.slice(ids)"),
        ("ANY", "IN"),
        (" ($2)", " (flash.slice(ids))"),
        (" x", " x"),
    ],
)
def test_a_span_that_touches_an_edit_covers_all_of_the_original(marked: str, original: str) -> None:
    result = rewritten("SELECT :long_name, a IN (flash.slice(ids)) AS x")
    start = result.sql.index(marked)
    span = result.to_source(Span(start, start + len(marked)))
    assert result.source.text[span.start : span.end] == original


def test_the_end_of_the_text_maps_to_the_end_of_the_region() -> None:
    result = rewritten("SELECT :long_name")
    end = len(result.sql)
    assert result.to_source(Span(end, end)) == Span(result.region.end, result.region.end)
    assert result.to_source(Span(end, end + 5)) == Span(result.region.end, result.region.end)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT id FROM t WHERE id=@id AND name LIKE :name||'%' LIMIT:n",
        "SELECT id FROM t WHERE data ? 'k' AND data ?| ARRAY[?] AND id=?",
        "SELECT a[1:2], b[:i], c::text FROM t WHERE id IN (flash.slice(ids)) OFFSET:n",
        "SELECT flash.embed(t) FROM t WHERE id NOT IN (flash.slice(ids))AND a<@b",
        "INSERT INTO t (a, b) VALUES (sqlc.arg(a), sqlc.narg(b)) RETURNING *",
    ],
)
def test_postgresql_parses_the_result(sql: str) -> None:
    assert len(postgast.parse(rewritten(sql).sql).stmts) == 1


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT [a?], `b:c`, \":d\", '@e' FROM t WHERE a=:a AND b=@b AND a>$a LIMIT:n",
        "SELECT flash.embed(t) FROM t WHERE a IN (flash.slice(ids))AND b=:a",
        "SELECT ?and ?2 or ? FROM t",
    ],
)
def test_sqlite_prepares_the_result(sql: str) -> None:
    result = rewritten(sql, SQLITE)
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute('CREATE TABLE t ("a?", "b:c", ":d", a, b)')
        database.execute(result.sql, [1] * len(result.slots))
    database.close()
