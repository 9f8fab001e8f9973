from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.parse import parse_script, parse_statement
from flash_core.sql.placeholders import rewrite
from flash_core.sql.source import SourceFile, Span
from flash_core.sql.syntax import JoinKind, LiteralKind, SetKind

if TYPE_CHECKING:
    from flash_core.sql.syntax import Expression, FromItem, Statement

CORPUS = Path(__file__).parent.parent / "corpus"
AT = Span(0, 0)


def script(text: str) -> tuple[SourceFile, list[Statement], list[str]]:
    source = SourceFile("schema.sql", text)
    statements, diagnostics = parse_script(source, Engine.SQLITE)
    for diagnostic in diagnostics:
        assert diagnostic.render()
    messages = [
        f"{text[d.span.start : d.span.end]}: {d.message}"
        if d.span.start < d.span.end
        else d.message
        for d in diagnostics
    ]
    return source, statements, messages


def statement(text: str) -> Statement:
    _, statements, messages = script(text)
    assert messages == []
    assert len(statements) == 1
    return statements[0]


def expression(text: str) -> Expression:
    select = statement(f"SELECT {text}")
    assert isinstance(select, syntax.Select)
    return select.targets[0].expression


def source_of(text: str) -> FromItem:
    select = statement(f"SELECT * FROM {text}")
    assert isinstance(select, syntax.Select)
    return select.from_[0]


def column(name: str, *qualifiers: str) -> syntax.ColumnRef:
    return syntax.ColumnRef((*qualifiers, name), span=AT)


def integer(value: int) -> syntax.Literal:
    return syntax.Literal(LiteralKind.INTEGER, str(value), span=AT)


def infix(name: str, left: Expression, right: Expression) -> syntax.Operator:
    return syntax.Operator(name, left, right, span=AT)


def name(*parts: str) -> syntax.Name:
    return syntax.Name(parts, span=AT)


def table(part: str, alias: str | None = None) -> syntax.TableRef:
    return syntax.TableRef(name(part), alias, span=AT)


def call(function: str, *arguments: Expression) -> syntax.FunctionCall:
    return syntax.FunctionCall(name(function), arguments, span=AT)


A, B, C = column("a"), column("b"), column("c")
ONE = integer(1)
SELECT_1 = syntax.Select((syntax.Target(ONE, span=AT),), span=AT)

