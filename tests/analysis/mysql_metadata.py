"""What a MySQL or MariaDB server says of a prepared statement, with our names for the types.

PyMySQL speaks the text protocol alone, so the one command that is needed beside it is
sent here.  Nothing is executed: a server describes the columns when it prepares.
"""

from __future__ import annotations

import struct
from operator import methodcaller
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from pymysql.constants import FIELD_TYPE, FLAG

from flash_core.types.mysql_names import ADDRESSES, BLOBS, SHAPES, TEXTS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    import pymysql

    Connection = pymysql.Connection[Any]  # whatever its cursors return

_QUERY: Final = 0x03
_PREPARE: Final = 0x16
_CLOSE: Final = 0x19
_END: Final = 0xFE  # of the rows
_TWO_BYTES: Final = 0xFC  # marks a length that does not fit in one
_BINARY: Final = 63  # the character set of bytes
_WIDEST: Final = 4  # bytes a character of utf8mb4 takes, which connections speak
_LARGEST: Final = (  # by the greatest number of bytes
    (255, "tiny"),
    (65_535, ""),
    (16_777_215, "medium"),
)

_NAMES: Final[Mapping[int, str]] = {
    FIELD_TYPE.DECIMAL: "decimal",
    FIELD_TYPE.NEWDECIMAL: "decimal",
    FIELD_TYPE.SHORT: "smallint",
    FIELD_TYPE.INT24: "mediumint",
    FIELD_TYPE.LONG: "int",
    FIELD_TYPE.LONGLONG: "bigint",
    FIELD_TYPE.FLOAT: "float",
    FIELD_TYPE.DOUBLE: "double",
    FIELD_TYPE.NULL: "null",
    FIELD_TYPE.TIMESTAMP: "timestamp",
    FIELD_TYPE.DATE: "date",
    FIELD_TYPE.NEWDATE: "date",
    FIELD_TYPE.TIME: "time",
    FIELD_TYPE.DATETIME: "datetime",
    FIELD_TYPE.YEAR: "year",
    FIELD_TYPE.JSON: "json",
    FIELD_TYPE.GEOMETRY: "geometry",
}
_UNSIGNED: Final = frozenset({"tinyint", "smallint", "mediumint", "int", "bigint"})
_BLOBS: Final = frozenset(
    {FIELD_TYPE.TINY_BLOB, FIELD_TYPE.BLOB, FIELD_TYPE.MEDIUM_BLOB, FIELD_TYPE.LONG_BLOB}
)


class Column(NamedTuple):
    """One column of a result, as the server describes it.

    Attributes:
        type: As Flash names it; what travels under another name has that one's:
            ``longtext`` for JSON on MariaDB, ``char`` for UUID.
        not_null: The server's NOT_NULL flag.
    """

    name: str
    type: str
    not_null: bool


class Description(NamedTuple):
    """A prepared statement: how many parameters, which columns."""

    parameters: int
    columns: list[Column]


def prepare(connection: Connection, sql: str) -> Description:
    """Prepare a statement with ``?`` for its parameters, and forget it again.

    Raises:
        pymysql.MySQLError: The server refuses it.
    """
    _send(connection, _PREPARE, sql)
    statement, columns, parameters = struct.unpack_from("<xIHH", _receive(connection))
    _fields(connection, parameters)
    found = [_column(packet) for packet in _fields(connection, columns)]
    _send(connection, _CLOSE, struct.pack("<I", statement))
    return Description(parameters, found)


def describe(connection: Connection, sql: str) -> list[Column]:
    """Return name, type and NOT_NULL of every column of a statement that is only prepared.

    Raises:
        pymysql.MySQLError: The server refuses it.
    """
    return prepare(connection, sql).columns


def executed(connection: Connection, sql: str) -> list[Column]:
    """Run a statement and describe its result: RETURNING and SHOW tell nothing before.

    Raises:
        pymysql.MySQLError: The server refuses it.
    """
    _send(connection, _QUERY, sql)
    count = _receive(connection)[0]
    if not count:
        return []
    found = [_column(packet) for packet in _fields(connection, count)]
    while _receive(connection)[0] != _END:
        pass
    return found


def sqlstate(connection: Connection, message: str) -> str:
    """Return the code of the error with that message, which the statement before had."""
    state = ""
    with connection.cursor() as cursor:
        cursor.execute("GET DIAGNOSTICS @count = NUMBER")
        cursor.execute("SELECT @count")
        for number in range(1, (cursor.fetchone() or (0,))[0] + 1):
            found = "@state = RETURNED_SQLSTATE, @text = MESSAGE_TEXT"
            cursor.execute(f"GET DIAGNOSTICS CONDITION {number} {found}")
            cursor.execute("SELECT @state, @text")
            state, text = cursor.fetchone() or ("", "")
            if text == message:
                break
    return str(state)


def _send(connection: Connection, command: int, argument: str | bytes) -> None:
    methodcaller("_execute_command", command, argument)(connection)  # what PyMySQL has no name for


def _receive(connection: Connection) -> bytes:
    packet = methodcaller("_read_packet")(connection)
    return cast("bytes", packet.get_all_data())


def _fields(connection: Connection, count: int) -> list[bytes]:
    packets = [_receive(connection) for _ in range(count)]
    if count:
        _receive(connection)  # the end of the list
    return packets


def _column(packet: bytes) -> Column:
    """Read what describes a column: six texts, of which the fifth is its name, then numbers."""
    texts: list[bytes] = []
    place = 0
    for _ in range(6):
        length = packet[place]
        place += 1
        if length == _TWO_BYTES:
            length = int.from_bytes(packet[place : place + 2], "little")
            place += 2
        texts.append(packet[place : place + length])
        place += length
    charset, length, code, flags = struct.unpack_from("<xHIBH", packet, place)
    type_ = type_name(code, flags, charset, length)
    return Column(texts[4].decode(), type_, not_null=bool(flags & FLAG.NOT_NULL))


def type_name(code: int, flags: int, charset: int, length: int) -> str:
    """Return our name of a type that the server sends."""
    if flags & FLAG.ENUM:
        return "enum"
    if flags & FLAG.SET:
        return "set"
    if code == FIELD_TYPE.BIT:
        return "bit(1)" if length == 1 else "bit"
    if code == FIELD_TYPE.TINY and length == 1:
        return "boolean"
    binary = charset == _BINARY
    if code in _BLOBS:
        if not binary:
            length //= _WIDEST  # longtext has no more than its greatest number to begin with
        size = next((size for most, size in _LARGEST if length <= most), "long")
        return size + ("blob" if binary else "text")
    if code == FIELD_TYPE.STRING:
        return "binary" if binary else "char"
    if code in {FIELD_TYPE.VARCHAR, FIELD_TYPE.VAR_STRING}:
        return "varbinary" if binary else "varchar"
    name = "tinyint" if code == FIELD_TYPE.TINY else _NAMES.get(code, f"type {code}")
    return name + " unsigned" * (name in _UNSIGNED and bool(flags & FLAG.UNSIGNED))


def family(name: str) -> str:
    """Return what tells a type apart on the wire: how long a string may be does not.

    JSON and addresses travel as text.  What the server gives no type, NULL and a
    parameter, is text to us, since it becomes nothing else in Python.
    """
    if name in TEXTS or name in ADDRESSES or name in {"json", "null"}:
        return "text"
    if name in BLOBS or name == "vector":
        return "bytes"
    return "geometry" if name in SHAPES else name
