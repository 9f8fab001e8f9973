from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flash_core.engine import Engine
from flash_core.errors import FlashError
from flash_core.sql import libpg_query, syntax
from flash_core.sql.parse import parse_script, parse_statement
from flash_core.sql.placeholders import rewrite
from flash_core.sql.source import SourceFile, Span
from flash_core.sql.syntax import JoinKind, LiteralKind, ObjectKind, SetKind

if TYPE_CHECKING:
    from flash_core.sql.syntax import Expression, FromItem, Statement

CORPUS = Path(__file__).parent.parent / "corpus"
AT = Span(0, 0)


def script(text: str) -> tuple[list[Statement], list[str]]:
    source = SourceFile("schema.sql", text)
    statements, diagnostics = parse_script(source, Engine.POSTGRESQL)
    for diagnostic in diagnostics:
        assert diagnostic.render()
    messages = [f"{text[d.span.start : d.span.end]}: {d.message}" for d in diagnostics]
    return statements, messages


def statement(text: str) -> Statement:
    statements, messages = script(text)
    assert messages == []
    assert len(statements) == 1
    return statements[0]


def select(text: str) -> syntax.Select:
    found = statement(text)
    assert isinstance(found, syntax.Select)
    return found


def column(name: str, *qualifiers: str) -> syntax.ColumnRef:
    return syntax.ColumnRef((*qualifiers, name), span=AT)


def integer(value: int) -> syntax.Literal:
    return syntax.Literal(LiteralKind.INTEGER, str(value), span=AT)


def string(value: str) -> syntax.Literal:
    return syntax.Literal(LiteralKind.STRING, value, span=AT)


def infix(name: str, left: Expression, right: Expression) -> syntax.Operator:
    return syntax.Operator(name, left, right, span=AT)


def name(*parts: str) -> syntax.Name:
    return syntax.Name(parts, span=AT)


def table(part: str, alias: str | None = None) -> syntax.TableRef:
    return syntax.TableRef(name(part), alias, span=AT)


def call(function: str, *arguments: Expression) -> syntax.FunctionCall:
    return syntax.FunctionCall(name(function), arguments, span=AT)


def type_name(*parts: str, modifiers: tuple[str, ...] = (), dimensions: int = 0) -> syntax.TypeName:
    return syntax.TypeName(parts, modifiers, dimensions, span=AT)


def cast(operand: Expression, type_: syntax.TypeName) -> syntax.Cast:
    return syntax.Cast(operand, type_, span=AT)


A, B, C = column("a"), column("b"), column("c")
ONE, TWO = integer(1), integer(2)
SELECT_1 = syntax.Select((syntax.Target(ONE, span=AT),), span=AT)

