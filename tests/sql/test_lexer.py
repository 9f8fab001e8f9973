"""Where SQL code is and where it is not, in the three dialects."""

from __future__ import annotations

import importlib
from typing import Protocol, cast

import pytest

from flash_core.engine import Engine
from flash_core.sql.lexer import TokenKind, scan, tokenize


class _Scanned(Protocol):
    start: int
    end: int


class _Scan(Protocol):
    tokens: list[_Scanned]


class _Postgast(Protocol):
    """What is used here of a library whose own stubs no type checker can read."""

    def scan(self, sql: str, /) -> _Scan: ...


postgast = cast("_Postgast", importlib.import_module("postgast"))
POSTGRESQL, MYSQL, SQLITE = Engine.POSTGRESQL, Engine.MYSQL, Engine.SQLITE


def shown(text: str, engine: Engine) -> list[str]:
    """Return the significant tokens as ``kind:text``."""
    tokens = tokenize(text, engine)
    assert "".join(token.text for token in tokens) == text
    return [f"{token.kind}:{token.text}" for token in tokens if token.significant]


def kinds(text: str, engine: Engine) -> list[str]:
    return [entry.split(":", 1)[0] for entry in shown(text, engine)]


@pytest.mark.parametrize(
    ("text", "engine", "expected"),
    [
        ("/* a /* b */ c */ x", POSTGRESQL, ["word:x"]),
        ("/* a /* b */ x", SQLITE, ["word:x"]),
        ("-- a\r\nx", SQLITE, ["word:x"]),
        ("-- a\rx", POSTGRESQL, ["word:x"]),
        ("-- a\rx", SQLITE, []),
        ("1--2", POSTGRESQL, ["number:1"]),
        ("1--2", MYSQL, ["number:1", "operator:-", "operator:-", "number:2"]),
        ("1-- 2\n#3\n4", MYSQL, ["number:1", "number:4"]),
        ("1 --", MYSQL, ["number:1"]),
        ("\ufeffSELECT", POSTGRESQL, ["word:SELECT"]),
        ("\ufeffSELECT", MYSQL, ["word:SELECT"]),
        ("\ufeffSELECT", SQLITE, ["word:SELECT"]),
    ],
)
def test_comments_and_space_follow_the_dialect(
    text: str, engine: Engine, expected: list[str]
) -> None:
    assert shown(text, engine) == expected


@pytest.mark.parametrize(
    ("text", "engine", "expected"),
    [
        ("'it''s'", POSTGRESQL, ["string"]),
        (r"'a\' || 'b'", POSTGRESQL, ["string", "operator", "string"]),
        (r"'a\' || 'c'", MYSQL, ["string", "word", "error"]),
        (r"E'a\' || 'b", POSTGRESQL, ["string", "word"]),
        ("E'a'\n 'b\\' c' 1", POSTGRESQL, ["string", "number"]),
        (r"U&'d\0061t' U&\"x\"".replace('\\"', '"'), POSTGRESQL, ["string", "quoted"]),
        ("$$ ' \" $a$ $$", POSTGRESQL, ["string"]),
        ("$é$ $$ $e$ $é$", POSTGRESQL, ["string"]),
        ("a$b$c", POSTGRESQL, ["word"]),
        ("x'00' X'ff'", SQLITE, ["string", "string"]),
        ("n'x' b'0' _utf8'x'", MYSQL, ["string", "string", "word", "string"]),
        ('"a""b" `c``d` [e"f]', SQLITE, ["quoted", "quoted", "quoted"]),
        ('"a" `b`', MYSQL, ["string", "quoted"]),
        ("'root'@'%'", MYSQL, ["string", "quoted"]),
        ("'a", SQLITE, ["error"]),
        ('"a', POSTGRESQL, ["error"]),
        ("`a", MYSQL, ["error"]),
        ("[a", SQLITE, ["error"]),
        ("/* a", SQLITE, ["error"]),
        ("/* /* a */", POSTGRESQL, ["error"]),
        ("$x$ a $$", POSTGRESQL, ["error"]),
        ("\x00", POSTGRESQL, ["error"]),
    ],
)
def test_quotes_follow_the_dialect(text: str, engine: Engine, expected: list[str]) -> None:
    assert kinds(text, engine) == expected


@pytest.mark.parametrize(
    ("text", "engine", "expected"),
    [
        ("a->>'b'", POSTGRESQL, ["word:a", "operator:->>", "string:'b'"]),
        ("1+-2", POSTGRESQL, ["number:1", "operator:+", "operator:-", "number:2"]),
        ("a<-1", POSTGRESQL, ["word:a", "operator:<", "operator:-", "number:1"]),
        ("a@-1", POSTGRESQL, ["word:a", "operator:@-", "number:1"]),
        ("a*/*c*/b", POSTGRESQL, ["word:a", "operator:*", "word:b"]),
        ("a~~*b", POSTGRESQL, ["word:a", "operator:~~*", "word:b"]),
        (
            "f(x:=1)",
            POSTGRESQL,
            ["word:f", "punctuation:(", "word:x", "operator::=", "number:1", "punctuation:)"],
        ),
        ("a<=>b", MYSQL, ["word:a", "operator:<=>", "word:b"]),
        ("@x:=1", MYSQL, ["parameter:@x", "operator::=", "number:1"]),
        ("@@global.x", MYSQL, ["word:@@global", "punctuation:.", "word:x"]),
        ("1e5 1abc 0x1F", MYSQL, ["number:1e5", "word:1abc", "number:0x1F"]),
        ("a==b||c", SQLITE, ["word:a", "operator:==", "word:b", "operator:||", "word:c"]),
        ("größe = 1", SQLITE, ["word:größe", "operator:=", "number:1"]),
        ("1_000.5e-3", POSTGRESQL, ["number:1_000.5e-3"]),
    ],
)
def test_operators_and_words_follow_the_dialect(
    text: str, engine: Engine, expected: list[str]
) -> None:
    assert shown(text, engine) == expected


