"""What stands behind a query of MySQL: LIMIT and its kin, FOR UPDATE, INTO.

Depends on: engine, excerpt, syntax, cursor, expressions, literals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.excerpt import NotReadable
from flash_core.sql.lexer import TokenKind

from .expressions import read_charset, read_expression
from .literals import at_variable, read_number, read_parameter, read_text, read_variable

if TYPE_CHECKING:
    from flash_core.sql.syntax import Expression

    from .cursor import Cursor


def read_limit(cursor: Cursor) -> tuple[Expression | None, Expression | None, bool]:
    """Read LIMIT, or MariaDB's OFFSET … FETCH: the count, the offset, and WITH TIES."""
    if cursor.accept_word("LIMIT"):
        limit, offset = _read_limit_numbers(cursor)
        return limit, offset, False
    start = cursor.position
    offset = None
    if cursor.accept_word("OFFSET"):
        offset = _read_count(cursor)
        cursor.expect_any("ROW", "ROWS")
        cursor.require(Engine.MARIADB, "OFFSET … ROWS", start, "write LIMIT count OFFSET n")
    if cursor.word() != "FETCH":
        return None, offset, False
    cursor.position += 1
    cursor.require(Engine.MARIADB, "FETCH", start, "write LIMIT count")
    cursor.expect_any("FIRST", "NEXT")
    limit = None if cursor.word() in {"ROW", "ROWS"} else _read_count(cursor)
    one = syntax.Literal(syntax.LiteralKind.INTEGER, "1", span=cursor.since(start))
    cursor.expect_any("ROW", "ROWS")
    with_ties = cursor.accept_words("WITH", "TIES")
    if not with_ties:
        cursor.expect_words("ONLY")
    return limit or one, offset, with_ties


def _read_limit_numbers(cursor: Cursor) -> tuple[Expression | None, Expression | None]:
    if _read_examined(cursor):
        return None, None
    first = _read_count(cursor)
    if cursor.accept_word("OFFSET"):
        limit, offset = first, _read_count(cursor)
    elif cursor.accept(","):  # LIMIT offset, count
        limit, offset = _read_count(cursor), first
    else:
        limit, offset = first, None
    _read_examined(cursor)
    return limit, offset


def _read_examined(cursor: Cursor) -> bool:
    """Consume MariaDB's ``ROWS EXAMINED n``, which stops a query and counts no rows of it."""
    start = cursor.position
    if not cursor.accept_word("ROWS"):
        return False
    cursor.expect_words("EXAMINED")
    cursor.require(Engine.MARIADB, "ROWS EXAMINED", start)
    skip_count(cursor)
    return True


def skip_count(cursor: Cursor) -> None:
    """Consume a number that the tree does not keep, so that a parameter would get no type."""
    token = cursor.token
    if token is not None and token.text == "?":
        message = "a parameter is not supported here"
        raise NotReadable(message, token.start, token.end, hint="write the number")
    _read_count(cursor)


def read_plain_limit(cursor: Cursor) -> Expression | None:
    """Read the LIMIT of UPDATE and DELETE, which has no offset."""
    if not cursor.accept_word("LIMIT"):
        return None
    return None if _read_examined(cursor) else _read_count(cursor)


def _read_count(cursor: Cursor) -> Expression:
    """Read a number of rows: a constant, a parameter, or a variable of a stored program."""
    kind = cursor.kind()
    if kind is TokenKind.NUMBER and (cursor.text().isdecimal() or cursor.text()[:2] == "0x"):
        return read_number(cursor)
    if kind is TokenKind.PARAMETER and not at_variable(cursor):
        return read_parameter(cursor)
    if cursor.at_name() and cursor.in_program:
        return read_expression(cursor)
    raise cursor.unexpected()


