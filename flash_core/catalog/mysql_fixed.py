"""What MariaDB does not compute in CHECK and generated columns: what changes by itself.

Depends on: draft, sql.syntax.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql import syntax
from flash_core.sql.syntax.walk import children

from .draft import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

# fmt: off - word lists, not one word a line
_OF_THE_SESSION: Final = frozenset(
    {
        "connection_id",
        "curdate",
        "current_role",
        "current_timestamp",
        "current_user",
        "curtime",
        "database",
        "date_format",
        "from_unixtime",
        "rand",
        "random_bytes",
        "sys_guid",
        "sysdate",
        "unix_timestamp",
        "user",
        "utc_date",
        "utc_time",
        "utc_timestamp",
        "uuid",
        "uuid_short",
        "version",
    }
)
_NEVER: Final = frozenset(
    {
        "avg",
        "benchmark",
        "count",
        "found_rows",
        "get_lock",
        "group_concat",
        "last_insert_id",
        "load_file",
        "max",
        "min",
        "row_count",
        "row_number",
        "sleep",
        "sum",
    }
)
_SAME: Final = {
    "now": "current_timestamp",
    "localtime": "current_timestamp",
    "localtimestamp": "current_timestamp",
    "current_date": "curdate",
    "current_time": "curtime",
    "session_user": "user",
    "system_user": "user",
    "schema": "database",
}
# fmt: on
_FIXED_WITH: Final = {"unix_timestamp": 1, "date_format": 3}
"""Functions that depend on their arguments alone where there are so many of them."""


def check_fixed(
    expression: syntax.Expression | None, clause: str, name: str, *, stored: bool
) -> None:
    """Refuse an expression whose value is not decided by the row.

    Args:
        expression: The expression.
        clause: ``CHECK`` or ``GENERATED ALWAYS AS``.
        name: The constraint or the column.
        stored: Its value is kept, or what it allows is; else only what sees other rows is refused.

    Raises:
        Refused: It is not, in MariaDB's words.
    """
    for node, shown in _changing(expression, stored=stored):
        message = f"Function or expression '{shown}' cannot be used in the {clause} clause of"
        message = f"{message} `{name}`"
        sqlstate = "HY000"
        if clause == "CHECK" and isinstance(node, syntax.Query):
            message, sqlstate = "CHECK does not support subqueries or stored functions", "42000"
        hint = "the value must depend on the columns of the row alone"
        raise Refused(message, node.span, hint=hint, sqlstate=sqlstate)


def _changing(node: syntax.Node | None, *, stored: bool) -> Iterator[tuple[syntax.Node, str]]:
    """Yield what changes by itself, and how the server spells it, from the inside out."""
    waiting = [] if node is None else [node]
    inside_last: list[syntax.Node] = []
    while waiting:
        found = waiting.pop()
        inside_last.append(found)
        if not isinstance(found, syntax.Query):
            waiting += children(found)
    for found in reversed(inside_last):
        shown = "select ..." if isinstance(found, syntax.Query) else _shown(found, stored=stored)
        if shown is not None:
            yield found, shown


def _shown(node: syntax.Node, *, stored: bool) -> str | None:
    match node:
        case syntax.FunctionCall(name=name, arguments=arguments):
            word = name.last.lower()
        case syntax.SqlValue(name=word):
            word, arguments = word.lower(), ()
        case syntax.UserVariable(name=word):
            return f"@{word}" if stored else None
        case syntax.SystemVariable(name=word):
            return f"@@{word}" if stored else None
        case _:
            return None
    word = _SAME.get(word, word)
    if word in _NEVER or (
        stored and word in _OF_THE_SESSION and len(arguments) != _FIXED_WITH.get(word)
    ):
        return f"{word}()"
    return None
