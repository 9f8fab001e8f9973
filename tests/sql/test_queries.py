"""Query files to blocks, and what people are told about files that are wrong."""

from __future__ import annotations

import textwrap

import pytest

from flash_core.engine import Engine
from flash_core.sql.queries import Command, duplicate_names, read_queries
from flash_core.sql.source import SourceFile

SQLITE = Engine.SQLITE


def read(text: str, engine: Engine = SQLITE) -> list[tuple[str, str, str, str]]:
    """Return name, command, documentation and body of every block; nothing may be wrong."""
    source = SourceFile("users.sql", text)
    blocks, problems = read_queries(source, engine)
    assert [problem.render() for problem in problems] == []
    for block in blocks:
        assert text[block.name_span.start : block.name_span.end] == block.name
        written = text[block.command_span.start : block.command_span.end]
        assert written == f":{block.command}"
    return [
        (block.name, str(block.command), block.doc, text[block.body.start : block.body.end])
        for block in blocks
    ]


def complaints(text: str, engine: Engine = SQLITE) -> str:
    """Return everything a user is told about a file."""
    _, problems = read_queries(SourceFile("users.sql", textwrap.dedent(text)), engine)
    return "\n".join(problem.render() for problem in problems)


def test_a_block_runs_from_its_annotation_to_the_next() -> None:
    text = """\
        -- name: GetUser :one
        SELECT * FROM users WHERE id = ?;

        -- name: Ping :exec
        SELECT 1 -- the end
        ;;
        """
    assert read(textwrap.dedent(text)) == [
        ("GetUser", "one", "", "SELECT * FROM users WHERE id = ?"),
        ("Ping", "exec", "", "SELECT 1"),
    ]


