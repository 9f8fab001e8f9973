"""Stored programs: procedures, functions, triggers and events.

What a call needs is read: the parameters and what is returned.  The bodies are the
server's; they stay text.

Depends on: engine, excerpt, syntax, cursor, types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from flash_core._dataclass import replace
from flash_core.engine import Engine
from flash_core.sql import syntax
from flash_core.sql.excerpt import NotReadable
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
        moment = cursor.expect_any("BEFORE", "AFTER")
        event = cursor.expect_any("INSERT", "UPDATE", "DELETE")
        cursor.expect_words("ON")
        table = cursor.qualified_name()
        cursor.expect_words("FOR", "EACH", "ROW")
        _check_rows(cursor, moment, event)
        _skip_body(cursor)
        text, span = cursor.statement(), cursor.excerpt.whole()
        return syntax.CreateTrigger("CREATE TRIGGER", text, name, table, event, span=span)
    cursor.expect_words("ON")
    cursor.expect_any("SCHEDULE")
    _skip_body(cursor)
    return syntax.KnownDdl(f"CREATE {kind}", cursor.statement(), span=cursor.excerpt.whole())


def _check_rows(cursor: Cursor, moment: str, event: str) -> None:
    """Refuse what a trigger does with NEW and OLD that it cannot do."""
    missing = {"INSERT": "OLD", "DELETE": "NEW"}.get(event)
    start = cursor.position
    for position in range(start, len(cursor.tokens) - 2):
        cursor.position = position
        row = cursor.word().removesuffix(".")
        if row not in {"NEW", "OLD"} or cursor.text(1) != ".":
            continue
        assigned = cursor.word(-1) == "SET" and cursor.text(3) in {"=", ":="}
        message = hint = ""
        if assigned and row == "OLD":
            message, hint = "Updating of OLD row is not allowed in trigger", "set columns of NEW"
        elif row == missing:
            message = f"There is no {row} row in on {event} trigger"
            hint = f"{event} has the row {'NEW' if row == 'OLD' else 'OLD'} alone"
        elif assigned and moment == "AFTER":
            message = "Updating of NEW row is not allowed in after trigger"
            hint = f"write BEFORE {event}"
        if message:
            token = cursor.tokens.items[position]
            raise NotReadable(message, token.start, token.end, hint=hint, sqlstate="HY000")
    cursor.position = start


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
    if kind == "PROCEDURE" and cursor.word() == "RETURN":
        token = cursor.tokens.items[cursor.position]
        message, hint = "RETURN is only allowed in a FUNCTION", "give the value to an OUT argument"
        raise NotReadable(message, token.start, token.end, hint=hint, sqlstate="42000")
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
        if any(name.lower() == other.name.lower() for other in parameters if other.name):
            token = cursor.tokens.items[cursor.position - 1]
            message = f"Duplicate parameter: {name}"
            raise NotReadable(message, token.start, token.end, sqlstate="42000")
        type_ = _read_parameter_type(cursor)
        parameters.append(syntax.RoutineParameter(name, type_, mode, span=cursor.since(start)))
        if not cursor.accept(","):
            break
    cursor.expect(")")
    return tuple(parameters)


def _read_parameter_type(cursor: Cursor) -> syntax.TypeName:
    """Read the type of a parameter, which MariaDB lets be that of a column or row."""
    if cursor.engine is not Engine.MARIADB:
        return read_type(cursor).name
    start = cursor.position
    if cursor.accept_words("TYPE", "OF"):
        return syntax.TypeName(_read_path(cursor), of_column=True, span=cursor.since(start))
    if cursor.accept_words("ROW", "TYPE", "OF"):
        _read_path(cursor)
        return syntax.TypeName(("row",), span=cursor.since(start))
    if cursor.word() == "ROW" and cursor.text(1) == "(":
        cursor.position = cursor.closing(cursor.position + 1) + 1
        return syntax.TypeName(("row",), span=cursor.since(start))
    return read_type(cursor).name


def _read_path(cursor: Cursor) -> tuple[str, ...]:
    """Read a name with those before its dots."""
    parts = [cursor.name()]
    while cursor.accept("."):
        parts.append(cursor.name_after_dot())
    return tuple(parts)
