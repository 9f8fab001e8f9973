"""SET, DO, CALL, and the beginning and end of transactions.

Depends on: engine, syntax, cursor, expressions, literals, showing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.syntax import LiteralKind

from .charsets import check_pair
from .expressions import read_charset, read_collation, read_expression, read_expressions
from .literals import at_variable, read_system_variable, read_variable
from .showing import skip_rest

if TYPE_CHECKING:
    from flash_core.sql.syntax import Expression, Statement

    from .cursor import Cursor

_SCOPES: Final = ("GLOBAL", "SESSION", "LOCAL", "PERSIST", "PERSIST_ONLY")
# These words are values of system variables, and no expressions.
_VALUE_WORDS: Final = ("DEFAULT", "ON", "ALL", "BINARY", "ROW", "SYSTEM")
_LEVELS: Final = (
    ("READ", "UNCOMMITTED"),
    ("READ", "COMMITTED"),
    ("REPEATABLE", "READ"),
    ("SERIALIZABLE",),
)


def computing(cursor: Cursor, keyword: str, values: list[Expression]) -> syntax.Utility:
    """Return a statement that computes values and returns no rows: DO, SET."""
    targets = tuple(syntax.Target(value, span=value.span) for value in values)
    query = syntax.Select(targets, span=cursor.excerpt.whole()) if targets else None
    return syntax.Utility(keyword, query=query, span=cursor.excerpt.whole())


def read_do(cursor: Cursor) -> Statement:
    """Read ``DO expression, …``."""
    cursor.position += 1
    return computing(cursor, "DO", list(read_expressions(cursor)))


def read_call_statement(cursor: Cursor) -> Statement:
    """Read ``CALL procedure(…)``, whose parentheses may be missing."""
    cursor.position += 1
    name = cursor.qualified_name()
    arguments: tuple[Expression, ...] = ()
    if cursor.accept("(") and not cursor.accept(")"):
        arguments = read_expressions(cursor)
        cursor.expect(")")
    call = syntax.FunctionCall(name, arguments, span=name.span)
    return syntax.Call(call, span=cursor.excerpt.whole())


# -- SET ----------------------------------------------------------------------


def read_set(cursor: Cursor) -> Statement:
    """Read SET of variables, names, passwords, roles or a transaction's kind."""
    cursor.position += 1
    if cursor.word() in {"PASSWORD", "ROLE"} or cursor.at_words("DEFAULT", "ROLE"):
        skip_rest(cursor)
        return syntax.Utility("SET", span=cursor.excerpt.whole())
    start = cursor.position
    if cursor.accept_word("STATEMENT"):
        return _read_set_statement(cursor, start)
    scoped = cursor.word(1) == "TRANSACTION" and cursor.accept_any("GLOBAL", "SESSION", "LOCAL")
    if cursor.accept_word("TRANSACTION") or scoped:
        _read_characteristics(cursor)
        return syntax.Utility("SET TRANSACTION", span=cursor.excerpt.whole())
    values: list[Expression] = []
    _read_setting(cursor, values)
    while cursor.accept(","):
        _read_setting(cursor, values)
    return computing(cursor, "SET", values)


def _read_set_statement(cursor: Cursor, start: int) -> Statement:
    """Read MariaDB's ``SET STATEMENT variable = value FOR statement``."""
    cursor.require(Engine.MARIADB, "SET STATEMENT", start)
    values: list[Expression] = []
    _read_setting(cursor, values)
    while cursor.accept(","):
        _read_setting(cursor, values)
    cursor.expect_words("FOR")
    from .statement import read_inner  # noqa: PLC0415 - which reads SET

    return read_inner(cursor)


def _read_setting(cursor: Cursor, values: list[Expression]) -> None:
    """Read one assignment, and collect its value."""
    if at_variable(cursor):
        variable = read_variable(cursor)
        _expect_equals(cursor)
        value = read_expression(cursor)
        values.append(syntax.AssignVariable(variable.name, value, span=variable.span))
        return
    if cursor.word() == "NAMES" and cursor.text(1) not in {"=", ":="}:
        cursor.position += 1
        charset = read_charset(cursor)
        if cursor.accept_word("COLLATE"):
            check_pair(cursor, charset, read_collation(cursor))
        return
    if cursor.accept_any("CHARACTER", "CHAR"):
        cursor.expect_words("SET")
        read_charset(cursor)
        return
    if cursor.word() == "CHARSET" and cursor.text(1) not in {"=", ":="}:
        cursor.position += 1
        read_charset(cursor)
        return
    names = _read_name_of_setting(cursor)
    _expect_equals(cursor)
    _read_value_of_setting(cursor, values)
    if names and values and isinstance(values[-1], syntax.Parameter):
        # it is of the variable's type, as in a comparison
        names = [syntax.Operator("=", names[0], values.pop(), span=names[0].span)]
    values += names


