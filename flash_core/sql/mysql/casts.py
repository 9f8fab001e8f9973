"""CAST, CONVERT and BINARY, and the types that they name.

Depends on: engine, syntax, cursor, expressions, json_tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.lexer import TokenKind

from .expressions import read_charset, read_expression, read_expressions

if TYPE_CHECKING:
    from flash_core.sql.excerpt import NotReadable
    from flash_core.sql.syntax import Expression

    from .cursor import Cursor

# How many numbers may stand in parentheses behind each type.
_MODIFIERS: Final = {
    "BINARY": 1,
    "CHAR": 1,
    "CHARACTER": 1,
    "DATE": 0,
    "DATETIME": 1,
    "DEC": 2,
    "DECIMAL": 2,
    "DOUBLE": 2,
    "FLOAT": 2,
    "INT": 0,
    "INTEGER": 0,
    "NCHAR": 1,
    "SIGNED": 0,
    "TIME": 1,
    "UNSIGNED": 0,
    "VARCHAR": 1,
}
_INSTEAD: Final = {
    "BIT": "write UNSIGNED",
    "BLOB": "write BINARY",
    "BOOL": "write a comparison: x <> 0",
    "BOOLEAN": "write a comparison: x <> 0",
    "FIXED": "write DECIMAL",
    "NUMBER": "write DECIMAL",
    "RAW": "write BINARY",
    "SERIAL": "write UNSIGNED",
    "TIMESTAMP": "write DATETIME",
}
_WORDS_OF_INTEGERS: Final = ("INT", "INTEGER")
# The grammar has these types, but not in a CAST; of any other name it is said that there is none.
# fmt: off - a word list, not one word a line
_NO_CASTS: Final = frozenset(
    {
        "BIT",
        "BLOB",
        "BOOL",
        "BOOLEAN",
        "CLOB",
        "ENUM",
        "FIXED",
        "NATIONAL",
        "NUMBER",
        "NVARCHAR",
        "RAW",
        "ROW",
        "SERIAL",
        "TEXT",
        "TIMESTAMP",
        "VARCHAR2",
    }
)
# fmt: on
_MARIADB: Final = frozenset({"INET4", "INET6", "UUID", "VARCHAR", "INT", "INTEGER"})
_MYSQL: Final = frozenset({"JSON", "REAL", "YEAR"})


def read_cast(cursor: Cursor, start: int) -> Expression:
    """Read the rest of ``CAST(x AS type)``."""
    cursor.expect("(")
    operand = read_expression(cursor)
    if cursor.accept_words("AT", "TIME", "ZONE"):
        cursor.accept_word("INTERVAL")
        read_expression(cursor)
    cursor.expect_words("AS")
    type_ = read_cast_type(cursor)
    cursor.expect(")")
    return syntax.Cast(operand, type_, span=cursor.since(start))


def read_convert(cursor: Cursor, start: int) -> Expression:
    """Read the rest of ``CONVERT(x, type)`` or ``CONVERT(x USING charset)``."""
    cursor.expect("(")
    operand = read_expression(cursor)
    if cursor.accept_word("USING"):
        charset = read_charset(cursor).lower()
        cursor.expect(")")
        return syntax.Convert(operand, charset, span=cursor.since(start))
    cursor.expect(",")
    type_ = read_cast_type(cursor)
    cursor.expect(")")
    return syntax.Cast(operand, type_, span=cursor.since(start))


def read_char(cursor: Cursor, start: int) -> Expression:
    """Read the rest of ``CHAR(65, … USING charset)``."""
    name = syntax.Name(("char",), span=cursor.since(start))
    cursor.expect("(")
    arguments = read_expressions(cursor)
    call = syntax.FunctionCall(name, arguments, span=name.span)
    charset = read_charset(cursor).lower() if cursor.accept_word("USING") else ""
    cursor.expect(")")
    return syntax.Convert(call, charset, span=name.span) if charset else call


def read_cast_type(cursor: Cursor) -> syntax.TypeName:
    """Read the type of a CAST: its words in lower case, its numbers as modifiers."""
    start = cursor.position
    word = cursor.word()
    if word not in _MODIFIERS:
        return _read_named_type(cursor)
    cursor.position += 1
    if word in _MARIADB:
        hint = "write CHAR" if word == "VARCHAR" else "write SIGNED"
        cursor.require(Engine.MARIADB, f"CAST to {word}", start, hint)
    if word in {"SIGNED", "UNSIGNED"}:
        cursor.accept_any(*_WORDS_OF_INTEGERS)
    if word == "DOUBLE":
        cursor.accept_word("PRECISION")
    if word == "VARCHAR" and cursor.text() != "(":
        problem = cursor.unexpected()
        problem.hint = "write VARCHAR(n), or CHAR"
        raise problem
    most = 0 if word == "FLOAT" and cursor.engine is Engine.MARIADB else _MODIFIERS[word]
    modifiers = _read_modifiers(cursor, most)
    name = word.lower()
    if word in {"CHAR", "CHARACTER", "VARCHAR"} and _read_char_charset(cursor) == "binary":
        name = "binary"
    if cursor.engine is Engine.MYSQL:
        cursor.accept_word("ARRAY")  # of an index over the elements of a document
    return syntax.TypeName((name,), modifiers, span=cursor.since(start))


def read_json_value(cursor: Cursor, name: syntax.Name) -> Expression:
    """Read the arguments of MySQL's JSON_VALUE; with RETURNING it is a cast of the text."""
    from .json_tables import read_behaviors  # noqa: PLC0415 - used here alone

    document = read_expression(cursor)
    cursor.expect(",")
    path = read_expression(cursor)
    type_ = read_cast_type(cursor) if cursor.accept_word("RETURNING") else None
    read_behaviors(cursor)
    cursor.expect(")")
    call = syntax.FunctionCall(name, (document, path), span=name.span)
    return call if type_ is None else syntax.Cast(call, type_, span=name.span)


