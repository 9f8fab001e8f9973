"""What the generated package holds, and what its methods do."""

from __future__ import annotations

import importlib
import inspect
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flash_core.analysis.model import Parameter
from flash_core.codegen.literals import docstring, many_lines, one_line
from flash_core.config import Config, RowStyle
from flash_core.engine import Engine
from flash_core.errors import CompileError, NoRowError
from flash_core.origins import Origin, changes_session, origin_of
from flash_core.project import open_project

if TYPE_CHECKING:
    from pathlib import Path

    from tests.codegen.conftest import Project, Workshop


@pytest.fixture
def guide(workshop: Workshop) -> Project:
    """The guide's schema and some of its queries, as analysis gives them."""
    project = workshop.project()
    project.table(
        "users",
        *("id integer!", "name character varying!", "email character varying!"),
        *("is_active boolean", "created_at timestamp without time zone"),
    )
    project.query("GetUserByID", "one", model="users", parameters=["id integer!"])
    project.query(
        "CreateUser",
        "one",
        "id integer!",
        parameters=["name text!", "email text!"],
        exactly_one=True,
    )
    project.query("ListUsers", "many", model="users", parameters=["limit bigint", "offset bigint"])
    text = project.sql_type("text")
    project.query(
        "UpdateUser",
        "exec",
        parameters=[
            "id integer!",
            Parameter(2, "name", text, nullable=True, optional=True),
            Parameter(3, "email", text, nullable=True, optional=True),
        ],
    )
    project.query("DeleteUser", "execrows", parameters=["id integer!"])
    project.query("ListNames", "many", "name text")
    project.query("GetEmail", "one", "email text!", parameters=["id integer!"])
    project.query(
        "GetPost",
        "one",
        "id integer!",
        "author text!",
        exactly_one=True,
        path="db/queries/posts.sql",
    )
    return project


def test_the_package_holds_a_module_a_query_file_and_a_synchronous_twin(guide: Project) -> None:
    own = ["__init__.py", "database.py", "posts.py", "users.py"]
    assert sorted(guide.generate()) == sorted(
        [*own, "models.py", "py.typed", *(f"sync/{name}" for name in own)]
    )
    assert sorted(guide.generate(sync=False)) == sorted([*own, "models.py", "py.typed"])


def test_a_synchronous_package_stands_alone(guide: Project) -> None:
    files = guide.generate(async_=False)
    assert sorted(files) == sorted(guide.generate(sync=False))
    assert not any("async" in text or "await" in text for text in files.values())
    assert not any("from flash_core import" in text for text in files.values())


def test_the_same_input_gives_the_same_bytes_whatever_the_order_of_files(guide: Project) -> None:
    first = guide.generate()
    guide.modules = dict(reversed(guide.modules.items()))
    assert guide.generate() == first


def test_the_package_exports_what_users_import(guide: Project, workshop: Workshop) -> None:
    package = workshop.load(guide.generate())
    assert package.__all__ == [
        "DatabaseConnection",
        "GetPostRow",
        "PostQueries",
        "PostQueriesProtocol",
        "Queries",
        "User",
        "UserQueries",
        "UserQueriesProtocol",
        "new",
    ]
    assert all(hasattr(package, name) for name in package.__all__)
    assert issubclass(package.Queries, (package.UserQueries, package.PostQueries))


def test_a_project_without_queries_is_still_a_package(workshop: Workshop) -> None:
    project = workshop.project()
    assert workshop.load(project.generate()).__all__ == ["DatabaseConnection", "Queries", "new"]


def test_signatures_say_what_analysis_found(guide: Project, workshop: Workshop) -> None:
    package = workshop.load(guide.generate())
    inherited = {*dir(package.UserQueries.__base__)}
    found = {
        name: str(inspect.signature(getattr(package.UserQueries, name))).replace("'", "")
        for name in dir(package.UserQueries)
        if name not in inherited and name[0] != "_"
    }
    assert found == {
        "get_user_by_id": "(self, id: int) -> User | None",
        "create_user": "(self, name: str, email: str) -> int",
        "list_users": "(self, limit: int | None, offset: int | None) -> list[User]",
        "update_user": "(self, id: int, name: str | None = None, email: str | None = None) -> None",
        "delete_user": "(self, id: int) -> int",
        "list_names": "(self) -> list[str | None]",
        "get_email": "(self, id: int) -> str | None",
    }