def read_locks(cursor: Cursor) -> tuple[syntax.Lock, ...]:
    """Read FOR UPDATE, FOR SHARE or LOCK IN SHARE MODE; MySQL takes several."""
    locks: list[syntax.Lock] = []
    while cursor.word() in {"FOR", "LOCK"}:
        start = cursor.position
        cursor.position += 1
        if cursor.word(-1) == "LOCK":
            cursor.expect_words("IN", "SHARE", "MODE")
            strength = "LOCK IN SHARE MODE"
        else:
            strength = f"FOR {cursor.expect_any('UPDATE', 'SHARE')}"
            if strength == "FOR SHARE":
                cursor.require(Engine.MYSQL, "FOR SHARE", start, "write LOCK IN SHARE MODE")
        tables = _read_locked_tables(cursor)
        _read_wait(cursor)
        locks.append(syntax.Lock(strength, tables, span=cursor.since(start)))
        if cursor.engine is Engine.MARIADB:
            break
    return tuple(locks)


def _read_locked_tables(cursor: Cursor) -> tuple[syntax.Name, ...]:
    start = cursor.position
    if not cursor.accept_word("OF"):
        return ()
    names = [cursor.qualified_name()]
    while cursor.accept(","):
        names.append(cursor.qualified_name())
    cursor.require(Engine.MYSQL, "OF in FOR UPDATE", start, "leave it out")
    return tuple(names)


def _read_wait(cursor: Cursor) -> None:
    start = cursor.position
    if cursor.accept_any("NOWAIT"):
        return
    if cursor.accept_word("WAIT"):
        _read_count(cursor)
        cursor.require(Engine.MARIADB, "WAIT", start, "write NOWAIT")
    elif cursor.accept_word("SKIP"):
        cursor.expect_words("LOCKED")


def read_into(cursor: Cursor) -> None:
    """Consume INTO, where the statement may have it: then its rows go there."""
    if not cursor.takes_into or not cursor.accept_word("INTO"):
        return
    cursor.takes_into = False
    cursor.into = ()
    if cursor.accept_word("OUTFILE"):
        read_file_name(cursor)
        if cursor.accept_words("CHARACTER", "SET") or cursor.accept_word("CHARSET"):
            read_charset(cursor)
        skip_file_format(cursor)
    elif cursor.accept_word("DUMPFILE"):
        read_file_name(cursor)
    else:
        into = [_read_destination(cursor)]
        while cursor.accept(","):
            into.append(_read_destination(cursor))
        cursor.into = tuple(into)


def _read_destination(cursor: Cursor) -> syntax.Node:
    """Read a variable that gets a value: the session's, or one of a stored program."""
    if at_variable(cursor):
        return read_variable(cursor)
    start = cursor.position
    name = cursor.name()
    if not cursor.in_program:
        message, hint = f"Undeclared variable: {name}", f"write @{name}"
        token = cursor.tokens.items[start]
        raise NotReadable(message, token.start, token.end, hint=hint, sqlstate="42000")
    return syntax.Name((name,), span=cursor.since(start))


def read_file_name(cursor: Cursor) -> None:
    """Consume the name of a file."""
    read_text(cursor)


def skip_file_format(cursor: Cursor) -> None:
    """Consume FIELDS … and LINES … of INTO OUTFILE and LOAD DATA."""
    if cursor.accept_any("FIELDS", "COLUMNS"):
        while word := cursor.accept_any("TERMINATED", "OPTIONALLY", "ENCLOSED", "ESCAPED"):
            if word == "OPTIONALLY":
                cursor.expect_words("ENCLOSED")
            cursor.expect_words("BY")
            _read_separator(cursor)
    if cursor.accept_word("LINES"):
        while cursor.accept_any("TERMINATED", "STARTING"):
            cursor.expect_words("BY")
            _read_separator(cursor)


def _read_separator(cursor: Cursor) -> None:
    if cursor.kind() not in {TokenKind.STRING, TokenKind.NUMBER}:
        raise cursor.unexpected()
    cursor.position += 1
