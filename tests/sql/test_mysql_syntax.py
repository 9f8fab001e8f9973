"""MySQL's grammar is read as the servers read it; MariaDB itself is asked where it runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.lexer import tokenize
from flash_core.sql.parse import parse_statement
from flash_core.sql.placeholders import rewrite
from flash_core.sql.source import SourceFile, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pymysql.cursors import Cursor

    from flash_core.sql.source import Diagnostic
    from flash_core.sql.syntax import Expression, Statement

FOLDER = Path(__file__).parent
SYNTAX_ERROR = 1064
# MariaDB raises these while it still parses: unknown variables of INTO and LIMIT, names that are
# twice there, unknown types, rows, argument counts and table functions without an alias.
EARLY_ERRORS = frozenset({1066, 1327, 1582, 1583, 4141, 4161, 4177})


def lines(name: str) -> list[str]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("-- ")]


MARIADB = lines("mariadb_statements.sql")
MYSQL = lines("mysql_statements.sql")


def read(text: str, engine: Engine = Engine.MARIADB) -> tuple[Statement | None, list[Diagnostic]]:
    rewritten, problems = rewrite(SourceFile("q.sql", text), Span(0, len(text)), engine)
    if problems:
        return None, problems
    return parse_statement(rewritten, engine)


def statement(text: str, engine: Engine = Engine.MARIADB) -> Statement:
    found, problems = read(text, engine)
    assert problems == []
    assert found is not None
    return found


def refusal(text: str, engine: Engine = Engine.MARIADB) -> str:
    """Return what is underlined and what is said of it."""
    _, problems = read(text, engine)
    assert len(problems) == 1
    span = problems[0].span
    assert problems[0].render()
    return f"{text[span.start : span.end]}: {problems[0].message}"


def expression(text: str, engine: Engine = Engine.MARIADB) -> Expression:
    select = statement(f"SELECT {text}", engine)
    assert isinstance(select, syntax.Select)
    return select.targets[0].expression


@pytest.fixture(scope="module")
def server(mysql_server: str) -> Iterator[Cursor]:
    """A cursor on a database with the tables that the statements name."""
    import pymysql  # noqa: PLC0415 - not needed by tests that use no server

    parts = urlsplit(mysql_server)
    connection = pymysql.connect(
        host=parts.hostname or "127.0.0.1",
        port=parts.port or 3306,
        user=parts.username or "root",
        password=parts.password or "",
        autocommit=True,
    )
    with connection.cursor() as cursor:
        cursor.execute("DROP DATABASE IF EXISTS grammar")
        cursor.execute("CREATE DATABASE grammar CHARACTER SET utf8mb4")
        cursor.execute("USE grammar")
        cursor.execute(
            "CREATE TABLE q (a INT PRIMARY KEY, b INT, c VARCHAR(20), d DATE, FULLTEXT (c))"
        )
        cursor.execute("CREATE TABLE r (a INT, x INT, j JSON)")
        yield cursor
        cursor.execute("DROP DATABASE grammar")
    connection.close()


def takes(server: Cursor, text: str) -> bool | None:
    """Tell whether the server's grammar takes a statement, ``None`` if that cannot be known."""
    import pymysql  # noqa: PLC0415 - not needed by tests that use no server

    server.execute("SET @text = %s", (text,))
    try:
        server.execute("PREPARE one FROM @text")
    except pymysql.err.MySQLError as error:
        code = error.args[0]
        return None if code in EARLY_ERRORS else code != SYNTAX_ERROR
    return True


@pytest.mark.parametrize("text", MARIADB)
def test_what_mariadb_takes_is_read(text: str) -> None:
    statement(text)


def test_mariadb_takes_what_is_read(server: Cursor) -> None:
    # What cannot be prepared at all is left to the other test.
    assert [line for line in MARIADB if takes(server, line) is False] == []


@pytest.mark.parametrize("text", MYSQL)
def test_what_only_mysql_has_is_read_for_mysql(text: str) -> None:
    statement(text, Engine.MYSQL)


@pytest.mark.parametrize("text", MYSQL)
def test_what_only_mysql_has_is_refused_for_mariadb(text: str) -> None:
    found, problems = read(text, Engine.MARIADB)
    assert found is None
    assert problems[0].sqlstate == "42000"


def test_mariadb_refuses_what_only_mysql_has(server: Cursor) -> None:
    unknown_functions = {"select rank () over (order by a) from q"}  # refused, but not as syntax
    accepted = {line for line in MYSQL if takes(server, line)}
    assert accepted - unknown_functions == set()


def test_a_statement_without_one_of_its_words_is_refused_where_mariadb_refuses_it(
    server: Cursor,
) -> None:
    """For every statement and every token: leave it out, and ask both."""
    compared, differing = 0, list[str]()
    for line in MARIADB:
        if line.split()[0] not in {"select", "insert", "replace", "with"}:
            continue  # MariaDB 10.11 itself crashes on some broken UPDATE of joined tables
        tokens = tokenize(line, Engine.MARIADB)
        for index, token in enumerate(tokens):
            if not token.significant:
                continue
            text = "".join(one.text for one in (*tokens[:index], *tokens[index + 1 :]))
            taken = takes(server, text)
            compared += taken is not None
            if taken is not None and taken is not (read(text)[1] == []):
                differing.append(text)
    assert compared > 1000
    assert differing == []