@pytest.mark.anyio
async def test_methods_send_their_arguments_in_order_and_build_rows(
    guide: Project, workshop: Workshop
) -> None:
    package = workshop.load(guide.generate())
    row = (1, "Ada", "ada@example.com", True, None)
    fake = workshop.fake(row, row)
    db = package.Queries(fake)
    user = package.User(*row)
    assert await db.get_user_by_id(1) == user
    assert await db.list_users(limit=10, offset=5) == [user, user]
    assert await db.create_user("Ada", "ada@example.com") == 1
    assert await db.delete_user(1) == 2
    assert await db.update_user(1, email="new@example.com") is None
    assert await db.list_names() == [1, 1]
    assert await db.get_email(1) == 1
    assert [sent[1:] for sent in fake.sent] == [
        (1,),
        (10, 5),
        ("Ada", "ada@example.com"),
        (1,),
        (1, None, "new@example.com"),
        (),
        (1,),
    ]


@pytest.mark.anyio
async def test_a_missing_row_is_none_unless_there_always_is_one(
    guide: Project, workshop: Workshop
) -> None:
    db = workshop.load(guide.generate()).Queries(workshop.fake())
    assert await db.get_user_by_id(1) is None
    assert await db.get_email(1) is None
    assert await db.list_users(1, 1) == []
    with pytest.raises(NoRowError, match="CreateUser"):
        await db.create_user("Ada", "ada@example.com")
    with pytest.raises(NoRowError, match="GetPost"):
        await db.get_post()


@pytest.mark.anyio
@pytest.mark.parametrize("style", RowStyle)
async def test_rows_are_what_the_configuration_asks_for(
    guide: Project, workshop: Workshop, style: RowStyle
) -> None:
    package = workshop.load(guide.generate(style))
    row = (1, "Ada", "ada@example.com", True, datetime(2024, 1, 2, 3, 4, 5))  # noqa: DTZ001 - as stored
    keys = ("id", "name", "email", "is_active", "created_at")
    db = package.Queries(workshop.fake(row))
    user = await db.get_user_by_id(1)
    assert await db.list_users(1, 1) == [user]
    if style is RowStyle.TYPEDDICT:
        assert user == dict(zip(keys, row, strict=True))
    else:
        assert tuple(getattr(user, key) for key in keys) == row
        assert isinstance(user, package.User)


NASTY_SQL = (
    "SELECT 1",
    "SELECT \"a\", 'b'",
    'SELECT \'"""\' AS "x"\nFROM t WHERE a = \'\'\'\' OR b = """"',
    "SELECT E'\\n\\t\\\\' LIKE '\\%'\n  -- trailing  \n\tAND 1 = 1\t\n",
    "SELECT 1\r\nFROM t\r\nWHERE a = 'x\r\ny'",
    "SELECT 'é日本\u200b\u2028\u202e\ufeff\x0c\x7f'\n, '{x} %s %(y)s $1 ?'",
    "SELECT 'ends with a quote\"'\n\"",
    "SELECT '\\'",
    "\n\n  SELECT 1  \n\n",
    "SELECT '" + "x" * 200 + "'",
    "SELECT 1 \\\nFROM t\\",
    '"""',
    "'",
)


@pytest.mark.parametrize("sql", NASTY_SQL)
def test_the_query_that_is_sent_is_the_text_to_the_character(workshop: Workshop, sql: str) -> None:
    project = workshop.project()
    project.query("Do", "exec", sql=sql)
    project.query("Get", "one", "id integer!", sql=sql)
    project.query("ListAll", "many", *[f"c{n} integer!" for n in range(30)], sql=sql)
    package = workshop.load(project.generate())
    assert [workshop.text(package, name) for name in ("_DO", "_GET", "_LIST_ALL")] == [sql] * 3


