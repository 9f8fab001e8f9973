"""What maintains tables and loads files: ANALYZE TABLE, LOCK TABLES, LOAD DATA, HANDLER ….

Depends on: syntax, cursor, changes, expressions, limits, literals, settings, showing, shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.sql import syntax

from .changes import read_assignments
from .expressions import read_charset, read_expression, read_expressions
from .limits import read_file_name, read_limit, skip_file_format
from .literals import at_variable, read_number, read_variable
from .settings import computing
from .showing import skip_rest
from .shows import columns_of

if TYPE_CHECKING:
    from flash_core.sql.syntax import Statement

    from .cursor import Cursor

_STEPS: Final = ("FIRST", "NEXT", "PREV", "LAST")
_COMPARISONS: Final = ("=", "<=", ">=", "<", ">")


def read_skipped(cursor: Cursor) -> Statement:
    """Read what Flash has no need to understand, by its first word: FLUSH, PURGE, XA …."""
    word = cursor.word()
    skip_rest(cursor)
    return syntax.Utility(word, span=cursor.excerpt.whole())


def read_maintenance(cursor: Cursor) -> Statement:
    """Read ANALYZE, CHECK, CHECKSUM, OPTIMIZE or REPAIR of tables."""
    word = cursor.word()
    cursor.position += 1
    if word in {"ANALYZE", "OPTIMIZE", "REPAIR"}:
        cursor.accept_any("NO_WRITE_TO_BINLOG", "LOCAL")
    if word == "CHECK" and cursor.accept_word("VIEW"):
        cursor.qualified_name()
    else:
        cursor.expect_any("TABLE", "TABLES")
        cursor.qualified_name()
        while cursor.accept(","):
            cursor.qualified_name()
    if cursor.word():
        skip_rest(cursor)
    span = cursor.excerpt.whole()
    return syntax.Utility(word, columns=columns_of(word, cursor.engine, span), span=span)


def read_truncate(cursor: Cursor) -> Statement:
    """Read TRUNCATE."""
    cursor.position += 1
    cursor.accept_word("TABLE")
    table = cursor.qualified_name()
    if cursor.accept_word("WAIT"):
        read_number(cursor)
    else:
        cursor.accept_word("NOWAIT")
    return syntax.Utility("TRUNCATE", tables=(table,), span=cursor.excerpt.whole())


def read_lock(cursor: Cursor) -> Statement:
    """Read LOCK TABLES or UNLOCK TABLES."""
    word = cursor.word()
    cursor.position += 1
    cursor.expect_any("TABLE", "TABLES")
    tables: list[syntax.Name] = []
    while word == "LOCK" and (not tables or cursor.accept(",")):
        tables.append(_read_locked(cursor))
    return syntax.Utility(f"{word} TABLES", tables=tuple(tables), span=cursor.excerpt.whole())


def _read_locked(cursor: Cursor) -> syntax.Name:
    table = cursor.qualified_name()
    if cursor.accept_word("AS") or cursor.at_name():
        cursor.name()
    word = cursor.expect_any("READ", "WRITE", "LOW_PRIORITY")
    if word == "READ":
        cursor.accept_word("LOCAL")
    elif word == "WRITE":
        cursor.accept_word("CONCURRENT")
    else:
        cursor.expect_words("WRITE")
    return table


def read_kill(cursor: Cursor) -> Statement:
    """Read KILL."""
    cursor.position += 1
    cursor.accept_any("HARD", "SOFT")
    cursor.accept_any("CONNECTION", "QUERY")
    if cursor.accept_word("ID") or cursor.accept_word("USER"):
        skip_rest(cursor)
        return syntax.Utility("KILL", span=cursor.excerpt.whole())
    return computing(cursor, "KILL", [read_expression(cursor)])


# -- LOAD DATA ----------------------------------------------------------------


def read_load(cursor: Cursor) -> Statement:
    """Read LOAD DATA or LOAD XML; what SET computes is all that the tree keeps."""
    cursor.position += 1
    if cursor.word() == "INDEX":
        skip_rest(cursor)
        return syntax.Utility("LOAD INDEX", span=cursor.excerpt.whole())
    keyword = f"LOAD {cursor.expect_any('DATA', 'XML')}"
    cursor.accept_any("LOW_PRIORITY", "CONCURRENT")
    cursor.accept_word("LOCAL")
    cursor.expect_words("INFILE")
    read_file_name(cursor)
    cursor.accept_any("REPLACE", "IGNORE")
    cursor.expect_words("INTO", "TABLE")
    table = cursor.qualified_name()
    if cursor.accept_word("PARTITION"):
        cursor.names()
    if cursor.accept_words("CHARACTER", "SET") or cursor.accept_word("CHARSET"):
        read_charset(cursor)
    skip_file_format(cursor)
    if cursor.accept_words("ROWS", "IDENTIFIED", "BY"):
        read_file_name(cursor)
    if cursor.accept_word("IGNORE"):
        read_number(cursor)
        cursor.expect_any("LINES", "ROWS")
    if cursor.accept("(") and not cursor.accept(")"):
        _read_field(cursor)
        while cursor.accept(","):
            _read_field(cursor)
        cursor.expect(")")
    if cursor.accept_word("SET"):
        read_assignments(cursor)
    return syntax.Utility(keyword, tables=(table,), span=cursor.excerpt.whole())


def _read_field(cursor: Cursor) -> None:
    """Read where a field of the file goes: a column or a variable."""
    if at_variable(cursor):
        read_variable(cursor)
    else:
        cursor.qualified_name()


# -- HANDLER and prepared statements -------------------------------------------


def read_handler(cursor: Cursor) -> Statement:
    """Read HANDLER … OPEN, READ or CLOSE."""
    cursor.position += 1
    cursor.qualified_name()
    word = cursor.expect_any("OPEN", "READ", "CLOSE")
    if word == "OPEN" and (cursor.accept_word("AS") or cursor.at_name()):
        cursor.name()
    elif word == "READ":
        _read_handler_place(cursor)
        if cursor.accept_word("WHERE"):
            read_expression(cursor)
        read_limit(cursor)
    return syntax.Utility(f"HANDLER {word}", span=cursor.excerpt.whole())


def _read_handler_place(cursor: Cursor) -> None:
    if cursor.accept_any("FIRST", "NEXT"):
        return
    cursor.name()
    if cursor.accept_any(*_STEPS):
        return
    if not any(cursor.accept(sign) for sign in _COMPARISONS):
        raise cursor.unexpected()
    cursor.expect("(")
    read_expressions(cursor)
    cursor.expect(")")


def read_prepared(cursor: Cursor) -> Statement:
    """Read PREPARE, EXECUTE or DEALLOCATE PREPARE."""
    word = cursor.word()
    cursor.position += 1
    if word == "DEALLOCATE" or (word == "DROP" and cursor.word() == "PREPARE"):
        cursor.expect_words("PREPARE")
    if word == "EXECUTE" and cursor.accept_word("IMMEDIATE"):
        read_expression(cursor)
    else:
        cursor.name()
        if word == "PREPARE":
            cursor.expect_words("FROM")
            read_expression(cursor)
    if word == "EXECUTE" and cursor.accept_word("USING"):
        read_expressions(cursor)
    return syntax.Utility(word, span=cursor.excerpt.whole())