EXPRESSIONS = {
    # precedence
    "a || b + c": infix("+", infix("||", A, B), C),
    "-a || b": infix("||", syntax.Operator("-", None, A, span=AT), B),
    "a = b < c": infix("=", A, infix("<", B, C)),
    "a == b != c": infix("<>", infix("=", A, B), C),
    "a & b | c": infix("|", infix("&", A, B), C),
    "a + b -> c": infix("+", A, infix("->", B, C)),
    "a * b COLLATE nocase": infix("*", A, syntax.Collate(B, "nocase", span=AT)),
    "NOT a = b": syntax.Not(infix("=", A, B), span=AT),
    "a OR b AND c": syntax.Or((A, syntax.And((B, C), span=AT)), span=AT),
    "a AND b AND c": syntax.And((A, B, C), span=AT),
    "a BETWEEN 1 AND b AND c": syntax.And((syntax.Between(A, ONE, B, span=AT), C), span=AT),
    # predicates
    "a ISNULL": syntax.IsNull(A, span=AT),
    "a NOTNULL": syntax.IsNull(A, negated=True, span=AT),
    "a NOT NULL": syntax.IsNull(A, negated=True, span=AT),
    "a IS NOT NULL": syntax.IsNull(A, negated=True, span=AT),
    "a IS NOT TRUE": syntax.BooleanTest(A, value=True, negated=True, span=AT),
    "a IS b": syntax.IsDistinct(A, B, negated=True, span=AT),
    "a IS NOT b": syntax.IsDistinct(A, B, span=AT),
    "a IS NOT DISTINCT FROM b": syntax.IsDistinct(A, B, negated=True, span=AT),
    "a NOT BETWEEN b AND c": syntax.Between(A, B, C, negated=True, span=AT),
    "a NOT IN (1, b)": syntax.InList(A, (ONE, B), negated=True, span=AT),
    "a IN ()": syntax.InList(integer(0), (ONE,), span=AT),
    "a IN (SELECT 1)": syntax.InQuery(A, SELECT_1, span=AT),
    "a IN b": syntax.InQuery(
        A,
        syntax.Select((syntax.Target(syntax.Star(span=AT), span=AT),), (table("b"),), span=AT),
        span=AT,
    ),
    "a NOT LIKE b": syntax.Not(infix("LIKE", A, B), span=AT),
    "a LIKE b ESCAPE c": call("like", B, A, C),
    "a GLOB b": infix("GLOB", A, B),
    "(a, b) = (1, c)": infix(
        "=", syntax.RowLiteral((A, B), span=AT), syntax.RowLiteral((ONE, C), span=AT)
    ),
    # constants and names
    "'it''s'": syntax.Literal(LiteralKind.STRING, "it's", span=AT),
    "x'00FF'": syntax.Literal(LiteralKind.BLOB, "00FF", span=AT),
    "1e3": syntax.Literal(LiteralKind.DECIMAL, "1e3", span=AT),
    ".5": syntax.Literal(LiteralKind.DECIMAL, ".5", span=AT),
    "0x1F": integer(31),
    "0xFFFFFFFFFFFFFFFF": integer(-1),
    "TRUE": syntax.Literal(LiteralKind.BOOLEAN, "true", span=AT),
    "NULL": syntax.Literal(LiteralKind.NULL, "null", span=AT),
    "CURRENT_DATE": syntax.SqlValue("CURRENT_DATE", span=AT),
    "Main.T.C": column("C", "Main", "T"),
    "[a b].`c``d`": column("c`d", "a b"),
    '"x""y"': column('x"y'),
    "key": column("key"),
    "?7": syntax.Parameter(7, span=AT),
    # functions keep their names; some are forms
    "Substr(a, 1)": call("Substr", A, ONE),
    "strftime('%Y', a)": call("strftime", syntax.Literal(LiteralKind.STRING, "%Y", span=AT), A),
    "max(a, b)": call("max", A, B),
    "replace(a, b, c)": call("replace", A, B, C),
    "like(a, b)": call("like", A, B),
    "ifnull(a, 1)": syntax.Coalesce((A, ONE), span=AT),
    "coalesce(a, b, c)": syntax.Coalesce((A, B, C), span=AT),
    "nullif(a, b)": syntax.NullIf(A, B, span=AT),
    "iif(a, b, c)": syntax.Case(None, (syntax.When(A, B, span=AT),), C, span=AT),
    "count(*)": syntax.FunctionCall(name("count"), star=True, span=AT),
    "count()": syntax.FunctionCall(name("count"), star=True, span=AT),
    "count(DISTINCT a) FILTER (WHERE b)": syntax.FunctionCall(
        name("count"), (A,), distinct=True, filter=B, span=AT
    ),
    "sum(a) OVER w": syntax.FunctionCall(
        name("sum"), (A,), over=syntax.WindowSpec("w", span=AT), span=AT
    ),
    "sum(a) OVER (w PARTITION BY b ORDER BY c DESC ROWS 1 PRECEDING)": syntax.FunctionCall(
        name("sum"),
        (A,),
        over=syntax.WindowSpec(
            "w", (B,), (syntax.OrderItem(C, descending=True, span=AT),), (ONE,), span=AT
        ),
        span=AT,
    ),
    "CAST(a AS UNSIGNED BIG INT)": syntax.Cast(
        A, syntax.TypeName(("UNSIGNED BIG INT",), span=AT), span=AT
    ),
    "CAST(a AS DECIMAL(10, -2))": syntax.Cast(
        A, syntax.TypeName(("DECIMAL",), ("10", "-2"), span=AT), span=AT
    ),
    "EXISTS (SELECT 1)": syntax.Exists(SELECT_1, span=AT),
    "(SELECT 1)": syntax.ScalarQuery(SELECT_1, span=AT),
    "CASE a WHEN 1 THEN b ELSE c END": syntax.Case(A, (syntax.When(ONE, B, span=AT),), C, span=AT),
}


@pytest.mark.parametrize("text", EXPRESSIONS)
def test_expressions_read_as_sqlite_reads_them(text: str) -> None:
    assert expression(text) == EXPRESSIONS[text]


