"""From Python values to literals of MySQL, and what a result must not hold.

Statements go to the server as text.  The drivers write arguments into it each in its own way, by
tables that their user may change; here every driver gets a finished statement.

Depends on: errors, rows.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from ipaddress import IPv4Address, IPv6Address
from math import isfinite
from typing import TYPE_CHECKING, Final
from uuid import UUID

from flash_core._dataclass import dataclass
from flash_core.errors import DataError, ProgrammingError
from flash_core.rows import holds_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

# DATE, DATETIME, TIMESTAMP and their newer forms, as results name their types.
_DATES: Final = frozenset({7, 10, 12, 14, 17, 18})
# Character sets in which a quote or backslash byte is never part of another character.
_PLAIN: Final = frozenset({"ascii", "cp1252", "latin1", "utf8"})

# INSERT … VALUES (…) of one row, without arguments or strings anywhere else.
_ITEM: Final = r"\s*(?:%s|NULL|DEFAULT|-?\d+)\s*"
_INSERT: Final = re.compile(
    r"(\s*(?:INSERT|REPLACE)\s[^'\"#%;]*?\bVALUES?\s*)"
    rf"(\({_ITEM}(?:,{_ITEM})*\))"
    r"(\s*(?:ON\s+DUPLICATE\s+KEY\s+UPDATE\s[^%;]*)?;?\s*)",
    re.IGNORECASE,
)
# Bytes of a statement of many rows: what every server takes, whatever its max_allowed_packet.
_LONGEST: Final = 1_000_000

# Text between the semicolons of a script.  A comment with an exclamation mark is executed.
_PARTS: Final = re.compile(
    r"""(?P<blank>(?:\s+|\#[^\n]*|--(?=\s)[^\n]*|--\Z|/\*(?![!]|M!).*?(?:\*/|\Z))+)
    |(?P<end>;)
    |'(?:[^'\\]|\\.|'')*+'|"(?:[^"\\]|\\.|"")*+"|`[^`]*`|[^\s;'"`\#/-]+|.""",
    re.DOTALL | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Text:
    """How a connection reads statements.

    Attributes:
        encoding: Of the statement, as Python calls it.
        backslashes: A backslash in a string escapes; not so under NO_BACKSLASH_ESCAPES.
    """

    encoding: str = "utf8"
    backslashes: bool = True


def statement(query: str, args: Sequence[object], text: Text) -> bytes:
    """Return what to send: ``query`` with each ``%s`` replaced by an argument.

    A list stands for its elements, in ``IN (%s)``.

    ``%%`` stands for a percent sign.  Without arguments the text is sent as it stands, and a
    percent sign is not doubled.

    Raises:
        DataError: An argument has no form in SQL.
        ProgrammingError: There are more or fewer arguments than placeholders.
    """
    try:
        encoded = query.encode(text.encoding)
        if not args:
            return encoded
        literals = tuple([_literal(value, text) for value in args])
    except UnicodeEncodeError as exc:
        message = f"this text cannot be sent to the server: {exc}"
        raise DataError(message, query=query) from exc
    try:
        return encoded % literals
    except (TypeError, ValueError) as exc:
        message = (
            f"the statement's placeholders do not match its {len(args)} arguments: {exc}; "
            "a placeholder is %s, and beside placeholders a percent sign is %%"
        )
        raise ProgrammingError(message, query=query) from exc


def statements(query: str, sets: Sequence[tuple[object, ...]], text: Text) -> Iterator[bytes]:
    """Yield what to send for many sets of arguments.

    An INSERT of one row of arguments becomes one of many rows, as many as a statement can hold.

    Raises:
        DataError: An argument has no form in SQL.
        ProgrammingError: There are more or fewer arguments than placeholders.
    """
    parts = _INSERT.fullmatch(query)
    if parts is None:
        for args in sets:
            yield statement(query, args, text)
        return
    head, row, tail = parts.groups()
    rows: list[bytes] = []
    size = 0
    for args in sets:
        written = statement(row, args, text)
        size += len(written) + 2
        if rows and size > _LONGEST:
            yield _joined(head, rows, tail, text)
            rows, size = [], len(written)
        rows.append(written)
    if rows:
        yield _joined(head, rows, tail, text)


def _joined(head: str, rows: list[bytes], tail: str, text: Text) -> bytes:
    return head.encode(text.encoding) + b", ".join(rows) + tail.encode(text.encoding)


def without_empty_statements(script: str) -> str:
    """Return a script without the statements that say nothing: the server refuses those.

    A comment before a statement is kept, for the server's log.
    """
    kept: list[str] = []
    waiting: list[str] = []  # what may turn out to be all there is before the next semicolon
    said = False
    for part in _PARTS.finditer(script):
        if part["end"] is not None and not said:
            waiting.clear()
        elif part["blank"] is not None:
            waiting.append(part[0])
        else:
            said = part["end"] is None
            kept += [*waiting, part[0]]
            waiting.clear()
    return "".join(kept)


