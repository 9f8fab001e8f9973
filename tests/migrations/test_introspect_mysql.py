"""What is read from a live MariaDB database stands without the database's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.migrations.live_mariadb import LiveMariaDB

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def live(mysql_url: str) -> Iterator[LiveMariaDB]:
    """An empty MariaDB database."""
    found = LiveMariaDB(mysql_url)
    yield found
    found.close()


def test_a_view_that_reads_json_too_names_no_database(live: LiveMariaDB) -> None:
    (name,) = live.rows("SELECT DATABASE()")[0]
    live.run(f"CREATE TABLE j (id INT, d JSON); CREATE TABLE {name} (id INT, n INT)")
    live.run(
        f"CREATE VIEW v AS SELECT max({name}.n) AS m, x.k FROM ({name} LEFT JOIN j ON j.id = {name}.id)"
        " JOIN JSON_TABLE(j.d, '$[*]' COLUMNS (k INT PATH '$')) AS x ON x.k = j.id"
        " WHERE EXISTS (SELECT 1 FROM j AS i WHERE i.id = j.id) GROUP BY x.k"
    )
    (text,) = (item.sql for item in live.dump() if item.kind == "view")
    live.run("DROP VIEW v")
    live.run(text)
    (again,) = (item.sql for item in live.dump() if item.kind == "view")
    assert again == text
    assert f"`{name}`.`j`" not in text
    assert f"`{name}`.`{name}`" not in text


def test_bytes_of_a_default_are_read_as_digits(live: LiveMariaDB) -> None:
    live.run(
        "CREATE TABLE bytes (a BINARY(3) DEFAULT x'00ff', b VARBINARY(4) NOT NULL DEFAULT x'275cff',"
        " c VARBINARY(4) DEFAULT x'00', d VARBINARY(4) DEFAULT 'ä\\'', e ENUM('ü', 'DEFAULT ''ä')"
        " DEFAULT 'ü' COMMENT 'DEFAULT ''?', f VARBINARY(4) DEFAULT (unhex('ff')))"
    )
    (text,) = (item.sql for item in live.dump())
    for words in (
        "`a` binary(3) DEFAULT x'00ff00'",
        "`b` varbinary(4) NOT NULL DEFAULT x'275cff'",
        r"`c` varbinary(4) DEFAULT '\0'",
        "`d` varbinary(4) DEFAULT 'ä'''",
        "`e` enum('ü','DEFAULT ''ä') DEFAULT 'ü' COMMENT 'DEFAULT ''?'",
        "`f` varbinary(4) DEFAULT unhex('ff')",
    ):
        assert words in text
    live.run("DROP TABLE bytes")
    live.run(text)
    (again,) = (item.sql for item in live.dump())
    assert again == text


def test_characters_that_the_server_prints_as_question_marks_are_asked_for(
    live: LiveMariaDB,
) -> None:
    live.run(
        "CREATE TABLE t (a VARCHAR(9) DEFAULT '😀\\'', b VARCHAR(9) DEFAULT 'why?',"
        " c VARBINARY(9) DEFAULT 'ä?', d VARCHAR(9) NOT NULL DEFAULT '😀')"
    )
    live.run("INSERT INTO t (a) VALUES ('')")
    (text,) = (item.sql for item in live.dump())
    assert r"`a` varchar(9) DEFAULT '😀\''" in text
    assert "`b` varchar(9) DEFAULT 'why?'" in text
    assert "`c` varbinary(9) DEFAULT 'ä?'" in text
    assert "`d` varchar(9) NOT NULL DEFAULT '😀'" in text