EXPRESSIONS: dict[str, Expression] = {
    # constants
    "0": integer(0),
    "-5": integer(-5),
    "9999999999": integer(9999999999),
    "1.50": syntax.Literal(LiteralKind.DECIMAL, "1.50", span=AT),
    "1e5": syntax.Literal(LiteralKind.DECIMAL, "1e5", span=AT),
    "''": string(""),
    "E'a\\nb'": string("a\nb"),
    "$$it's$$": string("it's"),
    "false": syntax.Literal(LiteralKind.BOOLEAN, "false", span=AT),
    "NULL": syntax.Literal(LiteralKind.NULL, "null", span=AT),
    "B'01'": syntax.Literal(LiteralKind.BITS, "01", span=AT),
    "X'1f'": syntax.Literal(LiteralKind.BITS, "00011111", span=AT),
    "$7": syntax.Parameter(7, span=AT),
    # names fold as the server folds them
    "Users.ID": column("id", "users"),
    '"Users"."Id"': column("Id", "Users"),
    # casts and types
    "$1::NUMERIC(10,2)": cast(
        syntax.Parameter(1, span=AT), type_name("numeric", modifiers=("10", "2"))
    ),
    "a::text[][]": cast(A, type_name("text", dimensions=1)),
    "CAST(a AS app.Mood)": cast(A, type_name("app", "mood")),
    "a::integer": cast(A, type_name("int4")),
    "a::timestamptz(3)": cast(A, type_name("timestamptz", modifiers=("3",))),
    "DATE '2020-01-01'": cast(string("2020-01-01"), type_name("date")),
    # operators
    "a || b || c": infix("||", infix("||", A, B), C),
    "-a": syntax.Operator("-", None, A, span=AT),
    "a != b": infix("<>", A, B),
    "a ->> 'x'": infix("->>", A, string("x")),
    "a ? 'x'": infix("?", A, string("x")),
    "a OPERATOR(pg_catalog.+) b": infix("+", A, B),
    "a NOT ILIKE b": infix("!~~*", A, B),
    "a LIKE b ESCAPE c": infix("~~", A, call("like_escape", B, C)),
    "a AND b AND NOT c": syntax.And((A, B, syntax.Not(C, span=AT)), span=AT),
    "a OR b": syntax.Or((A, B), span=AT),
    # predicates
    "a IS NOT NULL": syntax.IsNull(A, negated=True, span=AT),
    "a IS NOT UNKNOWN": syntax.BooleanTest(A, None, negated=True, span=AT),
    "a IS FALSE": syntax.BooleanTest(A, value=False, span=AT),
    "a IS NOT DISTINCT FROM b": syntax.IsDistinct(A, B, negated=True, span=AT),
    "a NOT BETWEEN SYMMETRIC b AND c": syntax.Between(
        A, B, C, negated=True, symmetric=True, span=AT
    ),
    "a NOT IN (1, b)": syntax.InList(A, (ONE, B), negated=True, span=AT),
    "a IN (SELECT 1)": syntax.InQuery(A, SELECT_1, span=AT),
    "a NOT IN (SELECT 1)": syntax.InQuery(A, SELECT_1, negated=True, span=AT),
    "a = ANY(b)": syntax.Quantified(A, "=", all=False, right=B, span=AT),
    "a > ALL (SELECT 1)": syntax.Quantified(A, ">", all=True, right=SELECT_1, span=AT),
    "EXISTS (SELECT 1)": syntax.Exists(SELECT_1, span=AT),
    # values built from others
    "(SELECT 1)": syntax.ScalarQuery(SELECT_1, span=AT),
    "ARRAY[a, b]": syntax.ArrayLiteral((A, B), span=AT),
    "ARRAY(SELECT 1)": syntax.ArrayQuery(SELECT_1, span=AT),
    "ROW(a)": syntax.RowLiteral((A,), span=AT),
    "(a, b)": syntax.RowLiteral((A, B), span=AT),
    "(a).b": syntax.FieldAccess(A, "b", span=AT),
    "(a).*": syntax.FieldAccess(A, "*", span=AT),
    "a[1][2]": syntax.Subscript(A, (ONE, TWO), span=AT),
    "a[1:]": syntax.Subscript(A, (ONE,), slice=True, span=AT),
    "(a[1]).b": syntax.FieldAccess(syntax.Subscript(A, (ONE,), span=AT), "b", span=AT),
    'a COLLATE "C"': syntax.Collate(A, "C", span=AT),
    "CASE a WHEN 1 THEN b ELSE c END": syntax.Case(A, (syntax.When(ONE, B, span=AT),), C, span=AT),
    "COALESCE(a, b)": syntax.Coalesce((A, B), span=AT),
    "NULLIF(a, b)": syntax.NullIf(A, B, span=AT),
    "LEAST(a, b)": syntax.Extreme((A, B), greatest=False, span=AT),
    "LOCALTIMESTAMP(2)": syntax.SqlValue("LOCALTIMESTAMP", span=AT),
    "current_user": syntax.SqlValue("CURRENT_USER", span=AT),
    # special forms are the functions they stand for
    "EXTRACT(year FROM a)": call("extract", string("year"), A),
    "a AT TIME ZONE 'utc'": call("timezone", string("utc"), A),
    "SUBSTRING(a FROM 1 FOR 2)": call("substring", A, ONE, TWO),
    "TRIM(a)": call("btrim", A),
    "POSITION(a IN b)": call("position", B, A),
    "GROUPING(a)": call("grouping", A),
    # calls
    "App.F(a)": syntax.FunctionCall(name("app", "f"), (A,), span=AT),
    "count(*)": syntax.FunctionCall(name("count"), star=True, span=AT),
    "f(x => a, VARIADIC y => b)": syntax.FunctionCall(
        name("f"), (A, B), ("x", "y"), variadic=True, span=AT
    ),
    "string_agg(DISTINCT a, b ORDER BY a DESC NULLS LAST)": syntax.FunctionCall(
        name("string_agg"),
        (A, B),
        distinct=True,
        order_by=(syntax.OrderItem(A, descending=True, nulls_first=False, span=AT),),
        span=AT,
    ),
    "mode() WITHIN GROUP (ORDER BY a)": syntax.FunctionCall(
        name("mode"), order_by=(syntax.OrderItem(A, span=AT),), within_group=True, span=AT
    ),
    "sum(a) FILTER (WHERE b) OVER (PARTITION BY c ROWS BETWEEN 1 PRECEDING AND 2 FOLLOWING)": (
        syntax.FunctionCall(
            name("sum"),
            (A,),
            filter=B,
            over=syntax.WindowSpec(None, (C,), (), (ONE, TWO), mode="ROWS", span=AT),
            span=AT,
        )
    ),
    "rank() OVER w": syntax.FunctionCall(
        name("rank"), over=syntax.WindowSpec("w", span=AT), span=AT
    ),
}


@pytest.mark.parametrize("text", EXPRESSIONS)
def test_expressions_read_as_postgresql_reads_them(text: str) -> None:
    assert select(f"SELECT {text}").targets[0].expression == EXPRESSIONS[text]