T, U, V = table("t"), table("u"), table("v")
SOURCES: dict[str, FromItem] = {
    "t AS x": table("t", "x"),
    "t 'x'": table("t", "x"),
    "t INDEXED BY i": T,
    "t NOT INDEXED": T,
    "main.t": syntax.TableRef(name("main", "t"), span=AT),
    "t, u": syntax.Join(JoinKind.CROSS, T, U, span=AT),
    # A comma binds like any other join: the condition sees t.
    "t, u LEFT JOIN v ON a": syntax.Join(
        JoinKind.LEFT, syntax.Join(JoinKind.CROSS, T, U, span=AT), V, A, span=AT
    ),
    "t JOIN u USING (a, b)": syntax.Join(JoinKind.INNER, T, U, using=("a", "b"), span=AT),
    "t NATURAL LEFT OUTER JOIN u": syntax.Join(JoinKind.LEFT, T, U, natural=True, span=AT),
    "t CROSS JOIN u": syntax.Join(JoinKind.CROSS, T, U, span=AT),
    "t CROSS JOIN u ON a": syntax.Join(JoinKind.INNER, T, U, A, span=AT),
    "t FULL JOIN u ON a": syntax.Join(JoinKind.FULL, T, U, A, span=AT),
    "t JOIN (u RIGHT JOIN v ON b) ON a": syntax.Join(
        JoinKind.INNER, T, syntax.Join(JoinKind.RIGHT, U, V, B, span=AT), A, span=AT
    ),
    "(SELECT 1) AS q": syntax.QueryRef(SELECT_1, "q", span=AT),
    "json_each(a, 1) AS j": syntax.FunctionRef((call("json_each", A, ONE),), "j", span=AT),
}


@pytest.mark.parametrize("text", SOURCES)
def test_from_is_one_tree_of_joins(text: str) -> None:
    assert source_of(text) == SOURCES[text]


def test_set_operations_have_one_precedence_and_order_belongs_to_all() -> None:
    values = syntax.Values(((ONE,),), span=AT)
    union = syntax.SetOperation(SetKind.UNION, True, SELECT_1, values, span=AT)  # noqa: FBT003 - positional in the tree
    expected = syntax.SetOperation(
        SetKind.INTERSECT,
        False,  # noqa: FBT003 - positional in the tree
        union,
        SELECT_1,
        order_by=(syntax.OrderItem(ONE, nulls_first=False, span=AT),),
        limit=B,
        offset=A,
        span=AT,
    )
    text = "SELECT 1 UNION ALL VALUES (1) INTERSECT SELECT 1 ORDER BY 1 NULLS LAST LIMIT a, b"
    assert statement(text) == expected


def test_with_belongs_to_the_statement() -> None:
    with_ = syntax.With((syntax.Cte("q", ("a",), SELECT_1, span=AT),), recursive=True, span=AT)
    text = "WITH RECURSIVE q(a) AS NOT MATERIALIZED (SELECT 1) "
    select = statement(text + "SELECT * FROM q")
    assert isinstance(select, syntax.Select)
    assert select.with_ == with_
    delete = statement(text + "DELETE FROM t")
    assert delete == syntax.Delete(T, with_=with_, span=AT)


def test_upsert_keeps_every_clause() -> None:
    text = """INSERT INTO t AS x (a, b) VALUES (?1, DATE())
        ON CONFLICT (a COLLATE nocase, lower(b)) WHERE c DO UPDATE SET (a, b) = (1, c), c = 1 WHERE b
        ON CONFLICT DO NOTHING RETURNING *, a AS z"""
    assert statement(text) == syntax.Insert(
        table("t", "x"),
        (name("a"), name("b")),
        syntax.Values(((syntax.Parameter(1, span=AT), call("DATE")),), span=AT),
        (
            syntax.OnConflict(
                (name("a"),),
                (
                    syntax.Assignment("a", ONE, span=AT),
                    syntax.Assignment("b", C, span=AT),
                    syntax.Assignment("c", ONE, span=AT),
                ),
                B,
                C,
                span=AT,
            ),
            syntax.OnConflict((), None, span=AT),
        ),
        returning=(
            syntax.Target(syntax.Star(span=AT), span=AT),
            syntax.Target(A, "z", span=AT),
        ),
        span=AT,
    )


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("INSERT INTO t SELECT 1", None),
        ("REPLACE INTO t SELECT 1", "REPLACE"),
        ("INSERT OR REPLACE INTO t SELECT 1", "REPLACE"),
        ("INSERT OR IGNORE INTO t SELECT 1", "IGNORE"),
    ],
)
def test_insert_says_what_it_does_on_conflict(text: str, action: str | None) -> None:
    assert statement(text) == syntax.Insert(T, (), SELECT_1, conflict_action=action, span=AT)