@given(st.text())
def test_any_text_survives_being_written_as_a_literal(text: str) -> None:
    for literal in (one_line(text), many_lines(text)):
        names: dict[str, object] = {}
        exec(f"value = {literal}", names)  # noqa: S102 - the law is that Python reads it back
        assert names["value"] == text


@given(st.text())
def test_any_comment_makes_a_docstring_that_python_reads(text: str) -> None:
    module = compile(f"def f():\n{docstring(text, 4)}\n", "generated", "exec")
    assert module.co_filename == "generated"


def test_comments_become_docstrings(workshop: Workshop) -> None:
    project = workshop.project()
    project.table("users", "id integer!", "name text", comment="People.\nAll of them.")
    project.query("GetUser", "one", model="users", doc='Find one.\n\n  Quoted "name" and \\ too"')
    project.query("Plain", "exec")
    package = workshop.load(project.generate())
    assert inspect.getdoc(package.User) == "People.\nAll of them."
    assert inspect.getdoc(package.UserQueries.get_user) == (
        'Find one.\n\nQuoted "name" and \\ too"'
    )
    assert package.UserQueries.plain.__doc__ == "Run ``Plain`` of db/queries/users.sql."


def test_a_model_is_shared_only_while_it_tells_the_truth(workshop: Workshop) -> None:
    project = workshop.project()
    project.table("users", "id integer!", "name text", "age integer!")
    columns = ("id integer!", "name text", "age integer!")
    project.query("Whole", "many", model="users")
    project.query("Same", "many", *columns)
    package = workshop.load(project.generate())
    returns = {
        name: str(inspect.signature(getattr(package.UserQueries, name)).return_annotation)
        for name in ("whole", "same")
    }
    assert returns == {"whole": "list[User]", "same": "list[SameRow]"}

    query = project.modules["db/queries/users.sql"][0]
    assert query.model is not None
    narrowed = project.tables[0].columns[2]
    assert narrowed.not_null
    project.table("outer_users", "id integer!", "name text!", "age integer")
    project.query("Wider", "many", *columns)
    from dataclasses import replace  # noqa: PLC0415 - only here

    project.modules["db/queries/users.sql"] = [
        replace(query, name="Narrower", model=("", "outer_users")),
    ]
    package = workshop.load(project.generate())
    annotation = inspect.signature(package.UserQueries.narrower).return_annotation
    assert annotation == "list[NarrowerRow]"  # its name may be NULL, the table's may not


def test_names_that_meet_are_kept_apart(workshop: Workshop) -> None:
    project = workshop.project()
    project.enum("user_role", "admin", "Admin", "1st", "a-b", "a b")
    project.table("user_roles", "id integer!")
    project.table("user", "id integer!")
    project.table("users", "id integer!")
    project.table("users", "id integer!", schema="billing")
    project.table("queries", "id integer!")
    project.query(
        "GetTwice", "one", "id integer!", "id text", "id_2 date", "class text", path="q/class.sql"
    )
    package = workshop.load(project.generate())
    models = importlib.import_module(f"{package.__name__}.models")
    assert models.__all__ == [
        "BillingUser",
        "GetTwiceRow",
        "Query",
        "User",
        "UserRole",
        "UserRoles",
        "Users",
    ]
    assert [(m.name, m.value) for m in models.UserRole] == [
        ("ADMIN", "admin"),
        ("ADMIN_2", "Admin"),
        ("_1ST", "1st"),
        ("A_B", "a-b"),
        ("A_B_2", "a b"),
    ]
    assert list(models.GetTwiceRow.__annotations__) == ["id", "id_2", "id_2_2", "class_"]
    assert package.ClassQueries.__module__ == f"{package.__name__}.class_"