@pytest.mark.parametrize(
    ("text", "parameters"),
    [
        ("$1::int", ["$1"]),
        (":a::int", [":a"]),
        ("x::text", []),
        ("arr[1:n]", []),
        ("arr[lo:hi]", []),
        ("arr[f(x):n]", []),
        ("arr[:lo:hi]", [":lo"]),
        ("arr[1: :n]", [":n"]),
        ("ARRAY[:a, :b]", [":a", ":b"]),
        ("arr[CASE WHEN :a THEN 1 END]", [":a"]),
        ("f(x, arr[1]:n)", [":n"]),
        ("JSON_OBJECT('a':b)", []),
        ("JSON_OBJECT('a': :b)", [":b"]),
        ("JSON_OBJECT(KEY :k VALUE :v)", [":k", ":v"]),
        ("f(a := 1)", []),
        ("id=@id", ["@id"]),
        ("id <> @id", ["@id"]),
        ("a <@b", []),
        ("a @> b AND c @@ d", []),
        ("@ -5", []),
        ("id=?", ["?"]),
        ("id = ? AND data ? 'k'", ["?"]),
        ("data ? ?", ["?"]),
        ("data ?| ARRAY[?, ?]", ["?", "?"]),
        ("data ?& array['a']", []),
        ("(data) ? 'k'", []),
        ("data #> '{a}' ? 'k'", []),
        ("x LIKE ?||'%'", ["?"]),
        ("OFFSET (?-1)*10", ["?"]),
        ("?- lseg", []),
        ("VALUES (?, ?)", ["?", "?"]),
        ("LIMIT ? OFFSET ?", ["?", "?"]),
        ("FETCH FIRST ? ROWS ONLY", ["?"]),
        ("t.limit ? 'k'", []),
        ("x AT TIME ZONE ?", ["?"]),
        ("?1 + ?2", ["?1", "?2"]),
        ("x = ?::int", ["?"]),
        ("data @? '$.a'", []),
        ("$name", ["$name"]),
        ("'?' || \":a\" -- $1\n/* @b */ || $$ ? $$", []),
    ],
)
def test_what_stands_before_decides_what_is_a_parameter_of_postgresql(
    text: str, parameters: list[str]
) -> None:
    tokens = tokenize(text, POSTGRESQL)
    assert "".join(token.text for token in tokens) == text
    assert [t.text for t in tokens if t.kind is TokenKind.PARAMETER] == parameters


@pytest.mark.parametrize(
    ("text", "engine", "parameters"),
    [
        ("? ?12 :a @b $c $1", SQLITE, ["?", "?12", ":a", "@b", "$c", "$1"]),
        ("'?' \"?\" [:a] `@b` --?\n/*:a*/", SQLITE, []),
        ("x::text", SQLITE, []),
        ("? :a @b $1 @@c", MYSQL, ["?", ":a", "@b", "$1"]),
        ("\"?\" '?' `?` #?", MYSQL, []),
        ("$12a", MYSQL, []),
    ],
)
def test_parameters_are_never_inside_text(text: str, engine: Engine, parameters: list[str]) -> None:
    tokens = tokenize(text, engine)
    assert [t.text for t in tokens if t.kind is TokenKind.PARAMETER] == parameters


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT 1+-2, a<-1, b@-1, -1, !=-1, a||-b, @-c",
        "SELECT 'a\\', E'\\'', U&'\\0061', b'01', x'ff', $$'$$, $t$ $$ $t$",
        'SELECT a$b, é, "x""y", 1.5, .5, 1., 1e5, 0xff, 0o17, 0b11, 1_000',
        "SELECT a[1:2], b::text, f(c => 1), d->>'x', e#>>'{a}', f ?| g, h ?& i",
        "-- x\rSELECT /* a /* b */ */ 1*/*x*/2 --y",
        "SELECT a <-> b, c <@ d, e @> f, g ~~* h, i !~ j, k ^ l, m % n, o # p, q | r & s",
        "SELECT e'a' 'b', e'a'\n'b\\'c'",
    ],
)
def test_code_is_where_postgresql_finds_it(sql: str) -> None:
    theirs = postgast.scan(sql)
    data = sql.encode()
    expected = [data[token.start : token.end].decode() for token in theirs.tokens]
    comments = {text for text in expected if text.startswith(("--", "/*"))}
    ours = [t.text for t in scan(sql, POSTGRESQL) if t.kind is not TokenKind.SPACE]
    assert ours == expected
    assert {t.text for t in scan(sql, POSTGRESQL) if t.kind is TokenKind.COMMENT} == comments


@pytest.mark.parametrize("engine", Engine)
@pytest.mark.parametrize(
    "fragment",
    [
        "'",
        '"',
        "`",
        "[",
        "$$",
        "$a$",
        "/*",
        "E'\\",
        "+",
        "@",
        "?",
        ":a",
        "(",
        "1.",
        "--",
        "''",
        "é",
        "\x00",
        "*/",
        "0x",
    ],
)
def test_a_fragment_that_never_ends_is_read_to_its_end(engine: Engine, fragment: str) -> None:
    # long enough that anything worse than linear would not come back
    text = fragment * (200_000 // len(fragment))
    tokens = tokenize(text, engine)
    assert sum(len(token.text) for token in tokens) == len(text)