def test_insert_of_defaults_has_no_source() -> None:
    assert statement("INSERT INTO t DEFAULT VALUES") == syntax.Insert(T, (), None, span=AT)


def test_update_from_a_row_of_a_query() -> None:
    row = syntax.ScalarQuery(SELECT_1, span=AT)
    assert statement(
        "UPDATE OR IGNORE t AS x SET (a, b) = (SELECT 1), c = 1 FROM u WHERE a RETURNING b"
    ) == syntax.Update(
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


def test_declared_types_stay_as_written() -> None:
    create = statement(
        """CREATE TABLE IF NOT EXISTS [T 1] (
            id SERIAL PRIMARY KEY, -- a comment
            a VARCHAR ( 100 ), b UNSIGNED  BIG INT, c, d TIMESTAMP, "e f" 'odd type',
            g INT GENERATED ALWAYS AS (a || b) STORED, h AS (a + 1)
        )"""
    )
    assert isinstance(create, syntax.CreateTable)
    assert create.name == name("T 1")
    assert create.if_not_exists
    assert [(c.name, c.type_text) for c in create.columns] == [
        ("id", "SERIAL"),
        ("a", "VARCHAR ( 100 )"),
        ("b", "UNSIGNED BIG INT"),
        ("c", ""),
        ("d", "TIMESTAMP"),
        ("e f", "'odd type'"),
        ("g", "INT"),
        ("h", ""),
    ]
    assert create.columns[1].type == syntax.TypeName(("VARCHAR",), ("100",), span=AT)
    assert create.columns[3].type is None
    assert [(c.generated, c.stored) for c in create.columns[-2:]] == [
        ("a || b", True),
        ("a + 1", False),
    ]


def test_column_constraints_look_like_table_constraints() -> None:
    create = statement(
        """CREATE TABLE t (
            a INTEGER CONSTRAINT pk PRIMARY KEY DESC ON CONFLICT ABORT AUTOINCREMENT,
            b TEXT NOT NULL DEFAULT -1 COLLATE nocase UNIQUE ON CONFLICT IGNORE CHECK (b > (1)),
            c REFERENCES u ON DELETE SET NULL  DEFERRABLE INITIALLY DEFERRED DEFAULT (1 + 2),
            CONSTRAINT k UNIQUE (a, b COLLATE rtrim DESC) ON CONFLICT FAIL
            CHECK (a > b), FOREIGN KEY (a, b) REFERENCES u (x, y) ON UPDATE CASCADE
        ) STRICT, WITHOUT ROWID"""
    )
    assert create == syntax.CreateTable(
        name("t"),
        (
            syntax.ColumnDef(
                "a",
                syntax.TypeName(("INTEGER",), span=AT),
                "INTEGER",
                autoincrement=True,
                constraints=(
                    syntax.KeyDef(("a",), True, "DESC ON CONFLICT ABORT", "pk", span=AT),  # noqa: FBT003 - positional in the tree
                ),
                span=AT,
            ),
            syntax.ColumnDef(
                "b",
                syntax.TypeName(("TEXT",), span=AT),
                "TEXT",
                not_null=True,
                default="-1",
                collation="nocase",
                constraints=(
                    syntax.KeyDef(("b",), False, "ON CONFLICT IGNORE", span=AT),  # noqa: FBT003 - positional in the tree
                    syntax.CheckDef("b > (1)", span=AT),
                ),
                span=AT,
            ),
            syntax.ColumnDef(
                "c",
                None,
                default="(1 + 2)",
                constraints=(
                    syntax.ForeignKeyDef(
                        ("c",),
                        name("u"),
                        (),
                        "ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED",
                        span=AT,
                    ),
                ),
                span=AT,
            ),
        ),
        (
            syntax.KeyDef(
                ("a", "b"),
                primary=False,
                tail="ON CONFLICT FAIL",
                name="k",
                form=",COLLATE RTRIM DESC",
                span=AT,
            ),
            syntax.CheckDef("a > b", span=AT),
            syntax.ForeignKeyDef(("a", "b"), name("u"), ("x", "y"), "ON UPDATE CASCADE", span=AT),
        ),
        strict=True,
        without_rowid=True,
        tail="STRICT, WITHOUT ROWID",
        span=AT,
    )


STATEMENTS: dict[str, Statement] = {
    "CREATE UNIQUE INDEX IF NOT EXISTS i ON t (a, lower(b) DESC) WHERE c": syntax.CreateIndex(
        "i",
        name("t"),
        ("a", None),
        unique=True,
        text="(a, lower(b) DESC) WHERE c",
        partial=True,
        if_not_exists=True,
        span=AT,
    ),
    "CREATE VIEW v (x) AS SELECT 1": syntax.CreateView(
        name("v"), SELECT_1, ("x",), "CREATE VIEW v (x) AS SELECT 1", span=AT
    ),
    "CREATE VIRTUAL TABLE f USING fts5(a)": syntax.CreateVirtualTable(
        "CREATE VIRTUAL TABLE",
        "CREATE VIRTUAL TABLE f USING fts5(a)",
        syntax.Name(("f",), span=AT),
        "fts5",
        ("a",),
        span=AT,
    ),
    "CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT CASE WHEN 1 THEN 2 END; END": syntax.CreateTrigger(
        "CREATE TRIGGER",
        "CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT CASE WHEN 1 THEN 2 END; END",
        name("g"),
        name("t"),
        "INSERT",
        span=AT,
    ),
    "CREATE TABLE x AS SELECT 1": syntax.CreateView(
        name("x"), SELECT_1, (), "CREATE TABLE x AS SELECT 1", table=True, span=AT
    ),
    "ALTER TABLE t RENAME TO u": syntax.AlterTable(
        name("t"), (syntax.RenameTable("u", span=AT),), span=AT
    ),
    "ALTER TABLE t RENAME a TO b": syntax.AlterTable(
        name("t"), (syntax.RenameColumn("a", "b", span=AT),), span=AT
    ),
    "ALTER TABLE t ADD COLUMN a INT DEFAULT 1": syntax.AlterTable(
        name("t"),
        (
            syntax.AddColumn(
                syntax.ColumnDef(
                    "a", syntax.TypeName(("INT",), span=AT), "INT", default="1", span=AT
                ),
                span=AT,
            ),
        ),
        span=AT,
    ),
    "ALTER TABLE t DROP COLUMN a": syntax.AlterTable(
        name("t"), (syntax.DropColumn("a", span=AT),), span=AT
    ),
    "DROP TABLE IF EXISTS main.t": syntax.Drop(
        syntax.ObjectKind.TABLE, (name("main", "t"),), if_exists=True, span=AT
    ),
    "DROP VIEW v": syntax.Drop(syntax.ObjectKind.VIEW, (name("v"),), span=AT),
    "DROP TRIGGER g": syntax.OtherDdl("DROP TRIGGER", "DROP TRIGGER g", span=AT),
    "PRAGMA foreign_keys = ON": syntax.Utility("PRAGMA", span=AT),
    "BEGIN IMMEDIATE": syntax.Utility("BEGIN", span=AT),
}


@pytest.mark.parametrize("text", STATEMENTS)
def test_schema_statements(text: str) -> None:
    assert statement(text) == STATEMENTS[text]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT 1 FRM t", 't: near "t": syntax error'),
        ("SELECT * FROM t WHERE", "incomplete input"),
        ("SELECT (1", "incomplete input"),
        ("SELECT a b c FROM t", 'c: near "c": syntax error'),
        ("CREATE TABLE t (a, b", "incomplete input"),
        ("CREATE TABLE t (a INT) WITH ROWID", 'ROWID: near "ROWID": syntax error'),
        ("CREATE TABLE t (a INT) ROWLESS", "ROWLESS: unknown table option: ROWLESS"),
        ("SELEC 1", 'SELEC: near "SELEC": syntax error'),
        ("SELECT 'abc", "': unrecognized token: \"'abc\""),
        ("EXPLAIN EXPLAIN SELECT 1", 'EXPLAIN: near "EXPLAIN": syntax error'),
        ("EXPLAIN QUERY PLAN", "incomplete input"),
        ("PRAGMA", "incomplete input"),
        ("SELECT '\0'", "\0: character U+0000 cannot stand in SQL"),
    ],
)
def test_errors_stand_under_the_word(text: str, message: str) -> None:
    assert script(text)[2] == [message]


