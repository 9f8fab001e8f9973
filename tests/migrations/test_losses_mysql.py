"""What a change of type may lose on MariaDB is marked, and what it cannot lose is not.

Every type of a list is changed to every other one over its outermost values; the server says what
comes of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pymysql
import pytest

from flash_core.engine import Engine
from flash_core.migrations.mysql_columns import lost_columns
from tests.migrations.live_mariadb import LiveMariaDB
from tests.migrations.round_trip import catalog_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flash_core.catalog.model import Table

_TEXTS: Final = "'', 'a', ' b  ', '12', 'Ä', '日本', '😀'"
_BYTES: Final = r"x'', 'a', x'6100', x'00', x'FF00FE'"
# Values of each type, as SQL.
_VALUES: Final = {
    "tinyint": "-128, 127",
    "tinyint unsigned": "255, 0",
    "boolean": "0, 1, -128",
    "smallint": "-32768, 32767",
    "mediumint": "-8388608, 8388607, 8388606",
    "int": "-2147483648, 2147483647",
    "int unsigned": "4294967295",
    "bigint": "-9223372036854775808, 9223372036854775807",
    "bigint unsigned": "9223372036854775807",
    "bit(1)": "b'0', b'1'",
    "bit(16)": "b'1111111111111111', b'1100001'",
    "decimal(3,0)": "-999, 999",
    "decimal(5,2)": "-999.99, 0.01",
    "decimal(5,2) unsigned": "999.99, 0.01",
    "decimal(10,0)": "-9999999999, 1",
    "decimal(20,5)": "999999999999999.99999, -0.00001",
    "float": "0.1, -1.1, 16777216, 3.40282e38, 123456.7",
    "double": "0.1, 1.7976931348623157e308, -2.2250738585072014e-308, 9007199254740991",
    "double(10,2)": "99999999.99, -0.01",
    "char(10)": f"{_TEXTS}, repeat('😀', 10)",
    "varchar(10)": f"{_TEXTS}, repeat('😀', 10)",
    "varchar(63)": f"{_TEXTS}, repeat('😀', 63)",
    "varchar(255)": f"{_TEXTS}, repeat('😀', 255)",
    "varchar(10) character set latin1": "'', 'Ä', 'a  ', repeat('é', 10)",
    "varchar(10) character set ascii": "'', 'a  ', repeat('z', 10)",
    "varchar(10) character set utf8mb3": "'', 'Ä  ', repeat('日', 10)",
    "tinytext": f"{_TEXTS}, repeat('z', 255), repeat('😀', 63)",
    "tinytext character set latin1": "'', repeat('é', 255)",
    "text": f"{_TEXTS}, repeat('z', 65535)",
    "text character set latin1": "repeat('é', 65535)",
    "longtext": f"{_TEXTS}, repeat('z', 70000)",
    "binary(8)": f"{_BYTES}, repeat(x'FF', 8)",
    "varbinary(8)": f"{_BYTES}, repeat(x'FF', 8)",
    "varbinary(255)": f"{_BYTES}, repeat(x'FF', 255)",
    "tinyblob": f"{_BYTES}, repeat(x'FF', 255)",
    "blob": f"{_BYTES}, repeat(x'FF', 65535)",
    "date": "'1000-01-01', '9999-12-31'",
    "datetime": "'1000-01-01 00:00:00', '9999-12-31 23:59:59'",
    "datetime(6)": "'9999-12-31 23:59:59.999999'",
    "timestamp": "'1970-01-02 00:00:01', '2038-01-18 03:14:07'",
    "time": "'-838:59:59', '12:34:56'",
    "time(3)": "'-838:59:58.999'",
    "year": "1901, 2155",
    "enum('a','b')": "'a', 'b'",
    "enum('b','ä')": "'b', 'ä'",
    "enum('c','a','b')": "'a', 'b', 'c'",
    "set('a','b')": "'', 'a', 'a,b'",
    "set('x','b','a')": "'', 'x,b,a'",
    "uuid": "'123e4567-e89b-12d3-a456-426614174000'",
    "inet6": "'2001:db8::ffff', '1111:2222:3333:4444:5555:6666:7777:8888'",
}
# From which to which nothing can be lost, though the values are written otherwise.
_HARMLESS: Final = [
    ("float", "double"),
    ("bit(1)", "tinyint(1)"),
    ("bit(8)", "tinyint unsigned"),
    ("tinyint unsigned", "bit(8)"),
    ("tinytext", "varchar(255)"),
    ("varchar(63)", "tinytext"),
    ("varchar(255) character set latin1", "tinytext character set latin1"),
    ("varchar(255) character set ascii", "tinytext"),
    ("int", "decimal(10,0)"),
    ("int", "double"),
    ("smallint", "float"),
    ("decimal(15,2)", "double"),
    ("decimal(3,0)", "smallint"),
    ("bigint", "varchar(20)"),
    ("decimal(5,2)", "char(7)"),
    ("year", "smallint"),
    ("date", "datetime"),
    ("datetime", "datetime(6)"),
    ("datetime(6)", "varchar(26)"),
    ("uuid", "char(36)"),
    ("uuid", "binary(16)"),
    ("inet6", "varchar(39)"),
    ("enum('a','bc')", "varchar(2)"),
    ("set('a','bc')", "char(4)"),
    ("enum('a','b')", "set('b','a')"),
    ("enum('ä')", "varchar(1)"),
    ("varchar(10)", "varbinary(40)"),
    ("varbinary(255)", "tinyblob"),
    ("binary(8)", "varbinary(8)"),
    ("char(10)", "varchar(10)"),
    ("varchar(10) character set latin1", "varchar(10) character set utf8mb3"),
    ("point", "geometry"),
    ("text", "text character set utf8mb4"),
]


def _table(type_: str, options: str = "") -> Table:
    return catalog_of(f"CREATE TABLE t (a {type_}) {options};", Engine.MARIADB).tables[0]


@pytest.mark.parametrize(("old", "new"), _HARMLESS)
def test_a_change_that_loses_nothing_is_not_marked(old: str, new: str) -> None:
    assert lost_columns(_table(old), _table(new)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("utf8mb4", "latin1"), ("utf8mb4", "utf8mb3"), ("latin1", "ascii"), ("latin1", "cp1251")],
)
def test_characters_that_the_table_loses_are_marked(old: str, new: str) -> None:
    was, now = (_table("varchar(9)", f"DEFAULT CHARSET={name}") for name in (old, new))
    assert [column.name for column in lost_columns(was, now)] == ["a"]


@pytest.fixture
def live(mysql_url: str) -> Iterator[LiveMariaDB]:
    """An empty MariaDB database."""
    found = LiveMariaDB(mysql_url)
    yield found
    found.close()


def test_what_is_not_marked_comes_back_as_it_was(live: LiveMariaDB) -> None:
    tables = {name: _table(name) for name in _VALUES}
    wrong: list[str] = []
    for old, values in _VALUES.items():
        rows = ", ".join(f"({number}, {value})" for number, value in _numbered(values))
        live.run(
            f"CREATE OR REPLACE TABLE s (k INT PRIMARY KEY, a {old}); INSERT INTO s VALUES {rows}"
        )
        before = live.rows("SELECT k, a FROM s ORDER BY k")
        for new in _VALUES.keys() - {old}:
            if lost_columns(tables[old], tables[new]):
                continue
            live.run("CREATE OR REPLACE TABLE w LIKE s; INSERT INTO w SELECT * FROM s")
            try:
                live.run(f"ALTER TABLE w MODIFY a {new}; ALTER TABLE w MODIFY a {old}")
            except pymysql.Error as error:
                wrong.append(f"{old} -> {new}: {error}")
                continue
            if live.rows("SELECT k, a FROM w ORDER BY k") != before:
                wrong.append(f"{old} -> {new}: changed")
    assert wrong == []


def _numbered(values: str) -> list[tuple[int, str]]:
    """Return values with their numbers; commas in parentheses and quotes divide none."""
    found, depth, quoted = [""], 0, False
    for character in values:
        quoted ^= character == "'"
        depth += (not quoted) * ((character == "(") - (character == ")"))
        if character == "," and depth == 0 and not quoted:
            found.append("")
        else:
            found[-1] += character
    return list(enumerate(found))