T, U, V = table("t"), table("u"), table("v")
SOURCES: dict[str, tuple[FromItem, ...]] = {
    "App.t AS x (p, q)": (syntax.TableRef(name("app", "t"), "x", ("p", "q"), span=AT),),
    "t, u LEFT JOIN v ON a": (T, syntax.Join(JoinKind.LEFT, U, V, A, span=AT)),
    "t CROSS JOIN u": (syntax.Join(JoinKind.CROSS, T, U, span=AT),),
    "t NATURAL FULL JOIN u": (syntax.Join(JoinKind.FULL, T, U, natural=True, span=AT),),
    "(t RIGHT JOIN u USING (a, b)) AS j": (
        syntax.Join(JoinKind.RIGHT, T, U, using=("a", "b"), alias="j", span=AT),
    ),
    "LATERAL (SELECT 1) AS q (x)": (syntax.QueryRef(SELECT_1, "q", ("x",), lateral=True, span=AT),),
    "(VALUES (1), (2)) AS v": (
        syntax.QueryRef(syntax.Values(((ONE,), (TWO,)), span=AT), "v", span=AT),
    ),
    "f(a) WITH ORDINALITY AS x (p, q)": (
        syntax.FunctionRef((call("f", A),), "x", ("p", "q"), ordinality=True, span=AT),
    ),
    "ROWS FROM (f(a), g(b)) AS x": (
        syntax.FunctionRef((call("f", A), call("g", B)), "x", span=AT),
    ),
    "f() AS x (p int, q text[])": (
        syntax.FunctionRef(
            (call("f"),),
            "x",
            definitions=(
                (
                    syntax.ColumnDefinition("p", type_name("int4"), span=AT),
                    syntax.ColumnDefinition("q", type_name("text", dimensions=1), span=AT),
                ),
            ),
            span=AT,
        ),
    ),
}


@pytest.mark.parametrize("text", SOURCES)
def test_from_items(text: str) -> None:
    assert select(f"SELECT * FROM {text}").from_ == SOURCES[text]


def test_a_select_keeps_every_clause() -> None:
    text = """SELECT DISTINCT ON (a) a AS x, t.* FROM t WHERE b GROUP BY (a, b), ROLLUP (c, (a, b))
        HAVING c WINDOW w AS (PARTITION BY a) ORDER BY a USING <, 1 NULLS FIRST
        LIMIT 1 OFFSET 2 FOR UPDATE OF t SKIP LOCKED"""
    assert select(text) == syntax.Select(
        (
            syntax.Target(A, "x", span=AT),
            syntax.Target(syntax.Star(("t",), span=AT), span=AT),
        ),
        (T,),
        B,
        (A, B, C, A, B),
        grouping_sets=True,
        having=C,
        windows=(syntax.WindowSpec("w", (A,), span=AT),),
        always_grouped=(True, True, False, True, True),
        distinct_on=(A,),
        order_by=(
            syntax.OrderItem(A, span=AT),
            syntax.OrderItem(ONE, nulls_first=True, span=AT),
        ),
        limit=ONE,
        offset=TWO,
        locks=(syntax.Lock("FOR UPDATE", (name("t"),), span=AT),),
        span=AT,
    )


def test_limit_all_is_no_limit_and_ties_are_told() -> None:
    assert select("SELECT 1 LIMIT ALL") == SELECT_1
    assert select("SELECT 1 ORDER BY 1 FETCH FIRST ROW WITH TIES").with_ties


def test_set_operations_nest_and_take_the_clauses_of_the_whole() -> None:
    values = syntax.Values(((ONE,),), span=AT)
    both = syntax.SetOperation(SetKind.INTERSECT, all=False, left=SELECT_1, right=values, span=AT)
    assert statement("SELECT 1 UNION ALL SELECT 1 INTERSECT VALUES (1) ORDER BY 1 LIMIT 2") == (
        syntax.SetOperation(
            SetKind.UNION,
            all=True,
            left=SELECT_1,
            right=both,
            order_by=(syntax.OrderItem(ONE, span=AT),),
            limit=TWO,
            span=AT,
        )
    )


def test_with_may_change_data() -> None:
    text = """WITH RECURSIVE q (x) AS MATERIALIZED (DELETE FROM t USING u WHERE a RETURNING b)
        SELECT * FROM q"""
    delete = syntax.Delete(T, (U,), A, (syntax.Target(B, span=AT),), span=AT)
    assert select(text).with_ == syntax.With(
        (syntax.Cte("q", ("x",), delete, span=AT),), recursive=True, span=AT
    )


def test_insert_keeps_every_clause() -> None:
    text = """INSERT INTO app.t AS x (a, b) OVERRIDING SYSTEM VALUE VALUES ($1, DEFAULT)
        ON CONFLICT (a, lower(b)) WHERE c DO UPDATE SET (a, b) = (1, DEFAULT), c.d = excluded.c
        WHERE b RETURNING *"""
    assert statement(text) == syntax.Insert(
        syntax.TableRef(name("app", "t"), "x", span=AT),
        (name("a"), name("b")),
        syntax.Values(((syntax.Parameter(1, span=AT), syntax.DefaultValue(span=AT)),), span=AT),
        (
            syntax.OnConflict(
                (name("a"),),
                (
                    syntax.Assignment("a", ONE, span=AT),
                    syntax.Assignment("b", syntax.DefaultValue(span=AT), span=AT),
                    syntax.Assignment("c", column("c", "excluded"), ("d",), span=AT),
                ),
                B,
                C,
                expressions=(call("lower", B),),
                span=AT,
            ),
        ),
        returning=(syntax.Target(syntax.Star(span=AT), span=AT),),
        overriding=True,
        span=AT,
    )


def test_insert_may_name_a_constraint_or_nothing() -> None:
    on_constraint = syntax.OnConflict((), None, constraint="k", span=AT)
    assert statement("INSERT INTO t DEFAULT VALUES ON CONFLICT ON CONSTRAINT k DO NOTHING") == (
        syntax.Insert(T, (), None, (on_constraint,), span=AT)
    )