def test_one_error_does_not_hide_the_others() -> None:
    _, statements, messages = script("SELECT 1; SELEC 2; SELECT 3; DROP x;")
    assert len(statements) == 2
    assert messages == ['SELEC: near "SELEC": syntax error', 'x: near "x": syntax error']


def test_spans_are_in_the_file_of_the_user() -> None:
    text = (
        "SELECT é.id AS 'Ü', count(x) FROM [my t] é WHERE é.id = :id AND é.nam = flash.arg(name) x"
    )
    source = SourceFile("q.sql", text)
    rewritten, problems = rewrite(source, Span(0, len(text) - 2), Engine.SQLITE)
    assert problems == []
    select, diagnostics = parse_statement(rewritten, Engine.SQLITE)
    assert diagnostics == []
    assert isinstance(select, syntax.Select)
    assert isinstance(select.where, syntax.And)
    spans = [
        select.targets[0].expression.span,
        select.targets[1].expression.span,
        select.from_[0].span,
    ]
    for item in select.where.items:
        assert isinstance(item, syntax.Operator)
        assert item.left is not None
        spans += [item.left.span, item.span, item.right.span]
    assert [text[span.start : span.end] for span in spans] == [
        "é.id",
        "count",
        "[my t]",
        "é.id",
        "=",
        ":id",
        "é.nam",
        "=",
        "flash.arg(name)",
    ]


