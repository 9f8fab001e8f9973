"""SQLite's statements that are neither queries nor changes of rows, but have rows of their own.

Depends on: excerpt, syntax, cursor, expressions, queries, types.sqlite_pragmas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql import syntax
from flash_core.types.sqlite_pragmas import pragmas, read_columns

from .expressions import read_expression
from .queries import read_dml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flash_core.sql.syntax import Statement
    from flash_core.types.model import SystemColumn

    from .cursor import Cursor

_PROGRAM: Final = (
    "addr INTEGER! opcode TEXT! p1 INTEGER! p2 INTEGER! p3 INTEGER! p4 TEXT? p5 INTEGER! "
    "comment TEXT?"
)
_PLAN: Final = "id INTEGER! parent INTEGER! notused INTEGER! detail TEXT!"
_ROWS: Final = frozenset({"DELETE", "INSERT", "REPLACE", "SELECT", "UPDATE", "VALUES", "WITH"})


def read_pragma(cursor: Cursor) -> Statement:
    """Read ``PRAGMA name``, ``PRAGMA name = value`` or ``PRAGMA name(value)``."""
    cursor.expect_words("PRAGMA")
    name = cursor.qualified_name()
    given = cursor.token is not None and cursor.text() in {"=", "("}
    pragma = pragmas().get(name.last.lower())
    if pragma is None or (given and not pragma.answers):
        return syntax.Utility("PRAGMA", span=cursor.excerpt.whole())
    return syntax.Utility(
        "PRAGMA",
        columns=_columns(pragma.columns, cursor),
        one_row=not pragma.several,
        span=cursor.excerpt.whole(),
    )


def read_explain(cursor: Cursor) -> Statement:
    """Read ``EXPLAIN`` or ``EXPLAIN QUERY PLAN``, with the parameters of what it explains."""
    cursor.expect_words("EXPLAIN")
    plan = cursor.accept_words("QUERY", "PLAN")
    if cursor.token is None or cursor.word() == "EXPLAIN":
        raise cursor.unexpected()
    inner = read_dml(cursor) if cursor.word() in _ROWS else None
    if inner is not None:
        cursor.finish()
    columns = _columns(read_columns(_PLAN if plan else _PROGRAM), cursor)
    span = cursor.excerpt.whole()
    return syntax.Utility("EXPLAIN", columns=columns, query=inner, span=span)


def read_attach(cursor: Cursor) -> Statement:
    """Read ATTACH, which brings a schema of its own."""
    cursor.expect_words("ATTACH")
    cursor.accept_words("DATABASE")
    read_expression(cursor)
    cursor.expect_words("AS")
    start = cursor.position
    name = read_expression(cursor)
    cursor.finish()
    defines: tuple[Statement, ...] = ()
    if isinstance(name, syntax.Literal) or (
        isinstance(name, syntax.ColumnRef) and not name.parts[1:]
    ):
        text = name.text if isinstance(name, syntax.Literal) else name.parts[0]
        defines = (syntax.CreateSchema(text, if_not_exists=True, span=cursor.since(start)),)
    return syntax.Utility("ATTACH", defines=defines, span=cursor.excerpt.whole())


def _columns(
    columns: Sequence[SystemColumn], cursor: Cursor
) -> tuple[syntax.ColumnDefinition, ...]:
    span = cursor.excerpt.whole()
    return tuple(
        syntax.ColumnDefinition(
            name, syntax.TypeName((type_.name,), span=span), nullable=not never_null, span=span
        )
        for name, type_, never_null in columns
    )
