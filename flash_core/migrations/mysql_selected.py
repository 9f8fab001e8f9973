"""Tables of MySQL and MariaDB with columns that are written beside those of a query.

``CREATE TABLE t (id INT PRIMARY KEY) AS SELECT name FROM s`` is kept as text: what its columns are
called is read from both parts.

Depends on: engine, sql.lexer, sql.parse, sql.source, sql.syntax.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql.lexer import tokenize
from flash_core.sql.parse import parse_script
from flash_core.sql.source import SourceFile
from flash_core.sql.syntax import CreateTable, Select

if TYPE_CHECKING:
    from flash_core.engine import Engine
    from flash_core.sql.syntax import Statement

_QUERY: Final = frozenset({"SELECT", "WITH"})


def written_and_selected(text: str, engine: Engine) -> tuple[tuple[str, ...], Select] | None:
    """Return the columns that stand in parentheses, and the query behind them.

    Args:
        text: The statement.
        engine: MySQL or MariaDB.

    Returns:
        ``None`` where it is no such statement, or not one that can be read, and where it has
        foreign keys, whose names two tables cannot have at a time.
    """
    if "REFERENCES" in text.upper():
        return None
    depth, close = 0, 0
    for token in tokenize(text, engine):
        depth += (token.text == "(") - (token.text == ")")
        if token.text == ")" and depth == 0 and not close:
            close = token.end
        elif depth == 0 and close and token.text.upper() in _QUERY:
            table, query = (_parsed(part, engine) for part in (text[:close], text[token.start :]))
            if isinstance(table, CreateTable) and isinstance(query, Select):
                return tuple(column.name for column in table.columns), query
            return None
    return None


def _parsed(text: str, engine: Engine) -> Statement | None:
    statements, problems = parse_script(SourceFile("", text), engine)
    return statements[0] if len(statements) == 1 and not problems else None
