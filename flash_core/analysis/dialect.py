"""How the engines differ in names, checks and messages; types differ in ``flash_core.types``.

:class:`Dialect` says what is asked; ``dialect_postgres``, ``dialect_sqlite`` and
``dialect_mysql`` answer, each in its server's own words.

Depends on: engine, sql.syntax, types.model.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from flash_core.engine import Engine
from flash_core.sql.syntax import LiteralKind
from flash_core.types.model import SqlType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.syntax import Expression, FunctionCall, WindowSpec


class Problem(NamedTuple):
    """What is wrong, in the engine's words, with its SQLSTATE where it has them."""

    message: str
    sqlstate: str | None = None


class Dialect(ABC):
    """One engine's habits.

    Attributes:
        strict: Types must fit: conditions are boolean, assignments need a cast.
        explains: Counts and places are given as hints.
        strict_grouping: Columns outside aggregates must be grouped.
        ambiguous_aliases: ORDER BY and its like tell two columns of one alias apart.
        alias_clauses: Clauses in which names also reach the aliases of the select list.
        hidden_columns: Columns of every table that ``*`` leaves out.
        undecided: Type of a parameter that nothing decides; ``None`` is an error.
        unique_names: Tables of FROM, columns of derived tables and of INSERT differ in name.
        own_columns_in_on: ON sees the two sides of its join, not all that stands before it.
        named_by_text: A column without an alias is called as its expression is written.
        named_as_written: So it is, constants and parameters too.
        null_over: Aggregates that may be NULL of a frame of values that are not.
        sorted_sets: Why ROLLUP cannot stand with ORDER BY.
        limited_set: Why IN, ANY and ALL cannot take a query with LIMIT.
        first_arm_decides: A recursive query has the types of its first arm.
        right_first: RIGHT JOIN by equal columns puts the right side's columns before the left's.
        merged_in_place: A column of USING stands where the left side has it, not in front.
        merged_as_is: A column of USING keeps the type of the side that it comes from.
        first_of_using: USING takes the first of a side's columns that are called so.
        extremes_skip_null: GREATEST and LEAST leave NULL out, as long as there is another.
        constant_on_ends: An ON of an inner join that is false without a look at the rows ends the
            query, although a RIGHT or FULL JOIN around it has rows to keep.
        returns_target: RETURNING sees the changed table alone, and by its own name.
        updates_on_duplicate: A conflict's update has MySQL's form.
        unique_columns: Columns of a derived table or WITH query differ in name.
        sees_target: The values of an INSERT see the columns of its table.
        counts_each_row: A row of an INSERT with too few values is counted.
        orders_by_name: ORDER BY behind a set operation sees its columns, in expressions too.
        recursion_is_checked: A recursive query must have the form that we know.
        changes_joins: Views that join tables can be changed, one table at a time.
        integer: Type of row numbers.
        quotes_text: A name in double quotes that is no column is a text.
        functions_are_tables: A function in FROM is a table whose name takes arguments.
        widens_recursion: A recursive query's types take in what its second arm makes.
        types_null: What is calculated from NULL has the type that it has of a value.
        nested_sets_apart: A set operation inside another sees no column of the query around it.
        sorts_plain_aggregates: ORDER BY may not calculate with the alias of an aggregate.
        views_count_anew: Aggregates of a view may be taken for nested in those around it.
        exists_skips_list: EXISTS never computes what its query selects.
        windows_in_order: A window of WINDOW builds on those before it alone.
        loses_windows: IN, ANY and ALL may be NULL where their query selects a window function.
        having_sees_outputs: HAVING names what is selected or grouped by, not all of FROM.
        comparing: Functions that compare their first two arguments.
        having_filters: HAVING without GROUP BY and aggregates tests rows, not one group.
        constants: Kinds of constants whose text decides what some functions return.
        derives_generated: A generated column is what its expression proves: its type where it
            declares none, and that it is never NULL.
        nested_columns_last: JSON_TABLE's columns of nested paths stand behind the others.
        skips_generated: An INSERT without a column list gives generated columns no value.
    """

    strict: ClassVar[bool] = False
    named_by_text: ClassVar[bool] = False
    nested_columns_last: ClassVar[bool] = False
    extremes_skip_null: ClassVar[bool] = True
    updates_on_duplicate: ClassVar[bool] = False
    constant_on_ends: ClassVar[bool] = False
    returns_target: ClassVar[bool] = False
    strict_grouping: bool = False
    explains: ClassVar[bool] = True
    ambiguous_aliases: ClassVar[bool] = False
    alias_clauses: ClassVar[frozenset[str]] = frozenset()
    hidden_columns: ClassVar[tuple[tuple[str, SqlType], ...]] = ()
    undecided: ClassVar[SqlType | None] = None
    unique_names: ClassVar[bool] = True
    own_columns_in_on: ClassVar[bool] = True
    quotes_text: ClassVar[bool] = False
    constants: ClassVar[frozenset[LiteralKind]] = frozenset({LiteralKind.STRING})
    derives_generated: ClassVar[bool] = False
    skips_generated: ClassVar[bool] = False
    functions_are_tables: ClassVar[bool] = False
    widens_recursion: ClassVar[bool] = False
    named_as_written: ClassVar[bool] = False
    null_over: ClassVar[frozenset[str]] = frozenset()
    nested_sets_apart: bool = False
    sorts_plain_aggregates: bool = False
    views_count_anew: bool = False
    exists_skips_list: ClassVar[bool] = False
    windows_in_order: bool = False
    loses_windows: bool = False
    sorted_sets: Problem | None = None
    limited_set: Problem | None = None
    first_arm_decides: ClassVar[bool] = False
    right_first: ClassVar[bool] = False
    merged_in_place: ClassVar[bool] = False
    merged_as_is: ClassVar[bool] = False
    first_of_using: ClassVar[bool] = False
    having_filters: ClassVar[bool] = False
    types_null: ClassVar[bool] = True
    having_sees_outputs: ClassVar[bool] = False
    comparing: ClassVar[frozenset[str]] = frozenset()
    unique_columns: ClassVar[bool] = False
    sees_target: ClassVar[bool] = False
    counts_each_row: ClassVar[bool] = False
    orders_by_name: ClassVar[bool] = False
    recursion_is_checked: ClassVar[bool] = True
    changes_joins: ClassVar[bool] = False
    integer: ClassVar[SqlType] = SqlType("integer")

    def keeps_apart(self, own: SqlType, other: SqlType) -> bool:
        """Tell whether ``own = other`` holds for one value of type ``own`` at most."""
        del own, other
        return True

    def function_hint(self, name: str, *, known: bool) -> str | None:
        """Return what to write instead of a call; ``known``: there is such a function."""
        del name
        return "no function takes these argument types; you may need a cast" if known else None

    @abstractmethod
    def no_relation(self, name: str) -> Problem:
        """Say that a table does not exist."""

    @abstractmethod
    def no_column(self, parts: Sequence[str], clause: str) -> Problem:
        """Say that a column does not exist; ``clause`` is where it is used."""

    @abstractmethod
    def no_qualifier(self, parts: Sequence[str], clause: str) -> Problem:
        """Say that the table before a column, or before ``*``, is not in FROM."""

    @abstractmethod
    def no_target_column(self, column: str, table: str, clause: str) -> Problem:
        """Say that INSERT or UPDATE names a column that the table does not have."""

    @abstractmethod
    def ambiguous(self, parts: Sequence[str], clause: str) -> Problem:
        """Say that a name reaches several columns."""

    @abstractmethod
    def no_function(self, name: str, types: Sequence[SqlType], *, known: bool) -> Problem:
        """Say that no function fits."""

    @abstractmethod
    def same_table(self, name: str) -> Problem:
        """Say that two tables of FROM have one name."""

    @abstractmethod
    def no_deleted_table(self, name: str) -> Problem:
        """Say that DELETE names a table to delete from that is not in its FROM."""

    @abstractmethod
    def column_twice(self, name: str) -> Problem:
        """Say that INSERT names a column twice."""

    @abstractmethod
    def one_column(self, count: int) -> Problem:
        """Say that a subquery returns ``count`` columns where one is wanted."""

    @abstractmethod
    def row_width(self, left: int, right: int) -> Problem:
        """Say that a subquery returns ``right`` columns to compare with ``left`` values."""

    @abstractmethod
    def operand_width(self, left: int, right: int) -> Problem:
        """Say that two rows that are compared differ in length."""

    @abstractmethod
    def arm_width(self, word: str, *, every: bool) -> Problem:
        """Say that the sides of a set operation, ALL of it perhaps, differ in their columns."""

    @abstractmethod
    def values_width(self) -> Problem:
        """Say that the rows of VALUES differ in length."""

    @abstractmethod
    def no_tables(self) -> Problem:
        """Say that ``*`` stands without FROM."""

    @abstractmethod
    def aggregate_here(self, name: str, clause: str) -> Problem:
        """Say that an aggregate may not stand in a clause."""

    @abstractmethod
    def nested_aggregate(self) -> Problem:
        """Say that an aggregate stands in the arguments of another."""

    @abstractmethod
    def grouped_aggregate(self, written: str) -> Problem:
        """Say that a key of GROUP BY is an output column that aggregates."""

    def calculated_aggregate(self, name: str) -> Problem:
        """Say that ORDER BY calculates with an aggregate's alias."""
        return self.no_column((name,), "ORDER BY")

    def forward_reference(self, name: str) -> Problem:
        """Say that HAVING of a subquery names what is selected behind the subquery."""
        return self.no_column((name,), "HAVING")

    @abstractmethod
    def window_here(self, clause: str) -> Problem:
        """Say that a window function may not stand in a clause."""

    @abstractmethod
    def no_window(self, name: str) -> Problem:
        """Say that the WINDOW clause does not have a window."""

    @abstractmethod
    def window_twice(self, name: str) -> Problem:
        """Say that the WINDOW clause has two windows of one name."""

    @abstractmethod
    def window_order(self, name: str) -> Problem:
        """Say that a window that builds on another brings a second ORDER BY."""

    def window_copy(self, name: str, clause: str) -> Problem:
        """Say that a window cannot build on one: it partitions, or that one has a frame.

        Args:
            name: The window that it builds on.
            clause: ``PARTITION BY`` or ``frame``.
        """
        if clause == "frame":
            return Problem(f'cannot copy window "{name}" because it has a frame clause', "42P20")
        return Problem(f'cannot override PARTITION BY clause of window "{name}"', "42P20")

    def window_call(self, node: FunctionCall, window: WindowSpec) -> tuple[Problem, str] | None:
        """Say why a call cannot have its window, and what to write; ``None``: it can."""
        del node, window
        return None

    def frame_offset(self, node: Expression, mode: str, keys: Sequence[SqlType]) -> Problem | None:
        """Say what is wrong with the offset of a frame over keys of these types."""
        del node, mode, keys
        return None

    def window_inside(self, name: str) -> Problem | None:
        """Say that the arguments of an aggregate or window function hold a window function."""
        del name
        return None

    @abstractmethod
    def no_using_column(self, name: str, side: str) -> Problem:
        """Say that a column of USING is missing in the left or right side."""

    @abstractmethod
    def ambiguous_using(self, name: str, side: str) -> Problem:
        """Say that a column of USING is there more than once in a side."""

    @abstractmethod
    def no_position(self, text: str, clause: str) -> Problem:
        """Say that a number in ORDER BY or GROUP BY is no column of the select list."""

    def values_column(self, place: int, text: str) -> str:
        """Name a column of VALUES by its place, from 1, and the text of its first value."""
        del text
        return f"column{place}"

    def path_column_twice(self, name: str) -> Problem:
        """Say that JSON_TABLE has two columns of one name."""
        return Problem(f"duplicate JSON_TABLE column or path name: {name}", "42712")

    def same_column(self, name: str) -> Problem:
        """Say that a derived table has two columns of one name."""
        return self.path_column_twice(name)

    def derived_names(self, names: Sequence[str]) -> Sequence[str]:
        """Return what the columns of a derived table are called, by its query's own names."""
        return names

    @abstractmethod
    def insert_width(
        self, table: str, row: int, wanted: int, given: int, *, named: bool
    ) -> Problem:
        """Say that a row of an INSERT has too few or many values; ``named`` after a column list."""

    @abstractmethod
    def no_type(self, name: str) -> Problem:
        """Say that a type does not exist."""

    @abstractmethod
    def needs_over(self, name: str) -> Problem:
        """Say that a window function is called without OVER."""

    def no_operator(self, name: str, left: SqlType | None, right: SqlType) -> Problem | None:
        """Say that no operator takes these operands, where the engine has own words for it."""
        del name, left, right
        return None

    def row_operand(self, operator: str, types: Sequence[SqlType]) -> Problem:
        """Say that a row stands beside a single value; ``types`` are those of the operands."""
        del operator, types
        return self.row_width(1, 0)

    def recursive_aggregate(self, name: str) -> Problem:
        """Say that a recursive query aggregates over itself."""
        del name
        message = "aggregate functions are not allowed in a recursive query's recursive term"
        return Problem(message, "42P19" if self.strict else None)

    def no_anchor(self, name: str) -> Problem:
        """Say that a recursive query has no arm without itself."""
        return self.recursive_here(name)

    def recursive_here(self, name: str) -> Problem:
        """Say that a recursive query refers to itself where it may not."""
        return Problem(f"recursive reference in a subquery: {name}")

    def generated_value(self, column: str, table: str, *, null: bool) -> Problem | None:
        """Say that a generated column is given a value, perhaps NULL; ``None`` if it may be."""
        del column, table, null
        return None

    def not_updatable(self, name: str, verb: str) -> Problem:
        """Say that a view or derived table takes no changes."""
        del verb
        return Problem(f"cannot modify {name} because it is a view")

    def arm_table(self, name: str) -> Problem:
        """Say that ORDER BY of a set operation names a table of one of its sides."""
        return self.no_column((name,), "ORDER BY")

    def no_default(self, column: str) -> Problem | None:
        """Say that ``DEFAULT(column)`` asks for what there is none of, where it has that meaning."""
        del column
        return None

    def wrong_collation(self, collation: str, own: str | None) -> Problem | None:
        """Say that a text is in another character set than a collation is for.

        Args:
            collation: As the query names it.
            own: Collation that the text's column or table is declared with.
        """
        del collation, own
        return None

    def no_variable(self, name: str) -> Problem | None:
        """Say that the server has no such variable, where all of them are known."""
        del name
        return None

    def no_procedure(self, name: str, wanted: int | None, given: int) -> Problem:
        """Say that no procedure fits; ``wanted`` is how many arguments one of that name takes."""
        del wanted, given
        return Problem(f"no such procedure: {name}")

    def ungrouped(self, name: str, place: tuple[int, str], *, grouped: bool) -> Problem:
        """Say that a column is neither grouped nor aggregated; ``place`` is number and clause."""
        del name, place, grouped
        return self.nested_aggregate()

    @abstractmethod
    def cte_twice(self, name: str) -> Problem:
        """Say that two WITH queries have one name."""

    @abstractmethod
    def cte_width(self, name: str, there: int, given: int) -> Problem:
        """Say that a WITH query has other column names than columns."""


def dialect(engine: Engine) -> Dialect:
    """Return the habits of ``engine``."""
    if engine is Engine.POSTGRESQL:
        from .dialect_postgres import PostgresDialect  # noqa: PLC0415 - one engine is in use

        return PostgresDialect()
    if engine is Engine.SQLITE:
        from .dialect_sqlite import SqliteDialect  # noqa: PLC0415 - one engine is in use

        return SqliteDialect()
    from .dialect_mysql import MysqlDialect  # noqa: PLC0415 - one engine is in use

    return MysqlDialect(mariadb=engine is Engine.MARIADB)