def test_update_from_a_row_of_a_query() -> None:
    row = syntax.ScalarQuery(SELECT_1, span=AT)
    assert statement("UPDATE t AS x SET (a, b) = (SELECT 1), c = 1 FROM u WHERE a RETURNING b") == (
        syntax.Update(
            table("t", "x"),
            (
                syntax.Assignment("a", syntax.MultiAssignSource(row, 0, 2, span=AT), span=AT),
                syntax.Assignment("b", syntax.MultiAssignSource(row, 1, 2, span=AT), span=AT),
                syntax.Assignment("c", ONE, span=AT),
            ),
            (U,),
            A,
            (syntax.Target(B, span=AT),),
            span=AT,
        )
    )


def test_parts_of_columns_may_be_written() -> None:
    indices = syntax.Indices((ONE, TWO), slice=True, span=AT)
    assert statement("UPDATE t SET a[1:2].b.c = 1") == syntax.Update(
        T, (syntax.Assignment("a", ONE, (indices, "b", "c"), span=AT),), span=AT
    )
    assert statement("INSERT INTO t (a.b, c) VALUES (1, 2)") == syntax.Insert(
        T,
        (name("a"), name("c")),
        syntax.Values(((ONE, TWO),), span=AT),
        paths=(("b",), ()),
        span=AT,
    )


def test_returning_may_rename_the_versions_of_a_row() -> None:
    found = statement("DELETE FROM t RETURNING WITH (OLD AS o) a")
    assert found == syntax.Delete(
        T, returning=(syntax.Target(A, span=AT),), versions=("o", "new"), span=AT
    )


def test_merge_keeps_every_clause() -> None:
    text = """MERGE INTO ONLY t USING u ON a WHEN MATCHED AND b THEN UPDATE SET c = 1
        WHEN NOT MATCHED BY SOURCE THEN DELETE WHEN NOT MATCHED THEN INSERT (a) VALUES (2)
        WHEN NOT MATCHED THEN DO NOTHING RETURNING merge_action()"""
    match = syntax.MergeMatch
    assert statement(text) == syntax.Merge(
        syntax.TableRef(name("t"), only=True, span=AT),
        U,
        A,
        (
            syntax.MergeWhen(
                match.MATCHED, B, "UPDATE", (syntax.Assignment("c", ONE, span=AT),), span=AT
            ),
            syntax.MergeWhen(match.NOT_MATCHED_BY_SOURCE, None, "DELETE", span=AT),
            syntax.MergeWhen(
                match.NOT_MATCHED, None, "INSERT", columns=(name("a"),), values=(TWO,), span=AT
            ),
            syntax.MergeWhen(match.NOT_MATCHED, None, "NOTHING", span=AT),
        ),
        (syntax.Target(syntax.MergeAction(span=AT), span=AT),),
        span=AT,
    )


def test_utility_statements_tell_their_rows_and_the_query_inside() -> None:
    plan = syntax.ColumnDefinition("QUERY PLAN", type_name("json"), span=AT)
    assert statement("EXPLAIN (FORMAT JSON) SELECT 1") == syntax.Utility(
        "EXPLAIN", columns=(plan,), query=SELECT_1, span=AT
    )
    setting = syntax.ColumnDefinition("TimeZone", type_name("text"), span=AT)
    assert statement("SHOW TIME ZONE") == syntax.Utility("SHOW", columns=(setting,), span=AT)
    assert statement("SELECT 1 INTO t") == syntax.Utility("SELECT INTO", query=SELECT_1, span=AT)


UNSUPPORTED = {
    "EXECUTE p (1)": "EXECUTE: EXECUTE is not supported: nothing tells what its rows are",
    "FETCH NEXT FROM c": "FETCH: FETCH is not supported: nothing tells what its rows are",
    "SELECT (SELECT 1 INTO t)": "t: SELECT ... INTO is not allowed here",
}


@pytest.mark.parametrize("text", UNSUPPORTED)
def test_what_is_not_read_yet_is_said(text: str) -> None:
    assert script(text) == ([], [UNSUPPORTED[text]])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT 'éé' FRM t x", 't: syntax error at or near "t"'),
        ("SELECT * FROM t WHERE", ": syntax error at end of input"),
        ("SELEC 1", 'SELEC: syntax error at or near "SELEC"'),
        ("SELECT 'ab\0'", "\0: character U+0000 cannot stand in SQL"),
        ("SELECT '\ud800'", "\ud800: character U+D800 cannot stand in SQL"),
    ],
)
def test_errors_stand_under_the_word(text: str, message: str) -> None:
    assert script(text) == ([], [message])


def test_one_error_does_not_hide_the_others() -> None:
    statements, messages = script("SELECT 1; SELEC 2; SELECT 3; DROP x;")
    assert len(statements) == 2
    assert messages == [
        'SELEC: syntax error at or near "SELEC"',
        'x: syntax error at or near "x"',
    ]


def test_an_error_at_a_placeholder_quotes_what_the_user_wrote() -> None:
    text = "SELECT 1 FROM t WHERE a = 1 :name"
    source = SourceFile("q.sql", text)
    rewritten, _ = rewrite(source, Span(0, len(text)), Engine.POSTGRESQL)
    _, diagnostics = parse_statement(rewritten, Engine.POSTGRESQL)
    assert [(d.message, text[d.span.start : d.span.end], d.sqlstate) for d in diagnostics] == [
        ('syntax error at or near ":name"', ":name", "42601")
    ]


