"""MariaDB's own answers, over every pair of types and every function, are ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import pymysql
import pytest

from flash_core.catalog.model import Catalog
from flash_core.engine import Engine
from flash_core.types.model import CallKind, Nulls, SqlType, TypeKind
from flash_core.types.mysql import MysqlTypes
from tests.analysis.mysql_metadata import describe, family
from tests.types.mysql_samples import COLUMNS, CONSTANT, TYPES, calls

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.analysis.mysql_metadata import Connection

TYPES_OF_MARIADB: Final = MysqlTypes(Engine.MARIADB, Catalog(Engine.MARIADB))
_ROWS: Final = 12


@pytest.fixture(scope="module")
def connection(mysql_server: str) -> Iterator[Connection]:
    """A database with the table ``m`` of every type and ``n``, which has a row of NULL."""
    parts = urlsplit(mysql_server)
    found = pymysql.connect(
        host=parts.hostname or "",
        port=parts.port or 3306,
        user=parts.username or "",
        password=parts.password or "",
        charset="utf8mb4",
        autocommit=True,
    )
    with found.cursor() as cursor:
        cursor.execute("CREATE DATABASE flash_types CHARACTER SET utf8mb4")
        cursor.execute("USE flash_types")
        cursor.execute("SET sql_mode = 'ALLOW_INVALID_DATES'")
        for table, null in (("m", "NOT NULL"), ("n", "NULL")):
            columns = ", ".join(f"{name} {type_} {null}" for name, (type_, _) in COLUMNS.items())
            cursor.execute(f"CREATE TABLE {table} ({columns})")
        for row in range(_ROWS):
            values = [
                values[(row * (1 + place % 3) + place // 3) % len(values)]
                for place, (_, values) in enumerate(COLUMNS.values())
            ]
            cursor.execute(
                f"INSERT IGNORE INTO m VALUES ({', '.join(['%s'] * len(values))})", values
            )
        cursor.execute("INSERT INTO n (i) VALUES (NULL)")
        cursor.execute("SET sql_mode = DEFAULT")
    yield found
    with found.cursor() as cursor:
        cursor.execute("DROP DATABASE flash_types")
    found.close()


def _ours(type_: SqlType | None) -> str | None:
    if type_ is None:
        return None
    return "label" if type_.kind is TypeKind.ENUM else family(type_.name)


def _theirs(connection: Connection, expression: str, rest: str = "") -> str | None:
    try:
        found = describe(connection, f"SELECT {expression} FROM m {rest}")[0].type
    except pymysql.MySQLError:
        return None
    return "label" if found in {"enum", "set"} else family(found)


def _counted(name: str | None) -> str | None:
    """Return a type without the width of an integer, which is as wide as what it is made of."""
    return name if name is None else name.replace("bigint", "int")


@pytest.mark.parametrize("operator", ["+", "-", "*", "/", "%", "DIV", "&", "=", "LIKE", "XOR"])
def test_an_operator_makes_what_the_server_says(operator: str, connection: Connection) -> None:
    different: list[str] = []
    for left, first in TYPES.items():
        for right, second in TYPES.items():
            found = TYPES_OF_MARIADB.operator(operator, first, second)
            ours = _ours(found.result) if found else None
            theirs = _theirs(connection, f"{left} {operator} {right}")
            if theirs is not None and _counted(ours) != _counted(theirs):
                different.append(f"{left} {operator} {right}: ours {ours}, server {theirs}")
    assert not different, "\n".join(different)


_ALTERNATIVES: Final = {
    "COALESCE": "COALESCE({}, {})",
    "CASE": "CASE WHEN i THEN {} ELSE {} END",
    "IF": "IF(i, {}, {})",
    "UNION": "{} FROM m UNION SELECT {}",
}


@pytest.mark.parametrize("name", list(_ALTERNATIVES))
def test_alternatives_have_in_common_what_the_server_says(
    name: str, connection: Connection
) -> None:
    different: list[str] = []
    for left, first in TYPES.items():
        for right, second in TYPES.items():
            if name == "UNION" and _mixes_bits(first, second):
                continue  # bytes there, a number in every other place
            ours = _ours(TYPES_OF_MARIADB.common([first, second]))
            theirs = _theirs(connection, _ALTERNATIVES[name].format(left, right))
            if ours != theirs and (theirs is not None or name != "UNION"):
                different.append(f"{left} and {right}: ours {ours}, server {theirs}")
    assert not different, "\n".join(different)


def _mixes_bits(first: SqlType, second: SqlType) -> bool:
    bits = {"bit", "bit(1)"}
    return (first.name in bits) != (second.name in bits)


def test_a_function_returns_what_the_server_says(connection: Connection) -> None:
    different: list[str] = []
    for call in calls(CallKind.SCALAR, CallKind.AGGREGATE, CallKind.WINDOW):
        found = TYPES_OF_MARIADB.function([call.name], call.types(), constants=call.constants())
        theirs = _theirs(connection, call.sql())
        ours = _ours(found.result) if found else None
        if call.name.startswith("json_") and theirs == "bytes":
            theirs = "text"  # a document made of bytes is one all the same
        if call.words[:1] == ["se"]:
            ours, theirs = _counted(ours), _counted(theirs)  # as wide as its number of labels
        if theirs is not None and ours != theirs:
            different.append(f"{call.sql()}: ours {ours}, server {theirs}")
    assert not different, "\n".join(different)


def test_no_function_is_null_for_values_where_we_say_it_is_not(connection: Connection) -> None:
    refuted: list[str] = []
    for call in calls(CallKind.SCALAR):
        found = TYPES_OF_MARIADB.function([call.name], call.types(), constants=call.constants())
        if found is None or found.nulls not in {Nulls.STRICT, Nulls.NEVER, Nulls.LENIENT}:
            continue
        if _rows(connection, f"SELECT 1 FROM m WHERE ({call.sql()}) IS NULL"):
            refuted.append(call.sql())
    assert not refuted, "\n".join(refuted)


def _rows(connection: Connection, sql: str) -> bool:
    """Tell whether a query has rows; one that fails for a value has none."""
    try:
        with connection.cursor() as cursor:
            return bool(cursor.execute(sql))
    except pymysql.MySQLError:
        return False


def test_null_in_is_null_out_where_we_say_so(connection: Connection) -> None:
    refuted: list[str] = []
    for call in calls(CallKind.SCALAR):
        found = TYPES_OF_MARIADB.function([call.name], call.types(), constants=call.constants())
        if found is None or found.nulls not in {Nulls.STRICT, Nulls.NEVER, Nulls.LOSSY}:
            continue
        never = found.nulls is Nulls.NEVER
        words = list(call.words)
        for place, word in enumerate(words):
            last = len(words) if found.deciding is None else found.deciding
            if word not in TYPES or place == CONSTANT.get(call.name) or place >= last:
                continue
            call.words = [
                f"{'n' if never or other == place else 'm'}.{name}" if name in TYPES else name
                for other, name in enumerate(words)
            ]
            wrong = "IS NULL" if never else "IS NOT NULL"
            if _rows(connection, f"SELECT 1 FROM m, n WHERE ({call.sql()}) {wrong}"):
                refuted.append(call.sql())
        call.words = words
    assert not refuted, "\n".join(refuted)


def test_the_arguments_that_do_not_decide_make_nothing_null(connection: Connection) -> None:
    found = TYPES_OF_MARIADB.function(["concat_ws"], [SqlType("varchar")] * 3)
    assert found is not None
    assert found.deciding == 1
    assert not _rows(connection, "SELECT 1 FROM m, n WHERE CONCAT_WS(m.vc, n.vc, n.tx) IS NULL")
    assert not _rows(connection, "SELECT 1 FROM m, n WHERE MAKE_SET(m.i, n.vc, n.tx) IS NULL")
