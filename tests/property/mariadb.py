"""MariaDB as the generators see it: its types, with values that cause trouble, and its syntax.

Depends on: language, mariadb_productions, schemas.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine

from .language import Kind, Language, Productions, quoted
from .mariadb_productions import AGGREGATES, ANY_TYPE, SCALARS, TABLE_FUNCTIONS, WINDOWS
from .schemas import Column, Table

if TYPE_CHECKING:
    from .choices import Choices

_UUIDS: Final = ("00000000-0000-0000-0000-000000000000", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11")
_JSON: Final = ("{}", "[]", "null", "1", '"a"', '{"a": 1, "b": [1, null]}', "true")
_KINDS: Final = (
    Kind("integer", ("0", "1", "2", "3", "-1", "100"), declared="INT"),
    Kind("text", ("a", "", "b", "abc", "é %_", "1", "2024-01-31"), declared="VARCHAR(40)"),
    Kind("boolean", ("0", "1"), declared="BOOLEAN"),
    Kind("bigint", ("0", "1", "2", "9000000000"), declared="BIGINT"),
    Kind("unsigned", ("1", "2", "4000000000"), declared="INT UNSIGNED"),
    Kind("tiny", ("0", "1", "-7"), declared="TINYINT"),
    Kind("numeric", ("0", "1.50", "-2", "3.25"), declared="DECIMAL(10, 2)"),
    Kind("double", ("0.5", "1.5", "-1.0", "2.0"), declared="DOUBLE"),
    Kind("float", ("0.5", "-1.5", "2.0"), declared="FLOAT"),
    Kind("char", ("a", "", "b"), declared="CHAR(3)"),
    Kind("longtext", ("a", "", "b"), ordered=False, declared="LONGTEXT"),
    Kind("date", ("2024-01-31", "1970-01-01"), declared="DATE"),
    Kind("datetime", ("2024-01-31 10:00:00", "1970-01-02 00:00:00"), declared="DATETIME"),
    Kind("timestamp", ("2024-01-31 10:00:00", "1970-01-02 00:00:00"), declared="TIMESTAMP(3)"),
    Kind("time", ("10:00:00", "00:00:00", "-03:00:00"), declared="TIME"),
    Kind("year", ("2024", "1970"), declared="YEAR"),
    Kind("json", _JSON, ordered=False, declared="JSON"),
    Kind("varbinary", ("", "00ff"), declared="VARBINARY(10)"),
    Kind("blob", ("", "00ff"), ordered=False, declared="BLOB"),
    Kind("mood", ("sad", "happy", "not a name"), declared="ENUM('sad', 'happy', 'not a name')"),
    Kind("flags", ("a", "", "a,b"), declared="SET('a', 'b')"),
    Kind("bit", ("0", "1"), declared="BIT(1)"),
    Kind("bits", ("0", "101"), declared="BIT(5)"),
    Kind("uuid", _UUIDS, declared="UUID"),
    Kind("inet6", ("::1", "::ffff:10.0.0.1"), declared="INET6"),
)
_NUMBERS: Final = frozenset(
    {"integer", "bigint", "unsigned", "tiny", "numeric", "double", "float", "year", "boolean"}
)
_TIMES: Final = {"date": "DATE", "datetime": "TIMESTAMP", "timestamp": "TIMESTAMP", "time": "TIME"}


def constant(kind: str, text: str) -> str:
    """Return a constant of a type."""
    if kind in _NUMBERS and (text.startswith("-") or len(text) > len("99999")):
        return f"(0 + {text})"  # ORDER BY takes a bare one for a place, of 32 bits
    return stored(kind, text)


def stored(kind: str, text: str) -> str:
    """Return a value of a row."""
    if kind in _NUMBERS:
        return text if not text.startswith("-") else f"({text})"
    if kind in {"varbinary", "blob"}:
        return f"X'{text}'"
    if kind in {"bit", "bits"}:
        return f"b'{text}'"
    return f"{_TIMES.get(kind, '')}{quoted(text)}"


def finish(choices: Choices, table: Table) -> Table:
    """Give a table a column that counts itself, and a computed one."""
    columns, keys, constraints = list(table.columns), table.keys, table.constraints
    first = columns[0]
    taken = any(each.startswith(("PRIMARY KEY", "CHECK")) for each in constraints)
    if first.kind.name in {"integer", "bigint"} and not taken and choices.chance(60):
        columns[0] = replace(first, more="AUTO_INCREMENT PRIMARY KEY", not_null=True)
        keys = (*keys, (first.name,))
    numbers = [column for column in columns if column.kind.name == "integer"]
    if numbers and choices.chance(30) and "AUTO" not in numbers[0].more:
        storage = choices.pick(("", " VIRTUAL", " STORED"))
        more = f"GENERATED ALWAYS AS ({numbers[0].name} + 1){storage}"
        columns.append(Column("g", numbers[0].kind, more=more, computed=True))
    return replace(table, columns=tuple(columns), keys=keys)


MARIADB: Final = Language(
    engine=Engine.MARIADB,
    prelude="",
    kinds={kind.name: kind for kind in _KINDS},
    common=("integer", "text", "boolean", "numeric", "datetime", "date", "bigint", "mood"),
    productions=Productions(ANY_TYPE, SCALARS, AGGREGATES, WINDOWS, {}, TABLE_FUNCTIONS),
    constant=constant,
    stored=stored,
    null="nullif({value}, {value})",
    outer_aggregates=False,
    apart_from_outer=True,
    reuse=False,
    parameters=(":p{n}", ":p{n}", "CAST(:p{n} AS CHAR)", "CAST(:p{n} AS SIGNED)"),
    finish=finish,
    equal="{0} <=> {1}",
    subquery_tests=("IN", "NOT IN", "= ANY", "<> ALL", "< ALL", ">= SOME"),
    joins=("JOIN", "LEFT JOIN", "CROSS JOIN", "LEFT OUTER JOIN", "RIGHT JOIN", "INNER JOIN"),
    set_words=("UNION", "UNION ALL", "INTERSECT", "EXCEPT", "INTERSECT ALL", "EXCEPT ALL"),
    plain_compounds=True,
    values_in_from="(WITH v ({names}) AS (VALUES {rows}) SELECT * FROM v) AS {alias}",
    groupings=((6, " GROUP BY {}"), (1, " GROUP BY {} WITH ROLLUP")),
    limits=(" LIMIT 1", " LIMIT 2", " LIMIT 1 OFFSET 0", " LIMIT 0", " LIMIT 0, 1"),
)