@pytest.mark.parametrize("text", ["SELECT interval :n", "SELECT extract(:n FROM now())"])
def test_parameters_that_only_libpg_query_takes_are_refused(text: str) -> None:
    source = SourceFile("q.sql", text)
    rewritten, _ = rewrite(source, Span(0, len(text)), Engine.POSTGRESQL)
    _, diagnostics = parse_statement(rewritten, Engine.POSTGRESQL)
    assert [(d.message, text[d.span.start : d.span.end]) for d in diagnostics] == [
        ('syntax error at or near ":n"', ":n")
    ]
    assert diagnostics[0].hint


def test_spans_are_in_the_file_of_the_user() -> None:
    text = (
        "SELECT 'ü', p . id, app.f(x) FROM \"my t\" p "
        "WHERE p.größe = :size AND p.name ~~ flash.arg(name) AND x::numeric(3) IS NULL"
    )
    source = SourceFile("q.sql", text)
    rewritten, problems = rewrite(source, Span(0, len(text)), Engine.POSTGRESQL)
    assert problems == []
    found, diagnostics = parse_statement(rewritten, Engine.POSTGRESQL)
    assert diagnostics == []
    assert isinstance(found, syntax.Select)
    assert isinstance(found.where, syntax.And)
    spans = [target.expression.span for target in found.targets] + [found.from_[0].span]
    for item in found.where.items[:2]:
        assert isinstance(item, syntax.Operator)
        assert item.left is not None
        spans += [item.left.span, item.span, item.right.span]
    last = found.where.items[2]
    assert isinstance(last, syntax.IsNull)
    assert isinstance(last.operand, syntax.Cast)
    spans += [last.span, last.operand.span, last.operand.type.span]
    assert [text[span.start : span.end] for span in spans] == [
        "'ü'",
        "p . id",
        "app.f",
        '"my t"',
        "p.größe",
        "=",
        ":size",
        "p.name",
        "~~",
        "flash.arg(name)",
        "IS",
        "x::numeric",
        "numeric",
    ]


def test_embedded_tables_are_marked() -> None:
    text = "SELECT u.*, flash.embed(t) FROM t, u"
    source = SourceFile("q.sql", text)
    rewritten, _ = rewrite(source, Span(0, len(text)), Engine.POSTGRESQL)
    found, _ = parse_statement(rewritten, Engine.POSTGRESQL)
    assert isinstance(found, syntax.Select)
    assert [target.expression for target in found.targets] == [
        syntax.Star(("u",), span=AT),
        syntax.Star(("t",), embed=True, span=AT),
    ]


def test_columns_and_constraints_keep_the_text_of_the_user() -> None:
    create = statement(
        """CREATE TABLE IF NOT EXISTS app.T (
            id BigSerial PRIMARY KEY, -- the key
            a varchar ( 10 ) COLLATE "C" CONSTRAINT nn NOT NULL DEFAULT 'x' || 'y' UNIQUE DEFERRABLE,
            b TIMESTAMP  WITH TIME ZONE DEFAULT now(),
            c int GENERATED ALWAYS AS IDENTITY (START WITH 5), d int[] GENERATED ALWAYS AS (a || b) STORED,
            e int CHECK (e > (0)) NO INHERIT CONSTRAINT fk REFERENCES u ON DELETE CASCADE
                INITIALLY  DEFERRED,
            CONSTRAINT k UNIQUE (a, b) INCLUDE (c), FOREIGN KEY (a, b) REFERENCES s.u (x, y) MATCH FULL,
            UNIQUE NULLS NOT DISTINCT (a), EXCLUDE USING gist (a WITH =), CHECK (a > b), NOT NULL b
        ) PARTITION BY RANGE (a)"""
    )
    key, foreign, check = syntax.KeyDef, syntax.ForeignKeyDef, syntax.CheckDef
    assert create == syntax.CreateTable(
        name("app", "t"),
        (
            syntax.ColumnDef(
                "id",
                type_name("bigserial"),
                "BigSerial",
                constraints=(key(("id",), primary=True, span=AT),),
                span=AT,
            ),
            syntax.ColumnDef(
                "a",
                type_name("varchar", modifiers=("10",)),
                "varchar ( 10 )",
                not_null=True,
                not_null_name="nn",
                default="'x' || 'y'",
                collation="C",
                constraints=(key(("a",), primary=False, tail="DEFERRABLE", span=AT),),
                span=AT,
            ),
            syntax.ColumnDef(
                "b",
                type_name("timestamptz"),
                "TIMESTAMP WITH TIME ZONE",
                not_null=True,
                default="now()",
                span=AT,
            ),
            syntax.ColumnDef(
                "c",
                type_name("int4"),
                "int",
                identity="ALWAYS",
                identity_options="START WITH 5",
                span=AT,
            ),
            syntax.ColumnDef(
                "d",
                type_name("int4", dimensions=1),
                "int[]",
                generated="a || b",
                stored=True,
                span=AT,
            ),
            syntax.ColumnDef(
                "e",
                type_name("int4"),
                "int",
                constraints=(
                    check("e > (0)", tail="NO INHERIT", span=AT),
                    foreign(
                        ("e",),
                        name("u"),
                        tail="ON DELETE CASCADE INITIALLY DEFERRED",
                        name="fk",
                        span=AT,
                    ),
                ),
                span=AT,
            ),
        ),
        (
            key(("a", "b"), primary=False, tail="INCLUDE (c)", name="k", span=AT),
            foreign(("a", "b"), name("s", "u"), ("x", "y"), "MATCH FULL", span=AT),
            syntax.KeyDef(("a",), primary=False, form="NULLS NOT DISTINCT", span=AT),
            syntax.OtherConstraint("EXCLUDE USING gist (a WITH =)", span=AT),
            check("a > b", span=AT),
        ),
        if_not_exists=True,
        tail="PARTITION BY RANGE (a)",
        span=AT,
    )