@pytest.mark.parametrize(
    ("annotation", "engine"),
    [
        ("-- name: GetUser :one", Engine.POSTGRESQL),
        ("--name:GetUser :one", SQLITE),
        ("-- name : GetUser :one  ", SQLITE),
        ("-- name: GetUser:one", SQLITE),
        ("--\tname:\tGetUser\t:one", SQLITE),
        ("  -- name: GetUser :one", SQLITE),
        ("-- Name: GetUser :one", SQLITE),
        ("/* name: GetUser :one */", Engine.POSTGRESQL),
        ("/*name:GetUser :one*/", SQLITE),
        ("/**\n * name: GetUser :one\n */", Engine.POSTGRESQL),
        ("# name: GetUser :one", Engine.MYSQL),
        ("-- name: GetUser :one", Engine.MYSQL),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_every_spelling_of_an_annotation_is_read(
    annotation: str, engine: Engine, line_end: str
) -> None:
    text = f"\ufeff{annotation}\nSELECT\n  1;\n".replace("\n", line_end)
    assert read(text, engine) == [("GetUser", "one", "", f"SELECT{line_end}  1")]


@pytest.mark.parametrize("command", Command)
def test_every_command_is_read(command: Command) -> None:
    assert read(f"-- name: Q :{command}\nSELECT 1") == [("Q", str(command), "", "SELECT 1")]


@pytest.mark.parametrize("text", ["", "\ufeff", "\r\n", "-- only a comment\n", "/* name */", ";"])
def test_a_file_without_sql_has_no_queries(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "SELECT '\n-- name: B :one\n'",
        'SELECT "\n-- name: B :one\n"',
        "SELECT 1 /*\n-- name: B :one\n*/ + 2",
        "SELECT name, -- name: of the user\n  email",
        "SELECT $$\n-- name: B :one\n$$",
    ],
)
def test_what_looks_like_an_annotation_inside_other_text_is_not_one(text: str) -> None:
    engine = Engine.POSTGRESQL
    assert read(f"-- name: A :one\n{text};", engine) == [("A", "one", "", text)]


def test_the_comments_around_an_annotation_are_its_documentation() -> None:
    text = """\
        -- not this: a blank line follows

        -- not this: a ruled line follows
        -- === Users =========
        -- Get one user
        --   by primary key.
        --
        -- flash:nullable name
        -- @param id whatever
        -- name: GetUser :one
        -- May be gone.
        SELECT 1; -- trailing, nobody's
        /* Every user.
         * Sorted. */
        -- name: ListUsers :many

        -- not this: a blank line is before it
        SELECT 2; -- trailing too
        -- name: Third :many
        SELECT 3; /* trailing */ -- as well
        /* name: Fourth :one
           The fourth. */
        SELECT 4;
        """
    assert [(name, doc) for name, _, doc, _ in read(textwrap.dedent(text))] == [
        ("GetUser", "Get one user\n  by primary key.\n\nMay be gone."),
        ("ListUsers", "Every user.\nSorted."),
        ("Third", ""),
        ("Fourth", "The fourth."),
    ]


def test_comments_that_mean_something_stay_in_the_body() -> None:
    text = "-- name: A :many\n/*+ SeqScan(t) */ SELECT 1 WHERE a /*? AND b = @b */\n;\n-- x\n"
    body = "/*+ SeqScan(t) */ SELECT 1 WHERE a /*? AND b = @b */"
    assert read(text, Engine.POSTGRESQL) == [("A", "many", "", body)]


def test_everything_wrong_with_a_file_is_reported_at_once() -> None:
    text = """\
        SELECT 0;
        -- name GetUser :one
        SELECT 1;
        -- name: Get-User :onee
        SELECT 2;
        -- name: ListUsers many
        SELECT 3;
        -- name: Delete
        SELECT 4;
        -- name: :one
        SELECT 5;
        -- name: A :many of them
        SELECT 6;
        -- name: B :xyz
        -- name: C :one
        -- name: D :one
        SELECT 7; SELECT 8
          + 9; SELECT 10;
        -- name: D :exec
        SELECT 11 -- name: E :one
        """
    assert complaints(text) == textwrap.dedent(
        """\
        users.sql:1:1: error: SQL without a query annotation above it
           1 | SELECT 0;
               ^^^^^^^^
             = help: write -- name: QueryName :many on the line above
        users.sql:2:4: error: query annotation without a colon after name
           2 | -- name GetUser :one
                  ^^^^
             = help: write -- name: GetUser :one
        users.sql:4:10: error: "Get-User" is not a query name
           4 | -- name: Get-User :onee
                        ^^^^^^^^
             = help: use letters, digits and underscores: Get_User
        users.sql:4:19: error: unknown command :onee
           4 | -- name: Get-User :onee
                                 ^^^^^
             = help: did you mean :one?
        users.sql:6:10: error: query ListUsers has no command
           6 | -- name: ListUsers many
                        ^^^^^^^^^^^^^^
             = help: write -- name: ListUsers :many
        users.sql:8:10: error: query Delete has no command
           8 | -- name: Delete
                        ^^^^^^
             = help: say what it returns: :one, :many, :iter, :exec, :execrows, :execlastid, \
:execresult, :batchexec, :batchone, :batchmany, :copyfrom
        users.sql:10:4: error: query annotation without a name
          10 | -- name: :one
                  ^^^^
             = help: write -- name: GetUser :one
        users.sql:12:18: error: unexpected text after :many
          12 | -- name: A :many of them
                                ^^^^^^^
             = help: put it on a comment line of its own
        users.sql:14:12: error: unknown command :xyz
          14 | -- name: B :xyz
                          ^^^^
             = help: use one of :one, :many, :iter, :exec, :execrows, :execlastid, \
:execresult, :batchexec, :batchone, :batchmany, :copyfrom
        users.sql:15:10: error: query C has no SQL
          15 | -- name: C :one
                        ^
             = help: write the statement below it
        users.sql:17:11: error: query D has more than one statement
          17 | SELECT 7; SELECT 8
                         ^^^^^^^^
             = help: give the second statement a -- name: annotation of its own
        users.sql:19:10: error: query D is defined twice
          19 | -- name: D :exec
                        ^
             = help: rename one of them; the first is at users.sql:16
        users.sql:20:20: error: annotation of query E behind SQL
          20 | SELECT 11 -- name: E :one
                                  ^
             = help: start a new line before it"""
    )


@pytest.mark.parametrize("quote", ["'", '"', "/*", "$a$"])
def test_an_unterminated_quote_does_not_hide_the_next_queries(quote: str) -> None:
    text = f"-- name: A :one\nSELECT {quote}x;\n\n-- name: B :one\nSELECT 2;\n"
    assert read(text, Engine.POSTGRESQL) == [
        ("A", "one", "", f"SELECT {quote}x;"),
        ("B", "one", "", "SELECT 2"),
    ]


def test_a_name_is_used_once_in_all_files() -> None:
    one = SourceFile("a.sql", "-- name: X :one\nSELECT 1;\n")
    two = SourceFile("b.sql", "-- name: Y :one\nSELECT 1;\n-- name: X :one\nSELECT 2;\n")
    files = [(source, read_queries(source, SQLITE)[0]) for source in (one, two)]
    assert [problem.render() for problem in duplicate_names(files)] == [
        textwrap.dedent(
            """\
            b.sql:3:10: error: query X is defined twice
               3 | -- name: X :one
                            ^
                 = help: rename one of them; the first is at a.sql:1"""
        )
    ]
