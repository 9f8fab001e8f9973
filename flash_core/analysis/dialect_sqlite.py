"""SQLite's habits and words.

Depends on: dialect, types.model.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.sql.syntax import LiteralKind
from flash_core.types.model import SqlType
from flash_core.types.sqlite_functions import PAIRED, arities

from .dialect import Dialect, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMBER: Final = re.compile(r":\d+$")
_ROWIDS: Final = tuple((name, SqlType("INTEGER")) for name in ("rowid", "oid", "_rowid_"))


_ELSEWHERE: Final = {
    "all": "IN and NOT IN",
    "any": "IN (…)",
    "array_agg": "json_group_array(…)",
    "convert": "CAST(… AS type)",
    "day": "strftime('%d', …)",
    "hour": "strftime('%H', …)",
    "month": "strftime('%m', …)",
    "nextval": "INTEGER PRIMARY KEY",
    "regexp_replace": "replace(text, old, new)",
    "some": "IN (…)",
    "str_to_date": "date(text)",
    "to_date": "date(text)",
    "to_timestamp": "datetime(seconds, 'unixepoch')",
    "charindex": "instr(text, part)",
    "concat": "the operator ||",
    "curdate": "CURRENT_DATE",
    "date_add": "datetime(moment, '+1 day')",
    "date_format": "strftime(…)",
    "date_part": "strftime(…)",
    "date_trunc": "date(moment, 'start of month')",
    "datediff": "julianday(later) - julianday(earlier)",
    "extract": "strftime(…)",
    "gen_random_uuid": "lower(hex(randomblob(16)))",
    "getdate": "CURRENT_TIMESTAMP",
    "greatest": "max(a, b)",
    "if": "iif(…)",
    "isnull": "ifnull(…)",
    "json_agg": "json_group_array(…)",
    "json_build_object": "json_object(…)",
    "least": "min(a, b)",
    "left": "substr(text, 1, n)",
    "len": "length(…)",
    "now": "CURRENT_TIMESTAMP",
    "nvl": "ifnull(…)",
    "position": "instr(text, part)",
    "rand": "random()",
    "right": "substr(text, -n)",
    "split_part": "substr and instr",
    "string_agg": "group_concat(…, ',')",
    "strpos": "instr(text, part)",
    "to_char": "strftime(…)",
    "unix_timestamp": "unixepoch(…)",
    "uuid": "lower(hex(randomblob(16)))",
    "year": "strftime('%Y', …)",
}


class SqliteDialect(Dialect):
    """See :class:`Dialect`.  SQLite has no SQLSTATEs."""

    exists_skips_list = True
    alias_clauses = frozenset({"WHERE", "HAVING", "ORDER BY", "GROUP BY"})
    hidden_columns = _ROWIDS
    constants = frozenset({LiteralKind.STRING, LiteralKind.INTEGER, LiteralKind.DECIMAL})
    undecided = SqlType("ANY")
    unique_names = False
    recursion_is_checked = False  # SQLite checks it itself
    own_columns_in_on = False
    widens_recursion = True
    named_as_written = True
    merged_in_place = True
    merged_as_is = True
    first_of_using = True
    constant_on_ends = True  # seen with SQLite 3.40
    returns_target = True
    null_over = frozenset({"group_concat", "string_agg"})  # when all of them are ''
    comparing = frozenset({"like", "glob"})
    functions_are_tables = True
    quotes_text = True
    skips_generated = True
    derives_generated = True

    def derived_names(self, names: Sequence[str]) -> Sequence[str]:
        """Number equal names: ``id``, ``id:1``."""
        taken: dict[str, str] = {}
        for name in names:
            found, count = name, 0
            while found.lower() in taken:
                count += 1
                found = f"{_NUMBER.sub('', name)}:{count}"
            taken[found.lower()] = found
        return tuple(taken.values())

    def no_relation(self, name: str) -> Problem:
        return Problem(f"no such table: {name}")

    def no_column(self, parts: Sequence[str], clause: str) -> Problem:
        del clause
        return Problem(f"no such column: {'.'.join(parts)}")

    def no_qualifier(self, parts: Sequence[str], clause: str) -> Problem:
        if parts[-1] == "*":
            return Problem(f"no such table: {parts[-2]}")
        return self.no_column(parts, clause)

    def no_target_column(self, column: str, table: str, clause: str) -> Problem:
        if clause != "INSERT INTO":
            return self.no_column((column,), clause)
        return Problem(f"table {table} has no column named {column}")

    def ambiguous(self, parts: Sequence[str], clause: str) -> Problem:
        del clause
        return Problem(f"ambiguous column name: {'.'.join(parts)}")

    def no_function(self, name: str, types: Sequence[SqlType], *, known: bool) -> Problem:
        del types
        if known and name.lower() in PAIRED:
            return Problem(f"{name}() {PAIRED[name.lower()]}")
        if known:
            return Problem(f"wrong number of arguments to function {name}()")
        return Problem(f"no such function: {name}")

    def function_hint(self, name: str, *, known: bool) -> str | None:
        name = name.lower()
        if name in PAIRED:
            return "each key or path is followed by its value"
        if known:
            return f"it takes {arities(name)}"
        own = _ELSEWHERE.get(name)
        return None if own is None else f"SQLite has {own} for it"

    def same_table(self, name: str) -> Problem:
        return Problem(f'table name "{name}" specified more than once')

    def no_deleted_table(self, name: str) -> Problem:
        return self.no_relation(name)

    def column_twice(self, name: str) -> Problem:
        return Problem(f'column "{name}" specified more than once')

    def one_column(self, count: int) -> Problem:
        return Problem(f"sub-select returns {count} columns - expected 1")

    def row_width(self, left: int, right: int) -> Problem:
        return Problem(f"sub-select returns {right} columns - expected {left}")

    def operand_width(self, left: int, right: int) -> Problem:
        del left, right
        return Problem("row value misused")

    def row_operand(self, operator: str, types: Sequence[SqlType]) -> Problem:
        del operator, types
        return self.operand_width(1, 2)

    def arm_width(self, word: str, *, every: bool) -> Problem:
        all_ = " ALL" if every else ""
        return Problem(
            f"SELECTs to the left and right of {word}{all_} "
            "do not have the same number of result columns"
        )

    def values_width(self) -> Problem:
        return Problem("all VALUES must have the same number of terms")

    def no_tables(self) -> Problem:
        return Problem("no tables specified")

    def aggregate_here(self, name: str, clause: str) -> Problem:
        if clause == "GROUP BY":
            return Problem("aggregate functions are not allowed in the GROUP BY clause")
        return Problem(f"misuse of aggregate function {name}()")

    def recursive_aggregate(self, name: str) -> Problem:
        del name
        return Problem("recursive aggregate queries not supported")

    def nested_aggregate(self) -> Problem:
        return Problem("aggregate function calls cannot be nested")

    def grouped_aggregate(self, written: str) -> Problem:
        del written
        return Problem("aggregate functions are not allowed in GROUP BY")

    def window_here(self, clause: str) -> Problem:
        return Problem(f"window functions are not allowed in {clause}")

    def no_window(self, name: str) -> Problem:
        return Problem(f"no such window: {name}")

    def window_twice(self, name: str) -> Problem:
        return Problem(f'window "{name}" is already defined')

    def window_order(self, name: str) -> Problem:
        return Problem(f'cannot override ORDER BY clause of window "{name}"')

    def no_using_column(self, name: str, side: str) -> Problem:
        del side
        return Problem(f"cannot join using column {name} - column not present in both tables")

    def ambiguous_using(self, name: str, side: str) -> Problem:
        return Problem(f'common column name "{name}" appears more than once in {side} table')

    def no_position(self, text: str, clause: str) -> Problem:
        return Problem(f"{clause} position {text} is not in select list")

    def insert_width(
        self, table: str, row: int, wanted: int, given: int, *, named: bool
    ) -> Problem:
        del row
        if named:
            return Problem(f"{given} values for {wanted} columns")
        return Problem(f"table {table} has {wanted} columns but {given} values were supplied")

    def no_type(self, name: str) -> Problem:
        return Problem(f'type "{name}" does not exist')

    def needs_over(self, name: str) -> Problem:
        return Problem(f"misuse of window function {name}()")

    def cte_twice(self, name: str) -> Problem:
        return Problem(f"duplicate WITH table name: {name}")

    def cte_width(self, name: str, there: int, given: int) -> Problem:
        return Problem(f"table {name} has {there} values for {given} columns")
