"""SQLite as the generators see it: declared types, with values that obey them, and its syntax.

Depends on: language, schemas, sqlite_productions.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine

from .language import FRAMES, Kind, Language, Productions, quoted
from .schemas import Column, Table
from .sqlite_productions import AGGREGATES, ANY_TYPE, SCALARS, TABLE_FUNCTIONS, WINDOWS

if TYPE_CHECKING:
    from .choices import Choices

_KINDS: Final = (
    Kind("integer", ("0", "1", "2", "3", "-1", "100"), declared="INTEGER"),
    Kind("text", ("a", "", "b", "abc", "é %_", "1", "2024-01-31"), declared="TEXT"),
    Kind("boolean", ("0", "1"), declared="BOOLEAN"),
    Kind("bigint", ("0", "1", "2", "9000000000"), declared="BIGINT"),
    Kind("numeric", ("0", "1.50", "-2", "3.25"), declared="DECIMAL(10, 2)"),
    Kind("real", ("0.5", "1.5", "-1.0", "2.0"), declared="REAL"),
    Kind("varchar", ("a", "", "b", "1"), declared="VARCHAR(20)"),
    Kind("date", ("2024-01-31", "1970-01-01"), declared="DATE"),
    Kind("datetime", ("2024-01-31 10:00:00", "1970-01-01 00:00:00", "0"), declared="TIMESTAMP"),
    Kind("time", ("10:00:00", "00:00:00"), declared="TIME"),
    Kind(
        "uuid",
        ("00000000-0000-0000-0000-000000000000", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"),
        declared="UUID",
    ),
    Kind("json", ("{}", "[]", "null", "1", '"a"', '{"a": 1, "b": [1, null]}'), declared="JSON"),
    Kind("blob", ("", "00ff"), declared="BLOB"),
    Kind("any", ("1", "a", "1.5"), declared="ANY"),
)
_NUMBERS: Final = frozenset({"integer", "boolean", "bigint", "numeric", "real"})
_STRICT: Final = frozenset({"integer", "text", "real", "blob", "any"})


def constant(kind: str, text: str) -> str:
    """Return a constant of a type."""
    if kind == "boolean":
        # Next to a plain 0, the other side of AND is not even looked at.
        return "1" if text == "1" else "(+ 0)"
    return stored(kind, text)


def stored(kind: str, text: str) -> str:
    """Return a value of a row."""
    if kind in _NUMBERS:
        return text if not text.startswith("-") else f"({text})"
    return f"X'{text}'" if kind == "blob" else quoted(text)


def finish(choices: Choices, table: Table) -> Table:
    """Give a table a rowid alias, a computed column, and its options."""
    columns, keys, constraints = list(table.columns), table.keys, table.constraints
    first = columns[0]
    primary = any(each.startswith("PRIMARY KEY") for each in constraints)
    if first.kind.name == "integer" and not primary and choices.chance(60):
        form = choices.pick(("PRIMARY KEY", "PRIMARY KEY AUTOINCREMENT"))
        columns[0] = replace(first, more=form)
        keys, primary = (*keys, (first.name,)), True
    if choices.chance(20):
        columns.append(_computed(choices, columns))
    options: list[str] = []
    if {column.kind.name for column in columns} <= _STRICT and choices.chance(60):
        options.append("STRICT")
    if primary and "AUTOINCREMENT" not in columns[0].more and choices.chance(25):
        options.append("WITHOUT ROWID")
    joined = ", ".join(options)
    return replace(table, columns=tuple(columns), keys=keys, options=f" {joined}" if joined else "")


def _computed(choices: Choices, columns: list[Column]) -> Column:
    """Return a generated column whose value is of its declared type."""
    source = choices.pick(columns)
    storage = choices.pick(("", " VIRTUAL", " STORED"))
    if source.kind.name == "integer":
        more = f"GENERATED ALWAYS AS ({source.name} + 1){storage}"
        return Column("g", source.kind, more=more, computed=True)
    kind = SQLITE.kinds["integer"]
    more = f"AS ({source.name} IS NULL){storage}"
    return Column("g", kind, choices.chance(50), more, computed=True)


SQLITE: Final = Language(
    engine=Engine.SQLITE,
    prelude="",
    kinds={kind.name: kind for kind in _KINDS},
    common=("integer", "text", "boolean", "numeric", "datetime", "real", "json"),
    productions=Productions(ANY_TYPE, SCALARS, AGGREGATES, WINDOWS, {}, TABLE_FUNCTIONS),
    constant=constant,
    stored=stored,
    parameters=("?{n}", "?{n}", "CAST(?{n} AS TEXT)", "CAST(?{n} AS INTEGER)"),
    finish=finish,
    joins=(
        *("JOIN", "LEFT JOIN", "CROSS JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN"),
        "LEFT OUTER JOIN",
    ),
    set_words=("UNION", "UNION ALL", "INTERSECT", "EXCEPT"),
    compound="SELECT * FROM ({}) {} SELECT * FROM ({})",
    plain_compounds=True,
    values_in_from="(WITH v ({names}) AS (VALUES {rows}) SELECT * FROM v) AS {alias}",
    directions=("", " DESC", " NULLS FIRST", " COLLATE NOCASE"),
    limits=(" LIMIT 1", " LIMIT 2", " LIMIT 1 OFFSET 0", " LIMIT 0", " LIMIT -1", " LIMIT 0, 1"),
    frames=(
        *FRAMES,
        " ROWS BETWEEN CURRENT ROW AND CURRENT ROW EXCLUDE CURRENT ROW",
        " GROUPS 1 PRECEDING",
    ),
    with_hints=("", "MATERIALIZED ", "NOT MATERIALIZED "),
    lazy_with=True,
    deep_using=True,
)
