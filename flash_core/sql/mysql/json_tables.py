"""JSON_TABLE in FROM.

Depends on: engine, syntax, cursor, expressions, literals, types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flash_core.engine import Engine
from flash_core.sql import syntax

from .expressions import read_expression
from .literals import read_text
from .types import read_type

if TYPE_CHECKING:
    from .cursor import Cursor


def read_json_table(cursor: Cursor) -> syntax.JsonTable:
    """Read ``JSON_TABLE(document, path COLUMNS (…)) AS alias``."""
    start = cursor.position
    cursor.position += 1
    cursor.expect("(")
    document = read_expression(cursor)
    cursor.expect(",")
    path = _read_path(cursor)
    columns = _read_columns(cursor)
    cursor.expect(")")
    span = cursor.since(start)
    alias = None
    if cursor.accept_word("AS") or cursor.at_name():
        alias = cursor.name()
    if alias is None:
        problem = cursor.unexpected()
        problem.message, problem.sqlstate = "Every table function must have an alias.", "HY000"
        problem.hint = "write JSON_TABLE(…) AS name"
        raise problem
    source = syntax.JsonInput(document, span=document.span)
    return syntax.JsonTable(source, path, (), columns, alias, span=span)


def _read_path(cursor: Cursor) -> syntax.Literal:
    start = cursor.position
    text = read_text(cursor)
    return syntax.Literal(syntax.LiteralKind.STRING, text, span=cursor.since(start))


def _read_columns(cursor: Cursor) -> tuple[syntax.TableColumnDef | syntax.NestedColumns, ...]:
    cursor.expect_words("COLUMNS")
    cursor.expect("(")
    columns = [_read_column(cursor)]
    while cursor.accept(","):
        columns.append(_read_column(cursor))
    cursor.expect(")")
    return tuple(columns)


def _read_column(cursor: Cursor) -> syntax.TableColumnDef | syntax.NestedColumns:
    start = cursor.position
    # a column may have that name
    if cursor.word() == "NESTED" and (cursor.word(1) == "PATH" or not cursor.word(1)):
        cursor.position += 1
        if not cursor.accept_word("PATH") and cursor.engine is Engine.MARIADB:
            raise cursor.unexpected()
        _read_path(cursor)
        return syntax.NestedColumns(_read_columns(cursor), span=cursor.since(start))
    name = cursor.name()
    span = cursor.since(start)
    if cursor.accept_words("FOR", "ORDINALITY"):
        return syntax.TableColumnDef(name, None, span=span)
    type_ = read_type(cursor).name
    exists = cursor.accept_word("EXISTS")
    cursor.expect_words("PATH")
    path = _read_path(cursor)
    if exists:
        return syntax.TableColumnDef(name, type_, path, exists=True, span=span)
    behaviors = read_behaviors(cursor)
    return syntax.TableColumnDef(
        name, type_, path, behaviors.get("EMPTY"), behaviors.get("ERROR"), span=span
    )


def read_behaviors(cursor: Cursor) -> dict[str, syntax.JsonBehavior]:
    """Read ``NULL|ERROR|DEFAULT '…' ON EMPTY|ERROR``, at most one for each."""
    found: dict[str, syntax.JsonBehavior] = {}
    while word := cursor.accept_any("NULL", "ERROR", "DEFAULT"):
        start = cursor.position - 1
        default = read_expression(cursor) if word == "DEFAULT" else None
        cursor.expect_words("ON")
        when = cursor.expect_any("EMPTY", "ERROR")
        if when in found:
            cursor.position -= 1
            raise cursor.unexpected()
        found[when] = syntax.JsonBehavior(word, default, span=cursor.since(start))
    return found
