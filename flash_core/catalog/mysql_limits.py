"""How long MySQL's columns and keys may be, and which attributes their types take.

Depends on: engine, model, mysql_text, types.mysql_charsets.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from flash_core.engine import Engine
from flash_core.types.mysql_charsets import charset_of, width

from .mysql_text import table_options

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .model import Column, Table

_SHORT: Final = 255
_LONG: Final = {Engine.MARIADB: 65_532, Engine.MYSQL: 65_535}
_LONGEST_KEY: Final = 3072
# Of one column in a key of each storage engine of MariaDB, in bytes.
_LONGEST_PARTS: Final = {"innodb": _LONGEST_KEY, "memory": 3072, "aria": 2300, "myisam": 1000}
_ONLY_PART: Final = re.compile(
    r"\((`(?:[^`]|``)+`|\w+)(?:\((\d+)\))?((?: DESC)?\))\Z", re.IGNORECASE
)
_CHARACTERS: Final = (1, 2, 3, 4)
_TEXTS: Final = re.compile(r"(?:var)?char|(?:tiny|medium|long)?text")
_BYTES: Final = re.compile(r"(?:var)?binary|(?:tiny|medium|long)?blob")
_COUNTED: Final = frozenset(
    {"tinyint", "smallint", "mediumint", "int", "bigint", "float", "double"}
)
_SIZES: Final = {
    "tinyint": 1, "smallint": 2, "mediumint": 3, "int": 4, "bigint": 8, "float": 4, "double": 8,
    "date": 3, "datetime": 5, "timestamp": 4, "time": 3, "year": 1,
}  # fmt: skip


def wrong_column(column: Column, charset: str | None, engine: Engine) -> Iterator[tuple[str, str]]:
    """Yield message and SQLSTATE for what the type of a column cannot be.

    Args:
        column: The column.
        charset: Its character set, or its table's; ``None`` is the database's, not known here.
        engine: The server.
    """
    kind, name = _kind(column), column.name
    length = _length(column)
    if length is not None and kind in {"char", "binary", "varchar", "varbinary"}:
        most = _most(kind, charset, engine)
        known = kind != "varchar" or charset is not None
        if length > (most if known else _LONG[engine]):
            message = f"Column length too big for column '{name}' (max = {most})"
            yield f"{message}; use BLOB or TEXT instead", "42000"
    if length is not None and kind in _SIZES and kind[-3:] == "int" and length > _SHORT:
        yield f"Display width out of range for '{name}' (max = {_SHORT})", "42000"
    if column.autoincrement and kind not in _COUNTED:
        yield f"Incorrect column specifier for column '{name}'", "42000"
    if column.on_update is not None and kind not in {"datetime", "timestamp"}:
        yield f"Invalid ON UPDATE clause for '{name}' column", "HY000"
    needed = column.not_null and column.default is None and column.generated is None
    filled = column.autoincrement or "AS ROW" in column.attributes.upper()
    if engine is Engine.MARIADB and column.invisible and needed and not filled:
        yield f"Invisible column `{name}` must have a default value", "HY000"
    for label in () if kind != "set" or column.type is None else column.type.modifiers:
        if "," in label:
            yield f"Illegal set '{label}' value found during parsing", "22007"


def _kind(column: Column) -> str:
    return column.type_text.partition("(")[0].partition(" ")[0]


def _length(column: Column) -> int | None:
    numbers = () if column.type is None else column.type.modifiers
    return int(numbers[0]) if numbers and numbers[0].isdecimal() else None


def _most(kind: str, charset: str | None, engine: Engine) -> int:
    if kind in {"char", "binary"}:
        return _SHORT
    return _LONG[engine] // (width(charset or "utf8mb4") if kind == "varchar" else 1)


def is_too_long(columns: Iterable[Column], charset: str | None) -> bool:
    """Tell whether InnoDB's key over whole columns would be longer than it can be.

    Args:
        columns: The columns.
        charset: The table's character set; nothing is said of text where it is not known.
    """
    total = 0
    for column in columns:
        kind, length = _kind(column), _length(column)
        if kind in {"char", "varchar"} and length is not None:
            known = column.charset or charset
            total += length * (width(known) if known else 1)
        elif kind in {"binary", "varbinary"} and length is not None:
            total += length
        else:
            total += _SIZES.get(kind, 0)
    return total > _LONGEST_KEY


def cut_part(text: str, table: Table) -> str:
    """Return the one column of an index that is not unique, as MariaDB indexes it.

    Of what is too long for a key the server takes the beginning, and says so in a note only: the
    length of that beginning says no more than none.

    Args:
        text: The column in parentheses, in its canonical spelling.
        table: Its table.
    """
    part = _ONLY_PART.match(text)
    most = _LONGEST_PARTS.get(table_options(table.tail).get("ENGINE", "innodb").lower())
    if part is None or part[2] is None or most is None:
        return text
    name = part[1].strip("`").replace("``", "`").lower()
    column = next((each for each in table.columns if each.name.lower() == name), None)
    if column is None:
        return text
    whole, length, size = _length(column), int(part[2]), _character(column, table)
    # Nobody knows the character set of the database: any may have been the reason.
    limits = {most // each for each in (_CHARACTERS if size is None else (size,))}
    if whole is not None and min(limits) < whole and (length in limits or length > max(limits)):
        return f"({part[1]}{part[3]}"
    cut = size is not None and length > max(limits)
    return f"({part[1]}({max(limits)}){part[3]}" if cut else text


def _character(column: Column, table: Table) -> int | None:
    """Return how many bytes a character of a column takes at most, ``None`` where nobody knows."""
    kind = _kind(column)
    if _BYTES.fullmatch(kind):
        return 1
    collation = column.collation or table.collation
    known = column.charset or (charset_of(collation) if collation else table.charset)
    return width(known) if known and _TEXTS.fullmatch(kind) else None


def is_hashed(table: Table, names: Iterable[str]) -> bool:
    """Tell whether MariaDB serves a unique key by a hash whatever is said, and says so.

    Args:
        table: The table.
        names: The columns of the key, without lengths.
    """
    columns = [column for column in table.columns if column.name in names]
    whole = any(_kind(column).endswith(("text", "blob", "json")) for column in columns)
    return whole or is_too_long(columns, table.charset)