def refuse_zero_dates(
    rows: Sequence[Sequence[object]], description: Sequence[Sequence[object]], query: str
) -> None:
    """Refuse a date that Python has not, such as ``0000-00-00``; drivers return its text.

    Raises:
        DataError: Names the column.
    """
    places = tuple(place for place, column in enumerate(description) if column[1] in _DATES)
    if not holds_text(rows, places):
        return
    place, text = next(
        (place, row[place]) for place in places for row in rows if isinstance(row[place], str)
    )
    name = description[place][0]
    message = (
        f"column {name} holds {text!r}, which is no date in Python; "
        f"correct the row, or select NULLIF({name}, '0000-00-00')"
    )
    raise DataError(message, column=str(name), query=query)


def _literal(value: object, text: Text) -> bytes:
    kind = type(value)
    write = _WRITERS.get(kind)
    if write is None:  # a subclass, as of an enum
        write = next((_WRITERS[base] for base in kind.__mro__ if base in _WRITERS), _refuse)
    return write(value, text)


def _refuse(value: object, text: Text) -> bytes:
    del text
    message = (
        f"MySQL has no value for a {type(value).__qualname__}; pass None, bool, int, float, str, "
        "bytes, Decimal, date, datetime, time, timedelta, UUID or an IP address"
    )
    raise DataError(message)


def _null(value: object, text: Text) -> bytes:
    del value, text
    return b"NULL"


def _integer(value: int, text: Text) -> bytes:
    del text
    return b"%d" % value


def _float(value: float, text: Text) -> bytes:
    del text
    if not isfinite(value):
        message = f"MySQL has no value for the float {value!r}"
        raise DataError(message)
    written = float.__repr__(value)
    return (written if "e" in written else written + "e0").encode()  # 1.5 alone is a DECIMAL


def _decimal(value: Decimal, text: Text) -> bytes:
    del text
    if not value.is_finite():
        message = f"MySQL has no value for the Decimal {value}"
        raise DataError(message)
    written = format(value, "f")
    return (written if "." in written else written + ".").encode()  # 1 alone is an INT


def _string(value: str, text: Text) -> bytes:
    # Escaped before it is encoded: there are character sets with a backslash inside a character.
    escaped = str.replace(value, "'", "''")
    if text.backslashes:
        escaped = escaped.replace("\\", "\\\\")
    return b"'" + escaped.encode(text.encoding) + b"'"


def _bytes(value: bytes | bytearray | memoryview, text: Text) -> bytes:
    raw = bytes(value)
    if text.encoding not in _PLAIN:
        return b"_binary x'" + raw.hex().encode() + b"'"
    raw = raw.replace(b"'", b"''")
    if text.backslashes:
        raw = raw.replace(b"\\", b"\\\\")
    return b"_binary'" + raw + b"'"


def _datetime(value: datetime, text: Text) -> bytes:
    del text
    if value.tzinfo is not None:
        message = (
            f"MySQL's DATETIME and TIMESTAMP have no time zone: pass {value!r} without one, "
            "converted to the zone your columns are in"
        )
        raise DataError(message)
    return f"TIMESTAMP'{value.isoformat(' ')}'".encode()


def _day(value: date, text: Text) -> bytes:
    del text
    return (
        f"DATE'{value.isoformat()}'".encode()
    )  # a text alone would make a text of coalesce(?, day)


def _time(value: time, text: Text) -> bytes:
    del text
    if value.tzinfo is not None:
        message = f"MySQL's TIME has no time zone: pass {value!r} without one"
        raise DataError(message)
    return f"TIME'{value.isoformat()}'".encode()


def _duration(value: timedelta, text: Text) -> bytes:
    del text
    sign = "-" if value < timedelta(0) else ""
    whole = abs(value)
    minutes, seconds = divmod(whole.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    fraction = f".{whole.microseconds:06d}" if whole.microseconds else ""
    return (
        f"TIME'{sign}{whole.days * 24 + hours:02d}:{minutes:02d}:{seconds:02d}{fraction}'".encode()
    )


def _shown(value: object, text: Text) -> bytes:
    return _string(str(value), text)


def _list(values: Sequence[object], text: Text) -> bytes:
    """Write what stands in the parentheses of IN; these may not be empty."""
    if not values:
        return b"SELECT NULL FROM DUAL WHERE FALSE"
    return b", ".join([_literal(value, text) for value in values])


_WRITERS: Final[dict[type, Callable[..., bytes]]] = {
    type(None): _null,
    bool: _integer,
    int: _integer,
    float: _float,
    Decimal: _decimal,
    str: _string,
    bytes: _bytes,
    bytearray: _bytes,
    memoryview: _bytes,
    datetime: _datetime,
    date: _day,
    time: _time,
    timedelta: _duration,
    UUID: _shown,
    IPv4Address: _shown,
    IPv6Address: _shown,
    list: _list,
    tuple: _list,
}
