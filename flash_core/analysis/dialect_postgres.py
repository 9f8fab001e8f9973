"""PostgreSQL's habits and words.

Depends on: dialect, types.model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.types.model import SqlType

from .dialect import Dialect, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

_SYSTEM_COLUMNS: Final = (
    ("tableoid", SqlType("oid")),
    ("cmax", SqlType("cid")),
    ("xmax", SqlType("xid")),
    ("cmin", SqlType("cid")),
    ("xmin", SqlType("xid")),
    ("ctid", SqlType("tid")),
)


class PostgresDialect(Dialect):
    """See :class:`Dialect`."""

    strict = True
    nested_columns_last = True
    strict_grouping = True
    windows_in_order = True
    hidden_columns = _SYSTEM_COLUMNS

    def no_relation(self, name: str) -> Problem:
        return Problem(f'relation "{name}" does not exist', "42P01")

    def no_column(self, parts: Sequence[str], clause: str) -> Problem:
        del clause
        name = ".".join(parts[-2:])  # without a schema
        written = f'"{name}"' if len(parts) == 1 else name
        return Problem(f"column {written} does not exist", "42703")

    def no_qualifier(self, parts: Sequence[str], clause: str) -> Problem:
        del clause
        return Problem(f'missing FROM-clause entry for table "{parts[-2]}"', "42P01")

    def no_target_column(self, column: str, table: str, clause: str) -> Problem:
        del clause
        return Problem(f'column "{column}" of relation "{table}" does not exist', "42703")

    def ambiguous(self, parts: Sequence[str], clause: str) -> Problem:
        del clause
        return Problem(f'column reference "{parts[-1]}" is ambiguous', "42702")

    def no_function(self, name: str, types: Sequence[SqlType], *, known: bool) -> Problem:
        del known
        return Problem(f"function {name}({', '.join(map(str, types))}) does not exist", "42883")

    def same_table(self, name: str) -> Problem:
        return Problem(f'table name "{name}" specified more than once', "42712")

    def no_deleted_table(self, name: str) -> Problem:
        return self.no_relation(name)

    def column_twice(self, name: str) -> Problem:
        return Problem(f'column "{name}" specified more than once', "42701")

    def one_column(self, count: int) -> Problem:
        del count
        return Problem("subquery must return only one column", "42601")

    def row_width(self, left: int, right: int) -> Problem:
        few = "many" if right > left else "few"
        return Problem(f"subquery has too {few} columns", "42601")

    def operand_width(self, left: int, right: int) -> Problem:
        del left, right
        return Problem("unequal number of entries in row expressions", "42601")

    def arm_width(self, word: str, *, every: bool) -> Problem:
        del every
        return Problem(f"each {word} query must have the same number of columns", "42601")

    def values_width(self) -> Problem:
        return Problem("VALUES lists must all be the same length", "42601")

    def no_tables(self) -> Problem:
        return Problem("SELECT * with no tables specified is not valid", "42601")

    def aggregate_here(self, name: str, clause: str) -> Problem:
        del name
        return Problem(f"aggregate functions are not allowed in {clause}", "42803")

    def nested_aggregate(self) -> Problem:
        return Problem("aggregate function calls cannot be nested", "42803")

    def grouped_aggregate(self, written: str) -> Problem:
        del written
        return Problem("aggregate functions are not allowed in GROUP BY", "42803")

    def window_here(self, clause: str) -> Problem:
        return Problem(f"window functions are not allowed in {clause}", "42P20")

    def no_window(self, name: str) -> Problem:
        return Problem(f'window "{name}" does not exist', "42704")

    def window_twice(self, name: str) -> Problem:
        return Problem(f'window "{name}" is already defined', "42P20")

    def window_order(self, name: str) -> Problem:
        return Problem(f'cannot override ORDER BY clause of window "{name}"', "42P20")

    def no_using_column(self, name: str, side: str) -> Problem:
        message = f'column "{name}" specified in USING clause does not exist in {side} table'
        return Problem(message, "42703")

    def ambiguous_using(self, name: str, side: str) -> Problem:
        message = f'common column name "{name}" appears more than once in {side} table'
        return Problem(message, "42702")

    def no_position(self, text: str, clause: str) -> Problem:
        return Problem(f"{clause} position {text} is not in select list", "42P10")

    def insert_width(
        self, table: str, row: int, wanted: int, given: int, *, named: bool
    ) -> Problem:
        del table, row, named
        more = (
            "expressions than target columns"
            if given > wanted
            else "target columns than expressions"
        )
        return Problem(f"INSERT has more {more}", "42601")

    def no_type(self, name: str) -> Problem:
        return Problem(f'type "{name}" does not exist', "42704")

    def needs_over(self, name: str) -> Problem:
        return Problem(f"window function {name} requires an OVER clause", "42809")

    def cte_twice(self, name: str) -> Problem:
        return Problem(f'WITH query name "{name}" specified more than once', "42712")

    def cte_width(self, name: str, there: int, given: int) -> Problem:
        return Problem(
            f'WITH query "{name}" has {there} columns available but {given} columns specified',
            "42P10",
        )