def _read_name_of_setting(cursor: Cursor) -> list[Expression]:
    """Read the name of a system variable, or of a stored program's own, which is none."""
    if cursor.word()[:2] == "@@":
        return [read_system_variable(cursor)]
    if cursor.word(1) and cursor.word() in _SCOPES:
        cursor.position += 1
    start = cursor.position
    name = cursor.name()
    while cursor.accept("."):
        name += f".{cursor.name_after_dot()}"
    if cursor.in_program:
        return []
    return [syntax.SystemVariable(name, span=cursor.since(start))]


def _expect_equals(cursor: Cursor) -> None:
    if not (cursor.accept("=") or cursor.accept(":=")):
        raise cursor.unexpected()


def _read_value_of_setting(cursor: Cursor, values: list[Expression]) -> None:
    following = cursor.text(1)
    if following in {"", ",", ";"} and cursor.accept_any(*_VALUE_WORDS):
        return
    value = read_expression(cursor)
    if isinstance(value, syntax.ColumnRef):  # SET sql_mode = ansi: a word, and no column
        value = syntax.Literal(LiteralKind.STRING, value.parts[-1], span=value.span)
    values.append(value)


def _read_characteristics(cursor: Cursor) -> None:
    """Read the isolation level and READ WRITE or READ ONLY, in either order."""
    while True:
        if cursor.accept_word("ISOLATION"):
            cursor.expect_words("LEVEL")
            if not any(cursor.accept_words(*level) for level in _LEVELS):
                raise cursor.unexpected()
        else:
            cursor.expect_words("READ")
            cursor.expect_any("WRITE", "ONLY")
        if not cursor.accept(","):
            return


# -- transactions -------------------------------------------------------------


def read_start(cursor: Cursor) -> Statement:
    """Read ``START TRANSACTION``; what else starts is for who maintains a server."""
    cursor.position += 1
    if cursor.word() in {"SLAVE", "REPLICA", "ALL", "GROUP_REPLICATION"}:
        skip_rest(cursor)
        return syntax.Utility("START", span=cursor.excerpt.whole())
    cursor.expect_words("TRANSACTION")
    if cursor.word():
        _read_start_option(cursor)
        while cursor.accept(","):
            _read_start_option(cursor)
    return syntax.Utility("START TRANSACTION", span=cursor.excerpt.whole())


def _read_start_option(cursor: Cursor) -> None:
    if cursor.accept_word("WITH"):
        cursor.expect_words("CONSISTENT", "SNAPSHOT")
    else:
        cursor.expect_words("READ")
        cursor.expect_any("WRITE", "ONLY")


def read_transaction(cursor: Cursor) -> Statement:
    """Read BEGIN, COMMIT, ROLLBACK, SAVEPOINT or RELEASE SAVEPOINT."""
    word = cursor.word()
    cursor.position += 1
    match word:
        case "SAVEPOINT":
            cursor.name()
        case "RELEASE":
            cursor.expect_words("SAVEPOINT")
            cursor.name()
        case _:
            cursor.accept_word("WORK")
            if word == "ROLLBACK" and cursor.accept_word("TO"):
                if cursor.at_name(1):
                    cursor.accept_word("SAVEPOINT")
                cursor.name()
            elif word != "BEGIN":
                _read_completion(cursor)
    return syntax.Utility(word, span=cursor.excerpt.whole())


def _read_completion(cursor: Cursor) -> None:
    if cursor.accept_word("AND"):
        cursor.accept_word("NO")
        cursor.expect_words("CHAIN")
    if cursor.word() == "NO" or cursor.word() == "RELEASE":
        cursor.accept_word("NO")
        cursor.expect_words("RELEASE")
