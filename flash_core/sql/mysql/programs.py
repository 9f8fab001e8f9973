"""Stored programs: procedures, functions, triggers and events.

What a call needs is read: the parameters and what is returned.  The bodies are the
server's; they stay text.

Depends on: engine, syntax, cursor, types.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.lexer import TokenKind

from .types import read_type

if TYPE_CHECKING:
    from flash_core.sql.syntax import Statement

    from .cursor import Cursor

_PROGRAMS: Final = frozenset({"PROCEDURE", "FUNCTION", "TRIGGER", "EVENT", "AGGREGATE"})


def at_program(cursor: Cursor) -> bool:
    """Tell whether the kind of a stored program comes next."""
    return cursor.word() in _PROGRAMS


def read_definer(cursor: Cursor) -> None:
    """Read ``DEFINER = user@host``, if it is there."""
    if not cursor.accept_any("DEFINER"):
        return
    cursor.expect("=")
    if cursor.accept_any("CURRENT_USER", "CURRENT_ROLE"):
        if cursor.accept("("):
            cursor.expect(")")
        return
    if not (cursor.at_name() or cursor.at_string()):
        raise cursor.unexpected()
    cursor.position += 1
    # The lexer reads @host as a variable: @`host`, @'host', @localhost, or @ and %.
    if cursor.text() == "@":
        cursor.position += 2
    elif cursor.text()[:1] == "@":
        cursor.position += 1
        while cursor.text() in {".", "-", "%"}:  # @10.0.0.%
            cursor.position += 2


def read_program(cursor: Cursor, *, or_replace: bool) -> Statement:
    """Read a stored program from its kind on."""
    start = cursor.position
    aggregate = cursor.accept_any("AGGREGATE") is not None
    kind = cursor.expect_any("FUNCTION") if aggregate else cursor.word()
    cursor.position += not aggregate
    if or_replace:
        cursor.require(Engine.MARIADB, f"CREATE OR REPLACE {kind}", start)
    if_not_exists = cursor.accept_words("IF", "NOT", "EXISTS")
    name = cursor.qualified_name()
    if kind == "FUNCTION" and cursor.accept_any("RETURNS"):
        return _read_loadable(cursor)
    if kind in {"PROCEDURE", "FUNCTION"}:
        routine = _read_routine(cursor, kind, name, aggregate=aggregate, or_replace=or_replace)
        return replace(routine, if_not_exists=if_not_exists)
    if kind == "TRIGGER":
        cursor.expect_any("BEFORE", "AFTER")
        cursor.expect_any("INSERT", "UPDATE", "DELETE")
        cursor.expect_words("ON")
        cursor.qualified_name()
        cursor.expect_words("FOR", "EACH", "ROW")
    else:
        cursor.expect_words("ON")
        cursor.expect_any("SCHEDULE")
    _skip_body(cursor)
    return syntax.KnownDdl(f"CREATE {kind}", cursor.statement(), span=cursor.excerpt.whole())


def _skip_body(cursor: Cursor) -> None:
    """Consume the body, which the server alone reads.

    Raises:
        NotReadable: There is none, or something in it is no token at all.
    """
    if cursor.token is None:
        raise cursor.unexpected()
    for position in range(cursor.position, len(cursor.tokens)):
        if cursor.tokens.items[position].kind is TokenKind.ERROR:
            cursor.position = position
            raise cursor.unexpected()
    cursor.position = len(cursor.tokens)


def _read_loadable(cursor: Cursor) -> syntax.OtherDdl:
    """Read a function of a shared library, whose arguments are not declared."""
    cursor.expect_any("STRING", "INTEGER", "INT", "REAL", "DECIMAL")
    cursor.expect_any("SONAME")
    _skip_body(cursor)
    return syntax.OtherDdl("CREATE FUNCTION", cursor.statement(), span=cursor.excerpt.whole())


def _read_routine(
    cursor: Cursor, kind: str, name: syntax.Name, *, aggregate: bool, or_replace: bool
) -> syntax.CreateRoutine:
    parameters = _read_parameters(cursor)
    result: syntax.TypeName | None = None
    if kind == "FUNCTION":
        if not cursor.accept_any("RETURNS"):
            raise cursor.unexpected()
        result = read_type(cursor).name
    _skip_body(cursor)
    return syntax.CreateRoutine(
        f"CREATE {kind}",
        cursor.statement(),
        name,
        parameters,
        result,
        "aggregate" if aggregate else kind.lower(),
        or_replace=or_replace,
        span=cursor.excerpt.whole(),
    )


def _read_parameters(cursor: Cursor) -> tuple[syntax.RoutineParameter, ...]:
    cursor.expect("(")
    parameters: list[syntax.RoutineParameter] = []
    while cursor.text() != ")":
        start = cursor.position
        mode = "in"
        if cursor.word() in {"IN", "OUT", "INOUT"}:
            mode = cursor.word().lower()
            cursor.position += 1
        name = cursor.name()
        type_ = read_type(cursor).name
        parameters.append(syntax.RoutineParameter(name, type_, mode, span=cursor.since(start)))
        if not cursor.accept(","):
            break
    cursor.expect(")")
    return tuple(parameters)
