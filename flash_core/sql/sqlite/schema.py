"""SQLite's CREATE, ALTER TABLE and DROP.

Depends on: syntax, cursor, columns, queries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.sql import syntax
from flash_core.sql.lexer import TokenKind
from flash_core.sql.syntax import ObjectKind

from .columns import read_column
from .constraints import at_table_constraint, read_table_constraint
from .expressions import read_expression
from .queries import read_query
from .triggers import read_trigger

if TYPE_CHECKING:
    from flash_core.sql.excerpt import NotReadable
    from flash_core.sql.syntax import Statement

    from .constraints import ConstraintDef
    from .cursor import Cursor

_KINDS: Final = {
    "TABLE": ObjectKind.TABLE,
    "VIEW": ObjectKind.VIEW,
    "INDEX": ObjectKind.INDEX,
    "TRIGGER": ObjectKind.OTHER,
}


def read_create(cursor: Cursor) -> Statement:
    """Read CREATE TABLE, INDEX or VIEW; other objects are kept as text."""
    cursor.expect_words("CREATE")
    temporary = cursor.accept_any("TEMP", "TEMPORARY") is not None
    unique = cursor.accept_words("UNIQUE")
    kind = cursor.word()
    if (unique and kind != "INDEX") or (temporary and kind in {"INDEX", "VIRTUAL"}):
        raise cursor.unexpected()
    cursor.position += 1
    match kind:
        case "TABLE":
            return _read_table(cursor, temporary=temporary)
        case "INDEX":
            return _read_index(cursor, unique=unique)
        case "VIEW":
            return _read_view(cursor, temporary=temporary)
        case "VIRTUAL":
            return _read_virtual_table(cursor)
        case "TRIGGER":
            return read_trigger(cursor, temporary=temporary)
        case _:
            cursor.position -= 1
            raise cursor.unexpected()


def _read_virtual_table(cursor: Cursor) -> syntax.CreateVirtualTable:
    cursor.expect_words("TABLE")
    if_not_exists = _read_if_not_exists(cursor)
    name = cursor.qualified_name()
    cursor.expect_words("USING")
    module = cursor.name()
    arguments: list[str] = []
    if cursor.accept("("):
        while cursor.token is not None and cursor.text() != ")":
            end = cursor.tokens.element_end(cursor.position)
            arguments.append(cursor.tokens.slice(cursor.position, end))
            cursor.position = end
            cursor.accept(",")
        cursor.expect(")")
    return syntax.CreateVirtualTable(
        "CREATE VIRTUAL TABLE",
        cursor.excerpt.text,
        name,
        module.lower(),
        tuple(arguments),
        if_not_exists,
        span=cursor.excerpt.whole(),
    )


def _other(cursor: Cursor, keyword: str) -> syntax.OtherDdl:
    for token in cursor.tokens.items:
        if token.kind is TokenKind.ERROR:
            raise cursor.unrecognized(token)
    cursor.position = len(cursor.tokens)
    return syntax.OtherDdl(keyword, cursor.excerpt.text, span=cursor.excerpt.whole())


def _read_if_not_exists(cursor: Cursor) -> bool:
    return cursor.accept_words("IF", "NOT", "EXISTS")


def _read_table(cursor: Cursor, *, temporary: bool) -> Statement:
    if_not_exists = _read_if_not_exists(cursor)
    name = cursor.qualified_name()
    if cursor.at_words("AS"):
        return _read_table_as(cursor, name, temporary=temporary, if_not_exists=if_not_exists)
    cursor.expect("(")
    columns = [read_column(cursor)]
    constraints: list[ConstraintDef] = []
    while cursor.accept(","):
        if at_table_constraint(cursor):
            break
        columns.append(read_column(cursor))
    while at_table_constraint(cursor):
        constraint, autoincrement = read_table_constraint(cursor)
        if autoincrement and isinstance(constraint, syntax.KeyDef):
            columns = [_autoincrement(column, constraint) for column in columns]
        constraints.append(constraint)
        cursor.accept(",")  # SQLite lets the comma between table constraints be left out
    cursor.expect(")")
    tail_start = cursor.position
    strict = without_rowid = False
    while cursor.token is not None and cursor.text() != ";":
        strict |= cursor.at_words("STRICT")
        without_rowid |= cursor.at_words("WITHOUT", "ROWID")
        if not (cursor.accept_words("STRICT") or cursor.accept_words("WITHOUT", "ROWID")):
            raise _unknown_option(cursor)
        if not cursor.accept(","):
            break
    return syntax.CreateTable(
        name,
        tuple(columns),
        tuple(constraints),
        if_not_exists,
        strict,
        without_rowid,
        temporary,
        cursor.tokens.slice(tail_start, cursor.position),
        span=cursor.excerpt.whole(),
    )


def _read_table_as(
    cursor: Cursor, name: syntax.Name, *, temporary: bool, if_not_exists: bool
) -> Statement:
    cursor.expect_words("AS")
    return syntax.CreateView(
        name,
        read_query(cursor),
        (),
        cursor.excerpt.text,
        if_not_exists=if_not_exists,
        temporary=temporary,
        table=True,
        span=cursor.excerpt.whole(),
    )


def _unknown_option(cursor: Cursor) -> NotReadable:
    cursor.accept_words("WITHOUT")
    if not cursor.at_name():
        return cursor.unexpected()
    if cursor.text(1) not in {"", ",", ";"}:
        cursor.position += 1
        return cursor.unexpected()
    message = f"unknown table option: {cursor.text()}"
    return cursor.refused(message, "SQLite has STRICT and WITHOUT ROWID")


def _autoincrement(column: syntax.ColumnDef, key: syntax.KeyDef) -> syntax.ColumnDef:
    if column.name.lower() in {name.lower() for name in key.columns}:
        return replace(column, autoincrement=True)
    return column


def _read_index(cursor: Cursor, *, unique: bool) -> Statement:
    if_not_exists = _read_if_not_exists(cursor)
    name = cursor.qualified_name()
    cursor.expect_words("ON")
    table_start = cursor.position
    table = syntax.Name((cursor.name(),), span=cursor.since(table_start))
    text_start = cursor.position
    cursor.expect("(")
    columns = [_read_indexed(cursor)]
    while cursor.accept(","):
        columns.append(_read_indexed(cursor))
    cursor.expect(")")
    partial = cursor.accept_words("WHERE")
    if partial:
        read_expression(cursor)
    return syntax.CreateIndex(
        name.last,
        table,
        tuple(columns),
        unique,
        cursor.tokens.slice(text_start, cursor.position),
        partial,
        if_not_exists,
        span=cursor.excerpt.whole(),
    )


def _read_indexed(cursor: Cursor) -> str | None:
    key = read_expression(cursor)
    cursor.accept_any("ASC", "DESC")
    if cursor.accept_words("NULLS") and not cursor.accept_any("FIRST", "LAST"):
        raise cursor.unexpected()
    while isinstance(key, syntax.Collate):
        key = key.operand
    return key.parts[0] if isinstance(key, syntax.ColumnRef) else None


def _read_view(cursor: Cursor, *, temporary: bool) -> Statement:
    if_not_exists = _read_if_not_exists(cursor)
    name = cursor.qualified_name()
    columns = cursor.names() if cursor.text() == "(" else ()
    cursor.expect_words("AS")
    query = read_query(cursor)
    return syntax.CreateView(
        name,
        query,
        columns,
        cursor.excerpt.text,
        if_not_exists=if_not_exists,
        temporary=temporary,
        span=cursor.excerpt.whole(),
    )


def read_drop(cursor: Cursor) -> Statement:
    """Read DROP TABLE, VIEW, INDEX or TRIGGER."""
    cursor.expect_words("DROP")
    word = cursor.accept_any(*_KINDS)
    if word is None:
        raise cursor.unexpected()
    if_exists = cursor.accept_words("IF", "EXISTS")
    name = cursor.qualified_name()
    if word == "TRIGGER":
        return _other(cursor, "DROP TRIGGER")
    return syntax.Drop(_KINDS[word], (name,), if_exists, span=cursor.excerpt.whole())


def read_alter(cursor: Cursor) -> Statement:
    """Read ALTER TABLE."""
    cursor.expect_words("ALTER", "TABLE")
    name = cursor.qualified_name()
    action = _read_action(cursor)
    return syntax.AlterTable(name, (action,), span=cursor.excerpt.whole())


def _read_action(cursor: Cursor) -> syntax.AlterAction:
    word = cursor.accept_any("RENAME", "ADD", "DROP")
    start = cursor.position
    if word == "RENAME" and cursor.accept_words("TO"):
        return syntax.RenameTable(cursor.name(), span=cursor.since(start + 1))
    if cursor.accept_words("COLUMN"):
        start += 1
    match word:
        case "RENAME":
            column = cursor.name()
            span = cursor.since(start)
            cursor.expect_words("TO")
            return syntax.RenameColumn(column, cursor.name(), span=span)
        case "ADD":
            definition = read_column(cursor)
            return syntax.AddColumn(definition, span=definition.span)
        case "DROP":
            return syntax.DropColumn(cursor.name(), span=cursor.since(start))
        case _:
            raise cursor.unexpected()