def alter(*actions: syntax.AlterAction, if_exists: bool = False) -> syntax.AlterTable:
    return syntax.AlterTable(name("t"), actions, if_exists, span=AT)


def only(*actions: syntax.AlterAction, if_exists: bool = False) -> syntax.AlterTable:
    return syntax.AlterTable(name("t"), actions, if_exists, only=True, span=AT)


STATEMENTS: dict[str, Statement] = {
    "ALTER TABLE IF EXISTS ONLY t ADD COLUMN IF NOT EXISTS a int DEFAULT f(1, 2), "
    "DROP b CASCADE, OWNER TO x": only(
        syntax.AddColumn(
            syntax.ColumnDef("a", type_name("int4"), "int", default="f(1, 2)", span=AT),
            if_not_exists=True,
            span=AT,
        ),
        syntax.DropColumn("b", span=AT),
        if_exists=True,
    ),
    "ALTER TABLE t ALTER a TYPE varchar(5) USING a::text, ALTER b SET DEFAULT 1 + 2, "
    "ALTER COLUMN c DROP DEFAULT": alter(
        syntax.AlterColumnType("a", type_name("varchar", modifiers=("5",)), "varchar(5)", span=AT),
        syntax.AlterColumnDefault("b", "1 + 2", span=AT),
        syntax.AlterColumnDefault("c", None, span=AT),
    ),
    "ALTER TABLE t ALTER a SET NOT NULL, ALTER b DROP NOT NULL": alter(
        syntax.AlterColumnNotNull("a", not_null=True, span=AT),
        syntax.AlterColumnNotNull("b", not_null=False, span=AT),
    ),
    "ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0) NOT VALID, DROP CONSTRAINT IF EXISTS z": alter(
        syntax.AddConstraint(syntax.CheckDef("a > 0", "k", "NOT VALID", span=AT), span=AT),
        syntax.DropConstraint("z", if_exists=True, span=AT),
    ),
    "ALTER TABLE t RENAME a TO b": alter(syntax.RenameColumn("a", "b", span=AT)),
    "ALTER TABLE t RENAME TO u": alter(syntax.RenameTable("u", span=AT)),
    "ALTER TABLE t OWNER TO x": syntax.Utility("ALTER TABLE", span=AT),
    "ALTER TABLE t ENABLE ROW LEVEL SECURITY": syntax.KnownDdl(
        "ALTER TABLE ENABLE ROW", "ALTER TABLE t ENABLE ROW LEVEL SECURITY", span=AT
    ),
    "CREATE UNIQUE INDEX IF NOT EXISTS i ON t USING gin (a, lower(b)  DESC) WHERE c": (
        syntax.CreateIndex(
            "i",
            name("t"),
            ("a", None),
            unique=True,
            text="USING gin (a, lower(b) DESC) WHERE c",
            partial=True,
            if_not_exists=True,
            span=AT,
        )
    ),
    "CREATE INDEX ON t (a)": syntax.CreateIndex(
        None, name("t"), ("a",), unique=False, text="(a)", span=AT
    ),
    "CREATE TYPE app.mood AS ENUM ('a', '')": syntax.CreateEnum(
        name("app", "mood"), ("a", ""), span=AT
    ),
    "ALTER TYPE mood ADD VALUE IF NOT EXISTS 'x' BEFORE 'a'": syntax.AlterEnumAdd(
        name("mood"), "x", if_not_exists=True, neighbour="a", after=False, span=AT
    ),
    "ALTER TYPE mood ADD VALUE 'x'": syntax.AlterEnumAdd(name("mood"), "x", span=AT),
    "ALTER TYPE mood RENAME VALUE 'x' TO 'y'": syntax.RenameLabel(name("mood"), "x", "y", span=AT),
    "CREATE TYPE pair AS (a int, b text[])": syntax.CreateComposite(
        name("pair"),
        (
            syntax.ColumnDef("a", type_name("int4"), "int", span=AT),
            syntax.ColumnDef("b", type_name("text", dimensions=1), "text[]", span=AT),
        ),
        span=AT,
    ),
    "CREATE DOMAIN d AS varchar(10) NOT NULL CHECK (VALUE <> '')": syntax.CreateDomain(
        name("d"),
        type_name("varchar", modifiers=("10",)),
        "varchar(10)",
        not_null=True,
        text="NOT NULL CHECK (VALUE <> '')",
        span=AT,
    ),
    "CREATE OR REPLACE VIEW v (x) AS SELECT 1": syntax.CreateView(
        name("v"),
        SELECT_1,
        ("x",),
        "CREATE OR REPLACE VIEW v (x) AS SELECT 1",
        or_replace=True,
        span=AT,
    ),
    "CREATE MATERIALIZED VIEW IF NOT EXISTS v AS SELECT 1 WITH NO DATA": syntax.CreateView(
        name("v"),
        SELECT_1,
        (),
        "CREATE MATERIALIZED VIEW IF NOT EXISTS v AS SELECT 1 WITH NO DATA",
        materialized=True,
        if_not_exists=True,
        span=AT,
    ),
    "CREATE SCHEMA IF NOT EXISTS app": syntax.CreateSchema("app", if_not_exists=True, span=AT),
    "DROP TABLE IF EXISTS app.t, u CASCADE": syntax.Drop(
        ObjectKind.TABLE, (name("app", "t"), name("u")), if_exists=True, cascade=True, span=AT
    ),
    "DROP DOMAIN d": syntax.Drop(ObjectKind.TYPE, (name("d"),), span=AT),
    "DROP MATERIALIZED VIEW v": syntax.Drop(ObjectKind.VIEW, (name("v"),), span=AT),
    "DROP FUNCTION f(int)": syntax.DropKnown(
        "DROP FUNCTION",
        "DROP FUNCTION f(int)",
        "FUNCTION",
        (syntax.ObjectName(("f",), (syntax.TypeName(("int4",), span=AT),), span=AT),),
        span=AT,
    ),
    "COMMENT ON COLUMN t.a IS 'it''s'": syntax.Comment(
        ObjectKind.COLUMN, name("t", "a"), "it's", span=AT
    ),
    "COMMENT ON TABLE t IS NULL": syntax.Comment(ObjectKind.TABLE, name("t"), None, span=AT),
    "CREATE EXTENSION pgcrypto": syntax.CreateExtension(
        "CREATE EXTENSION", "CREATE EXTENSION pgcrypto", "pgcrypto", span=AT
    ),
    "CREATE TABLE x PARTITION OF t DEFAULT": syntax.CreateTable(
        name("x"), (), inherits=(name("t"),), bound="DEFAULT", span=AT
    ),
    "CREATE TABLE x PARTITION OF t (a DEFAULT 1) FOR VALUES FROM (1) TO (2) PARTITION BY LIST (a)": (
        syntax.CreateTable(
            name("x"),
            (syntax.ColumnDef("a", None, default="1", span=AT),),
            inherits=(name("t"),),
            bound="FOR VALUES FROM (1) TO (2)",
            tail="PARTITION BY LIST (a)",
            span=AT,
        )
    ),
    "CREATE TABLE x () INHERITS (t, app.u) WITH (fillfactor = 9)": syntax.CreateTable(
        name("x"),
        (),
        inherits=(name("t"), name("app", "u")),
        tail="WITH (fillfactor = 9)",
        span=AT,
    ),
    "CREATE TABLE x (LIKE t INCLUDING DEFAULTS)": syntax.CreateTable(
        name("x"),
        (),
        likes=(syntax.LikeTable(name("t"), 0, frozenset({"defaults"}), span=AT),),
        span=AT,
    ),
    "CREATE FOREIGN TABLE x () SERVER s OPTIONS (a 'b')": syntax.CreateTable(
        name("x"), (), foreign="SERVER s OPTIONS (a 'b')", span=AT
    ),
    "ALTER TABLE t ATTACH PARTITION app.x FOR VALUES IN (1, 2)": alter(
        syntax.AttachPartition(name("app", "x"), "FOR VALUES IN (1, 2)", span=AT)
    ),
    "ALTER TABLE t ALTER a ADD GENERATED ALWAYS AS IDENTITY (START 5)": alter(
        syntax.AlterColumnIdentity("a", "ALWAYS", "START 5", span=AT)
    ),
    "ALTER TABLE t ALTER a SET EXPRESSION AS (b + (1))": alter(
        syntax.AlterColumnExpression("a", "b + (1)", span=AT)
    ),
    "ALTER DOMAIN d ADD CONSTRAINT c CHECK (VALUE > 1)": syntax.AlterDomain(
        name("d"), "CONSTRAINT c CHECK (VALUE > 1)", span=AT
    ),
    "ALTER DOMAIN d SET DEFAULT 5": syntax.AlterDomain(name("d"), "DEFAULT 5", "DEFAULT", span=AT),
    "TRUNCATE t": syntax.Utility("TRUNCATE", span=AT),
    "REFRESH MATERIALIZED VIEW v": syntax.Utility("REFRESH MATERIALIZED VIEW", span=AT),
    "BEGIN": syntax.Utility("BEGIN", span=AT),
    "SET lock_timeout = 0": syntax.Utility("SET", span=AT),
}


