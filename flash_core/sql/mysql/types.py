"""Types of columns and routines, under the one name that the server keeps for each.

``INTEGER(11)`` is ``int``, ``NATIONAL VARCHAR(9)`` a ``varchar(9)`` of utf8mb3,
``TEXT(100)`` the smallest of the text types that holds so much: what
information_schema says, but without the widths that integers have anyway.

Depends on: engine, strings, syntax, cursor.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Final

from flash_core._dataclass import dataclass
from flash_core.engine import Engine
from flash_core.sql.lexer import TokenKind
from flash_core.sql.strings import quoted, string_value
from flash_core.sql.syntax import TypeName
from flash_core.types.mysql_charsets import width

from .charsets import check_charset, check_collation, check_pair

if TYPE_CHECKING:
    from flash_core.sql.excerpt import NotReadable

    from .cursor import Cursor

_INTEGERS: Final = {
    "TINYINT": "tinyint",
    "INT1": "tinyint",
    "SMALLINT": "smallint",
    "INT2": "smallint",
    "MEDIUMINT": "mediumint",
    "MIDDLEINT": "mediumint",
    "INT3": "mediumint",
    "INT": "int",
    "INTEGER": "int",
    "INT4": "int",
    "BIGINT": "bigint",
    "INT8": "bigint",
}
_WIDTHS: Final = {
    "tinyint": ("4", "3"),
    "smallint": ("6", "5"),
    "mediumint": ("9", "8"),
    "int": ("11", "10"),
    "bigint": ("20", "20"),
}
_DECIMALS: Final = frozenset({"DECIMAL", "DEC", "NUMERIC", "FIXED"})
_FLOATS: Final = {
    "FLOAT": "float",
    "FLOAT4": "float",
    "DOUBLE": "double",
    "REAL": "double",
    "FLOAT8": "double",
}
_TIMES: Final = {"DATETIME": "datetime", "TIMESTAMP": "timestamp", "TIME": "time"}
_CHARACTERS: Final = {
    "CHAR": "char",
    "CHARACTER": "char",
    "VARCHAR": "varchar",
    "VARCHARACTER": "varchar",
}
_TEXTS: Final = {
    "TINYTEXT": "tinytext",
    "TEXT": "text",
    "MEDIUMTEXT": "mediumtext",
    "LONGTEXT": "longtext",
}
_BLOBS: Final = {
    "TINYBLOB": "tinyblob",
    "BLOB": "blob",
    "MEDIUMBLOB": "mediumblob",
    "LONGBLOB": "longblob",
}
_SPATIAL: Final = {
    "GEOMETRY": "geometry",
    "POINT": "point",
    "LINESTRING": "linestring",
    "POLYGON": "polygon",
    "MULTIPOINT": "multipoint",
    "MULTILINESTRING": "multilinestring",
    "MULTIPOLYGON": "multipolygon",
    "GEOMETRYCOLLECTION": "geometrycollection",
    "GEOMCOLLECTION": "geometrycollection",
}
_MARIADB: Final = frozenset({"UUID", "INET4", "INET6"})
# Types of other databases, and what comes closest to them.
_ELSEWHERE: Final = {
    "BIGSERIAL": "BIGINT AUTO_INCREMENT", "BYTEA": "BLOB", "CITEXT": "VARCHAR(255)",
    "DATETIME2": "DATETIME(6)", "INT64": "BIGINT", "JSONB": "JSON", "MONEY": "DECIMAL(19, 4)",
    "NTEXT": "TEXT", "STRING": "VARCHAR(255) or TEXT", "TIMESTAMPTZ": "TIMESTAMP",
    "TIMETZ": "TIME", "UNIQUEIDENTIFIER": "CHAR(36)",
}  # fmt: skip
_SIZES: Final = ((1 << 8, "tiny"), (1 << 16, ""), (1 << 24, "medium"), (1 << 32, "long"))
_AS_BINARY: Final = {"char": "binary", "varchar": "varbinary"}
_SPELLINGS: Final = (
    *_INTEGERS, *_DECIMALS, *_FLOATS, *_TIMES, *_CHARACTERS, *_TEXTS, *_BLOBS, *_SPATIAL,
    *_MARIADB, "BOOL", "BOOLEAN", "BIT", "YEAR", "DATE", "BINARY", "VARBINARY", "ENUM", "SET",
    "JSON", "SERIAL", "VECTOR",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ColumnType:
    """A type, and what is written with it.

    Attributes:
        name: As the type system knows it: ``int unsigned``.
        text: As the server spells it, without the widths that say nothing.
        charset: CHARACTER SET, in lower case.
        collation: ``_bin`` for the BINARY attribute.
        serial: SERIAL: a number, counted up, that is a key.
    """

    name: TypeName
    text: str
    charset: str | None = None
    collation: str | None = None
    serial: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    """A type's name and modifiers, with the words that belong to it and its character set."""

    base: str
    modifiers: tuple[str, ...] = ()
    words: str = ""
    charset: str | None = None
    collation: str | None = None