@pytest.mark.parametrize(
    ("text", "grouped"),
    [
        ("a or b xor c and d", "a or (b xor (c and d))"),
        ("a || b && c", "a or (b and c)"),
        ("not a = b", "not (a = b)"),
        ("! a = b", "(not a) = b"),
        ("not a is null", "not (a is null)"),
        ("a = b is null", "(a = b) is null"),
        ("a between b and c and d", "(a between b and c) and d"),
        ("a like b | c", "a like (b | c)"),
        ("a | b & c << d + e * f ^ g", "a | (b & (c << (d + (e * (f ^ g)))))"),
        ("a - b - c", "(a - b) - c"),
        ("-a ^ b", "(-a) ^ b"),
        ("a mod b div c", "(a % b) div c"),
        ("a in (b) = c", "(a in (b)) = c"),
        ("d + interval 1 + 2 day - b", "(d + interval (1 + 2) day) - b"),
        ("@a := b or c", "@a := (b or c)"),
        ("binary a = b", "(binary a) = b"),
        ("a regexp b and c", "(a rlike b) and c"),
        ("a <=> b collate utf8mb4_bin", "a <=> (b collate utf8mb4_bin)"),
    ],
)
def test_operators_bind_as_in_the_manual(text: str, grouped: str) -> None:
    assert expression(text) == expression(grouped)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("select 1 from a join b join c on 1 on 2", "select 1 from a join (b join c on 1) on 2"),
        ("select 1 from a join b join c on 1", "select 1 from (a join b) join c on 1"),
        (
            "select 1 from a left join b join c on 1 on 2",
            "select 1 from a left join (b join c on 1) on 2",
        ),
        (
            "select 1 union select 2 intersect select 3",
            "select 1 union (select 2 intersect select 3)",
        ),
        ("select 1 from t limit 2, 3", "select 1 from t limit 3 offset 2"),
        ("insert t set a = 1", "insert into t (a) values (1)"),
        ("delete from a using a join b", "delete a from a join b"),
        ("select 'a' 'b'", "select 'ab'"),
        (r"select 'it''s\n\%'", 'select "it\'s\n\\\\%"'),
        ("select {d '2024-01-31'}", "select date'2024-01-31'"),
        ("select substring(a from 2 for 3)", "select substring(a, 2, 3)"),
        ("select trim(both from a)", "select trim(a)"),
        ("select 1 /*! + 1 */ /*!99999 + x */", "select 1 + 1"),
    ],
)
def test_two_spellings_are_one_tree(text: str, same: str) -> None:
    assert statement(text) == statement(same)


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("select 1 from", ": syntax error at end of input"),
        ("select from t", 'from: syntax error near "from"'),
        ("select 1 = not a", 'not: syntax error near "not"'),
        ("select 1 from t order a", 'a: syntax error near "a"'),
        ("select 1 from t left join u", ": syntax error at end of input"),
        ("select 1 from (select 1)", ": syntax error at end of input"),
        (
            "select count (a) from t",
            'count: FUNCTION count does not exist: a space stands between it and "("',
        ),
        ("select abs(distinct a) from t", 'distinct: syntax error near "distinct"'),
        ("select a, * from t", '*: syntax error near "*"'),
        ("select 1 from t limit rows examined :n", ":n: a parameter is not supported here"),
        ("select 1 from t limit 1 + 1", '+: syntax error near "+"'),
        ("update t set a = 1 returning a", 'returning: syntax error near "returning"'),
        (
            "insert into t (a) values (1) as new",
            "as new: MariaDB has no alias of the new row: it is MySQL's",
        ),
        ("select a->'$.x' from t", """->: MariaDB has no operator "->": it is MySQL's"""),
    ],
)
def test_the_error_stands_where_the_server_sees_it(text: str, refused: str) -> None:
    assert refusal(text) == refused


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        (
            "insert into t values (1) returning a",
            "returning: MySQL has no RETURNING: it is MariaDB's",
        ),
        ("select next value for s", "next value for: MySQL has no sequences: it is MariaDB's"),
        ("values (1)", "values: MySQL has no VALUES of plain rows: it is MariaDB's"),
        ("select cast(a as uuid)", "uuid: MySQL has no CAST to UUID: it is MariaDB's"),
        ("select rank from t", 'from: syntax error near "from"'),
    ],
)
def test_what_only_mariadb_has_is_refused_for_mysql(text: str, refused: str) -> None:
    assert refusal(text, Engine.MYSQL) == refused


def test_parameters_keep_their_numbers_and_variables_are_none() -> None:
    select = statement("select :a, @b := 1, @b, :c, :a")
    assert isinstance(select, syntax.Select)
    numbers = [
        target.expression.number
        for target in select.targets
        if isinstance(target.expression, syntax.Parameter)
    ]
    assert numbers == [1, 2, 1]
    assert isinstance(select.targets[2].expression, syntax.UserVariable)


def test_a_word_is_free_right_before_and_behind_a_dot() -> None:
    assert expression("select.from.order") == syntax.ColumnRef(
        ("select", "from", "order"), span=Span(0, 0)
    )


@pytest.mark.parametrize("engine", [Engine.MYSQL, Engine.MARIADB])
@given(
    text=st.one_of(
        st.text(),
        st.lists(
            st.sampled_from(sorted({word for line in MARIADB for word in line.split()})),
            max_size=20,
        ).map(" ".join),
    )
)
def test_any_text_gives_diagnostics_and_no_exception(engine: Engine, text: str) -> None:
    found, problems = read(text, engine)
    assert found is None or not problems or isinstance(found, syntax.Node)
    for problem in problems:
        assert problem.render()


@pytest.mark.parametrize("text", ["(" * 50_000, "NOT " * 50_000, "- " * 50_000, "CASE " * 50_000])
def test_deep_nesting_is_an_error_and_not_a_crash(text: str) -> None:
    # compiled functions need little of the stack, and may come to the end
    said = refusal(f"SELECT {text})")
    assert said in {"S: the statement is nested too deeply", '): syntax error near ")"'}
