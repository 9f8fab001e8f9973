"""Schema and migration files to statements."""

from __future__ import annotations

import importlib
import pathlib
from typing import Protocol, cast

import pytest

from flash_core.engine import Engine
from flash_core.sql.source import SourceFile
from flash_core.sql.statements import split_statements


class _Postgast(Protocol):
    """What is used here of a library whose own stubs no type checker can read."""

    def split(self, sql: str, /) -> list[str]: ...


postgast = cast("_Postgast", importlib.import_module("postgast"))
POSTGRESQL, MYSQL, SQLITE = Engine.POSTGRESQL, Engine.MYSQL, Engine.SQLITE
PROJECTS = pathlib.Path(__file__).parent.parent / "examples" / "projects"


def split(text: str, engine: Engine) -> list[str]:
    spans = split_statements(SourceFile("schema.sql", text), engine)
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize("engine", Engine)
def test_statements_have_no_comments_or_semicolons_around_them(engine: Engine) -> None:
    text = "\ufeff-- a\r\nSELECT 1 /* ; */ ;\r\n;; /* b */ BEGIN;COMMIT -- c ;\n; SELECT ';'"
    assert split(text, engine) == ["SELECT 1", "BEGIN", "COMMIT", "SELECT ';'"]
    assert split("", engine) == []
    assert split("-- nothing", engine) == []


@pytest.mark.parametrize(
    ("engine", "statement"),
    [
        (
            POSTGRESQL,
            "CREATE FUNCTION f() RETURNS int AS $$ BEGIN; RETURN 1; END $$ LANGUAGE plpgsql",
        ),
        (
            POSTGRESQL,
            """CREATE FUNCTION f() RETURNS int BEGIN ATOMIC
            SELECT CASE WHEN t.end THEN 1 END; SELECT 2; END""",
        ),
        (POSTGRESQL, "CREATE OR REPLACE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)"),
        (POSTGRESQL, "DO $x$ BEGIN PERFORM 1; END; $x$"),
        (POSTGRESQL, 'CREATE TABLE "begin" (atomic int, "end" int)'),
        (
            SQLITE,
            """CREATE TEMP TRIGGER t AFTER INSERT ON x WHEN CASE 1 WHEN 1 THEN 1 END BEGIN
            UPDATE y SET a = CASE WHEN 1 THEN 2 END; DELETE FROM z; END""",
        ),
        (SQLITE, 'CREATE TABLE "trigger" (begin int, a int DEFAULT (CASE 1 WHEN 1 THEN 2 END))'),
        (
            MYSQL,
            """CREATE DEFINER=`r`@`l` PROCEDURE p() BEGIN IF a THEN SELECT 1; ELSEIF b THEN SELECT 2;
            END IF; WHILE x DO SELECT IF(1, 2, 3); END WHILE; CASE x WHEN 1 THEN SELECT 1;
            END CASE; SELECT CASE 1 WHEN 2 THEN 3 END; l: LOOP LEAVE l; END LOOP; END""",
        ),
        (
            MYSQL,
            "CREATE TRIGGER t BEFORE INSERT ON x FOR EACH ROW IF NEW.a THEN SET NEW.b = 1; END IF",
        ),
        (
            MYSQL,
            """CREATE PROCEDURE p() BEGIN DECLARE c CURSOR (x INT) FOR SELECT x FOR UPDATE;
            FOR i IN 1..3 DO SELECT i; END FOR; SELECT 1 FROM t WHERE (a) FOR UPDATE; END""",
        ),
        (MYSQL, "CREATE PROCEDURE p(a INT) IF a THEN SELECT 1; SELECT 2; END IF"),
        (MYSQL, "CREATE TABLE event (function int, `begin` int)"),
        (MYSQL, "SELECT 'a\\';b'"),
    ],
)
def test_a_body_belongs_to_its_statement(engine: Engine, statement: str) -> None:
    text = f"SELECT 1;\n{statement} ;\nSELECT 2;"
    assert split(text, engine) == ["SELECT 1", statement, "SELECT 2"]


def test_what_psql_adds_to_a_dump_is_left_out() -> None:
    text = (
        "\\restrict it's\n"
        "SET a = 1;\n"
        "COPY public.t (a, b) FROM stdin;\n"
        "1\tit's; $$ /*\n"
        "\\N\t\\\\.\n"
        "\\.\r\n"
        "\n"
        "SELECT 1 \\gexec\n"
        "COPY t FROM stdin;\n"
        "\\.\n"
        "  \\d t\n"
        "CREATE TABLE t (a int);\n"
    )
    assert split(text, POSTGRESQL) == [
        "SET a = 1",
        "COPY public.t (a, b) FROM stdin",
        "SELECT 1",
        "COPY t FROM stdin",
        "CREATE TABLE t (a int)",
    ]


def test_mysql_clients_delimiter_is_followed() -> None:
    text = (
        "SELECT 0;\nDELIMITER $$\nCREATE PROCEDURE p() BEGIN SELECT '$$'; END$$\n"
        "SELECT 1;; $$\ndelimiter ;\nSELECT 2; DELIMITER //\nSELECT 3 / 4; SELECT 5//"
    )
    assert split(text, MYSQL) == [
        "SELECT 0",
        "CREATE PROCEDURE p() BEGIN SELECT '$$'; END",
        "SELECT 1",
        "SELECT 2",
        "SELECT 3 / 4",
        "SELECT 5",
    ]


def test_a_semicolon_ends_what_has_no_body_before_another_delimiter_does() -> None:
    loop = "CREATE PROCEDURE p() BEGIN l:LOOP IF a THEN SET @b = 1; END IF; END LOOP l; END"
    trigger = "CREATE DEFINER = a@b TRIGGER t BEFORE INSERT ON s FOR EACH ROW BEGIN SET @c = 1; END"
    marked = (
        "/*!50003 CREATE*/ /*!50003 EVENT e ON SCHEDULE EVERY 1 DAY DO BEGIN SET @d = 1; END */"
    )
    block = "BEGIN NOT ATOMIC SELECT 1; SELECT 2; END"
    text = f"DELIMITER $$\nDROP PROCEDURE IF EXISTS p;\n{loop}\n$$\nCREATE TABLE s (a int);\n"
    assert split(f"{text}{trigger} $$ {marked} $$ {block} $$ SELECT 1 $$", MYSQL) == [
        "DROP PROCEDURE IF EXISTS p",
        loop,
        "CREATE TABLE s (a int)",
        trigger,
        marked,
        block,
        "SELECT 1",
    ]
    assert split(f"{loop}; SELECT 1", MYSQL) == [loop, "SELECT 1"]


def test_one_broken_statement_does_not_swallow_the_others() -> None:
    text = "CREATE TABLE a (x int;\nCREATE TABLE b (y int);\nSELECT 'c"
    assert split(text, POSTGRESQL) == [
        "CREATE TABLE a (x int",
        "CREATE TABLE b (y int)",
        "SELECT 'c",
    ]


@pytest.mark.parametrize("path", sorted(PROJECTS.glob("guide-postgresql/db/schema/*.sql")), ids=str)
def test_postgresql_splits_the_same(path: pathlib.Path) -> None:
    text = path.read_text(encoding="utf-8")
    theirs = [part.strip() for part in postgast.split(text)]
    without_lead = [part[len(part) - len(_strip_comments(part)) :] for part in theirs]
    assert split(text, POSTGRESQL) == without_lead


def _strip_comments(text: str) -> str:
    while (text := text.lstrip()).startswith("--"):
        text = text.partition("\n")[2]
    return text
