"""The habits and words of MySQL and MariaDB.

What is assumed of the server: the sql_mode it comes with.  MySQL's has ONLY_FULL_GROUP_BY,
MariaDB's has not; both are strict about what is stored, so NOT NULL columns hold no NULL.
The name of the database is not known here: messages leave it out.

Depends on: dialect, mysql_expressions, mysql_hints, mysql_windows, sql.syntax, types.model,
types.mysql_charsets, types.mysql_functions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql.syntax import LiteralKind
from flash_core.types.model import SqlType, TypeKind
from flash_core.types.mysql_charsets import canonical, charset_of
from flash_core.types.mysql_functions import forms

from . import mysql_expressions
from .dialect import Dialect, Problem
from .mysql_hints import ELSEWHERE
from .mysql_windows import call_problem, offset_problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.syntax import Expression, FunctionCall, WindowSpec

RULES: Final = (mysql_expressions,)
"""The modules whose import registers the inference rules of expressions that are MySQL's alone."""

_CLAUSES: Final = {
    "": "SELECT",
    "JOIN conditions": "ON",
    "window definitions": "ORDER BY",
    "functions in FROM": "JSON_TABLE",
    "ON DUPLICATE KEY UPDATE": "UPDATE",
    "UPDATE": "SET",
    "LIMIT": "SELECT",
    "OFFSET": "SELECT",
}
"""What MariaDB calls a clause, where it is another word than ours."""

_MYSQL_CLAUSES: Final = {
    "FROM": "from clause",
    "GROUP BY": "group statement",
    "HAVING": "having clause",
    "ON": "on clause",
    "ORDER BY": "order clause",
    "WHERE": "where clause",
    "JSON_TABLE": "a table function argument",
}
"""What MySQL calls it; all else is its field list."""

_BITWISE: Final = frozenset({"&", "|", "^", "<<", ">>"})
_ADDRESSES: Final = frozenset({"uuid", "inet4", "inet6"})
_SMALL: Final = frozenset({"tinyint", "smallint", "mediumint", "int", "boolean", "year"})
_KINDS: Final = {
    # types whose values a comparison keeps apart from each other
    "number": _SMALL | {"bigint", "decimal"},
    "float": frozenset({"float", "double"}),
    "text": frozenset(
        {"char", "varchar", "tinytext", "text", "mediumtext", "longtext", "json"}
        | {"binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob", "uuid"}
    ),
    "moment": frozenset({"date", "datetime", "timestamp"}),
}


def _kind_of(type_: SqlType) -> str:
    """Return the family of a type in comparisons."""
    if type_.kind is TypeKind.ENUM:
        return "text"
    name = type_.name.removesuffix(" unsigned")
    return next((kind for kind, names in _KINDS.items() if name in names), name)