def test_query_files_get_modules_that_can_be_imported(workshop: Workshop) -> None:
    project = workshop.project()
    paths = {
        "db/queries/user-profile.sql": ("user_profile", "UserProfileQueries"),
        "db/queries/import.sql": ("import_", "ImportQueries"),
        "db/queries/models.sql": ("models_queries", "ModelQueries"),
        "db/queries/database.sql": ("database_queries", "DatabaseQueries"),
        "db/queries/sync.sql": ("sync_queries", "SyncQueries"),
        "db/queries/__init__.sql": ("init_queries", "InitQueries"),
        "db/queries/admin/users.sql": ("admin_users", "AdminUserQueries"),
        "db/queries/users.sql": ("users", "UserQueries"),
        "db/queries/user.sql": ("user", "UserQueries"),
        "db/queries/2fa.sql": ("_2fa", "T2faQueries"),
        "db/queries/user_queries.sql": ("user_queries", "UserQueries"),
        "elsewhere/Addresses.sql": ("addresses", "AddressQueries"),
        "db/queries/news.sql": ("news", "NewsQueries"),
        "db/queries/status.sql": ("status", "StatusQueries"),
    }
    clashing = {"user", "users", "user_queries"}
    for number, path in enumerate(paths):
        project.query(f"Q{number}", "exec", path=path)
    package = workshop.load(project.generate())
    for module, exported in paths.values():
        assert importlib.import_module(f"{package.__name__}.{module}").Queries
        if module not in clashing:
            assert exported in package.__all__
    names = [name for name in package.__all__ if name.startswith("User") and "Protocol" not in name]
    assert names == ["UserProfileQueries", "UserQueries", "UserQueries2", "UsersQueries"]


@pytest.mark.anyio
async def test_sqlite_values_are_decoded_and_encoded(workshop: Workshop) -> None:
    project = workshop.project(Engine.SQLITE)
    project.table(
        "events",
        *("id INTEGER!", "done BOOLEAN", "at DATETIME!", "day DATE", "hour TIME", "cost DECIMAL"),
        *("data JSON", "key UUID"),
    )
    values = ["done BOOLEAN", "at DATETIME!", "cost DECIMAL", "data JSON", "key UUID"]
    project.query("GetEvent", "one", model="events")
    project.query("ListEvents", "many", model="events")
    project.query("AddEvent", "exec", parameters=values)
    package = workshop.load(project.generate())
    raw = (1, 0, "2024-01-02 03:04:05", "2024-01-02", "03:04:05", 1.5, '{"a":[1,null]}', None)
    fake = workshop.fake(raw)
    db = package.Queries(fake)
    at = datetime(2024, 1, 2, 3, 4, 5)  # noqa: DTZ001 - SQLite's times carry no zone
    event = package.Event(
        1, not raw[0], at, at.date(), at.time(), Decimal("1.5"), {"a": [1, None]}, None
    )
    assert await db.get_event() == event
    assert await db.list_events() == [event]
    await db.add_event(not raw[1], at, Decimal("1.50"), {"é": 1}, None)
    assert fake.sent[-1][1:] == (True, "2024-01-02 03:04:05", "1.50", '{"é":1}', None)


@pytest.mark.anyio
async def test_postgresql_enums_and_json_are_decoded_and_encoded(workshop: Workshop) -> None:
    project = workshop.project()
    project.enum("mood", "sad", "happy")
    project.table("notes", "id integer!", "mood mood!", "moods mood[]", "body jsonb", "all json[]")
    project.query("GetNote", "one", model="notes")
    project.query("Moods", "many", "mood mood")
    values = ["mood mood!", "body jsonb!", "all json[]"]
    project.query("AddNote", "exec", parameters=values)
    slices = [
        Parameter(1, "ids", project.sql_type("integer[]"), slice=True),
        Parameter(2, "bodies", project.sql_type("jsonb[]"), nullable=True, slice=True),
    ]
    project.query("Find", "exec", parameters=slices)
    package = workshop.load(project.generate())
    fake = workshop.fake((1, "sad", ["happy", "sad"], "null", ["1", "[]"]))
    db = package.Queries(fake)
    mood = package.Mood
    assert await db.get_note() == package.Note(1, mood.SAD, [mood.HAPPY, mood.SAD], None, [1, []])
    assert await package.Queries(workshop.fake(("sad",), (None,))).moods() == [mood.SAD, None]
    await db.add_note(mood.SAD, None, [{}, "x"])
    assert fake.sent[-1][1:] == ("sad", "null", ["{}", '"x"'])
    await db.find((1, 2), None)
    assert fake.sent[-1][1:] == ([1, 2], None)
    await db.find(range(2), [1, "a"])
    assert fake.sent[-1][1:] == ([0, 1], ["1", '"a"'])


