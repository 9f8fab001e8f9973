"""Laws of reading SQL that hold for every text, not only for SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from flash_core.analysis.query import analyse
from flash_core.catalog.build import build
from flash_core.engine import Engine
from flash_core.sql.lexer import TokenKind, scan, tokenize
from flash_core.sql.parse import parse_script
from flash_core.sql.placeholders import rewrite
from flash_core.sql.queries import duplicate_names, read_queries
from flash_core.sql.source import SourceFile, Span
from flash_core.sql.statements import split_statements

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.placeholders import Rewritten
    from flash_core.sql.source import Diagnostic

# fmt: off - an alphabet, not one letter a line
FRAGMENTS = (
    "'",
    "''",
    '"',
    "`",
    "[",
    "]",
    "(",
    ")",
    ",",
    ";",
    ".",
    ":",
    "::",
    ":=",
    "$",
    "$$",
    "$a$",
    "\\",
    "/*",
    "*/",
    "/*?",
    "/*+",
    "--",
    "-- ",
    "#",
    "\n",
    "\r\n",
    "\r",
    " ",
    "\t",
    "E'",
    "e'\\'",
    "U&'",
    'U&"',
    "X'ff'",
    "\x00",
    "\ufeff",
    "é",
    "\ud800",
    "\u2028",
    "?",
    "?1",
    "?0",
    "?|",
    "?&",
    "?-",
    "||",
    "$1",
    "$2",
    "$3",
    ":a",
    ":b",
    "@a",
    "@b",
    "@@",
    "$a",
    "=",
    "<",
    "@>",
    "<@",
    "+",
    "-",
    "*",
    "1",
    "1.",
    ".5",
    "1e5",
    "0x",
    "a",
    "b",
    "SELECT",
    " IN ",
    " NOT IN ",
    " ANY ",
    "IN (flash.slice(ids))",
    "NOT IN(sqlc.slice('x'))",
    "flash",
    "flash.",
    "flash.arg(a)",
    "sqlc.narg('b')",
    "flash.slice(a)",
    "flash.embed(t)",
    "flash.arg(",
    "flash.x(",
    "-- name: A :one\n",
    "-- name: B :many\n",
    "/* name: C :exec */",
    "-- name: ",
    "# name: D :one\n",
    "-- name: E\n",
    " :one",
    "-- flash:type x\n",
    "--- rule\n",
    "BEGIN",
    "ATOMIC",
    "END",
    "CASE",
    "CREATE TRIGGER ",
    "CREATE RULE ",
    "COPY t FROM stdin;\n",
    "\\.\n",
    "\\r x\n",
    "DELIMITER //\n",
    "//",
    "JSON_OBJECT(",
    "SET @a = ",
    "INTO @b",
)
# fmt: on
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join),
    st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=3)), max_size=30).map("".join),
)
# fmt: off - as above
WORDS = (
    "SELECT",
    "*",
    "FROM",
    "t",
    "u",
    "a",
    "b",
    ",",
    "(",
    ")",
    "WHERE",
    "=",
    "1",
    "'x'",
    ":p",
    "?",
    "JOIN",
    "LEFT",
    "ON",
    "USING",
    "GROUP",
    "BY",
    "HAVING",
    "ORDER",
    "LIMIT",
    "UNION",
    "ALL",
    "WITH",
    "RECURSIVE",
    "AS",
    "INSERT",
    "INTO",
    "VALUES",
    "SET",
    "UPDATE",
    "DELETE",
    "RETURNING",
    "DUPLICATE",
    "KEY",
    "REPLACE",
    "IGNORE",
    "CASE",
    "WHEN",
    "THEN",
    "ELSE",
    "END",
    "NOT",
    "IN",
    "IS",
    "NULL",
    "LIKE",
    "BETWEEN",
    "AND",
    "OR",
    "EXISTS",
    "INTERVAL",
    "DAY",
    "CAST",
    "CONVERT",
    "SIGNED",
    "CHAR",
    "COUNT",
    "OVER",
    "PARTITION",
    "ROWS",
    "JSON_TABLE",
    "COLUMNS",
    "PATH",
    "CREATE",
    "TABLE",
    "INT",
    "PRIMARY",
    "DEFAULT",
    "CHECK",
    "ALTER",
    "ADD",
    "DROP",
    "COLUMN",
    "INDEX",
    "VIEW",
    "TRIGGER",
    "FUNCTION",
    "PROCEDURE",
    "BEGIN",
    "RETURN",
    "ENUM",
    "COLLATE",
    "utf8mb4_bin",
    "MATCH",
    "AGAINST",
    "SHOW",
    "CALL",
    "LOAD",
    "DATA",
    "@v",
    ":=",
    "@@x",
    "+",
    "-",
    "->",
    "->>",
    "<=>",
    "DIV",
    "XOR",
    "REGEXP",
    ";",
    ".",
    "PARTITIONS",
    "VALUE",
    "FOR",
    "LOCK",
    "SEPARATOR",
    "0x1F",
    "b'1'",
    "1.5e3",
    "NULLS",
    "`q`",
    "--\n",
    "/*!40101",
)
# fmt: on
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
SCHEMA = "CREATE TABLE t (a INT NOT NULL PRIMARY KEY, b TEXT); CREATE TABLE u (a INT, c INT);"
every_engine = pytest.mark.parametrize("engine", Engine)


def check_diagnostics(problems: Sequence[Diagnostic], within: Span) -> None:
    for problem in problems:
        assert within.start <= problem.span.start <= problem.span.end <= within.end
        header, line, carets, *_ = problem.render().split("\n")
        assert problem.message in header
        assert "^" in carets
        assert line.startswith(f"{problem.source.position(problem.span.start)[0]:>4} | ")


def undo(rewritten: Rewritten) -> str:
    """Return the text with every edit taken back."""
    parts: list[str] = []
    read = 0
    for edit in rewritten.edits:
        parts.append(rewritten.sql[read : edit.rewritten.start])
        parts.append(rewritten.source.text[edit.original.start : edit.original.end])
        read = edit.rewritten.end
    return "".join([*parts, rewritten.sql[read:]])


def code(text: str, engine: Engine) -> list[str]:
    return [token.text for token in tokenize(text, engine) if token.significant]


@every_engine
@given(text=TEXTS)
def test_tokens_concatenate_to_the_text(engine: Engine, text: str) -> None:
    for tokens in (tokenize(text, engine), list(scan(text, engine))):
        assert "".join(token.text for token in tokens) == text
        assert all(token.text for token in tokens)
        assert [token.start for token in tokens] == [
            sum(len(before.text) for before in tokens[:index]) for index in range(len(tokens))
        ]


@every_engine
@given(text=TEXTS)
def test_blocks_and_their_problems_lie_inside_the_file(engine: Engine, text: str) -> None:
    source = SourceFile("q.sql", text)
    blocks, problems = read_queries(source, engine)
    check_diagnostics(problems, Span(0, len(text)))
    end = 0
    for block in blocks:
        assert end <= block.name_span.start < block.command_span.start < block.body.start
        assert text[block.name_span.start : block.name_span.end] == block.name
        assert text[block.command_span.start : block.command_span.end] == f":{block.command}"
        body = text[block.body.start : block.body.end]
        assert body
        assert body == body.rstrip(" \t\r\n")
        end = block.body.end
        _, inside = rewrite(source, block.body, engine)
        check_diagnostics(inside, block.body)
    other = SourceFile("r.sql", text)
    repeated = duplicate_names([(source, blocks), (other, read_queries(other, engine)[0])])
    assert {problem.source for problem in repeated} <= {other}
    assert len(repeated) == len({block.name for block in blocks})


@every_engine
@given(before=TEXTS, text=TEXTS, after=TEXTS)
def test_edits_can_be_taken_back(engine: Engine, before: str, text: str, after: str) -> None:
    source = SourceFile("q.sql", before + text + after)
    region = Span(len(before), len(before) + len(text))
    rewritten, problems = rewrite(source, region, engine)
    assert undo(rewritten) == text
    check_diagnostics(problems, region)
    for edit in rewritten.edits:
        assert rewritten.to_source(edit.rewritten) == edit.original
        assert rewritten.to_rewritten(edit.original) == edit.rewritten


@every_engine
@given(before=TEXTS, text=TEXTS, data=st.data())
def test_spans_map_into_the_region_and_keep_their_order(
    engine: Engine, before: str, text: str, data: st.DataObject
) -> None:
    region = Span(len(before), len(before) + len(text))
    rewritten, _ = rewrite(SourceFile("q.sql", before + text + ";"), region, engine)
    offsets = st.integers(0, len(rewritten.sql))
    start, end = sorted((data.draw(offsets), data.draw(offsets)))
    span = Span(start, end)
    mapped = rewritten.to_source(span)
    assert region.start <= mapped.start <= mapped.end <= region.end
    back = rewritten.to_rewritten(mapped)
    assert back.start <= start
    assert end <= back.end
    untouched = all(
        end <= edit.rewritten.start or edit.rewritten.end <= start for edit in rewritten.edits
    )
    if untouched and start < end:
        assert rewritten.source.text[mapped.start : mapped.end] == rewritten.sql[start:end]


@every_engine
@example(text="?@a")
@example(text="? IN (flash.slice(ids))")
@given(text=TEXTS)
def test_every_placeholder_of_a_correct_statement_has_its_slot(engine: Engine, text: str) -> None:
    rewritten, problems = rewrite(SourceFile("q.sql", text), Span(0, len(text)), engine)
    if problems:
        return
    placeholders = [
        token.text for token in tokenize(rewritten.sql, engine) if token.kind is TokenKind.PARAMETER
    ]
    if engine.family is Engine.MYSQL:
        placeholders = [placeholder for placeholder in placeholders if placeholder[0] == "?"]
        assert placeholders == ["?"] * len(rewritten.order)
    else:
        mark = "$" if engine is Engine.POSTGRESQL else "?"
        assert placeholders == [f"{mark}{number}" for number in rewritten.order]
    assert [slot.number for slot in rewritten.slots] == list(range(1, len(rewritten.slots) + 1))
    assert sum(len(slot.spans) for slot in rewritten.slots) == len(rewritten.order)
    names = [slot.name for slot in rewritten.slots if slot.name is not None]
    assert len(names) == len(set(names))
    if engine is not Engine.SQLITE:  # it numbers names and ? as one sequence
        singles = [slot for slot in rewritten.slots if not slot.slice]
        assert len({slot.name is None for slot in singles}) < 2


@every_engine
@given(text=TEXTS)
def test_rewriting_again_changes_nothing(engine: Engine, text: str) -> None:
    once, problems = rewrite(SourceFile("q.sql", text), Span(0, len(text)), engine)
    if problems or engine.family is Engine.MYSQL:
        return
    twice, problems = rewrite(SourceFile("q.sql", once.sql), Span(0, len(once.sql)), engine)
    assert problems == []
    assert code(twice.sql, engine) == code(once.sql, engine)


@every_engine
@given(text=TEXTS)
def test_statements_are_disjoint_and_hold_code(engine: Engine, text: str) -> None:
    end = 0
    for span in split_statements(SourceFile("s.sql", text), engine):
        statement = text[span.start : span.end]
        assert end <= span.start < span.end
        assert statement == statement.rstrip(" \t\r\n")
        assert not statement.startswith((" ", "\t", "\r", "\n"))
        # after DELIMITER, a semicolon is part of a statement
        assert not statement.startswith(";") or "delimiter" in text.lower()
        end = span.end


@every_engine
@given(text=st.one_of(TEXTS, SENTENCES))
@example(text="'''''\n0")
@example(text='SELECT "a\nb" FROM\n"c\nd" "e\nf" g')
def test_a_schema_of_any_text_is_read_or_refused_at_a_place_of_it(
    engine: Engine, text: str
) -> None:
    source = SourceFile("s.sql", text)
    statements, problems = parse_script(source, engine)
    _, more = build([(source, statement) for statement in statements], engine)
    check_diagnostics([*problems, *more], Span(0, len(text)))


@every_engine
@given(text=st.one_of(TEXTS, SENTENCES))
def test_a_query_of_any_text_is_understood_or_refused_at_a_place_of_it(
    engine: Engine, text: str
) -> None:
    schema = SourceFile("s.sql", SCHEMA)
    statements, _ = parse_script(schema, engine)
    catalog, _ = build([(schema, statement) for statement in statements], engine)
    source = SourceFile("q.sql", f"-- name: Q :many\n{text}\n")
    for block in read_queries(source, engine)[0]:
        _, problems = analyse(block, source, catalog)
        check_diagnostics(problems, Span(0, len(source.text)))