@pytest.mark.parametrize("text", STATEMENTS)
def test_schema_statements(text: str) -> None:
    assert statement(text) == STATEMENTS[text]


def test_a_clause_of_alter_table_that_is_only_kept_becomes_a_statement_of_its_own() -> None:
    (both,), problems = script("ALTER TABLE t ADD é int, ENABLE TRIGGER ALL")
    assert problems == []
    assert isinstance(both, syntax.Script)
    table, kept = both.statements
    assert isinstance(table, syntax.AlterTable)
    assert isinstance(kept, syntax.KnownDdl)
    assert kept.text == "ALTER TABLE t ENABLE TRIGGER ALL"


def test_names_in_schema_statements_have_their_place() -> None:
    text = """CREATE TYPE "Mood" AS ENUM ('type'); COMMENT ON TABLE app.t IS 'x';
        ALTER TABLE t ALTER "set" SET NOT NULL, DROP COLUMN b; DROP TABLE x, app.y;"""
    source = SourceFile("s.sql", text)
    statements, _ = parse_script(source, Engine.POSTGRESQL)
    enum, comment, alter_, drop = statements
    assert isinstance(enum, syntax.CreateEnum)
    assert isinstance(comment, syntax.Comment)
    assert isinstance(alter_, syntax.AlterTable)
    assert isinstance(drop, syntax.Drop)
    spans = [enum.name.span, comment.name.span, alter_.name.span]
    spans += [action.span for action in alter_.actions] + [item.span for item in drop.names]
    assert [text[span.start : span.end] for span in spans] == [
        '"Mood"',
        "app.t",
        "t",
        '"set"',
        "b",
        "x",
        "app.y",
    ]


