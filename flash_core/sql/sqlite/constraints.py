"""Keys, references and checks of SQLite's tables.

Depends on: syntax, cursor, expressions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql import syntax

from .expressions import read_expression

if TYPE_CHECKING:
    from typing import TypeAlias

    from .cursor import Cursor

    ConstraintDef: TypeAlias = (
        syntax.KeyDef | syntax.ForeignKeyDef | syntax.CheckDef | syntax.OtherConstraint
    )

_TABLE_CONSTRAINTS: Final = frozenset({"CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN"})
_ACTIONS: Final = ("CASCADE", "RESTRICT")


def read_bracketed(cursor: Cursor) -> str:
    """Consume ``(expression)`` and return what is inside, as written."""
    cursor.expect("(")
    start = cursor.position
    read_expression(cursor)
    text = cursor.tokens.slice(start, cursor.position)
    cursor.expect(")")
    return text


def _read_check(cursor: Cursor, name: str | None, start: int) -> syntax.CheckDef:
    text = read_bracketed(cursor)
    tail_start = cursor.position
    skip_conflict(cursor)
    tail = cursor.tokens.slice(tail_start, cursor.position)
    return syntax.CheckDef(text, name, tail, span=cursor.since(start))


def read_column_constraint(
    cursor: Cursor, column: str, name: str | None, start: int
) -> tuple[ConstraintDef, bool]:
    """Read a key, check or reference of one column; the flag is AUTOINCREMENT."""
    if cursor.accept_words("CHECK"):
        return _read_check(cursor, name, start), False
    if cursor.at_words("REFERENCES"):
        return _read_references(cursor, (column,), name, start), False
    primary = cursor.accept_words("PRIMARY", "KEY")
    if not primary:
        cursor.expect_words("UNIQUE")
    tail_start = cursor.position
    if primary:
        cursor.accept_any("ASC", "DESC")
    skip_conflict(cursor)
    tail = cursor.tokens.slice(tail_start, cursor.position)
    autoincrement = primary and cursor.accept_words("AUTOINCREMENT")
    key = syntax.KeyDef((column,), primary, tail, name, span=cursor.since(start))
    return key, autoincrement


def _read_references(
    cursor: Cursor, columns: tuple[str, ...], name: str | None, start: int
) -> syntax.ForeignKeyDef:
    cursor.expect_words("REFERENCES")
    table_start = cursor.position
    table = syntax.Name((cursor.name(),), span=cursor.since(table_start))
    foreign = cursor.names() if cursor.text() == "(" else ()
    tail_start = cursor.position
    while True:
        if cursor.accept_words("ON"):
            if cursor.accept_any("DELETE", "UPDATE", "INSERT") is None:
                raise cursor.unexpected()
            _read_action(cursor)
        elif cursor.accept_words("MATCH"):
            cursor.name()
        elif cursor.at_words("NOT", "DEFERRABLE") or cursor.at_words("DEFERRABLE"):
            cursor.accept_words("NOT")
            cursor.accept_words("DEFERRABLE")
            if cursor.accept_words("INITIALLY") and not cursor.accept_any("DEFERRED", "IMMEDIATE"):
                raise cursor.unexpected()
        else:
            break
    tail = cursor.tokens.slice(tail_start, cursor.position)
    return syntax.ForeignKeyDef(columns, table, foreign, tail, name, span=cursor.since(start))


def _read_action(cursor: Cursor) -> None:
    found = (
        cursor.accept_any(*_ACTIONS)
        or cursor.accept_words("SET", "NULL")
        or cursor.accept_words("SET", "DEFAULT")
        or cursor.accept_words("NO", "ACTION")
    )
    if not found:
        raise cursor.unexpected()


def skip_conflict(cursor: Cursor) -> str:
    """Consume ON CONFLICT and its action, if they come next, and return them."""
    start = cursor.position
    if cursor.accept_words("ON", "CONFLICT") and not cursor.accept_any(
        "ROLLBACK", "ABORT", "FAIL", "IGNORE", "REPLACE"
    ):
        raise cursor.unexpected()
    return cursor.tokens.slice(start, cursor.position)


def at_table_constraint(cursor: Cursor) -> bool:
    """Tell whether a table constraint comes next rather than a column."""
    return cursor.word() in _TABLE_CONSTRAINTS


def read_table_constraint(cursor: Cursor) -> tuple[ConstraintDef, bool]:
    """Read a table constraint; the flag is AUTOINCREMENT, which a key may carry."""
    start = cursor.position
    name = cursor.name() if cursor.accept_words("CONSTRAINT") else None
    if cursor.accept_words("CHECK"):
        return _read_check(cursor, name, start), False
    if cursor.accept_words("FOREIGN", "KEY"):
        return _read_references(cursor, cursor.names(), name, start), False
    primary = cursor.accept_words("PRIMARY", "KEY")
    if not primary and not cursor.accept_words("UNIQUE"):
        raise cursor.unexpected()
    cursor.expect("(")
    parts = [_read_key_column(cursor)]
    while cursor.accept(","):
        parts.append(_read_key_column(cursor))
    autoincrement = cursor.accept_words("AUTOINCREMENT")
    cursor.expect(")")
    tail_start = cursor.position
    skip_conflict(cursor)
    tail = cursor.tokens.slice(tail_start, cursor.position)
    columns = tuple(column for column, _ in parts)
    sorted_ = [how for _, how in parts]
    form = ",".join(sorted_) if any(sorted_) else ""
    return syntax.KeyDef(
        columns, primary, tail, name, form, span=cursor.since(start)
    ), autoincrement


def _read_key_column(cursor: Cursor) -> tuple[str, str]:
    """Read a column of a key, and how the key sorts it."""
    name = cursor.name()
    start = cursor.position
    if cursor.accept_words("COLLATE"):
        cursor.name()
    how = cursor.tokens.slice(start, cursor.position).upper()
    if cursor.accept_any("ASC", "DESC") == "DESC":
        how = f"{how} DESC".lstrip()
    return name, how