def _read_named_type(cursor: Cursor) -> syntax.TypeName:
    """Read a type that is known by its name alone."""
    start = cursor.position
    word = cursor.word()
    name = cursor.text() if word else cursor.bare_text()
    if word == "INTERVAL":
        cursor.position += 1
        cursor.expect_any("DAY_SECOND", "YEAR_MONTH")
    elif word == "REAL":
        cursor.position += 1
    elif word in _NO_CASTS:
        raise _no_cast(cursor)
    else:
        cursor.name()
    for engine, words in ((Engine.MARIADB, _MARIADB), (Engine.MYSQL, _MYSQL)):
        if word in words:
            cursor.require(engine, f"CAST to {word}", start)
    modifiers = _read_modifiers(cursor, 2)
    known = word in _MARIADB or word in _MYSQL
    return syntax.TypeName((word.lower() if known else name,), modifiers, span=cursor.since(start))


def _no_cast(cursor: Cursor) -> NotReadable:
    problem = cursor.unexpected()
    problem.hint = _INSTEAD.get(cursor.word(), "write CHAR")
    return problem


def _read_modifiers(cursor: Cursor, most: int) -> tuple[str, ...]:
    if most == 0 or not cursor.accept("("):
        return ()
    numbers = [_read_integer(cursor)]
    if most > 1 and cursor.accept(","):
        numbers.append(_read_integer(cursor))
    cursor.expect(")")
    return tuple(numbers)


def _read_integer(cursor: Cursor) -> str:
    if cursor.kind() is not TokenKind.NUMBER or not cursor.text().isdecimal():
        raise cursor.unexpected()
    cursor.position += 1
    return cursor.text(-1)


def _read_char_charset(cursor: Cursor) -> str:
    """Read ``CHARACTER SET name`` and its shorter forms; return the name in lower case."""
    charset = ""
    binary = cursor.accept_word("BINARY")
    spelled = (("CHARSET",), ("CHARACTER", "SET"), ("CHAR", "SET"))
    if any(cursor.accept_words(*words) for words in spelled):
        charset = read_charset(cursor).lower()
    else:
        cursor.accept_any("ASCII", "UNICODE", "BYTE")
        charset = "binary" if cursor.text(-1).upper() == "BYTE" else ""
    if not binary:
        cursor.accept_word("BINARY")
    return charset