def read_type(cursor: Cursor) -> ColumnType:
    """Read a type with its attributes."""
    start = cursor.position
    found = _read_found(cursor)
    base = f"{found.base} unsigned" if "unsigned" in found.words.split() else found.base
    name = TypeName((base,), found.modifiers, span=cursor.since(start))
    text = found.base
    if found.base in {"enum", "set"}:
        text += "(" + ",".join(quoted(label) for label in found.modifiers) + ")"
    elif found.modifiers:
        text += f"({','.join(found.modifiers)})"
    text = f"{text} {found.words}".rstrip()
    serial = cursor.word(start - cursor.position) == "SERIAL"
    return ColumnType(name, text, found.charset, found.collation, serial)


def _read_found(cursor: Cursor) -> _Found:
    word = cursor.word()
    if word in _INTEGERS or word in {"BOOL", "BOOLEAN", "SERIAL"}:
        return _read_integer(cursor)
    if word in _DECIMALS or word in _FLOATS:
        return _read_number(cursor)
    if word in {"CHAR", "CHARACTER", "VARCHAR", "VARCHARACTER", "NATIONAL", "NCHAR", "NVARCHAR"}:
        return _read_characters(cursor)
    if word in _TEXTS or word in {"LONG", "ENUM", "SET"}:
        return _read_text(cursor)
    return _read_other(cursor)


def _read_other(cursor: Cursor) -> _Found:
    start = cursor.position
    word = cursor.word()
    cursor.position += 1
    if word in _TIMES:
        digits = _read_length(cursor)
        return _Found(_TIMES[word], () if digits == ("0",) else digits)
    if word in _SPATIAL:
        return _Found(_SPATIAL[word])
    match word:
        case "BIT" | "BINARY":
            return _Found(word.lower(), _read_length(cursor) or ("1",))
        case "YEAR":
            _read_length(cursor)
            return _Found("year")
        case "VARBINARY":
            return _Found("varbinary", _expect_length(cursor))
        case "DATE" | "JSON" | "VECTOR":
            return _Found(word.lower(), _read_length(cursor) if word == "VECTOR" else ())
        case _ if word in _BLOBS:
            length = _read_length(cursor) if word == "BLOB" else ()
            return _Found(_sized("blob", length, 1) if length else _BLOBS[word])
        case _ if word in _MARIADB:
            cursor.require(Engine.MARIADB, f"type {word}", start)
            return _Found(word.lower())
        case _:
            cursor.position -= 1
            raise _unknown(cursor)


def _unknown(cursor: Cursor) -> NotReadable:
    problem = cursor.unexpected()
    word = cursor.word()
    if not word:
        return problem
    if cursor.engine is Engine.MARIADB and cursor.at_name():
        problem.message, problem.sqlstate = f"Unknown data type: '{cursor.text()}'", "HY000"
    if word in _ELSEWHERE:
        problem.hint = f"write {_ELSEWHERE[word]}"
        return problem
    close = difflib.get_close_matches(word, _SPELLINGS, n=1)
    problem.hint = f"there is no type {word.lower()}"
    if close:
        problem.hint = f"{problem.hint}; did you mean {close[0].lower()}?"
    return problem


# -- numbers -----------------------------------------------------------------


def _read_integer(cursor: Cursor) -> _Found:
    word = cursor.word()
    cursor.position += 1
    if word in {"BOOL", "BOOLEAN"}:
        return _Found("tinyint", ("1",))
    if word == "SERIAL":
        return _Found("bigint", (), "unsigned")
    base = _INTEGERS[word]
    width = _read_length(cursor)
    words = _read_sign(cursor)
    usual = _WIDTHS[base]["unsigned" in words]
    boolean = (base, width) == ("tinyint", ("1",))
    if width == (usual,) or (cursor.engine is Engine.MYSQL and not boolean and not words[9:]):
        width = ()
    return _Found(base, width, words)


def _read_sign(cursor: Cursor) -> str:
    """Read UNSIGNED, SIGNED and ZEROFILL, which implies the first, in any order."""
    found: set[str] = set()
    while word := cursor.accept_any("UNSIGNED", "SIGNED", "ZEROFILL"):
        if word in found or (found and "SIGNED" in {word, *found}):
            cursor.position -= 1
            raise cursor.unexpected()
        found.add(word)
    if "ZEROFILL" in found:
        return "unsigned zerofill"
    return "unsigned" if "UNSIGNED" in found else ""


def _read_number(cursor: Cursor) -> _Found:
    word = cursor.word()
    cursor.position += 1
    if word == "DOUBLE":
        cursor.accept_words("PRECISION")
    modifiers = _read_numbers(cursor)
    words = _read_sign(cursor)
    if word in _DECIMALS:
        return _Found("decimal", (*(modifiers or ("10",)), "0")[:2], words)
    base = _FLOATS[word]
    if len(modifiers) < 2:  # noqa: PLR2004 - digits in all, and behind the point
        base = "double" if modifiers and int(modifiers[0]) > 24 else base  # noqa: PLR2004 - bits of a float
        modifiers = ()
    return _Found(base, modifiers, words)


