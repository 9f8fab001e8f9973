"""What MySQL refuses of triggers, events, sequences and partitions, in its own words.

These are kept as text, so that is what is looked at.

Depends on: engine, sql.lexer, sql.source, sql.token, draft, objects.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.sql.lexer import tokenize
from flash_core.sql.source import Span
from flash_core.sql.token import LAYOUT

from .draft import Refused, suggestion
from .objects import created, created_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flash_core.sql import syntax
    from flash_core.sql.token import Token

    from .draft import Draft
    from .model import Table

_STATEMENT: Final = re.compile(
    r"(?is)(CREATE|DROP|ALTER)\s+(OR\s+REPLACE\s+)?(?:DEFINER\s*=\s*\S+\s+)?"
    r"(TRIGGER|EVENT|SEQUENCE)\s+"
    r"(IF\s+(?:NOT\s+)?EXISTS\s+)?((?:(?:`[^`]+`|\w+)\s*\.\s*)?(?:`[^`]+`|\w+))"
)
_ALTERED: Final = frozenset({"ALTER FUNCTION", "ALTER PROCEDURE"})
_ROUTINE: Final = re.compile(
    r"(?is)ALTER\s+(FUNCTION|PROCEDURE)\s+((?:(?:`[^`]+`|\w+)\s*\.\s*)?(?:`[^`]+`|\w+))"
)
_ABSENT: Final = {
    "TRIGGER": ("Trigger does not exist", "HY000"),
    "EVENT": ("Unknown event '{}'", "HY000"),
    "SEQUENCE": ("Unknown SEQUENCE: '{}'", "42S02"),
}
_PRESENT: Final = {
    "TRIGGER": ("Trigger '{}' already exists", "HY000"),
    "EVENT": ("Event '{}' already exists", "HY000"),
    "SEQUENCE": ("Table '{}' already exists", "42S01"),
}
_COLUMN: Final = r"(?:`[^`]+`|[^\W\d]\w*)"
_PARTITIONED: Final = re.compile(
    r"(?is)\bPARTITION\s+BY\s+(?:LINEAR\s+)?(?:RANGE|LIST|HASH|KEY)\b[^(]*"
    rf"\(\s*(?:({_COLUMN}(?:\s*,\s*{_COLUMN})*)|\w+\s*\(\s*({_COLUMN})\s*\))\s*\)"
)


def check_program(draft: Draft, statement: syntax.OtherDdl) -> None:
    """Refuse to make a trigger, event or sequence twice, and to change or drop what there is not.

    Raises:
        Refused: With the server's words.
    """
    if statement.keyword in _ALTERED and not draft.in_order:
        _check_routine(draft, statement)
    found = _STATEMENT.match(statement.text)
    if found is None or draft.engine.family is not Engine.MYSQL or found[2] or found[4]:
        return
    verb, kind, written = found[1].upper(), found[3].upper(), found[5]
    name = _plain(re.findall(r"`[^`]+`|\w+", written)[-1])
    start = statement.span.start + found.start(5)
    span = Span(start, start + len(written))
    names = [
        created_path(item.text)[-1]
        for item in draft.others
        if (made := created(item.text)) is not None and made[0] == kind
    ]
    known = name.lower() in map(str.lower, names)
    table = kind == "SEQUENCE" and draft.relation(draft.id_of((name,))) is not None
    if verb == "CREATE" and (known or table):
        message, sqlstate = _PRESENT[kind]
        raise Refused(message.format(name), span, sqlstate=sqlstate)
    if verb != "CREATE" and not known and not (verb == "ALTER" and draft.in_order):
        message, sqlstate = _ABSENT[kind]
        if table:
            message = "'{}' is not a SEQUENCE"
        hint = suggestion(name, names)
        raise Refused(message.format(name), span, hint=hint, sqlstate=sqlstate, missing=True)


def _check_routine(draft: Draft, statement: syntax.OtherDdl) -> None:
    """Refuse to change a function or procedure that there is not.

    Raises:
        Refused: There is none (yet).
    """
    found = _ROUTINE.match(statement.text)
    *above, name = map(_plain, re.findall(r"`[^`]+`|\w+", found[2] if found else ""))
    if found is None or (above and draft.schema_of((*above, name))):
        return
    kind = found[1].upper()
    names = [each.name for each in draft.routines.values() if str(each.kind).upper() == kind]
    if name.lower() in map(str.lower, names):
        return
    start = statement.span.start + found.start(2)
    span = Span(start, start + len(found[2]))
    message = f"{kind} {name} does not exist"
    hint = suggestion(name, names)
    raise Refused(message, span, hint=hint, sqlstate="42000", missing=True)


def check_rows(draft: Draft, table: Table, statement: syntax.CreateTrigger) -> None:
    """Refuse a column of NEW or OLD that the table of a trigger has not.

    Raises:
        Refused: There is no such column (yet).
    """
    for row, token in _columns_of_rows(tokenize(statement.text, draft.engine)):
        name = _plain(token.text)
        if draft.column(table, name) is None:
            span = Span(statement.span.start + token.start, statement.span.start + token.end)
            message = f"Unknown column '{name}' in '{row}'"
            hint = suggestion(name, [column.name for column in table.columns])
            raise Refused(message, span, hint=hint, sqlstate="42S22", missing=True)


def _columns_of_rows(tokens: Sequence[Token]) -> Iterator[tuple[str, Token]]:
    """Yield every column that a body reads from NEW or OLD."""
    code = [token for token in tokens if token.kind not in LAYOUT]
    for before, row, dot, column in zip(code, code[1:], code[2:], code[3:], strict=False):
        if row.text.upper() in {"NEW", "OLD"} and dot.text == "." and before.text != ".":
            yield row.text.upper(), column


def check_partitions(table: Table, span: Span) -> None:
    """Refuse partitions by a column that there is not, or that a unique key leaves out.

    Only what is divided by columns or one function of a column is looked at.

    Raises:
        Refused: With the server's words.
    """
    found = _PARTITIONED.search(table.tail)
    names = (
        [_plain(name).lower() for name in re.split(r"\s*,\s*", found[1] or found[2])]
        if found
        else []
    )
    columns = {column.name.lower() for column in table.columns}
    for name in names:
        if name not in columns:
            message = f"Unknown column '{name}' in 'PARTITION BY'"
            hint = suggestion(name, columns)
            raise Refused(message, span, hint=hint, sqlstate="42S22")
    for key in table.keys:
        if not {*names} <= {name.lower() for name in key.columns}:
            what = "PRIMARY KEY" if key.primary else "UNIQUE INDEX"
            message = f"A {what} must include all columns in the table's partitioning function"
            hint = f"add {', '.join(names)} to the key, or divide the table by its columns"
            raise Refused(message, span, hint=hint, sqlstate="HY000")


def _plain(name: str) -> str:
    """Return a name as it is kept."""
    return name[1:-1].replace("``", "`") if name[:1] == "`" else name