def test_an_unnamed_target_covers_its_whole_expression() -> None:
    text = "SELECT a + b  , max( a ) FILTER (WHERE b) FROM t"
    select = statement(text)
    assert isinstance(select, syntax.Select)
    assert [text[t.span.start : t.span.end] for t in select.targets] == [
        "a + b",
        "max( a ) FILTER (WHERE b)",
    ]


def test_embedded_tables_are_marked() -> None:
    text = "SELECT u.*, flash.embed(t) FROM t, u"
    source = SourceFile("q.sql", text)
    rewritten, _ = rewrite(source, Span(0, len(text)), Engine.SQLITE)
    select, _ = parse_statement(rewritten, Engine.SQLITE)
    assert isinstance(select, syntax.Select)
    assert [target.expression for target in select.targets] == [
        syntax.Star(("u",), span=AT),
        syntax.Star(("t",), embed=True, span=AT),
    ]


def test_a_schema_statement_takes_no_parameters() -> None:
    text = "PRAGMA user_version = :v"
    source = SourceFile("q.sql", text)
    rewritten, _ = rewrite(source, Span(0, len(text)), Engine.SQLITE)
    _, diagnostics = parse_statement(rewritten, Engine.SQLITE)
    assert [(d.message, text[d.span.start : d.span.end]) for d in diagnostics] == [
        ("parameters are not allowed in this statement", ":v")
    ]


def test_chinook_is_read_completely() -> None:
    _, statements, messages = script((CORPUS / "chinook" / "sqlite.sql").read_text("utf-8"))
    assert messages == []
    tables = [s for s in statements if isinstance(s, syntax.CreateTable)]
    assert len(tables) == 11
    track = next(t for t in tables if t.name.last == "Track")
    assert [(c.name, c.type_text, c.not_null) for c in track.columns[:2]] == [
        ("TrackId", "INTEGER", True),
        ("Name", "NVARCHAR(200)", True),
    ]
    assert track.constraints[0] == syntax.ForeignKeyDef(
        ("AlbumId",),
        name("Album"),
        ("AlbumId",),
        "ON DELETE NO ACTION ON UPDATE NO ACTION",
        span=AT,
    )


# -- properties --------------------------------------------------------------

_WORDS = st.sampled_from(
    [
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
        "[r]",
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
        "ESCAPE",
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
        "REPLACE",
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
        ";",
        "?1",
        "1",
        "2.5",
        "-",
        "+",
        "||",
        "->",
        "=",
        "<",
        "OVER",
        "FILTER",
        "WINDOW",
        "PARTITION",
        "BY",
        "ORDER",
        "LIMIT",
        "COLLATE",
        "CAST",
        "EXISTS",
        "JOIN",
        "LEFT",
        "USING",
    ]
)