@pytest.mark.parametrize("file", ["chinook/postgresql.sql", "flash-example/schema.sql"])
def test_the_corpus_is_read_completely(file: str) -> None:
    statements, messages = script((CORPUS / file).read_text("utf-8"))
    assert messages == []
    assert len(statements) > 30
    assert not any(isinstance(s, syntax.Utility) for s in statements)


def test_each_engine_loads_only_its_own_grammar() -> None:
    code = """
import sys
from flash_core.engine import Engine
from flash_core.sql.parse import parse_script
from flash_core.sql.source import SourceFile
parse_script(SourceFile("s", "SELECT 1"), Engine(sys.argv[1]))
print(*(name for name in ("ctypes", "sqlglot", "postgast", "flash_core.sql.sqlite") if name in sys.modules))
"""
    loaded = [
        subprocess.check_output([sys.executable, "-c", code, engine], text=True).split()
        for engine in ("postgresql", "sqlite")
    ]
    assert loaded == [["ctypes"], ["flash_core.sql.sqlite"]]


def test_a_missing_grammar_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def find_nothing(_name: str) -> None:
        return None

    monkeypatch.setattr("importlib.util.find_spec", find_nothing)
    libpg_query.library.cache_clear()
    with pytest.raises(FlashError, match="pip install"):
        script("SELECT 1")
    libpg_query.library.cache_clear()


# -- properties --------------------------------------------------------------

_WORDS = st.sampled_from(
    [
        *[
            "SELECT",
            "a",
            "b",
            ".",
            ",",
            "(",
            ")",
            "*",
            "'x'",
            '"q"',
            "[",
            "]",
            "FROM",
            "t",
            "WHERE",
            "IN",
            "IS",
            "NOT",
            "NULL",
            "AND",
            "OR",
            "BETWEEN",
            "LIKE",
            "CASE",
            "WHEN",
            "THEN",
            "END",
            "UNION",
            "VALUES",
            "WITH",
            "AS",
            "INSERT",
            "INTO",
            "ON",
            "CONFLICT",
            "DO",
            "UPDATE",
            "SET",
            "DELETE",
            "RETURNING",
            "CREATE",
            "TABLE",
            "INDEX",
            "VIEW",
            "PRIMARY",
            "KEY",
            "REFERENCES",
            "DEFAULT",
            "CHECK",
            "ALTER",
            "ADD",
            "RENAME",
            "TO",
            "DROP",
            "TYPE",
            "ENUM",
            ";",
            "$1",
            "1",
            "2.5",
            "-",
            "+",
            "||",
            "->",
            "::",
            "=",
            "<",
            "OVER",
            "FILTER",
            "WINDOW",
            "BY",
            "ORDER",
            "LIMIT",
            "CAST",
            "EXISTS",
            "JOIN",
            "LEFT",
            "USING",
            "LATERAL",
            "ROW",
            "ARRAY",
            "ANY",
            "COMMENT",
            "DOMAIN",
            "int",
            "text",
            "é",
        ],
        "'ü'",
    ]
)


def _check(text: str) -> None:
    source = SourceFile("q.sql", text)
    _, diagnostics = parse_script(source, Engine.POSTGRESQL)
    for diagnostic in diagnostics:
        assert diagnostic.span.end <= len(text)
        assert diagnostic.render()


@given(st.text())
def test_any_text_gives_diagnostics_and_no_exception(text: str) -> None:
    _check(text)


@given(st.lists(_WORDS, max_size=30).map(" ".join))
def test_any_words_give_diagnostics_and_no_exception(text: str) -> None:
    _check(text)


@pytest.mark.parametrize("text", ["1+" * 100_000 + "1", "NOT " * 20_000 + "a", "(SELECT " * 5000])
def test_deep_nesting_is_an_error_and_not_a_crash(text: str) -> None:
    statements, messages = script(f"SELECT {text}")
    assert statements == []
    assert len(messages) == 1


def test_a_tree_of_any_depth_is_decoded_as_the_standard_decoder_would() -> None:
    text = r"""{"a":[1,-2.5e3,true,null,{},[],"q\"{}[],:\\ \u00e9"],"b":{"c":"","d":{"e":[[],[{}]]}}}"""
    assert libpg_query._decoded_in_a_loop(text) == json.loads(text)  # pyright: ignore[reportPrivateUsage] - used where json gives up
    deep = libpg_query._decoded_in_a_loop("[" * 50_000 + "]" * 50_000)  # pyright: ignore[reportPrivateUsage] - as above
    assert isinstance(deep, list)