def _read_numbers(cursor: Cursor) -> tuple[str, ...]:
    """Read ``(n)`` or ``(n, m)``, if it is there."""
    if not cursor.accept("("):
        return ()
    numbers = [_read_integer_literal(cursor)]
    if cursor.accept(","):
        numbers.append(_read_integer_literal(cursor))
    cursor.expect(")")
    return tuple(numbers)


def _read_integer_literal(cursor: Cursor) -> str:
    text = cursor.text()
    if not text.isdecimal():
        raise cursor.unexpected()
    cursor.position += 1
    return str(int(text))


def _read_length(cursor: Cursor) -> tuple[str, ...]:
    """Read ``(n)``, if it is there."""
    if not cursor.accept("("):
        return ()
    length = _read_integer_literal(cursor)
    cursor.expect(")")
    return (length,)


def _expect_length(cursor: Cursor) -> tuple[str, ...]:
    if cursor.text() != "(":
        raise cursor.unexpected()
    return _read_length(cursor)


# -- text --------------------------------------------------------------------


def _read_characters(cursor: Cursor) -> _Found:
    word = cursor.word()
    cursor.position += 1
    national = word in {"NATIONAL", "NCHAR", "NVARCHAR"}
    if word == "NATIONAL":
        word = cursor.expect_any("CHAR", "CHARACTER", "VARCHAR", "VARCHARACTER")
    varying = word in {"VARCHAR", "VARCHARACTER", "NVARCHAR"}
    if not varying:
        varying = cursor.accept_any("VARYING", "VARCHAR", "VARCHARACTER") is not None
    base = "varchar" if varying else "char"
    length = _expect_length(cursor) if varying else _read_length(cursor) or ("1",)
    charset, collation = read_charset(cursor)
    charset = "utf8mb3" if national else charset
    if charset == "binary":
        return _Found(_AS_BINARY[base], length)
    return _Found(base, length, "", charset, collation)


def _read_text(cursor: Cursor) -> _Found:
    word = cursor.word()
    cursor.position += 1
    modifiers: tuple[str, ...] = ()
    if word == "LONG":
        if cursor.accept_any("VARBINARY"):
            return _Found("mediumblob")
        if not cursor.accept_any("VARCHAR", "VARCHARACTER") and cursor.accept_any("CHAR"):
            cursor.expect_words("VARYING")
        base = "mediumtext"
    elif word in {"ENUM", "SET"}:
        base, modifiers = word.lower(), _read_labels(cursor)
    else:
        base = _TEXTS[word]
        modifiers = _read_length(cursor) if word == "TEXT" else ()
    charset, collation = read_charset(cursor)
    if modifiers and base == "text":
        base, modifiers = _sized("text", modifiers, width(charset or "utf8mb4")), ()
    if charset == "binary" and base in _TEXTS.values():
        return _Found(base.replace("text", "blob"))
    return _Found(base, modifiers, "", charset, collation)


def _sized(kind: str, length: tuple[str, ...], width: int) -> str:
    """Return the smallest of the text or blob types that holds so many characters."""
    needed = int(length[0]) * width
    return next((size + kind for most, size in _SIZES if needed < most), f"long{kind}")


def _read_labels(cursor: Cursor) -> tuple[str, ...]:
    cursor.expect("(")
    labels = [_read_label(cursor)]
    while cursor.accept(","):
        labels.append(_read_label(cursor))
    cursor.expect(")")
    return tuple(labels)


def _read_label(cursor: Cursor) -> str:
    if cursor.kind() is not TokenKind.STRING:
        raise cursor.unexpected()
    cursor.position += 1
    # The server drops the spaces at the end.
    return string_value(cursor.text(-1)).rstrip(" ")


def read_charset(cursor: Cursor) -> tuple[str | None, str | None]:
    """Read CHARACTER SET, ASCII, UNICODE, BYTE and BINARY.

    Returns:
        The character set, and ``_bin`` for BINARY.
    """
    charset: str | None = None
    collation: str | None = None
    while True:
        if (
            cursor.accept_words("CHARACTER", "SET")
            or cursor.accept_words("CHAR", "SET")
            or cursor.accept_any("CHARSET")
        ):
            charset = read_charset_name(cursor)
        elif word := cursor.accept_any("ASCII", "UNICODE", "BYTE"):
            charset = {"ASCII": "latin1", "UNICODE": "ucs2", "BYTE": "binary"}[word]
        elif cursor.accept_any("BINARY"):
            collation = "_bin"
        else:
            return charset, collation


def read_charset_name(cursor: Cursor) -> str:
    """Consume the name of a character set, as a word or a string."""
    return check_charset(cursor, _read_name(cursor))


def read_collation_name(cursor: Cursor, charset: str | None) -> str:
    """Consume the name of a collation, which must be one of ``charset``, where one was named."""
    collation = check_collation(cursor, _read_name(cursor))
    if charset is not None:
        check_pair(cursor, charset, collation)
    return collation


def _read_name(cursor: Cursor) -> str:
    if cursor.accept_any("BINARY"):
        return "binary"
    if cursor.at_string():
        cursor.position += 1
        name = string_value(cursor.text(-1)).lower()
    else:
        name = cursor.name().lower()
    return name.replace("utf8_", "utf8mb3_") if name != "utf8" else "utf8mb3"