class MysqlDialect(Dialect):
    """See :class:`Dialect`."""

    alias_clauses = frozenset({"HAVING", "ORDER BY", "GROUP BY"})
    undecided = SqlType("varchar")
    having_filters = True
    having_sees_outputs = True
    types_null = False
    ambiguous_aliases = True
    first_arm_decides = True
    right_first = True
    merged_as_is = True
    constants = frozenset({LiteralKind.STRING, LiteralKind.INTEGER})
    unique_columns = True
    sees_target = True
    counts_each_row = True
    orders_by_name = True
    changes_joins = True
    integer = SqlType("int")
    named_by_text = True
    extremes_skip_null = False
    updates_on_duplicate = True

    def __init__(self, *, mariadb: bool) -> None:
        self._mariadb = mariadb
        self.strict_grouping = not mariadb
        self.nested_sets_apart = mariadb
        self.windows_in_order = mariadb
        self.views_count_anew = mariadb
        self.loses_windows = mariadb
        # Which versions of MySQL take it otherwise is not known here.
        self.sorts_plain_aggregates = mariadb
        name = "MariaDB" if mariadb else "MySQL"
        feature = "LIMIT & IN/ALL/ANY/SOME subquery"
        message = f"This version of {name} doesn't yet support '{feature}'"
        self.limited_set = Problem(message, "42000")
        if mariadb:
            self.sorted_sets = Problem("Incorrect usage of CUBE/ROLLUP and ORDER BY", "HY000")

    def _clause(self, clause: str) -> str:
        word = _CLAUSES.get(clause, clause)
        return word if self._mariadb else _MYSQL_CLAUSES.get(word, "field list")

    def keeps_apart(self, own: SqlType, other: SqlType) -> bool:
        kind, beside = _kind_of(own), _kind_of(other)
        if kind == "number":  # beside a float or a text both become floats
            return beside == "number" or own.name.removesuffix(" unsigned") in _SMALL
        return kind == beside

    def no_relation(self, name: str) -> Problem:
        return Problem(f"Table '{name}' doesn't exist", "42S02")

    def no_column(self, parts: Sequence[str], clause: str) -> Problem:
        name = ".".join(parts)
        return Problem(f"Unknown column '{name}' in '{self._clause(clause)}'", "42S22")

    def no_qualifier(self, parts: Sequence[str], clause: str) -> Problem:
        if parts[-1] == "*":
            return Problem(f"Unknown table '{'.'.join(parts[:-1])}'", "42S02")
        return self.no_column(parts, clause)

    def no_target_column(self, column: str, table: str, clause: str) -> Problem:
        del table
        return self.no_column((column,), clause)

    def ambiguous(self, parts: Sequence[str], clause: str) -> Problem:
        name, where = ".".join(parts), self._clause(clause)
        return Problem(f"Column '{name}' in {where} is ambiguous", "23000")

    def no_function(self, name: str, types: Sequence[SqlType], *, known: bool) -> Problem:
        del types
        if known:
            message = f"Incorrect parameter count in the call to native function '{name}'"
            return Problem(message, "42000")
        return Problem(f"FUNCTION {name} does not exist", "42000")

    def function_hint(self, name: str, *, known: bool) -> str | None:
        other = next((form.engine for form in forms().get(name.lower(), ()) if form.engine), "")
        if known:
            return None
        if not other:
            own = ELSEWHERE.get(name.lower())
            return None if own is None else f"write {own}"
        return f"{name.upper()} is {'MariaDB' if other == 'mariadb' else 'MySQL'}'s"

    def same_table(self, name: str) -> Problem:
        return Problem(f"Not unique table/alias: '{name}'", "42000")

    def no_deleted_table(self, name: str) -> Problem:
        return Problem(f"Unknown table '{name}' in MULTI DELETE", "42S02")

    def column_twice(self, name: str) -> Problem:
        return Problem(f"Column '{name}' specified twice", "42000")

    def one_column(self, count: int) -> Problem:
        del count
        return self.row_width(1, 0)

    def row_width(self, left: int, right: int) -> Problem:
        del right
        return Problem(f"Operand should contain {left} column(s)", "21000")

    def operand_width(self, left: int, right: int) -> Problem:
        return self.row_width(left, right)

    def arm_width(self, word: str, *, every: bool) -> Problem:
        del word, every
        message = "The used SELECT statements have a different number of columns"
        return Problem(message, "21000")

    def values_width(self) -> Problem:
        message = "The used table value constructor has a different number of values"
        return Problem(message, "HY000")

    def no_tables(self) -> Problem:
        return Problem("No tables used", "HY000")

    def aggregate_here(self, name: str, clause: str) -> Problem:
        del name, clause
        return self.nested_aggregate()

    def nested_aggregate(self) -> Problem:
        return Problem("Invalid use of group function", "HY000")

    def grouped_aggregate(self, written: str) -> Problem:
        return Problem(f"Can't group on '{written}'", "42000")

    def calculated_aggregate(self, name: str) -> Problem:
        message = f"Reference '{name}' not supported (reference to group function)"
        return Problem(message, "42S22")

    def forward_reference(self, name: str) -> Problem:
        message = f"Reference '{name}' not supported (forward reference in item list)"
        return Problem(message, "42S22")

    def window_here(self, clause: str) -> Problem:
        del clause
        message = "Window function is allowed only in SELECT list and ORDER BY clause"
        return Problem(message, "HY000")

    def no_window(self, name: str) -> Problem:
        return Problem(f"Window specification with name '{name}' is not defined", "HY000")

    def window_twice(self, name: str) -> Problem:
        return Problem(f"Multiple window specifications with the same name '{name}'", "HY000")

    def window_order(self, name: str) -> Problem:
        message = f"Referenced window specification '{name}' already contains order list"
        return Problem(message, "HY000")

    def window_copy(self, name: str, clause: str) -> Problem:
        message = f"Referenced window specification '{name}' cannot contain window frame"
        if clause == "PARTITION BY":
            start = f"Window specification referencing another one '{name}'"
            message = f"{start} cannot contain partition list"
        return Problem(message, "HY000")

    def window_call(self, node: FunctionCall, window: WindowSpec) -> tuple[Problem, str] | None:
        return call_problem(node, window, mariadb=self._mariadb)

    def frame_offset(self, node: Expression, mode: str, keys: Sequence[SqlType]) -> Problem | None:
        return offset_problem(node, mode, keys, mariadb=self._mariadb)

    def window_inside(self, name: str) -> Problem | None:
        message = "Window functions can not be used as arguments to group functions."
        if not self._mariadb:
            message = f"You cannot use the window function '{name.lower()}' in this context.'"
        return Problem(message, "HY000")

    def no_using_column(self, name: str, side: str) -> Problem:
        del side
        return self.no_column((name,), "FROM")

    def ambiguous_using(self, name: str, side: str) -> Problem:
        del side
        return self.ambiguous((name,), "FROM")

    def no_position(self, text: str, clause: str) -> Problem:
        return self.no_column((text,), clause)

    def path_column_twice(self, name: str) -> Problem:
        return Problem(f"Duplicate column name '{name}'", "42S21")

    def values_column(self, place: int, text: str) -> str:
        return text if self._mariadb else f"column_{place - 1}"

    def insert_width(
        self, table: str, row: int, wanted: int, given: int, *, named: bool
    ) -> Problem:
        del table, wanted, given, named
        return Problem(f"Column count doesn't match value count at row {row}", "21S01")

    def no_type(self, name: str) -> Problem:
        return Problem(f"Unknown data type: '{name}'", "HY000")

    def needs_over(self, name: str) -> Problem:
        return Problem(f"window function {name} requires an OVER clause", "42000")

    def no_operator(self, name: str, left: SqlType | None, right: SqlType) -> Problem:
        words, kind = right.name, "type"
        if left is not None and name in _BITWISE:
            words = left.name if left.name in _ADDRESSES else right.name
        elif left is not None:
            words, kind = f"{left.name} and {right.name}", "types"
        return Problem(f"Illegal parameter data {kind} {words} for operation '{name}'", "HY000")

    def row_operand(self, operator: str, types: Sequence[SqlType]) -> Problem:
        if not self._mariadb:
            return self.row_width(1, 0)
        words = " and ".join("row" if type_.name == "record" else type_.name for type_ in types)
        message = f"Illegal parameter data types {words} for operation '{operator}'"
        return Problem(message, "HY000")

    def no_anchor(self, name: str) -> Problem:
        return Problem(f"No anchors for recursive WITH element '{name}'", "HY000")

    def recursive_aggregate(self, name: str) -> Problem:
        return self.recursive_here(name)

    def recursive_here(self, name: str) -> Problem:
        message = f"Restrictions imposed on recursive definitions are violated for table '{name}'"
        return Problem(message, "HY000")

    def generated_value(self, column: str, table: str, *, null: bool) -> Problem | None:
        if null and self._mariadb:
            return None
        what = "has been ignored" if self._mariadb else "is not allowed."
        message = f"The value specified for generated column '{column}' in table '{table}' {what}"
        return Problem(message, "HY000")

    def not_updatable(self, name: str, verb: str) -> Problem:
        what = "insertable-into" if verb == "INSERT" else "updatable"
        return Problem(f"The target table {name} of the {verb} is not {what}", "HY000")

    def arm_table(self, name: str) -> Problem:
        message = f"Table '{name}' from one of the SELECTs cannot be used in ORDER BY"
        return Problem(message, "42000")

    def no_default(self, column: str) -> Problem | None:
        return Problem(f"Field '{column}' doesn't have a default value", "HY000")

    def wrong_collation(self, collation: str, own: str | None) -> Problem | None:
        charset = charset_of(canonical(own or "utf8mb4"))
        if charset_of(canonical(collation)) in {charset, "uca1400", "default"}:
            return None
        message = f"COLLATION '{collation}' is not valid for CHARACTER SET '{charset}'"
        return Problem(message, "42000")

    def no_variable(self, name: str) -> Problem | None:
        known = self._mariadb and "." not in name  # MySQL has more; key caches have names
        return Problem(f"Unknown system variable '{name}'", "HY000") if known else None

    def no_procedure(self, name: str, wanted: int | None, given: int) -> Problem:
        if wanted is None:
            return Problem(f"PROCEDURE {name} does not exist", "42000")
        message = (
            f"Incorrect number of arguments for PROCEDURE {name}; expected {wanted}, got {given}"
        )
        return Problem(message, "42000")

    def ungrouped(self, name: str, place: tuple[int, str], *, grouped: bool) -> Problem:
        number, clause = place
        mode = "this is incompatible with sql_mode=only_full_group_by"
        if not grouped:
            start = f"In aggregated query without GROUP BY, expression #{number} of {clause}"
            return Problem(f"{start} contains nonaggregated column '{name}'; {mode}", "42000")
        middle = "is not in GROUP BY clause and contains nonaggregated column"
        end = "which is not functionally dependent on columns in GROUP BY clause"
        return Problem(f"Expression #{number} of {clause} {middle} '{name}' {end}; {mode}", "42000")

    def cte_twice(self, name: str) -> Problem:
        return Problem(f"Duplicate query name `{name}` in WITH clause", "HY000")

    def cte_width(self, name: str, there: int, given: int) -> Problem:
        del name, there, given
        message = "WITH column list and SELECT field list have different column counts"
        return Problem(message, "HY000")