def _check(text: str) -> None:
    source = SourceFile("q.sql", text)
    _, diagnostics = parse_script(source, Engine.SQLITE)
    for diagnostic in diagnostics:
        assert diagnostic.span.end <= len(text)
        assert diagnostic.render()


@given(st.text())
def test_any_text_gives_diagnostics_and_no_exception(text: str) -> None:
    _check(text)


@given(st.lists(_WORDS, max_size=30).map(" ".join))
def test_any_words_give_diagnostics_and_no_exception(text: str) -> None:
    _check(text)


@pytest.mark.parametrize("text", ["(" * 50_000, "NOT " * 50_000, "- " * 50_000, "CASE " * 50_000])
def test_deep_nesting_is_an_error_and_not_a_crash(text: str) -> None:
    (said,) = script(f"SELECT {text})")[2]
    # compiled functions need little of the stack, and may come to the end
    assert said in {"S: the statement is nested too deeply", '): near ")": syntax error'}


def render(node: Expression) -> str:
    """Write an expression of constants with every parenthesis, for SQLite to evaluate."""
    match node:
        case syntax.Literal():
            quote = "'" * (node.kind is LiteralKind.STRING)
            return f"{quote}{node.text}{quote}"
        case syntax.Operator():
            left = "" if node.left is None else render(node.left)
            return f"({left} {node.name} {render(node.right)})"
        case syntax.And() | syntax.Or():
            word = " AND " if isinstance(node, syntax.And) else " OR "
            return "(" + word.join(map(render, node.items)) + ")"
        case syntax.Not():
            return f"(NOT {render(node.operand)})"
        case syntax.IsDistinct():
            return f"({render(node.left)} IS {'NOT ' * (not node.negated)}({render(node.right)}))"
        case _:
            return render_postfix(node)


def render_postfix(node: Expression) -> str:
    match node:
        case syntax.IsNull():
            return f"({render(node.operand)} IS {'NOT ' * node.negated}NULL)"
        case syntax.Between():
            low, high = render(node.low), render(node.high)
            return f"({render(node.operand)} {'NOT ' * node.negated}BETWEEN {low} AND {high})"
        case syntax.InList():
            items = ", ".join(map(render, node.items))
            return f"({render(node.operand)} {'NOT ' * node.negated}IN ({items}))"
        case syntax.Collate():
            return f"({render(node.operand)} COLLATE {node.collation})"
        case _:
            raise AssertionError(node)


_CONSTANTS = st.sampled_from(["1", "2", "0", "7.5", "'a'", "'B'", "NULL", "'3'"])
_PREFIXES = st.sampled_from(["", "", "", "- ", "+ ", "~ ", "NOT "])
_SUFFIXES = st.sampled_from(
    ["", "", "", " ISNULL", " NOT NULL", " COLLATE nocase", " IN (1, 2)", " BETWEEN 1 AND 2"]
)
_INFIXES = st.sampled_from(
    [
        *[
            "+",
            "-",
            "*",
            "/",
            "%",
            "||",
            "&",
            "|",
            "<<",
            ">>",
            "<",
            "<=",
            ">",
            ">=",
            "=",
            "==",
            "<>",
            "!=",
            "AND",
            "OR",
            "IS",
            "LIKE",
            "GLOB",
        ],
        *("IS NOT", "NOT LIKE", "IS NOT DISTINCT FROM"),
    ]
)


@st.composite
def _chains(draw: st.DrawFn) -> str:
    parts = [draw(_PREFIXES) + draw(_CONSTANTS) + draw(_SUFFIXES)]
    for _ in range(draw(st.integers(1, 5))):
        parts += [draw(_INFIXES), draw(_PREFIXES) + draw(_CONSTANTS) + draw(_SUFFIXES)]
    return " ".join(parts)


@given(_chains())
def test_precedence_is_that_of_sqlite_itself(text: str) -> None:
    connection = sqlite3.connect(":memory:")
    try:
        expected = connection.execute(f"SELECT {text}").fetchall()
    except sqlite3.OperationalError:
        return  # SQLite refuses it, or an old SQLite does not know IS DISTINCT FROM
    else:
        assert connection.execute(f"SELECT {render(expression(text))}").fetchall() == expected
    finally:
        connection.close()
