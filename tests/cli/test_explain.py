"""flash explain: what is known of a query, and why, whatever is wrong with others."""

from __future__ import annotations

import json
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Folder

QUERIES = """\
-- name: GetUserByID :one
-- Find one of them.
SELECT id, name, upper(email) AS loud, is_active FROM users WHERE id = @user_id;

-- name: RenameUser :exec
UPDATE users SET name = COALESCE($2, name) WHERE id = $1;

-- name: CountUsers :one
SELECT count(*) AS total FROM users;

-- name: Friends :many
SELECT flash.embed(u), flash.embed(friend)
FROM users u LEFT JOIN users friend ON friend.email = u.name;

-- name: Broken :many
SELECT nam FROM users;

-- name: Streamed :batchmany
SELECT name FROM users;
"""


@pytest.fixture
def users(project: Folder) -> Folder:
    """A project in which one query is wrong, and one cannot be generated."""
    project.write("db/queries/users.sql", QUERIES)
    return project


def test_everything_about_a_query_is_shown(users: Folder) -> None:
    lines = users.done("explain", "GetUserByID").split("\n")
    expected = [
        "GetUserByID :one  db/queries/users.sql:1:10",
        "  Find one of them.",
        "",
        "  SELECT id, name, upper(email) AS loud, is_active FROM users WHERE id = ?1",
        "",
        "Parameters",
        "  $1 user_id  INTEGER  int  never None: *",
        "",
        "Columns",
        "  id         INTEGER  int          never NULL: primary key *",
        "  name       VARCHAR  str          never NULL: NOT NULL column *users.name*",
        "  loud       TEXT     str          never NULL: *",
        "  is_active  BOOLEAN  bool | None  may be NULL: nullable column *users.is_active*",
        "",
        "Rows",
        "  one row at most: users.id is unique *",
        "",
        "Python",
        "  async def get_user_by_id(self, user_id: int) -> GetUserByIDRow | None",
        "",
        "  @dataclass(slots=True)",
        "  class GetUserByIDRow:",
        '      """Row of query ``GetUserByID``."""',
        "",
        "      id: int",
        "      name: str",
        "      loud: str",
        "      is_active: bool | None",
        "",
    ]
    assert len(lines) == len(expected)
    for line, pattern in zip(lines, expected, strict=True):
        assert fnmatchcase(line, pattern.replace("[", "[[]")), line


@pytest.mark.parametrize(
    "name", ["get_user_by_id", "getuserbyid", "db/queries/users.sql:GetUserByID"]
)
def test_a_query_is_found_by_other_spellings_of_its_name(users: Folder, name: str) -> None:
    assert users.done("explain", name).startswith("GetUserByID :one")


def test_a_parameter_that_may_be_left_out_is_called_so(users: Folder) -> None:
    out = users.done("explain", "RenameUser")
    assert "may be left out: " in out
    assert "async def rename_user(self, id: int, name: str | None = None) -> None" in out
    assert "Rows" not in out


def test_a_bare_value_has_no_class(users: Folder) -> None:
    out = users.done("explain", "CountUsers")
    assert out.endswith("  async def count_users(self) -> int\n")
    assert "exactly one row" in out


def test_embedded_rows_are_shown_with_their_class(users: Folder) -> None:
    out = users.done("explain", "Friends")
    assert "friend: User | None" in out
    assert "class User:" in out
    assert "friend: name" in out


def test_a_wrong_query_is_answered_with_its_own_errors_alone(users: Folder) -> None:
    result = users.flash("explain", "Broken")
    assert (result.code, result.out) == (1, "")
    assert result.err.count(": error") == 1
    assert "db/queries/users.sql:16:8: error" in result.err


def test_a_query_that_cannot_be_generated_is_still_explained(users: Folder) -> None:
    result = users.flash("explain", "Streamed")
    assert result.code == 0
    assert "Python" not in result.out
    assert "query Streamed is :batchmany but has no parameters" in result.err


def test_an_unknown_name_gets_a_suggestion(users: Folder) -> None:
    result = users.flash("explain", "GetUserById2")
    assert result.code == 1
    assert result.err == "error: there is no query GetUserById2: did you mean GetUserByID?\n"


def test_a_name_that_several_files_have_is_not_guessed(users: Folder) -> None:
    users.write("db/queries/more.sql", "-- name: get_user_by_id :one\nSELECT 1 AS x;\n")
    result = users.flash("explain", "getUserById")
    assert result.code == 1
    assert result.err.splitlines() == [
        "error: 2 queries could be meant by getUserById; write one of",
        "         db/queries/more.sql:get_user_by_id",
        "         db/queries/users.sql:GetUserByID",
    ]
    assert users.done("explain", "more.sql:get_user_by_id").startswith("get_user_by_id :one")
    assert users.done("explain", "GetUserByID").startswith("GetUserByID :one")


def test_json_says_the_same(users: Folder) -> None:
    found = json.loads(users.done("explain", "GetUserByID", "--json"))
    assert found["file"] == "db/queries/users.sql"
    assert (found["line"], found["column"]) == (1, 10)
    assert found["parameters"] == [
        {
            "number": 1,
            "name": "user_id",
            "type": "INTEGER",
            "python": "int",
            "nullable": False,
            "optional": False,
            "why": found["parameters"][0]["why"],
        }
    ]
    assert found["columns"][3] == {
        "name": "is_active",
        "type": "BOOLEAN",
        "python": "bool | None",
        "nullable": True,
        "why": found["columns"][3]["why"],
        "origin": "users.is_active",
        "embed": None,
    }
    assert "nullable column" in found["columns"][3]["why"]
    assert found["method"].startswith("async def get_user_by_id")
    assert "class GetUserByIDRow" in found["row"]
    assert not found["exactly_one"]


def test_an_error_in_the_schema_elsewhere_does_not_hide_a_query(users: Folder) -> None:
    users.write("db/schema/zzz.sql", "CREATE TABLE pets (id FROBNICATE INTEGER PRIMARY);\n")
    assert users.done("explain", "CountUsers").startswith("CountUsers :one")
