"""Keys, indexes, references and checks of tables.

Depends on: engine, syntax, cursor, expressions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.lexer import TokenKind

from .expressions import read_expression

if TYPE_CHECKING:
    from flash_core.sql.source import Span
    from flash_core.sql.syntax import Expression

    from .cursor import Cursor

ConstraintDef: TypeAlias = (
    syntax.KeyDef | syntax.ForeignKeyDef | syntax.CheckDef | syntax.OtherConstraint
)
Element: TypeAlias = "ConstraintDef | syntax.CreateIndex"

_ELEMENTS: Final = frozenset(
    {"CONSTRAINT", "PRIMARY", "UNIQUE", "KEY", "INDEX", "FULLTEXT", "SPATIAL", "FOREIGN"}
)
_KINDS: Final = ("FULLTEXT", "SPATIAL", "VECTOR")
# Options of an index with a value behind them, and those without.
_VALUED: Final = frozenset(
    {
        "KEY_BLOCK_SIZE",
        "COMMENT",
        "ENGINE_ATTRIBUTE",
        "SECONDARY_ENGINE_ATTRIBUTE",
        "CLUSTERING",
        "DISTANCE",
        "M",
    }
)
_PLAIN: Final = frozenset({"VISIBLE", "INVISIBLE", "IGNORED"})


def read_bracketed(cursor: Cursor) -> tuple[str, Expression]:
    """Consume ``(expression)``; return what is inside as written, and what it means."""
    cursor.expect("(")
    start = cursor.position
    expression = read_expression(cursor)
    text = cursor.tokens.slice(start, cursor.position)
    cursor.expect(")")
    return text, expression


def at_element(cursor: Cursor) -> bool:
    """Tell whether an element of CREATE TABLE comes that is no column."""
    word = cursor.word()
    if word == "CHECK":
        return cursor.text(1) == "("
    if word == "PERIOD":
        return cursor.at_words("PERIOD", "FOR")
    return word in _ELEMENTS or (word == "VECTOR" and cursor.word(1) in {"INDEX", "KEY"})


def read_element(cursor: Cursor, table: syntax.Name) -> Element:
    """Read a key, index, reference or check.

    Args:
        cursor: At its first word.
        table: The table that it is of.
    """
    start = cursor.position
    name: str | None = None
    if cursor.accept_words("CONSTRAINT") and cursor.word() not in {
        "PRIMARY", "UNIQUE", "FOREIGN", "CHECK",
    }:  # fmt: skip
        before = cursor.position
        if _accept_if_not_exists(cursor):
            cursor.require(Engine.MARIADB, "CONSTRAINT IF NOT EXISTS", before)
        name = cursor.name()
    if cursor.accept_words("CHECK"):
        return read_check(cursor, name, start)
    if cursor.accept_words("FOREIGN", "KEY"):
        _accept_if_not_exists(cursor)
        index = cursor.name() if cursor.at_name() else None
        columns = cursor.names()
        return read_references(cursor, columns, name, start, index)
    if cursor.accept_words("PRIMARY", "KEY"):
        return _read_primary(cursor, start)
    if cursor.accept_words("PERIOD", "FOR"):
        cursor.name()
        cursor.names()
        return syntax.OtherConstraint(
            cursor.tokens.slice(start, cursor.position), span=cursor.since(start)
        )
    return _read_index(cursor, table, name, start)


def _accept_if_not_exists(cursor: Cursor) -> bool:
    return cursor.accept_words("IF", "NOT", "EXISTS")


def _read_primary(cursor: Cursor, start: int) -> syntax.KeyDef:
    """Read a primary key; ``form`` is its list where that says more than columns."""
    if cursor.at_name() and cursor.word() != "USING":
        cursor.name()  # the server takes a name, and forgets it
    method = _read_method(cursor)
    columns, text = read_parts(cursor)
    tail = " ".join(filter(None, (method, read_index_options(cursor))))
    plain = tuple(column for column in columns if column is not None)
    special = "(" in text[1:] or " DESC" in text.upper() or None in columns
    form = text if special else ""
    return syntax.KeyDef(plain, primary=True, tail=tail, form=form, span=cursor.since(start))


def _read_index(
    cursor: Cursor, table: syntax.Name, symbol: str | None, start: int
) -> syntax.CreateIndex:
    unique = cursor.accept_words("UNIQUE")
    kind = "" if unique else cursor.accept_any(*_KINDS) or ""
    if not cursor.accept_any("KEY", "INDEX") and not (unique or kind):
        raise cursor.unexpected()
    if_not_exists = _accept_if_not_exists(cursor)
    name = cursor.name() if cursor.at_name() and not _at_method(cursor) else None
    index = read_index(cursor, table, name or symbol, start, kind, unique=unique)
    return syntax.CreateIndex(
        index.name,
        index.table,
        index.columns,
        unique,
        index.text,
        False,  # noqa: FBT003 - the index has every row
        if_not_exists,
        kind,
        index.tail,
        span=index.span,
    )


def read_index(
    cursor: Cursor,
    table: syntax.Name,
    name: str | None,
    start: int,
    kind: str,
    *,
    unique: bool,
) -> syntax.CreateIndex:
    """Read an index from what follows its name, or its table in CREATE INDEX, on."""
    method = _read_method(cursor)
    columns, text = read_parts(cursor)
    tail = " ".join(filter(None, (method, read_index_options(cursor))))
    return syntax.CreateIndex(
        name, table, columns, unique, text, kind=kind, tail=tail, span=cursor.since(start)
    )


def _at_method(cursor: Cursor) -> bool:
    return cursor.word() in {"USING", "TYPE"} and cursor.word(1) in {"BTREE", "HASH", "RTREE"}


def _read_method(cursor: Cursor) -> str:
    if not _at_method(cursor):
        return ""
    cursor.position += 2
    return f"USING {cursor.word(-1)}"


def read_parts(cursor: Cursor) -> tuple[tuple[str | None, ...], str]:
    """Read ``(column, column(10) DESC, (expression))``; an expression is ``None``."""
    start = cursor.position
    cursor.expect("(")
    columns = [_read_part(cursor)]
    while cursor.accept(","):
        columns.append(_read_part(cursor))
    cursor.expect(")")
    return tuple(columns), cursor.tokens.slice(start, cursor.position)


def _read_part(cursor: Cursor) -> str | None:
    start = cursor.position
    column: str | None = None
    if cursor.text() == "(":
        read_bracketed(cursor)
        cursor.require(
            Engine.MYSQL,
            "index over an expression",
            start,
            hint="index a generated column instead",
        )
    else:
        column = cursor.name()
        if cursor.accept_words("WITHOUT", "OVERLAPS"):
            cursor.require(Engine.MARIADB, "WITHOUT OVERLAPS", start)
            return None  # a period, not a column
        if cursor.accept("("):
            if not cursor.text().isdecimal():
                raise cursor.unexpected()
            cursor.position += 1
            cursor.expect(")")
    cursor.accept_any("ASC", "DESC")
    return column


def read_index_options(cursor: Cursor) -> str:
    """Read the options after the columns of an index; what every index has is left out."""
    found: list[str] = []
    hidden = ""
    while cursor.token is not None:
        if method := _read_method(cursor):
            found.append(method)
        elif cursor.accept_words("WITH", "PARSER"):
            found.append(f"WITH PARSER {cursor.name()}")
        elif cursor.word() in _VALUED:
            found.append(_read_valued(cursor))
        elif cursor.accept_words("NOT", "IGNORED") or cursor.accept_any("VISIBLE"):
            hidden = ""
        elif word := cursor.accept_any(*_PLAIN):
            if word == "INVISIBLE":
                start = cursor.position - 1
                cursor.require(Engine.MYSQL, "INVISIBLE of an index", start, "write IGNORED")
            hidden = word
        else:
            break
    return " ".join([*found, hidden]).rstrip()


def _read_valued(cursor: Cursor) -> str:
    word = cursor.word()
    cursor.position += 1
    cursor.accept("=")
    token = cursor.token
    if token is None or token.kind not in {TokenKind.STRING, TokenKind.NUMBER, TokenKind.WORD}:
        raise cursor.unexpected()
    cursor.position += 1
    return f"{word} {token.text}" if word == "COMMENT" else f"{word}={token.text}"


def read_check(cursor: Cursor, name: str | None, start: int) -> syntax.CheckDef:
    """Read a check from behind the word on."""
    text, expression = read_bracketed(cursor)
    tail = ""
    place = cursor.position
    if cursor.accept_words("NOT", "ENFORCED"):
        tail = "NOT ENFORCED"
    elif not cursor.accept_any("ENFORCED"):
        return syntax.CheckDef(text, name, expression=expression, span=cursor.since(start))
    cursor.require(Engine.MYSQL, "ENFORCED", place, hint="leave it out: a check always holds")
    return syntax.CheckDef(text, name, tail, expression, span=cursor.since(start))


def read_references(
    cursor: Cursor,
    columns: tuple[str, ...],
    name: str | None,
    start: int,
    index: str | None = None,
) -> syntax.ForeignKeyDef:
    """Read REFERENCES with its actions."""
    cursor.expect_words("REFERENCES")
    table = cursor.qualified_name()
    foreign = cursor.names() if cursor.text() == "(" else ()
    if cursor.accept_words("MATCH"):
        cursor.expect_any("FULL", "PARTIAL", "SIMPLE")
    actions: dict[str, str] = {}
    while cursor.word() == "ON" and cursor.word(1) in {"DELETE", "UPDATE"}:
        event = cursor.word(1)
        cursor.position += 2
        actions[event] = _read_action(cursor)
    # RESTRICT is what happens anyway.
    tail = " ".join(
        f"ON {event} {actions[event]}"
        for event in ("DELETE", "UPDATE")
        if actions.get(event, "RESTRICT") != "RESTRICT"
    )
    span: Span = cursor.since(start)
    return syntax.ForeignKeyDef(columns, table, foreign, tail, name, index, span=span)


def _read_action(cursor: Cursor) -> str:
    if cursor.accept_words("SET"):
        return f"SET {cursor.expect_any('NULL', 'DEFAULT')}"
    if cursor.accept_words("NO"):
        cursor.expect_words("ACTION")
        return "NO ACTION"
    return cursor.expect_any("RESTRICT", "CASCADE")
