"""What MySQL and MariaDB do not compute over a window, in their own words.

Depends on: dialect.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql.syntax import Literal, LiteralKind
from flash_core.types.model import TypeKind

from .dialect import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.syntax import Expression, FunctionCall, WindowSpec
    from flash_core.types.model import SqlType

_RANKS: Final = frozenset({"rank", "dense_rank", "percent_rank", "cume_dist"})
_ORDERED: Final = _RANKS | {"lag", "lead"}
_FRAMELESS: Final = _RANKS | {"row_number", "ntile"}
_DISTINCT: Final = frozenset({"count", "sum", "avg"})
_NO_WINDOW: Final = frozenset({"group_concat", "json_arrayagg", "json_objectagg"})
_NUMBERS: Final = frozenset(
    {"tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "float", "double", "year"}
    | {"boolean", "bit", "bit(1)"}
)
_MOMENTS: Final = frozenset({"date", "time", "datetime", "timestamp"})
_SUBQUERY: Final = "compute it in a subquery first"


def call_problem(
    node: FunctionCall, window: WindowSpec, *, mariadb: bool
) -> tuple[Problem, str] | None:
    """Return what is wrong with a call over a window, and what to write.

    Args:
        node: The call.
        window: What its OVER comes to, the windows that it names or builds on taken in.
        mariadb: It is for MariaDB; MySQL ignores a frame that has no meaning.
    """
    name = node.name.last.lower()
    if not mariadb:
        if not node.distinct:
            return None
        message = "This version of MySQL doesn't yet support '<window function>(DISTINCT ..)'"
        return Problem(message, "42000"), _SUBQUERY
    if (node.distinct and name in _DISTINCT) or name in _NO_WINDOW:
        what = "DISTINCT" if name in _DISTINCT else ""
        message = "This version of MariaDB doesn't yet support"
        call = f"{name.upper()}({what}) aggregate as window function"
        return Problem(f"{message} '{call}'", "42000"), _SUBQUERY
    if window.mode is not None and name in _FRAMELESS:
        message = f"Window frame is not allowed with '{name}'"
        return Problem(message, "HY000"), f"leave {window.mode} … out"
    if not window.order_by and name in _ORDERED:
        message = f"No order list in window specification for '{name}'"
        return Problem(message, "HY000"), "write OVER (ORDER BY …)"
    return None


def offset_problem(
    node: Expression, mode: str, keys: Sequence[SqlType], *, mariadb: bool
) -> Problem | None:
    """Return what is wrong with the offset of a window frame.

    Args:
        node: The offset.
        mode: ROWS or RANGE.
        keys: Types of what the window is ordered by.
        mariadb: It is for MariaDB; MySQL counts from a date or time, too.
    """
    if mode == "ROWS":
        whole = not isinstance(node, Literal) or node.kind is LiteralKind.INTEGER
        return (
            None
            if whole or not mariadb
            else Problem("Integer is required for ROWS-type frame", "HY000")
        )
    counted = _NUMBERS if mariadb else _NUMBERS | _MOMENTS
    fits = all(
        type_.kind is not TypeKind.ENUM and type_.name.removesuffix(" unsigned") in counted
        for type_ in keys
    )
    if len(keys) == 1 and fits:
        return None
    if not mariadb:
        message = (
            "Window '<unnamed window>' with RANGE N PRECEDING/FOLLOWING frame requires exactly one"
            " ORDER BY expression, of numeric or temporal type"
        )
        return Problem(message, "HY000")
    if len(keys) != 1:
        message = "RANGE-type frame requires ORDER BY clause with single sort key"
        return Problem(message, "HY000")
    return Problem("Numeric datatype is required for RANGE-type frame", "HY000")