@pytest.mark.anyio
async def test_columns_that_python_cannot_name_are_called_by_their_place_or_their_words(
    workshop: Workshop,
) -> None:
    project = workshop.project()
    columns = ("?column? integer", "id integer", "?column? integer", "count(*) integer")
    project.query("Odd", "many", *columns)
    package = workshop.load(project.generate())
    (row,) = await package.Queries(workshop.fake((1, 2, 3, 4))).odd()
    assert (row.column_1, row.id, row.column_3, row.count) == (1, 2, 3, 4)


def test_everything_that_cannot_be_generated_is_reported_in_one_run(workshop: Workshop) -> None:
    project = workshop.project()
    project.query("GetUser", "one", "?column? integer", "x text")
    project.query("get_user", "one", "x text")
    project.query("Stream", "batchone", "x text")
    project.query("Nothing", "many")
    ids = Parameter(1, "ids", project.sql_type("integer[]"), slice=True)
    project.query("Each", "batchexec", parameters=[ids])
    project.query("Other", "exec", path="db/queries/a-b.sql")
    project.query("Another", "exec", path="db/queries/a_b.sql")
    with pytest.raises(CompileError) as caught:
        project.generate()
    found = {(d.source.path, d.message, d.hint) for d in caught.value.diagnostics}
    users = "db/queries/users.sql"
    assert found == {
        (
            "db/queries/a_b.sql",
            "db/queries/a_b.sql and db/queries/a-b.sql would both become a_b.py",
            "rename one of the files",
        ),
        (
            users,
            "query get_user would be the method get_user, as GetUser in db/queries/users.sql:1 is",
            "rename one of the queries",
        ),
        (
            users,
            "query Stream is :batchone but has no parameters",
            "use :one",
        ),
        (
            users,
            "flash.slice(ids) cannot stand in :batchexec of query Each",
            "use :exec, and call it for each list",
        ),
        (users, "query Nothing returns no rows", "use :exec, or add RETURNING"),
    }


def test_a_module_notes_where_its_queries_stand(workshop: Workshop) -> None:
    queries = "-- All.\n-- name: ListUsers :many\nSELECT 7;\n\n-- name: GetUser :one\nSELECT 8;\n"
    module = workshop.compiled(Engine.SQLITE, "", queries)
    for constant, name, line in (("_LIST_USERS", "ListUsers", 2), ("_GET_USER", "GetUser", 5)):
        origin = origin_of(workshop.text(module, constant))
        assert origin == Origin(name, "db/queries/users.sql", line)
        assert str(origin) == f"db/queries/users.sql:{line}"


def test_a_module_notes_which_queries_may_change_the_session(workshop: Workshop) -> None:
    queries = "-- name: Lock :exec\nSELECT pg_advisory_lock(7);\n\n-- name: Plain :one\nSELECT 9;\n"
    module = workshop.compiled(Engine.POSTGRESQL, "", queries)
    assert changes_session(workshop.text(module, "_LOCK"))
    assert not changes_session(workshop.text(module, "_PLAIN"))
    assert changes_session("SELECT 'written by hand'")


def test_an_anonymous_row_is_warned_of_with_the_cast_that_names_it(tmp_path: Path) -> None:
    for folder, text in (
        ("schema", "CREATE TYPE address AS (street text, number int);"),
        ("queries", "-- name: GetRow :one\nSELECT ROW('a', 1) AS r, ROW('a', 1)::address AS a;"),
    ):
        (tmp_path / "db" / folder).mkdir(parents=True)
        (tmp_path / "db" / folder / "all.sql").write_text(text, "utf-8")
    files, warnings = open_project(Config(tmp_path, Engine.POSTGRESQL)).generate()
    assert [found.message for found in warnings] == [
        "column r of query GetRow is object: Flash does not know record"
    ]
    assert "CAST(… AS address)" in (warnings[0].hint or "")
    assert "    r: object\n    a: Address\n" in files["models.py"]
